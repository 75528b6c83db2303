"""Headlines of pages that work something out: targets, scores, schools, evidence, a scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.charts.forms.rank_spread import finding as spread_in_words
from compare.comparisons.frames import as_pandas
from compare.curated.database import table
from compare.curated.trace import Verification
from compare.errors import Problem
from compare.findings.headline import Headline, few
from compare.findings.words import say
from compare.schools.balance_rules import find_rule
from compare.tables.words import bracketed, resource_name
from compare.wording.catalogue import Lang, check_lang
from compare.wording.phrases import listed, reasons_in_words
from compare.wording.values import change_in_words


def of_targets(progress: Any, *, year: int, lang: Lang = "zh") -> Headline:
    """Return who must move how far by the year of some targets.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress` for the targets of one year.
    year : int
        The year.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = _named(as_pandas(progress))
    directed = rows[(rows["status"] != "no-direction") & rows["target_year"].notna()]
    going = directed[(directed["status"] == "to-go") & directed["distance"].notna()]
    held = directed["status"].isin(["at-target", "floor-held"])
    based = directed["status"] != "no-base"
    text = say("targets", lang).format(
        year=year, n=int(based.sum()), going=len(going),
        held=int(held.sum()), none=int((~based).sum()),
    )  # fmt: skip
    return Headline(text, few([_must(row, lang) for row in going.to_dict("records")], lang))


_BOUNDS = (">=", ">", "<=", "<")


def _must(row: Mapping[str, Any], lang: Lang) -> str:
    sign = "+" if row["distance"] > 0 else "−"
    pace = change_in_words(row["pace"], row["unit"], lang)
    return say("must", lang).format(
        region=row[f"region_{lang}"],
        indicator=row[f"indicator_{lang}"],
        years=int(row["years"]),
        least=say("least", lang) if row["target_comparator"] in _BOUNDS else "",
        distance=sign + change_in_words(row["distance"], row["unit"], lang),
        pace=sign + pace,
    )


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Add names to rows of progress, in the order of indicators and codes."""
    regions = table("regions")[["region", "name_zh", "name_en", "adcode"]]
    indicators = table("indicators")[["indicator", "name_zh", "name_en"]]
    named = rows.merge(
        regions.rename(columns={"name_zh": "region_zh", "name_en": "region_en"}), on="region"
    ).merge(
        indicators.rename(columns={"name_zh": "indicator_zh", "name_en": "indicator_en"}),
        on="indicator",
    )
    return named.sort_values(["adcode", "indicator"], kind="stable").reset_index(drop=True)


def of_composite(composite: Any, *, lang: Lang = "zh") -> Headline:
    """Return how far composite ranks spread, with the warning that they deserve.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(composite)
    points = [say("composite", lang)]
    refused = rows[rows["rank"].isna()]
    if len(refused):
        named = [
            row[f"region_{lang}"] + bracketed(reasons_in_words(row["reasons"], lang), lang)
            for row in refused.to_dict("records")
        ]
        points.append(say("refused_regions", lang).format(names=listed(named, lang)))
    return Headline(spread_in_words(rows, lang), tuple(points))


def of_balance(coefficients: Any, *, made_up: bool, lang: Lang = "zh") -> Headline:
    """Return which counties and stages keep within the limits of a rule.

    Parameters
    ----------
    coefficients : frame
        Rows of :func:`compare.balance_table`.
    made_up : bool
        Whether the schools are the made-up example; then the headline says so.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(coefficients)
    keys = [name for name in ("county", "stage") if name in rows]
    groups = [group for _, group in rows.groupby(keys, sort=False)]
    passed = [bool(group["met"].dropna().all()) for group in groups]
    text = say("balance_lead", lang).format(
        rule=find_rule(rows.iloc[0]["rule"]).number,
        met=sum(passed),
        unmet=len(passed) - sum(passed),
    )
    points = [_of_stage(group, lang) for group in groups]
    return Headline(text, (*([say("made_up", lang)] if made_up else []), *points))


def _of_stage(group: pd.DataFrame, lang: Lang) -> str:
    first = group.iloc[0].to_dict()
    stages = {"primary": ("小学", "primary"), "junior": ("初中", "junior secondary")}
    place = [str(first["county"])] if "county" in first else []
    stage = " · ".join([*place, stages[first["stage"]][lang == "en"]])
    limited = group[group["limit"].notna()]
    plain = group[group["limit"].isna()]
    if len(plain):
        verdict = say("mean_met" if limited["met"].all() else "mean_unmet", lang)
        return say("balance", lang).format(stage=stage, n=len(plain), verdict=verdict)
    failed = limited[~limited["met"].astype(bool)]
    if failed.empty:
        verdict = say("all_met", lang)
    else:
        names = [resource_name(row, lang) for row in failed.to_dict("records")]
        verdict = say("some_unmet", lang).format(k=len(failed), names=listed(names, lang))
    return say("balance", lang).format(stage=stage, n=len(limited), verdict=verdict)


def of_evidence(
    figures: Any,
    observations: Any,
    problems: Sequence[Problem],
    verified: Sequence[Verification],
    disagreeing: Any,
    *,
    lang: Lang = "zh",
) -> Headline:
    """Return how much evidence there is, and how much of it was re-verified.

    Parameters
    ----------
    figures, observations : frame
        Rows of ``compare.table("figures")`` and ``compare.observations()``.
    problems : sequence of Problem
        What :func:`compare.check` returns.
    verified : sequence of Verification
        What :func:`compare.verify` returns.
    disagreeing : frame
        Rows of :func:`compare.tables.conflicts`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    at_hand = [result for result in verified if result.found is not None]
    text = say("evidence", lang).format(
        figures=len(as_pandas(figures)),
        observations=len(as_pandas(observations)),
        found=sum(result.found or 0 for result in verified),
        quotes=sum(result.quotes for result in verified),
        problems=len(problems),
    )
    groups = as_pandas(disagreeing).groupby(["region", "indicator", "year", "kind"]).ngroups
    points = [say("evidence_conflicts", lang).format(n=groups)]
    if len(at_hand) < len(verified):
        points.append(say("no_texts", lang))
    return Headline(text, tuple(points))


def of_scan(proposals: Any, *, title: str | None, lang: Lang = "zh") -> Headline:
    """Return how much a scan has found, and how much of it needs a look.

    Parameters
    ----------
    proposals : frame
        What ``Scan.table()`` returns.
    title : str, optional
        Title of the document, where it was found.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(proposals)
    text = say("scan", lang).format(
        title=title or "?",
        n=len(rows),
        sure=int((rows["doubt"] < _SURE).sum()),
        aligned=int((rows["indicator"] != "").sum()),
    )
    return Headline(text, (say("scan_nothing", lang),))


_SURE = 0.2
"""Proposals with less doubt than this need a glance only."""
