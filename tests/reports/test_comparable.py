"""What can be compared: of documents and of own tables, in a year, as targets or outcomes."""

from pathlib import Path

import pytest

import compare
from compare.errors import UnknownValueError

COUNTIES = Path(__file__).parents[1] / "tables" / "counties"


def test_what_two_regions_or_more_state_can_be_compared(project):
    found = compare.comparable(year=2020, kind="actual")
    ranked = compare.rankings(
        compare.align(compare.observations(), year=2020, kind="actual", evidence=compare.evidence())
    )
    counted = ranked[ranked["rank_best"].notna()].groupby("indicator").size()
    assert found.set_index("indicator")["n"].to_dict() == counted[counted > 1].to_dict()
    assert found["n"].is_monotonic_decreasing
    retention = found.set_index("indicator").loc["compulsory_retention"]
    assert (retention["n"], retention["cautions"]) == (3, "different-level")


def test_a_table_is_asked_in_the_same_way(project):
    found = compare.comparable(year=2025, data=COUNTIES, lang="en")
    counted = found.set_index("indicator")["n"].to_dict()
    assert counted == {"义务教育巩固率": 3, "大班额比例": 3}


def test_every_year_and_kind_stands_apart(project):
    found = compare.comparable()
    assert {"actual", "target"} == set(found["kind"])
    assert not found.duplicated(["indicator", "year", "kind"]).any()
    assert compare.comparable(year=1999).empty


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"kind": "plan"}, "kind='plan'; allowed: actual"), ({"lang": "fr"}, "lang='fr'")],
)
def test_what_there_is_not_is_refused(project, asked, said):
    with pytest.raises(UnknownValueError, match=said):
        compare.comparable(**asked)
