"""A page whose values can be held against nothing says what is stated after all."""

import pandas as pd
import pytest
from telling import rows

import compare
from compare import finding
from compare.finding.lead import LONGEST
from compare.ledger.evidence import Evidence

ONE = pd.DataFrame(
    [{"region": "east", "indicator": "places", "year": 2025, "kind": "target", "value": 500.0,
      "lo": 500.0, "hi": 500.0, "comparator": ">=", "unit": "", "direction": "neutral"}]
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "title", "told"),
    [("zh", "places：east 2025年目标为500以上", "places ：east提出2025年为500以上。"),
     ("en", "places: in east, at least 500 planned by 2025",
      "The places: at least 500 planned in east by 2025.")],
)  # fmt: skip
def test_one_value_is_told_with_its_bound_and_year(lang, title, told):
    said = finding.lead(ONE, about="places", lang=lang)
    assert said.text == title and told.casefold() in said.lead.casefold()


def test_a_value_for_each_is_said_once_for_each():
    said = finding.lead(ONE.assign(scope="each-school"), about="places", lang="en")
    assert said.text == "places: in east, at least 500 in every school planned by 2025"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_values_do_not_lengthen_the_lead(lang):
    many = pd.concat([ONE.assign(region=f"region number {n}") for n in range(40)])
    lead = finding.lead(many.assign(comparability="proxy"), about="places", lang=lang).lead
    assert (len(lead) if lang == "zh" else len(lead.split())) <= LONGEST[lang]


@pytest.mark.parametrize("about", ["balance", "balance_junior"])
def test_what_nobody_states_is_known_by_name(evidence, about):
    none = compare.observations().head(0)
    said = finding.lead(none, about=about, evidence=evidence)
    assert said.text.startswith(("优质均衡：", "初中校际差异系数："))
    assert said.lead == "所收文件没有载明可以对应到共同指标的数值。"


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (["target", "target"], "places：乙县2025年目标为300；甲县2025年目标为500"),
        (["actual", "target"], "places：甲县2025年为500"),  # no outcome beside a target
        (["target", "actual"], "places：乙县2025年为300"),  # what is so before what is planned
    ],
)
def test_values_of_one_kind_share_a_heading(kinds, title):
    frame = rows(
        ("甲县", 2025, kinds[0], "=", 500.0), ("乙县", 2025, kinds[1], "=", 300.0)
    ).assign(indicator="places", unit="", direction="neutral", comparability="exact")  # fmt: skip
    frame = frame.assign(scope=["district", "region"])  # of different scopes: nothing compares
    said = finding.lead(frame, about="places")
    assert said.text == title
    assert "甲县" in said.lead and "乙县" in said.lead


def test_numbers_that_nobody_ranks_are_not_said_to_stand_alone(project):
    known = {"evidence": compare.evidence()}
    built = finding.lead(compare.observations(), about="kindergartens_built", **known)
    assert "数量只并列，不比高低。" in built.lead and "没有同年" not in built.lead
    assert (
        "到2020年底为20所（口径相近，抚顺限于公办幼儿园，“十三五”时期为推定，年份推定）"
        in built.lead
    )
    assert built.lead.endswith("上述到期目标未载结果。")  # 象山 planned eight by 2025
    alone = finding.lead(compare.observations(), about="provincial_programmes", **known)
    assert "没有可比的同年他地或全国数值。" in alone.lead


def test_a_value_alone_is_called_what_its_text_calls_it():
    """A shared name that is only close may be wider than the words."""
    near = ONE.assign(comparability="close", figure="plan/1", indicator_zh="新增人才")
    known = Evidence(
        figures=pd.DataFrame([{"figure": "plan/1", "label": "新增技术人才", "region": "east"}]),
        indicators=pd.DataFrame([{
            "indicator": "places", "theme": "t", "name_zh": "新增人才", "name_en": "Skilled people",
            "caution": "各地所计不同", "caution_en": "counts differ", "caution_between": True,
        }]),
    )  # fmt: skip
    said = finding.lead(near, about="east", evidence=known)
    assert "新增技术人才达到500以上" in said.lead
    assert "各地" not in said.lead and "口径相近" not in said.lead
