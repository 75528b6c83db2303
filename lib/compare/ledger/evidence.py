"""Evidence: what comparisons, sentences and charts need to know beside their rows.

Names in two languages, the order of regions, quotes, sources, grades and references are one
value. It is made once, from the database (:func:`compare.evidence`), from a table of one's
own, or empty; it is passed, and never fetched by those who use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from compare.errors import UnknownValueError, unknown
from compare.ledger.names import the_one
from compare.ledger.records import grouped, records, values_of
from compare.ledger.totals import is_total

Record = dict[str, Any]

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "regions": (
        "region", "name_zh", "name_en", "full_name_zh", "level", "parent", "province", "adcode",
        "aliases",
    ),
    "themes": ("theme", "name_zh", "name_en"),
    "indicators": (
        "indicator", "theme", "name_zh", "name_en", "unit", "direction", "floor", "cap",
        "rankable", "only_in", "only_level", "caution", "caution_en", "caution_between",
    ),
    "benchmarks": (
        "benchmark", "indicator", "scope", "adcode", "year", "base_year", "kind",
        "comparator", "value", "lo", "hi", "lo_open", "hi_open", "resolution", "rule", "rule_en",
        "rule_title", "rule_issuer", "rule_issued", "remark", "remark_en", "each", "assessed",
    ),
    "documents": ("document", "region", "title", "number", "issued", "type", "url", "title_en"),
    "figures": (
        "figure", "document", "region", "label", "label_en", "quote", "locator", "comparator",
        "printed", "lo", "hi", "unit", "year", "year_start", "year_basis", "kind", "scope",
        "worded", "every_year",
    ),
    "observations": (
        "figure", "indicator", "region", "comparability", "comparator", "reason", "reason_en",
        "use", "superseded_by",
    ),
    "inconsistencies": ("document", "figures", "remark", "remark_en"),
    "apart": ("region", "name_zh", "full_name_zh", "name_en", "adcode", "aliases"),
}  # fmt: skip


UNTITLED = "own table"
"""What references call a table of somebody's own that has no title and is no file."""

_COUNTED = ("regions", "indicators", "documents", "figures")

_REGION_NAMES = ("region", "name_zh", "full_name_zh", "name_en", "adcode")


