"""Drawing: every chart of the data, on as many processors as there are.

A chart cannot travel between processes, for it holds the function that draws it; what it is
made of can be read by each. So each process reads the data, and takes one subject after the
other: it makes the charts of it in both languages, draws them, and sends back the pieces.
They are put together in the order of the subjects, whoever was first: the same bytes come of
any number of processes.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from compare.charts.catalogue import charts_of
from compare.charts.chart import Chart
from compare.charts.subjects import Subject, moments_of_region, subjects
from compare.curated.dataset import Dataset, dataset
from compare.ledger.evidence import Evidence
from compare.pages.pieces import Piece, piece_of
from compare.project import find_project
from compare.wording.catalogue import LANGUAGES, Lang

Announce = Callable[[int, int, str], Any]
"""Takes how many subjects are drawn, of how many, and the chart drawn last."""


MOST_REGIONS = 100
"""Of more regions than this, none has charts of its own: thousands would take hours."""


@dataclass
class Drawer:
    """Makes and draws the charts of the current project, subject by subject.

    Attributes
    ----------
    kept : pathlib.Path, optional
        A folder of what was drawn before, by content.
    table : str, optional
        An own table; by default the documents.
    """

    kept: Path | None = None
    table: str | None = None

    @cached_property
    def evidence(self) -> Evidence:
        """What is known beside the rows."""
        return self._data.evidence()

    @cached_property
    def subjects(self) -> list[Subject]:
        """Every subject, in Chinese; what is compared of them is shared by both languages."""
        data = self._data
        every = subjects(data.observations(), data.coverage(), self.evidence, "zh", "half")
        if len(self.evidence.regions) > MOST_REGIONS:
            return [one for one in every if not one.kind.startswith("region")]
        return [*every] if self.table is None else [*_of_last_moments(every)]

    @cached_property
    def _data(self) -> Dataset:
        return dataset(self.table)

    def charts(self, place: int, langs: Sequence[Lang] = LANGUAGES) -> Iterator[Chart]:
        """Yield the charts of a subject, in each language."""
        for lang in langs:
            yield from charts_of(replace(self.subjects[place], lang=lang))

    def pieces(self, place: int) -> list[Piece]:
        """Return the pieces of a subject."""
        return [piece_of(chart, self.evidence, self.kept) for chart in self.charts(place)]


def _of_last_moments(every: Iterable[Subject]) -> Iterator[Subject]:
    """Yield the subjects of a table of years; of each region one moment, as its page has it.

    A table of ten years would else have ten pictures of each region that differ in the year.
    """
    every = [*every]
    moments: dict[str, list[Subject]] = {}
    for one in every:
        if one.kind == "region-moment":
            moments.setdefault(one.region, []).append(one)
    chosen = [_first_moment(of_region) for of_region in moments.values()]
    for one in every:
        if one.kind != "region-moment" or any(one is first for first in chosen):
            yield one


def _first_moment(of_region: list[Subject]) -> Subject:
    """Return the subject of the moment that comes first of a region, or of its last."""
    by_moment = {(one.year, one.of): one for one in of_region}
    last = of_region[-1]
    in_order = moments_of_region(last.facts.ranked, last.region)
    return next((by_moment[moment] for moment in in_order if moment in by_moment), last)


def draw(
    jobs: int,
    kept: Path | None = None,
    announce: Announce | None = None,
    table: str | None = None,
) -> list[list[Piece]]:
    """Draw every chart of the current project, or of an own table; return each subject's pieces.

    Parameters
    ----------
    jobs : int
        How many processes draw.
    kept : pathlib.Path, optional
        A folder of what was drawn before, by content.
    announce : callable, optional
        Is told what is drawn.
    table : str, optional
        An own table.
    """
    drawer = Drawer(kept, table)
    places = range(len(drawer.subjects))
    told = announce or (lambda *_: None)
    drawn: dict[int, list[Piece]] = {}
    of_each = _in_turn(drawer, places) if jobs < 2 else _at_once(jobs, drawer, places)
    for place, pieces in of_each:
        drawn[place] = pieces
        told(len(drawn), len(places), pieces[-1].name if pieces else "")
    return [drawn[place] for place in places]


def _in_turn(drawer: Drawer, places: Iterable[int]) -> Iterator[tuple[int, list[Piece]]]:
    for place in places:
        yield place, drawer.pieces(place)


def _at_once(jobs: int, drawer: Drawer, places: Iterable[int]) -> Iterator[tuple[int, list[Piece]]]:
    context = multiprocessing.get_context("spawn")  # what has used threads cannot be forked
    home = str(find_project().root)
    with ProcessPoolExecutor(jobs, context, _begin, (home, drawer.kept, drawer.table)) as pool:
        futures = {pool.submit(_pieces, place): place for place in places}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_drawer = Drawer()
"""The drawer of a process that draws for another."""


def _begin(home: str, kept: Path | None, table: str | None) -> None:
    os.environ["COMPARE_HOME"] = home
    _drawer.kept, _drawer.table = kept, table


def _pieces(place: int) -> list[Piece]:
    return _drawer.pieces(place)
