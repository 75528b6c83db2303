"""Frames of nobody's, and what a picture of them shows: no project, no evidence."""

from collections.abc import Sequence

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from matplotlib.text import Text

from compare.charts.marks import meaning

DIRECTIONS = ("higher", "lower")
LANGUAGES = ("zh", "en")

RIGHT = {"zh": "右侧为优", "en": "right is better"}
LEFT = {"zh": "左侧为优", "en": "left is better"}
SIDES = {"higher": RIGHT, "lower": LEFT}
"""Which side of an axis of values is the better one."""


def stated(indicator: str = "share", **values: float) -> pd.DataFrame:
    """Return the least that a frame must have: a value for each region."""
    return pd.DataFrame(
        [
            {"region": region, "indicator": indicator, "year": 2030,
             "value": value, "lo": value, "hi": value, "direction": "higher"}
            for region, value in values.items()
        ]
    )  # fmt: skip


def directed(direction: str, **values: float) -> pd.DataFrame:
    return stated(**values).assign(direction=direction)


def without_project(monkeypatch: pytest.MonkeyPatch, folder: object) -> None:
    """Go where there is no project: whoever reads one fails."""
    monkeypatch.setenv("COMPARE_HOME", str(folder))
    monkeypatch.chdir(str(folder))


def texts_of(figure: Figure) -> list[str]:
    shown = [text for text in figure.findobj(Text) if text.get_visible()]
    return [text.get_text() for text in shown if text.get_text().strip()]


def marks_in(axes: Axes, *wanted: str) -> list[Artist]:
    """Return the marks of some meanings that are drawn in a picture; of any, without some."""
    drawn = [artist for artist in axes.get_children() if meaning(artist)]
    return [artist for artist in drawn if not wanted or set(wanted) & set(meaning(artist))]


def legend_of(figure: Figure) -> list[str]:
    """Return the words at the foot of a picture that stand in no axes."""
    return [text.get_text() for text in figure.texts]


def rows_of_axes(axes: Axes) -> dict[str, float]:
    """Return where each row stands, by its label."""
    labels = [label.get_text() for label in axes.get_yticklabels()]
    return dict(zip(labels, map(float, axes.get_yticks()), strict=True))


def cells_of(axes: Axes) -> list[list[tuple[str, str]]]:
    """Return colour and text of each cell of a heat map, row by row, as they are seen."""
    (mesh,) = [found for found in axes.collections if isinstance(found, QuadMesh)]
    mesh.update_scalarmappable()
    rows, columns = mesh.get_array().shape
    colours = [mpl.colors.to_hex(colour) for colour in mesh.get_facecolors()]
    shown = {text.get_position(): text.get_text() for text in axes.texts}
    return [
        [
            (colours[row * columns + column], shown[column + 0.5, row + 0.5])
            for column in _in_sight(columns, axes.get_xlim())
        ]
        for row in _in_sight(rows, axes.get_ylim()[::-1])
    ]


def _in_sight(count: int, ends: Sequence[float]) -> list[int]:
    """Return places from left to right, or from top to bottom."""
    places = list(range(count))
    return places if ends[0] < ends[1] else places[::-1]
