"""Where the cells of own tables stand, and what stands there.

Of millions of cells each has the number of its line and the letters of its column, and no more:
its id, its row and its text are looked up where somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from compare.sources.panel.heads import letters_of
from compare.sources.panel.opening import ROW

IDENTITY = ("code", "name", "parent")
"""The columns of a table of lines that say which region a line is of."""


@dataclass(frozen=True)
class Lines:
    """The rows of regions of one sheet.

    Attributes
    ----------
    sheet : str
        What the sheet is called.
    prefix : str
        What the ids of its figures begin with.
    cells : polars.DataFrame
        ``_row`` and the columns of values, by their letters.
    regions : polars.DataFrame
        code, name and parent.
    is_turned : bool
        Whether each line is a column of the file, ``_row`` its number and the letters are rows.
    """

    sheet: str
    prefix: str
    cells: pl.DataFrame
    regions: pl.DataFrame
    is_turned: bool = False


class Origins:
    """The lines of several sheets, one after another.

    Attributes
    ----------
    lines : polars.DataFrame
        Of each its sheet, the prefix of its figures, its row, and the number of its region.
    regions : polars.DataFrame
        place, code, name and parent of each region.
    """

    def __init__(self, sheets: Sequence[Lines]) -> None:
        self._sheets = sheets
        said = pl.concat([one.regions for one in sheets])
        self.regions = said.unique(maintain_order=True).with_row_index("place")
        places = said.join(
            self.regions, on=list(IDENTITY), how="left", nulls_equal=True, maintain_order="left"
        )
        lines = [
            one.cells.select(
                sheet=pl.lit(one.sheet, pl.Categorical),
                prefix=pl.lit(one.prefix, pl.Categorical),
                row=pl.col(ROW),
            )
            for one in sheets
        ]
        self.lines = pl.concat(lines).with_columns(places["place"])
        self._turned = {one.prefix for one in sheets if one.is_turned}
        self._whole: dict[tuple[int, str], bool] = {}

    def regions_of(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Return the regions that cells are of, each once, in the order of the cells."""
        used = self.lines["place"].gather(cells["line"]).unique(maintain_order=True)
        return self.regions[used]

    def where(self, place: int) -> str:
        """Return the first line of a region, as a reader of the file finds it."""
        line = self.lines.filter(pl.col("place") == place).row(0, named=True)
        if line["prefix"] in self._turned:
            return f"column {letters_of(line['row'] - 1)}"
        sheet = f"{line['sheet']}, " if len(self._sheets) > 1 else ""
        return f"{sheet}row {line['row']}"

    def figures(self, cells: pl.DataFrame) -> pl.Series:
        """Return the ids of the figures of cells."""
        lines = self.lines.select("prefix", "row")[cells["line"]]
        lines = lines.with_columns(cells["letters"].cast(pl.String))
        figures = lines.select(pl.concat_str("prefix", "letters", "row")).to_series()
        if not self._turned:
            return figures
        columns = {row: letters_of(row - 1) for row in lines["row"].unique()}
        turned = lines.with_columns(
            pl.col("row").replace_strict(columns, return_dtype=pl.String).alias("column")
        ).select(pl.concat_str("prefix", "column", "letters"))
        return turned.to_series().zip_with(lines["prefix"].is_in(self._turned), figures)

    def texts(self, cells: pl.DataFrame) -> pl.Series:
        """Return what stands in cells: whole numbers without a point, blanks as nothing."""
        asked = cells.select("line", "letters").with_row_index("_n")
        found, first = [asked.select("_n", text=pl.lit("")).head(0)], 0
        for sheet in self._sheets:
            height = sheet.cells.height
            here = asked.filter(pl.col("line").is_between(first, first + height, closed="left"))
            for (letters,), some in here.group_by("letters"):
                column = sheet.cells[str(letters)]
                if (key := (first, str(letters))) not in self._whole:
                    self._whole[key] = are_whole(column)
                texts = as_texts(column.gather(some["line"] - first), whole=self._whole[key])
                found.append(some.select("_n", text=texts.fill_null("")))
            first += height
        return pl.concat(found).sort("_n")["text"]


def are_whole(cells: pl.Series) -> bool:
    """Tell whether a column of floats holds whole numbers alone."""
    if not cells.dtype.is_float():
        return False
    return bool(((cells % 1 == 0) & (cells.abs() < LARGEST)).all())


LARGEST = 2.0**63
"""An integer is below; a larger whole number is written as the float that it is."""


def texts_of(cells: pl.Series) -> pl.Series:
    """Return a column as texts: whole numbers without a point, blanks as nothing."""
    return as_texts(cells, whole=are_whole(cells)).fill_null("")


def as_texts(cells: pl.Series, *, whole: bool) -> pl.Series:
    """Return cells as texts, those of whole numbers without a point."""
    return (cells.cast(pl.Int64) if whole else cells).cast(pl.String)
