"""Below a lead: what its terms mean, and what each text calls the thing compared."""

import csv
import datetime
from importlib.resources import files
from itertools import chain

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

    def says_one(indicator):
        return any(term in names.get(indicator, "").casefold() for term in unused)

    indicators = observed["indicator"].unique()
    likely = filter(says_one, indicators)  # of what is unused by then: most others say nothing new
    every = chain(
        [None], likely, observed["region"].unique(), observed["theme"].unique(), indicators
    )
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
    assert "原文所指：share ，甲县为公办学校接纳率、乙县为“公办”就读率。" in said["zh"]
    assert "What each text counts: the share: Jia, “Accepted” and Yi, “Attending”." in said["en"]


@pytest.mark.parametrize(("labels", "grade"), [
    (("就读率", "就读率"), "close"), (("接纳率", "就读率"), "exact"),
    (("全县就读率", "就读率"), "close"),
])  # fmt: skip
def test_names_that_tell_nothing_are_not_told(labels, grade):
    rows, known = two_places(*labels, grade=grade)
    assert "各地所指" not in lead(rows, evidence=known, lang="zh").source


def test_how_new_the_sources_of_each_place_are_is_told_where_outcomes_are_missing():
    documents = pd.DataFrame({
        "document": ["a", "b"], "region": ["jia", "yi"], "type": "plan", "title": ["甲", "乙"],
        "issued": [datetime.date(2025, 1, 8), datetime.date(2026, 3, 6)],
    })  # fmt: skip
    regions = pd.DataFrame(
        {"region": ["jia", "yi"], "name_zh": ["甲县", "乙县"], "name_en": ["Jia", "Yi"],
         "adcode": ["2", "1"]}
    )  # fmt: skip
    rows = pd.DataFrame({
        "region": ["jia", "yi", "jia", "yi", "yi"], "indicator": ["x", "x", "y", "y", "z"],
        "year": [2025, 2025, 2025, 2025, 2027], "kind": "target", "value": 50.0, "unit": "%",
        "direction": "higher",
    })  # fmt: skip
    late = rows["indicator"] == "z"
    rows.loc[late, ["value", "unit", "direction"]] = [2027.0, "year", "neutral"]
    came = rows[late].assign(kind="actual", year=2025, value=2025.0)
    known = Evidence(regions=regions, documents=documents)
    everything = pd.concat([rows, came], ignore_index=True)
    whole = {lang: lead(everything, evidence=known, lang=lang).source for lang in ("zh", "en")}
    assert "查阅的文件不限于下列来源，各地最新一份：乙县2026-03-06、甲县2025-01-08。" in whole["zh"]
    assert (
        "The sources searched go beyond those listed here; "
        "the newest is of 2026-03-06 for Yi and 2025-01-08 for Jia." in (whole["en"])
    )
    coming = pd.concat([everything, rows.iloc[[0]].assign(year=2027)])
    ahead = lead(coming, year=2027, evidence=known).source
    assert "尚未到期" in ahead and "最新一份" not in ahead  # what is to come is not missing
    both = {
        lang: lead(everything, about=["jia", "yi"], evidence=known, lang=lang).source
        for lang in ("zh", "en")
    }
    assert "甲县2项均未载结果（甲县最新一份2025-01-08）" in both["zh"]
    assert "乙县2项均未载结果（乙县最新一份2026-03-06），未到期的有1项已实现" in both["zh"]
    assert "in Jia in the sources at hand on Jia (up to 2025-01-08)" in both["en"]
    assert "and 1 target of a later year has already been met" in both["en"]


def test_what_the_text_of_one_place_means_is_told_where_it_is_not_the_shared_name():
    rows = pd.DataFrame({
        "region": "jia", "indicator": "share", "indicator_zh": "优质高中名额分配比例",
        "indicator_en": "Share of places", "year": 2022, "kind": ["target", "actual"],
        "value": [60.0, 61.3], "unit": "%", "direction": "higher", "figure": ["a/1", "a/2"],
        "comparability": "close", "document": "a", "level": "county",
    })  # fmt: skip
    figures = rows[["figure", "region", "year", "kind", "document"]].assign(
        label="示范高中定向比例", label_en="Places of model schools", quote="原文", locator="第一句"
    )
    regions = pd.DataFrame({"region": ["jia"], "name_zh": ["甲县"], "name_en": ["Jia"]})
    known = Evidence(regions=regions, figures=figures, observations=rows)
    assert "甲县为示范高中定向比例" in lead(rows, about="jia", evidence=known).source
    plain = figures.assign(label="全县优质高中名额分配比例")
    known = Evidence(regions=regions, figures=plain, observations=rows)
    assert "各地所指" not in lead(rows, about="jia", evidence=known).source


def test_what_is_to_be_asked_about_a_number_that_is_told_stands_below(evidence):
    asked = "同一句载有公办幼儿园学位覆盖率80%、在园幼儿占比42.7%"
    told = lead(compare.observations(), about="抚顺", evidence=evidence)
    assert "42.7%" in told.lead and asked in told.source
    other = lead(compare.observations(), about="象山", evidence=evidence)
    assert asked not in other.source
