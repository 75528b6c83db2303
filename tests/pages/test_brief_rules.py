"""What a brief may say: held against all documents, those that tell of outcomes included."""

import html
import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from coded import CODED, OF_OUTCOMES, copy_sources

import compare
from compare.charts.finding_bars import Bar, finding_bars
from compare.curated.build import build
from compare.finding.facts import Facts
from compare.finding.statement import Finding
from compare.pages.brief.content import PAGES, brief, drafted
from compare.pages.brief.counts import of_how_many
from compare.pages.brief.files import written
from compare.pages.brief.nation import reference_of, references_of
from compare.pages.brief.pictures import Named, picture
from compare.pages.brief.selection import by_size
from compare.pages.brief.sources import Cited
from compare.pages.brief.subject import About, Known
from compare.pages.brief.watch import Seen, watched
from compare.pages.paper.blocks import Grid, Heading, Item, Paper, Paragraph, Picture, words_of
from compare.pages.paper.house import SIZES, looks_of
from compare.pages.paper.pages import pages_of
from compare.pages.paper.unbroken import JOINER
from compare.project import Project

ABOUT = {
    "pingyang": "平阳", "xiangshan": "象山", "quzhou": "衢州", "fushun": "抚顺", "ningbo": "宁波",
    "pair": ("象山", "平阳"),
}  # fmt: skip
EVERY = [(name, lang) for name in ABOUT for lang in ("zh", "en")]
OTHERS = {"ningbo-pingyang": ("宁波", "平阳"), "ningbo-quzhou": ("宁波", "衢州"),
          "fushun-quzhou": ("抚顺", "衢州"), "pingyang-fushun": ("平阳", "抚顺"),
          "fushun-ningbo": ("抚顺", "宁波"), "ningbo-xiangshan": ("宁波", "象山"),
          "pingyang-quzhou": ("平阳", "衢州")}  # fmt: skip
"""Pairs with little in common, whose briefs some tests look at, too."""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("whole")
    copy_sources(root / "data" / "raw", (*CODED, *OF_OUTCOMES))
    build(Project(root))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(root))
        yield compare.observations(), compare.evidence()


@pytest.fixture(scope="module")
def papers(world):
    observed, evidence = world

    @cache
    def drafts(name):  # what has room in both languages takes long to find
        return drafted(observed, (ABOUT | OTHERS)[name], evidence=evidence)

    @cache
    def paper(name, lang):
        return drafts(name)(lang)

    return lambda name, lang="zh": paper(name, lang)


