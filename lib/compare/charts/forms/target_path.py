"""The path of targets: every printed value of an indicator over the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.boundary import (
    about,
    axis_words,
    by_region,
    check_any,
    named_rows,
    natural_bounds,
    observed_rows,
    only,
    unit_words,
    usable,
    with_values,
    with_words,
)
from compare.charts.capacity import most_that_fit, rest_height, say_at_foot, sizes_of_text
from compare.charts.chart import Chart, Native, Series, read_out
from compare.charts.choosing import first_regions
from compare.charts.comparing import rows_compare
from compare.charts.keys import file_key
from compare.charts.labelled_rows import WHOLE, divide, fold, tick_in_words
from compare.charts.layout import Box, Words, text_width
from compare.charts.legend import Entry, draw_legend, entries, in_words
from compare.charts.marks import (
    CHANGE,
    MARKS,
    PLANNED,
    REFERENCE,
    begins_way,
    draw_change,
    draw_interval,
    draw_limit,
    draw_planned,
    marks_of,
    other_style,
)
from compare.charts.office.series import interval_series, office_has
from compare.charts.remarks import (
    absent_in_words,
    close_reasons,
    few_of,
    limit_in_words,
    scope_in_words,
)
from compare.charts.style import (
    GREY,
    NEUTRAL,
    PALETTE,
    Look,
    ink,
    least_text,
    region_looks,
    size_named,
)
from compare.charts.subjects import Subject
from compare.charts.titles import PATHS, finding_or_name, name_over, years_in_words
from compare.comparisons.attainment import attainment
from compare.comparisons.comparability import BREAK
from compare.finding.facts import Facts
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import bracketed, clauses, moment, read_aloud, reason_names, sentences
from compare.wording.references import source_line
from compare.wording.values import is_missing, value_in_words

PLACE = 50
"""Its place among the forms of a subject."""

FIRST_YEAR, LAST_YEAR = 2020, 2030
"""Years that every path of plans shows, so that paths can be laid side by side."""

_APART = 0.14
"""Space, in years, between the marks of one year."""

_SPREAD = 0.7
"""Most years that the marks of one year take together: none comes near another year."""

_SPAN = LAST_YEAR - FIRST_YEAR
"""Of fewer years, which lie further apart, marks stand as much nearer to their own."""

_LABEL_STEP = 1.3
"""Height of a name at the right over its size."""

_MOST_LABEL = 0.4
"""Most of the width that the names at the right take."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the path of an indicator with values for several years; of years there is none."""
    if subject.kind != "indicator" or subject.observed["unit"].iloc[0] == "year":
        return
    rows = usable(subject.observed)
    if rows["year"].nunique() > 1 and rows_compare(rows, subject.evidence):
        yield target_path(
            subject.observed,
            subject.covered,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def target_path(
    observations: Any,
    coverage: Any = None,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw the actuals and targets of one indicator over the years.

    Where an outcome is known of a plan, it stands beside the straight line from the plan's
    base to its target.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(indicator=…)``; main figures that are more than a
        proxy are drawn.
    coverage : frame, optional
        Rows of :func:`compare.coverage`: the note then says who states nothing, and why.
    evidence : Evidence, optional
        Names, looks, sources and reasons: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, where many pictures are made of them: nothing is then
        compared twice for a title.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.

    Examples
    --------
    >>> import pandas as pd
    >>> plan = pd.DataFrame({
    ...     "region": "a", "indicator": "x", "direction": "higher", "unit": "%",
    ...     "kind": ["actual", "actual", "target"], "year": [2020, 2023, 2025],
    ...     "value": [40.0, 47.0, 50.0], "lo": [40.0, 47.0, 50.0], "hi": [40.0, 47.0, 50.0],
    ... })
    >>> target_path(plan, lang="en").words.title
    'x: a on pace in 2023'
    """
    check_lang(lang)
    size_named(size)
    rows, known = observed_rows(observations, evidence)
    rows = by_region(usable(rows), "year", "kind")
    check_any(with_values(rows), "values", "give it observations that state any")
    indicator = only(rows, "indicator")
    absent = _absent(coverage, indicator, rows, known, lang)
    looks = region_looks(known, rows["region"])
    marked = with_words(rows, known)
    plans = _plans(rows, known)
    limits = _standards(rows, known)
    years, span = years_in_words(rows["year"], lang), _span(rows, known)
    title = finding_or_name(
        rows,
        PATHS,
        name_over(str(rows.iloc[0][f"indicator_{lang}"]), rows["year"], lang),
        evidence=known,
        facts=facts,
        lang=lang,
    )
    order = first_regions(rows, title, lang)
    return Chart(
        key=file_key(f"path-{indicator}", lang),
        form="target_path",
        lang=lang,
        size=size,
        words=Words(
            title=title,
            subtitle=say("comma", lang).join(filter(None, [years, axis_words(rows, lang)])),
            note=_note(rows, absent, known, lang, apart=True),
            source=source_line(known.sources(rows["figure"]), lang, limits=limits),
        ),
        alt=_alt(title, marked, limits, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(
            figure, box, points, marked, plans, limits, looks, lang, span, order
        ),
        plot_height=max(26, min(rows["region"].nunique(), MOST_REGIONS) * 2 * _LABEL_STEP + 6),
        about=about(rows, rows["figure"]),
        native=_native(
            marked,
            plans,
            limits,
            looks,
            lang,
            _office_note(marked, plans, limits, absent, known, lang),
        ),
    )


def _span(rows: pd.DataFrame, known: Evidence) -> tuple[int, int]:
    """Return the years that are shown: those of plans, or of a table those that it has."""
    first, last = int(rows["year"].min()), int(rows["year"].max())
    planned = (rows["kind"] == "target").any() and not known.of_tables
    if known.of_texts or planned:
        return min(FIRST_YEAR, first), max(LAST_YEAR, last)
    return first, last


Plan = tuple[tuple[float, float], tuple[float, float]]
"""Years and values of the base of a plan and of its target."""


def _plans(rows: pd.DataFrame, known: Evidence) -> dict[str, list[Plan]]:
    """Return the plans of each region that has an outcome of one.

    A target that its base meets already is a floor to keep, and no line leads down to it; nor
    does one lead over a break.
    """
    actual = rows[rows["kind"] == "actual"].groupby("region")["year"].nunique()
    some = rows[rows["region"].isin(actual.index[actual > 1])]
    if not (some["kind"] == "target").any():
        return {}
    directed = some["direction"].isin(["higher", "lower"]).all()
    judged = attainment(some, direction=None if directed else "neutral", evidence=known)
    numbers = ["base_year", "base_value", "target_year", "target_value"]
    judged = judged[judged["region"].isin(judged.loc[judged["outcome_year"].notna(), "region"])]
    plans: dict[str, list[Plan]] = {region: [] for region in judged["region"]}
    for row in records(judged.dropna(subset=numbers)):
        base = {name: row[f"base_{name}"] for name in ("lo", "hi", "value")}
        if "met-when-set" in reason_names(row["reasons"]) or not begins_way(base):
            continue
        years, values = (
            (float(row[f"base_{name}"]), float(row[f"target_{name}"])) for name in ("year", "value")
        )
        plans.setdefault(row["region"], []).append((years, values))
    return plans


def _standards(rows: pd.DataFrame, known: Evidence) -> list[dict[str, Any]]:
    """Return the standards that always stand, but for those of which each of several must keep."""
    first = rows.iloc[0]
    limits = known.benchmarks_of(first["indicator"], int(first["year"]), str(first["kind"]))
    return [row for row in limits if row["kind"] == "standard" and row.get("each") is not True]


def _absent(coverage: Any, indicator: str, rows: pd.DataFrame, known: Evidence, lang: Lang) -> str:
    """Return which regions state nothing that is drawn, and why; nothing without coverage."""
    if coverage is None:
        return ""
    covered, _ = named_rows(coverage, known)
    covered = covered[covered["indicator"] == indicator]
    return absent_in_words(covered[~covered["region"].isin(rows["region"])], lang)


def _note(rows: pd.DataFrame, absent: str, known: Evidence, lang: Lang, *, apart: bool) -> str:
    """Explain the marks; Office does not move those of one year apart."""
    moved = say("target-path-apart", lang) if apart and _share_years(rows) else ""
    reasons = close_reasons(rows, rows["figure"], known, lang)
    return sentences([moved, absent, _broken(rows, lang), reasons], lang)


def _broken(rows: pd.DataFrame, lang: Lang) -> str:
    """Say before which values lines break off, because nobody knows whether they go on."""
    after = [row for row in records(rows) if row.get(BREAK) is True]
    first = [of_region[0] for of_region in grouped(after, "region").values()]  # by year
    names = [f"{row[f'region_{lang}']} {moment(row, lang)}" for row in first]
    return about_words(say("target-path-break", lang), few_of(names, lang), lang) if names else ""


def _office_note(
    rows: pd.DataFrame,
    plans: dict[str, list[Plan]],
    limits: list[dict[str, Any]],
    absent: str,
    known: Evidence,
    lang: Lang,
) -> str:
    """Return the note beside an Office chart, which has no legend."""
    marks = in_words(_legend(rows, plans, limits, lang), lang)
    return sentences([marks, _note(rows, absent, known, lang, apart=False)], lang)


def _stated(row: dict[str, Any], lang: Lang) -> str:
    doubt = bracketed(say("small-multiples-break", lang), lang) if row.get(BREAK) is True else ""
    return f"{moment(row, lang)}{doubt} {_scoped(read_aloud(row, lang), row, lang)}"


def _scoped(value: str, row: dict[str, Any], lang: Lang) -> str:
    """Return a value with the scope that it is of, where that is each county."""
    scope = scope_in_words(row, lang)
    return f"{value}{bracketed(scope, lang)}" if scope else value


def _alt(title: str, rows: pd.DataFrame, limits: list[dict[str, Any]], lang: Lang) -> str:
    parts = [f"{row[f'region_{lang}']} {_stated(row, lang)}" for row in records(rows)]
    parts += [limit_in_words(limit, lang) for limit in limits]
    return sentences([title, clauses(read_out(parts), lang)], lang)


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    rows: pd.DataFrame,
    plans: dict[str, list[Plan]],
    limits: list[dict[str, Any]],
    looks: dict[str, Look],
    lang: Lang,
    span: tuple[int, int],
    order: Sequence[str],
) -> None:
    box = draw_legend(figure, box, points, _legend(rows, plans, limits, lang))
    every, least = rows, least_text(points)
    rows, box = _told_apart(figure, box, points, every, order, lang)
    rest = every[~every["region"].isin(rows["region"])]
    looks = _looks(rows, rest, looks)
    ends = [_end_label(row, lang) for row in _lasts(rows)]
    fits = [size for size in sizes_of_text(points) if _hold(ends, box, size)] or [least]
    size = fits[0]
    labels = [fold(end, box.width * _MOST_LABEL, size, bold=True) for end in ends]
    unit = str(only(rows, "unit"))
    right = size * 2.4 / 72 + max(
        text_width(line, size, bold=True) for label in labels for line in label.split("\n")
    )
    left = _left(rows, unit, least, lang)
    width_in, height_in = figure.get_size_inches()
    axes = figure.add_axes(
        (
            (box.left + left) / width_in,
            (box.bottom + 2.2 * points / 72) / height_in,
            (box.width - left - right) / width_in,
            (box.height - _AXIS * points / 72) / height_in,
        )
    )
    shifts = _shifts(rows, span)
    for _, group in rest.groupby("region", sort=False):
        _draw_grey(axes, records(group), points)
    for region, group in rows.groupby("region", sort=False):
        name = str(region)
        of_region = plans.get(name)
        _series(axes, records(group), of_region, looks[name], points, shifts[name])
    for limit in limits:
        draw_limit(axes, float(limit["value"]), upright=True)
    axes.grid(axis="y")
    axes.grid(False, axis="x")
    year = text_width(" 2020 ", least)
    most = max(2, min(11, int((box.width - left - right) / year) - 1))
    first, last = span
    located = MaxNLocator(integer=True, nbins=most, steps=[1, 2, 5, 10]).tick_values(first, last)
    axes.set_xticks([year for year in located if first <= year <= last])
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
    axes.set_xlim(first - 0.5, last + 0.5)
    axes.tick_params(labelsize=least)
    height = axes.get_position().height * height_in
    divide(axes, unit, natural_bounds(rows), height, points=least, lang=lang, side="y")
    _label_ends(axes, rows, looks, labels, size)


def _told_apart(
    figure: Figure, box: Box, points: float, rows: pd.DataFrame, order: Sequence[str], lang: Lang
) -> tuple[pd.DataFrame, Box]:
    """Return the rows of the regions that have a colour and a name, and the room for them.

    All, where they are few and their names have room; else those that come first, and of the
    others a sentence says that they are grey.
    """
    ends = {row["region"]: _end_label(row, lang) for row in _lasts(rows)}
    if len(ends) <= MOST_REGIONS and any(
        _hold([*ends.values()], box, size) for size in sizes_of_text(points)
    ):
        return rows, box
    room, least = replace(box, height=box.height - rest_height(points)), least_text(points)
    shown = most_that_fit(
        min(len(ends), MOST_REGIONS),
        lambda count: _hold([ends[region] for region in order[:count]], room, least),
    )
    box = say_at_foot(figure, box, points, say("rest-grey", lang, shown=shown, of=len(ends)))
    return rows[rows["region"].isin(order[:shown])], box


MOST_REGIONS = len(PALETTE)
"""Regions that one picture tells apart at a glance: each has a colour of its own."""

_OFFICE_REGIONS = 2 * MOST_REGIONS
"""Regions that an Office chart shows: it is for those who move and colour its lines."""


def _looks(rows: pd.DataFrame, rest: pd.DataFrame, looks: dict[str, Look]) -> dict[str, Look]:
    """Return the looks of the regions that are told apart: of too many, all had the same."""
    alike = len({look.colour for look in looks.values()}) == 1
    return region_looks(Evidence(), rows["region"]) if len(rest) and alike else looks


def _draw_grey(axes: Axes, rows: list[dict[str, Any]], points: float) -> None:
    """Draw a region among which others stand out: its way, or its values where it has none."""
    joined = _joined(rows, None)
    for dots in joined:
        years, values = _points(dots)
        axes.plot(years, values, color=GREY, linewidth=0.8, alpha=0.6, zorder=1.5)
    if not joined:
        for row in rows:
            axes.plot([row["year"]], [_height(row)], **other_style(points))


_AXIS = 2.9
"""Lines of text below the plot, and the space above it."""


def _hold(ends: list[str], box: Box, points: float) -> bool:
    """Tell whether a column beside the plot holds the names at its right end."""
    labels = [fold(end, box.width * _MOST_LABEL, points, bold=True) for end in ends]
    lines = 1 + max(label.count("\n") for label in labels)
    return len(ends) * lines * _LABEL_STEP * points <= box.height * 72 - _AXIS * points


def _left(rows: pd.DataFrame, unit: str, points: float, lang: Lang) -> float:
    """Return the room for the numbers at the left axis: as wide as the widest value."""
    values = [row[name] for name in ("value", "lo", "hi") for row in records(rows)]
    known = [abs(float(value)) for value in values if not is_missing(value)]
    longest = tick_in_words(-round(max(known, default=0.0)), unit, lang)
    return max(text_width(longest, points), text_width("−100.5", points)) + 0.12


def _legend(
    rows: pd.DataFrame, plans: dict[str, list[Plan]], limits: list[dict[str, Any]], lang: Lang
) -> list[Entry]:
    """Name the marks of the values, of the way between them and of the way that was planned."""
    every = records(rows)
    joined = any(
        _joined(of_one, plans.get(str(region)))
        for (region,), of_one in grouped(every, "region").items()
    )
    drawn = {*marks_of(every), *([CHANGE] if joined else [])}
    drawn |= {PLANNED} if any(plans.values()) else set()
    said = entries([mark for mark in MARKS if mark in drawn], lang)
    return said + [Entry(limit_in_words(limit, lang), REFERENCE) for limit in limits]


def _shifts(rows: pd.DataFrame, span: tuple[int, int]) -> dict[str, float]:
    """Return how far the marks of each region stand from their year, so that none is hidden."""
    regions = list(dict.fromkeys(rows["region"]))
    middle = (len(regions) - 1) / 2
    apart = min(_APART, _SPREAD / max(middle * 2, 1)) if _share_years(rows) else 0.0
    apart *= min(1.0, (span[1] - span[0]) / _SPAN)
    return {region: (place - middle) * apart for place, region in enumerate(regions)}


def _share_years(rows: pd.DataFrame) -> bool:
    """Tell whether several regions print a value for one year."""
    return bool((rows.groupby("year")["region"].nunique() > 1).any())


def _joined(rows: list[dict[str, Any]], plans: list[Plan] | None) -> list[list[dict[str, Any]]]:
    """Return what one line joins: two values or more on one side of a break.

    Where plans have outcomes, these alone are joined; no outcome that only lies beyond a number.
    """
    dots = [
        row
        for row in rows
        if not is_missing(row["value"])
        and (begins_way(row) if row["kind"] == "actual" else plans is None)
    ]
    return [side for side in _sides(dots) if len(side) > 1]


def _series(
    axes: Axes,
    rows: list[dict[str, Any]],
    plans: list[Plan] | None,
    look: Look,
    points: float,
    shift: float,
) -> None:
    for (start, end), values in plans or []:
        draw_planned(axes, (start + shift, end + shift), values, look)
    for dots in _joined(rows, plans):
        years, values = zip(*((row["year"] + shift, row["value"]) for row in dots), strict=True)
        draw_change(axes, years, values, look, width=1.4)
    for row in rows:
        draw_interval(axes, row["year"] + shift, row, look, points, upright=True)


def _sides(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return what lies before a break, and what after it."""
    sides = ([row for row in rows if (row.get(BREAK) is True) is after] for after in (False, True))
    return [side for side in sides if side]


def _lasts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the last value of each region: where its name is written.

    Of what was planned for a year and what came, it is what came.
    """
    ordered = rows.assign(_came=rows["kind"] == "actual").sort_values(
        ["year", "_came"], kind="stable"
    )
    last = ordered.groupby("region", sort=False).tail(1).index
    lasts: list[dict[str, Any]] = records(rows.loc[rows.index.isin(last)])
    return lasts


def _end_label(row: dict[str, Any], lang: Lang) -> str:
    return f"{row[f'region_{lang}']} {_stated(row, lang)}"


def _label_ends(
    axes: Axes, rows: pd.DataFrame, looks: dict[str, Look], labels: list[str], points: float
) -> None:
    """Write names at the right edge, moved apart so that none covers another."""
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    height = axes.get_position().height * figure.get_figheight() * 72
    lo, hi = axes.get_ylim()
    named = sorted(zip(_lasts(rows), labels, strict=True), key=lambda pair: _height(pair[0]))
    lines = 1 + max(label.count("\n") for label in labels)
    step = points * _LABEL_STEP * lines * (hi - lo) / height
    places: list[float] = []
    for row, _ in named:
        place = _height(row)
        places.append(place if not places else max(place, places[-1] + step))
    over = max(0.0, places[-1] - hi) if places else 0.0
    if places and places[0] - over < lo:  # a full column: only those that are too high go down
        over, top = 0.0, hi + step
        for at in reversed(range(len(places))):
            places[at] = top = min(places[at], top - step)
    for (row, label), place in zip(named, places, strict=True):
        look = looks[row["region"]]
        axes.plot(
            [1 + points * 0.9 / 72 / (axes.get_position().width * figure.get_figwidth())],
            [place - over],
            transform=axes.get_yaxis_transform(),
            marker=look.marker,
            markersize=points * 0.6,
            color=look.colour,
            markerfacecolor="white" if row["kind"] == "target" else look.colour,
            clip_on=False,
        )
        axes.annotate(
            label,
            (1, place - over),
            xycoords=("axes fraction", "data"),
            xytext=(points * 1.6, 0),
            textcoords="offset points",
            va="center",
            linespacing=1.05,
            fontsize=points,
            color=ink(look.colour),
            fontweight="bold",
            parse_math=False,
        )


def _height(row: dict[str, Any]) -> float:
    for name in ("value", "lo", "hi"):
        if not is_missing(row[name]):
            return float(row[name])
    return 0.0


def _points(rows: list[dict[str, Any]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the years and the values of some rows."""
    return tuple(float(row["year"]) for row in rows), tuple(float(row["value"]) for row in rows)


def _native(
    rows: pd.DataFrame,
    plans: dict[str, list[Plan]],
    limits: list[dict[str, Any]],
    looks: dict[str, Look],
    lang: Lang,
    note: str,
) -> Native | None:
    """Return a series for each region, for each of its intervals and for each standard."""
    many, worded = rows["region"].nunique() > _OFFICE_REGIONS, bool(rows["worded"].any())
    every = [] if many or worded else records(rows)
    if not every or not office_has(every):
        return None
    series: list[Series] = []
    for (region,), group in grouped(every, "region").items():
        look, name = looks[str(region)], group[0][f"region_{lang}"]
        known = [row for row in group if not is_missing(row["value"])]
        for row in group:
            series += interval_series(row, name, look, float(row["year"]), lang, upright=True)
        if not known:
            return None  # an interval without a number has nothing to write its name beside
        end = f"{name} {_stated(known[-1], lang)}"
        own = plans.get(str(region))
        *before, last = _sides(known)
        if own is not None:  # outcomes of plans have lines of their own, and a label has none
            before, last = [], known
        for number, side in enumerate(before, 1):
            named = f"{name} {number}"
            silent = ("",) * len(side)
            series.append(Series(named, silent, *_points(side), look.colour, "", line="dashed"))
        labels = (*("" for _ in last[1:]), end)
        line = "dashed" if own is None else ""
        series.append(Series(name, labels, *_points(last), look.colour, marker="", line=line))
        for years, values_of in own or []:
            named = f"{name} {say('mark-planned', lang)}"
            series.append(
                Series(named, (), years, values_of, look.colour, marker="", line="dotted")
            )
        for side in [] if own is None else _joined(known, own):
            named = f"{name} {term('path', lang)}"
            series.append(Series(named, (), *_points(side), look.colour, marker="", line="solid"))
        for kind in ("actual", "target"):  # apart, since hollow marks need a series of their own
            some = [row for row in known if row["kind"] == kind]
            values = tuple(
                "" if row is known[-1] else _scoped(value_in_words(row, lang), row, lang)
                for row in some
            )
            hollow = (kind == "target",) * len(some)
            named = f"{name} {term(kind, lang)}"
            series.append(Series(named, values, *_points(some), look.colour, look.marker, hollow))
    span = (float(rows["year"].min()), float(rows["year"].max()))
    for limit in limits:
        height, named = float(limit["value"]), limit_in_words(limit, lang)
        series.append(Series(named, (), span, (height,) * 2, NEUTRAL, marker="", line="dashed"))
    return Native(
        "lines",
        tuple(series),
        unit_words(rows, lang),
        bounds=natural_bounds(rows),
        whole=only(rows, "unit") in WHOLE,
        note=note,
    )
