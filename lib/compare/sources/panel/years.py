"""Years of the values of own tables: a column says them, a head, an option or a name."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from compare.errors import Problem, UnknownValueError, listed
from compare.sources.panel.cells import (
    A_PERIOD,
    is_year,
    period_of,
    what_to_do_of_year,
    year_shown_as_date,
)
from compare.sources.panel.distinct import looked_up, read_distinct, text_of
from compare.sources.panel.heads import (
    Head,
    is_about,
    may_be_cited,
    year_in,
    years_within,
)
from compare.sources.panel.measures import Measure
from compare.sources.panel.noted import Noted
from compare.sources.panel.opening import Sheet
from compare.sources.panel.origins import texts_of
from compare.sources.panel.roles import Roles
from compare.sources.panel.told import ToldError


def periods_of(
    sheet: Sheet,
    rows: pl.DataFrame,
    roles: Roles,
    measure: Measure,
    year: int | None,
    noted: Noted,
    problems: list[Problem],
) -> dict[str, Any]:
    """Return the year of each row, and where its period begins."""
    head = measure.value
    _refuse_number_as_date(sheet, head)
    beside = _years_of(rows, roles.year) if roles.year is not None else set()
    alone = {one.value.year for one in roles.measures} == {head.year}
    if roles.year is not None:
        _refuse_two_years(head, roles.year, beside, year, unread=alone)
    if head.year is not None:
        is_told = year is not None and may_be_cited(head)
        if alone and not is_told and year not in (None, head.year):
            raise UnknownValueError(
                f"year={year}: {head.text!r} says {head.year}; do: leave year= out, or call the "
                "column otherwise"
            )
        said, start = (year, None) if is_told else (head.year, head.start)
    elif roles.year is not None and (year is None or beside):
        texts = text_of(rows, roles.year).fill_null("")
        where = (sheet, rows, roles.year, A_PERIOD)
        found = read_distinct(texts, period_of, where, problems, what_to_do_of_year)
        starts = {text: period[0] for text, period in found.items()}
        years = {text: period[1] for text, period in found.items()}
        return {
            "year": looked_up(texts, years, pl.Int64),
            "year_start": looked_up(texts, starts, pl.Int64),
        }
    elif year is not None:
        if _says_another(head, year):
            raise UnknownValueError(
                f"year={year}: {head.text!r} names another year; do: write the year at the end of "
                "each column's name (Pupils 2019), or take one year's columns by indicators=[…]"
            )
        said, start = year, None
    elif (named := _year_of_names(sheet)) is not None and not _says_another(head, named[1][0]):
        text, (said, start) = named
        noted.years[text] = 1
    else:
        column = _holding_years(sheet, roles)
        raise ToldError(
            f"year: nothing says for sure of which year {head.text!r} is: no column, no head, no "
            f"title; do: year=2023, or year={column or '<column>'!r}",
            asked={"year": column},
        )
    return {"year": pl.lit(said, pl.Int64), "year_start": pl.lit(start, pl.Int64)}


def _refuse_number_as_date(sheet: Sheet, head: Head) -> None:
    """Refuse the head 1905-07-12, as which a spreadsheet shows the number 2020."""
    if head.year is not None and (shown := year_shown_as_date(head.text)):
        raise UnknownValueError(
            f"year: {sheet.file or 'the frame'} has a column {head.text!r}, and a spreadsheet "
            f"shows the number {shown} as this date; allowed: a year (2020); do: call the column "
            f"{shown}, if that is the year"
        )


def _refuse_two_years(
    head: Head, column: Head, beside: set[int], told: int | None, *, unread: bool
) -> None:
    """Refuse values whose head, or whose year as told, contradicts the column of the years.

    Where years stand beside each other, or values without a year are read by the column, the
    head of a column knows better.
    """
    years = listed(sorted(map(str, beside))) or "no year"
    if head.year is not None:
        cited = may_be_cited(head) and beside != {head.year}
        if told is None and (cited or (unread and beside - {head.year})):
            of = "or from a source of that year" if may_be_cited(head) else "as it says"
            raise ToldError(
                f"year: {head.text!r} may be of {head.year}, {of}, and {column.text!r} says "
                f"{years}; do: year={head.year}, or "
                f"{f'year={column.text!r}' if beside else 'the year that is meant'}",
                asked={"year": ""},
            )
    elif told is not None and beside - {told}:
        raise UnknownValueError(
            f"year={told}: {column.text!r} says {years}; do: leave year= out, and say "
            f"where={{{column.text!r}: …}} if the rows of one year are meant, or take that column "
            "out of the table"
        )


def _years_of(rows: pl.DataFrame, head: Head) -> set[int]:
    """Return the years that a column of them says; none where it holds something else."""
    texts = text_of(rows, head).drop_nulls().unique().to_list()
    return {period_of(text)[1] for text in texts if is_year(text)}


def _holding_years(sheet: Sheet, roles: Roles) -> str:
    """Return the one column that holds several years and nothing else, whatever it is called."""
    regions = {head.letters for head in roles.identity}
    found = [
        head.text
        for head in sheet.heads
        if head.text and head.letters not in regions and _holds_years(sheet.frame[head.letters])
    ]
    return found[0] if len(found) == 1 else ""


def _holds_years(cells: pl.Series) -> bool:
    texts = texts_of(cells).unique().to_list()
    return len(texts) > 1 and all(map(is_year, texts))


def _says_another(head: Head, year: int) -> bool:
    """Tell whether a head names a year, wherever it stands, and not the one of the table."""
    within = years_within(head.text)
    return bool(within) and year not in within


def _year_of_names(sheet: Sheet) -> tuple[str, tuple[int, int | None]] | None:
    """Return the one year that the sheet, its title or its file is named after, and that name.

    The year of a yearbook, or of a download, is none of its values.
    """
    titles = [text for _, what, text in sheet.before if what == "title"]
    for text in titles:
        labelled = _YEAR_IS.fullmatch(text.strip())
        if labelled and (found := year_in(labelled["zh"] or labelled["en"])):
            return text, found
    of_table = " ".join(text for text in titles if not is_about(text))
    for text in (sheet.name, of_table, sheet.title, sheet.file.rpartition(".")[0]):
        if not _PUBLISHED.search(text) and (named := year_in(text)) is not None:
            return text, named
    return None


_PUBLISHED = re.compile(
    r"年鉴|年鑑|yearbook|jahrbuch|annuaire|anuario|anuário|annuario|"
    r"(?:publish|updat|download|access|retriev|releas|print|revis)ed|edition|"
    r"发布|公布|印发|出版|更新|下载|[0-9]{4}年?版|(?<![a-z])v[0-9]+(?![a-z])",
    re.IGNORECASE,
)
"""What stands beside a year that is that of a publication."""


_YEAR_IS = re.compile(
    r"(?:(?:academic|school|fiscal|reference) )?(?:year|period)\s*:\s*(?P<en>.*)|"
    r"(?:时间|年份|年度|学年|学年度)\s*[:：]\s*(?P<zh>.*)",
    re.IGNORECASE,
)
"""A line above the head that says the year of the table: Academic Year: 2024-25."""
