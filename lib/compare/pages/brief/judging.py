"""Judgements of the table: what the findings say of an indicator, in a few words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from compare.comparisons.comparability import BREAK
from compare.finding.kinds.own_target import asked
from compare.finding.kinds.tally import is_open
from compare.finding.statement import Finding
from compare.pages.brief.cautions import beside
from compare.pages.brief.selection import BESIDE, changes, is_lacking, is_news
from compare.pages.brief.subject import About, Row
from compare.tables.needs import needed
from compare.wording.catalogue import say
from compare.wording.phrases import about as heading
from compare.wording.phrases import bracketed, clauses, listed
from compare.wording.values import KEEP, kept_in_words

_KINDS = (
    "attainment", "versus-reference", "versus-region", "own-target", "promise", "timing",
    "inconsistency",
)  # fmt: skip

_PLANNED = ("promise", "timing", "inconsistency")

_UNJUDGED = ("totals",)
"""Verdicts that judge nothing: how many there are of something stands in the cells."""

_MOST = 2
"""Judgements beside one indicator: of what was, and of what is asked for."""


def judging(about: About) -> list[Finding]:
    """Return the findings that judge an indicator: of two regions, those about both."""
    wanted = set(about.regions)
    found = [
        one
        for one in (*about.of_kinds(_KINDS), *changes(about), *about.due)
        if one.kind != "inconsistency" or (about.is_pair and one.strength != "related")
    ]
    return [one for one in found if not about.is_pair or set(one.regions) == wanted]


@dataclass(frozen=True)
class Judgement:
    """What a cell says, and the findings that say it."""

    text: str
    found: tuple[Finding, ...]


def judged(
    about: About,
    indicator: str,
    base: Row | None,
    target: Row | None,
    told: Collection[Finding],
) -> Judgement:
    """Return how an indicator stands, and what its target asks for where there is no outcome.

    Parameters
    ----------
    about : About
        The region or two.
    indicator : str
        Its key.
    base, target : mapping, optional
        The ends of the way that its target asks for.
    told : collection of Finding
        The key findings: what must be said beside their numbers is said there, and here in
        short.
    """
    lang = about.lang
    need = _need(base, target, about)
    chosen = _chosen(indicator, about, needs=bool(need))
    said = _said_with_cautions(chosen, about, told)
    is_known = bool(need) or any(one.is_outcome or one.kind == "attainment" for one in chosen)
    unknown = "" if is_known else _unknown(target, about)
    text = clauses(list(dict.fromkeys([*said, need, unknown])), lang)
    text = text.replace(say("brief-unit-long", lang), say("brief-unit-short", lang))
    return Judgement(text[:1].upper() + text[1:], tuple(chosen))


def _chosen(indicator: str, about: About, *, needs: bool) -> list[Finding]:
    """Return the findings that a cell is made of."""
    if about.is_pair and (
        news := [
            one for one in [*about.found, *about.due]
            if one.indicator == indicator and is_news(one)
        ]
    ):  # fmt: skip
        return news  # what became of the plans of each
    found = [one for one in judging(about) if one.indicator == indicator]
    outcomes = [one for one in found if one.is_outcome or one.kind == "attainment"]
    ordered = [one for one in outcomes if one.verdict not in _UNJUDGED]
    outcomes = [*_moved(indicator, about), *_newest(ordered, about)]
    chosen = _first(outcomes, 1 if needs or about.is_pair else _MOST)
    promises = [one for one in found if one.kind in _PLANNED and _says_something(one, about)]
    if about.is_pair:  # of one region alone a reader does not see beside what a target stands
        if not chosen:  # then how each of them stood
            chosen = _lacking(indicator, about)
        chosen += promises[:1]
        chosen = chosen or [one for one in found if one.verdict in _UNJUDGED][:1]
    if not chosen and not needs:
        chosen = [one for one in found if _judges(one, about)][:1]
    return chosen


def _lacking(indicator: str, about: About) -> list[Finding]:
    """Return where one of two regions lay below nation or standard."""
    return [
        one for one in about.of_kinds(BESIDE)
        if is_lacking(one) and one.indicator == indicator and one.is_outcome
    ][:_MOST]  # fmt: skip


def _said_with_cautions(
    chosen: Sequence[Finding], about: About, told: Collection[Finding]
) -> list[str]:
    """Return what findings say, each with what must be said beside its number."""
    texts: list[str] = []
    for place, one in enumerate(chosen):
        whose = about.is_pair and len(one.regions) < len(about.regions)
        said = (_of_one if whose else _short)(one, about)
        if one.kind in BESIDE and any(_is_of_another_year(one, other) for other in chosen[:place]):
            said = say("brief-in-year", about.lang, year=str(one.year), said=said)
        texts.append(said + beside(one, about, [*told, *chosen[:place]]))
    return texts


def _is_of_another_year(one: Finding, other: Finding) -> bool:
    """Tell whether a target that was judged before is of another year than an outcome."""
    return other.kind == "attainment" and other.unit != "year" and one.year != other.year


def _moved(indicator: str, about: About) -> list[Finding]:
    """Return what a newer plan asks otherwise of an indicator."""
    return [
        one
        for one in about.found
        if one.kind == "revision" and one.indicator == indicator and is_news(one)
    ]


def _of_one(one: Finding, about: About) -> str:
    """Return what is said of one of two regions, with its name."""
    return heading(one.said[about.lang].who, _short(one, about), about.lang)


def _says_something(one: Finding, about: About) -> bool:
    """Tell whether a judgement can be understood: of one region, not that years differ."""
    return about.is_pair or one.verdict != "unordered"


def _unknown(target: Row | None, about: About) -> str:
    """Return of a target whose year has gone by that nobody says what became of it."""
    is_due = target is not None and target["unit"] != "year" and about.facts.gone(target["year"])
    return say("brief-outcome-unknown", about.lang) if is_due else ""


def _judges(one: Finding, about: About) -> bool:
    """Tell whether a finding says more than what stands in the cells beside it."""
    restated = one.kind == "own-target" or one.verdict in _UNJUDGED
    return not restated and _says_something(one, about)


def _need(base: Row | None, target: Row | None, about: About) -> str:
    """Return what a target asks for: a change where a finding has made one, a level to be kept.

    The table says of a change what the pages say: none is made over a base of another
    concept.
    """
    lang = about.lang
    if target is None:
        return ""
    if base is not None and _is_way(base, target, about):
        if asked(dict(base), dict(target))[0].startswith("keep"):
            return say("brief-need-keep", lang)
        need = needed(dict(base), dict(target), lang)[0]
        return say("brief-need", lang, need=need) if need else ""
    caution = ""
    if base is not None and is_broken(base, target):
        caution = say("brief-need-break", lang, year=str(int(base["year"])))
    if target["kept"] != KEEP:
        return caution
    kept = say("brief-need-kept", lang, kept=kept_in_words(target, lang))
    return kept + bracketed(caution, lang) if caution else kept


def is_broken(base: Row, target: Row) -> bool:
    """Tell whether one of two values may be of another concept than the other."""
    return (base.get(BREAK) is True) != (target.get(BREAK) is True)


def _is_way(base: Row, target: Row, about: About) -> bool:
    """Tell whether a finding tells the way from a base to a target."""
    ends = {row["figure"] for row in (base, target) if isinstance(row["figure"], str)}
    if len(ends) < 2:  # a frame of one's own has no figures
        return not is_broken(base, target)
    return any(one.kind == "own-target" and ends <= {*one.figures} for one in about.found)


def _newest(found: Sequence[Finding], about: About) -> list[Finding]:
    """Leave out how a region stood in a year that a later one has taken the place of.

    A cell names no year: 比全国低 of 2020 beside 比全国高 of 2025 would contradict it.
    """
    beside = [one for one in found if one.kind in BESIDE]
    whose = [one.regions if about.is_pair else () for one in beside]
    last: dict[tuple[str, ...], int] = {}
    for one, key in zip(beside, whose, strict=True):
        last[key] = max(one.year or 0, last.get(key, 0))
    old = [one for one, key in zip(beside, whose, strict=True) if (one.year or 0) < last[key]]
    return [one for one in found if one not in old]


def _first(found: Sequence[Finding], most: int) -> list[Finding]:
    """Return what was missed or met, before where it stands among others."""
    order = {"attainment": 0, "revision": 0, "versus-reference": 1}
    return sorted(found, key=lambda one: order.get(one.kind, 2))[:most]


def order_in_words(one: Finding, about: About) -> str:
    """Return which of two is the higher where bounds alone decide; nothing of other findings.

    Numbers tell it themselves, by how far they lie apart.
    """
    bounds = one.kind == "versus-region" and one.verdict == "ahead" and one.gap is None
    if not (about.is_pair and bounds):
        return ""
    of_it = [row for row in about.rows if row["indicator"] == one.indicator]
    side = "lower" if of_it[0]["direction"] == "lower" else "higher"
    first, last = map(about.name, one.regions)  # the better one first
    way = say(f"finding-apart-{side}", about.lang)
    return say("finding-contrast-order", about.lang, subject=first, way=way, others=last)


def _short(one: Finding, about: About) -> str:
    lang = about.lang
    said = one.said[lang]
    if order := order_in_words(one, about):
        return order
    if one.kind == "attainment" and one.unit == "year" and one.verdict == "missed":
        return _not_by(one, about) or said.title
    if one.kind in _PLANNED or not said.who:
        return (said.conclusion if about.is_pair else "") or said.title
    return said.title


def _not_by(one: Finding, about: About) -> str:
    """Return of a date that is set twice by which year it was missed, and what is not known."""
    rows = about.attained.get(str(one.indicator), [])
    unknown = sorted({int(row["target_year"]) for row in rows if is_open(row)})
    if not unknown or all(row["target_year"] != one.year for row in rows):
        return ""
    later = listed([str(year) for year in unknown], about.lang)
    return say("brief-not-by", about.lang, year=str(one.year), later=later)
