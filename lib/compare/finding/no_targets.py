"""No targets: what a page about targets says where nobody has set any."""

from __future__ import annotations

from collections.abc import Collection

from compare.finding.facts import Facts
from compare.finding.stated_alone import Stated
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import sentences

OF_TARGETS = frozenset(("attainment", "revision", "own-target", "promise", "timing", "pace"))
"""Kinds of findings that there are of targets alone."""


def no_targets(facts: Facts, kinds: Collection[str] | None, lang: Lang) -> Stated | None:
    """Return what a page about targets says of observations among which there is none.

    Parameters
    ----------
    facts : Facts
        The observations of the page.
    kinds : collection of str, optional
        The kinds of findings that the page asks for; None for all.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    Stated or None
        None where there is a target, or the page asks for more than targets.
    """
    if kinds is None or not OF_TARGETS.issuperset(kinds):
        return None
    if (facts.everything["kind"] == "target").any():
        return None
    form = f"lead-no-targets-{_asked_of(facts)}"
    return Stated(say(f"{form}-title", lang), sentences([say(form, lang)], lang))


def _asked_of(facts: Facts) -> str:
    """Return whether a whole table was asked; of some of its regions others may have targets."""
    if not facts.evidence.of_tables:
        return "stated"
    asked, known = set(facts.everything["region"]), set(facts.evidence.regions["region"])
    return "of-table" if asked >= known else "of-some"
