## small_multiples

small-multiples-title = the values that the documents state, each with its year
small-multiples-subtitle = { count-indicators }
small-multiples-note = Different years, or an outcome and a target, are not compared.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = related indicator
