## ranking

ranking-higher = 越高越好
ranking-lower = 越低越好
ranking-neutral = 不分优劣
ranking-intervals = 横线为“以上”“以内”等所指的区间
ranking-ranks = 名次按区间推定，区间重叠即高低不能确定
ranking-benchmarks = 虚线：{ $listed }
ranking-benchmark = { $reference } { $value }
