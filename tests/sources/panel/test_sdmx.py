"""SDMX-CSV needs no description; neither do DDF data points."""

import pytest

import compare
from compare.errors import FrameError

CODES = """DATAFLOW,FREQ,REF_AREA,SEX,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS
UNESCO:EDU(1.0),A,CHN,F,GER,PT,2019,88.1,A
UNESCO:EDU(1.0),A,CHN,M,GER,PT,2019,87.2,A
UNESCO:EDU(1.0),A,IND,F,GER,PT,2019,75.0,E
UNESCO:EDU(1.0),A,IND,M,GER,PT,2019,,M
"""
BOTH = """STRUCTURE,ACTION,REF_AREA: Reference area,MEASURE: Measure,UNIT_MEASURE: Unit of measure,\
TIME_PERIOD: Time period,OBS_VALUE
DATAFLOW,I,FRA: France,ENRL: Enrolment rate,PT: Percentage,2020,95.2
DATAFLOW,I,DEU: Germany,ENRL: Enrolment rate,PT: Percentage,2020,93.1
"""
BESIDE = """REF_AREA,Area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE
FRA,France,ENRL,Enrolment rate,PT,Percentage,2020,95.2
DEU,Germany,ENRL,Enrolment rate,PT,Percentage,2020,93.1
"""
POINTS = "geo,time,literacy_rate\nchn,2010,95.1\nind,2010,69.3\nchn,2018,96.8\n"


def panel_of(tmp_path, text, **told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return compare.panel(path, **{"direction": "higher"} | told)


def rows_of(panel):
    names = ["region", "indicator", "year", "value", "unit"]
    return panel.observations[names].to_numpy().tolist()


def test_dimensions_that_differ_tell_indicators_apart(tmp_path):
    found = panel_of(tmp_path, CODES)
    assert rows_of(found) == [
        ["CHN", "F GER", 2019, 88.1, "%"],
        ["CHN", "M GER", 2019, 87.2, "%"],
        ["IND", "F GER", 2019, 75.0, "%"],
    ]
    assert found.missing["region"].tolist() == ["IND"]


@pytest.mark.parametrize("text", [BOTH.replace("\\\n", ""), BESIDE])
def test_labels_are_the_names(tmp_path, text):
    found = panel_of(tmp_path, text)
    assert rows_of(found) == [
        ["FRA", "Enrolment rate", 2020, 95.2, "%"],
        ["DEU", "Enrolment rate", 2020, 93.1, "%"],
    ]
    assert found.evidence.regions["name_en"].tolist() == ["France", "Germany"]


def test_what_somebody_says_comes_before_the_standard(tmp_path):
    found = panel_of(tmp_path, CODES.replace("REF_AREA", "PLACE"), region="PLACE",
                     indicator=["SEX"])  # fmt: skip
    assert found.observations["indicator"].unique().tolist() == ["F", "M"]


def test_values_in_powers_of_ten_are_refused(tmp_path):
    text = "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nCHN,2019,88,3\nIND,2019,75,3\n"
    with pytest.raises(FrameError, match=r"UNIT_MULT says .* to the power of 3; do: multiply"):
        panel_of(tmp_path, text)


def test_data_points_are_a_table(tmp_path):
    assert rows_of(panel_of(tmp_path, POINTS))[0] == ["chn", "literacy_rate", 2010, 95.1, ""]
