"""Payloads: the files of a chart, inside the page."""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from compare.charts.chart import Chart

Maker = Callable[[Chart], bytes]
"""Makes a file of a chart."""


@dataclass(frozen=True)
class Kind:
    """A kind of file that a chart can be downloaded as.

    Attributes
    ----------
    name : str
        Ending of the file's name.
    media : str
        Its media type.
    packed : bool
        Whether the page holds it deflated; files that are compressed already gain nothing.
    """

    name: str
    media: str
    packed: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = (
    Kind("png", "image/png"),
    Kind("svg", "image/svg+xml", packed=True),
    Kind("xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    Kind("pptx", f"{_OFFICE}.presentationml.presentation"),
    Kind("csv", "text/csv", packed=True),
)


def default_makers() -> dict[str, Maker]:
    """Return for each kind of file the function that makes it from a chart."""
    from compare.charts.files.tables import csv_of, xlsx_of
    from compare.charts.office.slides import slide

    return {
        "png": lambda chart: chart.png(),
        # readers' machines rarely have the font, so that only outlines look right there
        "svg": lambda chart: chart.svg(outlines=True),
        "xlsx": xlsx_of,
        "pptx": slide,
        "csv": lambda chart: csv_of(chart).encode("utf-8"),
    }


def payload(name: str, content: bytes, *, packed: bool) -> bytes:
    """Return a file as an element that the browser holds and does not look into."""
    text = base64.b64encode(zlib.compress(content, 9) if packed else content)
    opening = f'<script type="application/octet-stream" id="{name}">'.encode("ascii")
    return opening + text + b"</script>\n"


def file_stem(key: str) -> str:
    """Return a chart's key as the name of a file, whatever it holds."""
    stem = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", key))[:100].strip("-._")
    return stem or "chart"
