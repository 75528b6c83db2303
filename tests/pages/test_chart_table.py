"""Tables of charts, as people read and paste them."""

from dataclasses import replace

import pandas as pd
import pytest

import compare
from compare import charts
from compare.pages.chart_table import chart_table
from compare.wording.references import benchmark_name


@pytest.fixture(scope="module")
def drawn(built_once):
    """Return a chart in each language, whose data a test replaces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        covered, known = compare.coverage(theme="balance"), compare.evidence()
        yield [charts.coverage_matrix(covered, evidence=known, lang=lang) for lang in ("zh", "en")]


def table_of(chart, data):
    header, rows = chart_table(replace(chart, data=data), compare.evidence())
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_tables_of_comparisons_are_in_words(drawn):
    chinese, english = drawn
    known = compare.evidence()
    observed = compare.observations(indicator="compulsory_retention")
    aligned = compare.align(observed, year=2020, kind="actual", evidence=known)
    gap = table_of(chinese, compare.gaps(aligned, to="平阳", evidence=known))[0]
    assert gap["地区"] == "抚顺" and gap["参照"] == "平阳"
    assert gap["差距"] == "−9.4个百分点" and gap["比较结果"] == "不及"
    rank = table_of(english, compare.rankings(aligned))[-1]
    assert rank["Region"] == "Xiangshan" and rank["Indicator"].startswith("Nine-year")
    pace = table_of(chinese, compare.progress(compare.observations(indicator="balance_junior")))
    targets = {row["地区"]: row["目标"] for row in pace}
    assert targets["衢州"] == "<0.35" and targets["平阳"] == "0.23"
    # what the reasons say already, and what only a computer needs, is left out
    assert "状态" not in gap and "状态" in pace[0]
    assert not {"缺少的地区数", "current_comparator"} & {*gap, *pace[0]}


def test_what_is_undecided_is_shown_as_the_ends_it_lies_between(drawn):
    row = {"rank": None, "rank_best": 1.0, "rank_worst": 3.0, "gap": None, "gap_unit": "%"}
    row |= {"gap_lo": -2.5, "gap_hi": 1.0, "value": None, "lo": 1.0, "hi": 2.0, "unit": "所"}
    assert table_of(drawn[0], pd.DataFrame([row])) == [
        {"数值": "1–2所", "差距": "−2.5 至 1%", "名次": "1–3"}
    ]


def test_a_frame_of_any_other_kind_is_shown_as_it_is_and_runs_no_formula(drawn):
    data = pd.DataFrame({"学校": ["一小", "=1+1"], "cv": [0.123456, float("nan")], "n": [3, 4]})
    assert table_of(drawn[0], data) == [
        {"数值条数": "3", "学校": "一小", "cv": "0.123456"},
        {"数值条数": "4", "学校": "'=1+1", "cv": ""},
    ]


def test_references_are_called_what_they_are_called_everywhere(drawn):
    limits = compare.table("benchmarks")
    data = pd.DataFrame({"reference": ["best", "fushun", *limits["benchmark"]], "gap": 1.5})
    rows = table_of(drawn[1], data)
    assert [row["Compared with"] for row in rows[:2]] == ["the best", "Fushun"]
    names = [benchmark_name(row, "en") for row in limits.to_dict("records")]
    assert [row["Compared with"] for row in rows[2:]] == names
