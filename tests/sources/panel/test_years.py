"""Years of own tables: that of a column, that of a head, and that which was told."""

import pandas as pd
import pytest

import compare
from compare.errors import DataError, FrameError, UnknownValueError
from compare.sources.panel.told import ToldError

CITED = "Score (Roe and Poe, 2018)"


def years_of(frame, **told):
    """Return the year of each value of a table, by indicator."""
    found = compare.panel(pd.DataFrame(frame), direction="higher", **told).observations
    return {name: rows["year"].tolist() for name, rows in found.groupby("indicator")}


def of_years(*years):
    return {"region": ["A"] * len(years), "year": years, CITED: range(len(years))}


def test_of_rows_of_several_years_the_head_names_a_source():
    assert years_of(of_years(2000, 2005)) == {CITED: [2000, 2005]}


def test_years_beside_each_other_count_whatever_a_column_says():
    rows = {"region": ["A", "A"], "sex": ["b", "g"], "year": [2021, 2022]}
    wide = rows | {"rate 2019": [1, 2], "rate 2020": [3, 4]}
    assert years_of(wide, where={"sex": "b"}) == {"rate": [2019, 2020]}


def test_of_a_row_for_each_region_it_is_asked_which_year_counts():
    rows = {"region": ["A", "B"], "year": [2015, 2015], CITED: [1, 2]}
    with pytest.raises(ToldError, match=r"may be of 2018, or from a source.*says 2015") as asked:
        years_of(rows)
    assert asked.value.asked == {"year": ""}
    assert years_of(rows, year="year") == {CITED: [2015, 2015]}
    assert years_of(rows, year=2018) == {"Score (Roe and Poe)": [2018, 2018]}
    assert years_of(rows, year=2016) == {"Score (Roe and Poe)": [2016, 2016]}
    with pytest.raises(ToldError, match=r"do: year=2018, or the year that is meant"):
        years_of(rows | {"year": [1, 1]})
    assert years_of(rows | {"year": [2018, 2018]}) == {"Score (Roe and Poe)": [2018, 2018]}


def test_a_head_that_ends_in_its_year_is_of_it():
    rows = {"region": ["A", "B"], "year": [2015, 2016], "rate": [1, 2], "pupils 2018": [3, 4]}
    assert years_of(rows) == {"rate": [2015, 2016], "pupils": [2018, 2018]}


def test_a_year_that_was_told_is_not_passed_over():
    rows = {"region": ["A", "B"], "year": [2015, 2015], "rate": [1, 2]}
    with pytest.raises(UnknownValueError, match=r"year=2020: 'year' says 2015; do: leave year="):
        years_of(rows, year=2020)
    assert years_of(rows, year=2015) == {"rate": [2015, 2015]}
    assert years_of(rows | {"year": [1, 1]}, year=2020) == {"rate": [2020, 2020]}


def test_a_year_within_many_heads_that_else_are_alike_is_that_of_their_values():
    rows = {"name": ["A", "B"], "IDX_2019_late": [1, 2], "IDX_2021_late": [3, 4],
            "IDX_2023_late": [5, 6], "pupils 2020 (census round)": [7, 8]}  # fmt: skip
    found = years_of(rows, indicators=["IDX late"])
    assert found == {"IDX late": [2019, 2019, 2021, 2021, 2023, 2023]}


def test_of_two_heads_it_may_be_that_of_a_base():
    rows = {"name": ["A"], "GDP in 2010 prices (PPP)": [1], "GDP in 2015 prices (PPP)": [3]}
    with pytest.raises(ToldError, match="nothing says for sure of which year"):
        years_of(rows)


def test_beside_a_column_of_years_a_year_within_a_head_is_a_part_of_its_name():
    heads = [f"GDP in {year} prices (PPP)" for year in (2010, 2015, 2020)]
    found = years_of({"name": ["A"], "year": [2021]} | {head: [1] for head in heads})
    assert found == {head: [2021] for head in heads}


def test_the_column_that_holds_years_is_proposed():
    rows = {"name": ["A", "A"], "cohort": [2005, 2006], "rate": [1, 2]}
    with pytest.raises(ToldError, match="or year='cohort'") as asked:
        years_of(rows)
    assert asked.value.asked == {"year": "cohort"}
    assert years_of(rows, year="cohort") == {"rate": [2005, 2006]}


def test_a_year_that_cannot_be_read_is_said_once():
    rows = {"name": ["A", "B"], "year": ["then", "2020"], "boys": [1, 2], "girls": [3, 4]}
    with pytest.raises(DataError, match=r"^1 problem"):
        years_of(rows)


