"""Lines and cells of tables, as HTML: values, gaps, grades, figure ids and footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from compare.charts.common import unit_words
from compare.table_lookups import benchmark_name, indicator_names
from compare.table_words import DOUBTS, PER_STUDENT, say
from compare.words import (
    Lang,
    change_in_words,
    is_missing,
    listed,
    number,
    reasons_in_words,
    term,
    unit_suffix,
    value_in_words,
)

Record = dict[str, Any]


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
    if _nothing(row):
        return f'<span style="color:#767676">{term(row["status"], lang)}</span>'
    value = _titled(_value(row, lang), row["figure"], words)
    marks = [notes.mark(text) for text in _doubts(row, grades, lang)]
    return f"{value} {''.join(marks)}".strip()


def _doubts(row: Record, grades: Mapping[tuple[str, str], Record], lang: Lang) -> list[str]:
    """Return what must be known beside a value: its grade's reason, scope, conflicts."""
    said = []
    graded = grades.get((str(row["figure"]).split()[0], row["indicator"]))
    if row["comparability"] != "exact":
        why = reason_cell(graded, lang) if graded else ""
        name = row[f"region_{lang}"]
        said.append(_joined([term(row["comparability"], lang), name, why], lang))
    if row["scope"] != "region":
        said.append(
            term(
                "each-county-ceiling" if row["scope"] == "each-county" else "different-scope", lang
            )
        )
    flags = {"approximate": "approximate", "conflict": "conflicting-figures", "derived": "derived"}
    said += [term(word, lang) for name, word in flags.items() if row[name] is True]
    if not is_missing(row["observed_year"]) and row["observed_year"] != row["year"]:
        said.append(_joined([term("different-year", lang), str(int(row["observed_year"]))], lang))
    return said


def gap_line(
    row: Record,
    names: Mapping[str, str],
    limits: Mapping[str, Record],
    words: Mapping[str, str],
    lang: Lang,
) -> Record:
    """Return one row of gaps, in words."""
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment_in_words(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": term(row["status"], lang) if _nothing(row) else _value(row, lang),
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
    return _interval(lo, hi, row["unit"], lang)


def _gap(row: Record, lang: Lang) -> str:
    if row["verdict"] not in ("ahead", "behind", "level", "undetermined"):
        return ""
    if not is_missing(row["gap"]):
        return _signed(row["gap"], row["gap_unit"], lang)
    ends = [row["gap_lo"], row["gap_hi"]]
    if all(is_missing(end) for end in ends):
        return ""
    lo, hi = ("…" if is_missing(end) else _signed(end, row["gap_unit"], lang) for end in ends)
    return say("from_to", lang).format(lo=lo, hi=hi)


def _change(change: Any, unit: str, lang: Lang) -> str:
    return "" if is_missing(change) else _signed(change, unit, lang)


def _signed(change: float, unit: str, lang: Lang) -> str:
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{change_in_words(change, unit, lang)}"


def _verdict(row: Record, limits: Mapping[str, Record], lang: Lang) -> str:
    verdict = row["verdict"]
    if row["reference"] == "best" and verdict == "level":
        return say("top", lang)
    limit = limits.get(row["reference"])
    if limit is not None and limit["kind"] != "actual" and verdict in ("ahead", "behind", "level"):
        return say("unmet" if verdict == "behind" else "met", lang)
    return term(verdict, lang)


def rank_line(row: Record, words: Mapping[str, str], lang: Lang) -> Record:
    """Return one row of rankings, in words."""
    ranked = not is_missing(row["rank_best"]) and row["of"] > 1
    return {
        "indicator": f"{row[f'indicator_{lang}']} · {moment_in_words(row, lang)}",
        "region": unbroken_name(row[f"region_{lang}"]),
        "value": _value(row, lang),
        "rank": _rank(row, lang) if ranked else "—",
        "of": f"{int(row['of'])} / {int(row['missing'])}" if ranked else "",
        "why": reasons_in_words(row["reasons"], lang),
        "figure": figure_cells([row["figure"]], words),
    }


def _rank(row: Record, lang: Lang) -> str:
    if not is_missing(row["rank"]):
        return say("rank", lang).format(rank=int(row["rank"]))
    return say("between", lang).format(best=int(row["rank_best"]), worst=int(row["rank_worst"]))


def progress_line(
    row: Record, limits: Mapping[str, Record], words: Mapping[str, str], lang: Lang
) -> Record:
    """Return one row of progress, in words."""
    limit = limits.get(row["benchmark"])
    going = row["status"] == "to-go"
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "actual": _stated(row, "current", lang),
        "target": _stated(row, "target", lang),
        "distance": _change(row["distance"], row["unit"], lang) if going else "",
        "pace": _change(row["pace"], row["unit"], lang) if going else "",
        "benchmark": ""
        if limit is None
        else f"{benchmark_name(limit, lang)} {escaped(value_in_words(limit, lang))}",
        "status": _joined(
            [term(row["status"], lang), reasons_in_words(row["reasons"], lang)], lang
        ),
        "figure": figure_cells([row["current_figure"], row["target_figure"]], words),
    }


