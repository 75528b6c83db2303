"""Estimates, marks, years, wholes and writings of own tables, as people have them."""

import pandas as pd
import pytest

import compare
from compare.errors import FrameError, UnknownValueError
from compare.sources.panel.told import ToldError, UnreadError


def panel_of(tmp_path, text, name="a.csv", **told):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return compare.panel(path, **{"direction": "higher"} | told)


def ends(made):
    return made.observations[["comparator", "value", "lo", "hi"]].to_numpy().tolist()


LIMITS = [["estimate", 91.0, 90.0, 92.5], ["estimate", 93.0, 92.0, 94.5]]


@pytest.mark.parametrize("told", [{}, {"indicators": ["Rate"]}])
def test_limits_that_are_told_of_a_wide_table_are_its_limits(tmp_path, told):
    text = "Area,Year,Rate (%),P,Q\nA,2020,91,90,92.5\nB,2020,93,92,94.5\n"
    made = panel_of(tmp_path, text, lower="P", upper="Q", **told)
    assert ends(made) == LIMITS and made.observations["indicator"].unique().tolist() == ["Rate"]


def test_limits_of_nobody_knows_which_of_two_columns_are_refused(tmp_path):
    text = "Area,Year,Rate (%),Other,P,Q\nA,2020,91,5,90,92\n"
    with pytest.raises(UnknownValueError, match=r"lower='P'.*which of the columns.*Rate.*Other"):
        panel_of(tmp_path, text, lower="P", upper="Q")
    made = panel_of(
        tmp_path, text, direction=None,
        indicators={"Rate": {"direction": "higher", "lower": "P", "upper": "Q"}},
    )  # fmt: skip
    assert ends(made) == [["estimate", 91.0, 90.0, 92.0]]


def test_one_limit_alone_is_refused(tmp_path):
    with pytest.raises(UnknownValueError, match="one limit alone"):
        panel_of(tmp_path, "Area,Year,Rate,P\nA,2020,91,90\n", lower="P")


@pytest.mark.parametrize(
    ("head", "cell"),
    [("S.E.", "2"), ("(s.e.)", "(2)"), ("Std. Error", "2"), ("Mean score (SE)", "(2)"),
     ("Standard error of Mean score", "2")],
)  # fmt: skip
def test_a_standard_error_is_known_by_its_usual_names(tmp_path, head, cell):
    made = panel_of(tmp_path, f"Country,Year,Mean score,{head}\nA,2020,491,{cell}\n")
    assert made.observations["comparator"].tolist() == ["estimate"]
    assert made.observations["hi"].item() == pytest.approx(491 + 1.959964 * 2)


@pytest.mark.parametrize(
    ("head", "cell"), [("Margin of error", "±2"), ("MOE", "2"), ("Score moe", "+/-2")]
)
def test_a_margin_of_error_is_half_the_width(tmp_path, head, cell):
    made = panel_of(tmp_path, f"County,Year,Score,{head}\nA,2020,91,{cell}\n")
    assert ends(made) == [["estimate", 91.0, 89.0, 93.0]]
    told = panel_of(tmp_path, f"County,Year,Score,Z\nA,2020,91,{cell}\n", margin="Z")
    assert ends(told) == ends(made)


@pytest.mark.parametrize("form", ["{} ({}-{})", "{} [{}, {}]", "{}% ({}% to {}%)", "{} ({}–{})"])
def test_limits_behind_an_estimate_in_its_own_cell_are_read(tmp_path, form):
    cells = [form.format(91, 90, 92.5), form.format(93, 92, 94.5)]
    made = panel_of(tmp_path, f'Area,Rate 2020\nA,"{cells[0]}"\nB,"{cells[1]}"\n')
    assert ends(made) == LIMITS


def test_a_margin_behind_an_estimate_is_read(tmp_path):
    assert ends(panel_of(tmp_path, "Area,Rate 2020\nA,91.5 ± 1.5\n")) == [
        ["estimate", 91.5, 90.0, 93.0]
    ]


def test_limits_the_wrong_way_round_are_refused(tmp_path):
    with pytest.raises(UnreadError, match=r"'91 \(92-90\)' cannot be read"):
        panel_of(tmp_path, "Area,Rate 2020\nA,91 (92-90)\nB,3\nC,4\n")


