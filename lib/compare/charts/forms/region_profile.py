"""The region profile: a spine chart, all regions on every row, better to the right."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from compare.charts.chart import Chart
from compare.charts.common import (
    about,
    close_reasons,
    documents_of,
    moment,
    reason_names,
    why_missing,
)
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import DASHED
from compare.charts.sources import source_line
from compare.charts.style import Look, region_looks, size_named
from compare.comparisons.frames import as_pandas
from compare.errors import unknown
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, listed, sentences
from compare.wording.values import is_missing, value_in_words
from compare.wording.words import counted

_TEXT = {
    "zh": {
        "title": "{region}：{n}项可与他地同年比较",
        "nothing": "{region}：没有可与他地同年比较的指标",
        "subtitle": "{moment}；右侧为优，每行自有刻度；大点为{region}，小点为其他地区",
        "note": "每行以各地数值与基准的最差、最好为两端；名次按区间推定",
        "limit": "短竖线为全国基准",
        "missing": "各行缺数：{regions}",
        "times": "{region}{n}项",
        "alt": "{name}：{value}（{rank}）",
        "rank": "第{rank}/{of}",
        "joint": "并列第{rank}/{of}",
        "between": "第{best}–{worst}/{of}",
        "alone": "无可比",
        "rows": "{n}行",
    },
    "en": {
        "title": "{region}: {counted} can be compared for one year",
        "nothing": "{region}: no indicator can be compared with another region for one year",
        "subtitle": "{moment}; right is better, each row has its own scale; large: {region}, "
        "small: the others",
        "note": "each row runs from the worst to the best of all values and benchmarks; ranks "
        "follow from the intervals",
        "limit": "a short line is the national benchmark",
        "missing": "without a value: {regions}",
        "times": "{region} {n}",
        "alt": "{name}: {value} ({rank})",
        "rank": "{rank} of {of}",
        "joint": "joint {rank} of {of}",
        "between": "{best}–{worst} of {of}",
        "alone": "alone",
        "rows": "{counted}",
    },
}

_STANDS = {
    "zh": {
        "first": "，{n}项居首（含并列）",
        "last": "，{n}项居末",
        "between": "，{n}项居中",
        "open": "，{n}项无法判定",
    },
    "en": {
        "first": ", first (or level) in {n}",
        "last": ", last in {n}",
        "between": ", in between in {n}",
        "open": ", undetermined in {n}",
    },
}
"""Where a region stands in some of its indicators; what is true of none is not said."""


def region_profile(
    ranked: Any, region: str, benchmarks: Any = None, *, lang: Lang = "zh", size: str = "page"
) -> Chart:
    """Draw one region among the others, indicator by indicator.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for one year and kind, any indicators. Those that
        have a direction and that the region prints are drawn.
    region : str
        Slug of the region.
    benchmarks : frame, optional
        Rows of ``compare.table("benchmarks")``.
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
    everyone = as_pandas(ranked)
    if region not in set(everyone["region"]):
        raise unknown("region", region, set(everyone["region"]))
    own = everyone[
        (everyone["region"] == region)
        & (everyone["direction"] != "neutral")
        & (everyone["lo"].notna() | everyone["hi"].notna())
    ]
    shown = everyone[everyone["indicator"].isin(own["indicator"])]
    name = everyone.loc[everyone["region"] == region, f"region_{lang}"].iloc[0]
    limits = None if benchmarks is None else as_pandas(benchmarks)
    drawn = [
        _row(row, shown[shown["indicator"] == row["indicator"]], limits, lang)
        for row in own.to_dict("records")
    ] or [Row("—", reason=_TEXT[lang]["nothing"].format(region=name))]
    first = everyone.iloc[0].to_dict()
    return Chart(
        key=f"profile-{region}-{first['year']}-{first['kind']}.{lang}",
        form="region_profile",
        lang=lang,
        size=size,
        words=Words(
            title=finding(own, name, lang),
            subtitle=_TEXT[lang]["subtitle"].format(moment=moment(first, lang), region=name),
            note=_note(shown, region, limits, lang),
            source=source_line(documents_of(shown["figure"]), lang),
        ),
        alt=_alt(own, shown, name, lang),
        data=shown.reset_index(drop=True),
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, shown, region, lang),
        plot_height=lines_needed(drawn) * 1.3 + 4,
        about=about(shown, own["figure"]),
    )


