"""The gallery: every chart on one page, to be found, copied and walked back to its words.

The page carries everything inside and asks no network for anything. Words and filters come
first and are read at once; pictures and files come last, as text that the browser does not
look into, and are unpacked one at a time when someone sees or wants them. So a page of a
thousand charts is on the screen before most of it has been read from the disk.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import struct
import tempfile
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

import pandas as pd
from jinja2 import Environment
from markupsafe import Markup

from compare.atomic import harmless, replacing
from compare.charts import Chart
from compare.charts.fonts import font_faces
from compare.curated.database import connect
from compare.errors import ReportError
from compare.project import Project, find_project
from compare.wording.catalogue import Lang, term
from compare.wording.phrases import reasons_in_words
from compare.wording.values import number, unit_suffix, value_in_words
from compare.wording.words import columns_in_words

PAGE = "index.html"
LANGUAGES: tuple[Lang, Lang] = ("zh", "en")

Both = tuple[str, str]
"""The same words in Chinese and in English."""

Maker = Callable[[Chart], bytes]


@dataclass(frozen=True)
class Kind:
    """A kind of file that a chart can be downloaded as.

    Attributes
    ----------
    name : str
        Ending of the file's name.
    media : str
        Its media type.
    packed : bool
        Whether the page holds it deflated; files that are compressed already gain nothing.
    """

    name: str
    media: str
    packed: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = (
    Kind("png", "image/png"),
    Kind("svg", "image/svg+xml", packed=True),
    Kind("xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    Kind("pptx", f"{_OFFICE}.presentationml.presentation"),
    Kind("csv", "text/csv", packed=True),
)

_VALUES = ("value", "reference_value", "base_value", "current_value", "target_value")
_CHANGES = {"gap": "gap_unit", "distance": "unit", "pace": "unit", "benchmark_value": "unit"}
_NAMED = ("region", "indicator", "reference", "document")
_CODED = ("kind", "comparability", "status", "verdict")

_NO_UNIT = (None, "-", "—", "/")
"""What tables print where there is no unit."""


@dataclass(frozen=True)
class _Ledger:
    """What the curated database knows of the charts' regions, indicators and figures."""

    regions: dict[str, Both]
    indicators: dict[str, Both]
    themes: dict[str, str]
    documents: dict[str, dict[str, Any]]
    figures: dict[str, dict[str, Any]]
    aligned: dict[str, list[dict[str, Any]]]
    version: str


@dataclass(frozen=True)
class _Card:
    """A chart as the page shows it."""

    number: int
    chart: Chart
    file: str
    width: int
    height: int
    header: list[str]
    rows: list[list[str]]
    figures: tuple[str, ...]
    tags: dict[str, list[str]]

    @property
    def lang(self) -> str:
        """Return the language of its words, as HTML names it."""
        return "zh-CN" if self.chart.lang == "zh" else "en"


def write_charts(
    langs: Sequence[str], *, slides: bool = False, project: Project | None = None
) -> list[Path]:
    """Write the gallery of every chart, and a deck of slides for each language if asked.

    Returns
    -------
    list of pathlib.Path
        ``reports/index.html``, then the decks.
    """
    from compare.charts import every_chart
    from compare.charts.office.slides import deck

    project = project or find_project()
    charts = {lang: list(every_chart(lang)) for lang in langs}  # type: ignore[arg-type]
    paths = [write_gallery([chart for made in charts.values() for chart in made], project)]
    for lang, made in charts.items() if slides else ():
        path = project.reports / f"charts.{lang}.pptx"
        with replacing(path) as aside:
            aside.write_bytes(deck(made, path.stem))
        paths.append(path)
    return paths


def write_gallery(
    charts: Iterable[Chart],
    project: Project | None = None,
    path: Path | None = None,
    *,
    makers: Mapping[str, Maker] | None = None,
) -> Path:
    """Write one page with every chart.

    Parameters
    ----------
    charts : iterable of Chart
        The charts, in the order of the page.
    project : Project, optional
        By default the one around the current folder.
    path : pathlib.Path, optional
        The page; by default ``reports/index.html``.
    makers : mapping, optional
        For each kind of file the function that makes it from a chart; by default those of
        ``compare.charts``.

    Returns
    -------
    pathlib.Path
        The page.

    Raises
    ------
    ReportError
        If two charts have the same key.
    """
    project = project or find_project()
    path = path or project.reports / PAGE
    charts = list(charts)
    _check_keys(charts)
    ledger = _read_ledger(project)
    with tempfile.TemporaryFile() as pictures, tempfile.TemporaryFile() as others:
        cards = [
            _card(place, chart, makers or _makers(), ledger, pictures, others)
            for place, chart in enumerate(charts)
        ]
        top, bottom = _page(cards, ledger)
        with replacing(path) as aside, aside.open("wb") as page:
            page.write(top.encode("utf-8"))
            for payload in (pictures, others):
                payload.seek(0)
                shutil.copyfileobj(payload, page)
            page.write(bottom.encode("utf-8"))
    return path


