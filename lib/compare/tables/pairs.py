"""Two regions side by side: what both state, and what follows, in words."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.part import facts_of
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import grouped, records
from compare.tables.cells import escaped, figure_cells, told_with_year
from compare.tables.rows import quotes_of
from compare.tables.table import Table, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import clauses, reasons_in_words

Row = dict[str, Any]

KINDS = ("versus-region", "promise", "timing")
"""The kinds of findings that set two regions beside each other."""

MOST = 3
"""Of what is not compared, as many values of a region and kind are told, the last ones."""


def pair_table(
    observations: Any,
    *,
    about: Sequence[str],
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return what two regions both state, with the comparison in words.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : sequence of str
        The two regions, by any of their names; the first has the first column.
    evidence : Evidence, optional
        Names and quotes: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, such as those of the page's lead: nothing is then compared
        again.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    facts = facts_of(observations, list(about), evidence, facts)
    both = set(facts.subject.regions)
    found = [one for one in found_in(facts, KINDS) if set(one.regions) == both]
    rows = facts.rows[facts.rows["region"].isin(facts.subject.regions)]
    stated = records(facts.with_words(rows))
    words = quotes_of([name for one in found for name in one.figures], facts.evidence)
    names = {key: _name(key, rows, facts, lang) for key in facts.subject.regions}
    lines = [_line(one, stated, names, facts, words, lang) for one in found]
    rest = _rest(stated, {one.indicator for one in found})
    apart = any({*pair} == both for pair in facts.parts)  # a whole and its part are no contest
    lines += [_side_by_side(of_one, names, facts, lang, parts=apart) for of_one in rest]
    before = [heading(name, lang) for name in ("indicator", "of-kind")]
    after = [heading(name, lang) for name in ("comparison", "cautions", "figure")]
    frame = pd.DataFrame(lines, columns=[*before, *names.values(), *after])
    empty = "table-no-pairs-of-parts" if apart else "table-no-pairs"
    return Table(frame, say("table-pair", lang), lang, empty=empty)


def _rest(rows: Sequence[Row], told: set[str | None]) -> list[list[Row]]:
    """Return what else both state, of other years or kinds, or without a better direction."""
    own = [
        row for row in rows if row["comparability"] != "proxy" and row.get("use", "main") == "main"
    ]
    own.sort(key=lambda row: (row["kind"], row["year"]))
    of_each = grouped((row for row in own if row["indicator"] not in told),
                      "indicator", "region", "kind")  # fmt: skip
    last = [row for of in of_each.values() for row in of[-MOST:]]
    by_indicator = grouped(last, "indicator").values()
    return [of for of in by_indicator if len({row["region"] for row in of}) > 1]


def _side_by_side(
    rows: Sequence[Row], names: Mapping[str, str], facts: Facts, lang: Lang, *, parts: bool
) -> list[str]:
    """Return what both state of an indicator without comparing it, and why."""
    figures = figure_ids(row["figure"] for row in rows)
    return [
        html.escape(facts.evidence.name("indicator", str(rows[0]["indicator"]), lang)),
        _kinds(rows, names, lang),
        *(escaped(_values(rows, key, facts.evidence, lang)) for key in names),
        say("table-pair-apart", lang),
        html.escape(term("part-and-whole" if parts else _why(rows), lang)),
        figure_cells(figures, quotes_of(figures, facts.evidence)),
    ]


def _why(rows: Sequence[Row]) -> str:
    """Return the reason for which what two regions state of an indicator is not compared."""
    of_each = grouped(rows, "region").values()
    if not set.intersection(*({row["kind"] for row in of} for of in of_each)):
        return "different-kind"
    if not set.intersection(*({(row["kind"], row["year"]) for row in of} for of in of_each)):
        return "different-year"
    return "no-direction" if rows[0].get("direction") == "neutral" else "different-scope"


def _name(key: str, rows: pd.DataFrame, facts: Facts, lang: Lang) -> str:
    own = rows.loc[rows["region"] == key, f"region_{lang}"]
    return str(own.iloc[0]) if len(own) else facts.evidence.name("region", key, lang)


def _line(
    one: Finding,
    stated: Sequence[Row],
    names: Mapping[str, str],
    facts: Facts,
    words: Mapping[str, str],
    lang: Lang,
) -> list[str]:
    told, said = _rows_of(one, stated), one.said[lang]
    return [
        html.escape(facts.evidence.name("indicator", str(one.indicator), lang)),
        _kinds(told, names, lang),
        *(escaped(_values(told, key, facts.evidence, lang)) for key in names),
        html.escape(said.conclusion or said.title),
        escaped(reasons_in_words("; ".join(one.cautions), lang)),
        figure_cells(one.figures, words),
    ]


def _rows_of(one: Finding, stated: Sequence[Row]) -> list[Row]:
    """Return the rows that a finding sets side by side; those of nobody's have no figures."""
    own = [row for row in stated if row["indicator"] == one.indicator]
    if one.figures:
        by_figure = {row["figure"]: row for row in own}
        return [by_figure[name] for name in one.figures if name in by_figure]
    if one.kind == "timing":
        return own
    of_kind = [row for row in own if (row["kind"] == "actual") == one.is_outcome]
    return [row for row in of_kind if not one.is_outcome or row["year"] == one.year]


def _kinds(rows: Sequence[Row], names: Iterable[str], lang: Lang) -> str:
    """Return whether targets or outcomes are set side by side, in the order of the regions."""
    kinds = [row["kind"] for key in names for row in rows if row["region"] == key]
    return clauses([term(kind, lang) for kind in dict.fromkeys(kinds)], lang)


def _values(rows: Sequence[Row], region: str, known: Evidence, lang: Lang) -> str:
    """Return what a region states, each value with its year, and which are targets among others."""
    mixed = len({row["kind"] for row in rows}) > 1
    said = [
        _value(row, known, lang, marked=mixed and row["kind"] == "target")
        for row in rows
        if row["region"] == region
    ]
    return clauses(list(dict.fromkeys(said)), lang)


def _value(row: Row, known: Evidence, lang: Lang, *, marked: bool) -> str:
    stated = told_with_year(row, known, lang)
    return say("table-pair-target", lang, value=stated) if marked else stated
