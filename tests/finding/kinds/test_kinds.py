"""Each kind of finding on frames of nobody's, small enough to read."""

import pandas as pd
import pytest
from telling import rows, said

import compare
from compare.finding.kinds.attainment import margin_form, verdict_as_stated, verdict_in_words
from compare.finding.kinds.own_target import asked
from compare.finding.lead import lead
from compare.finding.titles import title_of
from compare.ledger.evidence import Evidence

OUTCOMES = rows(
    ("甲县", 2020, "actual", "=", 100.0),
    ("乙县", 2020, "actual", "=", 100.0),
    ("丙县", 2020, "actual", "=", 90.6),
)


def test_outcomes_name_everyone_who_was_compared():
    (sentence,) = said(OUTCOMES, "versus-region")
    assert sentence == "2020年，share 乙县、甲县均为100%、丙县为90.6%，丙县低9.4个百分点。" or (
        sentence == "2020年，share 甲县、乙县均为100%、丙县为90.6%，丙县低9.4个百分点。"
    )


def test_of_one_region_all_the_others_are_named():
    (behind,) = said(OUTCOMES, "versus-region", about="丙县")
    assert "丙县share 为90.6%" in behind and "均为100%）低9.4个百分点" in behind
    (ahead,) = said(OUTCOMES, "versus-region", about="甲县")
    assert "与乙县相同" in ahead and "比丙县（90.6%）高9.4个百分点" in ahead


def test_intervals_that_overlap_are_no_order():
    frame = rows(("甲县", 2020, "actual", "=", 29.5), ("乙县", 2020, "actual", ">=", 25.0))
    (sentence,) = said(frame, "versus-region")
    assert "高低不能确定" in sentence and "25%以上" in sentence


def test_an_open_end_of_a_third_leaves_two_numbers_decided():
    frame = rows(
        ("甲县", 2020, "actual", "=", 55.0),
        ("乙县", 2020, "actual", ">=", 50.0),
        ("丙县", 2020, "actual", "=", 52.0),
    )
    (ahead,) = said(frame, "versus-region", about="甲县")
    assert "比丙县（52%）高3个百分点" in ahead and "与乙县（50%以上）高低不能确定" in ahead
    (behind,) = said(frame, "versus-region", about="丙县")
    assert "比甲县（55%）低3个百分点" in behind
    (fewer,) = said(frame.assign(direction="lower"), "versus-region", about="丙县")
    assert "比甲县（55%）低3个百分点" in fewer
    found = compare.findings(frame.assign(direction="lower"), about="丙县", evidence=Evidence())
    assert found["verdict"].tolist() == ["ahead"]


def test_of_many_the_ends_are_told():
    frame = rows(*((f"县{i:02}", 2020, "actual", "=", float(i)) for i in range(30)))
    (sentence,) = said(frame, "versus-region")
    assert sentence == "2020年，share 可比的30地中县29最高（29%），县00最低（0%）。"
    (own,) = said(frame, "versus-region", about="县05")
    assert "在可比的30地中列第25" in own


def test_other_years_and_targets_are_no_contest():
    frame = rows(("甲县", 2020, "actual", "=", 90.0), ("乙县", 2021, "actual", "=", 80.0))
    assert said(frame, "versus-region") == []
    frame = rows(("甲县", 2025, "target", "=", 90.0), ("乙县", 2025, "target", "=", 80.0))
    assert said(frame, "versus-region") == []


LIMITS = pd.DataFrame(
    [
        {"benchmark": "nation", "indicator": "share", "scope": "national", "year": 2020,
         "kind": "actual", "comparator": "=", "value": 91.2, "lo": 91.2, "hi": 91.2},
        {"benchmark": "aim", "indicator": "share", "scope": "national", "year": 2025,
         "kind": "target", "comparator": ">", "value": 50.0, "lo": 50.0, "hi": None},
        {"benchmark": "line", "indicator": "share", "scope": "national", "year": None,
         "kind": "standard", "comparator": ">=", "value": 95.0, "lo": 95.0, "hi": None},
    ]
)  # fmt: skip


def test_outcomes_stand_beside_the_nation_and_the_standard():
    frame = rows(("甲县", 2020, "actual", "=", 88.5))
    nation, line = sorted(said(frame, "versus-reference", benchmarks=LIMITS))
    assert "比全国（91.2%）低2.7个百分点" in nation
    assert "距国家评估标准（95%以上）差6.5个百分点" in line


@pytest.mark.parametrize(
    ("sign", "number", "words"),
    [(">=", 50.0, "即使达到也不一定满足"), (">", 50.0, "不低于全国"), ("=", 50.0, "低于全国"),
     (">=", 51.0, "不低于全国")],
)  # fmt: skip
def test_a_floor_at_the_line_does_not_assure_more_than_it(sign, number, words):
    frame = rows(("甲县", 2025, "target", sign, number))
    told = said(frame, "versus-reference", benchmarks=LIMITS)
    assert any(words in sentence and "50%" in sentence for sentence in told), told


