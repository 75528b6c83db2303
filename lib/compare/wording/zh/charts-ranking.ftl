## ranking

ranking-higher = 越高越好
ranking-lower = 越低越好
ranking-higher-target = 越高要求越严
ranking-lower-target = 越低要求越严
ranking-neutral = 不分优劣
ranking-ranks = 名次按区间推定，区间重叠即高低不能确定
ranking-benchmark = { $reference } { $value }
