"""Revision: targets of two documents of one region, told with both years and both values."""

import pandas as pd
import pytest

import compare
from compare.finding.findings import KINDS
from compare.finding.kinds.revision import KIND, told_revisions
from compare.finding.lead import lead
from compare.ledger.evidence import Evidence


def stated(edition, year, kind, sign, number, **more):
    lo = None if sign in ("<=", "<") else number
    hi = None if sign in (">=", ">") else number
    return {
        "region": "甲县", "indicator": "share", "document": f"plan-{edition}", "edition": edition,
        "year": year, "kind": kind, "unit": "%", "comparator": sign, "value": number,
        "lo": lo, "hi": hi, "lo_open": sign == ">", "hi_open": sign == "<",
        "approximate": sign == "~", "direction": "higher", "comparability": "exact", "use": "main",
        "figure": f"plan-{edition}/{kind}{year}",
    } | more  # fmt: skip


def found(*rows, **options):
    return compare.findings(pd.DataFrame(rows), kinds=[KIND], **options)


def both(old, new, **more):
    """Return the one finding of a target and of that of the next edition."""
    use = "superseded" if old[0] == new[0] else "main"
    (row,) = found(
        stated(14, old[0], "target", *old[1:], use=use, **more),
        stated(15, new[0], "target", *new[1:], **more),
    ).to_dict("records")
    return row


LOWER = {"direction": "lower", "unit": "coefficient"}


@pytest.mark.parametrize(
    ("old", "new", "more", "verdict", "words"),
    [
        ((2025, ">=", 99.0), (2030, ">=", 99.5), {}, "raised",
         "甲县share 先提出到2025年达到99%以上，后提出到2030年达到99.5%以上，提高0.5个百分点"),
        ((2025, ">=", 50.0), (2025, ">=", 45.0), {}, "lowered",
         "到2025年的目标，先为50%以上，后为45%以上，降低5个百分点"),
        ((2025, "<=", 0.35), (2030, "<=", 0.3), LOWER, "raised",
         "后提出到2030年不超过0.3，收紧0.05"),
        ((2025, "<", 0.3), (2030, "<", 0.35), LOWER, "lowered", "后提出到2030年低于0.35，放宽0.05"),
        ((2025, ">=", 50.0), (2025, ">", 50.0), {}, "raised", "先为50%以上，后超过50%，要求更严"),
        ((2025, "~", 60.0), (2025, "=", 65.0), {}, "raised", "提高约5个百分点"),
        ((2025, "<=", 60.0), (2025, "<=", 50.0), {}, "changed", "两者不排高低"),
        ((2025, ">", 92.0), (2030, ">", 92.0), {}, "postponed",
         "超过92%的目标，原定2025年，后定为2030年，推迟5年"),
        ((2027, ">=", 85.0), (2025, ">=", 85.0), {}, "advanced",
         "达到85%以上的目标，原定2027年，后定为2025年，提前2年"),
    ],
)  # fmt: skip
def test_a_target_is_told_beside_the_one_before(old, new, more, verdict, words):
    row = both(old, new, **more)
    assert row["verdict"] == verdict
    assert words in row["sentence_zh"]
    assert row["figures"] == f"plan-14/target{old[0]} plan-15/target{new[0]}"


@pytest.mark.parametrize(
    ("old", "new", "verdict", "words"),
    [(2025, 2026, "postponed", "原定2025年，后定为2026年，推迟1年"),
     (2027, 2025, "advanced", "原定2027年，后定为2025年，提前2年")],
)  # fmt: skip
def test_a_date_moves_by_years(old, new, verdict, words):
    dated = {"unit": "year", "direction": "neutral"}
    row = both((old, "=", float(old)), (new, "=", float(new)), **dated)
    assert (row["verdict"], words in row["sentence_zh"]) == (verdict, True)
    apart = abs(new - old)
    said = f"{apart} year{'s' if apart > 1 else ''} {'later' if new > old else 'earlier'}"
    assert row["sentence_en"].endswith(f"was planned for {old}, then for {new}, {said}.")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("points", "甲县原定2025年创成优质均衡县，2026年列为当年任务，目标年份推迟1年。"),
     ("plan", "甲县原定2025年创成优质均衡县，后定为2026年，目标年份推迟1年。")],
)  # fmt: skip
def test_a_thing_that_was_to_be_done_is_named(kind, words):
    more = {"unit": "year", "direction": "neutral", "indicator_zh": "创成优质均衡县的年份",
            "indicator_en": "Year of balanced status"}  # fmt: skip
    rows = [stated(14, 2025, "target", "=", 2025.0, **more),
            stated(15, 2026, "target", "=", 2026.0, **more)]  # fmt: skip
    (row,) = found(*rows, evidence=documents(**{"plan-14": "plan", "plan-15": kind})).to_dict(
        "records"
    )
    assert row["sentence_zh"] == words
    assert row["sentence_en"].startswith("Balanced status in 甲县 was planned for 2025, then")


