"""Every quantitative statement of a text, in its order, as a proposed row."""

from __future__ import annotations

from collections.abc import Iterator

from compare.sources.scan.find.exclusions import LeftOut
from compare.sources.scan.find.passages import Sentence, passages
from compare.sources.scan.find.plans import Plan
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.find.sentences import State, of_sentence
from compare.sources.scan.find.table_layouts import TableValue, table_values
from compare.sources.scan.find.table_proposals import of_cell
from compare.sources.scan.find.table_rows import Rows
from compare.sources.scan.read.characters import normal

_IN_TABLE = -2
"""Number of the paragraph that table cells are read as."""


def proposals(text: str, plan: Plan) -> Iterator[Proposal]:
    """Yield the proposed rows of a text, in its order.

    Parameters
    ----------
    text : str
        As the document prints it.
    plan : Plan
        What the document says about itself.
    """
    plain = normal(text)
    left_out = LeftOut(plain, plan.title)
    state = State("actual" if plan.report else "target")
    for passage in passages(plain):
        if isinstance(passage, Rows):
            yield from _of_table(passage, text, plain, plan, left_out, state)
        else:
            yield from of_sentence(passage, text, plain, plan, left_out, state)


def _of_table(
    table: Rows, text: str, plain: str, plan: Plan, left_out: LeftOut, state: State
) -> Iterator[Proposal]:
    values = table_values(table, plain, plan, left_out)
    for value in values or ():
        if isinstance(value, TableValue):
            yield of_cell(value, table, text, plan)
        else:
            above = (*table.headings, value.head)
            place = Sentence(value.cell.start, value.cell.end, above, _IN_TABLE)
            yield from of_sentence(place, text, plain, plan, left_out, state)
    if values is not None:
        return
    for row in table.rows:  # a table that nothing explains is read as text
        start, end = row[0].start, row[-1].end
        if end > start:
            place = Sentence(start, end, table.headings, _IN_TABLE)
            yield from of_sentence(place, text, plain, plan, left_out, state)
