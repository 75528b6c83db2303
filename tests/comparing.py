"""What the tests of the comparisons share: frames of every kind, random frames, drawings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import duckdb
import pandas as pd
import polars as pl
from hypothesis import strategies as st

from compare.ledger.evidence import Evidence

KINDS = ("pandas", "polars", "lazy", "duckdb")
"""The kinds of frame that come in, and what must go out."""

Row = dict[str, Any]

TYPES: Mapping[str, Any] = {
    "region": pl.String,
    "indicator": pl.String,
    "year": pl.Int64,
    "kind": pl.String,
    "value": pl.Float64,
    "lo": pl.Float64,
    "hi": pl.Float64,
    "lo_open": pl.Boolean,
    "hi_open": pl.Boolean,
    "comparator": pl.String,
    "approximate": pl.Boolean,
    "after_break": pl.Boolean,
    "resolution": pl.Float64,
    "comparability": pl.String,
    "scope": pl.String,
    "use": pl.String,
    "figure": pl.String,
    "observed_year": pl.Int64,
    "status": pl.String,
    "derived": pl.Boolean,
    "conflict": pl.Boolean,
    "direction": pl.String,
    "unit": pl.String,
    "floor": pl.Float64,
    "cap": pl.Float64,
    "rankable": pl.Boolean,
    "only_in": pl.String,
    "only_level": pl.String,
    "level": pl.String,
    "parent": pl.String,
    "province": pl.String,
    "adcode": pl.String,
    "benchmark": pl.String,
}


def known_regions(*names: str) -> Evidence:
    """Return evidence that knows regions by their keys, and nothing else."""
    return Evidence(regions=pd.DataFrame({"region": list(names), "name_zh": list(names)}))


PINGYANG = known_regions("pingyang")
"""Evidence for frames that may, or may not, hold that region."""


# --- frames -----------------------------------------------------------------------------------


def frame_of(rows: Iterable[Row], **everywhere: Any) -> pl.DataFrame:
    """Return rows as a polars frame; ``lo`` alone states a single number, and more is better."""
    full = []
    for row in rows:
        row = {"direction": "higher", **everywhere, **row}
        if "lo" in row and "hi" not in row:
            row["hi"] = row["lo"]
        row.setdefault("value", row.get("lo"))
        full.append(row)
    names = {name: TYPES[name] for row in full for name in row}
    return pl.DataFrame([{name: row.get(name) for name in names} for row in full], schema=names)


def moment_of(rows: Iterable[Row], **everywhere: Any) -> pl.DataFrame:
    """Return rows of one indicator and year."""
    return frame_of(rows, **{"indicator": "share", "year": 2020, **everywhere})


@cache
def _database(threads: int) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": threads})


def connection(threads: int) -> duckdb.DuckDBPyConnection:
    """Return a connection with names of its own to a database that holds nothing.

    To make a database takes ten times as long as what most tests ask of it.
    """
    return _database(threads).cursor()


def as_kind(frame: pl.DataFrame, kind: str) -> Any:
    """Return a polars frame as another kind of frame."""
    if kind == "pandas":
        return frame.to_pandas()
    if kind == "lazy":
        return frame.lazy()
    if kind == "duckdb":
        con = connection(threads=1)
        con.register("arrived", frame.to_arrow())
        con.execute("CREATE TEMP TABLE rows AS FROM arrived")
        return con.table("rows")
    return frame


FROM_ROWS: Mapping[str, Callable[[list[Row]], Any]] = {
    "pandas": pd.DataFrame,
    "polars": lambda rows: pl.DataFrame(rows, infer_schema_length=None),
    "polars-lazy": lambda rows: pl.LazyFrame(rows, infer_schema_length=None),
    "duckdb": lambda rows: relation_of(pl.DataFrame(rows, infer_schema_length=None)),
}
"""The kinds of frame, each made of rows with the types that it gives them itself."""


def relation_of(frame: pl.DataFrame) -> duckdb.DuckDBPyRelation:
    con = connection(threads=2)
    con.register("given", frame.to_arrow())
    return con.sql("FROM given")


def cells_of(frame: Any) -> list[Row]:
    """Return the rows of a frame of polars, or of a relation, with all cells as they are."""
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return frame.pl().to_dicts()
    return frame.lazy().collect().to_dicts()


def as_rows(frame: Any) -> list[Row]:
    """Return any frame's rows in their order, with their types, absent values as None."""
    found = frame.to_dict("records") if isinstance(frame, pd.DataFrame) else cells_of(frame)
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in found
    ]


