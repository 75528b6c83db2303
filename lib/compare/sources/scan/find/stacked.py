"""Tables whose cells stand one below the other, as they come out of a page or a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.sources.scan.find.quantities import AFTER, BEFORE, UNIT, any_of
from compare.sources.scan.find.table_rows import Cell

_NAME = re.compile(
    r"(?:主要|核心|具体|二级|三级)?指标(?:名称|内容)?|项目(?:名称)?|指标项|名称|内容"
)
_GROUP = re.compile(r"类别|类型|领域|维度|一级指标|学段")
_INDEX = re.compile(r"序号|编号")
_UNITS = re.compile(r"(?:计量)?单位")
_NATURE = re.compile(r"(?:指标)?(?:属性|性质|类型)")
_OTHER = re.compile(r"备注|说明|数据来源|年均增长.*|增幅.*|变化.*")
_YEAR_HEAD = re.compile(
    r"(?=.*(?:\d{4}|[三四五]五|现状|实际|基期|目标|规划))(?:到|至)?[“\"]?"
    r"(?:(?:19|20)\d{2}年?|十[二三四五六]五)?[”\"]?[底末]?"
    r"(?:实际|现状|完成|达到|规划|计划|目标|预期|基期|基础)?(?:值|数|情况|水平)?(?:\(.{1,8}\))?"
)
_UNIT_CELL = re.compile(UNIT)
_NATURE_CELL = re.compile(r"(?:预期|约束|导向|指导|引导)性?")
_INDEX_CELL = re.compile(r"\d{1,3}")
_VALUE_CELL = re.compile(
    rf"[\[〔【(]?\s*(?:{any_of(BEFORE)}|达到|达|保持在?|力争|稳定在)*\s*"
    r"\d[\d,]*(?:\.\d+)?\s*%?(?:\s*[—~-]+\s*\d[\d,]*(?:\.\d+)?)?"
    rf"\s*(?:{UNIT})?\s*(?:{any_of(AFTER)})?\s*[\])〕】]?|[-—/]+|全覆盖"
)
_LABEL_CELL = re.compile(r"(?=.*[\u4e00-\u9fff].*[\u4e00-\u9fff])[^。;!?|\t]{2,40}")
_MEASURE = re.compile(
    r"的?(?:占比|比例|比率|比重|[^,、]{0,4}率|人数|数量?|年限|系数)(?:\([^()]*\))?"
)
"""A name that is a measure and no more is the second line of a longer one."""
_FEWEST_HEADS = 3
_MOST_HEADS = 16
_FEWEST_ROWS = 2
_MOST_NAMES = 6
"""Lines above a row's values at the most: its group, the group of that, its name."""


@dataclass(frozen=True)
class Stacked:
    """A table, or a run of its rows, with the lines that it takes.

    Attributes
    ----------
    first, last : int
        Numbers of its first and last line.
    rows : tuple of tuple of Cell
        Its head, and its rows, each with a cell for every heading.
    """

    first: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]


def stacked_tables(lines: list[tuple[int, str]], text: str) -> Iterator[Stacked]:
    """Yield the tables of a text, in normal form, that have one cell a line.

    A row that does not fit the head is left to be read as text, and the rows after it are a
    run of their own below the same head.
    """
    filled = [
        (number, Cell(line.strip(), start + len(line) - len(line.lstrip())))
        for number, (start, line) in enumerate(lines)
        if line.strip()
    ]
    at = 0
    while at < len(filled):
        heads = _heads(filled, at)
        if not heads:
            at += 1
            continue
        head = tuple(cell for _, cell in filled[at : at + len(heads)])
        body = _Body(filled, heads, text)
        runs, after = body.runs(at + len(heads))
        for run in runs:
            first = at if run[0][0] == at + len(heads) else run[0][0]
            last = run[-1][1] - 1
            yield Stacked(filled[first][0], filled[last][0], (head, *(row for *_, row in run)))
        at = max(after, at + len(heads))


def _heads(filled: list[tuple[int, Cell]], at: int) -> list[str]:
    """Return what the headings that begin here are; none where no table begins."""
    kinds: list[str] = []
    for _, cell in filled[at : at + _MOST_HEADS]:
        kind = _head_kind(re.sub(r"\s", "", cell.text))
        if kind is None:
            break
        kinds.append(kind)
    enough = len(kinds) >= _FEWEST_HEADS and "value" in kinds and kinds.count("name") == 1
    return kinds if enough else []


