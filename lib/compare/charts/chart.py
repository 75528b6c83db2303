"""A chart: a picture of comparisons with its words and the data behind it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from compare.atomic import write_bytes
from compare.charts.cache import digest_of, drawn_once
from compare.charts.layout import Box, Words, box_beside, draw_substitutes, framed_figure
from compare.charts.pictures import png_of
from compare.charts.style import SIZES, drawing_style, size_named
from compare.errors import UnknownValueError
from compare.glyphs import printable
from compare.wording.catalogue import Lang, say

SCREEN_DPI = 192
PRINT_DPI = 300

Plot = Callable[[Figure, Box, float], object]
"""Draws the marks into a box of a figure, with text of a size in points."""


@dataclass(frozen=True)
class About:
    """What a chart is about, for search and for walking back to the documents."""

    themes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """One series of a native Office chart: names and numbers, in drawing order.

    Attributes
    ----------
    name : str
        Name of the series, by which it is found when the chart is edited.
    labels : tuple of str
        One label per point: the name of a bar, or what is written beside a point.
    x, y : tuple of float
        Positions; bars use x alone. An infinite one is an end without any bound.
    colour : str
        As ``#rrggbb``.
    marker : str
        As Matplotlib names it; ``.`` is small, and without any no point is marked.
    hollow : tuple of bool
        Which points are hollow: targets; all of a series, or none.
    line : str
        ``solid``, ``dashed`` or ``dotted``, where a line joins the points.
    """

    name: str
    labels: tuple[str, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    colour: str
    marker: str = "o"
    hollow: tuple[bool, ...] = ()
    line: str = ""


@dataclass(frozen=True)
class Native:
    """What an Office chart needs to draw the same and say the same as the picture.

    Forms, or charts, of which Office cannot show all have none, and become pictures.

    Attributes
    ----------
    kind : str
        ``bars`` (horizontal, to both sides of zero), ``rows`` (marks in rows) or ``lines``
        (values over years).
    series : tuple of Series
        At least one; of rows, y counts them from the top.
    axis : str
        Title of the value axis: unit.
    rows : tuple of tuple of str
        Name and remark of each row, from top to bottom, those without a value included.
    limits : tuple of tuple of float and str
        Benchmarks: values and names.
    bounds : tuple of float or None
        Natural bounds of the values.
    whole : bool
        Whether the values are counted: then half of one is no tick.
    note : str, optional
        What the note says instead beside the Office chart, where that is drawn otherwise.
    signs : tuple of str
        Of bars that are told with plus and minus, one for each row: what stands before its
        number, such as > of a difference that is a bound.
    """

    kind: str
    series: tuple[Series, ...]
    axis: str
    rows: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[float, str], ...] = ()
    bounds: tuple[float | None, float | None] = (None, None)
    whole: bool = False
    note: str | None = None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart.

    Attributes
    ----------
    key : str
        Name of the chart and of its files: letters, digits, ``-``, ``_`` and ``.``.
    form : str
        Name of the form: the function that made it.
    lang : {"zh", "en"}
        Language of the words.
    size : str
        Name of the size it is drawn at.
    words : Words
        Title (the finding), subtitle, note and source.
    alt : str
        Description for someone who cannot see the picture.
    data : pandas.DataFrame
        What was drawn, one row per mark.
    plot : callable
        Draws the marks.
    plot_height : float, optional
        Height that the marks need, in lines of text; a page is made no taller.
    about : About
        Regions, indicators, themes and figures behind it.
    native : Native, optional
        What an Office chart needs to draw the same.
    """

    key: str
    form: str
    lang: Lang
    size: str
    words: Words
    alt: str
    data: pd.DataFrame = field(repr=False)
    plot: Plot = field(repr=False)
    plot_height: float | None = None
    about: About = About()
    native: Native | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "alt", _shortened(self.alt, self.lang))

    @property
    def name(self) -> str:
        """What it is called in both languages: its key without the language."""
        return self.key.removesuffix(f".{self.lang}")

    def with_words(self, **words: str) -> Chart:
        """Return the chart with other words: title, subtitle, note, source or alt."""
        alt = words.pop("alt", self.alt)
        native = self.native
        if native is not None and "note" in words:
            native = replace(native, note=None)
        return replace(self, words=replace(self.words, **words), alt=alt, native=native)

    def figure(self, *, plain: bool = False) -> Figure:
        """Draw the chart.

        Parameters
        ----------
        plain : bool
            Without title, note and source, for pages that print them as text.
        """
        page = size_named(self.size)
        words = Words("", "", "", "") if plain else self.words
        height = _inches(self.plot_height, self.size)
        with drawing_style(page):
            figure, box = framed_figure(words, page, height, tallest=_TALLEST)
            self.plot(figure, box, page.text)
            draw_substitutes(figure)
        return figure

    def png(self, *, dpi: int = SCREEN_DPI, plain: bool = False) -> bytes:
        """Return the picture as PNG, with its title and alt text in the metadata."""
        return self._file("png", plain=plain, dpi=dpi, metadata=self._described("Description"))

    def svg(self, *, outlines: bool = False, plain: bool = False) -> bytes:
        """Return the picture as SVG: text as text, or as outlines that look right anywhere."""
        metadata = {"Date": None, "Creator": None, **self._described("Description")}
        return self._file("svg", plain=plain, metadata=metadata, outlines=outlines)

    def pdf(self, *, plain: bool = False) -> bytes:
        """Return the picture as PDF."""
        metadata = {"CreationDate": None, "Creator": None, **self._described("Subject")}
        metadata["Producer"] = None
        return self._file("pdf", plain=plain, metadata=metadata)

    def save(self, path: str | Path) -> Path:
        """Save the picture as the path's ending says: .png (for print), .svg or .pdf.

        Parameters
        ----------
        path : str or pathlib.Path
            The file; its folder is made where it does not exist.

        Raises
        ------
        UnknownValueError
            If the ending is none of these.
        """
        target = Path(path)
        makers = {"png": lambda: self.png(dpi=PRINT_DPI), "svg": self.svg, "pdf": self.pdf}
        ending = target.suffix.lower().removeprefix(".")
        if ending not in makers:
            raise UnknownValueError(
                f"path={str(path)!r} does not say what it is to be; allowed: an ending of "
                f"{', '.join(f'.{one}' for one in makers)}; do: write {target.stem or 'chart'}.png"
            )
        write_bytes(target, makers[ending]())
        return target

    def __repr__(self) -> str:
        return f"<chart {self.key}: {self.words.title}>"

    def text(self) -> str:
        """Return the words of the chart, to be pasted beside it."""
        words = (self.words.title, self.words.subtitle, self.words.note, self.words.source)
        return "\n".join(part for part in words if part)

    def _described(self, alt: str) -> dict[str, str]:
        return {"Title": printable(self.words.title), alt: printable(self.alt)}

    def digest(self) -> str:
        """Return the hash of all that the chart is drawn from; nothing where it is not known."""
        return digest_of(self._parts(), self.plot)

    def _parts(self) -> list[Any]:
        return [getattr(self, part.name) for part in fields(self) if part.name != "plot"]

    def _file(self, kind: str, **options: Any) -> bytes:
        from_what = (kind, sorted(options.items()), self._parts())
        return drawn_once(kind, from_what, self.plot, lambda: self._drawn(kind, **options))

    def _drawn(self, kind: str, *, plain: bool, outlines: bool = False, **options: Any) -> bytes:
        figure = self.figure(plain=plain)
        out = io.BytesIO()
        with drawing_style(size_named(self.size)):
            if kind == "png":
                return png_of(figure, options["dpi"], options["metadata"])
            mpl.rcParams["svg.fonttype"] = "path" if outlines else "none"
            figure.savefig(out, format=kind, **options)
        return out.getvalue()

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        width = int(size_named(self.size).width * 100)
        return (
            {"image/png": self.png(), "text/plain": self.text()},
            {"image/png": {"alt": self.alt, "width": width, "chart": self.name}},
        )


