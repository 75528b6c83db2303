"""The catalogue: every message a reader sees, in Chinese and English.

The messages stand in ``zh/*.ftl`` and ``en/*.ftl`` (Fluent, https://projectfluent.org): one
file per room that says them, the same names in both languages. A number that decides a
plural form is passed as a whole number and gets its separators from the language; every
other number is written by :mod:`compare.wording.values` and passed as text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from threading import RLock
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
    words = _words(lang)
    words.need(name)
    plain = words.plain.get(name)
    if plain is not None:
        return plain
    if not words.bundle.has_message(name):
        raise LookupError(f"no message {name!r} in the catalogue of {lang!r}")
    for key, value in values.items():
        if type(value) not in (str, int):
            raise TypeError(f"{name}: {key} is {value!r}; allowed: text or a whole number")
    marks = {key: f"\ue000{key}\ue001" for key, value in values.items() if _is_long(value)}
    text = _filled(name, lang, tuple({**values, **marks}.items()))
    for key, mark in marks.items():
        text = text.replace(mark, str(values[key]))
    return text


@lru_cache(maxsize=2**14)  # thousands of rows say the same, and Fluent takes its time
def _filled(name: str, lang: Lang, values: tuple[tuple[str, str | int], ...]) -> str:
    words = _words(lang)
    pattern = words.bundle.get_message(name).value
    assert pattern is not None  # a message without a value does not load
    given = dict(values)
    if lang == "zh":
        given |= {key: _edged(value) for key, value in values if key not in words.deciding}
    said, errors = words.bundle.format_pattern(pattern, given)
    if errors:
        raise ValueError(f"{name} in {lang!r}: {errors[0]}")
    return _MEETING.sub(" ", str(said)).replace(_EDGE, "")


_EDGE = "\ue0ed"
"""Marks where what is filled in begins or ends with a Latin letter."""
_MEETING = re.compile(f"(?<=[A-Za-z0-9]){_EDGE}+(?=[A-Za-z0-9])")
"""Chinese leaves no blank between words; of two Latin ones that meet it would make one."""


def _edged(value: str | int) -> str | int:
    if not isinstance(value, str) or not value:
        return value
    before, after = (_EDGE * (end.isascii() and end.isalpha()) for end in (value[0], value[-1]))
    return f"{before}{value}{after}"


_LONG = 2000
"""Fluent refuses to fill in more than 2,500 characters, against messages that explode; a list
of names may be longer, and is put in afterwards, where a mark keeps its place."""


def _is_long(value: str | int) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def has(name: str, lang: Lang) -> bool:
    """Tell whether the catalogue has a message."""
    return name in _words(lang).files


def term(code: str, lang: Lang) -> str:
    """Return a code (kind, grade, status, verdict, reason, …) in words; others unchanged."""
    name = f"code-{code}"
    if has(name, lang):
        return say(name, lang)
    words = reason_words(code)
    return code if words is None else words[lang]


def names() -> dict[str, set[str]]:
    """Return the names of all messages, by language."""
    return {lang: set(_words(lang).whole().bundle._messages) for lang in LANGUAGES}


def prepare() -> None:
    """Read and compile every message, for a process that forks others that will say some."""
    for lang in LANGUAGES:
        bundle = _words(lang).whole().bundle
        for name in bundle._messages:
            bundle.get_message(name)


_HEADS = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)
_USED = re.compile(r"\{ *([a-z][a-z0-9-]*) *\}")
_DECIDING = re.compile(r"\{ *\$([a-z_-]+) *->")
"""Names that a file gives messages, those of messages that it fills in, and what decides."""


class _Words:
    """The messages of a language, each file parsed when one of its messages is asked for.

    To parse them all takes longer than most commands.
    """

    def __init__(self, lang: str) -> None:
        # no isolation marks around what is filled in: they would stand in copied text
        functions: dict[str, Any] = {"IS": _being, "ARE": _all_being}
        self.bundle = FluentBundle([lang], use_isolating=False, functions=functions)
        self.plain: dict[str, str] = {}
        """The messages that name nothing: most of them, and asked for most often."""
        self.files: dict[str, str] = {}
        """The file of each message."""
        folder = files("compare.wording").joinpath(lang)
        listed = sorted(folder.iterdir(), key=lambda path: path.name)
        self._unread = {
            path.name: path.read_text(encoding="utf-8")
            for path in listed
            if path.name.endswith(".ftl")
        }
        self.deciding: set[str] = set()
        """What messages choose their words by."""
        for file, text in self._unread.items():
            self.files.update((name, file) for name in _HEADS.findall(text))
            self.deciding.update(_DECIDING.findall(text))
        self._begun: set[str] = set()
        self._lock = RLock()

    def need(self, name: str) -> None:
        """Read the file of a message, and those of the messages that it fills in."""
        if self._unread and self.files.get(name) in self._unread:
            with self._lock:
                self._read(self.files[name])

    def whole(self) -> _Words:
        """Read every file."""
        with self._lock:
            for file in list(self._unread):
                self._read(file)
        return self

    def _read(self, file: str) -> None:
        """Read a file, once.

        Raises
        ------
        ValueError
            If it holds something that is no message, which Fluent would pass over.
        """
        text = self._unread.get(file, "")
        if not text or file in self._begun:  # files may fill in each other's messages
            return
        self._begun.add(file)
        resource = FluentResource(text)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                junk = (entry.content or "").strip()
                raise ValueError(f"wording/{self.bundle.locales[0]}/{file}: {junk[:80]!r}")
            if isinstance(entry, ast.Message) and (plain := _text(entry)) is not None:
                self.plain[entry.id.name] = plain
        self.bundle.add_resource(resource)
        for used in set(_USED.findall(text)) & self.files.keys():
            self._read(self.files[used])
        del self._unread[file]  # last: who finds it read finds all of it


@cache
def _words(lang: str) -> _Words:
    return _Words(lang)


_TELLING = ("超过", "不超过", "小于", "低于", "不低于", "各县（市、区）均", "每所学校", "各乡镇均")


def _being(value: Any) -> Any:
    """Return a Chinese value with its verb: 为90%, 约为90%; 超过91%, which has one."""
    text = str(value)
    if text.startswith(_TELLING):
        return text
    if text.startswith("“"):  # words that stand for a number
        return f"表述为{text}"
    return f"约为{text[1:]}" if text.startswith("约") else f"为{text}"


def _all_being(value: Any) -> Any:
    """Return what several state: 均为90%, 均约为90%, 均超过91%."""
    return f"均{_being(value)}"


def _text(message: Any) -> str | None:
    elements = message.value.elements if message.value else []
    if len(elements) == 1 and isinstance(elements[0], ast.TextElement):
        return str(elements[0].value)
    return None
