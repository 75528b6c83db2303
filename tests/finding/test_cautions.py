"""Cautions follow from the reasons in the rows, in the order of the table of reasons."""

import pandas as pd
import pytest
from stating import LANGS

import compare
from compare import finding
from compare.reasons import reasons


@pytest.mark.parametrize("lang", LANGS)
def test_cautions_follow_from_the_reasons_in_the_rows(evidence, lang):
    rows = compare.align(compare.observations(indicator="balance_junior"), evidence=evidence)
    said = finding.cautions(rows, compare.rankings(rows), lang=lang).points
    assert any(("对各县" if lang == "zh" else "each county") in line for line in said)
    assert len(set(said)) == len(said)
    nothing = finding.cautions(rows.head(0), lang=lang).points
    assert len(nothing) == 1 and nothing[0] not in said


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_that_has_a_sentence_is_said_in_the_order_of_the_table(lang):
    rows = pd.DataFrame({"reasons": [None, *reversed(reasons())], "verdict": "ahead"})
    said = finding.cautions(rows, lang=lang).points
    assert said == tuple(
        reason.sentence[lang] for reason in reasons().values() if reason.sentence[lang]
    )


def test_they_are_said_in_chinese_unless_asked_otherwise():
    rows = pd.DataFrame({"reasons": ["part-and-whole"]})
    assert finding.cautions(rows).points == finding.cautions(rows, lang="zh").points
