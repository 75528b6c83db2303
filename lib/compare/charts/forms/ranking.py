"""The ranking: dots with interval whiskers, in the order that the verdicts allow."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.chart import Chart, Native, Series
from compare.charts.common import (
    about,
    close_reasons,
    documents_of,
    moment,
    natural_bounds,
    only,
    remarks_of,
    unit_words,
    why_missing,
)
from compare.charts.labelled_rows import WHOLE, Limit, Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import draw_interval
from compare.charts.office.natives import interval_series, point_series
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.comparisons.frames import as_pandas
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import clauses, joined, listed, sentences
from compare.wording.values import is_missing, value_in_words

_TEXT = {
    "zh": {
        "leads": "{indicator}：可比的{of}地中{first}领先（{value}）",
        "level": "{indicator}：{first}持平（{value}）",
        "undetermined": "{indicator}：{first}之间无法判定先后",
        "alone": "{indicator}：只有{first}的{moment}可用，无从比较",
        "none": "{indicator}：没有可比的{moment}",
        "counts": "{indicator}：{moment}只列数值，不评优劣",
        "subtitle": "{moment}，{unit}，{direction}",
        "higher": "越高越好",
        "lower": "越低越好",
        "neutral": "不分优劣",
        "intervals": "横线为“以上”“以内”等所指的区间",
        "ranks": "名次按区间推定，区间重叠即无法判定先后",
        "rank": "第{rank}",
        "joint": "并列第{rank}",
        "perhaps": "第{rank}（可能并列）",
        "between": "第{best}–{worst}",
        "benchmarks": "虚线：{listed}",
    },
    "en": {
        "leads": "{indicator}: of {of} that can be compared, {first} is ahead ({value})",
        "level": "{indicator}: {first} are level ({value})",
        "undetermined": "{indicator}: no order can be determined between {first}",
        "alone": "{indicator}: only {first} has a usable {moment}; there is nothing to "
        "compare with",
        "none": "{indicator}: there is no comparable {moment}",
        "counts": "{indicator}: {moment}, values only, neither better nor worse",
        "subtitle": "{moment}, {unit}, {direction}",
        "higher": "higher is better",
        "lower": "lower is better",
        "neutral": "neither way is better",
        "intervals": "lines are the intervals that words such as 'at least' stand for",
        "ranks": "ranks follow from the intervals; where they overlap, no order is determined",
        "rank": "rank {rank}",
        "joint": "joint rank {rank}",
        "perhaps": "rank {rank} (perhaps joint)",
        "between": "rank {best}–{worst}",
        "benchmarks": "dashed: {listed}",
    },
}


def ranking(ranked: Any, benchmarks: Any = None, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw one indicator's values with their possible ranks.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for one indicator, year and kind.
    benchmarks : frame, optional
        Rows of ``compare.table("benchmarks")``; those of the indicator that stand for
        good, or for the same year and kind, are drawn as lines.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = _ordered(as_pandas(ranked))
    limits = _limits(rows, benchmarks, lang)
    first = rows.iloc[0]
    key = f"ranking-{only(rows, 'indicator')}-{only(rows, 'year')}-{only(rows, 'kind')}.{lang}"
    looks = region_looks()
    drawn = [_row(row, rows, looks, lang) for row in rows.to_dict("records")]
    return Chart(
        key=key,
        form="ranking",
        lang=lang,
        size=size,
        words=_words(rows, first, limits, lang),
        alt=_alt(rows, drawn, limits, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, rows, drawn, limits, lang),
        plot_height=lines_needed(drawn) * 1.3 + 1,
        about=about(rows, rows["figure"]),
        native=_native(rows, drawn, limits, looks, lang),
    )


def finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return what a ranking shows, and never more than the intervals allow."""
    text = _TEXT[lang]
    ranked = rows[rows["rank_best"].notna() & (rows["of"] > 1)]
    present = rows[rows["lo"].notna() | rows["hi"].notna()]
    about_it = {
        "indicator": rows.iloc[0][f"indicator_{lang}"],
        "moment": moment(rows.iloc[0].to_dict(), lang),
    }
    if rows.iloc[0]["direction"] == "neutral" and len(present) > 1:
        return text["counts"].format(**about_it)
    if ranked.empty:
        form = "alone" if len(present) == 1 else "none"
        names = joined(list(present[f"region_{lang}"]), lang)
        return text[form].format(first=names, **about_it)
    top = ranked[ranked["rank_best"] == 1]
    names = joined(list(top[f"region_{lang}"]), lang)
    value = value_in_words(top.iloc[0].to_dict(), lang)
    if len(top) == 1:
        return text["leads"].format(first=names, value=value, of=len(ranked), **about_it)
    if (top["rank"] == 1).all():
        return text["level"].format(first=names, value=value, **about_it)
    return text["undetermined"].format(first=names, **about_it)


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Order by best, then worst rank; regions without a rank come last."""
    return rows.sort_values(
        ["rank_best", "rank_worst", "adcode"], na_position="last", kind="stable"
    ).reset_index(drop=True)


def _limits(rows: pd.DataFrame, benchmarks: Any, lang: Lang) -> list[Limit]:
    if benchmarks is None:
        return []
    known = as_pandas(benchmarks)
    same = (known["kind"] == "standard") | (
        (known["year"] == rows.iloc[0]["year"]) & (known["kind"] == rows.iloc[0]["kind"])
    )
    chosen = known[(known["indicator"] == rows.iloc[0]["indicator"]) & same]
    unit = rows.iloc[0]["unit"]
    named = []
    for limit in chosen.to_dict("records"):
        shown = value_in_words({**limit, "unit": unit}, lang)
        gap = "" if lang == "zh" else " "
        name = f"{term(limit['scope'], lang)}{gap}{term(limit['kind'], lang)} {shown}"
        named.append(Limit(float(limit["value"]), name))
    return named


def _words(rows: pd.DataFrame, first: pd.Series, limits: list[Limit], lang: Lang) -> Words:
    text = _TEXT[lang]
    names = listed([limit.name for limit in limits], lang)
    ranked = rows["rank_best"].notna() & (rows["of"] > 1)
    explained = [
        text["intervals"] if _has_intervals(rows) else "",
        text["ranks"] if ranked.any() else "",
    ]
    note = [
        text["benchmarks"].format(listed=names) if limits else "",
        clauses(explained, lang),
        remarks_of(rows, lang),
        close_reasons(rows, rows["figure"], lang),
    ]
    subtitle = text["subtitle"].format(
        moment=moment(first.to_dict(), lang),
        unit=unit_words(rows, lang),
        direction=text[first["direction"]],
    )
    return Words(
        title=finding(rows, lang),
        subtitle=subtitle,
        note=sentences(note, lang),
        source=source_line(documents_of(rows["figure"]), lang),
    )


def _has_intervals(rows: pd.DataFrame) -> bool:
    """Tell whether any value is drawn as a line."""
    there = rows["lo"].notna() | rows["hi"].notna()
    return bool((there & (rows["lo"] != rows["hi"])).any())


def _row(row: dict[str, Any], rows: pd.DataFrame, looks: dict[str, Look], lang: Lang) -> Row:
    name = row[f"region_{lang}"]
    if is_missing(row["lo"]) and is_missing(row["hi"]):
        return Row(name, reason=why_missing(row, lang))
    value = value_in_words(row, lang)
    return Row(
        name,
        remark=f"{value}  {_rank(row, rows, lang)}".strip(),
        draw=lambda axes, y, points: draw_interval(axes, y, row, looks[row["region"]], points),
    )


def _rank(row: dict[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the rank, or the ranks, that the intervals allow; ties are said to be ties."""
    text = _TEXT[lang]
    if is_missing(row["rank_best"]) or row["of"] < 2:
        return ""
    if is_missing(row["rank"]):
        return text["between"].format(best=int(row["rank_best"]), worst=int(row["rank_worst"]))
    others = rows[rows["region"] != row["region"]]
    form = "rank"
    if (others["rank_best"] == row["rank"]).any():
        form = "joint" if (others["rank"] == row["rank"]).any() else "perhaps"
    return text[form].format(rank=int(row["rank"]))


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    rows: pd.DataFrame,
    drawn: list[Row],
    limits: list[Limit],
    lang: Lang,
) -> None:
    draw_rows(
        figure,
        box,
        points,
        drawn,
        unit=str(only(rows, "unit")),
        axis=unit_words(rows, lang),
        bounds=natural_bounds(rows),
        limits=limits,
    )


