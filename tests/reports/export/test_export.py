"""Formats: pages without network, documents with native tables, PDF where Chromium is."""

import base64
import io
import re
import shutil
import zipfile

import pytest
from fontTools.ttLib import TTFont
from reporting import write_manifest, write_notebook

from compare.charts import fonts
from compare.glyphs import missing_glyphs
from compare.reports import Options, run_batch
from compare.reports.export.docx import docx_of
from compare.reports.export.pdf import chromium, pdf_of
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
def made(world_built_once, tmp_path_factory):
    from compare.project import Project

    project = Project(shutil.copytree(world_built_once, tmp_path_factory.mktemp("f") / "w"))
    write_notebook(project, "n", *CELLS)
    write_manifest(
        project,
        "[{name: 'a.{lang}', notebook: n, title: '表与图 <i>', matrix: {lang: languages},"
        " formats: [ipynb, html, docx, pdf]}]",
    )
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


def test_a_document_has_native_tables_captions_and_a_chinese_style(made):
    docx = pytest.importorskip("docx")
    document = docx.Document(str(made / "a.zh.docx"))
    assert document.tables[0].rows[0].cells[0].text == "地区"
    captions = [p.text for p in document.paragraphs if "Caption" in p.style.name]
    assert any("条数值与原文" in text for text in captions)
    assert len(document.inline_shapes) == 1
    words = "\n".join(p.text for p in document.paragraphs)
    assert "二、图" in words and "数据版本" in words and "check_parameters" not in words
    with zipfile.ZipFile(made / "a.zh.docx") as package:
        styles = package.read("word/styles.xml").decode("utf-8")
        assert 'w:eastAsia="Microsoft YaHei"' in styles and 'w:eastAsia="zh-CN"' in styles
        assert "<w:tblBorders>" in styles
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in package.infolist())


def test_a_document_is_the_same_each_time(page):
    pytest.importorskip("pypandoc")
    assert docx_of(page, "zh") == docx_of(page, "zh")


@pytest.mark.skipif(chromium() is None, reason="no Chromium at hand")
def test_a_pdf_is_printed_and_the_same_each_time(made, page):
    assert (made / "a.zh.pdf").read_bytes().startswith(b"%PDF")
    assert pdf_of(page) == pdf_of(page)


@pytest.mark.skipif(chromium() is None, reason="no Chromium at hand")
def test_a_pdf_does_not_say_where_its_page_lay():
    linked = f"<title>t</title><p>{to_page('other.html', '<b>鹭汀</b>')}</p>"
    made = pdf_of(linked)
    assert made == pdf_of(linked)
    assert b"file://" not in made and b"other.html" not in made


def test_a_page_without_its_links_keeps_their_words():
    assert without_pages(f"<td>{to_page('a.html', '鹭汀')}</td>") == "<td>鹭汀</td>"


def test_what_cannot_be_made_here_is_said_and_not_tried_again(made, monkeypatch, tmp_path):
    monkeypatch.setattr("compare.reports.plan.chromium", lambda: None)
    monkeypatch.setattr("compare.reports.plan.find_spec", lambda _: None)
    assert list(unavailable(["html", "docx", "pdf"])) == ["pdf", "docx"]


@pytest.mark.skipif(chromium() is None, reason="no Chromium at hand")
def test_a_page_makes_no_request_and_code_can_be_shown(made):
    playwright = pytest.importorskip("playwright.sync_api")
    asked, refused = [], []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
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
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert refused == []
