"""Writing files whole or not at all, and text that no spreadsheet will run."""

from __future__ import annotations

import csv
import io
import math
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from compare.errors import NotWrittenError

BYTE_ORDER_MARK = "\ufeff"
ASIDE = ".new-"
"""How the names of files begin that are still being written."""

_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""How a cell begins that a spreadsheet may run; Chinese ones take full-width signs too."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turn a full disk, or a place that may not be written, into one sentence with its path.

    Raises
    ------
    NotWrittenError
        In place of the system's error, where something is written in the block.
    """
    try:
        yield
    except NotWrittenError:  # said already, of the file itself
        raise
    except OSError as error:
        raise not_written(place, error) from error


def not_written(place: Path, error: OSError) -> NotWrittenError:
    """Return the error for a place that could not be written, and what to do."""
    named = str(error.filename or "")
    inside = f" ({named})" if named and ASIDE not in named and named != str(place) else ""
    return NotWrittenError(
        f"{place} cannot be written: {error.strerror or error}{inside}; "
        "free space on the disk, or make the folder writable, and run the command again"
    )


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name to write to beside a file; put it in the file's place on success.

    Readers see the old file or the new one. After an error the old file stays and
    nothing is left beside it.

    Raises
    ------
    NotWrittenError
        If the disk is full or the folder cannot be written.
    """
    with _beside(path) as aside:
        yield aside
        aside.replace(path)


def check_writable(path: Path) -> None:
    """Refuse a place that cannot be written, before what is to stand there is made at length.

    Raises
    ------
    NotWrittenError
        If the disk is full or the folder cannot be written.
    """
    with _beside(path) as aside:
        aside.open("wb").close()


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    aside = path.with_name(f"{ASIDE}{os.getpid()}-{path.name}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield aside
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8, with the line ends that it has, whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    with replacing(path) as aside:
        aside.write_bytes(content)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file that is read by nobody else meanwhile: a log, a list of notes."""
    with writing(path), path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(line + "\n")


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
