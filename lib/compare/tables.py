"""Tables for reading: values as people write them, with grades, reasons and figure ids.

Regions stand in the order of their administrative codes, never of their values: a sorted
table says more than the documents do. A figure's id shows its words under the mouse, and
leads to the row of :func:`evidence_table` on the same page.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import pandas as pd
from great_tables import GT

from compare.balance_rules import find_rule
from compare.curated import connect
from compare.errors import CompareError, Problem
from compare.frames import as_pandas
from compare.notebook import is_interactive, searchable_html
from compare.table_cells import (
    Anchors,
    Notes,
    coefficient_line,
    composite_line,
    coverage_cell,
    definition_cell,
    escaped,
    evidence_line,
    figure_cell,
    gap_line,
    grade_cell,
    moment_in_words,
    moment_names,
    progress_line,
    proposal_line,
    rank_line,
    rank_range,
    reason_cell,
    side_by_side,
    stage_cell,
    unbroken,
    unbroken_name,
    without_markup,
    yes_or_no,
)
from compare.table_lookups import (
    adcodes,
    aligned_to,
    benchmark_name,
    indicator_names,
    judgements_of,
    key_values,
    limits_of,
    ordered_rows,
    quotes_of,
    reference_names,
    region_names,
    regions_of,
    with_names,
)
from compare.table_words import CHANGES, FACTS, WAYS, heading, say
from compare.tracing import Trace, Verification
from compare.words import Lang, check_lang, is_missing, listed, number, term, value_in_words

Record = dict[str, Any]

_FONT = ["Noto Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]


class UnequalAnswersError(CompareError):
    """The same question has got different answers."""


@dataclass(frozen=True)
class Table:
    """A table: searchable in JupyterLab where it is long, a great-tables table elsewhere.

    Attributes
    ----------
    frame : pandas.DataFrame
        The cells as HTML, escaped.
    title : str
        Stands above the table.
    lang : {"zh", "en"}
        Language of headings.
    group : str, optional
        Column whose values head groups of rows; its cells are plain text.
    notes : tuple of str
        Stand below the table.
    searchable : bool
        Whether JupyterLab shows it with a search box.
    """

    frame: pd.DataFrame = field(repr=False)
    title: str
    lang: Lang = "zh"
    group: str | None = None
    notes: tuple[str, ...] = ()
    searchable: bool = False
    empty: str = "none"

    def great_table(self) -> GT:
        """Return the table in the house style; the same frame gives the same HTML."""
        if self.frame.empty:
            colon = ":" if self.lang == "zh" else ": "
            said = f"{self.title}{colon}{say(self.empty, self.lang)}"
            table = _gt(pd.DataFrame({" ": [html.escape(said)]}), "", None)
        else:
            table = _gt(self.frame, self.title, self.group)
        for note in self.notes:
            table = table.tab_source_note(note)
        return table

    def plain(self) -> pd.DataFrame:
        """Return the cells without markup, as they would be pasted."""
        return self.frame.map(without_markup)

    def _repr_html_(self) -> str:
        if self.searchable and is_interactive() and len(self.frame):
            return searchable_html(self._flat(), self.title, self.lang)
        return str(self.great_table().as_raw_html())

    def _flat(self) -> pd.DataFrame:
        if self.group is None:
            return self.frame
        return self.frame.assign(**{self.group: self.frame[self.group].map(html.escape)})


def plain_table(frame: pd.DataFrame, title: str, *, group: str | None = None) -> GT:
    """Return a frame of text as a great-tables table in the house style."""
    cells = frame.astype(str).map(html.escape)
    if group is not None:
        cells[group] = frame[group].astype(str)
    return _gt(cells, title, group)


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
            heading("moment", lang): moment_in_words(first, lang),
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
        rows = rows[rows["verdict"] != "missing"]
    rows = rows[rows["region"] != rows["reference"]].copy()
    words = quotes_of([*rows["figure"], *rows["reference_figure"]])
    signs = key_values("SELECT figure, comparator FROM figures")
    rows["reference_sign"] = [signs.get(figure) for figure in rows["reference_figure"]]
    names = reference_names(rows["reference"], lang)
    limits = limits_of(rows["reference"])
    lines = [gap_line(row, names, limits, words, lang) for row in rows.to_dict("records")]
    frame, group = _framed(lines, _GAP_COLUMNS, lang), heading("indicator", lang)
    alone = frame[group].is_unique
    if alone:
        frame[group] = frame[group].map(html.escape)
    title, empty = say("gaps", lang), "no_pairs" if decided else "none"
    return Table(frame, title, lang, None if alone else group, empty=empty)


_GAP_COLUMNS = (
    "indicator", "region", "value", "reference", "reference_value", "gap", "verdict", "why",
    "figure",
)  # fmt: skip


def rankings_table(ranked: Any, *, lang: Lang = "zh") -> Table:
    """Return the ranks of those indicators in which some are decided; the others are named.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    lang : {"zh", "en"}
        Language.
    """
    rows = ordered_rows(ranked, lang)
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
        _framed(lines, columns, lang), title, lang, heading("indicator", lang), tuple(notes)
    )


def progress_table(progress: Any, *, lang: Lang = "zh") -> Table:
    """Return actuals, targets, the distance to go and the linear pace that it needs.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = with_names(as_pandas(progress))
    limits = limits_of(rows["benchmark"])
    words = quotes_of([*rows["current_figure"], *rows["target_figure"]])
    lines = [progress_line(row, limits, words, lang) for row in rows.to_dict("records")]
    columns = (
        "indicator", "region", "actual", "target", "distance", "pace", "benchmark", "status",
        "figure",
    )  # fmt: skip
    frame = _framed(lines, columns, lang)
    notes = (say("linear", lang), say("operator", lang))
    return Table(frame, say("progress", lang), lang, heading("indicator", lang), notes)


