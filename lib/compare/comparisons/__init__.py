"""Comparisons: frame in, frame out; nothing here reads the disk.

frames                    the one boundary: pandas, polars, DuckDB in, the same out
intervals                 which of two intervals is better
comparability             who may be compared with whom, and what must be said of it
align                     one row per region and indicator for a year and kind
gaps, rankings, progress  how far, in which order, how fast
dispersion                how unequal the regions are
"""
