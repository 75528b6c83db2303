"""A panel: somebody's own table as observations, with what is known beside them."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl

from compare.errors import FrameError, UnknownValueError, listed, unknown
from compare.ledger.cells import year_of
from compare.ledger.evidence import Evidence
from compare.sources.panel.accounts import WHAT
from compare.sources.panel.apart import asked_apart
from compare.sources.panel.coverage import covered
from compare.sources.panel.decimals import SIGNS
from compare.sources.panel.description import read_description
from compare.sources.panel.eras import counts_otherwise, what_year
from compare.sources.panel.flags import AFTER_BREAK, counted
from compare.sources.panel.headings import Heading, heading_of
from compare.sources.panel.indicators import (
    THEME,
    Indicator,
    asked_for,
    described,
    meant,
    spelt,
)
from compare.sources.panel.observing import THERE, WHOLE, Cells, SeveralError, observed
from compare.sources.panel.opening import Sheet, open_tables
from compare.sources.panel.origins import IDENTITY
from compare.sources.panel.out_of_range import shares_out_of_range
from compare.sources.panel.places import Places, places_of
from compare.sources.panel.reading import Read, prepared, read_sheets
from compare.sources.panel.same_regions import (
    as_one,
    refuse_changed_codes,
    years_of_regions,
)
from compare.sources.panel.stubs import with_names_in_every_row
from compare.sources.panel.sums import sums_of_blocks, sums_of_others
from compare.sources.panel.to_pandas import slices, to_pandas
from compare.sources.panel.told import ToldError
from compare.sources.panel.transposing import with_regions_as_rows
from compare.sources.panel.wholes import whole_regions
from compare.wording.catalogue import Lang, say

QUOTED = 200_000
"""Up to how many values have their cells quoted in the evidence; beyond, their ids name them."""


@dataclass(frozen=True, repr=False, eq=False)
class Panel:
    """A table of one's own, ready to be compared.

    Attributes
    ----------
    observations : pandas.DataFrame
        A row for each value of a region: what every comparison, chart, table and finding takes.
    evidence : Evidence
        Names, units, sources and cells: the ``evidence`` of all of them.
    wholes : pandas.DataFrame
        The observations of wholes (the nation, its states), which are not compared along.
    missing : pandas.DataFrame
        Cells without a value: region, indicator, year, cell, what stands there.
    unmatched : pandas.DataFrame
        Regions that the official list of divisions does not have, with the nearest.
    rows : pandas.DataFrame
        Every row of the table, and what it is; of a transposed one every column of a region,
        by its number, too.
    summary : pandas.DataFrame
        What became of the rows and of the cells, counted; which quarters or months stand for
        their years; which units only a name suggests; which directions were told otherwise than
        names suggest; and which shares lie outside 0 to 100.
    same_as : mapping
        Which of its indicators are the project's, by somebody's word.
    """

    observations: pd.DataFrame
    evidence: Evidence
    wholes: pd.DataFrame
    missing: pd.DataFrame
    unmatched: pd.DataFrame
    rows: pd.DataFrame
    summary: pd.DataFrame
    same_as: Mapping[str, str] = field(default_factory=dict)
    _source: str = field(default="table")

    def trace(self, figure: str) -> dict[str, Any]:
        """Return where a value comes from: file, sheet, cell, what stands there and what it means.

        Parameters
        ----------
        figure : str
            Its id, as ``counties/table!K4``.
        """
        both = (self.observations, self.wholes)
        found = pd.concat([rows[rows["figure"] == figure] for rows in both])
        if found.empty:
            ids = [name for rows in both for name in _nearby(rows["figure"], figure)]
            raise unknown("figure", figure, ids)
        source, _, place = figure.partition("/")
        sheet, _, cell = place.rpartition("!")
        said = self.evidence.words_of(figure)
        return {
            "source": source, "sheet": sheet, "cell": cell, "text": said.get("quote"),
            "title": (self.evidence.document(source) or {}).get("title"),
            **found.iloc[0].to_dict(),
        }  # fmt: skip

    def coverage(self) -> pd.DataFrame:
        """Return what can be compared at all: one row per region, indicator and kind.

        Returns
        -------
        pandas.DataFrame
            As :func:`compare.coverage` gives it of the database.
        """
        return covered(self.observations, self.evidence)

    def __repr__(self) -> str:
        seen = self.observations
        years = sorted(seen["year"].unique().tolist())
        span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
        wholes = self.wholes["region"].nunique()
        parts = [
            _counted(seen["region"].nunique(), "region"),
            _counted(seen["indicator"].nunique(), "indicator"),
            span,
            _counted(len(seen), "value"),
            f"{len(self.missing):,} missing" if len(self.missing) else "",
            f"{_counted(wholes, 'whole')} apart" if wholes else "",
            f"{len(self.unmatched):,} not in the list of divisions" if len(self.unmatched) else "",
        ]
        return f"<panel {self._source}: {', '.join(part for part in parts if part)}>"


def _nearby(figures: pd.Series, figure: str) -> list[str]:
    """Return ids that may be meant by one that is none's: of very many, those of its row."""
    if len(figures) > QUOTED:
        row = re.sub(r".*\D", "", figure)
        figures = figures[figures.str.fullmatch(rf".*\D{row}")]
    return [str(name) for name in figures]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def panel(
    table: Any,
    *,
    region: str | None = None,
    name: str | None = None,
    parent: str | None = None,
    year: int | str | None = None,
    indicator: str | Sequence[str] | None = None,
    value: str | None = None,
    lower: str | None = None,
    upper: str | None = None,
    se: str | None = None,
    margin: str | None = None,
    level: float = 95.0,
    unit: str | Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    indicators: Sequence[str] | Mapping[str, Any] | None = None,
    direction: str | Mapping[str, str] | None = None,
    wholes: Sequence[str] | None = None,
    where: Mapping[str, Any] | None = None,
    missing: Sequence[str] = (),
    decimal: str | None = None,
    sheet: str | Sequence[str] | None = None,
    transposed: bool | None = None,
    fill_down: bool | None = None,
    encoding: str | None = None,
    source: str | None = None,
    title: str | None = None,
    kind: str = "actual",
    same_as: Mapping[str, str] | None = None,
) -> Panel:
    """Read a table of one's own: long or wide, a file or a frame.

    What can be seen is not asked for: names of columns that are usual (地区, 年份, region, year,
    value, lower …), years and units in the heads, titles above them, totals and notes among the
    rows. What cannot be known must be told: whether more or less of an indicator is better, and
    which rows are wholes of others.

    Parameters
    ----------
    table : path, frame, or list of them
        CSV (UTF-8, UTF-16, GB18030; comma, semicolon, tab; packed as .gz, too), .xlsx, Parquet,
        Stata .dta, TSV of Eurostat, or a pandas or polars frame. Several are one after another:
        a file for each year. Or a folder that ``compare-regions import`` made: its description
        tells the rest.
    region : str, optional
        Column of the regions' codes (adcode or any other).
    name : str, optional
        Column of their names.
    parent : str, optional
        Column of what they lie in, which tells equal names apart.
    year : int or str, optional
        The year of all values, or the column of the years.
    indicator : str or list of str, optional
        In a long table, the column that says what is measured; of several, all together do.
    value, lower, upper, se, margin : str, optional
        In a long table, the columns of the value, of its limits, of its standard error or of its
        margin of error; in a wide one of one indicator, its limits.
    level : float
        The level of the limits of a standard error, in per cent.
    unit : str or mapping, optional
        The unit, where no column, head or caption says it: of all values, or by indicator.
    labels : mapping, optional
        What pages call an indicator, where its column's name is a code.
    indicators : list or mapping, optional
        Which indicators are meant, by the names of columns, with or without the year. A
        mapping says of each its direction, or a mapping of direction, unit, name_zh, name_en,
        theme, floor, cap, and of a wide table column, lower, upper, se, margin (columns).
    direction : {"higher", "lower", "neutral"} or mapping, optional
        Whether more or less is better, for all indicators or by indicator.
    wholes : list of str, optional
        Names, codes or levels of rows that are wholes of others; ``*000`` for all codes that
        end so, ``""`` for rows without a name, ``[]`` where there are none.
    where : mapping, optional
        Which rows are meant, by column: ``{"school_type": "Total"}``; the others are accounted
        for as left out.
    missing : list of str
        Further marks for missing values.
    decimal : {".", ","}, optional
        The sign before decimals, where the numbers do not tell: 1.234 may be a thousand and more.
    sheet : str or list of str, optional
        Sheets of a workbook; by default all, where they have the same head.
    transposed : bool, optional
        Whether the columns are regions, and the rows what is measured. By default it is seen
        from their names, where the official list of divisions or the list of countries has them.
    fill_down : bool, optional
        Whether a blank before the values means what stands above it, and a name in a row of its
        own is that of the rows below. Where many rows have no name, it is asked.
    encoding : str, optional
        How a text is written, as Python calls it (``cp1251``), where it is not told right from
        its characters: the summary says how it was read.
    source : str, optional
        What the ids of its figures begin with; by default the file's name.
    title : str, optional
        What references call the table; by default its title, or the file's name.
    kind : {"actual", "target"}
        What the values are, where no column (kind, type, 类别) and no head (2025 target) says it.
    same_as : mapping, optional
        Indicators of the table that are the project's: ``{"巩固率": "compulsory_retention"}``.
        With that word :func:`compare.dataset` holds them to the nation's lines, and to the
        targets of documents.

    Returns
    -------
    Panel
        With ``observations``, ``evidence`` and ``summary``.

    Raises
    ------
    FrameError
        If it is no table, or nothing says of which year values are.
    UnknownValueError
        If a column is not there, or something must be told: what, and what is proposed.
    DataError
        If cells cannot be read: each with its row and column.

    Notes
    -----
    A value with limits, or with a standard error, is an estimate: ranks, gaps and spreads are
    of the estimate, verdicts and intervals of ranks of its limits. Where the value is missing,
    or no column holds values (region, year, lo, hi), the limits are what is known: an interval, or
    a bound. Limits that belong to no estimate are told in the summary.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> own = pd.DataFrame({"地区": ["甲县", "乙县", "合计"], "巩固率2019": [98.2, 97.1, 97.6],
    ...                     "巩固率2020": ["98.5", "≥97", "97.9"]})
    >>> mine = compare.panel(own, direction="higher")
    >>> mine
    <panel table: 2 regions, 1 indicator, 2019–2020, 4 values, 2 not in the list of divisions>
    >>> mine.observations[["region", "comparator", "figure"]].iloc[-1].tolist()
    ['乙县', '>=', 'table/table!C3']
    """
    if isinstance(table, str | Path) and Path(table).is_dir():
        path, described_so = read_description(Path(table))
        return panel(path, **_arguments(described_so, Path(table)))
    told = {
        "region": region, "name": name, "parent": parent, "indicator": indicator,
        "value": value, "lower": lower, "upper": upper, "se": se, "margin": margin,
    }  # fmt: skip
    everywhere = _plain_year(year)
    if year is not None and everywhere is None:
        told["year"] = str(year)
    if everywhere is not None and counts_otherwise(everywhere):
        raise UnknownValueError(f"year={year!r}; do: {what_year(str(everywhere))}")
    _check_arguments(table, level, where, decimal)
    asked = asked_for(indicators)
    marks = frozenset(mark.casefold().strip() for mark in missing)
    opened = partial(_opened, table, sheet, encoding, transposed, fill_down)
    sheets = opened()
    how = {"year": everywhere, "level": level, "missing": marks, "decimal": decimal}
    long, read = read_sheets(sheets, source, told, asked, wholes or (), where, **how)
    del sheets
    found = read.origins.regions_of(long)
    if found.is_empty():
        raise FrameError(
            f"{read.files[0] or 'the frame'} holds no row of a region; allowed: at least one row "
            "below the names of the columns; do: see whether it was filtered to nothing"
        )
    places = _places(long, found, read, told)
    names = [name or code or "" for code, name in found.select("code", "name").rows()]
    heading = heading_of(names, title or read.title, places.adcodes(found))
    sums = _sums(long, found, read, heading) if wholes is None else set()
    is_whole, known = _told(
        lambda: whole_regions(
            found,
            None if wholes is None else list(wholes),
            read.levels,
            places.adcodes(found),
            sums,
        ),
        partial(described, long, asked, direction, unit, labels, read.labels),
    )
    keys = [places.keys[row] for row in found.select(IDENTITY).rows()]
    regions = found.select("place", region=pl.Series(keys, dtype=pl.String), _whole=is_whole)
    try:
        cells = observed(long, read.origins, regions, known, read.source, kind)
    except SeveralError as error:  # the table is opened again: its other columns tell them apart
        again = prepared(opened(), told, asked, where)
        tables = {sheet_id: (one, roles) for sheet_id, one, roles, *_ in again}
        raise asked_apart(error, tables, told, read.spelt) from None
    if read.mixed is not None:
        raise read.mixed
    del long  # one copy of millions of cells is enough
    everyone = _with_wholes(read.accounts, cells)
    return Panel(
        observations=_finished(cells, THERE & ~WHOLE),
        evidence=_evidence(cells, places, regions, known, title or read.title),
        wholes=_finished(cells, THERE & WHOLE),
        missing=_missing(cells),
        unmatched=pd.DataFrame(
            places.unmatched, columns=["region", "name", "parent", "why", "nearest"]
        ),
        rows=to_pandas(slices(everyone), everyone.height),
        summary=_summary(everyone, cells, read, known),
        same_as=_same(same_as or {}, [one.key for one in known]),
        _source=read.source,
    )


