"""Parameters of notebooks: refused with what exists and the nearest spelling."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from compare.comparisons.align import HORIZONS
from compare.curated.dataset import STORED, Dataset, dataset
from compare.curated.noting import note
from compare.errors import CompareError, UnknownValueError, unknown
from compare.project import find_project
from compare.schools.balance_rules import rules

_FIXED: Mapping[str, tuple[str, ...]] = {
    "kind": ("actual", "target"),
    "lang": ("zh", "en"),
    "horizon": HORIZONS,
    "normalise": ("goalposts", "z-score", "rank"),
    "aggregate": ("arithmetic", "geometric"),
}
_MIDDLES = ("best", "median", "mean", "benchmark")
_PLURALS = {"themes": "theme", "indicators": "indicator", "regions": "region"}
_SHARES = ("minimum_coverage", "doubt")
_COUNTS = ("within", "sensitivity", "exclude_small")
_FILES = ("schools", "file")
_SHOWN = 60
"""Of more values than this, only the nearest are listed."""


class ParameterError(CompareError, ValueError):
    """One or more parameters name something that does not exist."""


def check_parameters(**parameters: Any) -> None:
    """Refuse parameters that name something that does not exist.

    Parameters
    ----------
    **parameters
        Any of dataset (an own table, which the others are looked for in), theme, indicator,
        region (or region_a, region_b), reference (a region, best, median, mean or benchmark), kind, year, horizon (a way to align, or a target year),
        figure, document, plan (a document with targets), benchmark (its name or kind), rule, normalise, aggregate, lang;
        the plurals themes, indicators, regions with a list; weights (indicator to number),
        goalposts (indicator to low and high), minimum_coverage (0 to 1), within,
        exclude_small and sensitivity (0 or more), schools and file (files that exist).
        None is always allowed: it asks for nothing.

    Raises
    ------
    ParameterError
        Naming every wrong parameter, its value, what exists and the nearest spelling.

    Examples
    --------
    >>> import compare
    >>> compare.check_parameters(theme="balanse", year=True)
    Traceback (most recent call last):
        ...
    compare.reports.notebooks.parameters.ParameterError: theme='balanse' does not exist. Did you mean 'balance'? \
