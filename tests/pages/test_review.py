"""The page of a review: light, in both languages, and filtered without a network."""

from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.ledger.evidence import Evidence
from compare.pages.review import write_review

CHROMIUM = Path("/usr/bin/chromium")
ROWS = [
    ("p/001", "入学率", "99%", "enrolment", "exact", "proposed", "前文。【入学率99%】，后文"),
    ("p/002", "研学线路", ">4条", "", "", "proposed", "建成【研学线路4条<以上>】"),
    ("p/003", "毛入学率", "92%", "enrolment gross", "proxy close", "rejected", "【毛入学率92%】"),
    ("p/004", "集团", "10个", "", "", "", "【集团10个】"),
]


def rows(table=ROWS):
    names = ["figure", "label", "value", "indicator", "comparability", "state", "sentence"]
    return pl.DataFrame(table, schema=names, orient="row").with_columns(
        doubt=pl.lit(0.5), reasons=pl.lit("year-implied"), year=pl.lit("2025"),
        kind=pl.lit("target"),
    )  # fmt: skip


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def of(self, tag):
        return [attrs for name, attrs in self.found if name == tag]


@pytest.mark.parametrize(("lang", "words"), [("zh", "显示{n}条，共4条"), ("en", "{n} of 4 shown")])
def test_every_row_is_there_with_its_state_and_whether_an_indicator_fits(tmp_path, lang, words):
    page = write_review(tmp_path / "r.html", "p", rows(), lang=lang).read_text("utf-8")
    elements = Elements(page)
    kept = [(row["data-state"], row["data-indicator"]) for row in elements.of("tr")[1:]]
    assert kept == [
        ("proposed", "some"), ("proposed", "none"), ("rejected", "some"), ("confirmed", "none"),
    ]  # fmt: skip
    assert elements.of("output")[0]["data-form"] == words
    assert "<mark>研学线路4条&lt;以上&gt;</mark>" in page and "src=" not in page


def test_a_page_of_hundreds_of_rows_stays_light(tmp_path):
    sentence = f"{'前' * 100}【{'引' * 45}】{'后' * 100}"
    many = [(f"p/{n:03}", "名称" * 8, "99%", "", "", "proposed", sentence) for n in range(271)]
    path = write_review(tmp_path / "r.html", "p", rows(many))
    assert path.stat().st_size < 170_000


def test_the_command_writes_it_beside_the_reports(built_world):
    result = CliRunner().invoke(main, ["review", "luting-plan", "--page", "--lang", "en"])
    assert result.exit_code == 0, result.output
    path = built_world.reports / "review-luting-plan.en.html"
    assert result.output.strip() == str(path)
    assert "Primary enrolment rate" in path.read_text("utf-8")


@pytest.fixture
def page(tmp_path):
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"there is no {CHROMIUM}")
    names = pl.DataFrame({"indicator": ["enrolment"], "name_zh": ["小学入学率"], "name_en": ["x"]})
    path = write_review(
        tmp_path / "r.html", "p", rows(), evidence=Evidence(indicators=names.to_pandas())
    )
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_context(offline=True).new_page()
        opened.goto(path.as_uri())
        yield opened
        browser.close()


def test_rows_are_filtered_by_the_keyboard_alone(page):
    def shown():
        return page.eval_on_selector_all(
            "tbody tr:not([hidden]) td:first-child", "cells => cells.map(cell => cell.innerText)"
        )

    assert shown() == ["p/001", "p/002", "p/003", "p/004"]
    page.keyboard.press("/")
    page.keyboard.type("入学率 ９９%")  # full width is as good
    assert shown() == ["p/001"]
    assert page.inner_text("#said") == "显示1条，共4条"
    page.keyboard.press("Control+a")
    page.keyboard.type("小学入学率")  # the name of an indicator
    assert shown() == ["p/001", "p/003"]
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert shown() == ["p/003"]  # the state rejected
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # reset
    page.wait_for_selector("tbody tr:first-child:not([hidden])")
    assert len(shown()) == 4
