"""Headlines of a figure, an indicator, a theme and all that there is."""

import re

import pandas as pd
import pytest
from stating import nobodys_ranks, nobodys_rows

import compare
from compare import finding


def test_the_overview_counts_contests_that_exist(ranked, evidence):
    said = finding.of_overview(compare.coverage(), ranked, evidence=evidence)
    assert re.search(r"现状有\d+项、目标有\d+项；其中有优劣方向、可论先后的\d+组：", said.text)


def test_an_overview_without_contests_says_nothing_of_them():
    rows = nobodys_rows().head(1)
    ranked = compare.rankings(compare.align(rows))
    text = finding.of_overview(rows, ranked, lang="en").text
    assert text == (
        "Of 1 indicator, two regions or more print 0 actuals and 0 targets for one year"
    )


def test_one_is_not_many():
    rows = nobodys_rows().head(2)
    ranked = compare.rankings(compare.align(rows))
    assert finding.of_overview(rows, ranked, lang="en").text == (
        "Of 1 indicator, two regions or more print 1 actual and 0 targets for one year; "
        "1 of these contests has a better and a worse: 1 with a leader or a tie"
    )


def test_a_theme_is_named_where_it_is_known(evidence):
    observed = compare.observations(theme="balance")
    rows = compare.align(observed, year=2025, kind="target", evidence=evidence)
    ranked = compare.rankings(rows)
    for lang, begins in (("zh", "{}，2025年目标："), ("en", "{}, 2025 target: ")):
        known = finding.of_theme(
            observed, ranked, year=2025, kind="target", evidence=evidence, lang=lang
        )
        assert known.text.startswith(begins.format(evidence.name("theme", "balance", lang)))
    unknown = finding.of_theme(nobodys_rows(), nobodys_ranks(), year=2020, kind="actual")
    assert unknown.text == "2020年现状：2项指标中，2项能判定领先或持平"


def test_a_moment_without_values_names_those_with_some():
    rows = nobodys_rows()
    ranked = compare.rankings(compare.align(rows, year=2021, kind="actual"))
    said = finding.of_theme(rows, ranked, year=2021, kind="actual", lang="en")
    assert said.text == (
        "2021 actual: no document prints a value; there are values for 2020 actual"
    )


def test_an_indicator_of_one_region_cannot_be_compared():
    rows = nobodys_rows().head(1)
    said = finding.of_indicator(rows, compare.rankings(compare.align(rows)), lang="en")
    assert said.text == (
        "share: no two regions print it for one year and kind; it cannot be compared"
    )


def test_a_figure_says_where_its_region_stands(ranked, evidence):
    trace = compare.trace("quzhou-2024-action-plan/017")
    own = ranked[(ranked["indicator"] == "balance_junior") & (ranked["year"] == 2027)]
    known = finding.of_figure(trace, own, evidence=evidence)
    assert known.text.startswith("衢州2027年目标：")
    assert finding.of_figure(trace, own).text.startswith("quzhou2027年目标：")
    nothing = finding.of_figure(trace, own.head(0), evidence=evidence)
    assert nothing.points == ("初中校际差异系数：没有可比的数值",)
    assert finding.of_figure(compare.trace("fushun-14fyp/005"), own).points == (
        "这个数没有对应的共用指标，不与任何地区比较。",
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "平阳在2地中列第1至第2，无法判定"),
        ("en", "Pingyang is number 1 to 2 of 2, undetermined"),
    ],
)
def test_a_figure_of_an_open_order_says_between_which_ranks(ranked, evidence, lang, said):
    own = ranked[(ranked["indicator"] == "gaokao_first_line_rate") & (ranked["year"] == 2020)]
    (point,) = finding.of_figure(
        compare.trace("pingyang-14fyp/041"), own, evidence=evidence, lang=lang
    ).points
    assert point.endswith(said)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_indicator_of_nobodys_says_who_leads(lang):
    rows = nobodys_rows()
    share = rows[rows["indicator"] == "share"]
    said = finding.of_indicator(share, compare.rankings(compare.align(share)), lang=lang)
    assert "east" in said.text and ("领先" if lang == "zh" else "is ahead") in said.text


def at(year, kind, **values):
    rows = nobodys_rows().iloc[:2].copy()
    rows[["value", "lo", "hi"]] = [[value] * 3 for value in values.values()]
    return rows.assign(region=list(values), year=year, kind=kind)


def test_actuals_come_before_targets_and_earlier_years_before_later():
    rows = pd.concat(
        [at(2024, "target", a=97.0, b=98.0), at(2025, "actual", a=95.0, b=94.0),
         at(2020, "actual", a=91.0, b=92.0)]
    )  # fmt: skip
    said = finding.of_indicator(rows, compare.rankings(compare.align(rows)), lang="en")
    told = [said.text, *said.points]
    assert [next(v for v in ("92", "95", "98") if v in text) for text in told[:3]] == [
        "92", "95", "98",
    ]  # fmt: skip


def test_proxies_are_no_part_of_the_path():
    rows = pd.concat([at(2020, "actual", a=91.0, b=92.0), at(2025, "target", a=97.0, b=98.0)])
    rows = rows.assign(comparability=["exact", "proxy"] * 2)
    said = finding.of_indicator(rows, compare.rankings(compare.align(rows)), lang="en")
    told = " ".join([said.text, *said.points])
    assert "97" in told and "98" not in told
