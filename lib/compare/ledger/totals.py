"""Rows that are no school or region but a total of the others: known by their words.

A word counts only where it is the whole cell: 合计小学 may be the name of a school.
"""

from __future__ import annotations

from compare.ledger.names import normal_name

TOTALS = frozenset({
    "合计", "总计", "小计", "共计", "总和", "总数", "合计数", "总计数", "汇总", "平均", "平均值",
    "平均数", "均值", "total", "totals", "subtotal", "sub-total", "sub total", "grand total",
    "all schools", "sum", "average", "avg", "mean", "insgesamt", "zusammen", "ensemble", "totale",
    "gesamt", "gesamtsumme", "total general", "total général", "total geral", "totaal", "totalt",
    "i alt", "yhteensä", "razem", "ogółem", "celkem", "spolu", "összesen", "ukupno", "skupaj",
    "kokku", "kopā", "iš viso", "итого", "всего", "усього", "общо", "σύνολο", "toplam",
    "genel toplam", "jumlah", "tổng số", "tổng cộng", "รวม", "कुल", "المجموع", "الإجمالي", "إجمالي",
    "合計", "総計", "総数", "總計", "計", "합계", "총계", "계", "소계",
})  # fmt: skip
"""Words for a total or a mean in the languages of national statistics, in lower case."""

WHOLES = frozenset({
    "全县", "全市", "全区", "全旗", "全省", "全国", "全州", "本县", "本市", "本区",
})  # fmt: skip
"""Words for the whole of an area: a total where they stand in the place of a name."""

_PARTS = ("小学", "初中", "高中", "本页", "各校", "学校")
_AROUND = " :.*()[]【】<>-—_、"


def is_total(text: str, *, name: bool = True) -> bool:
    """Tell whether a cell says that its row is a total.

    Parameters
    ----------
    text : str
        The whole cell.
    name : bool
        Whether the cell stands in the place of a name, where 全县 is a total, too.

    Examples
    --------
    >>> is_total("合 计："), is_total("全县平均"), is_total("Total"), is_total("合计小学")
    (True, True, True, False)
    """
    if len(text) > 30:
        return False
    word = normal_name(text).casefold().strip(_AROUND)
    for part in (*WHOLES, *_PARTS):
        if word.startswith(part) and word.removeprefix(part) in TOTALS:
            return True
    return word in TOTALS or (name and word in WHOLES)
