"""A table in the house style: great-tables in a report, searchable in JupyterLab."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import polars as pl
from great_tables import GT

from compare.tables.downloads import Download
from compare.tables.interactive import is_interactive, searchable_html
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import colon

Record = dict[str, Any]


_FONT = ["Noto Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]


@dataclass(frozen=True, repr=False)
class Table:
    """A table: searchable in JupyterLab where it is long, a great-tables table elsewhere.

    Attributes
    ----------
    frame : pandas.DataFrame
        The cells as HTML, escaped.
    title : str
        Stands above the table.
    lang : {"zh", "en"}
        Language of headings.
    group : str, optional
        Column whose values head groups of rows; its cells are plain text.
    notes : tuple of str
        Stand below the table.
    searchable : bool
        Whether JupyterLab shows it with a search box.
    shown : int, optional
        So many rows stand open on a page; those behind them are folded, of 0 the whole table.
    empty : str
        Name of the message that is said where there is no row.
    whole : Download, optional
        All rows as a workbook, where the frame is an excerpt of them.
    """

    frame: pd.DataFrame = field(repr=False)
    title: str
    lang: Lang = "zh"
    group: str | None = None
    notes: tuple[str, ...] = ()
    searchable: bool = False
    shown: int | None = None
    empty: str = "table-none"
    whole: Download | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        rows = f"{len(self.frame):,} row{'' if len(self.frame) == 1 else 's'}"
        return f"<table {self.title}: {rows}>"

    def great_table(self) -> GT:
        """Return the table in the house style; the same frame gives the same HTML."""
        if self.frame.empty:
            table = great_table(pd.DataFrame({" ": [html.escape(self._nothing())]}), "", None)
        else:
            table = great_table(self.frame, self.title, self.group)
        for note in self.notes:
            table = table.tab_source_note(note)
        return table

    def plain(self) -> pd.DataFrame:
        """Return the cells without markup, as they would be pasted."""
        return self.frame.map(_without_markup)

    def _repr_html_(self) -> str:
        return self._shown() + ("" if self.whole is None else self.whole._repr_html_())

    def _shown(self) -> str:
        if self.frame.empty:  # no table, which would need a name of its own on the page
            return "".join(_paragraph(line) for line in (self._nothing(), *self.notes))
        if self.searchable and is_interactive():
            notes = "".join(map(_paragraph, self.notes))
            return searchable_html(self._flat(), self.title, self.lang) + notes
        if self.shown is not None and len(self.frame) > self.shown:
            return self._folded(self.shown)
        return str(self.great_table().as_raw_html())

    def _folded(self, shown: int) -> str:
        """Return the first rows, and the rest behind a line that opens it."""
        if not shown:
            whole = replace(self, title="").great_table().as_raw_html()
            return f"<details><summary>{html.escape(self.title)}</summary>{whole}</details>"
        first = replace(self, frame=self.frame.iloc[:shown], notes=())
        rest = replace(self, frame=self.frame.iloc[shown:], title="")
        tables = [str(one.great_table().as_raw_html()) for one in (first, rest)]
        more = html.escape(say("table-more", self.lang, n=len(rest.frame)))
        return f"{tables[0]}<details><summary>{more}</summary>{tables[1]}</details>"

    def _nothing(self) -> str:
        return f"{self.title}{colon(self.lang)}{say(self.empty, self.lang)}"

    def _flat(self) -> pd.DataFrame:
        if self.group is None:
            return self.frame
        return self.frame.assign(**{self.group: self.frame[self.group].map(html.escape)})


def heading(name: str, lang: Lang) -> str:
    """Return the heading of a column."""
    return say(f"heading-{name.replace('_', '-')}", lang)


def framed(lines: Sequence[Record], columns: Sequence[str], lang: Lang) -> pd.DataFrame:
    """Return lines as a frame with headings."""
    frame = pd.DataFrame(list(lines), columns=list(columns))
    return frame.rename(columns={name: heading(name, lang) for name in columns})


def great_table(frame: pd.DataFrame, title: str, group: str | None) -> GT:
    """Return a frame of HTML as a great-tables table in the house style."""
    digest = hashlib.sha256((title + frame.to_csv(index=False)).encode()).hexdigest()[:10]
    cells = [name for name in frame.columns if name != group]
    # great-tables fills a polars frame cell by cell five times as fast as one of pandas
    table = GT(pl.from_pandas(frame.fillna("")), groupname_col=group, id=f"table-{digest}")
    if title:
        table = table.tab_header(title=title)
    if not any(name.strip() for name in cells):
        table = table.tab_options(column_labels_hidden=True)
    return (
        table.fmt_passthrough(columns=cells, escape=False)
        .cols_align("left")
        .tab_options(
            table_font_size="13px",
            table_width="100%",
            heading_align="left",
            heading_title_font_size="15px",
            data_row_padding="4px",
            row_group_font_weight="bold",
        )
        .opt_table_font(font=_FONT)
        .opt_css(f"#table-{digest} table {{ table-layout: auto; }}")  # JupyterLab fixes it
        .opt_css(_room(f"#table-{digest}", frame, cells))
    )


_LONG_NAME = 12


def _room(place: str, frame: pd.DataFrame, cells: Sequence[str]) -> str:
    """Return the style that keeps long names of the first column from one word to a line.

    Ids of figures, which do not break, would else take its room.
    """
    first = frame[cells[0]].fillna("").astype(str) if len(cells) > 3 else pd.Series([], dtype=str)
    longest = max(map(len, map(_without_markup, first)), default=0)
    return f"{place} td:first-child {{ min-width: 9em; }}" if longest > _LONG_NAME else ""


def _paragraph(text: str) -> str:
    return f'<p style="font-size:13px;margin:0.4em 0">{html.escape(text)}</p>'


def _without_markup(cell: str) -> str:
    """Return the text of a cell."""
    return html.unescape(re.sub(r"<[^>]+>", "", cell.replace("<br>", " ")))
