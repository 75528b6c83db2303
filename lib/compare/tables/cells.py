"""Cells of tables, as HTML: values, grades, reasons, figure ids and footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.comparisons.comparability import BREAK
from compare.finding.conditions import is_year_inferred, year_mark
from compare.finding.naming import value
from compare.finding.rows import with_own_unit
from compare.ledger.evidence import Evidence, figure_ids
from compare.ledger.names import HAN
from compare.ledger.records import records
from compare.wording.catalogue import Lang, say, term
from compare.wording.phrases import bracketed, colon, merged, moment, spans_years, years_of
from compare.wording.values import (
    KEEP,
    interval_in_words,
    is_duration,
    is_in_words,
    is_missing,
    kept_in_words,
    prose_value,
    shows_its_words,
    value_in_words,
)

Record = dict[str, Any]

_OF_TIME = ("year_start", "year_basis", "every_year")
"""What a figure says of its years, beside the last of them."""


class Notes:
    """Footnotes: the same words get the same mark."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, text: str) -> str:
        """Return the mark of a note, in brackets so that no digit joins a number."""
        place = self._numbers.setdefault(text, len(self._numbers) + 1)
        style = "color:#767676;font-size:85%"
        return f'<span style="{style}" title="{html.escape(text)}">[{place}]</span>'

    def lines(self) -> tuple[str, ...]:
        """Return the notes."""
        return tuple(f"[{place}] {text}" for text, place in self._numbers.items())


class Anchors:
    """Places that figure ids lead to: each figure has one in a table."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def anchored(self, figure: str) -> str:
        """Return a figure's id, as the place that links lead to where it is the first."""
        name = html.escape(figure)
        if figure in self._seen:
            return name
        self._seen.add(figure)
        return f'<span id="{_place(figure)}">{name}</span>'


def _place(figure: str) -> str:
    return "figure-" + re.sub(r"[^0-9A-Za-z]+", "-", figure)


def source_place(document: str) -> str:
    """Return the place on a page where a source is cited in full."""
    return "source-" + re.sub(r"[^0-9A-Za-z]+", "-", document)


def figure_cell(figure: str, words: Mapping[str, str]) -> str:
    """Return a figure's id that leads to its words."""
    return titled(html.escape(figure), figure, words)


def figure_cells(names: Iterable[Any], words: Mapping[str, str]) -> str:
    """Return figure ids, each with its words under the mouse; a derived value has two."""
    return "<br>".join(unbroken(figure_cell(name, words)) for name in figure_ids(names))


def titled(shown: str, figures: Any, words: Mapping[str, str]) -> str:
    """Return a value that leads to its figure, or as it is where it has none."""
    if not isinstance(figures, str):
        return shown
    parts = figures.split()
    title = " / ".join(words.get(part, part) for part in parts)
    style = "color:inherit;text-decoration:underline dotted"
    place = _place(parts[0])
    return f'<a href="#{place}" title="{html.escape(title)}" style="{style}">{shown}</a>'


def stated_value(row: Record, lang: Lang) -> str:
    """Return a value as people write it; one without a printed number as interval."""
    sign = row["comparator"]
    if sign == "path" or is_missing(sign) or (is_missing(row["value"]) and sign != "range"):
        return escaped(interval_in_words(row["lo"], row["hi"], row["unit"], lang))
    if is_in_words(row):
        return escaped(_marked(prose_value(row, lang), row, lang))
    return escaped(value_in_words(row, lang))


def told(row: Mapping[str, Any], lang: Lang) -> str:
    """Return a value in words, with what must stand beside it where no number was printed.

    A level that is to be kept is told as such.
    """
    is_kept = row["kind"] == "target" and row.get("every_year") == KEEP
    if is_kept and row["unit"] != "year" and row["scope"] == "region":
        return _marked(say("table-kept", lang, kept=kept_in_words(row, lang)), row, lang)
    return _marked(value(row, lang), row, lang)


