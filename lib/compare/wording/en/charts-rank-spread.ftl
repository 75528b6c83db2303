## rank_spread

rank-spread-spread = Composite ranks change with weights and method: { $parts }
rank-spread-fixed = Composite ranks are the same under all weights and methods: { $parts }
rank-spread-none = No composite: too few regions or indicators can be compared
rank-spread-part = { $region } rank { $best }–{ $worst }
rank-spread-one = { $region } rank { $best }
rank-spread-subtitle = { $moment }, { $counted }; { $variants } variants of weights, normalisation and aggregation; solid mark: base rank, circle area: share of each rank
rank-spread-note = A composite is mostly a map of what was published; never use it without the spread of its ranks
rank-spread-rank = rank (1 is best)
rank-spread-remark = base rank { $rank }, { $best }–{ $worst }
rank-spread-join = ,{ " " }
