"""Names that stand once above a block of rows: asked about, and then said of every row."""

import pandas as pd
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.cli import main
from compare.errors import DataError, FrameError
from compare.sources.panel.told import ToldError

BLANKS = """State,Year,Attendance rate (%)
Ohio,2019,80
,2020,81
Texas,2019,70
,2020,72
"""
MEASURES_BELOW = """Measure,2019,2020
Ohio,,
Attendance rate (%),80,81
Graduation rate (%),90,91
Texas,,
Attendance rate (%),70,72
Graduation rate (%),80,82
Source: nobody,,
"""
REGIONS_BELOW = """地区,2019,2020
毛入园率(%),,
甲县,80,81
乙县,70,72
巩固率(%),,
甲县,90,91
乙县,80,82
"""
PARTS_BELOW = """Area,Attendance rate (%),Graduation rate (%)
Ohio,,
Adams,80,90
Allen,81,91
Iowa,,
Adams,70,80
Boone,72,82
"""
COUNTIES = """State,County,Attendance rate (%)
Ohio,,80.5
,Adams,80
,Allen,81
Iowa,,71
,Adams,70
,Boone,72
"""


@pytest.fixture
def read(tmp_path):
    def read(text, name="t.csv", **told):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        made = compare.panel(path, **{"direction": "higher", **told})
        seen = made.observations
        keys = ["region", "indicator", "year", "value"]
        return made, sorted(map(tuple, seen[keys].astype({"value": int}).values.tolist()))

    return read


BOTH = [
    ("Ohio", "Attendance rate", 2019, 80), ("Ohio", "Attendance rate", 2020, 81),
    ("Texas", "Attendance rate", 2019, 70), ("Texas", "Attendance rate", 2020, 72),
]  # fmt: skip


def test_a_name_in_the_first_row_of_its_block_is_that_of_every_row(read):
    made, seen = read(BLANKS, fill_down=True)
    assert seen == BOTH
    assert made.observations["figure"].str.partition("!")[2].tolist() == ["C2", "C3", "C4", "C5"]


@pytest.mark.parametrize("text", [BLANKS, COUNTIES, MEASURES_BELOW, REGIONS_BELOW, PARTS_BELOW])
def test_it_is_asked_and_never_guessed(read, text):
    with pytest.raises(ToldError) as asked:
        read(text, year=None if "20" in text else 2020)
    assert asked.value.asked == {"fill_down": "yes"}


def test_names_that_lack_in_some_rows_alone_are_told_by_their_cells(read):
    text = "县,毛入园率(%)\n甲县,80\n乙县,81\n丙县,82\n丁县,83\n,84\n"
    with pytest.raises(DataError, match=r"t.csv:6: 县: .* fill_down=True"):
        read(text, year=2020)
    with pytest.raises(DataError, match=r"t\.csv:3: State"):
        read(BLANKS, fill_down=False)


def test_what_is_measured_below_a_region_in_a_row_of_its_own(read):
    made, seen = read(MEASURES_BELOW, fill_down=True)
    assert [(region, value) for region, _, _, value in seen] == [
        ("Ohio", 80), ("Ohio", 81), ("Ohio", 90), ("Ohio", 91),
        ("Texas", 70), ("Texas", 72), ("Texas", 80), ("Texas", 82),
    ]  # fmt: skip
    assert set(made.observations["unit"]) == {"%"}
    told = made.rows[["row", "what"]].astype({"what": str}).values.tolist()
    assert told == [
        [1, "head"], [2, "note"], [5, "note"], [3, "region"], [4, "region"], [6, "region"],
        [7, "region"], [8, "note"],
    ]  # fmt: skip


