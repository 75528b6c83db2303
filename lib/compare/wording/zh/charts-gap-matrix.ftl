## gap_matrix

gap-matrix-subtitle = { $moment }；格内为{ $difference }
gap-matrix-difference = 行减列之差
gap-matrix-cell = { $row }对{ $column }：{ $verdict }
gap-matrix-ahead = 行领先
gap-matrix-behind = 行落后
gap-matrix-level = 持平
gap-matrix-undetermined = 区间重叠，无法判定先后
gap-matrix-not-comparable = 不可比
gap-matrix-missing = 缺数据