def coverage_table(coverage: Any, *, lang: Lang = "zh") -> Table:
    """Return which region prints which indicator, with years, or why it has none.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(coverage)
    order = adcodes()
    rows = rows.sort_values("region", key=lambda names: names.map(order), kind="stable")
    kinds = {"actual": term("actual", lang), "target": term("target", lang)}
    lines = []
    for _, group in rows.groupby("indicator", sort=False):
        line = {heading("indicator", lang): html.escape(group.iloc[0][f"indicator_{lang}"])}
        for name, cells in group.groupby(f"region_{lang}", sort=False):
            line[str(name)] = coverage_cell(cells.to_dict("records"), kinds, lang)
        lines.append(line)
    frame = pd.DataFrame(lines)
    return Table(frame, say("coverage", lang), lang, notes=(say("not_published", lang),))


def benchmarks_table(
    benchmarks: Any, *, indicators: Iterable[str] | None = None, lang: Lang = "zh"
) -> Table:
    """Return reference values with their operator, rule and remark.

    Parameters
    ----------
    benchmarks : frame
        Rows of ``compare.table("benchmarks")``.
    indicators : iterable of str, optional
        Only those of these indicators.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = with_names(as_pandas(benchmarks))
    if indicators is not None:
        rows = rows[rows["indicator"].isin(list(indicators))]
    lines = [
        {
            "indicator": row[f"indicator_{lang}"],
            "reference": benchmark_name(row, lang),
            "value": escaped(value_in_words(row, lang)),
            "rule": escaped(row["rule"]),
            "remark": escaped(row["remark"]),
        }
        for row in rows.to_dict("records")
    ]
    columns = ("indicator", "reference", "value", "rule", "remark")
    frame = _framed(lines, columns, lang)
    title, notes = say("benchmarks", lang), (say("operator", lang),)
    return Table(frame, title, lang, heading("indicator", lang), notes)


