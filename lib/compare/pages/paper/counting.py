"""Numbers of pictures and tables: 图1, 表1, Figure 1, Table 1."""

from __future__ import annotations

from compare.wording.catalogue import Lang, say


class Counter:
    """Counts the pictures and the tables of a document."""

    def __init__(self, lang: Lang) -> None:
        self._lang, self._figures, self._tables = lang, 0, 0

    def figure(self, caption: str) -> str:
        """Return the caption of the next picture, with its number."""
        self._figures += 1
        return say("paper-figure", self._lang, n=str(self._figures), caption=caption)

    def table(self, caption: str) -> str:
        """Return the caption of the next table, with its number."""
        self._tables += 1
        return say("paper-table", self._lang, n=str(self._tables), caption=caption)
