"""Entries of the manifest as they were typed: each with its place, and all that is wrong in it.

What is wrong in an entry is told with the entry's number, name and line. Something stands in
for it, so that what does not depend on it can be checked as well.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from compare.errors import ReportError, unknown
from compare.ledger.yaml_text import read_yaml_items

Format = Literal["ipynb", "html", "docx", "pdf"]
_FORMATS = ", ".join(map(repr, get_args(Format)))


class Entry(BaseModel):
    """One entry of the manifest: one report, or one for each combination of its matrix.

    Attributes
    ----------
    name : str
        Name of the report's files; ``{parameter}`` stands for a parameter's value.
    notebook : str
        Name of the notebook in ``notebooks/``, without its ending; or ``brief``.
    title : str or dict of str to str
        Title of the page, or one for each language. ``{parameter}`` stands for a value,
        ``{parameter_zh}`` and ``{parameter_en}`` for its name in a language.
    parameters : dict
        Parameters that are the same for all.
    matrix : dict
        Values or a word for each further parameter.
    formats : tuple
        What is made: ipynb, html, docx, pdf; of a brief no ipynb.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
    title: Annotated[str, Field(min_length=1)] | dict[Literal["zh", "en"], str]
    parameters: dict[str, Any] = Field(default_factory=dict)
    matrix: dict[str, Any] = Field(default_factory=dict)
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("ipynb", "html")


NEEDED = tuple(name for name, of in Entry.model_fields.items() if of.is_required())
"""The keys that every entry must have."""

_STAND_IN = dict.fromkeys(NEEDED, "x")


@dataclass(frozen=True)
class Typed:
    """An entry as somebody typed it.

    Attributes
    ----------
    entry : Entry
        The entry; something stands in for what is wrong.
    place : str
        Where it is: line, number and name.
    wrong : frozenset of str
        Keys that are wrong or missing: what depends on them cannot be told.
    problems : tuple of str
        What is wrong with them.
    """

    entry: Entry
    place: str
    wrong: frozenset[str] = frozenset()
    problems: tuple[str, ...] = ()


def read_entries(path: Path, text: str | None = None) -> list[Typed]:
    """Return the entries of a manifest, right and wrong ones.

    Parameters
    ----------
    path : pathlib.Path
        The manifest.
    text : str, optional
        Another text of it, for example of an earlier revision.

    Raises
    ------
    ReportError
        If it is not there, is not YAML, or holds no list.
    """
    try:
        content, lines = read_yaml_items(path.read_text("utf-8-sig") if text is None else text)
    except FileNotFoundError as error:
        raise ReportError(f"{path} does not exist; create it, one report per entry") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReportError(f"{path} is not valid YAML: {error}") from error
    except ValueError as error:  # 2025-02-30: it looks like a date to YAML, and is none
        raise ReportError(
            f"{path} is not valid YAML: {error}; put what looks like a date, and is text, in quotes"
        ) from error
    if not isinstance(content, list):
        raise ReportError(f"{path}: it is no list of entries; begin each with - name: …")
    numbered = enumerate(zip(content, lines, strict=True), start=1)
    return [_typed(said, f"line {line}, entry {number}") for number, (said, line) in numbered]


def _typed(said: Any, place: str) -> Typed:
    if not isinstance(said, dict):
        what = f"{said!r} is no entry; write {', '.join(f'{key}: …' for key in NEEDED)}"
        every = frozenset(Entry.model_fields)
        return Typed(Entry.model_validate(_STAND_IN), place, every, (what,))
    name = said.get("name")
    place += f" ({name})" if isinstance(name, str) and name else ""
    try:
        return Typed(Entry.model_validate(said), place)
    except ValidationError as error:
        details = error.errors(include_url=False)
    wrong = frozenset(key for detail in details for key in _keys(str(detail["loc"][0])))
    right = {key: value for key, value in said.items() if key in Entry.model_fields.keys() - wrong}
    entry = Entry.model_validate({**_STAND_IN, **right})
    return Typed(
        entry, place, wrong, tuple(dict.fromkeys(_detail(detail, said) for detail in details))
    )


def _keys(key: str) -> Iterator[str]:
    """Give the key that is wrong, or the one that a wrong key was meant to be."""
    yield from difflib.get_close_matches(key, Entry.model_fields, n=1)


def _detail(detail: Any, entry: dict[str, Any]) -> str:
    key, said = str(detail["loc"][0]), detail["input"]
    if detail["type"] == "missing":
        return f"{key} is missing; an entry must have {', '.join(NEEDED[:-1])} and {NEEDED[-1]}"
    if detail["type"] == "extra_forbidden":
        return str(unknown("key", key, Entry.model_fields))
    if isinstance(said, date):
        return f"{key}: {said} is a date to YAML; {quoted(said)}"
    if key == "title":
        return f"title: {entry[key]!r} is no title; allowed: a text, or one for each of zh and en"
    if key == "formats":
        return f"formats: {entry[key]!r}; allowed: a list, of at least 1 of {_FORMATS}"
    return f"{'.'.join(map(str, detail['loc']))}: {said!r}: {detail['msg']}"


def quoted(value: date) -> str:
    """Return what to do about a date that is meant as a text."""
    return f"put it in quotes: '{value}'"
