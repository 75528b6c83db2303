"""Any frame on any engine: a hundred thousand generated cases have one answer or refusal.

    python tests/benchmarks/boundary.py [--cases 100000] [--first 0] [--jobs 2]

A case is one frame of cells of any type (texts, numbers, dates, flags, absent and wrong ones,
duplicates, names that differ in form, columns called as ours) in one comparison on one engine,
in an order of rows and columns of its own; it must come to what polars comes to. What differs
is printed with the smallest frame that still does, and the number it is drawn from.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("POLARS_MAX_THREADS", "1")  # small frames on many processes

from anyframe import ENGINES, REFERENCE, differing, drawn, least, outcome

FRAMES = 25
"""How many frames a process takes at a time."""


def tried(first: int) -> tuple[Counter[str], list[str]]:
    """Try some frames on every engine; return what came of them, and what differs."""
    came: Counter[str] = Counter()
    wrong = []
    for seed in range(first, first + FRAMES):
        case = drawn(random.Random(seed))
        try:
            found = outcome(case, REFERENCE)
            answered = "answered" if isinstance(found, list) else "refused"
            came[f"{case.comparison} {answered}"] += len(ENGINES)
            for engine, expected, other in differing(case, seed):
                small = least(case, engine, seed)
                wrong.append(
                    f"seed {seed}, {case.comparison}, {case.arguments}, {engine}:\n{small.frame}\n"
                    f"expected {expected}\nfound {other}"
                )
        except Exception as error:
            wrong.append(f"seed {seed}, {case.comparison}: {type(error).__name__}: {error}")
    return came, wrong


def batches(first: int, cases: int, jobs: int) -> Iterator[tuple[Counter[str], list[str]]]:
    """Try as many frames as make so many cases, in some processes."""
    frames = range(first, first + -(-cases // len(ENGINES)), FRAMES)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(tried, frames)


def main() -> None:
    """Print what came of the cases; end with 1 where an engine differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    asked = parser.parse_args()
    start, said = time.monotonic(), 0.0
    came: Counter[str] = Counter()
    wrong: list[str] = []
    for some, differing_ones in batches(asked.first, asked.cases, asked.jobs):
        came += some
        wrong += differing_ones
        for one in differing_ones:
            print(one, flush=True)
        seconds = time.monotonic() - start
        if seconds > said + 60:
            said = seconds
            done = came.total()
            print(f"{done} cases, {seconds:.0f} s, {done / seconds:.0f} a second", flush=True)
    print("\n| comparison | answered | refused |\n|---|---|---|")
    for name in sorted({key.split()[0] for key in came}):
        print(f"| {name} | {came[f'{name} answered']} | {came[f'{name} refused']} |")
    print(f"\n{came.total()} cases in {time.monotonic() - start:.0f} s: {len(wrong)} differ")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
