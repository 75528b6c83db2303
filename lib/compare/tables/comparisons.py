"""What is said between regions: values side by side, gaps, ranks."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import pandas as pd

from compare.charts.common import moment
from compare.curated.database import region_slug
from compare.tables.cells import (
    Notes,
    escaped,
    figure_cells,
    has_nothing,
    interval_in_words,
    joined,
    moment_names,
    reason_cell,
    signed,
    stated_value,
    titled,
    unbroken,
    unbroken_name,
)
from compare.tables.lookups import (
    judgements_of,
    key_values,
    limits_of,
    ordered_rows,
    quotes_of,
    reference_names,
    regions_of,
)
from compare.tables.table import Table, framed
from compare.tables.words import heading, say
from compare.wording.catalogue import Lang, term
from compare.wording.phrases import listed, reasons_in_words
from compare.wording.values import is_missing, value_in_words

Record = dict[str, Any]


def values_table(aligned: Any, *, lang: Lang = "zh") -> Table:
    """Return values side by side: one row per indicator and moment, one column per region.

    Parameters
    ----------
    aligned : frame
        Rows of :func:`compare.align`, in any kind of frame.
    lang : {"zh", "en"}
        Language.
    """
    rows = ordered_rows(aligned, lang)
    notes = Notes()
    grades, words = judgements_of(rows["figure"]), quotes_of(rows["figure"])
    regions = regions_of(rows, lang)
    lines = []
    for _, group in rows.groupby(["indicator", "year", "kind"], sort=False):
        first = group.iloc[0].to_dict()
        line = {
            heading("indicator", lang): html.escape(first[f"indicator_{lang}"]),
            heading("moment", lang): moment(first, lang),
        }
        line |= {
            name: side_by_side(cells, regions[name], notes, grades, words, lang)
            for cells in [group.set_index("region").to_dict("index")]
            for name in regions
        }
        lines.append(line)
    columns = [heading("indicator", lang), heading("moment", lang), *regions]
    frame = pd.DataFrame(lines, columns=columns)
    return Table(frame, say("values", lang), lang, notes=notes.lines())


def side_by_side(
    cells: Mapping[Any, Record],
    region: str,
    notes: Notes,
    grades: Mapping[tuple[str, str], Record],
    words: Mapping[str, str],
    lang: Lang,
) -> str:
    """Return the cell of one region: its value with marks, or why it has none."""
    row = cells.get(region)
    if row is None:
        return ""
    if has_nothing(row):
        return f'<span style="color:#767676">{term(row["status"], lang)}</span>'
    value = titled(stated_value(row, lang), row["figure"], words)
    marks = [notes.mark(text) for text in _doubts(row, grades, lang)]
    return f"{value} {''.join(marks)}".strip()


def _doubts(row: Record, grades: Mapping[tuple[str, str], Record], lang: Lang) -> list[str]:
    """Return what must be known beside a value: its grade's reason, scope, conflicts."""
    said = []
    graded = grades.get((str(row["figure"]).split()[0], row["indicator"]))
    if row["comparability"] != "exact":
        why = reason_cell(graded, lang) if graded else ""
        name = row[f"region_{lang}"]
        said.append(joined([term(row["comparability"], lang), name, why], lang))
    if row["scope"] != "region":
        said.append(
            term(
                "each-county-ceiling" if row["scope"] == "each-county" else "different-scope", lang
            )
        )
    flags = {"approximate": "approximate", "conflict": "conflicting-figures", "derived": "derived"}
    said += [term(word, lang) for name, word in flags.items() if row[name] is True]
    if not is_missing(row["observed_year"]) and row["observed_year"] != row["year"]:
        said.append(joined([term("different-year", lang), str(int(row["observed_year"]))], lang))
    return said


def gaps_table(gaps: Any, *, lang: Lang = "zh", decided: bool = False) -> Table:
    """Return gaps with their verdicts, reasons in words, and both figures.

    Parameters
    ----------
    gaps : frame
        Rows of :func:`compare.gaps`.
    lang : {"zh", "en"}
        Language.
    decided : bool
        Leave out what is missing: only what both have is listed.
    """
    rows = ordered_rows(gaps, lang)
    if decided:
        rows = rows[(rows["verdict"] != "missing") & rows["reference"].notna()]
    rows = rows[rows["region"] != rows["reference"]].copy()
    rows["reference"] = rows["reference"].fillna("")  # no benchmark is known
    words = quotes_of([*rows["figure"], *rows["reference_figure"]])
    signs = key_values("SELECT figure, comparator FROM figures")
    rows["reference_sign"] = [signs.get(figure) for figure in rows["reference_figure"]]
    names = reference_names(rows["reference"], lang)
    limits = limits_of(rows["reference"])
    lines = [gap_line(row, names, limits, words, lang) for row in rows.to_dict("records")]
    frame, group = framed(lines, _GAP_COLUMNS, lang), heading("indicator", lang)
    alone = frame[group].is_unique
    if alone:
        frame[group] = frame[group].map(html.escape)
    title, empty = say("gaps", lang), "no_pairs" if decided else "none"
    return Table(frame, title, lang, None if alone else group, empty=empty)


_GAP_COLUMNS = (
    "indicator", "region", "value", "reference", "reference_value", "gap", "verdict", "why",
    "figure",
)  # fmt: skip


