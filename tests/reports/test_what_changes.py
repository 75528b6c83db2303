"""Adding a source: every page that should change changes, and no other does."""

import pytest
from adding import before_and_after

from compare.reports.manifest import BRIEF

OF_LUTING = {"region-luting", "pair-chengwan-luting", "brief-luting"}
OF_ITS_INDICATOR = {"indicator-star_schools", "region-chengwan"}
OF_ALL = {"attainment"}
OF_OTHERS = {
    "indicator-school_gap", "region-shuoling", "pair-chengwan-shuoling", "brief-shuoling",
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    pytest.importorskip("docx")
    return before_and_after(tmp_path_factory.mktemp("added"))


def file(name):
    return f"{name}.docx" if name.startswith(BRIEF) else f"{name}.ipynb"


def test_a_bulletin_changes_the_pages_that_speak_of_it_and_no_other(pages):
    before, after, _ = pages
    every = OF_LUTING | OF_ITS_INDICATOR | OF_ALL | OF_OTHERS
    assert before.keys() == after.keys() == set(map(file, every))
    changed = {name for name in after if before[name] != after[name]}
    assert changed == set(map(file, every - OF_OTHERS))


def test_nothing_is_made_anew_that_would_stay_the_same(pages):
    assert pages[2] == OF_LUTING | OF_ITS_INDICATOR | OF_ALL
