"""What the tests of kinds of findings share: a few rows of nobody's, and what is said of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

import compare
from compare.ledger.evidence import Evidence


def rows(*stated: tuple[str, int, str, str, Any], **everywhere: Any) -> pd.DataFrame:
    """Return observations: region, year, kind, comparator, number."""
    made = []
    for region, year, kind, sign, number in stated:
        lo = None if sign in ("<=", "<") else number
        hi = None if sign in (">=", ">") else number
        made.append({
            "region": region, "indicator": "share", "year": year, "kind": kind, "unit": "%",
            "comparator": sign, "value": number, "lo": lo, "hi": hi, "lo_open": sign == ">",
            "hi_open": sign == "<", "approximate": sign == "~", "direction": "higher",
        })  # fmt: skip
    return pd.DataFrame(made).assign(**everywhere)


def said(
    frame: pd.DataFrame, kind: str, about: Any = None, lang: str = "zh", **known: pd.DataFrame
) -> list[str]:
    """Return the sentences of a kind of findings, with tables that are known beside the rows."""
    found = compare.findings(frame, about=about, kinds=[kind], evidence=Evidence(**known))
    return found[f"sentence_{lang}"].tolist()
