"""The front door of an own table: a page of its own, with what is in the table alone."""

import base64
import json
import re
import zlib

import pytest

from compare.charts.forms import coverage_matrix, ranking
from compare.pages import drawing
from compare.reports.front_door import make_front_door
from compare.sources.panel.description import write_description

FORMS = "compare.charts.catalogue.modules"
"""What every subject is drawn as; of a page that is about something else one form is enough."""


def carried_by(page):
    """Return what a page carries."""
    (packed,) = re.findall(r'id="data">([^<]*)<', page.read_text(encoding="utf-8"))
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def pages_beside(page):
    """Return the other pages that a page leads to."""
    return carried_by(page)["pages"]


@pytest.fixture
def home(built_world, monkeypatch):
    # to pack a font takes longer than the page; what is in it has tests of its own
    monkeypatch.setattr("compare.pages.home.fonts_for", lambda _: {400: b"", 700: b""})
    table = built_world.root / "own.csv"
    table.write_text("县,巩固率（%）2020\n甲/县,91\n乙县,≥95\n", encoding="utf-8")
    write_description(table, built_world.raw, "own", "我的表", {"direction": "higher"})
    return built_world


def test_a_table_has_a_page_and_files_of_its_own(home, monkeypatch):
    monkeypatch.setattr(FORMS, lambda: [ranking])
    made = make_front_door(table="own", jobs=1)
    assert made.page.name == "index-own.html"
    names = {path.name for path in (home.reports / "charts-own").iterdir()}
    assert "ranking-巩固率-2020-actual.zh.xlsx" in names
    assert not make_front_door(table="own", jobs=1).written
    assert not (home.reports / "index.html").exists()


def test_of_many_regions_none_has_charts_of_its_own(home, monkeypatch):
    assert {one.kind for one in drawing.Drawer(table="own").subjects} > {"region"}
    monkeypatch.setattr(drawing, "MOST_REGIONS", 1)
    assert not [one for one in drawing.Drawer(table="own").subjects if "region" in one.kind]


def test_the_pages_of_documents_and_of_tables_lead_to_each_other(home, monkeypatch):
    monkeypatch.setattr(FORMS, lambda: [coverage_matrix])
    first = make_front_door(jobs=1).page
    assert pages_beside(first) == []
    of_table = make_front_door(table="own", jobs=1).page
    assert [page["file"] for page in pages_beside(of_table)] == [first.name]
    again = make_front_door(jobs=1)
    assert again.written  # the page of the table is new
    assert pages_beside(first) == [{"file": of_table.name, "title": "我的表"}]


def test_a_page_of_a_table_is_called_by_its_title_and_asks_for_its_own_regions(home, monkeypatch):
    monkeypatch.setattr(FORMS, list)
    page = make_front_door(table="own", jobs=1).page
    words = carried_by(page)["words"]
    assert "<title>我的表</title>" in page.read_text(encoding="utf-8")
    assert words["home-title"] == ["我的表", "我的表"]
    assert words["home-example"] == [
        "搜索：甲/县与乙县、巩固率", "Search: 甲/县 and 乙县, 巩固率"
    ]  # fmt: skip
    of_documents = make_front_door(jobs=1).page
    words = carried_by(of_documents)["words"]
    assert words["home-title"][1] == "Education indicators compared"
    assert "我的表" not in words["home-example"][0]


def test_a_title_is_no_markup(home, monkeypatch):
    monkeypatch.setattr(FORMS, list)
    write_description(home.root / "own.csv", home.raw, "marked", "<b>&", {"direction": "higher"})
    page = make_front_door(table="marked", jobs=1).page
    assert "<title>&lt;b&gt;&amp;</title>" in page.read_text(encoding="utf-8")
