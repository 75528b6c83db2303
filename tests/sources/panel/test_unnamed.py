"""Columns without a name, and titles in more cells than one, as the yearbook of the UN has them."""

import pytest

import compare
from compare.sources.panel.asking import answered

YEARBOOK = """\
T07,"Enrolment in schools of nowhere, thousands",,,,,
Region/Country/Area,,Year,Series,Value,Footnotes,Source
1,"Total, all countries or areas",2005,Pupils (thousands),"1,400",,Made up.
1,"Total, all countries or areas",2010,Pupils (thousands),"1,500",,Made up.
900,Aland,2005,Pupils (thousands),"1,100",,Made up.
900,Aland,2010,Pupils (thousands),"1,150",Estimate.,Made up.
901,Bland,2005,Pupils (thousands),"300",,Made up.
901,Bland,2010,Pupils (thousands),"350",,Made up.
"""


@pytest.mark.parametrize("text", [YEARBOOK, YEARBOOK.partition("\n")[2]])
def test_names_under_a_blank_head_beside_codes_are_the_names_of_the_regions(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    told = answered(path, {}, lambda question, default=None: default or "neutral")
    assert told == {"wholes": ["1"], "direction": {"Pupils": "neutral"}}
    mine = compare.panel(path, **told)
    assert mine.observations[["region", "year", "value"]].to_numpy().tolist() == [
        ["900", 2005, 1100.0], ["900", 2010, 1150.0], ["901", 2005, 300.0], ["901", 2010, 350.0],
    ]  # fmt: skip
    assert mine.evidence.regions["name_en"].tolist() == ["Aland", "Bland"]
    assert mine.wholes["value"].tolist() == [1400.0, 1500.0]


def test_a_blank_head_over_anything_else_stays_a_merged_cell(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("region,,rate\n1,20,90\n2,30,80\n", encoding="utf-8")
    mine = compare.panel(path, year=2020, direction="higher")
    assert mine.observations["region"].tolist() == ["1", "2"]


def test_a_head_of_two_rows_has_no_title_above_it(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "region,2019,,2020,\n,boys,girls,boys,girls\nA,1,2,3,4\nB,5,6,7,8\n", encoding="utf-8"
    )
    mine = compare.panel(path, direction="neutral")
    assert sorted(mine.observations["indicator"].unique()) == ["boys", "girls"]
    assert mine.observations["year"].unique().tolist() == [2019, 2020]
