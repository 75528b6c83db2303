## coverage_matrix

coverage-matrix-title = of { $counted }, actuals of { $actual } and targets of { $target } can be compared for the same year between two regions or more
coverage-matrix-subtitle = What the documents print, with years; { $places }, { $counted }
coverage-matrix-note = Not in this text does not mean not published; a proxy enters no gap and no ranking; a slash means not applicable.
coverage-matrix-short = Of two years in a cell, only the last digits are written.
coverage-matrix-years = ,{ " " }
coverage-matrix-alt = Coverage matrix of { $places } and { $counted }
coverage-matrix-alt-row = { $region }: actuals of { $actual }, targets of { $target }
