"""Headlines of the evidence itself: how much there is, and what a scan has found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from compare.comparisons.frames import as_pandas
from compare.errors import Problem
from compare.finding.headline import Headline
from compare.finding.rows import known_rows
from compare.sources.journeys import Verification
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import sentences

_SURE = 0.2
"""Proposals with less doubt than this need a glance only."""


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
    absent = [result for result in verified if result.found is None and result.kept]
    kept_none = [result for result in verified if not result.kept]
    unverified = sum(result.quotes for result in absent)
    quotes = sum(result.quotes for result in at_hand)
    found = sum(result.found or 0 for result in at_hand)
    form = "unquoted" if not quotes else "found" if found == quotes else "lost"
    text = say(f"finding-evidence-{form}", lang, found=found, quotes=quotes, lost=quotes - found)
    counted = say(
        "finding-evidence-counted", lang, figures=len(as_pandas(figures)),
        observations=len(as_pandas(observations)),
    )  # fmt: skip
    checked = "finding-evidence-problems" if problems else "finding-evidence-clean"
    differing, _ = known_rows(disagreeing, None)
    groups = differing.groupby(["region", "indicator", "year", "kind"]).ngroups
    points = [counted, say(checked, lang, n=len(problems))]
    points += [say("finding-evidence-conflicts", lang, n=groups)] if groups else []
    if unverified:
        points.append(say("finding-no-texts", lang, n=unverified, documents=len(absent)))
    if kept_none:
        quotes = sum(result.quotes for result in kept_none)
        points.append(say("finding-no-text-kept", lang, n=quotes, documents=len(kept_none)))
    return Headline(text, lead=sentences(points, lang))


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
    text = say(
        "finding-scan",
        lang,
        title=title or "?",
        n=len(rows),
        sure=int((rows["doubt"] < _SURE).sum()),
        aligned=int((rows["indicator"] != "").sum()),
    )
    return Headline(text, lead=sentences([say("finding-scan-nothing", lang)], lang))
