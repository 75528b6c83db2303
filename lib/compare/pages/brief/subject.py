"""What a brief is about, with everything that may be said of it, asked for once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from compare.charts.chart import Chart
from compare.charts.forms.region_profile import region_profile
from compare.finding.facts import Facts
from compare.finding.findings import found_in
from compare.finding.kinds.tally import is_open
from compare.finding.lead import lead_of
from compare.finding.selection import of_last_field
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.ledger.records import grouped, records
from compare.pages.brief.due import due_of
from compare.wording.catalogue import Lang

Row = Mapping[str, Any]


class Known:
    """What is known of a region or two, in no language: asked for once.

    Parameters
    ----------
    facts : Facts
        The observations, restricted to the regions.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def found(self) -> list[Finding]:
        """Everything that may be said, the weightiest first; of long series the last year."""
        return of_last_field(found_in(self.facts))

    @cached_property
    def due(self) -> list[Finding]:
        """The dates that have come due without a word on them."""
        return list(due_of(self.facts))

    @cached_property
    def rows(self) -> list[Row]:
        """The observations of the regions that count."""
        own = self.facts.main[self.facts.main["region"].isin(self.facts.subject.regions)]
        return list(records(own))

    @cached_property
    def planned(self) -> dict[Any, list[Row]]:
        """Every target of the regions, by region, indicator and scope: superseded ones, too."""
        every = self.facts.everything
        own = every[every["region"].isin(self.facts.subject.regions)]
        targets = own[(own["kind"] == "target") & (own["comparability"] != "proxy")]
        found = grouped(records(targets), "region", "indicator", "scope")
        return {key: list(rows) for key, rows in found.items()}

    @cached_property
    def sources(self) -> list[Row]:
        """The sources of all that is observed, of whatever region."""
        return list(self.facts.evidence.sources(self.facts.main["figure"]))

    @cached_property
    def written(self) -> dict[str, list[Row]]:
        """What the documents of each region state."""
        stated = self.facts.evidence.stated_by
        return {name: list(records(stated([name]))) for name in self.facts.subject.regions}

    @cached_property
    def of_cities(self) -> frozenset[str]:
        """The indicators that cities alone have."""
        known = self.facts.evidence.indicators
        return frozenset(known.loc[known["only_level"].eq("prefecture-city"), "indicator"])

    @cached_property
    def attained(self) -> dict[str, list[Row]]:
        """What became of the targets of each indicator, those judged and the last ones last."""
        rows = grouped(records(self.facts.attained), "indicator")
        return {name: sorted(of_one, key=_known_last) for (name,), of_one in rows.items()}


@dataclass(frozen=True, eq=False)
class About:
    """A region or two, in a language, with all observations and evidence.

    Attributes
    ----------
    known : Known
        What is known of them.
    lang : {"zh", "en"}
        Language.
    """

    known: Known
    lang: Lang

    @property
    def facts(self) -> Facts:
        """The observations, restricted to the regions."""
        return self.known.facts

    @property
    def found(self) -> list[Finding]:
        """Everything that may be said, the weightiest first."""
        return self.known.found

    @property
    def due(self) -> list[Finding]:
        """The dates that have come due without a word on them."""
        return self.known.due

    @cached_property
    def lead(self) -> str:
        """The lead of everything that may be said."""
        return lead_of(self.found, self.facts, self.lang).text

    @property
    def rows(self) -> list[Row]:
        """The observations of the regions that count."""
        return self.known.rows

    def profile(self, year: int, indicators: tuple[str, ...]) -> Chart:
        """Return where the first region stands in a year: drafts of any length have one chart."""
        if (year, indicators) not in self._profiles:
            ranked = self.facts.ranked
            is_shown = ranked["indicator"].isin([*indicators]) & (ranked["kind"] == "actual")
            self._profiles[year, indicators] = region_profile(
                ranked[is_shown & (ranked["year"] == year)], self.regions[0],
                evidence=self.evidence, facts=self.facts, lang=self.lang, size="half",
            )  # fmt: skip
        return self._profiles[year, indicators]

    @cached_property
    def _profiles(self) -> dict[tuple[int, tuple[str, ...]], Chart]:
        return {}

    @property
    def attained(self) -> dict[str, list[Row]]:
        """What became of the targets of each indicator, those judged and the last ones last."""
        return self.known.attained

    @property
    def regions(self) -> tuple[str, ...]:
        """Keys of the regions."""
        return self.facts.subject.regions

    @property
    def is_pair(self) -> bool:
        """Tell whether it is about two regions."""
        return len(self.regions) > 1

    @property
    def evidence(self) -> Evidence:
        """What is known beside the observations."""
        return self.facts.evidence

    def stated(
        self, indicator: str, kind: str, year: Any, figure: Any = None, region: str = ""
    ) -> Row | None:
        """Return what a region states of an indicator: by figure, or by year."""
        for row in self.rows:
            if row["indicator"] != indicator or row["kind"] != kind:
                continue
            if row["region"] != (region or self.regions[0]):
                continue
            if row["figure"] == figure if isinstance(figure, str) else row["year"] == year:
                return row
        return None

    def name(self, region: str) -> str:
        """Return what a region is called."""
        return self.evidence.name("region", region, self.lang)

    def of_kinds(self, kinds: Sequence[str]) -> list[Finding]:
        """Return the findings of some kinds: of two regions, those about both first."""
        chosen = [one for one in self.found if one.kind in kinds]
        if self.is_pair:
            chosen.sort(key=lambda one: set(one.regions) != set(self.regions))
        return chosen


def _known_last(row: Row) -> tuple[bool, bool, int]:
    return row["verdict"] != "no-outcome", not is_open(row), row["target_year"]
