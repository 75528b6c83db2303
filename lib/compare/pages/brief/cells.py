"""Values in the table of a brief: with their years, and the other years that a date has had."""

from __future__ import annotations

from collections.abc import Sequence

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import is_year_inferred
from compare.finding.naming import value
from compare.pages.brief.counts import of_how_many
from compare.pages.brief.subject import About, Row
from compare.wording.catalogue import say
from compare.wording.phrases import bracketed, listed

NOTHING = "—"

MARK = "†"
"""Stands beside a year that is inferred."""

Stated = tuple[Row, ...]
"""What stands in a cell: values of one indicator, kind and region, for different years."""


def column(head: str, cells: Sequence[Stated], about: About) -> list[str]:
    """Return a column of values: with one year for all in its head, or a year in each cell.

    A year that no document prints is marked: in the head, where it is so of all, else in the
    cell.
    """
    dated = [row for rows in cells for row in rows if row["unit"] != "year"]
    years = {int(row["year"]) for row in dated}
    marked = [is_year_inferred(row, about.evidence) for row in dated]
    of_all = len(years) == 1 and all(marked)
    if len(years) == 1:
        (year,) = years
        head += f"\n{say('in-year', about.lang, year=str(year))}{MARK if of_all else ''}"
    return [head, *(_cell(rows, len(years) > 1, of_all, about) for rows in cells)]


def _cell(rows: Stated, dated: bool, is_known: bool, about: About) -> str:
    """Return the values of a cell; ``is_known`` where the head marks its years as inferred."""
    if not rows:
        return NOTHING
    told: dict[tuple[str, bool, str], list[Row]] = {}
    for row in rows:
        key = _value(row, about), row.get(BREAK) is True, of_how_many(row, about)
        told.setdefault(key, []).append(row)
    dated = dated and rows[0]["unit"] != "year"
    cells: list[str] = []
    for (said, broken, among), of_it in told.items():
        mark = MARK if not is_known and _is_marked(of_it, about) else ""
        years = [str(int(row["year"])) for row in of_it] if dated else []
        beside = _beside(years, mark, [among, say("brief-break", about.lang) if broken else ""],
                         about)  # fmt: skip
        cells.append("\n".join(filter(None, [said + ("" if dated else mark), beside])))
    return "\n".join(cells)


def _is_marked(rows: Sequence[Row], about: About) -> bool:
    levels = [row for row in rows if row["unit"] != "year"]
    return any(is_year_inferred(row, about.evidence) for row in levels)


def _beside(years: Sequence[str], mark: str, others: Sequence[str], about: About) -> str:
    """Return, in brackets, of when a value is, and what else must be known of it."""
    lang = about.lang
    told = [say("in-year", lang, year=listed(years, lang)) + mark] if years else []
    told += filter(None, others)
    return bracketed(say("comma", lang).join(told), lang).strip() if told else ""


def _value(row: Row, about: About) -> str:
    """Return a value; of a date that was planned, its other years, and those that it had."""
    said = value(row, about.lang)
    if row["unit"] != "year" or row["kind"] != "target":
        return said
    for name, others in (("also", other_dates(row, about)), ("was", _earlier_dates(row, about))):
        if others:
            years = listed([str(int(one["value"])) for one in others], about.lang)
            said += say(f"brief-date-{name}", about.lang, years=years)
    return said


def other_dates(row: Row, about: About) -> list[Row]:
    """Return what else the document of a date plans for the same: other years."""
    document = row["document"]
    same = [one for one in _planned(row, about) if one["document"] == document]
    return _dated_otherwise(row, same) if isinstance(document, str) else []


def _earlier_dates(row: Row, about: About) -> list[Row]:
    """Return the years that an earlier document had planned."""
    return _dated_otherwise(
        row, [one for one in _planned(row, about) if one["use"] == "superseded"]
    )


def _planned(row: Row, about: About) -> list[Row]:
    return about.known.planned.get((row["region"], row["indicator"], row["scope"]), [])


def _dated_otherwise(row: Row, same: Sequence[Row]) -> list[Row]:
    """Return what is planned for other years, each of them once, in their order."""
    other = {one["value"]: one for one in reversed(same) if one["value"] != row["value"]}
    return [other[value] for value in sorted(other)]