def kind_of(frame: Any) -> str:
    """Name the kind of a frame; no table of the classes, which duckdb wants back at the end."""
    if isinstance(frame, pd.DataFrame):
        return "pandas"
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return "duckdb"
    return {pl.DataFrame: "polars", pl.LazyFrame: "lazy"}[type(frame)]


def as_polars(frame: Any) -> pl.DataFrame:
    """Return any kind of frame as polars, as it is."""
    if isinstance(frame, pd.DataFrame):
        return pl.from_pandas(frame)
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return frame.pl()
    return frame.collect() if isinstance(frame, pl.LazyFrame) else frame


def columns(frame: Any) -> list[str]:
    if isinstance(frame, pl.LazyFrame):
        return frame.collect_schema().names()
    return list(frame.columns)


def records(frame: Any) -> list[Row]:
    """Return the rows of any kind of frame, in an order of their own, absent values as None."""
    rows = [
        {name: _plain(cell) for name, cell in row.items()} for row in as_polars(frame).to_dicts()
    ]
    return sorted(rows, key=lambda row: repr([row[name] for name in sorted(row)]))


def _plain(cell: Any) -> Any:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    return None if math.isnan(cell) else float(cell)


def rows_of(frame: Any, **where: Any) -> list[Row]:
    """Return the rows that have some values."""
    return [row for row in records(frame) if all(row[name] == v for name, v in where.items())]


def row_of(frame: Any, **where: Any) -> Row:
    """Return the one row that has some values."""
    (row,) = rows_of(frame, **where)
    return row


def by(frame: Any, *names: str) -> dict[Any, Row]:
    """Return the rows by their key, which must be theirs alone."""
    rows = records(frame)
    keyed = {
        tuple(row[name] for name in names) if names[1:] else row[names[0]]: row for row in rows
    }
    assert len(keyed) == len(rows), f"{names} is no key"
    return keyed


def reasons_of(row: Row) -> list[str]:
    return [name for name in (row["reasons"] or "").split("; ") if name]


# --- random frames ----------------------------------------------------------------------------

PLACES: Mapping[str, Row] = {
    "zhejiang": {"level": "province", "parent": None, "adcode": "330000", "province": "浙江"},
    "ningbo": {
        "level": "prefecture-city",
        "parent": "zhejiang",
        "adcode": "330200",
        "province": "浙江",
    },
    "xiangshan": {"level": "county", "parent": "ningbo", "adcode": "330225", "province": "浙江"},
    "ninghai": {"level": "county", "parent": "ningbo", "adcode": "330226", "province": "浙江"},
    "pingyang": {"level": "county", "parent": "wenzhou", "adcode": "330326", "province": "浙江"},
    "fushun": {
        "level": "prefecture-city",
        "parent": "liaoning",
        "adcode": "210400",
        "province": "辽宁",
    },
}
"""A province, a city in it, two counties of the city, a county of another city, another city."""


def _interval(lo: float | None, hi: float | None, comparator: str, **more: Any) -> Row:
    value = None if comparator == "range" else (hi if lo is None else lo)
    return {
        "value": value,
        "lo": lo,
        "hi": hi,
        "lo_open": comparator == ">",
        "hi_open": comparator == "<",
        "comparator": comparator,
        "approximate": comparator == "~",
        **more,
    }


