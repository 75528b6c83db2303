## ranking

ranking-leads = { $indicator }：可比的{ $of }地中{ $first }领先（{ $value }）
ranking-level = { $indicator }：{ $first }持平（{ $value }）
ranking-undetermined = { $indicator }：{ $first }之间无法判定先后
ranking-alone = { $indicator }：只有{ $first }的{ $moment }可用，无从比较
ranking-none = { $indicator }：没有可比的{ $moment }
ranking-counts = { $indicator }：{ $moment }只列数值，不评优劣
ranking-subtitle = { $moment }，{ $unit }，{ $direction }
ranking-higher = 越高越好
ranking-lower = 越低越好
ranking-neutral = 不分优劣
ranking-intervals = 横线为“以上”“以内”等所指的区间
ranking-ranks = 名次按区间推定，区间重叠即无法判定先后
ranking-rank = 第{ $rank }
ranking-joint = 并列第{ $rank }
ranking-perhaps = 第{ $rank }（可能并列）
ranking-between = 第{ $best }–{ $worst }
ranking-benchmarks = 虚线：{ $listed }
