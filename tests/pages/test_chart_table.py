"""Tables of charts, as people read and paste them."""

from dataclasses import replace

import pandas as pd
import pytest

import compare
from compare import charts
from compare.finding.kinds.attainment import verdict_in_words
from compare.ledger.evidence import Evidence
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


def test_the_benchmark_that_a_title_compares_with_stands_in_the_table(built_once, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(built_once.root))
    known = compare.evidence()
    observed = compare.observations(indicator="senior_gross_enrolment")
    ranked = compare.rankings(compare.align(observed, year=2020, kind="actual", evidence=known))
    for lang, cells in (
        ("zh", {"地区": "全国2020年现状", "数值": "91.2%", "类别": "现状"}),
        ("en", {"Region": "national 2020 actual", "Value": "91.2%", "Kind": "actual"}),
    ):
        chart = charts.ranking(ranked, evidence=known, lang=lang)
        *_, last = table_of(chart, chart.data)
        assert {head: last[head] for head in cells} == cells
        several = pd.concat([chart.data, chart.data.assign(year=2021)])  # of which year?
        assert len(table_of(chart, several)) == len(several)


def test_a_target_is_judged_in_the_words_of_its_picture():
    rows = pd.DataFrame(
        [("a", 2020, "target", 90.0), ("a", 2020, "actual", 80.0), ("b", 2020, "target", 90.0)],
        columns=["region", "year", "kind", "value"],
    ).assign(indicator="alpha", unit="%", direction="higher")
    chart = charts.attainment_board(compare.attainment(rows))
    header, cells = chart_table(chart, Evidence())
    told = [row[header.index("比较结果")] for row in cells]
    assert told == [verdict_in_words(row, "zh") for row in chart.data.to_dict("records")]
    assert told == ["未达目标", "目标完成情况未载"]
