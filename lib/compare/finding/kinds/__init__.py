"""The kinds of findings: one module each, with its rule and its sentence.

A module of a kind has ``KIND``, its name; ``WEIGHT``, which puts outcomes before plans, plans
before doubts, and what is not stated last; ``PLACE``, its place among findings of one weight; and
``of``, which yields what may be said of some facts. What kinds share stands beside them, without
a ``PLACE``.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules of all kinds, in their order."""
    found = [
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    ]
    return tuple(sorted((one for one in found if hasattr(one, "PLACE")), key=lambda one: one.PLACE))
