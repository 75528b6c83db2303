"""What several forms share: names, moments, missing regions, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from compare.charts.chart import About
from compare.curated import table
from compare.errors import UnknownValueError
from compare.words import Lang, is_missing, listed, reasons_in_words, term, unit_name


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


def why_missing(row: Mapping[str, Any], lang: Lang) -> str:
    """Say why a region has no value to draw."""
    reason = reasons_in_words(row.get("reasons"), lang)
    return reason or term(row["status"], lang)


def remarks_of(rows: pd.DataFrame, lang: Lang) -> str:
    """Return one sentence per sort of reason, with the regions that it concerns."""
    by_reason: dict[str, list[str]] = {}
    for row in rows.to_dict("records"):
        if is_missing(row["lo"]) and is_missing(row["hi"]):
            continue
        for reason in filter(None, str(row["reasons"]).split("; ")):
            by_reason.setdefault(reason, []).append(row[f"region_{lang}"])
    colon, stop = (":", "。") if lang == "zh" else (": ", ". ")
    parts = [
        f"{term(reason, lang)}{colon}{listed(list(dict.fromkeys(names)), lang)}"
        for reason, names in by_reason.items()
    ]
    joined = (";" if lang == "zh" else "; ").join(parts)
    return joined + stop.strip() if joined else ""


def close_reasons(rows: pd.DataFrame, observations: pd.DataFrame, lang: Lang) -> str:
    """Return why figures are graded close or proxy, each with its region."""
    said = []
    figures = set(rows["figure"].dropna())
    for row in observations.to_dict("records"):
        if row["figure"] in figures and row["comparability"] != "exact":
            reason = row["reason_en"] if lang == "en" else row["reason"]
            reason = row["reason"] if is_missing(reason) else reason
            colon = ":" if lang == "zh" else ": "
            said.append(f"{row[f'region_{lang}']}{colon}{str(reason).rstrip('。.')}")
    text = (";" if lang == "zh" else "; ").join(dict.fromkeys(said))
    return text + ("。" if lang == "zh" else ".") if text else ""


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
