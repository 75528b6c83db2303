"""Gap bars: how far each region is from a reference, to either side of zero."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import (
    about,
    close_reasons,
    documents_of,
    moment,
    only,
    remarks_of,
    unit_words,
    why_missing,
)
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import ARROW_POINTS
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.comparisons.frames import as_pandas
from compare.curated.database import connect
from compare.wording.words import (
    Lang,
    change_in_words,
    check_lang,
    clauses,
    is_missing,
    joined,
    sentences,
    term,
    value_in_words,
)
from compare.wording.words import about as about_words

_TEXT = {
    "zh": {
        "best": "最好者",
        "median": "中位数",
        "mean": "平均数",
        "higher": "{region}比{to}高{gap}",
        "lower": "{region}比{to}低{gap}",
        "level": "{region}与{to}持平",
        "leads": "可比的{of}地中{region}最好",
        "lead-together": "可比的{of}地中{region}并列最好",
        "all-level": "可比的{region}持平",
        "lead": "最好",
        "joint lead": "并列最好",
        "perhaps": "最好（可能并列）",
        "undecided": "{indicator}：与{to}相比无法判定先后",
        "none": "{indicator}：没有可与{to}比较的{moment}",
        "subtitle": "{moment}，与{to}之差，{unit}；{direction}",
        "up": "右侧为优",
        "down": "左侧为优",
        "flat": "不分优劣",
        "intervals": "空心条和箭头为只知区间的差距；区间含零即无法判定先后",
        "range": "{lo}至{hi}",
    },
    "en": {
        "best": "the best",
        "median": "the median",
        "mean": "the mean",
        "higher": "{region} is {gap} above {to}",
        "lower": "{region} is {gap} below {to}",
        "level": "{region} is level with {to}",
        "leads": "{region} is best of the {of} that can be compared",
        "lead-together": "{region} are joint best of the {of} that can be compared",
        "all-level": "{region} are level, the {of} that can be compared",
        "lead": "best",
        "joint lead": "joint best",
        "perhaps": "best (perhaps joint)",
        "undecided": "{indicator}: no order against {to} can be determined",
        "none": "{indicator}: no {moment} can be compared with {to}",
        "subtitle": "{moment}, difference from {to}, {unit}; {direction}",
        "up": "right is better",
        "down": "left is better",
        "flat": "neither side is better",
        "intervals": "a hollow bar or an arrow is a gap of which only the interval is known; one "
        "that holds zero determines no order",
        "range": "{lo} to {hi}",
    },
}
_MOST_FINDINGS = 2
_ROUND = MaxNLocator(6, steps=[1, 2, 2.5, 5, 10])
_JOIN = {"zh": "，", "en": "; "}


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
    drawn = [_row(row, rows, looks, lang) for row in rows.to_dict("records")]
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
        native=_native(rows, drawn, looks, lang),
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
        names = joined(list(leaders[f"region_{lang}"]), lang)
        compared = int((~rows["verdict"].isin(["missing", "not-comparable"])).sum())
        form = "leads" if len(leaders) == 1 else "lead-together"
        form = "all-level" if len(leaders) == compared > 1 else form
        findings.append(text[form].format(region=names, of=compared))
    return about_words(about_it["indicator"], _JOIN[lang].join(findings), lang)


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
    hollow = rows["gap"].isna() & (rows["gap_lo"].notna() | rows["gap_hi"].notna())
    note = [
        text["intervals"] if hollow.any() else "",
        remarks_of(rows, lang),
        close_reasons(rows, figures, lang),
    ]
    source = source_line(documents_of(figures), lang)
    return Words(finding(rows, to, lang), subtitle, sentences(note, lang), source)


def _row(row: dict[str, Any], rows: pd.DataFrame, looks: dict[str, Look], lang: Lang) -> Row:
    name = row[f"region_{lang}"]
    verdict = _verdict(row, rows, lang)
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


def _verdict(row: dict[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the verdict in words; what is level with the best is the best itself."""
    if row["reference"] != "best" or row["verdict"] != "level":
        return term(row["verdict"], lang)
    others = rows.loc[rows["region"] != row["region"], "verdict"]
    if (others == "level").any():
        return _TEXT[lang]["joint lead"]
    return _TEXT[lang]["perhaps" if (others == "undetermined").any() else "lead"]


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
    lo, hi = row["gap_lo"], row["gap_hi"]
    if lo == hi:  # the best, of which more than its gap is an interval
        axes.plot([lo], [y], marker=look.marker, color=look.colour)
        return
    if is_missing(lo) or is_missing(hi):
        _arrow(axes, y, hi if is_missing(lo) else lo, look, -1 if is_missing(lo) else 1)
        return
    axes.barh(
        y, hi - lo, left=lo, height=0.42, facecolor="white", edgecolor=look.colour, linewidth=1.1
    )


def _arrow(axes: Axes, y: float, end: float, look: Look, side: int) -> None:
    """Draw a gap that is known to one side only: from its end, as far as no one knows."""
    axes.plot([end], [y], marker="|", color=look.colour, markersize=9)
    axes.annotate(
        "",
        (end, y),
        xytext=(side * ARROW_POINTS, 0),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": look.colour, "linewidth": 1.3},
    )


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    unit = str(only(rows, "gap_unit"))
    axes = draw_rows(figure, box, points, drawn, unit=unit, axis=unit_words(rows, lang, "gap_unit"))
    axes.axvline(0, color="#1a1a1a", linewidth=0.9)
    widest = max(abs(end) for end in axes.get_xlim())
    axes.set_xlim(-widest * 1.04, widest * 1.04)
    axes.set_xticks([tick for tick in _ROUND.tick_values(-widest, widest) if abs(tick) <= widest])


def _alt(rows: pd.DataFrame, drawn: list[Row], to: str, lang: Lang) -> str:
    parts = [finding(rows, to, lang)]
    parts += [f"{row.label} {row.remark} {row.reason}".rstrip() for row in drawn]
    return sentences([clauses(parts, lang)], lang)


def _native(
    rows: pd.DataFrame, drawn: list[Row], looks: dict[str, Look], lang: Lang
) -> Native | None:
    """Return bars, a series for each region, where all that is drawn is a known gap.

    A bar that stands for an interval does not begin at zero, as Office's bars do.
    """
    there = ~rows["verdict"].isin(["missing", "not-comparable"])
    known = rows["gap"].notna()
    if not known.any() or (there & ~known).any():
        return None
    series = tuple(
        Series(record[f"region_{lang}"], (row.label,), (float(record["gap"]),), (),
               looks[record["region"]].colour)
        for record, row in zip(rows.to_dict("records"), drawn, strict=True)
        if not is_missing(record["gap"]) and row.draw is not None
    )  # fmt: skip
    if not series:
        return None
    return Native(
        "bars",
        series,
        unit_words(rows, lang, "gap_unit"),
        rows=tuple(
            (row.label, row.reason or (row.remark if own else _verdict(record, rows, lang)))
            for row, record, own in zip(
                drawn, rows.to_dict("records"), rows["region"] == rows["reference"], strict=True
            )
        ),
    )
