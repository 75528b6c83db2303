"""Flags in columns without a name, and other habits of the tables of statistical offices."""

import openpyxl
import pytest

import compare
from compare.errors import FrameError


def read(tmp_path, text, **told):
    path = tmp_path / "effort 2020.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, direction="higher", **told)


def values(found):
    return found.observations.set_index(["region", "year"])["value"].to_dict()


FLAGGED = "pays,2019,,2020,\nFrance,5.2,,5.3,e\nItalie,4.1,b,4.2,\nEspagne,4.0,,4.4,dp\n"


def test_flags_behind_values_are_told_and_belong_to_them(tmp_path):
    found = read(tmp_path, FLAGGED, indicators=["effort"])
    assert values(found) == {
        ("France", 2019): 5.2, ("France", 2020): 5.3, ("Italie", 2019): 4.1,
        ("Italie", 2020): 4.2, ("Espagne", 2019): 4.0, ("Espagne", 2020): 4.4,
    }  # fmt: skip
    said = found.summary.set_index("of")
    assert said.loc["flags", "what"] == "footnote marks (b, dp, e)"
    flagged = found.observations["figure"].iloc[4]
    assert found.trace(flagged)["text"] in ("4.1 b", "4.2", "5.3 e")


def test_what_stands_beyond_the_head_and_is_no_flag_is_refused(tmp_path):
    with pytest.raises(FrameError, match="row 3 has cells beyond the last name of the head"):
        read(tmp_path, "region,rate\nA,1\nB,2,7.5\nC,3,p\n")
    with pytest.raises(FrameError, match="cells beyond"):
        read(tmp_path, "region,rate\nA,1,north\nB,2,south\n")


def test_letters_behind_names_are_no_flags_of_values(tmp_path):
    found = read(tmp_path, "region,,rate\nA,x,1\nB,y,2\n")
    assert found.observations["value"].tolist() == [1.0, 2.0]


def test_blank_rows_below_the_head_do_not_hide_it(tmp_path):
    found = read(tmp_path, "Effort\n\n,rate,hours\n\n\nFrance,1.5,2\nItalie,2.5,3\n")
    assert sorted(found.observations["indicator"].unique()) == ["hours", "rate"]
    assert found.observations["region"].nunique() == 2


def test_a_group_of_columns_that_ends_in_a_year_or_a_day_dates_them(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Stadtgebiet", "Bevölkerung 31.12.2013", None, "Geburten 2012", "Wohnungen bis 2019"],
        [None, "Kinder", "Ältere", "Mädchen", "Anzahl"],
        ["Neustadt", 1675, 162, 12, 5], ["Altstadt", 1914, 241, 14, 6],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    path = tmp_path / "profile.xlsx"
    book.save(path)
    found = compare.panel(
        path, direction="neutral", indicators=[f"Bevölkerung {of}" for of in ("Kinder", "Ältere")]
    )
    assert set(found.observations["year"]) == {2013}
    found = compare.panel(path, direction="neutral", year=2014).observations
    years = found.drop_duplicates("indicator").set_index("indicator")["year"].to_dict()
    assert years == {
        "Bevölkerung Kinder": 2013, "Bevölkerung Ältere": 2013, "Geburten Mädchen": 2012,
        "Wohnungen bis 2019 Anzahl": 2014,
    }  # fmt: skip


def test_days_of_one_year_in_heads_of_several_things_are_of_that_year(tmp_path):
    text = "region,pupils 31.12.2013,flats 30.06.2013\nA,1,2\nB,3,4\n"
    found = read(tmp_path, text).observations
    assert set(found["year"]) == {2013}
    assert set(found["indicator"]) == {"pupils", "flats"}
