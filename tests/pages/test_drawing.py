"""Drawing: whoever draws, the same comes of it."""

from itertools import islice

import pandas as pd

from compare.charts.subjects import Comparisons, Subject
from compare.ledger.evidence import Evidence
from compare.pages.drawing import Drawer, _at_once, _of_last_moments


def test_any_number_of_processes_makes_the_same_to_the_byte(built_world):
    drawer = Drawer()
    kinds = [subject.kind for subject in drawer.subjects]
    moments = (at for at, kind in enumerate(kinds) if kind == "indicator-moment")
    shown = list(islice((at for at in moments if any(drawer.charts(at, ["zh"]))), 2))
    assert len(shown) == 2
    assert dict(_at_once(2, drawer, shown)) == {place: drawer.pieces(place) for place in shown}


def test_of_a_table_of_years_each_region_has_pictures_of_one_moment():
    def subject(kind, region="", year=None):
        nothing = pd.DataFrame()
        evidence, comparisons = Evidence(), Comparisons(nothing, Evidence())
        return Subject(
            kind, nothing, nothing, evidence, "zh", "half", comparisons, region, year, "actual"
        )

    every = [
        subject("everything"),
        subject("indicator-moment", year=2020), subject("indicator-moment", year=2021),
        subject("region-moment", "a", 2021), subject("region-moment", "a", 2020),
        subject("region", "a"), subject("region-moment", "b", 2021),
    ]  # fmt: skip
    kept = [*_of_last_moments(every)]
    assert [one for one in every if one not in kept] == [every[4]]
