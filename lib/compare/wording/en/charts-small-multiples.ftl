## small_multiples

small-multiples-title = Indicators side by side
small-multiples-note = Different years are not compared, nor is an outcome of one place with a target of another.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = related
small-multiples-break = may differ
small-multiples-shown = { $shown } of { count-indicators }
