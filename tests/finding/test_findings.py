"""Findings of the five documents: what every one of them must be, read as it is written."""

import re
from itertools import combinations

import pandas as pd
import pytest
from made_up_cycle import copy_cycle
from reading import is_known, lines_of, numbers, sources_of, without_names

import compare
from compare.curated.build import build
from compare.errors import UnknownValueError
from compare.finding.findings import COLUMNS, KINDS
from compare.finding.kinds import modules
from compare.finding.lead import lead
from compare.project import Project
from compare.wording.catalogue import has

REGIONS = ("fushun", "ningbo", "pingyang", "quzhou", "xiangshan")


@pytest.fixture
def observed(evidence):
    return compare.observations()


@pytest.fixture
def everything(about):
    """Return the findings about everything, each region and each pair."""
    found = [about(), *map(about, REGIONS), *(about(*two) for two in combinations(REGIONS, 2))]
    return pd.concat(found, ignore_index=True)


_FOUND: dict[tuple[str, ...], pd.DataFrame] = {}


@pytest.fixture
def about(observed, evidence):
    """Return what finds what is said about some regions, once: every test reads the same."""

    def found(*names):
        if names not in _FOUND:
            asked = None if not names else names[0] if len(names) == 1 else list(names)
            _FOUND[names] = compare.findings(observed, about=asked, evidence=evidence)
        return _FOUND[names].copy()

    return found


@pytest.fixture(scope="module")
def of_cycle(tmp_path_factory):
    """Return the findings of the made-up plan cycle, its observations and its evidence."""
    home = tmp_path_factory.mktemp("cycle") / "world"
    copy_cycle(home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(home))
        patch.setenv("COMPARE_DOCUMENTS", str(home / "texts"))
        build(Project(home))
        observed, known = compare.observations(), compare.evidence()
    abouts = [None, "luting", "chengwan", ["luting", "shuoling"], "school_enrolment"]
    found = [compare.findings(observed, about=about, evidence=known) for about in abouts]
    return pd.concat(found, ignore_index=True), observed, known


def test_they_have_the_columns_that_are_promised(observed, evidence, about):
    found = about()
    assert tuple(found.columns) == COLUMNS
    assert set(found["kind"]) <= set(KINDS)
    assert found["weight"].is_monotonic_decreasing
    assert found["finding"].tolist() == list(range(1, len(found) + 1))
    kinds = ["versus-reference"]
    said = compare.findings(observed, kinds=kinds, evidence=evidence, lang="en")
    assert len(said) and (said["sentence"] == said["sentence_en"]).all()


@pytest.mark.parametrize(
    ("region", "least"),
    [("fushun", 12), ("xiangshan", 20), ("pingyang", 20), ("ningbo", 5), ("quzhou", 5)],
)
def test_every_region_has_what_its_document_supports(about, region, least):
    found = about(region)
    assert (found["kind"] != "not-stated").sum() >= least
    assert found["sentence_zh"].is_unique and found["sentence_en"].is_unique


def test_every_number_of_every_sentence_is_in_its_figures(everything, evidence):
    assert len(everything) > 300
    _read(everything, compare.observations(), evidence)


def test_so_it_is_in_a_cycle_of_plans(of_cycle):
    found, observed, known = of_cycle
    assert {"attainment", "revision"} <= set(found["kind"])
    _read(found, observed, known)


