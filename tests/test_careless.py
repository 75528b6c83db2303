"""Comparisons that a careless analyst gets wrong, and what comes out of them here.

Each reads the five documents through the public functions. What must not come out is a
plain ahead or behind with nothing said beside it.
"""

from dataclasses import dataclass, field

import polars as pl
import pytest
from comparing import by, moment_of, reasons_of, records

import compare
from compare.comparisons.rules import NAMED
from compare.reasons import reasons

IN_2020 = {"year": 2020, "kind": "actual"}
IN_2025 = {"year": 2025, "kind": "target"}
LATEST = {"kind": "target", "horizon": "latest"}
ANY_YEAR = {"allow": ("different-year",)}
PROXIES = {"proxies": True}


@dataclass(frozen=True)
class Careless:
    """One region put beside another, or a benchmark, and what must be said of it."""

    name: str
    indicator: str
    region: str
    to: str
    verdict: str
    reasons: tuple[str, ...]
    at: dict = field(default_factory=dict)
    allow: tuple[str, ...] = ()

    def row(self):
        observed = compare.observations(indicator=self.indicator, frame="polars")
        aligned = compare.align(observed, **self.at, evidence=compare.evidence())
        if self.to in ("best", "median", "mean"):
            return by(compare.gaps(aligned, to=self.to, allow=self.allow), "region")[self.region]
        if "-" in self.to:  # the names of benchmarks have one
            rows = by(
                compare.gaps(aligned, to="benchmark", evidence=compare.evidence()),
                "region",
                "reference",
            )
            return rows[self.region, self.to]
        return by(compare.gaps(aligned, to=self.to, allow=self.allow), "region")[self.region]