@pytest.mark.parametrize(
    ("sign", "words", "english"),
    [(">", "超过91.5%，高于全国（91.2%）", "more than 91.5%, above the national figure (91.2%)"),
     (">=", "91.5%以上，高于全国（91.2%）", "at least 91.5%, above the national figure (91.2%)"),
     ("=", "91.5%，比全国（91.2%）高0.3个百分点", "91.5%, 0.3 percentage points above")],
)  # fmt: skip
def test_how_far_an_open_end_lies_from_the_nation_is_not_told(sign, words, english):
    frame = rows(("甲县", 2020, "actual", sign, 91.5))
    told = said(frame, "versus-reference", benchmarks=LIMITS)
    assert any(words in sentence for sentence in told), told
    told = said(frame, "versus-reference", lang="en", benchmarks=LIMITS)
    assert any(english in sentence for sentence in told), told


@pytest.mark.parametrize(
    ("base", "sign", "number", "words"),
    [
        (53.7, "=", 55.0, "到2025年达到55%，提高1.3个百分点，年均0.26个百分点"),
        (42.7, ">=", 50.0, "到2025年达到50%以上，至少提高7.3个百分点"),
        (75.9, ">", 80.0, "到2025年超过80%，提高超过4.1个百分点"),
        (95.15, ">=", 90.0, "share 2020年为95.15%，文件提出2025年为90%以上，下限低于2020年水平"),
        (100.0, "=", 100.0, "2020年为100%，文件提出2025年保持100%"),
        (90.0, "=", 80.0, "到2025年降至80%，下降10个百分点"),
    ],
)
def test_a_target_is_told_from_its_base(base, sign, number, words):
    frame = rows(("甲县", 2020, "actual", "=", base), ("甲县", 2025, "target", sign, number))
    (sentence,) = said(frame, "own-target")
    assert words in sentence


def test_a_base_that_is_a_bound_has_no_distance():
    frame = rows(("甲县", 2020, "actual", ">=", 85.0), ("甲县", 2025, "target", ">=", 87.0))
    (sentence,) = said(frame, "own-target")
    assert sentence.endswith("2020年为85%以上，文件提出到2025年达到87%以上，下限提高2个百分点。")
    frame = rows(("甲县", 2020, "actual", ">=", 85.0), ("甲县", 2025, "target", "=", 90.0))
    (sentence,) = said(frame, "own-target")
    assert "提高" not in sentence


def test_targets_without_a_base_are_steps():
    frame = rows(("甲县", 2027, "target", "=", 35.0), ("甲县", 2030, "target", "=", 40.0))
    (sentence,) = said(frame, "own-target")
    assert "2027年达到35%，2030年达到40%" in sentence
    assert sentence.index("share") < sentence.index("2027年")


def test_floors_compare_as_promises_and_not_as_outcomes():
    frame = rows(("甲县", 2025, "target", ">", 90.0), ("乙县", 2025, "target", ">=", 60.0))
    (sentence,) = said(frame, "promise")
    assert "甲县超过90%" in sentence and "甲县的下限高30个百分点，实际高低要看执行" in sentence
    assert "领先" not in sentence


@pytest.mark.parametrize(
    ("own", "other", "ending", "title"),
    [
        (("~", 90.0), (">=", 85.0),
         "甲县的目标数比乙县的下限高约5个百分点，实际高低不能确定",
         "甲县目标数比乙县的下限高约5个百分点"),
        (("=", 90.0), (">=", 85.0), "甲县的目标数比乙县的下限高5个百分点，实际高低不能确定", ""),
        (("~", 90.0), ("=", 85.0),
         "甲县的目标数比乙县的目标数高约5个百分点，实际高低不能确定", ""),
        (("=", 90.0), ("=", 85.0), "甲县高5个百分点，实际高低要看执行。", ""),
        ((">=", 1.0), ("=", 1.0), "目标数值相同，表述不同。", ""),
    ],
)  # fmt: skip
def test_what_is_about_or_beside_a_bound_has_no_difference_of_its_own(own, other, ending, title):
    frame = rows(("甲县", 2025, "target", *own), ("乙县", 2025, "target", *other))
    (sentence,) = said(frame, "promise")
    assert ending in sentence
    assert title in (title_of(frame, kinds=[["promise"]]) or "")


def test_promises_of_other_years_stand_side_by_side():
    frame = rows(("甲县", 2025, "target", ">=", 50.0), ("乙县", 2027, "target", ">=", 85.0))
    (sentence,) = said(frame, "promise")
    assert "甲县2025年为50%以上，乙县2027年为85%以上" in sentence and "不排高低" in sentence


def test_of_steps_the_one_nearest_to_the_other_plan_is_set_beside_it():
    frame = rows(
        ("甲县", 2025, "target", "=", 16.0), ("乙县", 2027, "target", "=", 35.0),
        ("乙县", 2030, "target", "=", 40.0),
    )  # fmt: skip
    (sentence,) = said(frame, "promise")
    assert "甲县2025年为16%，乙县2027年为35%" in sentence and "40" not in sentence


def test_an_aim_of_an_earlier_document_does_not_stand_for_the_newest_plan():
    frame = rows(
        ("甲县", 2021, "target", "=", 46.0), ("甲县", 2025, "target", "=", 50.0),
        ("乙县", 2022, "target", "=", 50.0),
    ).assign(document=["report", "plan", "other"])  # fmt: skip
    (sentence,) = said(frame, "promise")
    assert "甲县2025年" in sentence or "甲县（2025年）" in sentence
    assert "46" not in sentence


