"""Labels: what each text means by the thing told, where the definitions are only close.

Of several places their texts are held against each other, of one against the shared name.
What the names do not tell apart (accepted by, attending) nobody can tell from the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.finding.facts import Facts
from compare.finding.statement import Finding
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, joined, sentences
from compare.wording.values import is_missing

_COMPARED = {"versus-region": "actual", "promise": "target"}
"""Kinds of findings about several places, and what they hold against each other."""

_OF_ONE = {"versus-reference": "actual", "attainment": "actual"}
"""Kinds of findings about one place, and what they tell of it."""

_FEW = 3
"""Of more places the names would be longer than the lead."""

_PREFIX = 2
"""全县就读率 says no more than 就读率."""


def labels(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return the labels of the figures that findings compare, by topic; nothing where alike."""
    told: dict[str, dict[str, str]] = {}
    for one in found:
        if len(one.regions) <= _FEW and _is_told(one, facts):
            told.setdefault(one.said[lang].topic, {}).update(_by_region(one, facts, lang))
    names = [
        say("lead-labels-of", lang, topic=topic, each=_each(of, facts, lang))
        for topic, of in told.items()
        if of
    ]
    return sentences([say("lead-labels", lang, each=clauses(names, lang))], lang) if names else ""


def _is_told(one: Finding, facts: Facts) -> bool:
    """Tell whether the texts mean what the topic does not say, of several places or of one."""
    names = _by_region(one, facts, "zh")
    if one.kind in _COMPARED:
        return one.strength == "with-caution" and _differ([*names.values()])
    if not names or one.unit == "year" or not _is_close(one, facts):
        return False
    return _differ([*names.values(), one.said["zh"].topic.strip()])


def _is_close(one: Finding, facts: Facts) -> bool:
    judged = [facts.evidence.judgement(name, str(one.indicator)) or {} for name in one.figures]
    return any(each.get("comparability") == "close" for each in judged)


def _by_region(one: Finding, facts: Facts, lang: Lang) -> dict[str, str]:
    """Return what the text of each region calls its value; nothing where one has no name."""
    kind = (_COMPARED | _OF_ONE).get(one.kind)
    stated = facts.evidence.words(one.figures).values()
    named = {
        row["region"]: row["label" if lang == "zh" else "label_en"]
        for row in reversed([*stated])
        if row["kind"] == kind
    }
    known = {key: named.get(key) for key in one.regions}
    return {} if any(map(is_missing, known.values())) else {k: str(v) for k, v in known.items()}


def _differ(names: Sequence[str]) -> bool:
    """Tell whether names differ by more than a word in front."""
    shortest = min(names, key=len, default="")
    return any(not name.endswith(shortest) or len(name) > len(shortest) + _PREFIX for name in names)


def _each(names: Mapping[str, str], facts: Facts, lang: Lang) -> str:
    """Return what each region's text calls a thing, in one clause."""
    known = facts.evidence
    said = [
        say("lead-label", lang, label=name, region=known.name("region", key, lang))
        for key, name in names.items()
    ]
    return joined(said, lang)
