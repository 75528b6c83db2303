"""YAML that was typed by hand: plain values, as deep and as many as somebody types.

An anchor and its aliases may stand for one another, so that ten lines say a milliard values:
they are counted as often as they are said, before anything is made of them.
"""

from __future__ import annotations

from typing import Any

import yaml

MOST_VALUES = 1_000_000
MOST_DEPTH = 50


class YamlBoundError(yaml.YAMLError):
    """A text says more than anybody types."""


def read_yaml(text: str) -> Any:
    """Return what a YAML text says, in plain values.

    Parameters
    ----------
    text : str
        The text.

    Raises
    ------
    yaml.YAMLError
        If it is not YAML, names a type of a language, lies deeper than :data:`MOST_DEPTH`, or
        says more than :data:`MOST_VALUES` values.
    """
    return read_yaml_items(text)[0]


def read_yaml_items(text: str) -> tuple[Any, list[int]]:
    """Return what a YAML text says, as :func:`read_yaml`, and the line of each item of its list.

    The lines are counted from 1; of what is no list there are none.
    """
    loader = _Bounded(text)
    try:
        node = loader.get_single_node()
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        said = None if node is None else loader.construct_document(node)
        return said, [item.start_mark.line + 1 for item in items]
    finally:
        loader.dispose()


class _Bounded(yaml.SafeLoader):
    """Makes plain values, once it is known how many there are."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = 0
        self._values: dict[int, int] = {}

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self._depth == MOST_DEPTH:
            raise YamlBoundError(f"it lies deeper than {MOST_DEPTH} levels")
        self._depth += 1
        is_alias = self.check_event(yaml.AliasEvent)
        node = super().compose_node(parent, index)
        self._depth -= 1
        if is_alias and id(node) not in self._values:
            raise YamlBoundError("an alias stands inside what it stands for")
        if node is not None and not is_alias:
            self._values[id(node)] = self._counted(node)
        return node

    def _counted(self, node: yaml.Node) -> int:
        """Return how many values a node says, with what its aliases stand for."""
        inside = node.value if isinstance(node, yaml.CollectionNode) else []
        if isinstance(node, yaml.MappingNode):
            inside = [one for pair in inside for one in pair]
        values = 1 + sum(self._values[id(one)] for one in inside)
        if values > MOST_VALUES:
            raise YamlBoundError(f"it says more than {MOST_VALUES:,} values, by its aliases")
        return values
