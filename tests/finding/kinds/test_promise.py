"""Promise: what makes a target no undertaking is said beside it."""

import pandas as pd
import pytest
from telling import rows, said

PLANS = (("甲县", 2025, "target", ">", 8.0), ("乙县", 2025, "target", ">=", 5.0))


@pytest.mark.parametrize(
    ("before", "remark"),
    [
        ((">", 8.0), "甲县超过8%（2020年已超过8%）"),
        (("=", 9.0), "甲县超过8%（2020年已为9%）"),
        (("=", 8.0), "甲县超过8%，"),  # eight is not more than eight
        (("<=", 9.0), "甲县超过8%，"),
    ],
)
def test_a_target_that_was_reached_before_its_plan_says_so(before, remark):
    (sentence,) = said(rows(*PLANS, ("甲县", 2020, "actual", *before)), "promise")
    assert remark in sentence


def test_what_may_be_of_another_concept_reached_nothing():
    plans = rows(*PLANS, ("甲县", 2020, "actual", "=", 9.0)).assign(
        after_break=[True, False, False]
    )
    (sentence,) = said(plans, "promise")
    assert "2020年已" not in sentence


def test_where_less_is_better_a_lower_outcome_had_reached_it():
    less = rows(("甲县", 2025, "target", "<=", 3.0), ("乙县", 2025, "target", "<=", 5.0),
                ("甲县", 2020, "actual", "=", 2.0), direction="lower")  # fmt: skip
    (sentence,) = said(less, "promise")
    assert "（2020年已为2%）" in sentence and sentence.count("已") == 1


def test_a_year_that_had_gone_by_when_the_plan_was_issued_is_told_with_it():
    plans = rows(*PLANS).assign(figure=["new/1", "old/1"], document=["new", "old"], year=2021)
    known = {
        "documents": pd.DataFrame(
            {"document": ["new", "old"], "issued": ["2023-03-27", "2020-05-01"]}
        ),
        "figures": pd.DataFrame({"figure": ["new/1", "old/1"], "document": ["new", "old"]}),
    }  # fmt: skip
    (sentence,) = said(plans, "promise", **known)
    assert "甲县超过8%（文件2023年印发）" in sentence and sentence.count("印发") == 1


MANY = [(name, 2027, "target", sign, number) for name, sign, number in (
    ("甲县", "=", 99.0), ("乙县", "=", 99.0), ("丙县", ">=", 98.0), ("丁县", ">=", 97.0),
    ("戊县", "~", 97.0), ("己县", "=", 96.0), ("庚县", "=", 95.0), ("辛县", "=", 94.0),
)]  # fmt: skip


def test_of_many_the_strictest_are_named_and_of_how_many():
    (sentence,) = said(rows(*MANY), "promise")
    assert sentence.endswith("（共8地），乙县、甲县为99%，要求最严。")


@pytest.mark.parametrize("own", ["丁县", "辛县"])
def test_of_a_region_among_many_it_stands_beside_the_strictest(own):
    (sentence,) = said(rows(*MANY), "promise", about=own)
    assert "乙县、甲县为99%" in sentence and own in sentence and "乙县、甲县要求最严" in sentence


def test_what_stands_in_no_order_is_told_of_those_that_nobody_surpasses():
    floors = [(name, 2027, "target", "~", 99.0) for name in ("甲县", "乙县")]
    (sentence,) = said(rows(*floors, *MANY[3:]), "promise")
    assert "乙县、甲县约为99%" in sentence and "高低不能确定" in sentence
    assert not any(name in sentence for name in ("己县", "庚县", "辛县"))
