## How far there is to go from what is to what is planned.

changes-rise = { $bound ->
    [yes] { $who } to rise by at least { $gap } by { $year }
   *[no] { $who } to rise by { $gap } by { $year }
}
changes-fall = { $bound ->
    [yes] { $who } to fall by at least { $gap } by { $year }
   *[no] { $who } to fall by { $gap } by { $year }
}
changes-held = { $who } already at target
changes-no-regions = there is no region with a distance to go
changes-no-indicators = there is no indicator with a distance to go
changes-join = ;{ " " }
