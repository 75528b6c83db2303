"""What was promised and what came: targets with their outcomes, verdicts and margins."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.gaps_to_benchmark import WHOLES
from compare.finding.conditions import reported_mark
from compare.finding.excerpts import excerpt
from compare.finding.facts import Facts
from compare.finding.kinds.attainment import (
    JUDGED,
    margin_form,
    part_of,
    verdict_as_stated,
    verdict_in_words,
)
from compare.finding.kinds.tally import is_open
from compare.finding.naming import change
from compare.finding.rows import check_made_by, known_rows
from compare.ledger.evidence import Evidence
from compare.ledger.records import records, values_of
from compare.tables.cells import (
    chinese,
    escaped,
    figure_cells,
    joined,
    reason_cell,
    told_with_year,
    with_grade,
)
from compare.tables.downloads import Download
from compare.tables.excerpts import end_cells, of_how_many, whole_of_rows
from compare.tables.rows import by_best, by_code, places, quotes_of
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import LANGUAGES, Lang, check_lang, say
from compare.wording.phrases import bracketed, clauses, colon, listed, merged, sentences
from compare.wording.references import (
    benchmark_name,
    bracketed_remark,
    hearsay,
    province_name,
    rule_name,
)
from compare.wording.values import prose_value

Row = Mapping[str, Any]

NATION = "national"
"""What :func:`compare.as_observations` calls the nation."""

NAMED = 12
"""Of more regions and years than these, targets without an outcome are counted in all."""

_COLUMNS = ("region", "indicator", "promised", "came", "result", "margin", "nation", "figure")


def attainment_table(
    attained: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return what became of each target of which an outcome is known, and of how many none is.

    Parameters
    ----------
    attained : frame
        Rows of :func:`compare.attainment`, of regions, of a province or of the nation.
    evidence : Evidence, optional
        Names, quotes and references: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of the page's lead: which targets newer documents have put off is told below.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, known = known_rows(attained, evidence)
    check_made_by("attainment", rows)
    rows = named_owners(rows).assign(_place=places(rows, known))
    rows = by_code(rows.sort_values("_place", kind="stable"))
    judged = by_best(rows[rows["verdict"].isin(JUDGED)], "margin", -1)
    shown = excerpt(judged, ["indicator", "target_year"], ["_size"])
    part = len(shown) < len(judged)
    of_targets = records(shown)
    figures = [row[name] for row in of_targets for name in ("target_figure", "outcome_figure")]
    words = quotes_of(figures, known)
    lines = [_line(row, known, words, lang) for row in of_targets]
    frame = framed(lines, _COLUMNS, lang)
    alone = rows["region"].nunique() == 1
    group = heading("indicator" if part else "region", lang)
    if part:  # what heads a group is plain text
        frame[group] = [str(row[f"indicator_{lang}"]) for row in of_targets]
    spare = [group] if alone else []
    if not any(line["nation"] for line in lines):
        spare.append(heading("nation", lang))
    frame = frame.drop(columns=spare)
    excerpted = of_how_many(len(shown), len(judged), lang)
    moved = _put_off(rows, facts, lang)
    notes = (*excerpted, *moved, *_notes(rows, known, lang))
    return Table(
        frame, say("table-attainment", lang), lang, None if alone else group, notes,
        empty=_empty(rows, moved),
        whole=_whole(judged, known, lang) if part else None,
    )  # fmt: skip


def _empty(rows: pd.DataFrame, moved: Sequence[str]) -> str:
    """Return the message for a table of which no target is judged: there may be none at all."""
    if rows.empty and not moved:
        return "table-attainment-no-targets"
    return f"table-attainment-none{'-else' * bool(moved)}"


def _whole(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Download:
    """Return all targets that are judged as a workbook."""
    year, came = heading("year", lang), heading("came", lang)
    return whole_of_rows(rows, "attainment", lang, {
        year: values_of(rows["target_year"]),
        heading("promised", lang): end_cells(rows, "target", known, lang),
        f"{came} {year}": values_of(rows["outcome_year"]),
        came: end_cells(rows, "outcome", known, lang),
        heading("result", lang): [verdict_in_words(row, lang) for row in records(rows)],
        heading("margin", lang): values_of(rows["margin"]),
    })  # fmt: skip


def named_owners(rows: pd.DataFrame) -> pd.DataFrame:
    """Call nation and provinces by their names: their rows come from benchmarks."""
    names: dict[str, Any] = {}
    for lang in LANGUAGES:
        known = {NATION: say("nation", lang)}
        known |= {code: province_name(code, lang) for code in set(rows["region"]) - {NATION}}
        called = rows["region"].map(known).replace("", None)
        names[f"region_{lang}"] = called.fillna(rows[f"region_{lang}"])
    return rows.assign(**names)


def _line(row: Row, known: Evidence, words: Mapping[str, str], lang: Lang) -> dict[str, str]:
    target, outcome = part_of(row, "target", known), part_of(row, "outcome", known)
    return {
        "region": str(row[f"region_{lang}"]),
        "indicator": html.escape(str(row[f"indicator_{lang}"])),
        "promised": escaped(_stated(target, row["target_year"], known, lang)),
        "came": escaped(_stated(outcome, row["outcome_year"], known, lang)),
        "result": escaped(_result(row, known, lang)),
        "margin": escaped(_margin(row, known, lang)),
        "nation": escaped(_line_beside(row, known, lang)),
        "figure": _sources(row, known, words, lang),
    }


def _sources(row: Row, known: Evidence, words: Mapping[str, str], lang: Lang) -> str:
    """Return the ids of the figures; of the nation's numbers the documents that state them."""
    names = [row["target_figure"], row["outcome_figure"]]
    limits = [limit for limit in map(known.benchmark, names) if limit is not None]
    if limits:
        return "<br>".join(dict.fromkeys(chinese(rule_name(limit, lang), lang) for limit in limits))
    return figure_cells(names, words)


