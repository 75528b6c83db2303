## gap_matrix

gap-matrix-title = { $pairs }对地区中，{ $counted }
gap-matrix-decided = { $n }对可判定
gap-matrix-undetermined = { $n }对无法判定先后
gap-matrix-not-comparable = { $n }对不可比
gap-matrix-missing = { $n }对缺数据
gap-matrix-subtitle = { $moment }；格内为行减列之差（{ $unit }），颜色为行对列
gap-matrix-ahead = 蓝为领先，浅褐为落后，浅绿为持平
gap-matrix-overlap = “?”为区间重叠，无法判定先后
gap-matrix-cross = “×”为不可比
gap-matrix-grey = 灰为缺数据
gap-matrix-cell = { $row }对{ $column }：{ $verdict }
gap-matrix-join = ，
