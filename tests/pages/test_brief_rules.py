"""What a brief may say: held against all documents, those that tell of outcomes included."""

import html
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import compare
from compare.charts.finding_bars import Bar, finding_bars
from compare.curated.build import build
from compare.finding.statement import Finding
from compare.pages.brief.content import brief
from compare.pages.brief.files import written
from compare.pages.brief.selection import by_size
from compare.pages.paper.blocks import Grid, Heading, Item, Paper, Paragraph, Picture, words_of
from compare.pages.paper.house import SIZES, looks_of
from compare.pages.paper.pages import pages_of
from compare.pages.paper.unbroken import JOINER
from compare.project import Project

RAW = Path(__file__).parents[2] / "data" / "raw"
ABOUT = {"pingyang": "平阳", "xiangshan": "象山", "quzhou": "衢州", "pair": ("象山", "平阳")}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(RAW, root / "data" / "raw")
    build(Project(root))
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(root))
        observed, evidence = compare.observations(), compare.evidence()

        def paper(name, lang="zh"):
            key = (name, lang)
            if key not in made:
                made[key] = brief(observed, ABOUT[name], evidence=evidence, lang=lang)
            return made[key]

        yield paper


def of(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


def words(block):
    return words_of(block.text).replace(JOINER, "")


def points(paper):
    return [words(one) for one in of(paper, Paragraph) if one.style == "point"]


def rows(paper):
    (table,) = of(paper, Grid)
    texts = [[words_of(cell.text) for cell in line.cells] for line in table.lines]
    return texts[0], {row[0]: dict(zip(texts[0][1:], row[1:], strict=True)) for row in texts[1:]}


def headings(paper, level):
    return [words(one) for one in of(paper, Heading) if one.level == level]


def everything(paper):
    told = [words(one) for one in (*of(paper, Paragraph), *of(paper, Item))]
    return "\n".join([paper.name, *told, *map(str, rows(paper))])


# What comes first


@pytest.mark.parametrize("name", ["pingyang", "xiangshan", "pair"])
def test_what_became_of_the_plans_comes_first(papers, name):
    paper = papers(name)
    assert headings(paper, 2)[0] == "（一）规划执行情况"
    first = points(paper)[0]
    assert "创成全国义务教育优质均衡发展县" in first
    assert "到2024年底未实现" in first or name == "xiangshan"
    assert "2026年列为当年任务" in first or name == "pingyang"


def test_the_title_says_what_became_of_a_plan_but_not_of_one_of_two(papers):
    assert (
        papers("xiangshan").name
        == "象山县：创成全国义务教育优质均衡发展县目标原为2025年，2026年列为当年任务"
    )
    assert papers("pingyang").name.endswith("到2024年底未创成全国义务教育优质均衡发展县")
    assert "10.6个百分点" in papers("pair").name


def test_a_line_of_dates_is_not_told_again_where_each_is_told(papers):
    told = [text for text in points(papers("pair")) if "义务教育优质均衡发展县" in text]
    assert len(told) == 1


def finding(gap, **given):
    kind = {"kind": "versus-reference", "verdict": "below", "unit": "percentage points"} | given
    return Finding(regions=("r",), indicator="x", year=2020, strength="firm", figures=(), said={},
                   gap=gap, **{"weight": 60.0, **kind})  # fmt: skip


def test_findings_of_a_kind_go_by_size_and_what_lacks_comes_first():
    found = [
        finding(-2.7, weight=80.3), finding(-4.6, weight=78.3),
        finding(4.3, weight=72.0, verdict="above"), finding(21.2, weight=67.0, verdict="above"),
        finding(-9.4, weight=60.0, kind="versus-region", verdict="behind"),
        finding(30.0, weight=50.0, verdict="met", cautions=("assessed-by-county",)),
    ]  # fmt: skip
    assert [one.gap for one in by_size(found)] == [-4.6, -2.7, 21.2, 4.3, -9.4, 30.0]


# The same in both languages


@pytest.mark.parametrize("name", ["pingyang", "pair"])
def test_both_languages_tell_the_same(papers, name):
    zh, en = papers(name), papers(name, "en")
    for kind in (Item, Heading):
        assert len(of(zh, kind)) == len(of(en, kind))
    assert len(points(zh)) == len(points(en)) > 5
    (table,), (other,) = of(zh, Grid), of(en, Grid)
    assert len(table.lines) == len(other.lines) > 6
    assert {pages_of(paper) <= 2 for paper in (zh, en)} == {True}


def test_the_largest_text_that_two_pages_hold_is_taken(papers):
    paper = papers("quzhou")  # has little to tell
    assert paper.size == SIZES[0]
    look = looks_of("zh", paper.size)["point"]
    assert (look.points, look.indent) == (12, 2)


# Whom it is held against


def test_a_bar_says_what_it_is_held_against(papers):
    (picture,) = of(papers("pingyang"), Picture)
    assert "高等教育毛入学率（比浙江省）：+2.7" in picture.alt
    assert "高等教育毛入学率（比全国）：+10.7" in picture.alt
    assert picture.caption.startswith("与全国、浙江省和国家标准的差距")
    (other,) = of(papers("pingyang", "en"), Picture)
    assert "(vs Zhejiang): +2.7" in other.alt
    assert other.caption.startswith("Distance from the nation, Zhejiang and the national standard")


def test_the_bound_of_a_bar_is_that_of_its_figure():
    bars = [Bar("x", 3.22, "甲", ">"), Bar("y", -1.0, "甲", "≤"), Bar("z", 2.5, "甲")]
    chart = finding_bars(bars, "bars", "题")
    assert "x：>+3.22；y：≤−1；z：+2.5" in chart.alt
    assert chart.native.signs == (">", "≤", "")
    pytest.importorskip("docx")
    made = written(Paper("题", "zh", (Picture(b"", chart.alt, "题", 6.0, chart=chart),)), "docx")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        drawn = package.read(next(n for n in names if n.startswith("word/charts/chart"))).decode()
    drawn = html.unescape(drawn)
    assert not any(name.endswith(".png") for name in names)
    assert '">+"General' in drawn and "General;" in drawn and "0.00" not in drawn


def test_parts_are_named_after_what_they_hold(papers):
    _, between, plans = headings(papers("pair"), 2)
    assert (between, plans) == ("（二）两地相比", "（三）两地的目标")
    told = points(papers("pair"))
    assert all("象山" in text and "平阳" in text for text in told)


# The table


def test_a_target_of_two_dates_shows_both_and_is_missed_by_the_first(papers):
    _, table = rows(papers("pingyang"))
    row = table["创成全国义务教育优质均衡发展县的年份"]
    assert row["目标\n2025年"] == "2024年（另一处为2025年）"
    assert row["判断"] == "未按2024年实现，2025年情况未载"


def test_a_postponed_date_shows_when_it_was_to_be(papers):
    _, table = rows(papers("xiangshan"))
    row = table["创成全国义务教育优质均衡发展县的年份"]
    assert "2026年（原定2025年）" in row.values()
    assert row["判断"].startswith("目标原为2025年，2026年列为当年任务")


def test_no_change_is_made_over_a_base_of_another_concept(papers):
    _, table = rows(papers("quzhou"))
    judged = table["公办幼儿园在园幼儿占比"]["判断"]
    assert judged.endswith("目标为保持在85%以上（口径是否改变待核实）")
    assert "28.3" not in everything(papers("quzhou"))


def test_outcomes_are_said_to_be_unknown_only_of_targets_that_are_seen(papers):
    for name in ABOUT:
        paper = papers(name)
        for item in map(words, of(paper, Item)):
            if found := re.search(r"(\d{4})年(?:其余)?目标完成情况未载", item):
                above = str(rows(paper)) + "".join(points(paper))
                assert found[1] in above


def test_two_regions_have_a_column_each_from_base_to_target(papers):
    head, table = rows(papers("pair"))
    assert head[1:3] == ["象山\n基期2020年\n→目标2025年", "平阳\n基期2020年\n→目标2025年"]
    assert table["等级幼儿园比例"][head[1]] == "98.2%→100%"
    english, _ = rows(papers("pair", "en"))
    assert english[1].replace("\u00a0", " ") == "Xiangshan\nBaseline 2020\n→ Target 2025"


# What it says of itself


def test_the_method_says_what_is_computed(papers):
    told = everything(papers("xiangshan"))
    assert "差值和年均值由所载数值算出" in told and "未经推算" not in told
    assert "不排名次" not in told and "目标是否完成，只按同一口径的实际结果判断" in told
    assert "数据截至2026-03-06" in told
    english = everything(papers("pair", "en"))
    assert "differences and yearly means are computed" in english
    assert "Beside the nation" not in english and "Data as of 2026-03-06" in english


def test_what_cannot_be_decided_is_nothing_to_watch(papers):
    assert not any("高低不能确定" in words(item) for item in of(papers("xiangshan"), Item))
