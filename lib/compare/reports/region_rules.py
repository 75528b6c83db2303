"""Regions by a rule: the first of an indicator, or those above or below a number.

::

    region: top 20 by 毛入园率
    region: bottom 5 by 毛入园率 in 2020
    region: 毛入园率 < 85
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

from compare.curated.dataset import Dataset
from compare.errors import unknown

if TYPE_CHECKING:
    import pandas as pd

_YEAR = r"(?:\s+in\s+(?P<year>[0-9]{4}))?"
_ENDS = re.compile(rf"(?P<end>top|bottom)\s+(?P<n>[0-9]+)(?:\s+by\s+(?P<indicator>.+?))?{_YEAR}")
_LIMIT = re.compile(
    rf"(?P<indicator>.+?)\s*(?P<sign><=|>=|<|>)\s*(?P<number>-?[0-9]+(?:\.[0-9]+)?){_YEAR}"
)
_SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
FORMS = "top 20 by <indicator>, bottom 20 by <indicator> in 2020, <indicator> >= 90"


def is_rule(text: str) -> bool:
    """Tell whether a text is a rule for regions."""
    return bool(_ENDS.fullmatch(text) or _LIMIT.fullmatch(text))


def regions_of_rule(text: str, data: Dataset) -> list[str]:
    """Return the regions that a rule chooses, the first of the indicator first.

    The first are those with the best values, or the largest where more is neither better nor
    worse; of equal values, in the order of their keys. A bound counts as the number that it
    states. Where no year is told, it is the last that has outcomes.

    Parameters
    ----------
    text : str
        The rule.
    data : Dataset
        Where the regions are.

    Raises
    ------
    ValueError
        If it names no indicator or year of the data, or chooses nobody.
    """
    found = _ENDS.fullmatch(text) or _LIMIT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no rule; allowed: {FORMS}")
    told = found.groupdict()
    rows = _ordered(_indicator(told["indicator"], text, data), told["year"], text, data)
    if "end" in told:
        number = int(told["n"])
        chosen = rows.head(number) if told["end"] == "top" else rows.tail(number).iloc[::-1]
    else:
        meets = _SIGNS[told["sign"]]
        chosen = rows[meets(rows["value"], float(told["number"]))]
    if chosen.empty:
        raise ValueError(f"{text!r} chooses no region; allowed: a rule that one region meets")
    return [str(region) for region in chosen["region"]]


def _indicator(name: str | None, text: str, data: Dataset) -> str:
    """Return the key of an indicator given by key or name; of one alone, without a name."""
    known = data.evidence().indicators
    if name is None:
        if len(known) == 1:
            return str(known["indicator"].iloc[0])
        raise ValueError(
            f"{text!r} does not say by which indicator; do: {text} by "
            f"{known['indicator'].iloc[0]}; the indicators are {', '.join(known['indicator'])}"
        )
    for column in ("indicator", "name_zh", "name_en"):
        rows = known[known[column] == name.strip()]
        if len(rows):
            return str(rows["indicator"].iloc[0])
    every = known[["indicator", "name_zh", "name_en"]].melt()["value"].dropna()
    raise unknown("indicator", name, every.unique())


def _ordered(indicator: str, year: str | None, text: str, data: Dataset) -> pd.DataFrame:
    """Return the outcomes of a year, the first ones first."""
    rows = data.observations(indicator=indicator)
    is_outcome = (rows["kind"] == "actual") & (rows["comparability"] != "proxy")
    rows = rows[is_outcome & (rows["use"] == "main") & rows["value"].notna()]
    if rows.empty:
        raise ValueError(f"{text!r}: {indicator} has no outcomes to choose by")
    years = sorted(rows["year"].unique())
    chosen = years[-1] if year is None else int(year)
    if chosen not in years:
        raise unknown("year", year, map(str, years))
    rows = rows[rows["year"] == chosen].drop_duplicates("region")
    lower = rows["direction"].iloc[0] == "lower"
    return rows.sort_values(["value", "region"], ascending=[lower, True], kind="stable")
