"""A total is known by a cell that says nothing else."""

import pytest

from compare.ledger.totals import is_total


@pytest.mark.parametrize(
    "cell",
    [
        *("合计", "总计", "小计", "平均", "全县", "全市", "全区", "全县合计", "小学小计", "合计："),
        *("Total", "Sum", "Average", "TOTAL", "Grand total", "Ｔｏｔａｌ"),
        *("Gesamt", "Tổng số", "Razem", "Итого", "Total général", "総数"),
        *("合 计", " 合\u3000计\u200b", "(合计)", "全县 平均"),
    ],
)
def test_words_for_totals(cell):
    assert is_total(cell)


@pytest.mark.parametrize(
    "cell", ["合计小学", "全县中心小学", "总计路小学", "Summit School", "Totalview", "", "12", "全"]
)
def test_names_of_schools_are_none(cell):
    assert not is_total(cell)


def test_a_whole_area_is_a_total_only_in_the_place_of_a_name():
    assert is_total("全县") and not is_total("全县", name=False)
    assert is_total("合计", name=False)