MARKS = (0.0, 5.0, 5.25, 7.5, 10.0)
"""Few and exact in binary, so that they often meet, and sums are sums."""

POINTS = tuple(_interval(mark, mark, "=") for mark in MARKS)
ABSENT = _interval(None, None, "=")
INTERVALS = (
    *POINTS,
    ABSENT,
    *(_interval(m, end, sign) for m in MARKS[:4] for end in (None, 10.0) for sign in (">=", ">")),
    *(_interval(end, m, sign) for m in MARKS[1:] for end in (None, 0.0) for sign in ("<=", "<")),
    *(_interval(lo, hi, "range") for lo, hi in ((0.0, 5.0), (5.0, 7.5), (5.25, 7.5))),
    _interval(5.0, 5.0, "~"),
    _interval(7.5, 7.5, "~"),
)  # fmt: skip

ORDINARY: Row = {
    "comparability": "exact",
    "scope": "region",
    "years_late": 0,
    "conflict": False,
    "derived": False,
}
ODD = (
    *(ORDINARY,) * 8,
    {**ORDINARY, "comparability": "proxy"},
    {**ORDINARY, "comparability": "close", "conflict": True},
    {**ORDINARY, "scope": "each-county"},
    {**ORDINARY, "scope": "each-school"},
    {**ORDINARY, "years_late": 1},
    {**ORDINARY, "derived": True},
)


@st.composite
def aligned_frames(
    draw: st.DrawFn,
    *,
    intervals: tuple[Row, ...] = INTERVALS,
    plain: bool = False,
    least: int = 1,
    moments: int = 6,
) -> pl.DataFrame:
    """Draw a small frame as :func:`compare.align` gives them: regions, moments, intervals.

    Parameters
    ----------
    intervals : tuple
        Of which each cell holds one.
    plain : bool
        Whether all regions may compete: no scopes, years, wholes and parts to mind.
    least, moments : int
        Smallest number of regions, largest of indicators.
    """
    regions = draw(
        st.lists(st.sampled_from(sorted(PLACES)), min_size=least, max_size=6, unique=True)
    )
    known = st.sampled_from([("parent",), ("adcode",), ("parent", "adcode")])
    shown = () if plain else draw(known)
    rows = []
    for number in range(draw(st.integers(1, moments))):
        moment = {
            "indicator": f"indicator_{number}",
            "year": 2025,
            "kind": draw(st.sampled_from(["actual", "target"])),
            "direction": draw(st.sampled_from(["higher", "lower"])),
            "unit": draw(st.sampled_from(["%", "个"])),
            "rankable": True,
            "only_in": None,
        }
        if not plain:
            odd = draw(st.sampled_from([{}] * 6 + [{"direction": "neutral", "rankable": False}]))
            moment |= odd | draw(st.sampled_from([{}] * 4 + [{"only_in": "浙江"}]))
        for region in regions:
            cell = draw(st.sampled_from(intervals))
            oddity = ORDINARY if plain else draw(st.sampled_from(ODD))
            there = not (cell["lo"] is None and cell["hi"] is None)
            rows.append(_aligned_row(region, moment, cell, oddity, there, shown))
    return frame_of(rows)


def _aligned_row(
    region: str, moment: Row, cell: Row, oddity: Row, there: bool, shown: tuple[str, ...]
) -> Row:
    place = PLACES[region]
    row = {
        "region": region,
        **moment,
        **cell,
        **{name: value for name, value in oddity.items() if name != "years_late"},
        "observed_year": moment["year"] - oddity["years_late"],
        "figure": f"{region}/{moment['indicator'][-1]}",
        "status": "observed",
        "level": place["level"],
        **{name: place[name] for name in shown},
    }
    if not there:
        nothing = ("value", "comparability", "scope", "observed_year", "figure", "comparator")
        row |= dict.fromkeys(nothing) | {
            "status": "not-in-text",
            "conflict": False,
            "derived": False,
        }
    return row


