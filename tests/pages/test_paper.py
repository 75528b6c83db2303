"""What is printed: numbers stay whole, tables keep their head, contents have their pages."""

import io
import re

import pytest

from compare.pages.brief.files import written
from compare.pages.paper.blocks import (
    Cell,
    Grid,
    Heading,
    Line,
    Paper,
    Paragraph,
    Run,
    cells_of,
    plain,
)
from compare.pages.paper.house import A4
from compare.pages.paper.needed import has_pdf
from compare.pages.paper.unbroken import JOINER, unbroken
from compare.pages.paper.widths import column_widths

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(paper):
    document = pytest.importorskip("docx").Document
    return document(io.BytesIO(written(paper, "docx")))


def table(rows, heads=1):
    lines = [Line(cells_of(["指标", "判断"]))] * heads
    return Grid((*lines, *(Line(cells_of([f"甲{n}", "乙"])) for n in range(rows))), heads, "表")


# Numbers


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("平政发〔2023〕36号", "平政发|〔|2023|〕|36|号"),
        ("2025-04-08", "2025|-|04|-|08"),
        ("http://a.cn/2025-04/08/x.htm", "http:|//a.cn/2025-04/08/x.htm"),
        ("100%以上", "100%|以|上"),
        ("低7.3个百分点，", "低7.3|个百|分|点，"),
        ("不超过0.45，超60%", "不|超|过|0.45，超|60%"),
        ("up 4.5 pp", "up 4.5\u00a0pp"),
        ("约90%左右", "约|90%|左|右"),
        ("（2025、2027年，", "（2025|、|2027|年，"),
    ],
)
def test_numbers_dates_and_addresses_are_not_broken(text, kept):
    told = unbroken(text).replace(JOINER, "|")
    assert told == kept or told.replace("04|/|08", "04/08") == kept


