"""Headlines of the evidence itself, and of a scan."""

import pandas as pd
import pytest
from stating import nobodys_rows

from compare import finding
from compare.sources.journeys import Verification

FIGURES = pd.DataFrame({"figure": ["d/1"]})


@pytest.mark.parametrize(
    ("verified", "text", "points"),
    [
        ([], "1 figure, 5 aligned; the checks find 0 problems", ()),
        ([Verification("d", 1, 1, [])],
         "1 figure, 5 aligned; 1 of 1 quote is verbatim in the texts; the checks find 0 problems",
         ()),
        ([Verification("d", 2, None, [])],
         "1 figure, 5 aligned; the texts are not at hand, so no quote was verified; "
         "the checks find 0 problems",
         ("The text of 1 document is not at hand; 2 quotes are not verified.",)),
        ([Verification("d", 2, None, []), Verification("e", 3, 2, [])],
         "1 figure, 5 aligned; 2 of 3 quotes are verbatim in the texts; the checks find 0 problems",
         ("The text of 1 document is not at hand; 2 quotes are not verified.",)),
    ],
)  # fmt: skip
def test_quotes_are_counted_where_there_are_some(verified, text, points):
    rows = nobodys_rows()
    said = finding.of_evidence(FIGURES, rows, [], verified, rows.head(0), lang="en")
    assert (said.text, said.points) == (text, points)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_found_of_texts_that_are_not_at_hand(lang):
    rows = nobodys_rows()
    verified = [Verification("d", 300, None, []), Verification("e", 329, None, [])]
    said = finding.of_evidence(FIGURES, rows, [], verified, rows.head(0), lang=lang)
    assert "629" not in said.text
    assert "0/" not in said.text and "0 of" not in said.text
    assert "629" in said.points[0]


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "1 group of values disagrees; it is listed."),
     (2, "2 groups of values disagree; all are listed.")],
)  # fmt: skip
def test_groups_that_disagree_are_counted(n, said):
    rows = nobodys_rows()
    points = finding.of_evidence(FIGURES, rows, [], [], rows.head(n), lang="en").points
    assert points == (said,)


def test_a_scan_says_what_is_sure():
    rows = pd.DataFrame({"doubt": [0.1], "indicator": ["share"]})
    said = finding.of_scan(rows, title=None, lang="en")
    assert said.text == (
        "《?》: 1 quantitative statement found, 1 with little doubt, "
        "1 that may belong to a shared indicator"
    )
