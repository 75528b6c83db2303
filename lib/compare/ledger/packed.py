"""Packed texts: a .csv.gz or .tsv.gz is read as the text in it, and no more than a bound of it."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from compare.ledger.workbook import FileFormError

MOST_BYTES = 2 * 2**30
"""Most that a text may unpack to: sixty million rows are fewer."""

MOST_TIMES, _MUCH = 200, 50 * 2**20
"""How many times its own size it may unpack to, if that is much: a table of blanks takes 100."""

_GZIP = b"\x1f\x8b"
_PART = 2**20


def unpacked(path: Path) -> bytes:
    """Return the bytes of a file; of one that is packed (gzip), those of the text in it.

    Raises
    ------
    FileFormError
        If it unpacks to more than :data:`MOST_BYTES` or, if that is much, more than
        :data:`MOST_TIMES` its size, or is broken off.
    """
    with path.open("rb") as file:
        if file.read(len(_GZIP)) != _GZIP:
            file.seek(0)
            return file.read()
    most = min(MOST_BYTES, max(_MUCH, MOST_TIMES * path.stat().st_size))
    parts, size = [], 0
    try:
        with gzip.open(path) as packed:
            while part := packed.read(_PART):
                size += len(part)
                if size > most:
                    raise FileFormError(
                        f"the file unpacks to more than {most / 2**20:,.0f} MiB, "
                        f"{most // path.stat().st_size:,} times its size",
                        f"{MOST_BYTES // 2**20:,} MiB and {MOST_TIMES} times",
                        "unpack it, and divide the table if it is larger",
                    )
                parts.append(part)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FileFormError(
            f"the packed file cannot be unpacked ({error})", "a whole .gz file", "download it again"
        ) from error
    return b"".join(parts)
