## small_multiples

small-multiples-title = 各文件载明的数值，年份和口径见各行
small-multiples-subtitle = { count-indicators }；标记为载明的数值，横线为“以上”“以内”等所指的区间
small-multiples-note = 空心为近似指标，不可与其他数值比较；不同年份、现状与目标之间不作比较。
small-multiples-alt = { $theme }的{ count-indicators }
small-multiples-proxy = 近似
