"""Headline of school data: which counties and stages keep within the limits of a rule."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.headline import Headline
from compare.schools.balance_rules import find_rule, resource_name
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import listed


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
    text = say(
        "finding-balance-lead",
        lang,
        rule=find_rule(rows.iloc[0]["rule"]).number,
        met=sum(passed),
        unmet=len(passed) - sum(passed),
    )
    points = [_of_stage(group, lang) for group in groups]
    return Headline(text, (*([say("finding-made-up", lang)] if made_up else []), *points))


def _of_stage(group: pd.DataFrame, lang: Lang) -> str:
    first = group.iloc[0].to_dict()
    place = [str(first["county"])] if "county" in first else []
    stage = " · ".join([*place, say(f"stage-{first['stage']}", lang)])
    limited = group[group["limit"].notna()]
    plain = group[group["limit"].isna()]
    if len(plain):
        verdict = say(f"finding-mean-{'met' if limited['met'].all() else 'unmet'}", lang)
        return say("finding-balance", lang, stage=stage, n=len(plain), verdict=verdict)
    failed = limited[~limited["met"].astype(bool)]
    if failed.empty:
        verdict = say("finding-all-met", lang)
    else:
        names = [resource_name(row, lang) for row in failed.to_dict("records")]
        verdict = say("finding-some-unmet", lang, k=len(failed), names=listed(names, lang))
    return say("finding-balance", lang, stage=stage, n=len(limited), verdict=verdict)
