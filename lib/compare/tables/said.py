"""Findings as a table, and the sources that a page has them from."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.headline import Headline
from compare.finding.rows import check_made_by, known_rows
from compare.ledger.evidence import Evidence, figure_ids, or_nothing
from compare.ledger.records import Record, records
from compare.tables.cells import (
    Anchors,
    chinese,
    dated,
    figure_cells,
    source_place,
    unbroken_name,
    where_cell,
)
from compare.tables.rows import quotes_of
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import listed
from compare.wording.references import citation, hearsay, rule_citation

MOST_SHOWN = 10
"""Of the other findings of a page, so many stand open."""


def findings_table(
    found: Any,
    *,
    besides: Headline | None = None,
    shown: int = MOST_SHOWN,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return findings, the weightiest first: what is said, with its cautions, of which figures.

    Parameters
    ----------
    found : frame
        Rows of :func:`compare.findings`.
    besides : Headline, optional
        The lead of the page: what it tells is not told again.
    shown : int
        So many stand open; the others are folded.
    evidence : Evidence, optional
        Quotes of figures: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    rows = as_pandas(found)
    check_made_by("findings", rows)
    rows = rows[rows["kind"] != "not-stated"]  # listed by themselves, once
    if besides is not None:
        rows = rows[rows[f"sentence_{lang}"].isin(besides.points)]
    words = quotes_of(rows["figures"], known)
    lines = [
        {
            "what": say(f"kind-{row['kind']}", lang),
            "finding": _marked(html.escape(row[f"sentence_{lang}"]), lang),
            "figure": figure_cells([row["figures"]], words),
        }
        for row in records(rows)
    ]
    columns = ("what", "finding", "figure")
    form = "table-findings" if lines else "table-findings-none"
    title = say(form, lang, n=len(lines))
    frame, group = framed(lines, columns, lang), heading("what", lang)
    return Table(frame, title, lang, group, searchable=True, shown=shown)


def _marked(sentence: str, lang: Lang) -> str:
    """Mark labels that a sentence quotes in Chinese as Chinese."""
    if lang == "zh":
        return sentence
    return re.sub("“[^”]*”", lambda label: chinese(html.unescape(label[0]), lang), sentence)


def not_stated_table(
    coverage: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return the indicators that a region's sources do not state, once, by reason.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage` of one region.
    evidence : Evidence, optional
        Names of indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(coverage, evidence)
    absent = rows[rows.groupby("indicator")["n"].transform("sum") == 0]
    lines = [
        {
            "why": term(status, lang),
            "indicators": html.escape(
                listed(list(dict.fromkeys(group[f"indicator_{lang}"])), lang)
            ),
        }
        for status, group in absent.groupby("status", sort=False)
    ]
    frame = framed(lines, ("why", "indicators"), lang)
    note = "table-not-in-table" if known.of_tables else "table-not-published"
    title = "table-lacking" if known.of_tables else "table-not-stated"
    return Table(frame, say(title, lang), lang, notes=(say(note, lang),) if lines else ())


def quotes_table(
    figures: Iterable[Any],
    *,
    besides: Iterable[Any] = (),
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return the source text of figures that a page names: where their ids lead to.

    Parameters
    ----------
    figures : iterable
        Ids of figures; a cell may hold several, or nothing.
    besides : iterable
        Those of which the text stands elsewhere on the page.
    evidence : Evidence, optional
        The figures: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language; the text stays in its own.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    there, once = set(figure_ids(besides)), Anchors()
    named = [name for name in figure_ids(figures) if name not in there]
    lines = [
        {
            "region": unbroken_name(known.name("region", row["region"], lang)),
            "label": chinese(row["label"], lang),
            "moment": dated(row, known, lang),
            "words": chinese(row["quote"], lang),
            "where": where_cell(row, lang),
            "figure": once.anchored(name),
        }
        for name, row in known.words(named).items()
    ]
    columns = ("region", "label", "moment", "words", "where", "figure")
    return Table(framed(lines, columns, lang), say("table-quotes", lang), lang, searchable=True)


def references_table(
    figures: Iterable[Any], *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return the sources of some figures in full, as GB/T 7714 asks: where ids lead to.

    Behind them stand the documents that set the national and provincial lines of what the
    figures are of.

    Parameters
    ----------
    figures : iterable
        Ids of figures; a cell may hold several, or nothing.
    evidence : Evidence, optional
        The sources: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language; titles and issuers stay in their own.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    figures = list(figures)
    places: dict[str, str] = {}  # one publication may be the source of several regions
    for row in known.sources(figures):
        cited, place = citation(row, lang), source_place(row["document"])
        places[cited] = places.get(cited, "") + f'<span id="{place}"></span>'
    for limit in _lines_of(figures, known):
        places.setdefault(rule_citation(limit, lang) + hearsay(limit, lang), "")
    lines = [
        (f"[{number}]", f"{place}{chinese(cited, lang)}")
        for number, (cited, place) in enumerate(places.items(), 1)
    ]
    frame = pd.DataFrame(lines, columns=[" ", "  "])
    return Table(frame, say("table-references", lang), lang)


def _lines_of(figures: Iterable[Any], known: Evidence) -> list[Record]:
    """Return the national and provincial lines named, and those of the indicators of figures."""
    if known.benchmarks.empty:  # a table of one's own has none, and may have many figures
        return []
    indicators = known.indicators_of_any(figures)
    named = [limit for limit in map(known.benchmark, figures) if limit is not None]
    return named + [limit for key in indicators for limit in known.benchmarks_of_indicator(key)]
