"""The rank spread of a composite: what its ranks would be under other choices."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.chart import Chart
from compare.charts.common import About, by_reason_in_words, moment, reason_names
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.sources import source_of_regions
from compare.charts.style import Look, region_looks, size_named
from compare.comparisons.frames import as_pandas
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import clauses, reasons_in_words, sentences
from compare.wording.values import is_missing, number
from compare.wording.words import counted

_TEXT = {
    "zh": {
        "spread": "综合名次随权重与方法而变：{parts}",
        "fixed": "综合名次在所有权重与方法下不变：{parts}",
        "none": "综合指数不予计算：可比的地区或指标不足",
        "part": "{region}第{best}–{worst}",
        "one": "{region}第{best}",
        "subtitle": "{moment}，{n}项指标；{variants}种权重、标准化与合成方式；"
        "实心标记为基准名次，圆面积为各名次所占份额",
        "note": "综合指数多半反映各地印了什么，只能与名次的变动范围一起使用",
        "rank": "名次（1为最好）",
        "remark": "基准第{rank}，第{best}–{worst}",
        "join": "，",
    },
    "en": {
        "spread": "Composite ranks change with weights and method: {parts}",
        "fixed": "Composite ranks are the same under all weights and methods: {parts}",
        "none": "No composite: too few regions or indicators can be compared",
        "part": "{region} rank {best}–{worst}",
        "one": "{region} rank {best}",
        "subtitle": "{moment}, {counted}; {variants} variants of weights, normalisation and "
        "aggregation; solid mark: base rank, circle area: share of each rank",
        "note": "A composite is mostly a map of what was published; never use it without the "
        "spread of its ranks",
        "rank": "rank (1 is best)",
        "remark": "base rank {rank}, {best}–{worst}",
        "join": ", ",
    },
}


def rank_spread(composite: Any, variants: Any, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw the ranks of a composite under all its variants.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    variants : frame
        Rows of :func:`compare.composite_variants` for the same.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = as_pandas(composite).sort_values(["rank", "region"], na_position="last", kind="stable")
    shares = _shares(as_pandas(variants))
    looks = region_looks()
    drawn = [_row(row, shares, looks, lang) for row in rows.to_dict("records")]
    words = Words(
        title=finding(rows, lang),
        subtitle=_subtitle(rows, lang),
        note=_note(rows, lang),
        source=source_of_regions(rows.loc[rows["rank"].notna(), "region"], lang),
    )
    return Chart(
        key=f"composite-{'-'.join(sorted(rows['region']))}.{lang}",
        form="rank_spread",
        lang=lang,
        size=size,
        words=words,
        alt=clauses(
            [words.title, *(f"{row.label} {row.remark or row.reason}" for row in drawn)], lang
        ),
        data=rows.reset_index(drop=True),
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, rows, lang),
        plot_height=lines_needed(drawn) * 1.3 + 1,
        about=About(regions=tuple(rows["region"])),
    )


def finding(rows: pd.DataFrame, lang: Lang) -> str:
    """Return how far the ranks spread."""
    text = _TEXT[lang]
    ranked = rows[rows["rank"].notna()]
    if ranked.empty:
        return text["none"]
    parts = []
    for row in ranked.to_dict("records"):
        best, worst = int(row["rank_best"]), int(row["rank_worst"])
        form = "one" if best == worst else "part"
        parts.append(text[form].format(region=row[f"region_{lang}"], best=best, worst=worst))
    fixed = (ranked["rank_best"] == ranked["rank_worst"]).all()
    return text["fixed" if fixed else "spread"].format(parts=text["join"].join(parts))


def _subtitle(rows: pd.DataFrame, lang: Lang) -> str:
    variants, indicators = (
        int(rows[name].max()) if rows[name].notna().any() else 0
        for name in ("variants", "indicators")
    )
    return _TEXT[lang]["subtitle"].format(
        moment=moment(rows.iloc[0].to_dict(), lang),
        n=indicators,
        counted=counted(indicators, "indicator"),
        variants=number(variants),
    )


def _note(rows: pd.DataFrame, lang: Lang) -> str:
    """Return the warning of every composite, and the reasons that concern this one."""
    by_reason: dict[str, list[str]] = {}
    for row in rows[rows["rank"].notna()].to_dict("records"):
        for reason in set(reason_names(row["reasons"])) - _OF_THE_SPREAD:
            by_reason.setdefault(reason, []).append(row[f"region_{lang}"])
    by_reason = dict(sorted(by_reason.items()))
    return sentences([_TEXT[lang]["note"], by_reason_in_words(by_reason, lang)], lang)


_OF_THE_SPREAD = {"interval", "not-common"}
"""Reasons that the spread of ranks, and the number of indicators, say already."""


def _shares(variants: pd.DataFrame) -> dict[str, dict[int, float]]:
    """Return the share of variants that give each region each rank."""
    ranked = variants[variants["rank"].notna()]
    counts = ranked.groupby(["region", "rank"]).size()
    totals = ranked.groupby("region").size()
    shares: dict[str, dict[int, float]] = {}
    for (region, rank), count in counts.items():
        shares.setdefault(region, {})[int(rank)] = count / totals[region]
    return shares


def _row(
    row: dict[str, Any], shares: dict[str, dict[int, float]], looks: dict[str, Look], lang: Lang
) -> Row:
    name = row[f"region_{lang}"]
    if is_missing(row["rank"]):
        return Row(name, reason=reasons_in_words(row["reasons"], lang) or term(row["status"], lang))
    numbers = {key: int(row[key]) for key in ("rank", "rank_best", "rank_worst")}
    remark = _TEXT[lang]["remark"].format(
        rank=numbers["rank"], best=numbers["rank_best"], worst=numbers["rank_worst"]
    )
    look, ranks = looks[row["region"]], shares.get(row["region"], {})
    return Row(
        name,
        remark=remark,
        draw=lambda axes, y, points: _spread(axes, y, numbers, ranks, look, points),
    )


def _spread(
    axes: Axes,
    y: float,
    numbers: dict[str, int],
    ranks: dict[int, float],
    look: Look,
    points: float,
) -> None:
    ends = [numbers["rank_best"], numbers["rank_worst"]]
    axes.plot(ends, [y, y], color=look.colour, linewidth=1.2, alpha=0.6, zorder=1)
    for rank, share in ranks.items():
        axes.scatter(
            [rank], [y], s=share * (points * 2.2) ** 2, color=look.colour, alpha=0.35, zorder=2
        )
    axes.plot(
        [numbers["rank"]], [y], marker=look.marker, color=look.colour, markersize=points * 0.8,
        linestyle="none", zorder=3,
    )  # fmt: skip


def _draw(
    figure: Figure, box: Box, points: float, drawn: list[Row], rows: pd.DataFrame, lang: Lang
) -> None:
    axes = draw_rows(figure, box, points, drawn, axis=_TEXT[lang]["rank"])
    worst = max(int(rows["rank_worst"].max()) if rows["rank_worst"].notna().any() else 1, 2)
    axes.set_xlim(0.5, worst + 0.5)
    located = MaxNLocator(integer=True, nbins=10).tick_values(1, worst)
    axes.set_xticks([tick for tick in located if 1 <= tick <= worst])
