"""What targets ask for: from the base to the target, in words, beside the nation."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.excerpts import excerpt
from compare.finding.facts import MOVED_TO, Facts
from compare.finding.kinds import inconsistency
from compare.finding.kinds.own_target import REWORDED, asked, ways, yearly
from compare.finding.naming import change, is_counted
from compare.finding.part import facts_of
from compare.finding.series import Row
from compare.ledger.evidence import Evidence
from compare.ledger.records import records, values_of
from compare.tables.cells import (
    chinese,
    escaped,
    figure_cells,
    told_with_year,
    unbroken_name,
    with_doubt,
    with_grade,
)
from compare.tables.downloads import Download
from compare.tables.excerpts import of_how_many, stated_cells, whole_of_rows
from compare.tables.rows import quotes_of, sized, with_printed
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import clauses
from compare.wording.references import benchmark_name, bracketed_remark
from compare.wording.values import KEEP, prose_value


def needs_table(
    observations: Any,
    *,
    about: Any = None,
    year: int | None = None,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return what each target asks for: base, target, what is needed, how much a year.

    Base and target of one label in one source belong together, whether or not the label is
    that of a shared indicator; a target without a base is listed where it belongs to one.

    Parameters
    ----------
    observations : frame
        Rows of :func:`compare.observations`, or a frame of one's own.
    about : str or sequence of str, optional
        A region, several, an indicator or a theme; by default everything.
    year : int, optional
        Only targets of this year.
    evidence : Evidence, optional
        Names, labels, quotes and national references: :func:`compare.evidence`.
    facts : Facts, optional
        Facts of all observations, such as those of the page's lead: nothing is then compared
        again.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    facts = facts_of(observations, about, evidence, facts)
    pairs = [
        (base, target)
        for base, target in ways(facts)
        if (year is None or target["year"] == year) and _is_listed(base, target, facts)
    ]
    pairs += [(None, row) for row in _others(facts, year, {row["figure"] for _, row in pairs})]
    pairs += [(None, row) for row in _put_off(facts, year)]
    every = _in_order(pairs, facts)
    pairs = _shown(every)
    part = len(pairs) < len(every)
    words = quotes_of([row["figure"] for pair in pairs for row in pair if row is not None],
                      facts.evidence)  # fmt: skip
    asked = inconsistency.asked(facts)
    lines = [_line(base, target, facts, words, asked, lang) for base, target in pairs]
    columns = ("region", "indicator", "base", "target", "need", "yearly", "nation", "figure")
    one = facts.subject.region is not None
    group = heading("indicator" if part else "region", lang)
    spare = [name for name in columns[2:-1] if all(line[name] in ("", _NONE) for line in lines)]
    spare += ["region"] if one else []
    frame = framed(lines, columns, lang).drop(columns=[heading(name, lang) for name in spare])
    if part:  # what heads a group is plain text
        frame[heading("indicator", lang)] = [str(target[f"topic_{lang}"]) for _, target in pairs]
    frame = frame.replace({heading("base", lang): {"": say("table-no-base", lang)}})
    twice = any(target.get(REWORDED) is True for _, target in pairs)
    notes = (
        "table-linear" * ("yearly" not in spare), "table-no-bases" * ("base" in spare),
        "table-reworded" * twice,
    )  # fmt: skip
    said = tuple(say(name, lang) for name in notes if name and lines)
    return Table(
        frame, say("table-needs", lang), lang, None if one else group,
        (*of_how_many(len(pairs), len(every), lang), *said),
        whole=_whole(every, facts.evidence, lang) if part else None,
    )  # fmt: skip


_NONE = "—"
"""Stands where there is nothing to be said, as against what is not stated."""

_ONE_LINE = 14
"""Characters that a column has room for in one line; English changes are longer."""

Pair = tuple[Row | None, Row]


def _shown(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that a page lists: of thousands of regions, what needs least and most."""
    rows = pd.DataFrame({
        "indicator": [target["indicator"] or target["topic_zh"] for _, target in pairs],
        "year": [target["year"] for _, target in pairs],
    })  # fmt: skip
    size = pd.Series([_distance(*pair) for pair in pairs], dtype=float).abs()
    rows["_size"] = sized(size, rows["indicator"], rows["year"])
    return [pairs[place] for place in excerpt(rows, ["indicator", "year"], ["_size"]).index]


