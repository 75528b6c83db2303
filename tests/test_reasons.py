"""The table of reasons: whole, in both languages, and what other rooms take from it."""

import csv
import re
from importlib.resources import files

import pytest

import compare
from compare.reasons import _reason, named, overrulable, reasons
from compare.wording.catalogue import term


def test_every_row_is_a_reason_of_its_own():
    text = files("compare").joinpath("reasons.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["reason"] for row in rows] == list(reasons())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", row["reason"]) for row in rows)
    assert all(None not in row and all(v == v.strip() for v in row.values()) for row in rows)


def test_every_reason_is_worded_in_both_languages():
    for name, reason in reasons().items():
        assert re.search("[一-鿿]", reason.zh) and not re.search("[一-鿿]", reason.en), name
        assert bool(reason.sentence_zh) == bool(reason.sentence_en), name
        assert (term(name, "zh"), term(name, "en")) == (reason.zh, reason.en)


def test_effects_part_the_reasons():
    parted = [*named("forbids"), *named("cautions"), *named("states")]
    assert sorted(parted) == sorted(reasons())


def test_only_what_forbids_can_be_overruled_and_nothing_gives_a_direction():
    assert set(overrulable()) == set(named("forbids")) - {"no-direction"}


def test_the_columns_that_a_reason_needs_are_named():
    assert reasons()["part-and-whole"].needs == ("parent", "adcode")
    assert reasons()["target"].needs == ()


@pytest.mark.usefixtures("seen_world")
def test_the_column_of_a_rule_is_one_that_comparisons_have():
    rows = compare.align(compare.observations(), horizon="latest", evidence=compare.evidence())
    said = "reasons.csv, {}: {} is no column that align() returns, or no true and false"
    for name, reason in reasons().items():
        if reason.rule in ("differs", "flagged"):
            assert reason.column in rows, said.format(name, reason.column)
        if reason.rule == "flagged":
            assert set(rows[reason.column].dropna()) <= {True, False}, said.format(
                name, reason.column
            )


GOOD = dict.fromkeys(
    ("reason", "overrulable", "zh", "en", "sentence_zh", "sentence_en"), ""
) | {"reason": "new-one", "effect": "cautions", "rule": "differs", "needs": "scope"}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [("effect", "warns", "reasons.csv, new-one: effect is 'warns'; allowed: forbids, cautions, "),
     ("overrulable", "true", "reasons.csv, new-one: overrulable is 'true'; allowed: yes, no"),
     ("rule", "differ", "reasons.csv, new-one: rule is 'differ'; allowed: differs, flagged, "),
     ("needs", "", "reasons.csv, new-one: needs is ''; allowed with differs: one column"),
     ("needs", "scope level", "needs is 'scope level'; allowed with differs: one column")],
)  # fmt: skip
def test_a_row_that_cannot_be_one_says_what_is_allowed(cell, value, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        _reason({**GOOD, "overrulable": "no", cell: value})
