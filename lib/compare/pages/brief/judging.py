"""Judgements of the table: what the findings say of an indicator, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.comparisons.comparability import BREAK
from compare.finding.kinds.attainment import is_open
from compare.finding.kinds.own_target import asked
from compare.finding.statement import Finding
from compare.pages.brief.selection import BESIDE, is_lacking, is_news
from compare.pages.brief.subject import About, Row
from compare.tables.needs import needed
from compare.wording.catalogue import say
from compare.wording.phrases import about as heading
from compare.wording.phrases import bracketed, clauses, listed, reasons_in_words
from compare.wording.values import KEEP, kept_in_words

_KINDS = (
    "attainment", "versus-reference", "versus-region", "own-target", "promise", "timing",
    "inconsistency",
)  # fmt: skip

_PLANNED = ("promise", "timing", "inconsistency")

_MOST = 2
"""Judgements beside one indicator: of what was, and of what is asked for."""


def judging(about: About) -> list[Finding]:
    """Return the findings that judge an indicator: of two regions, those about both."""
    wanted = set(about.regions)
    found = [
        one
        for one in about.of_kinds(_KINDS)
        if one.kind != "inconsistency" or (about.is_pair and one.strength != "related")
    ]
    return [one for one in found if not about.is_pair or set(one.regions) == wanted]


def judged(about: About, indicator: str, base: Row | None, target: Row | None) -> str:
    """Return how an indicator stands, and what its target asks for where there is no outcome."""
    lang = about.lang
    found = [one for one in judging(about) if one.indicator == indicator]
    outcomes = [one for one in found if one.is_outcome or one.kind == "attainment"]
    outcomes = [*_moved(indicator, about), *_newest(outcomes, about)]
    if about.is_pair and (news := _of_plans(about, indicator)):
        return news
    promises = [one for one in found if one.kind in _PLANNED and _says_something(one, about)]
    need = _need(base, target, about)
    told = [_short(one, about) for one in _first(outcomes, 1 if need or about.is_pair else _MOST)]
    if need:
        told.append(need)
    if about.is_pair:  # of one region alone a reader does not see beside what a target stands
        told += [_short(one, about) for one in promises[:1]]
    if about.is_pair and not told:
        told = [_of_one(one, about) for one in about.of_kinds(BESIDE) if is_lacking(one)
                and one.indicator == indicator and one.is_outcome]  # fmt: skip
    if not told:
        told = [_short(one, about) for one in found if _says_something(one, about)][:1]
    said = clauses(list(dict.fromkeys(told))[:_MOST], lang)
    said = said.replace(say("brief-unit-long", lang), say("brief-unit-short", lang))
    return said[:1].upper() + said[1:]


def _moved(indicator: str, about: About) -> list[Finding]:
    """Return what a newer plan asks otherwise of an indicator."""
    return [
        one
        for one in about.found
        if one.kind == "revision" and one.indicator == indicator and is_news(one)
    ]


def _of_plans(about: About, indicator: str) -> str:
    """Return what became of the plans of each of two regions."""
    news = [one for one in about.found if one.indicator == indicator and is_news(one)]
    return clauses([_of_one(one, about) for one in news], about.lang)


def _of_one(one: Finding, about: About) -> str:
    """Return what is said of one of two regions, with its name."""
    return heading(one.said[about.lang].who, _short(one, about), about.lang)


def _says_something(one: Finding, about: About) -> bool:
    """Tell whether a judgement can be understood: of one region, not that years differ."""
    return about.is_pair or one.verdict != "unordered"


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
    doubt = base is not None and (base.get(BREAK) is True) != (target.get(BREAK) is True)
    caution = reasons_in_words("series-break", lang) if doubt else ""
    if target["kept"] != KEEP:
        return caution
    kept = say("brief-need-kept", lang, kept=kept_in_words(target, lang))
    return kept + bracketed(caution, lang) if caution else kept


def _is_way(base: Row, target: Row, about: About) -> bool:
    """Tell whether a finding tells the way from a base to a target."""
    ends = {row["figure"] for row in (base, target) if isinstance(row["figure"], str)}
    if len(ends) < 2:  # a frame of one's own has no figures
        return (base.get(BREAK) is True) == (target.get(BREAK) is True)
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


def _short(one: Finding, about: About) -> str:
    lang = about.lang
    said = one.said[lang]
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