Known values: balance, digital, enrolment, finance, inclusion, lifelong, preschool, quality, \
teachers, vocational.
    year=True is no year. Known values: 2015, 2020, 2021, 2022, 2023, 2024, 2025, 2027, 2030, 2035.
    """
    try:
        data = dataset(parameters.pop("dataset", None))
    except CompareError as error:
        raise ParameterError(str(error)) from None
    problems = [
        problem
        for name, value in parameters.items()
        if value is not None
        for problem in _check_of(name)(data, name, value)
    ]
    problems += _together(data, parameters)
    if problems:
        raise ParameterError("\n".join(problems))


def choices(name: str, data: Any = None) -> list[Any]:
    """Return the values that a parameter may take, sorted.

    Parameters
    ----------
    name : str
        theme, indicator, region, reference, year, target_year, kind, horizon, figure,
        document, plan, benchmark, rule, normalise, aggregate or lang.
    data : str, path, Panel or Dataset, optional
        An own table, as :func:`compare.dataset` takes it; by default the documents.

    Raises
    ------
    UnknownValueError
        If there is no list of values for that name.

    Examples
    --------
    >>> import compare
    >>> compare.choices("region")
    ['fushun', 'ningbo', 'pingyang', 'quzhou', 'xiangshan']
    """
    asked = dataset(data)
    if asked.name is None and name in (*STORED, "reference"):
        note("values", of="region" if name == "reference" else name)
    return _values(asked, name)


def _values(data: Dataset, name: str) -> list[Any]:
    """Return the values that a parameter may take; a look at them uses none."""
    if name in _FIXED:
        return sorted(_FIXED[name])
    if name in STORED:
        return data.known(name)
    if name == "rule":
        return sorted(rules().rules)
    if name == "reference":
        return [*_MIDDLES, *_values(data, "region")]
    raise unknown("name", name, [*_FIXED, *STORED, "rule", "reference"])


def given_file(name: str | Path) -> Path:
    """Return the file that a parameter names: below the current folder or the project.

    Parameters
    ----------
    name : str or pathlib.Path
        Absolute, or relative to the current folder or to the project's folder.

    Raises
    ------
    ParameterError
        If there is no such file, naming the places.
    """
    places = [Path(name).expanduser(), find_project().root / name]
    found = [place for place in places if place.is_file()]
    if not found:
        tried = ", ".join(str(place.resolve()) for place in places)
        raise ParameterError(f"there is no file {str(name)!r}; looked for {tried}")
    return found[0]


Check = Callable[[Dataset, str, Any], list[str]]


def _check_of(name: str) -> Check:
    """Return how a parameter is checked; a name that nothing is known of is refused."""
    checks: dict[str, Check] = {
        "year": _year,
        "target_year": _target_year,
        "horizon": _horizon,
        "reference": _reference,
        "rule": _rule,
        "weights": _weights,
        "goalposts": _goalposts,
        **dict.fromkeys(("region", "region_a", "region_b"), _region),
        **dict.fromkeys(_PLURALS, _several),
        **dict.fromkeys(_SHARES, _share),
        **dict.fromkeys(_COUNTS, _count),
        **dict.fromkeys(_FILES, _file),
    }
    plain = [*_FIXED, *STORED]
    if name in checks:
        return checks[name]
    if name in plain:
        return _one_of
    raise unknown("parameter", name, [*checks, *plain])


def _one_of(data: Dataset, name: str, value: Any) -> list[str]:
    known = _values(data, name)
    if isinstance(value, str) and value in known:
        return []
    return [_refusal(data, name, value, known)]


def _refusal(data: Dataset, name: str, value: Any, known: Iterable[Any]) -> str:
    """Say what exists: all of a few values, the nearest of many."""
    names = [str(item) for item in known]
    if len(names) <= _SHOWN:
        return str(unknown(name, value, names))
    near = difflib.get_close_matches(str(value), names, n=3, cutoff=0.4)
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    asked = repr(name) if data.name is None else f"{name!r}, {data.name!r}"
    return f"{name}={value!r} does not exist.{hint} compare.choices({asked}) lists {len(names)}."


def _several(data: Dataset, name: str, value: Any) -> list[str]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        return [f"{name}={value!r} is not a list; write [{value!r}]."]
    if not value:
        return [f"{name}=[] is empty; name one at least, or None for all."]
    singular = _PLURALS[name]
    return [problem for item in value for problem in _check_of(singular)(data, singular, item)]


def _region(data: Dataset, name: str, value: Any) -> list[str]:
    try:
        data.region_slug(value)
    except UnknownValueError as error:
        return [str(error).replace("region=", f"{name}=", 1)]
    return []


def _reference(data: Dataset, name: str, value: Any) -> list[str]:
    if value in _MIDDLES or not _region(data, name, value):
        return []
    return [_refusal(data, name, value, _values(data, "reference"))]


def _year(data: Dataset, name: str, value: Any, known: str = "year") -> list[str]:
    years = _values(data, known)
    shown = ", ".join(map(str, years))
    if isinstance(value, bool) or not isinstance(value, int):
        number = isinstance(value, str) and value.isdecimal()
        hint = f"; without quotes it is {value}" if number else ""
        return [f"{name}={value!r} is no year{hint}. Known values: {shown}."]
    if value in years or not years:  # of no values at all, a page of any year says so
        return []
    near = min(years, key=lambda year: (abs(year - value), year), default=value)
    return [f"{name}={value} does not exist. Did you mean {near}? Known values: {shown}."]


def _target_year(data: Dataset, name: str, value: Any) -> list[str]:
    return _year(data, name, value, "target_year")


def _horizon(data: Dataset, name: str, value: Any) -> list[str]:
    """Take a way to align, or a year that targets are set for."""
    if isinstance(value, str) and not value.isdecimal():
        return _one_of(data, name, value)
    return _target_year(data, name, value)


def _rule(data: Dataset, name: str, value: Any) -> list[str]:
    known = [word for year, rule in rules().rules.items() for word in (year, rule.id, rule.number)]
    return [] if str(value) in known else [_refusal(data, name, value, known)]


def _weights(data: Dataset, name: str, value: Any) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{name}={value!r} is no mapping; write {{'indicator': number}}."]
    problems = [problem for key in value for problem in _one_of(data, "indicator", key)]
    problems = [problem.replace("indicator=", f"{name} key ", 1) for problem in problems]
    wrong = [key for key, weight in value.items() if not _is_number(weight) or weight < 0]
    problems += [f"{name}[{key!r}]={value[key]!r}; allowed: a number, 0 or more." for key in wrong]
    if value and not wrong and not any(value.values()):
        problems.append(f"{name}: all are 0; one at least must be more.")
    return problems


def _goalposts(data: Dataset, name: str, value: Any) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"{name}={value!r} is no mapping; write {{'indicator': [low, high]}}."]
    problems = [problem for key in value for problem in _one_of(data, "indicator", key)]
    problems = [problem.replace("indicator=", f"{name} key ", 1) for problem in problems]
    return problems + [
        f"{name}[{key!r}]={ends!r}; allowed: two numbers, the lower one first."
        for key, ends in value.items()
        if not _is_low_and_high(ends)
    ]


def _is_low_and_high(ends: Any) -> bool:
    pair = isinstance(ends, list | tuple) and len(ends) == 2 and all(map(_is_number, ends))
    return pair and ends[0] < ends[1]


def _share(_: Dataset, name: str, value: Any) -> list[str]:
    if _is_number(value) and 0 <= value <= 1:
        return []
    return [f"{name}={value!r} is no share; allowed: 0 to 1."]


def _count(_: Dataset, name: str, value: Any) -> list[str]:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return []
    return [f"{name}={value!r}; allowed: a whole number, 0 or more."]


def _file(_: Dataset, name: str, value: Any) -> list[str]:
    try:
        given_file(value)
    except (ParameterError, TypeError, OSError) as error:
        return [f"{name}={value!r}: {error}"]
    return []


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def _together(data: Dataset, parameters: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with parameters that are each right."""
    a, b = parameters.get("region_a"), parameters.get("region_b")
    problems = []
    if a is not None and b is not None and not [*_region(data, "", a), *_region(data, "", b)]:
        slug = data.region_slug(a)
        if slug == data.region_slug(b):
            problems.append(f"region_a and region_b are the same region, {slug!r}; name two.")
    if parameters.get("horizon") == "nearest" and parameters.get("within") is None:
        problems.append("horizon='nearest' needs within=<years>, 0 or more.")
    chosen, weights = parameters.get("indicators"), parameters.get("weights")
    if isinstance(chosen, list | tuple) and isinstance(weights, Mapping):
        extra = [key for key in weights if key not in chosen]
        problems += [f"weights key {key!r} is not among indicators." for key in extra]
    return problems
