"""Files of a chart: pictures, data and a slide, under one name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from compare.atomic import write_bytes
from compare.charts.chart import PRINT_DPI, Chart
from compare.charts.files.tables import csv_of, xlsx_of
from compare.charts.keys import SAFE
from compare.charts.office.slides import slide
from compare.errors import CompareError, unknown


class KeyNotSafeError(CompareError, ValueError):
    """The key of a chart cannot be the name of a file."""


_MAKERS: dict[str, Callable[[Chart], bytes]] = {
    "png": lambda chart: chart.png(dpi=PRINT_DPI),
    "plain.png": lambda chart: chart.png(dpi=PRINT_DPI, plain=True),
    "svg": lambda chart: chart.svg(),
    "outlines.svg": lambda chart: chart.svg(outlines=True),
    "pdf": lambda chart: chart.pdf(),
    "csv": lambda chart: csv_of(chart).encode("utf-8"),
    "xlsx": xlsx_of,
    "pptx": slide,
}

MOST_BYTES = 200
"""How long a key may be: file systems take names of 255 bytes, endings of formats included."""

FORMATS = tuple(_MAKERS)
"""What a chart is saved as; a file's name is the chart's key, a point and the format."""


def save_chart(
    chart: Chart, folder: Path | str, formats: Iterable[str] = FORMATS
) -> dict[str, Path]:
    """Save a chart in several formats. Same chart, same bytes.

    Parameters
    ----------
    chart : Chart
        The chart.
    folder : pathlib.Path or str
        Where the files go; it is made where it does not exist.
    formats : iterable of str
        Formats out of :data:`FORMATS`.

    Returns
    -------
    dict of str to pathlib.Path
        The file of each format.

    Raises
    ------
    UnknownValueError
        If there is no such format.
    KeyNotSafeError
        If the key of the chart is not a plain name, which might lead out of the folder.
    """
    chosen = list(formats)
    for name in chosen:
        if name not in _MAKERS:
            raise unknown("formats", name, FORMATS)
    if not SAFE.fullmatch(chart.key) or len(chart.key.encode()) > MOST_BYTES:
        raise KeyNotSafeError(
            f"key={chart.key!r} cannot name a file; allowed: letters, digits, '-', '_' and "
            f"single '.', beginning with a letter, digit or '_', at most {MOST_BYTES} bytes; do: "
            "give the chart another key"
        )
    made = {name: _MAKERS[name](chart) for name in chosen}  # all or none
    files = {name: Path(folder) / f"{chart.key}.{name}" for name in made}
    for name, path in files.items():
        write_bytes(path, made[name])
    return files