def of(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


def words(block):
    return words_of(block.text).replace(JOINER, "")


def points(paper):
    return [words(one) for one in of(paper, Paragraph) if one.style == "point"]


def rows(paper):
    (table,) = of(paper, Grid)
    texts = [
        ["".join(run.text for run in cell.text if not run.raised) for cell in line.cells]
        for line in table.lines
    ]
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
    assert "2026年列为当年任务（据报道）" in first or name == "pingyang"


@pytest.mark.parametrize(
    ("name", "told", "english"),
    [
        ("xiangshan", ["到2023年"], ["a goal for 2023; whether"]),
        (
            "pingyang",
            ["到2024年（另一处为2025年）"],
            ["for 2024 (2025 elsewhere in the text);"],
        ),
        ("pair", ["到2023年", "到2024年（另一处为2025年）"], ["Xiangshan was a goal for 2023;"]),
    ],
)
def test_a_date_that_came_due_without_a_word_on_it_is_named(papers, name, told, english):
    (point,) = [text for text in points(papers(name)) if "学前教育普及普惠县" in text]
    assert [text for text in told if f"力争{text}创成全国学前教育普及普惠县" in point] == told
    assert point.count("完成情况未载") == len(told)
    (point,) = [text for text in points(papers(name, "en")) if "universal preschool" in text]
    assert all(text in point for text in english)


def test_no_date_is_due_that_was_moved_or_kept_or_is_of_one_of_two(papers):
    assert "优质均衡发展县，完成情况未载" not in everything(papers("xiangshan"))  # moved to 2026
    assert not any("普及普惠县，完成情况未载" in text for text in points(papers("quzhou")))
    of_one = [any("教育现代化" in text for text in points(papers(name))) for name in ABOUT]
    assert dict(zip(ABOUT, of_one, strict=True))["pair"] is False
    assert dict(zip(ABOUT, of_one, strict=True))["pingyang"] is True
    assert "未载" not in papers("pingyang").title


def test_what_a_list_lacks_is_said_to_be_inferred(papers):
    said = "依据：2019—2024年国家认定名单（浙江42个）中没有平阳"
    for name in ("pingyang", "pair"):
        assert said in points(papers(name))[0]
    assert "Basis: Pingyang is not among" in points(papers("pingyang", "en"))[0]
    _, table = rows(papers("pingyang"))
    assert "到2024年底未实现（推断）" in table["创成全国义务教育优质均衡发展县的年份"].values()
    assert "为推断" not in everything(papers("quzhou"))


def test_the_title_says_what_became_of_a_plan_but_not_of_one_of_two(papers):
    assert (
        papers("xiangshan").name
        == "象山县：创成全国义务教育优质均衡发展县目标原为2025年，2026年列为当年任务"
    )
    assert papers("pingyang").name.endswith("到2024年底未创成全国义务教育优质均衡发展县（推断）")
    assert "10.6个百分点" in papers("pair").name


def test_what_a_city_and_its_county_aim_at_is_told_though_no_one_indicator_is_meant(papers):
    paper = papers("ningbo-xiangshan")
    (told,) = [text for text in points(paper) if "校际差异系数目标" in text]
    assert (
        "宁波2024年为0.25以内（义务教育，不分学段），象山2025年小学为0.3，两级目标是否衔接，待核实"
        in told
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "ningbo-xiangshan",
            "宁波市与象山县：\n二级及以上幼儿园在园幼儿占比的目标：\n宁波2024年83%以上、所辖象山2025年超过80%",
        ),
        (
            "fushun-quzhou",
            "抚顺市与衢州市：\n抚顺公办幼儿园在园幼儿占比为42.7%，\n"
            "比按县评估的国家标准低7.3个百分点（2020年）",
        ),
        (
            "pingyang-quzhou",
            "平阳县与衢州市：创成全国学前教育普及普惠县，\n"
            "衢州各县（市、区）2024年已全部实现，\n平阳曾提出2024年（另一处2025年；结果未载）",
        ),
    ],
)
def test_a_title_is_of_what_the_brief_tells_and_breaks_in_three_if_need_be(papers, name, title):
    assert papers(name).title == title


def test_what_is_no_way_has_no_arrow(world):
    observed, evidence = world
    head, table = rows(brief(observed, ("衢州", "象山"), evidence=evidence))
    row = table["创成全国学前教育普及普惠县的年份"]
    assert row[head[1]] == "各县（市、区）到2024年均已实现；目标各县（市、区）最迟2027年"


def test_a_column_of_targets_alone_has_no_arrows(world):
    observed, evidence = world
    told = brief(observed[observed["indicator"] == "balance_junior"], ("平阳", "象山"),
                 evidence=evidence)  # fmt: skip
    head, table = rows(told)
    assert head[1:3] == ["平阳\n目标2025年", "象山\n基期2020年\n→目标2025年"]
    assert [*table["初中校际差异系数"].values()][:2] == ["0.23", "0.33→0.25"]