def test_who_must_move_faster_is_told_with_the_nation():
    frame = rows(
        ("甲县", 2020, "actual", "=", 40.0), ("甲县", 2025, "target", "=", 60.0),
        ("乙县", 2020, "actual", "=", 50.0), ("乙县", 2025, "target", ">=", 55.0),
    )  # fmt: skip
    (sentence,) = said(frame, "pace")
    assert "甲县年均提高4个百分点、乙县年均至少提高1个百分点" in sentence


def test_the_pace_that_is_asked_for_is_from_the_last_outcome():
    frame = rows(
        ("甲县", 2015, "actual", "=", 20.0), ("甲县", 2020, "actual", "=", 40.0),
        ("甲县", 2025, "target", "=", 60.0), ("乙县", 2015, "actual", "=", 20.0),
        ("乙县", 2020, "actual", "estimate", 50.0), ("乙县", 2025, "target", "=", 60.0),
    )  # fmt: skip
    frame.loc[4, ["lo", "hi"]] = (48.0, 52.0)
    (sentence,) = said(frame, "pace")
    assert "2020年" in sentence and "2015年" not in sentence
    assert "甲县年均提高4个百分点、乙县年均至少提高1.6个百分点" in sentence


def test_dates_are_on_one_line_and_earlier_is_earlier():
    frame = rows(("甲县", 2023, "target", "=", 2023.0), ("乙县", 2024, "target", "=", 2024.0))
    frame = frame.assign(unit="year", direction="neutral")
    (sentence,) = said(frame, "timing")
    assert "甲县提出2023年，乙县提出2024年，甲县所提年份较早" in sentence


def test_a_date_gone_by_without_it_says_so_on_the_line():
    frame = rows(
        ("甲县", 2024, "target", "=", 2024.0), ("甲县", 2024, "actual", ">", 2024.0),
        ("乙县", 2026, "target", "=", 2026.0), ("乙县", 2024, "actual", ">", 2024.0),
    ).assign(unit="year", direction="neutral")  # fmt: skip
    frame.loc[frame["kind"] == "actual", "hi"] = None  # later than 2024: not by its end
    (sentence,) = said(frame, "timing")
    assert "甲县曾提出2024年（推断2024年底未实现）" in sentence and "乙县提出2026年" in sentence
    assert sentence.count("未实现") == 1  # a date still to come has not gone by


@pytest.mark.parametrize(("sign", "base"), [(">=", 95.0), ("<=", 80.0)])
def test_a_limit_of_what_is_kept_is_no_planned_change(sign, base):
    known = {"comparator": "=", "value": base}
    limit = {"comparator": sign, "value": 90.0}
    assert asked(known, {**limit, "every_year": "keep"}) == ("keep", None)
    assert asked(known, limit)[0] in ("floor-below", "ceiling-above")


def test_two_values_of_one_source_are_to_be_checked():
    frame = rows(("甲县", 2020, "actual", "=", 85.2), ("甲县", 2020, "actual", "=", 86.1))
    frame = frame.assign(use=["main", "alternative"], document="plan")
    (sentence,) = said(frame, "inconsistency")
    assert "既为85.2%，又为86.1%，待核实" in sentence


def test_what_most_others_state_is_named_once():
    frame = pd.concat([OUTCOMES, OUTCOMES.assign(indicator="other").head(2)])
    (sentence,) = said(frame, "not-stated", about="丙县")
    assert sentence == "丙县文件未载明：other（2020年）。"


@pytest.mark.parametrize(
    ("direction", "sign", "title"),
    [
        ("lower", "<=", "甲县低于乙县"),
        ("higher", "<=", "乙县高于甲县"),
        ("lower", ">=", "乙县低于甲县"),
    ],
)
def test_beside_a_bound_a_title_says_which_is_higher(direction, sign, title):
    frame = rows(("甲县", 2023, "actual", sign, 10.0), ("乙县", 2023, "actual", "=", 40.0))
    frame.loc[0, ["lo", "hi"]] = [50.0, None] if sign == ">=" else [0.0, 10.0]
    frame.loc[0, "value"] = 50.0 if sign == ">=" else 10.0
    found = lead(frame.assign(direction=direction), kinds=["versus-region"], lang="zh")
    assert title in found.text


@pytest.mark.parametrize("kind", ["versus-region", "own-target", "promise", "pace"])
def test_lower_is_better_is_told_by_numbers_and_strictness(kind):
    frame = rows(
        ("甲县", 2020, "actual", "=", 0.4), ("甲县", 2025, "target", "=", 0.25),
        ("乙县", 2020, "actual", "=", 0.3), ("乙县", 2025, "target", "=", 0.23),
    ).assign(unit="coefficient", direction="lower")  # fmt: skip
    told = " ".join(said(frame, kind))
    wanted = {
        "versus-region": "乙县低0.1",
        "own-target": "到2025年降至0.25，下降0.15",
        "promise": "乙县低0.02，要求更严",
        "pace": "甲县年均下降0.03",
    }
    assert wanted[kind] in told, told


@pytest.mark.parametrize(
    ("sign", "number", "outcome", "words"),
    [
        (">=", 50.0, 48.6, "到2025年达到50%以上，2025年实际为48.6%，未达目标，差1.4个百分点"),
        (">=", 92.0, 92.0, "2025年实际为92%，达到目标"),
        (">", 92.0, 91.0, "未达目标，差1个百分点"),
        ("=", 85.0, 88.3, "达到目标，超出3.3个百分点"),
    ],
)
def test_a_target_is_held_against_its_outcome(sign, number, outcome, words):
    frame = rows(("甲县", 2025, "target", sign, number), ("甲县", 2025, "actual", "=", outcome))
    (sentence,) = said(frame, "attainment")
    assert words in sentence


