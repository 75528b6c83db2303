"""Two regions side by side: what both state, and what follows, in words."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.part import facts_of
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.tables.cells import escaped, figure_cells, told
from compare.tables.rows import quotes_of
from compare.tables.table import Table, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import clauses, dated, listed, reasons_in_words

KINDS = ("versus-region", "promise", "timing")
"""The kinds of findings that set two regions beside each other."""


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
    stated = {(row["figure"], row["indicator"]): row for row in records(facts.with_words(rows))}
    words = quotes_of([name for one in found for name in one.figures], facts.evidence)
    names = {key: _name(key, rows, facts, lang) for key in facts.subject.regions}
    lines = [_line(one, stated, names, facts, words, lang) for one in found]
    before = [heading(name, lang) for name in ("indicator", "of-kind")]
    after = [heading(name, lang) for name in ("comparison", "cautions", "figure")]
    frame = pd.DataFrame(lines, columns=[*before, *names.values(), *after])
    rest = _rest(rows, {one.indicator for one in found}, facts, lang)
    notes = (say("table-pair-rest", lang, names=listed(rest, lang)),) if rest else ()
    apart = any({*pair} == both for pair in facts.parts)  # a whole and its part are no contest
    empty = "table-no-pairs-of-parts" if apart else "table-no-pairs"
    return Table(frame, say("table-pair", lang), lang, notes=notes, empty=empty)


def _rest(rows: pd.DataFrame, told: set[str | None], facts: Facts, lang: Lang) -> list[str]:
    """Return what else both state, of other years or kinds, or without a better direction."""
    own = rows[rows["comparability"] != "proxy"]
    both = own.groupby("indicator", sort=False)["region"].nunique() > 1
    return [
        facts.evidence.name("indicator", str(name), lang)
        for name in both.index[both]
        if name not in told
    ]


def _name(key: str, rows: pd.DataFrame, facts: Facts, lang: Lang) -> str:
    own = rows.loc[rows["region"] == key, f"region_{lang}"]
    return str(own.iloc[0]) if len(own) else facts.evidence.name("region", key, lang)


def _line(
    one: Finding,
    stated: Mapping[Any, Mapping[str, Any]],
    names: Mapping[str, str],
    facts: Facts,
    words: Mapping[str, str],
    lang: Lang,
) -> list[str]:
    told = [stated[name, one.indicator] for name in one.figures if (name, one.indicator) in stated]
    said = one.said[lang]
    kind = "actual" if one.kind == "versus-region" else "target"
    return [
        html.escape(facts.evidence.name("indicator", str(one.indicator), lang)),
        term(kind, lang),
        *(escaped(_values(told, key, lang)) for key in names),
        html.escape(said.conclusion or said.title),
        escaped(reasons_in_words("; ".join(one.cautions), lang)),
        figure_cells(one.figures, words),
    ]


def _values(rows: Sequence[Mapping[str, Any]], region: str, lang: Lang) -> str:
    """Return what a region states, each value with its year."""
    own = [row for row in rows if row["region"] == region]
    said = [
        told(row, lang) if row["unit"] == "year" else dated(row["year"], told(row, lang), lang)
        for row in own
    ]
    return clauses(list(dict.fromkeys(said)), lang)
