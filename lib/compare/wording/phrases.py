"""Phrases: lists, clauses and sentences put together as each language does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compare.wording.catalogue import LANGUAGES, Lang, say, term
from compare.wording.values import (
    EVERY_YEAR,
    is_in_words,
    is_missing,
    label_in_words,
    value_in_words,
)


def listed(items: Sequence[str], lang: Lang) -> str:
    """Return a list as people write it."""
    return ("、" if lang == "zh" else ", ").join(items)


def joined(names: Sequence[str], lang: Lang) -> str:
    """Return the names that a sentence is about: ``抚顺、平阳``, ``Fushun and Pingyang``."""
    if lang == "zh" or len(names) < 2:
        return listed(names, lang)
    return say("list-last", lang, names=listed(names[:-1], lang), last=names[-1])


def side_by_side(parts: Sequence[str], lang: Lang) -> str:
    """Return what each of several has, one after the other: ``A in X and B in Y``."""
    return "，".join(parts) if lang == "zh" else joined(parts, lang)


def clauses(parts: Sequence[str], lang: Lang) -> str:
    """Return parts of a sentence, with semicolons between them; empty parts are left out."""
    return ("；" if lang == "zh" else "; ").join(filter(None, parts))


def sentences(parts: Sequence[str], lang: Lang) -> str:
    """Return sentences as one text, each with its stop; empty ones are left out."""
    stop, gap = ("。", "") if lang == "zh" else (".", " ")
    first = str.upper if lang == "en" else str
    whole = [first(part[0]) + part[1:].rstrip("。.") + stop for part in parts if part]
    return gap.join(whole)


_WORD = re.compile(r"[A-Z][a-z]+(?:['’-][a-z]+)*(?![\w-])|A(?= [a-z]+\b)")


def with_small_letter(text: str) -> str:
    """Return an English text as it goes on within a sentence; codes and acronyms are no words.

    Examples
    --------
    >>> with_small_letter("Drop-out rate"), with_small_letter("A share"), with_small_letter("F Y25")
    ('drop-out rate', 'a share', 'F Y25')
    >>> with_small_letter("PISA score"), with_small_letter("Y25-64"), with_small_letter("T")
    ('PISA score', 'Y25-64', 'T')
    """
    return text[:1].lower() + text[1:] if _WORD.match(text) else text


def in_both(name: str, *, between: str = " / ", **values: str | int) -> str:
    """Return a message in both languages, for those whose language nobody has been told."""
    return between.join(say(name, lang, **values) for lang in LANGUAGES)


def about(subject: str, said: str, lang: Lang) -> str:
    """Return what is said of something: ``subject: said``."""
    return f"{subject}{colon(lang)}{said}"


def bracketed(text: str, lang: Lang) -> str:
    """Return text in the brackets of a language, as it stands behind a word."""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def merged(text: str, lang: Lang) -> str:
    """Return text with brackets that follow each other as one: ours, and no part of a name.

    Examples
    --------
    >>> merged("90% (2020) (about)", "en")
    '90% (2020; about)'
    """
    return text.replace("）（", "；") if lang == "zh" else text.replace(") (", "; ")


def unbracketed(text: str, lang: Lang) -> str:
    """Return what :func:`bracketed` put in brackets.

    Examples
    --------
    >>> unbracketed(bracketed("about", "en"), "en")
    'about'
    """
    start, end = bracketed("|", lang).split("|")
    return text.removeprefix(start).removesuffix(end)


def colon(lang: Lang) -> str:
    """Return the colon of a language, with the blank that follows it."""
    return "：" if lang == "zh" else ": "


def moment(row: Mapping[str, Any], lang: Lang) -> str:
    """Return year and kind: ``2025年目标``, ``2025 target``."""
    return say("moment", lang, year=str(row["year"]), kind=term(row["kind"], lang))


def years_of(row: Mapping[str, Any], lang: Lang) -> str:
    """Return of which year a value is, or of which years: each of them, or added up.

    Parameters
    ----------
    row : mapping
        year, year_start (missing of one year), kind, direction and every_year.
    lang : {"zh", "en"}
        Language.

    Examples
    --------
    >>> of_plan = {"year": 2025, "year_start": 2021, "kind": "target", "direction": "neutral"}
    >>> years_of(of_plan, "en"), years_of({**of_plan, "every_year": "every-year"}, "en")
    ('total to the end of 2025', 'each year, 2021–2025')
    """
    year = int(row["year"])
    if not spans_years(row):
        return say("in-year", lang, year=str(year))
    yearly = row.get("every_year") == EVERY_YEAR
    form = "each" if yearly and row["kind"] == "target" else "range"
    if not yearly and row.get("direction") == "neutral":
        form = "summed"
    return say(f"span-{form}", lang, start=str(int(row["year_start"])), year=str(year))


def spans_years(row: Mapping[str, Any]) -> bool:
    """Tell whether a value is of several years."""
    start = row.get("year_start")
    return not is_missing(start) and int(start or 0) < int(row["year"])


def verdict_in_words(verdict: str, kind: Any, lang: Lang) -> str:
    """Return how one value stands to another: targets are stricter, never better."""
    of_target = kind == "target" and verdict in ("ahead", "behind", "level")
    return term(f"target-{verdict}" if of_target else verdict, lang)


def reason_names(reasons: Any) -> list[str]:
    """Return reasons, joined by semicolons, one by one."""
    return [] if is_missing(reasons) else [name for name in str(reasons).split("; ") if name]


def reasons_in_words(reasons: Any, lang: Lang) -> str:
    """Return reasons, joined by semicolons, in words."""
    return listed([term(name, lang) for name in reason_names(reasons)], lang)


def by_reason_in_words(by_reason: Mapping[str, Iterable[str]], lang: Lang) -> str:
    """Return reasons, each with the names that it concerns."""
    parts = [
        about(term(reason, lang), listed(list(dict.fromkeys(names)), lang), lang)
        for reason, names in by_reason.items()
    ]
    return clauses(parts, lang)


def read_aloud(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value as it is read out: that words alone state it, the star of its mark says."""
    value = label_in_words(row, lang)
    if not is_in_words(row) or value != value_in_words(row, lang):
        return value
    told = bracketed(say("table-in-words", lang), lang)
    return value if told.strip() in value else value + told
