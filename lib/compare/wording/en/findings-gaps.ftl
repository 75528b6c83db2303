## The gaps of one indicator to one reference.

gaps-higher = { $region } is { $gap } above { $to }
gaps-lower = { $region } is { $gap } below { $to }
gaps-ahead = { $region } is ahead of { $to }
gaps-behind = { $region } is behind { $to }
gaps-level = { $region } is level with { $to }
gaps-leads = { $region } is best of the { $of } that can be compared
gaps-lead-together = { $region } are joint best of the { $of } that can be compared
gaps-all-level = { $region } are level, the { $of } that can be compared
gaps-lead = best
gaps-joint-lead = joint best
gaps-perhaps = best (perhaps joint)
gaps-undecided = { $indicator }: no order against { $to } can be determined
gaps-none = { $indicator }: no { $moment } can be compared with { $to }
gaps-join = { "; " }
