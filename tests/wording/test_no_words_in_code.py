"""Every word that a reader sees stands in the catalogue: no Chinese in code or templates.

Chinese in docstrings and comments is for those who read the code. Chinese that the data or
the documents use, rather than the suite, is named in ``DEFINITIONS``, each with its reason.
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lib" / "compare"
CHINESE = re.compile(r"[\u3400-\u9fff]")

WHOLE = {
    "wording": "the catalogue itself",
    "sources/scan/find": "how documents word numbers, years and indicators",
    "sources/scan/read": "how documents are written",
    "sources/examples": "a made-up document",
}
"""Folders that hold Chinese of the documents, not of the suite."""

DEFINITIONS = {
    "ledger/checks.py": "words beside a number in a quote, which a comparator must agree with",
    "ledger/ledger.py": "what may be typed in a cell of data/raw",
    "ledger/models.py": "what may be typed in a cell of data/raw",
    "ledger/numbers.py": "numerals as documents print them",
    "ledger/printed_intervals.py": "bounds as documents print them",
    "ledger/texts.py": "characters of documents",
    "ledger/units.py": "units as documents print them, and what they are multiples of",
    "schools/balance_rules.py": "the rule's own names of its resources",
    "schools/school_table.py": "headings and stages as they stand in a county's table",
    "wording/values.py": "keys: the units of the indicators",
    "sources/scan/review/new_regions.py": "provinces, levels and endings of names of places",
    "sources/scan/review/new_indicators.py": "how documents word what is measured",
    "sources/scan/review/folders.py": "how documents are numbered and named",
    "reports/notebooks/walkthrough.py": "endings of names of places, and a label of the made-up plan",
}
"""Modules whose Chinese is a definition: it is compared with data, not shown."""


def chinese_literals(source):
    """Return the string literals with Chinese in them that are no docstrings."""
    tree = ast.parse(source)
    docstrings = set()
    for node in ast.walk(tree):
        for statement in (
            getattr(node, "body", None) if isinstance(getattr(node, "body", None), list) else ()
        ):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                docstrings.add(statement.value)
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in docstrings
        and CHINESE.search(node.value)
    ]


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name not in DEFINITIONS and not any(name.startswith(f"{known}/") for known in WHOLE):
            yield pytest.param(path, id=name)


def templates():
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".j2", ".js", ".html", ".css", ".mplstyle"):
            yield pytest.param(path, id=path.relative_to(PACKAGE).as_posix())


@pytest.mark.parametrize("path", modules())
def test_a_module_holds_no_words(path):
    found = chinese_literals(path.read_text(encoding="utf-8"))
    assert not [f"{node.lineno}: {node.value}" for node in found]
