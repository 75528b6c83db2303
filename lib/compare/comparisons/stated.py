"""Stated: rows completed by rule, or refused where what they state makes no sense together.

- Without lo and hi, or with both empty, a plain value states itself: lo = hi = value.
- Without a value, two equal ends are the value.
- Of two flags for excluded ends, one that is not there is false.
- Of several figures for the same, the one that ``use`` names main counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.columns import CHOICES
from compare.comparisons.typed import Check, all_unlike, failing, refusal
from compare.errors import FrameError, UnknownValueError, unknown
from compare.ledger.names import normal_name

DIRECTIONS = CHOICES["direction"]

_KEY = ("region", "indicator", "year", "kind")
_PLAIN = ("=", "~")
_SLACK = 1e-9


def with_ends(frame: pl.LazyFrame, argument: str) -> pl.LazyFrame:
    """Complete values and ends, and refuse those that contradict each other."""
    has = frame.collect_schema().names()
    if _whole(frame, has):
        return frame
    absent = [name for name in ("value", "lo", "hi") if name not in has]
    if absent:
        frame = frame.with_columns(*(pl.lit(None, dtype=pl.Float64).alias(n) for n in absent))
    opened = {"lo_open", "hi_open"} & set(has)
    if len(opened) == 1:
        (other,) = {"lo_open", "hi_open"} - opened
        frame = frame.with_columns(pl.lit(False).alias(other))
    value, lo, hi = pl.col("value"), pl.col("lo"), pl.col("hi")
    plain = pl.lit(True)
    if "comparator" in has:
        comparator = pl.col("comparator")
        plain = comparator.is_null() | comparator.is_in(_PLAIN)
    excluded = pl.lit(False)
    for name in sorted(opened):
        excluded = excluded | _known(pl.col(name))
    no_ends = lo.is_null() & hi.is_null()
    without_ends = ~value.is_null() & no_ends
    without_value = value.is_null() & (lo == hi) & plain & ~excluded
    checks = _contradictions(without_ends & ~plain, (lo == hi) & excluded, "comparator" in has)
    needed = [
        Check((), without_ends & plain, "", ""),
        Check((), without_value, "", ""),
    ]
    *failed, ends, values = failing(frame, [*checks, *needed])
    wrong = [check for check, found in zip(checks, failed, strict=True) if found]
    if wrong:
        raise refusal(frame, wrong, argument)
    new: dict[str, pl.Expr] = {}
    if ends:
        use = _known(without_ends & plain)
        new |= {name: pl.when(use).then(value).otherwise(pl.col(name)) for name in ("lo", "hi")}
    if values:
        new["value"] = pl.when(_known(without_value)).then(lo).otherwise(value)
    return frame.with_columns(**new) if new else frame


def _whole(frame: pl.LazyFrame, has: Collection[str]) -> bool:
    """Tell at one look whether every row has its value between its ends, and nothing else."""
    if not {"value", "lo", "hi"} <= set(has) or {"lo_open", "hi_open"} & set(has):
        return False
    value, lo, hi = pl.col("value"), pl.col("lo"), pl.col("hi")
    absent = value.is_null() | lo.is_null() | hi.is_null()
    doubt = Check((), absent | (value < lo) | (value > hi), "", "")
    return not any(failing(frame, [doubt]))


def _contradictions(bound: pl.Expr, empty: pl.Expr, has_comparator: bool) -> list[Check]:
    value, lo, hi = pl.col("value"), pl.col("lo"), pl.col("hi")
    slack = _SLACK + value.abs() * _SLACK
    checks = [
        Check(("lo", "hi"), lo > hi, "lo no greater than hi", "put the lesser number into lo"),
        Check(
            ("lo", "hi"),
            empty,
            "an interval with a number in it: of one number both ends are included",
            "set lo_open and hi_open to false, or correct an end",
        ),
        Check(
            ("value", "lo", "hi"),
            ((value < lo - slack) | (value > hi + slack)) & ~_known(lo > hi),
            "a value from lo to hi",
            "correct the value or the ends",
        ),
    ]
    if has_comparator:
        checks.append(
            Check(
                ("comparator", "value"),
                bound,
                "a bound or a range with its lo, its hi or both",
                "give lo (≥, >), hi (≤, <) or both (a range)",
            )
        )
    return checks


def with_main_figures(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the figures that ``use`` names main, where there is such a column."""
    if "use" not in frame.collect_schema().names():
        return frame
    return frame.filter(pl.col("use").is_null() | (pl.col("use") == "main"))


