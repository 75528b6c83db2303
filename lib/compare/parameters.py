"""Parameters of notebooks: refused with what exists and the nearest spelling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.curated import connect, region_slug
from compare.errors import CompareError, UnknownValueError, unknown

_CHOICES = {
    "theme": "SELECT DISTINCT theme FROM indicators",
    "indicator": "SELECT indicator FROM indicators",
    "kind": "SELECT unnest(['actual', 'target'])",
    "year": "SELECT DISTINCT year FROM observations",
    "lang": "SELECT unnest(['zh', 'en'])",
}
_PLURALS = {"themes": "theme", "indicators": "indicator", "regions": "region"}


class ParameterError(CompareError, ValueError):
    """One or more parameters name something that does not exist."""


def check_parameters(**parameters: Any) -> None:
    """Refuse parameters that name something that does not exist.

    Parameters
    ----------
    **parameters
        Any of theme, indicator, region (or region_a, region_b), kind, year, lang, and the
        plurals themes, indicators, regions with a list. None is always allowed.

    Raises
    ------
    ParameterError
        Naming every wrong parameter, its value, what exists and the nearest spelling.
    """
    problems = [str(error) for name, value in parameters.items() for error in _errors(name, value)]
    if problems:
        raise ParameterError("\n".join(problems))


def choices(name: str) -> list[Any]:
    """Return the values that a parameter may take, sorted."""
    if name == "region":
        query = "SELECT region FROM regions"
    elif name in _CHOICES:
        query = _CHOICES[name]
    else:
        raise unknown("name", name, [*_CHOICES, "region"])
    return sorted(row[0] for row in connect().execute(query).fetchall())


def _errors(name: str, value: Any) -> list[UnknownValueError]:
    if value is None:
        return []
    if name in _PLURALS:
        if isinstance(value, str) or not isinstance(value, Sequence):
            return [UnknownValueError(f"{name}={value!r} is not a list.")]
        return [error for item in value for error in _errors(_PLURALS[name], item)]
    if name.startswith("region"):
        return _region_errors(name, value)
    known = choices(name)
    return [] if value in known else [unknown(name, value, map(str, known))]


def _region_errors(name: str, value: Any) -> list[UnknownValueError]:
    try:
        region_slug(value)
    except UnknownValueError as error:
        return [UnknownValueError(str(error).replace("region=", f"{name}=", 1))]
    return []
