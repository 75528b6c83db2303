"""The ledger: figures as printed, typed by hand, read and checked.

models                    the rows: figures, alignments, regions, indicators, benchmarks
read, ledger              the typed tables, each cell with its place; all of data/raw
numbers, units            printed numbers and units, and what they stand for
printed_intervals         where 90%以上 becomes an interval
superseding               which of several sources counts: the newest
texts                     the documents, where they are at hand
checks                    the subject's own rules over the whole ledger
"""
