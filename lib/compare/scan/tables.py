"""Tables: which cell is a value, what its row counts and which year its column is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.scan.leftout import LeftOut
from compare.scan.passages import Cell, Rows
from compare.scan.plans import Plan, five_years
from compare.scan.quantities import Quantity, quantities

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_NAMES = re.compile(r"指标|名称|项目|内容|事项|类别$|任务")
_UNITS = re.compile(r"^(?:计量)?单位$")
_NUMBER = re.compile(
    r"^(?:序号|编号|No\.?|#|属性|类型|指标属性|性质|备注|责任单位|牵头单位|领域|维度|一级指标|数据来源)$"
)
_AIM = re.compile(r"目标|规划|预期|计划")
_STATE = re.compile(r"现状|实际|完成|基期|基数|基础值|现值|达到值|执行")
_BLANK = re.compile(r"^[-—/\s.…]*$")
_UNIT_IN_NAME = re.compile(
    r"\((?:单位:)?(%|‰|所|个|人|万人|名|万名|万人次|人次|年|小时|平方米|元|万元|亿元|项|家|册|公顷)\)$"
)
_CAPTION_UNIT = re.compile(r"单位\s*:\s*([^\s,、。;()]+)")
_PART = re.compile(r"^\s*(?:[#*]|其中\s*:?|#其中\s*:?|—|–)\s*")
_DRAWN = re.compile(r"^[-:\s]*$")


@dataclass(frozen=True)
class Column:
    """A column of values.

    Attributes
    ----------
    place : int
        Its number, from 0.
    head : str
        Its heading.
    year : int or None
        Its year.
    printed : bool
        True where the heading prints the year.
    kind : str
        actual or target, or empty where only the year can tell.
    """

    place: int
    head: str
    year: int | None
    printed: bool
    kind: str


@dataclass(frozen=True)
class TableValue:
    """One value of a table.

    Attributes
    ----------
    quantity : Quantity
        The value.
    label : str
        The name of its row.
    column : Column
        Its column.
    row : int
        Number of its row, from 1.
    quote_start, quote_end : int
        The run of the row from the name to the value.
    part_of : str
        The row above that a 其中-row belongs to.
    """

    quantity: Quantity
    label: str
    column: Column
    row: int
    quote_start: int
    quote_end: int
    part_of: str


def table_values(table: Rows, text: str, plan: Plan, left_out: LeftOut) -> list[TableValue] | None:
    """Return the values of a table; None where nothing says what its columns are."""
    for turned in (False, True):
        found = _read(table, text, plan, left_out, turned)
        if found:
            return found
    return None


def _read(
    table: Rows, text: str, plan: Plan, left_out: LeftOut, turned: bool
) -> list[TableValue] | None:
    rows = [row for row in table.rows if not all(_DRAWN.match(cell.text) for cell in row)]
    if turned:
        rows = _turned(rows)
    head = _head(rows, plan)
    if head is None:
        return None
    at, columns, label_place, unit_place = head
    body = rows[at + 1 :]
    return list(_values(body, columns, label_place, unit_place, table, text, left_out))


def _turned(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Turn a table whose rows are years."""
    if len(rows) < 2 or not all(row and _YEAR.search(row[0].text) for row in rows[1:]):
        return []
    width = min(len(row) for row in rows)
    return [tuple(row[place] for row in rows) for place in range(width)]


def _head(
    rows: list[tuple[Cell, ...]], plan: Plan
) -> tuple[int, list[Column], int, int | None] | None:
    """Return the heading row, the columns of values, and those of names and units."""
    for at, row in enumerate(rows[:4]):
        columns = [c for c in (_column(n, cell.text, plan) for n, cell in enumerate(row)) if c]
        texts = [cell.text for cell in row]
        if not columns or (len(columns) == 1 and not any(_NAMES.search(t) for t in texts)):
            continue
        if any(len(text) > 24 for text in texts):
            continue
        first = columns[0].place
        named = [
            n for n, t in enumerate(texts[:first]) if _NAMES.search(t) and not _NUMBER.match(t)
        ]
        other = [
            n for n, t in enumerate(texts[:first]) if not _NUMBER.match(t) and not _UNITS.match(t)
        ]
        units = [n for n, t in enumerate(texts) if _UNITS.match(t)]
        if not (named or other):
            continue
        return at, columns, (named or other)[-1], units[0] if units else None
    return None


