"""Sources of a brief: numbered as they are cited, in full as GB/T 7714 asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compare.ledger.evidence import Evidence, figure_ids
from compare.pages.paper.blocks import Paragraph, Run
from compare.pages.paper.unbroken import JOINER
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, joined
from compare.wording.references import citation, rule_name


def newest(regions: Sequence[str], evidence: Evidence) -> str:
    """Return the date of the newest document of the regions; nothing where none has a date."""
    return _newest(evidence.sources_of_regions(regions))


def _newest(rows: Iterable[Mapping[str, Any]]) -> str:
    return max((str(row["issued"]) for row in rows if row["issued"] is not None), default="")


def how_new(regions: Sequence[str], evidence: Evidence, lang: Lang) -> str:
    """Return how many documents of the regions there are, and of when the newest is.

    It belongs to these regions alone: a document of another one leaves the brief as it is.
    """
    rows, date = evidence.sources_of_regions(regions), newest(regions, evidence)
    if not date:
        return ""
    names = joined([evidence.name("region", region, lang) for region in regions], lang)
    return say("brief-how-new", lang, regions=names, n=len(rows), date=date)


class Cited:
    """Numbers sources in the order in which they are cited."""

    def __init__(self, evidence: Evidence, lang: Lang) -> None:
        self._evidence, self._lang = evidence, lang
        self._numbers: dict[str, int] = {}
        self._rules: dict[str, None] = {}

    def mark(self, figures: Iterable[str]) -> Run:
        """Return the numbers of the sources of some figures, raised."""
        names = dict.fromkeys(name.split("/")[0] for name in figure_ids(figures))
        known = [name for name in names if self._evidence.document(name) is not None]
        numbers = sorted(self._numbers.setdefault(n, len(self._numbers) + 1) for n in known)
        told = f"{JOINER}[{','.join(map(str, numbers))}]" if numbers else ""
        return Run(told, raised=True)  # on the line of what it belongs to

    def rule(self, limit: Mapping[str, Any]) -> None:
        """Note the document of a national figure or standard."""
        if isinstance(limit["rule"], str):
            self._rules.setdefault(rule_name(limit, self._lang), None)

    @property
    def newest(self) -> str:
        """The date of the newest document that is cited; nothing where none has a date."""
        return _newest(self._evidence.documents_named(self._numbers))

    def blocks(self) -> list[Paragraph]:
        """Return all sources, a paragraph each, and the national ones in one."""
        texts = []
        for name, number in self._numbers.items():
            row = self._evidence.document(name)
            assert row is not None
            cited = Run(citation(row, self._lang), chinese=self._lang != "zh")
            texts.append((Run(f"[{number}] "), cited))
        if self._rules:
            rules = Run(clauses([*self._rules], self._lang))
            texts.append((Run(say("brief-national-sources", self._lang)), rules))
        return [Paragraph(text, "small") for text in texts]
