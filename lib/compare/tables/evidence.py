"""Figures with the words that print them: where every id on a page leads to."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.rows import known_rows, with_own_unit
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import records
from compare.sources.journeys import Trace
from compare.tables.cells import (
    Anchors,
    chinese,
    dated,
    escaped,
    figure_cell,
    grade_cell,
    has_nothing,
    reason_cell,
    stated_value,
    unbroken,
    unbroken_name,
    where_cell,
)
from compare.tables.rows import quotes_of, table_rows
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import bracketed, moment
from compare.wording.references import title_of
from compare.wording.values import as_printed, is_missing, number, value_in_words

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
    dated = say(f"table-{figure['year_basis']}", lang)
    cells = {
        "document": chinese(f"{title_of(document, lang)} {issued}", lang),
        "where": chinese(figure["locator"], lang),
        "words": _in_context(journey),
        "label": chinese(figure["label"], lang),
        "printed": chinese(as_printed(figure), lang),
        "interval": _stated_interval(stated, lang) + chinese(unit, lang),
        "year": escaped(f"{figure['year']}{bracketed(dated, lang)}"),
        "kind": term(figure["kind"], lang),
        "scope": say(f"table-scope-{figure['scope']}", lang),
        "note": chinese(figure["note"], lang),
        "figure": escaped(figure["figure"]),
    }
    lines = [(unbroken_name(heading(name, lang)), cell) for name, cell in cells.items() if cell]
    return Table(pd.DataFrame(lines, columns=[" ", "  "]), say("table-journey", lang), lang)


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
        return f"{number(lo, lang)}–{number(hi, lang)}"
    value = lo if lo is not None else hi
    return escaped(value_in_words({**figure, "value": value}, lang))


def evidence_table(
    observations: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return the values with the words that print them: where a figure's id leads to.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``, in any kind of frame.
    evidence : Evidence, optional
        Names, and words and reasons that the rows lack: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of headings and names; quotes stay in the document's own words.
    """
    check_lang(lang)
    given = as_pandas(observations)
    if len(given) > MOST_CELLS and evidence is not None and _is_of_tables(given, evidence):
        title = say("table-evidence", lang, n=len(given))
        return Table(framed([], ("figure",), lang), title, lang, empty="table-cells-apart")
    rows, known = table_rows(given, evidence, lang)
    once = Anchors()
    lines = [evidence_line(row, once, known, lang) for row in _with_words(rows, known)]
    columns = ("indicator", "region", "moment", "value", "grade", "words", "where", "why", "figure")
    frame = framed(lines, columns, lang)
    title = say("table-evidence", lang, n=len(frame))
    notes = _said("quoted", lang) if len(frame) and not known.of_tables else ()
    return Table(frame, title, lang, heading("indicator", lang), notes, searchable=True)


MOST_CELLS = 500
"""Of more values from own tables, the cells are not listed: they have no words to be read."""


def _is_of_tables(given: pd.DataFrame, known: Evidence) -> bool:
    """Tell whether all values stand in tables of somebody's own."""
    if "document" not in given:
        return False
    rows = known.documents_named(given["document"].dropna().unique())
    return bool(rows) and all(row["type"] == "table" and row["region"] != row["region"]
                              for row in rows)  # fmt: skip


def evidence_line(row: Record, once: Anchors, known: Evidence, lang: Lang) -> Record:
    """Return one observation with the words that print it."""
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "moment": dated(row, known, lang),
        "value": "" if has_nothing(row) else stated_value(row, lang),
        "grade": grade_cell(row, lang),
        "words": chinese(row["quote"], lang),
        "where": where_cell(row, lang),
        "why": chinese(reason_cell(row, lang), lang),
        "figure": "" if is_missing(row["figure"]) else once.anchored(row["figure"]),
    }


def _with_words(rows: pd.DataFrame, known: Evidence) -> Iterator[Record]:
    """Yield rows with the words and reasons of their figures, where they came without.

    What is only related has the unit of its own text.
    """
    words = known.words(rows["figure"])
    pairs = zip(rows["figure"], rows["indicator"], strict=True)
    graded = [known.judgement(figure, indicator) or {} for figure, indicator in pairs]
    stated = [words.get(figure, {}) for figure in rows["figure"]]
    named = {"quote": stated, "locator": stated, "reason": graded, "reason_en": graded}
    found = {
        name: rows[name].where(rows[name].notna(), [record.get(name) for record in records])
        for name, records in named.items()
    }
    for row, figure in zip(records(rows.assign(**found)), stated, strict=True):
        yield dict(with_own_unit(row, figure))


def _said(name: str, lang: Lang) -> tuple[str, ...]:
    return tuple(filter(None, [say(f"table-{name}", lang)]))