def test_american_bounds_are_bounds_and_what_is_private_is_withheld(tmp_path):
    made = panel_of(tmp_path, "School,Rate 2020 (%)\nA,GE95\nB,LT50\nC,80-84\nD,PS\n")
    assert made.observations["comparator"].tolist() == [">=", "<", "range"]
    assert made.missing["withheld"].tolist() == [True]


def test_dots_stand_between_thousands_where_another_column_has_decimal_commas(tmp_path):
    rows = "A;2020;1.234;2,5\nB;2020;945;3,5\n"
    made = panel_of(tmp_path, f"Region;Jahr;Schüler;Quote\n{rows}")
    assert made.observations["value"].tolist() == [1234.0, 945.0, 2.5, 3.5]
    with pytest.raises(ToldError, match=r"a\.csv:2: Schüler: '1\.234' may be a thousand"):
        panel_of(tmp_path, f"Region;Jahr;Schüler;Quote\n{rows.replace(',', '.')}")


def test_a_fraction_among_per_cents_is_refused_unless_the_head_says_per_cent(tmp_path):
    text = "Region,Year,Rate{}\nA,2020,91%\nB,2020,0.92\n"
    with pytest.raises(UnreadError, match=r"a\.csv:3: Rate: '0\.92' stands among cells"):
        panel_of(tmp_path, text.format(""))
    assert panel_of(tmp_path, text.format(" (%)")).observations["value"].tolist() == [91.0, 0.92]


@pytest.mark.parametrize(
    "head",
    ["People 2013-12-31", "People 31.12.2013", "People (Dec 2013)", "People (Dez 2013)",
     "People 31 December 2013", "2013年末People", "People, 2013*", "People 2013r", "People 2013 1)",
     "People 2013¹", "People 2013 (p)"],
)  # fmt: skip
def test_days_and_marks_behind_a_year_are_of_that_year(tmp_path, head):
    (row,) = panel_of(tmp_path, f'Area,"{head}"\nA,5\n', "of_2014.csv").observations.to_dict(
        "records"
    )
    assert (row["indicator"], row["year"], row["value"]) == ("People", 2013, 5.0)


def test_columns_may_be_called_by_letters_that_are_marks_elsewhere(tmp_path):
    made = panel_of(tmp_path, "Area,C,Z\nA,5,6\nB,c,z\n", year=2020)
    assert made.observations["indicator"].tolist() == ["C", "Z"]
    assert made.missing["withheld"].tolist() == [True, False]


@pytest.mark.parametrize("head", ["Marriages 2013", "Separated 2013", "Mayors 2013"])
def test_a_word_that_begins_like_a_month_is_none(tmp_path, head):
    made = panel_of(tmp_path, f"Area,{head}\nA,5\n")
    assert made.observations["indicator"].tolist() == [head.split()[0]]


def test_the_year_of_a_file_does_not_overrule_one_within_a_head(tmp_path):
    text = "Area,Income (2010) total\nA,5\n"
    with pytest.raises(ToldError, match="for sure"):
        panel_of(tmp_path, text, "profile_2014.csv")
    assert panel_of(tmp_path, text, "profile_2010.csv").observations["year"].tolist() == [2010]
    assert panel_of(tmp_path, text, year=2010).observations["year"].tolist() == [2010]


def test_marked_years_among_columns_are_not_dropped(tmp_path):
    made = panel_of(tmp_path, "Region,2019,2020 (p),2021e,2022*\nA,1,2,3,4\n", indicators=["Rate"])
    assert made.observations["year"].tolist() == [2019, 2020, 2021, 2022]


def test_a_label_of_a_group_below_the_head_hides_no_table(tmp_path):
    made = panel_of(tmp_path, "List\nRegion,Rate 2020\nNorth,\nA,91\nB,93\n")
    assert made.observations["region"].tolist() == ["A", "B"]


@pytest.mark.parametrize(
    ("names", "whole"),
    [(["Nepal", "Koshi", "Madhesh"], "Nepal"), (["Blekinge", "Skåne", "SVERIGE"], "SVERIGE"),
     (["Mazowieckie", "Polska", "Śląskie"], None), (["Georgia", "Ohio", "Texas"], None),
     (["Российская Федерация", "Омск", "Томск"], "Российская Федерация"),
     (["浙江省", "东部地区", "江苏省"], "东部地区"), (["东部地区", "西部地区"], None),
     (["Ada County", "Ida County", "Elk County"], None)],
)  # fmt: skip
def test_wholes_are_known_by_their_names_in_any_language(tmp_path, names, whole):
    text = "Region,Rate 2020\n" + "".join(f"{name},{n}\n" for n, name in enumerate(names, 1))
    if whole is None:
        assert panel_of(tmp_path, text).wholes.empty
        return
    with pytest.raises(ToldError) as error:
        panel_of(tmp_path, text)
    assert error.value.wholes == [whole]


