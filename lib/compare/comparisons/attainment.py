"""Attainment: whether what was planned was reached, and by how much."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from compare.comparisons.align import OBSERVED
from compare.comparisons.comparability import has_direction
from compare.comparisons.frames import (
    NEEDED,
    columns_of,
    distinct,
    enter,
    holds,
    with_defaults,
    with_nulls_filled,
)
from compare.comparisons.gap_values import gap_unit
from compare.comparisons.national_lines import LINE_COLUMNS, with_line
from compare.comparisons.plan_outcomes import PRINTED, SURE, plan_actuals, with_outcomes
from compare.comparisons.plan_targets import APART, KEYS, apart_name, plan_targets
from compare.comparisons.rules import either, in_order, joined
from compare.comparisons.verdicts import (
    CEILING,
    FLOOR,
    Ends,
    falls_short,
    first_of,
    lacks,
    with_margins,
    with_way,
    within,
)
from compare.ledger.evidence import Evidence
from compare.reasons import following

_UNBOUNDED = float("inf")
_STATED = ("year", "value", "lo", "hi", "figure")


def attainment(
    observations: Any,
    *,
    benchmarks: Any = None,
    direction: str | Mapping[str, str] | None = None,
    proxies: bool = False,
    evidence: Evidence | None = None,
) -> Any:
    """Return for each target whether it was met, or is on its way, and by how much.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own with region,
        indicator, year, kind and value, lo and hi beside it or in its place where it is an
        interval. pandas, polars (eager or lazy) or a DuckDB relation. Main figures count.
        Of a target, ``every_year`` says that each year must hold (每年, 保持), and
        ``base_year`` the last year before its plan; ``year_start`` says since when a value
        is cumulative. Targets of several documents, and statements of several scopes, may
        stand beside each other. For the nation: :func:`compare.as_observations`.
    benchmarks : frame, optional
        Rows like ``compare.table("benchmarks")``; by default those of the evidence. Without
        benchmarks their columns are empty.
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.
    proxies : bool
        Whether a proxy stands in where there is nothing better.
    evidence : Evidence, optional
        Benchmarks, and the first year that each document plans for:
        :func:`compare.evidence`.

    Returns
    -------
    frame
        Of the kind given, one row per region, indicator and target (year, scope, document).
        target_year, target_value, target_lo, target_hi, target_comparator, target_figure,
        target_scope and target_document; base_ and outcome_ year, value, lo, hi and figure,
        all in ``unit``; ``verdict`` and ``verdict_as_printed``; ``margin`` in
        ``margin_unit`` (percentage points for %), above zero where the outcome passes the
        target and below where it lacks, with margin_lo and margin_hi; ``met_year``, in which
        it was first met, after its own year too; ``comparability``, the poorer grade of
        target and outcome; ``benchmark``, benchmark_value, benchmark_comparator and
        ``benchmark_verdict``, of the outcome beside the national target of the target's
        year, else the standing standard; ``reasons``; and ``level`` where the rows have it.

    Notes
    -----
    The outcome is the actual of the target's year, or the last before it. The baseline is
    the last actual up to ``base_year``, else up to the year before the plan of the target's
    document; where nothing says when the target was set, the earliest actual before the
    target's year. Only what comes after the baseline is an outcome.

    ``verdict``, in the target's year: ``met`` if the whole interval of the outcome lies
    within the target's, ``missed`` if none of it does, else ``not-decided``. 92.0 misses >92
    and meets ≥92. To pass a plain number in the better direction is to meet it; without a
    better direction only the number itself meets it, and what falls short of it misses it.
    Before the target's year: ``on-pace`` if the outcome meets the target already, or lies at
    or beyond the straight line from the baseline, in points a year; ``behind-pace`` if it
    lies wholly short of both; else ``pace-not-decided``. ``no-outcome`` where there is no
    actual after the baseline, of the target's scope and period: a ceiling for each county is not
    judged by the city's value, nor a cumulative number by a yearly one.

    ``verdict`` takes a printed number for no surer than it is: where its ``resolution`` is
    known, 92.0 is anything that rounds to it, and an approximate number is sure of nothing,
    save that to pass an approximate target is to meet it. ``verdict_as_printed`` takes
    numbers at their word. Only whole things that are counted (12 schools) are sure.

    A target that is itself a year (recognised in 2025) is met by that year or an earlier
    one, whatever the direction, and has no pace. A target for every year is met if every
    year after the baseline is stated and meets it, missed as soon as one does not.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> plan = pd.DataFrame({
    ...     "region": "a", "indicator": "x", "unit": "%", "direction": "higher",
    ...     "kind": ["actual", "target", "actual"], "year": [2020, 2025, 2025],
    ...     "lo": [42.7, 50.0, 48.6], "hi": [42.7, None, 48.6],
    ...     "comparator": ["=", ">=", "="],
    ... })
    >>> compare.attainment(plan)[["verdict", "margin", "margin_unit"]].to_dict("records")
    [{'verdict': 'missed', 'margin': -1.4, 'margin_unit': 'percentage points'}]
    """
    came = enter(
        observations,
        "observations",
        needs=(*NEEDED, "kind"),
        direction=direction,
        directed=True,
        apart=APART,
    )
    given = columns_of(came.frame)
    rows = with_nulls_filled(came.frame, {name: OBSERVED[name] for name in _FILLED})
    apart = {apart_name(name): cell for name, cell in APART.items() if name in given}
    rows = rows.with_columns(**apart) if apart else rows
    rows, carried = _usable(rows, given, proxies=proxies)
    targets = plan_targets(rows, given, came, evidence)
    paired = with_outcomes(targets, plan_actuals(rows, given), given, carried)
    judged = _judged(with_defaults(paired, _ABSENT), carried)
    lines = evidence.benchmarks if benchmarks is None and evidence is not None else benchmarks
    lined = with_line(judged, came, lines, SURE)
    reasons = joined(in_order(_flags(carried)))
    whose = ["level"] if "level" in given else []
    return came.give_back(lined.with_columns(reasons=reasons).select(*_RESULT, *whose))


_FILLED = ("kind", "comparability", "scope", "use")

_ABSENT: Mapping[str, Any] = {
    "target_value": pl.Float64,
    "target_comparator": pl.String,
    "target_figure": pl.String,
    "base_figure": pl.String,
    "outcome_figure": pl.String,
    "scope": "region",
    "document": pl.String,
    "comparability": "exact",
    "outcome_comparability": pl.String,
    "approximate": False,
    "outcome_approximate": False,
    "every_year": False,
    **dict.fromkeys(
        [f"_years{what}" for what in ("", "_met", "_missed", "_met_printed", "_missed_printed")],
        pl.Int64,
    ),
    apart_name("year_start"): "",
    "_until": pl.Int64,
    "_is_date": False,
}
"""What a frame that does not say it is taken to say."""

_RESULT = (
    *KEYS,
    "direction",
    "unit",
    *(f"base_{name}" for name in _STATED),
    *(f"target_{name}" for name in (*_STATED, "comparator", "scope", "document")),
    *(f"outcome_{name}" for name in _STATED),
    "verdict",
    "verdict_as_printed",
    "margin",
    "margin_lo",
    "margin_hi",
    "margin_unit",
    "met_year",
    "comparability",
    *LINE_COLUMNS,
    "reasons",
)


def _usable(
    rows: pl.LazyFrame, given: Collection[str], *, proxies: bool
) -> tuple[pl.LazyFrame, list[str]]:
    """Return the rows that count, and what is said of them beside their values.

    A proxy stands in where nothing better states the same; ``conflict`` marks what the same
    source also states otherwise.
    """
    said = [one.column for one in following("flagged") if one.column in given]
    said = list(dict.fromkeys([*said, *({"comparability", "approximate"} & set(given))]))
    keys = [*KEYS, "year", "kind", *(apart_name(name) for name in APART if name in given)]
    if "comparability" in given:
        proxy = pl.col("comparability") == "proxy"
        better = rows.filter(~proxy)
        if proxies:
            main = better.filter(pl.col("use") == "main") if "use" in given else better
            stand_in = rows.filter(proxy).join(distinct(main, *keys), on=keys, how="anti")
            better = pl.concat([better, stand_in.select(*columns_of(better))])
        rows = better
    if "use" in given:
        other = distinct(rows.filter(pl.col("use") == "alternative"), *keys)
        rows = rows.filter(pl.col("use") == "main")
        marked = rows.join(other.with_columns(_also=pl.lit(True)), on=keys, how="left")
        stated = holds(pl.col("conflict")) if "conflict" in given else pl.lit(False)
        rows = marked.with_columns(conflict=stated | ~pl.col("_also").is_null()).drop("_also")
        said = list(dict.fromkeys([*said, "conflict"]))
    return rows, sorted(said)


def _judged(paired: pl.LazyFrame, carried: Collection[str]) -> pl.LazyFrame:
    """Add the verdicts, the margin, the year in which it was met and the grade."""
    cumulative = pl.col("base_year").is_null() & (pl.col(apart_name("year_start")) != "")
    start = {
        name: pl.when(cumulative).then(0.0).otherwise(pl.col(f"base_{name}")) for name in PRINTED
    }
    rows = paired.with_columns(
        _from_year=pl.when(cumulative).then(pl.col("_until")).otherwise(pl.col("base_year")),
        _goal_lo=pl.when(pl.col(FLOOR) > -_UNBOUNDED).then(pl.col("target_lo")),
        _goal_hi=pl.when(pl.col(CEILING) < _UNBOUNDED).then(pl.col("target_hi")),
        **{f"_from{name}": cell for name, cell in start.items()},
    )
    met_at_base = within("base__sure_lo", "base__sure_hi")
    rows = rows.with_columns(
        _every=holds(pl.col("every_year")),
        _met_at_base=met_at_base,
        _about_target=holds(pl.col("approximate")),
    )
    of_base = pl.col("_until").is_null() & ~pl.col("base_year").is_null()
    rows = rows.with_columns(_stated=pl.col("_years") - of_base.cast(pl.Int64))
    rows = _with_verdict(rows, SURE, sure=True).with_columns(verdict=pl.col("_verdict"))
    rows = _with_verdict(rows, PRINTED, sure=False)
    grades = [pl.col("comparability")]
    if "comparability" in carried:
        grades.append(pl.col("outcome_comparability"))
    return with_margins(rows).with_columns(
        verdict_as_printed=pl.col("_verdict"),
        margin_unit=gap_unit(),
        met_year=pl.when(met_at_base).then(pl.col("base_year")).otherwise(pl.col("_first_met")),
        comparability=first_of(
            [
                (
                    pl.any_horizontal(*(holds(one == word) for one in grades)),
                    word,
                )
                for word in ("proxy", "close")
            ],
            "exact",
        ),
        target_scope=pl.col("scope"),
        target_document=pl.col("document"),
    )


def _outcome(ends: Ends) -> Ends:
    return f"outcome_{ends[0]}", f"outcome_{ends[1]}"


def _with_verdict(rows: pl.LazyFrame, ends: Ends, *, sure: bool) -> pl.LazyFrame:
    """Add ``_verdict`` by one reading: of what is sure, or of what is printed."""
    outcome, base = _outcome(ends), ("_from_lo", "_from_hi")
    at_base = (f"base_{ends[0]}", f"base_{ends[1]}")
    of_base = pl.col("_until").is_null() & ~pl.col("base_year").is_null()
    missed_years, met_years = (
        pl.col(f"_years_{what}" if sure else f"_years_{what}_printed") for what in ("missed", "met")
    )
    missed_years = missed_years - (of_base & lacks(*at_base)).cast(pl.Int64)
    met_years = met_years - (of_base & within(*at_base)).cast(pl.Int64)
    plain = pl.col("_goal_lo") == pl.col("_goal_hi")
    arrived = holds(pl.col("outcome_year") == pl.col("target_year")) | pl.col("_is_date")
    rows = with_way(rows, outcome, base).with_columns(
        _met=within(*outcome),
        _lacking=lacks(*outcome),
        _aimless=holds(plain) & ~has_direction() & ~falls_short(outcome, base),
        _arrived=arrived,
        _every_missed=pl.col("_every") & holds(missed_years > 0),
        _every_met=pl.col("_every") & holds(met_years == _years_to("outcome_year")),
    )
    certain = ~pl.col("_about_target") if sure else pl.lit(True)
    every, is_there, met = pl.col("_every"), pl.col("_arrived"), pl.col("_met")
    lacking, whole = pl.col("_lacking"), pl.col("_every_met")
    verdict = first_of(
        [
            (pl.col("outcome_year").is_null(), "no-outcome"),
            (pl.col("_every_missed") & certain, "missed"),
            (whole & is_there, "met"),
            (whole, "on-pace"),
            (every, "not-decided"),
            (is_there & met, "met"),
            (is_there & lacking & ~pl.col("_aimless") & certain, "missed"),
            (is_there, "not-decided"),
            (met, "on-pace"),
            (pl.col("_beyond") & certain, "on-pace"),
            (lacking & pl.col("_short") & certain, "behind-pace"),
        ],
        "pace-not-decided",  # whether it is met, nobody can ask before its year
    )
    return rows.with_columns(_verdict=verdict)


def _years_to(last: str) -> pl.Expr:
    """Return how many years there are from the baseline to another one."""
    return pl.col(last) - pl.coalesce(pl.col("_until"), pl.col("base_year"))


def _flags(carried: Collection[str]) -> dict[str, pl.Expr]:
    """Return what is said of a verdict, by reason."""
    none = pl.col("outcome_year").is_null()
    each_county = holds(pl.col("target_scope") == "each-county")
    elsewhere = none & ~pl.col("_elsewhere").is_null()
    otherwise = none & ~pl.col("_otherwise").is_null()
    sure = _outcome(SURE)
    before = holds(pl.col("outcome_year") < pl.col("target_year")) & ~pl.col("_is_date")
    open_verdict = holds(pl.col("verdict").is_in(["not-decided", "pace-not-decided"]))
    differ = holds(pl.col("verdict") != pl.col("verdict_as_printed"))
    plain = holds(pl.col("_goal_lo") == pl.col("_goal_hi"))
    range_of_two = holds(pl.col("_goal_lo") < pl.col("_goal_hi"))
    about = either(pl.col("approximate"), pl.col("outcome_approximate"))
    lower = pl.col("direction") == "lower"
    past = pl.when(lower).then(pl.col(sure[1]) < pl.col(FLOOR)).otherwise(
        pl.col(sure[0]) > pl.col(CEILING)
    )  # fmt: skip
    lost = holds(pl.col("met_year") < pl.col("outcome_year")) & lacks(*sure)
    unstated = pl.col("_every") & holds(pl.col("_stated") < _years_to("outcome_year"))
    return {
        **{
            one.name: either(pl.col(one.column), pl.col(f"outcome_{one.column}"))
            for one in following("flagged")
            if one.column in carried
        },
        "each-county-ceiling": each_county,
        "different-scope": elsewhere & ~each_county,
        "different-period": otherwise,
        "no-later-actual": none & ~elsewhere & ~otherwise,
        "no-baseline": before & open_verdict & pl.col("_from_year").is_null(),
        "no-direction": open_verdict & plain & ~has_direction(),
        "approximate": about,
        "proxy": holds(pl.col("comparability") == "proxy"),
        "on-the-edge": differ & ~about,
        "years-not-stated": unstated,
        "beyond-the-range": range_of_two & has_direction() & holds(past),
        "met-and-lost": lost,
        "met-when-set": pl.col("_met_at_base"),
        "each-of-several": pl.col("_each_of_several"),
    }
