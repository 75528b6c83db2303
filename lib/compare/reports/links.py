"""Links: which pages of the manifest lead to which, by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from compare.reports.manifest import Report

Subject = tuple[str, str]
"""A kind (region, indicator, theme) and its key."""

Link = tuple[str, str, str]
"""A title, an address beside the page, and the name of the one thing it is about, or none."""


_TO_A_PAGE = re.compile(r'<a class="page" href="[^"]*">(.*?)</a>', re.DOTALL)


_ON_PAGES_ALONE = re.compile(r'<(nav|figcaption|p) class="(?:door|download)">.*?</\1>', re.DOTALL)
"""Links to the front door, and to files inside the page."""


def to_page(address: str, words: str) -> str:
    """Return a link to another page beside this one; ``words`` are HTML."""
    return f'<a class="page" href="{address}">{words}</a>'


def without_pages(page: str) -> str:
    """Return a page without its links to others and to files in it, for a file on its own."""
    return _TO_A_PAGE.sub(r"\1", _ON_PAGES_ALONE.sub("", page))


class Links:
    """The links between some reports.

    Parameters
    ----------
    con : duckdb connection
        The curated database: names, and which region states which indicator.
    reports : sequence of Report
        The reports of the manifest, made or yet to be made.
    """

    def __init__(self, con: Any, reports: Sequence[Report]) -> None:
        self._names: dict[Subject, dict[str, str]] = {}
        for kind in ("region", "indicator", "theme"):
            rows = con.execute(f"SELECT {kind}, name_zh, name_en FROM {kind}s").fetchall()
            self._names |= {(kind, key): {"zh": zh, "en": en} for key, zh, en in rows}
        stated = "SELECT DISTINCT region, indicator FROM observations"
        themes = "SELECT indicator, theme FROM indicators"
        self._beside: set[frozenset[Subject]] = {
            *(frozenset([("region", a), ("indicator", b)]) for a, b in con.sql(stated).fetchall()),
            *(frozenset([("indicator", a), ("theme", b)]) for a, b in con.sql(themes).fetchall()),
        }
        self._pages = [
            (report, self._subjects(report)) for report in reports if "html" in report.formats
        ]

    def of(self, report: Report) -> tuple[Link, ...]:
        """Return the pages that a report leads to, in the order of the manifest."""
        own = self._subjects(report)
        return tuple(
            (other.title, f"{other.name}.html", self._name(subjects, report.lang))
            for other, subjects in self._pages
            if other.name != report.name
            and other.lang == report.lang
            and self._touch(own, subjects)
        )

    def _subjects(self, report: Report) -> frozenset[Subject]:
        """Return what a report is about: the regions, indicator or theme that it is given."""
        given = [value for value in report.parameters.values() if isinstance(value, str)]
        return frozenset(
            subject for subject in self._names for value in given if subject[1] == value
        )

    def _touch(self, own: frozenset[Subject], other: frozenset[Subject]) -> bool:
        if own & other:
            return True
        several = len(own) > 1 or len(other) > 1
        return not several and any(frozenset([a, b]) in self._beside for a in own for b in other)

    def _name(self, subjects: Iterable[Subject], lang: str) -> str:
        """Return the name of the one thing that a page is about; nothing for several."""
        named = list(subjects)
        return self._names[named[0]][lang] if len(named) == 1 else ""
