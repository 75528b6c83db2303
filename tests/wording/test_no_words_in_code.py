"""Every word that a reader sees stands in the catalogue: no Chinese in code or templates.

Chinese in docstrings and comments is for those who read the code. Chinese that the data or
the documents use, and that is compared with them rather than shown, is named in ``FOLDERS``
and ``DEFINITIONS``, each with its reason.
"""

import ast
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lib" / "compare"
CHINESE = re.compile(r"[\u3400-\u9fff]")

FOLDERS = {
    "wording": "the catalogue itself, and the keys by which it finds units",
    "sources/panel": "how own tables name regions, years and indicators, and what cells say",
    "sources/scan/find": "how documents word numbers, years and indicators",
    "sources/scan/read": "how documents are written",
}
"""Folders whose Chinese is that of the documents."""

DEFINITIONS = {
    "charts/labelled_rows.py": ({"WHOLE"}, "units of indicators"),
    "cli.py": ({"scan", "add_region", "brief"}, "examples of what may be typed, in English help"),
    "comparisons/align.py": (None, "words for about, named in a refusal"),
    "comparisons/plan_outcomes.py": (None, "units of what is counted whole"),
    "comparisons/plan_targets.py": (None, "units of years"),
    "ledger/cells.py": (None, "what may stand in a cell of one's own"),
    "ledger/totals.py": (None, "words that mean a total"),
    "ledger/checks.py": (None, "words beside a number in a quote"),
    "ledger/divisions.py": (None, "names of provinces, and what names of divisions are made of"),
    "ledger/names.py": (None, "words of places before a label"),
    "ledger/models.py": (None, "what may be typed into a cell of data/raw"),
    "ledger/numbers.py": (None, "numerals as documents print them"),
    "ledger/read.py": (None, "dates as a spreadsheet writes them"),
    "ledger/units.py": (None, "units as documents print them"),
    "pages/brief/counts.py": (None, "how documents word the number of all counties"),
    "pages/brief/points.py": ({"_QUOTED", "_VALUE"}, "how sentences of findings tell a value"),
    "pages/brief/title_lines.py": ({"_BOUND"}, "words that no line of a title ends with"),
    "pages/paper/house.py": (None, "names of fonts"),
    "pages/paper/unbroken.py": (None, "units and signs that stay with a number"),
    "pages/paper/word/template.py": (
        {"_NOT_FIRST", "_NOT_LAST"},
        "units and signs that stay with a number",
    ),
    "reports/export/paper.py": ({"_DATED"}, "how a value is dated"),
    "reports/notebooks/walkthrough.py": (
        {"_may_contain", "made_up_corrections"},
        "endings of names of places, and a label in the made-up plan",
    ),
    "schools/balance_rules.py": (None, "columns of a county's own table"),
    "sources/scan/review/new_indicators.py": (
        {"_SCOPE", "_NO_NAME", "_MOVES", "_SHARE_OF", "_LOWER", "new_indicators", "_row",
         "of_document"},
        "how documents word what is measured",
    ),
    "sources/scan/review/new_regions.py": (
        {"_LEVEL_WORDS", "_level", "_check_list"},
        "endings of names of places",
    ),
    "tables/cells.py": (None, "the range of Chinese characters"),
    "tables/evidence.py": (None, "words of places in labels of documents"),
}  # fmt: skip
"""Names of a module (None for all of it) whose Chinese is a definition, and why."""

TYPED = "parameters"
"""The cell of a notebook that holds what its user types: names of places among it."""


def docstrings(tree):
    """Return the string constants that stand as statements: docstrings, also of names."""
    return {
        statement.value
        for node in ast.walk(tree)
        for statement in (node.body if isinstance(getattr(node, "body", None), list) else ())
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }


def names_of(statement):
    """Return the names that a statement of a module defines."""
    targets = getattr(statement, "targets", [getattr(statement, "target", statement)])
    return {getattr(target, "id", getattr(target, "name", "")) for target in targets}


def chinese_literals(source):
    """Return the string literals with Chinese, each with the names it helps to define."""
    tree = ast.parse(source)
    left_out = docstrings(tree)
    return [
        (names_of(statement), node.value)
        for statement in tree.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in left_out
        and CHINESE.search(node.value)
    ]


def left_over(source, name=""):
    """Return the words of a module's text that are neither docstrings nor definitions."""
    allowed, _ = DEFINITIONS.get(name, (set(), ""))
    found = chinese_literals(source)
    return [] if allowed is None else [words for names, words in found if not names & allowed]


def within(folders, path):
    name = path.relative_to(PACKAGE).as_posix()
    return any(name.startswith(f"{folder}/") for folder in folders)


MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if not within(FOLDERS, path)]
TEMPLATES = [p for p in sorted(PACKAGE.rglob("*")) if p.suffix in (".j2", ".js", ".html", ".css")]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_holds_no_words(path):
    name = path.relative_to(PACKAGE).as_posix()
    assert left_over(path.read_text(encoding="utf-8"), name) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_words(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if CHINESE.search(line)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebooks_code_holds_no_words(path):
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code" and cell.id != TYPED]
    assert [words for cell in code for words in left_over(cell.source)] == []


def test_every_definition_is_one():
    for name, (allowed, _) in DEFINITIONS.items():
        path = PACKAGE / name
        found = chinese_literals(path.read_text(encoding="utf-8"))
        assert found, f"{name}: no longer holds Chinese; take it off the list"
        if allowed is not None:
            named = set().union(*(names for names, _ in found))
            assert allowed <= named, f"{name}: {sorted(allowed - named)} hold no Chinese"


def test_words_are_found_wherever_they_stand():
    source = '''
"""文档"""
A = 1
"""说明"""
TITLE = {"title": "{n}项指标"}
def said():
    """说明"""
    # 注释
    return f"共{TITLE}行"
'''
    assert left_over(source) == ["{n}项指标", "共", "行"]