def _stated(row: Record, which: str, lang: Lang) -> str:
    """Return an actual or a target of a row of progress, with its year."""
    if is_missing(row[f"{which}_year"]):
        return ""
    year = int(row[f"{which}_year"])
    cells = {name: row[f"{which}_{name}"] for name in ("value", "lo", "hi")}
    sign = row["target_comparator"] if which == "target" else row["current_comparator"]
    shown = {**cells, "comparator": sign, "unit": row["level_unit"]}
    return f"{year}: {escaped(value_in_words(shown, lang))}"


def coverage_cell(cells: Sequence[Record], kinds: Mapping[str, str], lang: Lang) -> str:
    """Return the years of actuals and targets, or the one reason why there are none."""
    seen = [cell for cell in cells if cell["status"] in ("observed", "only-proxy")]
    if not seen:
        return f'<span style="color:#767676">{term(cells[0]["status"], lang)}</span>'
    parts = []
    for cell in seen:
        years = cell["years"].replace(" ", ", ")
        grade = "" if cell["comparability"] == "exact" else term(cell["comparability"], lang)
        parts.append(_joined([kinds[cell["kind"]], years, grade], lang, " "))
    return "<br>".join(parts)


def evidence_line(row: Record, once: Anchors, lang: Lang) -> Record:
    """Return one observation with the words that print it."""
    return {
        "indicator": row[f"indicator_{lang}"],
        "region": unbroken_name(row[f"region_{lang}"]),
        "moment": moment_in_words(row, lang),
        "value": escaped(value_in_words(row, lang)),
        "grade": grade_cell(row, lang),
        "words": escaped(row["quote"]),
        "where": escaped(row["locator"]),
        "why": escaped(reason_cell(row, lang)),
        "figure": once.anchored(row["figure"]),
    }


def _per_student(row: Record, lang: Lang) -> str:
    unit = row["unit"]
    shown = PER_STUDENT.get(unit, f" {unit}") if lang == "zh" else f" {unit}"
    return "" if is_missing(row["mean"]) else f"{number(row['mean'])}{html.escape(shown)}"


def proposal_line(row: Record, names: Mapping[str, str], lang: Lang) -> Record:
    """Return one proposal of a scan, with what is doubtful in it."""
    doubts = [DOUBTS.get(name, (name, name))[lang == "en"] for name in row["reasons"].split()]
    line = {
        "doubt": f"{row['doubt']:.2f}",
        "doubtful": escaped(listed(doubts, lang)),
        "label": escaped(row["label"]),
        "value": escaped(_with_signs(row.get("value") or _proposed_value(row))),
        "year": _proposed_years(row),
        "kind": unbroken(term(row["kind"], lang)),
        "words": escaped(row["sentence"]),
    }
    if "indicator" in row:
        line["aligned"] = escaped(names.get(row["indicator"], row["indicator"]))
        line["grade"] = unbroken(term(row["comparability"], lang))
    if "figure" in row:
        line["figure"] = unbroken_name(row["figure"])
        line["state"] = unbroken(DOUBTS.get(row["state"], (row["state"],) * 2)[lang == "en"])
    return line


