"""A headline: the sentence that answers a page, and the points behind it."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

import pandas as pd

from compare.finding.facts import Facts


@dataclass(frozen=True, repr=False)
class Headline:
    """A sentence, and the points that it sums up.

    Attributes
    ----------
    text : str
        The sentence; of a page with a lead, its heading.
    points : tuple of str
        What stands behind it, a line each; of a page with a lead, its other findings.
    lead : str
        The answer of a page, in a few sentences.
    findings : pandas.DataFrame, optional
        Of a page with a lead: everything that may be said, as :func:`compare.findings` has it.
    source : str
        Of a page with a lead: what places it compares, and the documents that it rests on.
    facts : Facts, optional
        Of a page with a lead: what its findings were found in. Pictures of the page that are
        given it compare nothing again for their titles.
    indicators : tuple of str
        Of a page with a lead: keys of the shared indicators that it tells, in its order. The
        first picture of the page shows them first.
    """

    text: str
    points: tuple[str, ...] = ()
    lead: str = ""
    findings: pd.DataFrame | None = field(default=None, repr=False, compare=False)
    facts: Facts | None = field(default=None, repr=False, compare=False)
    source: str = ""
    indicators: tuple[str, ...] = ()

    def __str__(self) -> str:
        whole = [self.text, *filter(None, [self.lead, self.source])]
        return "\n".join([*whole, *(f"· {point}" for point in self.points)])

    def __repr__(self) -> str:
        return f"<headline {self.text}>"

    def _repr_html_(self) -> str:
        if self.lead:
            source = f"<p><small>{html.escape(self.source)}</small></p>" if self.source else ""
            return f"<h1>{html.escape(self.text)}</h1><p>{html.escape(self.lead)}</p>{source}"
        lead = ""
        if self.text:
            style = "font-size:1.15em;font-weight:600;line-height:1.5;margin:0.4em 0"
            lead = f'<p style="{style}">{html.escape(self.text)}</p>'
        items = "".join(f"<li>{html.escape(point)}</li>" for point in self.points)
        return lead + (f'<ul style="margin:0.3em 0 0.6em">{items}</ul>' if items else "")
