## small_multiples

small-multiples-title = 各项指标
small-multiples-note = 不同年份之间、一地的现状与他地的目标之间不作比较。
small-multiples-alt = { $theme }的{ count-indicators }
small-multiples-proxy = 近似
small-multiples-break = 口径待核实
small-multiples-shown = { count-indicators }中的{ $shown }项
