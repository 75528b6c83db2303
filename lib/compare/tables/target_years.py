"""Targets of all regions by year, beside those of the nation and of provinces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.comparisons.align import observed_rows
from compare.comparisons.attainment import attainment
from compare.comparisons.comparability import BREAK
from compare.comparisons.national_lines import as_observations
from compare.finding.facts import MOVED_TO, Facts
from compare.finding.kinds.attainment import part_of, verdict_in_words
from compare.finding.rows import known_rows
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import grouped, records
from compare.tables.attainment import judged_in_words, last_year, named_owners, second_hand
from compare.tables.cells import escaped, told_with_period, told_with_year, with_grade
from compare.tables.downloads import Download
from compare.tables.rows import by_code, places
from compare.tables.table import Table, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import clauses, colon, merged
from compare.wording.references import full_title, rule_name

if TYPE_CHECKING:
    from compare.charts.office.workbook import Cell

Row = Mapping[str, Any]

MOST = 12
"""Of more regions than this, a page has no column for each: the workbook has a row for each."""

_LONG = (
    "year", "indicator", "unit", "region", "planned", "sign", "value", "grade", "came",
    "result", "document", "figure",
)  # fmt: skip

_BREAK = "target_after_break"
"""Whether the concept of a target may be another than that of the outcomes before it."""


def target_years_table(
    observations: Any,
    *,
    year: int | None = None,
    evidence: Evidence | None = None,
    targets: pd.DataFrame | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return who plans what for which year: a row for each indicator, a column for each region.

    Nation and provinces have columns of their own. Of what has come, the outcome is said too.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    year : int, optional
        Only targets of this year.
    evidence : Evidence, optional
        Names, and the targets of nation and provinces: :func:`compare.evidence`.
    targets : pandas.DataFrame, optional
        What :func:`target_rows` returns of the observations, where it is known already.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = target_rows(observations, evidence=evidence) if targets is None else targets
    rows = rows if year is None else rows[rows["target_year"] == year]
    known = or_nothing(evidence)
    title, group = say("table-target-years", lang), heading("year", lang)
    if rows["region"].nunique() > MOST:
        return Table(rows.head(0), title, lang, empty="table-target-years-many")
    frame = _wide(rows, known, lang)
    frame = frame.map(escaped)
    frame.insert(0, group, [say("in-year", lang, year=str(int(at))) for at in _years(rows)])
    alone = rows["target_year"].nunique() < 2
    note = "table-target-years-lacking" if known.of_tables else "table-target-years-note"
    notes = (say(note, lang),) if len(frame) else ()
    shown = frame.drop(columns=group) if alone else frame
    return Table(shown, title, lang, None if alone else group, notes)


def targets_workbook(
    observations: Any,
    *,
    evidence: Evidence | None = None,
    targets: pd.DataFrame | None = None,
    lang: Lang = "zh",
) -> Download:
    """Return all targets as a workbook: a sheet for each year, and one with a row for each.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    evidence : Evidence, optional
        Names, documents, and the targets of nation and provinces: :func:`compare.evidence`.
    targets : pandas.DataFrame, optional
        What :func:`target_rows` returns of the observations, where it is known already.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    rows = target_rows(observations, evidence=evidence) if targets is None else targets
    last = last_year(rows, known)
    sheets: dict[str, Sequence[Sequence[Cell]]] = {
        say("table-sheet-all", lang): [
            [heading(name, lang) for name in _LONG],
            *(_long(row, known, last, lang) for row in records(rows)),
        ]
    }
    if rows["region"].nunique() <= MOST:
        for at, of_year in rows.groupby("target_year"):
            frame = _wide(of_year, known, lang)
            lines: list[list[Cell]] = frame.to_numpy().tolist()
            sheets[str(int(str(at)))] = [list(frame.columns), *lines]
    return Download("targets.xlsx", say("table-download", lang), sheets)


def target_rows(
    observations: Any, *, evidence: Evidence | None = None, facts: Facts | None = None
) -> pd.DataFrame:
    """Return the targets of regions, provinces and the nation, with what came of them.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    evidence : Evidence, optional
        Names, and the targets of nation and provinces: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations: which targets newer documents have put off is then not
        looked for again.

    Returns
    -------
    pandas.DataFrame
        Rows of :func:`compare.attainment`, with names; those put off, too, with the year that
        is meant now in ``moved_to``.
    """
    stated = observed_rows(observations)  # once: a relation is a query
    rows = known_rows(attainment(stated, evidence=evidence), evidence)[0]
    rows = pd.concat([rows, *_put_off(facts or Facts(stated, evidence=evidence))])
    known = or_nothing(evidence)
    lines = known.benchmarks[known.benchmarks["kind"].isin(["actual", "target"])]
    lines = lines[lines["indicator"].isin(stated["indicator"])]
    if (lines["kind"] == "target").any():
        of_lines = attainment(as_observations(lines, evidence=evidence), evidence=evidence)
        rows = pd.concat([rows, known_rows(of_lines, evidence)[0]], ignore_index=True)
    rows = named_owners(rows)
    if BREAK in stated:
        broken = stated.loc[stated[BREAK].eq(True), "figure"]
        rows[_BREAK] = rows["target_figure"].isin(broken)
    rows = rows.assign(_place=places(rows, known)).sort_values("_place", kind="stable")
    return by_code(rows, "target_year", "_place")


