"""The drawing of the rooms of lib/compare and what they import, made from the code."""

from __future__ import annotations

import ast
import re
import tomllib
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]

_ROW, _TOP, _LEFT, _WIDE = 44, 24, 16, 470
_ARC = 15
"""How far an arc reaches to the right for each room that it passes."""

_STYLE = """
text { font: 13px sans-serif; fill: #222 } .name { font-weight: 600 } .about { fill: #666;
font-size: 11px } rect { fill: #f4f6f8; stroke: #b8c0c8 } path { fill: none; stroke: #2f6f9f;
stroke-opacity: .55 }
"""


GROUND = "ground"
"""The modules beside the rooms, which all of them stand on: one box."""


def rooms() -> dict[str, list[str]]:
    """Return the boxes in the order of the import contract, each with its parts."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    *layers, ground = contract["layers"]
    boxes = {room: [room] for layer in layers for room in layer.split(" | ")}
    del boxes["__main__"]
    return boxes | {GROUND: ground.split(" : ")}


def imports() -> set[tuple[str, str]]:
    """Return which box imports which; all of them stand on the ground."""
    box_of = {part: box for box, parts in rooms().items() for part in parts}
    graph = grimp.build_graph("compare", cache_dir=None)
    found: set[tuple[str, str]] = set()
    for module in graph.modules:
        others = graph.find_modules_directly_imported_by(module)
        box, *_ = (box_of.get(part) for part in [*module.split("."), ""][1:])
        boxes = {box_of.get(other.partition(".")[2].partition(".")[0]) for other in others}
        found |= {(box, other) for other in boxes - {box, None, GROUND} if box and other}
    return found


def architecture() -> str:
    """Return the drawing as SVG: rooms from the command line down, arcs to what each imports."""
    listed = rooms()
    parts: list[str] = []
    middle = {room: _TOP + _ROW * n + 16 for n, room in enumerate(listed)}
    for room in listed:
        about = _described(room, listed[room])
        y = middle[room] - 16
        parts += [
            f'<rect x="{_LEFT}" y="{y}" width="{_WIDE}" height="34" rx="4"/>',
            f'<text class="name" x="{_LEFT + 10}" y="{y + 15}">{room}</text>',
            f'<text class="about" x="{_LEFT + 10}" y="{y + 28}">{escape(about)}</text>',
        ]
    start = _LEFT + _WIDE
    for room, other in sorted(imports()):
        y, below = middle[room], middle[other]
        reach = start + 12 + _ARC * abs(y - below) / _ROW
        parts.append(
            f'<path d="M{start} {y} C{reach:.0f} {y} {reach:.0f} {below} {start} {below}">'
            f"<title>{room} imports {other}</title></path>"
        )
    height, across = _TOP + _ROW * len(listed), start + _ARC * len(listed)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {height}" '
        f'width="{across}" height="{height}"><title>Rooms of lib/compare, and what they '
        f"import</title><style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _described(box: str, parts: list[str]) -> str:
    """Return the first line that a box says of itself."""
    if box == GROUND:
        return ", ".join(parts)
    folder = ROOT / "lib" / "compare" / box
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return re.sub(r":\w+:|`", "", said.partition("\n")[0])
