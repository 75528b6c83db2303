"""Who stands where: the latest outcome, beside the nation and the standard, and the targets."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.excerpts import excerpt, latest_outcomes
from compare.finding.facts import Facts, Subject
from compare.finding.findings import found_in
from compare.finding.kinds import inconsistency
from compare.finding.part import facts_of
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.tables.cells import (
    escaped,
    figure_cells,
    told_with_year,
    unbroken_name,
    with_doubt,
    with_grade,
)
from compare.tables.excerpts import of_how_many, whole
from compare.tables.rows import by_code, quotes_of
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import bracketed, clauses, listed

Row = Mapping[str, Any]


def standing_table(
    observations: Any,
    *,
    about: Any = None,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return, for each indicator, who states what, and how it stands to nation and standard.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : str or sequence of str, optional
        An indicator, a theme or regions; by default everything.
    evidence : Evidence, optional
        Names, quotes and national references: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, such as those of the page's lead: nothing is then compared
        again.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    facts = facts_of(observations, about, evidence, facts)
    rows = by_code(facts.main[facts.main["lo"].notna() | facts.main["hi"].notna()])
    every = latest_outcomes(rows)
    shown = excerpt(every, ["indicator"], ["_size"])
    if len(shown) < len(every):
        rows = _of_pairs(rows, shown)
        facts = facts_of(rows, None, facts.evidence, facts)
    judged = found_in(facts, ("versus-reference",)) if len(rows) else []
    words = quotes_of(rows["figure"], facts.evidence)
    asked = inconsistency.asked(facts)
    lines = [
        _line(group, judged, facts, words, asked, lang)
        for of_one in grouped(records(rows), "indicator").values()
        for group in grouped(of_one, "region").values()
    ]
    columns = ("indicator", "region", "outcome", "against", "planned", "figure")
    frame, group = framed(lines, columns, lang), heading("indicator", lang)
    alone = rows["indicator"].nunique() == 1
    if alone:
        frame = frame.drop(columns=group)
    return Table(
        frame, _title(rows, facts, lang), lang, None if alone else group,
        of_how_many(len(shown), len(every), lang),
        whole=whole(every, "outcomes", lang) if len(shown) < len(every) else None,
    )  # fmt: skip


def _title(rows: pd.DataFrame, facts: Facts, lang: Lang) -> str:
    """Return the title; of a page about everything also the themes, where these are not all."""
    known = facts.evidence
    themes = list(rows["theme"].dropna().unique())
    some = facts.subject == Subject() and 0 < len(themes) < known.indicators["theme"].nunique()
    names = [known.name("theme", str(key), lang) for key in themes]
    return say("table-standings", lang) + (bracketed(listed(names, lang), lang) if some else "")


def _of_pairs(rows: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the regions and indicators that are shown, in the order of these."""
    order = pd.MultiIndex.from_frame(shown[["indicator", "region"]])
    place = pd.Series(order.get_indexer(pd.MultiIndex.from_frame(rows[["indicator", "region"]])),
                      rows.index)  # fmt: skip
    return rows.loc[place[place >= 0].sort_values(kind="stable").index]


def _line(
    rows: Sequence[Row],
    judged: Sequence[Finding],
    facts: Facts,
    words: Mapping[str, str],
    asked: Collection[str],
    lang: Lang,
) -> dict[str, str]:
    latest = max(_comparable(rows, "actual"), key=lambda row: row["year"], default=None)
    targets = _comparable(rows, "target")
    shown = [*([latest] if latest is not None else []), *targets]
    against = [
        one.said[lang].title
        for one in judged
        if latest is not None and latest["figure"] in one.figures
        and one.indicator == latest["indicator"]
    ]  # fmt: skip
    first = rows[0]
    return {
        "indicator": str(first[f"indicator_{lang}"]),
        "region": unbroken_name(str(first[f"region_{lang}"])),
        "outcome": "" if latest is None else escaped(_stated(latest, facts, asked, lang)),
        "against": html.escape(listed(against, lang)),
        "planned": escaped(clauses([_planned(row, facts, asked, lang) for row in targets], lang)),
        "figure": figure_cells([row["figure"] for row in shown], words),
    }


def _comparable(rows: Sequence[Row], kind: str) -> Sequence[Row]:
    """Return the rows of a kind; relatives of the indicator only where there is nothing else."""
    of_kind = [row for row in rows if row["kind"] == kind]
    return [row for row in of_kind if row["comparability"] != "proxy"] or of_kind


def _planned(row: Row, facts: Facts, asked: Collection[str], lang: Lang) -> str:
    """Return a target, and for which year it was set before it was put off."""
    moved, told = facts.postponed, _stated(row, facts, asked, lang)
    if not moved.empty:
        same = moved["target_figure"] == row["figure"]
        for year in moved.loc[same, "previous_year"]:
            told += bracketed(say("finding-date-was", lang, years=str(int(year))), lang)
    return told


def _stated(row: Row, facts: Facts, asked: Collection[str], lang: Lang) -> str:
    """Return a value with its year, and what must be known beside it."""
    known = facts.evidence
    graded = with_grade(told_with_year(row, known, lang), row, known, lang)
    return with_doubt(graded, row, asked, lang)
