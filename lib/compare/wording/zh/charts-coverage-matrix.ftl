## coverage_matrix

coverage-matrix-table-subtitle = 数据表中的指标，格内为年份；{ coverage-matrix-regions }，{ count-indicators }
coverage-matrix-table-note = 表中没有，不等于没有公布；近似指标不进入差距和排名；斜线为该地不适用。
coverage-matrix-subtitle = 各地文件载明的指标，格内为年份；{ coverage-matrix-regions }，{ count-indicators }
coverage-matrix-regions = { $regions }个地区
coverage-matrix-note = 未提及，不等于没有公布；近似指标不进入差距和排名；斜线为该地不适用。
coverage-matrix-short = 一格有几个年份的，只写末两位；三个以上的写首末两个。
coverage-matrix-alt = 覆盖矩阵，{ coverage-matrix-regions }、{ count-indicators }
coverage-matrix-alt-row = { $region }：现状{ $actual }项，目标{ $target }项
