"""Tables of values, gaps and ranks: no order that nobody decided, and bounds that keep."""

import pandas as pd
import pytest

import compare
from compare import tables
from compare.errors import UnknownValueError
from compare.wording.references import reference_name


def cell(table, row, column):
    """Return one cell as it would be pasted, by the words in its first column."""
    frame = table.plain()
    return frame.loc[frame.iloc[:, 0].str.startswith(row), column].iloc[0]


def test_values_are_written_as_people_write_them(evidence):
    values = tables.values_table(
        compare.align(compare.observations(), year=2025, kind="target", evidence=evidence),
        evidence=evidence, lang="zh",
    )  # fmt: skip
    assert cell(values, "普惠性幼儿园在园幼儿占比", "抚顺") == "≥85%"
    assert cell(values, "普惠性幼儿园在园幼儿占比", "象山").startswith("约90%")
    assert cell(values, "“双师型”教师占比", "象山").startswith(">90%")
    later = compare.align(
        compare.observations(indicator="balance_junior"), year=2027, kind="target",
        evidence=evidence,
    )  # fmt: skip
    table = tables.values_table(later, evidence=evidence)
    assert cell(table, "初中校际差异系数", "衢州").startswith("<0.35 [")
    assert any("对各县的要求" in note for note in table.notes)


def test_regions_stand_in_the_order_of_their_codes_and_not_of_their_values(aligned, evidence):
    names = list(tables.values_table(aligned, evidence=evidence).frame.columns[2:])
    assert names == ["抚顺", "宁波", "象山", "平阳", "衢州"]
    for table in (
        tables.gaps_table(compare.gaps(aligned), evidence=evidence),
        tables.rankings_table(compare.rankings(aligned), evidence=evidence),
    ):
        for _, rows in table.plain().groupby("指标"):
            assert list(rows["地区"]) == [name for name in names if name in set(rows["地区"])]


def test_the_order_of_regions_is_one_everywhere(built_once, evidence):
    rows = (built_once.raw / "definitions" / "regions.csv").read_text("utf-8").splitlines()[1:]
    order = [row.split(",")[0] for row in rows]
    codes = [row.split(",")[7] for row in rows]
    assert codes == sorted(codes)
    assert list(dict.fromkeys(compare.coverage()["region"])) == order
    for theme in ("balance", "preschool"):
        aligned = compare.align(compare.observations(theme=theme), evidence=evidence)
        table = tables.values_table(aligned, evidence=evidence, lang="en")
        assert [evidence.region_slug(name) for name in table.frame.columns[2:]] == order
    covered = tables.coverage_table(compare.coverage(), evidence=evidence, lang="en")
    assert [evidence.region_slug(name) for name in covered.frame.columns[1:]] == order


@pytest.mark.parametrize("name", ["xiangshan", "象山", "象山县", "330225"])
def test_ranks_of_a_region_stand_beside_those_it_is_ranked_among(evidence, name):
    rows = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    table = tables.rankings_table(compare.rankings(rows), region=name, evidence=evidence).plain()
    retention = table[table["指标"].str.startswith("九年义务教育巩固率")]
    assert list(retention["地区"]) == ["象山", "平阳", "抚顺"]  # the first first
    assert not table["指标"].str.startswith("高等教育毛入学率").any()  # it prints none


def test_a_region_that_nobody_knows_is_refused_by_name(evidence):
    ranked = compare.rankings(
        compare.align(compare.observations(theme="balance"), evidence=evidence)
    )
    for known in ({}, {"evidence": evidence}):
        with pytest.raises(UnknownValueError, match="象三"):
            tables.rankings_table(ranked, region="象三", **known)


def test_a_single_coefficient_and_a_target_prove_nothing_met(evidence):
    rows = compare.align(compare.observations(region="象山"), evidence=evidence)
    limits = compare.gaps(rows[rows["region"] == "xiangshan"], to="benchmark", evidence=evidence)
    plain = tables.gaps_table(limits, evidence=evidence, decided=True).plain()
    said = dict(zip(plain["指标"], plain["比较结果"], strict=True))
    assert said["初中校际差异系数 · 2020年现状"] == "高低不能确定"
    assert said["九年义务教育巩固率 · 2025年目标"] == "目标值达到"
    assert said["优质高中招生名额分配比例 · 2020年现状"] == "达到"


def of_two(indicator, first, second, kind="actual"):
    """Return the rows of two regions, each with the ends of its interval."""
    return [
        {"region": region, "indicator": indicator, "year": 2020, "kind": kind, "lo": lo, "hi": hi}
        for region, (lo, hi) in (("east", first), ("west", second))
    ]


def test_ranks_are_listed_only_where_some_are_decided_and_never_of_targets():
    rows = [*of_two("decided", (1.0, 1.0), (2.0, 2.0)), *of_two("open", (1.0, 3.0), (2.0, 4.0)),
            *of_two("planned", (1.0, 1.0), (2.0, 2.0), "target")]  # fmt: skip
    ranked = compare.rankings(pd.DataFrame(rows), direction="higher")
    table = tables.rankings_table(ranked, lang="en")
    assert table.frame["Indicator"].str.contains("decided").all() and len(table.frame) == 2
    assert table.notes == ("No order can be determined: open",)
    assert table.frame["Compared"].tolist() == ["2 compared"] * 2
    nothing = tables.rankings_table(ranked[ranked["indicator"] == "open"], lang="en")
    assert nothing.frame.empty and "No order can be determined" in nothing._repr_html_()


