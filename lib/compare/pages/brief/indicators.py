"""The table of a brief: baseline, target, outcome, nation and judgement, in order of themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.finding.kinds.attainment import known_since
from compare.finding.statement import Finding
from compare.pages.brief.cells import MARK, NOTHING, Stated, column
from compare.pages.brief.counts import whole_of
from compare.pages.brief.due import DUE
from compare.pages.brief.judging import Judgement, is_broken, judged, judging
from compare.pages.brief.nation import Beside, Nation
from compare.pages.brief.sources import Cited, raised
from compare.pages.brief.subject import About, Row
from compare.pages.paper.blocks import Cell, Grid, Line, Run, Text, cells_of, plain
from compare.wording.catalogue import Lang, say
from compare.wording.values import is_missing

_STATING = ("plan", "points", "action-plan")
"""Types of sources that plan: what was is their baseline, and not an outcome."""


@dataclass(frozen=True)
class Entry:
    """A row of the table: an indicator, what is stated of it, and what follows."""

    name: str
    stated: tuple[Stated, ...]
    nation: Beside
    judgement: Judgement

    def sources(self, cited: Cited, about: About) -> tuple[int, ...]:
        """Return the numbers of the sources of everything that stands in it."""
        stated = [row for rows in self.stated for row in rows]
        rows = [row["figure"] for row in stated]
        rows += [whole[1] for row in stated if (whole := whole_of(row, about))]
        found = self.judgement.found
        figures = [*rows, *(name for one in found for name in one.figures)]
        return cited.numbers(figures, [*self.nation.benchmarks, *(one.reference for one in found)])


@dataclass(frozen=True)
class Table:
    """The table, and what a reader has seen in it.

    Attributes
    ----------
    block : Grid
        As it stands on paper.
    years : frozenset of int
        The years of the targets that stand in it.
    indicators : tuple of str
        What it is about.
    judged : tuple of Finding
        What it says of them.
    """

    block: Grid
    years: frozenset[int]
    indicators: tuple[str, ...]
    judged: tuple[Finding, ...]


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
    nation = Nation(about)
    make = _of_pair if about.is_pair else _of_region
    entries = [make(about, name, nation, told) for name in names]
    if not about.is_pair:
        entries = _in_one_column(entries)
    table = [
        [say("brief-head-indicator", about.lang), *(one.name for one in entries)],
        *_stated_columns(about, entries),
        [nation.head(), *(one.nation.text or NOTHING for one in entries)],
        [
            say("brief-head-judgement", about.lang),
            *(one.judgement.text or NOTHING for one in entries),
        ],
    ]
    kept = [cells for cells in table if set(cells[1:]) != {NOTHING}]
    lines = [Line(cells_of(cells)) for cells in zip(*kept, strict=True)]
    *_, references, judgements = table
    shown = Shown(
        "\n".join(cell for cells in kept for cell in cells),
        has_targets=any(row["kind"] == "target" for row in _stated(entries)),
        lacks=_has_dash(table[:-2]),
        unreferenced=references in kept and _has_dash([references]),
        unjudged=judgements in kept and _has_dash([judgements]),
    )
    note = _note(about, nation, len(_all(about) - {*names}), shown)
    caption = say("brief-table-pair" if about.is_pair else "brief-table-region", about.lang)
    numbers = [one.sources(cited, about) for one in entries]
    if len(set(numbers)) == 1:  # of one table all rows are from the same
        noted: Text = (Run(note[:-1]), raised(numbers[0]), Run(note[-1:]))
    else:
        noted = plain(note)
        of_rows = zip(lines[1:], numbers, strict=True)
        lines[1:] = [_cited(line, of_it) for line, of_it in of_rows]
    block = Grid(tuple(lines), 1, caption, (noted,))
    return Table(
        block,
        frozenset(int(row["year"]) for row in _stated(entries) if row["kind"] == "target"),
        tuple(names),
        tuple(one for entry in entries for one in entry.judgement.found),
    )


def _stated(entries: Sequence[Entry]) -> list[Row]:
    return [row for one in entries for rows in one.stated for row in rows]


def _has_dash(columns: Sequence[Sequence[str]]) -> bool:
    """Tell whether a dash stands in columns: one of nothing else is not shown."""
    return any(NOTHING in cells and {*cells[1:]} != {NOTHING} for cells in columns)


def _in_one_column(entries: Sequence[Entry]) -> list[Entry]:
    """Put what was in one year in one column: it is no baseline here and outcome there.

    Only what has a target with an outcome has a column that is given.
    """
    held = {year for one in entries if _is_held(one) for year in _years(one.stated[2])}
    bases = {year for one in entries for year in _years(one.stated[0])} - held
    return [one if _is_held(one) else _moved(one, held, bases) for one in entries]


def _is_held(one: Entry) -> bool:
    base, target, outcome = one.stated
    return bool(outcome and (base or target))


def _years(rows: Stated) -> set[int]:
    return {int(row["year"]) for row in rows if row["unit"] != "year"}


def _moved(one: Entry, held: set[int], bases: set[int]) -> Entry:
    """Return a row with what was as a baseline or as an outcome, as the others have that year."""
    base, target, outcome = one.stated
    known = base or outcome
    if base and _years(base) & held:
        return replace(one, stated=((), target, known))
    if outcome and _years(outcome) <= bases:
        return replace(one, stated=(known, target, ()))
    return one


def _cited(line: Line, numbers: Sequence[int]) -> Line:
    """Return a row with the numbers of its sources behind the name of the indicator."""
    name, *others = line.cells
    return Line((Cell((*name.text, raised(numbers))), *others))


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
    are_bases = bool(levels) and all(_is_baseline(about, row) for row in levels)
    kind = "base" if are_bases else "latest"
    head_of_base, *bases = column(say(f"brief-head-{kind}", lang), known, about)
    head_of_aim, *targets = column(say("brief-head-target", lang), aims, about)
    gap = "" if lang == "zh" else "\u00a0"  # no year stands alone
    if not any(known):
        head_of_aim = head_of_aim.replace("\n", gap)
        return [f"{about.name(region)}\n{head_of_aim}", *targets]
    head_of_base, head_of_aim = (one.replace("\n", gap) for one in (head_of_base, head_of_aim))
    if not any(aims):  # nothing is planned: there is no way
        return [f"{about.name(region)}\n{head_of_base}", *bases]
    head = say(
        "brief-head-way", lang, region=about.name(region),
        base=head_of_base, target=head_of_aim,
    )  # fmt: skip
    apart = [_are_apart(*ends) for ends in zip(known, aims, strict=True)]
    dates = [any(row["unit"] == "year" for row in rows) for rows in aims]
    ways = zip(bases, targets, apart, dates, strict=True)
    return [head, *(_way_in_words(*one, lang) for one in ways)]


def _are_apart(known: Stated, aims: Stated) -> bool:
    """Tell whether what was is no base of a target: of another concept, or no earlier than it."""
    return any(
        is_broken(one, aim) or aim["unit"] == "year" or one["year"] >= aim["year"]
        for one in known
        for aim in aims
    )


def _way_in_words(base: str, target: str, is_apart: bool, is_date: bool, lang: Lang) -> str:
    """Return the way from a base to a target, or the one of them that is stated."""
    if target == NOTHING or (is_date and base == NOTHING):
        return base if target == NOTHING else target
    base = "" if base == NOTHING else base
    form = "brief-way-apart" if is_apart else "brief-way"
    return say(form, lang, base=base, target=target).strip()


@dataclass(frozen=True)
class Shown:
    """What stands in the table, and so is explained below it.

    Attributes
    ----------
    words : str
        Everything in its cells.
    has_targets : bool
        Whether any of its values is a target.
    lacks, unreferenced, unjudged : bool
        Whether a dash stands for a value, a national figure, a judgement.
    """

    words: str
    has_targets: bool
    lacks: bool
    unreferenced: bool
    unjudged: bool

    def dashes(self, lang: Lang) -> str:
        """Return what the dashes mean; nothing where there is none."""
        signs = {"absent": self.lacks, "unreferenced": self.unreferenced, "unjudged": self.unjudged}
        meant = [say(f"brief-table-{name}", lang) for name, there in signs.items() if there]
        either = say("brief-table-or", lang).join(meant)
        return say("brief-table-dash", lang, meaning=either) if meant else ""

    def units(self, lang: Lang) -> str:
        """Return what the short form of a unit means, where it stands in the table."""
        short = say("brief-unit-short", lang)
        return say("brief-table-units", lang) if short in self.words else ""


def _note(about: About, nation: Nation, more: int, shown: Shown) -> str:
    """Explain the signs of the table: of those of a table of one's own such as stand in it."""
    lang = about.lang
    sources = about.known.sources
    of_table = bool(sources) and all(row["type"] == "table" for row in sources)
    told = [shown.dashes(lang) if of_table else say("brief-table-note", lang)]
    if of_table and len(about.evidence.benchmarks):
        told.insert(0, say("brief-table-nation", lang))
    if MARK in shown.words:
        told.append(say("brief-table-inferred", lang))
    if nation.second_hand:
        told.append(say("brief-second-hand", lang))
    if more > 0:
        targets = "yes" if shown.has_targets else "no"
        form = f"brief-table-rest{'-pair' * about.is_pair}"
        told.append(say(form, lang, n=more, targets=targets))
    told.append(shown.units(lang))
    told = [*filter(None, told)] or [say("brief-table-source", lang)]
    return ("" if lang == "zh" else " ").join(told)