@dataclass(frozen=True, eq=False, repr=False)
class Evidence:
    """What is known beside the rows of a comparison; ``Evidence()`` knows nothing.

    Whoever is not known is called by the key that the rows have, and looks like anyone.

    Attributes
    ----------
    regions, themes, indicators, benchmarks, documents, figures, observations,
    inconsistencies : pandas.DataFrame
        The tables of that name; ``compare.describe()`` says what their columns hold. Columns
        that a table lacks are added, empty. Their order is the one in which things are
        listed and get their looks.
    apart : pandas.DataFrame
        The wholes of a table of somebody's own, by their names: they are no regions of it.
    """

    regions: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    themes: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    indicators: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    benchmarks: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    documents: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    figures: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    observations: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    inconsistencies: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    apart: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)

    def __post_init__(self) -> None:
        for name, columns in _COLUMNS.items():
            table = getattr(self, name)
            whole = table.reindex(columns=list(dict.fromkeys([*table.columns, *columns])))
            object.__setattr__(self, name, whole)

    def __repr__(self) -> str:
        counted = (f"{len(getattr(self, name)):,} {name}" for name in _COUNTED)
        return f"<evidence: {', '.join(counted)}>"

    @property
    def of_tables(self) -> bool:
        """Whether all its sources are tables of somebody's own: there is no text to speak of."""
        return bool(len(self.documents)) and bool((self.documents["type"] == "table").all())

    @property
    def of_texts(self) -> bool:
        """Whether any of its sources is a text."""
        return bool((self.documents["type"] != "table").any())

    def region_slug(self, name: str) -> str:
        """Return the slug of a region given by any of its names, in any case.

        Raises
        ------
        UnknownValueError
            If no region has that name, or several have it; the message lists the regions.
        """
        slug = self.region_called("region", name)
        if slug is None:
            shown = self.regions[["region", "name_zh"]].to_numpy().ravel()
            raise unknown("region", name, [str(known) for known in shown])
        return slug

    def region_called(self, argument: str, name: str) -> str | None:
        """Return the slug of a region given by any of its names; None where none has it.

        Parameters
        ----------
        argument : str
            The argument that names it, for the refusal.
        name : str
            The name.

        Raises
        ------
        UnknownValueError
            If several regions have that name, or it is that of a whole that was set apart.
        """
        found = the_one(argument, name, self._slugs)
        whole = None if found is not None else the_one(argument, name, self._slugs_apart)
        if whole is not None:
            raise _set_apart(argument, name, whole)
        return found

    def code_of(self, region: str) -> str | None:
        """Return the administrative code of a region; None where it is not known."""
        return self._codes.get(region)

    def name(self, key: str, value: str, lang: str) -> str:
        """Return what a region, indicator or theme is called, or its key.

        Parameters
        ----------
        key : {"region", "indicator", "theme"}
            What it is.
        value : str
            Its key.
        lang : {"zh", "en"}
            Language.
        """
        return self.names(key, lang).get(value, str(value))

    def names(self, key: str, lang: str) -> dict[str, str]:
        """Return the names of all regions, indicators or themes, by key."""
        return self._names[key, lang]

    def named(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Add to rows the names and facts of their region, indicator and theme.

        Columns that the rows have stay as they are where they hold something.

        Returns
        -------
        pandas.DataFrame
            The rows in their order with region_zh, region_en, adcode, indicator_zh,
            indicator_en, theme, theme_zh, theme_en.
        """
        rows = rows.copy(deep=False)
        for (key, column), known in self._facts.items():
            if key in rows and (known or column not in rows) and _lacks(rows, column):
                rows[column] = _first(rows, column, known, key)
        for key in ("region", "indicator", "theme"):
            for lang in ("zh", "en"):
                column = f"{key}_{lang}"
                if key in rows and _lacks(rows, column):
                    rows[column] = _first(rows, column, self.names(key, lang), key, or_key=True)
        return rows

    def words(self, figures: Iterable[Any]) -> dict[str, Record]:
        """Return label, quote, locator, document and comparator of figures, by id.

        Parameters
        ----------
        figures : iterable
            Ids; a cell may hold several with blanks between them, or nothing.
        """
        known = self._figures
        return {name: known[name] for name in figure_ids(figures) if name in known}

    def words_of(self, figure: Any) -> Record:
        """Return what :meth:`words` has of one figure: nothing where it is not known."""
        return next(iter(self.words([figure]).values()), {})

    def said_of(self, figures: Iterable[Any], names: Sequence[str]) -> dict[str, list[Any]]:
        """Return what is known of the figure of each row, by name: None where nothing is.

        Parameters
        ----------
        figures : iterable
            The id of a figure for each row, or none.
        names : sequence of str
            Columns of the figures.
        """
        cells = values_of(figures) if isinstance(figures, pd.Series) else [*figures]
        return {name: [*map(self._said[name].get, cells)] for name in names}

    def stated_of(self, figures: Iterable[Any]) -> pd.DataFrame:
        """Return figures by their ids, aligned or not, in the order of the table."""
        wanted = set(figure_ids(figures))
        return self.figures.loc[[name in wanted for name in values_of(self.figures["figure"])]]

    def judgement(self, figure: str, indicator: str) -> Record | None:
        """Return how a figure was aligned to an indicator: comparability and reasons."""
        return self._judgements.get((figure, indicator))

    def indicators_of(self, figure: str) -> list[str]:
        """Return the indicators that a figure is aligned to, by key."""
        return sorted(self._aligned.get(figure, ()))

    def indicators_of_any(self, figures: Iterable[Any]) -> list[str]:
        """Return the indicators that any of some figures is aligned to, each once.

        Parameters
        ----------
        figures : iterable
            Ids; a cell may hold several with blanks between them, or nothing.
        """
        aligned = self._aligned
        found = (key for name in figure_ids(figures) for key in sorted(aligned.get(name, ())))
        return list(dict.fromkeys(found))

    def close(self, figures: Iterable[str], indicators: Iterable[str]) -> list[Record]:
        """Return the observations of figures that are graded close, by code and figure."""
        drawn, wanted = set(figures), set(indicators)
        codes = dict(zip(self.regions["region"], self.regions["adcode"], strict=True))
        found = [
            row for row in self._close if row["figure"] in drawn and row["indicator"] in wanted
        ]
        return sorted(found, key=lambda row: (str(codes.get(row["region"])), row["figure"]))

    def sources(self, figures: Iterable[Any]) -> list[Record]:
        """Return the documents of figures, from their ids, in the order of their keys."""
        named = {name.split("/")[0] for name in figure_ids(figures)}
        return [row for row in self._documents if row["document"] in named]

    def sources_of_regions(self, regions: Iterable[str]) -> list[Record]:
        """Return the documents of regions, in the order of their keys."""
        wanted = set(regions)
        return [row for row in self._documents if row["region"] in wanted]

    def newest_of_regions(self, regions: Iterable[str]) -> str:
        """Return the date of the newest document of regions; nothing where none has a date."""
        return newest(self.sources_of_regions(regions))

    def benchmark(self, name: object) -> Record | None:
        """Return a benchmark, with the unit of its indicator; None if there is none."""
        return self._limits.get(name) if isinstance(name, str) else None

    def benchmarks_of_indicator(self, indicator: str) -> list[Record]:
        """Return the benchmarks of an indicator, in the order of the table."""
        return self._limits_of.get(indicator, [])

    def benchmarks_of(
        self, indicator: str, year: int, kind: str, adcode: object = None
    ) -> list[Record]:
        """Return the benchmarks of an indicator at a moment, and those that always stand.

        Parameters
        ----------
        indicator : str
            Its key.
        year : int
            The moment's year.
        kind : {"actual", "target"}
            The moment's kind.
        adcode : str, optional
            The code of a region: its province's lines are meant too, and never another's.
        """
        found = [
            row
            for row in self._limits.values()
            if row["indicator"] == indicator
            and (row["kind"] == "standard" or (row["year"] == year and row["kind"] == kind))
            and province_of_line(row) in ("", str(adcode)[:2])
        ]
        return sorted(found, key=lambda row: str(row["benchmark"]))

    def bounds(self, indicator: str) -> tuple[float | None, float | None]:
        """Return the natural floor and cap of an indicator; None where none is known."""
        return self._bounds.get(indicator, (None, None))

    def documents_named(self, names: Iterable[Any]) -> list[Record]:
        """Return the documents of some names, in the order of their keys."""
        wanted = set(names)
        return [row for row in self._documents if row["document"] in wanted]

    def document_of(self, figure: Any) -> Record | None:
        """Return the document of a figure, from its id; None if nothing is known of it."""
        return self.document(str(figure).split("/")[0])

    def document(self, name: str) -> Record | None:
        """Return a document; None if nothing is known of it."""
        return self._document_named.get(name)

    def observations_of(self, figure: str) -> list[Record]:
        """Return the observations that a figure was aligned to, in the order of the table."""
        return self._observations_of.get(figure, [])

    def figures_of(self, regions: Iterable[str], indicators: Iterable[str]) -> list[str]:
        """Return the figures that state any of some indicators for any of some regions."""
        told = self.observations["region"].isin(list(regions))
        asked = self.observations["indicator"].isin(list(indicators))
        return list(dict.fromkeys(self.observations[told & asked]["figure"]))

    def stated_by(self, regions: Iterable[str]) -> pd.DataFrame:
        """Return the figures of regions, aligned or not, in the order of the table."""
        return self.figures[self.figures["region"].isin(list(regions))]

    @cached_property
    def _codes(self) -> dict[str, str]:
        known = self.regions[["region", "adcode"]].dropna()
        codes = zip(known["region"], known["adcode"].map(str), strict=True)
        return dict(reversed([*codes]))  # of a region that stands twice, the first

    @cached_property
    def _facts(self) -> dict[tuple[str, str], dict[Any, Any]]:
        """The facts of regions and indicators that rows are given beside their names."""
        tables = {("region", "adcode"): self.regions, ("indicator", "theme"): self.indicators}
        return {
            (key, column): _texts_by(table, key, column) for (key, column), table in tables.items()
        }

    @cached_property
    def _slugs(self) -> dict[str, list[Any]]:
        """The names of each region, by its slug."""
        return _names_of(self.regions)

    @cached_property
    def _slugs_apart(self) -> dict[str, list[Any]]:
        """The names of each whole that was set apart, by its slug."""
        return _names_of(self.apart)

    @cached_property
    def _names(self) -> dict[tuple[str, str], dict[str, str]]:
        tables = {"region": self.regions, "indicator": self.indicators, "theme": self.themes}
        return {
            (key, lang): _texts_by(table, key, f"name_{lang}")
            for key, table in tables.items()
            for lang in ("zh", "en")
        }

    @cached_property
    def _figures(self) -> dict[str, Record]:
        return {row["figure"]: row for row in records(self.figures)}

    @cached_property
    def _said(self) -> dict[str, dict[str, Any]]:
        """What is known of figures, by column: thousands of a table have the same, nothing."""
        known = self.figures.drop_duplicates("figure", keep="last")
        ids = values_of(known["figure"])
        return {
            str(name): {
                figure: cell
                for figure, cell in zip(ids, values_of(cells), strict=True)
                if not (cell is None or cell != cell)  # NaN is not itself
            }
            for name, cells in known.items()
        }

    @cached_property
    def _judgements(self) -> dict[tuple[str, str], Record]:
        rows = records(self.observations)
        return {(row["figure"], row["indicator"]): row for row in rows}

    @cached_property
    def _close(self) -> list[Record]:
        return [row for row in self._judgements.values() if row["comparability"] == "close"]

    @cached_property
    def _aligned(self) -> dict[str, list[str]]:
        aligned: dict[str, list[str]] = {}
        for figure, indicator in self._judgements:
            aligned.setdefault(figure, []).append(indicator)
        return aligned

    @cached_property
    def _documents(self) -> list[Record]:
        rows = records(self.documents.sort_values("document"))
        return [{**row, "issued": _day(row["issued"])} for row in rows]

    @cached_property
    def _document_named(self) -> dict[str, Record]:
        return {row["document"]: row for row in reversed(self._documents)}

    @cached_property
    def _bounds(self) -> dict[str, tuple[float | None, float | None]]:
        return {
            row["indicator"]: (_number(row["floor"]), _number(row["cap"]))
            for row in records(self.indicators)
        }

    @cached_property
    def _limits(self) -> dict[str, Record]:
        units = dict(zip(self.indicators["indicator"], self.indicators["unit"], strict=True))
        return {
            row["benchmark"]: {**row, "unit": units.get(row["indicator"], "")}
            for row in records(self.benchmarks)
        }

    @cached_property
    def _limits_of(self) -> dict[str, list[Record]]:
        return _rows_by(self.benchmarks, "indicator")

    @cached_property
    def _observations_of(self) -> dict[str, list[Record]]:
        return _rows_by(self.observations, "figure")


def newest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the date of the newest of some documents; nothing where none has a date."""
    return max((str(row["issued"]) for row in rows if row["issued"] is not None), default="")


_NOTHING = Evidence()


def or_nothing(evidence: Evidence | None) -> Evidence:
    """Return what is known; of none given, the one that knows nothing, which is made once."""
    return _NOTHING if evidence is None else evidence


def _names_of(regions: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the names of each region of a table, by its slug."""
    names: dict[str, list[Any]] = {}
    for row in records(regions):
        said = [row[name] for name in ("name_zh", "full_name_zh", "name_en", "adcode")]
        said += str(row["aliases"]).split("|") if isinstance(row["aliases"], str) else []
        names.setdefault(str(row["region"]), []).extend(said)
    return names


def _set_apart(argument: str, name: str, whole: str) -> UnknownValueError:
    """Return the error for the name of a whole, which no region of its table is compared with."""
    as_region = (
        ""
        if is_total(whole)  # a row called so is a region by no word
        else "; or leave it out of wholes (in compare.panel(), or in source.yml) to have it as a "
        "region, which is ranked along with its parts then"
    )
    return UnknownValueError(
        f"{argument}={name!r} was set apart as the whole of other regions (wholes=), and stands in "
        "no comparison of them; allowed: a region; do: compare.gaps(pd.concat([own.observations, "
        f"own.wholes]), to={whole!r}), own being what compare.panel() returned, for how far each "
        f"region is from it{as_region}"
    )


def _texts_by(table: pd.DataFrame, key: str, column: str) -> dict[str, str]:
    """Return the cells of a column by key, without those that are empty."""
    named = table.dropna(subset=column)
    return dict(zip(values_of(named[key]), values_of(named[column]), strict=True))


def _rows_by(table: pd.DataFrame, name: str) -> dict[str, list[Record]]:
    return {key: rows for (key,), rows in grouped(records(table), name).items()}


def province_of_line(row: Mapping[str, Any]) -> str:
    """Return the two digits of the province whose line a benchmark is; empty for the nation's.

    A provincial line of which nobody says whose it is has a dash, which is no region's.
    """
    code = row.get("adcode")
    if isinstance(code, float):
        code = None if code != code else str(int(code))
    if code is None or code is pd.NA or not str(code).strip():
        return "-" if row.get("scope") == "provincial" else ""
    return str(code)[:2]


def _number(cell: Any) -> float | None:
    return None if pd.isna(cell) else float(cell)


def _day(issued: Any) -> Any:
    """Return a date without the time that frames add to it; None where there is none."""
    return None if pd.isna(issued) else pd.Timestamp(issued).date()


def figure_ids(cells: Iterable[Any]) -> list[str]:
    """Return the ids of figures in some cells, each once, in order."""
    if isinstance(cells, pd.Series):  # a column of texts is slow from cell to cell
        cells = values_of(cells)
    return list(dict.fromkeys(" ".join(cell for cell in cells if isinstance(cell, str)).split()))


def _lacks(rows: pd.DataFrame, column: str) -> bool:
    """Tell whether rows have not all cells of a column."""
    return column not in rows or bool(rows[column].isna().any())


def _first(
    rows: pd.DataFrame, column: str, known: Mapping[Any, Any], key: str, *, or_key: bool = False
) -> pd.Series[Any]:
    """Return what rows hold in a column; where nothing, what is known of their key, or the key.

    Each key is looked up once: thousands of rows have few.
    """
    places, keys = pd.factorize(rows[key])
    found = [known.get(one, np.nan) for one in keys]
    if or_key:
        found = [one if pd.isna(cell) else cell for cell, one in zip(found, keys, strict=True)]
    cells = pd.Series([*found, np.nan], dtype=object).take(places)  # of no key, the last one
    cells.index = rows.index
    if column not in rows:
        return cells
    return rows[column].astype(object).where(rows[column].notna(), cells)
