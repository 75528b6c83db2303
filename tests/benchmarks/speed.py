"""How long comparisons take beside hand-written queries that do the same.

    python tests/benchmarks/speed.py [--rows 0.6 6 60] [--repeat 5]

Each measurement runs in a process of its own, so that the peak of memory is its own; the
best of the repetitions counts. The rows are made up: 3,000 regions, 100 indicators and up to
20 years (30,000 regions for 60 million rows, which are done once and need 20 GB), intervals,
a fifth missing. ``plain`` is the best query that we could write by hand for the same columns
on the same engine; ``pandas`` the same in pandas.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import psutil

MOMENT = ["indicator", "year", "kind"]
SHAPES = {0.6: (3000, 100, 2), 6.0: (3000, 100, 20), 60.0: (30000, 100, 20)}
MISSING = 0.2
MANY, NEEDED = 60.0, 20e9


def make_rows(millions: float, path: Path) -> None:
    """Write made-up observations as parquet."""
    regions, indicators, years = SHAPES[millions]
    rng = np.random.default_rng(0)
    size = regions * indicators * years
    value = np.round(rng.uniform(0, 100, size), 1)
    width = np.where(rng.random(size) < 0.3, np.round(rng.uniform(0, 20, size), 1), 0.0)
    place = np.arange(size)
    frame = pl.DataFrame(
        {
            "region": place % regions,
            "indicator": place // (regions * years),
            "year": 2001 + place // regions % years,
            "value": value,
            "lo": value,
            "hi": np.minimum(np.round(value + width, 1), 100.0),
        }
    ).filter(pl.Series(rng.random(size) >= MISSING))
    frame.with_columns(
        pl.format("r{}", pl.col("region").cast(pl.String).str.zfill(5)).alias("region"),
        pl.format("i{}", pl.col("indicator").cast(pl.String).str.zfill(3)).alias("indicator"),
        pl.col("year").cast(pl.Int32),
        pl.lit("actual").alias("kind"),
    ).write_parquet(path)


# What is measured: each returns a function that does the work on rows already loaded.


def polars_align(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    return lambda: compare.align(rows.lazy()).collect()


def polars_gaps_best(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    return lambda: compare.gaps(rows.lazy(), to="best", direction="higher").collect()


def polars_gaps_median(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    return lambda: compare.gaps(rows.lazy(), to="median", direction="higher").collect()


def polars_rankings(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    return lambda: compare.rankings(rows.lazy(), direction="higher").collect()


def _polars_verdict(lo: pl.Expr, hi: pl.Expr) -> pl.Expr:
    return (
        pl.when(pl.col("lo") > hi)
        .then(pl.lit("ahead"))
        .when(pl.col("hi") < lo)
        .then(pl.lit("behind"))
        .when((pl.col("lo") == pl.col("hi")) & (lo == hi) & (pl.col("lo") == lo))
        .then(pl.lit("level"))
        .otherwise(pl.lit("undetermined"))
    )


def _polars_gap(name: str, below: pl.Expr, above: pl.Expr, verdict: pl.Expr) -> list[pl.Expr]:
    lo, hi = pl.col("_lo"), pl.col("_hi")
    point = (pl.col("lo") == pl.col("hi")) & (below == above)
    return [
        pl.lit(name).alias("reference"),
        pl.when(lo == hi).then(lo).alias("reference_value"),
        lo.alias("reference_lo"),
        hi.alias("reference_hi"),
        pl.lit(None, dtype=pl.String).alias("reference_figure"),
        pl.when(point).then(below).round(9).alias("gap"),
        below.round(9).alias("gap_lo"),
        above.round(9).alias("gap_hi"),
        pl.lit("").alias("gap_unit"),
        pl.when(pl.col("lo").is_null() & pl.col("hi").is_null())
        .then(pl.lit("missing"))
        .otherwise(verdict)
        .alias("verdict"),
        pl.when(pl.col("_size") < 2).then(pl.lit("alone")).otherwise(pl.lit("")).alias("reasons"),
    ]


def polars_plain_gaps_best(rows: pl.DataFrame) -> Callable[[], object]:
    lo, hi, second = pl.col("_lo"), pl.col("_hi"), pl.col("_second")
    best = (
        rows.lazy()
        .group_by(MOMENT)
        .agg(
            pl.max("lo").alias("_lo"),
            pl.max("hi").alias("_hi"),
            pl.col("hi").top_k(2).min().alias("_second"),
            pl.len().alias("_size"),
        )
    )
    others = pl.when(pl.col("hi") == hi).then(second).otherwise(hi)
    leads = pl.col("lo") >= others
    below = pl.when(leads).then(0.0).otherwise(pl.col("lo") - others)
    above = pl.when(leads | (pl.col("hi") > lo)).then(0.0).otherwise(pl.col("hi") - lo)
    verdict = pl.when(leads).then(pl.lit("level")).otherwise(_polars_verdict(lo, hi))
    query = (
        rows.lazy().join(best, on=MOMENT).with_columns(_polars_gap("best", below, above, verdict))
    )
    return lambda: query.drop("_lo", "_hi", "_second", "_size").collect()


def polars_plain_gaps_median(rows: pl.DataFrame) -> Callable[[], object]:
    lo, hi = pl.col("_lo"), pl.col("_hi")
    middle = (
        rows.lazy()
        .group_by(MOMENT)
        .agg(pl.median("lo").alias("_lo"), pl.median("hi").alias("_hi"), pl.len().alias("_size"))
    )
    query = (
        rows.lazy()
        .join(middle, on=MOMENT)
        .with_columns(
            _polars_gap("median", pl.col("lo") - hi, pl.col("hi") - lo, _polars_verdict(lo, hi))
        )
    )
    return lambda: query.drop("_lo", "_hi", "_size").collect()


def polars_plain_rankings(rows: pl.DataFrame) -> Callable[[], object]:
    lo, hi = pl.col("lo"), pl.col("hi")
    below_lo = lo.sort().search_sorted(hi, side="right").cast(pl.Int64)
    below_hi = hi.sort().search_sorted(lo, side="right").cast(pl.Int64)
    size = pl.len().cast(pl.Int64)
    query = rows.lazy().with_columns(
        rank_best=(1 + size - below_lo).over(MOMENT),
        rank_worst=(1 + size - below_hi - (hi > lo).cast(pl.Int64)).over(MOMENT),
        of=size.over(MOMENT),
    )
    query = query.with_columns(
        rank=pl.when(pl.col("rank_best") == pl.col("rank_worst")).then(pl.col("rank_best")),
        missing=pl.lit(0),
        reasons=pl.lit(""),
    )
    return lambda: query.collect()


def polars_plain_align(rows: pl.DataFrame) -> Callable[[], object]:
    moments = rows.lazy().select(MOMENT).unique()
    regions = rows.lazy().select("region").unique()
    seen = rows.lazy().select("region", "indicator", "kind").unique().with_columns(_seen=True)
    query = (
        moments.join(regions, how="cross")
        .join(rows.lazy(), on=["region", *MOMENT], how="left")
        .join(seen, on=["region", "indicator", "kind"], how="left")
        .with_columns(
            status=pl.when(pl.col("lo").is_not_null() | pl.col("hi").is_not_null())
            .then(pl.lit("observed"))
            .when(pl.col("_seen"))
            .then(pl.lit("other-year"))
            .otherwise(pl.lit("not-in-text")),
            observed_year=pl.when(pl.col("lo").is_not_null()).then(pl.col("year")),
        )
        .drop("_seen")
    )
    return lambda: query.collect()


def _with_targets(rows: pl.DataFrame) -> pl.DataFrame:
    """Make the last tenth of the years targets for two years earlier, ranges and numbers."""
    first, last = rows["year"].min(), rows["year"].max()
    span = last - first + 1
    is_target = pl.col("year") > last - max(1, span // 10)
    earlier = 2 if span > 10 else 0
    return rows.with_columns(
        kind=pl.when(is_target).then(pl.lit("target")).otherwise(pl.lit("actual")),
        year=pl.when(is_target).then(pl.col("year") - earlier).otherwise(pl.col("year")),
    )


def polars_attainment(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    rows = _with_targets(rows)
    return lambda: compare.attainment(rows.lazy(), direction="higher").collect()


def polars_plain_attainment(rows: pl.DataFrame) -> Callable[[], object]:
    rows = _with_targets(rows)
    keys = ["region", "indicator"]
    inf, year, aim = float("inf"), pl.col("year"), pl.col("target_year")
    names = ("year", "value", "lo", "hi")

    def beside(role: str) -> pl.LazyFrame:
        return actual.select(*keys, *(pl.col(name).alias(f"{role}_{name}") for name in names))

    actual = rows.lazy().filter(pl.col("kind") == "actual").drop("kind")
    ceiling = pl.when(pl.col("lo") == pl.col("hi")).then(inf).otherwise(pl.col("hi"))
    target = (
        rows.lazy()
        .filter(pl.col("kind") == "target")
        .select(*keys, *(pl.col(n).alias(f"target_{n}") for n in names), _ceiling=ceiling)
    )
    floor, top = pl.col("target_lo"), pl.col("_ceiling")
    meets = (pl.col("lo") >= floor) & (pl.col("hi") <= top)
    years = (
        target.join(actual, on=keys)
        .group_by(*keys, "target_year")
        .agg(
            base_year=year.filter(year < aim).min(),
            _last=year.filter(year <= aim).max(),
            met_year=year.filter(meets).min(),
        )
    )
    base, last = pl.col("base_year"), pl.col("_last")
    outcome = pl.when(base.is_null() | (last > base)).then(last)
    query = target.join(years, on=[*keys, "target_year"], how="left").with_columns(
        outcome_year=outcome
    )
    for role in ("base", "outcome"):
        query = query.join(beside(role), on=[*keys, f"{role}_year"], how="left")
    lo, hi = pl.col("outcome_lo"), pl.col("outcome_hi")
    share = (pl.col("outcome_year") - base) / (aim - base)

    def rising(end: pl.Expr) -> pl.Expr:
        return (pl.min_horizontal(end, floor) * (1 - share) + floor * share).round(9)

    def falling(end: pl.Expr) -> pl.Expr:
        return (pl.max_horizontal(end, top) * (1 - share) + top * share).round(9)

    low, high = pl.col("base_lo"), pl.col("base_hi")
    met, lacks = (lo >= floor) & (hi <= top), (hi < floor) | (lo > top)
    open_top = top == inf
    beyond = (lo >= rising(high)) & (open_top | (hi <= falling(low)))
    short = ((hi < rising(low)) & (open_top | (low <= top))) | (
        ~open_top & (lo > falling(high)) & (high >= floor)
    )
    arrived = pl.col("outcome_year") == aim
    verdict = (
        pl.when(pl.col("outcome_year").is_null())
        .then(pl.lit("no-outcome"))
        .when(arrived & met)
        .then(pl.lit("met"))
        .when(arrived & lacks)
        .then(pl.lit("missed"))
        .when(arrived)
        .then(pl.lit("not-decided"))
        .when(met | beyond)
        .then(pl.lit("on-pace"))
        .when(lacks & short)
        .then(pl.lit("behind-pace"))
        .otherwise(pl.lit("pace-not-decided"))
    )
    near, far = pl.min_horizontal(lo - floor, top - lo), pl.min_horizontal(hi - floor, top - hi)
    middle = (floor + top) / 2
    best = (
        pl.when((lo < middle) & (hi > middle) & ~open_top)
        .then((top - floor) / 2)
        .otherwise(pl.max_horizontal(near, far))
    )
    lost = (pl.col("met_year") < pl.col("outcome_year")) & lacks
    said = {
        "no-later-actual": pl.col("outcome_year").is_null(),
        "no-baseline": (verdict == "not-decided") & ~arrived & base.is_null(),
        "beyond-the-range": ~open_top & (lo > top),
        "met-and-lost": lost,
        "met-when-set": (low >= floor) & (high <= top),
    }
    parts = [
        pl.when(flag).then(pl.lit(f"; {name}")).otherwise(pl.lit("")) for name, flag in said.items()
    ]
    query = query.with_columns(
        verdict=verdict,
        verdict_as_printed=verdict,
        margin=pl.when(lo == hi).then(pl.min_horizontal(near, far)).round(9),
        margin_lo=pl.min_horizontal(near, far).round(9),
        margin_hi=best.round(9),
        reasons=pl.concat_str(parts).str.slice(2),
        **{name: pl.lit("") for name in ("unit", "margin_unit")},
        **{name: pl.lit(None, dtype=pl.String) for name in _NOTHING},
        direction=pl.lit("higher"),
        target_scope=pl.lit("region"),
        comparability=pl.lit("exact"),
        benchmark_value=pl.lit(None, dtype=pl.Float64),
    )
    return lambda: query.drop("_ceiling", "_last").collect()


_NOTHING = (
    *("base_figure", "target_figure", "outcome_figure", "target_comparator", "target_document"),
    *("benchmark", "benchmark_comparator", "benchmark_verdict"),
)


def _relation(rows: pl.DataFrame) -> duckdb.DuckDBPyRelation:
    con = duckdb.connect()
    con.register("rows", rows)
    con.execute("CREATE TABLE observed AS SELECT * FROM rows")
    return con.table("observed")


def _kept(relation: duckdb.DuckDBPyRelation) -> None:
    relation.create(f"kept_{time.time_ns()}")


def duckdb_align(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    relation = _relation(rows)
    return lambda: _kept(compare.align(relation))


def duckdb_gaps_best(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    relation = _relation(rows)
    return lambda: _kept(compare.gaps(relation, to="best", direction="higher"))


def duckdb_gaps_median(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    relation = _relation(rows)
    return lambda: _kept(compare.gaps(relation, to="median", direction="higher"))


def duckdb_rankings(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    relation = _relation(rows)
    return lambda: _kept(compare.rankings(relation, direction="higher"))


def duckdb_attainment(rows: pl.DataFrame) -> Callable[[], object]:
    import compare

    relation = _relation(_with_targets(rows))
    return lambda: _kept(compare.attainment(relation, direction="higher"))


_GAPS = """
SELECT * EXCLUDE (below, above, f_lo, f_hi, size, others),
       CASE WHEN f_lo = f_hi THEN f_lo END AS reference_value,
       f_lo AS reference_lo, f_hi AS reference_hi, NULL::VARCHAR AS reference_figure,
       CASE WHEN lo = hi AND below = above THEN round(below, 9) END AS gap,
       round(below, 9) AS gap_lo, round(above, 9) AS gap_hi, '' AS gap_unit,
       CASE WHEN lo IS NULL AND hi IS NULL THEN 'missing' WHEN lo >= others THEN 'level'
            WHEN lo > f_hi THEN 'ahead' WHEN hi < f_lo THEN 'behind'
            WHEN lo = hi AND f_lo = f_hi AND lo = f_lo THEN 'level'
            ELSE 'undetermined' END AS verdict,
       CASE WHEN size < 2 THEN 'alone' ELSE '' END AS reasons
