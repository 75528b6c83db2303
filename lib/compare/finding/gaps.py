"""What a gap to one reference decides, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.wording.catalogue import Lang, say, term

DECIDED = ("ahead", "behind", "level")
"""Verdicts that say who stands where."""

UNCOMPARED = ("missing", "not-comparable")
"""Verdicts of rows that have no gap."""


def gap_verdict(row: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    """Return the verdict of a gap in words; what is level with the best is the best itself.

    Between targets there is none: a promise neither leads nor lags, its gap says enough.
    """
    if row.get("kind") == "target" and row["verdict"] in DECIDED:
        return ""
    if row["reference"] != "best" or row["verdict"] != "level":
        return term(row["verdict"], lang)
    others = rows.loc[rows["region"] != row["region"], "verdict"]
    if (others == "level").any():
        return say("gaps-joint-lead", lang)
    return say("gaps-perhaps" if (others == "undetermined").any() else "gaps-lead", lang)