def test_an_outcome_is_told_in_its_own_words_and_not_in_those_of_its_target():
    frame = rows(("甲县", 2025, "target", ">=", 100.0), ("甲县", 2025, "actual", "=", 100.0))
    frame = frame.assign(figure=["plan/001", "bulletin/001"])
    figures = pd.DataFrame({
        "figure": ["plan/001", "bulletin/001"], "printed": ["不低于", "100"],
        "worded": [True, False], "comparator": [">=", "="], "region": "甲县",
    })  # fmt: skip
    (sentence,) = said(frame, "attainment", figures=figures)
    assert "2025年实际为100%，达到目标" in sentence


def test_a_number_rounded_onto_the_bound_says_why_it_is_open():
    frame = rows(("甲县", 2025, "target", ">=", 65.0), ("甲县", 2025, "actual", "=", 65.0))
    (sentence,) = said(frame.assign(resolution=1.0), "attainment")
    assert "按所载数值达到目标，四舍五入之前是否达到不能确定" in sentence


def test_a_date_met_early_says_by_how_much():
    frame = rows(("甲县", 2027, "target", "=", 2027.0), ("甲县", 2024, "actual", "=", 2024.0))
    (sentence,) = said(frame.assign(unit="year", direction="neutral"), "attainment")
    assert "定为2027年，2024年实现，提前3年" in sentence


@pytest.mark.parametrize(
    ("told", "words", "english"),
    [
        ("2025-02-12", "提出，到2027年各县（市、区）均创成普及普惠县，2024年（文件印发当年）已实现",
         "Universal status in 甲市 was planned for every county by 2027 and was reached in 2024, "
         "the year in which the plan was issued."),
        # known when the plan was issued: no progress, and not early
        ("2024-01-20", "提出，到2027年各县（市、区）均创成普及普惠县，2024年已实现。",
         "reached in 2024."),
    ],
)  # fmt: skip
def test_a_date_names_the_thing_that_was_done(told, words, english):
    frame = rows(("甲市", 2027, "target", "=", 2027.0), ("甲市", 2024, "actual", "=", 2024.0))
    frame = frame.assign(
        unit="year", direction="neutral", indicator_zh="创成普及普惠县的年份",
        indicator_en="Year of universal status", scope="each-county",
        document=["plan", "list"], figure=["plan/1", "list/1"],
    )  # fmt: skip
    documents = pd.DataFrame({"document": ["plan", "list"], "region": "甲市",
                              "type": ["action-plan", "bulletin"],
                              "issued": ["2024-10-11", told]})  # fmt: skip
    (sentence,) = said(frame, "attainment", documents=documents)
    assert words in sentence
    (sentence,) = said(frame, "attainment", documents=documents, lang="en")
    assert english in sentence


@pytest.mark.parametrize(
    "known", [{"parent": ["", "city", "city"]}, {"adcode": ["330200", "330225", "330281"]}]
)
def test_a_whole_stands_beside_its_parts_and_never_against_them(known):
    frame = rows(
        ("city", 2024, "target", ">=", 90.0), ("甲县", 2025, "target", ">=", 80.0),
        ("乙县", 2025, "target", ">=", 85.0),
    ).assign(**known)  # fmt: skip
    (promise,) = said(frame, "promise")
    assert "city" not in promise and "乙县的下限高5个百分点" in promise
    assert said(frame, "promise", about="city") == []
    both = said(frame, "inconsistency")
    assert len(both) == 2 and all("city提出2024年90%以上" in sentence for sentence in both)


def test_a_lead_over_a_mean_has_no_points():
    base = {"value": 2.5, "comparator": "=", "is_lead": True}
    assert asked(base, {**base, "value": 8.0}) == ("between", None)
    assert asked({**base, "is_lead": False}, {**base, "value": 8.0, "is_lead": False})[1] == 5.5


@pytest.mark.parametrize(
    ("sign", "form"),
    [(">", "raise-more-than"), (">=", "keep-above"), ("<", "lower-more-than"), ("<=", "keep-below"),
     ("=", "keep")],
)  # fmt: skip
def test_only_a_strict_bound_asks_more_of_a_base_at_its_number(sign, form):
    assert asked({"value": 5.0, "comparator": "="}, {"value": 5.0, "comparator": sign}) == (form, 0)


@pytest.mark.parametrize(
    ("low", "high", "form"),
    [(2.0, None, ("spare-least", 2.0)), (None, -2.0, ("lack-least", -2.0)),
     (-3.0, 2.0, ("lack-most", -3.0)), (None, 2.0, ("none", 0.0)), (None, None, ("none", 0.0))],
)  # fmt: skip
def test_the_margin_of_an_interval_is_told_by_the_end_that_is_known(low, high, form):
    assert margin_form({"margin": None, "margin_lo": low, "margin_hi": high}) == form


