"""Charts drawn once: pictures kept by content, where a batch of reports says so.

``COMPARE_CHART_CACHE`` names a folder that belongs to one state of data, code and versions;
the batch makes it and throws it away when one of these changes. Within it a picture is
known by everything that it was drawn from. What cannot be told apart is drawn anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

from compare.atomic import write_bytes

VARIABLE = "COMPARE_CHART_CACHE"


def drawn_once(
    kind: str, from_what: Any, plot: Callable[..., Any], draw: Callable[[], bytes]
) -> bytes:
    """Return a picture that was drawn before from the same, or draw and keep it.

    Parameters
    ----------
    kind : str
        Kind of picture.
    from_what : object
        All that decides how it looks, but for the plotting function.
    plot : callable
        Draws the marks.
    draw : callable
        Draws the picture.
    """
    folder = os.environ.get(VARIABLE)
    digest = digest_of(from_what, plot) if folder else ""
    if not folder or not digest:
        return draw()
    path = Path(folder) / f"{digest}.{kind}"
    try:
        return path.read_bytes()
    except OSError:
        picture = draw()
    with contextlib.suppress(OSError):  # a full disk: the picture is there all the same
        write_bytes(path, picture)
    return picture


def digest_of(from_what: Any, plot: Callable[..., Any]) -> str:
    """Return the hash of all that a picture is drawn from; nothing where that is not known."""
    try:
        content = pickle.dumps((from_what, _taken(plot)))
    except (pickle.PicklingError, AttributeError, TypeError, ValueError):
        return ""
    return hashlib.sha256(content).hexdigest()


def _taken(plot: Any) -> Any:
    """Return what a plotting function draws from: its code, and the values around it.

    Raises
    ------
    TypeError
        If it is no plain function, so that what it holds cannot be seen.
    """
    if not isinstance(plot, FunctionType):
        raise TypeError
    values = [cell.cell_contents for cell in plot.__closure__ or ()]
    inner = [_taken(value) if isinstance(value, FunctionType) else value for value in values]
    return (
        plot.__module__,
        plot.__qualname__,
        plot.__code__.co_firstlineno,
        plot.__defaults__,
        inner,
    )
