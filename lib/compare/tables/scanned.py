"""What a scan proposes, and what a step of adding a region has given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import records
from compare.tables.cells import chinese, escaped, unbroken, unbroken_name
from compare.tables.table import Table, framed
from compare.wording.catalogue import Lang, check_lang, has, say, term
from compare.wording.phrases import bracketed, listed
from compare.wording.values import as_printed, bounded, is_missing

Record = dict[str, Any]


def proposals_table(
    proposals: Any, *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return what a scan proposes, the most doubtful first, or the rows of a document.

    Parameters
    ----------
    proposals : frame
        What ``Scan.table()`` or ``compare.sources.scan.queue()`` returns.
    evidence : Evidence, optional
        Names of indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language of headings; words stay the document's own.
    """
    check_lang(lang)
    rows = as_pandas(proposals)  # value is text here
    rows = rows.sort_values("doubt", ascending=False, kind="stable")
    known = or_nothing(evidence)
    lines = [proposal_line(row, known, lang) for row in records(rows)]
    columns = [name for name in _PROPOSAL if any(line.get(name) for line in lines)]
    title = say(f"table-{_heading(rows)}", lang, n=len(lines))
    return Table(framed(lines, columns, lang), title, lang, searchable=True)


def _heading(rows: pd.DataFrame) -> str:
    """Return what some rows are: proposals, in order of doubt or not, or all of them settled."""
    if "state" in rows and "proposed" not in set(rows["state"]):
        return "settled"
    return "proposals" if rows["doubt"].nunique() > 1 else "proposals-plain"


_PROPOSAL = (
    "figure", "doubt", "doubtful", "label", "value", "year", "kind", "aligned", "grade", "state",
    "words",
)  # fmt: skip


def proposal_line(row: Record, known: Evidence, lang: Lang) -> Record:
    """Return one proposal of a scan, with what is doubtful in it."""
    doubts = [_word(f"doubt-{name}", lang) for name in row["reasons"].split()]
    line = {
        "doubt": f"{row['doubt']:.2f}",
        "doubtful": escaped(listed(doubts, lang)),
        "label": chinese(row["label"], lang),
        "value": chinese(_with_signs(row.get("value") or _proposed_value(row), lang), lang),
        "year": _proposed_years(row),
        "kind": unbroken(term(row["kind"], lang)),
        "words": chinese(row["sentence"], lang),
    }
    if "indicator" in row:
        grades = [term(grade, lang) for grade in row["comparability"].split()]
        named = [known.name("indicator", name, lang) for name in row["indicator"].split()]
        if len(named) > 1:  # a column of grades would not stand beside names that wrap
            pairs = zip(named, grades, strict=True)
            named = [name + bracketed(grade, lang) for name, grade in pairs]
        line["aligned"] = "<br>".join(escaped(name) for name in named)
        line["grade"] = unbroken(grades[0] if grades else "")
    if "figure" in row:
        line["figure"] = unbroken_name(row["figure"])
        line["state"] = unbroken(_word(f"doubt-{row['state']}", lang))
    return line


def _word(message: str, lang: Lang) -> str:
    """Return a doubt, a state or a fact in words; one that the catalogue lacks as it is named."""
    return say(message, lang) if has(message, lang) else message.partition("-")[2]


def _proposed_value(row: Record) -> str:
    return f"{row['comparator']}{as_printed(row)}"


def _with_signs(value: str, lang: Lang) -> str:
    """Write operators as people do: ≥ for >=, and none where it says nothing."""
    signs = (">=", "<=", "~", "range", "=", ">", "<")
    sign = next((known for known in signs if value.startswith(known)), "=")
    return bounded(sign, value.removeprefix(sign).strip(), lang)


def _proposed_years(row: Record) -> str:
    start = row.get("year_start")
    if start is None or is_missing(start):
        return "" if is_missing(row["year"]) else str(row["year"]).removesuffix(".0")
    return f"{int(start)}–{int(row['year_end'])}"


def facts_table(facts: Mapping[str, Any], *, lang: Lang = "zh") -> Table:
    """Return what a step has given, by name: numbers, lists, mappings.

    Parameters
    ----------
    facts : mapping
        Name to value.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    lines = [(unbroken_name(_word(f"fact-{name}", lang)), _fact(value, lang))
             for name, value in facts.items()]  # fmt: skip
    return Table(pd.DataFrame(lines, columns=[" ", "  "]), say("table-facts", lang), lang)


def _fact(value: Any, lang: Lang) -> str:
    if isinstance(value, Mapping):
        value = [f"{name} {count}" for name, count in value.items()]
    if isinstance(value, list | tuple):
        return escaped(listed([str(item) for item in value], lang)) or "—"
    return escaped(value)
