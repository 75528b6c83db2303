"""Nothing is invented across a line break: no date, number or year that no line has by itself."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from types import ModuleType

import hypothesis.strategies as st
import pytest
from hypothesis import given
from trying import tried

from compare.project import Project
from compare.sources.scan import scan_text
from compare.sources.scan.find import exclusions, plans, titles
from compare.sources.scan.find.exclusions import LeftOut
from compare.sources.scan.find.plans import PeriodError, period_of, plan_of
from compare.sources.scan.find.titles import issued_on, number_of
from compare.sources.scan.read.characters import normal

PLANS = Path(__file__).parents[3] / "plans"

BREAKS = ["\n", "\r\n", "\r", "\n\n", "\n  ", "\u2028", "\v", "\f", "\x85"]

PIECES = [
    "2026年5月", "2025年", "20", "5", "15日", "3", ".", "%", "—", "至", "-", "年", "月", "日", "号",
    "青政发〔2021〕", "〔", "2021", "〕", "第", "成文日期：", "规划期", "截至", "数据采自",
    "学年初", "目标", "将", "，", "、", "（", "）", " ", "\u3000",
    "不低于", "所", "万", "达到", "周岁",
]  # fmt: skip

lines = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
texts = st.builds(
    lambda parts, breaks: "".join(a + b for a, b in zip(parts, breaks, strict=False)),
    st.lists(lines, min_size=1, max_size=6),
    st.lists(st.sampled_from(BREAKS), min_size=6, max_size=6),
)


def patterns(*modules: ModuleType) -> list[re.Pattern[str]]:
    """Return what the rules that read a whole text look for."""
    return [value for module in modules for value in vars(module).values()
            if isinstance(value, re.Pattern)]  # fmt: skip


@tried(150)
@given(texts)
def test_no_rule_reads_digits_of_two_lines_as_one(text: str) -> None:
    text = normal(text)
    for pattern in patterns(titles, plans, exclusions):
        for match in pattern.finditer(text):
            parts = [part for part in match[0].split("\n") if re.search(r"\d", part)]
            assert len(parts) < 2, (pattern.pattern, match[0])


@tried(150)
@given(texts)
def test_dates_and_numbers_are_those_of_a_line(text: str) -> None:
    by_line = normal(text).split("\n")
    issued = issued_on(normal(text))
    assert issued is None or issued in {issued_on(line) for line in by_line}
    number = number_of(normal(text))
    assert number == "" or number in {number_of(line) for line in by_line}


@tried(150)
@given(texts)
def test_what_is_left_out_is_left_out_line_by_line(text: str) -> None:
    text = normal(text)
    whole = LeftOut(text)
    start = 0
    for line in text.split("\n"):
        alone = LeftOut(line)
        for at, character in enumerate(line):
            if character.isdigit():
                held = whole.holds(start + at, start + at + 1)
                assert held == alone.holds(at, at + 1), (text, line, at)
        start += len(line) + 1


@pytest.mark.parametrize("cut", BREAKS)
def test_the_month_above_a_year_is_no_day(cut: str) -> None:
    text = f"青岚县教育规划{cut}2026年5月{cut}2025年，全县有学校12所。{cut}"
    assert issued_on(normal(text)) is None
    assert plan_of(normal(text)).issued is None


@pytest.mark.parametrize("gap", ["", " ", "\u3000"])
def test_the_beginning_of_a_year_is_no_day(gap: str) -> None:
    assert issued_on(normal(f"2026年5月{gap}2025年，全县有学校12所。")) is None


def test_a_date_with_blanks_is_one() -> None:
    assert issued_on(normal("2026 年\u30005 月 20 日")) == datetime.date(2026, 5, 20)


NAMES = ["qinglan-14fyp", "bulletin", "city-keypoints", "gz-pipe-table", "stage-report"]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_cut_anywhere_says_nothing_new(name: str, project: Project) -> None:
    """A break at any place takes statements away; what is left stands on one line."""
    text = (PLANS / f"{name}.txt").read_text(encoding="utf-8-sig")
    digits = [m.start() for m in re.finditer(r"(?<=[\d年月〕])(?=[\d年月日号%.—])", text)]
    for at in digits[:: max(1, len(digits) // 25)]:
        cut = text[:at] + "\n" + text[at:]
        said = normal(cut).split("\n")
        found = scan_text(cut, project=project)
        lost = [
            proposal.quote
            for proposal in found.proposals
            if not any(normal(proposal.printed) in line for line in said)
        ]
        assert lost == []
        issued = found.plan.issued
        assert issued is None or issued in {issued_on(line) for line in said}
        assert not found.plan.number or found.plan.number in {number_of(line) for line in said}


@pytest.mark.parametrize("words", ["2021—2025", "２０２１－２０２５", " 2021至2025年 "])
def test_a_period_is_read_in_any_width(words: str) -> None:
    assert period_of(words) == (2021, 2025)


@pytest.mark.parametrize("words", ["٢٠٢١", "2021-٢٠٢٥", "²021"])
def test_digits_of_other_scripts_are_no_period(words: str) -> None:
    with pytest.raises(PeriodError, match="no period"):
        period_of(words)
