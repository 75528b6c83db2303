"""Reading sentences: every number in them, and where it may come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Any

import pandas as pd

from compare.ledger.evidence import Evidence

NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")


def numbers(text: str) -> list[float]:
    """Return the numbers of a sentence, without their signs."""
    return [abs(float(one.replace("−", "-").replace(",", ""))) for one in NUMBER.findall(text)]


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a sentence without names that hold digits of their own: IPv6, 15年免费教育."""
    for name in _with_digits(frozenset(names)):
        for form in (name, name[:1].lower() + name[1:]):
            text = text.replace(form, "")
    return text


@lru_cache(maxsize=8)  # every sentence is read without the same names
def _with_digits(names: frozenset[str]) -> list[str]:
    """Return those names that hold digits, the longest first."""
    return sorted((name for name in names if re.search(r"\d", name)), key=len, reverse=True)


def lines_of(finding: Mapping[str, Any], evidence: Evidence) -> pd.DataFrame:
    """Return the references that a finding may name: the nation's, and its own provinces'."""
    limits = evidence.benchmarks[evidence.benchmarks["indicator"] == finding["indicator"]]
    codes = evidence.regions.set_index("region")["adcode"].astype(str).str[:2]
    provinces = set(codes.reindex(finding["regions"].split("; ")))
    of_whom = limits["adcode"]
    return limits[of_whom.isna() | of_whom.astype(str).str[:2].isin(provinces)]


def sources_of(figures: pd.DataFrame, limits: pd.DataFrame) -> set[float]:
    """Return every number that a sentence about some figures may hold.

    Printed ends and years; references; differences of any two; yearly changes; how many.
    """
    ends = [float(end) for table in (figures, limits) for name in ("value", "lo", "hi")
            if name in table for end in table[name].dropna()]  # fmt: skip
    years = {float(year) for table in (figures, limits) for year in table["year"].dropna()}
    apart = {abs(a - b) for a, b in combinations(ends, 2)} | {0.0}
    spans = {abs(a - b) for a, b in combinations(years | {*ends}, 2) if abs(a - b) > 0}
    spans = {span for span in spans if span == int(span) and span <= 60}
    paces = {gap / span for gap in apart for span in spans}
    return {*map(abs, ends), *years, *apart, *paces}


def is_known(number: float, known: Iterable[float]) -> bool:
    """Tell whether a number as it is written is one of those known, rounded as written."""
    return any(abs(number - one) <= 0.0051 or round(one, 3) == number for one in known)
