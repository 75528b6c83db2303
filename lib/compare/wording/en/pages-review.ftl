## The review of a document.

review-title = Review: { $document }
review-how = Read each row against its source text; the most doubtful stand first. Rows are confirmed, rejected and corrected by compare-regions review with --accept, --reject and --correct; this page changes no data. The key / leads to the filter.
review-text = Filter (label, source text, id, indicator; several words with blanks)
review-state = State
review-indicator = Shared indicator
review-any = all
review-matched = with
review-unmatched = without
review-choice = { $what } ({ $n })
review-reset = Reset
review-shown = { $n } of { $all } shown
