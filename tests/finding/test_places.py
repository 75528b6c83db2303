"""Places: what the regions of a page are, in a line for readers from elsewhere."""

import pytest

import compare
from compare.finding.places import places
from compare.ledger.evidence import Evidence


@pytest.mark.parametrize(
    ("keys", "zh", "en"),
    [
        (
            ["fushun", "ningbo", "quzhou"],
            "抚顺为辽宁的地级市；宁波、衢州为浙江的地级市。",
            "Fushun is a prefecture-level city in Liaoning; Ningbo and Quzhou are prefecture-level "
            "cities in Zhejiang.",
        ),
        (
            ["xiangshan", "pingyang"],
            "平阳为浙江的县；象山为宁波所辖县。",
            "Pingyang is a county in Zhejiang; Xiangshan is a county of Ningbo.",
        ),
        (
            ["xiangshan", "ningbo"],
            "宁波为浙江的地级市；象山为宁波所辖县。",
            "Ningbo is a prefecture-level city in Zhejiang; Xiangshan is a county of Ningbo.",
        ),
        (
            ["ningbo"],
            "宁波为浙江的地级市。",
            "Ningbo is a prefecture-level city in Zhejiang.",
        ),
        ([], "", ""),
        (["ningbo", "elsewhere"], "", ""),
    ],
)
def test_level_province_and_whole_are_said(project, keys, zh, en):
    known = compare.evidence()
    assert places(keys, known, "zh") == zh
    assert places(keys, known, "en") == en


def test_of_regions_that_nobody_knows_nothing_is_said():
    assert places(["a", "b"], Evidence(), "zh") == ""
