## small_multiples

small-multiples-title = the values that the documents state, each with its year
small-multiples-subtitle = { count-indicators }; a mark is the stated number, a line the interval that terms such as 'at least' stand for
small-multiples-note = Hollow: only a related indicator, not comparable. Different years, or an actual and a target, are not compared.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = related indicator
