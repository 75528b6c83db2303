"""Reasons: why a comparison is not made, or what must be said beside it.

``reasons.csv`` is the one table of them, in the order in which they are said. A reason
whose rule is ``differs`` holds where a column of the two sides differs (in a field: where
its contestants differ in it), ``flagged`` where it is true on either side; a row with such a
rule is all that a new reason takes. The other rules are written by name in
:mod:`compare.comparisons.rules`.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Effect = Literal["forbids", "cautions", "states"]


@dataclass(frozen=True)
class Reason:
    """One reason.

    Attributes
    ----------
    name : str
        Its key, as it stands in the column ``reasons`` of a comparison.
    effect : {"forbids", "cautions", "states"}
        Whether values are not compared for it, are compared with that caution, or whether
        it states what a row is (alone, not ranked, without a benchmark).
    overrulable : bool
        Whether ``allow`` may name it.
    rule : str
        ``differs``, ``flagged``, or the name of a rule in code.
    needs : tuple of str
        Columns of which one at least must be there for it to hold; none: it may always.
    zh, en : str
        Its words.
    sentence_zh, sentence_en : str
        What must not be concluded; empty where the words say it.
    """

    name: str
    effect: Effect
    overrulable: bool
    rule: str
    needs: tuple[str, ...]
    zh: str
    en: str
    sentence_zh: str
    sentence_en: str

    @property
    def column(self) -> str:
        """The column that ``differs`` or ``flagged`` speaks of."""
        return self.needs[0]

    def can_hold(self, given: Collection[str]) -> bool:
        """Tell whether a frame with these columns has one that the reason needs."""
        return not self.needs or any(column in given for column in self.needs)

    @property
    def words(self) -> dict[str, str]:
        """The words, by language."""
        return {"zh": self.zh, "en": self.en}

    @property
    def sentence(self) -> dict[str, str]:
        """The sentence, by language."""
        return {"zh": self.sentence_zh, "en": self.sentence_en}


def reasons() -> dict[str, Reason]:
    """Return all reasons by name, in the order in which they are said."""
    return _table()


@cache
def _table() -> dict[str, Reason]:
    text = files("compare").joinpath("reasons.csv").read_text(encoding="utf-8")
    return {row["reason"]: _reason(row) for row in csv.DictReader(text.splitlines())}


def _reason(row: dict[str, str]) -> Reason:
    rules = ("differs", "flagged", row["reason"])
    _must(row, "effect", get_args(Effect))
    _must(row, "overrulable", ("yes", "no"))
    _must(row, "rule", rules, "; a rule in code has the reason's own name")
    needs = tuple(row["needs"].split())
    if row["rule"] in rules[:2] and len(needs) != 1:
        raise _refused(row, "needs", f"allowed with {row['rule']}: one column")
    return Reason(
        name=row["reason"],
        effect=row["effect"],  # type: ignore[arg-type]
        overrulable=row["overrulable"] == "yes",
        rule=row["rule"],
        needs=needs,
        zh=row["zh"],
        en=row["en"],
        sentence_zh=row["sentence_zh"],
        sentence_en=row["sentence_en"],
    )


def _must(row: dict[str, str], cell: str, allowed: Collection[str], why: str = "") -> None:
    if row[cell] not in allowed:
        raise _refused(row, cell, f"allowed: {', '.join(allowed)}{why}")


def _refused(row: dict[str, str], cell: str, allowed: str) -> ValueError:
    return ValueError(f"reasons.csv, {row['reason']}: {cell} is {row[cell]!r}; {allowed}")


def following(rule: str) -> list[Reason]:
    """Return the reasons that hold by a rule."""
    return [reason for reason in reasons().values() if reason.rule == rule]


def named(effect: Effect) -> tuple[str, ...]:
    """Return the names of the reasons that have an effect."""
    return tuple(name for name, reason in reasons().items() if reason.effect == effect)


def overrulable() -> tuple[str, ...]:
    """Return what ``allow`` may name: nothing gives a direction to what has none."""
    return tuple(name for name, reason in reasons().items() if reason.overrulable)


def reason_words(name: str) -> dict[str, str] | None:
    """Return the words of a reason by language; None where there is no such reason."""
    reason = reasons().get(name)
    return None if reason is None else reason.words
