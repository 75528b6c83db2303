"""Small multiples: the indicators of a theme side by side, each value with its interval."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, product, repeat
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import (
    about,
    chart_rows,
    check_any,
    coverage_rows,
    natural_bounds,
    with_values,
    with_words,
)
from compare.charts.capacity import (
    chosen_in_words,
    most_that_fit,
    rest_height,
    rest_in_words,
    say_at_foot,
    sizes_of_text,
)
from compare.charts.chart import Chart, box_of_marks
from compare.charts.choosing import first_regions
from compare.charts.comparing import compared_indicators
from compare.charts.keys import file_key
from compare.charts.labelled_rows import Bounds, Row, divide, fold
from compare.charts.layout import MARGIN, Box, Words, text_width, wrap
from compare.charts.legend import Entry, above_legend, draw_legend, entries
from compare.charts.marks import REFERENCE, draw_interval, draw_tick, has_bound, marks_of, point_of
from compare.charts.remarks import absent_in_words, close_reasons, inferred_years, scope_in_words
from compare.charts.style import NEUTRAL, Look, Size, least_text, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import name_over, years_in_words
from compare.comparisons.comparability import BREAK
from compare.finding.excerpts import MOST, excerpt, latest_outcomes
from compare.finding.facts import Facts
from compare.finding.fields import as_many
from compare.finding.rows import with_own_unit
from compare.finding.titles import Title, titled
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as about_words
from compare.wording.phrases import (
    bracketed,
    clauses,
    listed,
    moment,
    read_aloud,
    sentences,
    spans_years,
    years_of,
)
from compare.wording.references import benchmark_name, source_line
from compare.wording.values import is_missing, label_in_words, value_in_words

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
    rows = _with_dates_before(rows)
    moved = rows[(rows["use"] == "superseded") & (rows["unit"] == "year")]
    rows = rows[rows["use"] == "main"]
    check_any(with_values(rows), "values", "leave it out")
    every, compared = rows, _compared(_of_own_right(rows))
    leading = [name for name in dict.fromkeys(first) if name in set(compared["indicator"])]
    said = _title(pd.concat([compared, moved]), leading, known, facts, lang)
    rows = compared
    if "_size" in compared:
        rows = excerpt(compared, ["indicator"], ["_size"], ENDS)
    if said is not None:
        leading = list(dict.fromkeys([*leading, *said.indicators]))
    places = {name: place for place, name in enumerate(leading)}
    rows = rows.sort_values(
        "indicator", key=lambda names: names.map(lambda name: places.get(name, len(places))),
        kind="stable",
    )  # fmt: skip
    marked = with_words(rows, known)
    limits = _limits(records(marked), known)
    panels = _panels(marked, _replaced(compared, said), limits, coverage, known, lang)
    order = first_regions(rows, "" if said is None else said.text, lang)
    height = _height_of(_columns(panels, _most_columns(panels, page)))
    is_excerpt = "_size" in compared and len(rows) < len(every)
    told = _Told(compared, rows, marked, is_excerpt, said, limits, known, lang)
    whole = _Drawn(panels, order, len(leading))
    drawn, columns = _drawn(whole, told, size, height)
    if (lower := _height_of(columns)) < height:  # folded labels leave room for more columns
        again, _ = _drawn(whole, told, size, lower)
        if again.newest <= drawn.newest and again.counts >= drawn.counts:
            drawn, height = again, lower
    legend = told.legend(drawn.panels)
    themes = tuple(dict.fromkeys(rows["theme"].dropna()))
    figures = tuple(figure_ids(every["figure"]))
    return Chart(
        key=file_key(f"multiples-{'-'.join(themes) or 'all'}", lang),
        form="small_multiples",
        lang=lang,
        size=size,
        words=told.words(drawn.panels),
        alt=told.alt(drawn),
        data=every,
        plot=lambda figure, box, points: _draw(figure, box, drawn, legend, lang, points),
        plot_height=height,
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


def _with_dates_before(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to each date the year that it was planned for before a newer document moved it."""
    if "superseded_by" not in rows:
        return rows.assign(was=None)
    moved = rows[(rows["unit"] == "year") & (rows["kind"] == "target")]
    years = moved.dropna(subset=["superseded_by"]).set_index("superseded_by")["value"].to_dict()
    return rows.assign(was=rows["figure"].map(years))


