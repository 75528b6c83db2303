"""The table of a brief: baseline, target, outcome, nation and judgement, in order of themes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.finding.naming import value
from compare.pages.brief.judging import judged, judging
from compare.pages.brief.nation import Nation
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About, Row
from compare.pages.paper.blocks import Grid, Line, Run, cells_of
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed

NOTHING = "—"

_STATING = ("plan", "points", "action-plan")
"""Types of sources that plan: what was is their baseline, and not an outcome."""


@dataclass(frozen=True)
class Entry:
    """A row of the table: an indicator, what is stated of it, and what follows."""

    name: str
    stated: tuple[Row | None, ...]
    nation: str
    judgement: str


def grid(about: About, cited: Cited, most: int) -> Grid | None:
    """Return the table of the weightiest indicators; none where nothing can be said of any."""
    chosen = _indicators(about)
    names = _by_theme(about, chosen[:most])
    if not names:
        return None
    nation = Nation(about, cited)
    make = _of_pair if about.is_pair else _of_region
    entries = [make(about, name, nation) for name in names]
    columns = [_column(head, rows, about.lang) for head, rows in _stated_columns(about, entries)]
    nations = [say("brief-head-nation", about.lang), *(one.nation for one in entries)]
    table = [
        [say("brief-head-indicator", about.lang), *(one.name for one in entries)],
        *columns,
        nations,
        [say("brief-head-judgement", about.lang), *(one.judgement for one in entries)],
    ]
    kept = [column for column in table if set(column[1:]) != {NOTHING}]
    lines = tuple(Line(cells_of(cells)) for cells in zip(*kept, strict=True))
    figures = [row["figure"] for one in entries for row in one.stated if row is not None]
    note = _note(about, nation, len(chosen) - len(names))
    caption = say("brief-table-pair" if about.is_pair else "brief-table-region", about.lang)
    return Grid(lines, 1, caption, ((Run(note), cited.mark(figures)),))


def _stated_columns(about: About, entries: Sequence[Entry]) -> list[tuple[str, list[Row | None]]]:
    """Return the heads of the columns of values, each with its rows."""
    lang = about.lang
    if about.is_pair:
        heads = [
            say(f"brief-head-region-{kind}", lang, region=about.name(region))
            for kind in ("actual", "target")
            for region in about.regions
        ]
    else:
        heads = [say(f"brief-head-{name}", lang) for name in ("base", "target", "outcome")]
    return [(head, [one.stated[place] for one in entries]) for place, head in enumerate(heads)]


def _column(head: str, rows: Sequence[Row | None], lang: Lang) -> list[str]:
    """Return a column of values: with one year for all in its head, or a year in each cell."""
    years = {int(row["year"]) for row in rows if row is not None and row["unit"] != "year"}
    if len(years) == 1:
        (year,) = years
        head += f"\n{say('in-year', lang, year=str(year))}"
    return [head, *(_cell(row, len(years) > 1, lang) for row in rows)]


def _cell(row: Row | None, dated: bool, lang: Lang) -> str:
    if row is None:
        return NOTHING
    said = value(row, lang)
    if not dated or row["unit"] == "year":
        return said
    return f"{said}\n{bracketed(say('in-year', lang, year=str(int(row['year']))), lang).strip()}"


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
    return ("" if lang == "zh" else " ").join(told)


def _indicators(about: About) -> list[str]:
    """Return the indicators that something is said of, the weightiest first."""
    found = dict.fromkeys(one.indicator for one in judging(about) if one.indicator is not None)
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
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        (base, target, outcome),
        nation.beside(indicator, outcome or base, target) or NOTHING,
        judged(about, indicator, base, target if outcome is None else None) or NOTHING,
    )


def _way(
    about: About, indicator: str, own: Sequence[Row]
) -> tuple[Row | None, Row | None, Row | None]:
    """Return base, target and outcome: of the target that is judged, else of the last one."""
    rows = about.attained.get(indicator, [])
    last = _last(row for row in own if row["kind"] == "actual")
    if not rows:
        return (last, None, None) if _is_baseline(about, last) else (None, None, last)

    judged = rows[-1]
    base, target, outcome = (
        about.stated(indicator, kind, judged[f"{end}_year"], judged[f"{end}_figure"])
        for end, kind in (("base", "actual"), ("target", "target"), ("outcome", "actual"))
    )
    return (last if base is None and outcome is None else base), target, outcome


def _is_baseline(about: About, row: Row | None) -> bool:
    """Tell whether what was stands in a plan, as what it begins from."""
    source = None if row is None else about.evidence.document(str(row["figure"]).split("/")[0])
    return source is None or source["type"] in _STATING


def _of_pair(about: About, indicator: str, nation: Nation) -> Entry:
    own = _own(about, indicator)
    latest = tuple(
        _last(row for row in own if row["region"] == region and row["kind"] == kind)
        for kind in ("actual", "target")
        for region in about.regions
    )
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        latest,
        nation.beside(indicator, latest[0] or latest[1], latest[2] or latest[3]) or NOTHING,
        judged(about, indicator, None, None) or NOTHING,
    )


def _last(rows: Iterable[Row]) -> Row | None:
    return max(rows, key=lambda row: row["year"], default=None)