def definitions_table(indicators: Iterable[str], *, lang: Lang = "zh") -> Table:
    """Return what indicators mean: definition, numerator, denominator, unit, direction.

    Parameters
    ----------
    indicators : iterable of str
        Indicators.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    query = "SELECT * FROM indicators WHERE list_contains($names, indicator) ORDER BY rowid"
    rows = connect().sql(query, params={"names": list(indicators)}).df()
    fields = ("definition", "numerator", "denominator", "unit", "direction", "note")
    lines = [
        {"indicator": row[f"name_{lang}"], "what": unbroken_name(heading(name, lang)), "text": text}
        for row in rows.to_dict("records")
        for name in fields
        if (text := definition_cell(row, name, lang))
    ]
    frame = pd.DataFrame(lines, columns=["indicator", "what", "text"]).rename(
        columns={"indicator": heading("indicator", lang), "what": " ", "text": "  "}
    )
    return Table(frame, say("definition", lang), lang, heading("indicator", lang))


def journey_table(journey: Trace, *, lang: Lang = "zh") -> Table:
    """Return the first steps of a figure's journey: document, words, interval.

    Parameters
    ----------
    journey : Trace
        What :func:`compare.trace` returns.
    lang : {"zh", "en"}
        Language; the document's words stay its own.
    """
    check_lang(lang)
    figure, document = journey.figure, journey.document
    issued = " ".join(str(document[name]) for name in ("number", "issued") if document[name])
    unit = figure["unit"] or ""
    stated = {**figure, "unit": "", "value": None}
    cells = {
        "document": escaped(f"《{document['title']}》 {issued}"),
        "where": escaped(figure["locator"]),
        "words": _in_context(journey),
        "label": escaped(figure["label"]),
        "printed": escaped(f"{figure['printed']}{unit}"),
        "interval": _stated_interval(stated, lang) + escaped(unit),
        "year": escaped(f"{figure['year']} ({say(figure['year_basis'], lang)})"),
        "kind": term(figure["kind"], lang),
        "scope": say(f"scope-{figure['scope']}", lang),
        "note": escaped(figure["note"]),
        "figure": escaped(figure["figure"]),
    }
    lines = [(unbroken_name(heading(name, lang)), cell) for name, cell in cells.items() if cell]
    return Table(pd.DataFrame(lines, columns=[" ", "  "]), say("journey", lang), lang)


def _in_context(journey: Trace) -> str:
    """Return the quote, marked, with what stands around it where the text is at hand."""
    quote = f"<mark>{escaped(journey.figure['quote'])}</mark>"
    if journey.context is None:
        return quote
    before, _, after = journey.context
    return f"…{html.escape(before)}{quote}{html.escape(after)}…"


def _stated_interval(figure: Record, lang: Lang) -> str:
    lo, hi = figure["lo"], figure["hi"]
    if figure["comparator"] == "range":
        return f"{number(lo)}–{number(hi)}"
    value = lo if lo is not None else hi
    return escaped(value_in_words({**figure, "value": value}, lang))


def evidence_table(observations: Any, *, lang: Lang = "zh") -> Table:
    """Return the values with the words that print them: where a figure's id leads to.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``, in any kind of frame.
    lang : {"zh", "en"}
        Language of headings and names; quotes stay in the document's own words.
    """
    rows = ordered_rows(observations, lang)
    once = Anchors()
    lines = [evidence_line(row, once, lang) for row in rows.to_dict("records")]
    columns = ("indicator", "region", "moment", "value", "grade", "words", "where", "why", "figure")
    frame = _framed(lines, columns, lang)
    title = say("evidence", lang).format(n=len(frame))
    return Table(frame, title, lang, heading("indicator", lang), searchable=True)


def facts_table(facts: Mapping[str, Any], *, lang: Lang = "zh") -> Table:
    """Return what a step has given, by name: numbers, lists, mappings.

    Parameters
    ----------
    facts : mapping
        Name to value.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    lines = [(unbroken_name(FACTS.get(name, (name, name))[lang == "en"]), _fact(value, lang))
             for name, value in facts.items()]  # fmt: skip
    return Table(pd.DataFrame(lines, columns=[" ", "  "]), say("facts", lang), lang)


