"""Links: a page leads to the pages about what it is about, in its own language."""

from dataclasses import replace

import nbformat
import pytest

from compare.curated.database import connect
from compare.pages.paper.blocks import Heading, words_of
from compare.reports.export.html import html_page
from compare.reports.jobs import Job
from compare.reports.links import Links
from compare.reports.manifest import Report

FORMATS = ("ipynb", "html")


def report(name, lang="zh", formats=FORMATS, **parameters):
    return Report(f"{name}.{lang}", "n", f"标题 {name}", lang, parameters, formats)


FUSHUN = report("region-fushun", region="fushun")
SENIOR = report("indicator-senior", indicator="senior_gross_enrolment")
SMART = report("indicator-smart", indicator="smart_schools_share")
ENROLMENT = report("theme-enrolment", theme="enrolment")
PAIR = report("pair", region_a="fushun", region_b="pingyang")
PAGES = [
    FUSHUN, SENIOR, SMART, ENROLMENT, PAIR, report("overview"),
    replace(SENIOR, name="indicator-senior.en", lang="en"),
    replace(SENIOR, name="only-a-notebook.zh", formats=("ipynb",)),
]  # fmt: skip


@pytest.fixture
def links(project):
    with connect(project) as con:
        yield Links(con, PAGES)


@pytest.mark.parametrize(
    ("page", "others"),
    [
        (FUSHUN, ["indicator-senior.zh.html", "pair.zh.html"]),
        (SENIOR, ["region-fushun.zh.html", "theme-enrolment.zh.html"]),
        (SMART, []),
        (PAIR, ["region-fushun.zh.html"]),
    ],
)
def test_a_page_leads_to_those_that_share_its_subject(links, page, others):
    assert [address for _, address, _ in links.of(page)] == others


def page_of(links, report, tmp_path):
    cell = nbformat.v4.new_code_cell("x")
    cell.outputs = [
        nbformat.v4.new_output(
            "display_data",
            {"text/html": "<h1>抚顺市：a &lt; b</h1><p>x</p><table><tr><td>高中阶段毛入学率</td>"
             "<td>高中阶段毛入学率的目标</td></tr></table>"},
        )
    ]  # fmt: skip
    notebook = nbformat.v4.new_notebook(cells=[cell])
    return html_page(Job(report, FORMATS, tmp_path, tmp_path, links=links.of(report)), notebook)


def test_names_in_tables_lead_to_their_pages(links, tmp_path):
    page = page_of(links, FUSHUN, tmp_path)
    address = '<a class="page" href="indicator-senior.zh.html">'
    assert f"<td>{address}高中阶段毛入学率</a></td>" in page
    assert "<td>高中阶段毛入学率的目标</td>" in page
    assert f"<li>{address}标题 indicator-senior</a></li>" in page and "相关页面" in page
    assert "<title>抚顺市：a &lt; b</title>" in page


def test_a_page_without_neighbours_lists_none_and_a_document_leads_nowhere(links, tmp_path):
    assert "相关页面" not in page_of(links, SMART, tmp_path)
    paper_of = pytest.importorskip("compare.reports.export.paper").paper_of
    paper = paper_of(page_of(links, FUSHUN, tmp_path), "zh")
    headings = [words_of(block.text) for block in paper.blocks if isinstance(block, Heading)]
    assert paper.title.startswith("抚顺市：a") and paper.title not in headings  # once
    assert "高中阶段毛入学率" in str(paper.blocks) and ".html" not in str(paper.blocks)
