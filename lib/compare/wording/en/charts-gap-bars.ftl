## gap_bars

gap-bars-difference = { $moment }, difference from { $to }
gap-bars-intervals = a hollow bar or an arrow is a gap of which only the interval is known; one that holds zero determines no order
gap-bars-range = { $lo } to { $hi }