_TALLEST = SIZES["page"].height
"""Many rows take more than half a page."""


def box_of_marks(words: Words, size: str, plot_height: float | None) -> Box:
    """Return the box into which a chart of a size draws its marks, beside its words.

    A form that leaves out what has no room finds out so before its words speak of the marks.
    """
    return box_beside(words, size_named(size), _inches(plot_height, size), tallest=_TALLEST)


def _inches(plot_height: float | None, size: str) -> float | None:
    """Return the height that marks need; a slide is always as high as it is."""
    if plot_height is None or size == "slide":
        return None
    page = size_named(size)
    if page.width < size_named("half").width:  # names and legends are folded to more lines
        plot_height = plot_height * _FOLDED + _FOLDED_LEGEND
    return plot_height * page.text / 72


_FOLDED, _FOLDED_LEGEND = 1.35, 3
"""How much higher marks are on a telephone than on half a page, and lines of their legend."""


LONGEST_ALT = 4000
"""So many characters of a description are read out: of thousands of regions not every one."""


def read_out(parts: Iterable[str]) -> list[str]:
    """Return the first parts of a description, no more than can be read out of it."""
    told, length = [], 0
    for part in parts:
        told.append(part)
        length += len(part)
        if length > LONGEST_ALT:
            break
    return told


def _shortened(alt: str, lang: Lang) -> str:
    """Return a description as it is, or its first clauses and where the others are."""
    if len(alt) <= LONGEST_ALT:
        return alt
    ends = (alt.rfind(mark, 0, LONGEST_ALT) for mark in ("；", "。", "; ", ". "))
    return say("chart-alt-rest", lang, told=alt[: max(ends)])