def finding(own: pd.DataFrame, name: str, lang: Lang) -> str:
    """Return in how many indicators the region is first, last, between or undetermined."""
    text = _TEXT[lang]
    compared = own[own["of"] > 1]
    if compared.empty:
        return text["nothing"].format(region=name)
    decided = compared[compared["rank"].notna()]
    first, last = decided["rank"] == 1, decided["rank"] == decided["of"]
    counts = {
        "first": int(first.sum()),
        "last": int((last & ~first).sum()),
        "between": int((~first & ~last).sum()),
        "open": len(compared) - len(decided),
    }
    title = text["title"].format(
        region=name, n=len(compared), counted=counted(len(compared), "indicator")
    )
    return title + "".join(_STANDS[lang][part].format(n=n) for part, n in counts.items() if n)


def _note(shown: pd.DataFrame, region: str, limits: pd.DataFrame | None, lang: Lang) -> str:
    """Explain the marks, and say which regions print nothing for how many of the rows."""
    text = _TEXT[lang]
    own = shown[shown["region"] == region].to_dict("records")
    limited = any(_limit(row, limits) is not None for row in own)
    absent = shown[shown["lo"].isna() & shown["hi"].isna()]
    names = list(dict.fromkeys(shown[f"region_{lang}"]))
    by_reason: dict[str, Counter[str]] = {}
    for row in absent.to_dict("records"):
        by_reason.setdefault(why_missing(row, lang), Counter())[row[f"region_{lang}"]] += 1
    missing = [
        about_words(
            reason,
            listed([text["times"].format(region=n, n=rows[n]) for n in names if n in rows], lang),
            lang,
        )
        for reason, rows in by_reason.items()
    ]
    note = [
        clauses([text["note"], text["limit"] if limited else ""], lang),
        text["missing"].format(regions=clauses(missing, lang)) if missing else "",
        _cautions(shown, region, lang),
        close_reasons(shown, shown["figure"], lang, most=_MOST_REASONS),
    ]
    return sentences(note, lang)


_MOST_REASONS = 4
"""Reasons that a note has room for."""


def _cautions(shown: pd.DataFrame, region: str, lang: Lang) -> str:
    """Return what is to be kept in mind of the region's own ranks, with its indicators."""
    own = shown[(shown["region"] == region) & (shown["of"] > 1)]
    by_reason: dict[str, list[str]] = {}
    for row in own.to_dict("records"):
        for reason in reason_names(row["reasons"]):
            by_reason.setdefault(reason, []).append(row[f"indicator_{lang}"])
    counts = [
        about_words(
            term(reason, lang),
            _TEXT[lang]["rows"].format(n=len(named), counted=counted(len(named), "row")),
            lang,
        )
        for reason, named in by_reason.items()
    ]
    return clauses(counts, lang)


def _rank(row: dict[str, Any], shown: pd.DataFrame, lang: Lang) -> str:
    text = _TEXT[lang]
    if is_missing(row["rank_best"]) or row["of"] < 2:
        return text["alone"]
    best, worst, of = (int(row[name]) for name in ("rank_best", "rank_worst", "of"))
    if best == worst:
        same = shown[(shown["indicator"] == row["indicator"]) & (shown["region"] != row["region"])]
        form = "joint" if (same["rank"] == best).any() else "rank"
        return text[form].format(rank=best, of=of)
    return text["between"].format(best=best, worst=worst, of=of)


def _alt(own: pd.DataFrame, shown: pd.DataFrame, name: str, lang: Lang) -> str:
    parts = [finding(own, name, lang)]
    parts += [
        _TEXT[lang]["alt"].format(
            name=row[f"indicator_{lang}"],
            value=value_in_words(row, lang),
            rank=_rank(row, shown, lang),
        )
        for row in own.to_dict("records")
    ]
    return sentences([clauses(parts, lang)], lang)


def _row(
    own: dict[str, Any], everyone: pd.DataFrame, limits: pd.DataFrame | None, lang: Lang
) -> Row:
    marks = [row for row in everyone.to_dict("records") if not _nothing(row)]
    looks = region_looks()
    limit = _limit(own, limits)
    if len(marks) < 2 and limit is None:
        reason = f"{value_in_words(own, lang)}  {_TEXT[lang]['alone']}"
        return Row(own[f"indicator_{lang}"], reason=reason)
    ends = [end for row in marks for end in _ends(row)] + ([limit] if limit is not None else [])
    scale = _Scale(min(ends), max(ends), own["direction"] == "lower")
    return Row(
        own[f"indicator_{lang}"],
        remark=f"{value_in_words(own, lang)}  {_rank(own, everyone, lang)}",
        draw=lambda axes, y, points: _spine(axes, y, own, marks, limit, scale, looks, points),
    )


