"""What stands below an excerpt: how many rows there are, and a workbook that holds them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
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
    named = rows[["region", f"region_{lang}", "adcode"]].drop_duplicates("region")
    named = named.sort_values("adcode", kind="stable")
    place = {region: place for place, region in enumerate(values_of(named["region"]))}
    places = [place[region] for region in values_of(rows["region"])]
    titles = _titles(rows, lang)
    cells = {"": stated_cells(rows, lang), **(more or {})}
    columns: dict[str, list[Any]] = {
        f"{title} {part}".strip(): [None] * len(named)
        for title in dict.fromkeys(titles)
        for part in cells
    }
    for part, column in cells.items():
        of = {title: columns[f"{title} {part}".strip()] for title in dict.fromkeys(titles)}
        for row, title, cell in zip(places, titles, column, strict=True):
            if not is_missing(cell):
                of[title][row] = cell
    names = [str(said) for said in values_of(named[f"region_{lang}"])]
    codes = [None if is_missing(code) else str(code) for code in values_of(named["adcode"])]
    heads = [heading("region", lang), heading("code", lang), *columns]
    lines = zip(names, codes, *columns.values(), strict=True)
    return workbook_of([heads, *lines], name, lang)


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
    keys = (values_of(rows[name]) for name in (f"indicator_{lang}", "year", "kind"))
    keyed = [*zip(*keys, strict=True)]
    titles = {key: f"{key[0]} {moment({'year': key[1], 'kind': key[2]}, lang)}" for key in {*keyed}}
    return [titles[key] for key in keyed]


def stated_cells(rows: pd.DataFrame, lang: Lang) -> list[Any]:
    """Return values as numbers; a bound, a range or a value in words as it is written."""
    plain = rows["comparator"].isin(["="]) & rows["value"].notna() & (rows["worded"] != True)  # noqa: E712
    cells: list[Any] = values_of(rows["value"].astype(object).where(plain, None))
    others = ~plain & (rows["lo"].notna() | rows["hi"].notna())
    for place, row in zip(np.flatnonzero(others), records(rows[others]), strict=True):
        cells[place] = value_in_words(row, lang)
    return cells
