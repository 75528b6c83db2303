"""Titles of charts are findings: of the default set in both languages, and of rows alone."""

import re
from collections import Counter

import pandas as pd
import pytest
from matplotlib.text import Text
from nobody import stated
from reading import is_known, numbers, sources_of, without_names

import compare
from compare import charts
from compare.charts.layout import wrap
from compare.charts.style import SIZES
from compare.finding.facts import Facts
from compare.finding.titles import title_of

BOOKKEEPING = re.compile(r"\d+项|\d+地|印出|覆盖|有数值|可比的|indicators that|stated by|printed")
OF_OUTCOMES = re.compile(
    r"领先|落后|较优|较差|优于|不及|居首|居末|持平|最好|最优"
    r"|ahead of|behind|better than|worse than|level with|best of"
)


@pytest.fixture
def made(default_set, project):
    """Return the default set in both languages."""
    return [*default_set("zh"), *default_set("en")]


def test_titles_tell_of_education_and_not_of_the_data(made):
    titles = [chart.words.title for chart in made]
    assert len(titles) > 100
    assert not [title for title in titles if BOOKKEEPING.search(title)]


def test_a_target_is_never_said_to_lead_or_to_lag(made):
    of_targets = [
        chart.words.title for chart in made if set(chart.data.get("kind", [])) == {"target"}
    ]
    assert of_targets and not [title for title in of_targets if OF_OUTCOMES.search(title)]


def test_no_two_charts_of_a_form_and_a_subject_have_one_title(made):
    told = Counter((chart.lang, chart.form, chart.words.title) for chart in made)
    assert [title for title, times in told.items() if times > 1] == []


def test_a_title_takes_two_lines_and_names_six_at_most(made):
    for chart in made:
        size = SIZES[chart.size]
        width = size.width - 0.3
        lines = wrap(chart.words.title, width, size.text * 1.3, bold=True)
        assert len(lines) <= 2, chart.words.title
        assert max(chart.words.title.count("、"), chart.words.title.count(", ")) <= 5


def values_of(rows):
    """Return every number of some rows of a chart as observations: values, bounds and years."""
    stages = ("", "current_", "target_", "reference_")
    columns = [[f"{stage}{name}" for stage in stages] for name in ("value", "lo", "hi", "year")]
    told = {
        name: pd.concat([rows[column] for column in some if column in rows], ignore_index=True)
        for name, some in zip(("value", "lo", "hi", "year"), columns, strict=True)
    }
    return pd.DataFrame(told)


def test_every_number_of_a_title_is_in_the_rows_or_a_reference_of_them(made):
    limits = compare.evidence().benchmarks
    names = [*compare.table("indicators")["name_zh"], *compare.table("indicators")["name_en"]]
    for chart in made:
        beside = limits[limits["indicator"].isin(chart.data["indicator"])]
        known = sources_of(values_of(chart.data), beside)
        told = numbers(without_names(chart.words.title, names))
        assert [number for number in told if not is_known(number, known)] == [], chart.words.title


def test_titles_made_of_shared_facts_are_those_of_the_rows_alone(made):
    """What was compared once for all charts says nothing else than a chart by itself."""
    evidence = compare.evidence()
    for chart in made:
        if chart.form == "ranking" and chart.key.startswith(("ranking-balance", "ranking-public")):
            again = charts.ranking(chart.data, evidence=evidence, lang=chart.lang)
            assert again.words.title == chart.words.title
        if chart.key.startswith("path-balance"):
            again = charts.target_path(chart.data, evidence=evidence, lang=chart.lang)
            assert again.words.title == chart.words.title


def test_rows_without_a_finding_have_the_name_of_their_subject():
    alone = charts.ranking(compare.rankings(stated(one=1.0)))
    assert alone.words.title == "share（2030年现状）"
    assert title_of(stated(one=1.0)) is None


def test_a_part_of_facts_says_only_what_its_rows_say():
    rows = pd.concat([stated(one=1.0, other=3.0), stated("rate", one=9.0, other=2.0)])
    rows = rows.assign(kind="actual")
    whole = Facts(rows)
    share = rows[rows["indicator"] == "share"]
    assert title_of(share, facts=whole) == title_of(share) == "share：other比one高2（2030年）"
    assert title_of(rows, about="one", facts=whole) == title_of(rows, about="one")


def test_many_regions_are_not_listed():
    values = {f"r{place}": float(place) for place in range(9)}
    title = charts.ranking(compare.rankings(stated(**values))).words.title
    assert title == "share：r8最高，r0最低（2030年）"


NATION = re.compile(r"\bnational\b|standard for counties|全国|国家")


def words_below(chart):
    """Return all that a picture shows below its title."""
    texts = [text.get_text() for text in chart.figure().findobj(Text) if text.get_visible()]
    title = re.sub(r"\s", "", chart.words.title)
    return " ".join(text for text in texts if re.sub(r"\s", "", text) not in title)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "低于甲城区，高于丙城区、丁城区、戊城区"),
        ("en", "below 甲城区, above 丙城区, 丁城区 and 戊城区"),
    ],
)
def test_one_among_several_stands_below_some_and_above_others(lang, told):
    rates = zip("甲乙丙丁戊", (99.0, 98.0, 97.0, 96.0, 95.0), strict=True)
    rows = [("gross senior enrolment", f"{name}城区", 2024, "actual", rate) for name, rate in rates]
    frame = pd.DataFrame(rows, columns=["indicator", "region", "year", "kind", "value"])
    ranked = compare.rankings(frame.assign(unit="%"), direction="higher")
    title = charts.region_profile(ranked, "乙城区", lang=lang).words.title
    assert told in title and "之间" not in title and "between" not in title


def test_what_a_title_holds_a_value_against_is_in_the_picture(made):
    against = [chart for chart in made if NATION.search(chart.words.title)]
    forms = {"ranking", "region_profile", "small_multiples"}
    assert {chart.form for chart in against} >= forms
    missing = [chart.key for chart in against if not NATION.search(words_below(chart))]
    assert missing == []


def test_numbers_and_dates_of_documents_are_left_out_before_any_document(made):
    """A picture with many sources names each by its title; a page cites them in full."""
    many = [chart for chart in made if len(chart.words.source) > 300]
    assert len(many) > 5
    for chart in many:
        shown = words_below(chart).replace("\n", "")
        cut = shown.rstrip().endswith("…")
        assert not cut or "）》（20" not in shown, chart.key


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "2020年未到2025年目标的水平，进度快慢不能确定"),
     ("en", "not yet at the target for 2025 in 2020, pace not decided")],
)  # fmt: skip
def test_of_a_target_to_come_all_pictures_say_where_the_limits_lie(lang, words):
    frame = pd.DataFrame({
        "region": "C", "indicator": "share", "unit": "%", "direction": "higher",
        "year": [2015, 2020, 2025], "kind": ["actual", "actual", "target"],
        "comparator": ["estimate", "estimate", "="], "value": [60.0, 66.0, 75.0],
        "lo": [58.0, 64.0, 75.0], "hi": [62.0, 68.0, 75.0],
    })  # fmt: skip
    judged = compare.attainment(frame)
    made = [charts.attainment_board(judged, lang=lang), charts.bullet(judged, lang=lang),
            charts.target_path(frame, lang=lang)]  # fmt: skip
    assert all(words in chart.words.title for chart in made)
