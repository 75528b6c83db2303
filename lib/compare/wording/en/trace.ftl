## The journey of a figure, line by line.

trace-document = document
trace-locator = locator
trace-words = source text
trace-figure = figure
trace-printed = as stated
trace-interval = interval
trace-year = year
trace-scope = scope
trace-note = note
trace-indicator = indicator
trace-aligned = aligned
trace-beside = beside
trace-not-aligned = not aligned to a shared indicator
trace-no-text = “{ $quote }” (the text is not at hand)
trace-in-context = …{ $before }【{ $quote }】{ $after }…
