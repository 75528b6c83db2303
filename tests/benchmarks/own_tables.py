"""How long an own table takes to become observations, beside a hand-written DuckDB insert.

Then a theme's and an indicator's page of as many regions, 8 indicators and 3 years: the CPU
that a process takes for its first page and for the next one, and the megabytes of the page.

    python tests/benchmarks/own_tables.py [--regions 3000]

The table is made up: regions × 100 indicators × 20 years, a fifth missing, as a wide Parquet
file and as a long CSV. ``plain`` reads the CSV into a table with the same key. Each measurement
runs in a process of its own, so that the peak of memory is its own.

At last 60 million cells (30,000 regions), wide and long, from Parquet, where so much memory is
free. ``--regions 30000`` measures them alone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import psutil
import pyarrow.parquet as pq

import compare

INDICATORS, YEARS, MISSING = 100, 20, 0.2
BLOCK, LARGE = 3000, 30_000
ENOUGH = 16
"""So many GB must be free for the table of ``LARGE`` regions."""
PLAIN = """
CREATE TABLE observations (
    region VARCHAR, year INTEGER, indicator VARCHAR, value DOUBLE,
    PRIMARY KEY (region, indicator, year)
);
INSERT INTO observations SELECT code, year, indicator, value FROM read_csv('{path}');
"""


def make_tables(folder: Path, regions: int, ways: Sequence[str]) -> None:
    """Write the made-up table in the ways named, some regions at a time."""
    rng = np.random.default_rng(0)
    with ExitStack() as files:
        csv = files.enter_context((folder / "long.csv").open("wb"))
        writers: dict[str, pq.ParquetWriter] = {}
        for first in range(0, regions, BLOCK):
            wide = _block(rng, range(first, min(first + BLOCK, regions)))
            long = wide.unpivot(
                index=["code", "year"], variable_name="indicator", value_name="value"
            )
            if "long.csv" in ways:
                long.write_csv(csv, include_header=not first)
            for name, block in (("wide.parquet", wide), ("long.parquet", long)):
                table = block.to_arrow()
                if name in ways and name not in writers:
                    writer = pq.ParquetWriter(folder / name, table.schema)
                    writers[name] = files.enter_context(writer)
                if name in ways:
                    writers[name].write_table(table)


def _block(rng: np.random.Generator, regions: range) -> pl.DataFrame:
    """Return the rows of some regions."""
    size = len(regions) * YEARS
    ids = {
        "code": np.repeat([f"{110000 + place}" for place in regions], YEARS),
        "year": np.tile(np.arange(2001, 2001 + YEARS), len(regions)),
    }
    values = {
        f"rate {place}": np.where(
            rng.random(size) < MISSING, np.nan, np.round(rng.random(size) * 100, 1)
        )
        for place in range(INDICATORS)
    }
    return pl.DataFrame(ids | values).with_columns(pl.selectors.float().fill_nan(None))


def measure(what: str, folder: Path) -> None:
    """Print what one way takes, and its peak of memory.

    On a machine that others use, too, the CPU says more than the time.
    """
    start, worked = time.perf_counter(), time.process_time()
    if what == "plain":
        con = duckdb.connect(str(folder / "plain.duckdb"))
        con.execute("SET enable_progress_bar = false")
        con.execute(PLAIN.format(path=folder / "long.csv"))
        con.close()
    else:
        compare.panel(folder / what, direction="higher", wholes=[])
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    cpu = time.process_time() - worked
    print(f"{what:>12}: {seconds:6.1f} s ({cpu:.1f} s of CPU), peak {peak:.1f} GB", flush=True)


ROOT = Path(__file__).parents[2]
ON_PAGES = [f"rate {place}" for place in range(8)]
PAGES = (
    ("02-theme", {"theme": "own", "year": 2003}),
    ("03-indicator", {"indicator": ON_PAGES[0]}),
)


def make_project(folder: Path, regions: int) -> None:
    """Copy the project without its documents, and import a made-up table into it."""
    from compare.project import Project
    from compare.sources.panel.description import write_description

    for part in ("data", "notebooks", "reports"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "pyproject.toml", folder)
    rng = np.random.default_rng(0)
    columns: dict[str, object] = {"region": [f"Region {place:05}" for place in range(regions)]}
    for name in ON_PAGES:
        start = rng.uniform(50, 95, regions)
        for year in range(3):
            values = np.round(start + year, 1)
            values[rng.random(regions) < MISSING] = np.nan
            columns[f"{name} {2001 + year}"] = values
    table = folder / "many.csv"
    pl.DataFrame(columns).with_columns(pl.selectors.float().fill_nan(None)).write_csv(table)
    told = {"direction": dict.fromkeys(ON_PAGES, "higher"), "wholes": []}
    write_description(table, Project(folder).raw, "many", "Made up", told)


def measure_page(folder: Path, notebook: str, parameters: dict[str, object]) -> None:
    """Print what a page takes, the first time and the next, and how large it is."""
    os.environ["COMPARE_HOME"] = str(folder)
    from compare.reports.jobs import Job
    from compare.reports.manifest import Report
    from compare.reports.run.produce import work

    given = {**parameters, "dataset": "many"}
    report = Report("page", notebook, "page", "zh", given, ("html",))
    job = Job(report, ("html",), folder, folder / "pages")
    for turn in ("first", "next"):
        start = time.process_time()
        outcome = work(job)
        seconds = time.process_time() - start
        size = 0.0 if outcome.error else (job.folder / "page.html").stat().st_size / 1e6
        said = outcome.error or f"{seconds:6.1f} s of CPU, {size:.2f} MB"
        print(f"{notebook:>12}, {turn:>5} page: {said}", flush=True)


def main() -> None:
    """Measure every way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regions", type=int, default=3000)
    regions = parser.parse_args().regions
    if regions < LARGE:
        measure_tables(regions, ("wide.parquet", "long.csv", "plain"))
        measure_pages(regions)
    free = psutil.virtual_memory().available / 2**30
    if free < ENOUGH:
        print(f"60 million cells: left out, {ENOUGH} GB of memory must be free and {free:.0f} are")
        return
    measure_tables(max(regions, LARGE), ("wide.parquet", "long.parquet"))


def measure_tables(regions: int, ways: Sequence[str]) -> None:
    """Make a table, and read it in every way."""
    with tempfile.TemporaryDirectory() as folder:
        make_tables(Path(folder), regions, ways)
        print(f"{regions * INDICATORS * YEARS:,} cells")
        for what in ways:
            _alone(measure, what, Path(folder))


def measure_pages(regions: int) -> None:
    """Make a project with a table, and its pages."""
    with tempfile.TemporaryDirectory() as folder:
        make_project(Path(folder) / "project", regions)
        for notebook, parameters in PAGES:
            _alone(measure_page, Path(folder) / "project", notebook, parameters)


def _alone(target: Callable[..., None], *arguments: object) -> None:
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
