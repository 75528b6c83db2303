"""Parameters as Python: what the notebook gets is what the manifest says, type and all.

papermill writes dates, tuples and numpy's values into a notebook as strings. Here they are
written as what they are, without leaving an import behind in the notebook.
"""

from __future__ import annotations

import datetime
import decimal
import math
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from compare.errors import ReportError


def as_python(value: Any) -> str:
    """Return a Python expression that makes a value again, with its type.

    Raises
    ------
    ReportError
        If the value is of a type that no notebook can be given.

    Examples
    --------
    >>> import datetime
    >>> as_python((datetime.date(2025, 9, 1), "宁波"))
    "(__import__('datetime').date(2025, 9, 1), '宁波')"
    """
    if value is None or type(value) in (bool, int, str, bytes):
        return repr(value)
    if type(value).__module__ == "numpy":
        return _numpy(value)
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    raise ReportError(
        f"{value!r} ({type(value).__name__}) cannot be given to a notebook; allowed: text, "
        "numbers, dates, paths, numpy values, and lists, tuples, sets and mappings of them"
    )


def codify(parameters: dict[str, Any], comment: str = "Parameters") -> str:
    """Return the source of the cell that sets parameters."""
    lines = [f"{name} = {as_python(value)}" for name, value in parameters.items()]
    return "\n".join([f"# {comment}", *lines]) + "\n"


def _joined(values: Iterable[Any]) -> str:
    return ", ".join(as_python(value) for value in values)


def _float(value: float) -> str:
    return repr(float(value)) if math.isfinite(value) else f"float({str(float(value))!r})"


def _tuple(value: tuple[Any, ...]) -> str:
    return f"({as_python(value[0])},)" if len(value) == 1 else f"({_joined(value)})"


def _set(value: set[Any] | frozenset[Any]) -> str:
    items = ", ".join(sorted(as_python(item) for item in value))
    return f"{type(value).__name__}([{items}])"


def _dict(value: dict[Any, Any]) -> str:
    return "{" + ", ".join(f"{as_python(k)}: {as_python(v)}" for k, v in value.items()) + "}"


def _timestamp(value: datetime.datetime) -> str:
    if type(value).__module__.startswith("pandas"):
        return f"__import__('pandas').Timestamp({value.isoformat()!r})"
    return f"__import__('datetime').datetime.fromisoformat({value.isoformat()!r})"


def _numpy(value: Any) -> str:
    kind = value.dtype.str
    if value.dtype.kind == "O":
        raise ReportError(f"{value!r}: an array of objects cannot be given to a notebook")
    content = value.astype("int64").tolist() if value.dtype.kind in "mM" else value.tolist()
    # a moment is a number of units
    end = f").astype({kind!r})" if value.dtype.kind in "mM" else f", {kind!r})"
    array = f"__import__('numpy').array({as_python(content)}{end}"
    return array if value.ndim else f"{array}[()]"


_WRITERS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (bool, repr),
    (int, lambda value: repr(int(value))),
    (float, _float),
    (str, lambda value: repr(str(value))),
    (list, lambda value: f"[{_joined(value)}]"),
    (tuple, _tuple),
    ((set, frozenset), _set),
    (dict, _dict),
    (datetime.datetime, _timestamp),
    (
        datetime.date,
        lambda v: f"__import__('datetime').date({v.year}, {v.month}, {v.day})",
    ),
    (
        datetime.time,
        lambda v: f"__import__('datetime').time.fromisoformat({v.isoformat()!r})",
    ),
    (
        datetime.timedelta,
        lambda v: f"__import__('datetime').timedelta({v.days}, {v.seconds}, {v.microseconds})",
    ),
    (decimal.Decimal, lambda v: f"__import__('decimal').Decimal({str(v)!r})"),
    (PurePath, lambda v: f"__import__('pathlib').Path({str(v)!r})"),
)