def _read(found, observed, evidence):
    """Find every number of every sentence in the figures that it names."""
    figures = evidence.figures.set_index("figure")
    scaled = observed.groupby("figure")[["value", "lo", "hi"]].first()
    names = {lang: frozenset(names_in(lang, evidence)) for lang in ("zh", "en")}
    for row in found.drop_duplicates(["sentence_zh"]).to_dict("records"):
        own = figures.reindex(row["figures"].split()).reset_index()
        also = scaled.reindex(row["figures"].split()).reset_index().assign(year=None)
        limits = lines_of(row, evidence)
        known = sources_of(pd.concat([own, also]), limits)
        if row["verdict"] in ("not-stated", "no-outcome", "new", "dropped"):
            known |= {*map(float, range(100)), row["year"]}
            known |= {*observed.loc[observed["kind"] == "target", "year"].astype(float)}
            issued = evidence.sources_of_regions(row["regions"].split("; "))
            known |= {float(str(one["issued"])[:4]) for one in issued if one["issued"]}
        if row["kind"] == "promise":  # a year that had gone by when its plan was issued
            issued = [evidence.document_of(name)["issued"] for name in row["figures"].split()]
            known |= {float(str(day)[:4]) for day in issued if pd.notna(day)}
        if row["kind"] == "inconsistency":  # parts are added, and held against their total
            total = own["lo"].iloc[1:].sum()
            known |= {total, abs(own["lo"].iloc[0] - total)}
        if row["kind"] == "revision":  # a target moves by years
            known |= {abs(a - b) for a, b in combinations(own["year"].dropna(), 2)}
        for lang, own_names in names.items():
            for number in numbers(without_names(row[f"sentence_{lang}"], own_names)):
                assert is_known(number, known), (row[f"sentence_{lang}"], number)


def names_in(lang, evidence):
    """Return what stands in sentences of a language as a document or a reader wrote it."""
    return [*evidence.figures["label"], *evidence.figures["label_en"].dropna(),
            *evidence.indicators[f"name_{lang}"], *evidence.indicators["name_en"],
            *evidence.indicators["caution"].dropna(),
            *evidence.indicators["caution_en"].dropna(),
            *evidence.inconsistencies["remark"],
            *evidence.inconsistencies["remark_en"].dropna()]  # fmt: skip


def test_reading_notices_a_wrong_number(everything, evidence):
    """The test above can fail: most numbers that are a little off are in no figure."""
    figures = evidence.figures.set_index("figure")
    noticed = []
    for row in everything[everything["kind"] == "versus-reference"].to_dict("records"):
        own = figures.reindex(row["figures"].split()).reset_index()
        limits = lines_of(row, evidence)
        known = sources_of(own, limits)
        noticed.append(not is_known(abs(row["gap"]) + 0.13, known))
    assert len(noticed) > 50 and sum(noticed) > 0.9 * len(noticed), sum(noticed) / len(noticed)


BOUNDS = {
    ">=": ("以上", "at least|or above"), ">": ("超过|余", "more than|above"),
    "<=": ("不超过", "at most|or below"),
    "<": ("低于|小于", "below"), "~": ("约", "about"),
}  # fmt: skip


def test_every_bound_stands_beside_its_number(everything, evidence, of_cycle):
    _bounds_are_told(everything, evidence)
    found, _, known = of_cycle
    _bounds_are_told(found[found["verdict"] != "dropped"], known)


def _bounds_are_told(everything, evidence):
    signs = evidence.figures.set_index("figure")[["comparator", "lo", "hi", "worded"]]
    for row in everything.to_dict("records"):
        if row["kind"] in ("pace", "inconsistency") or row["verdict"] == "no-outcome":
            continue
        for figure in row["figures"].split():
            sign = signs.loc[figure, "comparator"]
            if signs.loc[figure, "worded"]:
                continue  # its words stand for it
            for word, lang in zip(BOUNDS.get(sign, ("", "")), ("zh", "en"), strict=True):
                assert re.search(word, row[f"sentence_{lang}"]), (row[f"sentence_{lang}"], sign)


def test_a_target_never_leads_and_is_never_told_as_an_outcome(everything, of_cycle):
    planned = everything[everything["kind"].isin(["promise", "own-target", "pace"])]
    assert len(planned) > 100
    revised = of_cycle[0][of_cycle[0]["kind"] == "revision"]
    planned = pd.concat([planned, revised])
    assert not planned["sentence_zh"].str.contains("领先|落后|居首|持平|最优").any()
    assert not planned["sentence_en"].str.contains("ahead|behind|leads").any()
    # what was planned is told as planned, and what it set out from as of its year
    assert (
        planned["sentence_en"]
        .str.contains(r"targets? |was planned|was to be|was to stay|had to move")
        .all()
    )


