"""Office files as packages: the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip archive can hold."""

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def steady(package: bytes) -> bytes:
    """Return an Office file without dates, so that the same content is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as dated, zipfile.ZipFile(out, "w") as undated:
        for name in sorted(dated.namelist()):
            content = dated.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(b"", content)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # not the system that it happens to be written on
            undated.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
