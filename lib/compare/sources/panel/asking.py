"""What must be told of an own table: taken from options, asked for once, or refused."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from compare.errors import UnknownValueError
from compare.sources.panel.choosing import pairs_of
from compare.sources.panel.indicators import DIRECTIONS
from compare.sources.panel.limit_names import limit_called
from compare.sources.panel.panel import panel
from compare.sources.panel.told import ToldError, UnreadError

Ask = Callable[..., str]

NONE = "none"
"""Said for wholes: there are none."""
LEAVE_OUT = "leave-out"
YES = "yes"


def arguments(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a panel that options say.

    Parameters
    ----------
    said : mapping
        Options of the command, by name.

    Examples
    --------
    >>> arguments({"directions": ["巩固率=higher"], "wholes": ["none"], "year": "2020"})
    {'direction': {'巩固率': 'higher'}, 'wholes': [], 'year': 2020}
    """
    told: dict[str, Any] = {}
    if directions := said.get("directions"):
        told["direction"] = _by_indicator("--direction", "higher, lower or neutral", directions)
    if units := said.get("units"):
        told["unit"] = _by_indicator("--unit", "its unit", units)
    if same := said.get("same"):
        told["same_as"] = _by_indicator("--same-as", "an indicator of the project", same,
                                        of_all=False)  # fmt: skip
    if labels := said.get("labels"):
        told["labels"] = _by_indicator("--label", "what pages call it", labels, of_all=False)
    if wholes := said.get("wholes"):
        told["wholes"] = [] if list(wholes) == [NONE] else list(wholes)
    if where := said.get("where"):
        told["where"] = pairs_of(where)
    if fill_down := said.get("fill_down"):
        told["fill_down"] = fill_down == YES
    if limits := said.get("limits"):
        alone: dict[str, dict[str, str]] = {name: {} for name in said.get("indicators") or ()}
        told["indicators"] = alone | _limits(limits)
        said = {name: value for name, value in said.items() if name != "indicators"}
    renamed = {"region_name": "name", "series": "indicator"}
    for name, value in said.items():
        if name in _SAID or not value:
            continue
        told[renamed.get(name, name)] = list(value) if isinstance(value, tuple) else value
    if str(told.get("year", "")).isdigit():
        told["year"] = int(told["year"])
    return told


_SAID = ("directions", "units", "labels", "same", "wholes", "limits", "where", "fill_down")


def _limits(said: Any) -> dict[str, dict[str, str]]:
    """Return the columns of the limits of indicators: INDICATOR=LOWER,UPPER or INDICATOR=SE."""
    found = {}
    for one in said:
        name, sign, columns = one.partition("=")
        named = [column.strip() for column in columns.split(",")]
        if not sign or not all(named) or len(named) > 2:
            raise UnknownValueError(
                f"--limits {one!r}; allowed: INDICATOR=LOWER,UPPER, the columns of its limits, or "
                "INDICATOR=COLUMN, that of its standard error or margin of error"
            )
        error = "margin" if limit_called(named[0]) == "margin" else "se"
        roles = ("lower", "upper") if len(named) == 2 else (error,)
        found[name] = dict(zip(roles, named, strict=True))
    return found


def _by_indicator(
    option: str, allowed: str, said: Any, *, of_all: bool = True
) -> str | dict[str, str]:
    """Return what an option says of each indicator, or of all of them where it names none."""
    if of_all and len(said) == 1 and "=" not in said[0]:
        return str(said[0])
    found = {}
    for one in said:
        name, sign, word = one.rpartition("=")
        if not sign:
            raise UnknownValueError(f"{option} {one!r}; allowed: INDICATOR={allowed} for each")
        found[name] = word
    return found


def answered(table: Path, told: Mapping[str, Any], ask: Ask | None) -> dict[str, Any]:
    """Return what is told of a table, with the answers to what it does not say.

    Parameters
    ----------
    table : pathlib.Path
        The file.
    told : mapping
        What is told already.
    ask : callable, optional
        Asks for one answer, with a proposal as ``default``; without it nothing is asked.

    Raises
    ------
    ToldError
        If something must be told and nothing is asked.
    """
    told = dict(told)
    for _ in range(ROUNDS):
        try:
            panel(table, **told)
        except ToldError as error:
            if ask is None:
                raise _with_options(error) from None
            told |= _answers(error, told, ask)
        except UnreadError as error:
            if ask is None and error.marks:
                raise _with_marks(error) from None
            if ask is None or not error.marks:
                raise
            said = ask("Marks that stand for missing values (with commas)",
                       default=",".join(error.marks))  # fmt: skip
            told["missing"] = [*told.get("missing", ()), *_parts(said)]
        else:
            break
    return told