def _fact(value: Any, lang: Lang) -> str:
    if isinstance(value, Mapping):
        value = [f"{name} {count}" for name, count in value.items()]
    if isinstance(value, list | tuple):
        return escaped(listed([str(item) for item in value], lang)) or "—"
    return escaped(value)


def figures_table(figures: Any, *, lang: Lang = "zh") -> Table:
    """Return printed figures, aligned to a shared indicator or not.

    Parameters
    ----------
    figures : frame
        Rows of ``compare.table("figures")``.
    lang : {"zh", "en"}
        Language of headings and names.
    """
    check_lang(lang)
    rows = as_pandas(figures)
    names, aligned, once = region_names(lang), aligned_to(lang), Anchors()
    lines = [
        {
            "figure": once.anchored(row["figure"]),
            "region": unbroken_name(names.get(row["region"], row["region"])),
            "label": escaped(row["label"]),
            "value": escaped(f"{row['printed']} {'' if is_missing(row['unit']) else row['unit']}"),
            "moment": f"{row['year']} {term(row['kind'], lang)}",
            "words": escaped(row["quote"]),
            "where": escaped(row["locator"]),
            "aligned": escaped(aligned.get(row["figure"], "")),
            "note": escaped(row["note"]),
        }
        for row in rows.to_dict("records")
    ]
    columns = (
        "figure", "region", "label", "value", "moment", "words", "where", "aligned", "note",
    )  # fmt: skip
    title = say("figures", lang).format(n=len(lines))
    return Table(_framed(lines, columns, lang), title, lang, searchable=True)


def conflicts_table(observations: Any, *, lang: Lang = "zh") -> Table:
    """Return where one document prints different values for the same: all of them.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.
    lang : {"zh", "en"}
        Language.
    """
    rows = ordered_rows(conflicts(observations), lang)
    words = quotes_of(rows["figure"])
    lines = [
        {
            "indicator": f"{row[f'region_{lang}']} · {row[f'indicator_{lang}']} "
            f"({moment_in_words(row, lang)})",
            "value": escaped(value_in_words(row, lang)),
            "grade": grade_cell(row, lang),
            "words": escaped(row["quote"]),
            "why": escaped(reason_cell(row, lang)),
            "figure": unbroken(figure_cell(row["figure"], words)),
        }
        for row in rows.to_dict("records")
    ]
    columns = ("indicator", "value", "grade", "words", "why", "figure")
    title = say("conflicts", lang)
    return Table(_framed(lines, columns, lang), title, lang, heading("indicator", lang))


def conflicts(observations: Any) -> pd.DataFrame:
    """Return observations of which the same document says something else for the same.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations()``.

    Returns
    -------
    pandas.DataFrame
        The rows, main figure first, of each region, indicator, year and kind that has
        more than one interval, proxies included.
    """
    rows = as_pandas(observations)
    keys = ["region", "indicator", "year", "kind"]
    ends = ["lo", "hi", "lo_open", "hi_open"]
    different = rows.drop_duplicates([*keys, *ends]).groupby(keys).size()
    cells = rows[keys].itertuples(index=False, name=None)
    several = pd.Series([different[key] > 1 for key in cells], index=rows.index, dtype=bool)
    order = [True] * len(keys) + [False]
    kept = rows[several].sort_values([*keys, "use"], ascending=order, kind="stable")
    return kept.reset_index(drop=True)


