"""Composite scores, never without the range of their ranks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.finding.excerpts import excerpt
from compare.finding.rows import check_made_by, known_rows
from compare.finding.spreads import decides_nothing
from compare.ledger.evidence import Evidence
from compare.ledger.records import records, values_of
from compare.tables.cells import escaped, joined, unbroken_name
from compare.tables.downloads import Download
from compare.tables.excerpts import of_how_many, workbook_of
from compare.tables.rows import by_code
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import bracketed, clauses, reasons_in_words
from compare.wording.values import is_missing

Record = dict[str, Any]


def composite_table(
    composite: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return composite scores with the range of their ranks, and what is refused and why.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    evidence : Evidence, optional
        Names and order of regions, names of indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(composite, evidence)
    check_made_by("composite", rows)
    is_open = decides_nothing(rows[rows["rank"].notna()])
    every = by_code(rows).assign(_all=True)
    shown = excerpt(every, ["_all"], ["rank"])
    lines = [composite_line(row, known, lang, is_open=is_open) for row in records(shown)]
    columns = ("region", "coverage", "score", "rank_range", "share", "status", "lacking")
    frame = framed(lines, columns, lang)
    notes = (*of_how_many(len(shown), len(every), lang), say("table-composite-note", lang))
    scores = _whole(every, lang) if len(shown) < len(every) else None
    return Table(frame, say("table-composite", lang), lang, notes=notes, whole=scores)


def _whole(rows: pd.DataFrame, lang: Lang) -> Download:
    """Return the scores of all regions as a workbook, with the ranges of their ranks."""
    scored = rows["rank"].notna()
    columns = {
        "region": rows[f"region_{lang}"],
        "code": rows["adcode"],
        "coverage": rows["coverage"],
        "score": rows["score"].where(scored),
        "rank_range": None,
        "share": rows["rank_share"].where(scored),
        "status": rows["status"].map({one: term(one, lang) for one in rows["status"].unique()}),
    }
    ranked = [None if is_missing(row["rank"]) else rank_range(row)
              for row in records(rows[["rank", "rank_best", "rank_worst"]])]  # fmt: skip
    cells = [ranked if column is None else values_of(column) for column in columns.values()]
    sheet = [[heading(name, lang) for name in columns], *map(list, zip(*cells, strict=True))]
    return workbook_of(sheet, "scores", lang)


def composite_line(row: Record, known: Evidence, lang: Lang, *, is_open: bool = False) -> Record:
    """Return one region of a composite: never the score without the range of its ranks."""
    ranked = not is_missing(row["rank"])
    return {
        "region": unbroken_name(row[f"region_{lang}"]),
        "coverage": "" if is_missing(row["coverage"]) else f"{row['coverage']:.0%}",
        "score": _score(row) if ranked else "",
        "rank_range": rank_range(row) if ranked else "",
        "share": f"{row['rank_share']:.0%}" if ranked else "",
        "status": joined(
            [_status(row, lang, is_open=is_open), reasons_in_words(row["reasons"], lang)], lang
        ),
        "lacking": ""
        if is_missing(row["lacking"])
        else escaped(_in_words(row["lacking"], known, lang)),
    }


def _in_words(pairs: str, known: Evidence, lang: Lang) -> str:
    """Return ``indicator: reason; …`` with the names and reasons in words."""
    said = []
    for pair in pairs.split("; "):
        name, _, reason = pair.partition(" (")
        why = reasons_in_words(reason.removesuffix(")"), lang)
        said.append(known.name("indicator", name, lang) + (bracketed(why, lang) if why else ""))
    return clauses(said, lang)


def _status(row: Record, lang: Lang, *, is_open: bool) -> str:
    """Return whether a region has a rank; where other weights turn the order, only a score."""
    if is_open and not is_missing(row["rank"]):
        return say("table-scored", lang)
    return term(row["status"], lang)


def _score(row: Record) -> str:
    """Return the score; of a value that is a bound, the interval: its end alone is no score."""
    lo, hi = row["score_lo"], row["score_hi"]
    return f"{row['score']:.1f}" if lo == hi else f"{lo:.1f}–{hi:.1f}"


def variants_table(variants: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Table:
    """Return which ranks each way of scoring gives, over all weights tried.

    Parameters
    ----------
    variants : frame
        Rows of :func:`compare.composite_variants`.
    evidence : Evidence, optional
        Names and order of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, _ = known_rows(variants, evidence)
    check_made_by("composite_variants", rows)
    rows = by_code(rows)
    lines = []
    for ways, group in rows.groupby(["normalise", "aggregate", "values"], sort=False):
        line = {heading("method", lang): " · ".join(say(f"way-{way}", lang) for way in ways)}
        for name, ranks in group.groupby(f"region_{lang}", sort=False)["rank"]:
            line[str(name)] = rank_range({"rank_best": ranks.min(), "rank_worst": ranks.max()})
        lines.append(line)
    return Table(pd.DataFrame(lines), say("table-variants", lang), lang)


def rank_range(row: Record) -> str:
    """Return the best and the worst rank, or the one that both are."""
    best, worst = int(row["rank_best"]), int(row["rank_worst"])
    return str(best) if best == worst else f"{best}–{worst}"