FROM ({0})
"""

_BEST = """
SELECT *, CASE WHEN lo >= others THEN 0 ELSE lo - others END AS below,
       CASE WHEN lo >= others OR hi > f_lo THEN 0 ELSE hi - f_lo END AS above
FROM (
    SELECT o.*, 'best' AS reference, f_lo, top[1] AS f_hi, size,
           CASE WHEN hi = top[1] THEN top[2] ELSE top[1] END AS others
    FROM observed AS o JOIN (
        SELECT indicator, year, kind, max(lo) AS f_lo, max(hi, 2) AS top, count(*) AS size
        FROM observed GROUP BY ALL) AS f USING (indicator, year, kind)
)
"""

_MEDIAN = """
SELECT o.*, 'median' AS reference, f_lo, f_hi, size, NULL::DOUBLE AS others,
       lo - f_hi AS below, hi - f_lo AS above
FROM observed AS o JOIN (
    SELECT indicator, year, kind, median(lo) AS f_lo, median(hi) AS f_hi, count(*) AS size
    FROM observed GROUP BY ALL) AS f USING (indicator, year, kind)
"""

_RANKS = """
SELECT *, CASE WHEN rank_best = rank_worst THEN rank_best END AS rank, 0 AS missing, '' AS reasons
FROM (
    SELECT *, count(*) OVER contest AS of,
        1 + count(*) OVER contest - count(*) OVER (
            PARTITION BY indicator, year, kind ORDER BY lo
            RANGE BETWEEN UNBOUNDED PRECEDING AND (hi - lo) FOLLOWING) AS rank_best,
        count(*) OVER (
            PARTITION BY indicator, year, kind ORDER BY hi DESC
            RANGE BETWEEN UNBOUNDED PRECEDING AND (hi - lo) FOLLOWING) AS rank_worst
    FROM observed WINDOW contest AS (PARTITION BY indicator, year, kind)
)
"""

_ALIGN = """
SELECT m.*, r.region, o.* EXCLUDE (region, indicator, year, kind),
       CASE WHEN o.lo IS NOT NULL OR o.hi IS NOT NULL THEN 'observed'
            WHEN s.region IS NOT NULL THEN 'other-year'
            WHEN m.kind = 'actual' AND k.targets THEN 'only-target'
            WHEN m.kind = 'target' AND k.actuals THEN 'only-actual'
            ELSE 'not-in-text' END AS status,
       CASE WHEN o.lo IS NOT NULL THEN m.year END AS observed_year
