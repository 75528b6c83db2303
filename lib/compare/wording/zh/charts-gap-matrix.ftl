## gap_matrix

gap-matrix-subtitle = { $moment }；格内为{ $difference }，颜色为行对列
gap-matrix-difference = 行减列之差
gap-matrix-ahead = 蓝为领先，浅褐为落后，浅绿为持平
gap-matrix-overlap = “?”为区间重叠，无法判定先后
gap-matrix-cross = “×”为不可比
gap-matrix-grey = 灰为缺数据
gap-matrix-cell = { $row }对{ $column }：{ $verdict }