def _alt(rows: pd.DataFrame, drawn: list[Row], limits: list[Limit], lang: Lang) -> str:
    parts = [finding(rows, lang)]
    parts += [f"{row.label} {row.remark or row.reason}" for row in drawn]
    parts += [limit.name for limit in limits]
    return sentences([clauses(parts, lang)], lang)


def _native(
    rows: pd.DataFrame, drawn: list[Row], limits: list[Limit], looks: dict[str, Look], lang: Lang
) -> Native | None:
    """Return the same rows for Office: a series for each region, its interval and each limit."""
    series: list[Series] = []
    for place, row in enumerate(rows.to_dict("records")):
        if is_missing(row["lo"]) and is_missing(row["hi"]):
            continue
        name, look = row[f"region_{lang}"], looks[row["region"]]
        series += interval_series(row, name, look, place, lang)
        series += point_series(row, name, look, place)
    unit = str(only(rows, "unit"))
    if not series or unit == "year":  # an axis of years is divided as Office cannot
        return None
    return Native(
        "rows",
        tuple(series),
        unit_words(rows, lang),
        rows=tuple((row.label, row.remark or row.reason) for row in drawn),
        limits=tuple((limit.value, limit.name) for limit in limits),
        bounds=natural_bounds(rows),
        whole=unit in WHOLE,
    )