FROM (SELECT DISTINCT indicator, year, kind FROM observed) AS m
CROSS JOIN (SELECT DISTINCT region FROM observed) AS r
LEFT JOIN observed AS o USING (region, indicator, year, kind)
LEFT JOIN (SELECT DISTINCT region, indicator, kind FROM observed) AS s
    USING (region, indicator, kind)
LEFT JOIN (SELECT region, indicator, bool_or(kind = 'actual') AS actuals,
                  bool_or(kind = 'target') AS targets FROM observed GROUP BY ALL) AS k
    USING (region, indicator)
"""


_ATTAINMENT = """
WITH actuals AS (FROM observed WHERE kind = 'actual'),
targets AS (
    SELECT region, indicator, year AS target_year, value AS target_value, lo AS target_lo,
           hi AS target_hi, CASE WHEN lo = hi THEN 'inf'::DOUBLE ELSE hi END AS top
    FROM observed WHERE kind = 'target'),
years AS (
    SELECT region, indicator, target_year,
           min(year) FILTER (year < target_year) AS base_year,
           max(year) FILTER (year <= target_year) AS last,
           min(year) FILTER (lo >= target_lo AND hi <= top) AS met_year
    FROM targets JOIN actuals USING (region, indicator) GROUP BY ALL),
chosen AS (
    SELECT t.*, base_year, met_year,
           CASE WHEN base_year IS NULL OR last > base_year THEN last END AS outcome_year
    FROM targets t LEFT JOIN years USING (region, indicator, target_year)),
