## small_multiples

small-multiples-title = 各文件载明的数值，年份和口径见各行
small-multiples-subtitle = { count-indicators }
small-multiples-note = 不同年份、现状与目标之间不作比较。
small-multiples-alt = { $theme }的{ count-indicators }
small-multiples-proxy = 近似
