"""A finding: one thing that may be said, with its sentence in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

from compare.wording.catalogue import LANGUAGES, Lang, has, say
from compare.wording.phrases import merged, sentences, unbracketed

CAME = ("attainment", "revision")
"""Kinds of findings that tell what became of a plan."""

Strength = Literal["firm", "with-caution", "related"]


@dataclass(frozen=True, eq=False)
class Said:
    """A finding in one language; each of its texts is made when it is asked for.

    Attributes
    ----------
    message : str
        The message of the clause: see :func:`in_both_languages`.
    lang : {"zh", "en"}
        The language.
    values : mapping
        What the messages name.
    who : str
        The region, if the finding is about one.
    source : str
        What states it, where the region is not named.
    opened : str
        The message of the opening, if it has one.
    begins : bool
        Whether the clause says itself who planned it, and the opening is that of its brief.
    """

    message: str
    lang: Lang
    values: Mapping[str, str | int]
    who: str = ""
    source: str = ""
    opened: str = ""
    begins: bool = False

    @property
    def topic(self) -> str:
        """The indicator, as a heading names it."""
        return str(self.values["topic"])

    @cached_property
    def opening(self) -> str:
        """What it is told with, such as ``In 2020, ``: of one opening there is one sentence."""
        return say(self.opened, self.lang, **self._alone) if self.opened else ""

    @cached_property
    def named_opening(self) -> str:
        """The opening where the region must be named."""
        return say(self.opened, self.lang, **self._named) if self.opened else ""

    @cached_property
    def clause(self) -> str:
        """What it tells on a page that has named whom it is about."""
        return _filled(self.message, self._alone, self.lang)

    @cached_property
    def named_clause(self) -> str:
        """What it tells where the region must be named."""
        return _filled(self.message, self._named, self.lang)

    @cached_property
    def brief(self) -> str:
        """The clause in a lead, where it is shorter there."""
        return _filled(self._or_clause("brief"), self._short, self.lang)

    @cached_property
    def named_brief(self) -> str:
        """The same where the region must be named."""
        return _filled(self._or_clause("brief"), self._short_named, self.lang)

    @cached_property
    def again(self) -> str:
        """The brief where the lead has told from where something is to change; else empty."""
        return self._without_start(self._short)

    @cached_property
    def named_again(self) -> str:
        """The same where the region must be named."""
        return self._without_start(self._short_named)

    @cached_property
    def beside(self) -> str:
        """The brief where the lead has just told what became of the same plan elsewhere."""
        name = f"{self.message}-beside"
        return _filled(name, self._short_named, self.lang) if has(name, self.lang) else ""

    @cached_property
    def heading(self) -> str:
        """What a heading says of the indicator with its value."""
        form = "heading" if has(f"{self.message}-heading", self.lang) else "title"
        return self._named_form(form)

    @cached_property
    def title(self) -> str:
        """What a heading says beside the value."""
        return self._named_form("title")

    @cached_property
    def short(self) -> str:
        """What a heading says without any number."""
        return self._named_form("short")

    @cached_property
    def alike(self) -> str:
        """What findings that say the same say of all of them together."""
        form = "alike" if has(f"{self.message}-alike", self.lang) else "short"
        return self._named_form(form)

    @cached_property
    def whole(self) -> str:
        """What a heading says in the place of topic and heading, where they make no sentence."""
        name = f"{self.message}-whole"
        return say(name, self.lang, **self._alone) if has(name, self.lang) else ""

    @cached_property
    def named_whole(self) -> str:
        """The same where the region must be named."""
        return self._named_form("whole") if has(f"{self.message}-whole", self.lang) else ""

    @cached_property
    def item(self) -> str:
        """The indicator with its value: of findings that say the same."""
        is_of_value = {"value", "conditions"} <= set(self.values)
        return _item(self._short, self.lang) if is_of_value else ""

    @property
    def amount(self) -> str:
        """The difference: of findings that say the same."""
        return str(self.values.get("gap", ""))

    @property
    def limit(self) -> str:
        """The value of what it is held against."""
        return str(self.values.get("limit", ""))

    @property
    def conclusion(self) -> str:
        """What follows, beside values that are named already."""
        return str(self.values.get("ending", "")).lstrip("，,; ")

    @property
    def conditions(self) -> str:
        """What must be said beside the value wherever it stands, in its brackets."""
        return str(self.values.get("conditions", ""))

    @property
    def detail(self) -> str:
        """What a lead says below of the definition, and not in the brackets of its brief."""
        return str(self.values.get("detail", ""))

    def sentence(self, lang: Lang) -> str:
        """Return the finding by itself."""
        return sentences([self.told(named=True)], lang)

    def told(self, *, named: bool) -> str:
        """Return what it is told with and what it tells, with the region or without."""
        clause = self.named_clause if named else self.clause
        opening = self.named_opening if named else self.opening
        return clause if self.begins else opening + clause

    @cached_property
    def _alone(self) -> dict[str, str | int]:
        text = self.source or say("finding-text", self.lang)
        return {**self.values, "who": "", "source": text, "text": text}

    @cached_property
    def _named(self) -> dict[str, str | int]:
        place = say("finding-who", self.lang, region=self.who) if self.who else ""
        return {**self._alone, "who": place, "source": self.who or self._alone["text"]}

    @property
    def _short(self) -> dict[str, str | int]:
        return {**self._alone, **self._briefly}

    @property
    def _short_named(self) -> dict[str, str | int]:
        return {**self._named, **self._briefly}

    @property
    def _briefly(self) -> dict[str, str | int]:
        return {"conditions": self.values["briefly"]} if "briefly" in self.values else {}

    def _or_clause(self, form: str) -> str:
        name = f"{self.message}-{form}"
        return name if has(name, self.lang) else self.message

    def _without_start(self, values: Mapping[str, str | int]) -> str:
        if "since" not in self.values:
            return ""
        return _filled(self._or_clause("brief"), {**values, "since": ""}, self.lang)

    def _named_form(self, form: str) -> str:
        return say(f"{self.message}-{form}", self.lang, **self._named)


@dataclass(frozen=True, eq=False)
class Finding:
    """One thing that may be said.

    Attributes
    ----------
    kind : str
        One of those in :mod:`compare.finding.kinds`: attainment, versus-region, change and others.
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


class EachLanguage(Mapping[Lang, Said]):
    """A finding in both languages, each made when it is asked for: most pages have one."""

    def __init__(self, said: Callable[[Lang], Said]) -> None:
        self._said = cache(said)

    def __getitem__(self, lang: Lang) -> Said:
        return self._said(lang)

    def __iter__(self) -> Iterator[Lang]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


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
) -> Mapping[Lang, Said]:
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

    def said(lang: Lang) -> Said:
        return Said(
            message=message,
            lang=lang,
            values={**tense(lang, gone=gone), **values(lang)},
            who=who(lang) if who else "",
            source=source(lang) if source else "",
            opened=opening,
            begins=begins,
        )

    return EachLanguage(said)


def tense(lang: Lang, *, gone: bool) -> dict[str, str]:
    """Return the words that tell a plan for a year to come from one for a year gone by."""
    return {
        name: say(f"finding-{'gone' if gone else 'coming'}-{name}", lang)
        for name in ("once", "plan", "must", "outlook")
    }


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
