"""Formats: pages without network, documents on a template, PDF without a browser."""

import base64
import io
import re
import shutil
import zipfile

import nbformat
import pytest
from fontTools.ttLib import TTFont
from programs import chromium
from reporting import write_manifest, write_notebook

from compare.charts import fonts
from compare.glyphs import missing_glyphs
from compare.pages.paper.blocks import Grid, Heading, Item, Line, Paragraph, words_of
from compare.pages.paper.needed import has_pdf
from compare.reports import Options, run_batch
from compare.reports.export.docx import docx_of
from compare.reports.export.html import _exporter
from compare.reports.export.pdf import pdf_of
from compare.reports.links import to_page, without_pages
from compare.reports.plan import unavailable

CELLS = (
    "lang = 'zh'",
    "## 一、表",
    "import compare\nfrom compare import charts, tables\n"
    "tables.evidence_table(compare.observations(), lang=lang)",
    "## 二、图",
    "charts.coverage_matrix(compare.coverage(), lang=lang)",
    "## 三、文字",
    "print('<b>不是标记</b>')",
)


@pytest.fixture(scope="module")
def made(world_built_once, tmp_path_factory, lend):
    from compare.project import Project

    project = Project(shutil.copytree(world_built_once, tmp_path_factory.mktemp("f") / "w"))
    write_notebook(project, "n", *CELLS)
    write_manifest(
        project,
        "[{name: 'a.{lang}', notebook: n, title: '表与图 <i>', matrix: {lang: languages},"
        " formats: [ipynb, html, docx, pdf]},"
        " {name: 'b.{lang}', notebook: brief, title: b, parameters: {region: luting},"
        " matrix: {lang: languages}}]",
    )
    with pytest.MonkeyPatch.context() as patch:
        lend(patch)
        summary = run_batch(project, Options())
    assert not summary.failed, summary.failed
    return project.reports


@pytest.fixture(scope="module")
def page(made):
    return (made / "a.zh.html").read_text(encoding="utf-8")


def test_a_page_has_contents_code_behind_a_toggle_and_a_print_style(page):
    assert '<html lang="zh-CN">' in page
    assert page.count('<li class="level-2"><a href="#section-') == 3
    assert '<h2 id="section-2">二、图</h2>' in page
    assert '<input type="checkbox" id="show-code">' in page and '<div class="code">' in page
    assert "@media print" in page and "prefers-color-scheme: dark" in page
    assert "<title>表与图 &lt;i&gt;</title>" in page
    assert "&lt;b&gt;不是标记&lt;/b&gt;" in page


@pytest.mark.parametrize(
    ("cell", "stop"), [("1", ' tabindex="0"'), ('<a href="#figure-a">1</a>', "")]
)
def test_a_wide_table_without_a_link_is_reached_by_the_keyboard(cell, stop):
    table = f'<div id="table-1" style="overflow-x:auto"><table><td>{cell}</td></table></div>'
    output = nbformat.v4.new_output("display_data", {"text/html": table})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("a", outputs=[output])])
    notebook.cells[0].id = "c"
    resources = {"show_code": "", "provenance": ()}
    page, _ = _exporter("zh").from_notebook_node(notebook, resources=resources)
    assert f'<div{stop} id="table-1"' in page


def test_a_page_carries_a_font_with_every_character_it_shows(page):
    found = re.findall(r"data:font/woff;base64,([^)]*)\)", page)
    assert len(found) == 2
    shown = set(re.sub(r"\(data:[^)]*\)|\"data:[^\"]*\"", "", page))
    for encoded in found:
        font = TTFont(io.BytesIO(base64.b64decode(encoded)))
        lacking = {c for c in shown if c.isprintable() and ord(c) not in font.getBestCmap()}
        assert not lacking - set(missing_glyphs("".join(shown)))


def test_a_font_cut_from_the_small_one_is_that_of_the_whole_one(monkeypatch):
    text = "教育指标 <b>≥99%</b>"
    monkeypatch.setattr(fonts, "_for_pages", [])
    whole = fonts.page_font_faces(text)
    fonts.use_for_pages(text + "别的字")
    assert fonts.page_font_faces(text) == whole
    assert fonts.page_font_faces(text + "远") != whole  # not in the small one: cut from the whole


def test_a_document_stands_on_the_template_with_native_tables_and_captions(made):
    docx = pytest.importorskip("docx")
    document = docx.Document(str(made / "a.zh.docx"))
    assert [round(side.mm) for side in (document.sections[0].page_width,
            document.sections[0].page_height)] == [210, 297]  # fmt: skip
    assert document.tables[0].rows[0].cells[0].text == "地区"
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith("表1") and any(text.startswith("图1") for text in captions)
    assert any("条数值与原文" in text for text in captions)
    assert len(document.inline_shapes) == 1
    assert document.element.body.xpath(".//wp:docPr")[0].get("descr")
    titles = [p.text for p in document.paragraphs if p.style.name == "Title"]
    assert titles == ["表与图 <i>"]
    words = "\n".join(p.text for p in document.paragraphs)
    assert "二、图" in words and "数据版本" in words and "check_parameters" not in words
    with zipfile.ZipFile(made / "a.zh.docx") as package:
        body = package.read("word/document.xml").decode("utf-8")
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in package.infolist())
    assert body.count("w:anchor=") == 3 and body.count("<w:tblHeader/>") == len(document.tables)
    assert "<b>不是标记</b>" in words


def test_a_group_stays_with_its_rows(made):
    docx = pytest.importorskip("docx")
    document = docx.Document(str(made / "a.zh.docx"))
    merged = [row for row in document.tables[0].rows if len(set(map(id_of, row.cells))) == 1]
    assert merged
    for row in merged:
        assert row.cells[0].paragraphs[0].paragraph_format.keep_with_next


