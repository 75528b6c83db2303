"""Tables: which cell is a value, what its row counts and which year its column is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.sources.scan.find.exclusions import LeftOut
from compare.sources.scan.find.plans import SPAN, Plan, five_years
from compare.sources.scan.find.quantities import Quantity, quantities
from compare.sources.scan.find.table_rows import Cell, Rows

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
_CAPTION_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|学年|—|/))")
_PLANNED = re.compile(r"目标|任务|规划|计划|安排|分解")
_COUNTED = re.compile(r"情况|现状|统计|概况|一览|基本|汇总|对照|完成")
_ELSEWHERE = re.compile(r"全国|全省|全市平均|标准值|国家标准|省定标准|平均水平")
_CHANGED = re.compile(r"增长|增幅|年均|增减|增量|变化|完成率|完成比例|进度|属性|得分|排名")
_ADDED_UP = re.compile(r"[\[〔【]\s*累计")
"""年均增长〔累计〕: what stands in such brackets below is added up over the plan."""
_BRACKETED = re.compile(r"[\[〔【].*[\]〕】]")
_TOTAL = re.compile(r"合计|总计|小计|累计")
_LONGEST_HEAD = 24
_PART = re.compile(r"^\s*(?:[#*]|其中\s*:?|#其中\s*:?|—|–)\s*")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳])\s*")
_REACHED = re.compile(r"力争|达到|达|(?:保持|稳定|控制|维持)在?|约|左右|以上|以内|的")
"""Words beside the number of a cell that make no sentence of it."""
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
    part : str
        What the values of this column are a part or measure of: 小学 below 2022年.
    unit : str
        The unit of the whole column.
    added_up : bool
        True where only values in brackets count: the rise over the whole plan.
    """

    place: int
    head: str
    year: int | None
    printed: bool
    kind: str
    part: str = ""
    unit: str = ""
    added_up: bool = False


@dataclass(frozen=True)
class TableText:
    """A cell of a table that holds words and not just a value.

    Attributes
    ----------
    cell : Cell
        The cell.
    head : str
        The heading of its column.
    """

    cell: Cell
    head: str


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


def table_values(
    table: Rows, text: str, plan: Plan, left_out: LeftOut
) -> list[TableValue | TableText] | None:
    """Return the values of a table; None where nothing says what its columns are."""
    rows = [row for row in table.rows if not all(_DRAWN.match(cell.text) for cell in row)]
    for read in (_by_years, _by_turned_years, _by_measures):
        head = read(rows, table, plan)
        if head is None:
            continue
        found = list(_values(head, table, left_out))
        if any(isinstance(one, TableValue) for one in found):
            return found
    return None


@dataclass(frozen=True)
class _Head:
    """What a table's head says: its columns of values, and where names and units stand."""

    columns: list[Column]
    body: list[tuple[Cell, ...]]
    label: int
    unit: int | None = None


def _by_years(rows: list[tuple[Cell, ...]], table: Rows, plan: Plan) -> _Head | None:
    """Return the head of a table whose columns are years, or present and future."""
    for at, row in enumerate(rows[:4]):
        texts = [re.sub(r"\s", "", cell.text) for cell in row]
        if any(len(text) > _LONGEST_HEAD for text in texts):
            continue
        below = rows[at + 1] if at + 1 < len(rows) else ()
        parts = _sub_heads(texts, below)
        heads = _spread(texts, parts) if parts else texts
        found = (_column(n, head, plan) for n, head in enumerate(heads))
        columns = [column for column in found if column]
        if not columns or (len(columns) == 1 and not any(_NAMES.search(t) for t in texts)):
            continue
        label = _label_place(texts[: columns[0].place])
        if label is None:
            continue
        if parts:
            columns = [replace(c, part=_plain_part(parts[c.place])) for c in columns]
        units = [n for n, t in enumerate(texts) if _UNITS.match(t)]
        body = rows[at + (2 if parts else 1) :]
        return _Head(_kinds(columns, table, plan), body, label, units[0] if units else None)
    return None


