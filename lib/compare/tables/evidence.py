"""Figures with the words that print them: where every id on a page leads to."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from compare.charts.common import moment
from compare.comparisons.frames import as_pandas
from compare.curated.trace import Trace
from compare.tables.cells import (
    Anchors,
    as_printed,
    chinese,
    escaped,
    figure_cell,
    grade_cell,
    reason_cell,
    unbroken,
    unbroken_name,
)
from compare.tables.lookups import (
    aligned_to,
    labels_of,
    ordered_rows,
    quotes_of,
    region_names,
)
from compare.tables.table import Table, framed
from compare.tables.words import bracketed, heading, say
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.values import number, value_in_words

Record = dict[str, Any]


def journey_table(journey: Trace, *, lang: Lang = "zh") -> Table:
    """Return the first steps of a figure's journey: document, words, interval.

    Parameters
    ----------
    journey : Trace
        What :func:`compare.trace` returns.
    lang : {"zh", "en"}
        Language; the document's words stay its own.
    """
    check_lang(lang)
    figure, document = journey.figure, journey.document
    issued = " ".join(str(document[name]) for name in ("number", "issued") if document[name])
    unit = figure["unit"] or ""
    stated = {**figure, "unit": "", "value": None}
    cells = {
        "document": chinese(f"《{document['title']}》 {issued}", lang),
        "where": chinese(figure["locator"], lang),
        "words": _in_context(journey),
        "label": chinese(figure["label"], lang),
        "printed": chinese(as_printed(figure), lang),
        "interval": _stated_interval(stated, lang) + chinese(unit, lang),
        "year": escaped(f"{figure['year']}{bracketed(say(figure['year_basis'], lang), lang)}"),
        "kind": term(figure["kind"], lang),
        "scope": say(f"scope-{figure['scope']}", lang),
        "note": chinese(figure["note"], lang),
        "figure": escaped(figure["figure"]),
    }
    lines = [(unbroken_name(heading(name, lang)), cell) for name, cell in cells.items() if cell]
    return Table(pd.DataFrame(lines, columns=[" ", "  "]), say("journey", lang), lang)


def _in_context(journey: Trace) -> str:
    """Return the quote, marked, with what stands around it where the text is at hand."""
    quote = f"<mark>{escaped(journey.figure['quote'])}</mark>"
    before, _, after = journey.context or ("", "", "")
    around = ("…", "…") if journey.context else ("", "")
    context = f"{around[0]}{html.escape(before)}{quote}{html.escape(after)}{around[1]}"
    return f'<span lang="zh-CN">{context}</span>'


def _stated_interval(figure: Record, lang: Lang) -> str:
    lo, hi = figure["lo"], figure["hi"]
    if figure["comparator"] == "range":
        return f"{number(lo)}–{number(hi)}"
    value = lo if lo is not None else hi
    return escaped(value_in_words({**figure, "value": value}, lang))


def evidence_table(observations: Any, *, lang: Lang = "zh") -> Table:
    """Return the values with the words that print them: where a figure's id leads to.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``, in any kind of frame.
    lang : {"zh", "en"}
        Language of headings and names; quotes stay in the document's own words.
    """
    rows = ordered_rows(observations, lang)
    once = Anchors()
    lines = [evidence_line(row, once, lang) for row in rows.to_dict("records")]
    columns = ("indicator", "region", "moment", "value", "grade", "words", "where", "why", "figure")
    frame = framed(lines, columns, lang)
    title = say("evidence", lang).format(n=len(frame))
    notes = _said("quoted", lang) if len(frame) else ()
    return Table(frame, title, lang, heading("indicator", lang), notes, searchable=True)


def evidence_line(row: Record, once: Anchors, lang: Lang) -> Record:
    """Return one observation with the words that print it."""
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "moment": moment(row, lang),
        "value": escaped(value_in_words(row, lang)),
        "grade": grade_cell(row, lang),
        "words": chinese(row["quote"], lang),
        "where": chinese(row["locator"], lang),
        "why": chinese(reason_cell(row, lang), lang),
        "figure": once.anchored(row["figure"]),
    }


def _said(name: str, lang: Lang) -> tuple[str, ...]:
    return tuple(filter(None, [say(name, lang)]))


def figures_table(figures: Any, *, lang: Lang = "zh") -> Table:
    """Return printed figures, aligned to a shared indicator or not.

    Parameters
    ----------
    figures : frame
        Rows of ``compare.table("figures")``.
    lang : {"zh", "en"}
        Language of headings and names.
    """
    check_lang(lang)
    rows = as_pandas(figures)
    names, aligned = region_names(lang), aligned_to(lang)
    lines = [
        {
            "figure": escaped(row["figure"]),
            "region": unbroken_name(names.get(row["region"], row["region"])),
            "label": chinese(row["label"], lang),
            "printed": chinese(as_printed(row), lang),
            "moment": moment(row, lang),
            "words": chinese(row["quote"], lang),
            "where": chinese(row["locator"], lang),
            "aligned": escaped(aligned.get(row["figure"], "")),
            "note": chinese(row["note"], lang),
        }
        for row in rows.to_dict("records")
    ]
    columns = (
        "figure", "region", "label", "printed", "moment", "words", "where", "aligned", "note",
    )  # fmt: skip
    title, notes = say("figures", lang).format(n=len(lines)), _said("transcribed", lang)
    return Table(framed(lines, columns, lang), title, lang, notes=notes, searchable=True)


def conflicts_table(observations: Any, *, lang: Lang = "zh") -> Table:
    """Return where one document prints different values for the same: all of them.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.
    lang : {"zh", "en"}
        Language.
    """
    rows = ordered_rows(conflicts(observations), lang)
    words = quotes_of(rows["figure"])
    lines = [
        {
            "indicator": f"{row[f'region_{lang}']} · {row[f'indicator_{lang}']}"
            f"{bracketed(moment(row, lang), lang)}",
            "value": escaped(value_in_words(row, lang)),
            "grade": grade_cell(row, lang),
            "words": chinese(row["quote"], lang),
            "why": chinese(reason_cell(row, lang), lang),
            "figure": unbroken(figure_cell(row["figure"], words)),
        }
        for row in rows.to_dict("records")
    ]
    columns = ("indicator", "value", "grade", "words", "why", "figure")
    title = say("conflicts", lang)
    return Table(framed(lines, columns, lang), title, lang, heading("indicator", lang))


_WHOLE = r"^全[市县区]"
"""Words before a label that only name the whole region."""


def conflicts(observations: Any) -> pd.DataFrame:
    """Return observations of which the same document says something else for the same.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.

    Returns
    -------
    pandas.DataFrame
        The rows, main figure first, of each region, indicator, year and kind that has
        more than one interval. A proxy disagrees with a figure of the same label only: two
        proxies, or a proxy and the indicator itself, are different things.
    """
    rows = as_pandas(observations)
    labels = rows["figure"].map(labels_of(rows["figure"])).astype("string")
    labels = labels.str.replace(_WHOLE, "", regex=True)
    rows = rows.assign(_means=labels.where(rows["comparability"] == "proxy", ""))
    keys = ["region", "indicator", "year", "kind", "_means"]
    ends = ["lo", "hi", "lo_open", "hi_open"]
    different = rows.drop_duplicates([*keys, *ends]).groupby(keys).size()
    cells = rows[keys].itertuples(index=False, name=None)
    several = pd.Series([different[key] > 1 for key in cells], index=rows.index, dtype=bool)
    order = [True] * len(keys) + [False]
    kept = rows[several].sort_values([*keys, "use"], ascending=order, kind="stable")
    return kept.drop(columns="_means").reset_index(drop=True)
