## ranking

ranking-higher = higher is better
ranking-lower = lower is better
ranking-neutral = neither way is better
ranking-ranks = ranks follow from the intervals; where they overlap, no order is determined
ranking-benchmark = { $reference } { $value }
