"""Wholes and summaries of own tables: never ranked along, and never without a question."""

import pandas as pd
import pytest

import compare
from compare.errors import DataError
from compare.sources.panel.told import ToldError


def asked_of(tmp_path, text):
    """Return what is asked about wholes; nothing where nothing is."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    try:
        compare.panel(path, direction="higher")
    except ToldError as error:
        return error.wholes
    return []


@pytest.mark.parametrize(
    "name",
    ["Statewide", "All counties", "Median", "Rest of state", "Not stated", "Unknown", "Others",
     "Number of counties", "Out of state", "Whole US", "Total, all areas", "State Total",
     "Aggregate study jurisdictions", "Std. dev.", "其他", "不详", "全部地区合计", "最大值",
     "National avg.", "全省平均水平", "最高", "Urban", "农村", "Promedio nacional", "Cả nước",
     "Moyenne", "UE (27 pays)", "Deutschland insgesamt", "England and Wales", "Both"],
)  # fmt: skip
def test_a_row_of_a_summary_is_asked_for(tmp_path, name):
    assert asked_of(tmp_path, f'Area,Rate 2020\nA,9\nB,8\nC,7\n"{name}",6\n') == [name]


@pytest.mark.parametrize("name", ["Allen", "Maxton", "Otherton", "Counties Manukau", "N. Haven"])
def test_a_region_that_is_called_nearly_so_is_none(tmp_path, name):
    assert asked_of(tmp_path, f"Area,Rate 2020\nA,9\nB,8\nC,7\n{name},6\n") == []


def test_where_all_are_called_so_they_are_the_regions(tmp_path):
    assert asked_of(tmp_path, "Area,Rate 2020\nUnknown,9\nOthers,8\n") == []


def test_codes_that_lost_their_zeros_lie_in_those_that_end_in_zeros(tmp_path):
    codes = [0, 1000, 1001, 1003, 4000, 4001, 36000, 36001, 36003]
    text = "FIPS,Name,Rate 2020\n" + "".join(f"{code},N{code},{code % 7 + 80}\n" for code in codes)
    assert asked_of(tmp_path, text) == ["0", "1000", "4000", "36000"]


@pytest.mark.parametrize("codes", [range(1, 150), range(95, 130)])
def test_numbers_in_order_are_no_codes_with_zeros_lost(tmp_path, codes):
    text = "code,Rate 2020\n" + "".join(f"{code},{code % 7 + 80.5}\n" for code in codes)
    assert asked_of(tmp_path, text) == []


def test_the_sum_of_many_is_a_whole_whatever_else_is_stated_of_it(tmp_path):
    rows = [(f"{code:05}", 100 + code, 10.5, 11.5) for code in range(1, 41)]
    rows.append(("00099", sum(row[1] for row in rows), 10.5, 11.5))
    text = "code,Pupils 2020,Rate 2020 (%),Other 2020 (%)\n"
    text += "".join(",".join(map(str, row)) + "\n" for row in rows)
    assert asked_of(tmp_path, text) == ["00099"]


def test_one_of_few_that_are_not_0_is_no_sum(tmp_path):
    rows = [(f"R{number}", 0, 50 + number) for number in range(30)]
    rows[3], rows[4] = ("R3", 5, 53), ("R4", 5, 54)
    text = "Area,Cases 2020,Rate 2020\n" + "".join(",".join(map(str, row)) + "\n" for row in rows)
    assert asked_of(tmp_path, text) == []


GSS = [
    ("E92000001", "England"), ("E12000001", "north east"), ("E11000001", "A metropolitan county"),
    ("E10000007", "B"), ("E06000047", "C"), ("E07000223", "D"), ("E08000012", "F"),
    ("K02000001", "UK"), ("W06000001", "G"), ("W92000004", "Wales"), ("S12000033", "H"),
]  # fmt: skip
WIDER = ["E92000001", "E12000001", "E11000001", "E10000007", "K02000001", "W92000004"]


def british(pairs):
    return "code,Rate 2020\n" + "".join(f"{code},{90 - n}\n" for n, (code, _) in enumerate(pairs))


def test_british_codes_tell_nations_regions_and_counties_from_authorities(tmp_path):
    assert asked_of(tmp_path, british(GSS)) == WIDER


def test_counties_without_their_districts_are_authorities(tmp_path):
    counties = [pair for pair in GSS if pair[0][:3] in ("E10", "E06", "E08")]
    assert asked_of(tmp_path, british(counties)) == []


def test_regions_alone_are_no_wholes(tmp_path):
    regions = [("E12000001", ""), ("E12000002", ""), ("E12000003", "")]
    assert asked_of(tmp_path, british(regions)) == []


def test_regions_of_england_among_its_authorities_are_wholes_by_their_names(tmp_path):
    regions = ["north east", "north west", "east midlands", "london", "south west"]
    others = [f"Town {letter}" for letter in "ABCDEFGHIJKL"]
    text = "area,Rate 2020\n" + "".join(f"{name},{n}\n" for n, name in enumerate(others + regions))
    assert asked_of(tmp_path, text) == regions
    alone = "area,Rate 2020\n" + "".join(f"{name},{n}\n" for n, name in enumerate(regions))
    assert asked_of(tmp_path, alone) == []


def test_codes_that_end_in_zeros_among_others_of_the_same_kind_are_no_wholes(tmp_path):
    codes = [21030000 + 5 * n for n in range(1, 19)] + [21030100 + 5 * n for n in range(20)]
    text = "code,Rate 2020\n" + "".join(f"{code},{code % 13}.5\n" for code in codes)
    assert asked_of(tmp_path, text) == []


def test_wholes_of_one_name_in_several_parents_are_named_once():
    rows = {"county": ["ALL", "Ahaus", "ALL", "Borken"], "state": ["N", "N", "S", "S"],
            "rate 2020": [9, 8, 7, 6]}  # fmt: skip
    with pytest.raises(ToldError, match="wholes: ALL looks like") as asked:
        compare.panel(pd.DataFrame(rows), direction="higher")
    assert asked.value.wholes == ["ALL"]


def test_codes_that_number_all_regions_hold_no_others(tmp_path):
    rows = "".join(f"D{n},{50 + n % 7}\n" for n in range(1, 13))
    assert asked_of(tmp_path, f"code,Rate 2020\n{rows}") == []
    assert asked_of(tmp_path, "code,Rate 2020\nDE1,9\nDE2,8\nDE11,7\nDE12,6\nDE21,5\n")


def test_an_abbreviation_among_codes_is_one_of_them(tmp_path):
    assert asked_of(tmp_path, "state,Rate 2020\nSC,9\nSD,8\nTN,7\nTX,6\n") == []
    assert asked_of(tmp_path, "state,Rate 2020\nOhio,9\nUtah,8\nIowa,7\nSD,6\n") == ["SD"]
    assert asked_of(tmp_path, "country,Rate 2020\nAUS,9\nAUT,8\nBEL,7\nALL,6\n") == ["ALL"]


def test_names_that_are_codes_tell_levels_as_codes_do(tmp_path):
    codes = ["AT", "AT1", "AT11", "AT12", "DE", "DE1", "DE11", "DE12"]
    rows = "".join(f"{code},2020,{n + 8}\n" for n, code in enumerate(codes))
    assert asked_of(tmp_path, f"geo,year,rate\n{rows}") == ["AT", "AT1", "DE", "DE1"]


def test_a_few_codes_of_another_pattern_do_not_hide_the_wholes(tmp_path):
    rows = "1000,2023,15\n1001,2023,11\n1003,2023,12\n2000,2023,10\n2013,2023,9\n2016,2023,8\n"
    text = f"fips,year,poverty\n{rows}10,2003,9\n11,2003,9\n"
    assert asked_of(tmp_path, text) == ["*000"]


@pytest.mark.parametrize(
    ("columns", "whole", "parts"),
    [
        (("state", "county"), "Ohio", ["Adams", "Allen"]),
        (("省", "地区"), "浙江省", ["杭州市", "宁波市"]),
    ],
)
def test_a_row_named_like_the_parent_of_others_is_asked_about(columns, whole, parts):
    above, own = columns
    rows = {above: whole, own: [whole, *parts], "year": 2020, "rate": [80, 81, 79]}
    with pytest.raises(ToldError) as asked:
        compare.panel(pd.DataFrame(rows), direction="higher")
    assert asked.value.wholes == [whole]
    alone = pd.DataFrame(rows).assign(**{above: ["P", "P", whole]}).iloc[1:]
    assert len(compare.panel(alone, direction="higher").observations) == 2


DISTRICTS = ["Adams", "Boulder", "Denver", "Mesa", "Weld"]


@pytest.mark.parametrize("state", ["Colorado", "COLORADO", "Bayern", "石川県"])
@pytest.mark.parametrize("last", [False, True])
def test_a_state_above_or_below_its_districts_is_asked_about(state, last):
    names = [*DISTRICTS, state] if last else [state, *DISTRICTS]
    rows = pd.DataFrame({"region": names, "year": 2020, "rate": [5.5, 6, 7, 8, 9, 4]})
    with pytest.raises(ToldError) as asked:
        compare.panel(rows, direction="higher")
    assert asked.value.wholes == [state]


@pytest.mark.parametrize(
    "names",
    [
        ["Colorado", "Kansas", "Texas", "Utah", "Ohio", "Iowa"],
        ["Adams", "Delaware", "Denver", "Mesa", "Weld", "York"],
        ["Bayern", "Berlin", "Hamburg"],
    ],
)
def test_states_among_states_and_counties_called_so_are_not(names):
    rows = pd.DataFrame({"region": names, "year": 2020, "rate": range(len(names))})
    found = compare.panel(rows, direction="higher")
    assert found.observations["region"].tolist() == names


def asked(names):
    rows = pd.DataFrame({"region": names, "year": 2020, "rate": range(len(names))})
    try:
        compare.panel(rows, direction="higher")
    except ToldError as error:
        return error.wholes
    return []


STATES = ["Ohio", "Texas", "Iowa", "Utah"]


@pytest.mark.parametrize(
    ("names", "wholes"),
    [
        ([*STATES, "US"], ["US"]), (["U.S.", *STATES], ["U.S."]),
        (["TX", "NY", "CA", "OH", "US"], ["US"]), (["FR", "DE", "US", "CN"], []),
        (["Georgia", "Alabama", "United States"], ["United States"]),
        (["KZ", "KZAKM", "KZALM", "KZATY"], ["KZ"]), (["DE", "DE1", "DE2", "DE3"], ["DE"]),
        (["000000", "110000", "120000", "130000"], ["000000"]), (["_T", "R1", "R2", "R3"], ["_T"]),
        (["臺灣地區", "臺北市", "高雄市"], ["臺灣地區"]),
        (["A", "B", "C", "No consta"], ["No consta"]),
        (["Norte", "Sul", "Sudeste", *"ABCD"], ["Norte", "Sul", "Sudeste"]),
        (["Norte", "Sur", "Lima", "Cusco"], []),
    ],
)  # fmt: skip
def test_nations_and_zones_by_their_names_or_codes(names, wholes):
    assert asked(names) == wholes


@pytest.mark.parametrize("column", ["prefecture_name", "Local authority", "nom", "whatever"])
def test_names_go_with_codes_whatever_their_column_is_called(column):
    names = ["全国", "北海道", "青森県", "岩手県"]
    frame = pd.DataFrame({"code": range(4), column: names, "year": 2020, "rate": [1.5, 2, 3, 4]})
    found = compare.panel(frame, direction="higher")
    assert found.evidence.regions["name_zh"].tolist() == names[1:]
    assert found.summary.set_index("what").loc["total", "number"] == 1


def test_texts_that_do_not_go_with_codes_are_no_names():
    frame = pd.DataFrame({"code": [1, 2, 3, 4], "remark": ["new", "old", "new", "mid"]})
    found = compare.panel(frame.assign(year=2020, rate=[1.5, 2, 3, 4]), direction="higher")
    assert found.evidence.regions["name_zh"].tolist() == ["1", "2", "3", "4"]


def test_rows_without_a_name_may_be_of_all_regions(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("region,year,rate\n,2020,60\nA,2020,50\nB,2020,70\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"wholes=\[''\] where no name means all regions"):
        compare.panel(path, direction="higher")
    found = compare.panel(path, direction="higher", wholes=[""])
    assert found.observations["value"].tolist() == [50.0, 70.0]
    assert found.summary.set_index("what").loc["whole", "number"] == 1


def test_counties_called_like_their_state_are_counties_where_most_states_have_none():
    rows = [("Benton", "Arkansas"), ("Arkansas", "Arkansas"), ("Polk", "Iowa"), ("Linn", "Iowa"),
            ("Adams", "Ohio"), ("Allen", "Ohio")]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["county", "state"]).assign(year=2020, rate=range(6))
    assert len(compare.panel(frame, direction="higher").observations) == 6
    frame.loc[2, "county"] = "Iowa"
    with pytest.raises(ToldError) as asked:
        compare.panel(frame, direction="higher")
    assert asked.value.wholes == ["Arkansas", "Iowa"]
