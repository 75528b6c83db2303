"""The catalogue of charts: every one that the data supports, in one language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from compare.charts import forms
from compare.charts.chart import Chart
from compare.charts.comparing import shows_comparison
from compare.charts.subjects import Subject, subjects
from compare.comparisons.frames import as_pandas
from compare.ledger.evidence import Evidence, or_nothing
from compare.wording.catalogue import Lang


def every_chart(
    observations: Any,
    coverage: Any,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
    indicators: Sequence[str] | None = None,
    size: str = "half",
) -> Iterator[Chart]:
    """Yield every chart that some observations support: those that show a comparison.

    Parameters
    ----------
    observations, coverage : frame
        Rows of :func:`compare.observations` and :func:`compare.coverage`.
    evidence : Evidence, optional
        What is known beside them: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    indicators : sequence of str, optional
        Only the charts of these indicators.
    size : {"half", "slide"}
        Size of the charts of one indicator; matrices, themes and profiles take a page
        where the others take half of one.

    Yields
    ------
    Chart
        Everything, themes, then indicators, then regions; keys are unique.
    """
    observed, covered = as_pandas(observations), as_pandas(coverage)
    known = or_nothing(evidence)
    if indicators is not None:
        observed = observed[observed["indicator"].isin(indicators)]
    for subject in subjects(observed, covered, known, lang, size):
        if indicators is not None and not subject.kind.startswith("indicator"):
            continue
        yield from charts_of(subject)


def charts_of(subject: Subject) -> Iterator[Chart]:
    """Yield every chart of a subject that shows a comparison, form by form."""
    for form in modules():
        for chart in form.of_subject(subject):
            if shows_comparison(chart, subject.evidence):
                yield chart


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules of all forms, in their order."""
    found = [
        importlib.import_module(f"{forms.__name__}.{module.name}")
        for module in pkgutil.iter_modules(forms.__path__)
    ]
    return tuple(sorted(found, key=lambda form: (form.PLACE, form.__name__)))