def test_regions_below_what_is_measured_in_a_row_of_its_own(read):
    _, seen = read(REGIONS_BELOW, fill_down=True)
    assert [(region, name[:3], year, value) for region, name, year, value in seen] == [
        ("乙县", "巩固率", 2019, 80), ("乙县", "巩固率", 2020, 82),
        ("乙县", "毛入园", 2019, 70), ("乙县", "毛入园", 2020, 72),
        ("甲县", "巩固率", 2019, 90), ("甲县", "巩固率", 2020, 91),
        ("甲县", "毛入园", 2019, 80), ("甲县", "毛入园", 2020, 81),
    ]  # fmt: skip


def test_regions_lie_in_what_stands_above_them(read):
    made, seen = read(PARTS_BELOW, fill_down=True, year=2020)
    assert len(seen) == 8 and made.observations["region"].nunique() == 4  # two are called Adams
    assert {"Allen", "Boone"} < {*made.observations["region"]}


def test_a_row_of_the_state_among_its_counties_is_of_the_state_and_a_whole(read):
    with pytest.raises(ToldError, match="whole") as asked:
        read(COUNTIES, fill_down=True, year=2020)
    assert asked.value.wholes == ["Ohio", "Iowa"]
    made, seen = read(COUNTIES, fill_down=True, year=2020, wholes=["Ohio", "Iowa"])
    assert sorted(made.wholes["value"]) == [71.0, 80.5]
    assert [value for *_, value in seen] == [70, 80, 81, 72]
    # as where the state stands in every row
    in_full = COUNTIES.replace("\n,A", "\nOhio,A", 2).replace("\n,", "\nIowa,")
    assert in_full.count("Ohio") == 3
    filled = read(in_full, year=2020, wholes=["Ohio", "Iowa"])[0].observations
    pd.testing.assert_frame_equal(filled, made.observations)


def test_years_in_rows_of_their_own(read):
    text = "County,Attendance rate (%)\n2019,\nA,80\nB,81\n2020,\nA,82\nB,83\nSource: c,\n"
    with pytest.raises(ToldError, match="fill_down"):
        read(text)
    _, seen = read(text, fill_down=True)
    assert [(region, year, value) for region, _, year, value in seen] == [
        ("A", 2019, 80), ("A", 2020, 82), ("B", 2019, 81), ("B", 2020, 83),
    ]  # fmt: skip


def test_a_table_without_names_before_its_values_is_refused(read):
    with pytest.raises(FrameError, match="no column of names before those of values"):
        read("Attendance rate (%),County\n80,A\n81,B\n", fill_down=True, year=2020)


def test_it_is_asked_once_by_the_command_and_read_back(tmp_path, monkeypatch):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    table = tmp_path / "states.csv"
    table.write_text(BLANKS, encoding="utf-8")
    said = ["import", str(table), "--direction", "higher"]
    refused = CliRunner().invoke(main, [*said, "--yes"])
    assert refused.exit_code == 1 and "--fill-down yes" in refused.stderr
    done = CliRunner().invoke(main, said, input="yes\n")
    assert done.exit_code == 0, done.output
    folder = tmp_path / "data" / "raw" / "states"
    described = yaml.safe_load((folder / "source.yml").read_text("utf-8"))
    assert described["compare"]["fill_down"] is True
    assert len(compare.panel(folder).observations) == 4
    again = CliRunner().invoke(main, [*said, "--yes", "--fill-down", "yes", "--name", "more"])
    assert again.exit_code == 0, again.output


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_filled_or_written_out_a_table_says_the_same(blocks):
    years = [2010 + year for rows in blocks for year in range(rows)]
    names = [f"县{'甲乙丙丁戊'[place]}" for place, rows in enumerate(blocks) for _ in range(rows)]
    once = [
        name if not place or names[place - 1] != name else "" for place, name in enumerate(names)
    ]
    rest = {"年份": years, "巩固率(%)": [90.0 + place for place in range(len(years))]}
    plain, filled = (
        compare.panel(pd.DataFrame({"县": column} | rest), direction="higher", fill_down=told)
        for column, told in ((names, None), (once, True))
    )
    pd.testing.assert_frame_equal(plain.observations, filled.observations)
