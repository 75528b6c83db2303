## gap_matrix

gap-matrix-subtitle = { $moment }；格内为{ $difference }，颜色为行对列
gap-matrix-difference = 行减列之差
gap-matrix-ahead = 蓝为较优，浅褐为较差，浅绿为持平
gap-matrix-overlap = “?”为区间重叠，高低不能确定
gap-matrix-cross = “×”为不可比
gap-matrix-grey = 灰为缺数据
gap-matrix-cell = { $row }对{ $column }：{ $verdict }