def test_cautions_are_those_of_the_rows_named(everything, observed, evidence):
    graded = observed.set_index(["figure", "indicator"])["comparability"]
    for row in everything.to_dict("records"):
        grades = {graded.get((name, row["indicator"])) for name in row["figures"].split()}
        held = set(row["cautions"].split("; "))
        compares = row["verdict"] != "apart"  # what is held against nothing has no grade
        if compares and row["kind"] in ("versus-region", "versus-reference", "promise", "timing"):
            assert ("close" in held) == ("close" in grades), row["sentence_zh"]
        if row["kind"] == "versus-region":
            assert "proxy" not in grades
        if row["strength"] == "firm":
            assert held == {""}, row["sentence_zh"]


def test_levels_of_government_are_told_where_they_differ_and_only_there(everything, evidence):
    levels = dict(zip(evidence.regions["region"], evidence.regions["level"], strict=True))
    contests = everything[everything["kind"].isin(["versus-region", "promise"])]
    for row in contests.to_dict("records"):
        differ = len({levels[name] for name in row["regions"].split("; ")}) > 1
        assert ("行政级别不同" in row["sentence_zh"]) == differ, row["sentence_zh"]


def test_a_scheme_of_one_province_is_no_caution_within_it(everything):
    schemes = ["graded_kindergartens_share", "standardised_schools_share", "modern_schools_share"]
    within = everything[everything["indicator"].isin(schemes)]
    assert len(within) > 5
    assert not within["sentence_zh"].str.contains("省的评定|外省").any()


def test_a_close_value_says_what_is_close_of_it(everything):
    graded = everything[everything["cautions"].str.contains(r"\bclose\b", na=False)]
    assert len(graded) > 50
    assert not graded["sentence_zh"].str.contains("（口径相近）").any()
    assert not graded["sentence_en"].str.contains(r"\(broadly comparable\)").any()


def test_a_whole_and_its_part_are_no_contest(observed, evidence, about):
    found = about("ningbo", "xiangshan")
    between = found[found["regions"].str.contains("; ") & (found["verdict"] != "no-outcome")]
    assert set(between["kind"]) == {"inconsistency"}
    heading = lead(observed, about=["宁波", "象山"], evidence=evidence).text
    assert heading.endswith(
        "宁波2024年83%以上、所辖象山2025年超过80%"
    )  # what is to be asked of both comes first


def test_no_sentence_has_a_hole(everything, of_cycle):
    for lang in ("zh", "en"):
        said = pd.concat([everything, of_cycle[0]])[f"sentence_{lang}"]
        assert not said.str.contains(r"nan|None|\{|\}|  |，，|（）|\(\)").any()
        assert said.str.endswith("。" if lang == "zh" else ".").all()


@pytest.mark.parametrize(
    ("argument", "value"),
    [("about", "nowhere"), ("about", []), ("kinds", ["wish"]), ("lang", "fr")],
)
def test_what_does_not_exist_is_refused(observed, evidence, argument, value):
    with pytest.raises(UnknownValueError, match=argument):
        compare.findings(observed, evidence=evidence, **{argument: value})


def test_they_are_asked_for_by_any_name(observed, evidence):
    by_key, *by_name = (
        compare.findings(observed, about=name, kinds=["versus-reference"], evidence=evidence)
        for name in ("fushun", "抚顺", "抚顺市", "Fushun", "210400")
    )
    assert len(by_key)
    for found in by_name:
        pd.testing.assert_frame_equal(found, by_key)
    theme = compare.findings(observed, about="学前教育", evidence=evidence)
    assert set(theme["indicator"].dropna()) <= set(
        observed.loc[observed["theme"] == "preschool", "indicator"]
    )


def test_kinds_may_be_chosen(observed, evidence):
    found = compare.findings(observed, kinds=["timing"], evidence=evidence)
    assert set(found["kind"]) == {"timing"}


