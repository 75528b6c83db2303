"""The ledger of the five documents, against the documents as a person reads them."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from coded import CODED, ROOT

from compare.curated.build import check
from compare.curated.trace import verify
from compare.ledger.ledger import read_ledger
from compare.ledger.names import measure_of, normal_name
from compare.ledger.texts import ELISION
from compare.project import Project

X, P, F = "xiangshan-14fyp", "pingyang-14fyp", "fushun-14fyp"
N, Q = "ningbo-2024-keypoints", "quzhou-2024-action-plan"
THIRD = 33.3333333333


@pytest.fixture(scope="module")
def ledger(built_once):
    return read_ledger(built_once.raw)


@pytest.fixture(scope="module")
def figures(ledger):
    return {entry.item.figure: entry.item for entry in ledger.figures}


@pytest.fixture(scope="module")
def grades(ledger, figures):
    """Return (document, label, indicator) → grades, and the figures behind them."""
    found = defaultdict(set)
    for entry in ledger.alignments:
        figure = figures[entry.item.figure]
        key = (figure.document, name_of(figure), entry.item.indicator)
        found[key].add(entry.item.comparability)
    return dict(found)


def name_of(figure):
    """Return what a label measures, spelt as in the document."""
    return figure.label[len(normal_name(figure.label)) - len(measure_of(figure.label)) :]


def test_there_is_nothing_wrong_in_data_raw():
    assert check(Project(ROOT)) == []


def test_every_quote_is_in_its_document(project, documents):
    results = verify(project)
    assert len(results) == 5
    assert [(r.document, r.problems) for r in results if r.problems or r.found != r.quotes] == []


@pytest.mark.parametrize(("document", "least"), [(X, 120), (P, 180), (F, 65), (N, 115), (Q, 27)])
def test_every_document_is_transcribed_in_full(figures, document, least):
    assert len([figure for figure in figures.values() if figure.document == document]) >= least


def test_no_quote_is_longer_than_45_characters(figures):
    lengths = {f.figure: len(f.quote.replace(ELISION, "")) for f in figures.values()}
    assert {name: length for name, length in lengths.items() if length > 45} == {}


def test_what_is_noted_is_noted_in_both_languages(ledger):
    indicators = [entry.item for entry in ledger.indicators]
    benchmarks = [entry.item for entry in ledger.benchmarks]
    notes = [(i.indicator, i.note, i.note_en) for i in indicators]
    notes += [(b.benchmark, b.remark, b.remark_en) for b in benchmarks]
    assert sum(bool(zh) for _, zh, _ in notes) > 40
    assert [name for name, zh, en in notes if bool(zh) != bool(en)] == []
    assert not any(re.search("[\u4e00-\u9fff]", en) for *_, en in notes)


def test_most_indicators_have_figures_from_at_least_two_documents(ledger):
    documents = defaultdict(set)
    for entry in ledger.alignments:
        documents[entry.item.indicator].add(entry.item.figure.split("/")[0])
    indicators = {entry.item.indicator for entry in ledger.indicators}
    shared = {name for name, found in documents.items() if len(found) > 1}
    assert len(shared) > 40  # one that is added may begin with one document
    assert indicators >= set(documents)


def test_a_year_said_to_be_printed_is_in_the_document(ledger, figures, documents):
    hashes = {entry.item.document: entry.item.sha256 for entry in ledger.sources}
    printed = [figure for figure in figures.values() if figure.year_basis == "printed"]
    assert len(printed) > 100
    for figure in printed:
        assert f"{figure.last_year}年" in documents.get(hashes[figure.document]), figure.figure


def test_the_table_of_xiangshan_is_transcribed_cell_by_cell(ledger, figures, documents):
    source = next(e.item for e in ledger.sources if e.item.document == X)
    table = re.findall(
        r"^\d+ \| (.+?) \| (.+?) \| ([≥>]?)([\d.]+) \| ([≥>]?)([\d.]+) \| (?:预|约)",
        documents.get(source.sha256),
        re.MULTILINE,
    )
    assert len(table) == 25
    readings = defaultdict(set)
    for figure in figures.values():
        if figure.document == X and "主要指标表第" in figure.locator:
            value = figure.lo if figure.lo is not None else figure.hi
            row = (figure.unit, figure.comparator, float(value))
            readings[figure.label, figure.last_year, figure.kind].add(row)
    comparators = {"": "=", "≥": ">=", ">": ">"}
    for label, unit, sign, actual, sign_2025, target in table:
        reading = (unit, comparators[sign], float(actual))
        assert readings.pop((label, 2020, "actual")) == {reading}
        reading = (unit, comparators[sign_2025], float(target))
        assert readings.pop((label, 2025, "target")) == {reading}
    assert readings == {}


# Read from the documents by hand: document, what is counted, year, kind, and every reading
# of it there; a document that contradicts itself has two.
# fmt: off
BY_HAND = [
    # lists with 分别: the number nearest to a label is the wrong one
    (X, "学前三年入园率", 2020, "actual", ["= 99.7"]),
    (X, "省等级园招生覆盖率", 2020, "actual", ["= 98.2"]),
    (X, "普惠性幼儿园招生覆盖率", 2020, "actual", ["= 85.2", "= 86.1"]),
    (X, "高考特殊类招生控制线超全省平均数", 2025, "target", ["= 8"]),
    (X, "高考普通类一段线超全省平均数", 2025, "target", ["= 20"]),
    (X, "小学办学条件校际优质均衡差异系数", 2025, "target", ["= 0.3"]),
    (X, "初中办学条件校际优质均衡差异系数", 2025, "target", ["= 0.25"]),
    (F, "小学教师学历达标率", 2020, "actual", ["= 99.9"]),
    (F, "初中教师学历达标率", 2020, "actual", ["= 99.8"]),
    (F, "普通高中教师学历达标率", 2020, "actual", ["= 98.3"]),
    (P, "幼儿园教师具有本科学历比例", 2025, "target", ["= 40"]),
    (P, "小学教师具有本科学历比例", 2025, "target", ["= 95"]),
    (P, "初中教师具有研究生比例", 2025, "target", ["= 10"]),
    (P, "高中教师具有研究生比例", 2025, "target", ["= 25"]),
    (N, "初中教师研究生比例", 2024, "target", ["= 8.5"]),
    (N, "高中教师研究生比例", 2024, "target", ["= 20"]),
    # 抚顺 swaps 高职 and 中职 between its base and its target
    (F, "高职毕业生就业率", 2020, "actual", [">= 85"]),
    (F, "中职毕业生就业率", 2020, "actual", [">= 95"]),
    (F, "中职毕业生就业率", 2025, "target", [">= 97"]),
    (F, "高职毕业生就业率", 2025, "target", [">= 87"]),
    # both year columns of 象山's table, and what the text says otherwise
    (X, "普惠性幼儿园招生覆盖率", 2025, "target", ["= 90"]),
    (X, "公办幼儿园招生覆盖率", 2020, "actual", ["= 53.7"]),
    (X, "公办幼儿园招生覆盖率", 2025, "target", ["= 55", ">= 55"]),
    (X, "二级及以上幼儿园在园幼儿占比", 2020, "actual", ["= 75.9"]),
    (X, "二级及以上幼儿园在园幼儿占比", 2025, "target", ["> 80", ">= 80"]),
    (X, "小学办学条件校际优质均衡差异系数", 2020, "actual", ["= 0.43"]),
    (X, "初中办学条件校际优质均衡差异系数", 2020, "actual", ["= 0.33"]),
    (X, "财政性学前教育经费占同级财政性教育经费比例", 2020, "actual", ["> 8"]),
    (X, "财政性学前教育经费占同级财政性教育经费比例", 2025, "target", ["> 8", ">= 8"]),
    (X, "初中毕业生升入高中段比例", 2020, "actual", ["= 99"]),
    (X, "初中毕业生升入高中段比例", 2025, "target", ["= 99.8", ">= 99.8"]),
    (X, "优质普通高中学校招生分配名额比例", 2020, "actual", ["= 57.7"]),
    (X, "优质普通高中学校招生分配名额比例", 2025, "target", ["> 70", ">= 70"]),
    (X, "残疾学生15年免费教育比例", 2020, "actual", ["= 87.36"]),
    (X, "名优骨干教师总量占比", 2020, "actual", ["= 15"]),
    (X, "科创教育基地建设数量", 2020, "actual", ["= 0"]),
    (X, "融合型、共建型、协作型教育共同体占比", 2020, "actual", ["= 40"]),
    (X, "融合型、共建型、协作型教育共同体占比", 2025, "target", ["= 80"]),
    # one target, two years
    (X, "符合条件流动人员子女公办学校接纳率", 2020, "actual", ["= 89.4"]),
    (X, "符合条件流动人员子女公办学校接纳率", 2023, "target", [">= 94"]),
    (X, "符合条件流动人员子女公办学校接纳率", 2025, "target", ["= 94"]),
    (P, "公办园在园幼儿覆盖面", 2021, "target", [">= 30"]),
    (P, "公办园在园幼儿覆盖面", 2025, "target", [">= 50"]),
    (P, "骨干网万兆比率", 2023, "target", ["= 60"]),
    (P, "骨干网万兆比率", 2025, "target", ["= 90"]),
    (Q, "建成省现代化学校的学校占比", 2027, "target", ["= 35"]),
    (Q, "建成省现代化学校的学校占比", 2030, "target", ["= 40"]),
    (Q, "教育现代化发展水平达成度", 2027, "target", [">= 78"]),
    (Q, "教育现代化发展水平达成度", 2030, "target", [">= 80"]),
    # years that the text does not print, and one that it prints in brackets
    (F, "学前教育三年毛入园率", 2020, "actual", ["= 89.5"]),
    (F, "高等教育毛入学率", 2020, "actual", ["= 75.6"]),
    (P, "学前三年入园率", 2020, "actual", ["= 99.2"]),
    (P, "高中阶段入学率", 2020, "actual", ["= 98.36"]),
    (P, "普惠性幼儿园覆盖面", 2020, "actual", ["= 95.15"]),
    (P, "高考一段上线率", 2020, "actual", ["= 29.5"]),
    (P, "高考一段上线率", 2015, "actual", ["= 12.51"]),
    # two shares in one sentence
    (F, "公办幼儿园学位覆盖率", 2020, "actual", ["= 80"]),
    (F, "公办幼儿园在园幼儿占比", 2020, "actual", ["= 42.7"]),
    (Q, "普惠性幼儿园比例", 2027, "target", [">= 95"]),
    (Q, "公办园在园幼儿占比", 2027, "target", [">= 85"]),
    # floors, ceilings, about and more than
    (X, "公办幼儿园和普惠性民办园在园幼儿占比", 2025, "target", ["~ 90"]),
    (X, "高考一段上线率", 2020, "actual", [">= 25"]),
    (X, "“双师”教师占比", 2025, "target", ["> 90"]),
    (X, "象山中学综合竞争力位次(市)", 2024, "target", ["<= 5"]),
    (F, "公办幼儿园在园幼儿占比", 2025, "target", [">= 50"]),
    (F, "“双师型”教师占专业课教师总数的比例", 2025, "target", [">= 60"]),
    (F, "安置进城外来务工人员随迁子女", 2020, "actual", ["> 5200"]),
    (P, "普惠性幼儿园覆盖面", 2025, "target", [">= 90"]),
    (P, "二级及以上幼儿园覆盖面", 2025, "target", [">= 78"]),
    (P, "儿童青少年总体近视率", 2025, "target", ["<= 50"]),
    (P, "教师培训年均参与量", 2020, "actual", ["> 7200"]),
    (P, "初中资源配置优质均衡校际差异系数", 2025, "target", ["= 0.23"]),
    (N, "义务教育学校校际差异系数", 2024, "target", ["<= 0.25"]),
    (N, "融合型、共建型教共体占比", 2024, "target", [">= 75"]),
    (N, "高校毕业生留甬就业创业率", 2024, "target", ["> 45"]),
    (N, "乡村、社区老年学堂覆盖率", 2024, "target", ["~ 35"]),
    (N, "中高职一体化招生规模占比", 2024, "target", ["> 40"]),
    (N, "五年制培养招生比例", 2024, "target", [">= 40"]),
    (N, "在校研究生规模", 2024, "target", ["> 2"]),
    (Q, "各县(市、区)初中优质均衡校际差异系数", 2027, "target", ["< 0.35"]),
    (Q, "200人以下小规模学校", 2027, "target", ["<= 30"]),
    (Q, "衢职院在校生规模", 2030, "target", ["~ 12000"]),
    (Q, "衢州学院在校生规模", 2030, "target", ["= 12000"]),
    (Q, "职业教育培训人次", 2027, "target", [">= 3.5"]),
    # ranges, ratios, fractions and words
    (F, "学生在义务教育阶段掌握体育技能", 2025, "target", ["range 1 2"]),
    (P, "普高学校数", 2025, "target", ["range 10 11"]),
    (P, "普高学校数增加", 2025, "target", ["range 1 2"]),
    (N, "融合教育示范县(县、市)", 2024, "target", ["range 2 3"]),
    (Q, "全省领先、全国有影响力的特色高中", 2027, "target", ["range 1 2"]),
    (P, "职业教育公民办学校数比", 2020, "actual", ["= 0.5"]),
    (P, "生机比", 2025, "target", ["= 5.2"]),
    (P, "初中创建成为现代化学校或未来教育品牌学校的比例", 2025, "target", [f"= {THIRD}"]),
    (N, "省级以上标杆院系创建单位占二级院系比例", 2024, "target", [f">= {THIRD}"]),
    (F, "56人以上大班额", 2020, "actual", ["= 0"]),
    (Q, "义务教育优质均衡发展县省级评估覆盖", 2030, "target", ["= 100"]),
    (F, "总体实现教育现代化", 2035, "target", ["= 2035"]),
    # places that are named and not counted, and words of spending
    (F, "通过国家县域义务教育优质均衡评估验收的县(区)", 2025, "target", ["= 3"]),
    (N, "指导开展“两县”创建的区(县、市)", 2024, "target", [">= 4"]),
    (P, "一般公共预算教育支出逐年增幅", 2025, "target", [">= 0"]),
    (X, "教育投入逐年增幅", 2020, "actual", [">= 0"]),
    # what each county is to reach, as a date
    (Q, "所有县(市、区)通过全国学前教育普及普惠县国家评估", 2027, "target", ["= 2027"]),
]
# fmt: on


def reading(figure):
    ends = [end for end in (figure.lo, figure.hi) if end is not None]
    ends = ends if figure.comparator == "range" else ends[:1]
    return " ".join([figure.comparator, *(f"{float(end):.12g}" for end in ends)])


@pytest.mark.parametrize(("document", "name", "year", "kind", "readings"), BY_HAND)
def test_a_figure_is_what_the_document_says(figures, document, name, year, kind, readings):
    found = {
        reading(figure)
        for figure in figures.values()
        if (figure.document, name_of(figure)) == (document, name)
        and (figure.last_year, figure.kind) == (year, kind)
    }
    assert found == set(readings)


@pytest.mark.parametrize(
    ("figure", "held"),
    [
        (f"{F}/048", "主要发展指标基本达到教育现代化水平"),
        (f"{F}/063", "全面形成城乡教育协同发展的格局"),
        (f"{F}/068", "基本建成校企“双元”育人模式"),
        (f"{P}/084", "创成全国义务教育优质均衡发展县"),
        (f"{P}/085", "全国学前教育普及普惠县"),
        (f"{P}/086", "总体实现教育现代化"),
        (f"{P}/123", "“初中强校工程实验校"),
        (f"{X}/031", "教育资源供给能力与供给水平进入全省前列"),
        (f"{Q}/009", "走在四省九地市前列"),
        (f"{Q}/010", "与全省同步实现现代化"),
        (f"{Q}/011", "成功打造四省边际教育现代化先行区"),
    ],
)
def test_a_quote_holds_its_year_and_its_claim(figures, figure, held):
    quote = figures[figure].quote
    assert held in quote
    assert f"{figures[figure].last_year}年" in quote


def test_a_target_whose_year_is_printed_is_quoted_with_it(figures):
    dated = [f for f in figures.values() if f.kind == "target" and f.year_basis == "printed"]
    without = [f for f in dated if f"{f.last_year}年" not in f.quote and " | " not in f.quote]
    assert [f.figure for f in without] == []


def test_headings_are_no_figures(figures):
    gone = {f"{Q}/018", f"{Q}/038", f"{N}/017", f"{F}/088", f"{P}/105", f"{X}/036"}
    assert gone & set(figures) == set()


CLOSE = {
    "preschool_enrolment", "compulsory_retention", "higher_gross_enrolment",
    "migrant_public_share", "balance_primary", "balance_junior",
}  # fmt: skip


def test_what_must_come_with_a_number_is_close_at_best(ledger):
    found = {e.item.comparability for e in ledger.alignments if e.item.indicator in CLOSE}
    assert found == {"close", "proxy"}
    cautions = {e.item.indicator: e.item.caution for e in ledger.indicators}
    assert all(cautions[name] for name in CLOSE)


def test_every_judgement_is_said_in_both_languages(ledger):
    assert [e.item.figure for e in ledger.alignments if not e.item.reason_en] == []
    assert not any("同名同分母" in e.item.reason for e in ledger.alignments)


def test_what_is_said_beside_a_number_is_short(ledger):
    remarks = [e.item.remark for e in ledger.benchmarks]
    cautions = [e.item.caution for e in ledger.indicators]
    assert [said for said in remarks + cautions if len(said) > 14] == []


def test_what_is_pledged_and_what_is_standard_keeps_its_operator(ledger):
    limits = {e.item.benchmark: e.item for e in ledger.benchmarks}
    for name in ("preschool-gross-2025", "senior-gross-2025"):
        assert limits[name].comparator == ">="  # of the outline
        hearsay = limits[f"{name}-services"]  # each with its document and operator
        assert hearsay.comparator == ">" and hearsay.lo == limits[name].lo
        assert hearsay.rule != limits[name].rule and hearsay.remark == "据二手资料"
    assert {name for name, one in limits.items() if one.each} == {
        "balance-primary-standard",
        "balance-junior-standard",
    }


def test_every_document_of_a_reference_can_be_cited_in_full_and_in_one_way(ledger):
    cited = {}
    for one in (e.item for e in ledger.benchmarks):
        assert one.rule_title and one.rule_issuer and one.rule_issued, one.benchmark
        known = (one.rule_en, one.rule_title, one.rule_issuer, one.rule_issued)
        assert cited.setdefault(one.rule, known) == known, one.benchmark


WORDED = ["56人以上大班额", "义务教育优质均衡发展县省级评估覆盖", "高考一段上线率"]


def test_words_are_marked_as_words_and_digits_are_not(figures):
    worded = {name: {f.worded for f in figures.values() if name_of(f) == name} for name in WORDED}
    assert worded == {WORDED[0]: {True}, WORDED[1]: {True}, WORDED[2]: {False}}


def test_periods_have_both_ends(figures):
    trained = next(f for f in figures.values() if f.label == "完成职业技能培训")
    assert (trained.document, trained.year_start, trained.year_end) == (F, 2021, 2025)
    added = next(f for f in figures.values() if f.label == "增加幼儿园学位")
    assert (added.document, added.year_start, added.year_end) == (X, 2016, 2020)


@pytest.mark.parametrize(
    ("document", "name", "year", "basis"),
    [
        (F, "学前教育三年毛入园率", 2020, "implied"),
        (F, "公办幼儿园在园幼儿占比", 2020, "printed"),
        (P, "学前三年入园率", 2020, "implied"),
        (P, "高考一段上线率", 2020, "printed"),
        (N, "义务教育学校校际差异系数", 2024, "implied"),
        (Q, "各县(市、区)初中优质均衡校际差异系数", 2027, "printed"),
        (Q, "职业教育培训人次", 2027, "implied"),
    ],
)
def test_an_undated_result_has_an_implied_year(figures, document, name, year, basis):
    found = {
        f.year_basis
        for f in figures.values()
        if (f.document, name_of(f), f.last_year) == (document, name, year)
    }
    assert found == {basis}


def test_a_ceiling_for_every_county_is_not_a_value_for_the_city(figures, grades):
    name = "各县(市、区)初中优质均衡校际差异系数"
    (ceiling,) = [f for f in figures.values() if f.label == name]
    assert ceiling.scope == "each-county"
    assert grades[Q, name, "balance_junior"] == {"close"}


# fmt: off
GRADES = [
    # 毛入园率 and 入园率
    (F, "学前教育三年毛入园率", "preschool_enrolment", "proxy"),
    (F, "学前教育三年毛入园率", "preschool_gross_enrolment", "exact"),
    (X, "学前三年入园率", "preschool_gross_enrolment", "proxy"),
    (X, "学前三年入园率", "preschool_enrolment", "close"),
    (P, "学前三年入园率", "preschool_gross_enrolment", "proxy"),
    (P, "学前三年入园率", "preschool_enrolment", "close"),
    # 入学率, 毛入学率, 升学率
    (F, "高中阶段教育毛入学率", "senior_gross_enrolment", "exact"),
    (P, "高中阶段入学率", "senior_gross_enrolment", "proxy"),
    (X, "初中毕业生升入高中段比例", "senior_gross_enrolment", "proxy"),
    # children enrolled, intake, places, unstated, kindergartens
    (F, "公办幼儿园在园幼儿占比", "public_children_share", "exact"),
    (F, "公办幼儿园学位覆盖率", "public_children_share", "proxy"),
    (X, "公办幼儿园招生覆盖率", "public_children_share", "proxy"),
    # of another concept, perhaps, than two years before
    (Q, "公办园在园幼儿占比", "public_children_share", "close"),
    (P, "公办园在园幼儿覆盖面", "public_children_share", "close"),
    (F, "普惠幼儿园在园幼儿占比", "inclusive_children_share", "exact"),
    (X, "公办幼儿园和普惠性民办园在园幼儿占比", "inclusive_children_share", "exact"),
    (X, "普惠性幼儿园招生覆盖率", "inclusive_children_share", "proxy"),
    (P, "普惠性幼儿园覆盖面", "inclusive_children_share", "proxy"),
    (Q, "普惠性幼儿园比例", "inclusive_children_share", "proxy"),
    (X, "省等级园招生覆盖率", "graded_kindergartens_share", "proxy"),
    (P, "等级幼儿园占比", "graded_kindergartens_share", "exact"),
    (P, "二级及以上幼儿园覆盖面", "second_grade_children_share", "proxy"),
    (N, "二级及以上幼儿园在园幼儿占比", "second_grade_children_share", "exact"),
    # 融合型, +共建型, +协作型
    (P, "紧密融合型占比", "community_integrated_share", "exact"),
    (N, "融合型、共建型教共体占比", "community_integrated_share", "proxy"),
    (N, "融合型、共建型教共体占比", "community_integrated_joint_share", "exact"),
    (X, "融合型、共建型、协作型教育共同体占比", "community_integrated_share", "proxy"),
    (X, "融合型、共建型、协作型教育共同体占比", "community_integrated_joint_share", "proxy"),
    # schools and students, stages taken together, national and provincial recognition
    (P, "省特色示范高中比例", "featured_senior_students_share", "proxy"),
    (F, "优质特色普通高中在校生占比", "featured_senior_students_share", "exact"),
    (N, "义务教育学校校际差异系数", "balance_primary", "proxy"),
    (N, "义务教育学校校际差异系数", "balance_junior", "proxy"),
    (Q, "通过学前教育普及普惠县国家评估的县占比", "preschool_universal_counties_share", "proxy"),
    (X, "成功创建浙江省教育现代化县", "education_modernised_year", "proxy"),
    # yearly and cumulative, percent and percentage points, whose graduates, which degree
    (F, "完成职业技能培训", "training_person_times", "proxy"),
    (N, "各类职业技能培训规模", "training_person_times", "exact"),
    (N, "新增中小学位", "new_school_places", "proxy"),
    (N, "儿童青少年近视率下降", "myopia_decline", "proxy"),
    (P, "儿童青少年近视率每年下降幅度", "myopia_decline", "exact"),
    (Q, "中职就业学生留衢率", "graduates_staying_share", "proxy"),
    (Q, "高职毕业生留衢率", "graduates_staying_share", "proxy"),
    (N, "初中教师硕士研究生比例目标", "postgraduate_junior_share", "proxy"),
    (N, "高中教师硕士研究生比例目标", "postgraduate_senior_share", "proxy"),
    (X, "残疾学生15年免费教育比例", "disabled_fifteen_years", "proxy"),
    (P, "特殊教育十五年入学率", "disabled_fifteen_years", "close"),
    (F, "九年义务教育巩固率", "compulsory_retention", "close"),
    (P, "高等教育毛入学率", "higher_gross_enrolment", "close"),
    (N, "随迁子女入学保障", "migrant_public_share", "proxy"),
    (N, "社会人员学历提升(初高中)", "adult_degree_upgrade", "close"),
    # places that are named are counted, and are no share; the date of every county of a city
    (F, "通过国家县域义务教育优质均衡评估验收的县(区)", "balanced_counties_number", "exact"),
    (Q, "所有县(市、区)通过全国学前教育普及普惠县国家评估",
     "preschool_universal_county_year", "close"),
    (Q, "全国义务教育优质均衡发展县省级评估全覆盖", "balanced_county_year", "proxy"),
    (X, "公办义务教育超班额现象", "oversized_class_share", "proxy"),
    # by whose judgement, and which degree, is not stated
    (F, "总体实现教育现代化", "education_modernised_year", "close"),
    (P, "总体实现教育现代化", "education_modernised_year", "close"),
    (P, "初中教师具有研究生比例", "postgraduate_junior_share", "close"),
    (P, "高中教师具有研究生比例", "postgraduate_senior_share", "close"),
]
# fmt: on


@pytest.mark.parametrize(("document", "name", "indicator", "grade"), GRADES)
def test_concepts_that_look_alike_are_told_apart(grades, document, name, indicator, grade):
    assert grades[document, name, indicator] == {grade}


LOOK_ALIKES = [
    ("毛入园率", ["preschool_enrolment"]),
    ("(?<!毛)入园率", ["preschool_gross_enrolment"]),
    ("(?<!毛)入学率|升入|巩固率", ["senior_gross_enrolment", "higher_gross_enrolment"]),
    (
        "学位|招生|(?<!在园幼儿)覆盖面|幼儿园比例",
        ["public_children_share", "inclusive_children_share"],
    ),
    ("(?<!比例和)招生覆盖率", ["graded_kindergartens_share"]),
    ("共建型|协作型", ["community_integrated_share"]),
    ("协作型", ["community_integrated_joint_share"]),
    ("高中比例", ["featured_senior_students_share"]),
    ("国家评估|国家级", ["balanced_counties_share", "preschool_universal_counties_share"]),
    ("硕士", ["postgraduate_junior_share", "postgraduate_senior_share"]),
    ("免费", ["disabled_fifteen_years"]),
    ("中职|高职", ["graduates_staying_share"]),
    ("试点", ["smart_school_share"]),
]


@pytest.mark.parametrize(("pattern", "indicators"), LOOK_ALIKES)
def test_no_look_alike_is_exact_or_close(grades, pattern, indicators):
    alike = {
        (document, name, indicator): grade
        for (document, name, indicator), grade in grades.items()
        if indicator in indicators and re.search(pattern, name)
    }
    assert alike
    assert {key: grade for key, grade in alike.items() if grade != {"proxy"}} == {}


def test_only_a_retention_rate_measures_retention(grades):
    names = {name for _, name, indicator in grades if indicator == "compulsory_retention"}
    assert names
    assert all(name.endswith("义务教育巩固率") for name in names)


def test_a_figure_over_a_period_is_never_a_yearly_one(ledger, figures):
    yearly = {"training_person_times", "adult_degree_upgrade"}
    over_a_plan = {"new_school_places", "new_preschool_places", "kindergartens_built"}
    for entry in ledger.alignments:
        period = figures[entry.item.figure].year_start is not None
        if entry.item.indicator in yearly and period:
            assert entry.item.comparability == "proxy", entry.item.figure
        if entry.item.indicator in over_a_plan and not period:
            assert entry.item.comparability == "proxy", entry.item.figure


def test_of_two_contradicting_figures_one_is_chosen_with_a_written_reason(ledger):
    uses = {
        entry.item.figure: (entry.item.use, entry.item.reason)
        for entry in ledger.alignments
        if entry.item.indicator == "inclusive_children_share"
    }
    main, alternative = uses[f"{X}/046"], uses[f"{X}/014"]
    assert (main[0], alternative[0]) == ("main", "alternative")
    assert "85.2" in main[1]
    assert "86.1" in alternative[1]


def test_every_alternative_stands_beside_a_main_figure(ledger, figures):
    mains = defaultdict(set)
    for entry in ledger.alignments:
        figure = figures[entry.item.figure]
        key = (figure.document, entry.item.indicator, figure.last_year, figure.kind)
        mains[key].add(entry.item.use)
    assert [key for key, uses in mains.items() if "main" not in uses] == []
    assert [key for key, uses in mains.items() if "alternative" in uses]


FOUND_SINCE = {
    "fushun-2021-work-report", "pingyang-2025-balanced-list", "xiangshan-2025-balanced-list",
    "xiangshan-2026-conference",
    *(f"ningbo-{year}-work-report" for year in (2020, 2021, 2022, 2023, 2024, 2026)),
    "ningbo-2025-balanced-list",
    *(f"quzhou-{name}" for name in ("2023-work-report", "2025-work-report", "2025-balanced-list",
                                    "2025-preschool-list")),
}  # fmt: skip
"""The sources of outcomes that are known here by hand: others may be added beside them."""


@pytest.fixture(scope="module")
def everything():
    """Return the ledger of the documents, and of the sources that were found since."""
    whole = read_ledger(ROOT / "data" / "raw")
    known = {*CODED, *FOUND_SINCE}
    return replace(
        whole,
        sources=[e for e in whole.sources if e.item.document in known],
        figures=[e for e in whole.figures if e.item.document in known],
        alignments=[e for e in whole.alignments if e.item.figure.split("/")[0] in known],
        inconsistencies=[e for e in whole.inconsistencies if e.item.figures.split("/")[0] in known],
    )


SAYS = {
    ">=": "以上|不低于|不少于|至少|≥|只增不减",
    ">": "超|突破|>|余|多|逐年提高",
    "<=": "以内|以下|不超过|≤|强",
    "<": "小于|<",
    "~": "左右|基本|大体",
}


def test_a_bound_stands_in_the_words_of_its_quote(everything):
    stated = [entry.item for entry in everything.figures if entry.item.comparator in SAYS]
    assert len(stated) > 120
    unsaid = [one.figure for one in stated if not re.search(SAYS[one.comparator], one.quote)]
    # from a complete list: if at all, later
    absent = [f"{name}-2025-balanced-list/001" for name in ("pingyang", "xiangshan")]
    assert unsaid == [f"{N}/135", *absent]  # 等地: four that are named, and others


def test_somewhat_more_is_printed_with_its_number(everything):
    more = [e.item for e in everything.figures if re.search("[0-9千万][余多]", e.item.quote)]
    assert len(more) == 8
    assert [one.figure for one in more if one.printed[-1] not in "余多"] == []


def test_a_level_to_be_kept_is_typed_where_the_source_keeps_it(everything):
    figures = [entry.item for entry in everything.figures]
    kept = {one.figure for one in figures if one.every_year == "keep"}
    beside = {
        one.figure
        for one in figures
        if re.search(f"(?:保持|巩固)(?:在|全省|省内)?{re.escape(one.printed)}", one.quote)
    }
    assert len(kept) == 15
    assert beside <= kept
    assert kept - beside == {f"{X}/107"}  # wages, further on in the sentence


def test_so_much_a_year_is_typed_as_such(everything):
    yearly = [entry.item for entry in everything.figures if entry.item.every_year == "every-year"]
    words = "每年|年均|逐年|只增不减|年“|年培训"
    assert len(yearly) == 15
    assert all(re.search(words, one.quote) for one in yearly)
    a_year = [e.item for e in everything.figures if re.search("每年[^保]*[0-9]", e.item.quote)]
    assert [one.figure for one in a_year if one.every_year is None] == []


def test_what_exists_and_what_a_rule_asks_for_are_no_targets(figures):
    assert {figures[f"{P}/{n}"].kind for n in ("133", "134")} == {"actual"}
    assert {f"{P}/{n}" for n in ("213", "214", "215")} & set(figures) == set()


def test_where_a_concept_may_have_changed_the_series_breaks(everything):
    broken = {(e.item.figure, e.item.indicator) for e in everything.alignments
              if e.item.after_break}  # fmt: skip
    assert broken == {
        (f"{Q}/016", "public_children_share"),
        ("quzhou-2025-work-report/004", "public_children_share"),
        ("ningbo-2023-work-report/001", "migrant_public_share"),
    }


def test_standards_are_assessed_by_county(everything):
    standards = {e.item.benchmark for e in everything.benchmarks if e.item.kind == "standard"}
    by_county = {e.item.benchmark for e in everything.benchmarks if e.item.assessed == "county"}
    assert by_county <= standards and len(by_county) >= 8


def test_only_what_contradicts_itself_is_inconsistent(everything):
    assert {entry.item.figures for entry in everything.inconsistencies} == {
        f"{F}/008 {F}/009",
        f"{P}/084 {P}/100",
        "ningbo-2024-keypoints/028 xiangshan-14fyp/075",
        f"{P}/085 {P}/104",
        f"{P}/087 {P}/088 {P}/093",
        f"{P}/088 {P}/089 {P}/090",
        f"{P}/107 {P}/108",
        f"{X}/126 {X}/079",
    }


def test_texts_are_written_and_not_printed_for_those_who_read_them(everything):
    said = [e.item.reason for e in everything.alignments]
    said += [e.item.note for e in everything.figures] + [e.item.note for e in everything.sources]
    said += [e.item.remark for e in everything.benchmarks]
    assert [text for text in said if "印" in text] == []


def test_every_source_says_its_type_and_what_has_no_text_says_so_in_words(everything):
    sources = [entry.item for entry in everything.sources]
    assert [source.document for source in sources if source.type is None] == []
    without = [source for source in sources if source.sha256 is None]
    assert len(sources) - len(without) == 5
    assert all("文本未随附" in source.note and source.issued for source in without)


def test_what_a_newspaper_or_another_copy_states_says_so(everything):
    named = {
        entry.item.document: entry.item
        for entry in everything.sources
        if not entry.item.document.endswith("-work-report") and entry.item.sha256 is None
    }
    assert len(named) == 6
    assert all(re.search("报纸|报道", source.note) for source in named.values())


def test_the_nations_series_are_those_of_their_bulletins(everything):
    series = defaultdict(dict)
    for entry in everything.benchmarks:
        row = entry.item
        if row.kind == "actual":
            series[row.indicator][row.year] = (row.comparator, float(row.lo))
    assert series["compulsory_retention"] == {
        year: ("=", value)
        for year, value in zip(range(2020, 2026), (95.2, 95.4, 95.5, 95.7, 95.9, 96.1), strict=True)
    }
    assert series["senior_gross_enrolment"][2025] == ("=", 92.0)
    assert series["higher_gross_enrolment"][2025] == (">", 60.0)
    assert series["preschool_gross_enrolment"][2025] == ("=", 92.9)
    aims = {
        (r.item.indicator, float(r.item.lo)) for r in everything.benchmarks if r.item.year == 2030
    }
    assert aims == {("preschool_gross_enrolment", 95.0), ("higher_gross_enrolment", 65.0)}


def test_english_names_are_those_of_the_field(everything):
    """普惠 is inclusive, 融合 integrates children with disabilities, and no pupil is senior."""
    names = {
        (entry.item.label, entry.item.label_en)
        for entry in everything.figures
        if entry.item.label_en
    } | {(entry.item.name_zh, entry.item.name_en) for entry in everything.indicators}
    assert len(names) > 300
    for chinese, english in names:
        if "普惠" not in chinese:
            assert "nclusive" not in english, chinese
        if "老年" in chinese:
            assert "older people" in english, chinese
        assert not re.search(r"[Ss]enior school", english), chinese


def test_one_sentence_has_one_grade_for_primary_and_junior_schools(everything):
    """宁波's coefficient is of compulsory schools: it says as little of one stage as of another."""
    both = [e.item for e in everything.alignments if e.item.figure == f"{N}/028"]
    assert {one.indicator for one in both} == {"balance_primary", "balance_junior"}
    assert len({(one.comparability, one.reason, one.reason_en) for one in both}) == 1
    assert "未分学段" in both[0].reason