def test_what_is_watched_is_of_each_kind_before_a_second(world):
    observed, evidence = world
    about = About(Known(Facts(observed, ["象山"], evidence)), "zh")
    some, more = (
        [words(one) for one in watched(about, Cited(evidence, "zh"), most, Seen([], {2025}))]
        for most in (3, 4)
    )
    assert [len([text for text in told if "宁波" in text]) for told in (some, more)] == [1, 2]
    assert all("既为86.1%，又为85.2%" in "".join(told) for told in (some, more))
    assert (
        some[-1] == more[-1]
        and "推迟1项，其余25项，所收文件（象山最新一份2026-03-06）未载结果" in some[-1]
    )


def test_a_county_is_told_what_does_not_agree(papers):
    told = [words(one) for one in of(papers("xiangshan"), Item)]
    assert all(
        any(text in one for one in told)
        for text in ("83%以上", "随迁子女公办接纳率的目标：2023年为94%以上")
    )
    # one number for what a standard asks of each resource is no doubt: the table says it
    assert not any("一个数不能判断" in one for one in told)


def test_a_line_of_dates_is_not_told_again_where_each_is_told(papers):
    told = [text for text in points(papers("pair")) if "义务教育优质均衡发展县" in text]
    assert len(told) == 1


def finding(gap, **given):
    usual = {"kind": "versus-reference", "verdict": "below", "unit": "percentage points",
             "indicator": "x", "year": 2020, "weight": 60.0}  # fmt: skip
    return Finding(
        regions=("r",), strength="firm", figures=(), said={}, gap=gap, **{**usual, **given}
    )


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
    assert len(points(zh)) == len(points(en)) >= 5
    (table,), (other,) = of(zh, Grid), of(en, Grid)
    assert len(table.lines) == len(other.lines) > 5
    assert {pages_of(paper) <= 2 for paper in (zh, en)} == {True}


def test_the_largest_text_that_two_pages_hold_is_taken(papers):
    paper = papers("quzhou")  # has little to tell
    assert paper.size in SIZES[:2] and pages_of(paper) <= PAGES["zh"]
    larger = SIZES[: SIZES.index(paper.size)]
    assert all(pages_of(replace(paper, size=size)) > PAGES["zh"] for size in larger)
    look = looks_of("zh", paper.size)["point"]
    assert (look.points, look.indent) == (12, 2)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_title_breaks_where_a_phrase_ends(papers, name, lang):
    title = papers(name, lang).title
    for line in title.split("\n")[:-1]:
        assert not re.search(r"[未均已不]$|\b(?:the|of|in|by|than|not|percentage|to)$", line)
    assert "percentage\npoints" not in title and papers(name, lang).name.count("  ") == 0


def test_a_title_keeps_a_verb_with_what_stands_before_it(papers):
    assert (
        papers("pingyang").title == "平阳县：到2024年底\n未创成全国义务教育优质均衡发展县（推断）"
    )
    assert papers("pingyang", "en").title.split("\n")[1].startswith("not reached")


# Whom it is held against


def test_a_bar_says_what_it_is_held_against(papers):
    (picture,) = of(papers("pingyang"), Picture)
    assert "符合条件随迁子女公办就读比例（比象山）：+10.6" in picture.alt
    assert "（比标准）" not in picture.alt  # it asks for more than its number
    (other,) = of(papers("pingyang", "en"), Picture)
    assert "(vs Xiangshan): +10.6" in other.alt
    (bounded,) = of(papers("ningbo"), Picture)
    assert "（比全国）：>+3.22" in bounded.alt


def test_years_stand_beside_bars_where_they_differ(world):
    observed, evidence = world
    about = About(Known(Facts(observed, ["抚顺"], evidence)), "zh")
    held = [
        finding(gap, reference=one, year=year, indicator="compulsory_retention", is_outcome=True)
        for gap, one, year in ((-4.6, "retention-2020", 2020), (-4.1, "retention-2021", 2021))
    ]
    shown = picture(about, Named(held, ["compulsory_retention"]))
    assert "（比全国，2020年）：−4.6" in shown.alt and "（比全国，2021年）：−4.1" in shown.alt


