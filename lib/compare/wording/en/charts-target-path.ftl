## target_path

target-path-several = targets are for different years ({ $years }); only { $same } share one
target-path-none = targets are for different years ({ $years }); no two regions share one
target-path-together = the targets of { $regions } are for { $years }
target-path-one = only { $only } has a usable target
target-path-actuals = the texts print actuals only, and no target
target-path-same = { $regions } ({ $year })
target-path-target = { $region } ({ $year }: { $value })
target-path-subtitle = { $unit }; filled: actual, hollow: target; dashes join the actual and the targets of one region
target-path-intervals = vertical lines are the intervals that words such as 'at least' stand for
target-path-apart = marks of one year stand a little apart
target-path-path = dashes are a linear path, not a forecast
