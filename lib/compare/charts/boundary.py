"""The boundary of charts: any frame in, rows that a form can draw, and what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.charts.chart import About
from compare.comparisons.align import DEFAULTS as OBSERVED_DEFAULTS
from compare.comparisons.comparability import DEFAULTS
from compare.errors import UnknownValueError
from compare.finding.rows import completed, stated_rows
from compare.ledger.evidence import Evidence, figure_ids, or_nothing
from compare.ledger.records import values_of
from compare.wording.catalogue import Lang
from compare.wording.values import axis_unit, is_missing, unit_name

# how a number is meant, nobody can guess: a row without a comparator has none
_OF_COMPARISONS = {**DEFAULTS, "floor": None, "cap": None, "use": "main", "comparator": None}
_OF_OBSERVATIONS = {**OBSERVED_DEFAULTS, "comparator": None}


def chart_rows(
    frame: Any, evidence: Evidence | None, *, by_code: bool = True
) -> tuple[pd.DataFrame, Evidence]:
    """Return the rows of a frame with what a form may ask for, and the evidence beside them.

    Parameters
    ----------
    frame : frame
        Rows of a comparison, or of one's own, in any kind of frame.
    evidence : Evidence, optional
        What is known beside them; without it regions and indicators are called by their
        keys, or by the names that the rows carry.
    by_code : bool
        Whether regions stand in the order of their codes: not where rows are of several
        indicators, whose order is that of the frame.

    Returns
    -------
    rows : pandas.DataFrame
        By administrative codes, if asked for, then as they came; with the names of regions,
        indicators and themes, and the columns of comparisons that they lack, at their
        defaults.
    evidence : Evidence
        The evidence, or one that knows nothing.
    """
    rows, known = named_rows(frame, evidence, by_code=by_code)
    return completed(rows, _OF_COMPARISONS), known


def observed_rows(frame: Any, evidence: Evidence | None) -> tuple[pd.DataFrame, Evidence]:
    """Return observations that are not aligned, as :func:`chart_rows` returns aligned ones."""
    rows, known = named_rows(frame, evidence)
    return completed(rows, _OF_OBSERVATIONS), known


def named_rows(
    frame: Any, evidence: Evidence | None, *, by_code: bool = True
) -> tuple[pd.DataFrame, Evidence]:
    """Return the rows of a frame with names and in order, and the evidence beside them.

    As :func:`chart_rows`, for what is worked out of observations and is none itself: no
    column of theirs is added.
    """
    known = or_nothing(evidence)
    rows = known.named(stated_rows(frame))
    if by_code and "adcode" in rows:
        rows = rows.sort_values("adcode", kind="stable", na_position="last")
    return rows.reset_index(drop=True), known


def by_region(rows: pd.DataFrame, *then: str) -> pd.DataFrame:
    """Return rows region by region, as regions come, and within one by other columns."""
    place = {region: place for place, region in enumerate(dict.fromkeys(rows["region"]))}
    ordered = rows.assign(_place=rows["region"].map(place)).sort_values(
        ["_place", *then], kind="stable"
    )
    return ordered.drop(columns="_place").reset_index(drop=True)


def usable(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the main figures that are more than a proxy; all, where nothing says which."""
    if "use" in rows:
        rows = rows[rows["use"].fillna("main") == "main"]
    if "comparability" in rows:
        rows = rows[rows["comparability"] != "proxy"]
    return rows


def with_words(rows: pd.DataFrame, known: Evidence, column: str = "figure") -> pd.DataFrame:
    """Return rows with what labels need of their figures.

    These are ``worded``, whether words alone state each, ``printed``: the words,
    ``every_year``: what each says of every year, and ``year_start``: since when it counts.
    """
    cells = values_of(rows[column]) if column in rows else [None] * len(rows)
    said = {cell: list(known.words([cell]).values()) for cell in set(cells)}
    worded = {cell: _is_worded(figures) for cell, figures in said.items()}
    printed = {cell: _of_one(figures, "printed") for cell, figures in said.items()}
    yearly = {cell: _of_one(figures, "every_year") for cell, figures in said.items()}
    since = {cell: _of_one(figures, "year_start") for cell, figures in said.items()}
    return rows.assign(
        worded=[worded[cell] for cell in cells],
        printed=[printed[cell] for cell in cells],
        every_year=pd.Series([yearly[cell] for cell in cells], rows.index, dtype=object),
        year_start=pd.Series([since[cell] for cell in cells], rows.index, dtype=object),
    )


