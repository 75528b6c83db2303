"""The table of a brief: baseline, target, outcome, nation and judgement, in order of themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.finding.statement import Finding
from compare.pages.brief.cells import NOTHING, Stated, column
from compare.pages.brief.judging import judged, judging
from compare.pages.brief.nation import Nation
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About, Row
from compare.pages.paper.blocks import Grid, Line, Run, cells_of
from compare.wording.catalogue import Lang, say
from compare.wording.values import is_missing

_STATING = ("plan", "points", "action-plan")
"""Types of sources that plan: what was is their baseline, and not an outcome."""


@dataclass(frozen=True)
class Entry:
    """A row of the table: an indicator, what is stated of it, and what follows."""

    name: str
    stated: tuple[Stated, ...]
    nation: str
    judgement: str


@dataclass(frozen=True)
class Table:
    """The table, and what a reader has seen in it.

    Attributes
    ----------
    block : Grid
        As it stands on paper.
    years : frozenset of int
        The years of the targets that stand in it.
    """

    block: Grid
    years: frozenset[int]


def table_of(about: About, cited: Cited, most: int, told: Sequence[Finding]) -> Table | None:
    """Return the table of the weightiest indicators; none where nothing can be said of any.

    Parameters
    ----------
    about : About
        The region or two.
    cited : Cited
        Numbers the sources.
    most : int
        How many rows there may be.
    told : sequence of Finding
        The key findings: what they speak of stands in the table first.
    """
    chosen = _indicators(about, told)
    names = _by_theme(about, chosen[:most])
    if not names:
        return None
    nation = Nation(about, cited)
    make = _of_pair if about.is_pair else _of_region
    entries = [make(about, name, nation) for name in names]
    table = [
        [say("brief-head-indicator", about.lang), *(one.name for one in entries)],
        *_stated_columns(about, entries),
        [nation.head(), *(one.nation for one in entries)],
        [say("brief-head-judgement", about.lang), *(one.judgement for one in entries)],
    ]
    kept = [cells for cells in table if set(cells[1:]) != {NOTHING}]
    lines = tuple(Line(cells_of(cells)) for cells in zip(*kept, strict=True))
    stated = [row for one in entries for rows in one.stated for row in rows]
    note = _note(about, nation, len(chosen) - len(names))
    caption = say("brief-table-pair" if about.is_pair else "brief-table-region", about.lang)
    mark = cited.mark([row["figure"] for row in stated])
    block = Grid(lines, 1, caption, ((Run(note[:-1]), mark, Run(note[-1:])),))
    targets = [row for row in stated if row["kind"] == "target"]
    return Table(block, frozenset(int(row["year"]) for row in targets))


def _stated_columns(about: About, entries: Sequence[Entry]) -> list[list[str]]:
    """Return the columns of values: of one region base, target and outcome, of two a way each."""
    if about.is_pair:
        return [_ways_of(region, n, about, entries) for n, region in enumerate(about.regions)]
    return [
        column(say(f"brief-head-{name}", about.lang), [one.stated[place] for one in entries], about)
        for place, name in enumerate(("base", "target", "outcome"))
    ]


def _ways_of(region: str, place: int, about: About, entries: Sequence[Entry]) -> list[str]:
    """Return the column of one of two regions: from base to target."""
    lang, known = about.lang, [one.stated[place] for one in entries]
    aims = [one.stated[place + len(about.regions)] for one in entries]
    levels = [row for rows in known for row in rows if row["unit"] != "year"]
    kind = "base" if all(_is_baseline(about, row) for row in levels) else "latest"
    head_of_base, *bases = column(say(f"brief-head-{kind}", lang), known, about)
    head_of_aim, *targets = column(say("brief-head-target", lang), aims, about)
    gap = "" if lang == "zh" else "\u00a0"  # no year stands alone
    head = say(
        "brief-head-way", lang, region=about.name(region),
        base=head_of_base.replace("\n", gap), target=head_of_aim.replace("\n", gap),
    )  # fmt: skip
    dates = [any(row["unit"] == "year" for row in rows) for rows in aims]
    cells = zip(bases, targets, dates, strict=True)
    return [head, *(_way_in_words(base, target, date, lang) for base, target, date in cells)]


def _way_in_words(base: str, target: str, is_date: bool, lang: Lang) -> str:
    if is_date and base == NOTHING:
        return target
    if base == target == NOTHING:
        return NOTHING
    return say("brief-way", lang, base=base, target=target)


def _note(about: About, nation: Nation, more: int) -> str:
    lang = about.lang
    sources = about.evidence.sources(about.facts.main["figure"])
    of_table = bool(sources) and all(row["type"] == "table" for row in sources)
    told = [say("brief-table-absent" if of_table else "brief-table-note", lang)]
    if of_table and len(about.evidence.benchmarks):
        told.insert(0, say("brief-table-nation", lang))
    if nation.second_hand:
        told.append(say("brief-second-hand", lang))
    if more > 0:
        told.append(say("brief-table-rest", lang, n=more))
    told += filter(None, [say("brief-table-units", lang)])
    return ("" if lang == "zh" else " ").join(told)


def _indicators(about: About, told: Sequence[Finding]) -> list[str]:
    """Return the indicators that something is said of: of the key findings, then by weight."""
    every = [*told, *judging(about)]
    found = dict.fromkeys(one.indicator for one in every if one.indicator is not None)
    return [name for name in found if _own(about, name)]


def _own(about: About, indicator: str) -> list[Row]:
    """Return what the regions state of an indicator, without what is only related."""
    return [
        row
        for row in about.rows
        if row["indicator"] == indicator and row["comparability"] != "proxy"
    ]


def _by_theme(about: About, names: Sequence[str]) -> list[str]:
    known = about.evidence
    themes = {name: place for place, name in enumerate(known.themes["theme"])}
    of = dict(zip(known.indicators["indicator"], known.indicators["theme"], strict=True))
    return sorted(names, key=lambda name: themes.get(of.get(name), len(themes)))


def _of_region(about: About, indicator: str, nation: Nation) -> Entry:
    own = _own(about, indicator)
    base, target, outcome = _way(about, indicator, own)
    targets = tuple(_due(about, indicator, target)) if outcome is None else _one(target)
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        (_one(base), targets, _one(outcome)),
        nation.beside(indicator, outcome or base, target) or NOTHING,
        judged(about, indicator, base, target if outcome is None else None) or NOTHING,
    )


def _one(row: Row | None) -> Stated:
    return () if row is None else (row,)


def _way(
    about: About, indicator: str, own: Sequence[Row]
) -> tuple[Row | None, Row | None, Row | None]:
    """Return base, target and outcome: of the target that is judged, else of the last one."""
    rows = about.attained.get(indicator, [])
    last = _last(row for row in _reached(own) if row["kind"] == "actual")
    if not rows:
        return (last, None, None) if _is_baseline(about, last) else (None, None, last)

    judged = rows[-1]
    base, target, outcome = (
        about.stated(indicator, kind, judged[f"{end}_year"], judged[f"{end}_figure"])
        for end, kind in (("base", "actual"), ("target", "target"), ("outcome", "actual"))
    )
    base = _last(_reached(_one(base)))
    return (last if base is None and outcome is None else base), target, outcome


def _due(about: About, indicator: str, target: Row | None) -> Iterator[Row]:
    """Yield a target, and before it one that has come due, of which no outcome is known."""
    if target is None:
        return
    due = {one.year for one in about.of_kinds(("attainment",)) if one.verdict == "no-outcome"}
    for row in about.attained.get(indicator, []):
        if row["verdict"] == "no-outcome" and row["target_year"] in due - {target["year"]}:
            earlier = about.stated(indicator, "target", row["target_year"], row["target_figure"])
            if earlier is not None and earlier["unit"] != "year":
                yield earlier
    yield target


def _is_baseline(about: About, row: Row | None) -> bool:
    """Tell whether what was stands in a plan, as what it begins from."""
    source = None if row is None else about.evidence.document_of(row["figure"])
    return source is None or source["type"] in _STATING


def _of_pair(about: About, indicator: str, nation: Nation) -> Entry:
    own = _own(about, indicator)
    known = _reached(own)
    latest = [
        _last(row for row in known if row["region"] == region and row["kind"] == kind)
        for kind in ("actual", "target")
        for region in about.regions
    ]
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        tuple(_one(row) for row in latest),
        nation.beside(indicator, latest[0] or latest[1], latest[2] or latest[3]) or NOTHING,
        judged(about, indicator, None, None) or NOTHING,
    )


def _reached(rows: Iterable[Row]) -> list[Row]:
    """Return what is stated, without dates of which is known only that they had not come."""
    return [row for row in rows if not (row["unit"] == "year" and is_missing(row["hi"]))]


def _last(rows: Iterable[Row]) -> Row | None:
    """Return the value of the last year; of a date that a text plans twice, the first."""
    return max(rows, key=_order, default=None)


def _order(row: Row) -> float:
    dated = row["unit"] == "year" and not is_missing(row["value"])
    return -float(row["value"]) if dated else float(row["year"])
