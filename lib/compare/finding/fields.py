"""Fields: when the outcomes of a later year take the place of those of an earlier one."""

from __future__ import annotations

from compare.finding.kinds.versus_region import AS_MANY

_SOME = 5
"""Of so many regions one may lack: a share alone would not let any of so few."""


def as_many(later: int, earlier: int) -> bool:
    """Tell whether a later year has about as many regions as an earlier one.

    Examples
    --------
    >>> as_many(4, 5), as_many(6, 7), as_many(3, 4), as_many(90, 100), as_many(80, 100)
    (True, True, False, True, False)
    """
    return later >= earlier * AS_MANY or (earlier >= _SOME and later >= earlier - 1)
