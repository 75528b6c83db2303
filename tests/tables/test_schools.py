"""School tables: resources and units have names in both languages."""

import pytest

import compare
from compare import tables


@pytest.mark.parametrize(
    ("lang", "name"),
    [("zh", "生均教学仪器设备值：96.46%"), ("en", "teaching equipment: 96.46%")],
)
def test_resources_of_schools_have_names(lang, name):
    levels = compare.school_levels(compare.made_up_schools(), county="county")
    assert name in set(tables.school_levels_table(levels, lang=lang).plain().iloc[:, 4])


@pytest.mark.parametrize("rule", ["2012", "2017"])
def test_coefficients_are_written_without_names_of_columns(rule):
    rows = compare.balance_table(compare.made_up_schools(), rule=rule, county="county")
    english = tables.coefficients_table(rows, lang="en").plain()
    assert not english["Resource"].str.contains("_").any()
    chinese = tables.coefficients_table(rows, lang="zh").plain()
    assert not chinese["均值"].str.contains("student").any()
    assert chinese["均值"].str.endswith("平方米/生").any()
    assert english["Mean"].str.endswith(" m² per student").any()