def checks_table(
    problems: Sequence[Problem], verified: Sequence[Verification], *, lang: Lang = "zh"
) -> Table:
    """Return the validation report: quotes found in the texts, problems of data/raw.

    Parameters
    ----------
    problems : sequence of Problem
        What :func:`compare.check` returns.
    verified : sequence of Verification
        What :func:`compare.verify` returns.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    lines = [
        {
            "document": result.document,
            "quotes": str(result.quotes),
            "found": say("no_text", lang) if result.found is None else str(result.found),
            "problems": str(len(result.problems)),
        }
        for result in verified
    ]
    notes = tuple(str(problem) for problem in problems) or (say("clean", lang),)
    columns = ("document", "quotes", "found", "problems")
    return Table(_framed(lines, columns, lang), say("checks", lang), lang, notes=notes)


def code_book_table(described: Any, *, lang: Lang = "zh") -> Table:
    """Return the code book, searchable.

    Parameters
    ----------
    described : frame
        What :func:`compare.describe` returns.
    lang : {"zh", "en"}
        Language of headings; the meanings are those of the database.
    """
    check_lang(lang)
    rows = as_pandas(described)
    names = ["table", "column", "type", "comment"]
    frame = rows[names].astype(str).map(html.escape)
    frame["table"] = rows["table"].astype(str)
    heads = {name: heading(name, lang) for name in names}
    group = heading("table", lang)
    return Table(frame.rename(columns=heads), say("code_book", lang), lang, group, searchable=True)


def same_answer_table(*, lang: Lang = "zh", **answers: Any) -> Table:
    """Return the one answer to a question asked in several ways.

    Parameters
    ----------
    lang : {"zh", "en"}
        Language.
    **answers : frame
        Name of the way (sql, pandas, polars) to what it returned, in any kind of frame.

    Raises
    ------
    UnequalAnswersError
        If rows, columns or cells differ, naming the two ways.
    """
    check_lang(lang)
    frames = {way: as_pandas(answer).reset_index(drop=True) for way, answer in answers.items()}
    first, *others = frames
    for other in others:
        try:
            pd.testing.assert_frame_equal(frames[first], frames[other], check_dtype=False)
        except AssertionError as error:
            raise UnequalAnswersError(f"{first} and {other} differ: {error}") from error
    shown = frames[first].astype(str).map(html.escape)
    return Table(shown, f"{say('same', lang)}: {' = '.join(answers)}", lang)


def changes_table(changes: Any, *, lang: Lang = "zh") -> Table:
    """Return what data/raw would change in data/curated, as :func:`compare.changes` has it."""
    check_lang(lang)
    rows = as_pandas(changes)
    frame = rows.rename(columns={name: heading(name, lang) for name in rows.columns})
    frame = frame.astype(str).map(html.escape)
    return Table(frame, CHANGES[lang], lang, searchable=True, empty="empty")


def proposals_table(proposals: Any, *, lang: Lang = "zh") -> Table:
    """Return what a scan proposes, the most doubtful first.

    Parameters
    ----------
    proposals : frame
        What ``Scan.table()`` or ``compare.scan.queue()`` returns.
    lang : {"zh", "en"}
        Language of headings; words stay the document's own.
    """
    check_lang(lang)
    rows = nw.from_native(proposals, eager_only=True).to_pandas()  # value is text here
    rows = rows.sort_values("doubt", ascending=False, kind="stable")
    names = indicator_names(lang)
    lines = [proposal_line(row, names, lang) for row in rows.to_dict("records")]
    columns = [name for name in _PROPOSAL if any(line.get(name) for line in lines)]
    title = say("proposals", lang).format(n=len(lines))
    return Table(_framed(lines, columns, lang), title, lang, searchable=True)


_PROPOSAL = (
    "figure", "doubt", "doubtful", "label", "value", "year", "kind", "aligned", "grade", "state",
    "words",
)  # fmt: skip


def coefficients_table(coefficients: Any, *, lang: Lang = "zh") -> Table:
    """Return balance coefficients against the limits of their rule.

    Parameters
    ----------
    coefficients : frame
        Rows of :func:`compare.balance_table`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(coefficients)
    lines = [coefficient_line(row, lang) for row in rows.to_dict("records")]
    columns = ("stage", "resource", "coefficient", "limit", "met", "mean", "schools")
    rule = listed([find_rule(name).number for name in dict.fromkeys(rows["rule"])], lang)
    return Table(
        _framed(lines, columns, lang),
        say("coefficients", lang).format(rule=rule),
        lang,
        heading("stage", lang),
        (say("weighted", lang), *dict.fromkeys(rows["remark"].dropna())),
    )