def id_of(cell):
    return id(cell._tc)


def test_a_document_is_the_same_each_time(page):
    pytest.importorskip("docx")
    assert docx_of(page, "zh") == docx_of(page, "zh")


@pytest.mark.skipif(not has_pdf(), reason="typst is not installed")
def test_a_pdf_has_contents_with_pages_and_is_the_same_each_time(made, page):
    pdfium = pytest.importorskip("pypdfium2")
    first = pdfium.PdfDocument(made / "a.zh.pdf")[0].get_textpage().get_text_range()
    assert re.search(r"二、图[ .]*\d", first)
    assert pdf_of(page, "zh") == pdf_of(page, "zh")


@pytest.mark.skipif(not has_pdf(), reason="typst is not installed")
def test_a_pdf_does_not_say_where_its_page_lay():
    linked = f"<title>t</title><main><p>{to_page('other.html', '<b>鹭汀</b>')}</p></main>"
    made = pdf_of(linked, "zh")
    assert b"file://" not in made and b"other.html" not in made


def test_a_brief_of_the_manifest_is_made_beside_the_reports(made):
    assert {path.suffix for path in made.glob("b.en.*")} == {".html", ".docx", ".pdf"}
    assert "鹭汀" in (made / "b.zh.html").read_text(encoding="utf-8")


def test_a_page_becomes_the_parts_of_a_document():
    from compare.reports.export.paper import paper_of

    page = (
        "<title>甲：乙</title><main><h1>甲：乙</h1><p>一 <b>二</b><br>三</p><h2>一、丙</h2>"
        "<ol><li>丁<ul><li>戊</li></ul></li></ol><div><pre>a  b</pre></div>"
        "<table><thead><tr><th colspan=2 class='gt_title'>题</th></tr><tr><th>己</th><th>庚</th>"
        "</tr></thead><tbody><tr class='gt_group_heading_row'><th colspan=2>组</th></tr>"
        "<tr><td>90%（2020年）</td><td>x-14fyp/001</td></tr></tbody>"
        "<tfoot><tr><td class='gt_sourcenote' colspan=2>注</td></tr></tfoot></table></main>"
        "<footer><p>版本</p></footer>"
    )
    paper = paper_of(page, "zh")
    assert (paper.title, paper.header) == ("甲：乙", "甲")
    body, heading, outer, inner, code, grid, _, foot = paper.blocks
    assert isinstance(body, Paragraph) and words_of(body.text) == "一 二\n三"
    assert heading == Heading(1, heading.text) and words_of(heading.text) == "一、丙"
    assert isinstance(outer, Item) and isinstance(inner, Item)
    assert [(one.mark, one.level) for one in (outer, inner)] == [("1.", 0), ("•", 1)]
    assert isinstance(code, Paragraph) and words_of(code.text) == "a  b"
    assert isinstance(grid, Grid) and (grid.caption, grid.heads) == ("题", 1)
    assert isinstance(foot, Paragraph) and foot.style == "small"
    group, row = grid.lines[1:]
    assert group == Line(group.cells, heads_group=True) and group.cells[0].span == 2
    assert [words_of(cell.text) for cell in row.cells] == ["90%\n（2020年）", "x-14fyp/\u200b001"]


def test_a_page_without_its_links_keeps_their_words():
    assert without_pages(f"<td>{to_page('a.html', '鹭汀')}</td>") == "<td>鹭汀</td>"


def test_a_page_leads_to_the_front_door_and_each_chart_to_its_place_there(page):
    assert '<nav class="door"><a href="index.html#?lang=zh">首页</a></nav>' in page
    assert re.search(r'<figcaption class="door"><a href="index.html#chart/[^.]+\?lang=zh">', page)
    assert "index.html" not in without_pages(page)  # where it stands alone


def test_what_cannot_be_made_here_is_said_and_not_tried_again(made, monkeypatch, tmp_path):
    monkeypatch.setattr("compare.reports.plan.has_pdf", lambda: False)
    monkeypatch.setattr("compare.reports.plan.has_docx", lambda: False)
    assert list(unavailable(["html", "docx", "pdf"])) == ["pdf", "docx"]


def test_a_page_makes_no_request_and_code_can_be_shown(made):
    asked, refused = [], []
    with chromium() as browser:
        for scheme in ("light", "dark"):
            context = browser.new_context(offline=True, color_scheme=scheme)
            tab = context.new_page()
            tab.on("request", lambda request: asked.append(request.url))
            tab.on("console", lambda message: refused.append(message.text))
            for name in ("a.zh.html", "a.en.html"):
                tab.goto((made / name).as_uri())
                tab.wait_for_load_state("networkidle")
                assert tab.evaluate("document.fonts.check('16px \"Noto Sans SC\"', '教')")
                assert not tab.locator(".code").first.is_visible()
                tab.get_by_role("checkbox").check()
                assert tab.locator(".code").first.is_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert refused == []


QUOTE = """() => {
    const mark = document.createElement("span");
    mark.style.fontSize = "100px";
    mark.textContent = "“";
    document.body.append(mark);
    return mark.getBoundingClientRect().width;
}"""


@pytest.mark.parametrize("kind", ["a", "b"])
def test_quotation_marks_are_as_wide_as_those_of_their_language(made, kind):
    with chromium() as browser:
        tab = browser.new_page()
        width = {}
        for lang in ("zh", "en"):
            tab.goto((made / f"{kind}.{lang}.html").as_uri())
            width[lang] = tab.evaluate(QUOTE)
    assert width["en"] < 60 < width["zh"]
