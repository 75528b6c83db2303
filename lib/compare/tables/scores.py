"""Composite scores, never without the range of their ranks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.tables.cells import (
    escaped,
    joined,
    unbroken_name,
)
from compare.tables.lookups import (
    adcodes,
    indicator_names,
)
from compare.tables.table import Table, framed
from compare.tables.words import WAYS, bracketed, heading, say
from compare.wording.catalogue import Lang, check_lang, term
from compare.wording.phrases import reasons_in_words
from compare.wording.values import is_missing

Record = dict[str, Any]


def composite_table(composite: Any, *, lang: Lang = "zh") -> Table:
    """Return composite scores with the range of their ranks, and what is refused and why.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(composite)
    order = adcodes()
    rows = rows.sort_values("region", key=lambda names: names.map(order), kind="stable")
    lines = [composite_line(row, lang) for row in rows.to_dict("records")]
    columns = ("region", "coverage", "score", "rank_range", "share", "status", "lacking")
    frame, notes = framed(lines, columns, lang), (say("composite_note", lang),)
    return Table(frame, say("composite", lang), lang, notes=notes)


def composite_line(row: Record, lang: Lang) -> Record:
    """Return one region of a composite: never the score without the range of its ranks."""
    ranked = not is_missing(row["rank"])
    return {
        "region": unbroken_name(row[f"region_{lang}"]),
        "coverage": "" if is_missing(row["coverage"]) else f"{row['coverage']:.0%}",
        "score": _score(row, lang) if ranked else "",
        "rank_range": rank_range(row) if ranked else "",
        "share": f"{row['rank_share']:.0%}" if ranked else "",
        "status": joined([term(row["status"], lang), reasons_in_words(row["reasons"], lang)], lang),
        "lacking": escaped("" if is_missing(row["lacking"]) else _in_words(row["lacking"], lang)),
    }


def _in_words(pairs: str, lang: Lang) -> str:
    """Return ``indicator: reason; …`` with the names and reasons in words."""
    names = indicator_names(lang)
    said = []
    for pair in pairs.split("; "):
        name, _, reason = pair.partition(" (")
        why = reasons_in_words(reason.removesuffix(")"), lang)
        said.append(names.get(name, name) + (bracketed(why, lang) if why else ""))
    return ("；" if lang == "zh" else "; ").join(said)


def _score(row: Record, lang: Lang) -> str:
    lo, hi = row["score_lo"], row["score_hi"]
    spread = "" if lo == hi else bracketed(f"{lo:.1f}–{hi:.1f}", lang)
    return f"{row['score']:.1f}{spread}"


def variants_table(variants: Any, *, lang: Lang = "zh") -> Table:
    """Return which ranks each way of scoring gives, over all weights tried.

    Parameters
    ----------
    variants : frame
        Rows of :func:`compare.composite_variants`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(variants)
    order = adcodes()
    rows = rows.sort_values("region", key=lambda names: names.map(order), kind="stable")
    lines = []
    for ways, group in rows.groupby(["normalise", "aggregate", "values"], sort=False):
        line = {heading("method", lang): " · ".join(WAYS[way][lang == "en"] for way in ways)}
        for name, ranks in group.groupby(f"region_{lang}", sort=False)["rank"]:
            line[str(name)] = rank_range({"rank_best": ranks.min(), "rank_worst": ranks.max()})
        lines.append(line)
    return Table(pd.DataFrame(lines), say("variants", lang), lang)


def rank_range(row: Record) -> str:
    """Return the best and the worst rank, or the one that both are."""
    best, worst = int(row["rank_best"]), int(row["rank_worst"])
    return str(best) if best == worst else f"{best}–{worst}"
