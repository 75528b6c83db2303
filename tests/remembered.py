"""Comparisons worked out once for all charts that tests draw of them, in whatever language.

What the catalogue of charts compares is the same in both languages and in every test that asks
for it; how it compares has tests of its own, which never come here.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import pytest

from compare.charts import subjects
from compare.ledger.evidence import Evidence

ASKED = ("align", "gaps", "progress", "rankings")
_known: dict[bytes, Any] = {}


@contextmanager
def remembered() -> Iterator[None]:
    """Let the subjects of charts look up what was compared before, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ASKED:
            patch.setattr(subjects, name, _once(getattr(subjects, name)))
        yield


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
        return _known[key].copy()

    return looked_up
