"""The front door: charts drawn where they are not, and the page that leads to everything.

What the charts were drawn from, and what the page was made from, is known by content. Where
nothing has changed nothing is done; where only reports have, the page is put together anew of
the pieces that are kept; where data have, only the charts that differ are drawn.
"""

from __future__ import annotations

import fnmatch
import hashlib
import html
import json
import pickle
import re
import shutil
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.atomic import check_writable, write_bytes, write_text
from compare.curated.database import is_stale
from compare.curated.dataset import dataset, version_of
from compare.errors import ReportError
from compare.ledger.folders import called, table_folders
from compare.pages.places import PAGE, deck_of, folder_of, page_of
from compare.project import Project, find_project
from compare.reports.batch import processors
from compare.reports.fingerprint import package_hash, versions
from compare.reports.manifest import DATASET, MANIFEST, Report, read_manifest
from compare.reports.progress import Told
from compare.wording.catalogue import LANGUAGES, Lang
from compare.wording.phrases import in_both

if TYPE_CHECKING:
    from compare.pages.drawing import Drawer
    from compare.pages.pieces import Piece

_DRAWN_BY = ("", "!cli.py", "!pages", "!reports", "!tables", "!sources", "pages/pieces.py",
             "pages/vectors.py", "pages/chart_table.py", "pages/originals.py",
             "pages/drawing.py", "pages/templates/home/columns.txt",
             "pages/templates/home/technical.txt")  # fmt: skip
"""The files of this package that decide what a piece is; the rest makes the page of pieces."""

_SHOWN = ("html", "docx", "pdf")
"""Formats of reports that the page leads to."""

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_CHART = re.compile(rf"{PAGE}#chart/([\w.%-]+)")


@dataclass
class Summary:
    """What was done.

    Attributes
    ----------
    page : pathlib.Path, optional
        The page; none where decks of chosen charts alone were asked for.
    decks : list of pathlib.Path
        The decks of slides.
    charts : int
        How many charts were gone through; none where nothing had changed.
    written : bool
        Whether the page was written.
    seconds : float
        How long it took.
    """

    page: Path | None
    decks: list[Path]
    charts: int = 0
    written: bool = False
    seconds: float = 0.0


def make_front_door(
    *,
    table: str | None = None,
    only: Sequence[str] = (),
    slides: bool = False,
    force: bool = False,
    jobs: int = 0,
    announce: Told | None = None,
) -> Summary:
    """Draw what is not drawn, and write the page if it would be another.

    Parameters
    ----------
    table : str, optional
        An own table, which has a page of its own; by default the documents.
    only : sequence of str
        Names of charts, with ``*``: decks of these alone are made, beside that of all charts,
        and nothing else is drawn.
    slides : bool
        Whether to write a deck of slides for each language.
    force : bool
        Whether to draw everything anew.
    jobs : int
        How many processes draw; 0 for one on each processor.
    announce : callable, optional
        Is told what is drawn.

    Raises
    ------
    ReportError
        If no chart is called as ``only`` says.
    """
    began = time.monotonic()
    jobs = jobs or processors()
    door = _Door(find_project(), table, force=force, jobs=jobs, announce=announce)
    summary = Summary(None if only else door.page, [])
    decks = door.decks_of(only).values() if only or slides else ()
    for path in [summary.page, *decks]:
        if path is not None:
            check_writable(path)  # drawing takes a while
    if not only and not door.is_up_to_date():
        door.write()
        summary.written, summary.charts = True, door.drawn
    if only or slides:
        summary.decks = door.decks(only)
    summary.seconds = time.monotonic() - began
    return summary


