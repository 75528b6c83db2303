"""Second rows of heads whose first cell is filled, told from rows of regions."""

import pytest

import compare
from compare.errors import DataError


def panel_of(tmp_path, text, **told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "higher"} | told)


@pytest.mark.parametrize("groups", ["Boys,Boys,Girls,Girls", "Boys,,Girls,"])
@pytest.mark.parametrize("first", ["1.5,2.5,3.5,4.5", "1980,2010,3,4"])
def test_years_below_groups_are_years(tmp_path, groups, first):
    text = f"region,{groups}\nname,2020,2021,2020,2021\nX,{first}\nY,5,6,7,8\n"
    found = panel_of(tmp_path, text)
    seen = found.observations[found.observations["region"] == "Y"]
    assert seen[["indicator", "year", "value"]].to_numpy().tolist() == [
        ["Boys", 2020, 5.0], ["Boys", 2021, 6.0], ["Girls", 2020, 7.0], ["Girls", 2021, 8.0],
    ]  # fmt: skip
    assert found.rows["what"].tolist() == ["head", "head", "region", "region"]


def test_a_column_that_is_no_group_keeps_its_name(tmp_path):
    text = "region,code,Boys,Boys\nname,number,2020,2021\nX,101,3.5,4.5\nY,102,7,8\n"
    found = panel_of(tmp_path, text).observations
    assert found["region"].unique().tolist() == ["101", "102"]
    assert found["indicator"].unique().tolist() == ["Boys"]


def test_names_below_codes_are_what_pages_call_them(tmp_path):
    text = "code,A1101,A1102\nRegion,Total population,Literacy rate (%)\nR1,10,11\nR2,12,13\n"
    found = panel_of(tmp_path, text, year=2020)
    known = found.evidence.indicators[["indicator", "name_en", "unit"]].to_numpy().tolist()
    assert known == [["A1101", "Total population", ""], ["A1102", "Literacy rate", "%"]]
    assert found.rows["what"].tolist() == ["head", "head", "region", "region"]


@pytest.mark.parametrize(
    "text",
    [
        "region,Boys,Girls\nA,2010,1999\nB,300,400\n",
        "region,Boys 2020,Boys 2021\nA,1999,1999\nB,300,400\n",
        "region,A1101,A1102\nA,n/a,n/a\nB,5,6\n",
    ],
)
def test_a_row_of_a_region_is_none(tmp_path, text):
    assert panel_of(tmp_path, text, year=None if "20" in text[:20] else 2020).rows[
        "what"
    ].tolist() == ["head", "region", "region"]


@pytest.mark.parametrize(
    "text",
    [
        "region,A1101,A1102\nA,secret,secret\nB,5,6\n",
        "region,A1101,A1102\nA,low,high\nB,5,6\nC,low,7\n",
    ],
)
def test_words_that_may_be_those_of_a_region_are_refused_one_by_one(tmp_path, text):
    with pytest.raises(DataError, match="cannot be read"):
        panel_of(tmp_path, text, year=2020)


@pytest.mark.parametrize(
    "text",
    ["region,Boys,Girls\nname,Jungen,Frauen\nA,5,6\n", "region,2019,2020\nA,few,many\nB,5,6\n"],
)
def test_words_below_other_names_are_refused_in_one_sentence(tmp_path, text):
    years = {"indicators": {"x": "higher"}} if "2019" in text else {"year": 2020}
    with pytest.raises(DataError) as refused:
        panel_of(tmp_path, text, **years)
    (line,) = str(refused.value).splitlines()[-1:]
    assert "a.csv:2: the row below the names has words where all others have values" in line
    assert "leave one of the two" in line
    assert not refused.value.marks
