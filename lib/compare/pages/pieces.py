"""Pieces: a chart as the page holds it, and its files beside the page."""

from __future__ import annotations

import contextlib
import pickle
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from compare.atomic import write_bytes
from compare.charts.chart import Chart
from compare.charts.files.tables import xlsx_of
from compare.charts.office.slides import slide
from compare.ledger.evidence import Evidence
from compare.pages.chart_table import chart_table
from compare.pages.originals import figures_behind
from compare.pages.vectors import vector_of

NARROW = "phone"
"""The size of the second picture, for telephones and thumbnails."""

Drawn = tuple[dict[str, Any], dict[str, bytes]]
"""The pictures of a chart, and its files by ending."""


@dataclass(frozen=True)
class Piece:
    """A chart as the page holds it.

    Attributes
    ----------
    name : str
        What it is called in both languages: its address on the page.
    lang : str
        Language of its words.
    digest : str
        Hash of what it was drawn from; nothing where that is not known.
    said : dict
        Its words, its table, and what it is about, as JSON.
    pictures : dict
        Its pictures, wide and narrow: see :func:`compare.pages.vectors.vector_of`.
    files : dict of str to bytes
        The files beside the page, by name.
    """

    name: str
    lang: str
    digest: str
    said: dict[str, Any]
    pictures: dict[str, Any]
    files: dict[str, bytes]


def piece_of(chart: Chart, evidence: Evidence, kept: Path | None = None) -> Piece:
    """Return a chart as the page holds it; what was drawn before from the same is not again.

    Parameters
    ----------
    chart : Chart
        The chart.
    evidence : Evidence
        Names, and the words behind the numbers.
    kept : pathlib.Path, optional
        A folder of what was drawn, by content, by one state of the code and its versions.
    """
    digest = chart.digest() if kept else ""
    pictures, files = _drawn_once(chart, kept / digest) if kept and digest else _draw(chart)
    header, rows = chart_table(chart, evidence)
    files = {**files, "xlsx": xlsx_of(chart, [header, *rows])}
    words, of = chart.words, chart.about
    return Piece(
        name=chart.name,
        lang=chart.lang,
        digest=digest,
        said={
            "form": chart.form, "title": words.title, "subtitle": words.subtitle,
            "note": words.note, "source": words.source, "alt": chart.alt,
            "header": header, "rows": rows, "figures": list(figures_behind(chart, evidence)),
            "regions": _stated(chart), "themes": list(of.themes or _themes(of, evidence)),
            "years": _years(chart),
            "indicators": list(of.indicators), "file": file_stem(chart.key),
        },
        pictures=pictures,
        files={f"{file_stem(chart.key)}.{ending}": made for ending, made in files.items()},
    )  # fmt: skip


def file_stem(key: str) -> str:
    """Return a chart's key as the name of a file, whatever it holds."""
    stem = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", key))[:100].strip("-._")
    return stem or "chart"


def _themes(of: Any, evidence: Evidence) -> list[str]:
    """Return the themes of a chart's indicators, for one that names none."""
    known = dict(zip(evidence.indicators["indicator"], evidence.indicators["theme"], strict=True))
    return list(dict.fromkeys(known[name] for name in of.indicators if name in known))


_BESIDE = "reference_figure"
"""What stands behind the value that one is compared with: it may be another region's."""


def _stated(chart: Chart) -> list[str]:
    """Return the regions of which a chart has a figure; those that state nothing are not found."""
    rows, regions = _with_figures(chart.data), list(chart.about.regions)
    if rows is None:
        return regions
    stated = {*rows["region"]}
    if {"reference", _BESIDE} <= {*chart.data}:
        stated |= {*chart.data.loc[chart.data[_BESIDE].notna(), "reference"]}
    return [one for one in regions if one in stated]


def _years(chart: Chart) -> list[int]:
    """Return the years of which a chart has a figure, the last first."""
    rows = _with_figures(chart.data)
    if rows is None:
        return []
    told = [rows[name] for name in rows if str(name) == "year" or str(name).endswith("_year")]
    years = [pd.to_numeric(column, errors="coerce").dropna() for column in told]
    return sorted({int(year) for column in years for year in column}, reverse=True)


def _with_figures(data: pd.DataFrame) -> pd.DataFrame | None:
    """Return the rows that a figure stands behind; nothing where the columns do not tell."""
    named = [name for name in data if str(name).endswith("figure") and name != _BESIDE]
    if not named or "region" not in data:
        return None
    return data[data[named].notna().any(axis="columns")]


def _draw(chart: Chart) -> Drawn:
    narrow = replace(chart, size=NARROW)
    pictures = {
        "wide": vector_of(chart.svg()),
        "narrow": vector_of(narrow.svg(plain=True)),
    }
    return pictures, {"pptx": slide(chart)}


def _drawn_once(chart: Chart, path: Path) -> Drawn:
    try:
        drawn: Drawn = pickle.loads(path.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, ValueError):
        drawn = _draw(chart)
        with contextlib.suppress(OSError):  # a full disk: the picture is there all the same
            write_bytes(path, pickle.dumps(drawn))
    return drawn
