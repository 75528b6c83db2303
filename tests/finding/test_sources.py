"""Headlines of the evidence itself, and of a scan."""

import pandas as pd
import pytest
from stating import nobodys_rows

from compare import finding
from compare.sources.journeys import Verification

FIGURES = pd.DataFrame({"figure": ["d/1"]})


NOT_AT_HAND = "The text of 1 document is not at hand; 2 quotes are not verified."


@pytest.mark.parametrize(
    ("verified", "text", "said"),
    [
        ([], "quotes were not checked against the source texts", ""),
        ([Verification("d", 1, 1, [])],
         "1 quote agrees with the source text, character by character", ""),
        ([Verification("d", 3, 2, [])], "1 of 3 quotes were not found in the source text", ""),
        ([Verification("d", 2, None, [])], "quotes were not checked against the source texts",
         NOT_AT_HAND),
        ([Verification("d", 2, None, []), Verification("e", 3, 3, [])],
         "3 quotes agree with the source text, character by character", NOT_AT_HAND),
    ],
)  # fmt: skip
def test_quotes_are_counted_where_there_are_some(verified, text, said):
    rows = nobodys_rows()
    made = finding.of_evidence(FIGURES, rows, [], verified, rows.head(0), lang="en")
    assert made.text == f"Data check: {text}"
    assert made.lead.startswith("There is 1 figure, with 5 values of shared indicators. ")
    assert made.lead.endswith(said) and "found no problem" in made.lead


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_found_of_texts_that_are_not_at_hand(lang):
    rows = nobodys_rows()
    verified = [Verification("d", 300, None, []), Verification("e", 329, None, [])]
    said = finding.of_evidence(FIGURES, rows, [], verified, rows.head(0), lang=lang)
    assert "629" not in said.text and "629" in said.lead
    assert "0/" not in said.text and "0 of" not in said.text


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "1 group of values disagrees; it is listed."),
     (2, "2 groups of values disagree; all are listed.")],
)  # fmt: skip
def test_groups_that_disagree_are_counted(n, said):
    rows = nobodys_rows()
    assert finding.of_evidence(FIGURES, rows, [], [], rows.head(n), lang="en").lead.endswith(said)


def test_a_scan_says_what_is_sure():
    rows = pd.DataFrame({"doubt": [0.1], "indicator": ["share"]})
    said = finding.of_scan(rows, title=None, lang="en")
    assert said.text == (
        "《?》: 1 quantitative statement found, 1 with little doubt, "
        "1 that may belong to a shared indicator"
    )
