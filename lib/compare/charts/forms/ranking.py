"""The ranking: dots with interval whiskers, in the order that the verdicts allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import (
    about,
    axis_words,
    chart_rows,
    check_any,
    natural_bounds,
    only,
    unit_words,
    with_words,
)
from compare.charts.chart import Chart, Native, Series, read_out
from compare.charts.choosing import places_named
from compare.charts.comparing import rows_compare
from compare.charts.keys import file_key
from compare.charts.labelled_rows import WHOLE, Kept, Limit, Row, draw_rows, lines_needed
from compare.charts.layout import Box, Words
from compare.charts.legend import Entry, entries, in_words
from compare.charts.marks import REFERENCE, draw_interval, marks_of
from compare.charts.office.series import interval_series, office_has, point_series
from compare.charts.remarks import close_reasons, limit_in_words, remarks_of, why_missing
from compare.charts.style import Look, region_looks, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import finding_or_name, name_at, of_moment
from compare.finding.excerpts import ends_and_middle
from compare.finding.facts import Facts
from compare.finding.rankings import Ties, rank_in_words, ties_of
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import clauses, moment, read_aloud, sentences
from compare.wording.references import source_line
from compare.wording.values import is_in_words, is_missing, label_in_words

PLACE = 20
"""Its place among the forms of a subject."""

_BETTER = {"higher": "ranking-higher", "lower": "ranking-lower"}
"""Which values are better, by the direction of the indicator."""

_STRICTER = {"higher": "ranking-higher-target", "lower": "ranking-lower-target"}
"""Which targets are stricter."""


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield the values of an indicator at a moment, with their ranks and references."""
    if subject.kind == "indicator-moment" and rows_compare(subject.ranked, subject.evidence):
        yield ranking(
            subject.ranked,
            evidence=subject.evidence,
            facts=subject.facts,
            lang=subject.lang,
            size=subject.size,
        )


def ranking(
    ranked: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "half",
) -> Chart:
    """Draw one indicator's values with their possible ranks.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for one indicator, year and kind.
    evidence : Evidence, optional
        Names, looks, sources, reasons and benchmarks: :func:`compare.evidence`. The
        benchmarks of the indicator that stand for good, or for the same year and kind, are
        drawn as lines.
    facts : Facts, optional
        Facts of all observations, where many pictures are made of them: nothing is then
        compared twice for a title.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.
    """
    check_lang(lang)
    size_named(size)
    rows, known = chart_rows(ranked, evidence)
    check_made_by("rankings", rows)
    check_any(rows, "the values of an indicator", "leave it out")
    rows = _in_order(rows, lang)
    held = _limits(rows, known)
    limits = [Limit(float(limit["value"]), limit_in_words(limit, lang)) for limit in held]
    key = file_key(
        f"ranking-{only(rows, 'indicator')}-{only(rows, 'year')}-{only(rows, 'kind')}", lang
    )
    looks = region_looks(known, rows["region"])
    marked = records(with_words(rows, known))
    ties = ties_of(rows)
    ranked = not any(is_in_words(row) for row in marked)
    drawn = [_row(row, ties if ranked else None, looks, lang) for row in marked]
    legend = _legend(marked, limits, lang)
    words = _words(rows, held, known, facts, lang)
    note = sentences([in_words(legend, lang), words.note], lang)
    return Chart(
        key=key,
        form="ranking",
        lang=lang,
        size=size,
        words=words,
        alt=_alt(words.title, drawn, limits, lang),
        data=rows,
        plot=lambda figure, box, points: _draw(
            figure, box, points, rows, drawn, limits, legend, words.title, lang
        ),
        plot_height=lines_needed(drawn, legend),
        about=about(rows, rows["figure"]),
        native=_native(marked, drawn, limits, looks, note, lang),
    )


_TILT = {">": 2, ">=": 1, "<=": -1, "<": -2}
"""How a bound stands to its own number: at least 90 lies above 90."""


