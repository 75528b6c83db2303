"""Threads: as many as there are, the rows of a comparison are the same, in the same order."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import hashlib

import numpy as np
import polars as pl

import compare

draw = np.random.default_rng(0)
rows = pl.DataFrame(
    {
        "region": [f"r{n % 400:03}" for n in range(40_000)],
        "indicator": [f"i{n // 400 % 10}" for n in range(40_000)],
        "year": [2015 + n // 4_000 for n in range(40_000)],
        "value": draw.integers(0, 40, 40_000) / 2,
    }
).with_columns(
    unit=pl.lit("%"),
    kind=pl.when(pl.col("year") < 2022).then(pl.lit("actual")).otherwise(pl.lit("target")),
)
rows = rows.sample(fraction=0.9, shuffle=True, seed=1)
aligned = compare.align(rows)
made = [
    aligned,
    *(
        compare.gaps(aligned, to=to, direction="higher")
        for to in ("best", "median", "mean", "r007")
    ),
    compare.rankings(aligned, direction="higher"),
    compare.attainment(rows, direction="higher"),
    compare.progress(rows, direction="higher"),
]
for frame in made:
    print(len(frame), hashlib.sha256(frame.write_csv().encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def of_one():
    return made_by(1)


def made_by(threads):
    known = {**os.environ, "POLARS_MAX_THREADS": str(threads)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=known, check=True, capture_output=True, text=True
    )
    return ran.stdout


@pytest.mark.parametrize("threads", [2, 7])
def test_any_number_of_threads_gives_the_same_bytes(of_one, threads):
    assert len(of_one.splitlines()) == 8 and not of_one.startswith("0 ")
    assert made_by(threads) == of_one