@st.composite
def observation_frames(draw: st.DrawFn) -> pl.DataFrame:
    """Draw a small frame as :func:`compare.observations` gives them: several years and kinds."""
    regions = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=4, unique=True))
    rows = []
    for number in range(draw(st.integers(1, 2))):
        cap = draw(st.sampled_from([10.0, None]))
        indicator = {
            "indicator": f"indicator_{number}",
            "direction": draw(st.sampled_from(["higher", "lower", "neutral"])),
            "floor": draw(st.sampled_from([0.0, 0.0, None])),
            "cap": cap,
            "unit": "%",
            "rankable": True,
            "only_in": draw(st.sampled_from([None, None, "浙江"])),
            "only_level": draw(st.sampled_from([None, None, "county", "prefecture-city"])),
        }
        for region in regions:
            times = st.tuples(
                st.sampled_from(["actual", "target"]), st.sampled_from([2018, 2020, 2023, 2025])
            )
            series = st.lists(times, max_size=4, unique=True)
            for kind, year in draw(series):
                uses = draw(st.sampled_from([("main",)] * 3 + [("main", "alternative")]))
                grade = draw(st.sampled_from(["exact", "exact", "close", "proxy"]))
                for use in uses:
                    cell = draw(st.sampled_from([cell for cell in INTERVALS if cell is not ABSENT]))
                    rows.append({
                        "region": region,
                        **indicator,
                        "year": year,
                        "kind": kind,
                        **cell,
                        "resolution": 0.125 if cell["comparator"] == "=" else None,
                        "comparability": grade,
                        "scope": draw(st.sampled_from(["region"] * 5 + ["each-county"])),
                        "use": use,
                        "figure": f"{region}-{number}/{kind}{year}{use}",
                        **PLACES[region],
                    })  # fmt: skip
    empty = {
        name: kind for name, kind in TYPES.items()
        if name not in ("observed_year", "status", "derived", "conflict", "benchmark")
    }  # fmt: skip
    return pl.DataFrame(rows, schema=empty)


# --- drawings: points inside intervals ---------------------------------------------------------

FAR = 1e6
NEAR = 2**-7
"""Farther out than any mark, and nearer to an excluded end than any two marks are."""


def folded(row: Row) -> tuple[float, float]:
    """Return a low and a high point of an interval, where more is better."""
    low = -FAR if row["lo"] is None else row["lo"] + (NEAR if row["lo_open"] else 0)
    high = FAR if row["hi"] is None else row["hi"] - (NEAR if row["hi_open"] else 0)
    return (-high, -low) if row["direction"] == "lower" else (low, high)


def drawn(row: Row, share: float) -> float:
    """Return a point of an interval, folded: its low end at 0, its high end at 1."""
    low, high = folded(row)
    return low + (high - low) * share if 0 < share < 1 else (low if share == 0 else high)


CONTEST = ("indicator", "year", "kind", "scope", "observed_year")


def contests(ranked: Any) -> Iterator[list[Row]]:
    """Return the rows that were ranked, by contest."""
    groups = defaultdict(list)
    for row in records(ranked):
        if row["rank_best"] is not None:
            groups[tuple(row.get(name) for name in CONTEST)].append(row)
    yield from groups.values()


def ranks(points: list[float]) -> list[int]:
    """Return competition ranks: one more than the number strictly better."""
    return [1 + sum(other > point for other in points) for point in points]


MIRROR = {"ahead": "behind", "behind": "ahead"}


def mirrored(verdict: str) -> str:
    return MIRROR.get(verdict, verdict)


# --- the oracle: the same comparisons in plain SQL, from DOMAIN.md and not from the code --------

