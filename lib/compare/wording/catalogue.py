"""The catalogue: every message a reader sees, in Chinese and English.

The messages stand in ``zh/*.ftl`` and ``en/*.ftl`` (Fluent, https://projectfluent.org): one
file per room that says them, the same names in both languages. A number that decides a
plural form is passed as a whole number and gets its separators from the language; every
other number is written by :mod:`compare.wording.values` and passed as text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from compare.errors import unknown
from compare.reasons import reason_words

Lang = Literal["zh", "en"]

LANGUAGES: tuple[Lang, Lang] = ("zh", "en")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check_lang(lang: str) -> None:
    """Refuse a language that nothing is written in."""
    if lang not in LANGUAGES:
        raise unknown("lang", lang, LANGUAGES)


def say(name: str, lang: Lang, **values: str | int) -> str:
    """Return a message of the catalogue, filled in.

    Parameters
    ----------
    name : str
        The message, such as ``gap-bars-leads``.
    lang : {"zh", "en"}
        Language.
    **values : str or int
        What the message names. A whole number decides plural forms and is written with
        separators; a year is passed as text.

    Raises
    ------
    LookupError
        If the catalogue has no such message.
    TypeError
        If a value is neither text nor a whole number.
    ValueError
        If the message names something that is not given.

    Examples
    --------
    >>> say("count-indicators", "en", n=1), say("count-indicators", "en", n=1200)
    ('1 indicator', '1,200 indicators')
    """
    plain = _plain(lang).get(name)
    if plain is not None:
        return plain
    bundle = _bundle(lang)
    if not bundle.has_message(name):
        raise LookupError(f"no message {name!r} in the catalogue of {lang!r}")
    for key, value in values.items():
        if type(value) not in (str, int):
            raise TypeError(f"{name}: {key} is {value!r}; allowed: text or a whole number")
    pattern = bundle.get_message(name).value
    assert pattern is not None  # a message without a value does not load
    marks = {key: f"\ue000{key}\ue001" for key, value in values.items() if _is_long(value)}
    said, errors = bundle.format_pattern(pattern, {**values, **marks})
    if errors:
        raise ValueError(f"{name} in {lang!r}: {errors[0]}")
    text = str(said)
    for key, mark in marks.items():
        text = text.replace(mark, str(values[key]))
    return text


_LONG = 2000
"""Fluent refuses to fill in more than 2,500 characters, against messages that explode; a list
of names may be longer, and is put in afterwards, where a mark keeps its place."""


def _is_long(value: str | int) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def has(name: str, lang: Lang) -> bool:
    """Tell whether the catalogue has a message."""
    return name in _plain(lang) or _bundle(lang).has_message(name)


def term(code: str, lang: Lang) -> str:
    """Return a code (kind, grade, status, verdict, reason, …) in words; others unchanged."""
    known = _plain(lang).get(f"code-{code}")
    if known is not None:
        return known
    words = reason_words(code)
    return code if words is None else words[lang]


def names() -> dict[str, set[str]]:
    """Return the names of all messages, by language."""
    return {lang: set(_bundle(lang)._messages) for lang in LANGUAGES}


@cache
def _resources(lang: str) -> tuple[ast.Resource, ...]:
    """Return the parsed files of a language.

    Raises
    ------
    ValueError
        If a file holds something that is no message, which Fluent would pass over.
    """
    parsed = []
    folder = files("compare.wording").joinpath(lang)
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".ftl"):
            continue
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                junk = (entry.content or "").strip()
                raise ValueError(f"wording/{lang}/{path.name}: {junk[:80]!r}")
        parsed.append(resource)
    return tuple(parsed)


@cache
def _bundle(lang: str) -> FluentBundle:
    # no isolation marks around what is filled in: they would stand in copied text
    bundle = FluentBundle([lang], use_isolating=False, functions={"IS": _being, "ARE": _all_being})
    for resource in _resources(lang):
        bundle.add_resource(resource)
    return bundle


_TELLING = ("超过", "不超过", "小于", "低于", "不低于", "各县（市、区）均", "每所学校", "各乡镇均")


def _being(value: Any) -> Any:
    """Return a Chinese value with its verb: 为90%, 约为90%; 超过91%, which has one."""
    text = str(value)
    if text.startswith(_TELLING):
        return text
    return f"约为{text[1:]}" if text.startswith("约") else f"为{text}"


def _all_being(value: Any) -> Any:
    """Return what several state: 均为90%, 均约为90%, 均超过91%."""
    return f"均{_being(value)}"


@cache
def _plain(lang: str) -> dict[str, str]:
    """Return the messages that name nothing: most of them, and asked for most often."""
    messages = (
        entry
        for resource in _resources(lang)
        for entry in resource.body
        if isinstance(entry, ast.Message)
    )
    return {entry.id.name: text for entry in messages if (text := _text(entry)) is not None}


def _text(message: Any) -> str | None:
    elements = message.value.elements if message.value else []
    if len(elements) == 1 and isinstance(elements[0], ast.TextElement):
        return str(elements[0].value)
    return None
