"""Matrices of parameters: one entry of the manifest, many reports.

A matrix names for each parameter the values it takes: a list, or a word that the curated
data stands for. Two parameters that go together share a key::

    matrix:
      region_a, region_b: pairs
      lang: languages

Of an own table (``parameters: {dataset: counties}``) the words stand for what is in it.
Regions may also be chosen by a rule: ``top 20 by <indicator>``.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compare.curated.dataset import Dataset
from compare.errors import unknown
from compare.pages.file_names import as_file_name
from compare.reports.problems import Problems
from compare.reports.region_rules import is_rule, regions_of_rule
from compare.wording.catalogue import LANGUAGES

MOST = 10_000
"""More combinations than this are a mistake."""

MOST_PAIRS = 100
"""So many pairs the word ``pairs`` stands for; ``all-pairs`` stands for all."""


@dataclass(frozen=True)
class Known:
    """What the words of a matrix stand for.

    Attributes
    ----------
    regions, indicators, themes : dict of str to (str, str)
        Names in Chinese and English, by id, in the order of the data.
    shared : tuple of str
        Indicators that two regions or more print.
    pairs : tuple of (str, str)
        Pairs of regions: those with the most indicators in common first.
    data : Dataset
        Where they are; what rules ask.
    """

    regions: dict[str, tuple[str, str]]
    indicators: dict[str, tuple[str, str]]
    themes: dict[str, tuple[str, str]]
    shared: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    data: Dataset = field(default_factory=Dataset)

    def in_file_name(self, value: Any) -> Any:
        """Return a value as it stands in the names of files; a key of the documents does."""
        return value if self.data.name is None else as_file_name(value)

    def names(self, value: object) -> tuple[str, str] | None:
        """Return the names of a region, an indicator or a theme."""
        for group in (self.regions, self.indicators, self.themes):
            if isinstance(value, str) and value in group:
                return group[value]
        return None


_WORDS: dict[str, Callable[[Known], list[Any]]] = {
    "regions": lambda known: list(known.regions),
    "themes": lambda known: list(known.themes),
    "indicators": lambda known: list(known.indicators),
    "shared-indicators": lambda known: list(known.shared),
    "pairs": lambda known: [list(pair) for pair in known.pairs[:MOST_PAIRS]],
    "all-pairs": lambda known: [list(pair) for pair in known.pairs],
    "languages": lambda _: list(LANGUAGES),
}


def read_known(con: Any) -> Known:
    """Read from the curated database what the words of a matrix stand for.

    Regions, indicators and themes are those with an observation.
    """
    regions = con.execute(
        "SELECT region, name_zh, name_en FROM regions AS r"
        " WHERE EXISTS (FROM observations AS o WHERE o.region = r.region) ORDER BY r.rowid"
    ).fetchall()
    indicators = con.execute(
        "SELECT i.indicator, i.name_zh, i.name_en, count(DISTINCT o.region)"
        " FROM indicators AS i JOIN observations AS o USING (indicator)"
        " GROUP BY ALL ORDER BY any_value(i.rowid)"
    ).fetchall()
    themes = con.execute(
        "SELECT theme, name_zh, name_en FROM themes AS t WHERE EXISTS (FROM observations"
        ' JOIN indicators AS i USING (indicator) WHERE i.theme = t.theme) ORDER BY "order"'
    ).fetchall()
    return Known(
        {row[0]: (row[1], row[2]) for row in regions},
        {row[0]: (row[1], row[2]) for row in indicators},
        {row[0]: (row[1], row[2]) for row in themes},
        tuple(row[0] for row in indicators if row[3] > 1),
        _pairs(con, [row[0] for row in regions]),
    )


def known_of_table(data: Dataset) -> Known:
    """Return what the words of a matrix stand for in an own table."""
    rows, evidence = data.observations(), data.evidence()
    tables = {
        "region": evidence.regions, "indicator": evidence.indicators, "theme": evidence.themes,
    }  # fmt: skip
    stated = {key: set(rows[key].unique()) for key in tables}  # of all rows, once
    names = {
        key: {
            one: (evidence.name(key, one, "zh"), evidence.name(key, one, "en"))
            for one in table[key]
            if one in stated[key]
        }
        for key, table in tables.items()
    }
    regions = list(names["region"])
    counts = rows.groupby("indicator")["region"].nunique()
    few = len(regions) * (len(regions) - 1) // 2 <= MOST_PAIRS
    return Known(
        names["region"],
        names["indicator"],
        names["theme"],
        tuple(one for one in names["indicator"] if counts[one] > 1),
        tuple(itertools.combinations(regions, 2)) if few else (),
        data,
    )


def _pairs(con: Any, regions: list[str]) -> tuple[tuple[str, str], ...]:
    """Return all pairs of regions, in the order of the data; where they are many, best first.

    First come those with the most comparable values in common: of one indicator, year and kind.
    """
    pairs = list(itertools.combinations(regions, 2))
    if len(pairs) <= MOST_PAIRS:
        return tuple(pairs)
    common = con.execute(
        "WITH stated AS (SELECT DISTINCT region, indicator, year, kind FROM observations"
        " WHERE comparability <> 'proxy' AND \"use\" = 'main')"
        " SELECT a.region, b.region, count(*) FROM stated AS a"
        " JOIN stated AS b USING (indicator, year, kind)"
        " WHERE a.region < b.region GROUP BY ALL"
    ).fetchall()
    counts = {frozenset((a, b)): n for a, b, n in common}
    return tuple(sorted(pairs, key=lambda pair: -counts.get(frozenset(pair), 0)))


def left_out(matrices: Iterable[Mapping[str, Any]], known: Known) -> str:
    """Say which pairs a manifest leaves out, and how to ask for them; nothing where none."""
    rest = len(known.pairs) - MOST_PAIRS
    if rest <= 0 or not any("pairs" in matrix.values() for matrix in matrices):
        return ""
    return (
        f"pairs: of {len(known.pairs)} pairs of regions, reports are made for the {MOST_PAIRS} "
        f"that have the most values in common, {rest} are left out; for others write all-pairs "
        "in reports.yml in place of pairs, or the pairs themselves: [[fushun, pingyang]]"
    )


def combinations(matrix: Mapping[str, Any], known: Known) -> Iterator[dict[str, Any]]:
    """Give every combination of a matrix, as parameters.

    Raises
    ------
    ValueError
        If words are not known, values do not fit their key, or there are too many: a line
        for each.
    """
    problems = Problems()
    tried = [problems.attempt(_axis, key, values, known) for key, values in matrix.items()]
    axes = [axis for axis in tried if axis is not None]
    if lines := problems.lines():
        raise ValueError("\n".join(lines))
    total = 1
    for axis in axes:
        total *= len(axis)
    if total > MOST:
        raise ValueError(f"the matrix makes {total} reports; allowed: {MOST} at most")
    for parts in itertools.product(*axes):
        yield {name: value for part in parts for name, value in part.items()}


def _axis(key: str, values: Any, known: Known) -> list[dict[str, Any]]:
    names = [name.strip() for name in key.split(",")]
    if isinstance(values, str):
        values = _meant(key, values.strip(), known)
    if not isinstance(values, list):
        raise ValueError(f"matrix: {key}: {values!r} is neither a list nor one of {list(_WORDS)}")
    if len(names) == 1:
        meant = [one for value in values for one in _of_rule(key, value, known)]
        return [{names[0]: value} for value in meant]
    for value in values:
        if not isinstance(value, (list, tuple)) or len(value) != len(names):
            raise ValueError(f"matrix: {key}: {value!r} is not a list of {len(names)} values")
    return [dict(zip(names, value, strict=True)) for value in values]


def _of_rule(key: str, value: Any, known: Known) -> list[Any]:
    """Return the regions that a rule in a list chooses, or the value as it is."""
    if key in _OF_REGIONS and isinstance(value, str) and is_rule(value.strip()):
        return [*regions_of_rule(value.strip(), known.data)]
    return [value]


_OF_REGIONS = ("region", "region_a", "region_b")


def _meant(key: str, word: str, known: Known) -> list[Any]:
    """Return the values that a word or a rule stands for."""
    if key in _OF_REGIONS and is_rule(word):
        return regions_of_rule(word, known.data)
    if word not in _WORDS:
        raise unknown(f"matrix: {key}", word, _WORDS)
    values = _WORDS[word](known)
    if word in ("pairs", "all-pairs") and not values and len(known.regions) > 1:
        raise ValueError(
            f"matrix: {key}: {word} of {len(known.regions)} regions of a table are too many; "
            "write the pairs that are meant: [[a, b], [a, c]]"
        )
    return values