def _put_off(facts: Facts) -> Iterator[pd.DataFrame]:
    """Yield the targets that a newer document has put off: no outcome is known of them."""
    old = facts.put_off
    if old.empty:
        return
    keys = {
        "region": "region", "indicator": "indicator", "scope": "target_scope",
        "document": "target_document", "year": "target_year",
    }  # fmt: skip
    moved = old[[*keys, MOVED_TO]].rename(columns=keys)
    rows = attainment(old.assign(use="main"), evidence=facts.evidence)
    yield known_rows(rows.merge(moved, on=[*keys.values()]), facts.evidence)[0]


def figures_listed(targets: pd.DataFrame) -> list[str]:
    """Return the figures that a list of targets rests on, each once: its sources are cited.

    Parameters
    ----------
    targets : pandas.DataFrame
        What :func:`target_rows` returns.
    """
    named = pd.concat([targets["target_figure"], targets["outcome_figure"]])
    return list(dict.fromkeys(named.dropna()))


def _years(rows: pd.DataFrame) -> list[Any]:
    """Return the year of each line of a table: one for each year and indicator."""
    return [year for (year, _), _ in rows.groupby(["target_year", "indicator"], sort=False)]


def _wide(rows: pd.DataFrame, known: Evidence, lang: Lang) -> pd.DataFrame:
    """Return a line for each year and indicator, with a column for each of whom there is one."""
    owners = list(dict.fromkeys(by_code(rows)[f"region_{lang}"]))
    lines = [
        {
            heading("indicator", lang): str(group[0][f"indicator_{lang}"]),
            **{
                name: clauses([_named_cell(row, own, known, lang) for row in own], lang)
                for (name,), own in grouped(group, f"region_{lang}").items()
            },
        }
        for group in grouped(records(rows), "target_year", "indicator").values()
    ]
    columns = [heading("indicator", lang), *owners]
    return pd.DataFrame(lines, columns=columns).fillna("")


def _planned(row: Row, known: Evidence, lang: Lang) -> str:
    target = {**part_of(row, "target", known), "year": row["target_year"], BREAK: row.get(_BREAK)}
    return told_with_period(target, known, lang)


def _named_cell(row: Row, own: Sequence[Row], known: Evidence, lang: Lang) -> str:
    """Return what a cell says of a target; of several of the nation's, whose it is."""
    limit = known.benchmark(row["target_figure"]) if len(own) > 1 else None
    name = None if limit is None else rule_name(limit, lang) if lang == "zh" else limit["rule_en"]
    whose = name + colon(lang) if isinstance(name, str) else ""
    return whose + _cell(row, known, lang)


def _cell(row: Row, known: Evidence, lang: Lang) -> str:
    """Return a target, and what came of it."""
    planned = with_grade(_planned(row, known, lang), row, known, lang)
    planned = merged(planned + second_hand(row["target_figure"], known, lang), lang)
    came = _came(row, known, lang)
    return f"{planned}{say('comma', lang)}{came}" if came else planned


def _came(row: Row, known: Evidence, lang: Lang) -> str:
    if pd.notna(row.get(MOVED_TO)):
        return say("table-need-moved", lang, year=str(int(row[MOVED_TO])))
    if row["verdict"] == "no-outcome":
        return ""
    outcome = {**part_of(row, "outcome", known), "year": row["outcome_year"]}
    stated = told_with_year(outcome, known, lang)
    stated = merged(stated + second_hand(row["outcome_figure"], known, lang), lang)
    if row["unit"] == "year" and pd.isna(row["outcome_hi"]):
        return clauses([stated, verdict_in_words(row, lang)], lang)
    return say("table-target-came", lang, outcome=stated, verdict=judged_in_words(row, lang))


def _long(row: Row, known: Evidence, last: int, lang: Lang) -> list[Cell]:
    """Return one target as a line of the sheet of all."""
    document = known.document(str(row["target_document"]))
    number = row["target_value"]
    coming = row["verdict"] == "no-outcome" and row["target_year"] > last
    return [
        int(row["target_year"]),
        str(row[f"indicator_{lang}"]),
        str(row["unit"]),
        str(row[f"region_{lang}"]),
        _planned(row, known, lang),
        str(row["target_comparator"]),
        None if pd.isna(number) else float(number),
        term(str(row["comparability"]), lang),
        _came(row, known, lang),
        "" if coming or pd.notna(row.get(MOVED_TO)) else verdict_in_words(row, lang),
        str(row["target_document"]) if document is None else full_title(document, lang),
        str(row["target_figure"]),
    ]