def _in_order(pairs: Sequence[Pair], facts: Facts) -> list[Pair]:
    """Order targets by region, those with a base first; all of one indicator by their years."""
    places = {name: place for place, name in enumerate(facts.evidence.regions["region"])}
    ranked = sorted(
        pairs, key=lambda pair: (places.get(pair[1]["region"], len(places)), pair[0] is None)
    )
    first: dict[tuple[Any, Any], int] = {}
    for place, (_, target) in enumerate(ranked):
        first.setdefault((target["region"], target["topic_zh"]), place)
    return sorted(
        ranked,
        key=lambda pair: (first[pair[1]["region"], pair[1]["topic_zh"]], int(pair[1]["year"])),
    )


def _distance(base: Row | None, target: Row) -> float | None:
    return None if base is None else asked(base, target)[1]


def _whole(pairs: Sequence[Pair], known: Evidence, lang: Lang) -> Download:
    """Return all targets as a workbook."""
    targets = with_printed(pd.DataFrame([target for _, target in pairs]), known)
    targets = targets.assign(**{f"indicator_{lang}": targets[f"topic_{lang}"]},
                             adcode=[known.code_of(row["region"]) for _, row in pairs])  # fmt: skip
    base, year = heading("base", lang), heading("year", lang)
    bases = [row or {} for row, _ in pairs]
    return whole_of_rows(targets, "needs", lang, {
        year: values_of(targets["year"]),
        heading("target", lang): stated_cells(targets, lang),
        f"{base} {year}": [row.get("year") for row in bases],
        base: stated_cells(pd.DataFrame(bases, columns=targets.columns), lang),
        heading("need", lang): [_distance(*pair) for pair in pairs],
    })  # fmt: skip


def _others(facts: Facts, year: int | None, shown: set[Any]) -> list[Row]:
    """Return the other targets of shared indicators: dates, and what is counted over a period."""
    rows = facts.main
    rows = rows[(rows["kind"] == "target") & (rows["comparability"] != "proxy")]
    named = rows.assign(topic_zh=rows["indicator_zh"], topic_en=rows["indicator_en"])
    return [
        row
        for row in records(named)
        if (year is None or row["year"] == year)
        and facts.subject.has(row["region"])
        and row["figure"] not in shown
    ]


def _put_off(facts: Facts, year: int | None) -> list[Row]:
    """Return the targets that a newer document has put off, with the year that is for now."""
    rows = facts.put_off
    if rows.empty:
        return []
    named = rows.assign(topic_zh=rows["indicator_zh"], topic_en=rows["indicator_en"])
    return [row for row in records(named) if year is None or row["year"] == year]


def _is_listed(base: Row | None, target: Row, facts: Facts) -> bool:
    """Tell whether a target is one of a shared indicator, or of one region's own with a base."""
    return _is_shared(target) or (base is not None and len(facts.subject.regions) < 2)


def _is_shared(row: Row) -> bool:
    return row["indicator"] is not None and row["comparability"] != "proxy"


def _line(
    base: Row | None, target: Row, facts: Facts, words: Mapping[str, str],
    asked: Collection[str], lang: Lang,
) -> dict[str, str]:  # fmt: skip
    known = facts.evidence

    def told(row: Row) -> str:
        return escaped(with_doubt(_stated(row, known, lang), row, asked, lang))

    need, yearly = ("", "") if base is None else needed(base, target, lang)
    if MOVED_TO in target:
        need = say("table-need-moved", lang, year=str(int(target[MOVED_TO])))
    return {
        "region": str(target[f"region_{lang}"]),
        "indicator": chinese(str(target[f"topic_{lang}"]), lang),
        "base": told(base) if base else escaped(_no_base(target, facts, lang)),
        "target": told(target),
        "need": unbroken_name(need) if 0 < len(need) <= _ONE_LINE else escaped(need),
        "yearly": unbroken_name(yearly) if yearly else "",
        "nation": escaped(_nation(base, target, known, lang)),
        "figure": figure_cells([row["figure"] for row in (base, target) if row is not None], words),
    }


