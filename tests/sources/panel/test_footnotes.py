"""Footnotes behind values are counted, and a number in brackets is none by chance."""

import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError
from compare.sources.panel.told import UnreadError


def panel_of(tmp_path, head, *cells):
    lines = [f'{name},2018,"{cell}"' for name, cell in zip("ABCDEFGH", cells, strict=False)]
    (tmp_path / "t.csv").write_text("\n".join([f"country,year,{head}", *lines]), "utf-8")
    return compare.panel(tmp_path / "t.csv", direction="higher", wholes=[])


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("score (SE)", ["489 (3)", "500", "501"]),
        ("score (s.e.)", ["489 (3)", "500 (2)", "501 (3)"]),
        ("score (standard error)", ["489 (3.5)", "500 (2.1)", "501 (3)"]),
        ("score", ["489 (3)", "500 (2)", "501"]),
        ("score", ["489 (3.5)", "500 (2.1)", "501 (3.1)"]),
        ("score", ["489 [3.5]", "500 [2.1]", "501 [3.1]"]),
        ("pupils", ["45 (12.3%)", "46 (12.5%)", "47 (13.0%)"]),
        ("score", ["489 (3.5)", "500", "501"]),
    ],
)
def test_numbers_in_brackets_behind_values_are_refused(tmp_path, head, cells):
    with pytest.raises(UnreadError, match="put what stands in brackets into a column") as refused:
        panel_of(tmp_path, head, *cells)
    assert f"t.csv:2: {head}: {cells[0]!r} " in str(refused.value)


def test_marks_of_footnotes_are_counted(tmp_path):
    cells = ["91.2*", "87[3]", "86 b", "12²", "90 (1)", "85", "84*", "83"]
    mine = panel_of(tmp_path, "score", *cells)
    assert mine.observations["value"].tolist() == [91.2, 87, 86, 12, 90, 85, 84, 83]
    (line,) = mine.summary[mine.summary["of"] == "flags"].to_dict("records")
    assert (line["what"], line["number"]) == ("footnote marks (*, (1), [3], b, ²)", 6)
    for lang, words in (("zh", "带脚注标记的数值"), ("en", "values with marks of footnotes")):
        told = compare.tables.accounts_table(mine.summary, lang=lang).frame.to_string()
        assert words in told and "(1)" in told


def test_citations_in_square_brackets_are_footnotes(tmp_path):
    mine = panel_of(tmp_path, "score", "91[1]", "92[2]", "93[3]")
    assert mine.observations["value"].tolist() == [91, 92, 93]
    assert mine.summary["number"].tolist()[-1] == 3


@pytest.mark.parametrize("cells", [["(12)", "5", "(1,200)"], ["#DIV/0!", "5", "#REF!"]])
def test_cells_in_the_place_of_numbers_are_refused_one_by_one(tmp_path, cells):
    with pytest.raises(UnreadError) as refused:
        panel_of(tmp_path, "net migration", *cells)
    for row, cell in ((2, cells[0]), (4, cells[2])):
        assert f"t.csv:{row}: net migration: {cell!r} cannot be read" in str(refused.value)
    assert ("write -12 if" if "12" in cells[0] else "correct the formula") in str(refused.value)


def test_a_column_of_brackets_alone_is_said_where_no_column_holds_values():
    rows = {"country": ["A", "B"], "year": [2018, 2018], "net migration": ["(12)", "(5)"]}
    with pytest.raises(UnknownValueError, match=r"net migration, row 2: '\(12\)' cannot be read"):
        compare.panel(pd.DataFrame(rows), direction="higher", wholes=[])
