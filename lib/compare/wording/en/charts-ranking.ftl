## ranking

ranking-higher = higher is better
ranking-lower = lower is better
ranking-higher-target = higher is stricter
ranking-lower-target = lower is stricter
ranking-neutral = neither way is better
ranking-ranks = ranks follow from the intervals; where they overlap, no order is determined
ranking-benchmark = { $reference } { $value }
