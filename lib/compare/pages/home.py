"""The front door: findings, charts, reports, regions, indicators and sources on one page.

The page carries everything inside and asks no network for anything: data, pictures and fonts
stand at its end, packed, and are unpacked when the page opens. Both languages are in it; a
browser that asks for Chinese gets Chinese. What it shows stands in its address.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.atomic import write_text
from compare.charts.fonts import fonts_for
from compare.errors import ReportError
from compare.finding.statement import Finding
from compare.ledger.evidence import Evidence
from compare.pages import listed
from compare.pages.colours import colours_of, properties
from compare.pages.names import both
from compare.pages.originals import originals
from compare.pages.packing import carried, csp_hash, packed
from compare.pages.pieces import Piece
from compare.pages.places import FOLDER
from compare.pages.told import as_told, by_weight, shown_by
from compare.wording.catalogue import LANGUAGES, say
from compare.wording.phrases import listed as listed_words

_SCRIPTS = (
    "minisearch.js", "words.js", "search.js", "picture.js", "copy.js", "parts.js", "views.js",
    "main.js",
)  # fmt: skip
_WORD = re.compile(r"[\"'](home-[a-z0-9-]+)[\"']")
_COUNTED = 7
"""A number that stands for every plural one while a message is filled in."""

Report = Mapping[str, Any]
"""A report as the page lists it: name, lang, title, about, charts, formats."""


@dataclass(frozen=True)
class Content:
    """What stands on the page.

    Attributes
    ----------
    pieces : sequence of Piece
        The charts, in both languages.
    findings : sequence of Finding
        Everything that may be said, by weight.
    evidence : Evidence
        What is known beside them.
    terms : dict of str to str
        Other words that an indicator is known by.
    reports : sequence of mapping
        The reports that are there.
    version : str
        The version of the data.
    folder : str
        Where the files of the charts are, beside the page.
    pages : sequence of mapping
        Other pages of this kind beside it: file and title.
    title : str
        What the table is called that the page is of; of the documents nothing.
    """

    pieces: Sequence[Piece]
    findings: Sequence[Finding]
    evidence: Evidence
    terms: Mapping[str, str]
    reports: Sequence[Report] = ()
    version: str = ""
    folder: str = FOLDER
    pages: Sequence[Mapping[str, str]] = ()
    title: str = ""


def write_home(path: Path, content: Content) -> Path:
    """Write the page.

    Raises
    ------
    ReportError
        If two charts of one language have the same name.
    """
    data = _data(content)
    pictures: dict[str, Any] = {lang: {} for lang in LANGUAGES}
    for piece in content.pieces:
        pictures[piece.lang][piece.name] = piece.pictures
    colours = colours_of(pictures.values())
    fonts = fonts_for(json.dumps([data, pictures], ensure_ascii=False) + _own_text())
    parts = [
        packed("data", data),
        *(packed(f"pictures-{lang}", pictures[lang]) for lang in LANGUAGES),
        *(carried(f"font-{weight}", font) for weight, font in fonts.items()),
    ]
    shell = _shell(colours, data["words"]["home-title"][0])
    write_text(path, shell.replace("<!-- carried -->", "".join(parts), 1))
    return path


def _data(content: Content) -> dict[str, Any]:
    known = content.evidence
    charts = _charts(content)
    return {
        "words": {**_words(), **_of_table(content)},
        "version": content.version,
        "folder": content.folder,
        "charts": charts,
        "findings": [as_told(finding, known) for finding in content.findings],
        "first": _first(content.findings),
        "reports": list(content.reports),
        "pages": list(content.pages),
        "regions": listed.regions(known),
        "themes": listed.themes(known),
        "indicators": listed.indicators(known, dict(content.terms)),
        "sources": listed.sources(known),
        "forms": listed.form_names((chart["form"] for chart in charts), known),
        "figures": originals(known.figures["figure"], known),
        "synonyms": _lines("synonyms.txt"),
    }


def _of_table(content: Content) -> dict[str, list[Any]]:
    """Return what the page of a table says otherwise: whose it is, and what may be looked for."""
    if not content.title:
        return {}
    known = content.evidence
    regions, indicators = list(known.regions["region"][:2]), list(known.indicators["indicator"][:1])
    examples = []
    for lang in LANGUAGES:
        names = [known.name("region", region, lang) for region in regions]
        both_of = say("lead-names", lang, first=names[0], last=names[-1])
        asked = [both_of] if len(names) > 1 else names
        asked += [known.name("indicator", name, lang) for name in indicators]
        examples.append(say("home-example-of", lang, words=listed_words(asked, lang)))
    return {"home-title": [content.title] * len(LANGUAGES), "home-example": examples}


def _first(found: Sequence[Finding]) -> list[int]:
    """Return the findings in the order of the first page."""
    weights = [one.weight for one in found]
    return by_weight(weights, [[*one.regions, one.indicator or ""] for one in found])


def _charts(content: Content) -> list[dict[str, Any]]:
    """Return the charts, the weightiest first; each once, with the words of its languages."""
    by_name: dict[str, dict[str, Any]] = {}
    for piece in content.pieces:
        chart = by_name.setdefault(piece.name, _of_any_language(piece, content))
        if piece.lang in chart:
            raise ReportError(f"two charts are called {piece.name}; give one another key")
        chart[piece.lang] = {name: piece.said[name] for name in _WORDED}
    charts = list(by_name.values())
    weights = [_weight(chart, content.findings) for chart in charts]
    order = by_weight(weights, [_told_by(chart) for chart in charts])
    return [charts[place] for place in order]


_WORDED = ("title", "subtitle", "note", "source", "alt", "header", "rows", "file")
"""What is said of a chart in one language."""


def _of_any_language(piece: Piece, content: Content) -> dict[str, Any]:
    same = ("form", "regions", "themes", "years", "indicators", "figures")
    held = [report["name"] for report in content.reports if piece.name in report["charts"]]
    return {
        "id": piece.name,
        **{name: piece.said[name] for name in same},
        "findings": shown_by(piece, content.findings),
        "reports": held,
    }


def _told_by(chart: Mapping[str, Any]) -> list[str]:
    """Return what others that tell the same weigh less after: its subject, and its title."""
    return [*chart["indicators"][:1], *(f"finding {place}" for place in chart["findings"][:1])]


_OF_SEVERAL = 12.0
"""What a chart of several indicators weighs less: in a thumbnail it shows the first of them."""


def _weight(chart: Mapping[str, Any], found: Sequence[Finding]) -> float:
    shown = chart["findings"]
    weight = found[shown[0]].weight if shown else 0.0
    return weight - _OF_SEVERAL * (len(chart["indicators"]) > 1)


# --- the shell ----------------------------------------------------------------------------------


def _shell(colours: Iterable[str], title: str) -> str:
    """Return the page of a title without what it carries."""
    named = list(colours)
    script = _script()
    style = _part("style.css")
    style = style.replace("/* light */", properties(named, for_dark=False))
    style = style.replace("/* dark */", properties(named, for_dark=True))
    filled = {
        "script": script,
        "style": style,
        "script-hash": csp_hash(script),
        "style-hash": csp_hash(style),
        "title": html.escape(title),
        "no-script": " ".join(both("home-no-script")),
    }
    return re.sub(r"\{\{ ([a-z-]+) \}\}", lambda match: filled[match[1]], _part("index.html"))


@cache
def _script() -> str:
    parts = [_part(name) for name in _SCRIPTS[1:]]
    return "\n".join([_part(_SCRIPTS[0]), '"use strict";\n(() => {', *parts, "})();"])


def _words() -> dict[str, Any]:
    """Return the messages that the page says, found in its script and its shell.

    Of one that counts there are two in each language, for one and for more; the number, and
    what else the script fills in, stands in braces.
    """
    return {name: _message(name) for name in sorted(_named())}


def _named() -> set[str]:
    return {name for text in (_script(), _part("index.html")) for name in _WORD.findall(text)}


def _message(name: str) -> list[Any]:
    return [_in_language(name, lang) for lang in LANGUAGES]


def _in_language(name: str, lang: Any) -> Any:
    try:
        return say(name, lang)
    except ValueError:  # it names something
        values = {key: f"{{{key}}}" for key in ("title", "words", "year", "basis", "known")}
        one, more = (say(name, lang, n=n, **values) for n in (1, _COUNTED))
        return [one.replace("1", "{n}"), more.replace(str(_COUNTED), "{n}")]


def _own_text() -> str:
    return _script() + "".join(f"{zh}{en}" for zh, en in map(_message, _named()))


def _lines(name: str) -> list[str]:
    lines = (line.strip() for line in _part(name).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _part(name: str) -> str:
    return files("compare.pages").joinpath("templates", "home", name).read_text(encoding="utf-8")