def file_stem(key: str) -> str:
    """Return a chart's key as the name of a file, whatever it holds."""
    stem = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", key))[:100].strip("-._")
    return stem or "chart"


def _table(chart: Chart, ledger: _Ledger) -> tuple[list[str], list[list[str]]]:
    """Return a chart's data as people read it: header and rows, in the chart's language.

    Columns that only a computer needs are left out; the downloads hold all of them. No cell
    begins like a formula, since the table is made to be pasted into a spreadsheet.
    """
    known = [column for column in columns_in_words(chart.lang) if column in chart.data.columns]
    if "pace" in known and "years" in known:
        known.remove("years")  # how many, not which
    hidden = {*known, *_technical()}
    columns = [*known, *(c for c in chart.data.columns if str(c) not in hidden)]
    records = chart.data.to_dict("records")
    cells = [[_cell(column, row, chart.lang, ledger) for column in columns] for row in records]
    used = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    header = [_heading(str(columns[place]), chart.lang) for place in used]
    return header, [[row[place] for place in used] for row in cells]


def _check_keys(charts: Sequence[Chart]) -> None:
    counts = Counter(chart.key for chart in charts)
    twice = sorted(key for key, count in counts.items() if count > 1)
    if twice:
        raise ReportError(f"two charts have the key {', '.join(twice)}; give one another key")


def _makers() -> dict[str, Maker]:
    from compare.charts.files.tables import csv_of, xlsx_of
    from compare.charts.office.slides import slide

    return {
        "png": lambda chart: chart.png(),
        # readers' machines rarely have the font, so that only outlines look right there
        "svg": lambda chart: chart.svg(outlines=True),
        "xlsx": xlsx_of,
        "pptx": slide,
        "csv": lambda chart: csv_of(chart).encode("utf-8"),
    }


# --- one chart -------------------------------------------------------------------------------


def _card(
    place: int,
    chart: Chart,
    makers: Mapping[str, Maker],
    ledger: _Ledger,
    pictures: IO[bytes],
    others: IO[bytes],
) -> _Card:
    """Describe a chart, and put its files aside: pictures first, since they are seen."""
    made = {kind.name: makers[kind.name](chart) for kind in KINDS}
    for kind in KINDS:
        payload = _payload(f"{kind.name}-{place}", made[kind.name], packed=kind.packed)
        (pictures if kind.name == "png" else others).write(payload)
    width, height = struct.unpack(">II", made["png"][16:24])
    header, rows = _table(chart, ledger)
    return _Card(
        number=place,
        chart=chart,
        file=file_stem(chart.key),
        width=width,
        height=height,
        header=header,
        rows=rows,
        figures=_figures_behind(chart, ledger),
        tags=_tags(chart, ledger),
    )


def _payload(name: str, content: bytes, *, packed: bool) -> bytes:
    text = base64.b64encode(zlib.compress(content, 9) if packed else content)
    opening = f'<script type="application/octet-stream" id="{name}">'.encode("ascii")
    return opening + text + b"</script>\n"


def _figures_behind(chart: Chart, ledger: _Ledger) -> tuple[str, ...]:
    """Return the figures that a chart names, or else all of its regions and indicators.

    A chart of what there is, such as the coverage matrix, draws every figure and names none.
    """
    if chart.about.figures:
        return tuple(dict.fromkeys(chart.about.figures))
    regions, indicators = set(chart.about.regions), set(chart.about.indicators)
    return tuple(
        figure
        for figure, rows in ledger.aligned.items()
        if any(row["region"] in regions and row["indicator"] in indicators for row in rows)
    )


def _heading(column: str, lang: Lang) -> str:
    return str(harmless(_one_line(columns_in_words(lang).get(column, column))))


def _cell(column: str, row: Mapping[str, Any], lang: Lang, ledger: _Ledger) -> str:
    value = row[column]
    if column in _VALUES:
        text = _value(row, column, lang)
    elif column in _CHANGES:
        text = _change(row, column, lang)
    elif column == "rank":
        text = _rank(row)
    elif _absent(value):
        text = ""
    elif column == "reasons":
        text = reasons_in_words(value, lang)
    elif column in _NAMED:
        text = _name(column, str(value), ledger)[LANGUAGES.index(lang)]
    elif column in _CODED:
        text = term(str(value), lang)
    else:
        text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return str(harmless(_one_line(text)))