def _proposed_value(row: Record) -> str:
    return f"{row['comparator']}{row['printed']}{row['unit']}"


def _with_signs(value: str) -> str:
    """Write operators as people do: ≥ for >=, and none where it says nothing."""
    signs = {">=": "≥", "<=": "≤", "~": "≈", "range": "", "=": ""}
    sign = next((known for known in signs if value.startswith(known)), "")
    return f"{signs.get(sign, '')}{value.removeprefix(sign).strip()}"


def _proposed_years(row: Record) -> str:
    start = row.get("year_start")
    if start is None or is_missing(start):
        return "" if is_missing(row["year"]) else str(row["year"]).removesuffix(".0")
    return f"{int(start)}–{int(row['year_end'])}"


def coefficient_line(row: Record, lang: Lang) -> Record:
    """Return one coefficient against its limit."""
    limited = not is_missing(row["limit"])
    name = row["name_zh"] if lang == "zh" else row["resource"].replace("_", " ")
    return {
        "stage": stage_cell(row, lang),
        "resource": escaped(name),
        "coefficient": f"{row['coefficient']:.4f}",
        "limit": f"≤{row['limit']:.2f}" if limited else "",
        "met": yes_or_no(row["met"], lang) if limited else "",
        "mean": _per_student(row, lang),
        "schools": str(int(row["schools"])),
    }


def composite_line(row: Record, lang: Lang) -> Record:
    """Return one region of a composite: never the score without the range of its ranks."""
    ranked = not is_missing(row["rank"])
    return {
        "region": unbroken_name(row[f"region_{lang}"]),
        "coverage": "" if is_missing(row["coverage"]) else f"{row['coverage']:.0%}",
        "score": _score(row) if ranked else "",
        "rank_range": rank_range(row) if ranked else "",
        "share": f"{row['rank_share']:.0%}" if ranked else "",
        "status": _joined(
            [term(row["status"], lang), reasons_in_words(row["reasons"], lang)], lang
        ),
        "lacking": escaped("" if is_missing(row["lacking"]) else _in_words(row["lacking"], lang)),
    }


def _score(row: Record) -> str:
    lo, hi = row["score_lo"], row["score_hi"]
    spread = "" if lo == hi else f" ({lo:.1f}–{hi:.1f})"
    return f"{row['score']:.1f}{spread}"


def rank_range(row: Record) -> str:
    """Return the best and the worst rank, or the one that both are."""
    best, worst = int(row["rank_best"]), int(row["rank_worst"])
    return str(best) if best == worst else f"{best}–{worst}"


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


def figure_cell(figure: str, words: Mapping[str, str]) -> str:
    """Return a figure's id that leads to its words."""
    return _titled(html.escape(figure), figure, words)


def figure_cells(names: Iterable[Any], words: Mapping[str, str]) -> str:
    """Return figure ids, each with its words under the mouse; a derived value has two."""
    known = [part for name in names if isinstance(name, str) for part in name.split()]
    return "<br>".join(unbroken(figure_cell(name, words)) for name in dict.fromkeys(known))


def _titled(shown: str, figures: Any, words: Mapping[str, str]) -> str:
    """Return a value that leads to its figure, or as it is where it has none."""
    if not isinstance(figures, str):
        return shown
    parts = figures.split()
    title = " / ".join(words.get(part, part) for part in parts)
    style = "color:inherit;text-decoration:underline dotted"
    place = _place(parts[0])
    return f'<a href="#{place}" title="{html.escape(title)}" style="{style}">{shown}</a>'


def _value(row: Record, lang: Lang) -> str:
    """Return an aligned value as people write it; one without a printed number as interval."""
    if row["comparator"] in ("path", None) or (
        is_missing(row["value"]) and row["comparator"] != "range"
    ):
        return _interval(row["lo"], row["hi"], row["unit"], lang)
    return escaped(value_in_words(row, lang))


