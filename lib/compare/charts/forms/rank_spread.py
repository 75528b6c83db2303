"""The rank spread of a composite: what its ranks would be under other choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from compare.charts.boundary import named_rows
from compare.charts.chart import About, Chart
from compare.charts.choosing import places_named
from compare.charts.keys import file_key
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.legend import ANYONE, Entry, entries
from compare.charts.marks import BOUND, OUTCOME, TARGET, draw_point, draw_whisker, meant
from compare.charts.style import Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.comparisons.frames import as_pandas
from compare.finding.rows import check_made_by
from compare.finding.spreads import spread_finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import (
    by_reason_in_words,
    clauses,
    moment,
    reason_names,
    reasons_in_words,
    sentences,
)
from compare.wording.references import source_line
from compare.wording.values import is_missing

PLACE = 90
"""Its place among the forms of a subject."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield nothing: which indicators a composite is made of, its reader chooses."""
    yield from ()


def rank_spread(
    composite: Any,
    variants: Any,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw the ranks of a composite under all its variants.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    variants : frame
        Rows of :func:`compare.composite_variants` for the same.
    evidence : Evidence, optional
        Names, looks and sources: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = named_rows(composite, evidence)
    check_made_by("composite", rows)
    rows = rows.sort_values(["rank", "region"], na_position="last", kind="stable")
    rows = rows.reset_index(drop=True)
    shares = _shares(as_pandas(variants))
    looks = region_looks(known, rows["region"])
    drawn = [_row(row, shares, looks, lang) for row in records(rows)]
    scored = rows.get("figures", ())
    words = Words(
        title=spread_finding(rows, lang),
        subtitle=_subtitle(rows, lang),
        note=_note(rows, lang),
        source=source_line(known.sources(scored), lang),
    )
    return Chart(
        key=file_key(f"composite-{'-'.join(sorted(rows['region']))}", lang),
        form="rank_spread",
        lang=lang,
        size=size,
        words=words,
        alt=clauses(
            [words.title, *(f"{row.label} {row.remark or row.reason}" for row in drawn)], lang
        ),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, rows, words.title, lang),
        plot_height=lines_needed(drawn) + 2,
        about=About(regions=tuple(rows["region"])),
    )


def _subtitle(rows: pd.DataFrame, lang: Lang) -> str:
    variants, indicators = (
        int(rows[name].max()) if rows[name].notna().any() else 0
        for name in ("variants", "indicators")
    )
    return say(
        "rank-spread-subtitle",
        lang,
        moment=moment(rows.iloc[0].to_dict(), lang),
        counted=say("count-indicators", lang, n=indicators),
        variants=variants,
    )


def _note(rows: pd.DataFrame, lang: Lang) -> str:
    """Return the warning of every composite, and the reasons that concern this one."""
    by_reason: dict[str, list[str]] = {}
    for row in records(rows[rows["rank"].notna()]):
        for reason in set(reason_names(row["reasons"])) - _OF_THE_SPREAD:
            by_reason.setdefault(reason, []).append(row[f"region_{lang}"])
    by_reason = dict(sorted(by_reason.items()))
    return sentences([say("rank-spread-note", lang), by_reason_in_words(by_reason, lang)], lang)


_OF_THE_SPREAD = {"interval", "not-common"}
"""Reasons that the spread of ranks, and the number of indicators, say already."""


def _shares(variants: pd.DataFrame) -> dict[str, dict[int, float]]:
    """Return the share of variants that give each region each rank."""
    ranked = variants[variants["rank"].notna()]
    counts = ranked.groupby(["region", "rank"]).size()
    part = counts / counts.groupby(level="region").transform("sum")
    shares: dict[str, dict[int, float]] = {}
    for (region, rank), share in zip(part.index, part.tolist(), strict=True):
        shares.setdefault(region, {})[int(rank)] = share
    return shares


def _row(
    row: dict[str, Any], shares: dict[str, dict[int, float]], looks: dict[str, Look], lang: Lang
) -> Row:
    name = row[f"region_{lang}"]
    if is_missing(row["rank"]):
        return Row(name, reason=reasons_in_words(row["reasons"], lang) or term(row["status"], lang))
    base = TARGET if row.get("kind") == "target" else OUTCOME
    numbers = {key: int(row[key]) for key in ("rank", "rank_best", "rank_worst")}
    remark = say(
        "rank-spread-remark",
        lang,
        rank=numbers["rank"],
        best=numbers["rank_best"],
        worst=numbers["rank_worst"],
    )
    look, ranks = looks[row["region"]], shares.get(row["region"], {})
    return Row(
        name,
        remark=remark,
        draw=lambda axes, y, points: _spread(axes, y, numbers, ranks, base, look, points),
    )


def _spread(
    axes: Axes,
    y: float,
    numbers: dict[str, int],
    ranks: dict[int, float],
    base: str,
    look: Look,
    points: float,
) -> None:
    ends = (numbers["rank_best"], numbers["rank_worst"])
    if ends[0] != ends[1]:
        draw_whisker(axes, y, ends, look, points)
    axes.scatter(
        list(ranks),
        [y] * len(ranks),
        s=[share * (points * 2.2) ** 2 for share in ranks.values()],
        color=look.colour,
        alpha=0.35,
        linewidth=0,
        label=meant(SHARE),
        zorder=2,
    )
    draw_point(axes, y, numbers["rank"], (base,), look, points)


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    drawn: list[Row],
    rows: pd.DataFrame,
    title: str,
    lang: Lang,
) -> None:
    axes = draw_rows(
        figure,
        box,
        points,
        drawn,
        axis=say("rank-spread-rank", lang),
        legend=_legend(rows, lang),
        told=places_named(title, rows[f"region_{lang}"]),
        lang=lang,
    )
    worst = max(int(rows["rank_worst"].max()) if rows["rank_worst"].notna().any() else 1, 2)
    axes.set_xlim(0.5, worst + 0.5)
    located = MaxNLocator(integer=True, nbins=10).tick_values(1, worst)
    axes.set_xticks([tick for tick in located if 1 <= tick <= worst])


SHARE = "share"
"""The mark of this form alone: a circle, whose area is the share of variants."""


def _legend(rows: pd.DataFrame, lang: Lang) -> list[Entry]:
    """Name the rank of the base, the range of the ranks, and the circles."""
    ranked = rows[rows["rank"].notna()]
    if ranked.empty:
        return []
    base = TARGET if set(ranked.get("kind", [])) == {"target"} else OUTCOME
    wide = (ranked["rank_best"] != ranked["rank_worst"]).any()
    said = {base: say("rank-spread-base", lang), BOUND: say("rank-spread-range", lang)}
    circle = {"color": ANYONE.colour, "alpha": 0.35, "linewidth": 0}
    return [
        *entries([base, *([BOUND] if wide else [])], lang, **said),
        Entry(say("rank-spread-share", lang), cell=circle),
    ]
