"""What stands below an excerpt: how many rows there are, and a workbook that holds them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.finding.excerpts import ENDS, MOST
from compare.ledger.evidence import Evidence
from compare.ledger.records import records, values_of
from compare.tables.downloads import Download
from compare.tables.table import heading
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import moment
from compare.wording.values import is_missing, value_in_words


def of_how_many(shown: int, rows: int, lang: Lang) -> tuple[str, ...]:
    """Return the note below an excerpt: how many rows there are, and where they all stand."""
    if shown == rows:
        return ()
    return (say("table-excerpt", lang, most=MOST, ends=ENDS, rows=rows),)


def whole(
    rows: pd.DataFrame, name: str, lang: Lang, more: Mapping[str, Sequence[Any]] | None = None
) -> Download:
    """Return named rows as a workbook: a line for each region, a column for each moment.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows of an excerpt.
    name : str
        What the file is called, without its ending.
    lang : {"zh", "en"}
        Language of names and headings.
    more : mapping, optional
        Beside the value of each row: cells by the heading that follows the moment's name.
    """
    titles = _titles(rows, lang)
    cells = {"": stated_cells(rows, lang), **(more or {})}
    heads = {
        (title, part): f"{title} {part}".strip()
        for title in dict.fromkeys(titles)
        for part in cells
    }
    columns: dict[str, dict[Any, Any]] = {head: {} for head in heads.values()}
    regions = values_of(rows["region"])
    for part, column in cells.items():
        of = {title: columns[heads[title, part]] for title in dict.fromkeys(titles)}
        for region, title, cell in zip(regions, titles, column, strict=True):
            if not is_missing(cell):
                of[title][region] = cell
    named = rows.drop_duplicates("region").sort_values("adcode", kind="stable")
    regions_named = zip(*(values_of(named[key]) for key in ("region", f"region_{lang}", "adcode")),
                        strict=True)  # fmt: skip
    sheet = [
        [heading("region", lang), heading("code", lang), *columns],
        *(
            [str(said), None if is_missing(code) else str(code)]
            + [column.get(key) for column in columns.values()]
            for key, said, code in regions_named
        ),
    ]
    return workbook_of(sheet, name, lang)


def whole_of_rows(
    rows: pd.DataFrame, name: str, lang: Lang, cells: Mapping[str, Sequence[Any]]
) -> Download:
    """Return named rows as a workbook with a line for each: a region may have several targets.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows of an excerpt.
    name : str
        What the file is called, without its ending.
    lang : {"zh", "en"}
        Language of names and headings.
    cells : mapping
        Behind region, code and indicator: the cells of each column, by its heading.
    """
    keys = {"region": f"region_{lang}", "code": "adcode", "indicator": f"indicator_{lang}"}
    columns = [*(values_of(rows[key]) for key in keys.values()), *cells.values()]
    lines = [
        [None if is_missing(cell) else cell for cell in line] for line in zip(*columns, strict=True)
    ]
    heads = [*(heading(key, lang) for key in keys), *cells]
    label = say("table-download-rows", lang, regions=rows["region"].nunique())
    return Download(f"{name}.xlsx", label, {say("table-sheet-rows", lang): [heads, *lines]})


def end_cells(rows: pd.DataFrame, end: str, known: Evidence, lang: Lang) -> list[Any]:
    """Return one end of rows that pair observations (target, outcome) as :func:`stated_cells`."""
    said = known.said_of(rows[f"{end}_figure"], ("comparator", "printed", "worded"))
    part = rows.assign(**said, **{name: rows[f"{end}_{name}"] for name in ("value", "lo", "hi")})
    if f"{end}_comparator" in rows:
        part["comparator"] = rows[f"{end}_comparator"].fillna(part["comparator"])
    single = part["comparator"].isna() & (part["lo"] == part["hi"])
    return stated_cells(part.assign(comparator=part["comparator"].mask(single, "=")), lang)


def workbook_of(sheet: Sequence[Sequence[Any]], name: str, lang: Lang) -> Download:
    """Return a sheet with a line for each region as a workbook."""
    label = say("table-download-rows", lang, regions=len(sheet) - 1)
    return Download(f"{name}.xlsx", label, {say("table-sheet-rows", lang): sheet})


def _titles(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """Return the name of the column that each row stands in."""
    moments: dict[Any, str] = {}
    titles = []
    keys = (values_of(rows[name]) for name in (f"indicator_{lang}", "year", "kind"))
    for key in zip(*keys, strict=True):
        if key not in moments:
            name, year, kind = key
            moments[key] = f"{name} {moment({'year': year, 'kind': kind}, lang)}"
        titles.append(moments[key])
    return titles


def stated_cells(rows: pd.DataFrame, lang: Lang) -> list[Any]:
    """Return values as numbers; a bound, a range or a value in words as it is written."""
    numbers = values_of(rows["value"])
    plain = rows["comparator"].isin(["="]) & rows["value"].notna() & (rows["worded"] != True)  # noqa: E712
    cells: list[Any] = list(numbers)
    others = [place for place, is_plain in enumerate(plain.tolist()) if not is_plain]
    for place, row in zip(others, records(rows.iloc[others]), strict=True):
        there = not (is_missing(row["lo"]) and is_missing(row["hi"]))
        cells[place] = value_in_words(row, lang) if there else None
    return cells