beside AS (
    SELECT c.*, b.value AS base_value, b.lo AS base_lo, b.hi AS base_hi,
           o.value AS outcome_value, o.lo AS outcome_lo, o.hi AS outcome_hi,
           (outcome_year - base_year) / (target_year - base_year) AS share,
           o.lo >= target_lo AND o.hi <= top AS met, o.hi < target_lo OR o.lo > top AS lacks
    FROM chosen c
    LEFT JOIN actuals b ON (b.region, b.indicator, b.year) = (c.region, c.indicator, base_year)
    LEFT JOIN actuals o ON (o.region, o.indicator, o.year) = (c.region, c.indicator, outcome_year)),
lined AS (
    SELECT *,
           round(least(base_lo, target_lo) * (1 - share) + target_lo * share, 9) AS rise_lo,
           round(least(base_hi, target_lo) * (1 - share) + target_lo * share, 9) AS rise_hi,
           round(greatest(base_lo, top) * (1 - share) + top * share, 9) AS fall_lo,
           round(greatest(base_hi, top) * (1 - share) + top * share, 9) AS fall_hi,
           least(outcome_lo - target_lo, top - outcome_lo) AS near,
           least(outcome_hi - target_lo, top - outcome_hi) AS far
    FROM beside),
judged AS (
    SELECT *,
      CASE WHEN outcome_year IS NULL THEN 'no-outcome'
           WHEN outcome_year = target_year THEN
                CASE WHEN met THEN 'met' WHEN lacks THEN 'missed' ELSE 'not-decided' END
           WHEN met OR (outcome_lo >= rise_hi AND (isinf(top) OR outcome_hi <= fall_lo))
                THEN 'on-pace'
           WHEN lacks AND ((outcome_hi < rise_lo AND (isinf(top) OR base_lo <= top))
                        OR (NOT isinf(top) AND outcome_lo > fall_hi AND base_hi >= target_lo))
                THEN 'behind-pace'
           ELSE 'pace-not-decided' END AS verdict
    FROM lined)
