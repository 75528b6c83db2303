"""What several forms share: names, moments, missing regions, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.charts.chart import About
from compare.curated.database import connect, table
from compare.errors import UnknownValueError
from compare.wording.words import (
    Lang,
    clauses,
    counted,
    is_missing,
    listed,
    reasons_in_words,
    term,
    unit_name,
)
from compare.wording.words import about as about_words


def only(rows: pd.DataFrame, column: str) -> Any:
    """Return the one value of a column.

    Raises
    ------
    UnknownValueError
        If the rows hold none or several: the form draws one at a time.
    """
    values = list(dict.fromkeys(rows[column]))
    if len(values) != 1:
        raise UnknownValueError(
            f"this chart draws one {column} at a time; the frame holds "
            f"{', '.join(map(str, values)) or 'no rows'}: filter it first"
        )
    return values[0]


def natural_bounds(rows: pd.DataFrame) -> tuple[float | None, float | None]:
    """Return floor and cap of the one indicator of some rows; None where there is none."""
    first = rows.iloc[0]
    floor, cap = first["floor"], first["cap"]
    return None if is_missing(floor) else floor, None if is_missing(cap) else cap


def moment(row: Mapping[str, Any], lang: Lang) -> str:
    """Return year and kind: ``2025年目标``, ``2025 target``."""
    kind = term(row["kind"], lang)
    return f"{row['year']}年{kind}" if lang == "zh" else f"{row['year']} {kind}"


def unit_words(rows: pd.DataFrame, lang: Lang, column: str = "unit") -> str:
    """Return the one unit of some rows as it stands under an axis."""
    return unit_name(str(only(rows, column)), lang)


def missing_in_words(rows: pd.DataFrame, lang: Lang) -> str:
    """Return the regions that have no value in any of some rows, by reason."""
    there = rows["lo"].notna() | rows["hi"].notna()
    absent = rows[~rows["region"].isin(rows.loc[there, "region"])]
    return _by_reason(absent, [why_missing(row, lang) for row in absent.to_dict("records")], lang)


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
    rows = covered.groupby("region").filter(lambda part: not part["n"].any())
    rows = rows.sort_values("status", kind="stable")
    if not proxies:
        rows = pd.concat([rows, covered[covered["status"] == "only-proxy"]])
    return _by_reason(rows, [term(status, lang) for status in rows["status"]], lang)


def _by_reason(rows: pd.DataFrame, reasons: Sequence[str], lang: Lang) -> str:
    named: dict[str, list[str]] = {}
    for reason, region in zip(reasons, rows[f"region_{lang}"], strict=True):
        named.setdefault(reason, []).append(region)
    parts = [
        about_words(reason, listed(list(dict.fromkeys(regions)), lang), lang)
        for reason, regions in named.items()
    ]
    return clauses(parts, lang)


def why_missing(row: Mapping[str, Any], lang: Lang) -> str:
    """Say why a region has no value to draw; what is said of the indicator is no reason."""
    named = reason_names(row.get("reasons"))
    own = [name for name in named if name != "one-province-scheme"] or named
    return reasons_in_words("; ".join(own), lang) or term(row["status"], lang)


def reason_names(reasons: Any) -> list[str]:
    """Return reasons, joined by semicolons, one by one."""
    return [] if is_missing(reasons) else [name for name in str(reasons).split("; ") if name]


def remarks_of(rows: pd.DataFrame, lang: Lang) -> str:
    """Return one clause per sort of reason, with the regions that it concerns.

    What a title says already is left out. A gap has the reasons of both its ends; what is
    a matter of one figure alone is said of the regions whose figure it is.
    """
    by_reason: dict[str, list[str]] = {}
    there = rows[rows["lo"].notna() | rows["hi"].notna()]
    for row in there.to_dict("records"):
        for reason in reason_names(row["reasons"]):
            if reason not in _IN_TITLES and _is_own(row, reason):
                by_reason.setdefault(reason, []).append(row[f"region_{lang}"])
    return by_reason_in_words(by_reason, lang)


def by_reason_in_words(by_reason: Mapping[str, Iterable[str]], lang: Lang) -> str:
    """Return reasons, each with the names that it concerns."""
    parts = [
        about_words(term(reason, lang), listed(list(dict.fromkeys(names)), lang), lang)
        for reason, names in by_reason.items()
    ]
    return clauses(parts, lang)


_IN_TITLES = ("alone", "no-direction")

_FLAGS = {"approximate": "approximate", "conflicting-figures": "conflict", "derived": "derived"}
"""Reasons that are a matter of one figure, with the columns that say so."""


def _is_own(row: Mapping[str, Any], reason: str) -> bool:
    """Tell whether a reason of a gap is one of the region itself."""
    flag = _FLAGS.get(reason)
    return flag is None or flag not in row or bool(row[flag])


def close_reasons(
    rows: pd.DataFrame, figures: Iterable[Any], lang: Lang, *, most: int | None = None
) -> str:
    """Return why the figures behind some rows are graded close, each with its regions.

    Where the rows are of several indicators, these are named instead.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows with an indicator.
    figures : iterable of str
        The figures that are drawn.
    lang : {"zh", "en"}
        Language; a reason that is not written in it is given in Chinese.
    most : int, optional
        Reasons that there is room for; where there are more, only what they concern is named.
    """
    drawn, indicators = {name for name in figures if isinstance(name, str)}, set(rows["indicator"])
    known = connect().execute(_CLOSE, {"figures": sorted(drawn), "names": sorted(indicators)})
    by_reason: dict[str, list[str]] = {}
    concerned: list[str] = []
    for *names, reason, reason_en in known.fetchall():
        why = reason if lang == "zh" else reason_en or reason
        name = names[(0 if lang == "zh" else 1) + (2 if len(indicators) > 1 else 0)]
        by_reason.setdefault(why.rstrip("。."), []).append(name)
        concerned.append(name)
    if most is not None and len(by_reason) > most:
        return about_words(_SHORT[lang], _named_or_counted(concerned, lang), lang)
    said = [
        _WHY[lang].format(names=listed(list(dict.fromkeys(names)), lang), why=why)
        for why, names in by_reason.items()
    ]
    return about_words(term("close", lang), clauses(said, lang), lang) if said else ""


def _named_or_counted(indicators: Iterable[str], lang: Lang) -> str:
    names = list(dict.fromkeys(indicators))
    if len(names) <= _MOST_NAMES:
        return listed(names, lang)
    return f"{len(names)}项指标" if lang == "zh" else counted(len(names), "indicator")


_MOST_NAMES = 5
"""Indicators that a note has room to name."""

_WHY = {"zh": "{names}（{why}）", "en": "{names} ({why})"}

_SHORT = {
    "zh": "含口径相近（定义或分母略有出入或未写明，理由见各指标图）的数值",
    "en": "with values that are only close (definition or denominator differs a little or is "
    "not stated; each indicator's own chart gives the reason)",
}

_CLOSE = """
SELECT r.name_zh, r.name_en, i.name_zh, i.name_en, o.reason, o.reason_en
FROM observations o JOIN regions r USING (region) JOIN indicators i USING (indicator)
WHERE o.comparability = 'close'
  AND list_contains($figures, o.figure) AND list_contains($names, o.indicator)