SUMS = pd.DataFrame({"name": [*"ABCD", "Shire"], "People 2020": [10, 20, 30, 5, 65]})


def test_a_row_that_is_the_sum_of_all_others_is_asked_about():
    with pytest.raises(ToldError) as error:
        compare.panel(SUMS, direction="neutral")
    assert error.value.wholes == ["Shire"]
    assert len(compare.panel(SUMS, direction="neutral", wholes=[]).observations) == 5
    near = SUMS.assign(**{"People 2020": [10, 20, 30, 5, 66]})
    assert compare.panel(near, direction="neutral").wholes.empty


def test_few_numbers_may_add_up_by_chance():
    few = pd.DataFrame({"name": [*"ABC", "D"], "People 2020": [1, 2, 3, 6]})
    assert compare.panel(few, direction="neutral").wholes.empty
    twice = few.assign(**{"Pupils 2020": [4, 1, 2, 7]})
    with pytest.raises(ToldError, match="D looks like the whole"):
        compare.panel(twice, direction="neutral")


def test_codes_that_lost_the_zeros_before_them_tell_wholes_all_the_same(tmp_path):
    rows = ["1,Alabama", "1001,Autauga", "1003,Baldwin", "6,California", "6001,Alameda",
            "10,Delaware", "10001,Kent", "10003,Sussex"]  # fmt: skip
    text = "fips,name,Rate 2020\n" + "".join(f"{row},{n}\n" for n, row in enumerate(rows))
    with pytest.raises(ToldError) as error:
        panel_of(tmp_path, text)
    assert error.value.wholes == ["1", "6", "10"]


def test_ordinal_codes_that_end_in_zeros_by_chance_are_no_wholes(tmp_path):
    rows = "".join(f"{10000870 + 7 * n},S{n},{n}\n" for n in range(300))
    assert panel_of(tmp_path, f"code,name,Rate 2020\n{rows}").wholes.empty


def test_a_whole_is_found_by_the_name_that_is_shown(tmp_path):
    text = "Region,Rate 2020\nNorth  district,91\nB,93\nC,94\n"
    assert panel_of(tmp_path, text, wholes=["North district"]).wholes["value"].tolist() == [91.0]


def test_lines_of_signs_and_of_which_are_no_regions(tmp_path):
    text = "Region,Rate 2020\nA,91\nв том числе:,\n¾¾¾,\nB,93\n"
    made = panel_of(tmp_path, text)
    told = made.rows.astype({"what": str}).set_index("text")["what"]
    assert (told["в том числе:"], told["¾¾¾"]) == ("part", "note")
    assert made.missing.empty


def test_a_caption_in_brackets_is_a_remark_on_the_title(tmp_path):
    text = "Hospital beds\n(at the end of the year; beds)\nRegion,2019,2020\nA,1,2\n"
    assert panel_of(tmp_path, text).observations["indicator"].unique().tolist() == ["Hospital beds"]


def test_a_text_is_read_as_it_is_told_to_be_written(tmp_path):
    text = "Region,Rate 2020\nŽilina,91\n"
    made = panel_of(tmp_path, text.encode("iso8859-2"), encoding="iso8859-2")
    assert made.observations["region"].tolist() == ["Žilina"]
    with pytest.raises(UnknownValueError, match="none that Python knows"):
        panel_of(tmp_path, text, encoding="klingon")
    with pytest.raises(FrameError, match="is not written in ascii"):
        panel_of(tmp_path, text, encoding="ascii")


def test_a_russian_text_is_told_how_it_was_read(tmp_path):
    text = "Регион,Доля 2020\nМосква,91\nОмск,92\n".encode("cp1251")
    made = panel_of(tmp_path, text)
    assert made.observations["region"].tolist() == ["Москва", "Омск"]
    assert ["file", "read as Windows-1251", 1] in made.summary.to_numpy().tolist()
