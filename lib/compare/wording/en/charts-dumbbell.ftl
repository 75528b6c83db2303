## dumbbell

dumbbell-subtitle = from base to target
dumbbell-within = an actual and a target are compared within one region only
dumbbell-pace = { $bound ->
    [least] at least { $pace } a year
    [more] more than { $pace } a year
   *[no] { $pace } a year
}
dumbbell-only = { $year } { $kind } { $value }