def _value(row: Mapping[str, Any], column: str, lang: Lang) -> str:
    """Return a value, or the interval where only that is known, as people write it."""
    prefix = column.removesuffix("value")
    part = {name: row.get(prefix + name) for name in ("comparator", "value", "lo", "hi")}
    part["unit"] = _text(row.get("unit"))
    if _is_number(part["value"]):
        part["comparator"] = part["comparator"] if _text(part["comparator"]) else "="
    elif _is_number(part["lo"]) and _is_number(part["hi"]):
        part["comparator"] = "range"
    else:
        return _text(part["value"])
    return value_in_words(part, lang)


def _change(row: Mapping[str, Any], column: str, lang: Lang) -> str:
    """Return a difference, or the two ends that it lies between."""
    ends = [row[column]]
    if _absent(row[column]):
        ends = [row.get(f"{column}_lo"), row.get(f"{column}_hi")]
    if not all(_is_number(end) for end in ends):
        return ""
    said = (" 至 " if lang == "zh" else " to ").join(number(end) for end in ends)
    return said + unit_suffix(_text(row.get(_CHANGES[column])), lang)


def _rank(row: Mapping[str, Any]) -> str:
    """Return the rank where it is decided, or else the ranks that it lies between."""
    ends = [row["rank"]]
    if _absent(row["rank"]):
        ends = [row.get("rank_best"), row.get("rank_worst")]
    return "–".join(f"{end:.0f}" for end in ends if _is_number(end))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not _absent(value)


def _text(value: Any) -> str:
    return "" if _absent(value) else str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _absent(value: Any) -> bool:
    """Tell whether a frame's cell holds nothing, of whatever sort."""
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


# --- what stands behind the charts -----------------------------------------------------------


def _read_ledger(project: Project) -> _Ledger:
    con = connect(project)

    def rows(query: str) -> list[dict[str, Any]]:
        result = con.execute(query)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    indicators = rows("SELECT * FROM indicators ORDER BY rowid")
    aligned: dict[str, list[dict[str, Any]]] = {}
    for row in rows("SELECT * FROM observations ORDER BY figure, indicator"):
        aligned.setdefault(row["figure"], []).append(row)
    return _Ledger(
        regions={
            row["region"]: (row["name_zh"], row["name_en"])
            for row in rows("SELECT * FROM regions ORDER BY rowid")
        },
        indicators={row["indicator"]: (row["name_zh"], row["name_en"]) for row in indicators},
        themes={row["indicator"]: row["theme"] for row in indicators},
        documents={row["document"]: row for row in rows("SELECT * FROM documents")},
        figures={row["figure"]: row for row in rows("SELECT * FROM figures")},
        aligned=aligned,
        version=rows("SELECT value FROM build WHERE name = 'data_version'")[0]["value"],
    )


def _evidence(figure: str, ledger: _Ledger) -> dict[str, Any] | None:
    """Return what the page says of a figure; None where the database does not know it."""
    row = ledger.figures.get(figure)
    if row is None:
        return None
    years = row["year"] if row["year_start"] is None else f"{row['year_start']}–{row['year_end']}"
    return {
        "label": row["label"],
        "quote": row["quote"],
        "printed": row["printed"],
        "unit": "" if row["unit"] in _NO_UNIT else row["unit"],
        "worded": row["worded"],
        "locator": row["locator"],
        "document": row["document"],
        "year": str(years),
        "basis": _term(row["year_basis"]),
        "kind": _term(row["kind"]),
        "scope": _term(row["scope"]),
        "note": row["note"] or "",
        "aligned": [
            {
                "indicator": observation["indicator"],
                "value": [value_in_words(observation, lang) for lang in LANGUAGES],
                "grade": _term(observation["comparability"]),
                "why": (observation["reason"], observation["reason_en"] or observation["reason"]),
                "alternative": observation["use"] == "alternative",
            }
            for observation in ledger.aligned.get(figure, [])
        ],
    }


def _document(row: Mapping[str, Any]) -> dict[str, Any]:
    details = [str(part) for part in (row["number"], row["issued"]) if part]
    return {"title": row["title"], "details": ("，".join(details), ", ".join(details))}


# --- the page --------------------------------------------------------------------------------