def with_worded_ends(rows: pd.DataFrame, known: Evidence, *stages: str) -> pd.DataFrame:
    """Return rows that pair observations with ``<stage>_worded`` for each end."""
    worded = {
        f"{stage}_worded": with_words(rows, known, f"{stage}_figure")["worded"] for stage in stages
    }
    return rows.assign(**worded)


def _is_worded(said: list[dict[str, Any]]) -> bool:
    """Tell whether words alone state a share; how many a list names is a number."""
    return bool(said) and all(row.get("worded") is True and row["unit"] == "%" for row in said)


def _of_one(said: list[dict[str, Any]], name: str) -> Any:
    """Return what is known of the text of one figure; of several none speaks for all."""
    return said[0].get(name) if len(said) == 1 else None


STATED = ("observed", "only-proxy")
"""Statuses of coverage that come with a value."""


def coverage_rows(frame: Any, evidence: Evidence | None) -> tuple[pd.DataFrame, Evidence]:
    """Return rows of coverage, in their order, with what a form may ask for.

    Parameters
    ----------
    frame : frame
        Rows of :func:`compare.coverage`, or of one's own with region, indicator, kind and
        status, in any kind of frame.
    evidence : Evidence, optional
        What is known beside them.
    """
    rows, known = chart_rows(frame, evidence, by_code=False)
    for name in ("years", "documents"):
        if name not in rows:
            rows[name] = None
    if "comparable_years" not in rows:
        rows["comparable_years"] = rows["years"]
    if "n" not in rows:
        rows["n"] = rows["status"].isin(STATED).astype(int)
    return rows, known


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


def one_unit(rows: pd.DataFrame) -> str:
    """Return the one unit of some rows: that of an axis which several indicators share.

    Raises
    ------
    UnknownValueError
        If the rows hold none or several, or several indicators without any: what has no unit
        is of no common measure.
    """
    unit = str(only(rows, "unit"))
    if not unit and rows["indicator"].nunique() > 1:
        raise UnknownValueError(
            "this chart draws one unit at a time; indicators without a unit have none in common: "
            "draw one of them at a time"
        )
    return unit


def check_any(drawn: pd.DataFrame, what: str, todo: str) -> None:
    """Refuse a frame without anything of what a form is about: an empty axis tells nothing.

    Parameters
    ----------
    drawn : pandas.DataFrame
        The rows that it draws.
    what, todo : str
        What they are, and what to do where there are none.

    Raises
    ------
    UnknownValueError
        If there are none.
    """
    if drawn.empty:
        raise UnknownValueError(f"this chart draws {what}; the frame holds none: {todo}")


def with_values(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that have a value, or an end of one."""
    stated = [name for name in ("value", "lo", "hi") if name in rows]
    return rows[rows[stated].notna().any(axis=1)]


def natural_bounds(rows: pd.DataFrame) -> tuple[float | None, float | None]:
    """Return floor and cap of the one indicator of some rows; None where there is none."""
    first = rows.iloc[0]
    floor, cap = first["floor"], first["cap"]
    return None if is_missing(floor) else floor, None if is_missing(cap) else cap


def shared_bounds(rows: pd.DataFrame, known: Evidence) -> tuple[float | None, float | None]:
    """Return the natural floor and cap that hold for all indicators of some rows."""
    floors, caps = zip(*(known.bounds(name) for name in rows["indicator"]), strict=True)
    return (
        None if None in floors else min(floors),
        None if None in caps else max(caps),
    )


def unit_words(rows: pd.DataFrame, lang: Lang, column: str = "unit") -> str:
    """Return the one unit of some rows as it stands beside numbers as they are."""
    return unit_name(str(only(rows, column)), lang)


def axis_words(rows: pd.DataFrame, lang: Lang, column: str = "unit") -> str:
    """Return the same under an axis whose ticks are written out, as those of pictures are."""
    return axis_unit(str(only(rows, column)), lang)


def about(rows: pd.DataFrame, figures: Iterable[Any]) -> About:
    """Return what a chart of these rows is about."""
    return About(
        themes=tuple(rows["theme"].dropna().unique()) if "theme" in rows else (),
        indicators=tuple(rows["indicator"].unique()),
        regions=tuple(rows["region"].unique()),
        figures=tuple(sorted(figure_ids(figures))),
    )
