"""What ``compare`` offers, imported: see the package's own page for what is what.

Kept apart from ``compare/__init__.py`` so that a command that needs little starts at once.
"""

from compare.aligning import align
from compare.balance import (
    balance_coefficient,
    balance_table,
    made_up_schools,
    school_levels,
)
from compare.building import build, check
from compare.curated import (
    connect,
    coverage,
    data_version,
    describe,
    observations,
    region_slug,
    table,
)
from compare.differences import gaps
from compare.errors import CompareError, DataError
from compare.inequality import dispersion
from compare.pace import progress
from compare.parameters import check_parameters, choices
from compare.ranking import rankings
from compare.scoring import composite, composite_variants
from compare.tracing import trace, verify
from compare.upcoming import changes

__all__ = [
    "CompareError",
    "DataError",
    "align",
    "balance_coefficient",
    "balance_table",
    "build",
    "changes",
    "check",
    "check_parameters",
    "choices",
    "composite",
    "composite_variants",
    "connect",
    "coverage",
    "data_version",
    "describe",
    "dispersion",
    "gaps",
    "made_up_schools",
    "observations",
    "progress",
    "rankings",
    "region_slug",
    "school_levels",
    "table",
    "trace",
    "verify",
]
