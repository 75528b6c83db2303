"""The sign before decimals: a thousand and one and a bit are not told apart by a guess."""

import openpyxl
import pandas as pd
import pytest

import compare
from compare.errors import UnknownValueError
from compare.sources.panel.asking import answered
from compare.sources.panel.told import ToldError, UnreadError


def read(tmp_path, cells, *others, **how):
    """Read a column of numbers, and others beside it, in a text with semicolons."""
    names = [f"Spalte {place}" for place in range(len(others))]
    rows = zip("ABCDEF", cells, *others, strict=False)
    lines = [f"{row[0]};2020;{';'.join(row[1:])}" for row in rows]
    text = "\n".join([";".join(["Kreis", "Jahr", "Schüler", *names]), *lines])
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    made = compare.panel(tmp_path / "t.csv", **{"direction": "higher", "wholes": []} | how)
    return made.observations["value"].tolist()


@pytest.mark.parametrize(
    ("cells", "others"),
    [
        (["1.234", "2.345", "456"], []),
        (["1.234", "2.345", "45"], []),
        (["1.234", "2.345", "n.a."], []),
        (["≥1.234", "2.345", "3.456"], []),
        (["1.234", "2.345", "456"], [["1.5", "2.25", "3.5"]]),
        (["1,234", "2,345", "456"], [["1,5", "2,25", "3,5"]]),
    ],
)
def test_what_may_be_a_thousand_is_asked_about_and_read_as_told(tmp_path, cells, others):
    with pytest.raises(ToldError, match=r"t\.csv:2: Schüler: '.*' may be a thousand") as asked:
        read(tmp_path, cells, *others)
    sign = "," if "," in cells[0] else "."
    assert asked.value.asked == {"decimal": "." if sign == "," else ","}
    if not others:
        assert read(tmp_path, cells, decimal=",")[:2] == [1234.0, 2345.0]
        assert read(tmp_path, cells, decimal=".")[:2] == [1.234, 2.345]


@pytest.mark.parametrize(
    ("cells", "others", "first"),
    [
        (["0.123", "1.456", "456"], [], 0.123),
        (["1.234", "2.34", "456"], [], 1.234),
        (["1.234", ".5", "456"], [], 1.234),
        (["1.234%", "2.345%", "3.456%"], [], 1.234),
        (["1.234", "2.345", "3.456"], [["1.5", "2.25", "3.5"]], 1.234),
        (["1,234", "2,345", "456"], [["1.5", "2.25", "3.5"]], 1234.0),
        (["1.234", "n.a.", "456"], [["1,5", "2,25", "3,5"]], 1234.0),
        (["1.234.567", "2.345", "456"], [], 1_234_567.0),
        (["1.234", "2.345", "456"], [["1.234.567", "2.345.678", "3.456.789"]], 1234.0),
        (["0,123", "0,456", "0,789"], [], 0.123),
    ],
)
def test_what_is_plain_is_not_asked_about(tmp_path, cells, others, first):
    assert read(tmp_path, cells, *others)[0] == first


def test_a_share_is_no_thousand(tmp_path):
    (tmp_path / "t.csv").write_text("area;year;pass rate\nA;2020;71.234\nB;2020;85.125\n")
    made = compare.panel(tmp_path / "t.csv", direction="higher", wholes=[])
    assert made.observations["value"].tolist() == [71.234, 85.125]


def test_the_sign_told_is_that_of_every_column(tmp_path):
    with pytest.raises(UnreadError, match=r"'1\.5' cannot be read"):
        read(tmp_path, ["1.234", "2.345"], ["1.5", "2.5"], decimal=",")
    with pytest.raises(UnknownValueError, match="decimal=';'"):
        read(tmp_path, ["1.234", "2.345"], decimal=";")


def test_an_import_asks_for_the_sign_once(tmp_path):
    (tmp_path / "t.csv").write_text("area;year;pupils\nA;2020;1.234\nB;2020;456\n")
    asked = []

    def ask(question, default):
        asked.append((question.splitlines()[-1], default))
        return default

    told = answered(tmp_path / "t.csv", {"direction": "neutral", "wholes": []}, ask)
    assert told["decimal"] == ","
    assert asked == [("Sign before decimals, a dot or a comma", ",")]
    with pytest.raises(ToldError, match=r"--decimal ,"):
        answered(tmp_path / "t.csv", {"direction": "neutral", "wholes": []}, None)


@pytest.mark.parametrize(
    ("cells", "told", "values"),
    [
        ([1.234, 456], None, [1.234, 456.0]),
        ([1.234, "2,5"], None, [1.234, 2.5]),
        ([1.234, "76,9* p"], None, [1.234, 76.9]),
        (["1.234", 456], None, None),
        (["1.234", 456], ",", [1234.0, 456.0]),
        ([1.234, 456], ",", [1.234, 456.0]),
        (["2,5", "3,25"], None, [2.5, 3.25]),
    ],
)
def test_numbers_of_a_workbook_have_decimals_and_its_texts_may_have_thousands(
    tmp_path, cells, told, values
):
    book = openpyxl.Workbook()
    for row in (
        ["area", "year", "pupils"],
        *(["A", 2020 + n, cell] for n, cell in enumerate(cells)),
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    if values is None:
        with pytest.raises((ToldError, UnreadError), match=r"t\.xlsx:[23]: pupils: "):
            compare.panel(tmp_path / "t.xlsx", direction="higher", wholes=[], decimal=told)
        return
    made = compare.panel(tmp_path / "t.xlsx", direction="higher", wholes=[], decimal=told)
    assert made.observations["value"].tolist() == values


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Betreuungsquote in %", ["33,125", "28", "31,875"]),
        ("pupils per teacher", ["12,345", "15", "9,875"]),
        ("share", ["33,125", "31,875"]),
    ],
)
def test_three_digits_behind_a_comma_are_asked_about_where_thousands_are_unlikely(head, cells):
    frame = pd.DataFrame({"region": list("ABC")[: len(cells)], "year": 2020, head: cells})
    with pytest.raises(ToldError, match=r"decimal='\.' if it is [0-9]+, decimal=',' if it is"):
        compare.panel(frame, direction="higher")
    read = compare.panel(frame, direction="higher", decimal=",").observations["value"]
    assert read.tolist() == [float(cell.replace(",", ".")) for cell in cells]


def test_thousands_beside_hundreds_are_read_without_a_question():
    frame = pd.DataFrame({"region": list("ABC"), "year": 2020, "pupils": ["12,345", "230", "9"]})
    assert compare.panel(frame, direction="neutral").observations["value"].max() == 12345
