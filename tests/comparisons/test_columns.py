"""Every column that a comparison knows has one kind of cells."""

from collections import Counter

from compare.comparisons.align import DEFAULTS
from compare.comparisons.columns import (
    AS_THEY_ARE,
    CHOICES,
    FLAGS,
    NAMES,
    NUMBERS,
    TEXTS,
    YEARS,
    flags,
    known_columns,
)
from compare.reasons import following, reasons

KINDS = (*NAMES, *YEARS, *NUMBERS, *FLAGS, *CHOICES, *TEXTS, *AS_THEY_ARE)


def test_no_column_is_of_two_kinds():
    assert [name for name, count in Counter(KINDS).items() if count > 1] == []


def test_what_has_a_default_or_a_reason_is_known():
    needed = {name for reason in reasons().values() for name in reason.needs}
    assert {*KINDS, *DEFAULTS} | needed <= known_columns()


def test_a_reason_that_flags_is_a_flag():
    assert {reason.column for reason in following("flagged")} <= set(flags())
