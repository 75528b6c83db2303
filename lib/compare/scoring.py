"""Composite indices: one score from several indicators, never without the spread of its ranks.

A composite over regions that publish different things is mostly a map of what was
published. So all regions of a composite are scored on the same indicators, those that
every one of them has; a region that has too little is refused, with the reason; and each
rank stands beside the ranks that other weights, normalisations, aggregations, sets of
indicators and the ends of the intervals would have given.

The steps and their names follow Nardo, Saisana, Saltelli, Tarantola, Hoffmann and
Giovannini, Handbook on Constructing Composite Indicators, OECD and JRC, 2008.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Literal, NamedTuple

import narwhals as nw
import numpy as np
import numpy.typing as npt
import polars as pl

from compare.contests import (
    FOLDED,
    check_allow,
    completed,
    contest_keys,
    has_direction,
    is_there,
    parts_of,
)
from compare.errors import UnknownValueError, unknown
from compare.frames import Boundary, columns_of, enter, holds, is_duckdb, with_defaults
from compare.inequality import MeasureError, checked_weights, is_number, with_main_contest
from compare.intervals import with_folded

Normalise = Literal["goalposts", "z-score", "rank"]
Aggregate = Literal["arithmetic", "geometric"]
Numbers = npt.NDArray[np.float64]

METHODS: tuple[tuple[Normalise, Aggregate], ...] = (
    ("goalposts", "arithmetic"),
    ("goalposts", "geometric"),
    ("z-score", "arithmetic"),
    ("rank", "arithmetic"),
)
"""What is varied; a geometric mean needs scores above zero, and so goalposts."""

ENDS = ("printed", "best", "worst")
"""The values that a rank is of: as printed, or at the ends of the intervals."""

COVERAGE = 0.66
"""Share of the weight that a region must have values for, unless told otherwise."""

DRAWS = 200
"""Other weights that are drawn, unless told otherwise."""

WEIGHT_SPREAD = 0.25
"""Relative standard deviation of the weights drawn, for an indicator of average weight."""

DIGITS = 9
"""Decimals of a score: more than documents print, fewer than the noise of binary fractions."""

_LIFT = 0.99
"""Share of 0–100 that a geometric mean is taken over, 1 being added: 1–100."""

_REGION = ("region", "region_zh", "region_en")
_READ = (
    "indicator", "year", "kind", "scope", "observed_year", "status", "direction", "rankable",
    "floor", "cap", "comparability", "approximate", "conflict", "derived", "only_in", "level",
)  # fmt: skip
_RESULT: dict[str, Any] = {
    "score": pl.Float64,
    "score_lo": pl.Float64,
    "score_hi": pl.Float64,
    "rank": pl.Int64,
    "rank_best": pl.Int64,
    "rank_worst": pl.Int64,
    "rank_median": pl.Float64,
    "rank_share": pl.Float64,
    "variants": pl.Int64,
    "indicators": pl.Int64,
    "coverage": pl.Float64,
    "dropped": pl.String,
    "lacking": pl.String,
    "status": pl.String,
    "reasons": pl.String,
}
_VARIANT: dict[str, Any] = {
    "variant": pl.Int64,
    "weighting": pl.String,
    "normalise": pl.String,
    "aggregate": pl.String,
    "values": pl.String,
    "score": pl.Float64,
    "rank": pl.Int64,
}


def composite(
    aligned: Any,
    *,
    weights: Mapping[str, float] | None = None,
    normalise: Normalise = "goalposts",
    aggregate: Aggregate = "arithmetic",
    goalposts: Mapping[str, tuple[float, float]] | None = None,
    minimum_coverage: float = COVERAGE,
    sensitivity: int = DRAWS,
    seed: int = 0,
    allow: Collection[str] = (),
) -> Any:
    """Return a composite score of each region, with the spread of its ranks.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align` for one year and kind, several indicators; or a frame
        of one's own with region, indicator, year, value, lo and hi. pandas, polars (eager
        or lazy) or a DuckDB relation.
    weights : mapping of str to float, optional
        Indicator to weight, 0 or more; they need not sum to 1, and an indicator without
        one is not asked for. By default all count the same that have a direction and that
        two regions or more have a value for.
    normalise : {"goalposts", "z-score", "rank"}
        ``goalposts``: 0 at the low goalpost, 100 at the high one, and no further, with
        direction folded in. ``z-score``: standard deviations above the mean of the regions
        ranked, of printed values. ``rank``: the share of the other regions that lie below,
        ties counting half, from 0 to 100.
    aggregate : {"arithmetic", "geometric"}
        The weighted mean. The geometric one, for goalposts only, punishes an uneven
        profile; it is taken over the scores moved to 1–100 (a zero would outweigh all
        else), and moved back.
    goalposts : mapping of str to (float, float), optional
        Indicator to its low and high goalpost, in its unit, the low one being the lesser
        number whatever the direction. By default its floor and cap; an indicator that has
        none (gross rates, coefficients) needs them, whatever the normalisation, since
        ranks are always tried on goalposts too.
    minimum_coverage : float
        Share of the weight, 0 to 1, that a region must have values for. 0.66 by default,
        the threshold at which COINr screens units; 1 admits complete regions only.
    sensitivity : int
        How many other weights to draw.
    seed : int
        Of the draws: the same seed gives the same ranks.
    allow : collection of str
        ``different-year`` scores values observed in different years together;
        ``different-scope`` with ``each-county-ceiling`` values that state different
        things.

    Returns
    -------
    frame
        Of the kind given, one row per region. region (and its names), year, kind;
        ``score`` of the printed values, ``score_lo`` and ``score_hi`` at the ends of the
        intervals; ``rank`` by score, 1 being best; ``rank_best``, ``rank_worst`` and
        ``rank_median`` over all ``variants``, and ``rank_share``, the share of them that
        give ``rank``; ``indicators`` scored; ``coverage``, the share of the weight that
        the region has values for; ``dropped``, values of the region that do not count,
        and ``lacking``, indicators that it has none for, each with the reason; ``status``:
        ranked, refused or missing; ``reasons``, joined by semicolons. What is not ranked
        has no score.

    Raises
    ------
    UnknownValueError
        If an argument names something that does not exist.
    MeasureError
        If weights or goalposts are no such numbers, goalposts are missing, weights name an
        indicator without direction, or the frame has several years, kinds, or rows for the
        same region and indicator.

    Notes
    -----
    **Who and what.** First the regions are chosen: those with ``minimum_coverage``, save
    wholes, which step aside where a part of theirs is in. Then the indicators: those that
    all of these regions have. No region is scored on other indicators than its
    neighbours. With fewer than two regions or two indicators left, none is ranked: give
    ``weights`` for the indicators that matter, or compare fewer regions. Proxies and
    neutral indicators never count, nor do values observed in another year, or stating
    something else, than most of their indicator's.

    **Intervals.** The score is of the printed number: 90 for ``90%以上``, the middle of a
    range. ``score_lo`` and ``score_hi`` put every value at its end; an unbounded end closes
    at the goalpost. The scale of z-scores stays that of the printed values; for ranks an
    end is the region's own against the opposite ends of all others.

    **The spread of ranks**, after the Handbook's seventh step (uncertainty and
    sensitivity analysis). Variants are all combinations of the four methods (goalposts
    arithmetic and geometric, z-scores, ranks), of the values (printed; one's own best
    against the worst of all others, and the reverse) and of the weights: those given,
    those without one indicator, one after the other, and ``sensitivity`` draws. The draws
    are of a Dirichlet distribution around the weights given, so wide that an indicator
    of average weight varies by a quarter of it (standard deviation). Ranks are competition
    ranks: one more than the number of regions strictly above. :func:`composite_variants`
    tells which variant gave which rank.

    Goalposts are those of the Human Development Index (UNDP, Technical Notes): fixed, so
    that no region's score depends on the company, and capped at 100.

    Examples
    --------
    >>> import compare
    >>> from compare.scoring import composite
    >>> row = compare.align(compare.observations(), year=2020, kind="actual")
    >>> wanted = ["preschool_enrolment", "compulsory_retention", "gaokao_first_line_rate"]
    >>> index = composite(row, weights=dict.fromkeys(wanted, 1)).set_index("region")
    >>> ranked = index[index["status"] == "ranked"]
    >>> ranked[["score", "score_hi", "rank", "rank_best", "rank_worst"]].round(1).values.tolist()
    [[76.2, 76.2, 1.0, 1.0, 2.0], [74.9, 99.9, 2.0, 1.0, 2.0]]
    >>> index.loc["fushun", ["status", "reasons"]].tolist()
    ['refused', 'low-coverage']
    """
    choices = _Choices(normalise, aggregate, minimum_coverage, sensitivity, seed)
    asked = _asked(aligned, weights, goalposts, allow)
    chosen = _chosen(asked, minimum_coverage)
    scored = _Scored(asked, chosen, choices)
    rows = [_row(scored, region) for region in asked.regions]
    return _given_back(asked, pl.DataFrame(rows, schema={"region": pl.String, **_RESULT}))


def composite_variants(
    aligned: Any,
    *,
    weights: Mapping[str, float] | None = None,
    normalise: Normalise = "goalposts",
    aggregate: Aggregate = "arithmetic",
    goalposts: Mapping[str, tuple[float, float]] | None = None,
    minimum_coverage: float = COVERAGE,
    sensitivity: int = DRAWS,
    seed: int = 0,
    allow: Collection[str] = (),
) -> Any:
    """Return every variant that :func:`composite` tries, and the rank that it gives.

    Parameters
    ----------
    aligned, weights, normalise, aggregate, goalposts, minimum_coverage, sensitivity, seed, allow
        As in :func:`composite`.

    Returns
    -------
    frame
        Of the kind given, one row per variant and ranked region; none where none is
        ranked. region (and its names), year, kind; ``variant``, 0 being the composite
        itself; ``weighting``: ``given``, ``without <indicator>`` or ``draw <number>``;
        ``normalise``; ``aggregate``; ``values``: ``printed``, ``best`` (the region at its
        best ends, all others at their worst) or ``worst``, the reverse; ``score`` of the
        region in that variant; ``rank``.

    Raises
    ------
    UnknownValueError, MeasureError
        As in :func:`composite`.

    Examples
    --------
    >>> import compare
    >>> from compare.scoring import composite_variants
    >>> row = compare.align(compare.observations(), year=2020, kind="actual")
    >>> wanted = ["preschool_enrolment", "compulsory_retention", "gaokao_first_line_rate"]
    >>> tried = composite_variants(row, weights=dict.fromkeys(wanted, 1))
    >>> printed = tried[(tried["values"] == "printed") & (tried["rank"] == 1)]
    >>> without = printed[printed["weighting"] == "without gaokao_first_line_rate"]
    >>> without[["region", "normalise", "aggregate"]].values.tolist()[0]
    ['xiangshan', 'goalposts', 'arithmetic']
    """
    choices = _Choices(normalise, aggregate, minimum_coverage, sensitivity, seed)
    asked = _asked(aligned, weights, goalposts, allow)
    chosen = _chosen(asked, minimum_coverage)
    scored = _Scored(asked, chosen, choices)
    return _given_back(asked, _variant_table(scored))


# What is asked


@dataclass(frozen=True)
class _Choices:
    """How to score; refuses what there is not."""

    normalise: Normalise
    aggregate: Aggregate
    minimum_coverage: float
    draws: int
    seed: int

    def __post_init__(self) -> None:
        if self.normalise not in (known := {method[0] for method in METHODS}):
            raise unknown("normalise", self.normalise, known)
        if self.aggregate not in (means := {method[1] for method in METHODS}):
            raise unknown("aggregate", self.aggregate, means)
        if (self.normalise, self.aggregate) not in METHODS:
            raise UnknownValueError(
                f"aggregate='geometric' needs normalise='goalposts', not {self.normalise!r}: "
                "z-scores are negative, and a rank of zero would outweigh all else"
            )
        if not is_number(self.minimum_coverage) or not 0 <= self.minimum_coverage <= 1:
            raise UnknownValueError(
                f"minimum_coverage={self.minimum_coverage!r} is no share; allowed: 0 to 1"
            )
        for name, value in (("sensitivity", self.draws), ("seed", self.seed)):
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise UnknownValueError(f"{name}={value!r}; allowed: a whole number, 0 or more")


@dataclass(frozen=True)
class _Entry:
    """What a region has for an indicator.

    ``least``, ``point`` and ``most`` are folded, so that more is better; ``why_not`` says
    why it does not count, and is empty where it does.
    """

    least: float
    point: float
    most: float
    why_not: str
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class _Asked:
    """The rows of a frame, and what is asked of them.

    Attributes
    ----------
    came : Boundary
        The frame.
    moment : mapping
        Its year and kind.
    names : mapping
        Region to its slug and names.
    entries : mapping
        Region to indicator to what it has.
    statuses : mapping
        Region and indicator to the status of the row.
    about : mapping
        Indicator to a row that tells of it.
    weights : mapping
        The indicators asked for, in order, to their weights, which sum to 1.
    named : bool
        Whether the caller named them.
    goalposts : mapping
        Indicator to its low and high goalpost, None where it has none.
    wholes : mapping
        Region to the regions inside it.
    """

    came: Boundary
    moment: Mapping[str, Any]
    names: Mapping[str, Mapping[str, Any]]
    entries: Mapping[str, Mapping[str, _Entry]]
    statuses: Mapping[tuple[str, str], str | None]
    about: Mapping[str, Mapping[str, Any]]
    weights: Mapping[str, float]
    named: bool
    goalposts: Mapping[str, tuple[float | None, float | None]]
    wholes: Mapping[str, Collection[str]]

    @property
    def regions(self) -> list[str]:
        """Every region of the frame, in order."""
        return sorted(self.names)

    def counts(self, region: str) -> list[str]:
        """Return the indicators that a region has a value for, asked for or not."""
        return [name for name, entry in self.entries[region].items() if not entry.why_not]

    def coverage(self, region: str) -> float:
        """Return the share of the weight that a region has values for."""
        return sum(self.weights.get(name, 0.0) for name in self.counts(region))


def _asked(
    aligned: Any,
    weights: Mapping[str, float] | None,
    goalposts: Mapping[str, tuple[float, float]] | None,
    allow: Collection[str],
) -> _Asked:
    """Read a frame once, and settle which of its indicators are asked for."""
    check_allow(allow)
    came = enter(aligned, needs=("region", "indicator", "year", "value", "lo", "hi"))
    given = columns_of(came.frame)
    frame = with_defaults(completed(came.frame), {"floor": nw.Float64, "cap": nw.Float64})
    shown = [name for name in _REGION if name in given]
    rows = _read(frame, contest_keys(allow, given), shown)
    _check_rows(rows)
    about = {row["indicator"]: row for row in rows}
    entries: dict[str, dict[str, _Entry]] = {row["region"]: {} for row in rows}
    for row in rows:
        if row["_there"]:
            entries[row["region"]][row["indicator"]] = _entry(row)
    wholes = _wholes(frame) if {"parent", "adcode"} & set(given) else {}
    return _Asked(
        came=came,
        moment={name: rows[0][name] for name in ("year", "kind")},
        names={row["region"]: {name: row[name] for name in shown} for row in rows},
        entries=entries,
        statuses={(row["region"], row["indicator"]): row["status"] for row in rows},
        about=about,
        weights=_settled_weights(weights, about, _holders(entries, wholes)),
        named=weights is not None,
        goalposts=_goalposts(goalposts, about),
        wholes=wholes,
    )


def _read(frame: nw.LazyFrame[Any], keys: list[str], shown: list[str]) -> list[dict[str, Any]]:
    """Collect the rows, with their folded values and whether they are in the main contest."""
    rankable = has_direction() & holds(nw.col("rankable"))
    counts = is_there() & rankable & ~holds(nw.col("comparability") == "proxy")
    marked = with_main_contest(with_folded(frame), counts, keys)
    number = nw.coalesce(nw.col("value"), (nw.col("lo") + nw.col("hi")) / 2, "lo", "hi")
    point = nw.when(nw.col("direction") == "lower").then(-number).otherwise(number)
    table = marked.select(*shown, *_READ, *FOLDED, "_main", _point=point, _there=is_there())
    return list(table.collect("polars").sort("region", "indicator").iter_rows(named=True))


def _check_rows(rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        raise MeasureError("aligned has no rows: nothing to compare; see compare.coverage()")
    moments = sorted({f"{row['year']} {row['kind']}" for row in rows})
    if len(moments) > 1:
        raise MeasureError(
            f"a composite is of one year and kind; aligned has {', '.join(moments)}; "
            "do: compare.align(observations, year=…, kind=…)"
        )
    counted = Counter((row["region"], row["indicator"]) for row in rows)
    twice = [" ".join(key) for key, count in counted.items() if count > 1]
    if twice:
        raise MeasureError(
            f"aligned has several rows for {', '.join(twice)}; allowed: one row per region and "
            "indicator, as compare.align gives"
        )


def _entry(row: Mapping[str, Any]) -> _Entry:
    least, most, point = row[FOLDED[0]], row[FOLDED[1]], row["_point"]
    return _Entry(min(least, point), point, max(most, point), _why_not(row), row)


def _why_not(row: Mapping[str, Any]) -> str:
    """Return the reason why a value does not count, whoever else is there."""
    if barred := _barred(row):
        return barred
    if row["comparability"] == "proxy":
        return "proxy"
    if row["_main"]:
        return ""
    if row["observed_year"] != row["year"]:
        return "different-year"
    return "each-county-ceiling" if row["scope"] == "each-county" else "different-scope"


def _barred(row: Mapping[str, Any]) -> str:
    """Return the reason why an indicator is not scored."""
    if row["direction"] not in ("higher", "lower"):
        return "no-direction"
    return "" if row["rankable"] else "not-rankable"


def _holders(
    entries: Mapping[str, Mapping[str, _Entry]], wholes: Mapping[str, Collection[str]]
) -> dict[str, set[str]]:
    """Return the regions that have a value for each indicator; a whole is not beside its part."""
    found: dict[str, set[str]] = defaultdict(set)
    for region, row in entries.items():
        for name, entry in row.items():
            if not entry.why_not:
                found[name].add(region)
    return {
        name: {region for region in regions if not regions & set(wholes.get(region, ()))}
        for name, regions in found.items()
    }


def _settled_weights(
    weights: Mapping[str, float] | None,
    about: Mapping[str, Mapping[str, Any]],
    holders: Mapping[str, Collection[str]],
) -> dict[str, float]:
    """Return the weights above zero, with sum 1, in the order of the indicators' names."""
    if weights is None:
        asked = {name: 1.0 for name, regions in holders.items() if len(regions) > 1}
    else:
        checked = checked_weights("weights", weights, about)
        asked = {name: weight for name, weight in checked.items() if weight > 0}
        barred = [f"{name} ({why})" for name in sorted(asked) if (why := _barred(about[name]))]
        if barred:
            raise MeasureError(
                f"weights has {', '.join(barred)}: neither more nor less of it is better, so that "
                "it has no place in a score; leave it out"
            )
    whole = sum(asked.values())
    return {name: asked[name] / whole for name in sorted(asked)}


def _goalposts(
    given: Mapping[str, tuple[float, float]] | None, about: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[float | None, float | None]]:
    """Return the low and the high goalpost of each indicator, None where it has none."""
    pairs = {} if given is None else given
    if not isinstance(pairs, Mapping):
        raise MeasureError(f"goalposts={pairs!r}; allowed: a mapping of indicator to (low, high)")
    for name in pairs:
        if name not in about:
            raise unknown("goalposts", name, about)
    wrong = [f"{name}: {pair!r}" for name, pair in pairs.items() if not _is_pair(pair)]
    if wrong:
        raise MeasureError(
            f"goalposts has {', '.join(wrong)}; allowed: two numbers, the lesser one first"
        )
    own = {name: (row["floor"], row["cap"]) for name, row in about.items()}
    return own | {name: (float(low), float(high)) for name, (low, high) in pairs.items()}


def _is_pair(pair: object) -> bool:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        return False
    return is_number(pair[0]) and is_number(pair[1]) and pair[0] < pair[1]


def _wholes(frame: nw.LazyFrame[Any]) -> dict[str, set[str]]:
    """Return the regions that contain others, and which."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in parts_of(frame).collect("polars").iter_rows(named=True):
        found[row["_whole_region"]].add(row["_part"])
    return found


# Who is ranked, and on what


@dataclass(frozen=True)
class _Chosen:
    """The regions ranked, the indicators that all of them have, and who was refused why."""

    regions: list[str]
    indicators: list[str]
    refused: Mapping[str, str]


def _chosen(asked: _Asked, minimum_coverage: float) -> _Chosen:
    """Choose the regions by their coverage, then the indicators that they share."""
    covered = {region: asked.coverage(region) for region in asked.regions}
    least = minimum_coverage - 10**-DIGITS
    enough = {region for region, share in covered.items() if share > 0 and share >= least}
    wholes = {region for region in enough if enough & set(asked.wholes.get(region, ()))}
    little = {region for region in asked.regions if _has_little(asked, region)} - enough
    refused = dict.fromkeys(wholes, "part-and-whole") | dict.fromkeys(little, "low-coverage")
    regions = sorted(enough - wholes)
    shared = [set(asked.counts(region)) for region in regions]
    indicators = [name for name in asked.weights if all(name in has for has in shared)]
    if len(regions) < 2:
        return _Chosen([], [], refused | dict.fromkeys(regions, "too-few-regions"))
    if len(indicators) < 2:
        return _Chosen([], [], refused | dict.fromkeys(regions, "too-few-indicators"))
    return _Chosen(regions, indicators, refused)


def _has_little(asked: _Asked, region: str) -> bool:
    """Tell whether a region has something that could have been scored."""
    return any(name in asked.weights or not asked.named for name in asked.counts(region))


# How they score


class _Ends(NamedTuple):
    """Tables of the same shape: at the least, as printed, at the most."""

    least: Numbers
    printed: Numbers
    most: Numbers

    def each(self, function: Callable[[Numbers], Numbers]) -> _Ends:
        """Apply a function to each of the three."""
        return _Ends(*(function(end) for end in self))


@dataclass(frozen=True)
class _Scored:
    """The scores and ranks of all variants; asked for only where somebody is ranked."""

    asked: _Asked
    chosen: _Chosen
    choices: _Choices

    @cached_property
    def places(self) -> dict[str, int]:
        """Where a ranked region stands in the tables."""
        return {region: place for place, region in enumerate(self.chosen.regions)}

    @cached_property
    def goalposts(self) -> tuple[Numbers, Numbers]:
        """Low and high goalposts of the indicators, folded, as columns."""
        names = self.chosen.indicators
        pairs = [self.asked.goalposts[name] for name in names]
        lacking = [name for name, pair in zip(names, pairs, strict=True) if None in pair]
        if lacking:
            wanted = ", ".join(f"{name!r}: (low, high)" for name in lacking)
            raise MeasureError(
                f"no goalposts for {', '.join(lacking)}: without a floor and a cap no value is "
                f"a known share of the way; do: goalposts={{{wanted}}}, in the indicator's unit"
            )
        low, high = np.array(pairs, dtype=np.float64).T
        lower = np.array([self.asked.about[name]["direction"] == "lower" for name in names])
        folded = np.where(lower, -high, low), np.where(lower, -low, high)
        return folded[0][:, None], folded[1][:, None]

    @cached_property
    def values(self) -> _Ends:
        """Folded values, indicators down and regions across, unbounded ends closed."""
        low, high = self.goalposts
        entries = [
            [self.asked.entries[region][name] for region in self.chosen.regions]
            for name in self.chosen.indicators
        ]
        least, printed, most = (
            np.array([[getattr(entry, end) for entry in row] for row in entries])
            for end in ("least", "point", "most")
        )
        return _Ends(
            np.where(np.isneginf(least), np.minimum(low, printed), least),
            printed,
            np.where(np.isposinf(most), np.maximum(high, printed), most),
        )

    @cached_property
    def is_beyond(self) -> npt.NDArray[np.bool_]:
        """Whether a printed value of a region lies outside its goalposts."""
        low, high = self.goalposts
        printed = self.values.printed
        return np.asarray(((printed < low) | (printed > high)).any(axis=0))

    @cached_property
    def mixes_levels(self) -> bool:
        """Whether counties are ranked with prefecture cities."""
        first = self.chosen.indicators[0]
        entries = (self.asked.entries[region][first] for region in self.chosen.regions)
        return len({entry.cells["level"] for entry in entries} - {None}) > 1

    @cached_property
    def weightings(self) -> Numbers:
        """The weights given, those without one indicator, and the draws, as rows."""
        shared = np.array([self.asked.weights[name] for name in self.chosen.indicators])
        given = shared / shared.sum()
        without = np.where(np.eye(len(given), dtype=bool), 0.0, given)
        without /= without.sum(axis=1, keepdims=True)
        return np.vstack([given, without, _drawn(given, self.choices.draws, self.choices.seed)])

    @property
    def weighting_names(self) -> list[str]:
        """What the rows of ``weightings`` are called."""
        without = [f"without {name}" for name in self.chosen.indicators]
        draws = [f"draw {number}" for number in range(1, self.choices.draws + 1)]
        return ["given", *without, *draws]

    @property
    def methods(self) -> list[tuple[Normalise, Aggregate]]:
        """All methods, the one asked for first."""
        asked_for = (self.choices.normalise, self.choices.aggregate)
        return sorted(METHODS, key=lambda method: method != asked_for)

    @cached_property
    def scores(self) -> list[_Ends]:
        """Scores by method, weightings down and regions across."""
        means = {name: partial(mean, self.weightings) for name, mean in _MEANS.items()}
        return [
            _normalised(normalise, self.values, self.goalposts).each(means[aggregate])
            for normalise, aggregate in self.methods
        ]

    @cached_property
    def ranks(self) -> npt.NDArray[np.int64]:
        """Ranks by method, ``ENDS``, weighting and region."""
        return np.array(
            [
                [_ranks(printed, printed), _ranks(most, least), _ranks(least, most)]
                for least, printed, most in self.scores
            ]
        )


def _drawn(given: Numbers, draws: int, seed: int) -> Numbers:
    """Draw weights around those given; an average one varies by ``WEIGHT_SPREAD`` of itself."""
    concentration = (len(given) - 1) / WEIGHT_SPREAD**2 - 1
    return np.random.default_rng(seed).dirichlet(concentration * given, size=draws)


def _normalised(normalise: str, values: _Ends, goalposts: tuple[Numbers, Numbers]) -> _Ends:
    least, printed, most = values
    if normalise == "goalposts":
        low, high = goalposts
        return values.each(lambda end: 100 * np.clip((end - low) / (high - low), 0, 1))
    if normalise == "z-score":
        return values.each(lambda end: _deviations(end, printed))
    return _Ends(
        _share_below(least, most), _share_below(printed, printed), _share_below(most, least)
    )


def _deviations(values: Numbers, printed: Numbers) -> Numbers:
    """Return standard deviations above the mean; nothing where all print the same."""
    alike = np.ptp(printed, axis=1, keepdims=True) == 0
    deviation = np.where(alike, 1.0, printed.std(axis=1, keepdims=True))
    return np.where(alike, 0.0, (values - printed.mean(axis=1, keepdims=True)) / deviation)


def _share_below(own: Numbers, others: Numbers) -> Numbers:
    """Return which share of the other regions lies below each, in %, ties counting half."""
    shares = np.empty_like(own)
    for indicator, (mine, theirs) in enumerate(zip(own, others, strict=True)):
        ordered = np.sort(theirs)
        below = np.searchsorted(ordered, mine, side="left") - (theirs < mine)
        up_to = np.searchsorted(ordered, mine, side="right") - (theirs <= mine)
        shares[indicator] = (below + up_to) / 2
    return 100 * shares / (own.shape[1] - 1)


def _arithmetic(weights: Numbers, scores: Numbers) -> Numbers:
    return np.round(weights @ scores, DIGITS) + 0.0


def _geometric(weights: Numbers, scores: Numbers) -> Numbers:
    means = np.exp(weights @ np.log(1 + _LIFT * scores))
    return np.round((means - 1) / _LIFT, DIGITS) + 0.0


_MEANS: Mapping[str, Callable[[Numbers, Numbers], Numbers]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
}


def _ranks(own: Numbers, others: Numbers) -> npt.NDArray[np.int64]:
    """Return one more than the number of other regions above, weighting by weighting."""
    ranks = np.empty(own.shape, dtype=np.int64)
    for weighting, (mine, theirs) in enumerate(zip(own, others, strict=True)):
        up_to = np.searchsorted(np.sort(theirs), mine, side="right")
        ranks[weighting] = 1 + len(mine) - up_to - (theirs > mine)
    return ranks


# What comes back


def _row(scored: _Scored, region: str) -> dict[str, Any]:
    """Return the row of one region."""
    asked, chosen = scored.asked, scored.chosen
    place = scored.places.get(region)
    is_ranked = place is not None
    return {
        "region": region,
        "variants": 0,
        "indicators": 0,
        **(_result(scored, place) if place is not None else {}),
        "coverage": round(asked.coverage(region), DIGITS),
        "dropped": _dropped(asked, region, chosen.indicators if is_ranked else None),
        "lacking": _lacking(asked, region),
        "status": "ranked" if is_ranked else "refused" if region in chosen.refused else "missing",
        "reasons": "; ".join(
            _cautions(scored, region) if is_ranked else _refusal(asked, chosen, region)
        ),
    }


def _result(scored: _Scored, place: int) -> dict[str, Any]:
    """Return the score of a ranked region, its rank, and their spread."""
    least, printed, most = (float(end[0, place]) for end in scored.scores[0])
    ranks = scored.ranks[..., place].ravel()
    rank = int(ranks[0])
    return {
        "score": printed,
        "score_lo": least,
        "score_hi": most,
        "rank": rank,
        "rank_best": int(ranks.min()),
        "rank_worst": int(ranks.max()),
        "rank_median": float(np.median(ranks)),
        "rank_share": round(float((ranks == rank).mean()), DIGITS),
        "variants": len(ranks),
        "indicators": len(scored.chosen.indicators),
    }


def _refusal(asked: _Asked, chosen: _Chosen, region: str) -> list[str]:
    """Return why a region is not ranked."""
    if region in chosen.refused:
        return [chosen.refused[region]]
    has = asked.entries[region]
    said = {
        has[name].why_not if name in has else asked.statuses.get((region, name)) or "no-value"
        for name in asked.weights
    }
    return sorted(said)


def _cautions(scored: _Scored, region: str) -> list[str]:
    """Return what must be said of a rank."""
    asked, chosen = scored.asked, scored.chosen
    used = [asked.entries[region][name] for name in chosen.indicators]
    cells = [entry.cells for entry in used]
    unshared = set(asked.counts(region)) & set(asked.weights) - set(chosen.indicators)
    flags = {
        "not-common": bool(unshared),
        "interval": any(entry.least != entry.most for entry in used),
        "beyond-goalposts": bool(scored.is_beyond[scored.places[region]]),
        "different-level": scored.mixes_levels,
        "each-county-ceiling": any(cell["scope"] == "each-county" for cell in cells),
        "different-year": any(cell["observed_year"] != cell["year"] for cell in cells),
        "approximate": any(cell["approximate"] for cell in cells),
        "conflicting-figures": any(cell["conflict"] for cell in cells),
        "derived": any(cell["derived"] for cell in cells),
        "one-province-scheme": any(cell["only_in"] is not None for cell in cells),
    }
    return [name for name, flag in flags.items() if flag]


def _dropped(asked: _Asked, region: str, scored: Collection[str] | None) -> str:
    """Name the values of a region that do not count, and why."""
    whys = {
        name: entry.why_not or ("" if name in asked.weights else "alone")
        for name, entry in asked.entries[region].items()
        if name in asked.weights or not asked.named
    }
    if scored is not None:
        whys |= {name: "not-common" for name, why in whys.items() if not why and name not in scored}
    return "; ".join(f"{name} ({why})" for name, why in whys.items() if why)


def _lacking(asked: _Asked, region: str) -> str:
    """Name the indicators asked for that a region has nothing for, and why."""
    names = [name for name in asked.weights if name not in asked.entries[region]]
    statuses = [asked.statuses.get((region, name)) or "no-value" for name in names]
    return "; ".join(f"{name} ({why})" for name, why in zip(names, statuses, strict=True))


def _variant_table(scored: _Scored) -> pl.DataFrame:
    """Return a row per variant and ranked region."""
    regions = scored.chosen.regions
    if not regions:
        return pl.DataFrame(schema={"region": pl.String, **_VARIANT})
    scores = [(printed, most, least) for least, printed, most in scored.scores]
    methods, names = scored.methods, scored.weighting_names
    variants = [(*method, end, name) for method in methods for end in ENDS for name in names]
    normalise, aggregate, values, weighting = zip(*variants, strict=True)
    places = np.repeat(np.arange(len(variants)), len(regions))
    described = {
        "weighting": weighting, "normalise": normalise, "aggregate": aggregate, "values": values,
    }  # fmt: skip
    return pl.DataFrame(
        {
            "region": np.tile(np.array(regions, dtype=object), len(variants)),
            "variant": places,
            **{name: np.array(column, dtype=object)[places] for name, column in described.items()},
            "score": np.array(scores).ravel(),
            "rank": scored.ranks.ravel(),
        },
        schema={"region": pl.String, **_VARIANT},
    )


def _given_back(asked: _Asked, table: pl.DataFrame) -> Any:
    """Add names and moment, and return the kind of frame that came, in order if it has one."""
    names = pl.DataFrame(list(asked.names.values()), infer_schema_length=None)
    named = names.cast(pl.String).join(table, on="region", maintain_order="right")
    moment = (pl.lit(value).alias(name) for name, value in asked.moment.items())
    whole = named.select(*names.columns, *moment, pl.exclude(names.columns))
    return _ordered(asked.came.give_back(_like(asked.came.frame, whole)), whole.columns)


def _like(frame: nw.LazyFrame[Any], rows: pl.DataFrame) -> nw.LazyFrame[Any]:
    """Return a table on the engine, and connection, of a frame.

    DuckDB finds ``rows`` by its name in this function: parsing thousands of constants, as
    for :func:`compare.frames.constant_like`, would take it seconds.
    """
    if is_duckdb(frame):
        return nw.from_native(nw.to_native(frame).query("unused", "SELECT * FROM rows"))
    return nw.from_native(rows.lazy())


def _ordered(native: Any, columns: Collection[str]) -> Any:
    """Sort an eager frame by variant, then region."""
    frame = nw.from_native(native)
    if not isinstance(frame, nw.DataFrame):
        return native
    by = [name for name in ("variant", "region") if name in columns]
    return nw.maybe_reset_index(frame.sort(*by)).to_native()
