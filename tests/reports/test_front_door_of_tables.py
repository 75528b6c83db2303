"""The front door of an own table: a page of its own, with what is in the table alone."""

import pytest

from compare.pages import drawing
from compare.reports.front_door import make_front_door
from compare.sources.panel.description import write_description


@pytest.fixture
def home(built_world):
    table = built_world.root / "own.csv"
    table.write_text("县,巩固率（%）2020\n甲/县,91\n乙县,≥95\n", encoding="utf-8")
    write_description(table, built_world.raw, "own", "我的表", {"direction": "higher"})
    return built_world


def test_a_table_has_a_page_and_files_of_its_own(home, monkeypatch):
    every = drawing.charts_of
    monkeypatch.setattr(
        drawing, "charts_of", lambda one: (c for c in every(one) if c.form == "ranking")
    )
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
