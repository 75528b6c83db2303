"""Titles of charts: the finding that a picture shows, or else what it is of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.titles import title_of, title_of_judged
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import bracketed, moment

Kinds = Sequence[Collection[str]]
"""Kinds of findings that a picture shows, those first that it shows first."""

OUTCOMES: Kinds = (("versus-region",), ("versus-reference",))
TARGETS: Kinds = (("promise", "timing"), ("versus-reference",))
TO_REFERENCE: Kinds = (("versus-reference",),)
WAYS = ("own-target",)
PATHS: Kinds = (("attainment",), ("own-target", "promise", "timing", "pace"))
OF_REGION: Kinds = (("versus-region", "versus-reference", "promise", "timing"),)


def of_moment(rows: pd.DataFrame) -> Kinds:
    """Return what rows of one moment show: outcomes, or targets."""
    return TARGETS if (rows["kind"] == "target").all() else OUTCOMES


def finding_or_name(
    rows: pd.DataFrame,
    kinds: Kinds,
    name: str,
    *,
    about: str | None = None,
    evidence: Evidence,
    facts: Facts | None,
    lang: Lang,
) -> str:
    """Return the weightiest finding of the rows of a picture, or the name of its subject.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations, or rows of a comparison of them, named.
    kinds : sequence of collection of str
        The kinds of findings that the picture shows: of the first that there is any.
    name : str
        What the picture is of: its title where the rows support no finding.
    about : str, optional
        The region that it is about.
    evidence : Evidence
        What is known beside the rows.
    facts : Facts, optional
        Facts of observations among which these rows are.
    lang : {"zh", "en"}
        Language.
    """
    found = title_of(rows, about=about, kinds=kinds, evidence=evidence, facts=facts, lang=lang)
    return name if found is None else found


def judged_or_name(
    rows: pd.DataFrame,
    kind: str,
    name: str,
    *,
    about: str | None = None,
    evidence: Evidence,
    lang: Lang,
) -> str:
    """Return the weightiest finding of targets that are judged, or the name of the picture.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of :func:`compare.attainment` or of :func:`compare.revisions`, named.
    kind : {"attainment", "revision"}
        The kind of findings that it shows.
    name : str
        What the picture is of: its title where nothing is decided.
    about : str, optional
        The region that it is about.
    evidence : Evidence
        What is known beside the rows.
    lang : {"zh", "en"}
        Language.
    """
    said = title_of_judged(rows, kind, about=about, evidence=evidence, lang=lang)
    return name if said is None else said


def name_at(name: str, row: dict[str, Any], lang: Lang) -> str:
    """Return a name with the moment of a row: ``新增幼儿园学位（2025年目标）``."""
    return f"{name}{bracketed(moment(row, lang), lang)}"


def name_over(name: str, years: Iterable[int], lang: Lang) -> str:
    """Return a name with the years that it covers: ``新增幼儿园学位（2020—2025年）``."""
    return f"{name}{bracketed(years_in_words(years, lang), lang)}"


def years_in_words(years: Iterable[int], lang: Lang) -> str:
    """Return the first and the last of some years: ``2020—2025年``."""
    every = sorted(years)
    first, last = str(every[0]), str(every[-1])
    if first == last:
        return say("chart-year", lang, year=first)
    return say("chart-years", lang, first=first, last=last)
