"""A finding: one thing that may be said, with its sentence in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from compare.wording.catalogue import LANGUAGES, Lang, say
from compare.wording.phrases import sentences

Strength = Literal["firm", "with-caution", "related"]


@dataclass(frozen=True)
class Said:
    """A finding in one language.

    Attributes
    ----------
    opening : str
        What stands before the clause, such as ``In 2020, ``: findings of one opening are
        told in one sentence.
    clause : str
        The finding on a page that has named whom it is about.
    sentence : str
        The finding by itself.
    topic, title, short : str
        What a heading says: the indicator, what is said of it with its number, and without.
    """

    opening: str
    clause: str
    sentence: str
    topic: str
    title: str
    short: str


@dataclass(frozen=True)
class Finding:
    """One thing that may be said.

    Attributes
    ----------
    kind : str
        versus-region, versus-reference, own-target, promise, pace, timing, inconsistency or
        not-stated.
    regions : tuple of str
        Keys of the regions that it is about.
    indicator : str or None
        Key of the shared indicator; None where the source's own label is meant.
    year : int or None
        The year that it speaks of.
    verdict : str
        What it decides, in the words of its kind.
    gap, gap_lo, gap_hi : float or None
        The difference that it states, and its interval, in ``unit``.
    strength : {"firm", "with-caution", "related"}
        Whether something must be said with it, or the figures are only related to the
        shared indicator.
    weight : float
        What comes first on a page: more is weightier.
    cautions : tuple of str
        Names of reasons that touch the values named.
    figures : tuple of str
        The figures that it was made from.
    said : mapping
        The finding in each language.
    """

    kind: str
    regions: tuple[str, ...]
    indicator: str | None
    year: int | None
    verdict: str
    unit: str
    strength: Strength
    weight: float
    figures: tuple[str, ...]
    said: Mapping[Lang, Said]
    cautions: tuple[str, ...] = ()
    gap: float | None = None
    gap_lo: float | None = None
    gap_hi: float | None = None


Values = Callable[[Lang], Mapping[str, str | int]]
"""What a message names, in one language."""


def in_both_languages(
    message: str,
    values: Values,
    *,
    who: Callable[[Lang], str] | None = None,
    opening: str = "",
) -> dict[Lang, Said]:
    """Return a finding in each language, from the messages of its kind and verdict.

    Parameters
    ----------
    message : str
        The message of the clause; ``<message>-title`` and ``<message>-short`` are what a
        heading says.
    values : callable
        What the messages name; ``topic`` among them.
    who : callable, optional
        The region that a page about it need not name again.
    opening : str
        The message of the opening, if it has one.
    """
    return {lang: _said(message, lang, values(lang), who, opening) for lang in LANGUAGES}


def _said(
    message: str,
    lang: Lang,
    values: Mapping[str, str | int],
    who: Callable[[Lang], str] | None,
    opening: str,
) -> Said:
    name = who(lang) if who else ""
    alone = {"who": "", "of": "", "in": ""}
    named = {
        "who": name,
        "of": say("finding-of", lang, region=name) if name else "",
        "in": say("finding-in", lang, region=name) if name else "",
    }
    before = say(opening, lang, **{**values, **alone}) if opening else ""
    whole = say(opening, lang, **{**values, **named}) if opening else ""
    said = say(message, lang, **{**values, **named})
    return Said(
        opening=before,
        clause=say(message, lang, **{**values, **alone}),
        sentence=sentences([whole + said], lang),
        topic=str(values["topic"]),
        title=say(f"{message}-title", lang, **{**values, **named}),
        short=say(f"{message}-short", lang, **{**values, **named}),
    )


def figures_of(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the figures of some rows, each once, in order."""
    named = (row.get("figure") for row in rows)
    return tuple(dict.fromkeys(name for name in named if isinstance(name, str)))