CASES = [
    # --- words that look alike -------------------------------------------------------------------
    Careless(
        "a gross rate beside a net one: 抚顺 89.5 毛入园率, 象山 99.7 入园率",
        "preschool_gross_enrolment", "fushun", "象山", "missing", ("reference-missing",), IN_2020,
    ),
    Careless(
        "a net rate beside a gross one, 平阳 99.2 and 抚顺 89.5",
        "preschool_enrolment", "fushun", "平阳", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "the gross rate asked for as a proxy is shown as one",
        "preschool_enrolment", "fushun", "平阳", "behind", ("different-level", "proxy"),
        IN_2020 | PROXIES,
    ),
    Careless(
        "升学率 99 for 高中阶段毛入学率 88.5",
        "senior_gross_enrolment", "xiangshan", "抚顺", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "入学率 98.36, which is not called gross, for 毛入学率",
        "senior_gross_enrolment", "pingyang", "抚顺", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "覆盖面 95.15, whose denominator is unstated, beside an intake of 86.1",
        "inclusive_children_share", "pingyang", "象山", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "the same, asked for: two proxies, and one of them contradicted by 85.2 in the text",
        "inclusive_children_share", "pingyang", "象山", "ahead", ("proxy", "conflicting-figures"),
        IN_2020 | PROXIES,
    ),
    Careless(
        "kindergartens for children: 衢州 95% of 幼儿园",
        "inclusive_children_share", "quzhou", "抚顺", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "the intake of 象山, 53.7, beside the children of 抚顺, 42.7",
        "public_children_share", "xiangshan", "抚顺", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "免费教育比例 87.36 for an enrolment of 86.2",
        "disabled_fifteen_years", "xiangshan", "平阳", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "“三残”全覆盖 of 平阳 for the enrolment rate of 抚顺",
        "disabled_compulsory_enrolment", "pingyang", "抚顺", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "融合型+共建型 75% of 宁波 for 融合型 50% of 平阳",
        "community_integrated_share", "ningbo", "平阳", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "three types together, 80%, for two types, 75%",
        "community_integrated_joint_share", "xiangshan", "宁波", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "a share of schools, 66.7, for a share of students",
        "featured_senior_students_share", "pingyang", "抚顺", "missing", ("only-proxy",), IN_2020,
    ),
    Careless(
        "学生占比 65 planned for 2025 beside what stands in 2020",
        "featured_senior_students_share", "fushun", "平阳", "missing", ("reference-missing",),
        IN_2025,
    ),
    Careless(
        "leavers of vocational colleges for all graduates, 35 and 45",
        "graduates_staying_share", "quzhou", "宁波", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "per cent for percentage points: 近视率 of 宁波 and 平阳",
        "myopia_decline", "ningbo", "平阳", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "schools with pilots, 30%, for smart schools, 全覆盖",
        "smart_school_share", "quzhou", "平阳", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "a national recognition for one of the province",
        "preschool_universal_counties_share", "quzhou", "宁波", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "超班额 for 大班额, and 基本消除 for none",
        "oversized_class_share", "xiangshan", "抚顺", "missing", ("only-proxy",), IN_2025,
    ),
    # --- years and kinds -------------------------------------------------------------------------
    Careless(
        "a target of 2024 beside one of 2025: 8.5 and 10",
        "postgraduate_junior_share", "ningbo", "平阳", "not-comparable", ("different-year",),
        LATEST,
    ),
    Careless(
        "a target of 2027 beside one of 2025: ≥85 and ≥50",
        "public_children_share", "quzhou", "抚顺", "not-comparable", ("different-year",), LATEST,
    ),
    Careless(
        "the same, overruled: still said",
        "postgraduate_junior_share", "ningbo", "平阳", "behind",
        ("different-year", "different-level"), LATEST, ("different-year",),
    ),
    Careless(
        "the best of several years, overruled: said of each",
        "postgraduate_senior_share", "ningbo", "best", "behind",
        ("different-year", "different-level"), LATEST, ("different-year",),
    ),
    Careless(
        "100 in 2024 is not level with 100 in 2030",
        "balanced_counties_share", "quzhou", "宁波", "not-comparable", ("different-year",), LATEST,
    ),
    Careless(
        "provincial modern schools, 16% in 2025 and 35% in 2027",
        "modern_schools_share", "xiangshan", "衢州", "not-comparable", ("different-year",),
        LATEST | {"year": 2027},
    ),
    Careless(
        "a target of 2021 as if it were of 2025: 财政性学前教育经费 of 平阳",
        "preschool_finance_share", "pingyang", "象山", "missing", ("other-year",), IN_2025,
    ),
    Careless(
        "an actual of 2020 beside a target of 2025: 平阳 100, 象山 94",
        "migrant_public_share", "pingyang", "象山", "missing", ("only-actual",), IN_2025,
    ),
    Careless(
        "a line drawn to 2023 for what is known of 2023",
        "senior_quota_share", "xiangshan", "senior-quota-standard", "ahead",
        ("conflicting-figures", "derived"), {"year": 2023, "horizon": "path"},
    ),
    # --- part and whole, and levels --------------------------------------------------------------
    Careless(
        "宁波 and 象山, which lies in it: ≥83 and >80",
        "second_grade_children_share", "ningbo", "象山", "not-comparable",
        ("part-and-whole", "different-year"), LATEST,
    ),
    Careless(
        "宁波 and 象山 with years overruled",
        "second_grade_children_share", "xiangshan", "宁波", "not-comparable",
        ("part-and-whole", "different-year"), LATEST, ("different-year",),
    ),
    Careless(
        "宁波 among the best where 象山 is one",
        "second_grade_children_share", "ningbo", "best", "not-comparable", ("part-and-whole",),
        LATEST, ("different-year",),
    ),
    Careless(
        "a county beside a prefecture city: 巩固率",
        "compulsory_retention", "fushun", "平阳", "behind", ("different-level",), IN_2020,
    ),
    Careless(
        "a city among counties, to the best",
        "compulsory_retention", "fushun", "best", "behind", ("different-level",), IN_2020,
    ),
    # --- a value and a ceiling -------------------------------------------------------------------
    Careless(
        "<0.35 for each county of 衢州 beside 0.23 of 平阳",
        "balance_junior", "quzhou", "平阳", "not-comparable", ("each-county-ceiling",), LATEST,
    ),
    Careless(
        "the same with years overruled",
        "balance_junior", "pingyang", "衢州", "not-comparable", ("each-county-ceiling",),
        LATEST, ("different-year",),
    ),
    Careless(
        "both overruled: said",
        "balance_junior", "pingyang", "衢州", "undetermined",
        ("different-year", "each-county-ceiling"), LATEST,
        ("different-year", "each-county-ceiling"),
    ),
    Careless(
        "a ceiling for each county beside the national standard",
        "balance_junior", "quzhou", "balance-junior-standard", "undetermined",
        ("each-county-ceiling", "each-of-several"), {"year": 2027, "kind": "target"},
    ),
    Careless(
        "≤0.25 of all compulsory schools of 宁波 for one stage",
        "balance_primary", "ningbo", "象山", "missing", ("only-proxy",), LATEST,
    ),
    # --- bounds ----------------------------------------------------------------------------------
    Careless(
        "98以上 is not level with 98",
        "fitness_pass_rate", "xiangshan", "平阳", "undetermined", (), IN_2025,
    ),
    Careless(
        ">70 is not ahead of ≥60; and the text says ≥70",
        "senior_quota_share", "xiangshan", "平阳", "undetermined", ("conflicting-figures",),
        IN_2025,
    ),
    Careless(
        ">90 is not ahead of ≥60",
        "dual_qualified_share", "xiangshan", "抚顺", "undetermined", ("different-level",), IN_2025,
    ),
    Careless(
        "不低于 is not level with 不低于",
        "teacher_pay_ratio", "pingyang", "象山", "undetermined", (), IN_2025,
    ),
    Careless(
        "至少一小时 is not level with one hour",
        "school_sport_hours", "xiangshan", "抚顺", "undetermined", ("different-level",), IN_2025,
    ),
    Careless(
        "25%以上 is not behind 29.5%",
        "gaokao_first_line_rate", "xiangshan", "平阳", "undetermined", (), IN_2020,
    ),
    Careless(
        "≥50 does not meet >50 for certain",
        "public_children_share", "fushun", "public-children-2025", "undetermined", (), IN_2025,
    ),
    Careless(
        ">8 meets nothing of ≥5 in another year",
        "preschool_finance_share", "xiangshan", "平阳", "missing", ("reference-missing",), IN_2025,
    ),
    # --- approximate and contradicted ------------------------------------------------------------
    Careless(
        "90%左右 beside 85%以上",
        "inclusive_children_share", "xiangshan", "抚顺", "undetermined",
        ("different-level", "approximate"), IN_2025,
    ),
    Careless(
        "90%左右 beside the national target of more than 85",
        "inclusive_children_share", "xiangshan", "inclusive-2025", "ahead", ("approximate",),
        IN_2025,
    ),
    Careless(
        "35%左右 in 2024 beside 50%以上 in 2027",
        "senior_learning_coverage", "ningbo", "衢州", "not-comparable",
        ("different-year", "approximate"), LATEST,
    ),
    Careless(
        ">80 where the text says ≥80, to the best of other years",
        "second_grade_children_share", "xiangshan", "best", "not-comparable",
        ("conflicting-figures", "alone"), LATEST,
    ),
    Careless(
        "100 and 100, each printed without decimals, as equal to the last digit",
        "compulsory_retention", "xiangshan", "平阳", "undetermined", (),
        IN_2020 | {"rounding": True},
    ),
    # --- schemes of one province -----------------------------------------------------------------
    Careless(
        "等级幼儿园 for 抚顺, where there is no such thing: not zero",
        "graded_kindergartens_share", "fushun", "平阳", "missing", ("not-applicable",), IN_2020,
    ),
    Careless(
        "一段线 for 抚顺",
        "gaokao_first_line_rate", "fushun", "best", "missing", ("not-applicable",), IN_2020,
    ),
    Careless(
        "a share of counties, for a county",
        "balanced_counties_share", "pingyang", "宁波", "missing", ("not-applicable",), LATEST,
    ),
    Careless(
        "a year of recognition, for a prefecture city",
        "balanced_county_year", "quzhou", "象山", "missing", ("only-proxy",), IN_2025,
    ),
    # --- missing is not zero ---------------------------------------------------------------------
    Careless(
        "宁波 prints no retention rate: not nothing, and not the last",
        "compulsory_retention", "ningbo", "平阳", "missing", ("not-in-text",), IN_2020,
    ),
    Careless(
        "消除大班额 says zero, not nothing: level with zero",
        "oversized_class_share", "fushun", "平阳", "level", ("different-level",), IN_2020,
    ),
    Careless(
        "nobody to be the best of",
        "balance_primary", "xiangshan", "best", "not-comparable", ("alone",), IN_2025,
    ),
    # --- counts ----------------------------------------------------------------------------------
    Careless(
        "20 kindergartens of a city, 13 of a county",
        "kindergartens_built", "fushun", "平阳", "not-comparable",
        ("no-direction", "different-level"),
        IN_2020,
    ),
    Careless(
        "2000余 places of a city, 4740 of a county",
        "new_preschool_places", "fushun", "平阳", "not-comparable",
        ("no-direction", "different-level"), IN_2020,
    ),
    Careless(
        "places of one year, 12000, for places of five, 20220",
        "new_school_places", "ningbo", "平阳", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "person-times of five years, 6.5万, for those of one, 12万",
        "training_person_times", "fushun", "宁波", "missing", ("only-proxy",), LATEST,
    ),
    Careless(
        "person-times a year, of 2024 and of 2027",
        "training_person_times", "quzhou", "宁波", "not-comparable",
        ("different-year", "no-direction"), LATEST,
    ),
    Careless(
        "the earlier year of recognition as the better",
        "preschool_universal_county_year", "xiangshan", "平阳", "not-comparable",
        ("different-year", "no-direction"), LATEST | {"year": 2024},
    ),
    Careless(
        "1—2 skills beside at least 2",
        "sport_skills", "fushun", "象山", "not-comparable", ("no-direction",), IN_2025,
    ),
]  # fmt: skip


