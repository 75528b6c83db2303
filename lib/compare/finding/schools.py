"""Headline of school data: which counties and stages keep within the limits of a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from compare.comparisons.frames import as_pandas
from compare.finding.headline import Headline
from compare.finding.lead import LONGEST
from compare.ledger.records import records
from compare.schools.balance_rules import find_rule, resource_name
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import joined, listed, sentences


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
    failed = [_place(group, lang) for group in groups if not group["met"].dropna().all()]
    form = "unmet" if failed else "met"
    number = find_rule(rows.iloc[0]["rule"]).number
    text = say(f"finding-balance-lead-{form}", lang, rule=number, places=joined(failed, lang))
    points = [_of_stage(group, lang) for group in groups]
    opening = [say("finding-made-up", lang)] if made_up else []
    told = opening or [points.pop(0)]
    while points and _fits([*told, points[0]], lang):
        told.append(points.pop(0))
    return Headline(text, tuple(points), lead=sentences(told, lang))


def _fits(told: Sequence[str], lang: Lang) -> bool:
    text = sentences(told, lang)
    return (len(text) if lang == "zh" else len(text.split())) <= LONGEST[lang]


def _place(group: pd.DataFrame, lang: Lang) -> str:
    """Return the county, where there are several, and the stage."""
    first = group.iloc[0].to_dict()
    place = [str(first["county"])] if "county" in first else []
    return say("finding-join-place", lang).join([*place, say(f"stage-{first['stage']}", lang)])


def _of_stage(group: pd.DataFrame, lang: Lang) -> str:
    stage = _place(group, lang)
    limited = group[group["limit"].notna()]
    plain = group[group["limit"].isna()]
    if len(plain):
        verdict = say(f"finding-mean-{'met' if limited['met'].all() else 'unmet'}", lang)
        return say("finding-balance", lang, stage=stage, n=len(plain), verdict=verdict)
    failed = limited[~limited["met"].astype(bool)]
    if failed.empty:
        verdict = say("finding-all-met", lang)
    else:
        names = [resource_name(row, lang) for row in records(failed)]
        verdict = say("finding-some-unmet", lang, k=len(failed), names=listed(names, lang))
    return say("finding-balance", lang, stage=stage, n=len(limited), verdict=verdict)