def _no_base(target: Row, facts: Facts, lang: Lang) -> str:
    """Return what stands in place of a base: what may be another concept, whose cell says so.

    A date has none, nor what is counted over a period; else nothing, and it is not stated.
    """
    if target["unit"] == "year" or target.get("direction") == "neutral":
        return _NONE
    known = facts.main_of.get((target["region"], str(target["indicator"])), ())
    before = [row for row in known if row["kind"] == "actual" and row["year"] < target["year"]]
    last = max(before, key=lambda row: int(row["year"]), default=None)
    if last is None or target.get(BREAK) is not True:
        return ""
    return _stated(last, facts.evidence, lang)


def _stated(row: Row, known: Evidence, lang: Lang) -> str:
    """Return a value with its grade; a look-alike stands under the name that its source has."""
    stated = told_with_year(row, known, lang)
    return with_grade(stated, row, known, lang) if _is_shared(row) else stated


def needed(base: Row, target: Row, lang: Lang) -> tuple[str, str]:
    """Return what a target asks of its base in words, and how much that is a year."""
    verdict, distance = asked(base, target)
    if verdict in ("floor-below", "ceiling-above"):
        return say(f"table-need-{verdict}", lang, size=change(distance or 0, target, lang)), ""
    if verdict.startswith(("floor", "ceiling")):  # how far it is from a bound nobody knows
        return "", ""
    if verdict.startswith("keep"):
        return _kept(base, target, lang), ""
    if not distance:
        return "", ""
    size = change(distance, target, lang)
    least = say("table-need-least", lang) if verdict in ("raise-at-least", "lower-at-most") else ""
    form = "raise" if distance > 0 else "lower"
    more = "-more" if verdict.endswith("more-than") else ""
    counted = is_counted(target)
    need = say(f"table-need-{form}{more}", lang, size=size, least=least, counted=counted)
    years = int(target["year"]) - int(base["year"])
    return need, yearly(verdict, distance, years, [target, base], lang)


def _kept(base: Row, target: Row, lang: Lang) -> str:
    """Return what is to be kept: the level, or a bound that the level is well beyond."""
    apart = 0.0
    if not (pd.isna(base["value"]) or pd.isna(target["value"])):
        apart = round(float(base["value"]) - float(target["value"]), 9)
    side = "floor" if apart > 0 else "ceiling"
    bound = target["comparator"] in (">=", ">", "<=", "<")
    if bound and not apart and base["comparator"] == "=" and target.get("every_year") != KEEP:
        way = "least" if target["comparator"] in (">=", ">") else "most"
        return say(f"table-need-at-{way}", lang)
    if not apart or not bound:
        return say("table-need-keep", lang)
    return say(f"table-need-{side}-kept", lang, size=change(apart, target, lang))


def _nation(base: Row | None, target: Row, known: Evidence, lang: Lang) -> str:
    """Return outcomes of the base's year, aims of the target's, standards, and whose they are."""
    if target["indicator"] is None or target["comparability"] == "proxy":
        return ""
    indicator, place = target["indicator"], known.code_of(target["region"])
    limits = known.benchmarks_of(indicator, int(target["year"]), "target", place)
    if base is not None:
        then = known.benchmarks_of(indicator, int(base["year"]), "actual", place)
        limits = [*(row for row in then if row["kind"] == "actual"), *limits]
    said = [
        benchmark_name(row, lang) + " " + prose_value(row, lang)
        + bracketed_remark(row, lang)
        for row in limits
    ]  # fmt: skip
    return clauses(said, lang)
