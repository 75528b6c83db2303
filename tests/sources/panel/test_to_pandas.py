"""Tables read slice by slice: the seams show nowhere, and what repeats is kept once."""

import itertools

import numpy as np
import pandas as pd
import polars as pl
import pytest

import compare
from compare.errors import DataError, FrameError, UnknownValueError
from compare.sources.panel import panel as panels
from compare.sources.panel import to_pandas as handing
from compare.sources.panel.made_up import TOLD
from compare.sources.panel.to_pandas import slices, to_pandas

PARTS = ("observations", "wholes", "missing", "unmatched", "rows", "summary")
KNOWN = ("regions", "themes", "indicators", "documents", "figures", "observations")
BOUNDS = """地区,学年,毛入园率,毛入园率下限,毛入园率上限,大班额比例
合计,2019,95,94,96,3
象山县,2018/19,97,96,98,<3
象山县,2020,98,97,98.5,c
注：略,,,,,
平阳县,2018/19,90以上,,,4
平阳县,2020,93.5,93,94,约5
江山市,2020,—,,,12-15
数据来源：某,,,,,
"""
BREAKS = """REF_AREA,TIME_PERIOD,INDICATOR,OBS_VALUE,OBS_STATUS,CONF_STATUS
A,2018,x,1,A,F
A,2019,x,2,B,F
A,2020,x,3,A,F
B,2018,x,,M,C
B,2019,x,4,E,F
B,2020,x,5,A,F
"""


def as_frame(text):
    return pl.read_csv(text.encode(), infer_schema=False)


def wide(regions=6, years=4):
    codes = np.repeat(np.arange(101.0, 101 + regions), years)
    cells = np.arange(regions * years, dtype=float)
    return pd.DataFrame({
        "code": codes,
        "year": np.tile(np.arange(2020, 2020 + years), regions),
        "whole": np.where(cells % 5 == 0, np.nan, cells),
        "half": np.where(cells % 3 == 0, np.nan, cells + 0.5),
        "same": 7.0,
    })  # fmt: skip


TABLES = {
    "made up": (compare.made_up_panel, TOLD),
    "bounds": (lambda: as_frame(BOUNDS), {"direction": "higher", "wholes": ["合计"]}),
    "breaks": (lambda: as_frame(BREAKS), {"direction": "higher", "wholes": []}),
    "numbers": (wide, {"direction": "higher", "wholes": ["101"]}),
    "sheets": (lambda: [wide().iloc[:9], wide().iloc[9:]], {"direction": "higher", "wholes": []}),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_in_slices_is_the_table_at_once(name, monkeypatch):
    table, told = TABLES[name]
    at_once = compare.panel(table(), **told)
    monkeypatch.setattr(handing, "SLICE", 1999 if name == "made up" else 3)
    in_slices = compare.panel(table(), **told)
    for part in PARTS:
        pd.testing.assert_frame_equal(getattr(at_once, part), getattr(in_slices, part))
    for part in KNOWN:
        one, other = (getattr(read.evidence, part) for read in (at_once, in_slices))
        pd.testing.assert_frame_equal(one, other)


def test_values_beyond_a_seam_have_their_own_cells_and_notes(monkeypatch):
    monkeypatch.setattr(handing, "SLICE", 2)
    mine = compare.panel(as_frame(BREAKS), direction="higher", wholes=[])
    rows = mine.observations
    assert rows[["region", "year", "value"]].values.tolist() == [
        ["A", 2018, 1], ["A", 2019, 2], ["A", 2020, 3], ["B", 2019, 4], ["B", 2020, 5],
    ]  # fmt: skip
    assert rows["after_break"].tolist() == [False, True, True, False, False]
    assert mine.missing[["figure", "withheld"]].values.tolist() == [["table/table!D5", True]]
    assert mine.trace("table/table!D7")["text"] == "5"


def test_a_cell_beyond_many_slices_that_cannot_be_read_is_named(monkeypatch):
    monkeypatch.setattr(handing, "SLICE", 3)
    table = wide().astype({"half": object})
    table.loc[20, "half"] = "what?"
    with pytest.raises(DataError, match=r"22: half: 'what\?' cannot be read"):
        compare.panel(table, direction="higher", wholes=[])


def test_two_values_of_one_key_are_refused_however_far_apart(monkeypatch):
    monkeypatch.setattr(handing, "SLICE", 3)
    table = pd.concat([wide(), wide().iloc[[1]]])
    said = r"101 whole 2021 \(table/table!C3, table/table!C26\); .*: 6 cells in all"
    with pytest.raises(FrameError, match=said):
        compare.panel(table, direction="higher", wholes=[])
    table.iloc[-1, 2:] = np.nan  # an empty row beside a full one is none
    assert len(compare.panel(table, direction="higher", wholes=[]).missing) == 5 + 8 + 3


def test_a_fraction_beyond_a_seam_is_refused(monkeypatch):
    monkeypatch.setattr(handing, "SLICE", 3)
    table = wide().assign(rate=97.0)
    table.loc[22, "rate"] = 0.98
    with pytest.raises(FrameError, match=r"table/table!F24 has 0\.98 .* around 97"):
        compare.panel(table, direction="higher", wholes=[])


def test_texts_that_repeat_stand_in_memory_once(monkeypatch):
    monkeypatch.setattr(handing, "SLICE", 1000)
    rows = compare.panel(wide(1000, 10), direction="higher", wholes=[]).observations
    assert len(rows) > 24_000
    buffers = {
        buffer.address: buffer.size
        for name in ("kind", "comparator", "unit", "theme", "direction", "document", "use")
        for chunk in rows[name].array._pa_array.chunks
        for buffer in chunk.buffers()
        if buffer is not None
    }
    assert sum(buffers.values()) < 10 * len(rows)  # and not the 90 of seven columns


def test_a_frame_that_was_handed_over_may_be_written_into():
    rows = compare.panel(wide(), direction="higher", wholes=[]).observations
    rows.loc[0, "value"] = 5.0
    rows.loc[rows["year"] == 2021, "use"] = "alternative"
    assert rows["value"][0] == 5
    assert set(rows.loc[rows["year"] == 2021, "use"]) == {"alternative"}
    assert set(rows.loc[rows["year"] != 2021, "use"]) == {"main"}


def test_frames_keep_types_and_what_is_missing():
    frame = pl.DataFrame({
        "text": ["a", None, "a"], "none": ["", "", ""], "sign": pl.Series(["=", "<", "="]),
        "number": [1.0, None, 2.0], "whole": [1, 2, 3], "told": [True, False, True],
    }).with_columns(pl.col("sign").cast(pl.Enum(["=", "<"])))  # fmt: skip
    found = to_pandas(itertools.chain(slices(frame), slices(frame.head(0))), 3)
    expected = frame.with_columns(pl.col("sign").cast(pl.String)).to_pandas()
    pd.testing.assert_frame_equal(found, expected)
    pd.testing.assert_frame_equal(to_pandas(slices(frame.head(0)), 0), expected.head(0))


def test_an_id_that_is_none_s_is_compared_with_those_of_its_row_where_there_are_many(monkeypatch):
    mine = compare.panel(wide(), direction="higher", wholes=[])
    monkeypatch.setattr(panels, "QUOTED", 10)
    with pytest.raises(UnknownValueError, match=r"table/table!D3.*table/table!E3\.") as no:
        mine.trace("table/table!F3")
    assert "D4" not in str(no.value)
