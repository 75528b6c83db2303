"""The attainment board: regions × targets, by what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from compare.charts.boundary import about, check_any, named_rows
from compare.charts.capacity import Counted, most_that_fit, rest_height, say_rest, sizes_of_text
from compare.charts.cells import Cell, Heads, draw_cells, fit_heads, name_columns
from compare.charts.chart import Chart
from compare.charts.choosing import named_in
from compare.charts.keys import file_key
from compare.charts.labelled_rows import fold
from compare.charts.layout import Box, Words, text_width
from compare.charts.legend import Entry, draw_legend
from compare.charts.remarks import close_reasons, reasons_of_rows
from compare.charts.style import INK, PALE, least_text, size_named
from compare.charts.subjects import Subject
from compare.charts.titles import judged_or_name, years_in_words
from compare.finding.facts import Facts
from compare.finding.judged import states_of
from compare.finding.kinds.attainment import JUDGED
from compare.finding.rows import check_made_by
from compare.ledger.evidence import Evidence
from compare.ledger.records import records
from compare.wording.catalogue import Lang, check_lang, say
from compare.wording.phrases import about as about_words
from compare.wording.phrases import clauses, listed, sentences
from compare.wording.references import full_title, source_line
from compare.wording.values import is_missing, value_in_words

PLACE = 5
"""Its place among the forms of a subject."""

_SIGN = {
    "met": "✓", "missed": "×", "not-decided": "?", "on-pace": "↗", "behind-pace": "↘",
    "pace-not-decided": "→", "open": "…", "no-outcome": "—",
}  # fmt: skip
"""What became of a target, by its shape: it is told without any colour."""

_FILL = {
    "met": "#0072B2", "missed": "#E9C9A8", "not-decided": "#ffffff", "on-pace": "#BFD9EA",
    "behind-pace": "#F6E8DA", "pace-not-decided": "#DDE3D5", "open": PALE, "no-outcome": PALE,
}  # fmt: skip
_INK = {"met": "#ffffff", "open": "#666666", "no-outcome": "#666666"}
_OUTLINE = {"edgecolor": "#999999", "linewidth": 0.7}

_SHARES = (0.22, 0.26, 0.3, 0.36, 0.42, 0.5)
"""Parts of the width that names at the left may take: the most legible is taken."""

_FEW = 8
"""Regions that stand side by side, however few targets there are."""

Cells = Mapping[tuple[Any, Any], Mapping[str, Any]]


def of_subject(subject: Subject) -> Iterator[Chart]:
    """Yield what became of the targets of all regions, and of one, where two are judged."""
    if subject.kind not in ("everything", "region"):
        return
    rows = subject.attained
    judged = rows[rows["verdict"].isin(JUDGED)] if len(rows) else rows
    if len(judged) < _LEAST:
        return
    if subject.kind == "everything":  # of targets without any outcome there are too many
        keys = ["indicator", "target_year", "target_scope"]
        rows = rows.merge(judged[keys].drop_duplicates(), on=keys)
    yield attainment_board(
        rows,
        evidence=subject.evidence,
        facts=subject.facts,
        lang=subject.lang,
        size=subject.size,
    )


_LEAST = 2
"""Judged targets that make a picture: one is a sentence."""


def attainment_board(
    attained: Any,
    *,
    evidence: Evidence | None = None,
    facts: Facts | None = None,
    lang: Lang = "zh",
    size: str = "page",
) -> Chart:
    """Draw what became of targets: met, missed, not decided, on its way, or not known.

    Parameters
    ----------
    attained : frame
        Rows of :func:`compare.attainment`, of any regions, indicators and years.
    evidence : Evidence, optional
        Names, sources and reasons, and the last year of which anything is known
        (:func:`compare.evidence`).
    facts : Facts, optional
        Facts of all observations: they say which targets have come due.
    lang : {"zh", "en"}
        Language of the words.
    size : {"half", "page", "slide"}
        Size of the picture.

    Raises
    ------
    UnknownValueError
        If there is no target.

    Examples
    --------
    >>> import pandas as pd
    >>> import compare
    >>> plan = pd.DataFrame({
    ...     "region": ["a", "a", "b", "b"], "indicator": "x", "direction": "higher",
    ...     "unit": "%", "kind": ["target", "actual"] * 2, "year": 2025,
    ...     "value": [50.0, 48.6, 85.0, 88.3],
    ... })
    >>> board = attainment_board(compare.attainment(plan), lang="en")
    >>> board.words.title
    'x: a 48.6% in 2025, target missed, by 1.4 percentage points; b 88.3% in 2025, target met'
    >>> board.alt.endswith("2 targets of which something is known: a: missed 1; b: met 1.")
    True
    """
    check_lang(lang)
    size_named(size)
    rows, known = named_rows(attained, evidence)
    check_made_by("attainment", rows)
    check_any(rows, "targets", "give compare.attainment observations of the kind target, too")
    rows = _with_states(rows, known, facts)
    board = _board(rows, known, lang)
    regions = tuple(dict.fromkeys(rows["region"]))
    figures = [*rows["target_figure"], *rows["outcome_figure"], *rows["base_figure"]]
    years = years_in_words(rows["target_year"].astype(int), lang)
    name = say("board-title", lang, years=years)
    title = judged_or_name(
        rows, "attainment", name, about=regions[0] if len(regions) == 1 else None,
        evidence=known, lang=lang,
    )  # fmt: skip
    board = replace(board, told=_told(title, board, rows, lang))
    return Chart(
        key=file_key(f"board-{regions[0] if len(regions) == 1 else 'all'}", lang),
        form="attainment_board",
        lang=lang,
        size=size,
        words=Words(
            title=title,
            subtitle=say("board-subtitle", lang, years=years),
            note=_note(rows, board, figures, known, lang),
            source=source_line(known.sources(figures), lang),
        ),
        alt=_alt(rows, title, lang),
        data=rows.drop(columns="state"),
        plot=lambda figure, box, points: _draw(figure, box, points, board, lang),
        plot_height=2.7 * len(board.down) + 9,
        about=about(rows, figures),
    )


def _told(title: str, board: _Board, rows: pd.DataFrame, lang: Lang) -> list[Any]:
    """Return the keys of the regions, and of the targets for indicators, that a title names."""
    named = {
        key
        for column in ("region", "indicator")
        for key in named_in(title, dict(zip(rows[column], rows[f"{column}_{lang}"], strict=True)))
    }
    keys = [*board.down, *board.across]
    return [key for key in keys if (key[0] if isinstance(key, tuple) else key) in named]


def _with_states(rows: pd.DataFrame, known: Evidence, facts: Facts | None) -> pd.DataFrame:
    """Add what became of each target; those come first of which any is judged."""
    judged = rows["verdict"].isin(JUDGED)
    keys = ["indicator", "target_year", "target_scope"]
    any_judged = judged.groupby([rows[key] for key in keys]).transform("any")
    placed = rows.assign(state=states_of(rows, known, facts), _unknown=~any_judged)
    return placed.sort_values("_unknown", kind="stable").drop(columns="_unknown")


@dataclass(frozen=True)
class _Board:
    """What a board shows: names at the left and above, and what became of each target.

    Attributes
    ----------
    down, across : dict
        Names of the rows and the columns, by key.
    cells : mapping
        The targets, by row and column.
    regions_down : bool
        Whether the rows are regions.
    lang : {"zh", "en"}
        Language.
    told : collection
        Keys of the rows and columns that the title tells of.
    """

    down: dict[Any, str]
    across: dict[Any, str]
    cells: Cells
    regions_down: bool
    lang: Lang
    told: Collection[Any] = ()

    def first(self, down: int, across: int) -> _Board:
        """Return the same with fewer rows and columns: what the title tells, then the first."""
        return replace(
            self, down=self._first(self.down, down), across=self._first(self.across, across)
        )

    def _first(self, names: dict[Any, str], most: int) -> dict[Any, str]:
        kept = sorted(names, key=lambda key: key not in self.told)[:most]
        return {key: name for key, name in names.items() if key in kept}

    def tells_beyond(self, whole: dict[Any, str], shown: int) -> bool:
        """Tell whether the title tells of any of some names that are not the first."""
        return any(key in self.told for key in list(whole)[shown:])

    def texts(self, form: str) -> list[list[str]]:
        """Return what is written in the cells, row by row."""
        return [
            [_text(self.cells.get((row, column)), form, self.lang, lone=len(self.across) == 1)
             for column in self.across]
            for row in self.down
        ]  # fmt: skip


def _board(rows: pd.DataFrame, known: Evidence, lang: Lang) -> _Board:
    regions = dict(zip(rows["region"], rows[f"region_{lang}"], strict=True))
    keys = ["indicator", "target_year", "target_scope"]
    if rows.duplicated(["region", *keys]).any():  # of several documents, each by itself
        keys.append("target_document")
    years = rows["target_year"].nunique() > 1
    targets: dict[Any, str] = {}
    cells: dict[tuple[Any, Any], dict[str, Any]] = {}
    for row in records(rows):
        key = tuple(row[name] for name in keys)
        targets.setdefault(key, _target_name(row, known, lang, years=years, of=len(keys)))
        cells[key, row["region"]] = row
    if len(regions) > max(len(targets), _FEW):
        turned = {(region, key): row for (key, region), row in cells.items()}
        return _Board(regions, targets, turned, regions_down=True, lang=lang)
    return _Board(targets, regions, cells, regions_down=False, lang=lang)


def _target_name(
    row: Mapping[str, Any], known: Evidence, lang: Lang, *, years: bool, of: int
) -> str:
    name = str(row[f"indicator_{lang}"])
    if row["target_scope"] == "each-county":
        name = say("board-each-county", lang, topic=name)
    if of > 3 and not is_missing(row["target_document"]):
        document = known.document(str(row["target_document"]))
        title = full_title(document, lang) if document else str(row["target_document"])
        name = say("board-document", lang, topic=name, document=title)
    year = str(int(row["target_year"]))
    return say("board-row", lang, topic=name, year=year) if years else name


_FORMS = ("detail", "word", "sign")
"""What a cell holds, from the most to the least."""


def _text(row: Mapping[str, Any] | None, form: str, lang: Lang, *, lone: bool) -> str:
    if row is None:
        return ""
    sign = _SIGN[row["state"]]
    if form == "sign":
        return sign
    word = say(f"board-word-{row['state']}", lang)
    said = f"{sign} {word}"
    if form == "word":
        return said
    between = "  " if lone else "\n"
    return f"{said}{between}{_detail(row, lang, lone=lone)}"


def _detail(row: Mapping[str, Any], lang: Lang, *, lone: bool) -> str:
    """Return the outcome beside the target, or what there is of them."""
    target = _end(row, "target", lang)
    if is_missing(row["outcome_year"]):
        return say("board-awaiting", lang, target=target)
    if row["unit"] == "year" and is_missing(row["outcome_hi"]):
        return say("board-not-by", lang, year=str(int(row["outcome_lo"])))
    outcome = _end(row, "outcome", lang)
    if not lone:
        return f"{outcome} / {target}"
    year = str(int(row["outcome_year"]))
    return say("board-detail", lang, year=year, outcome=outcome, target=target)


def _end(row: Mapping[str, Any], stage: str, lang: Lang) -> str:
    """Return an outcome or a target as it is stated."""
    end = {name: row.get(f"{stage}_{name}") for name in ("comparator", "value", "lo", "hi")}
    return value_in_words({**end, "unit": row["unit"]}, lang)


def _note(
    rows: pd.DataFrame, board: _Board, figures: list[Any], known: Evidence, lang: Lang
) -> str:
    """Say what blank cells mean, and what must be known of the verdicts."""
    blank = len(board.cells) < len(board.down) * len(board.across)
    several = rows["region"].nunique() > 1
    names = rows[f"indicator_{lang}"].astype(str)
    if several:
        names = rows[f"region_{lang}"].astype(str) + " " + names
    return sentences(
        [
            say("board-none", lang) if blank else "",
            reasons_of_rows(rows.assign(_named=names), "_named", lang, besides=_SHOWN),
            close_reasons(rows, figures, known, lang, most=_MOST_REASONS),
        ],
        lang,
    )


_SHOWN = ("no-later-actual",)
"""Reasons that the cell says itself."""

_MOST_REASONS = 3
"""Reasons that a note has room for."""


def _alt(rows: pd.DataFrame, title: str, lang: Lang) -> str:
    """Count the verdicts of each region."""
    said = []
    for name, group in rows.groupby(f"region_{lang}", sort=False):
        counts = Counter(group["state"])
        told = [
            say("board-count", lang, verdict=say(f"board-word-{state}", lang), n=counts[state])
            for state in _SIGN
            if counts[state]
        ]
        said.append(say("board-counted", lang, region=str(name), counts=listed(told, lang)))
    known = rows["outcome_year"].notna().all()  # others may have come due without any
    counted = say("board-targets-known" if known else "board-targets", lang, n=len(rows))
    return sentences([title, about_words(counted, clauses(said, lang), lang)], lang)


def _legend(board: _Board) -> list[Entry]:
    there = {row["state"] for row in board.cells.values()}
    return [
        Entry(
            say(f"board-legend-{state}", board.lang),
            cell={"facecolor": _FILL[state], **(_OUTLINE if state == "not-decided" else
                                                {"linewidth": 0})},
            sign=sign,
            ink=_INK.get(state, INK),
        )
        for state, sign in _SIGN.items()
        if state in there
    ]  # fmt: skip


@dataclass(frozen=True)
class _Fit:
    """How a board fits: names at its sides, what its cells hold, and the size of its text."""

    points: float
    form: str
    labels: list[str]
    heads: Heads
    left: float
    heights: list[float]


def _draw(figure: Figure, box: Box, points: float, board: _Board, lang: Lang) -> None:
    box = draw_legend(figure, box, points, _legend(board))
    board, fit, box = _that_fits(figure, box, points, board, lang)
    width_in, height_in = figure.get_size_inches()
    top = fit.heads.height + 0.06
    spare = (box.height - top - sum(fit.heights)) / len(fit.heights)
    heights = [min(need + spare, _TALLEST * fit.points / 72) for need in fit.heights]
    heights = [max(pair) for pair in zip(heights, fit.heights, strict=True)]
    tall = sum(heights)
    axes = figure.add_axes(
        (
            (box.left + fit.left) / width_in,
            (box.bottom + box.height - top - tall) / height_in,
            (box.width - fit.left) / width_in,
            tall / height_in,
        )
    )
    texts = board.texts(fit.form)
    matrix = [
        [
            _cell(board.cells.get((row, column)), text)
            for column, text in zip(board.across, line, strict=True)
        ]
        for row, line in zip(board.down, texts, strict=True)
    ]
    draw_cells(axes, matrix, fit.points, heights)
    axes.set_yticks(
        [place + 0.5 for place in range(len(board.down))],
        fit.labels,
        fontsize=fit.points,
        linespacing=1.0,
        parse_math=False,
    )
    name_columns(axes, fit.heads, 2)


_TALLEST = 3.2
"""Most height of a row over the size of text, unless its words need more."""


def _cell(row: Mapping[str, Any] | None, text: str) -> Cell:
    if row is None:
        return Cell()
    state = row["state"]
    return Cell(
        fill=_FILL[state],
        text=text,
        ink=_INK.get(state, INK),
        outline=_OUTLINE if state == "not-decided" else {},
    )


def _that_fits(
    figure: Figure, box: Box, points: float, board: _Board, lang: Lang
) -> tuple[_Board, _Fit, Box]:
    """Return how the board fits with the most in its cells, or how much of it does."""
    for form in _FORMS:
        for size in sizes_of_text(points):
            if (fit := _best(board, form, box, size)) is not None:
                return board, fit, box
    least, many = least_text(points), (len(board.down), len(board.across))
    room = replace(box, height=box.height - 2 * rest_height(points))
    few = min(_FEW, many[1])
    form = "word" if _best(board.first(1, few), "word", room, least) else "sign"
    down = most_that_fit(
        many[0], lambda n: _best(board.first(n, few), form, room, least) is not None
    )
    across = most_that_fit(
        many[1], lambda n: _best(board.first(down, n), form, room, least) is not None
    )
    counted: tuple[Counted, Counted] = ("targets", "regions")
    counted = counted[::-1] if board.regions_down else counted
    sides = (board.down, board.across)
    for shown, side, what in zip((down, across), sides, counted, strict=True):
        if shown < len(side):
            told = board.tells_beyond(side, shown)
            box = say_rest(figure, box, points, shown, len(side), what, lang, told=told)
    some = board.first(down, across)
    best = _best(some, form, box, least) or _fit(some, form, box, least, 0.3, at_all_costs=True)
    assert best is not None
    return some, best, box


def _best(board: _Board, form: str, box: Box, points: float) -> _Fit | None:
    """Return the fit at a size of text with the fewest folded names; None where none fits."""
    fits = [_fit(board, form, box, points, share) for share in _SHARES]
    found = [fit for fit in fits if fit is not None]
    return min(found, key=lambda fit: sum(map(_lines, fit.labels))) if found else None


def _lines(text: str) -> int:
    return 1 + text.count("\n")


def _fit(
    board: _Board, form: str, box: Box, points: float, share: float, *, at_all_costs: bool = False
) -> _Fit | None:
    labels = [fold(name, box.width * share, points) for name in board.down.values()]
    left = max(text_width(label, points) for label in labels) + 0.1
    column = (box.width - left) / len(board.across)
    texts = board.texts(form)
    widest = max(text_width(text, points) for line in texts for text in line)
    if widest > column * _INSIDE and not at_all_costs:
        return None
    heads = fit_heads(list(board.across.values()), column, box.height * _MOST_HEAD, points)
    if heads is None:
        return None
    needs = [
        (max(_lines(label), *map(_lines, line)) * _LINE + _GAP) * points / 72
        for label, line in zip(labels, texts, strict=True)
    ]
    if sum(needs) + heads.height + 0.06 > box.height and not at_all_costs:
        return None
    return _Fit(points, form, labels, heads, left, needs)


_INSIDE = 0.94
"""Part of a cell's width that its text may take."""

_LINE, _GAP = 1.2, 0.4
"""Height of a line of a row, and what a row takes beyond its lines, over the size of text."""

_MOST_HEAD = 0.35
"""Most of the height that the names above the columns take."""