def test_what_was_met_when_it_was_set_is_said_and_is_not_postponed():
    rows = [stated(14, 2025, "target", ">=", 90.0), stated(15, 2025, "actual", "=", 95.0),
            stated(15, 2030, "target", ">=", 90.0)]  # fmt: skip
    (kept,) = found(*rows).to_dict("records")
    assert kept["verdict"] == "kept" and "推迟" not in kept["sentence_zh"]
    assert "要求不变，提出时已经达到（2025年为95%）" in kept["sentence_zh"]
    assert "already reached when set (95% in 2025)" in kept["sentence_en"]
    assert kept["cautions"] == "met-when-set" and "plan-15/actual2025" in kept["figures"]
    rows[2] = stated(15, 2030, "target", ">=", 93.0)
    (raised,) = found(*rows).to_dict("records")
    assert (
        raised["verdict"] == "raised" and "提高3个百分点，提出时已经达到" in raised["sentence_zh"]
    )


def test_what_is_new_and_what_was_dropped_are_one_line_each():
    names = [f"target {letter}" for letter in "abcdef"]
    old = [stated(14, 2025, "target", "=", 10.0, indicator=name) for name in names[:5]]
    new = [stated(15, 2030, "target", "=", 10.0, indicator=name, figure=f"plan-15/{name[-1]}")
           for name in names[5:]]  # fmt: skip
    said = found(*old, *new).set_index("verdict")["sentence_zh"].to_dict()
    assert said == {
        "new": "甲县较新的文件新提出目标：target f。",
        "dropped": "甲县较新的文件未再提出目标（未提及不等于取消）："
        "target a、target b、target c、target d等5项。",
    }


def documents(**types):
    table = [{"document": name, "region": "甲县", "type": kind} for name, kind in types.items()]
    return Evidence(documents=pd.DataFrame(table))


def test_steps_of_single_years_are_no_revisions():
    """Points for one year, and a plan for another, ask for different things."""
    rows = [stated(14, 2021, "target", ">=", 46.0), stated(15, 2025, "target", ">=", 50.0),
            stated(14, 2021, "target", ">=", 10.0, indicator="other")]  # fmt: skip
    assert len(found(*rows)) == 2
    yearly = documents(**{"plan-14": "work-report", "plan-15": "work-report"})
    assert found(*rows, evidence=yearly).empty
    rows[0] = stated(14, 2025, "target", ">=", 46.0, use="superseded")
    assert found(*rows, evidence=yearly)["verdict"].tolist() == ["raised"]


@pytest.mark.parametrize(("kept", "verdicts"), [("keep", []), (None, ["advanced"])])
def test_to_keep_a_level_is_no_later_date_for_reaching_it(kept, verdicts):
    """保持85%以上 to 2027 in a plan, 85%以上 in 2025 in a report: two targets, none moved."""
    rows = [stated(14, 2027, "target", ">=", 85.0), stated(15, 2025, "target", ">=", 85.0)]
    figures = pd.DataFrame([{**row, "every_year": kept if row["edition"] == 14 else None,
                             "label": "share", "printed": "85%", "worded": False}
                            for row in rows])  # fmt: skip
    known = Evidence(figures=figures)
    assert found(*rows, evidence=known)["verdict"].tolist() == verdicts
    assert len(told_revisions(compare.revisions(pd.DataFrame(rows)), known)) == len(verdicts)
    own = [{**row, "every_year": kept if row["edition"] == 14 else None} for row in rows]
    assert found(*own)["verdict"].tolist() == verdicts


@pytest.mark.parametrize(
    "rows",
    [
        [stated(14, 2025, "target", ">=", 50.0)],
        [stated(14, 2025, "target", ">=", 50.0), stated(15, 2025, "actual", "=", 50.0)],
        [stated(14, 2025, "target", ">=", 50.0, use="superseded"),
         stated(15, 2025, "target", ">=", 50.0)],
        # nothing orders the two
        [stated(None, 2025, "target", ">=", 50.0, document=name, use=use)
         for name, use in (("one", "main"), ("two", "superseded"))],
    ],
)  # fmt: skip
def test_where_nothing_was_revised_nothing_is_said(rows):
    assert found(*rows).empty


def test_grade_and_scope_stand_beside_the_values():
    row = both((2025, "<", 0.4), (2030, "<", 0.35), comparability="close", scope="each-county",
               **LOWER)  # fmt: skip
    assert "后提出到2030年各县（市、区）均低于0.35，收紧0.05（口径相近）" in row["sentence_zh"]
    assert (row["strength"], row["cautions"]) == ("with-caution", "close")


