## gap_bars

gap-bars-difference = { $moment }, difference from { $to }
gap-bars-intervals = a gap of which only the interval is known determines no order where it holds zero
gap-bars-range = { $lo } to { $hi }
gap-bars-outcome = gap between outcomes
gap-bars-target = gap between targets