def test_a_note_names_as_many_indicators_as_there_are():
    names = [f"an indicator with a long name, number {place}" for place in range(200)]
    rows = [row for name in names for row in of_two(name, (1.0, 3.0), (2.0, 4.0))]
    ranked = compare.rankings(pd.DataFrame(rows), direction="higher")
    table = tables.rankings_table(ranked, lang="en")
    assert all(name in table.notes[0] for name in names)


def test_what_is_missing_says_why(evidence):
    rows = compare.align(
        compare.observations(indicator="gaokao_first_line_rate"), year=2020, kind="actual",
        evidence=evidence,
    )  # fmt: skip
    values = tables.values_table(rows, evidence=evidence, lang="en")
    assert cell(values, "Gaokao", "Fushun") == "not applicable"
    assert cell(values, "Gaokao", "Quzhou") == "not stated"


def test_an_operator_decides_whether_a_benchmark_is_met(evidence):
    own = compare.align(compare.observations(), year=2025, kind="target", evidence=evidence)
    limits = compare.gaps(own, to="benchmark", evidence=evidence)
    plain = tables.gaps_table(limits, evidence=evidence, decided=True).plain()
    rows = plain[(plain["地区"] == "抚顺") & plain["指标"].str.startswith("普惠性幼儿园")]
    assert dict(zip(rows["参照值"], rows["比较结果"], strict=True)) == {
        ">85%": "高低不能确定", "≥80%": "目标值达到",
    }  # fmt: skip


def test_a_region_as_reference_is_stated_as_it_prints(evidence):
    rows = compare.align(
        compare.observations(indicator="inclusive_children_share"), year=2025, kind="target",
        evidence=evidence,
    )  # fmt: skip
    compared = compare.gaps(rows, to="抚顺", evidence=evidence)
    plain = tables.gaps_table(compared, evidence=evidence).plain().set_index("地区")
    assert plain.loc["象山", "参照值"] == "≥85%"


def test_references_are_called_what_they_are_called_everywhere(evidence):
    rows = compare.align(compare.observations(theme="balance"), evidence=evidence)
    for to in ("best", "median", "mean", "benchmark", "fushun"):
        compared = compare.gaps(rows, to=to, evidence=evidence)
        shown = set(tables.gaps_table(compared, evidence=evidence).plain()["参照"]) - {""}
        known = compared["reference"].dropna()
        names = {
            reference_name(name, evidence, "zh", kind=kind)
            for name in known for kind in set(compared["kind"])
        }  # fmt: skip
        assert shown and shown <= names
        verdicts = tables.gaps_table(compared, evidence=evidence).plain()
        of_targets = verdicts["指标"].str.contains("目标")
        assert not set(verdicts.loc[of_targets, "比较结果"]) & {"优于", "不及", "最优或并列"}


def test_words_are_shown_and_not_ranked(evidence):
    """全面消除 is no measurement: it has neither a rank nor a gap of nought."""
    aligned = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    aligned = aligned[aligned["indicator"] == "oversized_class_share"]
    ranked = tables.rankings_table(compare.rankings(aligned), evidence=evidence)
    assert ranked.frame.empty
    assert ranked.notes == ("只以文字表示，不排名次：义务教育大班额比例",)
    gaps = compare.gaps(aligned, to="best", evidence=evidence)
    plain = tables.gaps_table(gaps, evidence=evidence, decided=True).plain()
    assert set(plain["数值"]) == {"“全面完成消除”", "“全面消除”"}
    assert set(plain["差距"]) == set(plain["参照值"]) == {""}
    assert set(plain["比较结果"]) == {"只以文字表示"}


def test_in_tables_what_words_state_is_marked(evidence):
    plain = tables.target_years_table(
        compare.observations(), year=2025, evidence=evidence
    ).plain().set_index("指标")  # fmt: skip
    assert plain.loc["一般公共预算教育支出增长", "抚顺"] == "“只增不减”（2021—2025年每年，推定）"
    assert plain.loc["有公办幼儿园的乡镇比例", "抚顺"].startswith("100%（只以文字表示")


def test_who_is_not_compared_is_named_with_the_reason(evidence):
    """不适用 is neither nought nor missing: a scheme of Zhejiang is not one of 辽宁."""
    aligned = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    ranked = compare.rankings(aligned[aligned["indicator"] == "graded_kindergartens_share"])
    told = set(tables.rankings_table(ranked, evidence=evidence).plain()["可比范围"])
    assert told == {"2地；抚顺不适用；宁波、衢州未提及"}


def test_what_the_year_does_not_tell_stands_beside_every_value(project):
    evidence, observed = compare.evidence(), compare.observations()
    aligned = compare.align(observed, evidence=evidence)
    side = tables.values_table(aligned, evidence=evidence)
    assert "年份推定" in " ".join(side.notes) and "到2020年底累计" in " ".join(side.notes)
    ranked = tables.rankings_table(compare.rankings(aligned), evidence=evidence).frame
    assert ranked["说明"].str.contains("年份推定").any()
    gaps = compare.gaps(aligned, to="best", evidence=evidence)
    shown = tables.gaps_table(gaps, evidence=evidence, decided=True).frame
    assert shown["说明"].str.contains("年份推定").any()
