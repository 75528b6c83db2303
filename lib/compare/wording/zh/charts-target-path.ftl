## target_path

target-path-marks = 实心为现状，空心为目标，虚线连接同一地区的现状与目标
target-path-intervals = 竖线为“以上”“以内”等所指的区间
target-path-apart = 同一年的标记略为错开
target-path-path = 虚线只表示线性路径，不是预测
