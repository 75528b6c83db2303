## ranking

ranking-higher = higher is better
ranking-lower = lower is better
ranking-neutral = neither way is better
ranking-intervals = lines are the intervals that terms such as 'at least' stand for
ranking-ranks = ranks follow from the intervals; where they overlap, no order is determined
ranking-benchmarks = dashed: { $listed }
ranking-benchmark = { $reference } { $value }
