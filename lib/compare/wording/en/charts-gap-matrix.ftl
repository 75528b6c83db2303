## gap_matrix

gap-matrix-title = of { $pairs } pairs, { $counted }
gap-matrix-decided = { $n } can be decided
gap-matrix-undetermined = { $n } cannot be decided
gap-matrix-not-comparable = { $n } are not comparable
gap-matrix-missing = { $n } lack a value
gap-matrix-subtitle = { $moment }; cells hold row less column ({ $unit }), coloured row against column
gap-matrix-ahead = blue: ahead, tan: behind, pale green: level
gap-matrix-overlap = ?: the intervals overlap, so that no order is determined
gap-matrix-cross = ×: not comparable
gap-matrix-grey = grey: a value is missing
gap-matrix-cell = { $row } against { $column }: { $verdict }
gap-matrix-join = ,{ " " }
