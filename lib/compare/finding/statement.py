"""A finding: one thing that may be said, with its sentence in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from compare.wording.catalogue import LANGUAGES, Lang, has, say
from compare.wording.phrases import merged, sentences, unbracketed

CAME = ("attainment", "revision")
"""Kinds of findings that tell what became of a plan."""

Strength = Literal["firm", "with-caution", "related"]


@dataclass(frozen=True)
class Said:
    """A finding in one language.

    Attributes
    ----------
    opening, clause : str
        What it is told with, such as ``In 2020, ``, and what it tells, on a page that has
        named whom it is about: findings of one opening are told in one sentence.
    named_opening, named_clause : str
        The same where the region must be named.
    who, topic, heading, title, short : str
        What a heading says: the region, if it is about one; the indicator; what is said of
        it with its value, beside its value, and without any number.
    item, amount : str
        The indicator with its value, and the difference: of findings that say the same.
    alike : str
        What such findings say of all of them together.
    limit : str
        The value of what it is held against.
    brief, named_brief : str
        The clause in a lead, where it is shorter there.
    again, named_again : str
        The same where the lead has told already from where something is to change.
    beside : str
        The same where the lead has just told what became of the same plan elsewhere.
    conclusion : str
        What follows, beside values that are named already.
    whole, named_whole : str
        What a heading says in the place of topic and heading, where they make no sentence.
    begins : bool
        Whether the clause says itself who planned it, and the opening is that of its brief.
    conditions : str
        What must be said beside the value wherever it stands, in its brackets.
    detail : str
        What a lead says below of the definition, and not in the brackets of its brief.
    """

    opening: str
    clause: str
    named_opening: str
    named_clause: str
    who: str
    topic: str
    heading: str
    title: str
    short: str
    item: str
    amount: str
    brief: str
    named_brief: str
    again: str  # empty where the clause says nothing of it
    named_again: str
    beside: str = ""
    conclusion: str = ""
    whole: str = ""
    named_whole: str = ""
    begins: bool = False
    conditions: str = ""
    detail: str = ""
    alike: str = ""
    limit: str = ""

    def sentence(self, lang: Lang) -> str:
        """Return the finding by itself."""
        return sentences([self.told(named=True)], lang)

    def told(self, *, named: bool) -> str:
        """Return what it is told with and what it tells, with the region or without."""
        clause = self.named_clause if named else self.clause
        opening = self.named_opening if named else self.opening
        return clause if self.begins else opening + clause


@dataclass(frozen=True, eq=False)
class Finding:
    """One thing that may be said.

    Attributes
    ----------
    kind : str
        attainment, versus-region, versus-reference, revision, own-target, promise, pace,
        timing, inconsistency or not-stated.
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
    is_outcome : bool
        Whether it tells of what was, and not of what is planned.
    reference : str
        The benchmark that it is held against, if any.
    was_for : int or None
        The year that a date was set for before it was moved to another.
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
    is_outcome: bool = False
    reference: str = ""
    was_for: int | None = None

    def is_of(self, year: int | None) -> bool:
        """Tell whether it speaks of a year; of any, if none is asked for."""
        return year is None or year in (self.year, self.was_for)


Values = Callable[[Lang], Mapping[str, str | int]]
"""What a message names, in one language."""


def in_both_languages(
    message: str,
    values: Values,
    *,
    who: Callable[[Lang], str] | None = None,
    source: Callable[[Lang], str] | None = None,
    opening: str = "",
    gone: bool = False,
    begins: bool = False,
) -> dict[Lang, Said]:
    """Return a finding in each language, from the messages of its kind and verdict.

    Parameters
    ----------
    message : str
        The message of the clause; ``<message>-title`` and ``<message>-short`` are what a
        heading says, ``<message>-heading`` where it must name the value, too,
        ``<message>-whole`` where it names the topic itself, and ``<message>-beside`` what a
        lead says that has just told the same of others.
    values : callable
        What the messages name; ``topic`` among them.
    who : callable, optional
        The region that a page about it need not name again.
    source : callable, optional
        What kind of text states it, where the region is not named.
    opening : str
        The message of the opening, if it has one.
    gone : bool
        Whether the year that was planned for has gone by.
    begins : bool
        Whether the clause needs no opening: only its brief has one.
    """
    told = {}
    for lang in LANGUAGES:
        known = {**tense(lang, gone=gone), **values(lang)}
        told[lang] = replace(_said(message, lang, known, who, source, opening), begins=begins)
    return told


