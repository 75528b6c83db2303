"""Names as they stand within sentences."""

import pytest

from compare.finding.naming import apart_by, in_sentence


@pytest.mark.parametrize("name", ["T", "F Y25-64", "F", "Y25-64", "GDP per head", "B1 pupils", "A"])
def test_codes_and_acronyms_keep_their_case(name):
    assert in_sentence(name) == name


@pytest.mark.parametrize("name", ["Drop-out rate", "Pupils' score", "A share of pupils", "Poverty"])
def test_words_begin_with_a_small_letter(name):
    assert in_sentence(name) == name[0].lower() + name[1:]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"unit": "%", "comparator": "="}, {"comparator": "="}], "4.5 percentage points"),
        ([{"unit": "%", "comparator": "="}, {"comparator": "~"}], "about 4.5 percentage points"),
        ([{"unit": "人", "approximate": True}, {}], "about 4.5"),
    ],
)
def test_a_difference_from_about_is_about(rows, words):
    assert apart_by(4.5, rows, "en").startswith(words)
    assert apart_by(None, rows, "en") == ""
