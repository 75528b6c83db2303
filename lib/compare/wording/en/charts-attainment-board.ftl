## attainment_board

board-subtitle = latest outcome / target in each cell, { $years }
board-title = What became of the targets ({ $years })
board-detail = { $outcome } in { $year }, target { $target }
board-awaiting = target { $target }
board-not-by = not by end { $year } (inferred)
board-row = { $topic } ({ $year })
board-each-county = { $topic }, in every county
board-document = { $topic }, { $document }
board-none = blank: no such target for that year
board-targets = { $n ->
    [one] 1 target
   *[other] { $n } targets
} shown
board-targets-known = { $n ->
    [one] 1 target of which something is known
   *[other] { $n } targets of which something is known
}
board-count = { $verdict } { $n }
board-counted = { $region }: { $counts }
board-word-met = met
board-word-missed = missed
board-word-not-decided = not decided
board-word-on-pace = on pace
board-word-behind-pace = behind
board-word-pace-not-decided = pace not decided
board-word-open = not due
board-word-no-outcome = not stated
board-legend-met = target met
board-legend-missed = target missed
board-legend-not-decided = cannot be determined
board-legend-on-pace = not due, no slower than the straight line
board-legend-behind-pace = not due, slower than the straight line
board-legend-pace-not-decided = not due, pace not decided
board-legend-open = not due, no outcome yet
board-legend-no-outcome = due, no outcome in the sources at hand
