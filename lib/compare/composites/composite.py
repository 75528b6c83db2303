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

from collections.abc import Collection, Mapping
from typing import Any

from compare.composites.inputs import Choices, asked_of
from compare.composites.methods import COVERAGE, DRAWS, METHODS, Aggregate, Normalise
from compare.composites.results import given_back, scores_table, variants_table
from compare.composites.selection import chosen_of
from compare.composites.variants import Scored

__all__ = ["DRAWS", "METHODS", "composite", "composite_variants"]


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
    direction: str | Mapping[str, str] | None = None,
) -> Any:
    """Return a composite score of each region, with the spread of its ranks.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align` for one year and kind, several indicators; or a frame
        of one's own with region, indicator, year and value, lo and hi beside it or in its
        place where it is an interval. pandas, polars (eager or lazy) or a DuckDB relation.
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
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator, in place of the
        column direction. A frame without that column needs it.

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
        ranked, refused or missing; ``reasons``, joined by semicolons; ``figures``, the ids of
        the figures scored, joined by blanks. What is not ranked has no score.

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
    >>> from compare.composites.composite import composite
    >>> row = compare.align(compare.observations(), year=2020, kind="actual")
    >>> wanted = ["preschool_enrolment", "compulsory_retention", "gaokao_first_line_rate"]
    >>> retention = {"compulsory_retention": (0, 100)}  # it has no cap: pupils move in
    >>> index = composite(row, weights=dict.fromkeys(wanted, 1), goalposts=retention)
    >>> index = index.set_index("region")
    >>> ranked = index[index["status"] == "ranked"]
    >>> ranked[["score", "score_hi", "rank", "rank_best", "rank_worst"]].round(1).values.tolist()
    [[76.2, 76.2, 1.0, 1.0, 2.0], [74.9, 99.9, 2.0, 1.0, 2.0]]
    >>> index.loc["fushun", ["status", "reasons"]].tolist()
    ['refused', 'low-coverage']
    """
    choices = Choices(normalise, aggregate, minimum_coverage, sensitivity, seed)
    asked = asked_of(aligned, weights, goalposts, allow, direction)
    chosen = chosen_of(asked, minimum_coverage)
    scored = Scored(asked, chosen, choices)
    return given_back(asked, scores_table(scored))


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
    direction: str | Mapping[str, str] | None = None,
) -> Any:
    """Return every variant that :func:`composite` tries, and the rank that it gives.

    Parameters
    ----------
    aligned, weights, normalise, aggregate, goalposts, minimum_coverage, sensitivity, seed, allow
        As in :func:`composite`.
    direction
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
    >>> from compare.composites.composite import composite_variants
    >>> row = compare.align(compare.observations(), year=2020, kind="actual")
    >>> wanted = ["preschool_enrolment", "compulsory_retention", "gaokao_first_line_rate"]
    >>> retention = {"compulsory_retention": (0, 100)}  # it has no cap: pupils move in
    >>> tried = composite_variants(row, weights=dict.fromkeys(wanted, 1), goalposts=retention)
    >>> printed = tried[(tried["values"] == "printed") & (tried["rank"] == 1)]
    >>> without = printed[printed["weighting"] == "without gaokao_first_line_rate"]
    >>> without[["region", "normalise", "aggregate"]].values.tolist()[0]
    ['xiangshan', 'goalposts', 'arithmetic']
    """
    choices = Choices(normalise, aggregate, minimum_coverage, sensitivity, seed)
    asked = asked_of(aligned, weights, goalposts, allow, direction)
    chosen = chosen_of(asked, minimum_coverage)
    scored = Scored(asked, chosen, choices)
    return given_back(asked, variants_table(scored))