SELECT * EXCLUDE (top, share, met, lacks, rise_lo, rise_hi, fall_lo, fall_hi, near, far),
       verdict AS verdict_as_printed, round(least(near, far), 9) AS margin_lo,
       round(CASE WHEN outcome_lo < (target_lo + top) / 2 AND outcome_hi > (target_lo + top) / 2
                   AND NOT isinf(top) THEN (top - target_lo) / 2
                  ELSE greatest(near, far) END, 9) AS margin_hi,
       CASE WHEN outcome_lo = outcome_hi THEN round(least(near, far), 9) END AS margin,
       (concat(CASE WHEN outcome_year IS NULL THEN '; no-later-actual' ELSE '' END,
              CASE WHEN verdict = 'not-decided' AND outcome_year < target_year
                    AND base_year IS NULL THEN '; no-baseline' ELSE '' END,
              CASE WHEN NOT isinf(top) AND outcome_lo > top THEN '; beyond-the-range' ELSE '' END,
              CASE WHEN met_year < outcome_year AND lacks THEN '; met-and-lost' ELSE '' END,
              CASE WHEN base_lo >= target_lo AND base_hi <= top
                   THEN '; met-when-set' ELSE '' END))[3:] AS reasons,
       '' AS unit, '' AS margin_unit, 'higher' AS direction, 'region' AS target_scope,
       'exact' AS comparability, NULL::DOUBLE AS benchmark_value, {0}
