"""The dumbbell: from what is to what is planned, for regions or for indicators."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import (
    about,
    close_reasons,
    documents_of,
    named_like_observations,
    only,
)
from compare.charts.labelled_rows import Bounds, Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import draw_interval
from compare.charts.office.natives import interval_series, point_series
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.comparisons.frames import as_pandas
from compare.curated.database import table
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, joined, reasons_in_words, sentences
from compare.wording.values import change_in_words, is_missing, unit_name, value_in_words

_TEXT = {
    "zh": {
        "rise": "{name}到{year}年{least}要提高{gap}",
        "fall": "{name}到{year}年{least}要降低{gap}",
        "at least": "至少",
        "held": "{name}的现状已达目标",
        "nothing": "没有可计算距离的{what}",
        "regions": "地区",
        "indicators": "指标",
        "subtitle": "小点为现状，大点为目标；{unit}",
        "intervals": "“以上”“以内”的目标画成区间",
        "within": "现状与目标只在同一地区内相比",
        "pace": "每年{least}{pace}",
        "only": "{year}年{kind}{value}",
        "join": "，",
    },
    "en": {
        "rise": "{name} to rise by {least}{gap} by {year}",
        "fall": "{name} to fall by {least}{gap} by {year}",
        "at least": "at least ",
        "held": "{name} already at target",
        "nothing": "there is no {what} with a distance to go",
        "regions": "region",
        "indicators": "indicator",
        "subtitle": "small mark: actual, large mark: target; {unit}",
        "intervals": "a target stated as a bound is drawn as an interval",
        "within": "an actual and a target are compared within one region only",
        "pace": "{least}{pace} a year",
        "only": "{year} {kind} {value}",
        "join": "; ",
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
    rows = _with_comparators(named_like_observations(as_pandas(progress)))
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
        native=_native(rows, drawn, looks, lang, by_region=by_region),
    )


def _with_comparators(rows: pd.DataFrame) -> pd.DataFrame:
    """Add how the actual is printed: at least, at most, about."""
    known = table("observations")[["figure", "indicator", "comparator"]]
    names = {"figure": "current_figure", "comparator": "current_comparator"}
    return rows.merge(known.rename(columns=names), on=["current_figure", "indicator"], how="left")


def finding(rows: pd.DataFrame, subject: str, lang: Lang, *, by_region: bool) -> str:
    """Return the largest changes still needed."""
    text = _TEXT[lang]
    column = f"region_{lang}" if by_region else f"indicator_{lang}"
    going = rows[(rows["status"] == "to-go") & rows["distance"].notna()]
    if going.empty:
        held = rows[rows["status"].isin(["at-target", "floor-held"])]
        if held.empty:
            what = text["regions" if by_region else "indicators"]
            return about_words(subject, text["nothing"].format(what=what), lang)
        names = joined(list(dict.fromkeys(held[column])), lang)
        return about_words(subject, text["held"].format(name=names), lang)
    ordered = going.reindex(going["distance"].abs().sort_values(ascending=False).index)
    parts = [
        text["rise" if row["distance"] > 0 else "fall"].format(
            name=row[column],
            year=int(row["target_year"]),
            least=_least(row, lang),
            gap=change_in_words(row["distance"], row["unit"], lang),
        )
        for row in ordered.head(_MOST_FINDINGS).to_dict("records")
    ]
    return about_words(subject, text["join"].join(parts), lang)


def _least(row: dict[str, Any], lang: Lang) -> str:
    """Say ``at least`` of a distance to a bound, which may be passed."""
    bound = row["target_comparator"] in (">=", ">", "<=", "<")
    return _TEXT[lang]["at least"] if bound else ""


def _words(
    rows: pd.DataFrame, subject: str, figures: list[Any], lang: Lang, *, by_region: bool
) -> Words:
    text = _TEXT[lang]
    unit = _level_unit(rows.iloc[0]["unit"])
    return Words(
        finding(rows, subject, lang, by_region=by_region),
        text["subtitle"].format(unit=unit_name(unit, lang)),
        sentences(_notes(rows, figures, lang), lang),
        source_line(documents_of(figures), lang),
    )


def _notes(rows: pd.DataFrame, figures: list[Any], lang: Lang) -> list[str]:
    text = _TEXT[lang]
    bounds = rows["target_year"].notna() & (rows["target_lo"] != rows["target_hi"])
    explained = [text["intervals"] if bounds.any() else "", text["within"]]
    return [clauses(explained, lang), close_reasons(rows, figures, lang)]


def _level_unit(unit: str) -> str:
    """Return the unit of levels, whose changes are in percentage points."""
    return "%" if unit == "percentage points" else unit


def _row(row: dict[str, Any], looks: dict[str, Look], lang: Lang, *, by_region: bool) -> Row:
    name = row[f"region_{lang}" if by_region else f"indicator_{lang}"]
    if row["status"] in _ONE_SIDED:
        return Row(name, remark=_only_end(row, lang), reason=term(row["status"], lang))
    label = f"{name} {int(row['current_year'])}→{int(row['target_year'])}"
    return Row(
        label,
        remark=f"{_ends(row, lang)}  {_how(row, lang)}".rstrip(),
        draw=lambda axes, y, points: _pair(axes, y, row, looks[row["region"]], points),
    )


def _ends(row: dict[str, Any], lang: Lang) -> str:
    return " → ".join(_end(row, stage, lang) for stage in ("current", "target"))


def _end(row: dict[str, Any], stage: str, lang: Lang) -> str:
    """Return an actual or a target as its document prints it."""
    names = ("comparator", "value", "lo", "hi")
    end = {name: row[f"{stage}_{name}"] for name in names}
    return value_in_words({**end, "unit": _level_unit(row["unit"])}, lang)


def _only_end(row: dict[str, Any], lang: Lang) -> str:
    """Return the one end that a region prints, with its year and kind; nothing for none."""
    for stage, kind in (("target", "target"), ("current", "actual")):
        if not is_missing(row[f"{stage}_year"]):
            year, value = int(row[f"{stage}_year"]), _end(row, stage, lang)
            return _TEXT[lang]["only"].format(year=year, kind=term(kind, lang), value=value)
    return ""


def _how(row: dict[str, Any], lang: Lang) -> str:
    if row["status"] != "to-go" or is_missing(row["pace"]):
        return term(row["status"], lang) if row["status"] != "to-go" else ""
    sign = "+" if row["pace"] > 0 else "−"
    pace = sign + change_in_words(row["pace"], row["unit"], lang)
    return _TEXT[lang]["pace"].format(least=_least(row, lang), pace=pace)


def _pair(axes: Axes, y: float, row: dict[str, Any], look: Look, points: float) -> None:
    current, target = _aligned(row, "current"), _aligned(row, "target")
    ends = (current["value"], target["value"])
    if not any(map(is_missing, ends)):
        axes.plot(ends, [y, y], color=look.colour, linewidth=2.4, alpha=0.35, zorder=2)
    draw_interval(axes, y, target, look, points * 1.15)
    draw_interval(axes, y, current, _SMALL, points)


def _aligned(row: dict[str, Any], stage: str) -> dict[str, Any]:
    """Return one end of a change as an observation to draw; no proxy comes so far."""
    end = {name: row[f"{stage}_{name}"] for name in ("value", "lo", "hi")}
    return {**end, "comparability": "exact", "derived": False}


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    unit = _level_unit(rows.iloc[0]["unit"])
    bounds = _bounds(rows)
    draw_rows(figure, box, points, drawn, unit=unit, axis=unit_name(unit, lang), bounds=bounds)


def _bounds(rows: pd.DataFrame) -> Bounds:
    """Return the natural bounds that all indicators of some rows share."""
    found = table("indicators").set_index("indicator").loc[list(rows["indicator"])]
    floor, cap = found["floor"], found["cap"]
    return (
        float(floor.min()) if floor.notna().all() else None,
        float(cap.max()) if cap.notna().all() else None,
    )


def _alt(rows: pd.DataFrame, drawn: list[Row], subject: str, lang: Lang, *, by_region: bool) -> str:
    parts = [finding(rows, subject, lang, by_region=by_region)]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    said = {reasons_in_words(reason, lang) for reason in rows["reasons"]} - {""}
    return sentences([clauses([*parts, *sorted(said)], lang)], lang)


def _native(
    rows: pd.DataFrame, drawn: list[Row], looks: dict[str, Look], lang: Lang, *, by_region: bool
) -> Native | None:
    """Return the same rows for Office: what is, what is planned, and the line between them."""
    column = f"region_{lang}" if by_region else f"indicator_{lang}"
    series: list[Series] = []
    for place, row in enumerate(rows.to_dict("records")):
        if row["status"] in _ONE_SIDED:
            continue
        current, target = _aligned(row, "current"), _aligned(row, "target")
        look, name = looks[row["region"]], row[column]
        ends = (current["value"], target["value"])
        if not any(map(is_missing, ends)):
            series.append(
                Series(name, (), ends, (place, place), look.colour, marker="", line="solid")
            )
        for kind, end, mark in (("target", target, look), ("actual", current, _SMALL)):
            named = f"{name} {term(kind, lang)}"
            series += interval_series(end, named, mark, place, lang)
            series += point_series(end, named, mark, place)
    if not series:
        return None
    return Native(
        "rows",
        tuple(series),
        unit_name(_level_unit(rows.iloc[0]["unit"]), lang),
        rows=tuple((row.label, f"{row.remark}  {row.reason}".strip()) for row in drawn),
        bounds=_bounds(rows),
    )
