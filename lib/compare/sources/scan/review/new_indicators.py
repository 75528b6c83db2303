"""Figures that no shared indicator fits, proposed as new rows of ``indicators.csv``.

A proposal is printed for the analyst and added by nobody else: what the words do not tell
stays empty and is named in the note, so that ``compare-regions check`` refuses the row until
somebody has filled it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from compare.errors import DataError
from compare.ledger.folders import DEFINITIONS
from compare.ledger.ledger import read_rows
from compare.ledger.models import Alignment, Indicator, Theme, columns
from compare.project import Project, find_project
from compare.sources.scan.find.proposals import Proposal
from compare.sources.scan.read.characters import normal
from compare.sources.scan.review.review import document_rows
from compare.wording.catalogue import say
from compare.wording.phrases import listed

_SCOPE = re.compile(
    r"^(?:预计|力争|全[市县区州旗省]域?|我[市县区省]|本[市县区]|各[县区]|[年月]底前|其中|规划期内|每年|近?[一二三四五]年)+"
)
_NO_NAME = re.compile(
    r"^(?:比|较|同比|高于|低于|距)|(?:提高|提升|增长|增加|下降|减少|降低|翻)$|^.{0,3}$"
)
_MOVES = re.compile(r"百分点|倍|^位$|^年$")
_SHARE_OF = re.compile(r"^(?P<part>.{2,24}?)占(?P<whole>.{2,24}?)(?:的?(?:比例|比重|比率))?$")
_LOWER = re.compile(r"差异系数|大班额|近视|肥胖|辍学|流失|负担|差距|危房|空编|缺编|缺口|班额")


@dataclass(frozen=True)
class Unaligned:
    """A figure that no shared indicator fits."""

    label: str
    unit: str
    quote: str
    sure: bool = True


def new_indicators(found: Iterable[Unaligned], themes: Iterable[Theme] = ()) -> Any:
    """Propose indicators for figures that no shared one fits.

    Parameters
    ----------
    found : iterable of Unaligned
        The figures.
    themes : iterable of Theme
        The themes; the first whose words stand in a name is proposed.

    Returns
    -------
    polars.DataFrame
        The columns of ``indicators.csv``, one row per name and unit, those that most
        figures share first; the note names the cells to fill in and quotes a figure.
    """
    known = list(themes)
    quotes: dict[tuple[str, str], list[str]] = {}
    for one in found:
        name = _SCOPE.sub("", normal(one.label)).strip(" ,、的")
        if one.sure and one.unit and not _MOVES.search(one.unit) and not _NO_NAME.search(name):
            quotes.setdefault((name, one.unit), []).append(one.quote)
    often_first = sorted(quotes.items(), key=lambda said: -len(said[1]))
    rows = [_row(name, unit, said, known) for (name, unit), said in often_first]
    return pl.DataFrame(rows, schema=dict.fromkeys(columns(Indicator), pl.String))


def _row(name: str, unit: str, quotes: list[str], themes: Iterable[Theme]) -> dict[str, str]:
    share = unit == "%"
    direction = "lower" if _LOWER.search(name) else "" if share else "neutral"
    of = _SHARE_OF.match(name) if share else None
    cells = dict.fromkeys(columns(Indicator), "") | {
        "theme": next((theme.theme for theme in themes if _suggests(theme, name)), ""),
        "name_zh": name,
        "numerator": of["part"] if of else "" if share else name,
        "denominator": of["whole"] if of else "",
        "unit": unit,
        "direction": direction,
        "floor": "0",
        "cap": "100" if share and "毛" not in name and "增" not in name else "",
        "rankable": "false" if direction == "neutral" else "",
    }
    needed = [key for key, info in Indicator.model_fields.items() if info.is_required()]
    missing = [key for key in [*needed, *(["denominator"] if share else [])] if not cells[key]]
    named = {"missing": listed(missing, "zh"), "quote": quotes[0]}
    cells["note"] = (
        say("indicator-draft-more", "zh", **named, n=len(quotes))
        if len(quotes) > 1
        else say("indicator-draft", "zh", **named)
    )
    return cells


def read_themes(project: Project) -> list[Theme]:
    """Return the themes of a project, in the order in which their words are tried.

    Raises
    ------
    DataError
        If the file or a row of it cannot be read.
    """
    raw = project.raw
    entries, problems = read_rows(raw / DEFINITIONS, "themes", Theme, raw)
    if problems:
        raise DataError(problems)
    return [entry.item for entry in entries]


def _suggests(theme: Theme, name: str) -> bool:
    """Tell whether a word of a theme stands in a name."""
    return any(word in name for word in theme.words.split("|") if word)


def of_proposals(proposals: Iterable[Proposal], *, project: Project | None = None) -> Any:
    """Propose indicators for what a scan could not align, as :func:`new_indicators` does."""
    found = (
        Unaligned(p.label, p.unit, p.quote, "label-unsure" not in p.reasons)
        for p in proposals
        if not p.candidates and not p.milestone
    )
    return new_indicators(found, read_themes(project or find_project()))


def of_document(document: str, *, project: Project | None = None) -> Any:
    """Propose indicators for a document's figures without an alignment.

    Parameters
    ----------
    document : str
        Name of its folder in ``data/raw``.
    project : Project, optional
        The project.

    Raises
    ------
    DataError
        If its alignment cannot be read.
    """
    project = project or find_project()
    rows = document_rows(document, project=project)
    folder = project.raw / document
    aligned, problems = read_rows(folder, "alignment", Alignment, project.raw)
    if problems:
        raise DataError(problems)
    known = {entry.item.figure for entry in aligned}
    unaligned = (
        Unaligned(row["label"], row["unit"], row["quote"], "label-unsure" not in row["note"])
        for row in rows
        if row["figure"] not in known and row["state"] != "rejected" and row["unit"] != "年"
    )
    return new_indicators(unaligned, read_themes(project))
