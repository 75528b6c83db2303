"""The contents page: what the package offers, and nothing else."""

import doctest
import inspect
import pkgutil
import subprocess
import sys

import pytest

import compare
from compare import charts, finding, tables

OFFERED = {
    "CompareError", "DataError", "align", "as_observations", "attainment", "balance_coefficient",
    "balance_table", "build", "changes", "check", "check_parameters", "choices", "comparable",
    "composite", "composite_variants", "connect", "coverage", "data_version", "dataset", "describe",
    "dispersion", "evidence", "findings", "gaps", "made_up_cycle", "made_up_panel",
    "made_up_schools", "observations", "panel", "progress", "rankings", "region_slug", "revisions",
    "school_levels", "table", "trace", "verify",
}  # fmt: skip


ROOMS = {"charts", "finding", "tables"}


def test_nothing_else_is_offered():
    assert set(compare.__all__) == OFFERED | ROOMS


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_everything_offered_is_there_and_explained(name):
    offered = getattr(compare, name)
    text = inspect.getdoc(offered) or ""
    assert callable(offered) and text
    assert (
        name in compare.__doc__
        or inspect.isclass(offered)
        or "balance" in name
        or name.startswith("made_up")
        or (name in {"school_levels", "region_slug", "data_version", "table"})
    )


@pytest.mark.parametrize(
    "name",
    [
        "align",
        "gaps",
        "rankings",
        "progress",
        "attainment",
        "revisions",
        "as_observations",
        "composite",
        "dispersion",
        "observations",
        "trace",
    ],
)
def test_comparisons_have_an_example_that_is_run(name):
    text = inspect.getdoc(getattr(compare, name)) or ""
    assert all(part in text for part in ("Parameters", "Examples"))
    assert doctest.DocTestParser().get_examples(text)


def test_unknown_names_are_refused_as_everywhere_in_python():
    with pytest.raises(AttributeError, match="gapz"):
        compare.gapz  # noqa: B018


def test_no_module_stands_in_for_a_function_of_its_name():
    names = {module.name for module in pkgutil.iter_modules(compare.__path__)}
    assert names & set(compare.__all__) == ROOMS


def test_the_packages_of_charts_and_tables_are_at_hand_without_an_import_of_their_own():
    code = "import compare; print(compare.charts.ranking, compare.tables, compare.finding)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("<function ranking")


@pytest.mark.parametrize("room", [charts, finding, tables])
def test_every_sentence_is_chinese_unless_another_language_is_asked_for(room):
    offered = [getattr(room, name) for name in room.__all__]
    asked = [
        inspect.signature(one).parameters.get("lang") for one in offered if inspect.isfunction(one)
    ]
    found = {parameter.default for parameter in asked if parameter is not None}
    assert found - {inspect.Parameter.empty} == {"zh"}