_FIGURE = ("figure", "region", "label", "printed", "unit", "kind", "quote", "locator", "note")


def figures_table(figures: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Table:
    """Return printed figures, aligned to a shared indicator or not.

    Parameters
    ----------
    figures : frame
        Rows of ``compare.table("figures")``.
    evidence : Evidence, optional
        Names of regions, and the indicators of figures: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of headings and names.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    rows = as_pandas(figures)
    rows = rows.reindex(columns=list(dict.fromkeys([*rows.columns, *_FIGURE])))
    lines = [figure_line(row, known, lang) for row in records(rows)]
    columns = (
        "figure", "region", "label", "printed", "moment", "words", "where", "aligned", "note",
    )  # fmt: skip
    title, notes = say("table-figures", lang, n=len(lines)), _said("transcribed", lang)
    return Table(framed(lines, columns, lang), title, lang, notes=notes, searchable=True)


def figure_line(row: Record, known: Evidence, lang: Lang) -> Record:
    """Return one printed figure, with the indicators that it is aligned to."""
    aligned = [known.name("indicator", name, lang) for name in known.indicators_of(row["figure"])]
    return {
        "figure": escaped(row["figure"]),
        "region": unbroken_name(known.name("region", row["region"], lang)),
        "label": chinese(row["label"], lang),
        "printed": "" if is_missing(row["printed"]) else chinese(as_printed(row), lang),
        "moment": dated(row, known, lang),
        "words": chinese(row["quote"], lang),
        "where": chinese(row["locator"], lang),
        "aligned": escaped(" / ".join(aligned)),
        "note": chinese(row["note"], lang),
    }


def conflicts_table(
    observations: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return where one document prints different values for the same: all of them.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.
    evidence : Evidence, optional
        Names, and words and labels that the rows lack: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    rows, known = table_rows(conflicts(observations, evidence=evidence), evidence, lang)
    words = quotes_of(rows["figure"], known)
    lines = [
        {
            "indicator": f"{row[f'region_{lang}']} · {row[f'indicator_{lang}']}"
            f"{bracketed(moment(row, lang), lang)}",
            "value": stated_value(row, lang),
            "grade": grade_cell(row, lang),
            "words": chinese(row["quote"], lang),
            "why": chinese(reason_cell(row, lang), lang),
            "figure": ""
            if is_missing(row["figure"])
            else unbroken(figure_cell(row["figure"], words)),
        }
        for row in _with_words(rows, known)
    ]
    columns = ("indicator", "value", "grade", "words", "why", "figure")
    title = say("table-own-conflicts" if known.of_tables else "table-conflicts", lang)
    return Table(framed(lines, columns, lang), title, lang, heading("indicator", lang))


_WHOLE = r"^全[市县区]"
"""Words before a label that only name the whole region."""


def conflicts(observations: Any, *, evidence: Evidence | None = None) -> pd.DataFrame:
    """Return observations of which the same document says something else for the same.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.
    evidence : Evidence, optional
        Labels of figures, where the rows have none: :func:`compare.evidence`.

    Returns
    -------
    pandas.DataFrame
        The rows, main figure first, of each region, indicator, year and kind that has
        more than one interval. A proxy disagrees with a figure of the same label only: two
        proxies, or a proxy and the indicator itself, are different things; so are proxies
        of which nobody knows a label.
    """
    rows, known = known_rows(observations, evidence)
    labels = _labels(rows, known).str.replace(_WHOLE, "", regex=True)
    rows = rows.assign(_means=labels.where(rows["comparability"] == "proxy", ""))
    keys = ["region", "indicator", "year", "kind", "_means"]
    ends = ["lo", "hi", "lo_open", "hi_open"]
    different = rows.drop_duplicates([*keys, *ends]).groupby(keys).size()
    cells = rows[keys].itertuples(index=False, name=None)
    several = pd.Series([different[key] > 1 for key in cells], index=rows.index, dtype=bool)
    order = [True] * len(keys) + [False]
    kept = rows[several].sort_values([*keys, "use"], ascending=order, kind="stable")
    return kept.drop(columns="_means").reset_index(drop=True)


def _labels(rows: pd.DataFrame, known: Evidence) -> pd.Series:
    """Return the labels of figures as printed; a row without one has a label of its own."""
    words = known.words(rows["figure"])
    stated = rows.get("label", pd.Series(None, index=rows.index, dtype=object))
    printed = [words.get(figure, {}).get("label") for figure in rows["figure"]]
    own = pd.Series([f"#{place}" for place in range(len(rows))], index=rows.index)
    labels = stated.where(stated.notna(), pd.Series(printed, index=rows.index, dtype=object))
    return labels.where(labels.notna(), own).astype("string")