def _of_own_right(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows without what is only related, where the region states the thing itself.

    Beside a value of the same year and kind it would read as a second value.
    """
    moment = pd.MultiIndex.from_frame(rows[["region", "indicator", "year", "kind"]])
    related = rows["comparability"] == "proxy"
    return rows[~(related & moment.isin(moment[~related]))]


def _compared(rows: pd.DataFrame) -> pd.DataFrame:
    """Return all rows; of thousands of regions the outcomes of each indicator's last year."""
    if rows["region"].nunique() <= MOST:
        return rows
    latest = latest_outcomes(rows)
    ordered = latest[latest["_size"].notna()]
    return rows if ordered.empty else ordered


def _replaced(rows: pd.DataFrame, said: Title | None) -> set[Any]:
    """Return the outcomes, by their index, whose place a later year's of the others has taken.

    As in a lead, a later year takes the place of one that has about as many regions; but not of
    what the title tells.
    """
    told = set() if said is None else {(one.indicator, one.year) for one in said.told}
    outcomes = rows[rows["kind"] == "actual"]
    replaced: set[Any] = set()
    for name, of_one in outcomes.groupby("indicator"):
        counted = of_one.groupby("year")["region"].nunique()
        for year, regions in counted.items():
            later = counted[counted.index > year]
            is_alike = any(as_many(int(others), int(regions)) for others in later)
            if regions > 1 and is_alike and (name, year) not in told:
                replaced |= set(of_one.index[of_one["year"] == year])
    return replaced


@dataclass(frozen=True)
class _Value(Row):
    """A value, with the index of its row; of no region where the others are held against it.

    It is replaced where a later year has about all regions again.
    """

    region: str | None = None
    row: Any = None
    replaced: bool = False


@dataclass(frozen=True)
class _Panel:
    """The values of one indicator, from top to bottom, with the words beside them."""

    indicator: str
    title: str
    unit: str
    rows: list[_Value]
    absent: str
    bounds: Bounds
    lines: int = 1

    @property
    def regions(self) -> list[str]:
        """The regions whose values it shows."""
        return list(dict.fromkeys(row.region for row in self.rows if row.region is not None))

    def of_regions(self, regions: Sequence[str]) -> _Panel:
        """Return the same with the values of some regions, or of its first if of none of them."""
        shown = [name for name in self.regions if name in regions] or self.regions[:1]
        return replace(self, rows=[row for row in self.rows if row.region in (None, *shown)])

    def newest(self) -> _Panel:
        """Return the same without the values that a later year has again."""
        return replace(self, rows=[row for row in self.rows if not row.replaced])

    def entitled(self, width: float, points: float) -> _Panel:
        """Return the same with its title in as many lines as it needs, two at most."""
        if text_width(self.title, points, bold=True) <= width:
            return self
        lines = wrap(self.title, width, points, bold=True, lines=_LINES_OF_TITLE)
        return replace(self, title="\n".join(lines))

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
    replaced: Collection[Any],
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
        told = [_in_own_unit(row, known) for row in records(ordered)]
        values = [
            _of_region(row, looks, lang, at=at, replaced=at in replaced)
            for at, row in zip(ordered.index, told, strict=True)
        ]
        absent = "" if covered is None else absent_in_words(
            covered[covered["indicator"] == name], lang, proxies=True
        )  # fmt: skip
        panels.append(
            _Panel(
                indicator=str(name),
                title=str(told[0][f"indicator_{lang}"]),
                unit=str(told[0]["unit"]),
                rows=[
                    *values,
                    *(_reference(limit, lang) for limit in limits if limit["indicator"] == name),
                ],
                absent=absent,
                bounds=natural_bounds(group),
            )
        )
    return panels


def _in_own_unit(row: dict[str, Any], known: Evidence) -> dict[str, Any]:
    """Return what is only related in the unit of its own text."""
    return dict(with_own_unit(row, known.words_of(row.get("figure"))))


def _stated(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value as it stands beside its mark; of words without one, that there are words."""
    label = label_in_words(row, lang)
    words_alone = row.get("worded") is True and point_of(row) is None and not has_bound(row)
    no_words = label == value_in_words(row, lang)
    return say("table-in-words", lang) if words_alone and no_words else label


def _of_region(
    row: dict[str, Any], looks: Mapping[str, Look], lang: Lang, *, at: Any, replaced: bool
) -> _Value:
    stated = _stated(row, lang)
    return _Value(
        _row_label(row, lang),
        stated,
        lambda axes, y, points: draw_interval(axes, y, row, looks[row["region"]], points),
        aloud=read_aloud(row, lang) if stated == label_in_words(row, lang) else stated,
        region=row["region"],
        row=at,
        replaced=replaced,
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


@dataclass(frozen=True)
class _Told:
    """What the words around the panels are made of; they speak of the panels that are drawn.

    Attributes
    ----------
    compared : pandas.DataFrame
        The rows of which the title tells.
    rows, marked : pandas.DataFrame
        Those of all panels, also with their words.
    is_excerpt : bool
        Whether these are a few of many regions.
    said : Title or None
        What is found of the rows.
    limits : sequence of dict
        What values are held against.
    known : Evidence
        Names, sources and grades.
    lang : {"zh", "en"}
        Language.
    """

    compared: pd.DataFrame
    rows: pd.DataFrame
    marked: pd.DataFrame
    is_excerpt: bool
    said: Title | None
    limits: Sequence[dict[str, Any]]
    known: Evidence
    lang: Lang

    def words(self, panels: Sequence[_Panel]) -> Words:
        """Return title, subtitle, note and source of some panels."""
        lang, rows = self.lang, self._of(self.rows, panels)
        theme, shown = _theme(rows, lang), {panel.indicator for panel in panels}
        title = self.title(panels)
        counted = _counted(len(panels), self.rows["indicator"].nunique(), lang)
        described = (theme if theme != title else "", counted, years_in_words(rows["year"], lang))
        regions = self.compared["region"].nunique()
        note = [
            say("rest-ends", lang, ends=ENDS, of=regions) if self.is_excerpt else "",
            say("small-multiples-note", lang),
            close_reasons(rows, rows["figure"], self.known, lang, most=3),
            inferred_years(rows, self.known, lang),
        ]
        limits = [limit for limit in self.limits if limit["indicator"] in shown]
        return Words(
            title=title,
            subtitle=say("comma", lang).join(filter(None, described)),
            note=sentences(note, lang),
            source=source_line(self.known.sources(rows["figure"]), lang, limits=limits),
        )

    def alt(self, drawn: _Drawn) -> str:
        """Return what stands for the picture: the values of its panels, and how many it lacks."""
        lang, theme = self.lang, _theme(self._of(self.rows, drawn.panels), self.lang)
        counted = {"n": len(drawn.panels)}
        if theme:
            parts = [say("small-multiples-alt", lang, theme=theme, **counted)]
        else:
            parts = [say("count-indicators", lang, **counted)]
        for panel in drawn.panels:
            values = [f"{row.label} {row.heard}" for row in panel.rows]
            parts.append(about_words(panel.title, clauses(values, lang), lang))
        return sentences([*parts, *drawn.left_out(lang)], lang)

    def title(self, panels: Sequence[_Panel]) -> str:
        """Return what is found of all rows, or, where the picture lacks some of it, of its own."""
        lang, said = self.lang, self.said
        if said is None:
            return _name(self.compared, lang)
        shown = {panel.indicator for panel in panels}
        if shown >= {*said.indicators} or not said.indicators:
            return said.text
        own = self.compared[self.compared["indicator"].isin(shown)]
        less = titled(own, kinds=_TELLING, evidence=self.known, lang=lang)
        return _name(own, lang) if less is None else less.text

    def legend(self, panels: Sequence[_Panel]) -> list[Entry]:
        """Return what the marks of some panels mean."""
        legend = entries(marks_of(records(self._of(self.marked, panels))), self.lang)
        if any(row.region is None for panel in panels for row in panel.rows):
            legend += entries([REFERENCE], self.lang)
        return legend

    @staticmethod
    def _of(rows: pd.DataFrame, panels: Sequence[_Panel]) -> pd.DataFrame:
        """Return the rows whose values some panels show."""
        shown = {row.row for panel in panels for row in panel.rows if row.region is not None}
        return rows[rows.index.isin(shown)]


def _counted(shown: int, of: int, lang: Lang) -> str:
    """Return how many indicators there are, or how many of them are shown."""
    if shown == of:
        return say("count-indicators", lang, n=of)
    return say("small-multiples-shown", lang, shown=shown, n=of)


def _name(rows: pd.DataFrame, lang: Lang) -> str:
    """Return what the panels are of: one indicator, or a theme."""
    if rows["indicator"].nunique() == 1:
        return name_over(str(rows[f"indicator_{lang}"].iloc[0]), rows["year"], lang)
    return _theme(rows, lang) or say("small-multiples-title", lang)


def _theme(rows: pd.DataFrame, lang: Lang) -> str:
    return listed(list(dict.fromkeys(rows[f"theme_{lang}"].dropna())), lang)


def _row_label(row: Mapping[str, Any], lang: Lang) -> str:
    """Return who and when, and what keeps the value from being compared with the others."""
    marks = [say("small-multiples-proxy", lang)] if row["comparability"] == "proxy" else []
    marks += filter(None, [scope_in_words(row, lang)])
    marks += [say("small-multiples-break", lang)] * (row.get(BREAK) is True)
    marks += [years_of(row, lang)] * spans_years(row)
    if not is_missing(row["was"]):
        marks.append(say("finding-date-was", lang, years=str(int(row["was"]))))
    label = f"{row[f'region_{lang}']} {moment(row, lang)}"
    return label + (bracketed(listed(marks, lang), lang) if marks else "")


@dataclass(frozen=True)
class _Layout:
    """Panels in columns, with the size of their text and the height of a line of a row."""

    columns: list[list[_Panel]]
    points: float
    line: float


@dataclass(frozen=True, eq=False)
class _Drawn:
    """What a box holds of some panels.

    Attributes
    ----------
    every : list of _Panel
        All of them, with all their values.
    order : sequence of str
        The regions, in the order in which they are given room.
    leading : int
        Panels at the head that are never left out.
    newest : bool
        Whether the values that a later year has again are left out.
    count, regions : int, optional
        How many panels and regions are drawn; None for all.
    """

    every: list[_Panel]
    order: Sequence[str]
    leading: int
    newest: bool = False
    count: int | None = None
    regions: int | None = None

    @property
    def panels(self) -> list[_Panel]:
        """The panels that are drawn, with the values that are."""
        some = self.every[: self.count]
        if self.newest:
            some = [panel.newest() for panel in some]
        if self.regions is None:
            return some
        return [panel.of_regions(self.order[: self.regions]) for panel in some]

    def left_out(self, lang: Lang) -> list[str]:
        """Return, of what some are left out, how many are shown of how many."""
        said = []
        if self.count is not None:
            said.append(rest_in_words(self.count, len(self.every), "indicators", lang))
        if self.regions is not None:
            said.append(chosen_in_words(self.regions, len(self.order), lang))
        return [*said, say("rest-newest", lang)] if self.newest else said

    @property
    def with_newest(self) -> _Drawn:
        """The same without what a later year has again; itself where there is none."""
        some = any(row.replaced for panel in self.panels for row in panel.rows)
        return replace(self, newest=True) if some else self

    def of(self, count: int, regions: int) -> _Drawn:
        """Return the same with so many panels and regions."""
        return replace(
            self,
            count=None if count == len(self.every) else count,
            regions=None if regions == len(self.order) else regions,
        )

    @property
    def counts(self) -> tuple[int, int]:
        """How many panels and how many regions are drawn."""
        count = len(self.every) if self.count is None else self.count
        return count, len(self.order) if self.regions is None else self.regions


def _drawn(
    whole: _Drawn, told: _Told, size: str, plot_height: float
) -> tuple[_Drawn, list[list[_Panel]]]:
    """Return the panels that a page holds beside the words about these very panels, in columns.

    Words and picture share the page: fewer panels have fewer sources below them, which leaves
    more room. So the page is tried out with the words of all, then with those of what it held,
    until it holds all that its words speak of. Where the chart is drawn anew in less room (on a
    telephone, on a slide), more is left out, and the sentence below the marks counts it.
    """
    drawn = whole
    points = size_named(size).text
    while True:
        box = box_of_marks(told.words(drawn.panels), size, plot_height)
        box = above_legend(box, points, told.legend(drawn.panels))
        held, layout, _ = _that_fit(drawn, box, points, told.lang)
        if (held.counts, held.newest) == (drawn.counts, drawn.newest):
            return held, layout.columns
        drawn = held


def _draw(
    figure: Figure,
    box: Box,
    drawn: _Drawn,
    legend: list[Entry],
    lang: Lang,
    points: float,
) -> None:
    """Draw the panels in as many columns as leave their text largest."""
    box = draw_legend(figure, box, points, legend)
    held, layout, room = _that_fit(drawn, box, points, lang)
    for said in held.left_out(lang):
        box = say_at_foot(figure, box, points, said)
    box = room
    width = (box.width + _BETWEEN) / len(layout.columns)
    for place, column in enumerate(layout.columns):
        top = box.bottom + box.height
        for panel in column:
            height = _rows_needed([panel]) * layout.line
            left = box.left + place * width
            where = Box(left, top - height, width - _BETWEEN, height)
            _draw_panel(figure, where, panel, layout, lang)
            top -= height


def _that_fit(most: _Drawn, box: Box, points: float, lang: Lang) -> tuple[_Drawn, _Layout, Box]:
    """Return what of some panels a box holds, how it stands there, and the room for it.

    First what a later year has again is left out, then the last panels, before any region or
    reference of the others is; the leading ones stay, with fewer regions if need be. This alone
    decides what is drawn: the words ask it and the drawing does.
    """
    for drawn in dict.fromkeys([most, most.with_newest]):
        room = _above(box, points, len(drawn.left_out(lang)))
        for narrow, size in product(_NARROWEST, sizes_of_text(points)):
            if (layout := _laid_out(drawn.panels, room, size, narrow)) is not None:
                return drawn, layout, room
    size, most = least_text(points), most.with_newest
    tight = _above(box, points, 2 + most.newest)  # of panels, of regions, and of years

    def fits(count: int, regions: int) -> bool:
        return _laid_out(most.of(count, regions).panels, tight, size, _NARROWEST[-1]) is not None

    panels, regions = most.counts
    few = min(_FEW, regions)
    count = most_that_fit(panels, lambda n: fits(n, few))
    if count < most.leading:
        count = max(count, most_that_fit(min(most.leading, panels), lambda n: fits(n, 1)))
    held = most.of(count, most_that_fit(regions, lambda n: fits(count, n)))
    room = _above(box, points, len(held.left_out(lang)))
    layout = _laid_out(held.panels, room, size, _NARROWEST[-1])
    return held, layout or _Layout([held.panels], size, size * _TIGHT / 72), room


def _above(box: Box, points: float, lines: int) -> Box:
    """Return what so many sentences at the foot of a box leave of it."""
    taken = lines * rest_height(points)
    return Box(box.left, box.bottom + taken, box.width, box.height - taken)


_FEW = 5
"""Regions that every panel shows before panels are left out."""


def _laid_out(panels: list[_Panel], box: Box, points: float, narrowest: float) -> _Layout | None:
    """Return the panels in the lowest columns that hold text of a size; None where none do."""
    for count in range(min(len(panels), _MOST), 0, -1):
        width = (box.width + _BETWEEN) / count - _BETWEEN
        whole = [panel.entitled(width, points) for panel in panels]
        some = [
            panel
            if _text_need(panel, points, narrowest) <= width
            else panel.folded(width, points, narrowest)
            for panel in whole
        ]
        too_narrow = width < _FOLDED and some != whole
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


def _height_of(columns: Sequence[list[_Panel]]) -> float:
    """Return the height of columns, in lines of text, with room for a sentence below them."""
    return _TIGHT * 1.4 * max(map(_rows_needed, columns)) + 2


def _rows_needed(panels: list[_Panel]) -> float:
    return sum(len(panel.rows) * panel.lines + panel.title.count("\n") + _FRAME for panel in panels)


def _most_columns(panels: list[_Panel], page: Size) -> int:
    """Return how many columns there is room for on a page with the least text."""
    need = max(_text_need(panel, least_text(page.text), _NARROWEST[0]) for panel in panels)
    return min(len(panels), max(1, int((page.width - 2 * MARGIN + _BETWEEN) / (need + _BETWEEN))))


def _columns(panels: list[_Panel], count: int) -> list[list[_Panel]]:
    """Share the panels out to columns, in their order, the highest as low as can be."""
    heights = [_rows_needed([panel]) for panel in panels]
    steps = repeat(_STEP, int(sum(heights) / _STEP) + 1)
    tried = [*accumulate(steps, initial=max(heights))]  # the last one holds all in one column
    fits = bisect_left(tried, True, key=lambda most: len(_filled(panels, heights, most)) <= count)
    return _filled(panels, heights, tried[fits])


_STEP = 0.5
"""By how much higher columns are tried out, in rows."""


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
    title = max(text_width(line, points, bold=True) for line in panel.title.split("\n"))
    return max(
        min(title, _WIDEST_WORDS),
        _widest_label(panel, points) + _beside_labels(panel, points, narrowest),
    )


def _beside_labels(panel: _Panel, points: float, narrowest: float) -> float:
    values = max(text_width(row.remark, points) for row in panel.rows)
    return values + 0.2 + narrowest * points / 8


def _widest_label(panel: _Panel, points: float) -> float:
    lines = (line for row in panel.rows for line in row.label.split("\n"))
    return max(text_width(line, points) for line in lines)


_WIDEST_WORDS = 2.8
"""Width, in inches, beyond which no title makes a column wider: it takes a second line."""

_LINES_OF_TITLE = 2
"""What is longer is shortened."""

_MOST = 4
"""Most columns."""

_BETWEEN = 0.2
"""Space between columns, in inches."""

_TIGHT = 1.3
"""Height of a row over the size of its text, where there is little room."""

_NARROWEST = (0.9, 0.6, 0.45)
"""Narrowest plots, in inches, with text of 8 points: at first, and before any is left out."""


def _draw_panel(figure: Figure, box: Box, panel: _Panel, layout: _Layout, lang: Lang) -> None:
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
    divide(axes, panel.unit, panel.bounds, plot, points=points, lang=lang, most=4)
    axes.text(
        -left / plot,
        1 + 0.45 / (len(rows) * panel.lines),
        panel.title,
        transform=axes.transAxes,
        va="bottom" if "\n" in panel.title else "baseline",
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