def test_there_are_many_ways_to_be_careless():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_careless_comparison_comes_out_with_its_reason(project, case):
    row = case.row()
    said = reasons_of(row)
    assert row["verdict"] == case.verdict
    assert set(case.reasons) <= set(said)
    assert said or row["verdict"] not in ("ahead", "behind")
    if row["verdict"] in ("missing", "not-comparable"):
        assert (row["gap"], row["gap_lo"], row["gap_hi"]) == (None, None, None)


@pytest.mark.parametrize(
    ("case", "rank"),
    [(case, rank) for case, rank in (
        ("宁波 and 象山 with years overruled", 1),
        ("等级幼儿园 for 抚顺, where there is no such thing: not zero", None),
        ("20 kindergartens of a city, 13 of a county", None),
        ("宁波 prints no retention rate: not nothing, and not the last", None),
    )],
)  # fmt: skip
def test_careless_rankings(project, case, rank):
    (case,) = (one for one in CASES if one.name == case)
    aligned = compare.align(
        compare.observations(indicator=case.indicator, frame="polars"),
        **case.at,
        evidence=compare.evidence(),
    )
    row = by(compare.rankings(aligned, allow=case.allow), "region")[case.region]
    assert row["rank"] == rank
    assert reasons_of(row)


def test_of_two_numbers_in_one_sentence_the_children_are_taken_and_not_the_places(project):
    aligned = compare.align(
        compare.observations(indicator="public_children_share", frame="polars"),
        proxies=True, **IN_2020,
    )  # fmt: skip
    row = by(compare.gaps(aligned, to="象山"), "region")["fushun"]
    assert (row["value"], row["verdict"]) == (42.7, "behind")  # 80, of places, would be ahead
    assert {"proxy", "different-level"} <= set(reasons_of(row))


