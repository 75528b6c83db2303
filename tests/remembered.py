"""Comparisons worked out once for all sentences and charts that tests make of them.

What a lead, a table or a chart compares is the same in both languages and in every test that
asks for it; how it compares has tests of its own, which never come here.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from hashlib import sha256
from types import ModuleType
from typing import Any

import pytest

from compare.finding import titles
from compare.ledger.evidence import Evidence

OF_CHARTS = ("align", "gaps", "progress", "rankings")
OF_FINDINGS = (*OF_CHARTS, "attainment", "revisions")

_MOST = 400
"""So many comparisons are kept, the last ones: of our five documents a table has 60 columns."""

_known: dict[bytes, Any] = {}


@contextmanager
def remembered() -> Iterator[None]:
    """Let the subjects of charts look up what was compared before, in this process."""
    from compare.charts import subjects  # draws: most files need nothing of it

    with looked_up(subjects, OF_CHARTS):
        yield


@contextmanager
def looked_up(module: ModuleType, names: tuple[str, ...]) -> Iterator[None]:
    """Let a module look up what it, or another one, compared before, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setattr(module, name, _once(getattr(module, name)))
        yield


@contextmanager
def titled_once() -> Iterator[None]:
    """Let titles look up what was found in the same rows before: in both languages the same is.

    Facts hold the findings that they were asked for; what is said of them is said anew.
    """
    made = titles.facts_of

    def looked_up(rows: Any, about: Any, evidence: Any, whole: Any) -> Any:
        of = evidence or Evidence()
        tables = [getattr(of, one.name) for one in fields(of)]
        key = sha256(pickle.dumps((id(whole), rows, about, tables))).digest()
        if key not in _facts:
            _facts[key] = (made(rows, about, evidence, whole), whole)  # which keeps its identity
            if len(_facts) > _MOST_FACTS:
                del _facts[next(iter(_facts))]
        return _facts[key][0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(titles, "facts_of", looked_up)
        yield


_MOST_FACTS = 150
"""So many are kept, the last ones: all charts of the suite in a language have fewer."""

_facts: dict[bytes, tuple[Any, Any]] = {}


def _once(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def looked_up(frame: Any, *, evidence: Any = None, **asked: Any) -> Any:
        of = evidence or Evidence()
        tables = [of.regions, of.indicators, of.benchmarks]
        asked_for = (function.__name__, frame, tables, sorted(asked.items()))
        key = sha256(pickle.dumps(asked_for)).digest()
        if key not in _known:
            known = {} if evidence is None else {"evidence": evidence}
            _known[key] = function(frame, **known, **asked)
            if len(_known) > _MOST:
                del _known[next(iter(_known))]
        return _known[key].copy()

    return looked_up
