"""Places: what the regions that a page compares are, for readers from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from compare.finding.naming import regions
from compare.ledger.divisions import PROVINCES
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, has, say
from compare.wording.phrases import clauses, sentences
from compare.wording.values import is_missing

FEW = 8
"""Of more regions nothing is said: a reader of so many knows them, or looks at a table."""


def places(keys: Sequence[str], evidence: Evidence, lang: Lang) -> str:
    """Return of what level and province some regions are, and which is part of which.

    Nothing where there are none, or many, or where that is not known of each.

    Examples
    --------
    >>> import compare
    >>> places(["ningbo", "xiangshan"], compare.evidence(), "en")
    'Ningbo is a prefecture-level city in Zhejiang; Xiangshan is a county of Ningbo.'
    """
    if not 1 <= len({*keys}) <= FEW:
        return ""
    known = evidence.regions[evidence.regions["region"].isin(list(keys))]
    rows = [
        {**row, "region_zh": row["name_zh"], "region_en": row["name_en"]} for row in records(known)
    ]
    if len(rows) < len({*keys}) or not all(map(_is_known, rows)):
        return ""
    wholes = {*evidence.regions["region"]}  # on the page or not: a region has one description
    parts = [row for row in rows if row["parent"] in wholes]
    apart = grouped((row for row in rows if row not in parts), "level", "province")
    said = [
        say(
            f"place-{level}", lang, names=regions(group, lang), n=len(group),
            province=_province(group[0], lang),
        )
        for (level, _), group in apart.items()
    ]  # fmt: skip
    for (parent, level), group in grouped(parts, "parent", "level").items():
        whole = evidence.name("region", parent, lang)
        names = regions(group, lang)
        said.append(say(f"place-part-{level}", lang, names=names, n=len(group), whole=whole))
    return sentences([clauses(said, lang)], lang)


def _is_known(row: dict[str, object]) -> bool:
    known = not is_missing(row["level"]) and not is_missing(row["province"])
    return known and has(f"place-{row['level']}", "zh")


def _province(row: dict[str, object], lang: Lang) -> str:
    code = PROVINCES.get(str(row["adcode"])[:2])
    return str(row["province"]) if lang == "zh" or code is None else code[1].title()
