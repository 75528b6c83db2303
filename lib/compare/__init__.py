"""Compare education indicators between regions, back to the words of the documents.

The contents page, in the order of a figure's journey::

    build, check, verify          data/raw → data/curated
    connect, table, describe      the curated database and its code book
    observations, coverage        what is there, and what can be compared at all
    trace                         one figure's whole journey
"""

from compare.build import build, check
from compare.curated import (
    connect,
    coverage,
    data_version,
    describe,
    observations,
    region_slug,
    table,
)
from compare.errors import CompareError, DataError
from compare.tracing import trace, verify

__all__ = [
    "CompareError",
    "DataError",
    "build",
    "check",
    "connect",
    "coverage",
    "data_version",
    "describe",
    "observations",
    "region_slug",
    "table",
    "trace",
    "verify",
]
