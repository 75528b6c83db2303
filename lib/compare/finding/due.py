"""Due: whether the targets that a lead tells have come, where they fell due."""

from __future__ import annotations

from collections.abc import Iterable

from compare.finding.facts import Facts
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import sentences


def without_outcome(figures: Iterable[str], facts: Facts) -> list[str]:
    """Return those of some dates whose regions have no outcome among them.

    A line of dates that says of a region what had come, or had not, leaves nothing to be said.
    """
    words = facts.evidence.words(figures)
    known = {row["region"] for row in words.values() if row["kind"] == "actual"}
    return [name for name, row in words.items() if row["region"] not in known]


def what_came(figures: Iterable[str], facts: Facts, lang: Lang) -> str:
    """Return that of the targets among some figures, where they fell due, no outcome is known.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures that a lead names.
    facts : Facts
        What is known of their years, and of outcomes.
    lang : {"zh", "en"}
        Language.
    """
    words = facts.evidence.words(figures)
    targets = {name: row["year"] for name, row in words.items() if row["kind"] == "target"}
    due = {name for name, year in targets.items() if facts.gone(year)}
    unknown = due - facts.judged_targets
    if not unknown:
        return ""
    form = "some"
    if unknown == due:
        form = "all" if len(due) == len(targets) else "due"
    return sentences([say(f"lead-due-{form}", lang, n=len(due))], lang)
