"""What became of an own table's rows and cells, in the words of the reader."""

import pandas as pd
import pytest

import compare
from compare.sources.panel.flags import MEANT
from compare.sources.panel.made_up import TOLD
from compare.tables import accounts_table


@pytest.mark.parametrize(("lang", "wholes"), [("zh", "汇总地区的数值"), ("en", "values of wholes")])
def test_every_kind_of_row_and_cell_has_words_and_a_number(lang, wholes):
    mine = compare.panel(compare.made_up_panel(), **TOLD)
    lines = accounts_table(mine.summary, lang=lang).plain().to_numpy().tolist()
    assert len(lines) == len(mine.summary)
    assert any(
        what.startswith(wholes) and number.replace(",", "") == "1200" for _, what, number in lines
    )


def test_columns_that_are_not_read_are_named():
    summary = [{"of": "columns", "what": "not read (备注, 邮编)", "number": 2}]
    (line,) = accounts_table(pd.DataFrame(summary)).plain().to_numpy()
    assert line.tolist() == ["列", "未读取: 备注, 邮编", "2"]


@pytest.mark.parametrize(
    ("of", "what", "said"),
    [
        ("directions", "told otherwise than the name suggests (Rank: higher)",
         ["指标方向", "与名称提示的方向相反: Rank: higher", "1"]),
        ("file", "read as EUC-KR (cp949)", ["文件", "按 EUC-KR (cp949) 编码读取", "1"]),
        ("file", "read as GB18030", ["文件", "按 GB18030 编码读取", "1"]),
        ("flags", "break in the series (b)", ["标记", "序列中断: b", "1"]),
        ("rows", "left out", ["行", "未选取", "1"]),
        ("units", "per cent from the name (rate)", ["单位", "仅从名称看是%: rate", "1"]),
        ("values", "outside 0 to 100 per cent (105 of rate in A)",
         ["数值", "在0—100%之外: 105 of rate in A", "1"]),
    ],
)  # fmt: skip
def test_what_else_is_counted_has_a_heading(of, what, said):
    (line,) = (
        accounts_table(pd.DataFrame([{"of": of, "what": what, "number": 1}])).plain().to_numpy()
    )
    assert line.tolist() == said


def test_every_flag_is_told_in_chinese():
    for words in MEANT.values():
        summary = [{"of": "flags", "what": f"{words} (b)", "number": 1}]
        (line,) = accounts_table(pd.DataFrame(summary)).plain().to_numpy()
        assert not line[1].isascii()
