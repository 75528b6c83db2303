"""Cards: charts as the page shows them."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from compare.charts.chart import Chart
from compare.ledger.evidence import Evidence
from compare.pages.chart_table import chart_table
from compare.pages.originals import figures_behind
from compare.pages.payloads import KINDS, Maker, file_stem, payload
from compare.pages.search import Tags, tags_of


@dataclass(frozen=True)
class Card:
    """A chart as the page shows it.

    Attributes
    ----------
    number : int
        Its place on the page, from 0.
    chart : Chart
        The chart.
    file : str
        What its files are called, without their endings.
    width, height : int
        Of its picture, in pixels.
    header, rows : list
        Its data as people read it.
    figures : tuple of str
        The figures behind it.
    tags : dict
        What it is filtered by.
    """

    number: int
    chart: Chart
    file: str
    width: int
    height: int
    header: list[str]
    rows: list[list[str]]
    figures: tuple[str, ...]
    tags: Tags

    @property
    def lang(self) -> str:
        """The language of its words, as HTML names it."""
        return "zh-CN" if self.chart.lang == "zh" else "en"


def card(
    number: int,
    chart: Chart,
    evidence: Evidence,
    makers: Mapping[str, Maker],
    pictures: IO[bytes],
    others: IO[bytes],
) -> Card:
    """Describe a chart, and put its files aside: pictures apart, since they are seen first.

    Parameters
    ----------
    number : int
        Its place on the page.
    chart : Chart
        The chart.
    evidence : Evidence
        Names, and the words behind the numbers.
    makers : mapping
        For each kind of file the function that makes it.
    pictures, others : binary file
        Where the files are put.
    """
    made = {kind.name: makers[kind.name](chart) for kind in KINDS}
    for kind in KINDS:
        aside = pictures if kind.name == "png" else others
        aside.write(payload(f"{kind.name}-{number}", made[kind.name], packed=kind.packed))
    width, height = struct.unpack(">II", made["png"][16:24])
    header, rows = chart_table(chart, evidence)
    return Card(
        number=number,
        chart=chart,
        file=file_stem(chart.key),
        width=width,
        height=height,
        header=header,
        rows=rows,
        figures=figures_behind(chart, evidence),
        tags=tags_of(chart, evidence),
    )
