"""Conditions: what must be said together with the values that a finding names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.finding.facts import Facts
from compare.finding.rows import number_in
from compare.finding.statement import Strength
from compare.ledger.evidence import Evidence
from compare.ledger.models import as_it_counts
from compare.reasons import Reason, following, reasons
from compare.wording.catalogue import LANGUAGES, Lang, say, term
from compare.wording.phrases import bracketed, with_small_letter
from compare.wording.values import EVERY_YEAR, is_missing

_OF_A_PAIR = frozenset({"different-year", "different-scope"})
"""Reasons that say something of values side by side, and nothing of one alone."""


_NOTHING: Mapping[Lang, str] = dict.fromkeys(LANGUAGES, "")

_OF_SEVERAL_YEARS = frozenset({"plan", "action-plan"})

_OF_FIGURES = ("figure", "target_figure", "outcome_figure")
"""Where rows name the figures of their values: those of an attainment have two of them."""

_OF_SOURCES = ("figure", "outcome_figure")
"""Where rows name what states their values: those of an attainment have no figure of their own."""


@dataclass(frozen=True)
class Conditions:
    """What must be said with some values.

    Attributes
    ----------
    names : tuple of str
        The reasons, in the order of the table of reasons; ``close`` and ``proxy`` first.
    strength : {"firm", "with-caution", "related"}
        What that makes of a finding.
    text : mapping
        The reasons in brackets, as they stand behind the number, in each language; empty
        where there is nothing to say.
    brief : mapping
        The same as a lead has room for: it says below of what year outcomes are inferred, and
        what is not known of how a thing is measured.
    detail : mapping
        What that is; empty where nothing is to be said.
    """

    names: tuple[str, ...]
    strength: Strength
    text: Mapping[Lang, str]
    brief: Mapping[Lang, str]
    detail: Mapping[Lang, str]

    def said(self, lang: Lang) -> dict[str, str]:
        """Return what a message names of them: in a sentence, and in a lead."""
        said = {"conditions": self.text, "briefly": self.brief, "detail": self.detail}
        return {name: text[lang] for name, text in said.items()}


def conditions(
    rows: Sequence[Mapping[str, Any]],
    facts: Facts,
    *,
    more: Iterable[str] = (),
    beside: Mapping[Lang, str] | None = None,
    pair: bool = True,
    compared: bool = True,
    graded: bool = True,
    sourced: bool = True,
) -> Conditions:
    """Return what must be said with the values of some rows.

    Parameters
    ----------
    rows : sequence of mapping
        Observations that the finding names, of one indicator.
    facts : Facts
        What is known beside them.
    more : iterable of str
        Reasons that a comparison of them gave.
    beside : mapping, optional
        What must be said of a reference beside them, in each language.
    pair : bool
        Whether the values stand side by side.
    compared : bool
        Whether values are held against another place's or a reference: how places differ says
        nothing of one alone.
    graded : bool
        Whether how close they are to the shared definition is said: not of what one source
        says of one thing.
    sourced : bool
        Whether it is said that a value is only reported, or inferred: else the sentence does.
    """
    held = {name for name in _flags(rows) | set(more) if _is_said(name, pair=pair)}
    grades = [str(row.get("comparability")) for row in rows]
    grade = next((one for one in ("proxy", "close") if graded and one in grades), "")
    names: list[str] = [grade] if grade else []
    names += [name for name in reasons() if name in held and name not in names]
    behind = [name for name in names if name != "approximate" or not _say_about(rows)]
    short = own = _NOTHING
    if "close" in grades:
        short = {lang: _between(rows, facts, lang, compared=compared) for lang in LANGUAGES}
        own = {lang: short[lang] or _of_one(rows, facts, lang) for lang in LANGUAGES}
    dated = _inferred_year(rows, facts)
    known_from = _known_from(rows, facts.evidence) if sourced else None
    strength: Strength = "related" if grade == "proxy" else "firm"
    if strength == "firm" and (names or beside or any(short.values())):
        strength = "with-caution"

    def text(own: Mapping[Lang, str], *told: str | None) -> dict[Lang, str]:
        return {
            lang: _text(
                behind,
                list(dict.fromkeys([own[lang], *(say(name, lang) for name in told if name)])),
                (beside or {}).get(lang),
                lang,
            )
            for lang in LANGUAGES
        }

    # below a lead it is said of which outcomes the year is inferred, and of no targets;
    # its sources there say which of them are reports
    inferred = "finding-inferred" if sourced and any(map(is_inferred, rows)) else None
    of_plan = _inferred_year([row for row in rows if row.get("kind") == "target"], facts)
    brief, detail = text(_NOTHING, of_plan, inferred), own
    if not graded and rows and rows[0].get("unit") != "year":
        # no grade stands beside the number: what is not known of it does
        brief = text(short, of_plan, inferred)
        detail = _NOTHING if any(short.values()) else own
    return Conditions(tuple(names), strength, text(own, dated, known_from), brief, detail)


def _between(rows: Sequence[Mapping[str, Any]], facts: Facts, lang: Lang, *, compared: bool) -> str:
    """Return what makes values close ones; that places differ says nothing of one of them."""
    alone = len({row.get("region") for row in rows}) == 1
    return facts.caution(rows[0].get("indicator"), lang, compared=compared and not alone)


def _of_one(rows: Sequence[Mapping[str, Any]], facts: Facts, lang: Lang) -> str:
    """Return what the text of one place counts; nothing of several, or where nobody knows."""
    if len({row.get("region") for row in rows}) > 1:
        return ""
    indicator = rows[0].get("indicator")
    figures = [row.get(name) for row in rows for name in _OF_FIGURES]
    told: dict[str, str] = {}
    for name in figures:
        known = facts.evidence.judgement(str(name), str(indicator)) or {}
        if known.get("comparability") == "close":
            first, *others = _in_short(known.get("reason" if lang == "zh" else "reason_en"))
            told.setdefault(first, say("finding-join", lang).join([first, *others[:1]]))
    said = say("finding-join", lang).join(filter(None, told.values()))
    whose = str(rows[0].get(f"region_{lang}") or rows[0].get("region"))
    return say("finding-own-text", lang, region=whose, said=said) if said else ""


_CLAUSE = re.compile("[；;] ?")


def _in_short(reason: Any) -> list[str]:
    """Return the clauses of a reason, those with numbers of their own left out.

    The first two say what is counted, later ones how the year was found.
    """
    said = "" if is_missing(reason) else str(reason).rstrip("。.")
    clauses = _CLAUSE.split(with_small_letter(said))
    return [one for one in clauses if not any(map(str.isdigit, one))] or [""]


def _inferred_year(rows: Sequence[Mapping[str, Any]], facts: Facts) -> str | None:
    """Return which message says that a plan does not print the year of these values.

    Of a work report or of the points for one year the year is not in doubt. A target without
    a year is one for the end of its plan, an outcome without one for the end of the last.
    """
    inferred = [row for row in rows if is_year_inferred(row, facts.evidence)]
    # a sentence says of each year that it is, and names no last one
    inferred = [row for row in inferred if row.get("every_year") != EVERY_YEAR]
    if not inferred:
        return None
    if any(row.get("kind") == "actual" for row in inferred):
        whole, of = len(rows), "outcome"
    else:
        whole, of = sum(row.get("kind") == "target" for row in rows), "plan"
    return f"finding-{'years' if len(inferred) < whole else 'year'}-inferred-{of}"


def is_year_inferred(row: Mapping[str, Any], evidence: Evidence) -> bool:
    """Tell whether the year of a value is not printed, and not that of its document either.

    It is then the last year, or the base, of a plan: of this one, or of one that is meant.
    """
    if row.get("year_basis") != "implied":
        return False
    document = evidence.document_of(row.get("figure")) or {}
    if document.get("type") in _OF_SEVERAL_YEARS:
        return True
    year, end = number_in(row.get("year")), number_in(document.get("period_end"))
    return year is not None and end is not None and year > end


def year_mark(row: Mapping[str, Any], evidence: Evidence, lang: Lang) -> str:
    """Return, in brackets, that the year of a value is inferred; nothing where it is not."""
    if not is_year_inferred(row, evidence):
        return ""
    return bracketed(say("finding-year-inferred-outcome", lang), lang)


def _known_from(rows: Sequence[Mapping[str, Any]], evidence: Evidence) -> str | None:
    """Return which message says that values are only reported, or only follow from a list.

    That something had not come by a year is inferred: what came is listed, and it is not.
    """
    reported = [is_reported(row.get(name), evidence) for row in rows for name in _OF_SOURCES
                if not is_missing(row.get(name))]  # fmt: skip
    if any(map(is_inferred, rows)):
        return f"finding-inferred{'-reported' * any(reported)}"
    if not any(reported):
        return None
    return f"finding-reported{'-some' * (not all(reported))}"


def is_reported(figure: Any, evidence: Evidence) -> bool:
    """Tell whether a figure is known from a report of the press alone, not from its document."""
    return (evidence.document_of(figure) or {}).get("type") == "press"


def reported_mark(figure: Any, evidence: Evidence, lang: Lang) -> str:
    """Return, in brackets, that a figure is only reported; nothing where its document has it."""
    told = say("finding-reported", lang) if is_reported(figure, evidence) else ""
    return bracketed(told, lang) if told else ""


def is_inferred(row: Mapping[str, Any]) -> bool:
    """Tell whether of a date that came is known only that it had not: a list does not have it."""
    if row.get("unit") != "year":
        return False
    if "outcome_figure" in row:
        return not is_missing(row["outcome_figure"]) and is_missing(row["outcome_hi"])
    return row.get("kind") == "actual" and is_missing(row.get("hi"))


def _is_said(name: str, *, pair: bool) -> bool:
    known = reasons().get(name)
    if known is None:
        return False
    of_pair = name in _OF_A_PAIR or known.rule == "differs"
    return pair if of_pair else known.effect == "cautions"


def _flags(rows: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the cautions that a column tells of some rows."""
    flagged = {
        one.name for one in _cautions("flagged") if any(row.get(one.column) is True for row in rows)
    }
    differing = {
        one.name
        for one in _cautions("differs")
        if _differ(as_it_counts(one.column, row.get(one.column)) for row in rows)
    }
    return flagged | differing


def _cautions(rule: str) -> list[Reason]:
    return [one for one in following(rule) if one.effect == "cautions"]


def _differ(cells: Iterable[Any]) -> bool:
    """Tell whether some cells hold more than one value."""
    return len({cell for cell in cells if not is_missing(cell)}) > 1


def _say_about(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether each approximate value says so itself: about 97%.

    Behind the last of several it would be taken for a remark to that one.
    """
    return all(row.get("comparator") == "~" for row in rows if row.get("approximate") is True)


def _text(names: Sequence[str], own: Sequence[str], beside: str | None, lang: Lang) -> str:
    graded = names[:1] if names and names[0] in ("close", "proxy") else []
    said = [beside, *own, *(term(name, lang) for name in names[len(graded) :])]
    joined = say("finding-join", lang).join(filter(None, said))
    grade = "".join(term(name, lang) for name in graded)
    if grade and joined:
        joined = say("finding-graded", lang, grade=grade, conditions=joined)
    return bracketed(joined or grade, lang) if joined or grade else ""
