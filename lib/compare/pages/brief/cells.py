"""Values in the table of a brief: with their years, and the other years that a date has had."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.naming import value
from compare.ledger.records import records
from compare.pages.brief.subject import About, Row
from compare.wording.catalogue import say
from compare.wording.phrases import bracketed, listed

NOTHING = "—"

Stated = tuple[Row, ...]
"""What stands in a cell: values of one indicator, kind and region, for different years."""


def column(head: str, cells: Sequence[Stated], about: About) -> list[str]:
    """Return a column of values: with one year for all in its head, or a year in each cell."""
    years = {int(row["year"]) for rows in cells for row in rows if row["unit"] != "year"}
    if len(years) == 1:
        (year,) = years
        head += f"\n{say('in-year', about.lang, year=str(year))}"
    return [head, *(_cell(rows, len(years) > 1, about) for rows in cells)]


def _cell(rows: Stated, dated: bool, about: About) -> str:
    if not rows:
        return NOTHING
    years: dict[tuple[str, bool], list[str]] = {}
    for row in rows:
        said = _value(row, about), row.get(BREAK) is True
        years.setdefault(said, []).append(str(int(row["year"])))
    dated = dated and rows[0]["unit"] != "year"
    cells = [
        (said, _beside(of_it, broken, dated, about)) for (said, broken), of_it in years.items()
    ]
    return "\n".join("\n".join(filter(None, cell)) for cell in cells)


def _beside(years: Sequence[str], broken: bool, dated: bool, about: About) -> str:
    """Return, in brackets, of when a value is, and that it may be of another concept."""
    told = [say("in-year", about.lang, year=listed(years, about.lang))] if dated else []
    if broken:
        told.append(say("brief-break", about.lang))
    if not told:
        return ""
    return bracketed(say("comma", about.lang).join(told), about.lang).strip()


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
    every = about.facts.everything
    return _dated_otherwise(row, every[every["document"] == row["document"]])


def _earlier_dates(row: Row, about: About) -> list[Row]:
    """Return the years that an earlier document had planned."""
    every = about.facts.everything
    return _dated_otherwise(row, every[every["use"] == "superseded"])


def _dated_otherwise(row: Row, every: pd.DataFrame) -> list[Row]:
    keys = ("region", "indicator", "kind", "scope")
    same = every["value"] != row["value"]
    for key in keys:
        same &= every[key] == row[key]
    other = every[same & (every["comparability"] != "proxy")]
    return list(records(other.drop_duplicates("value").sort_values("value")))
