"""Tables that come out of a page with one cell a line."""

from __future__ import annotations

import pytest

from compare.sources.scan.find.passages import Sentence, passages
from compare.sources.scan.find.scan import scan_text
from compare.sources.scan.find.table_rows import Rows
from compare.sources.scan.read.characters import normal

HEAD = "青岚县“十四五”教育规划\n\n表1 主要指标\n"
COLUMNS = "序号\n指标\n单位\n2020年\n2025年\n属性\n"


def rows(text: str) -> list[tuple[str, str, str, int | None, str]]:
    """Return of each value its name, comparator, number with unit, year and kind."""
    return [
        (p.label, p.comparator, p.printed + p.unit, p.last_year, p.kind)
        for p in scan_text(text).proposals
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n  \n"])
def test_each_row_is_read_under_the_heads_with_or_without_empty_lines(gap: str) -> None:
    body = "1\n普惠率\n%\n89.6\n≥90\n约束性\n2\n体育活动时间\n小时\n1\n1.5\n预期性\n"
    assert rows(HEAD + (COLUMNS + body).replace("\n", gap)) == [
        ("普惠率", "=", "89.6%", 2020, "actual"),
        ("普惠率", ">=", "90%", 2025, "target"),
        ("体育活动时间", "=", "1小时", 2020, "actual"),
        ("体育活动时间", "=", "1.5小时", 2025, "target"),
    ]


def test_groups_of_rows_units_in_names_and_names_over_two_lines() -> None:
    text = HEAD + (
        "指  标\n2020年\n2025年\n属性\n一、普及水平\n1.毛入园率(%)\n95%\n97%以上\n约束性\n"
        "二、资源\n2.平均受教育年限（年）\n11.4年\n12.3年以上\n预期性\n"
        "3.普惠性幼儿园在园幼儿\n占比(%)\n86\n90\n预期性\n"
    )
    assert rows(text) == [
        ("毛入园率", "=", "95%", 2020, "actual"),
        ("毛入园率", ">=", "97%", 2025, "target"),
        ("平均受教育年限", "=", "11.4年", 2020, "actual"),
        ("平均受教育年限", ">=", "12.3年", 2025, "target"),
        ("普惠性幼儿园在园幼儿占比", "=", "86%", 2020, "actual"),
        ("普惠性幼儿园在园幼儿占比", "=", "90%", 2025, "target"),
    ]


def test_a_row_that_does_not_fit_is_left_and_the_table_goes_on_below_it() -> None:
    body = "1\n巩固率\n%\n95\n97\n约束性\n2\n毛入学率\n%\n92\n93\n94\n约束性\n"
    body += "3\n学校数\n所\n7\n9\n预期性\n"
    text = HEAD + COLUMNS + body + "到2025年建设智慧校园10所。\n"
    tables = [p for p in passages(normal(text)) if isinstance(p, Rows)]
    assert [[row[1].text for row in table.rows[1:]] for table in tables] == [["巩固率"], ["学校数"]]
    found = rows(text)
    assert ("巩固率", "=", "97%", 2025, "target") in found
    assert ("学校数", "=", "9所", 2025, "target") in found
    assert found[-1] == ("建设智慧校园", "=", "10所", 2025, "target")


@pytest.mark.parametrize(
    "text",
    [
        "指标\n单位\n2025年\n",
        "指标\n单位\n2025年\n巩固率\n%\n97\n",  # one row is no table
        "2020年\n2025年\n巩固率\n95\n97\n",  # nothing says that names stand here
    ],
)
def test_lines_without_a_head_or_rows_are_no_table(text: str) -> None:
    assert all(isinstance(passage, Sentence) for passage in passages(text))
