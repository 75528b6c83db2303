"""What a lead tells of findings together, and what it says below itself."""

import pandas as pd
import pytest
from telling import rows

import compare
from compare.finding.lead import LONGEST, lead
from compare.ledger.evidence import Evidence

TWO = pd.concat(
    [
        rows(("甲县", 2020, "actual", "=", 80.0), ("乙县", 2020, "actual", "=", 90.0)),
        rows(("甲县", 2020, "actual", "=", 70.0), ("乙县", 2020, "actual", "=", 75.0)),
    ],
    ignore_index=True,
).assign(indicator=["a", "a", "b", "b"])


def test_what_lies_on_one_side_of_another_region_is_one_clause():
    of_one = lead(TWO, about="甲县")
    assert of_one.lead == "2020年，甲县a 80%、b 70%，分别低于乙县10个、5个百分点。"
    english = lead(TWO, about="甲县", lang="en").lead
    assert english == (
        "In 2020, the a (80%) and the b (70%) in 甲县 were 10 and 5 percentage points below 乙县."
    )


def test_of_a_pair_the_clause_names_both_values():
    pair = lead(TWO, about=["甲县", "乙县"])
    assert pair.lead == (
        "2020年，a （乙县90%、甲县80%）、b （乙县75%、甲县70%），乙县分别高10个、5个百分点。"
    )
    english = lead(TWO, about=["甲县", "乙县"], lang="en").lead
    assert english == (
        "In 2020, 乙县 was higher in the a (90% in 乙县 and 80% in 甲县) "
        "and the b (75% in 乙县 and 70% in 甲县), by 10 and 5 percentage points."
    )


def test_what_lies_on_different_sides_stays_apart():
    crossed = TWO.assign(value=[80.0, 90.0, 75.0, 70.0], lo=[80.0, 90.0, 75.0, 70.0],
                         hi=[80.0, 90.0, 75.0, 70.0])  # fmt: skip
    told = lead(crossed, about="甲县").lead
    assert "比乙县（90%）低10个百分点" in told and "比乙县（70%）高5个百分点" in told


def test_of_low_values_that_are_better_a_lead_still_says_which_is_lower():
    told = lead(TWO.assign(direction="lower"), about="甲县").lead
    assert told.endswith("分别低于乙县10个、5个百分点。")


INDICATORS = pd.DataFrame(
    {"indicator": ["a", "b"], "caution": ["如何计算未说明"] * 2, "caution_en": ["how unknown"] * 2}
)


def test_a_lead_says_that_a_definition_is_close_and_below_in_what():
    known = Evidence(indicators=INDICATORS)
    said = lead(TWO.assign(comparability="close"), about="甲县", evidence=known)
    assert said.lead.count("口径相近") == 2 and "如何计算未说明" not in said.lead
    assert said.source == "口径：a 、b ，如何计算未说明。"
    alone = compare.findings(TWO.assign(comparability="close"), about="甲县", evidence=known)
    assert alone["sentence_zh"].str.contains("（口径相近，如何计算未说明）").all()


def test_an_exact_definition_is_not_spoken_of():
    said = lead(TWO, about="甲县", evidence=Evidence(indicators=INDICATORS))
    assert "口径" not in said.lead + said.source


def test_a_lead_says_of_the_targets_that_it_tells_whether_they_came(project):
    observed, evidence = compare.observations(), compare.evidence()
    due = lead(observed, about="backbone_teachers_share", evidence=evidence)
    assert due.lead.endswith("2025年达到25%（2020年为15%）。到期结果未载。")
    english = lead(observed, about="backbone_teachers_share", evidence=evidence, lang="en").lead
    assert english.endswith(" No outcome was found.")
    to_come = lead(observed[observed["region"] == "quzhou"], about="衢州", evidence=evidence)
    assert "2027年" in to_come.lead and "到期" not in to_come.lead


def test_of_targets_whose_outcome_is_known_a_lead_does_not_say_that_it_is_not(project):
    observed, evidence = compare.observations(), compare.evidence()
    stated = observed[observed["indicator"] == "backbone_teachers_share"]
    outcome = stated[stated["kind"] == "actual"].assign(
        year=2025, value=26.0, lo=26.0, hi=26.0, figure="bulletin/1", document="bulletin"
    )
    known = pd.concat([observed, outcome], ignore_index=True)
    said = lead(known, about="backbone_teachers_share", evidence=evidence)
    assert "2025年实际为26%" in said.lead and "到期" not in said.lead + said.source


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_lead_tells_numbers_twice_or_is_too_long(project, lang):
    observed, evidence = compare.observations(), compare.evidence()
    for about in ["象山", "抚顺", ["象山", "平阳"], "balance_junior", "graded_kindergartens_share"]:
        said = lead(observed, about=about, evidence=evidence, lang=lang)
        parts = len(said.lead) if lang == "zh" else len(said.lead.split())
        assert 0 < parts <= LONGEST[lang], said.lead
    told = lead(observed, about="balance_junior", evidence=evidence, lang=lang).lead
    assert told.count("0.25") == 1, told


