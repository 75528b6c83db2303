"""What a region is held against: its nation's and province's figures, aims and standards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.finding.statement import Finding
from compare.ledger.evidence import province_of_line
from compare.pages.brief.subject import About, Row
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import clauses, joined, listed
from compare.wording.references import hearsay, province_name
from compare.wording.values import is_missing, prose_value


@dataclass(frozen=True)
class Beside:
    """What stands beside a row: in words, and the keys of these benchmarks."""

    text: str
    benchmarks: tuple[str, ...]


class Nation:
    """Finds the national and provincial figures of rows, and notes whose they are.

    Attributes
    ----------
    second_hand : bool
        Whether one that was shown is known from a secondary source.
    """

    def __init__(self, about: About) -> None:
        self._about = about
        self._provinces: dict[str, None] = {}
        self.second_hand = False

    def beside(self, indicator: str, outcome: Row | None, target: Row | None) -> Beside:
        """Return the figures of the outcome's year, the aims for the target's, the standards."""
        known = self._about.evidence
        limits: list[Row] = []
        for row, kind in ((outcome, "actual"), (target, "target")):
            if row is None or is_missing(row["year"]):
                continue
            place = known.code_of(row["region"])
            of_year = known.benchmarks_of(indicator, int(row["year"]), kind, place)
            limits += _one_of_each(one for one in of_year if one["kind"] == kind)
        standing = known.benchmarks_of(indicator, 0, "")
        limits += [one for one in standing if one["kind"] == "standard"]
        told = clauses([self._told(limit) for limit in limits], self._about.lang)
        return Beside(told, tuple(str(limit["benchmark"]) for limit in limits))

    def head(self) -> str:
        """Return the head of the column, which names the provinces in it."""
        lang = self._about.lang
        if not self._provinces:
            return say("brief-head-nation", lang)
        return say("brief-head-nation-province", lang, province=joined([*self._provinces], lang))

    def _told(self, limit: Row) -> str:
        lang = self._about.lang
        second = bool(hearsay(limit, lang))
        self.second_hand = self.second_hand or second
        if province := _province(limit, lang):
            self._provinces.setdefault(province, None)
        form = f"brief-nation-{limit['kind']}{'-province' * bool(province)}"
        told = say(form, lang, province=province, year=_year(limit), value=prose_value(limit, lang))
        return told + "*" * second


def _one_of_each(limits: Iterable[Row]) -> list[Row]:
    """Return one line of each owner: the nation, a province."""
    kept: dict[str, Row] = {}
    for limit in limits:
        kept.setdefault(province_of_line(limit), limit)
    return [kept[owner] for owner in sorted(kept)]


def _province(limit: Row, lang: Lang) -> str:
    return province_name(province_of_line(limit) + "0000", lang)


def reference_of(one: Finding, about: About) -> str:
    """Return what an outcome is held against, beside the name of its indicator: 全国, 标准."""
    limit, lang = about.evidence.benchmark(one.reference), about.lang
    if limit is None:
        return one.reference
    province = _province(limit, lang)
    form = f"brief-reference-{limit['kind']}{'-province' * bool(province)}"
    return say(form, lang, province=province, year=_year(limit))


def _year(limit: Row) -> str:
    return "" if is_missing(limit["year"]) else str(int(limit["year"]))


def references_of(found: Iterable[Finding], about: About) -> str:
    """Return what some findings hold a region against, each once: 全国、浙江省和国家标准."""
    lang = about.lang
    whose: dict[tuple[bool, bool], dict[str, None]] = {}
    others: dict[str, None] = {}
    for one in found:
        limit = about.evidence.benchmark(one.reference)
        if limit is None:
            beside = one.regions if one.kind == "versus-region" else ()
            others |= dict.fromkeys(about.name(name) for name in beside if name != about.regions[0])
            continue
        province, standard = _province(limit, lang), limit["kind"] == "standard"
        form = "brief-against-standard" if standard else "brief-against-nation"
        name = province or say(form, lang)
        if province and standard:
            name = say("brief-against-standard-province", lang, province=province)
        whose.setdefault((standard, bool(province)), {}).setdefault(name, None)
    names = [name for key in sorted(whose) for name in whose[key]]
    if others:
        names += others if len(others) == 1 else [say("brief-against-others", lang)]
    if len(names) < 2:
        return "".join(names)
    form = "brief-against-region" if others else "brief-against"  # “and” may run into its name
    return say(form, lang, names=listed(names[:-1], lang), last=names[-1])