def _head_kind(words: str) -> str | None:
    for kind, pattern in (
        ("index", _INDEX), ("name", _NAME), ("group", _GROUP), ("unit", _UNITS),
        ("nature", _NATURE), ("other", _OTHER), ("value", _YEAR_HEAD),
    ):  # fmt: skip
        if pattern.fullmatch(words):
            return kind
    return None


_Row = tuple[int, int, tuple[Cell, ...]]
"""Where a row begins and ends among the lines that are not empty, and its cells."""


class _Body:
    """Reads the rows below a head."""

    def __init__(self, filled: list[tuple[int, Cell]], heads: list[str], text: str) -> None:
        self._cells = [cell for _, cell in filled]
        self._heads, self._text = heads, text

    def runs(self, at: int) -> tuple[list[list[_Row]], int]:
        """Return the runs of rows that fit, and where the table ends."""
        runs: list[list[_Row]] = [[]]
        while at < len(self._cells):
            begin = at + self._indexed(at)
            names = begin
            while names < len(self._cells) and _is_label(self._cells[names]):
                names += 1
                if names - begin > _MOST_NAMES:
                    return self._found(runs, at)
            end = names
            while end < len(self._cells) and not self._begins(end):
                end += 1
            if names == begin or end == names:
                break  # no name, or a name without values: what follows is no table
            row = self._row(begin, names, end)
            if row is not None:
                runs[-1].append((at, end, row))
            elif runs[-1]:
                runs.append([])
            at = end
        return self._found(runs, at)

    def _found(self, runs: list[list[_Row]], at: int) -> tuple[list[list[_Row]], int]:
        found = [run for run in runs if run]
        if sum(map(len, found)) < _FEWEST_ROWS:
            return [], at
        return found, found[-1][-1][1]

    def _indexed(self, at: int) -> bool:
        """Tell whether a row's number stands here."""
        return (
            "index" in self._heads
            and _INDEX_CELL.fullmatch(self._cells[at].text) is not None
            and at + 1 < len(self._cells)
            and _is_label(self._cells[at + 1])
        )

    def _begins(self, at: int) -> bool:
        """Tell whether the next row begins here, or the table has ended."""
        cell = self._cells[at]
        return _is_label(cell) or self._indexed(at) or not _is_cell(cell)

    def _row(self, begin: int, names: int, end: int) -> tuple[Cell, ...] | None:
        """Return the cells of a row below their headings; None where they do not fit."""
        rest = self._cells[names:end]
        row: list[Cell] = []
        for kind in self._heads:
            empty = Cell("", self._cells[begin].start)
            if kind == "name":
                row.append(self._name(begin, names))
            elif rest and _FITS[kind](rest[0]):
                row.append(rest.pop(0))
            elif kind == "value":
                return None
            else:
                row.append(empty)
        return None if rest else tuple(row)

    def _name(self, begin: int, names: int) -> Cell:
        """Return the name of a row: the last line before its values, or the last two."""
        first, last = self._cells[names - 1], self._cells[names - 1]
        if names - begin > 1 and _MEASURE.fullmatch(last.text):
            first = self._cells[names - 2]
        return Cell(self._text[first.start : last.end], first.start)


def _is_value(cell: Cell) -> bool:
    return _VALUE_CELL.fullmatch(cell.text) is not None


def _is_unit(cell: Cell) -> bool:
    return _UNIT_CELL.fullmatch(cell.text) is not None


def _is_nature(cell: Cell) -> bool:
    return _NATURE_CELL.fullmatch(cell.text) is not None


def _is_cell(cell: Cell) -> bool:
    return _is_value(cell) or _is_unit(cell) or _is_nature(cell)


def _is_label(cell: Cell) -> bool:
    return not _is_cell(cell) and _LABEL_CELL.fullmatch(cell.text) is not None


_FITS = {
    "index": lambda _: False,  # stands before the name
    "group": lambda _: False,
    "unit": _is_unit,
    "nature": _is_nature,
    "other": _is_value,
    "value": _is_value,
}
