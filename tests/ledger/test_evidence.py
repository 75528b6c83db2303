"""Evidence of one's own: a table may lack any column, and what lacks a name has its key."""

import pandas as pd

from compare.ledger.evidence import Evidence


def test_a_region_without_a_name_is_called_by_its_key():
    regions = pd.DataFrame({"region": ["jia", "yi"], "name_zh": ["甲县", None]})
    known = Evidence(regions=regions)
    assert [known.name("region", key, "zh") for key in ("jia", "yi")] == ["甲县", "yi"]
    assert known.name("region", "jia", "en") == "jia"


def test_indicators_of_several_figures_stand_once_and_in_the_order_of_the_figures():
    observations = pd.DataFrame(
        {
            "figure": ["d/1", "d/2", "d/2", "d/3"],
            "indicator": ["pupils", "schools", "areas", "pupils"],
        }
    ).assign(region="jia", comparability="same")
    known = Evidence(observations=observations)
    asked = ["d/2 d/3", None, "d/1", "d/9"]
    assert known.indicators_of_any(asked) == ["areas", "schools", "pupils"]
    assert Evidence().indicators_of_any(asked) == []


def test_of_a_figure_that_is_not_known_there_are_no_words():
    figures = pd.DataFrame({"figure": ["d/1", "d/2"], "quote": ["九成", "八成"]})
    known = Evidence(figures=figures)
    assert known.words_of("d/2")["quote"] == "八成"
    assert [known.words_of(one) for one in ("d/9", None, float("nan"))] == [{}, {}, {}]
