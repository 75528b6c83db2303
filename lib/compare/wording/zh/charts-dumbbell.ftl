## dumbbell

dumbbell-marks = 小点为现状，大点为目标
dumbbell-intervals = “以上”“以内”的目标画成区间
dumbbell-within = 现状与目标只在同一地区内相比
dumbbell-pace = { $bound ->
    [yes] 每年至少{ $pace }
   *[no] 每年{ $pace }
}
dumbbell-only = { $year }年{ $kind }{ $value }