def test_the_line_of_a_province_has_its_name(world):
    observed, evidence = world
    about = About(Known(Facts(observed, ["平阳"], evidence)), "zh")
    held = [finding(2.7, reference=one) for one in ("zhejiang-higher-gross-2020", "retention-2020")]
    assert [reference_of(one, about) for one in held] == ["浙江省", "全国"]
    assert references_of(held, about) == "全国和浙江省"


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_no_bar_is_of_what_neither_text_nor_table_names(papers, world, name, lang):
    paper = papers(name, lang)
    told = "\n".join([*points(paper), *rows(paper)[1]]).lower()
    for drawn in of(paper, Picture):
        for indicator in drawn.chart.data["indicator"]:
            assert world[1].name("indicator", indicator, lang).lower() in told


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
    assert (between, plans) == ("（二）两地相比", "（三）两地的目标与进展")
    told = points(papers("pair"))
    assert all("象山" in text and "平阳" in text for text in told)


# The table


def test_a_target_of_two_dates_shows_both_and_is_missed_by_the_first(papers):
    _, table = rows(papers("pingyang"))
    row = table["创成全国义务教育优质均衡发展县的年份"]
    assert row["目标\n2025年"] == "2024年（另一处为2025年）"
    assert row["判断"] == "到2024年底未实现（推断），2025年情况未载"


def test_a_postponed_date_shows_when_it_was_to_be(papers):
    _, table = rows(papers("xiangshan"))
    row = table["创成全国义务教育优质均衡发展县的年份"]
    assert "2026年（原定2025年）" in row.values()
    assert row["判断"].startswith("目标原为2025年，2026年列为当年任务")


def test_no_change_is_made_over_a_base_of_another_concept(papers):
    _, table = rows(papers("quzhou"))
    judged = table["公办幼儿园在园幼儿占比"]["判断"]
    assert judged.endswith("目标为保持在85%以上（口径或有变，不与2022年比较）")
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
    assert head[1:3] == ["象山\n基期2020年\n→目标2025年", "平阳\n基期2020年†\n→目标2025年"]
    assert table["等级幼儿园比例"][head[1]] == "98.2%→100%"
    assert table["符合条件随迁子女公办就读比例"][head[2]] == "100%"  # of no target
    assert table["优质高中招生名额分配比例"][head[2]] == "→60%以上†"
    english, _ = rows(papers("pair", "en"))
    assert english[1].replace("\u00a0", " ") == "Xiangshan\nBaseline 2020\n→ Target 2025"


def test_a_target_after_a_break_is_told_from_an_earlier_one(papers):
    _, table = rows(papers("quzhou"))
    row = table["公办幼儿园在园幼儿占比"]
    assert row["基期\n2022年"] == "56.7%"
    assert row["目标"] == "58%以上\n（2023年）\n85%以上\n（2025、2027年，口径或有变）"


def test_a_judgement_is_more_than_what_stands_beside_it(papers):
    _, table = rows(papers("quzhou"))
    assert table["省现代化学校比例"]["目标"] == "35%\n（2027年）\n40%\n（2030年）"
    assert table["省现代化学校比例"]["判断"] == "—"  # 40% in 2030, again
    assert table["通过国家义务教育优质均衡评估的县数"]["判断"] == "—"
    _, table = rows(papers("ningbo"))
    assert table["高中教师研究生比例"]["判断"] == "完成情况未载"  # of 2024
    beside = table["优质高中招生名额分配比例"]["判断"]  # of two years, beside the standard
    assert re.match("2022年达到目标；2025年比按县评估的国家标准的数值高20个百分点", beside)


