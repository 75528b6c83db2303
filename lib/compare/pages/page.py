"""The page: the gallery's template, filled in with cards."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from compare.charts.fonts import font_faces
from compare.ledger.evidence import Evidence
from compare.pages.cards import Card
from compare.pages.names import Both, both, both_names
from compare.pages.originals import documents, originals
from compare.pages.payloads import KINDS
from compare.pages.search import filters, findable

_SCRIPT_WORDS = (
    "gallery-heading", "gallery-no-evidence", "gallery-unknown-figure", "gallery-not-aligned",
    "gallery-fact-figure", "gallery-fact-label", "gallery-fact-printed", "gallery-fact-year",
    "gallery-fact-kind", "gallery-fact-scope", "gallery-fact-note", "gallery-fact-indicator",
    "gallery-fact-grade", "gallery-fact-why", "gallery-worded", "gallery-alternative",
    "gallery-superseded",
    "gallery-undated", "gallery-said-picture", "gallery-said-text", "gallery-said-table",
    "gallery-said-selected", "gallery-said-refused", "gallery-said-old",
)  # fmt: skip
"""What the page's script says, as it stands."""


def page_around(cards: Sequence[Card], evidence: Evidence, version: str) -> Both:
    """Return the page above its files and below them.

    Parameters
    ----------
    cards : sequence of Card
        The charts, in their order.
    evidence : Evidence
        Names, and the words behind the numbers.
    version : str
        The version of the data in words, or nothing.
    """
    data = _data(cards, evidence)
    tables = [Markup(_json({"header": card.header, "rows": card.rows})) for card in cards]
    script, style = _part("gallery.js"), _part("gallery.css")
    # the characters of the data, which has the words too, are all that the page can show
    fonts = font_faces(_json(data) + "".join(tables) + "".join(map(_shown, cards)) + version)
    style = style.replace("/* fonts */", fonts, 1)
    page = (
        Environment(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
        .from_string(_part("index.html.j2"))
        .render(
            cards=cards,
            both=both,
            filters=filters((card.tags for card in cards), evidence),
            kinds=KINDS,
            data=Markup(_json(data)),
            tables=tables,
            script=Markup(script),
            style=Markup(style),
            script_hash=_csp_hash(script),
            style_hash=_csp_hash(style),
            version=version,
            name=lambda key, value: both_names(key, value, evidence),
        )
    )
    top, bottom = page.split("<!-- files -->\n")
    return top, bottom


def _shown(card: Card) -> str:
    return card.chart.text() + card.chart.alt


def _data(cards: Sequence[Card], evidence: Evidence) -> dict[str, Any]:
    """Return what the page's script needs: what to find charts by, and the figures."""
    figures = originals(sorted({name for card in cards for name in card.figures}), evidence)
    named = sorted({row["document"] for row in figures.values() if row})
    indicators = evidence.indicators["indicator"]
    return {
        "charts": [
            {
                "file": card.file,
                "find": findable(card.chart, card.tags, card.figures, evidence),
                "text": card.chart.text(),
                "figures": card.figures,
                **card.tags,
            }
            for card in cards
        ],
        "figures": figures,
        "documents": documents(named, evidence),
        "indicators": {name: both_names("indicator", name, evidence) for name in indicators},
        "kinds": {kind.name: {"media": kind.media, "packed": kind.packed} for kind in KINDS},
        "words": _script_words(len(cards)),
    }


def _script_words(charts: int) -> dict[str, Both]:
    """Return the messages of the script; what it fills in itself stands in braces."""
    return {name: both(name) for name in _SCRIPT_WORDS} | {
        "gallery-count": both("gallery-count", n="{n}", of=charts),
        "gallery-dated": both("gallery-dated", year="{year}", basis="{basis}"),
        "gallery-said-saved": both("gallery-said-saved", file="{file}"),
    }


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
