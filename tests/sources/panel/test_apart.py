"""Several values for a region and year: what tells them apart, and what is asked for."""

import pandas as pd
import pytest

import compare
from compare.errors import CompareError, FrameError
from compare.sources.panel.asking import answered
from compare.sources.panel.told import ToldError

DISTRICTS = """\
State,State-Code,District,Year,Rate (%),Rate before,Note
Alpha,01,North,2020,91.5,90.1,
Alpha,01,South,2020,92.5,91,
Alpha,01,East,2020,93.5,92.4,revised
Beta,02,North,2020,81.5,80.1,
Beta,02,West,2020,82.5,81.4,
Gamma,03,Hill,2020,71.5,70.1,
"""
SCHOOLS = """\
State,Year,Level,Sex,Rate (%)
A,2020,primary,boys,91.5
A,2020,primary,girls,92.5
A,2020,secondary,boys,93.5
B,2020,secondary,girls,81.5
B,2020,secondary,boys,82.5
C,2020,primary,boys,71.5
"""


def refused(tmp_path, text, **told):
    """Return the refusal of a table, and its file."""
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CompareError, match="several values") as asked:
        compare.panel(path, direction="higher", **told)
    return asked.value, path


@pytest.mark.parametrize("told", [{}, {"indicators": ["Rate (%)"]}])
def test_regions_below_those_of_the_codes_are_proposed_with_what_they_lie_in(tmp_path, told):
    error, path = refused(tmp_path, DISTRICTS, **told)
    assert error.asked == {"name": "District", "parent": "State"}
    assert "Rate before'" not in str(error)
    mine = compare.panel(path, direction="higher", **told, **error.asked)
    assert mine.observations["region"].nunique() == 6


def test_a_code_that_was_told_is_said_to_be_in_the_way(tmp_path):
    error, path = refused(tmp_path, DISTRICTS, region="State-Code")
    assert "name='District', parent='State' in place of region=" in str(error)
    assert not isinstance(error, ToldError)
    with pytest.raises(FrameError):  # nothing to ask: it ends
        answered(path, {"region": "State-Code", "direction": "higher"}, lambda *_, **__: "")


def test_a_column_of_no_usual_name_whose_values_lie_in_one_region_names_regions(tmp_path):
    text = DISTRICTS.replace("District", "Taluk").replace("Beta,02,North", "Beta,02,Lake")
    error, path = refused(tmp_path, text)
    assert error.asked == {"name": "Taluk", "parent": "State"}
    assert len(compare.panel(path, direction="higher", **error.asked).observations) == 12


def test_what_remains_within_narrower_regions_is_said_beside_them(tmp_path):
    lines = DISTRICTS.splitlines()
    text = "\n".join([f"{lines[0]},Sex", *(f"{one},{sex}" for one in lines[1:] for sex in "mf")])
    error, path = refused(tmp_path, text)
    assert error.asked == {"name": "District", "parent": "State"}
    assert "with where={'Sex': 'm'}" in str(error)
    mine = compare.panel(path, direction="higher", where={"Sex": "m"}, **error.asked)
    assert mine.observations["region"].nunique() == 6


def test_a_total_among_narrower_regions_is_taken(tmp_path):
    text = "code,name,year,value\n1,Total,2020,5\n1,North,2020,4\n2,Total,2020,6\n2,West,2020,7\n"
    error, path = refused(tmp_path, text.replace("Total", "All places"))
    assert error.asked == {"where": "name=All places"}
    mine = compare.panel(path, direction="higher", where={"name": "All places"})
    assert mine.observations["value"].tolist() == [5.0, 6.0]


def test_every_way_that_is_proposed_works(tmp_path):
    error, path = refused(tmp_path, SCHOOLS)
    assert "where={'Sex': 'boys', 'Level': 'primary'}" in str(error)
    assert error.asked == {"indicator": "Sex; Level", "value": "Rate (%)"}
    told = answered(path, {"direction": "higher"}, lambda *_, default: default)
    assert len(compare.panel(path, **told).observations) == 6
    where = {"Sex": "boys", "Level": "primary"}
    mine = compare.panel(path, direction="higher", where=where)
    assert mine.observations["value"].tolist() == [91.5, 71.5]


def test_a_choice_is_of_values_that_stand_together(tmp_path):
    # most rows are of boys, and none of them is of all levels
    text = SCHOOLS.replace("A,2020,primary,girls", "A,2020,all,girls")
    error, path = refused(tmp_path, f"{text}B,2020,all,girls,1\n")
    where = {"Level": "all", "Sex": "girls"}
    assert f"where={where!r}" in str(error)
    mine = compare.panel(path, direction="higher", where=where)
    assert mine.observations["value"].tolist() == [92.5, 1.0]


def test_a_remark_that_others_make_needless_is_not_named(tmp_path):
    kinds = [("p", "b", ""), ("p", "g", ""), ("s", "b", ""), ("s", "g", "see 1"),
             ("t", "b", "see 2"), ("t", "g", "see 3")]  # fmt: skip
    lines = [f"{region},2020,{','.join(kind)},1.5" for region in "AB" for kind in kinds]
    error, _ = refused(tmp_path, "\n".join(["region,year,level,sex,remark,value", *lines]))
    assert error.asked == {"indicator": "level; sex"}


