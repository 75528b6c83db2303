"""The dumbbell: from what is to what is planned, for regions or for indicators."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import about, documents_of, named_like_observations, only
from compare.charts.layout import Box, Words
from compare.charts.marks import draw_interval
from compare.charts.rows import Row, draw_rows, lines_needed
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.frames import as_pandas
from compare.words import (
    Lang,
    change_in_words,
    check_lang,
    is_missing,
    listed,
    reasons_in_words,
    term,
    unit_name,
    value_in_words,
)

_TEXT = {
    "zh": {
        "rise": "{name}要到{year}年提高{gap}",
        "fall": "{name}要到{year}年降低{gap}",
        "held": "{name}的现状已达目标",
        "title": "{subject}:{finding}",
        "nothing": "{subject}:没有可计算距离的{what}",
        "regions": "地区",
        "indicators": "指标",
        "subtitle": "小点为现状,大点为目标;{unit}",
        "note": "“以上”“以内”的目标画成区间;现状与目标只在同一地区内相比。",
        "pace": "每年{pace}",
        "join": ",",
    },
    "en": {
        "rise": "{name} must rise by {gap} by {year}",
        "fall": "{name} must fall by {gap} by {year}",
        "held": "{name}: the target is met already",
        "title": "{subject}: {finding}",
        "nothing": "{subject}: there is no {what} with a distance to go",
        "regions": "region",
        "indicators": "indicator",
        "subtitle": "small mark: actual, large mark: target; {unit}",
        "note": "A target stated as a bound is drawn as an interval; an actual and a target "
        "are compared within one region only.",
        "pace": "{pace} a year",
        "join": ", ",
    },
}
_MOST_FINDINGS = 2
_ONE_SIDED = ("no-base", "no-target", "no-direction")
_SMALL = Look("#4d4d4d", ".")


def dumbbell(progress: Any, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw base and target of one indicator in several regions, or of one region.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress` for one indicator, or for one region and
        indicators of one unit; of one region, only what
        has both is drawn.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = named_like_observations(as_pandas(progress))
    only(rows, "unit")
    by_region = rows["indicator"].nunique() == 1
    if not by_region:
        only(rows, "region")
        rows = rows[~rows["status"].isin(_ONE_SIDED)]
    order = ["adcode", "target_year"] if by_region else ["indicator", "target_year"]
    rows = rows.sort_values(order, kind="stable").reset_index(drop=True)
    subject = rows.iloc[0][f"indicator_{lang}" if by_region else f"region_{lang}"]
    looks = region_looks()
    drawn = [_row(row, looks, lang, by_region=by_region) for row in rows.to_dict("records")]
    figures = [*rows["current_figure"], *rows["target_figure"]]
    name = rows.iloc[0]["indicator" if by_region else "region"]
    return Chart(
        key=f"dumbbell-{name}.{lang}",
        form="dumbbell",
        lang=lang,
        size=size,
        words=_words(rows, subject, figures, lang, by_region=by_region),
        alt=_alt(rows, drawn, subject, lang, by_region=by_region),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, rows, lang),
        plot_height=lines_needed(drawn) * 1.3 + 1,
        about=about(rows, figures),
        native=_native(rows, lang, by_region=by_region),
    )


def finding(rows: pd.DataFrame, subject: str, lang: Lang, *, by_region: bool) -> str:
    """Return the largest changes still needed."""
    text = _TEXT[lang]
    column = f"region_{lang}" if by_region else f"indicator_{lang}"
    going = rows[(rows["status"] == "to-go") & rows["distance"].notna()]
    if going.empty:
        held = rows[rows["status"].isin(["at-target", "floor-held"])]
        if held.empty:
            what = text["regions" if by_region else "indicators"]
            return text["nothing"].format(subject=subject, what=what)
        names = listed(list(dict.fromkeys(held[column])), lang)
        return text["title"].format(subject=subject, finding=text["held"].format(name=names))
    ordered = going.reindex(going["distance"].abs().sort_values(ascending=False).index)
    parts = [
        text["rise" if row["distance"] > 0 else "fall"].format(
            name=row[column],
            year=int(row["target_year"]),
            gap=change_in_words(row["distance"], row["unit"], lang),
        )
        for row in ordered.head(_MOST_FINDINGS).to_dict("records")
    ]
    return text["title"].format(subject=subject, finding=text["join"].join(parts))


def _words(
    rows: pd.DataFrame, subject: str, figures: list[Any], lang: Lang, *, by_region: bool
) -> Words:
    text = _TEXT[lang]
    unit = _level_unit(rows.iloc[0]["unit"])
    return Words(
        finding(rows, subject, lang, by_region=by_region),
        text["subtitle"].format(unit=unit_name(unit, lang)),
        text["note"],
        source_line(documents_of(figures), lang),
    )


def _level_unit(unit: str) -> str:
    """Return the unit of levels, whose changes are in percentage points."""
    return "%" if unit == "percentage points" else unit


def _row(row: dict[str, Any], looks: dict[str, Look], lang: Lang, *, by_region: bool) -> Row:
    name = row[f"region_{lang}" if by_region else f"indicator_{lang}"]
    if row["status"] in _ONE_SIDED:
        return Row(name, remark=_ends(row, lang), reason=term(row["status"], lang))
    label = f"{name} {int(row['current_year'])}→{int(row['target_year'])}"
    return Row(
        label,
        remark=f"{_ends(row, lang)}  {_how(row, lang)}".rstrip(),
        draw=lambda axes, y, points: _pair(axes, y, row, looks[row["region"]], points),
    )


def _ends(row: dict[str, Any], lang: Lang) -> str:
    unit = _level_unit(row["unit"])
    current, target = "", ""
    if not is_missing(row["current_year"]):
        comparator = "=" if row["current_lo"] == row["current_hi"] else ">="
        stated = {"comparator": comparator, "value": row["current_value"], "unit": unit}
        current = value_in_words({**stated, "lo": row["current_lo"], "hi": row["current_hi"]}, lang)
    if not is_missing(row["target_year"]):
        stated = {"comparator": row["target_comparator"], "value": row["target_value"]}
        ends = {"lo": row["target_lo"], "hi": row["target_hi"], "unit": unit}
        target = value_in_words({**stated, **ends}, lang)
    return "→".join(filter(None, [current, target]))


def _how(row: dict[str, Any], lang: Lang) -> str:
    if row["status"] != "to-go" or is_missing(row["pace"]):
        return term(row["status"], lang) if row["status"] != "to-go" else ""
    sign = "+" if row["pace"] > 0 else "−"
    pace = sign + change_in_words(row["pace"], row["unit"], lang)
    return _TEXT[lang]["pace"].format(pace=pace)


def _pair(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    current = {name: row[f"current_{name}"] for name in ("value", "lo", "hi")}
    target = {name: row[f"target_{name}"] for name in ("value", "lo", "hi")}
    plain = {"comparability": "exact", "derived": False}
    ends = (current["value"], target["value"])
    if not any(map(is_missing, ends)):
        axes.plot(ends, [y, y], color=look.colour, linewidth=2.4, alpha=0.35, zorder=2)
    draw_interval(axes, y, {**target, **plain}, look, points * 1.15)
    draw_interval(axes, y, {**current, **plain}, _SMALL, points)


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    unit = _level_unit(rows.iloc[0]["unit"])
    draw_rows(figure, box, points, drawn, axis="" if unit == "coefficient" else unit)


def _alt(rows: pd.DataFrame, drawn: list[Row], subject: str, lang: Lang, *, by_region: bool) -> str:
    parts = [finding(rows, subject, lang, by_region=by_region)]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    said = {reasons_in_words(reason, lang) for reason in rows["reasons"]} - {""}
    return (";" if lang == "zh" else "; ").join([*parts, *sorted(said)])


def _native(rows: pd.DataFrame, lang: Lang, *, by_region: bool) -> Native | None:
    both = rows[rows["current_value"].notna() & rows["target_value"].notna()].iloc[::-1]
    if both.empty:
        return None
    records = both.to_dict("records")
    column = f"region_{lang}" if by_region else f"indicator_{lang}"
    places = tuple(float(place) for place in range(len(records)))
    series = tuple(
        Series(
            name=term(kind, lang),
            labels=tuple(record[column] for record in records),
            x=tuple(float(record[f"{stage}_value"]) for record in records),
            y=places,
            colour=colour,
        )
        for kind, stage, colour in (
            ("actual", "current", _SMALL.colour),
            ("target", "target", "#0072B2"),
        )
    )
    return Native("dots", series, _level_unit(rows.iloc[0]["unit"]))
