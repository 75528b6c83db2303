"""What ``compare`` offers, and where each name lives: the one list, read by `__init__.py`."""

from . import charts, finding, tables
from .comparisons.align import align
from .comparisons.attainment import attainment
from .comparisons.dispersion import dispersion
from .comparisons.gaps import gaps
from .comparisons.national_lines import as_observations
from .comparisons.plan_cycle import made_up_cycle
from .comparisons.progress import progress
from .comparisons.rankings import rankings
from .comparisons.revisions import revisions
from .composites.composite import composite, composite_variants
from .curated.build import build, check
from .curated.changes import changes
from .curated.database import (
    connect,
    coverage,
    data_version,
    describe,
    evidence,
    observations,
    region_slug,
    table,
)
from .curated.dataset import dataset
from .curated.trace import trace, verify
from .errors import CompareError, DataError
from .finding.findings import findings
from .reports.comparable import comparable
from .reports.notebooks.parameters import check_parameters, choices
from .schools.balance import (
    balance_coefficient,
    balance_table,
    made_up_schools,
    school_levels,
)
from .sources.panel.made_up import made_up_panel
from .sources.panel.panel import panel

__all__ = [
    "CompareError",
    "DataError",
    "align",
    "as_observations",
    "attainment",
    "balance_coefficient",
    "balance_table",
    "build",
    "changes",
    "charts",
    "check",
    "check_parameters",
    "choices",
    "comparable",
    "composite",
    "composite_variants",
    "connect",
    "coverage",
    "data_version",
    "dataset",
    "describe",
    "dispersion",
    "evidence",
    "finding",
    "findings",
    "gaps",
    "made_up_cycle",
    "made_up_panel",
    "made_up_schools",
    "observations",
    "panel",
    "progress",
    "rankings",
    "region_slug",
    "revisions",
    "school_levels",
    "table",
    "tables",
    "trace",
    "verify",
]
