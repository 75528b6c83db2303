"""The two pictures of each README, made by the project: a lead and a chart."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from PIL import Image

from compare import charts, finding
from compare.charts.fonts import FAMILY, register_fonts
from compare.charts.layout import wrap
from compare.wording.catalogue import LANGUAGES

PAIR = ("象山", "平阳")
"""Whose lead is shown."""

CHART = "ranking-compulsory_retention-2020-actual"
"""The chart that is shown."""

REGIONS = ("fushun", "pingyang", "xiangshan")
"""Whose values are shown: a region that is added changes no picture."""

_WIDTH, _MARGIN, _DPI = 6.5, 0.2, 130
_HEADING, _TEXT, _LEADING = 13.0, 10.5, 1.55
_COLOURS = 64
"""Enough for text and flat colours, at a third of the size."""


def pictures(observations: Any, coverage: Any, evidence: Any) -> Iterator[tuple[str, bytes, str]]:
    """Yield the name of each picture, the picture as PNG, and the words that it shows."""
    observations, coverage = (
        frame[frame["region"].isin(REGIONS)] for frame in (observations, coverage)
    )
    for lang in LANGUAGES:
        said = finding.lead(observations, about=PAIR, evidence=evidence, lang=lang)
        yield f"lead.{lang}.png", _small(_lead(said.text, said.lead)), f"{said.text} {said.lead}"
        made = charts.every_chart(
            observations, coverage, evidence=evidence, lang=lang, indicators=[_indicator()]
        )
        chart = next(one for one in made if one.key == f"{CHART}.{lang}")
        yield f"chart.{lang}.png", _small(chart.png(dpi=_DPI)), chart.words.title


def write_pictures(folder: Path, *given: Any) -> None:
    """Write the pictures, and the words that each shows, into a folder."""
    shown = {}
    for name, picture, words in pictures(*given):
        (folder / name).write_bytes(picture)
        shown[name] = words
    lines = [f"- `{name}`: {words}" for name, words in shown.items()]
    (folder / "pictures.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _indicator() -> str:
    return CHART.split("-")[1]


def _lead(heading: str, text: str) -> bytes:
    """Return a heading and its lead as a picture."""
    register_fonts()
    width = _WIDTH - 2 * _MARGIN
    lines = [(line, _HEADING) for line in wrap(heading, width, _HEADING, bold=True)]
    lines += [(line, _TEXT) for line in wrap(text, width, _TEXT)]
    heights = [points * _LEADING / 72 for _, points in lines]
    height = sum(heights) + 2 * _MARGIN
    figure = Figure(figsize=(_WIDTH, height), facecolor="white")
    y = height - _MARGIN
    for (line, points), taken in zip(lines, heights, strict=True):
        weight = "bold" if points == _HEADING else "regular"
        figure.text(_MARGIN / _WIDTH, y / height, line, size=points, weight=weight, family=FAMILY,
                    va="top", color="#222222")  # fmt: skip
        y -= taken
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": None})
    return out.getvalue()


def _small(picture: bytes) -> bytes:
    """Return a picture with few colours."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as whole:
        # by octree: by medians the few dots of two regions become one colour between theirs
        few = whole.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(out, format="png", optimize=True)
    return out.getvalue()
