"""One proposed ledger row, and what is doubtful about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from compare.ledger.models import Comparator, Kind, Scope, YearBasis
from compare.sources.scan.find.matching import Candidate
from compare.sources.scan.find.quantities import Quantity

DOUBTS = {
    "year-implied": 0.08,
    "year-carried": 0.2,
    "year-unknown": 0.7,
    "kind-implied": 0.05,
    "kind-guessed": 0.4,
    "in-words": 0.25,
    "label-short": 0.25,
    "label-unsure": 0.45,
    "no-unit": 0.15,
    "labels-and-values": 0.1,
    "milestone": 0.3,
    "chinese-numeral": 0.3,
    "in-quotation-marks": 0.2,
    "table-without-year": 0.15,
    "period-unsure": 0.3,
    "control": 0.15,
}
"""How much each reason weighs; together they make the doubt, from 0 to 1."""


@dataclass(frozen=True)
class Proposal:
    """One proposed ledger row.

    The fields up to ``note`` are the columns of ``figures.csv``.

    Attributes
    ----------
    start, end : int
        The place of the printed value in the document.
    quote_start, quote_end : int
        The place of the quote.
    doubt : float
        From 0 (plain) to 1 (for the analyst to settle).
    reasons : tuple of str
        What is doubtful: keys of :data:`DOUBTS`.
    sentence : str
        The sentence or table row that prints it.
    candidates : tuple of Candidate
        The indicators that it may belong to.
    """

    start: int
    end: int
    quote_start: int
    quote_end: int
    label: str
    quote: str
    locator: str
    printed: str
    comparator: Comparator
    lo: Decimal | None
    hi: Decimal | None
    unit: str
    year: int | None
    year_start: int | None
    year_end: int | None
    year_basis: YearBasis
    kind: Kind
    scope: Scope
    worded: bool
    note: str
    reasons: tuple[str, ...]
    sentence: str
    milestone: bool = False
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def last_year(self) -> int | None:
        """The year itself, or the last year of the period."""
        return self.year if self.year is not None else self.year_end

    @property
    def years(self) -> int:
        """How many years it adds up."""
        if self.year_start is None or self.year_end is None:
            return 1
        return self.year_end - self.year_start + 1

    @property
    def doubt(self) -> float:
        """How doubtful the row is, from 0 to 1."""
        sure = 1.0
        for reason in self.reasons:
            sure *= 1 - DOUBTS[reason]
        return round(1 - sure, 2)


def proposal_of(
    text: str,
    quantity: Quantity,
    quote: tuple[int, int],
    *,
    label: str,
    locator: str,
    year: int | None,
    first: int | None,
    printed_year: bool,
    kind: Kind,
    scope: Scope,
    note: str,
    reasons: list[str],
    sentence: str,
    milestone: bool = False,
) -> Proposal:
    """Put a proposed row together."""
    printed = text[quantity.value_start : quantity.value_end]
    period = first is not None and year is not None and first < year
    return Proposal(
        start=quantity.value_start,
        end=quantity.value_end,
        quote_start=quote[0],
        quote_end=quote[1],
        label=label,
        quote=text[quote[0] : quote[1]],
        locator=locator,
        printed=printed,
        comparator=quantity.comparator,
        lo=quantity.lo,
        hi=quantity.hi,
        unit=quantity.unit,
        year=None if period else year,
        year_start=first if period else None,
        year_end=year if period else None,
        year_basis="printed" if printed_year and year is not None else "implied",
        kind=kind,
        scope=scope,
        worded=not re.search(r"\d", printed),
        note=note,
        reasons=tuple(dict.fromkeys(reasons)),
        sentence=sentence,
        milestone=milestone,
    )