def told_with_year(row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    """Return a value with its year, whether that is inferred, and whether a series breaks there."""
    with_period = _with_period(row, known)
    stated = told(with_period, lang)
    if row["unit"] == "year" or is_missing(row["year"]):
        return stated
    when = years_of(with_period, lang)
    if is_year_inferred(with_period, known):
        when = say("table-year-inferred", lang, when=when)
    return merged(stated + bracketed(when, lang) + _broken(row, lang), lang)


def dated(row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    """Return the year and the kind of a value, and that no text prints that year."""
    return moment(row, lang) + _inferred(row, known, lang)


def told_with_period(row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    """Return a value below its year: what is of several has them all, and is marked the same."""
    with_period = _with_period(row, known)
    if spans_years(with_period):
        return told_with_year(row, known, lang)
    stated = told(with_period, lang) + _inferred(with_period, known, lang)
    return merged(stated + _broken(row, lang), lang)


def _inferred(row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    return year_mark(row, known, lang) if is_dated_by_plan(row, known) else ""


def is_dated_by_plan(row: Mapping[str, Any], known: Evidence) -> bool:
    """Tell whether the year of a value is inferred; what is a date itself has no other."""
    end = row.get("hi") if is_missing(row.get("lo")) else row.get("lo")
    is_date = row["unit"] in ("year", "年") and not is_duration(end)
    return not is_date and is_year_inferred(row, known)


def _broken(row: Mapping[str, Any], lang: Lang) -> str:
    return bracketed(term("series-break", lang), lang) if row.get(BREAK) is True else ""


def _with_period(row: Mapping[str, Any], known: Evidence) -> Mapping[str, Any]:
    """Add what the figure of a value says of its years; of a relative its unit, too."""
    figure = known.words_of(row.get("figure"))
    dated = {**row, **{name: figure[name] for name in _OF_TIME if name in figure}}
    return with_own_unit(dated, figure)


def when_remarks(row: Mapping[str, Any], known: Evidence, lang: Lang) -> list[str]:
    """Return what the year of a row does not tell: that it adds up several, or is inferred."""
    with_period = _with_period(row, known)
    remarks = [years_of(with_period, lang)] if spans_years(with_period) else []
    if is_dated_by_plan(with_period, known):
        kind = "plan" if row["kind"] == "target" else "outcome"
        remarks.append(say(f"finding-year-inferred-{kind}", lang))
    return remarks


def with_doubt(said: str, row: Mapping[str, Any], asked: Collection[str], lang: Lang) -> str:
    """Return what is said of a value, and that its source states another, where it does."""
    doubt = bracketed(say("table-asked", lang), lang) if row["figure"] in asked else ""
    return merged(said + doubt, lang)


def with_grade(said: str, row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    """Return what is said of a value with its grade in brackets, where it is not exact.

    Of what is only related it is said what it is.
    """
    grade = row["comparability"]
    if grade not in ("close", "proxy"):
        return said
    label = _label(row, known, lang) if grade == "proxy" else ""
    if label == row.get(f"indicator_{lang}"):
        label = ""
    told = say("table-related", lang, label=label) if label else term(grade, lang)
    return merged(said + bracketed(told, lang), lang)


def _label(row: Mapping[str, Any], known: Evidence, lang: Lang) -> str:
    """Return what the text calls a value; nothing where it has no name in a language."""
    figure = known.words_of(row.get("figure"))
    label = figure.get("label" if lang == "zh" else "label_en")
    return label if isinstance(label, str) else ""


def _marked(said: str, row: Mapping[str, Any], lang: Lang) -> str:
    """Return what is said of a value, marked where words too short to be shown state it."""
    unsaid = is_in_words(row) and not shows_its_words(row)
    return said + bracketed(say("table-in-words", lang), lang) if unsaid else said


def grade_cell(row: Record, lang: Lang) -> str:
    """Return how comparable an observation is, and whether another one counts in its place."""
    uses = {"alternative": "table-also", "superseded": "table-superseded"}
    use = f" · {say(uses[row['use']], lang)}" if row["use"] in uses else ""
    return term(row["comparability"], lang) + use


def reason_cell(row: Record, lang: Lang) -> str:
    """Return why an observation is graded so; in Chinese where it was not translated."""
    english = row.get("reason_en")
    reason = row["reason"] if lang == "zh" or is_missing(english) else english
    return "" if is_missing(reason) else str(reason)


def status_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return why a row has no value; nothing where nobody said."""
    return "" if is_missing(row["status"]) else term(row["status"], lang)


def moment_names(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """Return the indicators of some rows, with their moments where there are several."""
    several = rows.groupby(["year", "kind"]).ngroups > 1 if len(rows) else False
    names = [
        row[f"indicator_{lang}"] + (bracketed(moment(row, lang), lang) if several else "")
        for row in records(rows)
    ]
    return list(dict.fromkeys(names))


def yes_or_no(value: object, lang: Lang) -> str:
    """Return a truth in words."""
    return say("table-yes" if value else "table-no", lang)


def joined(parts: Sequence[str], lang: Lang, between: str | None = None) -> str:
    """Return what there is of some parts, with colons between."""
    return (between or colon(lang)).join(filter(None, parts))


def has_nothing(row: Mapping[str, Any]) -> bool:
    """Tell whether a row has no value."""
    return is_missing(row["lo"]) and is_missing(row["hi"])


def unbroken_name(name: str) -> str:
    """Return a name that no line break divides."""
    return unbroken(html.escape(name))


def unbroken(cell: str) -> str:
    """Return a cell that no line break divides."""
    return f'<span style="white-space:nowrap">{cell}</span>'


def chinese(value: object, lang: Lang) -> str:
    """Return what stays in Chinese on a page of any language, marked as Chinese."""
    text = escaped(value)
    return f'<span lang="zh-CN">{text}</span>' if lang != "zh" and HAN.search(text) else text


def escaped(value: object) -> str:
    """Return text as HTML; nothing where it is missing."""
    return "" if is_missing(value) else html.escape(str(value).strip())


def where_cell(row: Record, lang: Lang) -> str:
    """Return the place of a figure in its source, as the way to the source."""
    place = chinese(row["locator"], lang)
    if is_missing(row["figure"]) or not place:
        return place
    document = str(row["figure"]).split("/")[0]
    return f'<a href="#{source_place(document)}" style="color:inherit">{place}</a>'
