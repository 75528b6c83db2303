"""Sources of regions in the order of their dates: what each says of which years."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import records
from compare.tables.cells import chinese, escaped, unbroken_name
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say, term
from compare.wording.phrases import clauses, listed
from compare.wording.references import full_title
from compare.wording.values import is_missing

_COLUMNS = ("region", "issued", "source", "type", "states")

_OF_TABLES = ("region", "table", "states")
"""A table has no day and is of one type."""


def sources_table(
    regions: Iterable[str], *, evidence: Evidence | None = None, lang: Lang = "zh"
) -> Table:
    """Return the sources of some regions as one story: from the first to the last.

    Parameters
    ----------
    regions : iterable of str
        Slugs of regions.
    evidence : Evidence, optional
        Sources and their figures: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language; in English, translated titles stand before their own.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    wanted = dict.fromkeys(regions)
    figures = known.stated_by(wanted)
    rows = sorted(_stating(wanted, figures, known), key=_when)
    rows = sorted(rows, key=lambda row: list(wanted).index(row["region"]))
    lines = [_line(row, known, figures, lang) for row in rows]
    columns = _OF_TABLES if known.of_tables else _COLUMNS
    frame, group = framed(lines, columns, lang), heading("region", lang)
    alone = len(wanted) == 1
    if alone:
        frame = frame.drop(columns=group)
    notes = (say("table-sources-rule", lang),) if len(lines) > 1 and not known.of_tables else ()
    title = "table-own-sources" if known.of_tables else "table-sources"
    return Table(frame, say(title, lang), lang, None if alone else group, notes)


def _stating(
    regions: Iterable[str], figures: pd.DataFrame, known: Evidence
) -> list[dict[str, Any]]:
    """Return the documents of regions, and for each the tables of many that state it."""
    of_many = {
        row["document"]: row
        for row in known.sources(figures["figure"])
        if row["region"] is None or is_missing(row["region"])
    }
    stated = figures.loc[figures["document"].isin([*of_many]), ["region", "document"]]
    each = records(stated.drop_duplicates())
    found = [{**of_many[one["document"]], "region": one["region"]} for one in each]
    return [*known.sources_of_regions(regions), *found]


def _when(row: Mapping[str, Any]) -> str:
    """Return the day that tells the newer of two sources: see :attr:`Source.age`."""
    for day in (row["issued"], row.get("as_of")):
        if day is not None and not is_missing(day):
            return str(day)
    first = row.get("period_start")
    return "" if first is None or pd.isna(first) else f"{int(first)}-12-31"


def _line(
    row: dict[str, Any], known: Evidence, figures: pd.DataFrame, lang: Lang
) -> dict[str, str]:
    kind = row["type"]
    issued = row["issued"]
    title = chinese(full_title(row, lang), lang)
    undated = is_missing(issued) or issued is None
    return {
        "region": known.name("region", row["region"], lang),
        "issued": unbroken_name(say("table-undated", lang) if undated else str(issued)),
        "source": title,
        "table": title,
        "type": escaped(term(f"type-{kind}", lang) if isinstance(kind, str) else ""),
        "states": html.escape(_states(figures, row, lang)),
    }


def _states(figures: pd.DataFrame, source: Mapping[str, Any], lang: Lang) -> str:
    """Return of which years a source states outcomes and targets: ``2020年现状12项``."""
    of_region = figures["region"] == source["region"]
    own = figures[of_region & (figures["document"] == source["document"])]
    said = []
    for kind in ("actual", "target"):
        rows = own[own["kind"] == kind]
        if rows.empty:
            continue
        years = sorted({int(year) for year in rows["year"].dropna()})
        shown = [say("in-year", lang, year=str(year)) for year in years]
        name = term(kind, lang)
        said.append(
            say("table-source-states", lang, years=listed(shown, lang), kind=name, n=len(rows))
        )
    return clauses(said, lang)
