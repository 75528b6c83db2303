"""What a notebook may be given and what of it is checked, read without running or importing it.

The cell is Python; ``ast`` reads its assignments. A parameter's type is that of its default,
or of its annotation where it has one, so that a wrong type is seen before anything runs.
"""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TYPES = ("bool", "int", "float", "str", "list", "tuple", "dict", "set", "date", "datetime")
_ALSO = {"float": ("int",), "list": ("tuple",), "tuple": ("list",), "date": ("datetime",)}
"""What is taken for a type as well: a whole number for a float, either kind of sequence."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a notebook.

    Attributes
    ----------
    name : str
        Its name.
    types : frozenset of str
        Names of the types it takes; empty where the cell does not tell.
    items : frozenset of str
        Names of the types its items take; empty where the cell does not tell.
    default : object
        Its default, where that is a literal.
    """

    name: str
    types: frozenset[str]
    items: frozenset[str]
    default: Any

    def refusal(self, value: Any) -> str:
        """Return why a value is refused; empty where it is not."""
        if not _fits(value, self.types):
            return f"{_named(value)} is not {_listed(self.types)}"
        if isinstance(value, (list, tuple)):
            wrong = [item for item in value if not _fits(item, self.items)]
            if wrong:
                return f"the item {_named(wrong[0])} is not {_listed(self.items)}"
        return ""


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Return the parameters of a notebook by name, in the order in which it lists them.

    Raises
    ------
    ValueError
        If the notebook or its parameters cell cannot be read; the message says why.
    """
    content = json.loads(notebook.read_bytes())
    cells = [cell for cell in content["cells"] if _is_parameters(cell)]
    if not cells:
        return {}
    found = [_parameter(node) for node in ast.parse(_source(cells[0])).body]
    return {parameter.name: parameter for parameter in found if parameter is not None}


def read_checks(notebook: Path) -> list[dict[str, str]]:
    """Return what a notebook checks in each call of ``check_parameters``.

    Of each parameter that is checked, the name of what it is held to: its own in
    ``check_parameters(region=region)``, and empty for what is no name.
    """
    cells = json.loads(notebook.read_bytes())["cells"]
    trees = (_tree(_source(cell)) for cell in cells if cell["cell_type"] == "code")
    return [
        {word.arg: getattr(word.value, "id", "") for word in node.keywords if word.arg}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called_name(node) == "check_parameters"
    ]


def _source(cell: dict[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _tree(source: str) -> ast.AST:
    """Return the tree of a cell; an empty one of what is not Python alone, such as a magic."""
    try:
        return ast.parse(source)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def _called_name(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _is_parameters(cell: dict[str, Any]) -> bool:
    return "parameters" in cell.get("metadata", {}).get("tags", [])


def _parameter(node: ast.stmt) -> Parameter | None:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        name, annotation = node.targets[0].id, None
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        name, annotation = node.target.id, node.annotation
    else:
        return None
    try:
        default = ast.literal_eval(node.value) if node.value else None
    except ValueError:  # a call, such as date(2025, 1, 1)
        return Parameter(name, _called(node.value), frozenset(), None)
    if annotation is not None:
        return Parameter(name, _annotated(annotation), frozenset(), default)
    types = frozenset() if default is None else frozenset({type(default).__name__})
    return Parameter(name, types, _item_types(default), default)


def _item_types(default: Any) -> frozenset[str]:
    if not isinstance(default, (list, tuple)) or any(item is None for item in default):
        return frozenset()
    return frozenset(type(item).__name__ for item in default)


def _called(value: ast.expr | None) -> frozenset[str]:
    names = {n.id for n in ast.walk(value) if isinstance(n, ast.Name)} if value else set()
    names |= {n.attr for n in ast.walk(value) if isinstance(n, ast.Attribute)} if value else set()
    return frozenset(names & {"date"}) or frozenset(names & {"datetime"})


def _annotated(annotation: ast.expr) -> frozenset[str]:
    """Return the types of an annotation; none where it names one that is not known here."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    if isinstance(annotation, ast.BinOp):
        left, right = _annotated(annotation.left), _annotated(annotation.right)
        return left | right if left and right else frozenset()
    if isinstance(annotation, ast.Subscript):
        annotation = annotation.value
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        return frozenset({"NoneType"})
    name = getattr(annotation, "attr", getattr(annotation, "id", ""))
    return frozenset({name} if name in _TYPES else ())


def _fits(value: Any, types: frozenset[str]) -> bool:
    """Tell whether a value is of one of some types; numpy's numbers are numbers too."""
    if not types:
        return True
    if value is None and "NoneType" not in types:
        return True  # every notebook takes None for "not chosen"
    allowed = types | {also for name in types for also in _ALSO.get(name, ())}
    name = type(value).__name__
    if type(value).__module__ == "numpy":
        name = {"b": "bool", "i": "int", "u": "int", "f": "float"}.get(value.dtype.kind, name)
    return name in allowed or (name == "int" and "float" in allowed)


def _named(value: Any) -> str:
    return f"{value!r} ({type(value).__name__})"


def _listed(types: frozenset[str]) -> str:
    return " or ".join(sorted(types))
