"""How long an own table takes to become observations, beside a hand-written DuckDB insert.

    python tests/benchmarks/own_tables.py [--regions 3000]

The table is made up: regions × 100 indicators × 20 years, a fifth missing, as a wide Parquet
file and as a long CSV. ``plain`` reads the CSV into a table with the same key. Each measurement
runs in a process of its own, so that the peak of memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

import compare

INDICATORS, YEARS, MISSING = 100, 20, 0.2
PLAIN = """
CREATE TABLE observations (
    region VARCHAR, year INTEGER, indicator VARCHAR, value DOUBLE,
    PRIMARY KEY (region, indicator, year)
);
INSERT INTO observations SELECT code, year, indicator, value FROM read_csv('{path}');
"""


def make_tables(folder: Path, regions: int) -> None:
    """Write the made-up table as ``wide.parquet`` and as ``long.csv``."""
    rng = np.random.default_rng(0)
    size = regions * YEARS
    ids = {
        "code": np.repeat([f"{110000 + place}" for place in range(regions)], YEARS),
        "year": np.tile(np.arange(2001, 2001 + YEARS), regions),
    }
    values = {
        f"rate {place}": np.where(
            rng.random(size) < MISSING, np.nan, np.round(rng.random(size) * 100, 1)
        )
        for place in range(INDICATORS)
    }
    wide = pl.DataFrame(ids | values).with_columns(pl.selectors.float().fill_nan(None))
    wide.write_parquet(folder / "wide.parquet")
    long = wide.unpivot(index=["code", "year"], variable_name="indicator", value_name="value")
    long.write_csv(folder / "long.csv")


def measure(what: str, folder: Path) -> None:
    """Print what one way takes, and its peak of memory."""
    start = time.perf_counter()
    if what == "plain":
        con = duckdb.connect(str(folder / "plain.duckdb"))
        con.execute(PLAIN.format(path=folder / "long.csv"))
        con.close()
    else:
        compare.panel(folder / what, direction="higher", wholes=[])
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{what:>12}: {seconds:6.1f} s, peak {peak:.1f} GB", flush=True)


def main() -> None:
    """Measure every way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=int, default=3000)
    regions = parser.parse_args().regions
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_tables(folder, regions)
        print(f"{regions * INDICATORS * YEARS:,} cells")
        for what in ("wide.parquet", "long.csv", "plain"):
            process = spawn.Process(target=measure, args=(what, folder))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