def _interval(lo: float, hi: float, unit: str, lang: Lang) -> str:
    suffix = unit_suffix(unit, lang)
    if unit == "year":
        ends = dict.fromkeys(str(int(end)) for end in (lo, hi) if not is_missing(end))
        return "–".join(ends) + suffix
    if is_missing(lo) or is_missing(hi):
        sign, end = ("≥", lo) if is_missing(hi) else ("≤", hi)
        return f"{sign}{number(end)}{suffix}"
    return f"{number(lo)}{suffix}" if lo == hi else f"{number(lo)}–{number(hi)}{suffix}"


def grade_cell(row: Record, lang: Lang) -> str:
    """Return how comparable an observation is, and whether it is an alternative."""
    use = "" if row["use"] == "main" else f" · {say('also', lang)}"
    return term(row["comparability"], lang) + use


def reason_cell(row: Record, lang: Lang) -> str:
    """Return why an observation is graded so; in Chinese where it was not translated."""
    english = row.get("reason_en")
    return str(row["reason"] if lang == "zh" or is_missing(english) else english)


def definition_cell(row: Record, name: str, lang: Lang) -> str:
    """Return one part of a definition."""
    value = row[f"definition_{lang}"] if name == "definition" else row[name]
    if name == "direction":
        return say(value, lang)
    if name in ("numerator", "denominator", "note") and lang == "en":
        return ""
    if name == "unit":
        return escaped(unit_words(pd.DataFrame({"unit": [value]}), lang))
    return escaped(value)


def moment_in_words(row: Mapping[str, Any], lang: Lang) -> str:
    """Return year and kind: ``2025年目标``, ``2025 target``."""
    kind = term(row["kind"], lang)
    return f"{row['year']}年{kind}" if lang == "zh" else f"{row['year']} {kind}"


def moment_names(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """Return the indicators of some rows, with their moments where there are several."""
    several = rows.groupby(["year", "kind"]).ngroups > 1 if len(rows) else False
    names = [
        f"{row[f'indicator_{lang}']} ({moment_in_words(row, lang)})"
        if several
        else row[f"indicator_{lang}"]
        for row in rows.to_dict("records")
    ]
    return list(dict.fromkeys(names))


def stage_cell(row: Record, lang: Lang) -> str:
    """Return the stage, with its county where there is one."""
    parts = [str(row["county"])] if "county" in row else []
    return " · ".join([*parts, say(row["stage"], lang)])


def yes_or_no(value: object, lang: Lang) -> str:
    """Return a truth in words."""
    return say("yes" if value else "no", lang)


def _in_words(pairs: str, lang: Lang) -> str:
    """Return ``indicator: reason; …`` with the names and reasons in words."""
    names = indicator_names(lang)
    text = re.sub(r"[a-z][a-z0-9_]*_[a-z0-9_]+", lambda m: names.get(m[0], m[0]), pairs)
    return re.sub(r"[a-z]+(?:-[a-z]+)+", lambda m: term(m[0], lang), text)


def _joined(parts: Sequence[str], lang: Lang, between: str | None = None) -> str:
    return (between or (":" if lang == "zh" else ": ")).join(filter(None, parts))


def _nothing(row: Mapping[str, Any]) -> bool:
    return is_missing(row["lo"]) and is_missing(row["hi"])


def unbroken_name(name: str) -> str:
    """Return a name that no line break divides."""
    return unbroken(html.escape(name))


def unbroken(cell: str) -> str:
    """Return a cell that no line break divides."""
    return f'<span style="white-space:nowrap">{cell}</span>'


def escaped(value: object) -> str:
    """Return text as HTML; nothing where it is missing."""
    return "" if is_missing(value) else html.escape(str(value).strip())


def without_markup(cell: str) -> str:
    """Return the text of a cell."""
    return html.unescape(re.sub(r"<[^>]+>", "", cell.replace("<br>", " ")))
