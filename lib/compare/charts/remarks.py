"""What must be said below a chart: who is missing and why, cautions, grades."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.conditions import is_year_inferred
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import (
    about,
    bracketed,
    by_reason_in_words,
    clauses,
    joined,
    listed,
    reason_names,
    reasons_in_words,
)
from compare.wording.references import benchmark_name
from compare.wording.values import is_missing, value_in_words


def limit_in_words(limit: Mapping[str, Any], lang: Lang) -> str:
    """Return what a benchmark is called, with its value: ``国家县域标准 ≥50%``."""
    reference, value = benchmark_name(limit, lang), value_in_words(limit, lang)
    return say("ranking-benchmark", lang, reference=reference, value=value)


def scope_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return that a value is one of each county, or a limit for each; nothing of a whole."""
    if row.get("scope") != "each-county":
        return ""
    return say(f"chart-each-county-{row['kind']}", lang)


def missing_in_words(rows: pd.DataFrame, lang: Lang) -> str:
    """Return the regions that have no value in any of some rows, by reason."""
    there = rows["lo"].notna() | rows["hi"].notna()
    absent = rows[~rows["region"].isin(rows.loc[there, "region"])]
    return _by_reason(absent, [why_missing(row, lang) for row in records(absent)], lang)


def absent_in_words(covered: pd.DataFrame, lang: Lang, *, proxies: bool = False) -> str:
    """Return the regions of rows of coverage that print nothing to draw, by status.

    Parameters
    ----------
    covered : pandas.DataFrame
        Rows of :func:`compare.coverage` for one indicator.
    lang : {"zh", "en"}
        Language.
    proxies : bool
        Whether proxies are drawn as well.
    """
    stated = covered.loc[covered["n"] > 0, "region"]
    rows = covered[~covered["region"].isin(stated)].sort_values("status", kind="stable")
    if not proxies:
        rows = pd.concat([rows, covered[covered["status"] == "only-proxy"]])
    return _by_reason(rows, [term(status, lang) for status in rows["status"]], lang)


def _by_reason(rows: pd.DataFrame, reasons: Sequence[str], lang: Lang) -> str:
    named: dict[str, list[str]] = {}
    for reason, region in zip(reasons, rows[f"region_{lang}"], strict=True):
        named.setdefault(reason, []).append(region)
    parts = [about(reason, few_of(regions, lang), lang) for reason, regions in named.items()]
    return clauses(parts, lang)


