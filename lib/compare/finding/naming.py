"""Naming: regions, indicators and values as a sentence about education calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from compare.ledger.evidence import Evidence
from compare.ledger.units import COUNTS
from compare.wording.catalogue import Lang, has, say
from compare.wording.phrases import joined, listed, with_small_letter
from compare.wording.values import (
    EVERY_YEAR,
    change_in_words,
    prose_value,
    reach_in_words,
    speaks_of_trying,
)

NAMED = 6
"""So many regions are named one by one; of more, the first two and how many there are."""


def region(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what the region of a row is called."""
    return str(row[f"region_{lang}"])


def regions(rows: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return the regions of some rows: ``象山、平阳``; of many, the first and how many."""
    names = list(dict.fromkeys(region(row, lang) for row in rows))
    return joined(names, lang) if len(names) <= NAMED else few_of(names, lang)


def few_of(names: Sequence[str], lang: Lang) -> str:
    """Return a list of names of regions; of many, the first and how many there are."""
    if len(names) <= NAMED:
        return listed(names, lang)
    return say("finding-names-more", lang, names=listed(names[:2], lang), n=len(names))


def source(row: Mapping[str, Any], evidence: Evidence, lang: Lang) -> str:
    """Return what kind of text states the figure of a row: ``规划``, ``工作报告``."""
    document = evidence.document_of(row["figure"])
    name = f"finding-text-{(document or {}).get('type')}"
    return say(name if has(name, lang) else "finding-text", lang)


def topic(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what the indicator of a row is called in the middle of a sentence."""
    name = str(row[f"indicator_{lang}"])
    return apart(name) if lang == "zh" else f"the {in_sentence(name)}"


def deed(row: Mapping[str, Any], lang: Lang) -> str | None:
    """Return the thing that is done by a year: of 创成某县的年份, 创成某县.

    None where the name of the indicator does not say that it is the year of something.
    """
    name = str(row[f"indicator_{lang}"])
    before, after = (say(f"finding-year-of-{side}", lang) for side in ("before", "after"))
    done = name.removeprefix(before).removesuffix(after)
    return None if done == name or row["unit"] != "year" else done


def hedged(figure: Any, known: Evidence) -> str:
    """Return whether the text of a figure speaks of trying: ``yes`` or ``no``."""
    quote = known.words_of(figure).get("quote")
    return "yes" if isinstance(quote, str) and speaks_of_trying(quote) else "no"


def apart(name: str) -> str:
    """Return a Chinese name with a blank behind Latin letters, where a word follows."""
    return f"{name} " if name and name[-1].isascii() and name[-1].isalnum() else name


def in_sentence(name: str) -> str:
    """Return an English name as it stands in the middle of a sentence.

    A name in another language, or one that has capitals of its own, stays as it is.

    Examples
    --------
    >>> in_sentence("Children in public kindergartens"), in_sentence("IPv6 support")
    ('children in public kindergartens', 'IPv6 support')
    >>> in_sentence("Anteil Abgänger"), in_sentence("Fläche in km2")
    ('Anteil Abgänger', 'Fläche in km2')
    """
    first, *others = name.split(" ")
    titled = any(
        word[:1].isupper() and word[1:].islower() and word not in _PROPER for word in others
    )
    if titled or first in _PROPER or not name.isascii():
        return name
    return with_small_letter(name)


_PROPER = frozenset({"Gaokao", "Zhejiang", "Chinese", "English", "Putonghua"})


def value(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value with its unit, its bound and its scope in words: ``90%以上``."""
    return _scoped(prose_value(row, lang), row, lang)


def _scoped(text: str, row: Mapping[str, Any], lang: Lang) -> str:
    """Say that a value is one for each county, township, school or person."""
    scope = str(row.get("scope"))
    if not scope.startswith("each-"):
        return text
    if scope == "each-person" and row["unit"] == "hours":  # nobody else has them
        return text
    dated = "-year" if scope == "each-county" and row["unit"] == "year" else ""
    if dated and row.get("kind") == "actual":
        dated = "-year-done"
    return say(f"finding-scope-{scope}{dated}", lang, value=text)


def stated(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    """Return what a row states, to tell which rows state the same."""
    cells = (row["comparator"], row["lo"], row["hi"])
    words = row.get("printed") if row.get("worded") is True else None
    yearly = row.get("every_year") == EVERY_YEAR or None
    told = (*cells, words, yearly)
    return tuple(None if cell is None or cell != cell else str(cell) for cell in told)


def reach(row: Mapping[str, Any], lang: Lang, *, lowered: bool | None = None) -> str:
    """Return what a target is to reach, with its verb: ``达到90%以上``, ``超过70%``."""
    return _scoped(reach_in_words(row, lang, lowered=lowered), row, lang)


def change(size: float, row: Mapping[str, Any], lang: Lang) -> str:
    """Return the size of a difference in the unit of a row's indicator, without a sign."""
    return change_in_words(size, unit_of_change(row), lang)


def apart_by(size: float | None, rows: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return how far the values of some rows lie apart; about so far, where one is about."""
    if size is None:
        return ""
    told = change(size, rows[0], lang)
    is_about = any(row.get("comparator") == "~" or row.get("approximate") is True for row in rows)
    return say("prose-about", lang, value=told) if is_about else told


def is_counted(row: Mapping[str, Any]) -> str:
    """Tell whether a row's unit is something counted: ``yes`` or ``no``."""
    return "yes" if row["unit"] in COUNTS else "no"


def unit_of_change(row: Mapping[str, Any]) -> str:
    """Return the unit of differences between values of a row's indicator."""
    return "percentage points" if row["unit"] == "%" else str(row["unit"])