def test_a_smaller_coefficient_is_the_better_one(project):
    aligned = compare.align(
        compare.observations(indicator="balance_junior", frame="polars"), **IN_2025
    )
    row = by(compare.gaps(aligned, to="象山"), "region")["pingyang"]
    assert (row["value"], row["reference_value"], row["verdict"]) == (0.23, 0.25, "ahead")
    assert (row["gap"], row["gap_unit"]) == (-0.02, "coefficient")


def test_a_difference_of_percentages_is_in_percentage_points(project):
    aligned = compare.align(
        compare.observations(theme="enrolment", frame="polars"),
        **IN_2020,
        evidence=compare.evidence(),
    )
    found = records(compare.gaps(aligned, to="平阳"))
    assert {row["gap_unit"] for row in found} == {"percentage points"}
    assert by(found_of(found), "indicator")["compulsory_retention"]["gap"] == -9.4


def found_of(found):
    return pl.DataFrame(
        [row for row in found if row["region"] == "fushun"], infer_schema_length=None
    )


def test_a_floor_under_what_is_reached_is_no_planned_fall(project):
    # 平阳: 95.15 in 2020, 保持在90%以上 for 2025, both as proxies; made comparable here
    frame = compare.observations(
        indicator="inclusive_children_share", region="平阳", frame="polars"
    )
    found = compare.progress(frame.with_columns(comparability=pl.lit("close")))
    (row,) = records(found)
    assert (row["current_value"], row["target_value"]) == (95.15, 90)
    assert (row["status"], row["distance"], row["pace"]) == ("floor-held", 0, 0)


