"""How the modules hang together; the rooms and their order are a contract in pyproject.toml."""

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


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
