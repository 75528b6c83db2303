"""Writing files whole or not at all, and text that no spreadsheet will run."""

from __future__ import annotations

import csv
import io
import math
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"
ASIDE = ".new-"
"""How the names of files begin that are still being written."""

_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""How a cell begins that a spreadsheet may run; Chinese ones take full-width signs too."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name to write to beside a file; put it in the file's place on success.

    Readers see the old file or the new one. After an error the old file stays and
    nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{ASIDE}{os.getpid()}-{path.name}")
    try:
        yield aside
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def harmless(value: object) -> object:
    """Return a cell that spreadsheets show and do not run.

    Text that begins like a formula gets an apostrophe in front; numbers and the bare
    comparator signs stay as they are.
    """
    if not isinstance(value, str) or not value.startswith(_FORMULA) or len(value) <= 1:
        return value
    return value if _NUMBER.fullmatch(value) else "'" + value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV with a byte order mark, so that spreadsheets read Chinese.

    Booleans are ``true`` and ``false``, absent values empty, whole floats without a
    point; every text cell is harmless.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return int(value) if value.is_integer() else repr(float(value))
    if isinstance(value, str):  # csv leaves a carriage return unquoted, and it would end the row
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return harmless(value)