def _column(place: int, head: str, plan: Plan) -> Column | None:
    words = re.sub(r"\s", "", head)
    if not words or len(words) > 24 or _NUMBER.match(words) or _UNITS.match(words):
        return None
    kind = "target" if _AIM.search(words) else "actual" if _STATE.search(words) else ""
    years = _YEAR.findall(words)
    if years:
        return Column(place, words, int(years[-1]), True, kind)
    if named := re.search(r"十([一二三四五六七八九])五", words):
        _, last = five_years(named[1])
        return Column(place, words, last, False, kind)
    if re.search(r"增长|增幅|年均|属性", words):
        return None
    if kind and not _NAMES.search(words):
        return Column(place, words, plan.horizon if kind == "target" else plan.base, False, kind)
    return None


def _values(
    body: list[tuple[Cell, ...]],
    columns: list[Column],
    label_place: int,
    unit_place: int | None,
    table: Rows,
    text: str,
    left_out: LeftOut,
) -> Iterator[TableValue]:
    parent, unit_above = "", ""
    caption = _CAPTION_UNIT.search(table.caption)
    for number, row in enumerate(body, start=1):
        if label_place >= len(row):
            continue
        name = row[label_place]
        if not name.text or _BLANK.match(name.text):
            continue
        label = _PART.sub("", name.text)
        is_part = label != name.text
        unit, label = _unit(label, row, unit_place, unit_above)
        unit_above = unit
        for column in columns:
            if column.place >= len(row):
                continue
            cell = row[column.place]
            quantity = cell_value(cell, unit or (caption[1] if caption else ""), left_out)
            if quantity is None:
                continue
            start, end = min(name.start, cell.start), max(cell.end, name.end)
            yield TableValue(quantity, label, column, number, start, end, parent if is_part else "")
        if not is_part:
            parent = label


def _unit(label: str, row: tuple[Cell, ...], unit_place: int | None, above: str) -> tuple[str, str]:
    named = _UNIT_IN_NAME.search(label)
    if unit_place is not None and unit_place < len(row):
        unit = row[unit_place].text
        return (above if unit in ("〃", '"', "″") else unit), label
    if named:
        return named[1], label[: named.start()]
    return "", label


def cell_value(cell: Cell, unit: str, left_out: LeftOut) -> Quantity | None:
    """Return the value of a cell; None where it holds none.

    A five-year total stands in square brackets in many plans: the brackets are no part of
    the number.
    """
    words = cell.text
    if not words or _BLANK.match(words):
        return None
    inner = re.fullmatch(r"[\[〔【(]\s*(.*?)\s*[\]〕】)]", words)
    shift = words.index(inner[1]) if inner and inner[1] else 0
    core = inner[1] if inner else words
    if re.search(r"全覆盖|全部", core):
        from compare.scan.wordings import wordings

        return next(iter(wordings(core, cell.start + shift, left_out)), None)
    if unit and re.fullmatch(r"\d+(?:\.\d+)?", core):  # 1950 students are no year
        number, at = Decimal(core), cell.start + shift
        return Quantity(at, at + len(core), at, at + len(core), core, "=", number, number, unit)
    # 率 before the number: a cell needs no unit of its own to be a value
    found = list(quantities("率" + core, cell.start + shift - 1, _NOTHING))
    if len(found) != 1 or (_YEAR.fullmatch(core.rstrip("年")) and unit != "年"):
        return None
    quantity = found[0]
    rest = core[: quantity.start - cell.start - shift] + core[quantity.end - cell.start - shift :]
    if re.search(r"[\u4e00-\u9fff]", re.sub(r"力争|达到|达|约|左右|以上|以内|的", "", rest)):
        return None
    magnitude = quantity.unit if quantity.unit in ("万", "亿") else ""
    shown = quantity.unit if quantity.unit and not magnitude else magnitude + unit
    return replace(quantity, unit=shown, plain=False, each=False)


class _Nothing(LeftOut):
    """Leaves nothing out: a cell under a year is a value whatever it looks like."""

    def __init__(self) -> None:
        super().__init__("")


_NOTHING = _Nothing()
