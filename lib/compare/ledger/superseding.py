"""Superseding: of several sources of one region, the newest counts. This is the one rule.

For one region, indicator, year and kind the figures of the newest source (by its day of
issue, then by the day that it speaks of) count: an outcome restated later replaces the
earlier one, a target set anew the old one. The figures of every older source are kept, with
``use`` = superseded and the figure that replaces them. Within one source the typed ``use``
stands: what contradicts itself there stays a contradiction. Proxies are apart: they replace
each other, and never what they only resemble. Of a date (unit year) the year is what is
stated, so that a newer date replaces an older one whatever the two years are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from compare.ledger.ledger import Ledger
from compare.ledger.models import Alignment, Figure, Indicator, Source

DATE = "year"
"""The unit of indicators whose values are dates."""

Statement = tuple[str, int, str, bool]
"""What is stated: indicator, year, kind, and whether by a proxy."""

Topic = tuple[str, int | None, str, bool]
"""The same without the year where that is the value."""


@dataclass(frozen=True)
class _Stated:
    """An aligned figure with its source."""

    alignment: Alignment
    source: Source

    @property
    def order(self) -> tuple[object, ...]:
        """Newest first, the main figure before others, else by name."""
        issued, as_of = self.source.age
        use = self.alignment.use != "main"
        return (
            *(-issued.toordinal(), -as_of.toordinal()),
            *(self.source.document, use, self.alignment.figure),
        )


def statement(alignment: Alignment, figure: Figure) -> Statement:
    """Return what a figure states as an indicator, of the region of its source."""
    proxy = alignment.comparability == "proxy"
    return alignment.indicator, figure.last_year, figure.kind, proxy


def topic(alignment: Alignment, figure: Figure, indicator: Indicator) -> Topic:
    """Return what sources replace each other in: a statement; of a date, that of any year."""
    name, year, kind, proxy = statement(alignment, figure)
    return name, None if indicator.unit == DATE else year, kind, proxy


def superseded(ledger: Ledger) -> dict[tuple[str, str], str]:
    """Return what newer sources replace: figure and indicator, to the figure that counts.

    Parameters
    ----------
    ledger : Ledger
        Indicators, sources, figures and alignments, in any order.
    """
    figures = {entry.item.figure: entry.item for entry in ledger.figures}
    sources = {entry.item.document: entry.item for entry in ledger.sources}
    indicators = {entry.item.indicator: entry.item for entry in ledger.indicators}
    groups: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
    for entry in ledger.alignments:
        alignment, figure = entry.item, figures[entry.item.figure]
        source = sources[figure.document]
        about = topic(alignment, figure, indicators[alignment.indicator])
        groups[source.region, *about].append(_Stated(alignment, source))
    found = {}
    for group in groups.values():
        newest = min(group, key=lambda stated: stated.order)
        for stated in group:
            if stated.source.document != newest.source.document:
                alignment = stated.alignment
                found[alignment.figure, alignment.indicator] = newest.alignment.figure
    return found