def test_promises_of_another_plan_period_are_no_matter_of_a_page_about_the_one_before():
    frame = rows(
        ("甲县", 2020, "target", "=", 50.0), ("乙县", 2030, "target", "=", 60.0),
        ("丙县", 2030, "target", "=", 70.0),
    )  # fmt: skip
    assert len(said(frame, "promise")) == len(said(frame, "promise", about="乙县")) == 1
    assert said(frame, "promise", about="甲县") == []


def test_a_target_is_overtaken_by_a_later_one_of_its_own_region_and_indicator_alone():
    own = rows(("甲县", 2020, "actual", "=", 40.0), ("甲县", 2025, "target", "=", 50.0))

    def weight(*others):
        found = compare.findings(pd.concat([own, *others]), kinds=["own-target"])
        of_own = found[(found["regions"] == "甲县") & (found["indicator"] == "share")]
        return of_own["weight"].max()

    assert weight(rows(("乙县", 2030, "target", "=", 60.0))) == weight()
    assert weight(rows(("甲县", 2030, "target", "=", 60.0), indicator="other")) == weight()


def test_what_may_be_of_another_concept_is_no_base_and_says_so():
    frame = rows(("甲市", 2022, "actual", "=", 56.7), ("甲市", 2027, "target", ">=", 85.0))
    broken = frame.assign(after_break=[False, True])
    assert said(frame, "own-target") and not said(broken, "own-target")
    limit = {
        "benchmark": "pass", "indicator": "share", "scope": "national", "year": None,
        "kind": "standard", "comparator": ">=", "value": 50.0, "rule": "教督", "each": False,
        "assessed": "county",
    }  # fmt: skip
    city = broken.assign(level="prefecture-city")
    outcome, aim = sorted(said(city, "versus-reference", benchmarks=pd.DataFrame([limit])))
    line = "比国家县域标准（50%以上）高6.7个百分点（标准按县评估，此为全市数）"
    assert line in outcome and "达到国家" not in outcome
    assert "口径是否改变待核实" in aim and "口径是否改变待核实" not in outcome


def test_words_are_told_each_of_its_own():
    frame = rows(("甲县", 2020, "actual", "=", 0.0), ("乙县", 2020, "actual", "=", 0.0))
    frame = frame.assign(direction="lower", figure=["a/001", "b/001"])
    figures = pd.DataFrame({
        "figure": ["a/001", "b/001"], "printed": ["全面消除", "全面完成消除"], "worded": True,
    })  # fmt: skip
    (sentence,) = said(frame, "versus-region", figures=figures)
    assert "甲县表述为“全面消除”" in sentence and "乙县表述为“全面完成消除”" in sentence


def test_what_had_not_come_by_a_year_is_no_date_that_came():
    """That a list of 2024 does not hold a county is not: recognised in 2024."""
    date = {"indicator": "status", "unit": "year", "direction": "neutral", "comparator": "="}
    rows = pd.DataFrame([
        {**date, "region": "east", "kind": "target", "year": y, "value": y, "lo": y, "hi": y}
        for y in (2025.0,)
    ] + [
        {**date, "region": "west", "kind": "target", "year": 2026.0, "value": 2026.0,
         "lo": 2026.0, "hi": 2026.0},
        {**date, "region": "east", "kind": "actual", "year": 2024.0, "value": 2024.0,
         "lo": 2024.0, "hi": None, "comparator": ">"},
    ])  # fmt: skip
    found = compare.findings(rows, lang="zh")
    told = found[found["kind"] == "timing"]["sentence"]
    assert len(told) == 1 and "已实现" not in told.iloc[0] and "2024年" not in told.iloc[0]


@pytest.mark.parametrize(
    ("sign", "pace"),
    [("=", "年均1.46个百分点"), (">=", "年均至少1.46个百分点"), (">", "年均超过1.46个百分点")],
)
def test_a_yearly_change_has_the_bound_of_the_whole(sign, pace):
    frame = rows(("甲县", 2020, "actual", "=", 42.7), ("甲县", 2025, "target", sign, 50.0))
    assert any(pace in one for one in said(frame, "own-target"))


def nation(*stated):
    """Return the nation's lines: year, kind, number."""
    return pd.DataFrame([
        {"benchmark": f"nation-{year}-{kind}", "indicator": "share", "scope": "national",
         "year": year, "kind": kind, "comparator": "=", "value": number, "rule": "教发",
         "each": False}
        for year, kind, number in stated
    ])  # fmt: skip


def test_the_pace_of_the_nation_is_from_its_outcome_to_its_aim():
    frame = rows(("甲县", 2020, "actual", "=", 40.0), ("甲县", 2025, "target", "=", 60.0))
    lines = nation((2020, "actual", 90.0), (2025, "target", 95.0), (2025, "actual", 98.0))
    (sentence,) = said(frame, "pace", benchmarks=lines)
    assert "4个百分点" in sentence and "1个百分点" in sentence


@pytest.mark.parametrize(
    ("sign", "pace"),
    [("=", "年均提高1个"), (">=", "年均至少提高1个"), (">", "年均提高超过1个")],
)
def test_the_pace_of_the_nation_has_the_bound_of_its_aim(sign, pace):
    frame = rows(("甲县", 2020, "actual", "=", 40.0), ("甲县", 2025, "target", "=", 60.0))
    lines = nation((2020, "actual", 90.0), (2025, "target", 95.0))
    lines.loc[lines["kind"] == "target", "comparator"] = sign
    (sentence,) = said(frame, "pace", benchmarks=lines)
    assert f"；全国同期{pace}百分点" in sentence