def _sub_heads(texts: list[str], below: tuple[Cell, ...]) -> list[str]:
    """Return a second row of headings: no name, no number, and words where the first spreads.

    A cell that is joined over both rows is empty in the second, or stands there again.
    """
    again = [re.sub(r"\s", "", cell.text) for cell in below]
    if len(again) != len(texts) or again[0] not in ("", texts[0]):
        return []
    words = ["" if word == text else word for word, text in zip(again, texts, strict=True)]
    if sum(map(bool, words)) < 2:
        return []
    named = any(word and not text for word, text in zip(words, texts, strict=True))
    named = named or all(_YEAR.search(word) for word in words if word)
    headings = all(
        not re.fullmatch(r"[≥≤><~\d.,%—\-]+", w) or _YEAR.fullmatch(w) for w in words if w
    )
    return words if named and headings else []


def _spread(texts: list[str], parts: list[str]) -> list[str]:
    """Write a heading that spreads over columns above each of them."""
    heads, above = [], ""
    for text, part in zip(texts, parts, strict=True):
        above = text or (above if part else "")
        heads.append(above + part)
    return heads


def _plain_part(words: str) -> str:
    return "" if _YEAR.search(words) or _AIM.search(words) or _STATE.search(words) else words


def _label_place(texts: list[str]) -> int | None:
    """Return which of the columns before the values names the rows."""
    named = [n for n, t in enumerate(texts) if _NAMES.search(t) and not _NUMBER.match(t)]
    other = [n for n, t in enumerate(texts) if not _NUMBER.match(t) and not _UNITS.match(t)]
    places = named or other
    return places[-1] if places else None


def _kinds(columns: list[Column], table: Rows, plan: Plan) -> list[Column]:
    """Say of each column whether it reports or plans: what a marked one says holds for all."""
    if plan.report:
        return [c if c.kind else replace(c, kind="actual") for c in columns]
    marked = [c.year for c in columns if c.kind == "actual" and c.year is not None]
    aimed = [c.year for c in columns if c.kind == "target" and c.year is not None]
    years = sorted({c.year for c in columns if c.year is not None})
    if marked:
        base: int | None = max(marked)
    elif aimed and min(years) < min(aimed):
        base = max(year for year in years if year < min(aimed))  # 2022年 beside 2025年目标
    elif plan.start is not None:
        base = plan.start - 1
    elif len(years) > 1 and (_PLANNED.search(table.caption) or years[-1] - years[0] >= len(years)):
        base = years[0]  # unequal steps: a present and what is aimed at
    else:
        base = None
    if base is None:
        return columns
    return [
        replace(c, kind="actual" if c.year <= base else "target")
        if not c.kind and c.year is not None
        else c
        for c in columns
    ]


def _by_turned_years(rows: list[tuple[Cell, ...]], table: Rows, plan: Plan) -> _Head | None:
    """Return the head of a table whose rows are years."""
    body = [row for row in rows[1:] if not (row and _TOTAL.search(row[0].text))]
    if not body or not all(row and _YEAR.search(row[0].text) for row in body):
        return None
    width = min(len(row) for row in [rows[0], *body])
    turned = [tuple(row[place] for row in [rows[0], *body]) for place in range(width)]
    return _by_years(turned, table, plan)


def _by_measures(rows: list[tuple[Cell, ...]], table: Rows, plan: Plan) -> _Head | None:
    """Return the head of a table of one moment: each column a measure, its name the heading."""
    if len(rows) < 2 or any(re.search(r"\d", cell.text) for cell in rows[0][1:]):
        return None
    heads = [re.sub(r"\s", "", cell.text) for cell in rows[0]]
    label = _label_place([heads[0], *("序号" for _ in heads[1:])])
    label = 1 if label is None and len(heads) > 2 else label or 0
    printed = _CAPTION_YEAR.search(table.caption)
    aims = bool(_PLANNED.search(table.caption)) and not _COUNTED.search(table.caption)
    if not printed and not plan.report and not aims and not _COUNTED.search(table.caption):
        return None
    kind = "target" if aims and not plan.report else "actual"
    until = SPAN.search(table.caption)
    year = plan.base if kind == "actual" else plan.horizon
    if printed:
        year = int(until[2]) if until else int(printed[1])
    columns = []
    for place, head in enumerate(heads):
        counts = [row[place].text for row in rows[1:] if place < len(row) and row[place].text]
        numeric = sum(bool(_COUNT.fullmatch(count)) for count in counts)
        if place <= label or _NUMBER.match(head) or not counts or numeric < len(counts) / 2:
            continue
        named = _UNIT_IN_NAME.search(head)
        part = head[: named.start()] if named else head
        columns.append(
            Column(place, head, year, printed is not None, kind, part, named[1] if named else "")
        )
    return _Head(columns, rows[1:], label) if columns else None


