## target_path

target-path-marks = filled: actual, hollow: target; dashes join the actual and the targets of one region
target-path-intervals = vertical lines are the intervals that terms such as 'at least' stand for
target-path-apart = marks of one year stand a little apart
target-path-path = dashes are a linear path, not a forecast
