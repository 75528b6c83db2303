## small_multiples

small-multiples-title = Indicators side by side
small-multiples-note = Values of different years are not compared, nor one place's outcome with another's target.
small-multiples-alt = { count-indicators } of { $theme }
small-multiples-proxy = related
small-multiples-break = redefined?
small-multiples-shown = { $shown } of { count-indicators }
