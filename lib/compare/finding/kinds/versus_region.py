"""Versus region: outcomes of one year and concept, beside those of other regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from compare.comparisons.comparability import CONTEST
from compare.finding.conditions import Conditions, conditions
from compare.finding.extremes import Extreme, extremes
from compare.finding.facts import Facts
from compare.finding.naming import apart_by, region, regions, stated, topic, unit_of_change, value
from compare.finding.statement import Finding, Said, figures_of, in_both_languages
from compare.finding.weights import share, weight
from compare.ledger.records import grouped, records, values_of
from compare.ledger.units import COUNTED
from compare.reasons import following
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import joined, side_by_side

KIND = "versus-region"
WEIGHT = 58.0
PLACE = 20
FEW = 6
"""So many regions are told one by one; of more, the ends and the middle."""
AS_MANY = 0.9
"""A later field takes the place of an earlier one where it has about as many regions."""

Row = dict[str, Any]
Groups = list[list[Row]]


def of(facts: Facts) -> Iterator[Finding]:
    """Return who stands where among those whose outcomes can be compared."""
    own = facts.subject.region
    for contest, rows in _contests(facts):
        if own is None:
            yield _of_field(contest, rows, facts)
        elif (contest["region"] == own).any():
            yield _of_one(contest, rows, own, facts)
    for totals in _totals(facts):
        yield _of_totals(totals, facts)


def _contests(facts: Facts) -> Iterator[tuple[pd.DataFrame, list[Row]]]:
    """Yield what decides each contest, in its order, and its rows where they are few.

    Of thousands few become sentences; those of all small contests are read at once.
    """
    ranked = facts.ranked
    if ranked.empty:
        return
    is_one = (ranked["kind"] == "actual") & ranked["rank_best"].notna() & (ranked["of"] > 1)
    needed = dict.fromkeys([*CONTEST, *_DECIDING, *_ORDER, "region", "direction"])
    outcomes = ranked[[*needed]][is_one]
    number = outcomes.groupby(CONTEST, sort=False, dropna=False).ngroup()
    ranks = outcomes["rank"]
    of_estimates = ranks.notna().groupby(number).transform("all")  # whatever their limits
    keys = outcomes[_ORDER].assign(contest=number, rank=ranks.where(of_estimates, 0.0))
    ordered = keys.sort_values(["contest", "rank", *_ORDER], kind="stable").index
    contests = [one for _, one in outcomes.loc[ordered].groupby(number[ordered], sort=False)]
    few = [contest for contest in contests if len(contest) <= FEW]
    told = iter(_rows(pd.concat(few), facts) if few else [])
    for contest in contests:
        yield contest, [*islice(told, len(contest))] if len(contest) <= FEW else []


_ORDER = ["rank_best", "rank_worst", "adcode"]
"""What orders a contest; without a code, a region comes last."""


def _rows(contest: pd.DataFrame, facts: Facts) -> list[Row]:
    """Return some of a contest, with all that sentences tell of them."""
    ranked = facts.ranked
    needed = _NEEDED | {one.column for rule in ("differs", "flagged") for one in following(rule)}
    return records(ranked[[name for name in ranked if name in needed]].loc[contest.index])


_NEEDED = frozenset((
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "direction",
    "unit", "value", "lo", "hi", "lo_open", "hi_open", "comparator", "scope", "approximate",
    "comparability", "conflict", "level", "printed", "worded", "every_year", "after_break",
    "figure", "year", "year_basis", "kind", "observed_year", "adcode", "rank", "rank_best",
    "rank_worst",
))  # fmt: skip
"""The columns that sentences need: every one costs, even of few rows."""


def _totals(facts: Facts) -> Iterator[list[Row]]:
    """Yield outcomes of one year that have no better side: most are how many there are."""
    rows, asked = facts.aligned, facts.subject.regions
    if rows.empty:
        return
    of_none = (rows["direction"] == "neutral") & (rows["kind"] == "actual")
    stated = rows[of_none & (rows["unit"] != "year") & rows["value"].notna()]
    if len(asked) > 1:
        stated = stated[stated["region"].isin(asked)]
    for group in grouped(records(stated), *CONTEST).values():
        named = {row["region"] for row in group}
        if 1 < len(named) <= FEW and (len(asked) != 1 or named >= {*asked}):
            yield sorted(group, key=lambda row: (pd.isna(row["adcode"]), str(row["adcode"])))


def _of_totals(rows: list[Row], facts: Facts) -> Finding:
    first, held = rows[0], conditions(rows, facts)
    ending = "finding-ending-totals" if first["unit"] in COUNTED else "finding-ending-no-side"

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(first, lang),
            "year": str(int(first["observed_year"])),
            "values": joined([_group_in_words([row], lang) for row in rows], lang),
            "ending": say(ending, lang),
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=tuple(row["region"] for row in rows),
        indicator=first["indicator"],
        year=int(first["observed_year"]),
        verdict="totals",
        unit=unit_of_change(first),
        strength=held.strength,
        weight=weight(WEIGHT, "totals", held.strength, None, held.names),
        figures=figures_of(rows),
        cautions=held.names,
        is_outcome=True,
        said=in_both_languages("finding-region-totals", said, opening=_opening(rows, facts)),
    )


def _opening(rows: Sequence[Row], facts: Facts) -> str:
    """Return when there were so many: what a text counts is what there is by the end of a year."""
    documents = [facts.evidence.document_of(row["figure"]) for row in rows]
    of_texts = all(one is not None and one.get("type") != "table" for one in documents)
    return "finding-by-end" if of_texts else "finding-in-year"


def _of_field(contest: pd.DataFrame, rows: list[Row], facts: Facts) -> Finding:
    if not rows:
        return _of_many(contest, facts)
    form = verdict = _verdict(contest)
    groups = _groups(rows)
    if form == "level" and len(groups) > 1:
        form = "level-in-words"  # of one meaning, each in its own words
    first, last = rows[0], rows[-1]
    size = _difference(first, last) if verdict == "ahead" else None
    held = conditions(rows, facts)

    def said(lang: Lang) -> dict[str, str | int]:
        subject = groups[0] if len(groups[0]) == 1 or len(groups) > 2 else groups[-1]
        values = joined([_group_in_words(group, lang) for group in groups], lang)
        briefly = joined([_group_in_words(group, lang, briefly=True) for group in groups], lang)
        return {
            "topic": topic(first, lang),
            "year": str(int(first["observed_year"])),
            "values": values,
            "names": regions(rows, lang),
            "contrast": _contrast(groups, subject, size, lang),
            "apart": _apart(groups, subject, size, lang),
            "first_value": value(first, lang),
            "value": say("finding-group-values", lang, values=briefly),
            "subject": regions(subject, lang),
            "way": _way(subject[0], _other(groups, subject)[0], lang),
            "gap": "" if len(groups) > 2 else apart_by(size, [first, last], lang),
            "order": _order_in_words(groups, subject, first, lang),
            "ending": say("finding-undetermined", lang) if verdict == "undetermined" else "",
            **held.said(lang),
        }

    sentences = in_both_languages(f"finding-region-{form}", said, opening="finding-in-year")
    places = values_of(contest["region"])
    return _finding(rows, places, verdict, size, held, sentences)


def _of_many(contest: pd.DataFrame, facts: Facts) -> Finding:
    """Say of a contest of many who are its ends, or may be."""
    best, last = _ends(contest, facts)
    first = best.rows[0]
    told = [*best.told, *last.told]
    verdict, held = _verdict(contest), conditions(told, facts)
    size = _difference(told[0], told[-1]) if verdict == "ahead" else None
    is_open = [end.state == "open" for end in (best, last)]
    form = "level" if verdict == "level" else "many-open" if any(is_open) else "many"
    if len(best.rows) == len(contest) and verdict != "level":
        form = "undetermined"  # all state the same bound
    undecided = "both" if all(is_open) else "best" if is_open[0] else "worst"

    def said(lang: Lang) -> dict[str, str | int]:
        words = {end: say(f"finding-{end}-{first['direction']}", lang) for end in ("best", "worst")}
        both = say("finding-both-ends", lang, **words)
        return {
            "topic": topic(first, lang),
            "year": str(int(first["observed_year"])),
            "names": best.names(lang),
            "values": _group_in_words([*best.rows], lang),
            "first": best.names(lang),
            "last": last.names(lang),
            "first_end": best.in_words(words["best"], lang),
            "last_end": last.in_words(words["worst"], lang),
            "first_value": value(first, lang),
            **words,
            "undecided": {**words, "both": both}[undecided],
            "number": len(contest),
            **held.said(lang),
        }

    sentences = in_both_languages(f"finding-region-{form}", said, opening="finding-in-year")
    places = values_of(contest["region"])
    return _finding(told, places, verdict, size, held, sentences)


def _ends(contest: pd.DataFrame, facts: Facts) -> tuple[Extreme, Extreme]:
    return extremes(contest, contest["direction"].iloc[0], lambda rows: _rows(rows, facts))


def _of_one(contest: pd.DataFrame, rows: list[Row], own: str, facts: Facts) -> Finding:
    names = [name for name in values_of(contest["region"]) if name != own]
    many = not rows
    best: Extreme | None = None
    if many:
        is_own = contest["region"] == own
        unlike = contest[~is_own].drop_duplicates(_DECIDING)
        (me,), others = _rows(contest[is_own], facts), _rows(unlike, facts)
        best, _ = _ends(contest, facts)
    else:
        (me,) = (row for row in rows if row["region"] == own)
        others = [row for row in rows if row["region"] != own]
    verdict = _own_verdict(me, others)
    beside = others if best is None else best.told
    sizes = [_difference(me, row) for row in others if _is_decided(me, row)]
    furthest = max((size for size in sizes if size is not None), key=abs, default=None)
    told = [me, *(row for row in beside if row["region"] != own)]
    held = conditions(told, facts)
    one_value = len(_groups(others)) == 1

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(me, lang),
            "year": str(int(me["observed_year"])),
            "value": value(me, lang),
            "beside": "" if many else _beside(me, others, lang),
            "headline": "" if many else _beside(me, others, lang, form="-title"),
            "apart": "" if many else _beside(me, others, lang, form="-heading"),
            "side": "" if many else _side(me, others, verdict, lang),
            "gap": apart_by(furthest, [me, *others], lang) if one_value else "",
            "names": "" if many else regions(others, lang),
            "best": "" if best is None else _best_in_words(best, own, lang),
            "rank": _rank(me),
            "number": len(contest),
            **held.said(lang),
        }

    sentences = in_both_languages(
        f"finding-region-own-{'many' if many else verdict}",
        said,
        who=lambda lang: region(me, lang),
        opening="finding-in-year",
    )
    return _finding(told, (own, *names), verdict, furthest, held, sentences)


def _finding(
    told: Sequence[Row],
    places: Sequence[str],
    verdict: str,
    size: float | None,
    held: Conditions,
    said: Mapping[Lang, Said],
) -> Finding:
    """Return a finding about some places of which rows are told; the first row says of what."""
    first = told[0]
    of_all = share(size, first["unit"], first["value"])
    return Finding(
        kind=KIND,
        regions=tuple(places),
        indicator=first["indicator"],
        year=int(first["observed_year"]),
        verdict=verdict,
        unit=unit_of_change(first),
        strength=held.strength,
        weight=weight(WEIGHT, verdict, held.strength, of_all, held.names),
        figures=figures_of(told),
        cautions=held.names,
        is_outcome=True,
        gap=size,
        gap_lo=size,
        gap_hi=size,
        said=said,
    )


def _best_in_words(best: Extreme, own: str, lang: Lang) -> str:
    """Return who is the best beside the region asked about; nothing where it is that alone."""
    others = best.without(own)
    is_one = len(others.rows) < len(best.rows)
    if is_one and not others.rows:
        return "" if best.state == "sure" else say("finding-own-best-stated", lang)
    form = f"{'among' if is_one else 'not'}-{best.state}"
    told = others.each(lang) if is_one and best.state == "either" else [others.values(lang)]
    return say(f"finding-own-{form}", lang, values=joined(told, lang), names=others.names(lang))


_DECIDING = ["rank", "value", "lo", "hi", "lo_open", "hi_open"]
"""What decides between two of a contest: of thousands many are alike."""


def _verdict(contest: pd.DataFrame) -> str:
    if (contest["rank_best"] != contest["rank_worst"]).any():
        return "undetermined"
    return "level" if (contest["rank"] == 1).all() else "ahead"


def _own_verdict(me: Row, others: Sequence[Row]) -> str:
    """Tell where one stands: behind or ahead of all that are decided, or between them."""
    if not any(_is_decided(me, row) for row in others):
        return "undetermined"
    above = any(_order(row, me) == 1 for row in others)
    below = any(_order(me, row) == 1 for row in others)
    if above and below:
        return "between"
    return "behind" if above else "ahead" if below else "level"


def _is_decided(a: Row, b: Row) -> bool:
    """Tell whether two of a contest are ordered or level, whatever the others are."""
    return _order(a, b) is not None


def _order(a: Row, b: Row) -> int | None:
    """Return 1 where the first is better for certain, -1 the second, 0 where they are level.

    The ranks of a contest do not tell: a third one's open end leaves them undecided, and of
    estimates they are the estimates' own, whatever their limits leave open.
    """
    ranked = not (_has_limits(a) or _has_limits(b))
    if ranked and not pd.isna(a["rank"]) and not pd.isna(b["rank"]):
        return int(np.sign(b["rank"] - a["rank"]))
    if _difference(a, b) == 0:
        return 0
    more = 1 if a["direction"] == "higher" else -1
    return more if _lies_above(a, b) else -more if _lies_above(b, a) else None


def _has_limits(row: Row) -> bool:
    """Tell whether a row says less than one number: an estimate with its limits, or a bound."""
    return not pd.isna(row["value"]) and row["lo"] != row["hi"]


def _lies_above(a: Row, b: Row) -> bool:
    """Tell whether one interval lies wholly above another one."""
    lo, hi = a["lo"], b["hi"]
    return bool(lo > hi or (lo == hi and (a.get("lo_open") or b.get("hi_open"))))


def _groups(contest: Sequence[Row]) -> Groups:
    """Return those who state the same side by side, in the order of the contest."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in contest:
        groups.setdefault(stated(row), []).append(row)
    return list(groups.values())