def test_a_count_of_counties_says_of_how_many_and_whether_it_adds_up(papers, world):
    name = "通过国家义务教育优质均衡评估的县数"
    assert "3个\n（累计，全市6个县市区）" in rows(papers("quzhou"))[1][name].values()
    assert "6个\n（2024年，累计，全市总数未载）" in rows(papers("ningbo"))[1][name].values()
    (table,) = of(papers("quzhou"), Grid)
    (line,) = [one for one in table.lines if one.cells[0].text[0].text == name]
    assert line.cells[0].text[-1].text.count(",") == 1  # the list, and the report with the whole
    english = str(rows(papers("quzhou", "en"))[1]), str(rows(papers("ningbo", "en"))[1])
    assert "cumulative, of 6 counties" in english[0] and "total not stated" in english[1]
    observed, evidence = world
    about = About(Known(Facts(observed, ["抚顺"], evidence)), "zh")
    stated = [row for row in about.rows if row["indicator"] == "balanced_counties_number"]
    (aim,) = [row for row in stated if row["kind"] == "target"]
    assert of_how_many(aim, about) == "全市总数未载"  # a target does not add up


def test_years_that_no_text_states_are_marked(papers):
    (table,) = of(papers("pingyang"), Grid)
    head, _ = rows(papers("pingyang"))
    assert "基期\n2020年†" in head and "†文件未写明年份" in words_of(table.notes[0])
    _, cells = rows(papers("fushun"))  # of some of its values the year is stated
    assert cells["高中阶段毛入学率"]["基期\n2020年"] == "88.5%†"
    assert cells["公办幼儿园在园幼儿占比"]["基期\n2020年"] == "42.7%"
    assert "†" not in str(papers("xiangshan").blocks)  # its table states them all
    (english,) = of(papers("fushun", "en"), Grid)
    assert "†Year not stated in the text" in words_of(english.notes[0])


def test_the_targets_of_a_region_are_told_in_sentences_with_their_bounds(papers):
    told = "".join(points(papers("quzhou")))
    assert "到2023年达到58%以上" in told and "到2027年，公办幼儿园在园幼儿占比保持在85%以上" in told
    assert told.index("58%以上") < told.index("85%以上")  # what was to be first is first
    told = "".join(points(papers("xiangshan")))  # one of each unit before a second
    assert "小学校际差异系数2020年为0.43" in told
    assert "优质高中招生名额分配比例2020年为57.7%，规划曾提出到2025年超过70%" in told
    assert "示范点" not in told  # of a third unit, but much lighter
    assert "规划目标" not in "".join(headings(papers("ningbo"), 2))  # it is told what became of it


def test_a_close_value_says_so_in_its_cell_too(papers):
    _, table = rows(papers("fushun"))
    said = {name: row["判断"] for name, row in table.items()}
    # what the text says beside the number is short here; that years are inferred a mark says
    assert not any("推定" in text for text in said.values())
    assert said["九年义务教育巩固率"].count("（口径相近）") == 2
    assert said["高中阶段毛入学率"] == "低于全国2.7个百分点"


def test_a_point_says_once_what_all_its_numbers_share(papers):
    (told,) = [text for text in points(papers("xiangshan")) if "随迁子女" in text]
    assert told.count("计接纳或就读不一，条件未写明") == 1 and told.count("口径相近") == 2
    (told,) = [text for text in points(papers("xiangshan", "en")) if "migrant" in text]
    assert told.count("some count children accepted") == 1


def test_what_a_cell_has_said_of_its_values_it_says_in_short_then(papers):
    for lang, once, short in (
        ("zh", "象山未与招生覆盖率分列", "（口径相近）"),
        ("en", "one figure given with intake coverage", "(broadly comparable)"),
    ):
        judged = [str(row) for row in rows(papers("pair", lang))[1].values()]
        (cell,) = [text for text in judged if "1.8" in text]
        assert once not in cell and cell.count(short) == 2


