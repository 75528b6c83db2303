"""The brief: two pages made of findings, in Word, as PDF and as HTML."""

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

import compare
from compare.charts.forms.region_profile import region_profile
from compare.errors import UnknownValueError
from compare.finding.facts import Facts
from compare.ledger.records import records
from compare.pages.brief import pictures, subject
from compare.pages.brief.content import brief
from compare.pages.brief.files import written
from compare.pages.brief.given import name_of, named_regions
from compare.pages.brief.indicators import Shown, _note
from compare.pages.brief.nation import Nation
from compare.pages.brief.subject import About, Known
from compare.pages.paper.blocks import (
    Grid,
    Heading,
    Item,
    Paragraph,
    Picture,
    words_of,
)
from compare.pages.paper.house import A4, LOOKS
from compare.pages.paper.needed import has_pdf
from compare.pages.paper.pages import drawn_height, pages_of
from compare.pages.paper.unbroken import JOINER
from compare.pages.paper.widths import column_widths
from compare.wording.catalogue import say

ABOUT = {"fushun.zh": ("抚顺",), "pair.zh": ("象山", "平阳"), "xiangshan.en": ("Xiangshan",)}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@pytest.fixture(scope="module")
def known(built_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield compare.observations(), compare.evidence()


@pytest.fixture(scope="module")
def papers(known):
    observed, evidence = known
    return {
        name: brief(observed, about, evidence=evidence, lang=name[-2:])
        for name, about in ABOUT.items()
    }


@pytest.fixture(scope="module")
def files(papers):
    pytest.importorskip("docx")
    return {name: written(paper, "docx") for name, paper in papers.items()}


def opened(content):
    from docx import Document

    return Document(io.BytesIO(content))


def of(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


# What it says


@pytest.mark.parametrize("name", ABOUT)
def test_a_brief_has_its_parts_in_order_and_fits_two_pages(papers, name):
    paper = papers[name]
    assert pages_of(paper) <= 2
    parts = [words_of(block.text) for block in of(paper, Heading) if block.level == 1]
    assert len(parts) == 3
    begins = "一、" if name.endswith("zh") else "1 "
    assert parts[0].startswith(begins)
    (table,) = of(paper, Grid)
    assert len(table.lines) > 4 and of(paper, Item)
    assert [block.style for block in of(paper, Paragraph)].count("point") > 2


def test_the_title_is_the_finding_and_breaks_by_sense(papers):
    first, second = papers["fushun.zh"].title.split("\n")
    assert first == "抚顺市：公办幼儿园在园幼儿占比为42.7%，"
    assert second == "比按县评估的国家标准低7.3个百分点（2020年）"


def test_points_say_each_thing_once_with_their_sources(papers):
    points = [words_of(b.text) for b in of(papers["fushun.zh"], Paragraph) if b.style == "point"]
    (retention,) = [text for text in points if "九年义务教育巩固率" in text]
    said = re.sub("（口径[^）]*）", "", retention.replace(JOINER, ""))
    assert said.endswith(
        "为90.6%，比全国（95.2%）低4.6个百分点；比象山、平阳（均为100%）低9.4个百分点[1,3,4,5]。"
    )
    assert retention.count("90.6%") == 1


@pytest.mark.parametrize("name", ABOUT)
def test_every_number_of_a_point_stands_in_a_finding(papers, known, name):
    observed, evidence = known
    lang = name[-2:]
    found = compare.findings(observed, about=list(ABOUT[name]), evidence=evidence, lang=lang)
    stated = set(NUMBER.findall(" ".join(found["sentence"])))
    for block in [*of(papers[name], Paragraph), *of(papers[name], Item)]:
        if isinstance(block, Item) or block.style == "point":
            words = [run.text for run in block.text if not run.raised]
            told = re.sub(r"^\d\.\u2002", "", "".join(words))
            assert set(NUMBER.findall(told)) <= stated, told


def test_the_table_gives_base_target_nation_and_judgement(papers):
    (table,) = of(papers["fushun.zh"], Grid)
    rows = {
        line.cells[0].text[0].text: [words_of(cell.text) for cell in line.cells[1:]]
        for line in table.lines
    }
    assert rows["指标"] == ["基期\n2020年", "目标\n2025年", "全国与标准", "判断"]
    *stated, judged = rows["公办幼儿园在园幼儿占比"]
    assert stated == ["42.7%", "50%以上", "全国2025年目标超过50%*；标准50%以上"]
    assert judged.endswith("低于按县评估的国家标准7.3个百分点；目标为至少提高7.3个百分点")
    assert "*据二手资料" in words_of(table.notes[0])


def test_a_frame_of_ones_own_has_its_brief_with_outcomes():
    rows = [
        (region, indicator, year, kind, value)
        for region, shift in (("甲", 0), ("乙", 5))
        for indicator, base in (("x", 40.0), ("y", 60.0))
        for year, kind, value in (
            (2020, "actual", base + shift), (2025, "target", base + 10), (2025, "actual", base + 9),
        )
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["region", "indicator", "year", "kind", "value"])
    paper = brief(frame.assign(unit="%", direction="higher", document="p"), "甲", lang="en")
    (table,) = of(paper, Grid)
    assert [words_of(cell.text) for cell in table.lines[0].cells] == [
        "Indicator", "Baseline\n2020", "Target\n2025", "Outcome\n2025", "Judgement",
    ]  # fmt: skip
    assert [words_of(cell.text) for cell in table.lines[1].cells][1:4] == ["40%", "50%", "49%"]
    assert words_of(table.lines[1].cells[4].text).startswith("Target missed in 2025")


COUNTIES = Path(__file__).parents[1] / "tables" / "counties"


def small_print(paper):
    return "".join(words_of(one.text) for one in of(paper, Paragraph) if one.style == "small")


@pytest.mark.parametrize(
    ("dataset", "said"),
    [
        (str(COUNTIES), "依据《各县教育数据（编造）》编制，只比较指标、年份相同的数值"),
        (f"documents+{COUNTIES}", "依据《各县教育数据（编造）》和各地公开文件所载数值编制"),
    ],
)
def test_the_method_names_the_table_that_a_brief_is_of(project, dataset, said):
    data = compare.dataset(dataset)
    told = small_print(brief(data.observations(), "抚顺市", evidence=data.evidence()))
    assert said in told
    assert "各县教育数据（编造）[DS]" in told


def test_a_table_alone_is_no_document_and_has_no_nation():
    data = compare.panel(COUNTIES)  # and what is the same as in the project is not asked for
    paper = brief(data.observations, "抚顺市", evidence=data.evidence)
    told = "".join(map(str, paper.blocks))
    assert "与他地相比" in told
    assert "全国" not in told and "公开文件" not in told
    (table,) = of(paper, Grid)  # of one source, which is named once
    assert [run.text for run in table.notes[0] if run.raised] == [f"{JOINER}[1]"]
    assert not any(run.raised for line in table.lines for run in line.cells[0].text)


PAIR = pd.DataFrame(
    [("甲", "毛入园率", "93以上"), ("乙", "毛入园率", 92.5), ("甲", "大班额比例", 4.0),
     ("乙", "大班额比例", "1以下"), ("甲", "园数", 30), ("乙", "园数", 36)],
    columns=["region", "indicator", "value"],
).assign(year=2023)  # fmt: skip
SIDES = {"毛入园率": "higher", "大班额比例": "lower", "园数": "neutral"}


def own_brief(about, *, rows=PAIR, lang="zh"):
    table = compare.panel(rows, direction=SIDES)
    return brief(table.observations, about, evidence=table.evidence, lang=lang)


def cells_in_words(line):
    return [words_of(cell.text) for cell in line.cells]


def note_of(paper):
    (table,) = of(paper, Grid)
    return words_of(table.notes[0])


@pytest.mark.parametrize(
    ("lang", "lacks", "unjudged"),
    [("zh", "表中没有数值", "未作判断"), ("en", "no value in the table", "not judged")],
)
def test_the_note_of_a_table_says_what_its_dashes_mean(lang, lacks, unjudged):
    of_one = note_of(own_brief("甲", lang=lang))
    assert unjudged in of_one and lacks not in of_one
    of_pair = note_of(own_brief(["甲", "乙"], lang=lang))
    assert "—" not in of_pair and of_pair  # there is none


AIMED = pd.DataFrame(
    [("甲", "毛入园率", 93.2, "97以上"), ("乙", "毛入园率", 92.5, 96), ("丙", "毛入园率", 90, 95),
     ("甲", "巩固率", "90以上", None), ("乙", "巩固率", 96, None), ("丙", "巩固率", 95, None)],
    columns=["region", "indicator", "2024", "2027年目标"],
)  # fmt: skip


def aimed_brief(about, lang):
    wide = AIMED.pivot(index="region", columns="indicator", values="2024").add_suffix("2024")
    wide["2027年毛入园率目标"] = AIMED.dropna().set_index("region")["2027年目标"]
    sides = dict.fromkeys(("毛入园率", "巩固率"), "higher")
    table = compare.panel(wide.reset_index(), direction=sides)
    return brief(table.observations, about, evidence=table.evidence, lang=lang)


def test_a_target_of_a_table_stands_in_the_table_and_in_no_document():
    told = text_of(aimed_brief("甲", "zh"))
    assert "表中提出到2027年达到97%以上" in told and "文件" not in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_in_a_year_is_no_baseline_here_and_outcome_there(lang):
    paper = aimed_brief("甲", lang)
    (shown,) = of(paper, Grid)
    columns = list(zip(*map(cells_in_words, shown.lines), strict=True))
    of_2024 = [column for column in columns if "2024" in column[0]]
    assert len(of_2024) == 1 and "—" not in of_2024[0]
    assert {"zh": "—”为表中没有数值", "en": "—”: no value in the table"}[lang] in note_of(paper)


@pytest.mark.parametrize(
    ("lang", "rest", "of_targets"),
    [("zh", "另有", "可含几个目标"), ("en", "not listed", "one or more targets")],
)
def test_the_note_explains_no_sign_that_is_not_there(lang, rest, of_targets):
    shown = {"has_targets": False, "lacks": False, "unreferenced": False, "unjudged": False}
    table = compare.panel(PAIR, direction=SIDES)
    about = About(Known(Facts(table.observations, ["甲"], table.evidence)), lang)
    unit = say("brief-unit-short", lang)
    said = [
        _note(about, Nation(about), 1, Shown(words, **{**shown, "has_targets": targets}))
        for words, targets in (("9.3%", False), (f"9 {unit}", True))
    ]
    units = say("brief-table-units", "en")
    assert all(rest in note for note in said)
    assert [of_targets in note for note in said] == [False, True]
    assert [units in note for note in said] == [False, lang == "en"]


RATES = {"甲": 88.0, "乙": 91.5, "丙": 90.2, "丁": 97.1}
YEARLY = pd.DataFrame(
    [(region, year, rate + year - 2021, 12.5 + place + year % 7, 9000 - 700 * (year - 2021))
     for place, (region, rate) in enumerate(RATES.items()) for year in (2021, 2022, 2023)],
    columns=["region", "year", "毛入园率", "生师比", "园数"],
)  # fmt: skip


YEARLY_SIDES = {"毛入园率": "higher", "生师比": "lower", "园数": "neutral"}


def yearly_brief(about, lang, rows=YEARLY):
    table = compare.panel(rows, direction=YEARLY_SIDES)
    return brief(table.observations, about, evidence=table.evidence, lang=lang)


def text_of(paper):
    return "\n".join(words_of(one.text) for one in of(paper, Paragraph) if one.style == "point")


@pytest.mark.parametrize(
    ("lang", "part", "change"),
    [
        ("zh", "变化情况", "由2021年的9000降至2023年的7600"),
        ("en", "Change over the years", "fell from 9,000 in 2021 to 7,600 in 2023"),
    ],
)
def test_a_region_of_a_table_has_its_changes_all_its_indicators_and_a_picture(lang, part, change):
    paper = yearly_brief("甲", lang)
    assert any(part in words_of(one.text) for one in of(paper, Heading))
    assert change in text_of(paper)
    (table,) = of(paper, Grid)
    rows = [cells_in_words(line) for line in table.lines]
    assert {row[0] for row in rows[1:]} == {"毛入园率", "生师比", "园数"}
    assert all("2021" in row[-1] for row in rows[1:])
    (shown,) = of(paper, Picture)
    assert "2023" in shown.caption and "甲" in shown.caption
    assert {*shown.chart.data["indicator"]} == {"毛入园率", "生师比"}
    assert {*shown.chart.data["year"]} == {2023}


@pytest.mark.parametrize(
    ("lang", "lower", "caption"),
    [
        ("zh", "生师比（越低越好）", "乙均高于甲（2023年，甲减乙，各单位分列）"),
        ("en", "生师比 (lower is better)", "乙 above 甲 throughout (2 compared, 2023, 甲 minus"),
    ],
)  # fmt: skip
def test_a_pair_s_bars_are_of_each_indicator_in_its_newest_year(lang, lower, caption):
    (shown,) = of(yearly_brief(["甲", "乙"], lang), Picture)
    assert shown.chart.data["label"].tolist() == ["毛入园率", lower]
    assert shown.chart.data["gap"].tolist() == [-3.5, -1.0]
    assert caption in shown.caption
    first, last = shown.chart.figure().axes  # of two units
    assert first.get_xlabel() != last.get_xlabel()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bars_of_different_years_say_their_years(lang):
    gone = YEARLY["year"].eq(2023) & YEARLY["region"].eq("甲")
    rows = YEARLY.assign(毛入园率=YEARLY["毛入园率"].mask(gone))
    (shown,) = of(yearly_brief(["甲", "乙"], lang, rows), Picture)
    labels = shown.chart.data["label"].tolist()
    assert len(labels) == 2 and "2022" in labels[0] and "2023" in labels[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("about", ["甲", "丁"])
def test_the_title_of_a_table_s_brief_is_of_what_its_text_tells(about, lang):
    gone = YEARLY["year"].eq(2023) & YEARLY["region"].eq(about)
    paper = yearly_brief(about, lang, YEARLY.assign(毛入园率=YEARLY["毛入园率"].mask(gone)))
    named = [name for name in YEARLY_SIDES if name in paper.title]
    assert named and all(name in text_of(paper) for name in named)


def test_of_a_pair_without_targets_no_column_leads_to_one():
    for lang, word in (("zh", "目标"), ("en", "arget")):
        (table,) = of(own_brief(["甲", "乙"], lang=lang), Grid)
        heads = [words_of(cell.text) for cell in table.lines[0].cells]
        assert not any("→" in head or word in head for head in heads)
        assert sum("2023" in head for head in heads) == 2


def test_of_bounds_that_decide_a_point_says_which_is_higher_as_the_table_does():
    paper = own_brief(["甲", "乙"])
    said = "".join(words_of(one.text) for one in of(paper, Paragraph) if one.style == "point")
    (table,) = of(paper, Grid)
    judged = [words_of(line.cells[-1].text) for line in table.lines[1:]]
    for order in ("甲高于乙", "乙低于甲"):  # of large classes fewer are better
        assert order in said and order in judged
    assert "乙高于甲" not in said + "".join(judged)


def test_a_judgement_is_of_the_latest_outcome():
    rows = [("甲", 2020, 40.0), ("乙", 2020, 45.0), ("甲", 2025, 60.0), ("乙", 2025, 54.0)]
    frame = pd.DataFrame(rows, columns=["region", "year", "value"])
    stated = {"indicator": "x", "kind": "actual", "unit": "%", "direction": "higher"}
    (table,) = of(brief(frame.assign(**stated, document="p"), "甲"), Grid)
    assert "高于乙（54%）6个百分点" in (judged := words_of(table.lines[1].cells[-1].text))
    assert "低" not in judged


def test_the_sources_are_cited_in_full_in_their_order(papers):
    small = [words_of(b.text) for b in of(papers["fushun.zh"], Paragraph) if b.style == "small"]
    assert small[0].endswith("文件共1份，最新一份日期为2022年5月18日。")
    assert small[1] == (
        "[1] 抚顺市人民政府办公室. 抚顺市“十四五”教育发展规划：抚政办发〔2022〕18号[Z]. 2022-05-18."
    )
    assert small[2] == "[2] 教育部. 县域学前教育普及普惠督导评估办法：教督〔2020〕1号[Z]. 2020."


@pytest.mark.parametrize("name", ABOUT)
def test_every_source_has_a_number_that_is_cited_in_the_order_of_the_page(papers, name):
    cited, listed = [], []
    for block in papers[name].blocks:
        texts = [block.text] if hasattr(block, "text") else []
        if isinstance(block, Grid):
            texts = [cell.text for line in block.lines for cell in line.cells]
        small = isinstance(block, Paragraph) and block.style == "small"
        for run in (run for text in texts for run in text):
            if run.raised:
                cited += map(int, re.findall(r"\d+", run.text))
            elif small and (number := re.fullmatch(r"\[(\d+)\] ", run.text)):
                listed.append(int(number[1]))
    assert listed == sorted({*cited}) == [*range(1, len(listed) + 1)]
    first = [cited.index(number) for number in listed]
    assert first == sorted(first)


@pytest.mark.parametrize("name", ABOUT)
def test_each_row_of_the_table_has_the_numbers_of_its_sources(papers, name):
    (table,) = of(papers[name], Grid)
    assert all(line.cells[0].text[-1].raised for line in table.lines[1:])
    assert not any(run.raised for note in table.notes for run in note)


# How it looks


@pytest.mark.parametrize("name", ABOUT)
def test_no_column_is_narrower_than_a_number_in_it(papers, name):
    from compare.charts.layout import text_width

    look = LOOKS[name[-2:]]["cell"]
    (table,) = of(papers[name], Grid)
    widths = column_widths(table, A4.text_inches, look.points)
    assert sum(widths) == pytest.approx(A4.text_inches)
    for line in table.lines:
        for cell, width in zip(line.cells, widths, strict=True):
            for number in re.findall(r"[\d.,]+%?", words_of(cell.text)):
                assert text_width(number, look.points) < width - 0.1


def test_word_has_the_page_the_styles_and_the_numbers_of_its_template(files):
    document = opened(files["fushun.zh"])
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(edge.mm) for edge in (section.top_margin, section.left_margin)] == [37, 28]
    styles = document.styles
    assert (styles["Title"].font.size.pt, styles["Heading 1"].font.size.pt) == (18, 14)
    fonts = {
        name: styles[name].element.rPr.rFonts.get(f"{{{W}}}eastAsia")
        for name in ("Title", "Heading 1", "Heading 2", "Finding", "Table Text")
    }
    assert list(fonts.values()) == ["方正小标宋简体", "黑体", "楷体", "仿宋", "宋体"]
    for footer, align in ((section.footer, 2), (section.even_page_footer, 0)):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —" and paragraph.alignment == align
        assert "PAGE" in paragraph._p.xml
    assert "抚顺市" in section.header.paragraphs[0].text
    settings = document.settings.element.xml
    assert re.search('noLineBreaksBefore w:lang="zh-CN" w:val="[^"]*个年', settings)
    with zipfile.ZipFile(io.BytesIO(files["fushun.zh"])) as package:
        table = package.read("word/fontTable.xml").decode()
    assert 'w:name="仿宋"><w:altName w:val="FangSong,' in table


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_word_has_captions_alt_text_and_tables_that_keep_their_head(files, papers):
    document = opened(files["fushun.zh"])
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert sorted(text[:2] for text in captions) == ["图1", "表1"]
    (picture,) = of(papers["fushun.zh"], Picture)
    (properties,) = document.element.body.xpath(".//wp:docPr")
    assert properties.get("descr") == picture.alt and "−7.3" in picture.alt
    (table,) = document.tables
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    held = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    # three rows with the head, two with each other and with the note
    assert held[:3] == [True] * 3 and not held[3] and held[-2:] == [True, True]
    properties = document.core_properties
    assert (properties.title, properties.author) == (papers["fushun.zh"].name, "")


def test_a_chart_of_known_gaps_can_be_edited_in_word(files):
    openpyxl = pytest.importorskip("openpyxl")
    with zipfile.ZipFile(io.BytesIO(files["fushun.zh"])) as package:
        (chart,) = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        drawn = package.read(chart).decode()
        (book,) = [name for name in package.namelist() if name.endswith(".xlsx")]
        held = openpyxl.load_workbook(io.BytesIO(package.read(book))).active
    assert "<c:barChart>" in drawn and "-7.3" in drawn
    assert not re.search(r'sz="1[2-9]00"', drawn)  # the sizes of paper, not of a slide
    assert -7.3 in [cell.value for row in held.iter_rows() for cell in row]


@pytest.mark.parametrize("name", ABOUT)
def test_the_same_brief_is_the_same_bytes(papers, files, name):
    assert written(papers[name], "docx") == files[name]


@pytest.mark.skipif(not has_pdf(), reason="typst is not installed")
def test_a_pdf_has_two_pages_and_its_font_inside(papers):
    pdfium = pytest.importorskip("pypdfium2")
    for paper in papers.values():
        made = written(paper, "pdf")
        document = pdfium.PdfDocument(made)
        assert len(document) == 2
        words = "".join(page.get_textpage().get_text_range() for page in document)
        assert "[1]" in words and b"NotoSansSC" in made and b"/FontFile" in made
        lines = [line.strip() for line in words.splitlines()]
        divided = [
            (one, other) for one, other in pairwise(lines)
            if re.search(r"[约高低差]\d[\d.]*$", one) and re.match("[个%]", other)
        ]  # fmt: skip
        assert divided == []
    assert written(paper, "pdf") == made


def test_a_page_needs_nothing_else_and_has_its_alt_text(papers):
    page = written(papers["pair.zh"], "html").decode()
    (picture,) = of(papers["pair.zh"], Picture)
    assert '<html lang="zh-CN">' in page and f'alt="{picture.alt}"' in page
    assert "<figcaption>图1" in page and "<caption>表1" in page and '<th scope="col">' in page
    assert JOINER not in page and "@page { size: A4" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)


# Whom it is about


def test_regions_are_asked_for_by_any_name(known):
    evidence = known[1]
    assert named_regions("抚顺市", evidence) == ["fushun"]
    assert named_regions("象山，Pingyang", evidence) == ["xiangshan", "pingyang"]
    assert name_of(["xiangshan", "pingyang"], "en") == "brief-xiangshan-pingyang.en"
    assert name_of(["fushun"], "zh", by="../某局") == "brief-fushun-某局.zh"


@pytest.mark.parametrize("text", ["", "抚顺,抚顺市", "抚顺,象山,平阳", "沈阳"])
def test_what_names_no_region_or_too_many_is_refused(known, text):
    with pytest.raises(UnknownValueError, match=r"regions|does not exist"):
        named_regions(text, known[1])


def test_a_brief_says_how_new_its_own_sources_are(papers):
    said = {name: " ".join(words_of(block.text) for block in of(paper, Paragraph))
            for name, paper in papers.items()}  # fmt: skip
    assert "所收抚顺文件共1份，最新一份日期为2022年5月18日。" in said["fushun.zh"]
    assert "所收文件象山1份、平阳1份。" in said["pair.zh"]
    assert "in the data" not in said["xiangshan.en"]  # its one document has no date


def test_a_picture_takes_no_more_room_than_is_counted_however_many_rows_it_has():
    rows = pd.DataFrame(
        [{"region": region, "year": 2023, **{f"x{n}": float(n + place) for n in range(20)}}
         for place, region in enumerate("甲乙丙丁")]
    )  # fmt: skip
    table = compare.panel(rows, direction="higher")
    paper = brief(table.observations, "甲", evidence=table.evidence)
    (shown,) = of(paper, Picture)
    assert 2 < shown.chart.data["indicator"].nunique() <= 8
    high = shown.chart.figure(plain=True).get_figheight()
    assert high > 4.6  # half a page
    assert drawn_height(shown.chart) >= high - 0.2


def test_drafts_of_any_length_share_one_picture_in_each_language(monkeypatch):
    made = []

    def counted(*rows, lang, **known):
        made.append(lang)
        return region_profile(*rows, lang=lang, **known)

    monkeypatch.setattr(subject, "region_profile", counted)
    rows = pd.DataFrame({"region": [*"甲乙丙"], "year": 2023, "x": [1, 2, 3], "y": [9, 8, 7]})
    table = compare.panel(rows, direction="higher")
    paper = brief(table.observations, "甲", evidence=table.evidence)
    assert of(paper, Picture) and sorted(made) == ["en", "zh"]


def test_a_gap_to_others_asks_for_the_rows_of_its_figures_alone(known, monkeypatch):
    asked = []
    monkeypatch.setattr(pictures, "records", lambda rows: asked.append(len(rows)) or records(rows))
    observed, evidence = known
    about = About(Known(Facts(observed, ["xiangshan"], evidence)), "zh")
    found = [one for one in about.found if one.kind == "versus-region" and one.gap is not None]
    assert found and pictures.picture(about, pictures.Named(found, []))
    assert asked and 10 * max(asked) < len(about.facts.main)
