import pytest

from compare.errors import DataError, Problem, listed, unknown

ROW = Problem("d/figures.csv", 7, "lo", "'x' is not valid", "a number", "correct it")
FILE = Problem("d/source.yml", 0, "", "the file is missing", "a mapping", "create it")


def test_a_problem_names_file_row_column_value_what_is_allowed_and_what_to_do():
    assert str(ROW) == "d/figures.csv:7: lo: 'x' is not valid; allowed: a number; do: correct it"
    assert str(FILE) == "d/source.yml: the file is missing; allowed: a mapping; do: create it"


def test_a_data_error_carries_and_prints_every_problem_in_order():
    error = DataError([FILE, ROW])
    assert error.problems == [ROW, FILE]
    assert str(error).splitlines() == ["2 problems:", str(ROW), str(FILE)]
    assert str(DataError([ROW])).startswith("1 problem:\n")


def test_an_unknown_value_is_answered_with_the_nearest_spelling_and_all_known_ones():
    message = str(unknown("region", "lutin", ["shuoling", "luting"]))
    assert message == (
        "region='lutin' does not exist. Did you mean 'luting'? Known values: luting, shuoling."
    )
    assert "Did you mean" not in str(unknown("region", "zzz", ["luting"]))


@pytest.mark.parametrize(
    "value", ["a/009 ", "A/009", "ａ/００９", "a/ 009", "a-009", "a/009\u200b", "a009"]
)
def test_what_differs_only_in_blanks_case_or_width_is_suggested_first(value):
    known = [f"a/{number:03}" for number in range(100)]
    assert "Did you mean 'a/009'?" in str(unknown("figure", value, known))


def test_of_many_known_values_the_nearest_are_listed_and_all_counted():
    known = [f"region-{number:02}" for number in range(60)]
    message = str(unknown("region", "region-7", known))
    assert "Known values: 60, the nearest are region-" in message
    assert message.count("region-") <= 7
    assert str(unknown("region", "?!", known)).endswith(
        "Known values: 60, the first are region-00, region-01, region-02, region-03, region-04."
    )


@pytest.mark.parametrize(
    ("value", "nearest"),
    [("巩固率", "九年义务教育巩固率"), ("县域学前三年毛入园率", "学前三年毛入园率")],
)
def test_what_is_part_of_a_name_is_near_it(value, nearest):
    known = [nearest, "高中阶段毛入学率", *(f"region-{number:02}" for number in range(60))]
    assert f"Did you mean '{nearest}'?" in str(unknown("indicator", value, known))


def test_where_nothing_is_known_the_message_says_so():
    assert str(unknown("document", "x", [])).endswith("Known values: none yet.")


def test_problems_of_one_kind_are_summed_up():
    file = "d/figures.csv"
    many = [
        Problem(file, row, "lo", f"'x{row}' is no number", "a number", "correct it")
        for row in range(2, 762)
    ]
    error = DataError([*many, Problem("d/source.yml", 0, "url", "'u' is no link", "a link", "go")])
    assert len(error.problems) == 761
    lines = str(error).splitlines()
    assert lines[0] == "761 problems:"
    assert lines[1:6] == [str(problem) for problem in many[:5]]
    assert lines[6] == (
        "d/figures.csv: lo: and 755 more of the kind, in rows 7, 8, 9, 10, 11 and 750 more"
    )
    assert lines[7:] == [str(error.problems[-1])]


def test_a_kind_is_summed_up_over_the_files_of_one_name():
    many = [
        Problem(f"d{number}/figures.csv", 2, "lo", "'x' is wrong", "a number", "correct it")
        for number in range(10, 40)
    ]
    *_, last = str(DataError(many)).splitlines()
    assert last == (
        "d15/figures.csv: lo: and 25 more of the kind, in d15/figures.csv, d16/figures.csv, "
        "d17/figures.csv, d18/figures.csv, d19/figures.csv and 20 more"
    )


def test_a_list_one_longer_than_what_is_shown_is_shown_whole():
    assert listed(list("abcdef")) == "a, b, c, d, e, f"
    assert listed(list("abcdefg")) == "a, b, c, d, e and 2 more"
