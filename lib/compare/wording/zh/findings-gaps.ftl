## The gaps of one indicator to one reference.

gaps-lead = 最好
gaps-joint-lead = 并列最好
gaps-perhaps = 最好（可能并列）
