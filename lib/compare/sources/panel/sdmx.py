"""SDMX-CSV tables: their columns say themselves what they are, by the names of the standard.

An observation has its value in OBS_VALUE and its year in TIME_PERIOD; what stands before them
are dimensions. Codes stand alone, with their label in one cell (``FRA: France``), or in a
column of labels behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from compare.errors import FrameError, listed
from compare.sources.panel.heads import Head, letters_of
from compare.sources.panel.opening import ROW, Sheet

VALUE, TIME = "OBS_VALUE", "TIME_PERIOD"
_AREAS = ("REF_AREA", "GEO", "COUNTRY", "LOCATION", "AREA")
_UNITS = ("UNIT_MEASURE", "UNIT")
_NO_DIMENSIONS = frozenset({
    "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "FREQ", VALUE, TIME,
    "TIME_FORMAT", "OBS_STATUS", "OBS_FLAG", "CONF_STATUS", "DECIMALS", "UNIT_MULT", "BASE_PER",
    "OBS_COMMENT", "COMMENT_OBS", "COMMENT_TS", "SOURCE", "PRE_BREAK_VALUE", "LAST UPDATE",
    "LAST_UPDATE", *_UNITS, *_AREAS,
})  # fmt: skip
"""What says something about an observation, and not which one it is."""
_STATUS, _CONFIDENCE = ("OBS_STATUS", "OBS_FLAG"), ("CONF_STATUS",)
_POWER = "UNIT_MULT"
_MEASURES = ("INDICATOR", "MEASURE", "SERIES", "SUBJECT")
_PER_CENT = ("PT", "PC", "PERCENT", "PERCENTAGE")


@dataclass(frozen=True)
class _Column:
    """A column of the standard: its id, and the column of its labels if there is one."""

    head: Head
    label: Head | None = None


def of_the_standard(sheet: Sheet) -> tuple[Sheet, dict[str, Any]]:
    """Return a table of the standard with its labels apart, and what each column is.

    Returns
    -------
    sheet : Sheet
        The table; unchanged if it is none of the standard.
    told : dict
        Role to its column; empty for others.

    Raises
    ------
    FrameError
        If values are stated in thousands or millions: of which, a unit would have to say.
    """
    if sheet.flagged:
        return sheet, _of_dimensions(sheet)
    ids = [head.text.split(":")[0].strip() for head in sheet.heads]
    if VALUE not in ids or TIME not in ids:
        return sheet, {}
    sheet, columns = _with_labels(sheet, ids)
    area = next((columns[name] for name in _AREAS if name in columns), None)
    unit = next((columns[name] for name in _UNITS if name in columns), None)
    told: dict[str, Any] = {"year": columns[TIME].head, "value": columns[VALUE].head}
    if area is not None:
        told["region"] = area.head
        if area.label is not None:
            told["name"] = area.label
    if unit is not None:
        told["unit"] = unit.label or unit.head
    _refuse_powers(sheet, columns.get(_POWER))
    told["indicator"] = [
        one.label or one.head
        for name, one in columns.items()
        if name not in _NO_DIMENSIONS and (name in _MEASURES or _differs(sheet, one.head))
    ]
    status = [columns[name].head.letters for name in _STATUS if name in columns]
    confidence = [columns[name].head.letters for name in _CONFIDENCE if name in columns]
    return replace(sheet, status=status, confidence=confidence), told


def _of_dimensions(sheet: Sheet) -> dict[str, Any]:
    """Return what each dimension of a table of Eurostat is; its years stand in the heads."""
    columns = {head.text.upper(): head for head in sheet.heads if head.year is None}
    area = next((columns[name] for name in _AREAS if name in columns), None)
    unit = next((columns[name] for name in _UNITS if name in columns), None)
    others = [head for name, head in columns.items() if name not in _NO_DIMENSIONS]
    told = {"region": area, "unit": unit}
    found: dict[str, Any] = {role: head for role, head in told.items() if head is not None}
    found["indicator"] = [head for head in others if _differs(sheet, head)] or others
    return found


def _refuse_powers(sheet: Sheet, power: _Column | None) -> None:
    """Refuse values in powers of ten, which would stand beside others as if they were small."""
    if power is None:
        return
    cells = sheet.frame[power.head.letters].cast(pl.String).fill_null("").unique().to_list()
    powers = sorted(cell for cell in cells if cell not in ("", "0"))
    if powers:
        raise FrameError(
            f"{sheet.file or 'the frame'}: {_POWER} says that values are to be multiplied by ten "
            f"to the power of {listed(powers)}; do: multiply them, and take the column out"
        )


def in_words(unit: str) -> str:
    """Return a unit of the code list as tables have it: PT is per cent."""
    return "%" if unit.strip().upper() in _PER_CENT else unit


def _differs(sheet: Sheet, head: Head) -> bool:
    return sheet.frame[head.letters].n_unique() > 1


def _with_labels(sheet: Sheet, ids: list[str]) -> tuple[Sheet, Mapping[str, _Column]]:
    """Return the table with codes alone in their columns, and each column with its labels'."""
    frame, heads = sheet.frame.drop(ROW), list(sheet.heads)
    columns: dict[str, _Column] = {}
    for place, (name, head) in enumerate(zip(ids, sheet.heads, strict=True)):
        if name != name.upper() or not name:
            continue  # labels, which belong to the column before
        if ":" in head.text:
            label = replace(head, letters=letters_of(len(heads)), text=head.text.split(":")[1],
                            name=head.text.split(":")[1].strip())  # fmt: skip
            cells = frame[head.letters].str.split_exact(": ", 1).struct.unnest()
            first, second = cells.to_series(0), cells.to_series(1)
            frame = frame.with_columns(
                first.alias(head.letters), second.fill_null(first).alias(label.letters)
            )
            heads.append(label)
            columns[name] = _Column(head, label)
            continue
        after = sheet.heads[place + 1] if place + 1 < len(ids) else None
        is_label = after is not None and ids[place + 1] != ids[place + 1].upper()
        columns[name] = _Column(head, after if is_label and name not in (TIME, VALUE) else None)
    return replace(sheet, heads=heads, frame=frame.with_columns(sheet.frame[ROW])), columns