# Its sources


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_source_is_cited_in_full_with_its_chinese_title(papers, name, lang):
    small = [words(one) for one in of(papers(name, lang), Paragraph) if one.style == "small"]
    cited = re.split(r"(?:^|\u2002)(?=\[[0-9]+\] )", "\u2002".join(small[1:]))[1:]
    assert len(cited) > 2
    for one in cited:
        # number, who issued it, its title in Chinese, what it is, and when it was issued
        assert re.match(r"\[[0-9]+\] [^.]+\. .*[\u4e00-\u9fff]{4}.*\[(?:Z|DS)(?:/OL)?\]\. ", one), (
            one
        )
        date = r"/OL\]\. \([0-9]{4}[-0-9]*\)|[A-Z]\]\. [0-9]{4}[-0-9]*|\]\. (?:日期不详|no date)"
        assert re.search(rf"(?:{date})\.", one), one


def test_a_list_of_two_regions_is_one_source(papers):
    paper = papers("ningbo-quzhou")
    small = [words(one) for one in of(paper, Paragraph) if one.style == "small"]
    assert sum("浙江42个义务教育优质均衡发展县名单" in text for text in small) == 1
    (table,) = of(paper, Grid)
    marks = [
        line.cells[0].text[-1].text.strip(f"{JOINER}[]").split(",") for line in table.lines[1:]
    ]
    assert all(len(mark) == len({*mark}) for mark in marks)


# What it says of itself


def test_outcomes_of_two_are_unknown_of_the_targets_that_were_not_moved(papers):
    (said,) = [words(one) for one in of(papers("pair"), Item) if "未载" in words(one)]
    assert (
        "其余26项未载结果；象山26项，推迟1项，其余25项未载结果" in said
    )  # one of 象山 was moved, none of 平阳
    english = [words(one) for one in of(papers("pair", "en"), Item)]
    assert any(
        "for the other 26; of the 26 in Xiangshan, 1 was moved to a later year and" in one
        for one in english
    )


def test_the_note_says_what_a_row_is_since_targets_are_counted_above(papers):
    (table,) = of(papers("xiangshan"), Grid)
    assert re.search("每项指标一行（可含几个目标），另有[0-9]+项指标未列", words_of(table.notes[0]))


def test_the_method_says_what_is_computed(papers):
    told = everything(papers("xiangshan"))
    assert "差值和年均值由所载数值算出" in told and "未经推算" not in told
    assert "不排名次" not in told and "目标是否完成，只按同一口径的实际结果判断" in told
    assert "资料截至2026年3月6日" in told
    english = everything(papers("pair", "en"))
    assert "differences and yearly means are computed" in english
    assert "Beside the nation" not in english and "Sources up to 6 March 2026" in english


def test_what_cannot_be_decided_is_nothing_to_watch(papers):
    assert not any("高低不能确定" in words(item) for item in of(papers("xiangshan"), Item))


def test_the_values_that_a_judgement_is_about_stand_in_its_row(papers):
    _, table = rows(papers("ningbo-pingyang"))
    row = [*table["公办幼儿园在园幼儿占比"].values()]
    assert row[0].startswith("→50%") and "30%以上\n（2021年）\n50%以上" in row[1]
    assert any("平阳的目标待核实，不排高低" in cell for cell in row)
    quota = [*table["优质高中招生名额分配比例"].values()]
    assert "61.3%\n（2022年）\n70%\n（2025年）" in quota[0]
    _, alone = rows(papers("ningbo"))
    assert "61.3%\n（2022年）\n70%\n（2025年）" in alone["优质高中招生名额分配比例"].values()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_pair_of_which_nothing_is_common_says_so_and_what_is_not_known(papers, lang):
    told = [words(one) for one in of(papers("fushun-quzhou", lang), Paragraph)]
    apart = {
        "zh": "彼此没有同年可比的现状数值。",
        "en": "No values of the same year can be compared",
    }
    assert any(text.startswith(apart[lang]) for text in told)
    watched_for = [words(one) for one in of(papers("ningbo-quzhou", lang), Item)]
    assert any(re.search("宁波17项|17 in Ningbo", text) for text in watched_for), watched_for
    both = [words(one) for one in of(papers("pair", lang), Paragraph)]
    assert not any(text.startswith(apart[lang]) for text in both)