def few_of(names: Iterable[str], lang: Lang) -> str:
    """Return a list of names; of many the first ones, and how many there are."""
    every = list(dict.fromkeys(names))
    if len(every) <= _MOST_REGIONS:
        return listed(every, lang)
    first = listed(every[: _MOST_REGIONS // 2], lang)
    return say("rest-names", lang, names=first, of=len(every))


_MOST_REGIONS = 8
"""Names of regions, or of pairs of them, that a note has room for."""


def why_missing(row: Mapping[str, Any], lang: Lang) -> str:
    """Say why a region has no value to draw; what is said of the indicator is no reason."""
    named = reason_names(row.get("reasons"))
    own = [name for name in named if name != "one-province-scheme"] or named
    status = "missing" if is_missing(row["status"]) else str(row["status"])
    return reasons_in_words("; ".join(own), lang) or term(status, lang)


def remarks_of(rows: pd.DataFrame, lang: Lang) -> str:
    """Return one clause per sort of reason, with the regions that it concerns.

    What a title says already is left out. A gap has the reasons of both its ends; what is
    a matter of one figure alone is said of the regions whose figure it is.
    """
    by_reason: dict[str, list[str]] = {}
    there = rows[rows["lo"].notna() | rows["hi"].notna()]
    for row in records(there):
        for reason in reason_names(row["reasons"]):
            if reason not in _IN_TITLES and _is_own(row, reason):
                by_reason.setdefault(reason, []).append(row[f"region_{lang}"])
    return few_by_reason(by_reason, lang)


def reasons_of_rows(
    rows: pd.DataFrame, column: str, lang: Lang, *, besides: Container[str] = ()
) -> str:
    """Return the reasons of rows, each with the names in a column that it concerns.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a comparison.
    column : str
        What the rows are called.
    lang : {"zh", "en"}
        Language.
    besides : container of str
        Reasons that the picture says itself.
    """
    by_reason: dict[str, list[str]] = {}
    for row in records(rows):
        for reason in reason_names(row["reasons"]):
            if reason not in besides:
                by_reason.setdefault(reason, []).append(str(row[column]))
    return few_by_reason(by_reason, lang)


def few_by_reason(by_reason: Mapping[str, Iterable[str]], lang: Lang) -> str:
    """Return reasons, each with the names that it concerns, or the first of many."""
    named = {reason: [few_of(names, lang)] for reason, names in by_reason.items()}
    return by_reason_in_words(named, lang)


_IN_TITLES = ("alone", "no-direction")

_FLAGS = {"approximate": "approximate", "conflicting-figures": "conflict", "derived": "derived"}
"""Reasons that are a matter of one figure, with the columns that say so."""


def _is_own(row: Mapping[str, Any], reason: str) -> bool:
    """Tell whether a reason of a gap is one of the region itself."""
    flag = _FLAGS.get(reason)
    return flag is None or flag not in row or bool(row[flag])


def close_reasons(
    rows: pd.DataFrame,
    figures: Iterable[Any],
    evidence: Evidence,
    lang: Lang,
    *,
    most: int | None = None,
) -> str:
    """Return why the figures behind some rows are graded close, each with its regions.

    Where the rows are of several indicators, these are named instead.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows with an indicator.
    figures : iterable of str
        The figures that are drawn.
    evidence : Evidence
        Grades and their reasons; one that is not written in a language is given in Chinese.
    lang : {"zh", "en"}
        Language.
    most : int, optional
        Reasons that there is room for; where there are more, only what they concern is named.
    """
    indicators = rows["indicator"].unique()
    key = "indicator" if len(indicators) > 1 else "region"
    by_reason: dict[str, list[str]] = {}
    for row in evidence.close(figure_ids(figures), indicators):
        why = row["reason"] if lang == "zh" or is_missing(row["reason_en"]) else row["reason_en"]
        name = evidence.name(key, row[key], lang)
        by_reason.setdefault(str(why).rstrip("。."), []).append(name)
    concerned = [name for names in by_reason.values() for name in names]
    if most is not None and len(by_reason) > most:
        return about(say("close-short", lang), _named_or_counted(concerned, lang), lang)
    said = [f"{few_of(names, lang)}{bracketed(why, lang)}" for why, names in by_reason.items()]
    return about(term("close", lang), clauses(said, lang), lang) if said else ""


def inferred_years(rows: pd.DataFrame, known: Evidence, lang: Lang) -> str:
    """Return which years that a chart prints no text does, and of whom; of few years alone."""
    if "year_basis" not in rows:
        return ""
    needed = {"year_basis", "figure", "year", f"region_{lang}"}
    unprinted = rows[[name for name in rows if name in needed]][rows["year_basis"] == "implied"]
    ordered = records(unprinted.sort_values("year", kind="stable"))
    inferred = [row for row in ordered if is_year_inferred(row, known)]
    said = []
    for (year,), of in grouped(inferred, "year").items():
        names = few_of(_regions(of, lang), lang)
        said.append(say("chart-inferred-year", lang, year=str(int(year)), names=names))
    return say("chart-inferred", lang, each=joined(said, lang)) if said else ""


def _regions(rows: Iterable[Mapping[str, Any]], lang: Lang) -> list[str]:
    return list(dict.fromkeys(str(row[f"region_{lang}"]) for row in rows))


def _named_or_counted(indicators: Iterable[str], lang: Lang) -> str:
    names = list(dict.fromkeys(indicators))
    if len(names) <= _MOST_NAMES:
        return listed(names, lang)
    return say("count-indicators", lang, n=len(names))


_MOST_NAMES = 5
"""Indicators that a note has room to name."""
