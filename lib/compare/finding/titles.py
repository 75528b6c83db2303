"""Titles: the finding that a picture or a table shows, as its heading."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.headings import heading_and_told, is_of_one_indicator, subject_name
from compare.finding.judged import JudgedFacts
from compare.finding.part import facts_of
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.wording.catalogue import Lang
from compare.wording.phrases import about as heading_of


@dataclass(frozen=True)
class Title:
    """A heading, and what it tells.

    Attributes
    ----------
    text : str
        The heading.
    told : tuple of Finding
        The findings that it tells, one at least.
    """

    text: str
    told: tuple[Finding, ...]

    @property
    def indicators(self) -> list[str]:
        """The shared indicators of what it tells, in its order."""
        return list(dict.fromkeys(one.indicator for one in self.told if one.indicator is not None))


_OF_PAIRS = ("reference", "gap", "verdict", "rank", "of", "reasons")


def title_of(
    rows: Any,
    *,
    about: Any = None,
    kinds: Sequence[Collection[str] | None] = (None,),
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> str | None:
    """Return the weightiest finding of the rows of a picture, as a heading.

    As :func:`titled`; of the first of several sets of ``kinds`` that there is any of.
    """
    own = _facts_of(rows, about, evidence, facts)
    said = () if own is None else (_title(own, some, lang) for some in kinds)
    return next((one.text for one in said if one is not None), None)


def titled(
    rows: Any,
    *,
    about: Any = None,
    kinds: Collection[str] | None = None,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> Title | None:
    """Return the weightiest finding of the rows of a picture, as a heading.

    Parameters
    ----------
    rows : pandas.DataFrame
        Observations, or rows of a comparison of them, named. What stands several times, once
        for each reference, counts once.
    about : str or sequence of str, optional
        Whom the picture is about.
    kinds : collection of str, optional
        The kinds of findings that the picture shows.
    evidence : Evidence, optional
        What is known beside the rows.
    facts : Facts, optional
        Facts of observations among which these rows are, with all of every contest: where
        many titles are asked for, nothing is compared twice.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    Title or None
        None where the rows support no finding of these kinds. The one region or indicator
        that they are about stands before a colon.
    """
    own = _facts_of(rows, about, evidence, facts)
    return None if own is None else _title(own, kinds, lang)


def _facts_of(
    rows: Any, about: Any, evidence: Evidence | None, facts: Facts | None
) -> Facts | None:
    """Return the facts of the rows of a picture; None where they state nothing."""
    # of a part its keys alone are looked at
    stated = _as_observations(rows if facts is None else rows[[n for n in rows if n in _OF_PART]])
    return None if stated.empty else facts_of(stated, about, evidence, facts).of_rows_alone()


_OF_PART = frozenset(("region", "indicator", "year", "kind", "figure", "lo", "hi"))


def title_of_judged(
    judged: pd.DataFrame,
    kind: str,
    *,
    about: str | None = None,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> str | None:
    """Return the weightiest finding of targets that are judged already, as a heading.

    Parameters
    ----------
    judged : pandas.DataFrame
        Rows of :func:`compare.attainment` or of :func:`compare.revisions`, named.
    kind : {"attainment", "revision"}
        The kind of findings that the picture shows.
    about : str, optional
        The region that it is about.
    evidence : Evidence, optional
        What is known beside the rows.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    str or None
        None where nothing is decided.
    """
    if judged.empty:
        return None
    said = _title(JudgedFacts(judged, about, evidence).of_rows_alone(), [kind], lang)
    return None if said is None else said.text


def _title(own: Facts, kinds: Collection[str] | None, lang: Lang) -> Title | None:
    found = [one for one in found_in(own, kinds) if one.verdict != "no-outcome"]
    if not found:  # what nobody knows is no finding that a picture shows
        return None
    of_one = is_of_one_indicator(own) and not own.subject.regions
    if of_one or own.subject.region:
        name = subject_name(own, lang)
        said, told = heading_and_told(found, own, lang, topics=not of_one, after=name)
        return Title(heading_of(name, said, lang), told)
    said, told = heading_and_told(found, own, lang)
    return Title(said[0].upper() + said[1:], told)


def _as_observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each value once, without what a comparison added, and without empty rows."""
    kept = rows.drop(columns=[name for name in _OF_PAIRS if name in rows])
    if {"lo", "hi"} <= set(kept):
        kept = kept[kept["lo"].notna() | kept["hi"].notna()]
    keys = [name for name in ("region", "indicator", "year", "kind", "figure") if name in kept]
    return kept.drop_duplicates(keys)
