"""Tables for reports: values as people write them, grades, quotes and where they stand."""

from __future__ import annotations

import hashlib
from typing import Any

import pandas as pd
from great_tables import GT

from compare.frames import as_pandas
from compare.words import Lang, check_lang, is_missing, term, value_in_words

_HEADINGS = {
    "zh": ["指标", "地区", "年份", "数值", "口径", "原文", "位置", "理由", "数据编号"],
    "en": [
        "Indicator",
        "Region",
        "Year",
        "Value",
        "Grade",
        "Words",
        "Where",
        "Why this grade",
        "Figure",
    ],
}
_TITLE = {"zh": "{n}条数值与原文", "en": "{n} values with the words that print them"}
_ALTERNATIVE = {"zh": "另印", "en": "also printed"}


def evidence_table(observations: Any, *, lang: Lang = "zh") -> GT:
    """Return the values side by side with the words that print them.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``, in any kind of frame.
    lang : {"zh", "en"}
        Language of headings and names; quotes stay in the document's own words.
    """
    check_lang(lang)
    rows = as_pandas(observations)
    cells = [_evidence(row, lang) for row in rows.to_dict("records")]
    frame = pd.DataFrame(cells, columns=_HEADINGS[lang])
    return plain_table(frame, _TITLE[lang].format(n=len(frame)), group=_HEADINGS[lang][0])


def plain_table(frame: pd.DataFrame, title: str, *, group: str | None = None) -> GT:
    """Return a frame as a table in the house style; the same frame gives the same HTML."""
    digest = hashlib.sha256((title + frame.to_csv(index=False)).encode()).hexdigest()[:10]
    table = GT(frame, groupname_col=group, id=f"table-{digest}")
    return (
        table.tab_header(title=title)
        .tab_options(
            table_font_size="13px",
            table_width="100%",
            heading_align="left",
            heading_title_font_size="15px",
            data_row_padding="4px",
            row_group_font_weight="bold",
        )
        .opt_table_font(font=["Noto Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"])
    )


def _evidence(row: dict[str, Any], lang: Lang) -> list[str]:
    reason = row["reason"]
    if lang == "en" and not is_missing(row["reason_en"]):
        reason = row["reason_en"]
    use = "" if row["use"] == "main" else f" · {_ALTERNATIVE[lang]}"
    return [
        row[f"indicator_{lang}"],
        row[f"region_{lang}"],
        f"{row['year']} {term(row['kind'], lang)}",
        value_in_words(row, lang),
        term(row["comparability"], lang) + use,
        row["quote"],
        row["locator"],
        reason,
        row["figure"],
    ]
