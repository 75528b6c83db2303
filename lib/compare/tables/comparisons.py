"""What is said between regions: values side by side, gaps, ranks."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.gap_values import unit_of
from compare.finding.excerpts import MOST, excerpt
from compare.finding.rows import check_made_by, region_key
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.records import grouped, records, values_of
from compare.tables.cells import (
    Notes,
    escaped,
    figure_cells,
    has_nothing,
    joined,
    moment_names,
    reason_cell,
    stated_value,
    status_words,
    titled,
    unbroken,
    unbroken_name,
    when_remarks,
)
from compare.tables.downloads import Download
from compare.tables.excerpts import of_how_many, whole
from compare.tables.neighbours import NEAR, neighbours
from compare.tables.rows import by_code, quotes_of, table_rows
from compare.tables.table import Table, framed, heading
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import (
    bracketed,
    clauses,
    listed,
    moment,
    reasons_in_words,
    verdict_in_words,
)
from compare.wording.references import MIDDLES, reference_name
from compare.wording.values import (
    interval_in_words,
    is_in_words,
    is_missing,
    signed,
    value_in_words,
)

Record = dict[str, Any]


def values_table(aligned: Any, *, evidence: Evidence | None = None, lang: Lang = "zh") -> Table:
    """Return values side by side: one row per indicator and moment, one column per region.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, in any kind of frame.
    evidence : Evidence, optional
        Names, quotes and grades: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    rows, known = table_rows(aligned, evidence, lang)
    if rows["region"].nunique() > MOST:
        return _ends_and_middle(rows, known, lang)
    notes, words = Notes(), quotes_of(rows["figure"], known)
    ordered = by_code(rows)
    regions = dict(zip(ordered[f"region_{lang}"], ordered["region"], strict=True))
    lines = []
    for group in grouped(records(rows), "indicator", "year", "kind").values():
        first = group[0]
        line = {
            heading("indicator", lang): html.escape(first[f"indicator_{lang}"]),
            heading("moment", lang): moment(first, lang),
        }
        cells = {row["region"]: row for row in group}
        line |= {
            name: side_by_side(cells.get(region), notes, known, words, lang)
            for name, region in regions.items()
        }
        lines.append(line)
    columns = [heading("indicator", lang), heading("moment", lang), *regions]
    frame = pd.DataFrame(lines, columns=columns)
    return Table(frame, say("table-values", lang), lang, notes=notes.lines())


