"""Reading the curated tables: a connection, and frames of what was built."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from compare.curated.freshness import STALE, facts_of_build, raw_hash, schema_hash
from compare.curated.noting import VARIABLE, note
from compare.errors import NotBuiltError, StaleDataWarning, unknown
from compare.ledger.names import key_of_name, normal_name, the_one
from compare.project import Project, find_project
from compare.relations import Frame, as_frame

if TYPE_CHECKING:
    from compare.ledger.evidence import Evidence

OBSERVATIONS = """
SELECT o.*,
       i.theme, t.name_zh AS theme_zh, t.name_en AS theme_en,
       i.name_zh AS indicator_zh, i.name_en AS indicator_en,
       i.direction, i.floor, i.cap, i.rankable, i.only_in, i.only_level,
       r.name_zh AS region_zh, r.name_en AS region_en, r.level, r.parent, r.province, r.adcode,
       f.label, f.quote, f.locator, f.printed, f.unit AS printed_unit
FROM observations AS o
JOIN indicators AS i USING (indicator)
JOIN themes AS t USING (theme)
JOIN regions AS r USING (region)
JOIN figures AS f USING (figure)
WHERE ($theme IS NULL OR list_contains($theme::VARCHAR[], i.theme))
  AND ($indicator IS NULL OR list_contains($indicator::VARCHAR[], o.indicator))
  AND ($region IS NULL OR list_contains($region::VARCHAR[], o.region))
  AND ($kind IS NULL OR o.kind = $kind)
  AND ($year IS NULL OR o.year = $year)
ORDER BY i.theme, o.indicator, o.region, o.kind, o.year, o.figure
"""

COVERAGE = """
SELECT c.*, i.theme, t.name_zh AS theme_zh, t.name_en AS theme_en,
       i.name_zh AS indicator_zh, i.name_en AS indicator_en,
       r.name_zh AS region_zh, r.name_en AS region_en
FROM coverage AS c JOIN indicators AS i USING (indicator) JOIN themes AS t USING (theme)
JOIN regions AS r USING (region)
WHERE ($theme IS NULL OR list_contains($theme::VARCHAR[], i.theme))
  AND ($indicator IS NULL OR list_contains($indicator::VARCHAR[], c.indicator))
  AND ($region IS NULL OR list_contains($region::VARCHAR[], c.region))
ORDER BY i.rowid, r.adcode, c.kind
"""


DESCRIPTION = """
SELECT table_name AS "table", column_name AS "column", data_type AS type, comment
FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index
"""


def connect(project: Project | None = None) -> duckdb.DuckDBPyConnection:
    """Open the curated database for reading.

    Returns
    -------
    duckdb.DuckDBPyConnection
        A read-only connection; ``compare.describe()`` lists its tables and columns.

    Warns
    -----
    StaleDataWarning
        Once, if data/raw differs from what was built.

    Raises
    ------
    NotBuiltError
        If the database has not been built, is no database, or is one of another version.
    """
    project = project or find_project()
    note("database", project)
    return reading(project)


def reading(project: Project | None = None) -> duckdb.DuckDBPyConnection:
    """Open the curated database for a reader that notes for itself what it was asked."""
    project = project or find_project()
    con, facts = opened(project)
    if not os.environ.get(STALE):
        _warn_if_stale(project, facts)
    return con


def opened(project: Project) -> tuple[duckdb.DuckDBPyConnection, dict[str, str]]:
    """Return a connection to the curated database, and the facts of its build.

    Raises
    ------
    NotBuiltError
        If the database has not been built, is no database, or is one of another version.
    """
    database = project.database
    if not database.is_file():
        raise NotBuiltError(f"{database} does not exist; run `compare-regions build`")
    try:
        con = _attached(database).cursor()
        con.execute("USE curated")
        facts = facts_of_build(con)
    except duckdb.Error as error:
        raise NotBuiltError(
            f"{database} is no database that can be read here: it is damaged, or was made by "
            "another program; run `compare-regions build`, which makes it anew"
        ) from error
    if facts.get("schema") != schema_hash():
        raise NotBuiltError(
            f"{database} was built by another version of this package; "
            "run `compare-regions build`, which makes it anew"
        )
    return con, facts


def is_stale(project: Project | None = None) -> bool:
    """Tell whether data/raw has changed since it was built."""
    project = project or find_project()
    return opened(project)[1].get("raw") != raw_hash(project)


_warned: set[tuple[str, str]] = set()


def _warn_if_stale(project: Project, facts: dict[str, str]) -> None:
    """Say once of each state of data/raw that it is not what was built."""
    typed = raw_hash(project)
    if typed == facts.get("raw") or (str(project.raw), typed) in _warned:
        return
    _warned.add((str(project.raw), typed))
    warnings.warn(
        f"{project.raw} has changed since it was built: what is read is the older data; "
        "run `compare-regions build`",
        StaleDataWarning,
        stacklevel=3,
    )


_instances: dict[tuple[object, ...], duckdb.DuckDBPyConnection] = {}
_lock = threading.Lock()


def _attached(database: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that has the database attached: one for each build of it.

    Making one takes longer than most questions that are asked of it. The file is attached
    and not opened by name, since a process shares one instance per file name and would show
    the old database for as long as a connection from before a build is open.
    """
    key = (os.getpid(), *_build_of(database))
    with _lock:
        if key not in _instances:
            con = duckdb.connect()
            con.execute("ATTACH ? AS curated (READ_ONLY)", [str(database)])
            for old in [known for known in _instances if known[0] == os.getpid()]:
                del _instances[old]  # lives on where somebody still reads from it
            if os.name == "nt":
                return con  # a file that is held open could not be replaced by a build
            _instances[key] = con
        return _instances[key]


