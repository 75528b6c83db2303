"""Divisions of before: what they are now, since when, and that the table holds together."""

import pytest

import compare
from compare.ledger.divisions import CODE, by_code
from compare.ledger.renamed import _all, what_became


@pytest.mark.parametrize(
    ("code", "name", "now"),
    [
        ("320323", "铜山县", ["铜山区 (320312)"]),
        (None, "奉化市", ["奉化区 (330213)"]),
        ("110103", None, ["东城区 (110101)"]),
        (None, "象山县", []),
        (None, None, []),
    ],
)
def test_a_division_of_before_is_told_by_code_or_name(code, name, now):
    assert [str(one) for one in what_became(code, name)] == now


def test_every_change_leads_from_one_division_to_another():
    for one in _all():
        assert CODE.fullmatch(one.code) and CODE.fullmatch(one.new_code)
        assert (one.code, one.name) != (one.new_code, one.new_name)
        assert one.year >= 2010
    old = {(one.code, one.name) for one in _all()}
    assert len(old) == len(_all())
    lasting = [
        one for one in _all() if one.year <= 2023 and (one.new_code, one.new_name) not in old
    ]
    known = {code: one.name for code, one in by_code().items()}
    assert sum(known.get(one.new_code) == one.new_name for one in lasting) >= len(lasting) - 5


def test_a_table_of_before_is_told_what_its_regions_are_now(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("县,巩固率2015\n铜山县,98\n象山县,99\n奉化市,97\n", encoding="utf-8")
    found = compare.panel(path, direction="higher").unmatched.set_index("region")
    assert found.loc["铜山县", ["why", "nearest"]].tolist() == [
        "renamed or merged in 2010", "铜山区 (320312)",
    ]  # fmt: skip
    assert found.loc["奉化市", "nearest"] == "奉化区 (330213)"
