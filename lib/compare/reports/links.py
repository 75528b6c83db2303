"""Links: which pages of the manifest lead to which, by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from compare.curated.dataset import Dataset, dataset
from compare.project import Project
from compare.reports.manifest import DATASET, Report

Subject = tuple[str, str, str]
"""A kind (region, indicator, theme), its key, and the own table it is in, if any."""

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
    project : Project, optional
        Whose own tables reports are about.
    """

    def __init__(self, con: Any, reports: Sequence[Report], project: Project | None = None) -> None:
        self._names: dict[Subject, dict[str, str]] = {}
        for kind in _KINDS:
            rows = con.execute(f"SELECT {kind}, name_zh, name_en FROM {kind}s").fetchall()
            self._names |= {(kind, key, ""): {"zh": zh, "en": en} for key, zh, en in rows}
        stated = "SELECT DISTINCT region, indicator FROM observations"
        themes = "SELECT indicator, theme FROM indicators"
        self._beside: set[frozenset[Subject]] = {
            *(_beside("region", a, "indicator", b) for a, b in con.sql(stated).fetchall()),
            *(_beside("indicator", a, "theme", b) for a, b in con.sql(themes).fetchall()),
        }
        for table in dict.fromkeys(filter(None, map(_table_of, reports))):
            self._add(table, dataset(table, project=project), reports)
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

    def _add(self, table: str, data: Dataset, reports: Sequence[Report]) -> None:
        """Add what reports about an own table are about, and what belongs together there."""
        own = [report for report in reports if _table_of(report) == table]
        given = {value for report in own for value in _given(report)}
        evidence, rows = data.evidence(), data.observations()
        for kind in _KINDS:
            zh, en = (evidence.names(kind, lang) for lang in ("zh", "en"))
            self._names |= {
                (kind, key, table): {"zh": zh[key], "en": en[key]} for key in given & zh.keys()
            }
        for a, b in (("region", "indicator"), ("indicator", "theme")):
            pairs = rows.loc[rows[a].isin(given) & rows[b].isin(given), [a, b]].drop_duplicates()
            self._beside |= {
                _beside(a, one, b, other, table) for one, other in pairs.itertuples(index=False)
            }

    def _subjects(self, report: Report) -> frozenset[Subject]:
        """Return what a report is about: the regions, indicator or theme that it is given."""
        table = _table_of(report)
        said = {(kind, value, table) for value in _given(report) for kind in _KINDS}
        return frozenset(said & self._names.keys())

    def _touch(self, own: frozenset[Subject], other: frozenset[Subject]) -> bool:
        if own & other:
            return True
        several = len(own) > 1 or len(other) > 1
        return not several and any(frozenset([a, b]) in self._beside for a in own for b in other)

    def _name(self, subjects: Iterable[Subject], lang: str) -> str:
        """Return the name of the one thing that a page is about; nothing for several."""
        named = list(subjects)
        return self._names[named[0]][lang] if len(named) == 1 else ""


_KINDS = ("region", "indicator", "theme")


def _table_of(report: Report) -> str:
    """Return the own table that a report is about; empty for the documents."""
    return str(report.parameters.get(DATASET) or "")


def _given(report: Report) -> list[str]:
    return [
        value
        for name, value in report.parameters.items()
        if isinstance(value, str) and name != DATASET
    ]


def _beside(kind: str, key: str, other: str, its: str, table: str = "") -> frozenset[Subject]:
    return frozenset([(kind, key, table), (other, its, table)])
