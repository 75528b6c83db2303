"""What the tests of tables and findings share: frames of nobody's, and all that is said of them."""

from __future__ import annotations

import pandas as pd

import compare

LANGS = ("zh", "en")


def nobodys_rows() -> pd.DataFrame:
    """Return a frame of one's own: what every frame must have, and nothing else."""
    stated = [
        ("east", "share", 2020, 90.0, 90.0),
        ("west", "share", 2020, 80.0, 80.0),
        ("north", "share", 2020, 70.0, 75.0),
        ("east", "classes", 2020, 7.0, 7.0),
        ("west", "classes", 2020, 9.0, None),
    ]
    return pd.DataFrame(
        [
            {"region": region, "indicator": indicator, "year": year,
             "value": lo if lo == hi else None, "lo": lo, "hi": hi,
             "direction": "higher"}
            for region, indicator, year, lo, hi in stated
        ]
    )  # fmt: skip


def nobodys_progress() -> pd.DataFrame:
    """Return how far nobody's regions are from targets of theirs."""
    actual = nobodys_rows().assign(kind="actual")
    target = actual.assign(year=2025, kind="target")
    for column in ("value", "lo", "hi"):
        target[column] += 5
    return compare.progress(pd.concat([actual, target], ignore_index=True))


def nobodys_ranks() -> pd.DataFrame:
    return compare.rankings(compare.align(nobodys_rows()))


def nobodys_gaps(to: str) -> pd.DataFrame:
    return compare.gaps(compare.align(nobodys_rows()), to=to)


GOALPOSTS = {"share": (0.0, 100.0), "classes": (0.0, 20.0)}


def nobodys_composite() -> pd.DataFrame:
    return compare.composite(compare.align(nobodys_rows()), goalposts=GOALPOSTS)


def nobodys_variants() -> pd.DataFrame:
    return compare.composite_variants(compare.align(nobodys_rows()), goalposts=GOALPOSTS)


def directed_ranks(direction: str) -> pd.DataFrame:
    """Return ranks of two regions, 90 and 80, where higher, or lower, is better."""
    rows = nobodys_rows().head(2).assign(direction=direction, unit="%")
    return compare.rankings(compare.align(rows))
