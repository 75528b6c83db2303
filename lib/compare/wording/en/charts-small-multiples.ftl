## small_multiples

small-multiples-title = Indicators side by side
small-multiples-note = Different years, or an outcome and a target, are not compared.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = related
small-multiples-shown = { $shown } of { count-indicators }
