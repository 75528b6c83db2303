## The gaps of one indicator to one reference.

gaps-higher = { $region }比{ $to }高{ $gap }
gaps-lower = { $region }比{ $to }低{ $gap }
gaps-ahead = { $region }领先于{ $to }
gaps-behind = { $region }落后于{ $to }
gaps-level = { $region }与{ $to }持平
gaps-leads = 可比的{ $of }地中{ $region }最好
gaps-lead-together = 可比的{ $of }地中{ $region }并列最好
gaps-all-level = 可比的{ $region }持平
gaps-lead = 最好
gaps-joint-lead = 并列最好
gaps-perhaps = 最好（可能并列）
gaps-undecided = { $indicator }：与{ $to }相比无法判定先后
gaps-none = { $indicator }：没有可与{ $to }比较的{ $moment }
gaps-join = ，
