"""The official list: codes, names, levels, and short names over the whole of it."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from compare.ledger import divisions
from compare.ledger.divisions import CODE, PROVINCES, by_code, containing_code, named, short_name


def the(name: str, parent: str = "") -> divisions.Division:
    (found,) = named(name, parent)
    return found


def test_the_list_is_whole() -> None:
    found = by_code()
    levels = Counter(division.level for division in found.values())
    assert levels["province"] == len(PROVINCES) == 34
    assert levels["prefecture-city"] == 333
    assert sum(levels.values()) == 3341
    assert all(CODE.fullmatch(code) for code in found)
    assert not {"市辖区", "县", "省直辖县级行政区划"} & {d.name for d in found.values()}


def test_each_lies_in_one_that_the_list_has() -> None:
    for code, division in by_code().items():
        above = containing_code(code)
        assert (division.above is None) == (division.level == "province")
        assert above == "" or above in by_code(), division
        assert code[:2] in PROVINCES


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("景宁畲族自治县", "景宁"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("和布克赛尔蒙古自治县", "和布克赛尔"),
        ("龙胜各族自治县", "龙胜"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("莫力达瓦达斡尔族自治旗", "莫力达瓦"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("梅里斯达斡尔族区", "梅里斯"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("六枝特区", "六枝"),
        ("神农架林区", "神农架"),
        ("万柏林区", "万柏林"),
        ("浦东新区", "浦东"),
        ("阿克苏地区", "阿克苏"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("赵县", "赵县"),
        ("正镶白旗", "正镶白旗"),
        ("土默特左旗", "土默特左旗"),
        ("苏州工业园区", "苏州工业园区"),
        ("下花园区", "下花园"),
        ("青岚县", "青岚"),
    ],
)
def test_a_short_name_is_the_name_without_its_kind(full: str, short: str) -> None:
    assert short_name(full) == short


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("抚顺市", "抚顺"),
        ("抚顺县", "抚顺县"),
        ("海南藏族自治州", "海南州"),
        ("河南蒙古族自治县", "河南县"),
        ("大理白族自治州", "大理"),
        ("大理市", "大理市"),
        ("象山县", "象山"),
        ("象山区", "象山区"),
        ("滨海新区", "滨海新区"),
    ],
)
def test_a_shared_short_name_is_that_of_the_highest(full: str, short: str) -> None:
    assert the(full).short_name == short


def test_no_two_divisions_are_called_the_same_but_by_their_full_names() -> None:
    called = defaultdict(list)
    for division in by_code().values():
        called[division.short_name].append(division)
        assert division.name.startswith(division.short_name[:2])
        assert "自治" not in division.short_name
    shared = [found for found in called.values() if len(found) > 1]
    assert all(len({division.name for division in found}) == 1 for found in shared)
    assert all(found[0].short_name == found[0].name for found in shared)


def test_namesakes_are_told_apart_by_what_they_lie_in() -> None:
    assert len(named("鼓楼区")) == 4
    assert the("鼓楼区", "南京市").adcode == "320106"
    assert the("鼓楼区", "福建省").adcode == "350102"
    assert named("青岚县") == ()


@pytest.mark.parametrize("code", ["３３０２２５", "33022５", "033022", "33022", "3302255"])
def test_digits_are_ascii(code: str) -> None:
    assert CODE.fullmatch(code) is None