def test_a_pace_is_of_those_asked_about_alone():
    frame = rows(*(
        (f"{name}县", year, kind, "=", number)
        for name, target in (("甲", 60.0), ("乙", 55.0), ("丙", 50.0))
        for year, kind, number in ((2020, "actual", 40.0), (2025, "target", target))
    ))  # fmt: skip
    (sentence,) = said(frame, "pace", about=["甲县", "乙县"])
    assert "甲县" in sentence and "乙县" in sentence and "丙县" not in sentence


@pytest.mark.parametrize(("target", "direction", "pace"), [(50, "higher", 1.6), (30, "lower", -2)])
def test_from_a_range_the_pace_is_the_least_that_may_be_needed(target, direction, pace):
    frame = rows(
        ("甲县", 2020, "actual", "range", None), ("甲县", 2025, "target", "=", target),
        ("乙县", 2020, "actual", "=", 40.0), ("乙县", 2025, "target", "=", 40.0 + pace),
        direction=direction,
    )  # fmt: skip
    frame.loc[0, ["lo", "hi"]] = (40.0, 42.0)
    (fastest,) = compare.findings(frame, kinds=["pace"])["gap"]  # 乙县 moves by a fifth of it
    assert fastest == pace


def test_a_city_beside_a_line_for_counties_opens_no_page_by_keeping_it():
    line = {
        "benchmark": "pass", "indicator": "share", "scope": "national", "year": None,
        "kind": "standard", "comparator": ">=", "value": 50.0, "rule": "教督", "each": False,
        "assessed": "county",
    }  # fmt: skip

    def weight(level, number):
        frame = rows(("甲", 2022, "actual", "=", number), level=level)
        known = Evidence(benchmarks=pd.DataFrame([line]))
        return compare.findings(frame, kinds=["versus-reference"], evidence=known)["weight"].item()

    kept, missed = (weight("county", n) - weight("prefecture-city", n) for n in (60.0, 40.0))
    assert kept > missed > 0


def test_a_promise_has_gone_by_when_its_year_has():
    def told(known):
        frame = rows(
            ("甲县", 2025, "target", ">=", 60.0), ("乙县", 2025, "target", ">=", 50.0),
            ("丙县", known, "actual", "=", 70.0),
        )  # fmt: skip
        (sentence,) = said(frame, "promise")
        return sentence

    assert told(2023) == told(2024) != told(2025)


def test_how_far_apart_promises_are_is_said_of_one_year_alone():
    for other, gap in ((2025, "下限高10个百分点"), (2026, "甲县要求更严")):
        frame = rows(("甲县", 2025, "target", ">=", 60.0), ("乙县", other, "target", ">=", 50.0))
        (sentence,) = said(frame, "promise")
        assert gap in sentence and ("10个百分点" in sentence) == (other == 2025)


def test_of_two_promises_of_one_number_the_later_is_called_later():
    frame = rows(("甲县", 2025, "target", ">=", 50.0), ("乙县", 2027, "target", ">=", 50.0))
    sooner, later = (title_of(frame, about=name, kinds=[["promise"]]) for name in ("甲县", "乙县"))
    assert "早" in sooner and "晚" not in sooner
    assert "晚" in later and "早" not in later


def test_that_a_date_came_early_is_no_verdict_of_its_own():
    date = {"unit": "year", "verdict": "met", "outcome_hi": 2024.0, "margin_lo": 3.0,
            "margin_hi": 3.0}  # fmt: skip
    early, in_time = (verdict_in_words({**date, "margin": m}, "zh") for m in (3.0, 0.0))
    assert early == in_time


def test_a_title_of_several_indicators_begins_with_a_capital():
    frame = pd.concat([OUTCOMES, OUTCOMES.assign(indicator="other")])
    title = title_of(frame, lang="en")
    assert title[0].isupper() and len(title) > 1


def test_targets_of_what_may_be_another_concept_are_in_no_order():
    frame = rows(("甲县", 2025, "target", ">=", 50.0), ("乙县", 2025, "target", ">=", 85.0))
    told = said(frame.assign(after_break=[False, True]), "promise")
    assert any("不排高低" in one and "更严" not in one for one in told), told
    assert any("乙县的下限高35个百分点" in one for one in said(frame, "promise"))


def test_a_base_that_the_text_states_twice_says_so():
    frame = rows(
        ("甲县", 2020, "actual", "=", 85.2), ("甲县", 2020, "actual", "=", 86.1),
        ("甲县", 2025, "target", "=", 90.0),
    )  # fmt: skip
    told = said(frame.assign(use=["alternative", "main", "main"]), "own-target")
    assert any("86.1%" in one and "文件内另有不同数值" in one for one in told), told


@pytest.mark.parametrize("sign", ["<=", "<", ">=", "="])
def test_a_base_that_is_a_bound_is_not_two_values(sign):
    frame = rows(("甲县", 2020, "actual", sign, 5.0), ("甲县", 2025, "target", sign, 3.0))
    told = said(frame.assign(direction="lower"), "own-target")
    assert told and not any("另有不同数值" in one for one in told), told


def test_many_that_share_a_place_are_told_as_so_many_in_all():
    frame = rows(*((f"r{n}", 2020, "actual", "=", float(90 + n % 2)) for n in range(20)))
    told = said(frame, "versus-region", lang="en")
    assert any("highest in r1, r11 and others (10 in all) (91%)" in one for one in told), told
    assert not any(",," in one or ", (" in one for one in told), told


