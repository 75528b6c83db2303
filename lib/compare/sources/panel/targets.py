"""Targets in own tables: a column says of each row whether it is one, or a head of its column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from compare.sources.panel.columns import plain
from compare.sources.panel.heads import PLANNED, TARGET, Head
from compare.sources.panel.measures import Measure
from compare.sources.panel.opening import Sheet

KIND = pl.Enum(["actual", "target"])
"""What values are."""

_WORDS = {
    "actual": "actual actuals observed achieved achievement result outcome reported realised "
              "realized ist réel réalisé real observado 实际 实际值 实际数 完成 完成值 现状 "
              "现状值 实绩 实现值",
    "target": "target targets goal goals plan planned objective soll ziel zielwert cible "
              "objectif meta objetivo "
              "目标 目标值 规划 规划值 规划目标 计划 计划值",
}  # fmt: skip
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}

_COLUMNS = re.compile(
    r"kind|type|value type|data type|type of value|series type|scenario|actual ?/ ?target|"
    r"类别|类型|性质|数据类型|数值类型|值类型|指标类型|目标/实际|实际/目标"
)
"""What a column that tells them apart may be called; what it holds decides."""

_BEHIND = re.compile(
    rf"(?P<name>.*?)[\s_,:(（-]*(?:\b(?:{TARGET})|(?<![达未离距到现成超])(?:{PLANNED}))[)）]?$",
    re.IGNORECASE,
)
_FOR = re.compile(rf"(?:{TARGET}) (?:for|of) (?P<name>.+)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:{TARGET})[\s_:-]+(?P<name>.+)", re.IGNORECASE)
_AT_IT = re.compile(
    r"(?:^|[\s_])(?:to|on|off|at|of|the|from|met|meets?|meeting|towards?|above|below|under|over|"
    r"against|achiev\w*|reach\w*|exceed\w*|hit\w*|miss\w*|progress|no)$",
    re.IGNORECASE,
)
"""Gap to target, schools on target: what is said of a target is no target."""


def kind_column(sheet: Sheet, taken: set[str]) -> Head | None:
    """Return the column that says of each row whether it holds an actual value or a target."""
    for head in sheet.heads:
        if head.letters in taken or not _COLUMNS.fullmatch(plain(head.name)):
            continue
        cells = sheet.frame[head.letters]
        if cells.dtype == pl.String and _are_kinds(cells):
            return head
    return None


def _are_kinds(cells: pl.Series) -> bool:
    said = {plain(text) for text in cells.unique().to_list() if text}
    return bool(said) and said <= _KINDS.keys()


def kinds_said(cells: pl.Series) -> pl.Series:
    """Return what each row of such a column says: actual, target, or nothing where it is blank."""
    known = {text: _KINDS.get(plain(text)) for text in cells.unique().to_list() if text}
    return cells.replace_strict(
        list(known), list(known.values()), default=None, return_dtype=pl.String
    ).cast(KIND)


def with_targets(measures: Sequence[Measure]) -> list[Measure]:
    """Return measures of which those whose names say so are targets of the others.

    Of enrol and enrol target the second is a target of the first; where nothing is called enrol,
    it is a target of that name.
    """
    actual = {
        plain(one.indicator): one.indicator for one in measures if not says_target(one.indicator)
    }
    return [_as_target(one, actual) for one in measures]


def _as_target(measure: Measure, actual: Mapping[str, str]) -> Measure:
    """Return a measure as a target, where its name says so: Target enrol, if there is enrol."""
    name = measure.indicator
    if says_target(name):
        return replace(measure, indicator=_aimed_at(name, actual), kind="target")
    before = _BEFORE.fullmatch(name)
    of = actual.get(plain(before["name"])) if before else None
    return replace(measure, indicator=of, kind="target") if of else measure


def _aimed_at(name: str, actual: Mapping[str, str]) -> str:
    """Return the indicator that a column of targets is of: one of the others, or its own."""
    of = without_target(name)
    if plain(of) in actual:
        return actual[plain(of)]
    only = next(iter(actual.values())) if len(actual) == 1 else name  # rate 2020, target 2025
    return of or only


def says_target(name: str) -> bool:
    """Tell whether the name of a column says that it holds targets.

    Examples
    --------
    >>> says_target("enrol target"), says_target("毛入园率目标值"), says_target("Target for enrol")
    (True, True, True)
    >>> says_target("gap to target"), says_target("target group share")
    (False, False)
    """
    return _of_target(name) is not None


def without_target(name: str) -> str:
    """Return a name without the word that says target: nothing of the word alone."""
    of = _of_target(name)
    return name if of is None else of


def _of_target(name: str) -> str | None:
    """Return of what a column holds targets, by its name; None where it holds none."""
    found = _BEHIND.fullmatch(name) or _FOR.fullmatch(name)
    if found is None or _AT_IT.search(found["name"].strip()):
        return None
    return found["name"].strip()
