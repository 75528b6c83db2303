## rank_spread

rank-spread-subtitle = { $moment }, { $counted }; { $variants ->
    [one] 1 variant
   *[other] { $variants } variants
} of weights, normalisation and aggregation
rank-spread-note = A composite is mostly a map of what was published; never use it without the spread of its ranks
rank-spread-rank = rank (1 is best)
rank-spread-remark = base rank { $rank }, { $best }–{ $worst }
rank-spread-base = base rank
rank-spread-range = range of the ranks
rank-spread-share = circle area: share of each rank