def _page(cards: Sequence[_Card], ledger: _Ledger) -> tuple[str, str]:
    """Return the page above its files and below them."""
    data = _data(cards, ledger)
    tables = [Markup(_json({"header": card.header, "rows": card.rows})) for card in cards]
    script, style = _part("gallery.js"), _part("gallery.css")
    # the characters of the data, and of the words, are all that the page can show
    fonts = font_faces(_json([data, _words()]) + "".join(tables) + "".join(map(_shown, cards)))
    style = style.replace("/* fonts */", fonts, 1)
    page = (
        Environment(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
        .from_string(_part("index.html.j2"))
        .render(
            cards=cards,
            both=_both,
            filters=_filters(cards, ledger),
            kinds=KINDS,
            data=Markup(_json(data)),
            tables=tables,
            script=Markup(script),
            style=Markup(style),
            script_hash=_csp_hash(script),
            style_hash=_csp_hash(style),
            version=ledger.version[:12],
            name=partial(_name, ledger=ledger),
        )
    )
    top, bottom = page.split("<!-- files -->\n")
    return top, bottom


def _shown(card: _Card) -> str:
    return card.chart.text() + card.chart.alt


def _data(cards: Sequence[_Card], ledger: _Ledger) -> dict[str, Any]:
    """Return what the page's script needs: what to find charts by, and the figures."""
    used = sorted({figure for card in cards for figure in card.figures})
    figures = {figure: _evidence(figure, ledger) for figure in used}
    documents = sorted({row["document"] for row in figures.values() if row})
    return {
        "charts": [
            {
                "file": card.file,
                "find": _findable(card, ledger),
                "text": card.chart.text(),
                "figures": card.figures,
                **card.tags,
            }
            for card in cards
        ],
        "figures": figures,
        "documents": {name: _document(ledger.documents[name]) for name in documents},
        "indicators": ledger.indicators,
        "kinds": {kind.name: {"media": kind.media, "packed": kind.packed} for kind in KINDS},
        "words": _words(),
    }


def _tags(chart: Chart, ledger: _Ledger) -> dict[str, list[str]]:
    """Return what a chart is filtered by; one that names no theme has those of its indicators."""
    indicators = chart.about.indicators
    of_indicators = [ledger.themes[name] for name in indicators if name in ledger.themes]
    return {
        "region": list(chart.about.regions),
        "theme": list(chart.about.themes or dict.fromkeys(of_indicators)),
        "indicator": list(indicators),
        "form": [chart.form],
        "language": [chart.lang],
    }


def _findable(card: _Card, ledger: _Ledger) -> str:
    """Return everything that a chart can be found by, in both languages."""
    names = [
        word
        for kind, values in card.tags.items()
        for value in values
        for word in _name(kind, value, ledger)
    ]
    labels = [
        ledger.figures[figure]["label"] for figure in card.figures if figure in ledger.figures
    ]
    parts = [card.chart.key, card.chart.text(), card.chart.alt, *names, *dict.fromkeys(labels)]
    return unicodedata.normalize("NFKC", "\n".join(parts)).lower()


def _filters(cards: Sequence[_Card], ledger: _Ledger) -> dict[str, list[tuple[str, Both]]]:
    """Return the values that charts can be filtered by, in the order of the definitions."""
    order: dict[str, list[str]] = {
        "region": list(ledger.regions),
        "theme": list(dict.fromkeys(ledger.themes.values())),
        "indicator": list(ledger.indicators),
        "form": [],
        "language": list(LANGUAGES),
    }
    filters = {}
    for kind, known in order.items():
        found = {value for card in cards for value in card.tags[kind]}
        values = [value for value in known if value in found]
        values += sorted(found.difference(values))
        filters[kind] = [(value, _name(kind, value, ledger)) for value in values]
    return filters


def _name(kind: str, value: str, ledger: _Ledger) -> Both:
    """Return what people call a region, an indicator, a document or a code."""
    if kind in ("region", "reference") and value in ledger.regions:
        return ledger.regions[value]
    if kind == "indicator":
        return ledger.indicators.get(value, (value, value))
    if kind == "document" and value in ledger.documents:
        title = f"《{ledger.documents[value]['title']}》"
        return title, title
    if kind == "form" and _term(value) == (value, value):
        spaced = value.replace("_", " ").capitalize()
        return spaced, spaced
    return _term(value)


def _term(code: str) -> Both:
    return term(code, "zh"), term(code, "en")


def _both(name: str, **values: object) -> Both:
    """Return words of the page, with values put in."""
    zh, en = _words()[name]
    return zh.format(**values), en.format(**values)


@cache
def _words() -> dict[str, Both]:
    """Return the words of the page's own buttons, fields and messages."""
    return {name: (zh, en) for name, (zh, en) in json.loads(_part("words.json")).items()}


@cache
def _technical() -> frozenset[str]:
    """Return the columns that a reader's table leaves to the downloads."""
    return frozenset(_part("technical.txt").split())


def _part(name: str) -> str:
    return files("compare.pages").joinpath("templates", "gallery", name).read_text(encoding="utf-8")


def _json(content: object) -> str:
    """Return JSON that is safe inside a script element, whatever it holds."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _csp_hash(text: str) -> str:
    """Return how a content security policy names an inline script or style."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest())
    return f"'sha256-{digest.decode('ascii')}'"