_PREPARED = """
CREATE TEMP MACRO above(low, low_out, high, high_out) AS
    coalesce(low > high OR (low = high AND (low_out OR high_out)), false);
CREATE TEMP MACRO may_beat(high, low) AS coalesce(high > low, true);
CREATE TEMP MACRO is_part(code, parent, whole_region, whole_code) AS
    coalesce(parent = whole_region, false)
    OR coalesce(whole_code <> code
                AND whole_code IN (left(code, 4) || '00', left(code, 2) || '0000'), false);
CREATE TEMP TABLE t AS
SELECT *,
       lo IS NOT NULL OR hi IS NOT NULL AS there,
       CASE WHEN direction = 'lower' THEN -hi ELSE lo END AS low,
       CASE WHEN direction = 'lower' THEN -lo ELSE hi END AS high,
       CASE WHEN direction = 'lower' THEN hi_open ELSE lo_open END AS low_out,
       CASE WHEN direction = 'lower' THEN lo_open ELSE hi_open END AS high_out
FROM arrived;
CREATE TEMP TABLE pairs AS
SELECT i AS a, j AS b,
       is_part(i.adcode, i.parent, j.region, j.adcode)
       OR is_part(j.adcode, j.parent, i.region, i.adcode) AS nested
FROM t AS i JOIN t AS j USING (indicator, year, kind);
CREATE TEMP TABLE field AS
SELECT * FROM t AS i
WHERE there AND rankable AND direction <> 'neutral' AND NOT EXISTS (
    FROM t AS j
    WHERE j.there AND (j.indicator, j.year, j.kind, j.scope, j.observed_year)
                    = (i.indicator, i.year, i.kind, i.scope, i.observed_year)
      AND is_part(j.adcode, j.parent, i.region, i.adcode));
CREATE TEMP TABLE rivals AS
SELECT i AS a, j AS b
FROM field AS i JOIN field AS j USING (indicator, year, kind, scope, observed_year)
WHERE i.region <> j.region;
"""

RANKINGS = """
SELECT region, indicator, kind, rank_best, rank_worst,
       CASE WHEN rank_best = rank_worst THEN rank_best END AS rank, rivals + 1 AS of
FROM (
    SELECT f.region, f.indicator, f.kind,
           1 + count(b) FILTER (above(b.low, b.low_out, f.high, f.high_out)) AS rank_best,
           1 + count(b) FILTER (may_beat(b.high, f.low)) AS rank_worst,
           count(b) AS rivals
    FROM field AS f
    LEFT JOIN rivals ON (a.region, a.indicator, a.kind) = (f.region, f.indicator, f.kind)
    GROUP BY ALL)
"""

EVERY = """
SELECT a.region, b.region AS reference, a.indicator, a.kind,
       CASE WHEN NOT (a.there AND b.there) THEN 'missing'
            WHEN nested OR a.direction = 'neutral' OR a.observed_year <> b.observed_year
                 OR a.scope <> b.scope THEN 'not-comparable'
            WHEN a.region = b.region THEN 'level'
            WHEN above(a.low, a.low_out, b.high, b.high_out) THEN 'ahead'
            WHEN above(b.low, b.low_out, a.high, a.high_out) THEN 'behind'
            WHEN a.lo = a.hi AND b.lo = b.hi AND a.lo = b.lo
                 AND NOT (a.approximate OR b.approximate) THEN 'level'
            ELSE 'undetermined' END AS verdict,
       CASE WHEN verdict IN ('missing', 'not-comparable') THEN NULL
            WHEN a.region = b.region THEN 0 ELSE round(a.lo - b.hi, 9) END AS gap_lo,
       CASE WHEN verdict IN ('missing', 'not-comparable') THEN NULL
            WHEN a.region = b.region THEN 0 ELSE round(a.hi - b.lo, 9) END AS gap_hi
FROM pairs
"""