FROM judged
"""


def _plain(rows: pl.DataFrame, query: str) -> Callable[[], object]:
    relation = _relation(rows)
    return lambda: _kept(relation.query("unused", query))


def duckdb_plain_gaps_best(rows: pl.DataFrame) -> Callable[[], object]:
    return _plain(rows, _GAPS.format(_BEST))


def duckdb_plain_gaps_median(rows: pl.DataFrame) -> Callable[[], object]:
    return _plain(rows, _GAPS.format(_MEDIAN))


def duckdb_plain_rankings(rows: pl.DataFrame) -> Callable[[], object]:
    return _plain(rows, _RANKS)


def duckdb_plain_attainment(rows: pl.DataFrame) -> Callable[[], object]:
    nothing = ", ".join(f"NULL::VARCHAR AS {name}" for name in _NOTHING)
    return _plain(_with_targets(rows), _ATTAINMENT.format(nothing))


def duckdb_plain_align(rows: pl.DataFrame) -> Callable[[], object]:
    return _plain(rows, _ALIGN)


def pandas_gaps_median(rows: pl.DataFrame) -> Callable[[], object]:
    frame = rows.to_pandas()
    group = frame.groupby(MOMENT, sort=False)

    def work() -> object:
        lo, hi = group["lo"].transform("median"), group["hi"].transform("median")
        ahead, behind = frame["lo"] > hi, frame["hi"] < lo
        verdict = np.select([ahead, behind], ["ahead", "behind"], "undetermined")
        return frame.assign(
            gap_lo=frame["lo"] - hi, gap_hi=frame["hi"] - lo, verdict=verdict, reasons=""
        )

    return work


def pandas_rankings(rows: pl.DataFrame) -> Callable[[], object]:
    frame = rows.to_pandas()

    def ranks(part: object) -> object:
        lo, hi = part["lo"].to_numpy(), part["hi"].to_numpy()  # type: ignore[index]
        best = 1 + len(lo) - np.searchsorted(np.sort(lo), hi, side="right")
        worst = 1 + len(hi) - np.searchsorted(np.sort(hi), lo, side="right") - (hi > lo)
        return part.assign(rank_best=best, rank_worst=worst)  # type: ignore[attr-defined]

    return lambda: [ranks(part) for _, part in frame.groupby(MOMENT, sort=False)]


WORKS = {
    name: function
    for name, function in list(globals().items())
    if name.startswith(("polars_", "duckdb_", "pandas_"))
}
TABLE = [
    ("polars", "align"),
    ("polars", "gaps_best"),
    ("polars", "gaps_median"),
    ("polars", "rankings"),
    ("polars", "attainment"),
    ("duckdb", "align"),
    ("duckdb", "gaps_best"),
    ("duckdb", "gaps_median"),
    ("duckdb", "rankings"),
    ("duckdb", "attainment"),
]


def measure(name: str, path: Path, repeat: int) -> dict[str, float]:
    """Run one piece of work in this process; return its best time and peak memory."""
    rows = pl.read_parquet(path)
    work = WORKS[name](rows)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": min(times), "memory": peak / 1e6, "before": before / 1e6}


def apart(name: str, path: Path, repeat: int) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, __file__, "--measure", name, str(path), str(repeat)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def machine() -> str:
    """Say what the figures were measured on."""
    cores = len(__import__("os").sched_getaffinity(0))
    versions = f"duckdb {duckdb.__version__}, polars {pl.__version__}"
    return f"{cores} cores, Python {platform.python_version()}, {versions}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", nargs="*", type=float, default=list(SHAPES))
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--measure", nargs=3)
    arguments = parser.parse_args()
    if arguments.measure:
        name, path, repeat = arguments.measure
        print(json.dumps(measure(name, Path(path), int(repeat))))
        return
    print(f"Measured on {machine()}; seconds (peak memory in GB)\n")
    print("| million rows | engine | comparison | compare | plain query | ratio | memory |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for millions in arguments.rows:
            repeat = arguments.repeat if millions < MANY else 1
            if millions >= MANY and psutil.virtual_memory().available < NEEDED:
                print(f"| {millions:g} | | left out: less than 20 GB are free | | | | |")
                continue
            path = Path(folder) / f"{millions}.parquet"
            make_rows(millions, path)
            for engine, work in TABLE:
                ours = apart(f"{engine}_{work}", path, repeat)
                plain = apart(f"{engine}_plain_{work}", path, repeat)
                _print_row(millions, engine, work, ours, plain)
            for work in ("gaps_median", "rankings"):
                if millions <= 6:
                    pandas = apart(f"pandas_{work}", path, 1)
                    shown = f"{pandas['seconds']:.2f} ({pandas['memory']:.1f})"
                    print(f"| {millions:g} | pandas | {work} | | {shown} | | |", flush=True)


def _print_row(
    millions: float, engine: str, work: str, ours: dict[str, float], plain: dict[str, float]
) -> None:
    ratio = ours["seconds"] / plain["seconds"]
    memory = ours["memory"] / plain["memory"]
    print(
        f"| {millions:g} | {engine} | {work} | {ours['seconds']:.2f} ({ours['memory']:.1f}) "
        f"| {plain['seconds']:.2f} ({plain['memory']:.1f}) | {ratio:.2f} | {memory:.2f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
