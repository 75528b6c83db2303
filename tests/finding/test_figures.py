"""Heading of a figure: what it states, and what follows."""

import pytest

import compare
from compare import finding
from compare.finding.lead import LONGEST


def said_of(figure, evidence, lang):
    trace = compare.trace(figure)
    names = [seen["indicator"] for seen in trace.observations]
    observed = compare.observations()
    observed = observed[observed["indicator"].isin(names)]
    return finding.of_figure(trace, observed, evidence=evidence, lang=lang)


def test_a_figure_opens_with_what_follows_from_it(evidence):
    said = said_of("fushun-14fyp/002", evidence, "zh")
    assert said.text.startswith("抚顺2020年现状：") and "90.6%" in said.text
    assert "低4.6个百分点" in said.lead


@pytest.mark.parametrize(
    ("figure", "words"),
    [("fushun-14fyp/005", "belongs to no shared indicator"),
     ("fushun-14fyp/008", "a related indicator only")],
)  # fmt: skip
def test_a_figure_of_no_or_of_a_related_indicator_says_so(evidence, figure, words):
    said = said_of(figure, evidence, "en")
    assert words in said.lead and len(said.lead.split()) <= LONGEST["en"]
