"""Comparisons: frame in, frame out; nothing here reads the disk.

frames                    the one boundary: pandas, polars, DuckDB in, the same out
intervals                 which of two intervals is better
comparability             who may be compared with whom
rules                     when a reason of the table holds: between two rows, in a field
align, horizons           one row per region and indicator for a year and kind
gaps                      how far: to a region, to the best and the middle, to a benchmark
rankings, progress        in which order, how fast
attainment                what came of a target: plan_targets, plan_outcomes, verdicts
national_lines            benchmarks beside an outcome, and as observations of the nation
revisions, editions       what a newer document changes of the targets before it
dispersion                how unequal the regions are
"""
