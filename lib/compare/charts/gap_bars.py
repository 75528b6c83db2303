"""Gap bars: how far each region is from a reference, to either side of zero."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import (
    about,
    documents_of,
    moment,
    only,
    remarks_of,
    unit_words,
    why_missing,
)
from compare.charts.layout import Box, Words
from compare.charts.rows import Row, draw_rows, lines_needed
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.curated import connect
from compare.frames import as_pandas
from compare.words import (
    Lang,
    change_in_words,
    check_lang,
    is_missing,
    listed,
    term,
    value_in_words,
)

_TEXT = {
    "zh": {
        "best": "最好者",
        "median": "中位数",
        "mean": "平均数",
        "higher": "{region}比{to}高{gap}",
        "lower": "{region}比{to}低{gap}",
        "level": "{region}与{to}持平",
        "leads": "可比的{of}地中{region}最好",
        "title": "{indicator}:{findings}",
        "undecided": "{indicator}:与{to}相比无法判定先后",
        "none": "{indicator}:没有可与{to}比较的{moment}",
        "subtitle": "{moment},与{to}之差,{unit};{direction}",
        "up": "右侧为优",
        "down": "左侧为优",
        "flat": "不分优劣",
        "note": "空心条为只知区间的差距;区间跨过零即无法判定先后。",
        "range": "{lo}至{hi}",
    },
    "en": {
        "best": "the best",
        "median": "the median",
        "mean": "the mean",
        "higher": "{region} is {gap} above {to}",
        "lower": "{region} is {gap} below {to}",
        "level": "{region} is level with {to}",
        "leads": "best of the {of} that can be compared: {region}",
        "title": "{indicator}: {findings}",
        "undecided": "{indicator}: no order against {to} can be determined",
        "none": "{indicator}: no {moment} can be compared with {to}",
        "subtitle": "{moment}, difference from {to}, {unit}; {direction}",
        "up": "right is better",
        "down": "left is better",
        "flat": "neither side is better",
        "note": "A hollow bar is a gap of which only the interval is known; one that crosses "
        "zero determines no order.",
        "range": "{lo} to {hi}",
    },
}
_MOST_FINDINGS = 2


def gap_bars(gaps: Any, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw the gaps of one indicator to one reference.

    Parameters
    ----------
    gaps : frame
        Rows of :func:`compare.gaps` for one indicator, year, kind and reference.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = as_pandas(gaps)
    rows = rows.sort_values("adcode", kind="stable").reset_index(drop=True)
    to = reference_in_words(only(rows, "reference"), lang)
    looks = region_looks()
    drawn = [_row(row, looks, lang) for row in rows.to_dict("records")]
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    key = f"gaps-{only(rows, 'indicator')}-{moments}-{only(rows, 'reference')}.{lang}"
    figures = [*rows["figure"], *rows["reference_figure"]]
    return Chart(
        key=key,
        form="gap_bars",
        lang=lang,
        size=size,
        words=_words(rows, to, figures, lang),
        alt=_alt(rows, drawn, to, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, rows, lang),
        plot_height=lines_needed(drawn) * 1.3 + 1,
        about=about(rows, figures),
        native=_native(rows, looks, lang),
    )


def reference_in_words(reference: str, lang: Lang) -> str:
    """Return a reference in words: a region's name, or best, median, mean."""
    if reference in ("best", "median", "mean"):
        return _TEXT[lang][reference]
    found = (
        connect()
        .execute(f"SELECT name_{lang} FROM regions WHERE region = ?", [reference])
        .fetchall()
    )
    if found:
        return str(found[0][0])
    limit = (
        connect()
        .execute("SELECT scope, kind, year FROM benchmarks WHERE benchmark = ?", [reference])
        .fetchall()
    )
    if not limit:
        return reference
    scope, kind, year = limit[0]
    words = [term(scope, lang), str(year) if year else "", term(kind, lang)]
    return ("" if lang == "zh" else " ").join(filter(None, words))


def finding(rows: pd.DataFrame, to: str, lang: Lang) -> str:
    """Return the largest decided gaps, or that nothing is decided."""
    text = _TEXT[lang]
    row = rows.iloc[0].to_dict()
    about_it = {"indicator": row[f"indicator_{lang}"], "to": to, "moment": moment(row, lang)}
    own = rows["region"] == rows["reference"]
    decided = rows[rows["verdict"].isin(["ahead", "behind", "level"]) & rows["gap"].notna() & ~own]
    if decided.empty:
        open_pairs = rows["verdict"].eq("undetermined").any()
        return text["undecided" if open_pairs else "none"].format(**about_it)
    leaders = decided[(decided["verdict"] == "level") & (decided["reference"] == "best")]
    decided = decided.drop(leaders.index)
    ordered = decided.reindex(decided["gap"].abs().sort_values(ascending=False).index)
    findings = [
        _in_words(item, to, lang) for item in ordered.head(_MOST_FINDINGS).to_dict("records")
    ]
    if len(leaders):
        names = listed(list(leaders[f"region_{lang}"]), lang)
        compared = int((~rows["verdict"].isin(["missing", "not-comparable"])).sum())
        findings.append(text["leads"].format(region=names, of=compared))
    comma = ",".join if lang == "zh" else ", ".join
    return text["title"].format(findings=comma(findings), **about_it)


