"""Headlines of a region, and of what can be said between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.comparisons.frames import as_pandas
from compare.comparisons.gaps import gaps
from compare.curated.database import region_slug, table
from compare.findings.cautions import caution_names, cautioned
from compare.findings.headline import Headline
from compare.findings.words import say
from compare.wording.catalogue import Lang, check_lang
from compare.wording.words import counted


def of_region(
    region: str, observations: Any, ranked: Any, disagreeing: Any, *, lang: Lang = "zh"
) -> Headline:
    """Return where a region stands, and what its document does not say.

    Parameters
    ----------
    region : str
        Any name of the region.
    observations : frame
        Rows of ``compare.observations(region=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    disagreeing : frame
        Rows of :func:`compare.tables.conflicts` for the region.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    slug = region_slug(region)
    name = table("regions").set_index("region").loc[slug, f"name_{lang}"]
    own, rows = as_pandas(observations), as_pandas(ranked)
    contested = rows[(rows["region"] == slug) & (rows["of"] > 1)]
    decided = int(contested["rank"].notna().sum())
    printed = set(own.loc[own["comparability"] != "proxy", "indicator"])
    count = len(printed)
    form = "region" if len(contested) else "region_alone" if count else "region_empty"
    text = say(form, lang).format(
        region=name, n=count, contests=len(contested), decided=decided,
        open=len(contested) - decided,
    )  # fmt: skip
    points = []
    if count and not (own["kind"] == "actual").any():
        points.append(say("only_targets", lang))
    groups = as_pandas(disagreeing).groupby(["indicator", "year", "kind"]).ngroups
    if near := own["indicator"].nunique() - count:
        points.append(say("only_near", lang).format(n=near))
    if groups:
        n = groups if lang == "zh" else counted(groups, "place")
        points.append(say("conflicts", lang).format(n=n))
    return Headline(text, tuple(points))


def of_pair(region_a: str, region_b: str, compared: Any, *, lang: Lang = "zh") -> Headline:
    """Return what can be said between two regions, refusing contests of part and whole.

    Parameters
    ----------
    region_a, region_b : str
        Any names of the regions.
    compared : frame
        Rows of :func:`compare.gaps` of the first to the second, every moment.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    names = table("regions").set_index("region")[f"name_{lang}"]
    slugs = region_slug(region_a), region_slug(region_b)
    a, b = (names[slug] for slug in slugs)
    rows = as_pandas(compared)
    counts = rows["verdict"].value_counts().to_dict()
    points = [
        say(form, lang).format(n=counts[verdict])
        for verdict, form in (("not-comparable", "refused"), ("missing", "missing"))
        if counts.get(verdict)
    ]
    if whole := whole_of(*slugs):
        part = a if whole == slugs[1] else b
        text = say("part", lang).format(part=part, whole=names[whole])
        return Headline(text, tuple(points))
    judged = {name: counts.get(name, 0) for name in ("ahead", "behind", "level", "undetermined")}
    if not any(judged.values()):
        return Headline(say("pair_none", lang).format(a=a, b=b), tuple(points))
    text = say("pair", lang).format(
        a=a, b=b, n=sum(judged.values()), open=judged.pop("undetermined"), **judged
    )
    cautions = caution_names(rows[rows["verdict"].isin(["ahead", "behind", "level"])])
    points += cautioned(cautions, lang)
    return Headline(text, tuple(points))


def whole_of(region_a: str, region_b: str) -> str | None:
    """Return the one of two regions that contains the other; None where neither does.

    Examples
    --------
    >>> whole_of("xiangshan", "ningbo")
    'ningbo'
    """
    regions = table("regions")
    pair = regions[regions["region"].isin([region_a, region_b])]
    alike = pair.assign(indicator="", year=0, value=0.0, lo=0.0, hi=0.0)
    compared = gaps(alike, to=region_b).set_index("region")
    if "part-and-whole" not in compared.loc[region_a, "reasons"]:
        return None
    levels = pair.set_index("region")["level"]
    order = ("province", "prefecture-city")
    return min((region_a, region_b), key=lambda name: _place(order, levels[name]))


def _place(order: Sequence[str], level: str) -> int:
    return order.index(level) if level in order else len(order)
