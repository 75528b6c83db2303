## gap_bars

gap-bars-best = 最好者
gap-bars-median = 中位数
gap-bars-mean = 平均数
gap-bars-higher = { $region }比{ $to }高{ $gap }
gap-bars-lower = { $region }比{ $to }低{ $gap }
gap-bars-level = { $region }与{ $to }持平
gap-bars-leads = 可比的{ $of }地中{ $region }最好
gap-bars-lead-together = 可比的{ $of }地中{ $region }并列最好
gap-bars-all-level = 可比的{ $region }持平
gap-bars-lead = 最好
gap-bars-joint-lead = 并列最好
gap-bars-perhaps = 最好（可能并列）
gap-bars-undecided = { $indicator }：与{ $to }相比无法判定先后
gap-bars-none = { $indicator }：没有可与{ $to }比较的{ $moment }
gap-bars-subtitle = { $moment }，与{ $to }之差，{ $unit }；{ $direction }
gap-bars-up = 右侧为优
gap-bars-down = 左侧为优
gap-bars-flat = 不分优劣
gap-bars-intervals = 空心条和箭头为只知区间的差距；区间含零即无法判定先后
gap-bars-range = { $lo }至{ $hi }
