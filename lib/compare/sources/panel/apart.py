"""Several values for a region and year in own tables: what tells them apart, and what to do.

A table may have a row for each kind of school: one of the kinds is meant. Its regions may be
narrower than those that it was read by: districts, and not their states. Or rows stand in it
twice. Numbers that were measured tell nothing apart, though they differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed
from compare.sources.panel.cells import Stated, has_decimal_commas, stated
from compare.sources.panel.columns import is_code, is_usual
from compare.sources.panel.heads import Head, letters_of
from compare.sources.panel.observing import SeveralError
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.origins import texts_of
from compare.sources.panel.roles import Roles, roles_of
from compare.sources.panel.told import ToldError

_ALL = re.compile(
    r"all\b.*|total.*|both.*|persons?|合计|总计|全部|总|insgesamt|ensemble", re.IGNORECASE
)
_GROUP = "_group"
_REGION = "_region"
_MOST_KINDS = 50
"""So many values a column of kinds may have, whatever the number of rows."""
_MOSTLY = 0.5
"""That share of the regions a choice of rows keeps at least, to be proposed."""
_NEARLY = 0.75
"""That share of the rows at least is told apart by what may be chosen."""
_OWN = 0.8
"""That share of the values of a column of regions is of one wider region alone."""
_SOME = 300
"""So many values tell what a column holds."""
_WHOLE = 0.5
"""Half a unit of the last digit, where there are no decimals."""


def asked_apart(
    error: SeveralError,
    tables: Mapping[str, tuple[Sheet, Roles]],
    told: Mapping[str, Any],
    spelt: Mapping[str, Sequence[str]],
) -> SeveralError | ToldError:
    """Return what is asked for where there are several values: what tells them apart.

    Parameters
    ----------
    error : SeveralError
        Several values for one region, indicator and year.
    tables : mapping
        The sheets by their id, with what their columns are.
    told : mapping
        Role to its column, as the caller said it.
    spelt : mapping
        Indicator to its spellings, of those that have several.
    """
    found = _asked_of_rows(error, tables, told)
    shown = [spelt[name] for name in error.cells["indicator"].unique() if name in spelt]
    if shown and isinstance(found, SeveralError):
        return _of_spellings(error, shown[0])
    return found


def _of_spellings(error: SeveralError, names: Sequence[str]) -> SeveralError:
    """Say that names of an indicator differ in case or blanks alone."""
    return SeveralError(error.said, error.cells, (
        f"{' and '.join(map(repr, names))} are one indicator, for they differ in case or blanks "
        "alone; do: call them differently, or take out the values that are not meant"
    ))  # fmt: skip


def _asked_of_rows(
    error: SeveralError, tables: Mapping[str, tuple[Sheet, Roles]], told: Mapping[str, Any]
) -> SeveralError | ToldError:
    for sheet in error.cells["sheet"].unique(maintain_order=True):
        several = _several(error.cells, sheet, *tables[sheet])
        if several.rows.height:
            return _asked(error, several, told)
    return _of_one_row(error)


def _asked(
    error: SeveralError, several: Several, told: Mapping[str, Any]
) -> SeveralError | ToldError:
    telling = several.telling_apart()
    said = f"{error.said}what tells them apart: {'; '.join(map(several.values, telling))}; do: "
    regions = next((head for head in telling if several.names_regions(head)), None)
    above = _above(several, regions, told) if regions else None
    if regions and above and not _ALL.fullmatch(_usual(several.texts(regions))):
        if not several.are_apart(telling):
            return _not_apart(error, several, telling)
        kinds = [head for head in telling if head != regions]
        return _asked_regions(said, several, (regions, above), kinds, told)
    choice = several.choice(telling)
    if not choice or not several.leaves_one(choice) or several.kept(choice) < _MOSTLY:
        return _not_apart(error, several, telling)
    return _asked_kinds(said, several, telling, choice)


def _asked_regions(
    said: str,
    several: Several,
    columns: tuple[Head, Head],
    kinds: Sequence[Head],
    told: Mapping[str, Any],
) -> SeveralError | ToldError:
    """Ask whether the regions are narrower than those that the table was read by."""
    regions, above = columns
    instead = " in place of region=" if told.get("region") else ""
    message = f"name={regions.text!r}, parent={above.text!r}{instead} if each of these is a region"
    if kinds:
        message += f", with where={several.choice(kinds)!r}"
    if instead:  # an answer cannot take back what was told
        return SeveralError(said, several.rows, message)
    return ToldError(said + message, asked={"name": regions.text, "parent": above.text})


def _asked_kinds(
    said: str, several: Several, telling: Sequence[Head], choice: Mapping[str, str]
) -> ToldError:
    """Ask which of several kinds is meant, or what else their column says."""
    where = f"where={choice!r} to take these"
    asked = {"where": "; ".join(f"{column}={value}" for column, value in choice.items())}
    if not several.are_apart(telling):
        return ToldError(said + where, asked=asked)
    names = [head.text for head in telling]
    of_all = all(not value or _ALL.fullmatch(value) for value in choice.values())
    ways = [where]
    if above := next((head.text for head in telling if several.lies_above(head)), None):
        ways.append(f"parent={above!r} if it tells equal names apart")
        asked = asked if of_all else {"parent": above}
    if several.is_long:
        shown = names[0] if len(names) == 1 else names
        column = several.roles.measures[0].value
        values = {} if is_usual("value", column) else {"value": column.text}
        told = "".join(f", value={name!r}" for name in values.values())
        ways.insert(0, f"indicator={shown!r}{told} if it says what is measured")
        asked = asked if of_all or above else {"indicator": "; ".join(names), **values}
    return ToldError(said + ", or ".join(ways), asked=asked)


def _not_apart(error: SeveralError, several: Several, telling: Sequence[Head]) -> SeveralError:
    """Say of rows that nothing tells apart which they are, and whether they are the same."""
    twice = several.alike(several.sheet.heads)
    if twice:
        shown = listed([several.lines(rows) for rows in twice])
        todo = f"{shown}: the same in every cell, twice in the table; do: leave one of them"
    elif several.dates:
        todo = _of_dates(several, several.dates)
    else:
        todo = _of_the_rest(several, telling)
    return SeveralError(error.said, error.cells, todo)


def _of_the_rest(several: Several, telling: Sequence[Head]) -> str:
    """Say which rows are alike in all that tells the others apart, and what to do about both."""
    alike = several.alike(telling) or several.together()
    rows = listed([several.lines(one) for one in alike])
    choice = several.choice(telling)
    if several.are_mostly_apart(telling) and several.kept(choice) >= _MOSTLY:
        by = "; ".join(map(several.values, telling))
        return (
            f"{rows}: alike in what tells the others apart; do: leave one of them, then choose by "
            f"where={choice!r}, or others of {by}"
        )
    return (
        f"{rows}: nothing but numbers tells them apart; do: say in a column what each is of, "
        "or take out those that are not meant"
    )


def _of_dates(several: Several, head: Head) -> str:
    """Say of rows that differ in their dates within a year what to do, for years are compared."""
    texts = several.texts(head).unique(maintain_order=True).to_list()
    rows = listed([several.lines(one) for one in several.together()])
    return (
        f"{rows}: they differ in {head.text} within a year ({listed(texts, 3)}), and years are "
        f"compared; do: choose one of each year, where={{{head.text!r}: {texts[-1]!r}}} (or a list "
        "of them), or give a sum or a mean of each year"
    )


def _of_one_row(error: SeveralError) -> SeveralError:
    """Say where the values stand, which are in no two rows of a sheet."""
    sheets = error.cells["sheet"].unique(maintain_order=True).to_list()
    if len(sheets) == 1:
        return SeveralError(error.said, error.cells, (
            "two columns of a row are of one indicator and year; do: name the one that is meant, "
            "indicators=[…], or call them differently"
        ))  # fmt: skip
    return SeveralError(error.said, error.cells, (
        f"{listed(sheets)} have rows of the same region and year; do: name the one that is meant, "
        "sheet=…, or give every file once"
    ))  # fmt: skip


@dataclass(frozen=True)
class Several:
    """The rows of a sheet that have a region and a year in common with another.

    Attributes
    ----------
    sheet : Sheet
        The table.
    roles : Roles
        What its columns are.
    rows : polars.DataFrame
        Those rows, with the sheet and the region of each, and the group of those in common.
    """

    sheet: Sheet
    roles: Roles
    rows: pl.DataFrame

    @property
    def is_long(self) -> bool:
        """Whether one column holds all values, and none says what they measure."""
        measures = self.roles.measures
        return len(measures) == 1 and not self.roles.indicator and not measures[0].value.year

    def texts(self, head: Head) -> pl.Series:
        """Return a column of those rows as texts."""
        return _texts(self.rows, head)

    def values(self, head: Head) -> str:
        """Return a column with the first of its values."""
        values = _texts(self.sheet.frame, head).unique(maintain_order=True)
        return f"{head.text} ({listed([value for value in values.to_list() if value])})"

    def lines(self, rows: Sequence[int]) -> str:
        """Return some rows as a reader of the file finds them."""
        if self.sheet.is_turned:
            return f"columns {listed([letters_of(row - 1) for row in rows])}"
        return f"rows {listed([str(row) for row in rows])}"

    def are_apart(self, heads: Sequence[Head]) -> bool:
        """Tell whether no two rows of a group are alike in some columns."""
        return self._told(heads) == self.rows.height

    def are_mostly_apart(self, heads: Sequence[Head]) -> bool:
        """Tell whether some columns tell most rows apart, though a few stand twice."""
        return bool(heads) and self._told(heads) >= self.rows.height * _NEARLY

    def alike(self, heads: Sequence[Head]) -> list[list[int]]:
        """Return the numbers of rows of a group that are alike in some columns, together."""
        cells = [_GROUP, *(head.letters for head in heads)]
        rows = self.rows.group_by(cells, maintain_order=True).agg(pl.col(ROW))[ROW]
        return rows.filter(rows.list.len() > 1).to_list()

    @property
    def dates(self) -> Head | None:
        """The column of the years, where what it says within a year tells the rows apart."""
        year = self.roles.year
        return year if year is not None and self.are_apart([year]) else None

    def together(self) -> list[list[int]]:
        """Return the numbers of the rows of each group."""
        return self.alike([])

    def telling_apart(self) -> list[Head]:
        """Return few columns by which the rows of a group differ, those of texts first."""
        texts, numbers = self._free()
        found = self._more_telling(numbers, self._more_telling(texts, []))
        for head in found:  # a remark may be told with what was found behind it
            others = [one for one in found if one != head]
            if others and self._told(others) == self._told(found):
                found = others
        return found

    def names_regions(self, head: Head) -> bool:
        """Tell whether a column names narrower regions: by its name, or by what it holds.

        Boys and girls are everywhere; a district lies in one state, most often.
        """
        texts = self.texts(head)
        if (texts == "").any() or _numbers(texts):
            return False
        if is_usual("name", head):
            return True
        pairs = self.rows.select(pl.struct(_REGION, head.letters).n_unique()).item()
        return self.rows[_REGION].n_unique() > 1 and texts.n_unique() > pairs * _OWN

    def lies_above(self, head: Head) -> bool:
        """Tell whether a column may be what regions lie in: most of them have one value of it."""
        name = self.roles.name
        if name is None or self.roles.region or self.roles.parent or not self.are_apart([head]):
            return False
        texts = _texts(self.sheet.frame, head)
        if (texts == "").any() or _numbers(texts):
            return False
        pairs = self.sheet.frame.select(name.letters, head.letters).unique()
        parents = pairs.group_by(name.letters).len()["len"]
        return int((parents > 1).sum()) * 2 < len(parents)

    def choice(self, heads: Sequence[Head]) -> dict[str, str]:
        """Return the value of each column that is likeliest meant, of rows that hold values."""
        frame = self.sheet.frame.filter(
            pl.any_horizontal(self.sheet.has(one.value) for one in self.roles.measures)
        )
        found = {}
        for head in heads:
            texts = _texts(frame, head)
            found[head.text] = self._usual_of_most(frame, texts)
            frame = frame.filter(texts == found[head.text])
        return found

    def _usual_of_most(self, frame: pl.DataFrame, texts: pl.Series) -> str:
        """Return the likeliest value; not that of all where few regions have it."""
        value = _usual(texts)
        regions = [head.letters for head in self.roles.identity]
        kept = frame.filter(texts == value).select(regions).n_unique()
        if not _ALL.fullmatch(value) or kept >= frame.select(regions).n_unique() * _MOSTLY:
            return value
        others = texts.filter(texts != value)
        return _usual(others) if len(others) else value

    def leaves_one(self, choice: Mapping[str, str]) -> bool:
        """Tell whether a choice leaves no two rows of a group."""
        kept = self.rows
        for head in self.sheet.heads:
            if head.text in choice:
                kept = kept.filter(_texts(kept, head) == choice[head.text])
        return not kept[_GROUP].is_duplicated().any()

    def kept(self, choice: Mapping[str, str]) -> float:
        """Return the share of the regions of a table that a choice leaves some row of."""
        frame = self.sheet.frame.select(ROW, *(head.letters for head in self.sheet.heads))
        regions = [head.letters for head in self.roles.identity]
        all_of_them = frame.select(regions).n_unique()
        for head in self.sheet.heads:
            if head.text in choice:
                frame = frame.filter(_texts(frame, head) == choice[head.text])
        return frame.select(regions).n_unique() / all_of_them

    def _told(self, heads: Sequence[Head]) -> int:
        """Return how many rows some columns tell apart."""
        keys = [_GROUP, *(head.letters for head in heads)]
        return int(self.rows.select(pl.struct(keys).n_unique()).item())

    def _more_telling(self, free: Sequence[Head], found: list[Head]) -> list[Head]:
        """Return columns, with those added, one after another, that tell more rows apart."""
        most = self._told(self.sheet.heads)
        while (told := self._told(found)) < most:
            counts = {head: self._told([*found, head]) for head in free if head not in found}
            best = max(counts, key=lambda head: (counts[head], self._rank(head)), default=None)
            if best is None or counts[best] <= told:
                break
            found = [*found, best]
        return found

    def _rank(self, head: Head) -> tuple[bool, float, bool]:
        """Return what decides between columns that tell as much.

        A usual name, how many regions its usual value leaves, and that no cell is blank: a
        verdict on the value (better, worse) tells two rows of a region apart, and means neither.
        """
        kept = 1.0 if self.names_regions(head) else self.kept(self.choice([head]))
        return is_usual("name", head), kept, not (self.texts(head) == "").any()

    def _free(self) -> tuple[list[Head], list[Head]]:
        """Return the columns that may tell rows apart: of texts, and of numbers for kinds."""
        taken = self.roles.read
        if self.roles.region:  # where codes tell regions, names may tell more of them
            taken -= {head.letters for head in (self.roles.name, self.roles.parent) if head}
        texts, numbers = [], []
        for head in self.sheet.heads:
            if head.letters in taken or not head.text:
                continue
            cells = _texts(self.sheet.frame, head)
            stated_there = _numbers(cells)
            kinds = cells.n_unique() <= _MOST_KINDS or is_code(head)
            if stated_there and kinds and _recur(cells, stated_there):
                numbers.append(head)
            elif not stated_there and (_are_few(cells) or self.names_regions(head)):
                texts.append(head)
        return texts, numbers


def _several(cells: pl.DataFrame, name: str, sheet: Sheet, roles: Roles) -> Several:
    """Return the rows of a sheet in which several values stand, in groups."""
    keys = ["region", *["year"] * bool(roles.year), *["indicator"] * bool(roles.indicator)]
    here = cells.filter(pl.col("sheet") == name).unique("row", maintain_order=True)
    groups = here.select(keys).unique(maintain_order=True).with_row_index(_GROUP)
    found = here.join(groups, on=keys, how="left", maintain_order="left").select(
        _GROUP, "sheet", pl.col("region").alias(_REGION), pl.col("row").alias(ROW)
    )
    found = found.filter(pl.col(_GROUP).is_duplicated())
    return Several(sheet, roles, found.join(sheet.frame, on=ROW, how="left", maintain_order="left"))


def _above(several: Several, regions: Head, told: Mapping[str, Any]) -> Head | None:
    """Return what narrower regions lie in; None where the table is not read by their names."""
    roles = several.roles
    wider = (
        head for head in (roles.name, roles.parent, roles.region) if head not in (None, regions)
    )
    above = next(wider, None)
    if above is None:
        return None
    columns = {**told, "region": None, "name": regions.text, "parent": above.text}
    try:
        again = roles_of(several.sheet, columns, None)
    except UnknownValueError:
        return None
    return None if again.region else above


def _texts(frame: pl.DataFrame, head: Head) -> pl.Series:
    return texts_of(frame[head.letters])


def _numbers(texts: pl.Series) -> list[Stated]:
    """Return what the values of a column state, where most of them are numbers; else nothing.

    A range counts as none: 5-9 is an age.
    """
    some = [text for text in texts.unique(maintain_order=True).head(_SOME).to_list() if text]
    comma = has_decimal_commas(some)
    read, others = [], 0
    for text in some:
        try:
            found = stated(text, comma=comma)
        except ValueError:
            others += 1
            continue
        read += [found] * (found.comparator not in ("", "range"))
        others += found.comparator == "range"
    return read if len(read) > others else []


def _recur(texts: pl.Series, read: Sequence[Stated]) -> bool:
    """Tell whether numbers are whole and come again and again, as grades and codes do."""
    there = texts.filter(texts != "")
    whole = all(one.resolution == _WHOLE and not one.share for one in read)
    return whole and there.n_unique() * 2 <= len(there)


def _are_few(texts: pl.Series) -> bool:
    return texts.n_unique() <= max(_MOST_KINDS, len(texts) / 3)


def _usual(texts: pl.Series) -> str:
    """Return the value that is likeliest meant: all, or the most frequent, at best none.

    Where subtotals stand blank, every region has one.
    """
    counts = texts.value_counts(name="count").sort("count", descending=True)
    values = [str(text) for text in texts.unique(maintain_order=True).to_list()]
    number = dict(counts.iter_rows())
    usual = next((text for text in values if _ALL.fullmatch(text)), None)
    return usual or max(values, key=lambda text: (number[text], not text), default="")
