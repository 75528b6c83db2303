"""The catalogue: which forms draw which subjects, of rows of nobody's."""

import pandas as pd
import pytest
from forms_of import covered, made_up

from compare import charts
from compare.ledger.evidence import Evidence

THEMES = {"alpha": "first", "beta": "second"}


def every(count, **options):
    """Return the keys of every chart of some made-up regions, in order."""
    rows = made_up(count)
    rows = rows.assign(
        theme=rows["indicator"].map(THEMES), comparability="exact", use="main", scope="region",
        observed_year=rows["year"], figure=[f"d/{place:03}" for place in range(len(rows))],
    )  # fmt: skip
    coverage = covered(rows)
    coverage = coverage.assign(theme=coverage["indicator"].map(THEMES), n=1)
    known = Evidence(regions=pd.DataFrame({"region": rows["region"].unique()}))
    made = list(charts.every_chart(rows, coverage, evidence=known, **options))
    assert {chart.lang for chart in made} == {options.get("lang", "zh")}
    return [chart.key.rpartition(".")[0] for chart in made if chart.form in FORMS]


FORMS = {"attainment_board", "bullet", "coverage_matrix", "dumbbell", "gap_bars", "gap_matrix",
         "rank_spread", "ranking", "region_profile", "revision_dumbbell", "small_multiples",
         "target_path"}  # fmt: skip
"""Those whose subjects are known here; a form that is added says its own in its own test."""

MOMENTS = ("2020-actual", "2022-actual", "2025-target")


def of_indicator(name, moments=MOMENTS):
    at = [f"{form}-{name}-{when}{end}" for when in moments
          for form, end in (("ranking", ""), ("gaps", "-best"))]  # fmt: skip
    return [*at, f"path-{name}", f"dumbbell-{name}", f"bullet-{name}"]


def test_every_subject_of_two_regions_has_its_forms():
    regions = ("region00", "region01")
    of_regions = [f"profile-{region}-{moment}" for moment in MOMENTS for region in regions]
    forms = ("board", "dumbbell", "bullet")
    assert every(2) == [
        "board-all",
        *(f"multiples-{theme}" for theme in THEMES.values()),
        *of_indicator("alpha"), *of_indicator("beta"),
        *of_regions, *(f"{form}-{region}" for region in regions for form in forms),
    ]  # fmt: skip


def test_beside_one_region_nothing_is_compared_but_its_own_years():
    found = every(1)
    assert {key.split("-")[0] for key in found} == {"board", "multiples", "path", "dumbbell",
                                                     "bullet"}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_some_indicators_only_their_own_charts_are_made(lang):
    assert every(2, indicators=["beta"], lang=lang) == of_indicator("beta")