def _other(groups: Groups, subject: list[Row]) -> list[Row]:
    return groups[-1] if subject is groups[0] else groups[0]


def _difference(a: Row, b: Row) -> float | None:
    """Return how far two single numbers lie apart, signed by the first."""
    if pd.isna(a["value"]) or pd.isna(b["value"]) or a["lo"] != a["hi"] or b["lo"] != b["hi"]:
        return None
    return round(float(a["value"]) - float(b["value"]), 9)


def _group_in_words(group: list[Row], lang: Lang, *, briefly: bool = False) -> str:
    form = "brief" if briefly else "one" if len(group) == 1 else "all"
    values = {"names": regions(group, lang), "value": value(group[0], lang)}
    return say(f"finding-group-{form}", lang, **values)


def _way(subject: Row, other: Row, lang: Lang) -> str:
    size = _difference(subject, other)
    is_higher = not _lies_above(other, subject) if size is None else size > 0
    return say(f"finding-apart-{'higher' if is_higher else 'lower'}", lang)


def _apart(groups: Groups, subject: list[Row], size: float | None, lang: Lang) -> str:
    """Return by how much the values lie apart, where they are single numbers."""
    if not size:
        return ""
    gap = apart_by(size, [groups[0][0], groups[-1][-1]], lang)
    if len(groups) == 2:
        way = _way(subject[0], _other(groups, subject)[0], lang)
        return say("finding-apart-two", lang, names=regions(subject, lang), way=way, gap=gap)
    return say("finding-apart-many", lang, gap=gap)


