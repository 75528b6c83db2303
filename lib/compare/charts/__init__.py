"""Charts: one function per form, frame in, :class:`Chart` out.

The forms are the modules of ``compare.charts.forms``; each holds one function of its name::

    coverage_matrix, ranking, dumbbell, gap_bars, gap_matrix, target_path,
    region_profile, small_multiples, rank_spread, attainment_board, bullet,
    revision_dumbbell

``every_chart`` makes all that the curated data supports. Forms are found, not listed: a new
one is a module of that folder.
"""

import importlib
import pkgutil
from typing import Any

from compare.charts import forms
from compare.charts.catalogue import every_chart
from compare.charts.chart import Chart

FORMS = tuple(sorted(module.name for module in pkgutil.iter_modules(forms.__path__)))

__all__ = ["FORMS", "Chart", "every_chart", *FORMS]


def __getattr__(name: str) -> Any:
    if name in FORMS:
        return getattr(importlib.import_module(f"compare.charts.forms.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
