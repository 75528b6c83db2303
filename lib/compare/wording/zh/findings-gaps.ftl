## The gaps of one indicator to one reference.

gaps-lead = 最优
gaps-joint-lead = 并列最优
gaps-perhaps = 最优（可能并列）