def _contrast(groups: Groups, subject: list[Row], size: float | None, lang: Lang) -> str:
    """Return who stands how far above or below whom: the first and the last, where many do."""
    others = _other(groups, subject)
    told = {
        "subject": regions(subject, lang),
        "others": regions(others, lang),
        "way": _way(subject[0], others[0], lang),
    }
    if not size:
        return say("finding-contrast-order", lang, **told)
    return say(
        "finding-contrast-gap", lang, gap=apart_by(size, [subject[0], others[0]], lang), **told
    )


def _order_in_words(groups: Groups, subject: list[Row], row: Row, lang: Lang) -> str:
    """Return who is above or below whom; of more than two values, who is the first."""
    if len(groups) != 2:
        best = say(f"finding-best-{row['direction']}", lang)
        return say("finding-order-first", lang, first=regions(groups[0], lang), best=best)
    return _contrast(groups, subject, None, lang)


_SIDES = {"ahead": (1,), "behind": (-1,), "between": (1, -1), "level": (0,)}
"""Whom a heading names beside each verdict: of ``_order``, those that it is true of."""


def _side(me: Row, others: Sequence[Row], verdict: str, lang: Lang) -> str:
    """Return on which side of others one stands, whether they are near or far.

    Of those against whom nothing is decided a heading says neither ahead nor behind.
    """
    kept = [row for row in others if _order(me, row) in _SIDES.get(verdict, (None, 1, 0, -1))]
    others = kept or others
    sizes = [_difference(me, row) for row in others]
    form = verdict
    if all(size is not None and size > 0 for size in sizes):
        form = "above"
    elif all(size is not None and size < 0 for size in sizes):
        form = "below"
    if form == "between" and len(others) > 2:  # one stands between two, no more
        better, worse = ([row for row in others if _order(me, row) == way] for way in (-1, 1))
        sides = [_side(me, better, "behind", lang), _side(me, worse, "ahead", lang)]
        return say("finding-join", lang).join(sides)
    return say(f"finding-side-{form}", lang, names=regions(others, lang))