def test_a_page_about_several_opens_with_what_is_of_several(observed, evidence):
    pair = lead(observed, about=["抚顺", "象山"], evidence=evidence)
    assert "九年义务教育巩固率象山比抚顺高9.4个百分点" in pair.text
    everyone = lead(observed, evidence=evidence)
    assert "平阳比象山高10.6个百分点" in everyone.text
    assert re.search(
        "项目标（可比指标，其中[0-9]+项的年份按规划期末计），所收文件均未载结果。", everyone.source
    )


def test_the_page_of_everything_counts_the_targets_that_fell_due(observed, evidence, about):
    lines = evidence.benchmarks
    last = max(rows.loc[rows["kind"] == "actual", "year"].max() for rows in (observed, lines))
    attained = compare.attainment(observed)
    due = attained[attained["target_year"] <= last]
    assert len(due) > 50 and (due["verdict"] == "no-outcome").all()
    said = about()["sentence_zh"]
    assert (
        said.str.contains(
            f"截至{last}年到期的{len(due)}项目标（可比指标），所收文件均未载结果", regex=False
        ).sum()
        == 1
    )


def test_a_heading_says_that_its_value_is_close(observed, evidence):
    pair = {lang: lead(observed, about=["抚顺", "象山"], evidence=evidence, lang=lang).text
            for lang in ("zh", "en")}  # fmt: skip
    assert pair["zh"].endswith("高9.4个百分点（2020年，口径相近）")
    assert pair["en"].endswith("(2020; broadly comparable)")
    firm = lead(observed, about="抚顺", evidence=evidence).text
    assert firm.endswith("（2020年）") and "口径相近" not in firm
    promised = lead(observed, about="dual_qualified_share", evidence=evidence).text
    assert promised.endswith("高30个百分点（2025年，口径相近）")
    undated = lead(observed, about="education_spending_growth", evidence=evidence).text
    assert undated.endswith("提法相同（口径相近）")


def test_a_lead_says_once_from_where_something_is_to_change(observed, evidence):
    untold = lead(observed, about="teachers", evidence=evidence).lead
    assert untold.startswith("象山曾提出，名优骨干教师占比2025年达到25%（2020年为15%）。")
    told = lead(observed, about="抚顺", evidence=evidence).lead
    assert told.count("42.7%") == 1 and "公办幼儿园在园幼儿占比2025年达到50%以上。" in told


def test_a_floor_that_is_kept_is_told_as_kept(about):
    said = about("pingyang")["sentence_zh"]
    (kept,) = said[said.str.contains("95.15%")]
    assert (
        kept
        == "平阳普惠性幼儿园覆盖面2020年为95.15%，规划曾提出2025年保持在90%以上（部分年份推定）。"
    )


def test_of_several_that_nothing_decides_each_has_its_own_turn(observed, evidence):
    pair = lead(observed, about=["抚顺", "衢州"], evidence=evidence)
    assert pair.text.startswith("抚顺市与衢州市：抚顺公办幼儿园在园幼儿占比为42.7%")
    assert pair.lead.endswith("没有同年可比的现状数值。")
    assert any("不排高低" in point for point in pair.points)
    dated = lead(observed, about=["象山", "衢州"], evidence=evidence).text
    assert "普及普惠" in dated and "象山" in dated and "衢州" in dated  # what both have comes first


def test_no_lead_reads_like_a_failure_that_is_none_or_tells_doubted_steps(observed, evidence):
    junior = lead(observed, about="balance_junior", evidence=evidence)
    promises = "到2025年，平阳目标比象山低0.02"
    assert junior.text == f"初中校际差异系数：象山为0.33（2020年）；{promises}"
    assert "一个数不能判断是否达标" in junior.lead and "不能据此认定" not in junior.lead
    county = lead(observed, about="平阳", evidence=evidence)
    assert "分步推进" not in county.lead and "优质均衡发展县" in county.lead


def test_every_kind_is_whole():
    places = [module.PLACE for module in modules()]
    assert places == sorted(set(places))
    for module in modules():
        assert module.WEIGHT > 0, module.__name__
        for lang in ("zh", "en"):  # what tables call it
            assert has(f"kind-{module.KIND}", lang), f"no message kind-{module.KIND} in {lang}"