class _Door:
    """The front door of a project, or of an own table in it, and what it was made from."""

    def __init__(
        self,
        project: Project,
        table: str | None,
        *,
        force: bool,
        jobs: int,
        announce: Told | None,
    ) -> None:
        self._project, self._force, self._jobs, self._announce = project, force, jobs, announce
        self._table, self._data = table, dataset(table)
        self.page = project.reports / page_of(table)
        self._state = project.reports / f".{folder_of(table)}"
        self.drawn = 0

    # --- what it is made from -------------------------------------------------------------------

    @cached_property
    def _version(self) -> str:
        version = version_of(self._table, self._project)
        stale = self._table is None and is_stale(self._project)
        return f"{version} {in_both('report-stale')}" if stale else version

    @cached_property
    def _code(self) -> str:
        parts = [package_hash(_DRAWN_BY), versions()]
        return _hash(parts if self._table is None else [*parts, package_hash(("sources/panel",))])

    @cached_property
    def _reports(self) -> list[Report]:
        if not (self._project.reports / MANIFEST).is_file():
            return []
        there = [one for one in read_manifest(self._project) if "html" in self._files(one)]
        return [one for one in there if self._table in (None, one.parameters.get(DATASET))]

    @cached_property
    def _pages(self) -> list[dict[str, str]]:
        """The pages of own tables that are there; of a table's page that of the documents."""
        if self._table is not None:
            there = (self._project.reports / PAGE).is_file()
            return [{"file": PAGE, "title": in_both("home-title")}] if there else []
        tables = [folder.name for folder in table_folders(self._project.raw)]
        pages = {name: page_of(name) for name in tables}
        return [
            {"file": page, "title": self._called(name)}
            for name, page in pages.items()
            if (self._project.reports / page).is_file()
        ]

    def _files(self, report: Report) -> list[str]:
        """Return the formats of a report that are there: those asked for, and new ones."""
        page, *others = (self._project.reports / f"{report.name}.{kind}" for kind in _SHOWN)
        if not page.is_file():
            return []
        new = page.stat().st_mtime_ns
        there = [path for path in others if path.is_file()]
        asked = {f".{kind}" for kind in report.formats}
        kept = [path for path in there if path.suffix in asked or path.stat().st_mtime_ns >= new]
        return [path.suffix[1:] for path in (page, *kept)]

    @cached_property
    def _made_from(self) -> dict[str, str]:
        """What pieces and the page are made from."""
        seen: list[Sequence[Any]] = [tuple(page.values()) for page in self._pages]
        for report in self._reports:
            status = (self._project.reports / f"{report.name}.html").stat()
            seen.append((report.name, status.st_size, status.st_mtime_ns, self._files(report)))
        pieces = _hash([self._version, self._code])
        return {"pieces": pieces, "page": _hash([pieces, package_hash(("pages", "wording")), seen])}

    def is_up_to_date(self) -> bool:
        """Tell whether the page, and every file beside it, is what would be made."""
        if self._force:
            return False
        try:
            known = json.loads((self._state / "made.json").read_bytes())
            there = {path.name: path.stat().st_size for path in self._folder.iterdir()}
            sizes = {**there, self.page.name: self.page.stat().st_size}
        except (OSError, ValueError):
            return False
        return bool(known == {**self._made_from, "sizes": sizes})

    # --- pieces -----------------------------------------------------------------------------------

    @property
    def _folder(self) -> Path:
        return self._project.reports / folder_of(self._table)

    @cached_property
    def _pieces(self) -> list[list[Piece]]:
        """The pieces of each subject: those that are kept, or else drawn."""
        return self._draw(self._store) if self._kept is None else self._kept

    @property
    def _store(self) -> Path:
        return self._state / f"{self._made_from['pieces'][:16]}.pieces"

    @cached_property
    def _kept(self) -> list[list[Piece]] | None:
        if self._force:
            return None
        try:
            found: list[list[Piece]] = pickle.loads(self._store.read_bytes())
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ValueError):
            return None
        return found

    def _draw(self, kept: Path) -> list[list[Piece]]:
        from compare.pages.drawing import draw

        folder = self._state / self._code[:16]
        if self._force:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        pieces = draw(self._jobs, folder, self._announce, self._table)
        self.drawn = sum(map(len, pieces))
        write_bytes(kept, pickle.dumps(pieces))
        used = {piece.digest for group in pieces for piece in group}
        for path in (*self._state.glob("*.pieces"), *folder.iterdir()):
            if path != kept and path.name not in used:
                path.unlink()
        for other in self._state.iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other, ignore_errors=True)
        return pieces

    # --- the page ---------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the page and the files beside it."""
        from compare.pages.home import Content, write_home
        from compare.pages.listed import other_words
        from compare.pages.told import findings_of

        pieces = [piece for group in self._pieces for piece in group]
        known = self._data.evidence()
        content = Content(
            pieces,
            findings_of(self._data.observations(), known),
            known,
            other_words(self._project.raw) if self._table is None else {},
            [self._listed(report) for report in self._reports],
            self._version[:12],
            folder_of(self._table),
            self._pages,
            "" if self._table is None else self._called(self._table),
        )
        write_home(self.page, content)
        sizes = {self.page.name: self.page.stat().st_size, **self._write_files(pieces)}
        write_text(self._state / "made.json", json.dumps({**self._made_from, "sizes": sizes}))

    def _write_files(self, pieces: Sequence[Piece]) -> dict[str, int]:
        """Write the files beside the page that differ; remove those of charts that are no more."""
        self._folder.mkdir(exist_ok=True)
        files = {name: made for piece in pieces for name, made in piece.files.items()}
        for path in self._folder.iterdir():
            if path.name not in files:
                path.unlink()
        for name, made in files.items():
            path = self._folder / name
            if not path.is_file() or path.read_bytes() != made:
                write_bytes(path, made)
        return {name: len(made) for name, made in files.items()}

    def _listed(self, report: Report) -> dict[str, Any]:
        """Return a report as the page lists it: its finding, subjects, formats and charts."""
        path = self._project.reports / f"{report.name}.html"
        page = path.read_text(encoding="utf-8")
        heading = _TITLE.search(page)
        table = report.parameters.get(DATASET)
        # a table's 象山县 is no region of the documents, whatever it is called
        same = table in (None, self._table)
        given = [one for one in report.parameters.values() if same and isinstance(one, str)]
        return {
            "name": report.name,
            "lang": report.lang,
            "notebook": report.notebook,
            "title": report.title if same else f"{report.title} · {self._called(str(table))}",
            "heading": html.unescape(heading[1]).strip() if heading else "",
            "formats": self._files(report),
            "charts": list(dict.fromkeys(_CHART.findall(page))),
            **{f"{key}s": self._known(key, given) for key in ("region", "indicator", "theme")},
        }

    def _called(self, table: str) -> str:
        """Return what an own table is called in a heading."""
        known = dataset(table, project=self._project).evidence().documents
        titles = known.loc[known["type"] == "table", "title"]
        return called(str(titles.iloc[0])) if len(titles) else table

    def _known(self, key: str, given: Sequence[str]) -> list[str]:
        return [value for value in given if value in self._keys[key]]

    @cached_property
    def _keys(self) -> dict[str, set[str]]:
        known = self._data.evidence()
        tables = {"region": known.regions, "indicator": known.indicators, "theme": known.themes}
        return {key: set(table[key]) for key, table in tables.items()}

    # --- decks ------------------------------------------------------------------------------------

    def decks_of(self, only: Sequence[str]) -> dict[Lang, Path]:
        """Return where the decks of the chosen charts are, by language."""
        folder = self._project.reports
        return {lang: folder / deck_of(self._table, only, lang) for lang in LANGUAGES}

    def decks(self, only: Sequence[str]) -> list[Path]:
        """Write a deck of the chosen charts for each language; make no chart that is not in it."""
        from compare.charts.office.slides import deck
        from compare.pages.drawing import Drawer

        drawer = Drawer(table=self._table)
        made = {
            lang: [
                chart
                for place in self._places(only, drawer)
                for chart in drawer.charts(place, [lang])
            ]
            for lang in LANGUAGES
        }
        names = _chosen({one.name for of in made.values() for one in of}, only)
        paths = self.decks_of(only)
        for lang, path in paths.items():
            charts = (one for one in made[lang] if one.name in names)
            write_bytes(path, deck(charts, path.stem))
        return [*paths.values()]

    def _places(self, only: Sequence[str], drawer: Drawer) -> Iterable[int]:
        """Return the subjects that have chosen charts; all where none is drawn that tells."""
        if self._kept is None:
            return range(len(drawer.subjects))
        groups = [{piece.name for piece in group} for group in self._kept]
        names = _chosen(set().union(*groups), only)
        return [place for place, group in enumerate(groups) if group & names]


def _chosen(every: Collection[str], only: Sequence[str]) -> set[str]:
    """Return the names of the charts that are meant; all where nothing is said."""
    chosen = {name for name in every if any(fnmatch.fnmatch(name, one) for one in only or "*")}
    if not chosen:
        shown = ", ".join(sorted(every)[:3])
        raise ReportError(
            f"--only {' '.join(only)}: no chart is called so; allowed: names and patterns "
            f"such as {shown}; do: take the name from the address of its page, #chart/NAME"
        )
    return chosen


def _hash(content: object) -> str:
    return hashlib.sha256(repr(content).encode("utf-8")).hexdigest()
