"""Sources of a region as one story: in the order of their dates, with what they state."""

import datetime

import pandas as pd
import pytest

import compare
from compare import tables
from compare.ledger.evidence import Evidence


def test_sources_stand_by_date_and_an_undated_one_at_the_end_of_its_first_year():
    documents = pd.DataFrame(
        [
            {"document": "a-2026", "region": "a", "title": "报告", "type": "work-report",
             "issued": datetime.date(2026, 1, 2), "period_start": 2026},
            {"document": "a-points", "region": "a", "title": "要点", "type": "points",
             "issued": None, "period_start": 2024},
            {"document": "a-2024", "region": "a", "title": "年初报告", "type": "work-report",
             "issued": datetime.date(2024, 1, 17), "period_start": 2024},
            {"document": "a-plan", "region": "a", "title": "规划", "type": "plan",
             "issued": datetime.date(2021, 5, 1), "period_start": 2021},
            {"document": "b-plan", "region": "b", "title": "别处", "type": "plan",
             "issued": None, "period_start": 2021},
        ]
    )  # fmt: skip
    figures = pd.DataFrame(
        [("a-plan", 2020, "actual"), ("a-plan", 2025, "target"), ("a-plan", 2025, "target")],
        columns=["document", "year", "kind"],
    ).assign(region="a")
    known = Evidence(documents=documents, figures=figures)
    table = tables.sources_table(["a"], evidence=known)
    plain = table.plain()
    assert plain["文件"].tolist() == ["规划", "年初报告", "要点", "报告"]
    assert plain["载明"].tolist()[0] == "2020年现状1条；2025年目标2条"
    assert plain["类型"].tolist() == ["规划", "工作报告", "工作要点", "工作报告"]
    assert "未载日期" in plain["日期"].tolist() and "以新近文件为准" in table.notes[0]
    assert len(tables.sources_table(["a", "b"], evidence=known).frame) == 5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_of_many_regions_is_the_source_of_each_that_it_states(lang):
    rows = pd.DataFrame({"region": ["甲", "乙", "乙"], "year": [2020, 2020, 2021], "x": [1, 2, 3]})
    known = compare.panel(rows, direction={"x": "higher"}, title="我的表").evidence
    table = tables.sources_table(["乙"], evidence=known, lang=lang)
    (line,) = table.plain().to_numpy().tolist()
    assert "我的表" in line[0]
    assert line[-1] == {"zh": "2020年、2021年现状2条", "en": "actual 2020, 2021: 2"}[lang]
    both = tables.sources_table(["甲", "乙"], evidence=known, lang=lang)
    assert len(both.frame) == 2 and not both.notes
