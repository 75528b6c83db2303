## gap_matrix

gap-matrix-subtitle = { $moment }; cells hold { $difference }
gap-matrix-difference = row less column
gap-matrix-cell = { $row } against { $column }: { $verdict }
gap-matrix-ahead = row ahead
gap-matrix-behind = row behind
gap-matrix-level = level
gap-matrix-ahead-target = row stricter
gap-matrix-behind-target = row less strict
gap-matrix-level-target = the same
gap-matrix-undetermined = intervals overlap, no order
gap-matrix-not-comparable = not comparable
gap-matrix-missing = a value is missing
