"""Vectors: a chart's SVG as a short tree, drawn by the page in light and dark, for any width.

Text stays text, in the font that the page carries once for all pictures: so a picture takes a
twentieth of its outlines, can be read aloud and searched, and grows with the screen. Groups
without a meaning, descriptions and styles that say what is said already are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any
from xml.etree import ElementTree as Xml

from compare.charts.layout import WORDS

Node = list[Any]
"""Name, attributes, then children: nodes, or one text."""

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SKIPPED = ("title", "metadata", "style", "defs")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+(?:e-?[0-9]+)?")
_OF_FONT = "font-family"
_ROOM = 0.35
"""What letters have below their line, of their size."""


def vector_of(svg: bytes) -> dict[str, Any]:
    """Return a picture as the page draws it.

    Parameters
    ----------
    svg : bytes
        As :meth:`compare.charts.Chart.svg` writes it, with text as text.

    Returns
    -------
    dict
        ``size``: width and height, in points; ``plot``: top and bottom of the part without
        title, note and source; ``nodes``. Ids begin with ``~``, in whose place the page puts
        what tells one drawing from another. Words around the plot are of the class ``words``.
    """
    root = Xml.fromstring(svg)
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    nodes = list(_Converter(root).nodes())
    return {
        "size": [round(width, 2), round(height, 2)],
        "plot": [round(end, 2) for end in _plot(nodes, height)],
        "nodes": nodes,
    }


class _Converter:
    """Converts one picture; what is used several times is looked up in the whole of it."""

    def __init__(self, root: Xml.Element) -> None:
        self._root = root
        self._by_id = {node.attrib["id"]: node for node in root.iter() if "id" in node.attrib}
        self._numbers: dict[str, str] = {}
        self._next = count()

    def nodes(self) -> Iterator[Node]:
        for child in self._root:
            yield from self._of(child)
        for name in list(self._numbers):  # what is referred to: clips and hatches
            yield from self._of(self._by_id[name], named=True)

    def _of(self, node: Xml.Element, *, named: bool = False) -> Iterator[Node]:
        name = node.tag.removeprefix(_SVG)
        if name in _SKIPPED or (name in ("clipPath", "pattern") and not named):
            return
        if name == "use":
            yield self._used(node)
            return
        attributes = self._attributes(node)
        if named:
            attributes["id"] = self._numbers[node.attrib["id"]]
        children: list[Any] = [made for child in node for made in self._of(child)]
        if name == "text":
            children = [node.text or ""]
        if name == "g":
            side = _words(node)
            if side is not None:
                attributes["class"] = f"words {side}"
            if not attributes:
                yield from children
                return
            if not children:
                return
        yield [name, attributes, *children]

    def _used(self, node: Xml.Element) -> Node:
        drawn = self._by_id[node.attrib[_HREF].removeprefix("#")]
        attributes = {**self._attributes(node), **self._attributes(drawn)}
        x, y = (attributes.pop(side, "0") for side in ("x", "y"))
        if (x, y) != ("0", "0"):
            attributes["transform"] = f"translate({x} {y})"
        return [drawn.tag.removeprefix(_SVG), attributes]

    def _attributes(self, node: Xml.Element) -> dict[str, str]:
        made = {
            name: value
            for name, value in node.attrib.items()
            if name not in ("id", "style", _HREF) and not value.startswith("rotate(-0 ")
        }
        for part in filter(None, node.attrib.get("style", "").split(";")):
            name, _, value = part.partition(":")
            if name.strip() != _OF_FONT:
                made[name.strip()] = value.strip().removesuffix("px")
        return {name: self._value(value) for name, value in made.items()}

    def _value(self, value: str) -> str:
        value = _REFERENCE.sub(lambda match: f"url(#{self._number(match[1])})", value)
        value = " ".join(value.split())
        return value if "#" in value else _NUMBER.sub(lambda n: _short(float(n[0])), value)

    def _number(self, name: str) -> str:
        if name not in self._numbers:
            self._numbers[name] = f"~{next(self._next)}"
        return self._numbers[name]


def _words(node: Xml.Element) -> str | None:
    """Return on which side of the plot a group of words stands; None for any other group."""
    name = node.attrib.get("id", "")
    if not name.startswith(f"{WORDS}-"):
        return None
    return name.split("-")[1]


def _plot(nodes: list[Node], height: float) -> tuple[float, float]:
    """Return where the part without the words around it begins and ends."""
    top, bottom = 0.0, height
    for node in _all(nodes):
        side = node[1].get("class", "")
        for text in node[2:] if side.startswith(WORDS) else ():
            line, size = float(text[1]["y"]), float(text[1]["font-size"])
            if side.endswith("above"):
                top = max(top, line + _ROOM * size)
            else:
                bottom = min(bottom, line - size)
    return top, bottom


def _all(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all([child for child in node[2:] if isinstance(child, list)])


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
