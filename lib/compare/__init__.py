"""Compare education indicators between regions, back to the words of the documents.

The contents page, in the order of a figure's journey::

    build, check, verify          data/raw → data/curated
    changes                       what a build would change now
    connect, table, describe      the curated database and its code book
    observations, coverage        what is there, and what can be compared at all
    evidence                      names, quotes, sources: what is known beside the rows
    trace                         one figure's whole journey
    panel                         a table of one's own: a CSV, .xlsx, .dta file or a frame
    dataset                       what a notebook compares: the documents, or a table of one's own
    align                         one row per region and indicator for a year and kind
    gaps, rankings, progress      what can be said between regions, and what cannot
    attainment, as_observations   whether targets were met, the nation's by the same function
    revisions                     what a newer plan asks more, less, sooner or later
    findings                      everything that may be said of them, the weightiest first
    composite, composite_variants one score from several indicators, with the spread of its ranks
    dispersion                    how unequal the regions are: CV, Gini, Theil
    balance_coefficient, …        校际差异系数 from school-level data: balance_table,
                                  school_levels, made_up_schools
    comparable                    of which indicators regions can be compared, in a year
    check_parameters, choices     what notebooks may be asked for
    compare.charts                one function per form of chart
    compare.tables                tables for reports, searchable in JupyterLab
    compare.finding               the answer of a page in a sentence

The names are imported when they are asked for: a report batch with nothing to do, or
``--help``, would wait seconds for pandas, polars and duckdb. ``__init__.pyi`` lists them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
