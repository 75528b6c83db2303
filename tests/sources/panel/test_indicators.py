"""Directions that names suggest: none is proposed the wrong way round."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError, UnknownValueError
from compare.sources.panel.told import ToldError


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("未入学率", "lower"), ("未达标率", "lower"), ("不合格率", "lower"),
        ("低于合格率的校数占比", "lower"), ("复读率", "lower"), ("平均班额", "lower"),
        ("入学率", "higher"), ("未成年人入学率", "higher"), ("无障碍学校覆盖率", "higher"),
        ("入学率男女差距", None), ("Percent not proficient", "lower"),
        ("Not graduating on time", "lower"), ("Never enrolled in school", "lower"),
        ("Below proficient in reading", "lower"), ("Non-completion rate", "lower"),
        ("Children out of school, primary", "lower"), ("Repetition rate", "lower"),
        ("Adults without a bachelor's degree", "lower"), ("Under 5 enrolment rate", "higher"),
        ("Gender gap in enrolment", None), ("Change in completion", None),
        ("Completion rate", "higher"), ("NEET", "lower"),
        ("Reduction in dropout rate", None), ("Non-illiteracy rate", None),
        ("降低辍学率幅度", None), ("消除大班额比例", None), ("非文盲率", None),
        ("Health coverage", "higher"), ("Overage pupils", "lower"), ("Over-age", "lower"),
        ("Attendance rate", "higher"), ("Non-attendance rate", "lower"),
        ("Retention rate", None),  # of pupils who stay, or of those who repeat a grade
    ],
)  # fmt: skip
def test_a_name_that_is_turned_round_is_not_proposed_as_better(tmp_path, name, proposed):
    path = tmp_path / "a.csv"
    path.write_text(f'地区,年份,"{name}"\n甲县,2020,5.5\n乙县,2020,6.5\n', encoding="utf-8")
    with pytest.raises(ToldError) as asked:
        compare.panel(path)
    assert asked.value.directions == {name: proposed}


def test_a_head_may_have_a_column_called_none(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("code_7,name,total,none\n2103005,A,617,22\n2103010,B,444,10\n")
    found = compare.panel(path, direction="neutral", year=2012)
    assert found.observations["indicator"].unique().tolist() == ["total", "none"]


def test_values_may_stand_in_the_first_column(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("gdp,year,code,name\n150,1998,E06000001,A\n176,1998,E06000002,B\n")
    found = compare.panel(path, direction="higher").observations
    assert found[["region", "value"]].to_numpy().tolist() == [
        ["E06000001", 150.0], ["E06000002", 176.0]
    ]  # fmt: skip


def test_codes_of_indicators_are_no_regions(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("indicator_code,year,value\nSE.PRM.ENRR,2001,62.6\nSE.SEC.ENRR,2001,24.7\n")
    with pytest.raises((ToldError, FrameError), match="region: no column"):
        compare.panel(path, direction="higher")


@pytest.mark.parametrize(
    "text",
    [
        "region,year,indicator,value\nA,2019,Graduation rate,90\nA,2020,graduation rate ,91\n"
        "B,2019,Graduation  Rate,80\n",
        "region,Graduation rate 2019,graduation  rate 2020\nA,90,91\nB,80,\n",
    ],
)
def test_names_that_differ_in_case_or_blanks_are_one_indicator(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    mine = compare.panel(path, direction={"graduation rate": "higher"})
    assert mine.observations["indicator"].unique().tolist() == ["Graduation rate"]
    assert sorted(mine.observations["value"]) == [80.0, 90.0, 91.0]


@pytest.mark.parametrize(
    "text",
    [
        "region,year,indicator,value\nA,2019,Graduation rate,90\nA,2019,graduation rate,91\n",
        "region,Graduation rate 2019,graduation rate 2019\nA,90,91\n",
    ],
)
def test_two_values_under_names_of_other_case_are_told(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameError, match="'Graduation rate' and 'graduation rate' are one"):
        compare.panel(path, direction="higher")


@pytest.mark.parametrize("name", ["Suicide rate", "Exchange rate", "自杀率", "Incidence rate"])
def test_a_rate_of_something_else_than_a_hundred_is_no_per_cent(tmp_path, name):
    path = tmp_path / "a.csv"
    path.write_text(f"地区,年份,{name}\n甲县,2020,5.5\n乙县,2020,6.5\n", encoding="utf-8")
    found = compare.panel(path, direction={name: "lower"}).observations
    assert set(found["unit"]) == {""}


def test_a_year_of_fractions_beside_years_of_per_cents_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    rows = "甲县,2019,94.1\n乙县,2019,93.3\n甲县,2020,0.942\n乙县,2020,0.931\n"
    path.write_text(f"地区,年份,出勤率（%）\n{rows}", encoding="utf-8")
    how = {"direction": {"出勤率": "higher"}}
    with pytest.raises(UnknownValueError, match=r"in 2020 is more than 0\.942, and in 2019"):
        compare.panel(path, **how)
    assert len(compare.panel(path, **how, unit={"出勤率": "%"}).observations) == 4
    small = rows.replace("94.1", "4.1").replace("93.3", "3.3")
    path.write_text(f"地区,年份,出勤率（%）\n{small}", encoding="utf-8")
    assert len(compare.panel(path, **how).observations) == 4


def test_the_number_of_a_table_is_no_part_of_its_name(tmp_path):
    path = tmp_path / "a.csv"
    text = "表3 各县义务教育巩固率（%）\n地区,2019,2020\n甲县,94.1,95\n乙县,93.3,96\n丙县,90,91\n"
    path.write_text(text, encoding="utf-8")
    found = compare.panel(path, direction="higher").observations
    assert found["indicator"].unique().tolist() == ["各县义务教育巩固率"]


def test_fractions_below_a_head_of_per_cent_are_asked_about(tmp_path):
    path = tmp_path / "t.csv"
    text = "县,Year,Graduation rate (%)\n甲县,2019,0.94\n乙县,2019,0.93\n甲县,2020,0.95\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnknownValueError, match=r"more than 0\.95.* write 95 for 0\.95"):
        compare.panel(path, direction="higher")
    said = compare.panel(path, direction="higher", unit={"Graduation rate": "%"})
    assert said.observations["value"].max() == 0.95
    path.write_text(text.replace("Graduation", "Dropout"), encoding="utf-8")  # may be as low
    assert compare.panel(path, direction="lower").observations["value"].max() == 0.95


@pytest.mark.parametrize("name", ["Crude Rate", "Age Adjusted Rate", "Death rate", "粗离婚率",
                                  "Income quintile share ratio"])  # fmt: skip
def test_what_is_of_no_hundred_has_no_sign_of_per_cent(name):
    rows = {"region": ["A", "B"], "year": 2020, name: [1.1, 12.4]}
    found = compare.panel(pd.DataFrame(rows), direction="lower").observations
    assert found["unit"].unique().tolist() == [""]


@pytest.mark.parametrize(
    ("name", "proposed"),
    [("Life expectancy at birth, total", None), ("Average total years of schooling", None),
     ("Fertility rate, total", None), ("Pupils, total", "neutral")],
)  # fmt: skip
def test_a_mean_is_no_count(name, proposed):
    rows = {"region": ["A", "B"], "year": 2020, name: [70.5, 80.1]}
    with pytest.raises(ToldError) as asked:
        compare.panel(pd.DataFrame(rows))
    assert asked.value.directions == {name: proposed}


def test_a_unit_that_only_a_name_suggests_is_said(tmp_path):
    rows = {"region": ["A", "B"], "rate 2020": [51, 52], "容积率2020": [2.5, 3.5],
            "pass rate (%) 2020": [80, 90], "share 2020": [30, 40]}  # fmt: skip
    frame = pd.DataFrame(rows)
    told = compare.panel(frame, direction="higher").summary.to_numpy().tolist()
    assert ["units", "per cent from the name (rate, 容积率)", 2] in told
    with pytest.raises(ToldError, match=r"unit % from the name: rate, 容积率 \(unit="):
        compare.panel(frame)
    mine = compare.panel(frame, direction="higher", unit={"rate": "‰", "容积率": ""})
    assert "units" not in set(mine.summary["of"])
    units = mine.evidence.indicators.set_index("indicator")["unit"].to_dict()
    assert units == {"rate": "‰", "容积率": "", "pass rate": "%", "share": "%"}


def test_the_label_of_a_variable_gives_unit_name_and_direction(tmp_path):
    frame = pd.DataFrame({"region": ["A", "B"], "year": [2020, 2020], "lit": [90.0, 91.0],
                          "n": [3, 4], "m": [1, 2]})  # fmt: skip
    labels = {"lit": "Literacy rate (%)", "n": "(mean) n", "m": "Teachers"}
    frame.to_stata(tmp_path / "a.dta", write_index=False, variable_labels=labels)
    with pytest.raises(ToldError) as asked:
        compare.panel(tmp_path / "a.dta")
    assert asked.value.directions == {"lit": "higher", "n": None, "m": None}
    found = compare.panel(tmp_path / "a.dta", direction="higher", labels={"m": "Masters"})
    known = found.evidence.indicators.set_index("indicator")
    assert known["name_en"].to_dict() == {"lit": "Literacy rate", "n": "n", "m": "Masters"}
    assert known["unit"].to_dict() == {"lit": "%", "n": "", "m": ""}


def test_the_label_of_a_column_of_values_is_no_name_of_what_other_columns_say(tmp_path):
    frame = pd.DataFrame({"region": ["A", "B"], "year": [2020, 2020], "indicator": ["x", "x"],
                          "value": [90.0, 91.0]})  # fmt: skip
    frame.to_stata(tmp_path / "a.dta", write_index=False, variable_labels={"value": "Value (%)"})
    known = compare.panel(tmp_path / "a.dta", direction="higher").evidence.indicators
    assert known[["name_en", "unit"]].to_numpy().tolist() == [["x", "%"]]


@pytest.mark.parametrize(
    ("values", "unit"), [((1.02, 0.95), ""), ((102, 95), "%"), ((1.02, 95), "%")]
)
def test_a_gross_rate_that_is_a_ratio_is_no_percentage(values, unit):
    frame = pd.DataFrame({"地区": ["甲", "乙"], "年份": 2020, "毛入学率": values})
    found = compare.panel(frame, direction="higher")
    assert found.evidence.indicators["unit"].tolist() == [unit]


@pytest.mark.parametrize("sign", ["$", "€", "£", "USD", "EUR"])
def test_money_in_a_head_is_its_unit_and_no_per_cent(sign):
    frame = pd.DataFrame({"region": ["A", "B"], f"Share of costs ({sign})": [5.5, 6.5]})
    found = compare.panel(frame, direction="lower", year=2020).evidence.indicators
    assert found[["indicator", "unit"]].to_numpy().tolist() == [["Share of costs", sign]]
