## The stated values of one indicator over the years.

paths-several = targets are for different years ({ $years }); only { $same } share one
paths-none = targets are for different years ({ $years }); no two regions share one
paths-together = the targets of { $regions } are for { $year }
paths-one = only { $only } has a usable target
paths-actuals = the texts state actuals only, and no target
paths-same = { $regions } ({ $year })
paths-target = { $region } ({ $year }: { $value })