def test_ninety_two_does_not_meet_more_than_ninety_two(seen_world):
    frame = moment_of(
        [{"region": "a", "lo": 92.0}, {"region": "b", "lo": 92.0, "hi": None}],
        indicator="senior_gross", kind="target", year=2025,
    )  # fmt: skip
    found = by(compare.gaps(frame, to="benchmark", evidence=compare.evidence()), "region")
    assert [found[region]["verdict"] for region in "ab"] == ["behind", "undetermined"]
    world = compare.align(
        compare.observations(indicator="senior_gross", frame="polars"),
        **IN_2025,
        evidence=compare.evidence(),
    )
    found = by(compare.gaps(world, to="benchmark", evidence=compare.evidence()), "region")
    assert found["shuoling"]["verdict"] == "undetermined"  # 92以上
    assert found["luting"]["verdict"] == "ahead"  # 超过102, which is no error of a gross rate


def test_an_actual_is_never_set_beside_a_target(project):
    aligned = compare.align(
        compare.observations(frame="polars"),
        horizon="latest",
        proxies=True,
        evidence=compare.evidence(),
    )
    kinds = {(row["figure"], row["indicator"]): row["kind"] for row in records(aligned)}
    for row in records(
        compare.gaps(aligned, to="every", allow=["different-year", "part-and-whole"])
    ):
        if row["figure"] and row["reference_figure"]:
            assert kinds[row["figure"], row["indicator"]] == row["kind"]
            assert kinds[row["reference_figure"], row["indicator"]] == row["kind"]


KNOWN = {
    "part-and-whole", "different-year", "each-county-ceiling", "different-scope", "no-direction",
    "no-benchmark", "different-level", "proxy", "approximate", "conflicting-figures",
    "series-break", "derived", "one-province-scheme",
}  # fmt: skip
RULES = ("differs", "flagged", *NAMED)
ADDED = {name for name, one in reasons().items() if one.rule in RULES} - KNOWN
"""Reasons that nobody judged by hand yet: they have tests of their own."""


@pytest.mark.parametrize(
    "at",
    [
        IN_2020,
        IN_2025,
        LATEST,
        IN_2020 | PROXIES,
        LATEST | PROXIES,
        {"year": 2023, "horizon": "path"},
    ],
)
def test_whatever_two_real_rows_say_of_each_other_is_said_with_its_reasons(project, at):
    """Each pair is judged again, by hand, from what the two rows tell."""
    aligned = compare.align(compare.observations(frame="polars"), **at, evidence=compare.evidence())
    cells = by(aligned, "region", "indicator", "kind", "year")
    allow = ["different-year", "part-and-whole", "different-scope", "each-county-ceiling"]
    decided = 0
    for row in records(compare.gaps(aligned, to="every", allow=allow)):
        if row["verdict"] not in ("ahead", "behind"):
            continue
        decided += 1
        other = cells[row["reference"], row["indicator"], row["kind"], row["year"]]
        needed = {
            "part-and-whole": {row["region"], row["reference"]} == {"ningbo", "xiangshan"},
            "different-year": row["observed_year"] != other["observed_year"],
            "different-level": row["level"] != other["level"],
            "proxy": "proxy" in (row["comparability"], other["comparability"]),
            "approximate": row["approximate"] or other["approximate"],
            "conflicting-figures": row["conflict"] or other["conflict"],
            "series-break": row["after_break"] or other["after_break"],
            "derived": row["derived"] or other["derived"],
            "one-province-scheme": row["only_in"] is not None
            and row["adcode"][:2] != other["adcode"][:2],
            "each-county-ceiling": row["scope"] != other["scope"],
        }
        said = set(reasons_of(row)) - ADDED
        assert said == {name for name, holds in needed.items() if holds}
    assert decided > 0 or at.get("horizon") == "path"
