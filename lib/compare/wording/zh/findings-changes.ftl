## How far there is to go from what is to what is planned.

changes-rise = { $bound ->
    [yes] { $who }到{ $year }年至少要提高{ $gap }
   *[no] { $who }到{ $year }年要提高{ $gap }
}
changes-fall = { $bound ->
    [yes] { $who }到{ $year }年至少要降低{ $gap }
   *[no] { $who }到{ $year }年要降低{ $gap }
}
changes-held = { $who }的基数等于或优于目标
changes-no-regions = 没有可计算距离的地区
changes-no-indicators = 没有可计算距离的指标
changes-join = ，
