"""Extremes: who is the best or the last of many, or may be where bounds leave it open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from compare.finding.naming import regions, value
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import listed

Row = dict[str, Any]

FEW = 3
"""So many who may be first are named; of more it is only said what the numbers stated say."""


@dataclass(frozen=True)
class Extreme:
    """One end of a contest.

    Attributes
    ----------
    rows : sequence of dict
        Who stands there: all who are level, or all who may; of ``open``, whom the numbers
        stated put first.
    state : {"sure", "either", "open"}
        Whether they stand there for certain, one of them does, or it is open who does.
    """

    rows: Sequence[Row]
    state: Literal["sure", "either", "open"]

    @property
    def told(self) -> Sequence[Row]:
        """The rows whose values a sentence names: of those who are level, one."""
        return self.rows if self.state == "either" else self.rows[:1]

    def names(self, lang: Lang) -> str:
        """Return who stands there: ``A、B``, or ``A或B`` where it is one of them."""
        if self.state != "either":
            return regions(self.rows, lang)
        return _or([regions([row], lang) for row in self.rows], lang)

    def values(self, lang: Lang) -> str:
        """Return who stands there, with the values: ``A（90%以上）或B（96.3%）``."""
        if self.state != "either":
            told = {"names": self.names(lang), "value": value(self.rows[0], lang)}
            return say("finding-extreme-value", lang, **told)
        return _or(self.each(lang), lang)

    def in_words(self, way: str, lang: Lang) -> str:
        """Return who stands there and how: ``highest in A (96%)``, ``A或B最高``."""
        form = "either" if self.state == "either" else "one"
        told = {"names": self.names(lang), "value": value(self.rows[0], lang)}
        return say(f"finding-extreme-{form}", lang, **told, values=self.values(lang), way=way)

    def each(self, lang: Lang) -> list[str]:
        """Return each of those who stand there, with its value."""
        return [
            say("finding-extreme-value", lang, names=regions([row], lang), value=value(row, lang))
            for row in self.rows
        ]

    def without(self, region: str) -> Extreme:
        """Return the others who stand there."""
        return Extreme([row for row in self.rows if row["region"] != region], self.state)


def extremes(
    contest: pd.DataFrame, direction: str, rows_of: Callable[[pd.DataFrame], list[Row]]
) -> tuple[Extreme, Extreme]:
    """Return the best and the last of a contest.

    Parameters
    ----------
    contest : pandas.DataFrame
        Its rows in their order, with lo, hi, lo_open, hi_open and rank.
    direction : {"higher", "lower"}
        Which values are better.
    rows_of : callable
        Returns some of the rows with all that sentences name.

    Returns
    -------
    tuple of Extreme
        The best, and the last.
    """
    lowest_first = direction == "lower"
    turned = _turned(contest)
    ends = (turned, contest) if lowest_first else (contest, turned)
    estimates = bool(contest["rank"].notna().all())
    best, last = (_extreme(contest, end, rows_of, estimates=estimates) for end in ends)
    return best, last


def _extreme(
    contest: pd.DataFrame,
    upward: pd.DataFrame,
    rows_of: Callable[[pd.DataFrame], list[Row]],
    *,
    estimates: bool,
) -> Extreme:
    """Return one end of a contest: that which is highest as its intervals are turned upward."""
    among = upward[_may_be_highest(upward)]
    unbeaten = among[among["lo"] >= upward["hi"].fillna(np.inf).max()]  # others are level at most
    if len(among) == 1 or len(unbeaten):
        sure = unbeaten if len(unbeaten) else among
        return Extreme(rows_of(contest.loc[sure.index]), "sure")
    if not estimates and len(among) <= FEW:
        return Extreme(rows_of(contest.loc[among.index]), "either")
    # estimates have an order of their own, whatever their limits; of bounds what is assured counts
    for name, unknown in [("value", -np.inf)] if estimates else [("lo", -np.inf), ("hi", np.inf)]:
        stated = among[name].fillna(unknown)
        among = among[stated == stated.max()]
    return Extreme(rows_of(contest.loc[among.index]), "open")


def _may_be_highest(upward: pd.DataFrame) -> pd.Series[bool]:
    """Tell which intervals no other one lies wholly above."""
    lo, hi = upward["lo"].fillna(-np.inf), upward["hi"].fillna(np.inf)
    open_lo, open_hi = (upward[name].fillna(False).astype(bool) for name in ("lo_open", "hi_open"))
    floor = lo.max()
    is_beyond = bool((open_lo & (lo == floor)).any())  # somebody is above the floor itself
    return (hi > floor) | ((hi == floor) & ~open_hi & (not is_beyond))


def _turned(contest: pd.DataFrame) -> pd.DataFrame:
    """Return the intervals of a contest with more for less."""
    turned = {"value": -contest["value"], "lo": -contest["hi"], "hi": -contest["lo"]}
    return contest.assign(**turned, lo_open=contest["hi_open"], hi_open=contest["lo_open"])


def _or(names: Sequence[str], lang: Lang) -> str:
    """Return names of which one is meant: ``A、B或C``, ``A, B or C``."""
    *others, last = names
    return say("list-or", lang, names=listed(others, lang), last=last) if others else last
