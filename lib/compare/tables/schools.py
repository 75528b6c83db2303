"""School tables: balance coefficients against their limits, and the levels of each school."""

from __future__ import annotations

import html
from typing import Any

from compare.comparisons.frames import as_pandas
from compare.ledger.records import records
from compare.schools.balance_rules import find_rule, resource_name
from compare.tables.cells import escaped, yes_or_no
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import colon, listed
from compare.wording.values import is_missing, number, quantity

Record = dict[str, Any]


def coefficients_table(coefficients: Any, *, lang: Lang = "zh") -> Table:
    """Return balance coefficients against the limits of their rule.

    Parameters
    ----------
    coefficients : frame
        Rows of :func:`compare.balance_table`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(coefficients)
    lines = [coefficient_line(row, lang) for row in records(rows)]
    columns = ("stage", "resource", "coefficient", "limit", "met", "mean", "schools")
    rule = listed([find_rule(name).number for name in dict.fromkeys(rows["rule"])], lang)
    return Table(
        framed(lines, columns, lang),
        say("table-coefficients", lang, rule=rule),
        lang,
        heading("stage", lang),
        (say("table-weighted", lang), *dict.fromkeys(rows["remark"].dropna())),
    )


def coefficient_line(row: Record, lang: Lang) -> Record:
    """Return one coefficient against its limit."""
    limited = not is_missing(row["limit"])
    return {
        "stage": stage_cell(row, lang),
        "resource": escaped(resource_name(row, lang)),
        "coefficient": f"{row['coefficient']:.4f}",
        "limit": f"≤{row['limit']:.2f}" if limited else "",
        "met": yes_or_no(row["met"], lang) if limited else "",
        "mean": _per_student(row, lang),
        "schools": str(int(row["schools"])),
    }


def _per_student(row: Record, lang: Lang) -> str:
    if is_missing(row["mean"]):
        return ""
    return html.escape(quantity(row["mean"], row["unit"], lang))


def school_levels_table(levels: Any, *, lang: Lang = "zh") -> Table:
    """Return how many levels of the rule each school reaches.

    Parameters
    ----------
    levels : frame
        Rows of :func:`compare.school_levels`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(levels)
    lines = [
        {
            "stage": stage_cell(row, lang),
            "school": escaped(row["school"]),
            "reached": f"{row['reached']}/{row['of']}",
            "enough": yes_or_no(row["at_least_six"], lang),
            "remaining": ""
            if is_missing(row["remaining"])
            else _remaining(row, lang)
            + colon(lang)
            + f"{number(row['remaining_ratio'] * 100, lang)}%",
        }
        for row in records(rows)
    ]
    columns = ("stage", "school", "reached", "enough", "remaining")
    frame = framed(lines, columns, lang)
    notes = (say("table-secondary", lang),)
    return Table(frame, say("table-levels", lang), lang, heading("stage", lang), notes)


def _remaining(row: Record, lang: Lang) -> str:
    """Return the name of the one resource whose level a school does not reach."""
    known = {
        indicator.resource: indicator.name_zh for indicator in find_rule(row["rule"]).indicators
    }
    named = {"resource": row["remaining"], "name_zh": known[row["remaining"]]}
    return escaped(resource_name(named, lang))


def stage_cell(row: Record, lang: Lang) -> str:
    """Return the stage, with its county where there is one."""
    parts = [str(row["county"])] if "county" in row else []
    return " · ".join([*parts, say(f"stage-{row['stage']}", lang)])