ORDER BY r.adcode, o.figure
"""


def named_like_observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the names of regions and indicators to rows that have only their keys."""
    regions = table("regions")[["region", "name_zh", "name_en", "adcode"]]
    indicators = table("indicators")[["indicator", "theme", "name_zh", "name_en"]]
    names = {"name_zh": "{}_zh", "name_en": "{}_en"}
    for known, key in ((regions, "region"), (indicators, "indicator")):
        renamed = known.rename(columns={old: new.format(key) for old, new in names.items()})
        rows = rows.merge(renamed, on=key, how="left", validate="many_to_one")
    return rows


def about(rows: pd.DataFrame, figures: Iterable[Any]) -> About:
    """Return what a chart of these rows is about."""
    named = sorted({part for cell in figures if isinstance(cell, str) for part in cell.split()})
    return About(
        themes=tuple(dict.fromkeys(rows["theme"])) if "theme" in rows else (),
        indicators=tuple(dict.fromkeys(rows["indicator"])),
        regions=tuple(dict.fromkeys(rows["region"])),
        figures=tuple(named),
    )


def documents_of(figures: Iterable[Any]) -> set[str]:
    """Return the documents of figures, from their ids."""
    parts = (part for cell in figures if isinstance(cell, str) for part in cell.split())
    return {part.split("/")[0] for part in parts}
