## dumbbell

dumbbell-rise = { $name }到{ $year }年{ $least }要提高{ $gap }
dumbbell-fall = { $name }到{ $year }年{ $least }要降低{ $gap }
dumbbell-at-least = 至少
dumbbell-held = { $name }的现状已达目标
dumbbell-nothing = 没有可计算距离的{ $what }
dumbbell-regions = 地区
dumbbell-indicators = 指标
dumbbell-subtitle = 小点为现状，大点为目标；{ $unit }
dumbbell-intervals = “以上”“以内”的目标画成区间
dumbbell-within = 现状与目标只在同一地区内相比
dumbbell-pace = 每年{ $least }{ $pace }
dumbbell-only = { $year }年{ $kind }{ $value }
dumbbell-join = ，
