"""The gallery: every chart on one page, to be found, copied and walked back to its words.

The page carries everything inside and asks no network for anything. Words and filters come
first and are read at once; pictures and files come last, as text that the browser does not
look into, and are unpacked one at a time when someone sees or wants them. So a page of a
thousand charts is on the screen before most of it has been read from the disk.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from compare.atomic import replacing
from compare.charts.chart import Chart
from compare.errors import ReportError
from compare.ledger.evidence import Evidence
from compare.pages.cards import card
from compare.pages.page import page_around
from compare.pages.payloads import Maker, default_makers


def write_gallery(
    charts: Iterable[Chart],
    path: Path,
    *,
    evidence: Evidence | None = None,
    version: str = "",
    makers: Mapping[str, Maker] | None = None,
) -> Path:
    """Write one page with every chart.

    Parameters
    ----------
    charts : iterable of Chart
        The charts, in the order of the page.
    path : pathlib.Path
        The page.
    evidence : Evidence, optional
        Names, and the words behind the numbers: :func:`compare.evidence`.
    version : str
        The version of the data, for the foot of the page: :func:`compare.data_version`.
    makers : mapping, optional
        For each kind of file the function that makes it from a chart; by default those of
        ``compare.charts``.

    Returns
    -------
    pathlib.Path
        The page.

    Raises
    ------
    ReportError
        If two charts have the same key.
    """
    charts = list(charts)
    _check_keys(charts)
    known, made_by = evidence or Evidence(), makers or default_makers()
    with tempfile.TemporaryFile() as pictures, tempfile.TemporaryFile() as others:
        cards = [
            card(number, chart, known, made_by, pictures, others)
            for number, chart in enumerate(charts)
        ]
        top, bottom = page_around(cards, known, version)
        with replacing(path) as aside, aside.open("wb") as page:
            page.write(top.encode("utf-8"))
            for payload in (pictures, others):
                payload.seek(0)
                shutil.copyfileobj(payload, page)
            page.write(bottom.encode("utf-8"))
    return path


def _check_keys(charts: Sequence[Chart]) -> None:
    counts = Counter(chart.key for chart in charts)
    twice = sorted(key for key, count in counts.items() if count > 1)
    if twice:
        raise ReportError(f"two charts have the key {', '.join(twice)}; give one another key")