def second_hand(name: Any, known: Evidence, lang: Lang) -> str:
    """Return the mark of a benchmark that was not seen in its own document."""
    limit = known.benchmark(name) if isinstance(name, str) else None
    return "" if limit is None else hearsay(limit, lang)


def _stated(row: Row, year: Any, known: Evidence, lang: Lang) -> str:
    shown = told_with_year({**row, "year": year}, known, lang)
    seen = second_hand(row.get("figure"), known, lang)
    return merged(with_grade(shown, row, known, lang) + seen, lang)


def _result(row: Row, known: Evidence, lang: Lang) -> str:
    """Return the verdict; where the printed number alone says otherwise, that too.

    That something had not come by a year is told with what says so.
    """
    said = verdict_in_words(row, lang)
    if row["unit"] == "year" and pd.isna(row["outcome_hi"]):
        judgement = known.judgement(str(row["outcome_figure"]), str(row["indicator"]))
        return joined([said, reason_cell(judgement, lang) if judgement else ""], lang)
    if row["verdict_as_printed"] == row["verdict"]:
        return said
    if (stated := judged_in_words(row, lang)) != said:
        return stated
    other = verdict_in_words({**row, "verdict": row["verdict_as_printed"]}, lang)
    return said + bracketed(say("table-as-printed", lang, verdict=other), lang)


def judged_in_words(row: Row, lang: Lang) -> str:
    """Return the verdict; where rounding alone leaves it open, what the number says, and that."""
    said, stated = verdict_in_words(row, lang), verdict_as_stated(row, lang)
    return said if stated == said else stated + bracketed(say("table-unrounded", lang), lang)


def _margin(row: Row, known: Evidence, lang: Lang) -> str:
    """Return by how much the outcome passes the target, or lacks, with its unit."""
    form, margin = margin_form(row)
    if row["unit"] == "year" and form in ("spare", "lack"):
        form = {"spare": "early", "lack": "late"}[form]
        plan = known.document(str(row["target_document"])) or {}
        if form == "early" and str(plan.get("issued"))[:4] == str(int(row["outcome_year"])):
            return say("table-margin-at-once", lang, n=abs(int(margin)))
        return say(f"table-margin-{form}", lang, n=abs(int(margin)))
    if form == "none":
        return ""
    return say(f"table-margin-{form}", lang, margin=change(margin, row, lang))


