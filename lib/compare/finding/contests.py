"""The finding of one contest, with what must be known beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from compare.comparisons.comparability import CONTEST
from compare.finding.cautions import caution_names
from compare.finding.rankings import ranking_finding
from compare.reasons import named
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, moment, reasons_in_words

MOMENT = ["indicator", "year", "kind"]


def present(group: pd.DataFrame) -> int:
    """Return how many rows have a value."""
    return int((group["lo"].notna() | group["hi"].notna()).sum())


def contests_of(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the contests with two regions or more: one year observed, one scope."""
    ranked = rows[rows["of"] > 1]
    return [group for _, group in ranked.groupby(CONTEST, sort=False)]


def outcomes(contests: Iterable[pd.DataFrame]) -> dict[str, int]:
    """Count the contests by what they decide: who is ahead or level, some rank, or nothing."""
    counted = Counter(map(_outcome, contests))
    return {name: counted[name] for name in ("decided", "partly", "open")}


def outcomes_in_words(counted: Mapping[str, int], lang: Lang, *, of: str) -> str:
    """Return how many contests or indicators decide what; nothing is said of none.

    Parameters
    ----------
    counted : mapping
        What :func:`outcomes` returns; for indicators also how many are alone.
    lang : {"zh", "en"}
        Language.
    of : {"contests", "indicators"}
        What is counted.
    """
    said = [say(f"finding-{of}-{name}", lang, n=n) for name, n in counted.items() if n]
    return say("finding-join", lang).join(said)


def _outcome(contest: pd.DataFrame) -> str:
    top = contest[contest["rank_best"] == 1]
    if (top["rank"] == 1).all():
        return "decided"
    return "partly" if contest["rank"].notna().any() else "open"


def moment_findings(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """Return the findings of a moment, or why it has none."""
    contests = contests_of(rows)
    if contests:
        return [contest_finding(contest, lang) for contest in contests]
    return [ranking_finding(rows.reset_index(drop=True), lang)]


def contest_finding(contest: pd.DataFrame, lang: Lang) -> str:
    """Return the finding of a contest, with what must be known beside it."""
    ordered = contest.sort_values(["rank_best", "rank_worst", "adcode"], kind="stable")
    text = ranking_finding(ordered.reset_index(drop=True), lang)
    ranked = contest[contest["rank_best"].notna()]
    doubts = reasons_in_words(
        "; ".join(sorted(caution_names(ranked) & set(named("cautions")))), lang
    )
    first = contest.iloc[0].to_dict()
    when = moment({**first, "year": int(first["observed_year"])}, lang)
    conditions = say("finding-join", lang).join(filter(None, (when, doubts)))
    closing = bracketed("", lang)[-1]
    if text.endswith(closing):  # one pair of brackets, not two side by side
        return say("finding-join", lang).join((text.removesuffix(closing), conditions)) + closing
    return text + bracketed(conditions, lang)