def school_levels_table(levels: Any, *, lang: Lang = "zh") -> Table:
    """Return how many levels of the rule each school reaches.

    Parameters
    ----------
    levels : frame
        Rows of :func:`compare.school_levels`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(levels)
    lines = [
        {
            "stage": stage_cell(row, lang),
            "school": escaped(row["school"]),
            "reached": f"{row['reached']}/{row['of']}",
            "enough": yes_or_no(row["at_least_six"], lang),
            "remaining": ""
            if is_missing(row["remaining"])
            else f"{row['remaining']} {number(row['remaining_ratio'] * 100)}%",
        }
        for row in rows.to_dict("records")
    ]
    columns = ("stage", "school", "reached", "enough", "remaining")
    frame = _framed(lines, columns, lang)
    notes = (say("secondary", lang),)
    return Table(frame, say("levels", lang), lang, heading("stage", lang), notes)


def composite_table(composite: Any, *, lang: Lang = "zh") -> Table:
    """Return composite scores with the range of their ranks, and what is refused and why.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(composite)
    order = adcodes()
    rows = rows.sort_values("region", key=lambda names: names.map(order), kind="stable")
    lines = [composite_line(row, lang) for row in rows.to_dict("records")]
    columns = ("region", "coverage", "score", "rank_range", "share", "status", "lacking")
    frame, notes = _framed(lines, columns, lang), (say("composite_note", lang),)
    return Table(frame, say("composite", lang), lang, notes=notes)


def variants_table(variants: Any, *, lang: Lang = "zh") -> Table:
    """Return which ranks each way of scoring gives, over all weights tried.

    Parameters
    ----------
    variants : frame
        Rows of :func:`compare.composite_variants`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(variants)
    order = adcodes()
    rows = rows.sort_values("region", key=lambda names: names.map(order), kind="stable")
    lines = []
    for ways, group in rows.groupby(["normalise", "aggregate", "values"], sort=False):
        line = {heading("method", lang): " · ".join(WAYS[way][lang == "en"] for way in ways)}
        for name, ranks in group.groupby(f"region_{lang}", sort=False)["rank"]:
            line[str(name)] = rank_range({"rank_best": ranks.min(), "rank_worst": ranks.max()})
        lines.append(line)
    return Table(pd.DataFrame(lines), say("variants", lang), lang)


def _framed(lines: Sequence[Record], columns: Sequence[str], lang: Lang) -> pd.DataFrame:
    frame = pd.DataFrame(list(lines), columns=list(columns))
    return frame.rename(columns={name: heading(name, lang) for name in columns})


def _gt(frame: pd.DataFrame, title: str, group: str | None) -> GT:
    digest = hashlib.sha256((title + frame.to_csv(index=False)).encode()).hexdigest()[:10]
    cells = [name for name in frame.columns if name != group]
    table = GT(frame, groupname_col=group, id=f"table-{digest}")
    if title:
        table = table.tab_header(title=title)
    if not any(name.strip() for name in cells):
        table = table.tab_options(column_labels_hidden=True)
    return (
        table.fmt_passthrough(columns=cells, escape=False)
        .cols_align("left")
        .tab_options(
            table_font_size="13px",
            table_width="100%",
            heading_align="left",
            heading_title_font_size="15px",
            data_row_padding="4px",
            row_group_font_weight="bold",
        )
        .opt_table_font(font=_FONT)
        .opt_css(f"#table-{digest} table {{ table-layout: auto; }}")  # JupyterLab fixes it
    )
