## dumbbell

dumbbell-subtitle = 由基数到目标
dumbbell-within = 现状与目标只在同一地区内相比
dumbbell-pace = { $bound ->
    [least] 每年至少{ $pace }
    [more] 每年超过{ $pace }
   *[no] 每年{ $pace }
}
dumbbell-only = { $year }年{ $kind }{ $value }
