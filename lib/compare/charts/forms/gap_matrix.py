"""The gap matrix: every pair of regions, with what can be said of it and what cannot."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from compare.charts.chart import Chart
from compare.charts.common import (
    about,
    by_reason_in_words,
    close_reasons,
    documents_of,
    missing_in_words,
    moment,
    only,
    reason_names,
    unit_words,
)
from compare.charts.layout import Box, Words, fitting
from compare.charts.sources import source_line
from compare.charts.style import PALE, size_named
from compare.comparisons.frames import as_pandas
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, listed, reasons_in_words, sentences
from compare.wording.values import is_missing

_FILL = {
    "ahead": "#0072B2",
    "behind": "#E9C9A8",
    "level": "#BFD9C9",
    "undetermined": "#ffffff",
    "not-comparable": "#ffffff",
    "missing": PALE,
}
_INK = {"ahead": "#ffffff"}
_SIGN = {"undetermined": "?", "not-comparable": "×", "missing": ""}
_UNDECIDED = ("undetermined", "not-comparable")

_TEXT = {
    "zh": {
        "title": "{pairs}对地区中，{counted}",
        "decided": "{n}对可判定",
        "undetermined": "{n}对无法判定先后",
        "not-comparable": "{n}对不可比",
        "missing": "{n}对缺数据",
        "subtitle": "{moment}；格内为行减列之差（{unit}），颜色为行对列",
        "ahead": "蓝为领先，浅褐为落后，浅绿为持平",
        "?": "“?”为区间重叠，无法判定先后",
        "×": "“×”为不可比",
        "grey": "灰为缺数据",
        "cell": "{row}对{column}：{verdict}",
        "join": "，",
    },
    "en": {
        "title": "of {pairs} pairs, {counted}",
        "decided": "{n} can be decided",
        "undetermined": "{n} cannot be decided",
        "not-comparable": "{n} are not comparable",
        "missing": "{n} lack a value",
        "subtitle": "{moment}; cells hold row less column ({unit}), coloured row against column",
        "ahead": "blue: ahead, tan: behind, pale green: level",
        "?": "?: the intervals overlap, so that no order is determined",
        "×": "×: not comparable",
        "grey": "grey: a value is missing",
        "cell": "{row} against {column}: {verdict}",
        "join": ", ",
    },
}
_DECIDED = ("ahead", "behind", "level")


def gap_matrix(gaps: Any, *, lang: Lang = "zh", size: str = "half") -> Chart:
    """Draw every pair of regions for one indicator.

    Parameters
    ----------
    gaps : frame
        Rows of ``compare.gaps(…, to="every")`` for one indicator, year and kind.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows = as_pandas(gaps).sort_values("adcode", kind="stable").reset_index(drop=True)
    names = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    figures = list(rows["figure"])
    moments = f"{only(rows, 'year')}-{only(rows, 'kind')}"
    return Chart(
        key=f"matrix-{only(rows, 'indicator')}-{moments}.{lang}",
        form="gap_matrix",
        lang=lang,
        size=size,
        words=Words(
            title=_title(rows, lang),
            subtitle=_TEXT[lang]["subtitle"].format(
                moment=moment(rows.iloc[0].to_dict(), lang), unit=unit_words(rows, lang, "gap_unit")
            ),
            note=_note(rows, names, lang),
            source=source_line(documents_of(figures), lang),
        ),
        alt=_alt(rows, names, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(figure, box, points, rows, names),
        plot_height=len(names) * 3.2 + 4,
        about=about(rows, figures),
    )


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each pair once."""
    return rows[rows["region"] < rows["reference"]]


def _title(rows: pd.DataFrame, lang: Lang) -> str:
    text = _TEXT[lang]
    verdicts = _once(rows)["verdict"]
    sorts = verdicts.where(~verdicts.isin(_DECIDED), "decided").value_counts()
    order = ("decided", "undetermined", "not-comparable", "missing")
    counted = [text[sort].format(n=int(sorts[sort])) for sort in order if sort in sorts]
    said = text["title"].format(pairs=len(verdicts), counted=text["join"].join(counted))
    return about_words(rows.iloc[0][f"indicator_{lang}"], said, lang)


def _note(rows: pd.DataFrame, names: dict[str, str], lang: Lang) -> str:
    text = _TEXT[lang]
    verdicts = set(rows["verdict"])
    signs = {
        "ahead": verdicts & {*_DECIDED},
        "?": "undetermined" in verdicts,
        "×": "not-comparable" in verdicts,
        "grey": "missing" in verdicts,
    }
    once = _once(rows)
    by_reason: dict[str, list[str]] = {}
    for row in once[once["verdict"] == "not-comparable"].to_dict("records"):
        pair = f"{names[row['region']]}–{names[row['reference']]}"
        by_reason.setdefault(reasons_in_words(row["reasons"], lang), []).append(pair)
    refused = [about_words(why, listed(pairs, lang), lang) for why, pairs in by_reason.items()]
    note = [
        clauses([text[sign] for sign, there in signs.items() if there], lang),
        clauses(refused, lang),
        _cautions(once, names, lang),
        missing_in_words(rows, lang),
        close_reasons(rows, rows["figure"], lang),
    ]
    return sentences(note, lang)


def _cautions(once: pd.DataFrame, names: dict[str, str], lang: Lang) -> str:
    """Return what is to be kept in mind of the pairs that are compared."""
    by_reason: dict[str, list[str]] = {}
    compared = once[once["verdict"].isin((*_DECIDED, "undetermined"))]
    for row in compared.to_dict("records"):
        for reason in reason_names(row["reasons"]):
            pair = f"{names[row['region']]}–{names[row['reference']]}"
            by_reason.setdefault(reason, []).append(pair)
    return by_reason_in_words(by_reason, lang)


def _alt(rows: pd.DataFrame, names: dict[str, str], lang: Lang) -> str:
    cells = [
        _TEXT[lang]["cell"].format(
            row=names[row["region"]],
            column=names[row["reference"]],
            verdict=term(row["verdict"], lang),
        )
        for row in _once(rows).to_dict("records")
    ]
    return sentences([_title(rows, lang), clauses(cells, lang)], lang)


def _draw(
    figure: Figure, box: Box, points: float, rows: pd.DataFrame, names: dict[str, str]
) -> None:
    regions = list(names)
    left, top = 0.9 * points / 8, 2.0 * points / 72
    width_in, height_in = figure.get_size_inches()
    wide = min(box.width - left, (box.height - top) * 2.2)
    axes = figure.add_axes(
        (
            (box.left + left) / width_in,
            box.bottom / height_in,
            wide / width_in,
            (box.height - top) / height_in,
        )
    )
    texts = {(row["region"], row["reference"]): _cell_text(row) for row in rows.to_dict("records")}
    size = fitting(texts.values(), wide / len(regions) * 0.9, points)
    for row in rows.to_dict("records"):
        _cell(axes, regions.index(row["reference"]), regions.index(row["region"]), row, size)
    for place, region in enumerate(regions):
        axes.text(
            place, place, names[region], ha="center", va="center_baseline", fontsize=points,
            color="#888888", parse_math=False,
        )  # fmt: skip
    shown = [names[region] for region in regions]
    axes.set(xlim=(-0.5, len(regions) - 0.5), ylim=(len(regions) - 0.5, -0.5))
    axes.set_xticks(range(len(regions)), shown, fontsize=points, parse_math=False)
    axes.set_yticks(range(len(regions)), shown, fontsize=points, parse_math=False)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=2)
    axes.grid(False)
    axes.spines[:].set_visible(False)


def _cell(axes: Axes, x: int, y: int, row: dict[str, Any], points: float) -> None:
    verdict = row["verdict"]
    look = {"edgecolor": "#999999", "linewidth": 0.7} if verdict in _UNDECIDED else {"linewidth": 0}
    axes.add_patch(Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, facecolor=_FILL[verdict], **look))
    axes.text(
        x, y, _cell_text(row), ha="center", va="center_baseline", fontsize=points,
        color=_INK.get(verdict, "#1a1a1a"), parse_math=False,
    )  # fmt: skip


def _cell_text(row: dict[str, Any]) -> str:
    if row["verdict"] in _SIGN:
        return _SIGN[row["verdict"]]
    if is_missing(row["gap"]):
        return {"ahead": ">", "behind": "<"}.get(row["verdict"], "=")
    gap = float(row["gap"])
    shown = f"{abs(gap):.4f}".rstrip("0").rstrip(".")
    return f"+{shown}" if gap > 0 else (f"−{shown}" if gap < 0 else "0")
