"""Superseding: of several sources of one region, the newest counts. This is the one rule.

For one region, indicator, year and kind the figures of the newest source (by its day of
issue, then by the day that it speaks of) count: an outcome restated later replaces the
earlier one, a target set anew the old one. The figures of every older source are kept, with
``use`` = superseded and the figure that replaces them. Within one source the typed ``use``
stands: what contradicts itself there stays a contradiction. Proxies are apart: they replace
each other, and never what they only resemble.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compare.ledger.ledger import Ledger
from compare.ledger.models import Alignment, Figure, Source

Statement = tuple[str, int, str, bool]
"""What is stated: indicator, year, kind, and whether by a proxy."""


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


def superseded(ledger: Ledger) -> dict[tuple[str, str], str]:
    """Return what newer sources replace: figure and indicator, to the figure that counts.

    Parameters
    ----------
    ledger : Ledger
        Sources, figures and alignments, in any order.
    """
    figures = {entry.item.figure: entry.item for entry in ledger.figures}
    sources = {entry.item.document: entry.item for entry in ledger.sources}
    return _replaced(figures, sources, (entry.item for entry in ledger.alignments))


def _replaced(
    figures: Mapping[str, Figure], sources: Mapping[str, Source], alignments: Iterable[Alignment]
) -> dict[tuple[str, str], str]:
    groups: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
    for alignment in alignments:
        figure = figures[alignment.figure]
        source = sources[figure.document]
        groups[source.region, *statement(alignment, figure)].append(_Stated(alignment, source))
    found = {}
    for group in groups.values():
        newest = min(group, key=lambda stated: stated.order)
        for stated in group:
            if stated.source.document != newest.source.document:
                alignment = stated.alignment
                found[alignment.figure, alignment.indicator] = newest.alignment.figure
    return found
