"""Labels: what each text means by the thing compared, where the definitions are only close.

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

_FEW = 3
"""Of more places the names would be longer than the lead."""

_PREFIX = 2
"""全县就读率 says no more than 就读率."""


def labels(found: Sequence[Finding], facts: Facts, lang: Lang) -> str:
    """Return the labels of the figures that findings compare, by topic; nothing where alike."""
    told = {
        one.said[lang].topic: _each(_by_region(one, facts, lang), facts, lang)
        for one in found
        if one.kind in _COMPARED and one.strength == "with-caution" and len(one.regions) <= _FEW
        and _differ(_by_region(one, facts, "zh"))
    }  # fmt: skip
    names = [say("lead-labels-of", lang, topic=of, each=each) for of, each in told.items() if each]
    return sentences([say("lead-labels", lang, each=clauses(names, lang))], lang) if names else ""


def _by_region(one: Finding, facts: Facts, lang: Lang) -> dict[str, str]:
    """Return what the text of each region calls its value; nothing where one has no name."""
    stated = facts.evidence.words(one.figures).values()
    named = {
        row["region"]: row["label" if lang == "zh" else "label_en"]
        for row in reversed([*stated])
        if row["kind"] == _COMPARED[one.kind]
    }
    known = {key: named.get(key) for key in one.regions}
    return {} if any(map(is_missing, known.values())) else {k: str(v) for k, v in known.items()}


def _differ(names: Mapping[str, str]) -> bool:
    """Tell whether names differ by more than a word in front."""
    if not names:
        return False
    shortest = min(names.values(), key=len)
    return any(
        not name.endswith(shortest) or len(name) > len(shortest) + _PREFIX
        for name in names.values()
    )


def _each(names: Mapping[str, str], facts: Facts, lang: Lang) -> str:
    """Return what each region's text calls a thing, in one clause."""
    known = facts.evidence
    said = [
        say("lead-label", lang, label=name, region=known.name("region", key, lang))
        for key, name in names.items()
    ]
    return joined(said, lang)
