## The gaps of one indicator to one reference.

gaps-higher = { $region }比{ $to }高{ $gap }
gaps-lower = { $region }比{ $to }低{ $gap }
gaps-ahead = { $region }优于{ $to }
gaps-behind = { $region }不及{ $to }
gaps-level = { $region }与{ $to }持平
gaps-leads = 可比的{ $of }地中{ $region }最优
gaps-lead-together = 可比的{ $of }地中{ $region }并列最优
gaps-all-level = 可比的{ $region }持平
gaps-lead = 最优
gaps-joint-lead = 并列最优
gaps-perhaps = 最优（可能并列）
gaps-undecided = { $indicator }：与{ $to }相比高低不能确定
gaps-none = { $indicator }：没有可与{ $to }比较的{ $moment }
gaps-join = ，
