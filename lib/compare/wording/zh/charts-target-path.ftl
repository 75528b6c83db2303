## target_path

target-path-several = 各地目标年份不同（{ $years }），同年的只有{ $same }
target-path-none = 各地目标年份不同（{ $years }），没有同年的目标
target-path-together = { $regions }的目标同为{ $years }年
target-path-one = 只有{ $only }有可用的目标
target-path-actuals = 文中只有现状，没有目标
target-path-same = { $year }年的{ $regions }
target-path-target = { $region }（{ $year }年{ $value }）
target-path-subtitle = { $unit }；实心为现状，空心为目标，虚线连接同一地区的现状与目标
target-path-intervals = 竖线为“以上”“以内”等所指的区间
target-path-apart = 同一年的标记略为错开
target-path-path = 虚线只表示线性路径，不是预测
