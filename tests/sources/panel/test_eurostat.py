"""Tables of Eurostat need no description; what flags say is told. The numbers are invented."""

import gzip

import pytest

import compare
from compare.errors import FrameError
from compare.sources.panel.cells import Stated, stated_with_flags
from compare.sources.panel.description import write_description
from compare.sources.panel.flags import MEANT, of_confidence, of_status, without_flags

TSV = (
    "freq,sex,unit,geo\\TIME_PERIOD\t2018 \t2019 \t2020 \n"
    "A,F,PC,AT\t12.3 \t12.5 b\t13.0 p\n"
    "A,F,PC,BE\t22.3 e\t: \t23.1 bp\n"
    "A,M,PC,AT\t14.0 \t14.2 \t: c\n"
    "A,M,PC,BE\t24.0 \t24.5 u\t: z\n"
)
ROWS = [
    ["AT", "F", 2018, 12.3], ["AT", "F", 2019, 12.5], ["AT", "F", 2020, 13.0],
    ["AT", "M", 2018, 14.0], ["AT", "M", 2019, 14.2],
    ["BE", "F", 2018, 22.3], ["BE", "F", 2020, 23.1],
    ["BE", "M", 2018, 24.0], ["BE", "M", 2019, 24.5],
]  # fmt: skip


def panel_of(folder, text=TSV, name="educ_1.tsv", **told):
    path = folder / name
    data = text.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return compare.panel(path, **{"direction": "higher", "wholes": []} | told)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    return panel_of(tmp_path_factory.mktemp("tsv"))


def rows_of(panel):
    rows = panel.observations[["region", "indicator", "year", "value"]].to_numpy().tolist()
    return sorted(rows, key=str)


def test_dimensions_years_and_values_are_read(read):
    assert rows_of(read) == sorted(ROWS, key=str)
    assert set(read.observations["unit"]) == {"%"}


def test_a_figure_leads_to_its_cell(read):
    row = read.observations.query("region == 'BE' and indicator == 'F' and year == 2020").iloc[0]
    assert row["figure"].endswith("!D3")
    assert read.trace(row["figure"])["text"] == "23.1 bp"


def test_what_is_confidential_is_withheld_and_what_is_not_there_is_missing(read):
    missing = read.missing.set_index(["region", "indicator"])["withheld"].to_dict()
    assert missing == {("AT", "M"): True, ("BE", "F"): False, ("BE", "M"): False}


def test_flags_are_told_with_their_number(read):
    told = read.summary[read.summary["of"] == "flags"].set_index("what")["number"].to_dict()
    assert told == {
        "break in the series (b)": 2, "confidential (c)": 1, "estimated (e)": 1,
        "of low reliability (u)": 1, "not applicable (z)": 1, "provisional (p)": 2,
    }  # fmt: skip


def test_from_a_break_on_a_series_is_another_one(read):
    broken = read.observations[read.observations["after_break"]]
    assert broken[["region", "indicator", "year"]].to_numpy().tolist() == [
        ["AT", "F", 2019], ["AT", "F", 2020], ["BE", "F", 2020],
    ]  # fmt: skip
    ranked = compare.rankings(compare.align(read.observations, evidence=read.evidence))
    assert "series-break" in ranked.query("region == 'BE' and year == 2020")["reasons"].iloc[0]


def test_a_table_without_breaks_has_no_column_of_them(tmp_path):
    panel = panel_of(tmp_path, TSV.replace("b", ""))
    assert "after_break" not in panel.observations


def test_one_series_alone_is_called_by_its_dimensions(tmp_path):
    text = "freq,unit,isced11,geo\\TIME_PERIOD\t2019 \nA,PC,ED0,AT\t1.5 \nA,PC,ED0,BE\t2.5 \n"
    assert set(panel_of(tmp_path, text).observations["indicator"]) == {"ED0"}


