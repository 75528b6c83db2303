"""What reports need that a warm process can have before the first of them.

The libraries that notebooks import, and the characters that pages are expected to show.
"""

from __future__ import annotations

import ast
import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from compare.project import Project

_IMPORTABLE = ("seaborn", "scipy", "numpy", "pandas", "polars", "great_tables", "matplotlib")
"""Libraries that the warm process imports where a notebook does."""

_SHOWN = (".py", ".ftl", ".csv", ".j2", ".js", ".json", ".yml")
"""The files of the package whose characters pages may show."""


def imported(notebooks: Iterable[Path]) -> tuple[str, ...]:
    """Return the libraries that notebooks import, out of those worth importing once."""
    found: set[str] = set()
    for notebook in notebooks:
        found |= {name for name in _imports(notebook) if name.split(".")[0] in _IMPORTABLE}
    return tuple(sorted(found))


def _imports(notebook: Path) -> Iterator[str]:
    for cell in json.loads(notebook.read_bytes())["cells"]:
        if cell["cell_type"] != "code":
            continue
        try:
            tree = ast.parse("".join(cell["source"]))
        except SyntaxError:  # a magic
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


def page_characters(project: Project) -> str:
    """Return the characters that pages are expected to show: of data, notebooks and package.

    A page with others still gets its font, only more slowly.
    """
    package = Path(str(files("compare")))
    paths = [
        *project.curated.glob("*.csv"),
        *project.notebooks.glob("*.ipynb"),
        project.reports / "reports.yml",
        *(p for p in package.rglob("*") if p.suffix in _SHOWN),
    ]
    text: set[str] = set()
    for path in paths:
        with contextlib.suppress(OSError):
            text.update(path.read_text(encoding="utf-8", errors="ignore"))
    escaped = re.findall(r"\\u([0-9a-f]{4})", "".join(_escaped(project)))
    text.update(chr(int(code, 16)) for code in escaped)
    return "".join(sorted(text))


def _escaped(project: Project) -> Iterator[str]:
    """Give the notebooks' text, where characters may be written as numbers."""
    for path in sorted(project.notebooks.glob("*.ipynb")):
        yield path.read_text(encoding="utf-8", errors="ignore")
