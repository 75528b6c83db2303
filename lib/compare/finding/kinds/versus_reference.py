"""Versus reference: outcomes and promises beside the nation's outcome, aim and standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import conditions
from compare.finding.facts import Facts
from compare.finding.naming import change, reach, region, source, topic, unit_of_change, value
from compare.finding.rows import number_in
from compare.finding.statement import Finding, figures_of, in_both_languages
from compare.finding.weights import OF_LEVELS, share, weight
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say
from compare.wording.references import benchmark_in_words

KIND = "versus-reference"
WEIGHT = 60.0
PLACE = 30

JUDGED = ("ahead", "behind", "level", "undetermined")

APART = "apart"
"""What a target is to a line, whose concept may be another than that of the outcomes before."""

Row = Mapping[str, Any]


def of(facts: Facts) -> Iterator[Finding]:
    """Return how each figure stands to each reference of its moment, and to each standard."""
    limits = facts.limits
    if limits.empty:
        return
    judged = limits[limits["verdict"].isin(JUDGED) & limits["reference"].notna()]
    last = judged.groupby(["region", "indicator", "kind"])["observed_year"].transform("max")
    is_last = (judged["observed_year"] == last).tolist()
    for row, is_newest in zip(records(judged), is_last, strict=True):
        limit = facts.evidence.benchmark(row["reference"])
        if limit is None or (limit["kind"] == "standard" and not is_newest):
            continue  # a standard asks for what holds now, or in the end
        yield _of_row(row, {**limit, "unit": row["unit"]}, facts)


def _of_row(row: Row, limit: Row, facts: Facts) -> Finding:
    apart = row["kind"] == "target" and row.get(BREAK) is True
    verdict = APART if apart else _verdict(row, limit)
    gap = None if apart else _margin(row, limit)
    own = [name for name in _reasons(row) if name != "each-of-several"]  # the sentence says it
    if apart:
        own = [name for name in own if name not in OF_LEVELS]  # nothing is compared
    told = {**row, "comparability": "exact"} if apart else row  # what is not compared has no grade
    held = conditions([told], facts, more=own, beside={} if apart else _remark(limit), pair=False)

    def said(lang: Lang) -> dict[str, str | int]:
        return {
            "topic": topic(row, lang),
            "year": str(int(row["observed_year"])),
            "value": value(row, lang),
            "reference": benchmark_in_words(limit, lang),
            "references": benchmark_in_words(limit, lang, several=True),
            "limit": value(limit, lang),
            "gap": "" if gap is None else _size(gap, row, lang),
            "way": _way(row, gap, lang),
            "side": _side(gap, lang),
            "over": _over(row, gap, lang),
            "reach": reach(row, lang),
            **held.said(lang),
        }

    return Finding(
        kind=KIND,
        regions=(row["region"],),
        indicator=row["indicator"],
        year=int(row["observed_year"]),
        verdict=verdict,
        unit=unit_of_change(row),
        strength=held.strength,
        weight=weight(
            WEIGHT,
            verdict,
            held.strength,
            share(gap, row["unit"], limit["value"]),
            held.names if verdict == "met" else (),
        )
        - (0 if row["kind"] == "actual" else 20),
        figures=figures_of([row]),
        cautions=held.names,
        is_outcome=row["kind"] == "actual",
        reference=str(row["reference"]),
        gap=gap,
        gap_lo=None if apart else number_in(row["gap_lo"]),
        gap_hi=None if apart else number_in(row["gap_hi"]),
        said=in_both_languages(
            _message(row, limit, verdict, gap),
            said,
            who=lambda lang: region(row, lang),
            source=lambda lang: source(row, facts.evidence, lang),
            opening="finding-in-year" if row["kind"] == "actual" else "finding-planned-by",
            gone=facts.gone(row["observed_year"]),
        ),
    )


def _message(row: Row, limit: Row, verdict: str, gap: float | None) -> str:
    """Return which message tells a finding; a city meets no standard, it stands beside its line."""
    sort = _sort(row)
    if verdict == APART:
        return "finding-aim-apart"
    # it asks for more, or for something a little else
    only_number = bool(_remark(limit)) or row.get("comparability") == "close"
    more = "-number" * (limit["kind"] == "standard" and only_number)
    if "assessed-by-county" in _reasons(row) and verdict in ("met", "short"):
        return f"finding-{sort}-line{more if gap else '-level'}"
    if sort == "outcome" and verdict in ("above", "below") and _bound(row, gap or 0.0):
        return "finding-outcome-bound"  # how far it lies beyond nobody knows
    if more and verdict == "met":
        beyond = "-beyond" * (sort == "outcome" and bool(gap))
        return f"finding-{sort}-standard-met-number{beyond}"
    return f"finding-{sort}-{_sort(limit)}-{verdict}{'-each' * (limit['each'] is True)}"


def _sort(row: Row) -> str:
    return {"actual": "outcome", "target": "aim", "standard": "standard"}[str(row["kind"])]


def _verdict(row: Row, limit: Row) -> str:
    """Turn ahead and behind into what they mean beside an average, an aim or a pass mark."""
    judged, kind = str(row["verdict"]), limit["kind"]
    if kind == "actual":
        return {"ahead": "above", "behind": "below"}.get(judged, judged)
    if judged == "undetermined":
        return "not-assured"
    return "short" if judged == "behind" else "met"


def _margin(row: Row, limit: Row) -> float | None:
    """Return how far the stated number lies from the reference's, with its sign."""
    own, other = number_in(row["value"]), number_in(limit["value"])
    if own is None or other is None:
        return None
    return round(own - other, 9)


def _size(gap: float, row: Row, lang: Lang) -> str:
    """Return a margin: at least, or more than so much from a bound, about so much from about."""
    size = change(gap, row, lang)
    if row["comparator"] == "~":
        return say("prose-about", lang, value=size)
    bound = _bound(row, gap)
    return say(f"finding-{bound}", lang, gap=size) if bound else size


def _over(row: Row, gap: float | None, lang: Lang) -> str:
    """Return by how much a standard is passed; nothing where the number is the standard's own."""
    if not gap:
        return ""
    return say("finding-over", lang, side=_way(row, gap, lang), gap=_size(gap, row, lang))


def _way(row: Row, gap: float | None, lang: Lang) -> str:
    way = _side(gap, lang)
    bound = _bound(row, gap)
    return say(f"finding-{bound}-way", lang, way=way) if bound else way


def _side(gap: float | None, lang: Lang) -> str:
    return say("finding-higher" if gap is None or gap > 0 else "finding-lower", lang)


def _bound(row: Row, gap: float | None) -> str:
    """Return what a margin is of a floor above, or of a ceiling below: at-least, or more-than."""
    away = gap is not None and (
        (gap > 0 and row["comparator"] in (">=", ">"))
        or (gap < 0 and row["comparator"] in ("<=", "<"))
    )
    if not away:
        return ""
    return "more-than" if row["comparator"] in (">", "<") else "at-least"


def _reasons(row: Row) -> list[str]:
    return [name for name in str(row.get("reasons") or "").split("; ") if name]


def _remark(limit: Row) -> dict[Lang, str]:
    """Return how far the reference can be trusted or applied."""
    remarks: dict[Lang, Any] = {"zh": limit["remark"], "en": limit["remark_en"]}
    if limit["each"] is True:
        return {}  # a caution of its own says so
    return {lang: remark for lang, remark in remarks.items() if isinstance(remark, str)}