def test_totals_stand_side_by_side_and_are_not_ranked():
    frame = rows(("a", 2024, "actual", "=", 6.0), ("b", 2024, "actual", ">", 3.0))
    frame = frame.assign(direction="neutral", unit="个")
    assert said(frame, "versus-region") == [
        "2024年，share a为6个、b超过3个，规模不同，总数不比高低。"
    ]
    (english,) = said(frame, "versus-region", lang="en")
    assert (
        "was 6 in a and more than 3 in b; the regions differ in size, so totals are not ranked"
        in english
    )
    assert said(frame.assign(unit="year"), "versus-region") == []  # dates have a line of their own
    assert said(frame.assign(region=["a", "a"], year=[2023, 2024]), "versus-region") == []
    many = rows(*((f"r{n}", 2024, "actual", "=", float(n)) for n in range(9)))
    assert said(many.assign(direction="neutral", unit="个"), "versus-region") == []


def test_the_year_that_a_plan_does_not_print_is_said_to_be_inferred(project):
    told = compare.findings(
        compare.observations(), about=["fushun", "xiangshan"], kinds=["promise"],
        evidence=compare.evidence(),
    )  # fmt: skip
    of = dict(zip(told["indicator"], told["sentence_zh"], strict=True))
    assert "部分年份按规划期末计" in of["dual_qualified_share"]  # of 抚顺 alone no year is printed
    assert "（年份按规划期末计" in of["school_sport_hours"]
    printed = compare.findings(
        compare.observations(), about="pingyang", kinds=["own-target"], evidence=compare.evidence()
    )["sentence_zh"]
    assert any("2025年" in one and "按规划期末" not in one for one in printed)


def test_brackets_of_names_stay_as_they_are():
    frame = rows(("甲（东）", 2020, "actual", "=", 50.0), ("乙（西）", 2020, "actual", "=", 60.0))
    frame = frame.assign(indicator="率（小学）（%）", comparability="close")
    (told,) = said(frame, "versus-region")
    assert "率（小学）（%）" in told and "乙（西）为60%、甲（东）为50%" in told
    (about,) = said(frame, "versus-region", about="甲（东）")
    assert "比乙（西）（60%）低10个百分点" in about
    named = frame.replace({"甲（东）": "A (east)", "乙（西）": "B (west)"})
    (english,) = said(named.assign(indicator="Rate (net) (%)"), "versus-region", lang="en")
    assert "the rate (net) (%) was 60% in B (west) and 50% in A (east)" in english


@pytest.mark.parametrize(("use", "told"), [("superseded", True), ("main", False)])
def test_a_date_put_off_that_had_not_come_says_so_though_it_is_still_to_come(use, told):
    frame = rows(
        ("甲县", 2026, "target", "=", 2026.0), ("甲县", 2025, "target", "=", 2025.0),
        ("乙县", 2027, "target", "=", 2027.0), ("甲县", 2024, "actual", ">", 2024.0),
    ).assign(unit="year", direction="neutral", use=["main", use, "main", "main"])  # fmt: skip
    frame = frame.assign(document=["newer", "older", "other", "list"])
    frame.loc[frame["kind"] == "actual", "hi"] = None
    (sentence,) = said(frame, "timing")
    assert ("原定2025年；推断2024年底尚未实现" in sentence) == told, sentence


@pytest.mark.parametrize(
    ("sign", "number", "title"),
    [("=", 40.0, "ahead of Gamma, Eta and Beta"), (">=", 95.0, "ahead of Eta and Beta")],
)
def test_a_heading_names_those_alone_whom_it_is_true_of(sign, number, title):
    frame = rows(
        ("Alpha", 2020, "actual", ">=", 90.0),
        ("Beta", 2020, "actual", "<", 5.0),
        ("Gamma", 2020, "actual", sign, number),
        ("Delta", 2020, "actual", "=", 93.0),
        ("Eta", 2020, "actual", "=", 30.0),
    )
    gaps = compare.gaps(compare.align(frame), to="Alpha")
    assert title in compare.charts.gap_bars(gaps, lang="en").words.title


@pytest.mark.parametrize(("limits", "words"), [
    ((4, 6, 5, 7), "which cannot be ranked against"), ((4, 6, 2, 9), "which cannot be ranked"),
    ((4, 5.5, 5.6, 7), "better than in"),
])  # fmt: skip
def test_estimates_whose_limits_overlap_are_not_ordered(limits, words):
    low, high, other_low, other_high = limits
    frame = pd.DataFrame({
        "region": ["A", "B"], "indicator": "absence", "year": 2018, "kind": "actual", "unit": "%",
        "value": [5.0, 6.0], "lo": [low, other_low], "hi": [high, other_high],
        "comparator": "estimate", "direction": "lower",
    })  # fmt: skip
    (told,) = compare.findings(frame, about="A", kinds=["versus-region"])["sentence_en"]
    assert words in told


