"""What a brief is asked for: whom it is about, and in which language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from compare.errors import UnknownValueError
from compare.pages.file_names import as_file_name

if TYPE_CHECKING:
    from compare.ledger.evidence import Evidence

FORMATS = ("html", "docx", "pdf")
"""What a brief is made as."""

REGIONS = ("region", "region_a", "region_b")
"""Its parameters: one region, or two."""

BY = "by"
"""The parameter that names who sends it."""

_BETWEEN = re.compile("[,，、;；+]")


def regions_of(given: Mapping[str, Any]) -> list[str]:
    """Return the regions that parameters name, in their order."""
    return [str(given[name]) for name in REGIONS if given.get(name)]


def named_regions(text: str, evidence: Evidence) -> list[str]:
    """Return the keys of the regions that a text names: one, or two with a comma between.

    Raises
    ------
    UnknownValueError
        If it names none, more than two, the same twice, or one that nobody knows.
    """
    names = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    found = [evidence.region_slug(name) for name in names]
    if not 0 < len(found) < 3 or len(set(found)) < len(found):
        raise UnknownValueError(
            f"{text!r} names {len(found)} regions; a brief is about one region, or about two "
            "different ones with a comma between, such as xiangshan,pingyang"
        )
    return found


def name_of(
    regions: Sequence[str], lang: str, table: str | None = None, by: str | None = None
) -> str:
    """Return the name of a brief's files, without ending.

    One with a sender has a name of its own: a batch writes those of the manifest anew.
    """
    parts = list(regions) if table is None else [as_file_name(one) for one in (table, *regions)]
    if by and by.strip():
        parts.append(as_file_name(by))
    return f"brief-{'-'.join(parts)}.{lang}"
