"""Small multiples: the indicators of a theme side by side, each value with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import (
    about,
    chart_rows,
    coverage_rows,
    natural_bounds,
    with_words,
)
from compare.charts.capacity import most_that_fit, rest_height, say_rest, sizes_of_text
from compare.charts.chart import Chart
from compare.charts.comparing import compared_indicators
from compare.charts.keys import file_key
from compare.charts.labelled_rows import Bounds, Row, divide, fold
from compare.charts.layout import MARGIN, Box, Words, text_width, wrap
from compare.charts.legend import Entry, draw_legend, entries
from compare.charts.marks import REFERENCE, draw_interval, draw_tick, marks_of
from compare.charts.remarks import absent_in_words, close_reasons
from compare.charts.style import NEUTRAL, Look, Size, least_text, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import name_over, years_in_words
from compare.errors import UnknownValueError
from compare.finding.excerpts import MOST, excerpt, latest_outcomes
from compare.finding.facts import Facts
from compare.finding.titles import Title, titled
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as about_words
from compare.wording.phrases import bracketed, clauses, listed, moment, sentences
from compare.wording.references import benchmark_name, source_line
from compare.wording.values import label_in_words, value_in_words

PLACE = 10
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the indicators of a theme of which values can be compared, side by side."""
    if subject.kind != "theme":
        return
    compared = compared_indicators(subject.observed, subject.evidence)
    if compared:
        yield small_multiples(
            subject.observed[subject.observed["indicator"].isin(compared)],
            subject.covered,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def small_multiples(
    observations: Any,
    coverage: Any = None,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "page",
    first: Sequence[str] = (),
) -> Chart:
    """Draw the indicators of one theme side by side.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(theme=…)``, or of one's own, in any kind of frame.
    coverage : frame, optional
        Rows of ``compare.coverage(theme=…)``: which regions are missing, and why.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, where many pictures are made of them: nothing is then
        compared twice for a title.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    first : sequence of str
        Keys of indicators whose panels come first, in this order, and are never left out; the
        title is what is found of the first of them of which there is a finding. Those without
        a row are passed over. What a page opens with: ``finding.lead(…).indicators``.
    """
    check_lang(lang)
    page = size_named(size)
    rows, known = chart_rows(observations, evidence, by_code=False)
    rows = rows[rows["use"] == "main"]
    if rows.empty:
        raise UnknownValueError("this chart draws values, and the frame holds none: leave it out")
    every, compared = rows, _compared(rows)
    leading = [name for name in dict.fromkeys(first) if name in set(compared["indicator"])]
    said = _title(compared, leading, known, facts, lang)
    rows = excerpt(compared, ["indicator"], ["_size"], ENDS) if "_size" in compared else rows
    if said is not None and said.indicator is not None:
        leading = list(dict.fromkeys([*leading, said.indicator]))
    places = {name: place for place, name in enumerate(leading)}
    rows = rows.sort_values(
        "indicator", key=lambda names: names.map(lambda name: places.get(name, len(places))),
        kind="stable",
    )  # fmt: skip
    marked = with_words(rows, known)
    limits = _limits(records(marked), known)
    panels = _panels(marked, limits, coverage, known, lang)
    legend = entries(marks_of(records(marked)), lang)
    if any(row.region is None for panel in panels for row in panel.rows):
        legend += entries([REFERENCE], lang)
    height = _TIGHT * 1.4 * max(map(_rows_needed, _columns(panels, _most_columns(panels, page))))
    themes = tuple(dict.fromkeys(rows["theme"].dropna()))
    figures = tuple(figure_ids(every["figure"]))
    return Chart(
        key=file_key(f"multiples-{'-'.join(themes) or 'all'}", lang),
        form="small_multiples",
        lang=lang,
        size=size,
        words=_words(compared, said, limits, len(rows) < len(every), known, lang),
        alt=_alt(rows, panels, lang),
        data=every,
        plot=lambda figure, box, points: _draw(
            figure, box, panels, len(leading), legend, lang, points
        ),
        plot_height=height + 2,
        about=replace(about(every, ()), figures=figures),  # in the order of the panels
    )


_TELLING = (
    "versus-region", "versus-reference", "own-target", "promise", "timing", "pace",
)  # fmt: skip
"""Kinds of findings that its title may be."""

ENDS = 2
"""Of thousands of regions a panel shows so many at either end, and the one in the middle."""


def _title(
    rows: pd.DataFrame,
    first: Sequence[str],
    known: Evidence,
    facts: Facts | None,
    lang: Lang,
) -> Title | None:
    """Return what is found of the first indicator of which there is any, or else of all rows."""
    for some in (*(rows[rows["indicator"] == name] for name in first), rows):
        said = titled(some, kinds=_TELLING, evidence=known, facts=facts, lang=lang)
        if said is not None:
            return said
    return None


def _compared(rows: pd.DataFrame) -> pd.DataFrame:
    """Return all rows; of thousands of regions the outcomes of each indicator's last year."""
    if rows["region"].nunique() <= MOST:
        return rows
    latest = latest_outcomes(rows)
    ordered = latest[latest["_size"].notna()]
    return rows if ordered.empty else ordered


@dataclass(frozen=True)
class _Value(Row):
    """The value of a region; of none where it is what the others are held against."""

    region: str | None = None


@dataclass(frozen=True)
class _Panel:
    """The values of one indicator, from top to bottom, with the words beside them."""

    title: str
    unit: str
    rows: list[_Value]
    absent: str
    bounds: Bounds
    lines: int = 1

    def of_regions(self, regions: Sequence[str]) -> _Panel:
        """Return the same with the values of some regions."""
        kept = [row for row in self.rows if row.region is None or row.region in regions]
        return replace(self, rows=kept if any(row.region for row in kept) else [])

    def bare(self) -> _Panel:
        """Return the same without what its values are held against."""
        return replace(self, rows=[row for row in self.rows if row.region is not None])

    def folded(self, width: float, points: float, narrowest: float) -> _Panel:
        """Return the same with labels that take half of a width at most, and leave room to draw."""
        room = min(width * _HALF, width - _beside_labels(self, points, narrowest))
        room = max(room, width * _LEAST)
        rows = [replace(row, label=fold(row.label, room, points)) for row in self.rows]
        return replace(self, rows=rows, lines=1 + max(row.label.count("\n") for row in rows))


_HALF, _LEAST = 0.5, 0.3
"""Parts of the width of a column that long labels may take, and always have."""


def _panels(
    rows: pd.DataFrame,
    limits: Sequence[dict[str, Any]],
    coverage: Any,
    known: Evidence,
    lang: Lang,
) -> list[_Panel]:
    covered = None if coverage is None else coverage_rows(coverage, known)[0]
    looks = region_looks(known, rows["region"])
    panels = []
    for name, group in rows.groupby("indicator", sort=False):
        ordered = group if "_size" in group else group.sort_values(["kind", "year", "region"])
        told = records(ordered)
        absent = "" if covered is None else absent_in_words(
            covered[covered["indicator"] == name], lang, proxies=True
        )  # fmt: skip
        panels.append(
            _Panel(
                title=str(told[0][f"indicator_{lang}"]),
                unit=str(told[0]["unit"]),
                rows=[
                    *(_of_region(row, looks, lang) for row in told),
                    *(_reference(limit, lang) for limit in limits if limit["indicator"] == name),
                ],
                absent=absent,
                bounds=natural_bounds(group),
            )
        )
    return panels


def _of_region(row: dict[str, Any], looks: Mapping[str, Look], lang: Lang) -> _Value:
    return _Value(
        _row_label(row, lang),
        label_in_words(row, lang),
        lambda axes, y, points: draw_interval(axes, y, row, looks[row["region"]], points),
        region=row["region"],
    )


def _limits(rows: Sequence[dict[str, Any]], known: Evidence) -> list[dict[str, Any]]:
    """Return what values are held against: the benchmarks of their years, each once."""
    limits = {
        limit["benchmark"]: limit
        for row in _leading(rows)
        for limit in known.benchmarks_of(
            row["indicator"], row["year"], row["kind"], row.get("adcode")
        )
    }
    return [limit for _, limit in sorted(limits.items())]


def _leading(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the values of each indicator that are held against something.

    Outcomes before targets, which have a line of their own each year.
    """
    own = [row for row in rows if row["comparability"] != "proxy"]
    known = {row["indicator"] for row in own if row["kind"] == "actual"}
    return [row for row in own if row["kind"] == "actual" or row["indicator"] not in known]


def _reference(limit: Mapping[str, Any], lang: Lang) -> _Value:
    return _Value(
        benchmark_name(limit, lang),
        value_in_words(limit, lang),
        lambda axes, y, _: draw_tick(axes, y, float(limit["value"])),
    )


def _words(
    rows: pd.DataFrame,
    said: Title | None,
    limits: Sequence[dict[str, Any]],
    is_excerpt: bool,
    known: Evidence,
    lang: Lang,
) -> Words:
    theme = _theme(rows, lang)
    counted = say("count-indicators", lang, n=rows["indicator"].nunique())
    title = _name(rows, lang) if said is None else said.text
    described = (theme if theme != title else "", counted, years_in_words(rows["year"], lang))
    regions = rows["region"].nunique()
    note = [
        say("rest-ends", lang, ends=ENDS, of=regions) if is_excerpt else "",
        say("small-multiples-note", lang),
        close_reasons(rows, rows["figure"], known, lang, most=3),
    ]
    return Words(
        title=title,
        subtitle=say("comma", lang).join(filter(None, described)),
        note=sentences(note, lang),
        source=source_line(known.sources(rows["figure"]), lang, limits=limits),
    )


def _name(rows: pd.DataFrame, lang: Lang) -> str:
    """Return what the panels are of: one indicator, or a theme."""
    if rows["indicator"].nunique() == 1:
        return name_over(str(rows[f"indicator_{lang}"].iloc[0]), rows["year"], lang)
    return _theme(rows, lang) or say("small-multiples-title", lang)


def _theme(rows: pd.DataFrame, lang: Lang) -> str:
    return listed(list(dict.fromkeys(rows[f"theme_{lang}"].dropna())), lang)


def _alt(rows: pd.DataFrame, panels: Sequence[_Panel], lang: Lang) -> str:
    theme, count = _theme(rows, lang), len(panels)
    if theme:
        parts = [say("small-multiples-alt", lang, theme=theme, n=count)]
    else:
        parts = [say("count-indicators", lang, n=count)]
    for panel in panels:
        values = [f"{row.label} {row.remark}" for row in panel.rows]
        parts.append(about_words(panel.title, clauses(values, lang), lang))
    return sentences(parts, lang)


def _row_label(row: Mapping[str, Any], lang: Lang) -> str:
    """Return who and when, and what keeps the value from being compared with the others."""
    marks = [say("small-multiples-proxy", lang)] if row["comparability"] == "proxy" else []
    if row["scope"] == "each-county":
        marks.append(say(f"small-multiples-each-county-{row['kind']}", lang))
    label = f"{row[f'region_{lang}']} {moment(row, lang)}"
    return label + (bracketed(listed(marks, lang), lang) if marks else "")


@dataclass(frozen=True)
class _Layout:
    """Panels in columns, with the size of their text and the height of a line of a row."""

    columns: list[list[_Panel]]
    points: float
    line: float


def _draw(
    figure: Figure,
    box: Box,
    panels: list[_Panel],
    leading: int,
    legend: list[Entry],
    lang: Lang,
    points: float,
) -> None:
    """Draw the panels in as many columns as leave their text largest."""
    box = draw_legend(figure, box, points, legend)
    first = next((panel for panel in panels if panel.bare() != panel), None)
    bare = [panel if panel is first else panel.bare() for panel in panels]  # the legend holds
    tries = product((panels, bare), _NARROWEST, sizes_of_text(points))
    for some, narrow, size in tries:
        if (layout := _laid_out(some, box, size, narrow)) is not None:
            break
    else:
        layout, box = _that_fits(figure, box, points, bare, leading, lang)
    width = (box.width + _BETWEEN) / len(layout.columns)
    for place, column in enumerate(layout.columns):
        top = box.bottom + box.height
        for panel in column:
            height = _rows_needed([panel]) * layout.line
            left = box.left + place * width
            where = Box(left, top - height, width - _BETWEEN, height)
            _draw_panel(figure, where, panel, layout)
            top -= height


def _that_fits(
    figure: Figure, box: Box, points: float, panels: list[_Panel], leading: int, lang: Lang
) -> tuple[_Layout, Box]:
    """Return how many regions, and if need be how many indicators, fit at the least size.

    The leading ones stay, with fewer regions if need be.
    """
    size = least_text(points)
    room = replace(box, height=box.height - 2 * rest_height(points))
    regions = sorted({row.region for panel in panels for row in panel.rows if row.region})

    def some(count: int, of: int) -> list[_Panel]:
        kept = [panel.of_regions(regions[:of]) for panel in panels[:count]]
        return [panel for panel in kept if panel.rows]

    def fits(count: int, of: int) -> bool:
        return _laid_out(some(count, of), room, size, _NARROWEST[-1]) is not None

    few = min(_FEW, len(regions))
    count = most_that_fit(len(panels), lambda n: fits(n, few))
    if count < leading:
        count = max(count, most_that_fit(leading, lambda n: fits(n, 1)))
    of = most_that_fit(len(regions), lambda n: fits(count, n))
    if count < len(panels):
        box = say_rest(figure, box, points, count, len(panels), "indicators", lang)
    if of < len(regions):
        box = say_rest(figure, box, points, of, len(regions), "regions", lang)
    layout = _laid_out(some(count, of), box, size, _NARROWEST[-1])
    return layout or _Layout([some(count, of)], size, size * _TIGHT / 72), box


_FEW = 5
"""Regions that every panel shows before panels are left out."""


def _laid_out(panels: list[_Panel], box: Box, points: float, narrowest: float) -> _Layout | None:
    """Return the panels in the lowest columns that hold text of a size; None where none do."""
    for count in range(min(len(panels), _MOST), 0, -1):
        width = (box.width + _BETWEEN) / count - _BETWEEN
        some = [
            panel
            if _text_need(panel, points, narrowest) <= width
            else panel.folded(width, points, narrowest)
            for panel in panels
        ]
        too_narrow = width < _FOLDED and some != panels
        if count > 1 and (
            too_narrow or any(_text_need(panel, points, narrowest) > width for panel in some)
        ):
            continue
        columns = _columns(some, count)
        needed = max(map(_rows_needed, columns))
        line = min(box.height / needed, points * _LINE / 72)
        if line >= points * _TIGHT / 72:
            return _Layout(columns, points, line)
    return None


_FOLDED = 2.6
"""Narrowest of several columns, in inches, that holds folded labels: on a phone one is better."""

_LINE = 2.0
"""Height of a row over the size of its text, where there is room."""

_FRAME = 4.2
"""Rows that a panel needs beside its values: title, axis, missing regions."""


def _rows_needed(panels: list[_Panel]) -> float:
    return sum(len(panel.rows) * panel.lines + _FRAME for panel in panels)


def _most_columns(panels: list[_Panel], page: Size) -> int:
    """Return how many columns there is room for on a page with the least text."""
    need = max(_text_need(panel, least_text(page.text), _NARROWEST[0]) for panel in panels)
    return min(len(panels), max(1, int((page.width - 2 * MARGIN + _BETWEEN) / (need + _BETWEEN))))


def _columns(panels: list[_Panel], count: int) -> list[list[_Panel]]:
    """Share the panels out to columns, in their order, the highest as low as can be."""
    heights = [_rows_needed([panel]) for panel in panels]
    most = max(heights)
    while (columns := _filled(panels, heights, most)) and len(columns) > count:
        most += 0.5
    return columns


def _filled(panels: list[_Panel], heights: list[float], most: float) -> list[list[_Panel]]:
    """Fill columns no higher than a height, one after the other."""
    columns: list[list[_Panel]] = [[]]
    filled = 0.0
    for panel, height in zip(panels, heights, strict=True):
        if columns[-1] and filled + height > most:
            columns.append([])
            filled = 0.0
        columns[-1].append(panel)
        filled += height
    return columns


def _text_need(panel: _Panel, points: float, narrowest: float) -> float:
    """Return the width that a panel needs for its title, its foot, or its labels and a plot."""
    title = min(text_width(panel.title, points, bold=True), _WIDEST_WORDS)
    return max(title, _widest_label(panel, points) + _beside_labels(panel, points, narrowest))


def _beside_labels(panel: _Panel, points: float, narrowest: float) -> float:
    values = max(text_width(row.remark, points) for row in panel.rows)
    return values + 0.2 + narrowest * points / 8


def _widest_label(panel: _Panel, points: float) -> float:
    lines = (line for row in panel.rows for line in row.label.split("\n"))
    return max(text_width(line, points) for line in lines)


_WIDEST_WORDS = 2.8
"""Width, in inches, beyond which no title makes a column wider: it is shortened."""

_MOST = 4
"""Most columns."""

_BETWEEN = 0.2
"""Space between columns, in inches."""

_TIGHT = 1.3
"""Height of a row over the size of its text, where there is little room."""

_NARROWEST = (0.9, 0.6, 0.45)
"""Narrowest plots, in inches, with text of 8 points: at first, and before any is left out."""


def _draw_panel(figure: Figure, box: Box, panel: _Panel, layout: _Layout) -> None:
    points, line, rows = layout.points, layout.line, panel.rows
    left = 0.1 + _widest_label(panel, points)
    right = max(text_width(row.remark, points) for row in rows) + 0.1
    width, height = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width,
            (box.bottom + 2.9 * line) / height,
            (box.width - left - right) / width,
            len(rows) * panel.lines * line / height,
        )
    )
    for place, row in enumerate(rows):
        assert row.draw is not None
        row.draw(axes, place, points)
        axes.annotate(
            row.remark,
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(4, 0),
            textcoords="offset points",
            va="center_baseline",
            fontsize=points,
            parse_math=False,
        )
    axes.set_yticks(
        range(len(rows)),
        [row.label for row in rows],
        fontsize=points,
        linespacing=1.05,
        parse_math=False,
    )
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=points, pad=1.5, length=2)
    plot = box.width - left - right
    divide(axes, panel.unit, panel.bounds, plot, points=points, most=4)
    axes.text(
        -left / plot,
        1 + 0.45 / (len(rows) * panel.lines),
        wrap(panel.title, box.width, points, bold=True, lines=1)[0],
        transform=axes.transAxes,
        fontweight="bold",
        fontsize=points,
        parse_math=False,
    )
    foot = wrap(panel.absent, box.width, points, lines=1)
    figure.text(
        box.left / width,
        (box.bottom + 2.9 * line - (4 + 2.3 * points) / 72) / height,
        foot[0] if foot else "",
        fontsize=points,
        color=NEUTRAL,
        parse_math=False,
    )