def _in_words(row: dict[str, Any], to: str, lang: Lang) -> str:
    gap = float(row["gap"])
    form = "level" if gap == 0 else ("higher" if gap > 0 else "lower")
    shown = change_in_words(gap, row["gap_unit"], lang)
    return _TEXT[lang][form].format(region=row[f"region_{lang}"], to=to, gap=shown)


def _words(rows: pd.DataFrame, to: str, figures: list[Any], lang: Lang) -> Words:
    text = _TEXT[lang]
    row = rows.iloc[0].to_dict()
    better = {"higher": "up", "lower": "down", "neutral": "flat"}[row["direction"]]
    subtitle = text["subtitle"].format(
        moment=moment(row, lang),
        to=to,
        unit=unit_words(rows, lang, "gap_unit"),
        direction=text[better],
    )
    note = (" " if lang == "en" else "").join(filter(None, [text["note"], remarks_of(rows, lang)]))
    return Words(finding(rows, to, lang), subtitle, note, source_line(documents_of(figures), lang))


def _row(row: dict[str, Any], looks: dict[str, Look], lang: Lang) -> Row:
    name = row[f"region_{lang}"]
    verdict = term(row["verdict"], lang)
    if row["verdict"] in ("missing", "not-comparable"):
        there = not (is_missing(row["lo"]) and is_missing(row["hi"]))
        value = f" {value_in_words(row, lang)}" if there else ""
        reason = why_missing(row, lang)
        return Row(name + value, remark=verdict, reason=reason)
    if row["region"] == row["reference"]:
        return Row(name, remark=value_in_words(row, lang), draw=_zero)
    return Row(
        name,
        remark=f"{_gap(row, lang)}  {verdict}",
        draw=lambda axes, y, points: _bar(axes, y, row, looks[row["region"]]),
    )


def _gap(row: dict[str, Any], lang: Lang) -> str:
    if not is_missing(row["gap"]):
        return _signed(float(row["gap"]))
    ends = [row["gap_lo"], row["gap_hi"]]
    lo, hi = ("" if is_missing(end) else _signed(float(end)) for end in ends)
    if lo == hi:
        return lo
    if not lo or not hi:
        return f"≥{lo}" if lo else f"≤{hi}"
    return _TEXT[lang]["range"].format(lo=lo, hi=hi)


def _signed(gap: float) -> str:
    shown = f"{abs(gap):.4f}".rstrip("0").rstrip(".")
    return f"+{shown}" if gap > 0 else (f"−{shown}" if gap < 0 else "0")


def _zero(axes: Axes, y: float, points: float) -> None:
    axes.plot([0], [y], marker="|", color="#1a1a1a", markersize=points)


def _bar(axes: Axes, y: float, row: dict[str, Any], look: Look) -> None:
    if not is_missing(row["gap"]):
        axes.barh(y, row["gap"], height=0.5, color=look.colour)
        if row["gap"] == 0:
            axes.plot([0], [y], marker=look.marker, color=look.colour)
        return
    lo = row["gap_hi"] if is_missing(row["gap_lo"]) else row["gap_lo"]
    hi = row["gap_lo"] if is_missing(row["gap_hi"]) else row["gap_hi"]
    axes.barh(
        y, hi - lo, left=lo, height=0.42, facecolor="white", edgecolor=look.colour, linewidth=1.1
    )


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    axes = draw_rows(figure, box, points, drawn, axis=unit_words(rows, lang, "gap_unit"))
    axes.axvline(0, color="#1a1a1a", linewidth=0.9)
    widest = max(abs(end) for end in axes.get_xlim())
    axes.set_xlim(-widest * 1.04, widest * 1.04)


def _alt(rows: pd.DataFrame, drawn: list[Row], to: str, lang: Lang) -> str:
    parts = [finding(rows, to, lang)]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    return (";" if lang == "zh" else "; ").join(parts) + ("。" if lang == "zh" else ".")


def _native(rows: pd.DataFrame, looks: dict[str, Look], lang: Lang) -> Native | None:
    exact = rows[rows["gap"].notna() & (rows["region"] != rows["reference"])].iloc[::-1]
    if exact.empty:
        return None
    records = exact.to_dict("records")
    series = Series(
        name=listed([unit_words(rows, lang, "gap_unit")], lang),
        labels=tuple(record[f"region_{lang}"] for record in records),
        x=tuple(float(record["gap"]) for record in records),
        y=tuple(float(place) for place in range(len(records))),
        colour=looks[records[0]["region"]].colour,
    )
    return Native("bars", (series,), unit_words(rows, lang, "gap_unit"))
