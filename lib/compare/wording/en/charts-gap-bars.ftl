## gap_bars

gap-bars-subtitle = { $moment }, difference from { $to }, { $unit }; { $direction }
gap-bars-up = right is better
gap-bars-down = left is better
gap-bars-flat = neither side is better
gap-bars-intervals = a hollow bar or an arrow is a gap of which only the interval is known; one that holds zero determines no order
gap-bars-range = { $lo } to { $hi }
