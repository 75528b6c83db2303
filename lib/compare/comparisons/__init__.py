"""Comparisons: frame in, frame out; nothing here reads the disk.

frames                    the one boundary: pandas, polars, DuckDB in, the same out
intervals                 which of two intervals is better
comparability             who may be compared with whom
rules                     when a reason of the table holds: between two rows, in a field
align, horizons           one row per region and indicator for a year and kind
gaps                      how far: to a region, to the best and the middle, to a benchmark
rankings, progress        in which order, how fast
dispersion                how unequal the regions are
"""
