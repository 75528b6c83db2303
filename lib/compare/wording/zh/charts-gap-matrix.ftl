## gap_matrix

gap-matrix-subtitle = { $moment }；格内为{ $difference }
gap-matrix-difference = 行减列之差
gap-matrix-cell = { $row }对{ $column }：{ $verdict }
gap-matrix-ahead = 行优于列
gap-matrix-behind = 行不及列
gap-matrix-level = 持平
gap-matrix-ahead-target = 行要求更严
gap-matrix-behind-target = 行要求较宽
gap-matrix-level-target = 要求相同
gap-matrix-undetermined = 区间重叠，高低不能确定
gap-matrix-not-comparable = 不可比
gap-matrix-missing = 缺数据
