## coverage_matrix

coverage-matrix-table-subtitle = What the table has, with years; { coverage-matrix-regions }, { count-indicators }
coverage-matrix-table-note = Not in the table does not mean not published; a related indicator enters no gap and no ranking; a slash means not applicable.
coverage-matrix-subtitle = What the documents state, with years; { coverage-matrix-regions }, { count-indicators }
coverage-matrix-regions = { $regions ->
    [one] 1 region
   *[other] { $regions } regions
}
coverage-matrix-note = Not stated does not mean not published; a related indicator is neither compared nor ranked; a slash means not applicable.
coverage-matrix-short = Of several years in a cell, only the last digits are written; of more than two, the first and the last.
coverage-matrix-alt = Coverage matrix of { coverage-matrix-regions } and { count-indicators }
coverage-matrix-alt-row = { $region }: actuals of { $actual }, targets of { $target }
