"""Coverage: two regions, one year, one kind."""

import pandas as pd

from compare.finding.coverage import comparable, coverage_finding


def covered(*rows):
    columns = ("region", "indicator", "kind", "status", "comparable_years")
    return pd.DataFrame(list(rows), columns=columns).assign(theme_zh=None, theme_en=None)


ROWS = covered(
    ("a", "share", "actual", "observed", "2020 2021"),
    ("b", "share", "actual", "observed", "2021"),
    ("a", "ratio", "actual", "observed", "2020"),
    ("b", "ratio", "actual", "observed", "2021"),
    ("a", "count", "target", "observed", "2025"),
    ("b", "count", "target", "only-proxy", "2025"),
    ("a", "year", "target", "not-in-text", None),
)


def test_two_regions_must_state_one_year():
    assert comparable(ROWS, "actual") == 1
    assert comparable(ROWS, "target") == 0
    assert comparable(ROWS.assign(comparable_years=None), "actual") == 0


def test_a_theme_is_named_where_there_is_one_only():
    said = "4项指标中，至少两地有同年可比数值的：现状1项，目标0项"
    assert coverage_finding(ROWS, "zh") == said
    assert coverage_finding(ROWS.assign(theme_zh="均衡"), "zh") == f"均衡：{said}"
    assert coverage_finding(ROWS, "en").startswith("Of 4 indicators, actuals of 1 and")
