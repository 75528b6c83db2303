"""Series: which figures of a plan are of one thing, and what a thing is called."""

import pandas as pd
import pytest

from compare.finding.rows import known_rows
from compare.finding.series import series_of
from compare.ledger.evidence import Evidence

FIGURES = [
    # figure, label, label_en, scope, year, kind, number, comparability to the indicator
    ("plan/0", "入园率", "enrolment", "region", 2020, "actual", 80.0, "exact"),
    ("plan/1", "入园率", "enrolment", "region", 2025, "target", 85.0, "exact"),
    ("plan/2", "入园率", "enrolment", "each-county", 2025, "target", 70.0, "exact"),
    ("plan/3", "公办占比", "public share", "region", 2025, "target", 50.0, None),
    ("plan/4", "适龄儿童入园", None, "region", 2030, "target", 90.0, "proxy"),
]


@pytest.fixture(scope="module")
def things():
    """Return the series of one plan, by the figures that they are of."""
    return things_of(FIGURES)


def things_of(figures):
    names = ("figure", "label", "label_en", "scope", "year", "kind", "lo", "comparability")
    stated = pd.DataFrame(figures, columns=names).assign(
        document="plan", region="jia", unit="%", comparator="=", worded=False
    )
    stated["hi"] = stated["value"] = stated["lo"]
    aligned = stated[stated["comparability"].notna()].assign(
        indicator="share", direction="higher", use="main", indicator_zh="毛入园率",
        indicator_en="gross enrolment",
    )  # fmt: skip
    known = Evidence(
        regions=pd.DataFrame([{"region": "jia", "name_zh": "甲县", "name_en": "Jia"}]),
        figures=stated.drop(columns=["value", "comparability"]),
        observations=aligned[["figure", "indicator", "region", "comparability", "use"]],
    )
    rows, _ = known_rows(aligned, known)
    found = series_of(rows, ["jia"], known)
    return {tuple(row["figure"] for row in of_one): of_one[0] for of_one in found}


def test_one_label_of_one_scope_is_one_thing_aligned_or_not(things):
    assert set(things) == {("plan/0", "plan/1"), ("plan/2",), ("plan/3",), ("plan/4",)}


def test_a_thing_has_the_name_of_its_indicator_or_else_of_its_label(things):
    told = {figures[0]: (row["indicator"], row["topic_zh"], row["topic_en"])
            for figures, row in things.items()}  # fmt: skip
    assert told == {
        "plan/0": ("share", "毛入园率", "gross enrolment"),
        "plan/2": ("share", "毛入园率", "gross enrolment"),
        "plan/3": (None, "公办占比", "public share"),
        "plan/4": ("share", "适龄儿童入园", "“适龄儿童入园”"),  # a proxy is not the thing itself
    }
    assert {(row["region_zh"], row["region_en"]) for row in things.values()} == {("甲县", "Jia")}


def test_of_what_plans_nothing_only_what_is_stated_twice_is_told():
    once = [("list/0", "入园率", None, "region", 2020, "actual", 80.0, "exact"),
            ("list/1", "入园率", None, "region", 2021, "actual", 81.0, "exact")]  # fmt: skip
    again = ("list/2", "入园率", None, "region", 2021, "actual", 82.0, None)
    otherwise = ("list/3", "幼儿入园", None, "region", 2021, "actual", 82.0, "exact")
    assert things_of(once) == {}
    assert set(things_of([*once, again])) == {("list/0", "list/1", "list/2")}
    assert set(things_of([*once, otherwise])) == {("list/0", "list/1", "list/3")}