def _in_order(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return rows with the better values first, ties by name; those without a rank come last.

    A bound stands where its number does, a range at its middle: the best rank that a value may
    have would put at least 60 above 99, for it might be 100.
    """
    value, lo, hi = (rows[name].astype(float) for name in ("value", "lo", "hi"))
    tilt = rows["comparator"].map(_TILT).fillna(0)
    stated = lo.where(tilt > 0, hi.where(tilt < 0, pd.concat([lo, hi], axis=1).mean(axis=1)))
    number = value.fillna(stated)
    sign = 1 if rows["direction"].eq("lower").any() else -1
    keys = pd.DataFrame(
        {
            "unranked": rows["rank_best"].isna(),
            "missing": number.isna(),
            "number": sign * number,
            "tilt": sign * tilt,
            "name": rows[f"region_{lang}"],
        }
    )
    order = keys.sort_values(list(keys), kind="stable").index
    return rows.loc[order].reset_index(drop=True)


def better_in_words(direction: object, lang: Lang, *, kind: object = "actual") -> str:
    """Say which values are the better ones, or the stricter targets; without a direction, none."""
    names = _STRICTER if kind == "target" else _BETTER
    return say(names.get(str(direction), "ranking-neutral"), lang)


def _limits(rows: pd.DataFrame, known: Evidence) -> list[dict[str, Any]]:
    first = rows.iloc[0].to_dict()
    provinces = set(rows["adcode"].astype(str).str[:2]) if "adcode" in rows else set()
    place = first["adcode"] if len(provinces) == 1 else None  # a line across all rows is all's
    return known.benchmarks_of(first["indicator"], first["year"], first["kind"], place)


def _words(
    rows: pd.DataFrame,
    held: list[dict[str, Any]],
    known: Evidence,
    facts: Facts | None,
    lang: Lang,
) -> Words:
    row = rows.iloc[0].to_dict()
    title = finding_or_name(
        rows,
        of_moment(rows),
        name_at(str(row[f"indicator_{lang}"]), row, lang),
        evidence=known,
        facts=facts,
        lang=lang,
    )
    ranked = rows["rank_best"].notna() & (rows["of"] > 1) & (rows["kind"] != "target")
    note = [
        say("ranking-ranks", lang) if ranked.any() and _has_intervals(rows) else "",
        remarks_of(rows, lang),
        close_reasons(rows, rows["figure"], known, lang),
    ]
    better = better_in_words(row["direction"], lang, kind=row["kind"])
    described = (moment(row, lang), axis_words(rows, lang), better)
    subtitle = say("comma", lang).join(filter(None, described))
    source = source_line(known.sources(rows["figure"]), lang, limits=held)
    return Words(title, subtitle, sentences(note, lang), source)


def _has_intervals(rows: pd.DataFrame) -> bool:
    """Tell whether any value is drawn as a line."""
    there = rows["lo"].notna() | rows["hi"].notna()
    return bool((there & (rows["lo"] != rows["hi"])).any())


def _legend(rows: list[dict[str, Any]], limits: list[Limit], lang: Lang) -> list[Entry]:
    """Name every mark, and the benchmarks by their full names."""
    said = entries(marks_of(rows), lang)
    return said + [Entry(limit.name, REFERENCE) for limit in limits]


def _row(row: dict[str, Any], ties: Ties | None, looks: dict[str, Look], lang: Lang) -> Row:
    name = row[f"region_{lang}"]
    if is_missing(row["lo"]) and is_missing(row["hi"]):
        return Row(name, reason=why_missing(row, lang))
    value = label_in_words(row, lang)
    rank = rank_in_words(row, ties, lang) if ties else say("profile-in-words", lang)
    return Row(
        name,
        remark=f"{value}  {rank}".strip(),
        draw=lambda axes, y, points: draw_interval(axes, y, row, looks[row["region"]], points),
        aloud=f"{read_aloud(row, lang)}  {rank}".strip(),
    )


def _draw(
    figure: Figure,
    box: Box,
    points: float,
    rows: pd.DataFrame,
    drawn: list[Row],
    limits: list[Limit],
    legend: list[Entry],
    title: str,
    lang: Lang,
) -> None:
    draw_rows(
        figure,
        box,
        points,
        drawn,
        unit=str(only(rows, "unit")),
        axis=axis_words(rows, lang),
        bounds=natural_bounds(rows),
        limits=limits,
        legend=legend,
        kept=_kept(rows, lang),
        told=places_named(title, rows[f"region_{lang}"]),
        lang=lang,
    )


def _kept(rows: pd.DataFrame, lang: Lang) -> Kept:
    """Return which regions are drawn where not all fit: the best, the last, and the middle.

    Those without a value stand behind them, and are left out first.
    """
    there = int((rows["lo"].notna() | rows["hi"].notna()).sum())

    def places(most: int) -> list[int]:
        return ends_and_middle(len(rows) if most >= len(rows) else there, most)

    return Kept(places, lambda shown: say("rest-ranks", lang, shown=shown, of=len(rows)))


def _alt(title: str, drawn: list[Row], limits: list[Limit], lang: Lang) -> str:
    parts = [title]
    parts += read_out(f"{row.label} {row.heard or row.reason}" for row in drawn)
    parts += [limit.name for limit in limits]
    return sentences([clauses(parts, lang)], lang)


def _native(
    marked: list[dict[str, Any]],
    drawn: list[Row],
    limits: list[Limit],
    looks: dict[str, Look],
    note: str,
    lang: Lang,
) -> Native | None:
    """Return the same rows for Office: a series for each region, its interval and each limit."""
    series: list[Series] = []
    rows = pd.DataFrame(marked)
    for place, row in enumerate(marked):
        if is_missing(row["lo"]) and is_missing(row["hi"]):
            continue
        name, look = row[f"region_{lang}"], looks[row["region"]]
        series += interval_series(row, name, look, place, lang)
        series += point_series(row, name, look, place)
    unit = str(only(rows, "unit"))
    if not series or unit == "year" or not office_has(marked):  # years: no half of one
        return None
    return Native(
        "rows",
        tuple(series),
        unit_words(rows, lang),
        rows=tuple((row.label, row.remark or row.reason) for row in drawn),
        limits=tuple((limit.value, limit.name) for limit in limits),
        bounds=natural_bounds(rows),
        whole=unit in WHOLE,
        note=note,
    )
