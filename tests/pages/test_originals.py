"""Originals: the figures behind charts."""

import compare
from compare.pages.originals import originals


def test_a_figure_of_a_period_has_its_first_and_last_year(project):
    found = originals(["fushun-14fyp/030", "fushun-14fyp/009", "no/001"], compare.evidence())
    period, year, unknown = found.values()
    assert (period["year"], year["year"], unknown) == ("2016–2020", "2020", None)
    assert year["aligned"][0]["value"] == ["42.7%", "42.7%"]
