"""What a region's sources state beyond the shared indicators: no figure is lost to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from compare.ledger.evidence import Evidence, figure_ids, or_nothing
from compare.ledger.records import records
from compare.ledger.units import unit_of
from compare.tables.cells import (
    Anchors,
    Record,
    chinese,
    dated,
    escaped,
    is_dated_by_plan,
    stated_value,
    unbroken,
    where_cell,
)
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import spans_years
from compare.wording.values import EVERY_YEAR, UNITS, as_printed, is_missing, says_yearly

_RATIO = re.compile(r"[0-9][:：/][0-9]")

_COLUMNS = ("moment", "label", "value", "words", "where", "figure")


def other_figures_table(
    region: str,
    *,
    besides: Iterable[Any] = (),
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return the figures of a region that stand nowhere else on its page, folded.

    Parameters
    ----------
    region : str
        Slug of the region.
    besides : iterable
        Ids of the figures that stand elsewhere: those of shared indicators, and those that
        a finding rests on. A cell may hold several, or nothing.
    evidence : Evidence, optional
        The figures: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language; labels without a translation and the source text stay in Chinese.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    there, once = set(figure_ids(besides)), Anchors()
    rows = [row for row in records(known.stated_by([region])) if row["figure"] not in there]
    rows.sort(key=lambda row: _order(row, known))  # else as the source has it
    lines = [_line(row, once, known, lang) for row in rows]
    form = "table-other-figures" if lines else "table-other-figures-none"
    title, group = say(form, lang, n=len(lines)), heading("moment", lang)
    return Table(framed(lines, _COLUMNS, lang), title, lang, group, searchable=True, shown=0)


def _line(row: Record, once: Anchors, known: Evidence, lang: Lang) -> Record:
    return {
        "moment": _moment(row, known, lang),
        "label": _label(row, lang),
        "value": unbroken(_value(row, lang)),
        "words": chinese(row["quote"], lang),
        "where": where_cell(row, lang),
        "figure": once.anchored(row["figure"]),
    }


def _moment(row: Record, known: Evidence, lang: Lang) -> str:
    """Return years and kind: what was added up over a period is not of its last year."""
    if is_missing(row["year"]) or not spans_years(row):
        return dated(row, known, lang)
    years = {"first": str(int(row["year_start"])), "last": str(int(row["year"]))}
    return dated({**row, "year": say("year-range", lang, **years)}, known, lang)


def _label(row: Record, lang: Lang) -> str:
    english = row["label_en"]
    if lang == "zh" or is_missing(english):
        return chinese(row["label"], lang)
    return escaped(english)


def _value(row: Record, lang: Lang) -> str:
    """Return a value as the source has it (2:4, 第一); a bound, or about, with its sign.

    Chinese says of what is meant each year that it is, where the label does not.

    English has the number; what is counted, its label says.
    """
    end = row["hi"] if is_missing(row["lo"]) else row["lo"]
    as_stated = row["comparator"] == "=" and not is_missing(row["printed"])
    if as_stated and (lang == "zh" or is_missing(end) or _RATIO.search(str(row["printed"]))):
        said = as_printed(row)
        yearly = row.get("every_year") == EVERY_YEAR and not says_yearly(str(row["label"]))
        return chinese(say("every-year", "zh", value=said) if yearly else said, lang)
    unit = "" if is_missing(row["unit"]) else unit_of(str(row["unit"]))
    if lang == "en" and unit not in UNITS and not unit.isascii():
        unit = ""
    return stated_value({**row, "unit": unit, "value": end}, lang)


def _order(row: Record, known: Evidence) -> tuple[bool, int, bool, bool]:
    """Put what was before what is planned, and behind its year what a period or a plan is of."""
    year = 0 if is_missing(row["year"]) else int(row["year"])
    spans = bool(year) and spans_years(row)
    return row["kind"] != "actual", year, spans, is_dated_by_plan(row, known)
