"""How the modules hang together; the rooms and their order are a contract in pyproject.toml."""

import re
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def imported():
    """Return what each module imports, for type checkers and inside functions as well."""
    graph = grimp.build_graph("compare", cache_dir=None, exclude_type_checking_imports=False)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def test_no_two_modules_import_each_other(imported):
    pairs = {(name, other) for name, others in imported.items() for other in others}
    assert sorted(pair for pair in pairs if pair[::-1] in pairs) == []


def test_modules_import_in_no_circle(imported):
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_every_library_that_is_imported_is_a_dependency():
    graph = grimp.build_graph("compare", include_external_packages=True, cache_dir=None)
    imported = {name.split(".")[0] for name in graph.modules if graph.is_module_squashed(name)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (names for extra, names in project["optional-dependencies"].items() if extra != "dev")
    asked = [*project["dependencies"], *chain.from_iterable(extras)]
    declared = {distribution(name) for name in asked} | {"pydantic-core"}  # a part of pydantic
    provided = packages_distributions()
    undeclared = {
        library
        for library in imported - sys.stdlib_module_names
        if not declared & {distribution(name) for name in provided[library]}
    }
    assert undeclared == set()


def distribution(requirement):
    """Return the name of a distribution as an index writes it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[>=\[]", requirement)[0]).lower()