def _with_options(error: ToldError) -> ToldError:
    """Return an error that says what to answer on a command line."""
    options = [
        f"--direction {shlex.quote(f'{name}={word or OPEN}')}"
        for name, word in error.directions.items()
    ]
    options += [f"--wholes {shlex.quote(name)}" for name in error.wholes]
    options += [
        f"--{_OPTIONS.get(name, name)} {shlex.quote(one)}"
        for name, proposed in error.asked.items()
        for one in (_parts(proposed, ";") if name in _SEVERAL else [proposed or OPEN]) or [OPEN]
    ]
    if not options:
        return error
    message = f"{error}\n{_as_options(options)}"
    return ToldError(message, error.directions, error.wholes, error.asked)


def _with_marks(error: UnreadError) -> UnreadError:
    """Return an error that says as options which texts may stand for missing values."""
    options = [f"--missing {shlex.quote(mark)}" for mark in error.marks]
    return UnreadError(error.problems, error.marks, _as_options(options))


def _as_options(options: Sequence[str]) -> str:
    return f"as options, to be checked: {' '.join(options)}"


OPEN = "…"
"""Stands for what nothing proposes."""
_OPTIONS = {"name": "region-name", "indicator": "series", "fill_down": "fill-down"}
"""Arguments whose options are called otherwise."""

_SEVERAL = ("where", "indicator")
"""Arguments that may be several, with semicolons between; their options are given for each."""

ROUNDS = 12
"""So often something is asked for: each answer may bring up the next question."""


def _answers(error: ToldError, told: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    """Return the answers to what an error asks for."""
    found: dict[str, Any] = {}
    if error.wholes:
        found["wholes"] = _wholes(error.wholes, ask)
    if error.directions:
        found |= _asked_directions(error.directions, told, ask)
    for name, proposed in error.asked.items():
        said = ask(f"{str(error).splitlines()[0]}\n{_QUESTIONS[name]}", default=proposed or None)
        found[name] = _answer(name, said, told)
    for name in _OTHERWISE.keys() & told.keys():
        of_all = name == "direction" and isinstance(told[name], str)  # whatever is measured
        if _OTHERWISE[name] & set(error.asked) and name not in found and not of_all:
            found[name] = None  # it was told of other regions, or of other indicators
    return found


_OTHERWISE = {
    "wholes": {"region", "name", "parent", "value", "sheet", "where"},
    "direction": {"indicator", "value", "sheet"},
}
"""Which answers mean that what was told before was told of something else."""


_QUESTIONS = {
    "year": "Year of all values, or the column of the years",
    "region": "Column that tells regions apart, by their codes or names",
    "name": "Column of the names of regions",
    "parent": "Column of what they lie in",
    "indicator": "Column that says what is measured (several with semicolons)",
    "value": "Column of the values",
    "decimal": "Sign before decimals, a dot or a comma",
    "sheet": "Sheet of the workbook",
    "where": "Rows that are meant (COLUMN=VALUE, several with semicolons)",
    "fill_down": "Whether a blank means the name above it (yes, no)",
}


def _answer(name: str, said: str, told: Mapping[str, Any]) -> Any:
    if name == "where":
        return {**(told.get("where") or {}), **pairs_of(_parts(said, ";"))}
    if name == "fill_down":
        return said.strip().casefold() in (YES, "y")
    if name == "indicator" and len(several := _parts(said, ";")) > 1:
        return several
    return int(said) if name == "year" and said.isdigit() and len(said) == 4 else said


def _parts(said: str, separator: str = ",") -> list[str]:
    return [one.strip() for one in said.split(separator) if one.strip()]


def _wholes(proposed: list[str], ask: Ask) -> list[str]:
    said = ask(
        "Wholes of other regions, not ranked along (names or codes with commas; none)",
        default=",".join(proposed),
    )
    if said == ",".join(proposed):
        return proposed  # a name may have a comma of its own
    return [] if said.strip() == NONE else [one.strip() for one in said.split(",")]


def _asked_directions(
    open_ones: Mapping[str, str | None], told: Mapping[str, Any], ask: Ask
) -> dict[str, Any]:
    given = told.get("direction")
    words = dict(given) if isinstance(given, Mapping) else {}
    left_out = []
    for name, proposed in open_ones.items():
        word = ""
        while word not in (*DIRECTIONS, LEAVE_OUT):
            word = ask(f"{name}: {', '.join(DIRECTIONS)} or {LEAVE_OUT}", default=proposed)
        if word == LEAVE_OUT:
            left_out.append(name)
        else:
            words[name] = word
    found: dict[str, Any] = {"direction": words}
    if left_out:
        known = told.get("indicators")
        facts = known if isinstance(known, Mapping) else {}
        found["indicators"] = {name: dict(facts.get(name, {})) for name in words}
    return found