def _build_of(database: Path) -> tuple[object, ...]:
    """Return what tells a build of the database from any other."""
    seen = database.stat()
    return str(database), seen.st_ino, seen.st_mtime_ns, seen.st_size


def observations(
    *,
    theme: str | Sequence[str] | None = None,
    indicator: str | Sequence[str] | None = None,
    region: str | Sequence[str] | None = None,
    kind: str | None = None,
    year: int | None = None,
    frame: Frame = "pandas",
) -> Any:
    """Return observations: figures aligned to shared indicators.

    Parameters
    ----------
    theme, indicator : str or sequence of str, optional
        Keep these themes or indicators: key, Chinese or English name.
    region : str or sequence of str, optional
        Keep these regions: slug, Chinese short or full name, English name or adcode.
    kind : str, optional
        Keep one kind (actual, target).
    year : int, optional
        Keep one year.
    frame : {"pandas", "polars", "duckdb"}
        The kind of frame to return.

    Returns
    -------
    frame
        One row per figure and indicator: the columns of the table ``observations``, what
        comparisons need of the indicator (theme and its names, names, direction, floor,
        cap, rankable, only_in, only_level) and the region (names, level, parent, province,
        adcode), and the words of the figure (label, quote, locator, printed, printed_unit).

    Raises
    ------
    UnknownValueError
        If an argument names something that does not exist.

    Examples
    --------
    >>> import compare
    >>> balance = compare.observations(theme="balance", region="衢州")
    >>> balance[["indicator", "year", "comparator", "value"]].to_dict("records")[0]
    {'indicator': 'balance_junior', 'year': 2027, 'comparator': '<', 'value': 0.35}
    """
    con = reading()
    kind = _known(con, "kind", kind, "SELECT unnest(['actual', 'target'])")
    parameters = {**_chosen(con, theme, indicator, region), "kind": kind, "year": year}
    note("observations", **parameters)
    return as_frame(con.sql(OBSERVATIONS, params=parameters), frame)


def evidence(project: Project | None = None) -> Evidence:
    """Return what is known beside the rows: names, quotes, grades, sources, references.

    Comparisons, charts, tables and findings take it as ``evidence``; without it they know
    no more than the rows that they are given.

    Examples
    --------
    >>> import compare
    >>> compare.evidence().region_slug("平阳县")
    'pingyang'
    """
    # pandas: a batch without work needs none
    from compare.curated.recording import NotedEvidence
    from compare.ledger.evidence import Evidence

    made = NotedEvidence if os.environ.get(VARIABLE) else Evidence
    project = project or find_project()
    # looked at before it is read: what another build replaces meanwhile is read again
    build = _build_of(project.database) if project.database.is_file() else ()
    con = reading(project)
    tables = _tables.get(build)
    if tables is None:
        tables = {
            name: con.sql(f"SELECT * FROM {name} ORDER BY {order}").df()
            for name, order in EVIDENCE.items()
        }
        _tables.clear()
        _tables[build] = tables
    known = made(**tables)  # which takes copies
    return known.watch() if isinstance(known, NotedEvidence) else known


EVIDENCE = {
    "regions": "rowid",
    "themes": '"order"',
    "indicators": "rowid",
    "benchmarks": "rowid",
    "documents": "document",
    "figures": "figure",
    "observations": "figure, indicator",
    "inconsistencies": "document, figures",
}
"""The tables of the evidence, each with the order in which its rows are listed."""

_tables: dict[tuple[object, ...], dict[str, Any]] = {}
"""The tables of the evidence as they were read last, by the build of the database."""


