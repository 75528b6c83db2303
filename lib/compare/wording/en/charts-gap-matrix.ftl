## gap_matrix

gap-matrix-subtitle = { $moment }; cells hold { $difference }, coloured row against column
gap-matrix-difference = row less column
gap-matrix-ahead = blue: ahead, tan: behind, pale green: level
gap-matrix-overlap = ?: the intervals overlap, so that no order is determined
gap-matrix-cross = ×: not comparable
gap-matrix-grey = grey: a value is missing
gap-matrix-cell = { $row } against { $column }: { $verdict }