def _places(long: pl.DataFrame, found: pl.DataFrame, read: Read, told: Mapping[str, Any]) -> Places:
    """Return the regions of a table, those that are one as one; what may be one is asked."""
    places = places_of(found, read.origins.where)
    read.noted.codes.update(f"{code} as {whole}" for code, whole in places.fuller.items())
    if told.get("region"):
        return places
    keys = {row[0]: places.keys[row[1:]] for row in found.select("place", *IDENTITY).rows()}
    years = cache(lambda: years_of_regions(long, read.origins.lines["place"], keys))
    if len(read.identity) > 1:
        refuse_changed_codes(places, years, read.identity)
    same = as_one(places, years)
    read.noted.spelt.update(f"{key} as {other}" for key, other in same.items())
    return places.joined(same)


def _sums(long: pl.DataFrame, found: pl.DataFrame, read: Read, heading: Heading) -> set[int]:
    """Return the numbers of the regions that are sums of others, or stand above them."""
    places = read.origins.lines["place"]
    above = {n for n, place in enumerate(found["place"].to_list()) if place in read.above}
    others = sums_of_others(long, found, places, heading.named)
    return {*others, *sums_of_blocks(long, found, places), *above, *heading.sure}


def _opened(
    table: Any,
    sheet: str | Sequence[str] | None,
    encoding: str | None,
    transposed: bool | None,
    fill_down: bool | None,
) -> list[Sheet]:
    opened = open_tables(table, sheet, encoding)
    turned = (with_regions_as_rows(one, transposed) for one in opened)
    return [with_names_in_every_row(one, fill_down) for one in turned]