def region_slug(name: str, con: duckdb.DuckDBPyConnection | None = None) -> str:
    """Return the slug of a region given by any of its names.

    Parameters
    ----------
    name : str
        Slug, Chinese short or full name, English name, adcode or alias, in any case or width.

    Raises
    ------
    UnknownValueError
        If no region has that name, or several have it; the message lists the regions.
    """
    note("names")
    con = con or reading()
    rows = con.execute(
        "SELECT region, [region, name_zh, full_name_zh, name_en, adcode]"
        " || coalesce(string_split(aliases, '|'), []) FROM regions"
    ).fetchall()
    slug = the_one("region", name, dict(rows))
    if slug is None:
        raise unknown("region", name, [n for _, names in rows for n in names[:2]])
    return slug


def table(name: str, *, frame: Frame = "pandas") -> Any:
    """Return one curated table or view whole, sorted by its columns.

    Parameters
    ----------
    name : str
        regions, documents, indicators, benchmarks, figures, observations or coverage.
    frame : {"pandas", "polars", "duckdb"}
        The kind of frame to return.
    """
    con = reading()
    name = _known(con, "name", name, "SELECT table_name FROM information_schema.tables")
    note("table", table=name)
    return as_frame(con.sql(f"SELECT * FROM {name} ORDER BY ALL"), frame)


def coverage(
    *,
    theme: str | Sequence[str] | None = None,
    indicator: str | Sequence[str] | None = None,
    region: str | Sequence[str] | None = None,
    frame: Frame = "pandas",
) -> Any:
    """Return what can be compared at all.

    Parameters
    ----------
    theme, indicator, region : str or sequence of str, optional
        Keep these themes, indicators or regions.
    frame : {"pandas", "polars", "duckdb"}
        The kind of frame to return.

    Returns
    -------
    frame
        One row per region, indicator and kind: status (observed, only-proxy, not-in-text,
        not-applicable), comparability (the best grade), years observed, n observations,
        and the names of region, indicator and theme. ``not-in-text`` does not mean that
        the region has not published it elsewhere.
    """
    con = reading()
    parameters = _chosen(con, theme, indicator, region)
    note("coverage", **parameters)
    return as_frame(con.sql(COVERAGE, params=parameters), frame)


def describe(*, frame: Frame = "pandas") -> Any:
    """Return the code book: every table and column with its type and meaning."""
    note("describe")
    return as_frame(reading().sql(DESCRIPTION), frame)


def data_version() -> str:
    """Return the SHA-256 over the curated tables: the same for the same data."""
    rows = connect().execute("SELECT value FROM build WHERE name = 'data_version'").fetchall()
    return str(rows[0][0])


def _known(con: duckdb.DuckDBPyConnection, argument: str, value: Any, query: str) -> Any:
    """Return a name in its normal form, if it is there or none is asked for."""
    if value is None:
        return None
    known = [row[0] for row in con.execute(query).fetchall()]
    name = normal_name(value) if isinstance(value, str) else value
    if name not in known:
        raise unknown(argument, value, known)
    return name


def _keys_by_name(con: duckdb.DuckDBPyConnection, what: str) -> dict[str, str]:
    """Return the keys of themes or indicators by their Chinese and English names."""
    rows = con.execute(f"SELECT {what}, name_zh, name_en FROM {what}s").fetchall()
    return {key_of_name(name): key for key, *names in rows for name in (*names, key)}


def _in_chinese(con: duckdb.DuckDBPyConnection, what: str) -> list[str]:
    return [row[0] for row in con.execute(f"SELECT name_zh FROM {what}s").fetchall()]


def _chosen(con: duckdb.DuckDBPyConnection, theme: Any, indicator: Any, region: Any) -> Any:
    """Return what to keep, as lists; None where all is kept."""

    def named(argument: str, value: Any, query: str) -> list[Any] | None:
        if value is None:
            return None
        keys = _keys_by_name(con, argument)
        asked = [keys.get(key_of_name(one), one) for one in _listed(value)]
        known = {row[0] for row in con.execute(query).fetchall()}
        for one in asked:
            if one not in known:  # by name it was asked for: in Chinese it is answered so
                in_chinese = isinstance(one, str) and not one.isascii()
                raise unknown(argument, one, _in_chinese(con, argument) if in_chinese else known)
        return sorted(set(asked))

    slugs = None if region is None else {region_slug(name, con) for name in _listed(region)}
    return {
        "theme": named("theme", theme, "SELECT DISTINCT theme FROM indicators"),
        "indicator": named("indicator", indicator, "SELECT indicator FROM indicators"),
        "region": None if slugs is None else sorted(slugs),
    }


def _listed(value: Any) -> list[Any]:
    """Return one value, or several, as a list."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [value]
    return list(dict.fromkeys(value))