def test_a_whole_and_its_part_are_told_to_stand_side_by_side(project):
    known = {"evidence": compare.evidence()}
    pair = lead(compare.observations(), about=["宁波", "象山"], **known)
    assert pair.lead.endswith("两地有隶属关系，数值只并列，不比高低。")
    apart = lead(compare.observations(), about=["抚顺", "宁波"], **known)
    assert apart.lead.endswith("彼此没有同年可比的现状数值。")


def test_a_headline_names_the_indicators_that_its_lead_tells_in_their_order():
    assert lead(TWO, about="甲县").indicators == ("a", "b")
    reversed_ = TWO.assign(value=[80.0, 81.0, 50.0, 75.0], lo=[80.0, 81.0, 50.0, 75.0],
                           hi=[80.0, 81.0, 50.0, 75.0])  # fmt: skip
    told = lead(reversed_, about=["甲县", "乙县"])
    assert told.indicators == ("b", "a") and told.text.index("b") < len(told.text)
    assert lead(TWO.iloc[:1], about="甲县", kinds=["pace"]).indicators == ()


def test_the_page_of_everything_tells_of_others_before_it_tells_more_of_the_same(project):
    told = lead(compare.observations(), evidence=compare.evidence()).lead
    assert all(name in told for name in ("平阳", "象山", "抚顺"))
    assert told.index("平阳") < told.index("抚顺")


def test_of_targets_of_which_one_is_still_to_come_only_the_one_due_is_asked_after(project):
    known = {"about": "lifelong", "evidence": compare.evidence()}
    assert lead(compare.observations(), **known).lead.endswith("宁波上述到期目标未载结果。")
    english = lead(compare.observations(), lang="en", **known).lead
    assert english.endswith("No outcome was found for the target of Ningbo, now due.")


LINE = pd.DataFrame(
    [{"benchmark": "line", "indicator": "share", "scope": "national", "year": None,
      "kind": "standard", "comparator": ">=", "value": 50.0, "lo": 50.0, "hi": None}]
)  # fmt: skip


def test_several_that_share_no_year_stand_beside_the_line_that_both_are_held_against():
    apart = rows(("甲县", 2020, "actual", "=", 42.7), ("乙县", 2022, "actual", "=", 56.7))
    came = rows(("乙县", 2024, "target", "=", 60.0), ("乙县", 2024, "actual", "=", 99.0)).assign(
        indicator="名" * 40
    )
    both = pd.concat([apart, came], ignore_index=True)
    said = lead(both, about=["甲县", "乙县"], evidence=Evidence(benchmarks=LINE)).lead
    first, second, *_ = said.split("。")
    assert first.startswith("2020年，甲县share 为42.7%") and "50%以上" in first
    assert second.startswith("2022年，乙县share 为56.7%") and "50%以上" in second


def test_of_several_that_share_nothing_each_is_told_of_where_the_next_is_too_long():
    of_eight = "share of things of {} that are here"
    first, more, next_one = (of_eight.format(name) for name in "abc")
    longest = "share of " + "very " * 40 + "long things"
    apart = rows(
        ("甲县", 2020, "actual", "=", 30.0),
        ("甲县", 2020, "actual", "=", 40.0),
        ("乙县", 2022, "actual", "=", 35.0),
        ("乙县", 2022, "actual", "=", 45.0),
    )
    apart["indicator"] = [first, more, longest, next_one]
    lines = pd.concat([LINE.assign(indicator=name, benchmark=name) for name in {*apart.indicator}])
    known = Evidence(benchmarks=lines)
    told = lead(apart, about=["甲县", "乙县"], evidence=known, lang="en").lead
    assert first in told and next_one in told and longest not in told


def test_outcomes_that_decide_nothing_come_after_plans_that_do():
    undecided = rows(("甲县", 2020, "actual", ">=", 25.0), ("乙县", 2020, "actual", "=", 29.5))
    planned = rows(("甲县", 2025, "target", "=", 60.0), ("乙县", 2025, "target", "=", 70.0))
    both = pd.concat([undecided.assign(indicator="a"), planned.assign(indicator="b")])
    opened = lead(both.assign(theme="t", theme_zh="题", theme_en="T"), about="t")
    assert opened.text.startswith("题：b ") and "a " in opened.lead
    alone = lead(undecided.assign(indicator="a", theme="t", theme_zh="题", theme_en="T"), about="t")
    assert alone.text.startswith("a：")


