"""Keys of charts are names of files, whatever tables call their regions and indicators."""

import pytest

import compare
from compare.charts.files.save import save_chart
from compare.charts.keys import LONGEST, file_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("profile-a..b", "profile-a-.b.zh"),
        ("gaps-High school (all), % only-2020", "gaps-High-school-all-only-2020.zh"),
        ("../../etc/passwd", "etc-passwd.zh"),
        ("（%）", "chart.zh"),
    ],
)
def test_what_names_no_file_is_left_out(name, key):
    assert file_key(name, "zh") == key


def test_a_long_name_is_cut_and_still_told_from_others():
    keys = {file_key("composite-" + "象山县" * 200 + end, "zh") for end in ("甲", "乙")}
    assert len(keys) == 2
    assert max(len(key.encode()) for key in keys) <= LONGEST + len(".zh")


def test_a_chart_of_a_table_of_ones_own_is_saved(tmp_path):
    table = tmp_path / "a.csv"
    table.write_text("地区,毛入园率（%）\n甲/一县,95\n乙县,96\n", encoding="utf-8")
    mine = compare.panel(table, direction="higher", year=2020)
    ranked = compare.rankings(compare.align(mine.observations, year=2020, kind="actual"))
    chart = compare.charts.ranking(ranked, evidence=mine.evidence)
    saved = save_chart(chart, tmp_path, ["csv"])
    assert chart.save(tmp_path / "图" / "名次.PNG").read_bytes()[1:4] == b"PNG"
    assert chart.save(tmp_path / "名次.svg").read_text(encoding="utf-8").startswith("<?xml")
    with pytest.raises(compare.CompareError, match=r"allowed: an ending of \.png, \.svg, \.pdf"):
        chart.save(tmp_path / "名次.jpg")
    assert repr(chart) == f"<chart {chart.key}: {chart.words.title}>"
    assert saved["csv"].name == "ranking-毛入园率-2020-actual.zh.csv"
