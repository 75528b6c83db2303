"""Downloads: a table as a workbook that stands on its page, without any file beside it."""

from __future__ import annotations

import base64
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.charts.office.workbook import Cell

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Download:
    """A workbook, and the words of the link that saves it.

    Attributes
    ----------
    name : str
        What the file is called.
    label : str
        What the link says.
    sheets : mapping
        Rows of cells by the name of their sheet, the first with the headings.
    """

    name: str
    label: str
    sheets: Mapping[str, Sequence[Sequence[Cell]]] = field(repr=False)

    @property
    def content(self) -> bytes:
        """The workbook: the same sheets, the same bytes."""
        from compare.charts.office.workbook import workbook  # tables load no charts

        return workbook(self.sheets)

    def _repr_html_(self) -> str:
        address = f"data:{_TYPE};base64,{base64.b64encode(self.content).decode('ascii')}"
        return (
            f'<p class="download"><a href="{address}" download="{html.escape(self.name)}">'
            f"{html.escape(self.label)}</a></p>"
        )