BEST = """
WITH faced AS (
    SELECT a.region, a.indicator, a.kind, a.direction, a.low, a.high,
           bool_or(a.approximate OR b.approximate) AS about,
           bool_and(NOT may_beat(b.high, a.low)) AS unbeaten,
           bool_and(above(a.low, a.low_out, b.high, b.high_out)) AS on_top,
           bool_or(above(b.low, b.low_out, a.high, a.high_out)) AS beaten,
           CASE WHEN NOT bool_or(b.high IS NULL) THEN max(b.high) END AS best_high,
           max(b.low) AS best_low
    FROM rivals GROUP BY ALL),
judged AS (
    SELECT *, on_top OR (unbeaten AND NOT about) AS leads,
           CASE WHEN leads THEN 0 ELSE least(low - best_high, 0) END AS worst,
           CASE WHEN leads THEN 0 ELSE least(coalesce(high - best_low, 0), 0) END AS nearest
    FROM faced)
SELECT region, indicator, kind,
       CASE WHEN leads THEN 'level' WHEN beaten THEN 'behind' ELSE 'undetermined' END AS verdict,
       CASE WHEN leads OR (low IS NOT NULL AND best_high IS NOT NULL) THEN worst END AS bottom,
       round(CASE WHEN direction = 'lower' THEN -nearest ELSE bottom END, 9) AS gap_lo,
       round(CASE WHEN direction = 'lower' THEN -bottom ELSE nearest END, 9) AS gap_hi
FROM judged
"""

MEDIAN = """
WITH ends AS (
    SELECT *, coalesce(low, '-inf'::DOUBLE) AS l, coalesce(high, 'inf'::DOUBLE) AS h,
           CASE WHEN low_out THEN 1e-6 ELSE 0 END AS l_step,
           CASE WHEN high_out THEN -1e-6 ELSE 0 END AS h_step
    FROM field),
fields AS (
    SELECT indicator, year, kind, scope, observed_year,
           count(*) AS n, bool_or(approximate) AS about,
           list_sort(list({'end': l, 'step': l_step})) AS ls,
           list_sort(list({'end': h, 'step': h_step})) AS hs
    FROM ends GROUP BY ALL HAVING n > 1),
middles AS (
    SELECT *,
           (ls[(n + 1) // 2].end + ls[n // 2 + 1].end) / 2 AS ml,
           (hs[(n + 1) // 2].end + hs[n // 2 + 1].end) / 2 AS mh,
           (ls[(n + 1) // 2].step + ls[n // 2 + 1].step) / 2 AS ml_step,
           (hs[(n + 1) // 2].step + hs[n // 2 + 1].step) / 2 AS mh_step
    FROM fields)
SELECT region, indicator, kind,
       CASE WHEN (l, l_step) > (mh, mh_step) THEN 'ahead'
            WHEN (h, h_step) < (ml, ml_step) THEN 'behind'
            WHEN l = h AND ml = mh AND l = ml AND ml_step = 0 AND mh_step = 0 AND NOT about
            THEN 'level' ELSE 'undetermined' END AS verdict,
       CASE WHEN direction = 'lower' THEN ml - h ELSE l - mh END AS from_lo,
       CASE WHEN direction = 'lower' THEN mh - l ELSE h - ml END AS from_hi,
       CASE WHEN isfinite(from_lo) THEN round(from_lo, 9) END AS gap_lo,
       CASE WHEN isfinite(from_hi) THEN round(from_hi, 9) END AS gap_hi
FROM ends JOIN middles USING (indicator, year, kind, scope, observed_year)
"""


def oracle(aligned: pl.DataFrame, query: str) -> list[Row]:
    """Return what plain SQL says of aligned rows."""
    absent = [pl.lit(None, pl.String).alias(n) for n in ("parent", "adcode")]
    aligned = aligned.with_columns(
        *(e for e in absent if e.meta.output_name() not in aligned.columns)
    )
    con = connection(threads=1)
    con.register("arrived", aligned.to_arrow())
    con.execute(_PREPARED)
    return records(con.sql(query).pl())


def only(rows: Iterable[Row], *names: str) -> list[Row]:
    """Return rows cut to some columns, in an order of their own; numbers to eight digits."""

    def rounded(cell):
        return round(cell, 8) if isinstance(cell, float) else cell

    cut = [{name: rounded(row[name]) for name in names} for row in rows]
    return sorted(cut, key=repr)