def tense(lang: Lang, *, gone: bool) -> dict[str, str]:
    """Return the words that tell a plan for a year to come from one for a year gone by."""
    return {
        name: say(f"finding-{'gone' if gone else 'coming'}-{name}", lang)
        for name in ("once", "plan", "must", "outlook")
    }


def _said(
    message: str,
    lang: Lang,
    values: Mapping[str, str | int],
    who: Callable[[Lang], str] | None,
    source: Callable[[Lang], str] | None,
    opening: str,
) -> Said:
    name = who(lang) if who else ""
    text = source(lang) if source else say("finding-text", lang)
    place = say("finding-who", lang, region=name) if name else ""
    alone = {**values, "who": "", "source": text, "text": text}
    named = {**values, "who": place, "source": name or text, "text": text}
    brief = f"{message}-brief" if has(f"{message}-brief", lang) else message
    briefly = {"conditions": values["briefly"]} if "briefly" in values else {}
    short, short_named = {**alone, **briefly}, {**named, **briefly}
    title, beside = f"{message}-title", f"{message}-beside"
    heading = f"{message}-heading" if has(f"{message}-heading", lang) else title
    alike = f"{message}-{'alike' if has(f'{message}-alike', lang) else 'short'}"
    is_of_value = {"value", "conditions"} <= set(values)

    return Said(
        opening=say(opening, lang, **alone) if opening else "",
        clause=_filled(message, alone, lang),
        named_opening=say(opening, lang, **named) if opening else "",
        named_clause=_filled(message, named, lang),
        who=name,
        topic=str(values["topic"]),
        heading=say(heading, lang, **named),
        title=say(title, lang, **named),
        short=say(f"{message}-short", lang, **named),
        item=_item(short, lang) if is_of_value else "",
        amount=str(values.get("gap", "")),
        brief=_filled(brief, short, lang),
        named_brief=_filled(brief, short_named, lang),
        again=_filled(brief, {**short, "since": ""}, lang) if "since" in values else "",
        named_again=_filled(brief, {**short_named, "since": ""}, lang) if "since" in values else "",
        beside=_filled(beside, short_named, lang) if has(beside, lang) else "",
        conclusion=str(values.get("ending", "")).lstrip("，,; "),
        whole=say(f"{message}-whole", lang, **alone) if has(f"{message}-whole", lang) else "",
        named_whole=say(f"{message}-whole", lang, **named) if has(f"{message}-whole", lang) else "",
        conditions=str(values.get("conditions", "")),
        detail=str(values.get("detail", "")),
        alike=say(alike, lang, **named),
        limit=str(values.get("limit", "")),
    )


_CLOSED = "\ue002"
"""Stands for a closing bracket of what is filled in, which may be part of a name."""

_ENDS_OURS = ("conditions", "beside", "since")
"""What ends in a bracket of our own, if it ends in one."""


def _filled(message: str, values: Mapping[str, str | int], lang: Lang) -> str:
    """Return a message whose own brackets, where conditions follow them, are one with theirs."""
    closing = "）" if lang == "zh" else ")"
    kept = {
        name: _closed(value, closing, ours=name in _ENDS_OURS) if isinstance(value, str) else value
        for name, value in values.items()
    }
    return merged(say(message, lang, **kept), lang).replace(_CLOSED, closing)


def _closed(value: str, closing: str, *, ours: bool) -> str:
    """Mark the closing brackets of what is filled in, but for the last where it is ours."""
    text = value.removesuffix(closing) if ours else value
    return text.replace(closing, _CLOSED) + value[len(text) :]


def _item(values: Mapping[str, str | int], lang: Lang) -> str:
    """Return an indicator with its value; English has both, and what holds, in one bracket."""
    held = unbracketed(str(values["conditions"]), lang)
    told = say("finding-item-beside", lang, conditions=held) if held else ""
    return merged(say("finding-item", lang, **{**values, "beside": told}), lang)


def figures_of(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the figures of some rows, each once, in order."""
    named = (row.get("figure") for row in rows)
    return tuple(dict.fromkeys(name for name in named if isinstance(name, str)))