def test_that_years_are_inferred_is_left_out_where_it_was_said_before_alone(papers):
    (quota,) = [text for text in points(papers("xiangshan")) if "优质高中招生名额" in text]
    assert "平阳为60%以上" in quota and "部分年份按规划期末计" in quota


def test_each_of_two_places_has_the_day_of_its_own_newest_source(papers):
    (line,) = [words(one) for one in of(papers("fushun-quzhou"), Paragraph)
               if words(one).startswith("资料截至")]  # fmt: skip
    assert line == "资料截至2025年1月8日（抚顺）、2025年4月8日（衢州）"


def test_a_warning_about_a_plan_names_the_other_place_that_plans_the_same(world):
    observed, evidence = world
    told = [words(one) for one in of(brief(observed, ("抚顺", "平阳"), evidence=evidence), Item)]
    (warning,) = [one for one in told if "即使达到也不一定满足" in one]
    assert (
        "；平阳的目标为50%以上（原文要求保持；口径相近，平阳称在园幼儿覆盖面，公办园含新型公办园），也是如此"
        in warning
    )


def test_a_doubt_that_the_key_findings_tell_is_not_told_again(papers):
    told = [words(one) for one in of(papers("pair"), Item)]
    assert not any("优质均衡县：总目标与专条年份不同" in one for one in told)
    assert any("随迁子女公办接纳率的目标：2023年为94%以上" in one for one in told)


def test_a_cell_with_a_target_of_one_year_dates_what_is_of_another(papers):
    _, table = rows(papers("ningbo"))
    (cell,) = [one for one in table["优质高中招生名额分配比例"].values() if "达到目标" in one]
    assert "2025年比按县评估的国家标准的数值高20个百分点" in cell


def test_a_target_that_may_be_of_another_concept_is_held_against_no_standard(papers):
    told = " ".join(points(papers("quzhou")))
    assert "公办幼儿园在园幼儿占比保持在85%以上；这一目标不与国家县域标准" in told
    assert "至少高35个百分点" not in told


def test_of_a_place_beside_it_is_said_too_that_its_year_is_inferred(papers):
    (told,) = [one for one in points(papers("fushun")) if "高等教育毛入学率" in one]
    first, second = told.split("；", 1)
    assert "年份推定" in first and "比平阳" in second and "年份推定" in second


def test_a_target_in_doubt_is_not_ranked_and_the_brief_says_why(papers):
    paper = papers("pingyang-fushun")
    _, table = rows(paper)
    (cell,) = [one for one in table["公办幼儿园在园幼儿占比"].values() if "不排高低" in one]
    assert "平阳的目标待核实" in cell and "要求相同" not in cell
    watched_for = [words(one) for one in of(paper, Item)]
    assert any("2021年目标为30%以上，2025年却写“保持”50%以上" in one for one in watched_for)


def test_a_table_counts_all_that_it_leaves_out(papers, world):
    observed, _ = world
    own = observed[(observed["region"] == "ningbo") & (observed["comparability"] != "proxy")]
    left_out = {"zh": r"另有(\d+)项指标未列", "en": r"(\d+) more indicators are not listed"}
    for lang, said in left_out.items():
        (table,) = of(papers("ningbo", lang), Grid)
        found = re.search(said, words_of(table.notes[0]))
        assert found and int(found[1]) == own["indicator"].nunique() - (len(table.lines) - 1)


def test_a_part_that_leaves_out_some_says_so(papers):
    some = [one for one in headings(papers("fushun-ningbo"), 2) if "低于" in one]
    assert some == ["（二）低于全国和国家标准的部分指标"]  # 抚顺 lies below in three


def test_and_does_not_run_into_the_name_of_a_region(papers):
    said = [one for one in headings(papers("xiangshan"), 2) if one.endswith("相比")]
    assert said == ["（二）与国家标准及平阳相比"]
