## small_multiples

small-multiples-title = the values that the documents print, each with its year
small-multiples-subtitle = { count-indicators }; a mark is the printed number, a line the interval that words such as 'at least' stand for
small-multiples-note = Hollow: only a proxy, not comparable. Different years, or an actual and a target, are not compared.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = proxy
