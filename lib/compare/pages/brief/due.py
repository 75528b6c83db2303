"""Dates that have come due, and of which no source says whether they were kept."""

from __future__ import annotations

from collections.abc import Iterator

from compare.finding.facts import Facts
from compare.finding.kinds.attainment import part_of
from compare.finding.naming import deed, hedged, region, source, topic, unit_of_change
from compare.finding.series import Row
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.ledger.records import grouped, records
from compare.wording.catalogue import Lang, say
from compare.wording.phrases import listed

DUE = "due"
"""The verdict: pages count such dates among the targets without outcome, a brief names them."""

_WEIGHT = 40.0
"""It is told after what is known to have become of a plan, and before how things stood."""

_ONE_DATE = ("region", "indicator", "target_document", "target_scope")


def due_of(facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each date of a plan that has gone by without a word on it.

    A date that a newer document has moved is told by itself.
    """
    rows = facts.attained
    if rows.empty:
        return
    postponed = {(row["region"], row["indicator"]) for row in records(facts.postponed)}
    for key, of_one in grouped(records(rows[rows["unit"] == "year"]), *_ONE_DATE).items():
        first, *twins = sorted(of_one, key=lambda row: row["target_year"])
        is_unknown = all(row["verdict"] == "no-outcome" for row in of_one)
        if is_unknown and facts.gone(first["target_year"]) and key[:2] not in postponed:
            yield _of_date(first, twins, facts)


def _of_date(row: Row, twins: list[Row], facts: Facts) -> Finding:
    target = part_of(row, "target", facts.evidence)
    tried = hedged(row["target_figure"], facts.evidence)
    scope = "each-county" if row["target_scope"] == "each-county" else "region"

    def said(lang: Lang) -> dict[str, str | int]:
        done = deed(row, lang) or topic(row, lang)
        years = listed([str(int(one["target_year"])) for one in twins], lang)
        year = str(int(row["target_year"]))
        return {
            "topic": done,
            "deed": say(f"finding-deed-{scope}", lang, deed=done),
            "plan": say(f"finding-deed-planned-{scope}", lang, year=year, hedged=tried),
            "hedged": tried,
            "also": say("finding-attainment-elsewhere", lang, years=years) if twins else "",
        }

    return Finding(
        kind="attainment",
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["target_year"]),
        verdict=DUE,
        unit=unit_of_change(row),
        strength="firm",  # what is not known is not compared
        weight=_WEIGHT,
        figures=figures_of([target, *({"figure": one["target_figure"]} for one in twins)]),
        said=in_both_languages(
            "brief-due", said, who=lambda lang: region(row, lang),
            source=lambda lang: source(target, facts.evidence, lang), opening="finding-planned",
            gone=True,
        ),
    )  # fmt: skip