def test_a_date_missed_before_the_last_year_is_counted_with_its_year():
    dates = rows(("甲县", 2024, "target", "=", 2024.0), ("甲县", 2024, "actual", ">", 2024.0))
    dates = dates.assign(unit="year", indicator="year", direction="lower")
    later = rows(("甲县", 2025, "target", "=", 90.0), ("乙县", 2025, "actual", "=", 80.0))
    told = lead(pd.concat([dates, later], ignore_index=True), about="甲县")
    assert "1项推断到2024年底未达到" in told.source
    english = lead(pd.concat([dates, later], ignore_index=True), about="甲县", lang="en")
    assert "1 was by inference not reached by the end of 2024" in english.source


def test_later_targets_behind_a_break_are_doubted_in_the_lead_or_else_below(monkeypatch):
    frame = rows(
        ("甲市", 2022, "actual", "=", 56.7), ("甲市", 2025, "target", ">=", 85.0),
        ("甲市", 2027, "target", ">=", 85.0), ("乙市", 2020, "actual", "=", 42.7),
    ).assign(after_break=[False, True, True, False], level="county")  # fmt: skip
    line = {"benchmark": "b", "indicator": "share", "scope": "national", "kind": "standard",
            "comparator": ">=", "lo": 50.0, "value": 50.0, "year": None}  # fmt: skip
    known = Evidence(benchmarks=pd.DataFrame([line]))
    told = "{}share 目标2025、2027年85%以上，口径待核实。"
    one, both = (lead(frame, about=of, evidence=known) for of in ("甲市", ["甲市", "乙市"]))
    assert one.lead.endswith(told.format("")) and told.format("") not in one.source
    assert told.format("甲市") in both.lead and told.format("甲市") not in both.source
    monkeypatch.setitem(LONGEST, "zh", 50)  # an outcome is not left out for it
    short = lead(frame, about="甲市", evidence=known)
    assert "56.7%" in short.lead and told.format("") not in short.lead
    assert told.format("") in short.source
    plain = lead(frame.assign(after_break=False), about="甲市", evidence=known)
    assert "待核实" not in plain.lead + plain.source


def test_what_became_of_a_plan_makes_no_room_for_a_doubt(monkeypatch):
    share = rows(("甲市", 2022, "actual", "=", 56.7), ("甲市", 2025, "target", ">=", 85.0))
    met = rows(("甲市", 2021, "target", "=", 50.0), ("甲市", 2021, "actual", "=", 60.0))
    frame = pd.concat(
        [share.assign(after_break=[False, True]), met.assign(indicator="met", after_break=False)],
        ignore_index=True,
    )
    line = {"benchmark": "b", "indicator": "share", "scope": "national", "kind": "standard",
            "comparator": ">=", "lo": 50.0, "value": 50.0, "year": None}  # fmt: skip
    known = Evidence(benchmarks=pd.DataFrame([line]))
    doubt = "目标2025年85%以上，口径待核实"
    whole = lead(frame, about="甲市", evidence=known).lead
    assert "达到目标，超出" in whole and doubt in whole
    monkeypatch.setitem(LONGEST, "zh", len(whole) - 1)
    short = lead(frame, about="甲市", evidence=known)
    assert "达到目标，超出" in short.lead and doubt not in short.lead
    assert doubt in short.source


def test_a_later_target_behind_a_break_that_is_to_be_kept_says_so():
    frame = rows(
        ("甲市", 2022, "actual", "=", 56.7), ("甲市", 2025, "target", ">=", 85.0),
        ("甲市", 2027, "target", ">=", 85.0),
    ).assign(after_break=[False, True, True], level="county")  # fmt: skip
    frame["figure"] = ["p/1", "p/2", "p/3"]
    figures = frame.assign(document="p", label="share", every_year=[None, None, "keep"])
    line = {"benchmark": "b", "indicator": "share", "scope": "national", "kind": "standard",
            "comparator": ">=", "lo": 50.0, "value": 50.0, "year": None}  # fmt: skip
    known = Evidence(figures=figures, benchmarks=pd.DataFrame([line]))
    said = lead(frame, about="甲市", evidence=known)
    assert "2025年85%以上、2027年保持在85%以上，口径待核实" in said.lead + said.source


def test_of_the_one_region_a_page_is_about_the_heading_does_not_say_in_nobody():
    frame = pd.DataFrame({"region": ["East"], "year": [2023], "rate": [91.0]})
    table = compare.panel(frame, direction="higher")
    text = lead(table.observations, about="East", evidence=table.evidence, lang="en").text
    assert text == "East: the rate, 91% in 2023"