_COUNT = re.compile(r"\d[\d,.]*\s*(?:%|所|个|人|万人|名)?|[-—/]")


def _column(place: int, head: str, plan: Plan) -> Column | None:
    words = re.sub(r"\s", "", head)
    if not words or len(words) > _LONGEST_HEAD or _NUMBER.match(words) or _UNITS.match(words):
        return None
    if _ELSEWHERE.search(words):
        return None
    if _CHANGED.search(words) and not _ADDED_UP.search(words):
        return None
    kind = "target" if _AIM.search(words) else "actual" if _STATE.search(words) else ""
    if _ADDED_UP.search(words):
        return Column(place, words, plan.horizon, False, "target", part=words, added_up=True)
    if years := _YEAR.findall(words):
        return Column(place, words, int(years[-1]), True, kind)
    if named := re.search(r"十([一二三四五六七八九])五", words):
        _, last = five_years(named[1])
        return Column(place, words, last, False, kind)
    if kind and not _NAMES.search(words):
        aim = plan.end if plan.report else plan.horizon
        return Column(place, words, aim if kind == "target" else plan.base, False, kind)
    return None


def _values(head: _Head, table: Rows, left_out: LeftOut) -> Iterator[TableValue | TableText]:
    parent, unit_above = "", ""
    caption = _CAPTION_UNIT.search(table.caption)
    for number, row in enumerate(head.body, start=1):
        if head.label >= len(row):
            continue
        name = row[head.label]
        if not name.text or _BLANK.match(name.text):
            continue
        words = _NUMBERED.sub("", re.sub(r"\s*\n\s*", "", name.text))
        label = _PART.sub("", words)
        is_part = label != words
        unit, label = _unit(label, row, head.unit, unit_above)
        unit_above = unit
        for column in head.columns:
            if column.place >= len(row):
                continue
            cell = row[column.place]
            if column.added_up and not _BRACKETED.fullmatch(cell.text):
                continue
            counted = unit or column.unit or (caption[1] if caption else "")
            quantity = cell_value(cell, counted, left_out)
            if quantity is None:
                if re.search(r"[\u4e00-\u9fff]{2}", cell.text) and re.search(r"\d", cell.text):
                    yield TableText(cell, column.head)
                continue
            start, end = min(name.start, cell.start), max(cell.end, name.end)
            whole = parent if is_part else ""
            yield TableValue(quantity, _named(label, column), column, number, start, end, whole)
        if not is_part:
            parent = label


def _named(label: str, column: Column) -> str:
    """Return the name of a value: 小学 + 专任教师, or 小学 + 学校数 where the heading counts."""
    if not column.part or column.part in label:
        return label
    return label + column.part if column.unit or not column.printed else column.part + label


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
        from compare.sources.scan.find.worded_values import wordings

        return next(iter(wordings(core, cell.start + shift, left_out)), None)
    bare = core.removesuffix(unit)
    if unit and re.fullmatch(r"\d+(?:\.\d+)?", bare):  # 1950 students are no year
        number, at = Decimal(bare), cell.start + shift
        return Quantity(at, at + len(core), at, at + len(bare), bare, "=", number, number, unit)
    # 率 before the number: a cell needs no unit of its own to be a value
    found = list(quantities("率" + core, cell.start + shift - 1, _NOTHING))
    if len(found) != 1 or (_YEAR.fullmatch(core.rstrip("年")) and unit != "年"):
        return None
    quantity = found[0]
    rest = core[: quantity.start - cell.start - shift] + core[quantity.end - cell.start - shift :]
    if re.search(r"[\u4e00-\u9fff]", _REACHED.sub("", rest)):
        return None
    magnitude = quantity.unit if quantity.unit in ("万", "亿") else ""
    shown = quantity.unit if quantity.unit and not magnitude else magnitude + unit
    return replace(quantity, unit=shown, plain=False, each=False)


class _Nothing(LeftOut):
    """Leaves nothing out: a cell under a year is a value whatever it looks like."""

    def __init__(self) -> None:
        super().__init__("")


_NOTHING = _Nothing()
