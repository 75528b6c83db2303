"""The region profile: how far a region is from the best, indicator by indicator.

Every row runs to the left from its best value, by the unit of its differences, and all rows
of a unit have one scale with numbers: half a point is as wide in one row as in another. What
has no unit is of no common measure, and has a scale of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.boundary import about, chart_rows, with_words
from compare.charts.capacity import rest_height, rest_in_words, say_rest, sizes_of_text
from compare.charts.chart import Chart, box_of_marks
from compare.charts.keys import file_key
from compare.charts.labelled_rows import (
    WHOLE,
    Row,
    Sides,
    axis_height,
    draw_block,
    fold_sides,
    lines_needed,
    number_ticks,
    tick_points,
)
from compare.charts.layout import Box, Words, text_width
from compare.charts.legend import Entry, above_legend, draw_legend, entries
from compare.charts.marks import (
    OTHERS,
    REFERENCE,
    draw_interval,
    draw_others,
    draw_tick,
    marks_of,
    point_marks,
)
from compare.charts.remarks import close_reasons, few_of, why_missing
from compare.charts.sides import RIGHT, FromBest, side_in_words
from compare.charts.style import Look, least_text, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import OF_REGION, finding_or_name, name_at
from compare.comparisons.comparability import BREAK
from compare.comparisons.gap_values import unit_of
from compare.errors import unknown
from compare.finding.facts import Facts
from compare.finding.profiles import standing
from compare.finding.rows import check_made_by, region_key
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, merged, moment, read_aloud, reason_names, sentences
from compare.wording.references import source_line
from compare.wording.values import axis_unit, is_missing, label_in_words, value_in_words

PLACE = 70
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield a region among the others at a moment, where it has a rank in anything."""
    if subject.kind != "region-moment":
        return
    ranked = subject.ranked
    if ranked.loc[ranked["region"] == subject.region, "rank_best"].notna().any():
        yield region_profile(
            ranked,
            subject.region,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def region_profile(
    ranked: Any,
    region: str,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "page",
) -> Chart:
    """Draw one region among the others, indicator by indicator.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for one year and kind, any indicators. Those that
        have a direction and that the region prints are drawn.
    region : str
        The region, by any name.
    evidence : Evidence, optional
        Names, looks, sources, reasons and benchmarks: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, where many pictures are made of them: nothing is then
        compared twice for a title.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.

    Raises
    ------
    UnknownValueError
        If the region has no row.
    """
    check_lang(lang)
    size_named(size)
    everyone, known = chart_rows(ranked, evidence, by_code=False)
    check_made_by("rankings", everyone)
    region = region_key("region", region, (everyone,), known)
    if region not in set(everyone["region"]):
        raise unknown("region", region, dict.fromkeys(everyone["region"]))
    own = everyone[
        (everyone["region"] == region)
        & (everyone["direction"] != "neutral")
        & (everyone["lo"].notna() | everyone["hi"].notna())
    ]
    shown = everyone[everyone["indicator"].isin(own["indicator"])]
    name = everyone.loc[everyone["region"] == region, f"region_{lang}"].iloc[0]
    looks = region_looks(known, everyone["region"])
    spines = _spines(own, shown, known)
    spines = [spine for spine in spines if spine.compares]
    widest = {spine.scale: 0.0 for spine in spines}
    for spine in spines:
        widest[spine.scale] = max(widest[spine.scale], spine.reach)
    drawn = [_row(spine, widest[spine.scale], shown, looks, lang) for spine in spines] or [
        Row("—", reason=say("region-profile-nothing", lang))
    ]
    legend = _legend(spines, looks, lang)
    first = everyone.iloc[0].to_dict()
    plot_height = lines_needed(drawn, legend) + 4.2 * len(widest)

    def words(count: int) -> Words:
        """Return what is said beside so many rows."""
        some = spines[:count]
        rows = shown[shown["indicator"].isin([spine.own["indicator"] for spine in some])]
        rows = rows if some else shown
        return Words(
            title=finding_or_name(
                rows,
                OF_REGION,
                name_at(str(name), first, lang),
                about=region,
                evidence=known,
                facts=facts,
                lang=lang,
            ),
            subtitle=say(
                "region-profile-subtitle",
                lang,
                moment=moment(first, lang),
                side=side_in_words(RIGHT, lang, kind=first["kind"]),
                best=_best(first["kind"], lang),
                lines=_lines(some, lang),
                scales=_scales(some, lang),
            ),
            note=_note(rows, region, len(own) - len(spines), known, lang),
            source=source_line(
                known.sources(rows["figure"]), lang, limits=[spine.line for spine in some]
            ),
        )

    count, held = _held(spines, drawn, words, looks, size, plot_height, lang)
    legend = _legend(spines[:count], looks, lang)
    told = [spine.own for spine in spines[:count]] or records(with_words(own, known))
    return Chart(
        key=file_key(f"profile-{region}-{first['year']}-{first['kind']}", lang),
        form="region_profile",
        lang=lang,
        size=size,
        words=held,
        alt=_alt(held.title, told, shown, (count, len(drawn)), lang),
        data=shown.reset_index(drop=True),
        plot=lambda figure, box, points: _draw(
            figure,
            box,
            points,
            list(zip(spines, drawn, strict=False)),
            drawn,
            count,
            legend,
            lang,
        ),
        plot_height=plot_height,
        about=about(shown, own["figure"]),
    )


@dataclass(frozen=True)
class Spine:
    """One row: a region's value among those of others, and the best end of them all.

    Attributes
    ----------
    own : dict
        The row of the region.
    others : list of dict
        Those of the others that have a value.
    line : dict or None
        The national benchmark.
    from_best : FromBest
        Where values stand: by their distance from the best of all ends.
    unit : str
        Unit of distances.
    """

    own: dict[str, Any]
    others: list[dict[str, Any]]
    line: dict[str, Any] | None
    from_best: FromBest
    unit: str

    @property
    def scale(self) -> tuple[str, str]:
        """What the row shares its scale with: those of its unit; without one, with none."""
        return self.unit, "" if self.unit else str(self.own["indicator"])

    @property
    def compares(self) -> bool:
        """Whether there is anything beside the value of the region."""
        return bool(self.others) or self.line is not None

    def placed(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return an observation with distances for its values."""
        ends = {
            name: None if is_missing(row[name]) else self.from_best(row[name])
            for name in ("lo", "hi", "value")
        }
        if self.from_best.turned:
            ends["lo"], ends["hi"] = ends["hi"], ends["lo"]
        return {**row, **ends}

    @property
    def reach(self) -> float:
        """How far from the best the farthest end is."""
        ends = [end for row in (self.own, *self.others) for end in _ends(self.placed(row))]
        return -min(ends)


def _spines(own: pd.DataFrame, shown: pd.DataFrame, known: Evidence) -> list[Spine]:
    """Return the rows, those of one scale together."""
    marked = grouped(map(_stated, records(with_words(shown, known))), "indicator")
    spines: list[Spine] = []
    for row in records(with_words(own, known)):
        others = [
            other
            for other in marked.get((row["indicator"],), [])
            if other["region"] != row["region"]
            and row["of"] > 1
            and (other.get(BREAK) is True) == (row.get(BREAK) is True)
            and not is_missing(other["rank_best"])
        ]
        row, line = _stated(row), _national_line(row, known)
        ends = [end for one in (row, *others) for end in _ends(one)]
        ends += [float(line["value"])] if line is not None else []
        from_best = FromBest(ends, row["direction"])
        spines.append(Spine(row, others, line, from_best, unit_of(row, "gap")))
    scales = list(dict.fromkeys(spine.scale for spine in spines))
    return sorted(spines, key=lambda spine: scales.index(spine.scale))


def _lines(spines: Sequence[Spine], lang: Lang) -> str:
    """Return that the best may be a national line, where any of the rows has one."""
    has_line = any(spine.line is not None for spine in spines)
    return say("region-profile-lines", lang) if has_line else ""


def _scales(spines: Sequence[Spine], lang: Lang) -> str:
    """Return which rows have a scale in common."""
    without = [not spine.unit for spine in spines]
    form = "units" if not any(without) else "own" if all(without) else "both"
    return say(f"region-profile-scales-{form}", lang)


def _note(shown: pd.DataFrame, region: str, alone: int, known: Evidence, lang: Lang) -> str:
    """Say what is left out, and which regions state nothing for how many of the rows."""
    missing = _missing(shown, lang)
    note = [
        say("region-profile-alone", lang, n=alone) if alone else "",
        say("region-profile-missing", lang, regions=missing) if missing else "",
        _cautions(shown, region, lang),
        close_reasons(shown, shown["figure"], known, lang, most=_MOST_REASONS),
    ]
    return sentences(note, lang)


_MOST_REASONS = 4
"""Reasons that a note has room for."""


def _missing(shown: pd.DataFrame, lang: Lang) -> str:
    """Return the regions without a value, with the number of rows, by reason."""
    absent = shown[shown["lo"].isna() & shown["hi"].isna()]
    names = list(dict.fromkeys(shown[f"region_{lang}"]))
    by_reason: dict[str, Counter[str]] = {}
    for row in records(absent):
        by_reason.setdefault(why_missing(row, lang), Counter())[row[f"region_{lang}"]] += 1
    said = []
    for reason, counts in by_reason.items():
        times = [
            say("region-profile-times", lang, region=name, n=counts[name])
            for name in names
            if name in counts
        ]
        said.append(about_words(reason, few_of(times, lang), lang))
    return clauses(said, lang)


def _cautions(shown: pd.DataFrame, region: str, lang: Lang) -> str:
    """Return what is to be kept in mind of the region's own ranks, with how many rows."""
    own = shown[(shown["region"] == region) & (shown["of"] > 1)]
    counts = Counter(reason for reasons in own["reasons"] for reason in reason_names(reasons))
    said = [
        about_words(term(reason, lang), say("region-profile-rows", lang, n=n), lang)
        for reason, n in counts.items()
    ]
    return clauses(said, lang)


def _kept_in_mind(row: Mapping[str, Any], lang: Lang) -> list[str]:
    return [term(name, lang) for name in reason_names(row["reasons"])] if row["of"] > 1 else []


def _held(
    spines: list[Spine],
    drawn: list[Row],
    words: Callable[[int], Words],
    looks: Mapping[str, Look],
    size: str,
    plot_height: float,
    lang: Lang,
) -> tuple[int, Words]:
    """Return how many rows a page holds beside the words about these very rows, and the words.

    Fewer rows have fewer words, which leave more room: so the page is tried out with the words
    of all rows, then with those of the rows that it held. Where the chart is drawn anew in less
    room, more is left out, and the sentence below the marks counts it.
    """
    points, count = size_named(size).text, len(drawn)
    while True:
        said = words(count)
        box = box_of_marks(said, size, plot_height)
        box = above_legend(box, points, _legend(spines[:count], looks, lang))
        fewer, _, _ = _that_fit(list(zip(spines, drawn, strict=False)), drawn, count, box, points)
        if fewer == count:
            return count, said
        count = fewer


def _alt(
    title: str,
    own: Sequence[Mapping[str, Any]],
    shown: pd.DataFrame,
    count: tuple[int, int],
    lang: Lang,
) -> str:
    parts = [title]
    parts += [
        merged(
            say(
                "region-profile-alt",
                lang,
                indicator=row[f"indicator_{lang}"],
                value=read_aloud(row, lang),
                rank=clauses([standing(row, shown, lang), *_kept_in_mind(row, lang)], lang),
            ),
            lang,
        )
        for row in own
    ]
    left_out = [rest_in_words(*count, "indicators", lang)] if count[0] < count[1] else []
    return sentences([clauses(parts, lang), *left_out], lang)


def _row(
    spine: Spine, widest: float, shown: pd.DataFrame, looks: Mapping[str, Look], lang: Lang
) -> Row:
    own = spine.own
    return Row(
        own[f"indicator_{lang}"],
        remark=f"{label_in_words(own, lang)}  {_beside(spine, shown, lang)}",
        draw=lambda axes, y, points: _draw_spine(axes, y, spine, widest, looks, points),
    )


def _beside(spine: Spine, shown: pd.DataFrame, lang: Lang) -> str:
    """Return what the region's value stands beside: the national line, or else the others."""
    if spine.line is None:
        return standing(spine.own, shown, lang)
    sort = "standard" if spine.line["kind"] == "standard" else "nation"
    return say(f"region-profile-{sort}", lang, value=value_in_words(spine.line, lang))


def _stated(row: dict[str, Any]) -> dict[str, Any]:
    """Return an observation without the end that only nature sets: 100 % behind at least 60 %.

    Such an end, which nobody stated, would set the scale of all rows.
    """
    ends = {">=": "hi", ">": "hi", "<=": "lo", "<": "lo"}
    free = ends.get(str(row["comparator"]))
    return {**row, free: None} if free else row


def _ends(row: dict[str, Any]) -> list[float]:
    return [row[name] for name in ("lo", "hi", "value") if not is_missing(row[name])]


def _national_line(own: Mapping[str, Any], known: Evidence) -> dict[str, Any] | None:
    """Return the national benchmark of the moment, or else the standing standard."""
    limits = known.benchmarks_of_indicator(str(own["indicator"]))
    of_nation = [limit for limit in limits if limit["scope"] == "national"]
    moment = (own["year"], own["kind"])
    dated = [row for row in of_nation if (row["year"], row["kind"]) == moment]
    # one coefficient does not show that a limit for each of several is kept
    standards = [row for row in of_nation if row["kind"] == "standard" and row["each"] is not True]
    chosen = dated or standards
    return {**chosen[0], "unit": own["unit"]} if chosen else None


def _draw_spine(
    axes: Axes, y: float, spine: Spine, widest: float, looks: Mapping[str, Look], points: float
) -> None:
    """Draw all values of a row; a mark that would hide another stands a little above it."""
    close = _CLOSE * max(widest, _LEAST_SPAN.get(spine.unit, 0.0))
    many = len(spine.others) > MOST_OTHERS
    own = spine.placed(spine.own)
    seen, step = [_ends(own)[-1]], min(_APART, _MOST_APART / max(1, len(spine.others)))
    if spine.line is not None:
        draw_tick(axes, y, spine.from_best(float(spine.line["value"])))
    if many:
        ends = [_ends(spine.placed(row))[-1] for row in spine.others]
        draw_others(axes, list(dict.fromkeys(ends)), y, points)
    for row in () if many else spine.others:
        placed = spine.placed(row)
        at = _ends(placed)[-1]
        beside = sum(abs(at - other) < close for other in seen)
        look = looks[row["region"]]
        draw_interval(axes, y - step * beside, placed, look, points * 0.85, past=0.0)
        seen.append(at)
    draw_interval(axes, y, own, looks[spine.own["region"]], points * 1.35, past=0.0)


MOST_OTHERS = 6
"""Other regions that are told apart; more are grey dots."""

_CLOSE = 0.02
"""Distance, of the span of the axis, at which one mark hides another."""

_APART, _MOST_APART = 0.28, 0.44
"""How far, of a row's height, a mark then stands above the other, and all at most."""


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    pairs: list[tuple[Spine, Row]],
    drawn: list[Row],
    most: int,
    legend: list[Entry],
    lang: Lang,
) -> None:
    """Draw a block of rows for each scale, under each other, on an axis of its own."""
    box = draw_legend(figure, box, points, legend)
    count, sides, room = _that_fit(pairs, drawn, most, box, points)
    if count < len(drawn):
        say_rest(figure, box, points, count, len(drawn), "indicators", lang)
    box, drawn, pairs = room, drawn[:count], pairs[:count]
    blocks = _blocks(pairs) or [("", drawn)]
    axis = axis_height(sides.points)
    row = (box.height - len(blocks) * axis) / len(drawn)
    top, start = box.bottom + box.height, 0
    for unit, rows in blocks:
        height = axis + len(rows) * min(row, _MOST_ROW * sides.points / 72)
        end = start + len(rows)
        some = replace(sides, labels=sides.labels[start:end], remarks=sides.remarks[start:end])
        axes = draw_block(
            figure, Box(box.left, top - height, box.width, height), points, rows, some, lang=lang
        )
        if pairs:
            _number(axes, figure, unit, _best(pairs[0][0].own["kind"], lang), lang)
        else:
            axes.set_xticks([])
        top, start = top - height, end


def _that_fit(
    pairs: list[tuple[Spine, Row]], drawn: list[Row], most: int, box: Box, points: float
) -> tuple[int, Sides, Box]:
    """Return how many of the first rows a box holds, their words folded, and the room for them.

    This alone decides what is drawn: the words ask it, and the drawing does.
    """

    def room(count: int) -> Box:
        taken = rest_height(points) if count < len(drawn) else 0.0
        return replace(box, bottom=box.bottom + taken, height=box.height - taken)

    def fits(count: int, sides: Sides) -> bool:
        blocks = _blocks(pairs[:count]) or [("", drawn[:count])]
        return _height(blocks, sides) <= room(count).height

    for size in sizes_of_text(points):
        sides = fold_sides(drawn[:most], box.width, size)
        if fits(most, sides):
            return most, sides, room(most)
    count = most
    while count > 1 and not fits(count, sides):
        count -= 1
    return count, fold_sides(drawn[:count], box.width, least_text(points)), room(count)


_MOST_ROW = 4.4
"""Most height of a row over the size of text."""


def _blocks(pairs: list[tuple[Spine, Row]]) -> list[tuple[str, list[Row]]]:
    blocks: dict[tuple[str, str], list[Row]] = {}
    for spine, row in pairs:
        blocks.setdefault(spine.scale, []).append(row)
    return [(unit, rows) for (unit, _), rows in blocks.items()]


def _height(blocks: list[tuple[str, list[Row]]], sides: Sides) -> float:
    rows = sum(len(rows) for _, rows in blocks)
    return len(blocks) * axis_height(sides.points) + rows * sides.row


def _best(kind: Any, lang: Lang) -> str:
    """Return what distances are counted from: of targets, the strictest."""
    return say(f"region-profile-{'strictest' if kind == 'target' else 'best'}", lang)


def _number(axes: Axes, figure: Figure, unit: str, best: str, lang: Lang) -> None:
    """Number the distances of a block, and name their unit."""
    size = tick_points(axes)
    start, end = axes.get_xlim()
    start = min(start, -_LEAST_SPAN.get(unit, 0.0))
    axes.set_xlim(start, max(end, -start * 0.04))
    length = axes.get_position().width * figure.get_figwidth()
    number_ticks(axes, "" if unit in WHOLE else unit, (None, 0.0), length, points=size, lang=lang)
    named = axis_unit(unit, lang) or say("no-unit", lang)
    title = say("region-profile-axis", lang, best=best, unit=named)
    right = figure.get_figwidth() * (1 - axes.get_position().x0)
    if text_width(title, size) > right:  # the line below the title says what is counted
        title = named
    axes.set_xlabel(title, fontsize=size, loc="left", labelpad=2)


_LEAST_SPAN = {"percentage points": 10.0}
"""Least that an axis spans: half a point never takes the whole width."""


def _legend(spines: list[Spine], looks: Mapping[str, Look], lang: Lang) -> list[Entry]:
    """Name what marks mean, then whose they are."""
    rows = [row for spine in spines for row in (spine.own, *spine.others)]
    many = any(len(spine.others) > MOST_OTHERS for spine in spines)
    own = [spine.own for spine in spines]
    said = entries(marks_of(own if many else rows), lang)
    if any(spine.line is not None for spine in spines):
        said.append(Entry(say("region-profile-limit", lang), REFERENCE))
    named: dict[str, Entry] = {}
    for row in own if many else [*own, *rows]:
        mark = point_marks(row)[0]
        look = looks[row["region"]]
        named.setdefault(row["region"], Entry(row[f"region_{lang}"], mark, look))
    others = [Entry(say("mark-others", lang), OTHERS)] if many else []
    return [*said, *named.values(), *others]
