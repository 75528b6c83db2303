"""A chart: a picture of comparisons with its words and the data behind it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from compare.charts.layout import Words

SCREEN_DPI = 150


@dataclass(frozen=True)
class Chart:
    """A chart.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        The picture, with its words inside.
    words : Words
        Title (the finding), subtitle, note and source.
    alt : str
        Description for someone who cannot see the picture.
    data : pandas.DataFrame
        What was drawn, one row per mark.
    """

    figure: Figure
    words: Words
    alt: str
    data: pd.DataFrame

    def png(self, dpi: int = SCREEN_DPI) -> bytes:
        """Return the picture as PNG, with its alt text in the metadata."""
        out = io.BytesIO()
        FigureCanvasAgg(self.figure)
        metadata = {"Software": None, "Title": self.words.title, "Description": self.alt}
        self.figure.savefig(out, format="png", dpi=dpi, metadata=metadata)
        return out.getvalue()

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        width = int(self.figure.get_figwidth() * 100)
        return (
            {"image/png": self.png(), "text/plain": self.words.title},
            {"image/png": {"alt": self.alt, "width": width}},
        )
