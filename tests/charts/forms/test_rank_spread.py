"""The rank spread: rank 1 stands at the left, for whoever is better by each direction."""

import pandas as pd
import pytest
from nobody import (
    DIRECTIONS,
    LANGUAGES,
    directed,
    marks_in,
    rows_of_axes,
    texts_of,
    without_project,
)

import compare
from compare.charts.forms.rank_spread import rank_spread
from compare.charts.style import region_looks
from compare.ledger.evidence import Evidence

AXIS = {"zh": "名次（1为最优）", "en": "rank (1 is best)"}


def stated(direction):
    values = {"low": 10.0, "middle": 20.0, "high": 50.0}
    parts = [
        directed(direction, **values).assign(indicator=name)
        for name in ("first", "second", "third")
    ]
    return pd.concat(parts).assign(floor=0.0, cap=100.0)


def spread(frame, lang="zh", evidence=None, **posts):
    tried = compare.composite_variants(frame, **posts)
    return rank_spread(compare.composite(frame, **posts), tried, evidence=evidence, lang=lang)


def marks_of(axes, regions):
    """Return the base rank of each region and its row."""
    looks = region_looks(Evidence(), regions)
    colours = {look.colour: region for region, look in looks.items()}
    marks = marks_in(axes, "outcome")
    return {
        colours[mark.get_markerfacecolor()]: (int(mark.get_xdata()[0]), int(mark.get_ydata()[0]))
        for mark in marks
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_best_stands_at_the_top_and_at_the_left(direction, lang):
    chart = spread(stated(direction), lang)
    order = ["high", "middle", "low"] if direction == "higher" else ["low", "middle", "high"]
    (axes,) = chart.figure().axes
    assert list(rows_of_axes(axes)) == order
    assert marks_of(axes, chart.data["region"]) == {
        region: (place + 1, place) for place, region in enumerate(order)
    }
    left, right = axes.get_xlim()
    assert left < 1 < 3 < right
    bottom, top = axes.get_ylim()
    assert top < 0 < bottom
    assert axes.get_xlabel() == AXIS[lang]


@pytest.mark.parametrize(
    ("direction", "lang", "said"),
    [
        ("higher", "zh", ["high第1，middle第2，low第3；", "high 基准第1，第1–1"]),
        ("lower", "zh", ["low第1，middle第2，high第3；", "low 基准第1，第1–1"]),
        ("higher", "en", ["high rank 1, middle rank 2, low rank 3;", "high base rank 1, 1–1"]),
        ("lower", "en", ["low rank 1, middle rank 2, high rank 3;", "low base rank 1, 1–1"]),
    ],
)
def test_the_alt_text_gives_the_ranks(direction, lang, said):
    alt = spread(stated(direction), lang).alt
    for part in said:
        assert part in alt


def test_a_frame_of_nobody_s_needs_no_evidence_and_no_project(monkeypatch, tmp_path):
    without_project(monkeypatch, tmp_path)
    chart = spread(stated("higher"))
    assert chart.png(dpi=50)
    assert chart.words.source == ""
    assert chart.about.regions == ("high", "middle", "low")
    assert {"high", "middle", "low"} <= set(texts_of(chart.figure()))


def test_ranks_that_move_are_told_and_drawn_from_the_first_to_the_last():
    rows = pd.concat([
        directed("higher", one=50.0, other=10.0).assign(indicator="first"),
        directed("higher", one=10.0, other=40.0).assign(indicator="second"),
    ]).assign(floor=0.0, cap=100.0)  # fmt: skip
    chart = spread(rows)
    assert "one 基准第1，第1–2" in chart.alt and "other 基准第2，第1–2" in chart.alt
    (axes,) = chart.figure().axes
    assert axes.get_xlim() == (0.5, 2.5) and list(axes.get_xticks()) == [1, 2]
    whole = (2.2 * axes.get_yticklabels()[0].get_fontsize()) ** 2  # circles of all variants
    assert [circles.get_sizes().sum() for circles in axes.collections] == pytest.approx([whole] * 2)


def test_counts_are_plural_where_there_are_several():
    index = compare.composite(stated("higher"))
    tried = compare.composite_variants(stated("higher"))
    assert ", 3 indicators; " in rank_spread(index, tried, lang="en").words.subtitle
    alone = rank_spread(index.assign(indicators=1, variants=1), tried, lang="en").words.subtitle
    assert ", 1 indicator; 1 variant of weights" in alone


def test_a_composite_names_its_cautions_and_sources(project):
    evidence = compare.evidence()
    aligned = compare.align(compare.observations(), year=2020, kind="actual", evidence=evidence)
    posts = {"compulsory_retention": (0, 100)}  # a rate that may pass a hundred has no cap
    words = spread(aligned, evidence=evidence, goalposts=posts).words
    assert "仅浙江的评定：平阳、象山" in words.note
    assert words.source.startswith("来源：《")


def test_its_source_is_what_states_the_values_that_are_scored():
    frame = stated("higher")
    frame["figure"] = [f"{region}-plan/{place}" for place, region in enumerate(frame["region"])]
    refused = frame["region"].eq("low") & frame["indicator"].ne("first")
    known = Evidence(
        documents=pd.DataFrame(
            {"document": [f"{region}-{kind}" for region in ("low", "middle", "high")
                          for kind in ("plan", "list")]}
        ).assign(region=lambda rows: rows["document"].str.split("-").str[0],
                 title=lambda rows: rows["document"])
    )  # fmt: skip
    index = compare.composite(frame[~refused])
    of_middle = index.set_index("region")["figures"]["middle"].split()
    assert of_middle == list(frame.loc[frame["region"] == "middle", "figure"])
    assert index.set_index("region")["figures"]["low"] == ""
    tried = compare.composite_variants(frame[~refused])
    source = rank_spread(index, tried, evidence=known, lang="en").words.source
    assert all(name in source for name in ("middle-plan", "high-plan"))
    assert "list" not in source and "low" not in source
