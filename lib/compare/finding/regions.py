"""Headlines of a region, and of what can be said between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.comparisons.gaps import gaps
from compare.finding.cautions import caution_names, cautioned
from compare.finding.headline import Headline
from compare.finding.rows import known_rows, region_key, region_name
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, check_lang, say


def of_region(
    region: str,
    observations: Any,
    ranked: Any,
    disagreeing: Any,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Headline:
    """Return where a region stands, and what its document does not say.

    Parameters
    ----------
    region : str
        The region's key, or any name that the rows or the evidence know.
    observations : frame
        Rows of ``compare.observations(region=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    disagreeing : frame
        Rows of :func:`compare.tables.conflicts` for the region.
    evidence : Evidence, optional
        Names of regions: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.

    Raises
    ------
    UnknownValueError
        If neither the rows nor the evidence know the region.
    """
    check_lang(lang)
    own, known = known_rows(observations, evidence)
    rows, _ = known_rows(ranked, evidence)
    key = region_key("region", region, (own, rows), evidence)
    contested = rows[(rows["region"] == key) & (rows["of"] > 1)]
    decided = int(contested["rank"].notna().sum())
    count = own.loc[own["comparability"] != "proxy", "indicator"].nunique()
    form = "region" if len(contested) else "region-alone" if count else "region-empty"
    text = say(
        f"finding-{form}",
        lang,
        region=region_name(key, own if key in set(own["region"]) else rows, known, lang),
        n=count,
        contests=len(contested),
        decided=decided,
        open=len(contested) - decided,
    )
    points = []
    if count and not (own["kind"] == "actual").any():
        points.append(say("finding-only-targets", lang))
    if near := own["indicator"].nunique() - count:
        points.append(say("finding-only-near", lang, n=near))
    differing, _ = known_rows(disagreeing, evidence)
    if groups := differing.groupby(["indicator", "year", "kind"]).ngroups:
        points.append(say("finding-conflicts", lang, n=groups))
    return Headline(text, tuple(points))


def of_pair(
    region_a: str,
    region_b: str,
    compared: Any,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Headline:
    """Return what can be said between two regions, refusing contests of part and whole.

    Parameters
    ----------
    region_a, region_b : str
        Their keys, or any names that the rows or the evidence know.
    compared : frame
        Rows of :func:`compare.gaps` of the first to the second, every moment.
    evidence : Evidence, optional
        Names of regions, and which is part of which: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.

    Raises
    ------
    UnknownValueError
        If neither the rows nor the evidence know a region.
    """
    check_lang(lang)
    rows, known = known_rows(compared, evidence)
    others = known.named(rows[["reference"]].rename(columns={"reference": "region"}))
    key_a = region_key("region_a", region_a, (rows, others), evidence)
    key_b = region_key("region_b", region_b, (others, rows), evidence)
    a, b = (region_name(key, rows, known, lang) for key in (key_a, key_b))
    counts = rows["verdict"].value_counts().to_dict()
    points = [
        say(f"finding-{form}", lang, n=counts[verdict])
        for verdict, form in (("not-comparable", "refused"), ("missing", "missing"))
        if counts.get(verdict)
    ]
    if whole := whole_of(key_a, key_b, evidence=evidence):
        part, around = (a, b) if whole == key_b else (b, a)
        return Headline(say("finding-part", lang, part=part, whole=around), tuple(points))
    judged = {name: counts.get(name, 0) for name in ("ahead", "behind", "level", "undetermined")}
    if not any(judged.values()):
        return Headline(say("finding-pair-none", lang, a=a, b=b), tuple(points))
    text = say(
        "finding-pair", lang, a=a, b=b, n=sum(judged.values()), open=judged.pop("undetermined"),
        **judged,
    )  # fmt: skip
    decided = rows[rows["verdict"].isin(["ahead", "behind", "level"])]
    points += cautioned(caution_names(decided), lang)
    return Headline(text, tuple(points))


def whole_of(region_a: str, region_b: str, *, evidence: Evidence | None = None) -> str | None:
    """Return the one of two regions that contains the other; None where neither does.

    Parameters
    ----------
    region_a, region_b : str
        Keys of the regions.
    evidence : Evidence, optional
        Levels, codes and parents of regions; without it nothing is part of anything.

    Examples
    --------
    >>> import compare
    >>> whole_of("xiangshan", "ningbo", evidence=compare.evidence())
    'ningbo'
    """
    regions = (Evidence() if evidence is None else evidence).regions
    pair = regions[regions["region"].isin([region_a, region_b])]
    if len(pair) < 2:
        return None
    alike = pair.assign(indicator="any", year=2000, value=0.0, lo=0.0, hi=0.0, direction="higher")
    compared = gaps(alike, to=region_b).set_index("region")
    if "part-and-whole" not in compared.loc[region_a, "reasons"]:
        return None
    levels = pair.set_index("region")["level"]
    order = ("province", "prefecture-city")
    return min((region_a, region_b), key=lambda name: _place(order, levels[name]))


def _place(order: Sequence[str], level: str) -> int:
    return order.index(level) if level in order else len(order)