def test_the_union_among_its_members_is_asked_for(tmp_path):
    text = TSV + "A,F,PC,EU27_2020\t20.0 \t20.1 \t20.2 \n"
    with pytest.raises(compare.errors.CompareError, match="EU27_2020"):
        panel_of(tmp_path, text, wholes=None)
    panel = panel_of(tmp_path, text, wholes=["EU27_2020"])
    assert rows_of(panel) == sorted(ROWS, key=str)
    assert len(panel.wholes) == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2019 \t", "2019-Q2 \t", r"the periods 2019-Q2 are no years"),
        ("A,M,PC,AT\t14.0 \t14.2 \t: c", "A,M,PC,AT\t14.0 \t14.2 ", r"row 4 has 'A,M,PC,AT' and 2"),
        ("12.3 ", "12.3x5 ", r"educ_1.tsv.*12\.3x5"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path, old, new, said):
    with pytest.raises(compare.errors.CompareError, match=said):
        panel_of(tmp_path, TSV.replace(old, new))


def test_it_is_read_packed_as_it_is_downloaded(tmp_path, read):
    packed = panel_of(tmp_path, name="educ_1.tsv.gz")
    assert rows_of(packed) == rows_of(read)
    cells = [set(one.observations["figure"].str.partition("/")[2]) for one in (packed, read)]
    assert cells[0] == cells[1]
    told = {"direction": "higher", "wholes": []}
    folder = write_description(tmp_path / "educ_1.tsv.gz", tmp_path / "raw", "educ", "", told)
    assert (folder / "table.tsv.gz").is_file()
    assert rows_of(compare.panel(folder)) == rows_of(read)


def test_it_is_imported_and_read_again_without_a_question(tmp_path):
    file = tmp_path / "educ_1.tsv"
    file.write_text(TSV, encoding="utf-8")
    told = {"direction": "higher", "wholes": []}
    folder = write_description(file, tmp_path / "raw", "educ", "Invented", told)
    assert rows_of(compare.panel(folder)) == sorted(ROWS, key=str)


@pytest.mark.parametrize(
    ("cell", "apart"),
    [("12.3 b", ("12.3", "b")), (": ", (":", "")), (":c", (":", "c")),
     ("-1.5e3 ep", ("-1.5e3", "ep")), ("1.5e3", ("1.5e3", "")), ("", ("", ""))],
)  # fmt: skip
def test_flags_stand_behind_a_value(cell, apart):
    assert without_flags(cell) == apart


def test_a_number_that_is_confidential_is_not_taken():
    assert stated_with_flags("12.3 c") == Stated("", withheld=True, flags="c")


def test_codes_of_sdmx_are_the_same_flags():
    assert [of_status(code) for code in ("A", "E", "E: Estimated", "B,P", "M", "S", "")] == [
        "", "e", "e", "bp", "", "", "",
    ]  # fmt: skip
    assert [of_confidence(code) for code in ("F", "", "C", "N: Not for publication")] == [
        "", "", "c", "c",
    ]  # fmt: skip
    assert {"b", "c", "e", "p"} <= set(MEANT)


SDMX = """REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS
AT,GER,2019,88.1,A,F
AT,GER,2020,89.1,B,F
BE,GER,2019,75.0,E,F
BE,GER,2020,,M,C
"""


def test_columns_of_status_are_told_as_flags_are(tmp_path):
    panel = panel_of(tmp_path, SDMX, "sdmx.csv")
    told = panel.summary[panel.summary["of"] == "flags"].set_index("what")["number"].to_dict()
    assert told == {"break in the series (b)": 1, "estimated (e)": 1, "confidential (c)": 1}
    assert panel.missing["withheld"].tolist() == [True]
    assert panel.observations.set_index(["region", "year"])["after_break"].to_dict() == {
        ("AT", 2019): False, ("AT", 2020): True, ("BE", 2019): False,
    }  # fmt: skip


def test_a_frame_error_of_the_file_is_its_own_sentence(tmp_path):
    with pytest.raises(FrameError, match="do: download the yearly data"):
        panel_of(tmp_path, TSV.replace("2018 ", "2018M01 "))
