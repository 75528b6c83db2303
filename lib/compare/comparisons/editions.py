"""Editions: the documents of a region in the order in which they were issued."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
import polars as pl

from compare.comparisons.arrivals import collected
from compare.comparisons.frames import columns_of, distinct
from compare.errors import FrameError
from compare.ledger.evidence import Evidence

ORDER, UNTIL, CHAIN = "_order", "_known_until", "_chain"
"""The place of a document, the last year it can know of, and what it is an edition of."""

_SAID = ("issued", "edition", "series")
_NUMBER = re.compile(r"[0-9]+")

Record = Mapping[str, Any]


def with_editions(rows: pl.LazyFrame, evidence: Evidence | None) -> pl.LazyFrame:
    """Add the order of the documents of each region, and what they are editions of.

    The day of issue orders them (column ``issued``, else the evidence), then ``edition``;
    a document without a day of issue counts as of the end of the first year that it plans
    for. Those of one ``series`` are its editions; where no series is known at all, all
    documents of a region are.

    Raises
    ------
    FrameError
        If a region has two documents that nothing orders.
    """
    has = columns_of(rows)
    given = [name for name in _SAID if name in has]
    stated = distinct(rows, "region", "document", *given).pipe(collected).rows(named=True)
    known = _documents({row["document"] for row in stated}, evidence)
    found: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for row in stated:
        record = found[row["region"], row["document"]]
        record.update({name: row[name] for name in given if row[name] is not None})
    for (_, document), record in found.items():
        for name, cell in known.get(document, {}).items():
            record.setdefault(name, cell)
    serial = any("series" in record for record in found.values())
    by_region: dict[str, list[str]] = defaultdict(list)
    for region, document in found:
        by_region[region].append(document)
    table = []
    for region, documents in by_region.items():
        ages = {document: _age(found[region, document]) for document in documents}
        _check(region, ages)
        for place, document in enumerate(sorted(documents, key=ages.__getitem__)):
            record = found[region, document]
            chain = record.get("series", f"of {document}") if serial else ""
            table.append((region, document, place, _known_until(record), str(chain)))
    schema = {"_region": pl.String, "_document": pl.String, ORDER: pl.Int64, UNTIL: pl.Int64,
              CHAIN: pl.String}  # fmt: skip
    places = pl.LazyFrame(table, schema=schema, orient="row")
    joined: pl.LazyFrame = rows.join(
        places, left_on=["region", "document"], right_on=["_region", "_document"], how="left"
    )
    return joined


def _documents(names: Collection[str], evidence: Evidence | None) -> dict[str, dict[str, Any]]:
    """Return what the evidence knows of some documents.

    It is asked about these alone: a report that needs no other is not made again for others.
    """
    if evidence is None:
        return {}
    asked = (*_SAID, "as_of", "period_start")
    return {
        row["document"]: {name: row[name] for name in asked if not pd.isna(row.get(name))}
        for row in evidence.documents_named(names)
    }


def _age(record: Record) -> tuple[str, tuple[int, ...], str]:
    day = record.get("issued", record.get("as_of"))
    if day is None and "period_start" in record:
        day = f"{int(record['period_start'])}-12-31"
    edition = str(record.get("edition", ""))
    numbers = tuple(int(number) for number in _NUMBER.findall(edition))
    return "" if day is None else str(day)[:10], numbers, edition


def _known_until(record: Record) -> int | None:
    """Return the last year whose outcome a document can know when it sets its targets."""
    if "period_start" in record:
        return int(record["period_start"]) - 1
    year = _NUMBER.match(str(record.get("issued", "")))
    return int(year.group()) - 1 if year and len(year.group()) == len("2020") else None


def _check(region: str, ages: Mapping[str, tuple[str, tuple[int, ...], str]]) -> None:
    if len(set(ages.values())) == len(ages) and (
        len(ages) == 1 or all(any(age) for age in ages.values())
    ):
        return
    shown = ", ".join(sorted(map(str, ages)))
    raise FrameError(
        f"observations, column document: of the documents {shown} of {region} nothing says "
        "which is newer; allowed: documents with a day of issue or an edition, all different; "
        "do: add a column issued (2022-05-18) or edition (14), or give evidence"
    )
