"""Totals, means and whole countries by the words of many languages."""

import pytest

from compare.sources.panel.summaries import is_summary


@pytest.mark.parametrize(
    "name",
    ["Promedio nacional", "CẢ NƯỚC", "Cả nước", "Moyenne", "Moyenne OCDE (38 pays)", "Ensemble",
     "Gesamt", "Insgesamt", "Deutschland insgesamt", "Total nacional", "Nacional", "Tổng số",
     "Both", "National", "OECD-Durchschnitt", "Total (Italia)", "Nederland totaal", "Ogółem",
     "Итого", "В среднем", "Media nazionale", "Total Perú", "Média do Brasil"],
)  # fmt: skip
def test_words_of_totals_means_and_nations_are_no_regions(name):
    assert is_summary(name)


@pytest.mark.parametrize(
    "name",
    ["Lima", "Ensemble School", "National City", "Media Park", "Nationalpark", "", "Totalán",
     "Bundoran", "La Media Luna", "Both Hill", "de la"],
)  # fmt: skip
def test_a_region_that_is_called_nearly_so_is_one(name):
    assert not is_summary(name)
