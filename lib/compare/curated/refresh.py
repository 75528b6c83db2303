"""Building before reading, where what was typed has changed since the last build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from compare.curated.database import opened
from compare.curated.freshness import knowingly, raw_hash
from compare.errors import CompareError, DataError, NotBuiltError
from compare.project import Project, find_project


class StaleDataError(CompareError):
    """What was typed has changed since the last build, and cannot be built."""


@contextmanager
def up_to_date(
    announce: Callable[[str], Any], project: Project | None = None, *, stale: bool = False
) -> Iterator[bool]:
    """Build first where data/raw differs from what was built, and say so.

    Parameters
    ----------
    announce : callable
        Takes a line about what is done.
    project : Project, optional
        By default the one around the current folder.
    stale : bool
        Whether to go on with the older build, deliberately.

    Yields
    ------
    bool
        Whether the build that will be read is older than data/raw.

    Raises
    ------
    StaleDataError
        If data/raw has changed and has problems.
    """
    project = project or find_project()
    changed = _changed(project)
    if not (changed and stale):
        if changed:
            _build(project, changed, announce)
        yield False
        return
    opened(project)  # an older build has to be there
    announce(f"{changed}; going on with the older build, as --stale says")
    with knowingly():
        yield True


def _changed(project: Project) -> str:
    """Return how the build differs from what was typed; nothing where it does not."""
    try:
        _, facts = opened(project)
    except NotBuiltError as error:
        return str(error).partition("; run")[0]
    return "" if facts.get("raw") == raw_hash(project) else "data/raw has changed since the build"


def _build(project: Project, changed: str, announce: Callable[[str], Any]) -> None:
    from compare.curated.build import build  # polars and pydantic: only where there is work

    try:
        built = build(project)
    except DataError as error:
        count = len(error.problems)
        raise StaleDataError(
            f"{changed}, and it has {count} problem{'s' if count != 1 else ''}, so that it cannot "
            "be built: `compare-regions check` lists them; mend them, or go on with the older "
            "build by --stale"
        ) from error
    announce(f"{changed}: built (data version {built.data_version[:12]})")
