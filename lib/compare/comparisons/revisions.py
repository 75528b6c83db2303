"""Revisions: what a newer document asks more, less, sooner or later than the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from compare.comparisons.align import OBSERVED
from compare.comparisons.arrivals import collected
from compare.comparisons.editions import CHAIN, ORDER, UNTIL, with_editions
from compare.comparisons.frames import (
    NEEDED,
    columns_of,
    distinct,
    enter,
    holds,
    with_defaults,
    with_nulls_filled,
)
from compare.comparisons.gap_values import gap_unit, tidy
from compare.comparisons.plan_outcomes import PRINTED, plan_actuals
from compare.comparisons.plan_targets import APART, KEYS, SERIES, apart_name, plan_targets
from compare.comparisons.rules import either, in_order, joined
from compare.comparisons.verdicts import CEILING, FLOOR, first_of, lacks, within
from compare.ledger.evidence import Evidence

_APART = {**APART, "document": pl.col("document").fill_null("")}
"""Every document may state the same, also of what was."""

_UNBOUNDED = float("inf")
_SAID = ("year", "value", "lo", "hi", "comparator", "figure")
_STATED = tuple(f"target_{name}" for name in _SAID)
_PREVIOUS = tuple(f"previous_{name}" for name in _SAID)
_RESULT = (
    *KEYS, "scope", "direction", "unit", "document", "previous_document",
    *_STATED, *_PREVIOUS, "change", "difference", "difference_unit", "years",
    "known_year", "known_value", "met_when_set", "reasons",
)  # fmt: skip


def revisions(
    observations: Any,
    *,
    direction: str | Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
) -> Any:
    """Return what each document changes of the targets of the one before it.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own with region, document,
        indicator, year, kind and value, lo and hi beside it or in its place where it is an
        interval; and ``issued`` (a date) or ``edition``, which order the documents, and
        perhaps ``series``. pandas, polars (eager or lazy) or a DuckDB relation. Superseded
        figures count, alternatives and proxies do not.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.
    evidence : Evidence, optional
        When the documents were issued and what they are editions of:
        :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, one row per target of a document that has a predecessor in its
        region, and one for each that was dropped: region, indicator, scope; document and
        previous_document; target_ and previous_ year, value, lo, hi, comparator and figure,
        in ``unit``; ``change``; ``difference`` in ``difference_unit`` (percentage points for
        %), of the two values, and ``years``, of the two years; known_year and known_value,
        the last actual when the target was set, and ``met_when_set``: met, missed or
        not-decided by it; ``reasons``.

    Notes
    -----
    A target is compared with that of the last earlier document that sets one for the
    indicator, and is an edition of the same series or has not lapsed (its last year is no
    earlier); where there is none, of the last earlier document: with its target for the same
    year, else with its last one. ``change`` is
    ``raised`` where it asks more and ``lowered`` where it asks less (a lower ceiling asks
    more where less is better; of counts without a better direction the number decides);
    where it asks the same, ``unchanged``, or by its year ``postponed`` or ``advanced``, as a
    target is that is itself a year; and ``changed`` where the two are not ordered, a range
    beside a floor.

    Within one series, and where no series is known between all documents of a region,
    ``dropped`` is what the next edition says nothing of, and ``new`` what no earlier one
    had. Not in this text does not mean withdrawn.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> plans = pd.DataFrame({
    ...     "region": "a", "indicator": "x", "kind": "target", "direction": "higher",
    ...     "document": ["plan-14", "plan-15"], "edition": [14, 15],
    ...     "year": [2025, 2027], "value": [35.0, 35.0],
    ... })
    >>> compare.revisions(plans)[["change", "years"]].to_dict("records")
    [{'change': 'postponed', 'years': 2}]
    """
    came = enter(
        observations,
        "observations",
        needs=(*NEEDED, "kind", "document"),
        direction=direction,
        directed=True,
        apart=_APART,
    )
    given = columns_of(came.frame)
    filled = {name: OBSERVED[name] for name in ("kind", "comparability", "scope", "use")}
    rows = with_nulls_filled(came.frame, filled).filter(~pl.col("document").is_null())
    if "comparability" in given:
        rows = rows.filter(pl.col("comparability") != "proxy")
    if "use" in given:
        rows = rows.filter(pl.col("use") != "alternative")
    apart = {apart_name(name): cell for name, cell in _APART.items() if name in given}
    rows = with_editions(rows.with_columns(**apart), evidence)
    key = [*KEYS, *(apart_name(name) for name in SERIES if name in given)]
    targets = with_defaults(plan_targets(rows, given, came, None), _ABSENT)
    # they are asked for again and again below: run once, the plan of each question stays short
    targets = targets.with_columns(_edge=_edge()).pipe(collected).lazy()
    actual = rows.filter(pl.col("use") == "main") if "use" in given else rows
    told = [_compared(targets, key), _dropped(targets, key)]
    both = _with_known(pl.concat(told), plan_actuals(actual, given), key)
    return came.give_back(_described(both).select(*_RESULT))


_ABSENT: Mapping[str, Any] = {
    "target_value": pl.Float64,
    "target_comparator": pl.String,
    "target_figure": pl.String,
    "scope": "region",
    "approximate": False,
    "_is_date": False,
}
_KEPT = (*_STATED, FLOOR, CEILING, "_edge", "approximate", "document")


def _edge() -> pl.Expr:
    """Return what a target asks at least, folded so that more asks more; null: on no side."""
    lower = pl.col("direction") == "lower"
    edge = pl.when(lower).then(-pl.col(CEILING)).otherwise(pl.col(FLOOR))
    return pl.when(edge > -_UNBOUNDED).then(edge)


def _older(targets: pl.LazyFrame, key: list[str]) -> pl.LazyFrame:
    """Return the targets under other names, to stand beside newer ones."""
    return targets.select(
        *(pl.col(name).alias(f"_of_{name}") for name in key),
        pl.col(ORDER).alias("_of_order"),
        *(pl.col(name).alias(f"_old_{name}") for name in _KEPT),
    )


def _compared(targets: pl.LazyFrame, key: list[str]) -> pl.LazyFrame:
    """Put beside each target that of the last earlier document, or say that it is new."""
    names = [f"_of_{name}" for name in key]
    year = pl.col("target_year")
    documents = targets.group_by(*key, ORDER, CHAIN).agg(_from=year.min(), _to=year.max())
    earlier = documents.select(
        *(pl.col(name).alias(f"_of_{name}") for name in key),
        _earlier=pl.col(ORDER),
        _its_chain=pl.col(CHAIN),
        _its_last=pl.col("_to"),
    )
    last = documents.join(earlier, left_on=key, right_on=names)
    last = last.filter(pl.col("_earlier") < pl.col(ORDER))
    # points of one year stand between two plans; they are no edition of them, and have lapsed
    of_series = holds(pl.col("_its_chain") == pl.col(CHAIN))
    stands = of_series | holds(pl.col("_its_last") >= pl.col("_from"))
    last = (
        last.with_columns(_standing=pl.when(stands).then(pl.col("_earlier")))
        .group_by(*key, ORDER)
        .agg(_nearest=pl.col("_standing").max(), _any=pl.col("_earlier").max())
    )
    previous = pl.coalesce(pl.col("_nearest"), pl.col("_any"))
    last = last.select(*key, ORDER, _previous=previous)
    newer = targets.join(last, on=[*key, ORDER], how="left")
    beside = newer.join(
        _older(targets, key), left_on=[*key, "_previous"], right_on=[*names, "_of_order"]
    )
    one = [*key, ORDER, "target_year"]
    same = pl.col("_old_target_year") == pl.col("target_year")
    beside = beside.with_columns(_same=same.cast(pl.Int64)).with_columns(
        _has_same=pl.col("_same").max().over(*one),
        _taken=pl.col("_same").max().over(*key, ORDER, "_old_target_year"),
        _last=pl.col("_old_target_year").max().over(*one),
    )
    chosen = pl.when(pl.col("_has_same") == 1).then(pl.col("_same") == 1).otherwise(
        pl.col("_old_target_year") == pl.col("_last")
    )  # fmt: skip
    beside = beside.filter(chosen)
    further = (pl.col("_has_same") == 0) & (pl.col("_taken") == 1)
    beside = beside.with_columns(change=pl.when(further).then(pl.lit("new")).otherwise(_change()))
    first = targets.group_by("region", CHAIN).agg(_first=pl.col(ORDER).min())
    fresh = newer.filter(pl.col("_previous").is_null()).join(first, on=["region", CHAIN])
    fresh = fresh.filter(pl.col("_first") < pl.col(ORDER)).with_columns(change=pl.lit("new"))
    fresh = with_defaults(fresh, {name: _TYPES.get(name, pl.Float64) for name in _OLD})
    whole = [*columns_of(targets), *_OLD, "change"]
    return pl.concat([beside.select(*whole), fresh.select(*whole)])


_OLD = tuple(f"_old_{name}" for name in _KEPT)
_TYPES: Mapping[str, Any] = {
    "_old_target_year": pl.Int64,
    "_old_target_comparator": pl.String,
    "_old_target_figure": pl.String,
    "_old_approximate": pl.Boolean,
    "_old_document": pl.String,
}


def _change() -> pl.Expr:
    """Return what became of a target: what it asks first, then when."""
    edge, old = pl.col("_edge"), pl.col("_old__edge")
    alike = holds(pl.col(FLOOR) == pl.col(f"_old_{FLOOR}")) & holds(
        pl.col(CEILING) == pl.col(f"_old_{CEILING}")
    )
    year, before = pl.col("target_year"), pl.col("_old_target_year")
    date, last, earlier = pl.col("_is_date"), pl.col(CEILING), pl.col(f"_old_{CEILING}")
    return first_of(
        [
            (date & holds(last > earlier), "postponed"),
            (date & holds(last < earlier), "advanced"),
            (alike & (year > before), "postponed"),
            (alike & (year < before), "advanced"),
            (alike, "unchanged"),
            (holds(edge > old), "raised"),
            (holds(edge < old), "lowered"),
        ],
        "changed",
    )


def _dropped(targets: pl.LazyFrame, key: list[str]) -> pl.LazyFrame:
    """Return the last targets of which the next edition of the series says nothing."""
    editions = distinct(targets, "region", CHAIN, ORDER, UNTIL, "document")
    later = editions.select(
        _next_region=pl.col("region"), _next_chain=pl.col(CHAIN), _next=pl.col(ORDER)
    )
    following = distinct(targets, "region", CHAIN, ORDER).join(
        later, left_on=["region", CHAIN], right_on=["_next_region", "_next_chain"]
    )
    following = following.filter(pl.col("_next") > pl.col(ORDER))
    following = following.group_by("region", CHAIN, ORDER).agg(_next=pl.col("_next").min())
    last = pl.col("target_year").max().over(*key, ORDER)
    old = targets.with_columns(_last=last).filter(pl.col("target_year") == pl.col("_last"))
    old = old.join(following, on=["region", CHAIN, ORDER])
    stated = distinct(targets, *key, ORDER)
    old = old.join(stated, left_on=[*key, "_next"], right_on=[*key, ORDER], how="anti")
    successor = editions.select(
        _new_region=pl.col("region"), _new_order=pl.col(ORDER), _new_until=pl.col(UNTIL),
        _new_document=pl.col("document"),
    )  # fmt: skip
    old = old.join(successor, left_on=["region", "_next"], right_on=["_new_region", "_new_order"])
    dropped = old.with_columns(
        **{f"_old_{name}": pl.col(name) for name in _KEPT}, change=pl.lit("dropped")
    ).with_columns(
        **{
            ORDER: pl.col("_next"),
            UNTIL: pl.col("_new_until"),
            "document": pl.col("_new_document"),
        },
        target_year=pl.lit(None, dtype=pl.Int64),
        target_comparator=pl.lit(None, dtype=pl.String),
        target_figure=pl.lit(None, dtype=pl.String),
        **{
            name: pl.lit(None, dtype=pl.Float64)
            for name in ("target_value", "target_lo", "target_hi")
        },
        approximate=pl.lit(False),
    )
    return dropped.select(*columns_of(targets), *_OLD, "change")


def _with_known(rows: pl.LazyFrame, actual: pl.LazyFrame, key: list[str]) -> pl.LazyFrame:
    """Add the last actual that was known when a target was set: of its own or older documents."""
    stated = actual.select(
        *(pl.col(name).alias(f"_its_{name}") for name in key),
        *PRINTED,
        _its_year=pl.col("year"),
        _its_value=pl.col("value"),
        _its_order=pl.col(ORDER),
    )
    ids = [*key, ORDER, "target_year"]
    asked = rows.filter(~pl.col("target_year").is_null()).select(*ids, UNTIL, FLOOR, CEILING)
    both = asked.join(stated, left_on=key, right_on=[f"_its_{name}" for name in key])
    by_then = pl.coalesce(pl.col(UNTIL), pl.col("target_year") - 1)
    # of a year that several documents state, the newest that was there
    both = both.filter(
        (pl.col("_its_year") <= by_then)
        & (pl.col("_its_year") < pl.col("target_year"))
        & (pl.col("_its_order") <= pl.col(ORDER))
    ).with_columns(_rank=pl.col("_its_year") * 1000 + pl.col("_its_order"))
    both = both.with_columns(_top=pl.col("_rank").max().over(*ids))
    verdict = first_of([(within(*PRINTED), "met"), (lacks(*PRINTED), "missed")], "not-decided")
    known = both.filter(pl.col("_rank") == pl.col("_top")).select(
        *ids, known_year="_its_year", known_value="_its_value", met_when_set=verdict
    )
    return rows.join(known, on=ids, how="left")


def _described(rows: pl.LazyFrame) -> pl.LazyFrame:
    fresh = pl.col("change") == "new"

    def previous(name: str) -> pl.Expr:
        return pl.when(~fresh).then(pl.col(f"_old_{name}"))

    rows = rows.with_columns(
        **{f"previous_{name}": previous(f"target_{name}") for name in _SAID},
        previous_document=previous("document"),
    )
    about = either(pl.col("approximate"), previous("approximate"))
    flags = {
        "approximate": about,
        "each-county-ceiling": holds(pl.col("scope") == "each-county"),
        "not-in-text": pl.col("change") == "dropped",
        "met-when-set": holds(pl.col("met_when_set") == "met"),
    }
    return rows.with_columns(
        difference=tidy(pl.col("target_value") - pl.col("previous_value")),
        difference_unit=gap_unit(),
        years=pl.col("target_year") - pl.col("previous_year"),
        reasons=joined(in_order(flags)),
    )