def _arguments(told: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return the arguments of a description, or refuse one that there is not."""
    known = set(inspect.signature(panel).parameters) - {"table"}
    for name in told:
        if name not in known:
            raise unknown(f"{folder / 'source.yml'}: compare", name, known)
    return dict(told)


def _told(*questions: Callable[[], Any]) -> list[Any]:
    """Return what several things are; what must be told is asked for at once."""
    answers: list[Any] = []
    asked: list[ToldError] = []
    for question in questions:
        try:
            answers.append(question())
        except ToldError as error:
            asked.append(error)
    if asked:
        directions = {name: word for one in asked for name, word in one.directions.items()}
        wholes = [name for one in asked for name in one.wholes]
        others = {name: proposed for one in asked for name, proposed in one.asked.items()}
        raise ToldError("\n".join(map(str, asked)), directions, wholes, others)
    return answers


def _same(same_as: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Return which indicators are the project's, each called as the table does."""
    found, known = {}, spelt(names)
    for name, indicator in same_as.items():
        of_table = meant(name, known)
        if of_table is None:
            raise unknown("same_as", name, names)
        found[of_table] = indicator
    return found


def _plain_year(year: Any) -> int | None:
    try:
        return year_of(year)
    except ValueError:
        return None


_COLUMNS = (
    "region", "indicator", "year", "year_start", "kind", "value", "lo", "hi", "lo_open", "hi_open",
    "comparator", "approximate", "resolution", "unit", "comparability", "use", "theme",
    "direction", "floor", "cap", "figure", "document", AFTER_BREAK,
)  # fmt: skip


def _finished(cells: Cells, which: pl.Expr) -> pd.DataFrame:
    """Return some cells as observations."""
    number = cells.number(which)
    started = cells.number(which & pl.col("year_start").is_not_null())
    broken = cells.number(which & pl.col(AFTER_BREAK))
    left_out = {name for name, n in (("year_start", started), (AFTER_BREAK, broken)) if not n}
    columns = [name for name in _COLUMNS if name not in left_out]
    parts = (part.select(columns) for part in cells.told(which))
    if 0 < started < number:
        parts = (part.cast({"year_start": pl.Float64}) for part in parts)
    return to_pandas(parts, number)


def _missing(cells: Cells) -> pd.DataFrame:
    """Return the cells without a value, and what stands there."""
    columns = ["region", "indicator", "year", "figure", "text", "withheld"]
    parts = (cells.with_texts(part).select(columns) for part in cells.told(~THERE))
    return to_pandas(parts, cells.number(~THERE))


def _evidence(
    cells: Cells, places: Places, regions: pl.DataFrame, known: Sequence[Indicator], title: str
) -> Evidence:
    """Return what is known of the regions, indicators and cells of a table."""
    wholes = set(regions.filter("_whole")["region"])
    themes = dict.fromkeys(one.theme for one in known)
    here = THERE & ~WHOLE
    some = cells.frame.filter(here if cells.number(here) <= QUOTED else pl.lit(value=False))
    quoted = cells.with_texts(cells.in_full(some))
    figures = quoted.select(
        "figure", "document", "region", "comparator", "lo", "hi", "unit", "year", "kind",
        label="indicator", label_en="indicator", quote="text", printed="text",
        locator=pl.col("figure").str.split("/").list.last(), scope=pl.lit("region"),
        worded=pl.lit(value=False),
    )  # fmt: skip
    aligned = quoted.select(
        "figure", "indicator", "region", "year", "kind", "comparator", "value", "lo", "hi",
        "lo_open", "hi_open", "approximate", "unit", comparability=pl.lit("exact"),
        use=pl.lit("main"),
    )  # fmt: skip
    return Evidence(
        regions=pd.DataFrame([row for row in places.regions if row["region"] not in wholes]),
        apart=pd.DataFrame([row for row in places.regions if row["region"] in wholes]),
        themes=pd.DataFrame(
            [{"theme": one, "name_zh": _theme(one, "zh"), "name_en": _theme(one, "en")}
             for one in themes]
        ),
        indicators=pd.DataFrame(
            [
                {
                    "indicator": one.key, "theme": one.theme, "name_zh": one.name_zh,
                    "name_en": one.name_en, "unit": one.unit, "direction": one.direction,
                    "floor": one.floor, "cap": one.cap, "rankable": one.direction != "neutral",
                }
                for one in known
            ]
        ),
        documents=pd.DataFrame([{"document": cells.source, "title": title, "type": "table"}]),
        figures=to_pandas([figures], figures.height),
        observations=to_pandas([aligned], aligned.height),
    )  # fmt: skip


def _with_wholes(rows: pl.DataFrame, cells: Cells) -> pl.DataFrame:
    """Return what every row is, with the wholes told from the regions."""
    lines = cells.frame.filter(WHOLE)["line"].unique()
    wholes = cells.origins.lines[lines].select("sheet", "row", _is=pl.lit("whole", WHAT)).unique()
    marked = rows.join(wholes, on=["sheet", "row"], how="left", maintain_order="left")
    is_whole = pl.col("_is").is_not_null() & (pl.col("what") == "region")
    return marked.with_columns(what=pl.when(is_whole).then("_is").otherwise("what")).drop("_is")


def _check_arguments(table: Any, level: Any, where: Any, decimal: Any) -> None:
    """Refuse arguments that mean nothing, before a file is read."""
    if isinstance(table, list | tuple) and not table:
        raise UnknownValueError("table: no frame is given; do: give at least one")
    if not (isinstance(level, int | float) and _LEAST_LEVEL <= level < 100):
        raise UnknownValueError(
            f"level={level!r} is no level of limits; allowed: per cent, from {_LEAST_LEVEL} to "
            "below 100; do: level=95"
        )
    if where is not None and not isinstance(where, Mapping):
        raise UnknownValueError(
            f"where={where!r} says of no column which of its rows are meant; do: "
            "where={'<column>': '<cell>'}"
        )
    if decimal not in (None, *SIGNS):
        raise unknown("decimal", decimal, SIGNS)


_LEAST_LEVEL = 50
"""Below it limits are none that anybody states: 0.95 means 95."""


def _theme(name: str, lang: Lang) -> str:
    return say("own-table", lang) if name == THEME else name


def _summary(
    rows: pl.DataFrame, cells: Cells, read: Read, known: Sequence[Indicator]
) -> pd.DataFrame:
    """Count what became of rows and cells; each of them is in one line."""
    written = Counter(encoding for encoding in read.encodings if encoding)
    counts = [("file", f"read as {encoding}", n) for encoding, n in written.items()]
    counts += [
        ("rows", what, n)
        for what, n in rows.group_by("what").len().cast({"what": pl.String}).sort("what").rows()
    ]
    names = ["comparator", "withheld", "_whole", "flags"]
    states = pl.concat([part.group_by(names).agg(n=pl.len()) for part in slices(cells.frame)])
    kinds = states.select(
        "n",
        pl.when(pl.col("comparator") == "")
        .then(pl.when("withheld").then(pl.lit("withheld")).otherwise(pl.lit("missing")))
        .when(pl.col("_whole"))
        .then(pl.lit("of wholes"))
        .when(pl.col("comparator") == "estimate")
        .then(pl.lit("estimates with limits"))
        .when(pl.col("comparator") == "=")
        .then(pl.lit("values"))
        .otherwise(pl.lit("bounds and ranges"))
        .alias("what"),
    )
    if read.parts:
        counts.append(("years", f"read from {listed(read.parts, 3)}", len(read.parts)))
    if periods := _periods(cells.frame):
        told = f"named by the last year of a period ({listed(periods, 3)})"
        counts.append(("years", told, len(periods)))
    if read.unread:
        counts.append(("columns", f"not read ({listed(read.unread)})", len(read.unread)))
    if guessed := [one.key for one in known if one.is_unit_guessed]:
        counts.append(("units", f"per cent from the name ({listed(guessed)})", len(guessed)))
    against = [f"{one.key}: {one.direction}" for one in known if one.is_against_name]
    if against:
        told = f"told otherwise than the name suggests ({listed(against)})"
        counts.append(("directions", told, len(against)))
    counts += [
        ("cells", *row) for row in kinds.group_by("what").agg(pl.sum("n")).sort("what").rows()
    ]
    counts += shares_out_of_range(cells, known)
    counts += [("flags", what, n) for what, n in counted(states)]
    if partly := _partly(cells.frame):
        counts.append(("regions", "with values of some years only", partly))
    counts += read.noted.counted()
    return pd.DataFrame(counts, columns=["of", "what", "number"])


def _partly(cells: pl.DataFrame) -> int:
    """Return how many regions have no value at all in some years, where others have one in all."""
    pairs = cells.lazy().filter(THERE & ~WHOLE).select("region", "year").unique().collect()
    years = pairs.group_by("region").len()["len"]
    partly = int((years < pairs["year"].n_unique()).sum())
    return partly if partly < len(years) else 0


def _periods(cells: pl.DataFrame) -> list[str]:
    """Return the periods longer than a year that cells are of, each of which has its last year."""
    found = cells.select("year_start", "year").drop_nulls().unique().sort("year", "year_start")
    return [f"{start}\u2013{year}" for start, year in found.rows()]