@pytest.mark.parametrize(
    ("sign", "chinese", "english"),
    [(">", "按所载数值未达目标", "target missed as stated"),
     (">=", "按所载数值达到目标", "target met as stated")],
)  # fmt: skip
def test_a_number_rounded_onto_its_bound_is_judged_as_stated_either_way(sign, chinese, english):
    frame = rows(("甲县", 2025, "target", sign, 92.0), ("甲县", 2025, "actual", "=", 92.0))
    frame = frame.assign(resolution=0.1)
    (row,) = compare.attainment(frame).to_dict("records")
    assert row["verdict"] == "not-decided"
    assert verdict_as_stated(row, "zh") == chinese
    assert verdict_as_stated(row, "en") == english
    (sentence,) = said(frame, "attainment")
    assert chinese in sentence and "四舍五入之前是否达到不能确定" in sentence
    assert "不能确定" in verdict_in_words(row, "zh")


@pytest.mark.parametrize(
    ("cells", "told"),
    [({}, True), ({"comparability": [*["exact"] * 2, "proxy"]}, False),
     ({"after_break": [False, False, True]}, False), ({"after_break": [True] * 3}, True)],
)  # fmt: skip
def test_what_is_known_since_a_target_was_met_is_told_of_the_same_concept(cells, told):
    frame = rows(("甲县", 2022, "target", "=", 60.0), ("甲县", 2022, "actual", "=", 61.3),
                 ("甲县", 2025, "actual", "=", 70.0))  # fmt: skip
    sentences = said(frame.assign(**cells), "attainment")
    (chinese,) = [one for one in sentences if "达到目标" in one]
    assert ("超出1.3个百分点，2025年实际为70%" in chinese) is told
    english = said(frame.assign(**cells), "attainment", lang="en")
    assert any("to spare; the value in 2025 was 70%" in one for one in english) is told


@pytest.mark.parametrize("unit", ["%", "", "years"])
def test_what_has_no_better_side_is_no_total_for_that(unit):
    frame = rows(("a", 2024, "actual", "=", 6.0), ("b", 2024, "actual", "=", 3.0))
    frame = frame.assign(direction="neutral", unit=unit)
    assert all(one.endswith("无优劣之分，不比高低。") for one in said(frame, "versus-region"))
    (english,) = said(frame, "versus-region", lang="en")
    assert english.endswith("; neither more nor less is better, so they are not ranked.")


PLANNED = pd.DataFrame(
    [("甲县", 2015, 58.0, 62.0), ("甲县", 2020, 64.0, 68.0), ("乙县", 2015, 58.0, 62.0),
     ("乙县", 2020, 76.0, 80.0), ("丙县", 2015, 58.0, 62.0), ("丙县", 2020, 66.0, 77.0),
     ("丁县", 2015, 70.0, 74.0), ("丁县", 2020, 75.0, 79.0)],
    columns=["region", "year", "lo", "hi"],
).assign(kind="actual", comparator="estimate")  # fmt: skip
"""Estimates on the way to 75: wholly below, wholly above, on both sides, from 75 upwards."""


def planned(sign="=", direction="higher", **cells):
    values = PLANNED.assign(value=(PLANNED["lo"] + PLANNED["hi"]) / 2)
    ends = {"lo": None if sign == "<" else 75.0, "hi": None if sign == ">" else 75.0}
    goals = values.drop_duplicates("region").assign(
        year=2025, kind="target", comparator=sign, value=75.0, lo_open=sign == ">", **ends
    )
    frame = pd.concat([values, goals], ignore_index=True)
    return frame.assign(indicator="share", unit="%", direction=direction, **cells)


@pytest.mark.parametrize(
    ("lang", "below", "above", "across", "asked"),
    [("zh", "未到这一水平，进度快慢不能确定", "已达到这一水平，至少超出1个百分点",
      "进度快慢不能确定", "是否达到"),
     ("en", "not yet at the target; whether that was on pace cannot be determined",
      "already there, with at least 1 percentage point to spare",
      "whether that was on pace cannot be determined", "was met")],
)  # fmt: skip
def test_limits_before_the_targets_year_decide_what_they_can(lang, below, above, across, asked):
    told = [
        said(planned(), "attainment", about=who, lang=lang)[0] for who in PLANNED["region"].unique()
    ]
    for sentence, words in zip(told, (below, above, across), strict=False):
        assert words in sentence and asked not in sentence
    yet = {"zh": "未到", "en": "not yet"}[lang]
    assert [yet in sentence for sentence in told] == [True, False, False, False]


@pytest.mark.parametrize(("sign", "words"), [("=", "已达到这一水平"), (">", "进度不慢于直线")])
def test_limits_that_begin_at_the_target_are_there_unless_it_leaves_the_number_out(sign, words):
    assert words in said(planned(sign), "attainment", about="丁县")[0]


def test_without_a_better_direction_nothing_is_not_yet_there():
    told = said(planned(direction="neutral"), "attainment", about="甲县")[0]
    assert "进度快慢不能确定" in told and "未到" not in told


def test_whether_a_target_for_every_year_is_met_is_not_asked_before_its_last():
    frame = rows(("甲县", 2015, "actual", "=", 90.0), ("甲县", 2020, "actual", "=", 96.0),
                 ("甲县", 2025, "target", ">=", 95.0))  # fmt: skip
    frame["every_year"] = frame["kind"] == "target"
    (row,) = compare.attainment(frame).to_dict("records")
    assert verdict_in_words(row, "zh") == "此前是否每年都达到不能确定"
    assert "every year so far" in verdict_in_words(row, "en")