def _beside(me: Row, others: Sequence[Row], lang: Lang, *, form: str = "") -> str:
    """Return how one stands to each of the others, those of one value together.

    In a sentence, in a title (``-title``), or behind one's own value in a heading.
    """
    parts = []
    for group in _groups(others):
        size = _difference(me, group[0])
        if not _is_decided(me, group[0]):
            way = "undetermined"
        elif size is None:
            way = "ahead" if _order(me, group[0]) == 1 else "behind"
        else:
            way = "level" if size == 0 else "above" if size > 0 else "below"
        if way == "level" and stated(group[0]) != stated(me):
            way = "in-words"  # of one meaning, each in its own words
        told = {"names": regions(group, lang), "value": _both(group, lang)}
        gap = apart_by(size, [me, group[0]], lang)
        name = f"{way}{form}" if way in ("above", "below") else way
        parts.append(say(f"finding-beside-{name}", lang, **told, gap=gap))
    return side_by_side(parts, lang)


def _both(group: list[Row], lang: Lang) -> str:
    form = "one" if len(group) == 1 else "all"
    return say(f"finding-both-{form}", lang, value=value(group[0], lang))


def _rank(row: Row) -> str:
    best, worst = int(row["rank_best"]), int(row["rank_worst"])
    return str(best) if best == worst else f"{best}–{worst}"
