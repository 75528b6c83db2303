"""Every row of an own table is what it is: a head below the first may begin another table."""

import pandas as pd
import pytest

import compare
from compare.errors import CompareError, DataError, FrameError


def panel_of(tmp_path, text, **told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "higher"} | told)


def test_a_table_of_other_columns_below_the_first_is_refused(tmp_path):
    text = "County,Completion 2020\nA,90\nB,80\n\nCounty,Dropout 2020\nC,6\nD,5\n"
    with pytest.raises(DataError, match=r"a.csv:5: .*another table begins, of 'Dropout 2020'"):
        panel_of(tmp_path, text)


def test_a_head_that_is_repeated_is_no_region_whatever_its_first_cell(tmp_path):
    text = "County,2020,2021\nA,90,91\nB,80,81\nDistrict,2020,2021\nC,60,61\n"
    found = panel_of(tmp_path, text, indicators={"Rate": {}})
    assert found.observations["region"].unique().tolist() == ["A", "B", "C"]
    assert found.rows["what"].value_counts().to_dict() == {"region": 3, "head": 2}


def test_a_repeated_head_of_two_rows_is_the_head(tmp_path):
    head = "County,Primary,,Secondary,\n,2020,2021,2020,2021\n"
    text = f"{head}A,90,91,60,61\n{head.splitlines()[0]}\nB,80,81,50,51\n"
    assert panel_of(tmp_path, text).observations["region"].nunique() == 2


@pytest.mark.parametrize("name", ["Bexar¹", "Bexar*", "Bexar [note 3]", "Bexar 1)", "Bexar [a]"])
def test_a_footnote_behind_a_name_makes_no_other_region(tmp_path, name):
    text = f"County,Year,Rate\nBexar,2019,90\n{name},2020,91\nTravis 1,2020,3\n"
    found = panel_of(tmp_path, text).observations
    assert found["region"].unique().tolist() == ["Bexar", "Travis 1"]


def test_levels_and_wholes_are_told_with_or_without_the_footnote(tmp_path):
    text = "Area,Level,Year,Rate\nA*,LA,2020,9\nB,LA,2020,8\nAll*,Region,2020,7\n"
    for told in ("Region", "All*", "All"):
        assert panel_of(tmp_path, text, wholes=[told]).wholes["region"].tolist() == ["All"]


@pytest.mark.parametrize(
    "note",
    [
        "Revised in March 2021", "Source: Office of nowhere", "Last updated 3 May", "Updated 3 May",
        "Accessed on 1 May", "Data for 2020 only", "r = revised", "Quelle: Amt", "数据来源：某局",
        "注：口径有变",
    ],
)  # fmt: skip
def test_a_note_below_the_table_is_no_region_without_values(tmp_path, note):
    path = tmp_path / "a.csv"
    path.write_text(f"region,rate 2019,rate 2020\nA,1.5,2.5\nB,2.5,3.5\nC,,\n{note},,\n", "utf-8")
    mine = compare.panel(path, direction="higher")
    assert mine.rows["what"].tolist() == ["head", "region", "region", "region", "note"]
    assert mine.missing["region"].unique().tolist() == ["C"]


@pytest.mark.parametrize(
    ("first", "head", "second", "title"),
    [
        ("Pupils in 2019", "region,boys,girls", "Pupils in 2020", "Pupils in 2020"),
        ("Pupils", "region,2019,2020", "Teachers", "Teachers"),
        ("Boys", "region,rate 2019,rate 2020", "Table 2. Girls\nUnit: %", "Table 2. Girls"),
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_table_of_the_same_head_and_another_title_is_refused(
    tmp_path, first, head, second, title, blank
):
    text = f"{first}\n{head}\nA,10,20\nB,30,40\n{blank}{second}\n{head}\nA,11,21\nB,31,41\n"
    with pytest.raises(FrameError, match=f"same head and another title .'{title}'"):
        panel_of(tmp_path, text)


def test_a_head_repeated_under_its_own_title_goes_on(tmp_path):
    text = "Pupils\nregion,2019,2020\nA,1,2\nPupils (continued)\nregion,2019,2020\nB,3,4\n"
    assert panel_of(tmp_path, text).observations["region"].tolist() == ["A", "B", "A", "B"]


def test_a_table_of_totals_for_the_most_part_is_refused():
    rows = [("学校数", "全国", 5), ("学生数", "全国", 50), ("教师数", "北京市", 7)]
    frame = pd.DataFrame(rows, columns=["zhibiao", "地区", "值"]).assign(年份=2020)
    with pytest.raises(FrameError, match=r"2 of 3 rows are of 全国.*do: wholes=\['全国'\]"):
        compare.panel(frame, direction="higher")
    with pytest.raises(CompareError, match="indicator='zhibiao' if it says what is measured"):
        compare.panel(frame, direction="higher", wholes=["全国"])
    found = compare.panel(frame, direction="higher", wholes=["全国"], indicator="zhibiao")
    assert len(found.observations) == 1 and len(found.wholes) == 2