def gap_line(
    row: Record,
    names: Mapping[str, str],
    limits: Mapping[str, Record],
    words: Mapping[str, str],
    lang: Lang,
) -> Record:
    """Return one row of gaps, in words."""
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": term(row["status"], lang) if has_nothing(row) else stated_value(row, lang),
        "reference": unbroken_name(names.get(row["reference"], row["reference"])),
        "reference_value": _reference_value(row, limits, lang),
        "gap": _gap(row, lang),
        "verdict": unbroken(_verdict(row, limits, lang)),
        "why": reasons_in_words(row["reasons"], lang),
        "figure": figure_cells([row["figure"], row["reference_figure"]], words),
    }


def _reference_value(row: Record, limits: Mapping[str, Record], lang: Lang) -> str:
    limit = limits.get(row["reference"])
    if limit is not None:
        return escaped(value_in_words(limit, lang))
    lo, hi = row["reference_lo"], row["reference_hi"]
    if row["reference_sign"] not in (None, "range") and not is_missing(row["reference_value"]):
        stated = {"comparator": row["reference_sign"], "value": row["reference_value"]}
        return escaped(value_in_words({**stated, "unit": row["unit"]}, lang))
    if is_missing(row["reference_value"]) and is_missing(lo) and is_missing(hi):
        return ""
    return interval_in_words(lo, hi, row["unit"], lang)


def _gap(row: Record, lang: Lang) -> str:
    if row["verdict"] not in ("ahead", "behind", "level", "undetermined"):
        return ""
    if not is_missing(row["gap"]):
        return signed(row["gap"], row["gap_unit"], lang)
    ends = [row["gap_lo"], row["gap_hi"]]
    if all(is_missing(end) for end in ends):
        return ""
    units = ("coefficient", row["gap_unit"])  # the unit stands behind the second end alone
    lo, hi = (
        "…" if is_missing(end) else signed(end, unit, lang)
        for end, unit in zip(ends, units, strict=True)
    )
    return say("from_to", lang).format(lo=lo, hi=hi)


def _verdict(row: Record, limits: Mapping[str, Record], lang: Lang) -> str:
    verdict = row["verdict"]
    if row["reference"] == "best" and verdict == "level":
        return say("top", lang)
    limit = limits.get(row["reference"])
    if limit is not None and limit["kind"] != "actual" and verdict in ("ahead", "behind", "level"):
        return say(f"{_how(row, limit)}{'unmet' if verdict == 'behind' else 'met'}", lang)
    return term(verdict, lang)


def _how(row: Record, limit: Record) -> str:
    """Tell how far a limit is met: by a target, it would be; by one coefficient, nobody knows.

    The rule limits each of several coefficients; what a document prints may be their mean.
    """
    if limit["unit"] == "coefficient" and limit["kind"] == "standard":
        return "indication-"
    return "target-" if row["kind"] == "target" else ""


def rankings_table(ranked: Any, *, region: str | None = None, lang: Lang = "zh") -> Table:
    """Return the ranks of those indicators in which some are decided; the others are named.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    region : str, optional
        Only what this region has a value for, with all that it is ranked among.
    lang : {"zh", "en"}
        Language.
    """
    rows = ordered_rows(ranked, lang)
    if region is not None:
        rows = _among(rows, region_slug(region))
    moments = rows.groupby(["indicator", "year", "kind"], sort=False)
    contested = moments["of"].transform("max") > 1
    decided = contested & moments["rank"].transform(lambda ranks: ranks.notna().any())
    words = quotes_of(rows["figure"])
    there = rows["lo"].notna() | rows["hi"].notna()
    shown = rows[decided & there]
    lines = [rank_line(row, words, lang) for row in shown.to_dict("records")]
    columns = ("indicator", "region", "value", "rank", "of", "why", "figure")
    notes = [
        say(form, lang).format(names=listed(names, lang))
        for form, where in (("open", contested & ~decided & there), ("alone", ~contested & there))
        if (names := moment_names(rows[where], lang))
    ]
    title = say("rankings", lang)
    return Table(
        framed(lines, columns, lang), title, lang, heading("indicator", lang), tuple(notes)
    )


def _among(rows: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return the moments for which a region has a value, with everyone in them."""
    own = (rows["region"] == region) & (rows["lo"].notna() | rows["hi"].notna())
    keys = [rows[name] for name in ("indicator", "year", "kind")]
    return rows[own.groupby(keys).transform("any")].reset_index(drop=True)


def rank_line(row: Record, words: Mapping[str, str], lang: Lang) -> Record:
    """Return one row of rankings, in words."""
    ranked = not is_missing(row["rank_best"]) and row["of"] > 1
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": stated_value(row, lang),
        "rank": _rank(row, lang) if ranked else "—",
        "of": f"{int(row['of'])} / {int(row['missing'])}" if ranked else "",
        "why": reasons_in_words(row["reasons"], lang),
        "figure": figure_cells([row["figure"]], words),
    }


def _rank(row: Record, lang: Lang) -> str:
    if not is_missing(row["rank"]):
        return say("rank", lang).format(rank=int(row["rank"]))
    return say("between", lang).format(best=int(row["rank_best"]), worst=int(row["rank_worst"]))