def test_names_that_codes_go_before_are_no_way_out(tmp_path):
    lines = [f"{code},{name},2020,1.5" for code in (1, 2, 3) for name in ("North", "South")]
    text = "\n".join(["code,district,year,value", *lines])
    error, path = refused(tmp_path, text)
    assert "name='district'" not in str(error)
    assert "where={'district': 'North'}" in str(error)
    mine = compare.panel(path, direction="higher", where={"district": "North"})
    assert len(mine.observations) == 3


def test_rows_that_are_twice_in_the_table_are_named(tmp_path):
    text = "State,Year,Rate,Note\nA,2020,91.5,\nB,2020,81.5,\nA,2020,91.5,\n"
    error, _ = refused(tmp_path, text)
    assert "rows 2, 4: the same in every cell, twice in the table" in str(error)
    assert "name the column" not in str(error)


def test_rows_that_differ_in_numbers_alone_are_named_and_no_number_is_proposed(tmp_path):
    text = (
        "State,Year,Rate,Pupils,Share,Note\nA,2020,91.5,900,5%,\nA,2020,92.5,850,6%,\n"
        "A,2020,93.5,800,7%,revised\nB,2020,1.5,700,8%,\n"
    )
    error, _ = refused(tmp_path, text, indicators=["Rate"])
    assert "rows 2, 3: nothing but numbers tells them apart" in str(error)
    assert "Pupils" not in str(error)
    assert not isinstance(error, ToldError)


def test_grades_that_come_again_and_again_tell_rows_apart():
    own = pd.DataFrame({"region": list("AABB"), "year": 2020, "grade": [1.0, 2.0, 1.0, 2.0],
                        "value": [1.5, 2.5, 3.5, 4.5]})  # fmt: skip
    with pytest.raises(ToldError, match=r"where=\{'grade': '1'\}"):
        compare.panel(own, direction="higher")
    mine = compare.panel(own, direction="higher", where={"grade": "1"})
    assert mine.observations["value"].tolist() == [1.5, 3.5]
    with pytest.raises(FrameError, match="nothing but numbers"):
        compare.panel(own.assign(grade=[101, 102, 103, 104]), direction="higher")


def test_what_equal_names_lie_in_is_asked_for(tmp_path):
    text = "county,block,year,value\nT,West,2020,1\nT,East,2020,2\nL,West,2020,3\nM,East,2020,4\n"
    error, path = refused(tmp_path, text)
    assert error.asked == {"parent": "block"}
    assert len(compare.panel(path, direction="higher", parent="block").observations) == 4
    kinds = text.replace("L,West,2020,3", "L,West,2020,3\nL,East,2020,3\nM,West,2020,5")
    error, _ = refused(tmp_path, kinds)
    assert "parent" not in str(error)


def test_files_given_twice_are_named(tmp_path):
    _, path = refused(tmp_path, DISTRICTS)
    with pytest.raises(FrameError, match="give every file once"):
        compare.panel([path, path], direction="higher", name="District")


def test_two_columns_of_one_name_are_said_to_be_so(tmp_path):
    error, _ = refused(tmp_path, "region,rate 2020,2020 rate\nA,1,2\nB,3,4\n")
    assert "two columns of a row are of one indicator and year" in str(error)


JUDGED = """\
Code,Area,In,Year,Rate,Verdict
E,Land,,2020,50,same
E,Land,E,2020,50,like
A,Ahaus,E,2020,51,better
B,Borken,E,2020,49,worse
C,Coesfeld,E,2020,48,worse
D,Dorsten,E,2020,52,better
"""


def test_a_verdict_on_values_is_no_kind_of_rows(tmp_path):
    error, path = refused(tmp_path, JUDGED, wholes=["Land"])
    assert "where={'In': 'E'} to take these" in str(error)
    mine = compare.panel(path, direction="higher", wholes=["Land"], where={"In": "E"})
    assert mine.observations["region"].tolist() == ["A", "B", "C", "D"]


def test_a_choice_that_leaves_few_regions_is_not_proposed(tmp_path):
    text = JUDGED.replace(",In,", ",Seen,").replace("Land,E,", "Land,,").replace(",E,", ",,")
    error, _ = refused(tmp_path, text, wholes=["Land"])
    assert not isinstance(error, ToldError)
    assert "do: say in a column what each is of" in str(error)


def test_counts_that_recur_by_chance_are_no_grades():
    rows = [(f"Place {'abcdefgh'[n % 8]}", 2020, n / 16, n % 60) for n in range(120)]
    frame = pd.DataFrame(rows, columns=["region", "year", "rate", "cases"])
    with pytest.raises(FrameError, match="nothing but numbers tells them apart"):
        compare.panel(frame, indicators={"rate": "higher"})


def test_a_row_that_stands_twice_does_not_hide_what_tells_the_others_apart(tmp_path):
    kinds = ["primary", "secondary"]
    rows = [f"{region},2020,{kind},{n}" for n, region in enumerate("AB") for kind in kinds]
    text = "\n".join(["region,year,school_type,rate", *rows, "A,2020,primary,7", ""])
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameError) as error:
        compare.panel(path, direction="higher")
    said = str(error.value)
    assert "rows 2, 6: alike in what tells the others apart; do: leave one of them" in said
    assert "where={'school_type': 'primary'}" in said
