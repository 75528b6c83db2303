## gap_bars

gap-bars-difference = { $moment }，与{ $to }之差
gap-bars-intervals = 空心条和箭头为只知区间的差距；区间含零即高低不能确定
gap-bars-range = { $lo }至{ $hi }