def test_a_bound_stays_with_its_number_in_every_format():
    paper = Paper("题", "zh", (Paragraph((Run("目标为不低于85%以上，高7.3个百分点。"),)),))
    assert re.findall('<span class="n">(.*?)</span>', written(paper, "html").decode()) == [
        "不低于85%以上", "7.3个百分点",
    ]  # fmt: skip
    document = opened(paper)
    rules = document.settings.element
    first, last = (
        rules.find(f"{W}noLineBreaks{name}").get(f"{W}val") for name in ("Before", "After")
    )
    # each character that a line break might part from its number begins or ends no line
    assert set("个分点以上") <= set(first) and set("于过少约") <= set(last)
    (told,) = [one.text for one in document.paragraphs if one.style.name == "Body Text"]
    # LibreOffice does not read these rules: a joiner holds the words, which are not marked Chinese
    assert told.replace(JOINER, "|") == "目标为不|低|于|85%|以|上，高7.3|个百|分|点。"
    (paragraph,) = [one for one in document.paragraphs if one.style.name == "Body Text"]
    held = [run for run in paragraph.runs if JOINER in run.text]
    tongues = [run._r.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") for run in held]
    assert len(held) == 2 and tongues == ["en-US", "en-US"]


def test_word_keeps_dates_and_raised_numbers_whole():
    text = (Run("见 2025-04-08", chinese=True), Run(f"{JOINER}[1,2]", raised=True), Run("。"))
    document = opened(Paper("T", "en", (Paragraph(text, "small"),)))
    (paragraph,) = [one for one in document.paragraphs if one.style.name == "Small Print"]
    assert f"2025{JOINER}-{JOINER}04{JOINER}-{JOINER}08" in paragraph.text
    raised = [run for run in paragraph.runs if run.font.superscript]
    assert raised[0].text.startswith(JOINER)
    (tongue,) = paragraph._p.iter(f"{W}lang")
    assert tongue.get(f"{W}val") is None and tongue.get(f"{W}eastAsia") == "zh-CN"
    rules = document.settings.element.xml
    assert "号〔" in rules and "以〕" in rules


def test_a_line_break_in_a_cell_is_one_in_word():
    grid = Grid((Line(cells_of(["基期\n2020年", "判断"])), Line(cells_of(["1%", "乙"]))), 1)
    document = opened(Paper("T", "zh", (grid,)))
    assert document.tables[0].rows[0].cells[0].text == "基期\n2020年"


# Columns


def test_short_lines_are_whole_and_room_goes_where_it_is_needed():
    long = "高于县域评估标准线6.7个百分点；目标为保持在85%以上（口径是否改变待核实）"
    rows = [["指标", "抚顺现状\n2020年", "判断"], ["公办幼儿园在园幼儿占比", "100%以上", long]]
    grid = Grid(tuple(Line(cells_of(row)) for row in rows), 1)
    widths = column_widths(grid, 3.6, 9)
    assert sum(widths) == pytest.approx(3.6)
    assert widths[1] > 0.62 and widths[2] > widths[0] > widths[1]


def test_a_cell_over_all_columns_widens_none():
    grid = Grid((Line((Cell(plain("很长的一行" * 9), 2),)), Line(cells_of(["甲", "乙"]))), 0)
    assert column_widths(grid, 4.0, 9) == pytest.approx([2.0, 2.0])


# Pages


def test_three_rows_stay_with_the_head_of_a_table_in_word():
    held = [
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next
        for row in opened(Paper("T", "zh", (table(8),))).tables[0].rows
    ]
    assert held == [True, True, True, None, None, None, None, True, None]


@pytest.mark.skipif(not has_pdf(), reason="typst is not installed")
@pytest.mark.parametrize("lines", [24, 27])
def test_three_rows_stay_with_the_head_of_a_table_in_a_pdf(lines):
    pdfium = pytest.importorskip("pypdfium2")
    blocks = (*[Paragraph(plain("文"))] * lines, Heading(1, plain("一览")), table(6))
    document = pdfium.PdfDocument(written(Paper("题", "zh", blocks), "pdf"))
    first = document[0].get_textpage().get_text_range().replace(" ", "")
    assert ("一览" in first) == ("甲2" in first)
    assert "一览" in first or lines > 24


def test_contents_are_a_field_with_entries_and_their_pages():
    blocks = [Heading(level, plain(f"节{n}")) for n, level in enumerate((1, 2, 1), 1)]
    document = opened(Paper("T", "zh", (Paragraph(plain("开头")), *blocks), contents=True))
    entries = [one for one in document.paragraphs if one.style.name.startswith("toc ")]
    assert [(one.style.name, one._p.xpath("string(.//w:t)")) for one in entries] == [
        ("toc 1", "节1"), ("toc 2", "节2"), ("toc 1", "节3"),
    ]  # fmt: skip
    codes = [one.text.strip() for entry in entries for one in entry._p.iter(f"{W}instrText")]
    assert codes[0] == r'TOC \o "1-2" \h \z \u'
    marks = {one.get(f"{W}name") for one in document.element.iter(f"{W}bookmarkStart")}
    assert {code.split()[1] for code in codes[1:]} == marks
    kinds = [one.get(f"{W}fldCharType") for entry in entries
             for one in entry._p.iter(f"{W}fldChar")]  # fmt: skip
    assert kinds.count("begin") == kinds.count("end") == 4 and kinds[-1] == "end"
    assert document.settings.element.find(f"{W}updateFields") is not None
    assert document.styles["toc 1"].paragraph_format.tab_stops[0].position.inches == pytest.approx(
        A4.text_inches, abs=0.01
    )


# Lines


def test_lines_are_as_high_in_every_font_but_those_of_pictures():
    rule = pytest.importorskip("docx.enum.text").WD_LINE_SPACING
    styles = pytest.importorskip("compare.pages.paper.word.template").STYLES
    document = opened(Paper("T", "en", (Paragraph(plain("《十四五》 plan"), "small"), table(2))))
    rules = {one.name: one.paragraph_format.line_spacing_rule for one in document.styles
             if one.name in styles.values()}  # fmt: skip
    assert rules.pop(styles["picture"]) == rule.AT_LEAST
    assert {*rules.values()} == {rule.EXACTLY} and len(rules) > 10
    cells = [one for row in document.tables[0].rows for cell in row.cells
             for one in cell.paragraphs]  # fmt: skip
    assert {one.style.name for one in [*document.paragraphs, *cells]} <= {*rules}
