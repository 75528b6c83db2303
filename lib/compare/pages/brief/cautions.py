"""Cautions: what must be said beside a number, in whole words once and then in short."""

from __future__ import annotations

from collections.abc import Collection

from compare.finding.statement import Finding
from compare.pages.brief.subject import About
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import bracketed

_OF_TITLE = "assessed-by-county"
"""What a short title says itself: that a standard is one for counties."""


def beside(one: Finding, about: About, told: Collection[Finding]) -> str:
    """Return what stands beside what a cell says: no more than a reader has not read yet.

    Of what the key findings tell it is the grade alone.
    """
    lang = about.lang
    if one in told:
        return bracketed(term("close", lang), lang) if "close" in one.cautions else ""
    left = without(one.said[lang].conditions, term(_OF_TITLE, lang), lang)
    left = without_years(left, lang)  # a mark stands beside the year
    of_it = own(one, about)
    known = any(
        of_it in other.said[lang].conditions for other in told if own(other, about) == of_it
    )
    return without(left, of_it, lang) if of_it and known else left


def own(one: Finding, about: About) -> str:
    """Return what must be said beside every number of an indicator; nothing where it has none."""
    return one.said[about.lang].detail or about.facts.caution(one.indicator, about.lang)


def without_years(text: str, lang: Lang) -> str:
    """Return words that do not say again which years are inferred."""
    for words in sorted((say(name, lang) for name in _INFERRED), key=len, reverse=True):
        text = without(text, words, lang)  # the longer ones hold the shorter ones
    return text


_INFERRED = tuple(
    f"finding-{which}-inferred-{of}" for which in ("years", "year") for of in ("outcome", "plan")
)
"""That some years are inferred, or all, of targets or of outcomes."""


def without(text: str, caution: str, lang: Lang) -> str:
    """Return words without a caution that has been read, and without a bracket of nothing else.

    Examples
    --------
    >>> without("低9.4个百分点（口径相近，分母未说明，行政级别不同）", "分母未说明", "zh")
    '低9.4个百分点（口径相近，行政级别不同）'
    >>> without("9.4 points (broadly comparable; unstated)", "unstated", "en")
    '9.4 points (broadly comparable)'
    """
    if not caution:
        return text
    comma = say("finding-join", lang)
    behind_grade = say("finding-graded", lang, grade="", conditions=caution)
    for left in (caution + comma, comma + caution, behind_grade, bracketed(caution, lang)):
        text = text.replace(left, "")
    return text
