"""Names of files for what own tables call their regions and indicators."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

LONGEST = 60


def as_file_name(value: Any) -> Any:
    """Return a value of an own table as it stands in the names of files.

    Examples
    --------
    >>> as_file_name("Autauga County (AL)"), as_file_name("毛入园率（%）"), as_file_name(2020)
    ('autauga-county-al', '毛入园率', 2020)
    """
    if not isinstance(value, str):
        return value
    plain = unicodedata.normalize("NFKC", value).lower()
    return re.sub(r"[^a-z0-9\u4e00-\u9fff]+", "-", plain)[:LONGEST].strip("-") or "x"
