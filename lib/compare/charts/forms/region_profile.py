"""The region profile: a spine chart, all regions on every row, better to the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from compare.charts.boundary import about, chart_rows
from compare.charts.chart import Chart
from compare.charts.labelled_rows import Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.marks import DASHED
from compare.charts.remarks import close_reasons, why_missing
from compare.charts.sides import RIGHT, BetterRight, side_in_words
from compare.charts.style import INK, Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.errors import unknown
from compare.finding.profiles import profile_finding, standing
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, listed, moment, reason_names, sentences
from compare.wording.references import source_line
from compare.wording.values import is_missing, value_in_words

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
            lang=subject.lang,
            size=subject.size,
        )


def region_profile(
    ranked: Any,
    region: str,
    *,
    evidence: Evidence | None = None,
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
        The region, as the rows name it.
    evidence : Evidence, optional
        Names, looks, sources, reasons and benchmarks: :func:`compare.evidence`.
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
    drawn = [
        _row(row, shown[shown["indicator"] == row["indicator"]], known, looks, lang)
        for row in own.to_dict("records")
    ] or [Row("—", reason=profile_finding(own, name, lang))]
    first = everyone.iloc[0].to_dict()
    return Chart(
        key=f"profile-{region}-{first['year']}-{first['kind']}.{lang}",
        form="region_profile",
        lang=lang,
        size=size,
        words=Words(
            title=profile_finding(own, name, lang),
            subtitle=say(
                "region-profile-subtitle",
                lang,
                moment=moment(first, lang),
                side=side_in_words(RIGHT, lang),
                region=name,
            ),
            note=_note(shown, region, known, lang),
            source=source_line(known.sources(shown["figure"]), lang),
        ),
        alt=_alt(own, shown, name, lang),
        data=shown.reset_index(drop=True),
        plot=lambda figure, box, points: _draw(figure, box, points, drawn, shown, looks, lang),
        plot_height=lines_needed(drawn) * 1.3 + 4,
        about=about(shown, own["figure"]),
    )


def _note(shown: pd.DataFrame, region: str, known: Evidence, lang: Lang) -> str:
    """Explain the marks, and say which regions print nothing for how many of the rows."""
    own = shown[shown["region"] == region].to_dict("records")
    limited = any(_limit(row, known) is not None for row in own)
    limit = say("region-profile-limit", lang) if limited else ""
    missing = _missing(shown, lang)
    note = [
        clauses([say("region-profile-note", lang), limit], lang),
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
    for row in absent.to_dict("records"):
        by_reason.setdefault(why_missing(row, lang), Counter())[row[f"region_{lang}"]] += 1
    said = []
    for reason, counts in by_reason.items():
        times = [
            say("region-profile-times", lang, region=name, n=counts[name])
            for name in names
            if name in counts
        ]
        said.append(about_words(reason, listed(times, lang), lang))
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


def _alt(own: pd.DataFrame, shown: pd.DataFrame, name: str, lang: Lang) -> str:
    parts = [profile_finding(own, name, lang)]
    parts += [
        say(
            "region-profile-alt",
            lang,
            indicator=row[f"indicator_{lang}"],
            value=value_in_words(row, lang),
            rank=standing(row, shown, lang),
        )
        for row in own.to_dict("records")
    ]
    return sentences([clauses(parts, lang)], lang)


def _row(
    own: dict[str, Any],
    everyone: pd.DataFrame,
    known: Evidence,
    looks: Mapping[str, Look],
    lang: Lang,
) -> Row:
    marks = [row for row in everyone.to_dict("records") if not _nothing(row)]
    limit = _limit(own, known)
    name, value = own[f"indicator_{lang}"], value_in_words(own, lang)
    if len(marks) < 2 and limit is None:
        return Row(name, reason=f"{value}  {standing(own, everyone, lang)}")
    ends = [end for row in marks for end in _ends(row)] + ([limit] if limit is not None else [])
    scale = BetterRight(min(ends), max(ends), own["direction"])
    return Row(
        name,
        remark=f"{value}  {standing(own, everyone, lang)}",
        draw=lambda axes, y, points: _spine(axes, y, own, marks, limit, scale, looks, points),
    )


def _nothing(row: dict[str, Any]) -> bool:
    return is_missing(row["lo"]) and is_missing(row["hi"])


def _ends(row: dict[str, Any]) -> list[float]:
    return [row[name] for name in ("lo", "hi", "value") if not is_missing(row[name])]


def _limit(own: Mapping[str, Any], known: Evidence) -> float | None:
    """Return the national benchmark of the moment, or else the standing standard."""
    limits = known.benchmarks
    of_nation = limits[
        (limits["indicator"] == own["indicator"]) & (limits["scope"] == "national")
    ].to_dict("records")
    moment = (own["year"], own["kind"])
    dated = [row for row in of_nation if (row["year"], row["kind"]) == moment]
    chosen = dated or [row for row in of_nation if row["kind"] == "standard"]
    return float(chosen[0]["value"]) if chosen else None


def _spine(
    axes: Axes,
    y: float,
    own: dict[str, Any],
    marks: list[dict[str, Any]],
    limit: float | None,
    scale: BetterRight,
    looks: Mapping[str, Look],
    points: float,
) -> None:
    axes.plot([0, 1], [y, y], color="#d9d9d9", linewidth=1.2, zorder=1)
    if limit is not None:
        place = scale(limit)
        axes.plot([place, place], [y - 0.35, y + 0.35], color=INK, linewidth=1.4, zorder=2)
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
    looks: Mapping[str, Look],
    lang: Lang,
) -> None:
    legend = points * 1.6 / 72
    rows = Box(box.left, box.bottom + legend, box.width, box.height - legend)
    axes = draw_rows(figure, rows, points, drawn)
    axes.set_xlim(-0.05, 1.05)
    axes.set_xticks([0, 1], [say(f"region-profile-{end}", lang) for end in ("worse", "better")])
    axes.grid(False)
    _legend(figure, box, points, shown, looks, lang)


def _legend(
    figure: Figure,
    box: Box,
    points: float,
    shown: pd.DataFrame,
    looks: Mapping[str, Look],
    lang: Lang,
) -> None:
    """Name the mark of every region that is drawn, below the rows."""
    there = shown[shown["lo"].notna() | shown["hi"].notna()]
    names = dict(zip(there["region"], there[f"region_{lang}"], strict=True))
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
