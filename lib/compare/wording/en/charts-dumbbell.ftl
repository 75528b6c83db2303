## dumbbell

dumbbell-rise = { $name } to rise by { $least }{ $gap } by { $year }
dumbbell-fall = { $name } to fall by { $least }{ $gap } by { $year }
dumbbell-at-least = at least{ " " }
dumbbell-held = { $name } already at target
dumbbell-nothing = there is no { $what } with a distance to go
dumbbell-regions = region
dumbbell-indicators = indicator
dumbbell-subtitle = small mark: actual, large mark: target; { $unit }
dumbbell-intervals = a target stated as a bound is drawn as an interval
dumbbell-within = an actual and a target are compared within one region only
dumbbell-pace = { $least }{ $pace } a year
dumbbell-only = { $year } { $kind } { $value }
dumbbell-join = ;{ " " }
