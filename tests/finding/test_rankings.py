"""Ranks in words: decided, tied, open, and none."""

import pytest
from nobody import stated

import compare
from compare.charts.forms.ranking import better_in_words
from compare.finding.profiles import standing
from compare.finding.rankings import rank_in_words, ties_of
from compare.ledger.evidence import Evidence
from compare.wording.phrases import verdict_in_words
from compare.wording.references import reference_name


def ranked(direction="higher", **values):
    given = {"kind": "actual", "direction": direction, "unit": "%", "comparator": "="}
    return Evidence().named(compare.rankings(stated(**values).assign(**given)))


def test_overlapping_intervals_decide_no_order():
    rows = stated(one=1.0, other=2.0).assign(
        kind="actual", direction="higher", comparator=">=", unit="%", hi=5.0
    )
    rows = Evidence().named(compare.rankings(rows))
    assert [rank_in_words(row, ties_of(rows), "zh") for row in rows.to_dict("records")] == [
        "第1–2"
    ] * 2
    assert rank_in_words(rows.iloc[0].to_dict(), ties_of(rows), "en") == "rank 1–2"


@pytest.mark.parametrize(
    ("lang", "tie", "last"), [("zh", "并列第1", "第3"), ("en", "joint rank 1", "rank 3")]
)
def test_a_tie_is_said_to_be_one(lang, tie, last):
    rows = ranked(one=2.0, other=2.0, third=1.0)
    said = {
        row["region"]: rank_in_words(row, ties_of(rows), lang) for row in rows.to_dict("records")
    }
    assert said == {"one": tie, "other": tie, "third": last}


def test_who_is_alone_or_has_no_value_has_no_rank():
    rows = ranked(one=2.0, other=2.0)
    rows.loc[rows["region"] == "other", ["rank_best", "rank_worst", "rank", "of"]] = None
    assert [rank_in_words(row, ties_of(rows), "zh") for row in rows.to_dict("records")] == [
        "第1",
        "",
    ]
    alone = ranked(one=2.0)
    assert alone["rank_best"].tolist() == [1]
    assert rank_in_words(alone.iloc[0].to_dict(), alone, "zh") == ""


def test_a_target_has_no_rank_and_is_never_better():
    rows = ranked(one=0.25, other=0.23, direction="lower").assign(kind="target")
    assert [rank_in_words(row, ties_of(rows), "zh") for row in rows.to_dict("records")] == ["", ""]
    assert standing(rows.iloc[0].to_dict(), rows, "zh") == "共2地"
    said = [verdict_in_words(name, "target", "zh") for name in ("ahead", "behind", "level")]
    assert said == ["要求更严", "要求较宽", "要求相同"]
    assert verdict_in_words("behind", "actual", "en") == "behind"
    assert verdict_in_words("behind", "target", "en") == "less strict"
    assert reference_name("best", Evidence(), "en", kind="target") == "the strictest target"
    assert better_in_words("lower", "zh", kind="target") == "越低要求越严"
