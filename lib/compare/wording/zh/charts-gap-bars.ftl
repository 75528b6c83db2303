## gap_bars

gap-bars-subtitle = { $moment }，与{ $to }之差，{ $unit }；{ $direction }
gap-bars-up = 右侧为优
gap-bars-down = 左侧为优
gap-bars-flat = 不分优劣
gap-bars-intervals = 空心条和箭头为只知区间的差距；区间含零即无法判定先后
gap-bars-range = { $lo }至{ $hi }
