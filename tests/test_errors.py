from compare.errors import DataError, Problem, unknown

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
