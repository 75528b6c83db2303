"""Names, titles and reasons that attack: pages show them, and nothing of them runs or loads."""

import re
import zipfile
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

import compare
from compare.cli import main
from compare.curated.build import build
from compare.reports.briefs import briefs

SCRIPT = "<script>alert(1)</script></script><img src=x onerror=alert(2)>"
MARKDOWN = "![i](http://evil.example/i.png)[l](javascript:alert(3))"
CELL = "=HYPERLINK(1) $x^2$ {{ 7*7 }}"


class Dangers(HTMLParser):
    """Collects what would run, or would be asked for elsewhere."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found += [tag] if tag in ("script", "iframe", "object", "embed") else []
        for name, value in attrs:
            runs = name.startswith("on") or re.match(r"\s*(?:javascript|vbscript):", value or "")
            loads = name in ("src", "data", "srcset") and not str(value).startswith("data:")
            self.found += [(tag, name, value)] if runs or loads else []


@pytest.fixture
def attacked(world, tamper):
    name, plan = "definitions/indicators.csv", "luting-plan"
    tamper(world, f"{plan}/source.yml", "鹭汀县教育五年规划(虚构)", f"{SCRIPT}{MARKDOWN}")
    tamper(world, f"{plan}/source.yml", "issuer: '鹭汀县(虚构)'", f"issuer: '{CELL}{SCRIPT}'")
    tamper(world, f"{plan}/alignment.csv", "exact,正文与定义同名", f"exact,{SCRIPT}{MARKDOWN}")
    tamper(world, name, ",小学入学率,", f",入学{SCRIPT}率{MARKDOWN},")
    tamper(world, "definitions/regions.csv", "luting,鹭汀,", "luting,鹭<b>汀</b>$x_2$,")
    build(world)
    return world


def test_what_attacks_is_shown_and_does_nothing(attacked):
    page, word = briefs(["luting"], ["zh"], ["html", "docx"])
    assert CliRunner().invoke(main, ["review", "luting-plan", "--page"]).exit_code == 0
    shown = page.read_text("utf-8")
    journey = compare.trace("luting-plan/001")._repr_html_()
    for text in (shown, journey):
        assert "&lt;script&gt;alert(1)" in text
        assert Dangers(text).found == []
    review = (attacked.reports / "review-luting-plan.zh.html").read_text("utf-8")
    assert set(Dangers(review).found) <= {"script"}  # its own, by the hash in its policy
    assert re.search("Content-Security-Policy.*script-src 'sha256-", review)
    assert "{{ 7*7 }}" in shown and "$x_2$" in shown
    with zipfile.ZipFile(word) as package:
        for name in package.namelist():
            assert b"<script" not in package.read(name), name
            assert b'TargetMode="External"' not in package.read(name), name
