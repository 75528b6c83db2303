"""Charts drawn once: pictures kept by content, where a batch of reports says so.

``COMPARE_CHART_CACHE`` names a folder that belongs to one state of data, code and versions;
the batch makes it and throws it away when one of these changes. Within it a picture is
known by everything that it was drawn from. What cannot be told apart is drawn anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
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
    if not isinstance(plot, FunctionType):  # what another thing holds cannot be seen
        return ""
    content = io.BytesIO()
    pickler = _ByValue(content)
    pickler.fast = True  # the same values are the same, whether or not they are one object
    try:
        pickler.dump((from_what, plot))
    except (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError):
        return ""
    return hashlib.sha256(content.getvalue()).hexdigest()


class _ByValue(pickle.Pickler):
    """Takes a function as what it draws from: its code, and the values around it."""

    def reducer_override(self, thing: Any) -> Any:
        """Return how a function is taken; anything else is taken as usual."""
        if not isinstance(thing, FunctionType):
            return NotImplemented
        around = tuple(cell.cell_contents for cell in thing.__closure__ or ())
        place = (thing.__module__, thing.__qualname__, thing.__code__.co_firstlineno)
        return tuple, ((place, thing.__defaults__, thing.__kwdefaults__, around),)