@pytest.mark.parametrize("text", ["WS 2019/20", "Schuljahr 2019/20", "Curso 2019-20"])
def test_school_years_are_read_in_other_languages(text):
    assert years_of({"name": ["A"], "year": [text], "rate": [1]}) == {"rate": [2020]}


@pytest.mark.parametrize(
    "frame",
    [
        {"region": ["A", "B"], "year": ["2016/17", "2009-2013"], "rate": [1, 2]},
        {"region": ["A"], "rate 2016/17": [1], "rate 2009-2013": [2]},
    ],
)
def test_periods_are_told_to_be_named_by_their_last_year(frame):
    mine = compare.panel(pd.DataFrame(frame), direction="higher", wholes=[])
    assert sorted(mine.observations["year"]) == [2013, 2017]
    told = ["years", "named by the last year of a period (2009–2013, 2016–2017)", 2]
    assert told in mine.summary.to_numpy().tolist()
    for lang, words in (("zh", "时段以最后一年计"), ("en", "named by the last year")):
        table = compare.tables.accounts_table(mine.summary, lang=lang).plain()
        assert table.to_string().count(words) == 1


def test_years_are_told_to_be_of_no_period():
    frame = {"region": ["A", "B"], "year": [2016, 2017], "rate": [1, 2]}
    mine = compare.panel(pd.DataFrame(frame), direction="higher", wholes=[])
    assert "years" not in mine.summary["of"].tolist()


@pytest.mark.parametrize("as_date", [str, pd.Timestamp])
def test_a_year_that_a_spreadsheet_shows_as_a_date_is_refused(as_date):
    frame = {"region": ["A", "B"], "year": [as_date("1905-07-12")] * 2, "rate": [1, 2]}
    with pytest.raises(DataError, match=r"year: '1905-07-12.*' cannot be read.*do: write 2020"):
        years_of(frame)
    with pytest.raises(UnknownValueError, match="call the column 2020"):
        years_of({"region": ["A"], "rate 1905-07-12": [1]})
    frame["year"] = [as_date("1906-07-12")] * 2
    assert years_of(frame) == {"rate": [1906, 1906]}


def test_dates_within_a_year_are_said_to_tell_rows_apart():
    frame = {"region": ["A", "A", "B", "B"], "time": ["2020-01-01", "2020-04-01"] * 2,
             "rate": [1, 2, 3, 4]}  # fmt: skip
    with pytest.raises(
        FrameError, match=r"they differ in time within a year.*where={'time': "
    ) as no:
        years_of(frame)
    assert "nothing but numbers" not in str(no.value)
    assert years_of(frame, where={"time": "2020-04-01"}) == {"rate": [2020, 2020]}


def test_a_column_of_years_that_would_be_passed_over_is_asked_about():
    rows = {"region": ["A", "B"], "year": [2018, 2018], "rate 2020": [1, 2]}
    with pytest.raises(ToldError, match=r"'rate 2020' may be of 2020.*'year' says 2018"):
        years_of(rows)
    assert years_of(rows, year=2020) == {"rate": [2020, 2020]}
    assert years_of(rows, year="year") == {"rate 2020": [2018, 2018]}
    assert years_of(rows | {"year": [2020, 2020]}) == {"rate": [2020, 2020]}


def test_a_year_that_contradicts_the_only_head_is_refused():
    rows = {"region": ["A", "B"], "rate 2020": [1, 2]}
    with pytest.raises(UnknownValueError, match="year=2019: 'rate 2020' says 2020; do: leave"):
        years_of(rows, year=2019)
    assert years_of(rows, year=2020) == {"rate": [2020, 2020]}


def titled(tmp_path, title, name="a.csv"):
    path = tmp_path / name
    path.write_text(f"{title}\n地区,在校生\n甲,1\n乙,3\n".lstrip(), encoding="utf-8")
    return compare.panel(path, direction="higher")


@pytest.mark.parametrize(("title", "name"), [("2021年在校生", "a.csv"), ("", "pupils 2021.csv")])
def test_where_a_year_was_taken_from_is_told(tmp_path, title, name):
    found = titled(tmp_path, title, name)
    assert set(found.observations["year"]) == {2021}
    said = found.summary.set_index("of").loc["years", "what"]
    assert said == f"taken from the title or a name ({title or 'pupils 2021'})"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("中国统计年鉴2021", "a.csv"), ("Statistical Yearbook 2021", "a.csv"),
        ("Pupils (published March 2024)", "a.csv"), ("", "yearbook2021_t5.csv"),
        ("", "data_2019_v2.csv"),
    ],
)  # fmt: skip
def test_the_year_of_a_publication_is_none_of_its_values(tmp_path, title, name):
    with pytest.raises(ToldError, match="year: nothing says for sure"):
        titled(tmp_path, title, name)