def check_once(
    frame: pl.LazyFrame,
    argument: str,
    *,
    proxies_apart: bool,
    apart: Mapping[str, pl.Expr] | None = None,
) -> None:
    """Refuse a region that has several rows for one indicator, year and kind.

    Parameters
    ----------
    frame : polars.LazyFrame
        Typed rows.
    argument : str
        What the frame is called.
    proxies_apart : bool
        Whether a proxy may stand beside what it stands in for.
    apart : mapping, optional
        Column to what of it tells rows apart beside that.
    """
    has = frame.collect_schema().names()
    cells: dict[str, pl.Expr] = {}
    keys = [name for name in _KEY if name in has]
    if "kind" in has:
        cells["kind"] = pl.col("kind").fill_null("actual")
    beside = []
    if proxies_apart and "comparability" in has:
        cells["_proxy"] = _known(pl.col("comparability") == "proxy")
        beside = ["_proxy"]
    for name, told in (apart or {}).items():
        if name in has:
            cells[f"_told_{name}"] = told
            beside.append(f"_told_{name}")
    rows = frame.with_columns(**cells) if cells else frame
    main = with_main_figures(rows)
    if all_unlike(main, [*keys, *beside]):
        return
    counts = main.group_by(*keys, *beside).agg(_count=pl.len()).filter(pl.col("_count") > 1)
    found = counts.select(*keys, "_count").pipe(collected)
    if not found.shape[0]:
        return
    twice = sorted(found.rows(), key=repr)
    named = [" ".join(str(cell) for cell in row[:-1]) for row in twice]
    several = " and ".join(keys)
    bad = pl.lit(False)
    for row in twice[:3]:
        same = pl.lit(True)
        for name, cell in zip(keys, row, strict=False):
            same = same & (pl.col(name) == cell)
        bad = bad | same
    if "use" in has:
        bad = bad & (pl.col("use").is_null() | (pl.col("use") == "main"))
    check = Check(
        ("region",),
        bad,
        f"one row for each {several}"
        + (", or one that use names main" if "use" in has else ", as compare.align gives"),
        "take out the others, or tell them apart by another indicator",
    )
    shown = ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")
    raise FrameError(f"several rows for {shown}. {refusal(rows, [check], argument, 6)}")


def check_units(frame: pl.LazyFrame, argument: str, beside: pl.LazyFrame | None = None) -> None:
    """Refuse an indicator with values in several units: 1% and 20‰ are not 19 apart.

    Parameters
    ----------
    frame : polars.LazyFrame
        Typed rows. Those that say no unit have that of the others.
    argument : str
        What the frame is called.
    beside : polars.LazyFrame, optional
        Rows that these are compared with.

    Raises
    ------
    FrameError
        If so, with the indicators and their units.
    """
    units = _units(frame)
    known = _units(beside) if units and beside is not None else {}
    told = {name: {*here, *known.get(name, ())} for name, here in units.items()}
    mixed = {name: sorted(several) for name, several in told.items() if len(several) > 1}
    if not mixed:
        return
    shown = "; ".join(f"{name} has {' and '.join(mixed[name])}" for name in sorted(mixed)[:3])
    more = f" and {len(mixed) - 3} more" if len(mixed) > 3 else ""
    raise FrameError(
        f"{argument}, column unit: {shown}{more}; allowed: one unit for each indicator; do: "
        "convert the values of one unit, or call what is in it another indicator"
    )


def _units(frame: pl.LazyFrame) -> dict[str, set[str]]:
    """Return the units of each indicator, in normal form."""
    if not {"indicator", "unit"} <= set(frame.collect_schema().names()):
        return {}
    pairs = frame.group_by("indicator", "unit").agg(_rows=pl.len()).select("indicator", "unit")
    units: dict[str, set[str]] = {}
    for name, unit in pairs.pipe(collected).rows():
        if unit is not None and (told := normal_name(str(unit))):
            units.setdefault(str(name), set()).add(told)
    return units


def with_direction(
    frame: pl.LazyFrame,
    direction: str | Mapping[str, str] | None,
    *,
    needed: bool,
    indicators: Sequence[str],
) -> pl.LazyFrame:
    """Put the direction in that the caller names, and refuse a frame that has none.

    Parameters
    ----------
    frame : polars.LazyFrame
        Typed rows.
    direction : str or mapping, optional
        higher, lower or neutral, for all indicators or by indicator; it goes before that of
        the rows.
    needed : bool
        Whether a comparison cannot be without.
    indicators : sequence of str
        The indicators of the frame.
    """
    has = "direction" in frame.collect_schema().names()
    if direction is None:
        if needed and not has:
            raise FrameError(
                "the frame has no column direction, so nothing says whether more or less is "
                "better; do: add the column (higher, lower or neutral), or give "
                "direction='higher', 'lower', 'neutral' or {indicator: direction}"
            )
        return frame
    if not isinstance(direction, Mapping):
        return frame.with_columns(direction=pl.lit(_checked(direction)))
    known = {normal_name(name): name for name in indicators}
    named = {normal_name(str(name)): _checked(word) for name, word in direction.items()}
    for name in named:
        if name not in known and indicators:
            raise unknown("direction", name, indicators)
    lacking = [name for form, name in known.items() if form not in named]
    if lacking and not has:
        raise UnknownValueError(
            f"direction has none for {', '.join(lacking)}; allowed: higher, lower or neutral "
            "for each indicator of the frame"
        )
    said = pl.col("direction") if has else pl.lit(None, dtype=pl.String)
    for form, word in named.items():
        here = pl.col("indicator") == known.get(form, form)
        said = pl.when(here).then(pl.lit(word)).otherwise(said)
    return frame.with_columns(direction=said)


def _checked(word: Any) -> str:
    if not isinstance(word, str) or word not in DIRECTIONS:
        raise unknown("direction", word, DIRECTIONS)
    return word


def _known(condition: pl.Expr) -> pl.Expr:
    return pl.when(condition.is_null()).then(pl.lit(False)).otherwise(condition)
