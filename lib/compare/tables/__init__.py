"""Tables for reading: values as people write them, with grades, reasons and figure ids.

Regions stand in the order of their administrative codes, never of their values: a sorted
table says more than the documents do. A figure's id shows its words under the mouse, and
leads to the row of :func:`evidence_table` on the same page.
"""

from compare.tables.accounts import accounts_table
from compare.tables.attainment import attainment_table
from compare.tables.comparisons import gaps_table, rankings_table, values_table
from compare.tables.downloads import Download
from compare.tables.evidence import (
    conflicts,
    conflicts_table,
    evidence_table,
    figures_table,
    journey_table,
)
from compare.tables.ledger import (
    UnequalAnswersError,
    changes_table,
    checks_table,
    code_book_table,
    coverage_table,
    definitions_table,
    same_answer_table,
)
from compare.tables.needs import needs_table
from compare.tables.neighbours import neighbours
from compare.tables.pairs import pair_table
from compare.tables.said import (
    findings_table,
    not_stated_table,
    quotes_table,
    references_table,
)
from compare.tables.scanned import facts_table, proposals_table
from compare.tables.schools import coefficients_table, school_levels_table
from compare.tables.scores import composite_table, variants_table
from compare.tables.sources import sources_table
from compare.tables.standings import standing_table
from compare.tables.stated import other_figures_table
from compare.tables.table import Table
from compare.tables.target_years import (
    figures_listed,
    target_rows,
    target_years_table,
    targets_workbook,
)
from compare.tables.targets import benchmarks_table, progress_table

__all__ = [
    "Download",
    "Table",
    "UnequalAnswersError",
    "accounts_table",
    "attainment_table",
    "benchmarks_table",
    "changes_table",
    "checks_table",
    "code_book_table",
    "coefficients_table",
    "composite_table",
    "conflicts",
    "conflicts_table",
    "coverage_table",
    "definitions_table",
    "evidence_table",
    "facts_table",
    "figures_listed",
    "figures_table",
    "findings_table",
    "gaps_table",
    "journey_table",
    "needs_table",
    "neighbours",
    "not_stated_table",
    "other_figures_table",
    "pair_table",
    "progress_table",
    "proposals_table",
    "quotes_table",
    "rankings_table",
    "references_table",
    "same_answer_table",
    "school_levels_table",
    "sources_table",
    "standing_table",
    "target_rows",
    "target_years_table",
    "targets_workbook",
    "values_table",
    "variants_table",
]