def _ends_and_middle(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Table:
    """Return, of regions that no page has columns for, who has most, who least, and the middle."""
    size = rows["value"].fillna(rows["lo"]).fillna(rows["hi"])
    there = rows.loc[rows["lo"].notna() | rows["hi"].notna(), _MOMENT].assign(_size=size)
    notes, lines = Notes(), []
    for _, group in there.sort_values("_size", kind="stable").groupby(_MOMENT, sort=False):
        shown = records(rows.loc[group.index[[-1, (len(group) - 1) // 2, 0]]])
        words = quotes_of([row["figure"] for row in shown], known)
        lines.append({
            "indicator": html.escape(shown[0][f"indicator_{lang}"]),
            "moment": moment(shown[0], lang),
            "of": say("table-of", lang, of=len(group)),
            **{
                name: joined([unbroken_name(row[f"region_{lang}"]),
                              side_by_side(row, notes, known, words, lang)], lang)
                for name, row in zip(("most", "middle", "least"), shown, strict=True)
            },
        })  # fmt: skip
    places = {name: place for place, name in enumerate(dict.fromkeys(rows[f"indicator_{lang}"]))}
    lines.sort(key=lambda line: places.get(html.unescape(line["indicator"]), 0))
    frame = framed(lines, ("indicator", "moment", "of", "most", "middle", "least"), lang)
    regions = say("table-ends", lang, regions=rows["region"].nunique(), rows=len(there))
    return Table(frame, say("table-values", lang), lang, notes=(*notes.lines(), regions),
                 whole=whole(rows, "values", lang))  # fmt: skip


def side_by_side(
    row: Record | None, notes: Notes, known: Evidence, words: Mapping[str, str], lang: Lang
) -> str:
    """Return the cell of one region: its value with marks, or why it has none."""
    if row is None:
        return ""
    if has_nothing(row):
        return f'<span style="color:#767676">{status_words(row, lang)}</span>'
    value = titled(stated_value(row, lang), row["figure"], words)
    marks = [notes.mark(text) for text in _doubts(row, known, lang)]
    return f"{value} {''.join(marks)}".strip()


def _doubts(row: Record, known: Evidence, lang: Lang) -> list[str]:
    """Return what must be known beside a value: its grade's reason, scope, conflicts."""
    said = when_remarks(row, known, lang)
    if row["comparability"] != "exact":
        graded = known.judgement(next(iter(figure_ids([row["figure"]])), ""), row["indicator"])
        why = reason_cell(graded, lang) if graded else ""
        said.append(joined([term(row["comparability"], lang), row[f"region_{lang}"], why], lang))
    if row["scope"] != "region":
        of_each = row["scope"] == "each-county"
        said.append(term("each-county-ceiling" if of_each else "different-scope", lang))
    flags = {"approximate": "approximate", "conflict": "conflicting-figures", "derived": "derived"}
    said += [term(word, lang) for name, word in flags.items() if row[name] is True]
    if not is_missing(row["observed_year"]) and row["observed_year"] != row["year"]:
        said.append(joined([term("different-year", lang), str(int(row["observed_year"]))], lang))
    return said


def gaps_table(
    gaps: Any, *, evidence: Evidence | None = None, lang: Lang = "zh", decided: bool = False
) -> Table:
    """Return gaps with their verdicts, reasons in words, and both figures.

    Parameters
    ----------
    gaps : frame
        Rows of :func:`compare.gaps`.
    evidence : Evidence, optional
        Names, quotes and references: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    decided : bool
        Leave out what is missing, and what has no place beside the best or the middle of the
        others: only what is compared is listed.
    """
    rows, known = table_rows(gaps, evidence, lang)
    check_made_by("gaps", rows)
    kept = rows["region"] != rows["reference"]
    if decided:
        compared = (rows["verdict"] != "missing") & rows["reference"].notna()
        kept &= compared & ~_says_nothing(rows)
    rows = rows[kept].copy()
    rows["reference"] = rows["reference"].fillna("")  # no benchmark is known
    every, rows = rows, excerpt(_by_size(rows), [*_MOMENT, "reference"], ["_size"])
    figures = [*rows["figure"], *rows["reference_figure"]]
    stated = known.words(figures)
    for name in ("comparator", "printed", "worded"):
        cells = [stated.get(figure, {}).get(name) for figure in rows["reference_figure"]]
        rows[f"reference_{name}"] = pd.Series(cells, index=rows.index, dtype=object)
    words = quotes_of(figures, known)
    lines = [gap_line(row, known, words, lang) for row in records(rows)]
    frame, group = framed(lines, _GAP_COLUMNS, lang), heading("indicator", lang)
    alone = frame[group].is_unique
    if alone:
        frame[group] = frame[group].map(html.escape)
    empty = "table-no-pairs" if decided else "table-none"
    return Table(
        frame, say("table-gaps", lang), lang, None if alone else group,
        of_how_many(len(rows), len(every), lang), empty=empty,
        whole=None if len(rows) == len(every) else _whole_gaps(every, known, lang),
    )  # fmt: skip


def _by_size(rows: pd.DataFrame) -> pd.DataFrame:
    """Return gaps with what orders them, best first; an open one stands by its middle."""
    middle = rows["gap"].fillna((rows["gap_lo"] + rows["gap_hi"]) / 2)
    return rows.assign(_size=middle.where(rows["direction"] == "lower", -middle))


def _whole_gaps(rows: pd.DataFrame, known: Evidence, lang: Lang) -> Download:
    """Return all gaps as a workbook, with a column for each that is compared with."""
    word, gaps = heading("gap", lang), values_of(rows["gap"])
    against = values_of(rows["reference"])
    kinds = dict(zip(against, values_of(rows["kind"]), strict=True))
    cells = {}
    for one, kind in kinds.items():
        name = word + bracketed(reference_name(one, known, lang, kind=kind), lang)
        cells[name] = [gap if of == one else None for gap, of in zip(gaps, against, strict=True)]
    return whole(rows, "gaps", lang, cells)


def _says_nothing(rows: pd.DataFrame) -> pd.Series:
    """Tell which rows say nothing of a value beside the best or the middle of the others.

    One alone, a whole beside its parts; and a target whose bound reaches past that of another:
    as promises, findings compare them.
    """
    beside_field = rows["reference"].isin(MIDDLES)
    open_promise = (rows["kind"] == "target") & (rows["verdict"] == "undetermined")
    return beside_field & (open_promise | (rows["verdict"] == "not-comparable"))


_MOMENT = ["indicator", "year", "kind"]

_GAP_COLUMNS = (
    "indicator", "region", "value", "reference", "reference_value", "gap", "verdict", "why",
    "figure",
)  # fmt: skip


def gap_line(row: Record, known: Evidence, words: Mapping[str, str], lang: Lang) -> Record:
    """Return one row of gaps, in words."""
    limit = known.benchmark(row["reference"])
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": status_words(row, lang) if has_nothing(row) else stated_value(row, lang),
        "reference": unbroken_name(reference_name(row["reference"], known, lang, kind=row["kind"])),
        "reference_value": _reference_value(row, limit, lang),
        "gap": _gap(row, lang),
        "verdict": unbroken(_verdict(row, limit, lang)),
        "why": clauses([*_graded(row, lang), *when_remarks(row, known, lang)], lang),
        "figure": figure_cells([row["figure"], row["reference_figure"]], words),
    }


def _reference_value(row: Record, limit: Record | None, lang: Lang) -> str:
    if limit is not None:
        return escaped(value_in_words(limit, lang))
    if is_in_words(row) and is_missing(row["reference_figure"]):
        return ""  # the best of words is no number
    lo, hi = row["reference_lo"], row["reference_hi"]
    value, sign = row["reference_value"], row["reference_comparator"]
    if not is_missing(sign) and sign != "range" and not is_missing(value):
        return stated_value(_reference(row), lang)
    if is_missing(value) and is_missing(lo) and is_missing(hi):
        return ""
    return interval_in_words(lo, hi, row["unit"], lang)


def _reference(row: Record) -> Record:
    """Return what a row is compared with as a row of its own."""
    ends = ("lo", "hi", "value", "comparator", "printed", "worded")
    return {**{name: row[f"reference_{name}"] for name in ends}, "unit": row["unit"]}


def _is_worded(row: Record) -> bool:
    """Tell whether words alone are compared: they are no measurement."""
    return is_in_words(row) or is_in_words(_reference(row))


def _gap(row: Record, lang: Lang) -> str:
    if _is_worded(row):
        return ""
    if row["verdict"] not in ("ahead", "behind", "level", "undetermined"):
        return ""
    if not is_missing(row["gap"]):
        return signed(row["gap"], unit_of(row, "gap"), lang)
    ends = [row["gap_lo"], row["gap_hi"]]
    open_ended = {row["comparator"], row["reference_comparator"]} & {">=", ">", "<=", "<"}
    if all(is_missing(end) for end in ends) or (row["verdict"] == "undetermined" and open_ended):
        return ""  # between a bound and what a share can be lies no gap that anyone stated
    units = ("coefficient", row["gap_unit"])  # the unit stands behind the second end alone
    lo, hi = (
        "…" if is_missing(end) else signed(end, unit, lang)
        for end, unit in zip(ends, units, strict=True)
    )
    return say("table-from-to", lang, lo=lo, hi=hi)


def _verdict(row: Record, limit: Record | None, lang: Lang) -> str:
    verdict = row["verdict"]
    if _is_worded(row) and verdict in ("ahead", "behind", "level"):
        return say("table-in-words", lang)
    if row["reference"] == "best" and verdict == "level":
        return say("table-strictest" if row["kind"] == "target" else "table-top", lang)
    if limit is not None and limit["kind"] != "actual" and verdict in ("ahead", "behind", "level"):
        met = "unmet" if verdict == "behind" else "met"
        return say(f"table-{_how(row, limit)}{met}", lang)
    return verdict_in_words(verdict, row["kind"], lang)


def _how(row: Record, limit: Record) -> str:
    """Tell how far a limit is met: by a target, it would be; by one coefficient, nobody knows.

    The rule limits each of several coefficients; what a document prints may be their mean.
    """
    if limit["unit"] == "coefficient" and limit["kind"] == "standard":
        return "indication-"
    return "target-" if row["kind"] == "target" else ""


def rankings_table(
    ranked: Any,
    *,
    region: str | None = None,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Table:
    """Return the ranks of outcomes in which some are decided; where none is, the names.

    What is planned has no ranks: :func:`compare.findings` compares it as promises.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    region : str, optional
        Only what this region has a value for, with those that it is ranked among (of many,
        its :func:`~compare.tables.neighbours.neighbours`): its key, or any name that the rows
        or the evidence know.
    evidence : Evidence, optional
        Names and quotes: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language.
    """
    rows, known = table_rows(ranked, evidence, lang)
    check_made_by("rankings", rows)
    rows = rows[rows["kind"] != "target"].reset_index(drop=True)
    if region is not None:
        region = region_key("region", region, (rows,), evidence)
        rows = _among(rows, region)
    moments = rows.groupby(_MOMENT, sort=False)
    keys = [rows[name] for name in _MOMENT]
    several = moments["of"].transform("max") > 1
    worded = several & _in_words(rows).groupby(keys).transform("any")
    contested = several & ~worded
    # an estimate has a rank, and limits that leave it open
    ordered = rows["rank"].notna().groupby(keys, sort=False)
    decided = contested & ordered.transform("any")
    there = rows["lo"].notna() | rows["hi"].notna()
    ranks = _by_rank(rows[decided & there])
    excerpted = excerpt(ranks, _MOMENT, ["_rank", "rank_worst"])
    shown = excerpted if region is None else neighbours(ranks, region)
    words = quotes_of(shown["figure"], known)
    absent = rows.loc[~there, [*_MOMENT, "status", f"region_{lang}"]].groupby(_MOMENT, sort=False)
    without = {key: _without(group, lang) for key, group in absent}
    lines = [
        rank_line(row, known, words, lang, without.get(tuple(row[name] for name in _MOMENT), ()))
        for row in records(shown)
    ]
    columns = ("indicator", "region", "value", "rank", "of", "why", "figure")
    unordered = moment_names(rows[contested & ~decided & there], lang)
    notes = (say("table-open", lang, names=listed(unordered, lang)),) if unordered else ()
    if unranked := moment_names(rows[worded & there], lang):
        notes = (*notes, say("table-worded", lang, names=listed(unranked, lang)))
    rest = len(ranks) - len(shown)
    if region is None:
        notes = (*of_how_many(len(shown), len(ranks), lang), *notes)
    elif rest:
        notes = (say("table-neighbours", lang, near=NEAR, rest=rest), *notes)
    frame, group = framed(lines, columns, lang), heading("indicator", lang)
    return Table(frame, say("table-rankings", lang), lang, group, notes,
                 whole=_whole_ranks(ranks.sort_index(), lang) if rest else None)  # fmt: skip


def _in_words(rows: pd.DataFrame) -> pd.Series:
    """Tell which rows words alone state; of thousands of numbers none is looked at."""
    told = rows["worded"] == True  # noqa: E712 — what nobody knows is neither
    cells = {label: is_in_words(row) for label, row in zip(rows.index[told], records(rows[told]),
                                                          strict=True)}  # fmt: skip
    return pd.Series([cells.get(label, False) for label in rows.index], rows.index, dtype=bool)


def _by_rank(rows: pd.DataFrame) -> pd.DataFrame:
    """Return ranks, the first of each contest first: an estimate has one, whatever its limits."""
    of_moment = rows.groupby(_MOMENT, sort=False).ngroup()
    ranks = rows.assign(_moment=of_moment, _rank=rows["rank"].fillna(rows["rank_best"]))
    ranks = ranks.sort_values(["_moment", "_rank", "rank_worst"], kind="stable")
    return ranks.drop(columns="_moment")


def _whole_ranks(rows: pd.DataFrame, lang: Lang) -> Download:
    """Return all ranks as a workbook."""
    return whole(rows, "ranks", lang, {heading("rank", lang): [
        int(best) if best == worst else f"{best:.0f}–{worst:.0f}"
        for best, worst in zip(rows["rank_best"].tolist(), rows["rank_worst"].tolist(), strict=True)
    ]})  # fmt: skip


def _among(rows: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return the moments for which a region has a value, with everyone in them."""
    own = (rows["region"] == region) & (rows["lo"].notna() | rows["hi"].notna())
    keys = [rows[name] for name in ("indicator", "year", "kind")]
    return rows[own.groupby(keys).transform("any")].reset_index(drop=True)


NAMED = 3
"""So many regions without a value are named; more are counted."""


def _without(absent: pd.DataFrame, lang: Lang) -> tuple[str, ...]:
    """Return who has no value and why: nothing stated is not the same as not applicable."""
    told = []
    for status, group in absent.groupby(absent["status"].fillna("missing"), sort=False):
        names, n = list(group[f"region_{lang}"]), len(group)
        who = listed(names, lang) if n <= NAMED else say("table-regions", lang, n=n)
        told.append(say("table-absent", lang, who=who, why=term(str(status), lang)))
    return tuple(told)


def rank_line(
    row: Record, known: Evidence, words: Mapping[str, str], lang: Lang, without: Sequence[str] = ()
) -> Record:
    """Return one row of rankings, in words."""
    ranked = not is_missing(row["rank_best"]) and row["of"] > 1
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": stated_value(row, lang),
        "rank": _rank(row, lang) if ranked else "—",
        "of": clauses([say("table-of", lang, of=int(row["of"])), *without], lang) if ranked else "",
        "why": clauses([*_graded(row, lang), *when_remarks(row, known, lang)], lang),
        "figure": figure_cells([row["figure"]], words),
    }


def _graded(row: Record, lang: Lang) -> list[str]:
    """Return the grade of a value where it is not exact, and the reasons."""
    grade = row.get("comparability")
    said = [term(grade, lang)] if grade in ("close", "proxy") else []
    return [*said, *filter(None, [reasons_in_words(row["reasons"], lang)])]


def _rank(row: Record, lang: Lang) -> str:
    if row["rank_best"] == row["rank_worst"]:
        return say("table-rank", lang, rank=int(row["rank"]))
    ends = {"best": int(row["rank_best"]), "worst": int(row["rank_worst"])}
    if not is_missing(row["rank"]):
        return say("table-rank-within", lang, rank=int(row["rank"]), **ends)
    return say("table-between", lang, **ends)
