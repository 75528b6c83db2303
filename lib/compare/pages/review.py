"""The review of a document as one light page: its rows, and a filter that needs no network."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.atomic import write_text
from compare.comparisons.frames import as_pandas
from compare.ledger.evidence import Evidence, or_nothing
from compare.ledger.records import records
from compare.pages.packing import csp_hash
from compare.tables.cells import chinese
from compare.tables.scanned import proposal_line
from compare.tables.table import heading
from compare.wording.catalogue import Lang, check_lang, say

Record = dict[str, Any]

_COLUMNS = (
    "figure", "doubtful", "label", "value", "year", "kind", "aligned", "grade", "state", "words",
)  # fmt: skip
_CONFIRMED = "confirmed"
_STATES = ("proposed", _CONFIRMED, "rejected")
_AROUND = 24
"""So many characters stand on either side of a quote: all rows of a page repeat their text."""

_SENTENCE = re.compile("(.*)【(.*)】(.*)", re.DOTALL)
_STYLE = re.compile(r' style="[^"]*"')


def write_review(
    path: Path,
    document: str,
    rows: Any,
    *,
    evidence: Evidence | None = None,
    lang: Lang = "zh",
) -> Path:
    """Write the page.

    Parameters
    ----------
    path : pathlib.Path
        Where to.
    document : str
        Name of the document.
    rows : frame
        What ``compare.sources.scan.queue(document, every=True)`` returns.
    evidence : Evidence, optional
        Names of indicators: :func:`compare.evidence`.
    lang : {"zh", "en"}
        Language; words of the document stay its own.
    """
    check_lang(lang)
    known = or_nothing(evidence)
    rows = as_pandas(rows)
    rows = rows.assign(state=rows["state"].replace("", _CONFIRMED))  # typed by hand
    found = records(rows)
    filled = {
        "language": {"zh": "zh-CN", "en": "en"}[lang],
        "title": html.escape(say("review-title", lang, document=document)),
        "how": html.escape(say("review-how", lang)),
        "filter": _filter(found, lang),
        "head": "".join(f'<th scope="col">{heading(name, lang)}</th>' for name in _COLUMNS),
        "rows": "\n".join(_row(row, known, lang) for row in found),
        **{name: _part(file) for name, file in _PARTS.items()},
        **{f"{name}-hash": csp_hash(_part(file)) for name, file in _PARTS.items()},
    }
    page = _part("page.html")
    write_text(path, re.sub(r"\{\{ ([a-z-]+) \}\}", lambda match: filled[match[1]], page))
    return path


_PARTS = {"script": "script.js", "style": "style.css"}


def _row(row: Record, known: Evidence, lang: Lang) -> str:
    line = {**proposal_line(row, known, lang), "words": _words(row["sentence"], lang)}
    cells = "".join(f"<td>{_STYLE.sub('', line[name])}</td>" for name in _COLUMNS)
    return f'<tr data-state="{row["state"]}" data-indicator="{_matched(row)}">{cells}</tr>'


def _matched(row: Mapping[str, Any]) -> str:
    return "some" if row["indicator"] else "none"


def _words(sentence: str, lang: Lang) -> str:
    """Return a quote with a few words of its text on either side."""
    found = _SENTENCE.fullmatch(sentence)
    if found is None:
        return chinese(sentence, lang)
    before, quote, after = found.groups()
    parts = ("…" * (len(before) > _AROUND) + before[-_AROUND:],
             after[:_AROUND] + "…" * (len(after) > _AROUND))  # fmt: skip
    before, after = (html.escape(" ".join(part.split())) for part in parts)
    told = f"{before}<mark>{html.escape(quote)}</mark>{after}"
    return told if lang == "zh" else f'<span lang="zh-CN">{told}</span>'


def _filter(rows: Sequence[Record], lang: Lang) -> str:
    """Return the fields of the filter, each choice with the number of its rows."""
    states = [(name, f"doubt-{name}") for name in _STATES]
    matched = [("some", "review-matched"), ("none", "review-unmatched")]
    counts = {
        "state": [row["state"] for row in rows],
        "indicator": [_matched(row) for row in rows],
    }
    shown = html.escape(say("review-shown", lang, n="{n}", all=str(len(rows))))
    return "\n".join(
        [
            f'<label>{say("review-text", lang)}<input type="search" name="text"></label>',
            _choices("state", states, counts["state"], lang),
            _choices("indicator", matched, counts["indicator"], lang),
            f'<button type="reset">{say("review-reset", lang)}</button>',
            f'<output id="said" data-form="{shown}"></output>',
        ]
    )


def _choices(name: str, choices: Sequence[tuple[str, str]], held: Sequence[str], lang: Lang) -> str:
    options = [("", "review-any", len(held))]
    options += [(value, message, held.count(value)) for value, message in choices]
    fields = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"{" checked" * (not value)}>'
        f" {html.escape(say('review-choice', lang, what=say(message, lang), n=str(n)))}</label>"
        for value, message, n in options
    )
    return f"<fieldset><legend>{say(f'review-{name}', lang)}</legend>{fields}</fieldset>"


@cache
def _part(name: str) -> str:
    return files("compare.pages").joinpath("templates", "review", name).read_text("utf-8").strip()
