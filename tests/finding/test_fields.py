"""Of tables of years the newest leads, also where a region of it lacks; older ones follow."""

import pandas as pd
import pytest

import compare
from compare.finding.fields import as_many
from compare.finding.lead import lead
from compare.pages.brief.selection import parts_of
from compare.pages.brief.subject import About, Known


@pytest.mark.parametrize(
    ("later", "earlier", "takes"),
    [(5, 5, True), (4, 5, True), (6, 7, True), (5, 7, False), (2, 3, False), (90, 100, True),
     (89, 100, False)],
)  # fmt: skip
def test_of_few_regions_one_may_lack_and_of_many_a_tenth(later, earlier, takes):
    assert as_many(later, earlier) is takes


def table(*rows):
    frame = pd.DataFrame(rows, columns=["region", "indicator", "year", "value"])
    return compare.panel(frame, direction="higher")


def values(indicator, year, **of):
    return [(region, indicator, year, value) for region, value in of.items()]


LACKING = table(
    *values("x", 2022, a=90.0, b=80.0, c=70.0, d=60.0, e=50.0),
    *values("x", 2023, a="91以上", b=85.0, c=84.0, d=83.0),
)
"""Of the newest year a bound and the lack of one region make less of a finding."""

UNEVEN = table(
    *(row for year in (2020, 2021, 2022)
      for row in values("x", year, a=50.0 + year % 5, b=90.0, c=10.0 + 7 * (year % 3))),
    *values("y", 2023, a=51.0, b=50.0, c=49.0),
    *values("y", 2022, a=20.0, b=80.0, c=50.0),
)  # fmt: skip
"""The newest year has one indicator alone, and its differences are the smallest."""


@pytest.mark.parametrize("about", ["a", None, ["a", "b"]])
def test_a_lead_begins_with_the_newest_year(about):
    for own in (LACKING, UNEVEN):
        said = lead(own.observations, about=about, evidence=own.evidence, lang="en")
        assert "2023" in said.text and said.lead.startswith("In 2023")


def test_what_only_an_older_year_has_comes_after():
    said = lead(UNEVEN.observations, about="a", evidence=UNEVEN.evidence, lang="en").lead
    assert 0 <= said.index("2023") < said.index("2022")


def test_a_point_of_a_brief_tells_year_after_year_whatever_the_side():
    frame = [
        row for year, own in ((2020, 10.0), (2021, 90.0), (2022, 50.0), (2023, 99.0))
        for row in values("x", year, a=own, b=60.0, c=30.0)
    ]  # fmt: skip
    own = table(*frame)
    facts = compare.finding.facts.Facts(own.observations, ["a"], own.evidence)
    part, changes = parts_of(About(Known(facts), "en"), lambda _: 5)
    assert (part.name, changes.name) == ("outcomes", "changes")
    assert [one.year for one in part.points[0]] == [2023, 2022, 2021]


def test_a_brief_begins_with_the_newest_year():
    facts = compare.finding.facts.Facts(UNEVEN.observations, ["a"], UNEVEN.evidence)
    part, changes = parts_of(About(Known(facts), "en"), lambda _: 5)
    assert (part.name, changes.name) == ("outcomes", "changes")
    years = [point[0].year for point in part.points]
    assert years == [2023, 2022]


def test_of_documents_the_weightiest_comes_first_of_whatever_year(evidence):
    said = lead(compare.observations(), about="象山", evidence=evidence)
    years = said.findings.loc[said.findings["kind"] == "versus-reference", "year"]
    assert years.iloc[0] == 2020 and years.max() > 2020
