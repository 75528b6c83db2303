r"""Digits are ASCII digits: ``\d`` takes those of every script and width, and is not written."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "lib" / "compare"

OF_DOCUMENTS = {
    "ledger/checks.py": "the printed value and the quote",
    "ledger/numbers.py": "numbers as documents print them",
    "ledger/printed_intervals.py": "the printed value",
    "sources/scan/read/documents.py": "items and page numbers of a document",
    "sources/scan/review/review.py": "whether a printed value has a digit",
    "wording/values.py": "whether a printed value has a digit",
}
"""Modules whose patterns are over the words of documents, and which words."""

FIND = "sources/scan/find/"
"""The rules of the scan read the normal form, in which digits have one width."""


def patterns(path: Path) -> list[str]:
    r"""Return the strings of a module that hold ``\d``, those that only explain it aside."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    explained = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        str(node.value)
        for node in nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str | bytes)
        and id(node) not in explained
        and r"\d" in (node.value if isinstance(node.value, str) else node.value.decode("latin-1"))
    ]


ASCII = {"atomic.py": [r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"]}
"""Compiled with re.ASCII."""

MODULES = {
    name: path
    for path in sorted(PACKAGE.rglob("*.py"))
    if not (name := path.relative_to(PACKAGE).as_posix()).startswith(FIND)
    and name not in OF_DOCUMENTS
}


@pytest.mark.parametrize("name", MODULES)
def test_typed_digits_are_ascii(name: str) -> None:
    assert patterns(MODULES[name]) == ASCII.get(name, [])


@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_each_exception_is_needed(name: str) -> None:
    assert patterns(PACKAGE / name)