class _Scale:
    """Puts values of one row between 0 (worst) and 1 (best)."""

    def __init__(self, lowest: float, highest: float, lower_is_better: bool) -> None:
        self.lowest, self.span = lowest, highest - lowest
        self.turned = lower_is_better

    def __call__(self, value: float) -> float:
        share = (value - self.lowest) / self.span if self.span else 0.5
        return 1 - share if self.turned else share


def _nothing(row: dict[str, Any]) -> bool:
    return is_missing(row["lo"]) and is_missing(row["hi"])


def _ends(row: dict[str, Any]) -> list[float]:
    return [row[name] for name in ("lo", "hi", "value") if not is_missing(row[name])]


def _limit(own: dict[str, Any], limits: pd.DataFrame | None) -> float | None:
    """Return the national benchmark of the moment, or else the standing standard."""
    if limits is None:
        return None
    known = limits[limits["indicator"] == own["indicator"]]
    dated = known[(known["year"] == own["year"]) & (known["kind"] == own["kind"])]
    chosen = dated if len(dated) else known[known["kind"] == "standard"]
    return None if chosen.empty else float(chosen.iloc[0]["value"])


def _spine(
    axes: Axes,
    y: float,
    own: dict[str, Any],
    marks: list[dict[str, Any]],
    limit: float | None,
    scale: _Scale,
    looks: dict[str, Look],
    points: float,
) -> None:
    axes.plot([0, 1], [y, y], color="#d9d9d9", linewidth=1.2, zorder=1)
    if limit is not None:
        place = scale(limit)
        axes.plot([place, place], [y - 0.35, y + 0.35], color="#1a1a1a", linewidth=1.4, zorder=2)
    seen: list[float] = []
    for row in sorted(marks, key=lambda row: row["region"] != own["region"]):
        mine = row["region"] == own["region"]
        look = looks[row["region"]]
        ends = [scale(end) for end in _ends(row)]
        if len(set(ends)) > 1:
            style = "solid" if mine else DASHED
            axes.plot(
                [min(ends), max(ends)], [y, y], color=look.colour, linestyle=style,
                linewidth=2.2 if mine else 1.0, alpha=0.6, zorder=2,
            )  # fmt: skip
        at = scale(row["value"] if not is_missing(row["value"]) else _ends(row)[0])
        beside = sum(abs(at - other) < _CLOSE for other in seen)
        hollow = row["comparability"] == "proxy"
        axes.plot(
            [at], [y - _APART * beside], marker=look.marker, linestyle="none",
            markersize=points * (1.05 if mine else 0.72), markeredgewidth=0.6,
            markeredgecolor="white" if not (mine or hollow) else look.colour,
            markerfacecolor="white" if hollow else look.colour, zorder=3 if mine else 4,
        )  # fmt: skip
        seen.append(at)


_CLOSE = 0.03
"""Distance, of the width, at which one mark would hide another."""

_APART = 0.3
"""How far, of a row's height, a mark then stands above the other."""


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    drawn: list[Row],
    shown: pd.DataFrame,
    region: str,
    lang: Lang,
) -> None:
    legend = points * 1.6 / 72
    rows = Box(box.left, box.bottom + legend, box.width, box.height - legend)
    axes = draw_rows(figure, rows, points, drawn)
    axes.set_xlim(-0.05, 1.05)
    axes.xaxis.set_major_formatter(lambda value, _: _better(lang) if value else _worse(lang))
    axes.set_xticks([0, 1])
    axes.grid(False)
    _legend(figure, box, points, shown, lang)


def _worse(lang: Lang) -> str:
    return "较差" if lang == "zh" else "worse"


def _better(lang: Lang) -> str:
    return "较好" if lang == "zh" else "better"


def _legend(figure: Figure, box: Box, points: float, shown: pd.DataFrame, lang: Lang) -> None:
    """Name the mark of every region that is drawn, below the rows."""
    there = shown[shown["lo"].notna() | shown["hi"].notna()]
    names = dict(zip(there["region"], there[f"region_{lang}"], strict=True))
    looks = region_looks()
    handles = [
        Line2D([], [], marker=looks[key].marker, color=looks[key].colour, linestyle="none",
               markersize=points * 0.7, label=name)
        for key, name in names.items()
    ]  # fmt: skip
    width, height = figure.get_size_inches()
    legend = figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(box.left / width, box.bottom / height),
        ncols=len(handles),
        frameon=False,
        fontsize=points * 0.9,
        handletextpad=0.1,
        columnspacing=1.0,
        borderpad=0,
    )
    for text in legend.get_texts():
        text.set_parse_math(False)
