## ranking

ranking-leads = { $indicator }: of { $of } that can be compared, { $first } is ahead ({ $value })
ranking-level = { $indicator }: { $first } are level ({ $value })
ranking-undetermined = { $indicator }: no order can be determined between { $first }
ranking-alone = { $indicator }: only { $first } has a usable { $moment }; there is nothing to compare with
ranking-none = { $indicator }: there is no comparable { $moment }
ranking-counts = { $indicator }: { $moment }, values only, neither better nor worse
ranking-subtitle = { $moment }, { $unit }, { $direction }
ranking-higher = higher is better
ranking-lower = lower is better
ranking-neutral = neither way is better
ranking-intervals = lines are the intervals that words such as 'at least' stand for
ranking-ranks = ranks follow from the intervals; where they overlap, no order is determined
ranking-rank = rank { $rank }
ranking-joint = joint rank { $rank }
ranking-perhaps = rank { $rank } (perhaps joint)
ranking-between = rank { $best }–{ $worst }
ranking-benchmarks = dashed: { $listed }