def _indicators(about: About, told: Sequence[Finding]) -> list[str]:
    """Return the indicators that something is said of: of the key findings, then by weight.

    Of one region those first that nation or standard is known of: the picture shows them. Of a
    table all others follow.
    """
    held = [one for one in judging(about) if one.is_outcome and one.reference]
    known = [one for one in told if one.verdict != DUE]  # of the others a text tells all
    every = [*known, *([] if about.is_pair else held), *judging(about), *told]
    found = dict.fromkeys(one.indicator for one in every if one.indicator is not None)
    if not about.evidence.of_texts:
        stated = _all(about)
        found |= dict.fromkeys(row["indicator"] for row in about.rows if row["indicator"] in stated)
    return [name for name in found if _own(about, name)]


def _all(about: About) -> set[str]:
    """Return the indicators that all regions of a brief state something of."""
    stated = [row for row in about.rows if row["comparability"] != "proxy"]
    of_each = [
        {row["indicator"] for row in stated if row["region"] == one} for one in about.regions
    ]
    return set.intersection(*of_each)


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


def _of_region(about: About, indicator: str, nation: Nation, told: Sequence[Finding]) -> Entry:
    own = _own(about, indicator)
    base, target, outcome = _way(about, indicator, own)
    targets = tuple(_due(about, own, target, told)) if outcome is None else _one(target)
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        (_one(base), targets, (*_one(outcome), *_since(own, outcome))),
        nation.beside(indicator, outcome or base, target),
        judged(about, indicator, base, target if outcome is None else None, told),
    )


