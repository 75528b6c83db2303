"""Due: whether the targets that a lead tells have come, where they fell due."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from compare.finding.facts import Facts
from compare.finding.naming import few_of
from compare.finding.rows import region_name
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import sentences


def without_outcome(figures: Iterable[str], facts: Facts) -> list[str]:
    """Return those of some dates whose regions have no outcome among them.

    A line of dates that says of a region what had come, or had not, leaves nothing to be said.
    """
    words = facts.evidence.words(figures)
    known = {row["region"] for row in words.values() if row["kind"] == "actual"}
    return [name for name, row in words.items() if row["region"] not in known]


def what_came(
    figures: Iterable[str],
    facts: Facts,
    lang: Lang,
    *,
    regions: Collection[str] = (),
    judged: Collection[str] = (),
    just_told: bool = False,
) -> str:
    """Return that of the targets among some figures, where they fell due, no outcome is known.

    Parameters
    ----------
    figures : iterable of str
        Ids of figures that a lead names.
    facts : Facts
        What is known of their years, and of outcomes.
    lang : {"zh", "en"}
        Language.
    regions : collection of str
        Keys of the regions whose plans the lead tells: where not all of them lack an outcome,
        it is said who does.
    judged : collection of str
        Keys of the regions of which the lead tells what became of another plan.
    just_told : bool
        Whether a plan is what the lead ends with: if it is the only one it need not be named.
    """
    words = facts.evidence.words(figures)
    targets = {name: row for name, row in words.items() if row["kind"] == "target"}
    due = {name for name, row in targets.items() if facts.gone(row["year"])}
    unknown = due - facts.judged_targets
    if not unknown:
        return ""
    if unknown != due:
        return sentences([say("lead-due-some", lang)], lang)
    form = "all" if len(due) == len(targets) else "due"
    of = dict.fromkeys(row["region"] for name, row in targets.items() if name in due)
    if {*of} & {*judged}:
        return sentences([say("lead-due-others", lang, n=len(due))], lang)
    if {*of} < {*regions}:
        names = [region_name(key, facts.everything, facts.evidence, lang) for key in of]
        said = say(f"lead-due-{form}-of", lang, n=len(due), names=few_of(names, lang))
    elif just_told and len(targets) == 1:
        said = say("lead-due-just-told", lang)
    else:
        said = say(f"lead-due-{form}", lang, n=len(due))
    return sentences([said], lang)
