"""Indicators of own tables: what is told of each, what is proposed, and what must be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import polars as pl

from compare.errors import UnknownValueError, listed, unknown
from compare.ledger.units import COUNTS
from compare.sources.panel.columns import plain
from compare.sources.panel.heads import without_unit
from compare.sources.panel.told import ToldError

DIRECTIONS = ("higher", "lower", "neutral")
SAID = (
    "direction", "unit", "name_zh", "name_en", "theme", "floor", "cap", "column", "lower", "upper",
    "se",
    "margin",
)  # fmt: skip
"""What can be told of an indicator."""

_LOWER = re.compile(
    r"大班额|大校额|差异系数|辍学|流失|失业|贫困|文盲|留守|poverty|\bpoor|pctpov|drop-?out|nonprof|"
    r"non-?proficien|unemploy|mortality|absen|exclusion|less than a high school|illitera|"
    r"inequality|复读|留级|大班|班额|不及格|out[- ]of[- ]school|repet(?:ition|ers?)|repeaters?|"
    r"\bneet\b|dropped out|overcrowd|\bover-?age|truan|"
    r"排名|名次|位次|^rank(?:ing)?(?![a-z])|(?<![a-z])rank(?:ing)?$",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"入园率|入学率|巩固率|升学率|毛入|普及|覆盖率|达标率|合格率|普惠|学历|completion|enrol|attainment|"
    r"graduat|proficien|literacy|college or higher|bachelor|attendance rate|coverage|"
    r"\bpass rate",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?<![a-z])(?:not?|non|never|without|below|under|less than|lack(?:ing|s)?)"
    r"(?:[- ][a-z' ]{0,24}?)?-?$|(?:未|不|无|没有?|低于)[^,，;；()（）]{0,2}$",
    re.IGNORECASE,
)
"""What turns the words behind it round: not completing, below proficient, 未入学率."""
_TURNS = re.compile(
    r"prevent|clos(?:ed|ing)|避免|预防|"
    r"reduc|decreas|declin|improve|\bfall in\b|\bdrop in\b|降低|减少|下降|消除|缓解|减幅|降幅|"
    r"(?:\bnon[- ]?|非)(?=illitera|文盲)",
    re.IGNORECASE,
)
"""What may turn a name round, so that it suggests nothing: reduction in dropout, 降低辍学率."""
_GAP = re.compile(
    r"\b(?:gap|difference|parity|change)\b|disparit|差距|差额|之差|变化", re.IGNORECASE
)
"""A difference of two values, of which neither more nor less need be better."""
_SHARE = re.compile(r"%|率|占比|比例|比重|percent|\bpct|share|\brate\b|^pct", re.IGNORECASE)
_PER = re.compile(
    r"(?:\bper|/|\bje|\bpro|\bpar|\bpor|每)\s*(?:[0-9]|k\b|capita|head|pupil|student|person|thousand|million|"
    r"[十百千万亿])|‰|千分|人均|生均|倍数|死亡率|出生率|自然增长率|mortality rate|birth rate|汇率|"
    r"自杀率|犯罪率|发病率|生育率|结婚率|离婚率|suicid|homicid|murder|crime|exchange rate|"
    r"incidence|fertility|accident|injur|marriage|divorce|\bcrude\b|\bdeaths?\b|arrest|abortion|"
    r"(?:age|sex)[- ](?:adjusted|standardi[sz]ed)|粗(?:死亡|出生|离婚|结婚)?率|标化率",
    re.IGNORECASE,
)
"""Rates of a thousand, of a hundred thousand or of one person, whatever else the name says."""
_SAYS_SHARE = re.compile(r"%|percent|per cent|\bpct|share|占比|比例|比重|百分", re.IGNORECASE)
_RATIO = re.compile(r"\bratios?\b|之比|比值", re.IGNORECASE)
_SAYS_PER_CENT = re.compile(r"%|percent|per cent|\bpct|百分", re.IGNORECASE)
"""A ratio of shares (the richest fifth to the poorest) is no share itself, unless it says so."""
_MOST = 150
"""A rate beyond this is of something else than a hundred, unless its name says so."""
_GROSS = re.compile(r"毛入|gross", re.IGNORECASE)
_COUNTED = re.compile(
    r"^(?:[a-z]+ )?(?:pupils|students|schools|teachers|children|graduates|classes)$|"
    r"^(?:在校生|毕业生)$",
    re.IGNORECASE,
)
"""What is counted where nothing else is said of it."""
_COUNT = re.compile(
    r"数$|人数|数量|总量|number|count\b|total|population",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"average|\bmean\b|\bmedian\b|expectancy|\brates?\b|\bratios?\b|\bper\b|平均|人均|生均",
    re.IGNORECASE,
)
"""What no count is, whatever total stands beside it: life expectancy, total."""
THEME = "own"


@dataclass(frozen=True)
class Indicator:
    """What is known of an indicator.

    Attributes
    ----------
    key : str
        Its name in the table.
    direction, unit, name_zh, name_en, theme : str
        As in the table of indicators.
    floor, cap : float or None
        Its natural bounds.
    is_against_name : bool
        Whether its direction is the opposite of the one that its name suggests.
    is_unit_guessed : bool
        Whether its unit is % because its name is that of a rate, and for nothing else.
    """

    key: str
    direction: str
    unit: str
    name_zh: str
    name_en: str
    theme: str
    floor: float | None
    cap: float | None
    is_against_name: bool = False
    is_unit_guessed: bool = False


def asked_for(indicators: Any) -> dict[str, dict[str, Any]] | None:
    """Return what the caller said of each indicator; None where they named none.

    Raises
    ------
    UnknownValueError
        If it is neither a list nor a mapping, or says what nothing is known by.
    """
    if indicators is None:
        return None
    if isinstance(indicators, str):
        indicators = [indicators]
    if not isinstance(indicators, Mapping):
        return {str(name): {} for name in indicators}
    found = {}
    for name, said in indicators.items():
        facts = {"direction": said} if isinstance(said, str) else dict(said or {})
        for key in facts:
            if key not in SAID:
                raise unknown(f"indicators[{name!r}]", key, SAID)
        found[str(name)] = facts
    return found


def described(
    long: pl.DataFrame,
    asked: Mapping[str, Mapping[str, Any]] | None,
    direction: str | Mapping[str, str] | None,
    unit: str | Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    of_variables: Mapping[str, str] = MappingProxyType({}),
) -> list[Indicator]:
    """Return the indicators of a long table, as they are told.

    Parameters
    ----------
    long : polars.DataFrame
        Its values.
    asked : mapping, optional
        What was said of each indicator.
    direction, unit : str or mapping, optional
        Of all, or by indicator.
    labels : mapping, optional
        What pages call an indicator.
    of_variables : mapping
        What the file calls it: the labels of its variables.

    Raises
    ------
    UnknownValueError
        If one has no direction: what is proposed stands in the message.
    """
    names = long["indicator"].unique(maintain_order=True).to_list()
    known = spelt(names)
    told = {_key(name, known): facts for name, facts in (asked or {}).items()}
    if asked is None or len(names) > len(told):
        _refuse_unknown("indicators", told, known)
    directions = _Said("direction", direction, known)
    units = _Said("unit", unit, known)
    called = _Said("labels", dict(labels or {}), known)
    seen = _seen(long)
    found, open_ones, guessed = [], [], []
    for name in names:
        facts = told.get(plain(name), {})
        if label := called.of(name) or of_variables.get(name):
            facts = {"name_zh": label, "name_en": label, **facts}
        word = facts.get("direction") or directions.of(name)
        said_unit = facts.get("unit", units.of(name))
        words = of_variables.get(name, name)
        in_unit = _unit(words, seen[name]) if said_unit is None else str(said_unit)
        is_guessed = said_unit is None and in_unit == "%" and _is_guessed(words, seen[name])
        guessed += [name] if is_guessed else []
        # rows are looked through where one is that small alone: a table may have millions
        if in_unit == "%" and not said_unit and _or(seen[name]["least"], 2) <= 1:
            _refuse_years_of_fractions(long.filter(pl.col("indicator") == name), name)
            _refuse_fractions_alone(name, seen[name])
        if word is None:
            open_ones.append((name, _proposed(words, in_unit)))
            continue
        if word not in DIRECTIONS:
            raise unknown(f"direction of {name}", word, DIRECTIONS)
        one = _indicator(name, word, in_unit, facts, seen[name])
        found.append(replace(one, is_unit_guessed=is_guessed))
    if open_ones:
        raise ToldError(_question(open_ones, guessed), directions=dict(open_ones))
    return found


class _Said:
    """What was said of all indicators, or of some by name."""

    def __init__(
        self, what: str, said: str | Mapping[str, str] | None, known: Mapping[str, str]
    ) -> None:
        by_name = said if isinstance(said, Mapping) else {}
        self._of_all = None if isinstance(said, Mapping) else said
        self._of_one = {_key(name, known): word for name, word in by_name.items()}
        _refuse_unknown(what, self._of_one, known)

    def of(self, name: str) -> str | None:
        """Return what was said of an indicator."""
        return self._of_one.get(plain(name), self._of_all)


def spelt(names: Iterable[str]) -> dict[str, str]:
    """Return names by how they may be spelt: those of a table, for :func:`meant`."""
    return {plain(name): name for name in names}


def meant(said: str, known: Mapping[str, str]) -> str | None:
    """Return which of some indicators a name means, written with its unit or without.

    Examples
    --------
    >>> meant("enrolment rate (%)", spelt(["Enrolment rate"]))
    'Enrolment rate'
    """
    return known.get(plain(said), known.get(plain(without_unit(said)[0])))


def _key(said: str, known: Mapping[str, str]) -> str:
    return plain(meant(said, known) or said)


def _refuse_unknown(what: str, said: Iterable[str], known: Mapping[str, str]) -> None:
    for name in said:
        if name not in known:
            raise unknown(what, name, list(known.values()))


def _seen(long: pl.DataFrame) -> dict[str, dict[str, Any]]:
    facts = long.group_by("indicator").agg(
        least=pl.col("value").min(),
        most=pl.col("value").max(),
        above=pl.col("value").filter(pl.col("comparator") == ">").max(),
        below=pl.col("value").filter(pl.col("comparator") == "<").min(),
        share=pl.col("share").any(),
        unit=pl.col("unit").drop_nulls().mode().sort().first(),
        units=pl.col("unit").drop_nulls().unique().sort(),
    )
    return {row["indicator"]: row for row in facts.to_dicts()}


def _unit(name: str, seen: Mapping[str, Any]) -> str:
    if len(seen["units"]) > 1:
        raise UnknownValueError(
            f"unit: {name} has values in {listed(seen['units'])}; do: tell them apart by the name "
            "of the indicator, or turn them into one unit"
        )
    if seen["unit"]:
        return str(seen["unit"])
    return "%" if seen["share"] or _is_share(name, seen["most"]) else ""


def _is_guessed(name: str, seen: Mapping[str, Any]) -> bool:
    """Tell whether a name alone says that a rate is of a hundred, and says no per cent."""
    return not seen["unit"] and not seen["share"] and not _SAYS_SHARE.search(name)


def _refuse_years_of_fractions(rows: pl.DataFrame, name: str) -> None:
    """Refuse a year of 0.94 beside years of 94: one of the two is a hundred times the other."""
    size = pl.col("value").abs()
    of_years = (
        rows.filter((size > 0) & pl.col("year").is_not_null())
        .group_by("year")
        .agg(most=size.max(), middle=size.median(), n=pl.len())
        .sort("year")
        .to_dicts()
    )
    low = next((one for one in of_years if one["most"] <= 1 and one["n"] > 1), None)
    high = [one for one in of_years if low and one["middle"] > _FAR * low["most"]]
    if low and high:
        raise UnknownValueError(
            f"unit: no value of {name} in {low['year']} is more than {low['most']:g}, and in "
            f"{high[0]['year']} they are about {high[0]['middle']:g}; allowed: one unit in all "
            f"years; do: write 94.2 for 0.942 in {low['year']}, or unit={{{name!r}: '%'}} where "
            "every year is right"
        )


def _refuse_fractions_alone(name: str, seen: Mapping[str, Any]) -> None:
    """Refuse a head that says % above 0.94 and 0.93: of what should be high, that is nothing."""
    most = _or(seen["most"], 0)
    if 0 < most <= 1 and _or(seen["least"], 0) >= 0 and _proposed(name, "%") == "higher":
        raise UnknownValueError(
            f"unit: no value of {name} is more than {most:g}, and the table says %: fractions, or "
            f"percentages below 1? do: write {most * 100:g} for {most:g}, or "
            f"unit={{{name!r}: '%'}} where they are percentages"
        )


_FAR = 20
"""So many times as large as the largest of another year no share becomes."""


_MOST_OF_A_RATIO = 2
"""Gross rates that are no more are ratios: 1.02 is 102%, and no 1.02%."""


def _is_share(name: str, most: float | None) -> bool:
    """Tell whether values are of a hundred, by the name and the largest of them."""
    ratio = _MOST_OF_A_RATIO if _GROSS.search(name) else 1
    if _PER.search(name) or not _SHARE.search(name) or (most is not None and most <= ratio):
        return False
    if _RATIO.search(name) and not _SAYS_PER_CENT.search(name):
        return False
    return bool(_SAYS_SHARE.search(name) or _GROSS.search(name)) or most is None or most <= _MOST


def kind_in_range(name: str, unit: str) -> str:
    """Return whether an indicator is a share or a count, which is never below 0; else nothing."""
    if _GAP.search(name) or _MAY_FALL.search(name):
        return ""
    if unit in COUNTS or (unit != "%" and (_COUNT.search(name) or _COUNTED.search(name))):
        return "count"
    return "share" if unit == "%" or (_SHARE.search(name) and not _PER.search(name)) else ""


def adds_up(name: str, unit: str) -> bool:
    """Tell whether a whole holds the sum of what its parts have, by the unit and the name.

    Examples
    --------
    >>> adds_up("Teachers", ""), adds_up("Completion", "%"), adds_up("Pupils per teacher", "")
    (True, False, False)
    """
    if unit == "%" or kind_in_range(name, unit) == "share":
        return False
    return not (_PER.search(name) or _NO_COUNT.search(name) or _GAP.search(name))


def is_within_hundred(name: str, unit: str) -> bool:
    """Tell whether an indicator lies between 0 and 100, by its unit and its name."""
    return unit == "%" and kind_in_range(name, unit) == "share" and not _GROSS.search(name)


_MAY_FALL = re.compile(
    r"growth|increas|decreas|balance|\bnet\b|surplus|deficit|migration|增长|增幅|增速|增减|净|变动",
    re.IGNORECASE,
)
"""What may be below 0, whatever else the name says."""


def _proposed(name: str, unit: str) -> str | None:
    """Return the direction that a name suggests; None where it suggests none."""
    if _TURNS.search(name):
        return None
    better = _HIGHER.search(name)
    if _LOWER.search(name) or (better and _NOT.search(name[: better.start()])):
        return "lower"
    if _GAP.search(name):
        return None
    if unit in COUNTS or (unit != "%" and _COUNT.search(name) and not _NO_COUNT.search(name)):
        return "neutral"
    return "higher" if better else None


def _question(open_ones: Sequence[tuple[str, str | None]], guessed: Sequence[str]) -> str:
    shown = [f"{name!r}: {word!r}" for name, word in open_ones if word]
    unsure = [name for name, word in open_ones if not word]
    parts = [
        f"direction: nothing says whether more or less of {listed([n for n, _ in open_ones])} is "
        "better; allowed: higher, lower, neutral (no better and no worse)"
    ]
    if shown:
        parts.append(f"proposed: direction={{{', '.join(shown)}}}")
    if unsure:
        parts.append(f"to be told: {listed(unsure, 12)}")
    if guessed:
        parts.append(f"unit % from the name: {listed(guessed)} (unit={{…}} for another or none)")
    parts.append("do: direction={…} for those that are meant, indicators=[…] to leave out others")
    return "; ".join(parts)


def _indicator(
    name: str, direction: str, unit: str, facts: Mapping[str, Any], seen: Mapping[str, Any]
) -> Indicator:
    floor, cap = facts.get("floor"), facts.get("cap")
    # what is said to lie beyond an end has none there
    negative = _or(seen["least"], 0) < 0 or _or(seen["below"], 1) <= 0
    beyond = _or(seen["most"], 0) > 100 or _or(seen["above"], 0) >= 100
    if floor is None and not negative and (unit == "%" or unit in COUNTS):
        floor = 0.0
    if cap is None and unit == "%" and not beyond and not negative and not _GROSS.search(name):
        cap = 100.0
    return Indicator(
        key=name,
        direction=direction,
        unit=unit,
        name_zh=str(facts.get("name_zh") or facts.get("name_en") or name),
        name_en=str(facts.get("name_en") or facts.get("name_zh") or name),
        theme=str(facts.get("theme") or THEME),
        floor=None if floor is None else float(floor),
        cap=None if cap is None else float(cap),
        is_against_name={direction, _proposed(name, unit)} == {"higher", "lower"},
    )


def _or(number: float | None, otherwise: float) -> float:
    return otherwise if number is None else number


def as_first_spelt(long: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, list[str]]]:
    """Return a long table in which names that differ in case or blanks alone are one indicator.

    Parameters
    ----------
    long : polars.DataFrame
        Its cells.

    Returns
    -------
    cells : polars.DataFrame
        The same, each indicator called as it is spelt first.
    spelt : dict
        Indicator to its spellings, of those that have several.
    """
    spelt: dict[str, list[str]] = {}
    for name in long["indicator"].unique(maintain_order=True).to_list():
        spelt.setdefault(plain(name), []).append(name)
    several = {names[0]: names for names in spelt.values() if len(names) > 1}
    if not several:
        return long, {}
    first = {other: name for name, names in several.items() for other in names[1:]}
    dtype = long["indicator"].dtype
    names = pl.col("indicator").cast(pl.String).replace(first).cast(dtype)
    return long.with_columns(indicator=names), several


def selected(long: pl.DataFrame, names: Iterable[str]) -> pl.DataFrame:
    """Keep the rows of some indicators, named in any case; refuse a name that is none's."""
    known = spelt(long["indicator"].unique().to_list())
    kept = []
    for name in names:
        of_table = meant(name, known)
        if of_table is None:
            raise unknown("indicators", name, list(known.values()))
        kept.append(of_table)
    return long.filter(pl.col("indicator").is_in(kept))
