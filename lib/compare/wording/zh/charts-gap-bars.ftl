## gap_bars

gap-bars-difference = { $moment }，与{ $to }之差
gap-bars-intervals = 只知区间的差距，含零即高低不能确定
gap-bars-range = { $lo }至{ $hi }
gap-bars-outcome = 现状之差
gap-bars-target = 目标之差