def test_over_a_break_nothing_was_revised():
    rows = [stated(14, 2025, "target", ">=", 80.0), stated(15, 2030, "target", ">=", 85.0)]
    assert len(found(*rows)) == 1
    rows = [{**row, "after_break": row["edition"] == 15} for row in rows]
    assert found(*rows).empty


def test_a_proxy_is_no_target_to_revise():
    assert found(stated(14, 2025, "target", "=", 5.0, comparability="proxy"),
                 stated(15, 2025, "target", "=", 9.0)).empty  # fmt: skip


def test_a_page_without_outcomes_opens_with_what_was_revised():
    rows = pd.DataFrame([stated(14, 2025, "target", ">=", 50.0),
                         stated(15, 2027, "target", ">=", 50.0)])  # fmt: skip
    head = lead(rows, about="甲县")
    assert head.text == "甲县：share 达到50%以上的目标推迟到2027年"
    assert "推迟2年" in head.lead


def test_it_is_a_kind_among_the_others():
    assert list(KINDS).index(KIND) < list(KINDS).index("own-target")


def test_a_date_that_was_moved_says_that_it_had_not_come_by_its_year():
    more = {"unit": "year", "direction": "neutral", "indicator_zh": "创成优质均衡县的年份",
            "indicator_en": "Year of balanced status"}  # fmt: skip
    rows = [stated(14, 2025, "target", "=", 2025.0, **more),
            stated(15, 2026, "target", "=", 2026.0, **more),
            stated(16, 2024, "actual", ">", 2024.0, **more)]  # fmt: skip
    known = documents(**{"plan-14": "plan", "plan-15": "plan", "plan-16": "list"})
    (row,) = [one for one in found(*rows, evidence=known).to_dict("records")
              if one["kind"] == "revision"]  # fmt: skip
    assert row["sentence_zh"].endswith("县，后定为2026年，目标年份推迟1年。")  # 2025 was to come
    assert row["sentence_en"].endswith("for 2025, then for 2026, 1 year after the date first set.")
    assert "plan-16/actual2024" not in row["figures"]
    gone = [rows[0], rows[1], {**rows[2], "year": 2025, "lo": 2025.0, "value": 2025.0}]
    (row,) = [one for one in found(*gone, evidence=known).to_dict("records")
              if one["kind"] == "revision"]  # fmt: skip
    assert "尚" not in row["sentence_zh"] or "；推断到2025年底尚未实现" in row["sentence_zh"]


DATE = {"unit": "year", "direction": "neutral", "indicator_zh": "创成优质均衡县的年份",
        "indicator_en": "Year of balanced status", "theme": "balance", "theme_zh": "均衡",
        "theme_en": "Balance"}  # fmt: skip


def put_off_beside_missed():
    """Return rows of two: one has put a date off, the other has let its date go by."""
    missed = {**DATE, "region": "乙县"}
    waiting = {"value": None, "lo": 2025.0, "hi": None, "figure": "list/乙县", "document": "list"}
    return pd.DataFrame([
        stated(14, 2025, "target", "=", 2025.0, **DATE),
        stated(15, 2026, "target", "=", 2026.0, **DATE),
        stated(14, 2024, "target", "=", 2024.0, **missed | {"figure": "plan-14/乙县"}),
        stated(15, 2024, "actual", ">=", 2025.0, **missed | waiting),
    ])  # fmt: skip


@pytest.mark.parametrize(("year", "said"), [(2024, "乙县"), (2025, "甲县"), (2026, "甲县")])
def test_a_date_put_off_is_told_of_the_year_it_was_for_and_of_the_new_one(year, said):
    answer = lead(put_off_beside_missed(), year=year, kinds=[KIND, "attainment"])
    assert answer.lead.startswith(said)
    (other,) = {"甲县", "乙县"} - {said}
    assert other not in answer.lead


def test_what_became_of_one_plan_is_told_of_all_and_named_once():
    answer = lead(put_off_beside_missed(), about="balance", evidence=None)
    assert answer.lead.count("创成优质均衡县") == 1
    assert "2024年底未实现" in answer.lead and "甲县原定2025年实现，后定为2026年" in answer.lead
    english = lead(put_off_beside_missed(), about="balance", lang="en").lead
    assert english.count("alanced status") == 1
    assert "it was planned in 甲县 for 2025, then for 2026" in english


def test_what_a_newspaper_leaves_out_is_no_target_dropped():
    old = [stated(14, 2025, "target", "=", 10.0, indicator=name) for name in ("a", "b")]
    new = [stated(15, 2030, "target", "=", 12.0, indicator="a")]
    for kind, dropped in (("plan", True), ("press", False)):
        known = documents(**{"plan-14": "plan", "plan-15": kind})
        verdicts = set(found(*old, *new, evidence=known)["verdict"])
        assert ("dropped" in verdicts) is dropped
