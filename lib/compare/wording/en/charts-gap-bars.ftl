## gap_bars

gap-bars-best = the best
gap-bars-median = the median
gap-bars-mean = the mean
gap-bars-higher = { $region } is { $gap } above { $to }
gap-bars-lower = { $region } is { $gap } below { $to }
gap-bars-level = { $region } is level with { $to }
gap-bars-leads = { $region } is best of the { $of } that can be compared
gap-bars-lead-together = { $region } are joint best of the { $of } that can be compared
gap-bars-all-level = { $region } are level, the { $of } that can be compared
gap-bars-lead = best
gap-bars-joint-lead = joint best
gap-bars-perhaps = best (perhaps joint)
gap-bars-undecided = { $indicator }: no order against { $to } can be determined
gap-bars-none = { $indicator }: no { $moment } can be compared with { $to }
gap-bars-subtitle = { $moment }, difference from { $to }, { $unit }; { $direction }
gap-bars-up = right is better
gap-bars-down = left is better
gap-bars-flat = neither side is better
gap-bars-intervals = a hollow bar or an arrow is a gap of which only the interval is known; one that holds zero determines no order
gap-bars-range = { $lo } to { $hi }
