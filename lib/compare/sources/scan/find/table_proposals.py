"""The values of tables as proposed rows."""

from __future__ import annotations

import re

from compare.ledger.models import QUOTE_LENGTH, Kind
from compare.sources.scan.find.plans import Plan
from compare.sources.scan.find.proposals import Proposal, proposal_of
from compare.sources.scan.find.table_layouts import TableValue
from compare.sources.scan.find.table_rows import Rows
from compare.sources.scan.read.characters import normal


def of_cell(value: TableValue, table: Rows, text: str, plan: Plan) -> Proposal:
    """Return the proposed row of a table's value.

    Parameters
    ----------
    value : TableValue
        The value.
    table : Rows
        Its table.
    text : str
        The document as printed.
    plan : Plan
        What the document says about itself.
    """
    column, quantity = value.column, value.quantity
    reasons = [] if column.printed else ["table-without-year"]
    year = column.year
    if year is None:
        reasons.append("year-unknown")
    if quantity.worded:
        reasons.append("in-words")
    kind: Kind = "actual" if column.kind == "actual" else "target"
    if not column.kind:
        kind = "actual" if plan.report or plan.start is None else "target"
        reasons.append("kind-guessed")
    start = value.quote_start
    end = value.quote_end
    if end - start > QUOTE_LENGTH:
        end = max(quantity.value_end, min(end, start + QUOTE_LENGTH))
        start = max(start, end - QUOTE_LENGTH)
    caption = re.sub(r"[((].*$|单位.*$", "", normal(table.caption)).strip()[:16] or "表"
    return proposal_of(
        text,
        quantity,
        (start, end),
        label=value.label,
        locator=f"{caption}第{value.row}行{column.head}",
        year=year,
        first=None,
        printed_year=column.printed,
        kind=kind,
        scope="region",
        note=f"其中: part of {value.part_of}" if value.part_of else "",
        reasons=reasons,
        sentence=_row_text(value, text),
    )


def _row_text(value: TableValue, text: str) -> str:
    begin = text.rfind("\n", 0, value.quote_start) + 1
    end = text.find("\n", value.quote_end)
    return text[begin : end if end >= 0 else len(text)].strip()
