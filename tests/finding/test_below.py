"""Below a lead: what its terms mean, and what each text calls the thing compared."""

import csv
from importlib.resources import files

import pandas as pd
import pytest

import compare
from compare.finding.lead import lead
from compare.ledger.evidence import Evidence

TERMS = csv.DictReader(files("compare").joinpath("glossary.csv").read_text("utf-8").splitlines())


def test_no_term_is_explained_that_no_page_uses(evidence):
    observed = compare.observations()
    unused = {row["term"] for row in TERMS}
    names = evidence.names("indicator", "en")

    def says_none(indicator):
        return not any(term in names.get(indicator, "").casefold() for term in unused)

    every = [None, *observed["region"].unique(), *observed["theme"].unique(),
             *sorted(observed["indicator"].unique(), key=says_none)]  # fmt: skip
    for of in every:
        if not unused:
            break
        one = lead(observed, about=of, evidence=evidence, lang="en")
        said = f"{one.lead} {one.source.partition('Terms:')[0]}".casefold()
        unused -= {term for term in unused if term in said}
    assert unused == set()


def two_places(one, other, *, grade="close"):
    """Return a share of two counties that their texts call by two names, with the evidence."""
    rows = pd.DataFrame({
        "region": ["jia", "yi"], "indicator": "share", "year": 2020, "kind": "actual",
        "value": [90.0, 80.0], "unit": "%", "direction": "higher", "figure": ["a/1", "b/1"],
        "comparability": grade, "level": "county",
    })  # fmt: skip
    figures = rows[["figure", "region", "year", "kind"]].assign(
        label=[one, other], label_en=["Accepted", "Attending"], quote="原文", locator="第一句",
        document=["a", "b"],
    )  # fmt: skip
    regions = pd.DataFrame(
        {"region": ["jia", "yi"], "name_zh": ["甲县", "乙县"], "name_en": ["Jia", "Yi"]}
    )
    return rows, Evidence(regions=regions, figures=figures)


def test_what_each_text_calls_a_thing_stands_below_where_definitions_are_close():
    rows, known = two_places("公办学校接纳率", "“公办”就读率")
    said = {lang: lead(rows, evidence=known, lang=lang).source for lang in ("zh", "en")}
    assert "各地所指：share ，甲县为公办学校接纳率、乙县为“公办”就读率。" in said["zh"]
    assert "What each text means: the share: Accepted in Jia and Attending in Yi." in said["en"]


@pytest.mark.parametrize(("labels", "grade"), [
    (("就读率", "就读率"), "close"), (("接纳率", "就读率"), "exact"),
    (("全县就读率", "就读率"), "close"),
])  # fmt: skip
def test_names_that_tell_nothing_are_not_told(labels, grade):
    rows, known = two_places(*labels, grade=grade)
    assert "各地所指" not in lead(rows, evidence=known, lang="zh").source
