## Which targets share a year.

paths-several = 各地目标年份不同（{ $years }），同年的只有{ $same }
paths-none = 各地目标年份不同（{ $years }），没有同年的目标
paths-together = { $regions }的目标同为{ $years }年
paths-one = 只有{ $only }有可用的目标
paths-actuals = 文中只有现状，没有目标
paths-same = { $year }年的{ $regions }
paths-target = { $region }（{ $year }年{ $value }）
