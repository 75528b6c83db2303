## dumbbell

dumbbell-marks = small mark: actual, large mark: target
dumbbell-intervals = a target stated as a bound is drawn as an interval
dumbbell-within = an actual and a target are compared within one region only
dumbbell-pace = { $bound ->
    [yes] at least { $pace } a year
   *[no] { $pace } a year
}
dumbbell-only = { $year } { $kind } { $value }