def _since(own: Sequence[Row], outcome: Row | None) -> Stated:
    """Return the last that is known since an outcome, where it is of the same concept."""
    return () if outcome is None else _one(known_since(own, outcome["year"]))


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


def _due(
    about: About, own: Sequence[Row], target: Row | None, told: Sequence[Finding]
) -> Iterator[Row]:
    """Yield a target, and before it those that a reader has read of or waits for.

    These are what the key findings tell, and what has come due without an outcome.
    """
    if target is None:
        return
    due = {one.year for one in about.of_kinds(("attainment",)) if one.verdict == "no-outcome"}
    open_ = {
        row["target_figure"]
        for row in about.attained.get(target["indicator"], [])
        if row["verdict"] == "no-outcome" and row["target_year"] in due
    }
    named = {figure for one in told for figure in one.figures}
    earlier = [
        row for row in own
        if row["kind"] == "target" and row["unit"] != "year" and row["year"] < target["year"]
        and isinstance(row["figure"], str) and row["figure"] in open_ | named
    ]  # fmt: skip
    yield from sorted(earlier, key=_order)
    yield target


def _is_baseline(about: About, row: Row | None) -> bool:
    """Tell whether what was stands in a plan, as what it begins from."""
    source = None if row is None else about.evidence.document_of(row["figure"])
    return source is None or source["type"] in _STATING


def _of_pair(about: About, indicator: str, nation: Nation, told: Sequence[Finding]) -> Entry:
    own = _own(about, indicator)
    known = _reached(own)
    each = [
        [row for row in known if row["region"] == region and row["kind"] == kind]
        for kind in ("actual", "target")
        for region in about.regions
    ]
    latest = [_last(rows) for rows in each]
    judgement = judged(about, indicator, None, None, told)
    return Entry(
        str(own[0][f"indicator_{about.lang}"]),
        tuple(_with_judged(rows, judgement) for rows in each),
        nation.beside(indicator, latest[0] or latest[1], latest[2] or latest[3]),
        judgement,
    )


def _with_judged(rows: Sequence[Row], judgement: Judgement) -> Stated:
    """Return the value of the last year, and before it those that the judgement is about."""
    last = _last(rows)
    figures = {name for one in judgement.found for name in one.figures}
    judged_too = [
        row for row in rows
        if row is not last and row["unit"] != "year" and row["figure"] in figures
    ]  # fmt: skip
    return (*sorted(judged_too, key=_order), *_one(last))


def _reached(rows: Iterable[Row]) -> list[Row]:
    """Return what is stated, without dates of which is known only that they had not come."""
    return [row for row in rows if not (row["unit"] == "year" and is_missing(row["hi"]))]


def _last(rows: Iterable[Row]) -> Row | None:
    """Return the value of the last year; of a date that a text plans twice, the first."""
    return max(rows, key=_order, default=None)


def _order(row: Row) -> float:
    dated = row["unit"] == "year" and not is_missing(row["value"])
    return -float(row["value"]) if dated else float(row["year"])