def _line_beside(row: Row, known: Evidence, lang: Lang) -> str:
    """Return the line that the outcome is held against, whose it is, and on which side it is."""
    limit = known.benchmark(row["benchmark"])
    if limit is None or row["region"] == NATION:
        return ""
    said = benchmark_name(limit, lang) + " " + prose_value(limit, lang)
    said += bracketed_remark(limit, lang) + second_hand(row["benchmark"], known, lang)
    said = merged(said, lang)
    verdict = row["benchmark_verdict"]
    if not isinstance(verdict, str):
        return said
    if limit.get("assessed") == "county" and _is_city(row, known):
        verdict = _side(row, limit)  # the state assesses its counties, and not the city
    return said + colon(lang) + say(f"table-line-{verdict}", lang)


def _is_city(row: Row, known: Evidence) -> bool:
    """Tell whether a region is a whole of counties: as its row says, or else as is known."""
    level = row.get("level")
    if not isinstance(level, str):
        regions = known.regions
        levels = regions.loc[regions["region"] == row["region"], "level"].dropna()
        level = None if levels.empty else levels.iloc[0]
    return level in WHOLES


def _side(row: Row, limit: Mapping[str, Any]) -> str:
    """Return on which side of a line an outcome lies, where a verdict would say too much."""
    line = limit["lo"] if pd.notna(limit["lo"]) else limit["hi"]
    lo, hi = row["outcome_lo"], row["outcome_hi"]
    if lo > line or hi < line:
        return "above" if lo > line else "below"
    return "level" if lo == hi == line else "not-decided"


def _notes(rows: pd.DataFrame, known: Evidence, lang: Lang) -> tuple[str, ...]:
    """Return of how many targets come due no outcome is known, and how many are to come."""
    open_still = [row["verdict"] == "no-outcome" or is_open(row) for row in records(rows)]
    none = rows[pd.Series(open_still, rows.index, dtype=bool)]
    last = last_year(rows, known)
    due, coming = none[none["target_year"] <= last], none[none["target_year"] > last]
    parts = []
    if len(due):
        name = "table-attainment-lacking" if known.of_tables else "table-attainment-unknown"
        years = rows["target_year"].unique()
        of_one = {"year": str(int(years[0]))} if len(years) == 1 else {}
        name += "-in-year" if of_one else ""  # others have fallen due that are not asked about
        told = say(name, lang, targets=_counted(due, lang), **of_one)
        parts.append(sentences([told], lang))
    if len(coming):
        told = say("table-attainment-coming", lang, targets=_counted(coming, lang))
        parts.append(sentences([told], lang))
    return tuple(parts)


def _put_off(rows: pd.DataFrame, facts: Facts | None, lang: Lang) -> tuple[str, ...]:
    """Return which targets of the regions and indicators of some rows were put off, and to when."""
    if facts is None or facts.postponed.empty:
        return ()
    moved = facts.postponed
    moved = moved[moved["region"].isin(rows["region"]) & moved["indicator"].isin(rows["indicator"])]
    if facts.year is not None:
        moved = moved[moved["previous_year"] == facts.year]
    told = [
        say(
            "table-attainment-moved-one", lang, region=str(row[f"region_{lang}"]),
            topic=str(row[f"indicator_{lang}"]), old=str(int(row["previous_year"])),
            year=str(int(row["target_year"])),
        )
        + reported_mark(row["target_figure"], facts.evidence, lang)
        for row in records(facts.named(moved))
    ]  # fmt: skip
    said = say("table-attainment-moved", lang, targets=clauses(told, lang))
    return (sentences([said], lang),) if told else ()


def last_year(rows: pd.DataFrame, known: Evidence) -> int:
    """Return the last year of which anybody's outcome is known: its targets have come due."""
    limits = known.benchmarks
    stated = [rows["base_year"], rows["outcome_year"], limits[limits["kind"] == "actual"]["year"]]
    years = [year for column in stated for year in column.dropna()]
    return int(max(years, default=0))


def _counted(rows: pd.DataFrame, lang: Lang) -> str:
    """Return how many targets there are of each region and year; of many regions in all."""
    counts = rows.groupby([f"region_{lang}", "target_year"], sort=False).size()
    if len(counts) > NAMED:
        regions = rows["region"].nunique()
        return say("table-targets-of-many", lang, regions=regions, n=len(rows))
    return listed(
        [
            say("table-targets-of-region", lang, region=str(name), year=str(int(year)), n=int(n))
            for (name, year), n in counts.items()
        ],
        lang,
    )
