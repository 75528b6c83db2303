"""A headline: the sentence that answers a page, and the points behind it."""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True)
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
    """

    text: str
    points: tuple[str, ...] = ()
    lead: str = ""

    def __str__(self) -> str:
        whole = [self.text, *filter(None, [self.lead])]
        return "\n".join([*whole, *(f"· {point}" for point in self.points)])

    def _repr_html_(self) -> str:
        if self.lead:
            return f"<h1>{html.escape(self.text)}</h1><p>{html.escape(self.lead)}</p>"
        lead = ""
        if self.text:
            style = "font-size:1.15em;font-weight:600;line-height:1.5;margin:0.4em 0"
            lead = f'<p style="{style}">{html.escape(self.text)}</p>'
        items = "".join(f"<li>{html.escape(point)}</li>" for point in self.points)
        return lead + (f'<ul style="margin:0.3em 0 0.6em">{items}</ul>' if items else "")
