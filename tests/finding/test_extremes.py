"""Who is the best or the last of many, and who may be; by a count of every pair."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.finding.extremes import FEW, Extreme, extremes


def _contest(*intervals: tuple[float | None, float | None], **more: object) -> pd.DataFrame:
    rows = [
        {
            "region": f"r{place}", "region_en": f"r{place}", "lo": lo, "hi": hi,
            "lo_open": False, "hi_open": False, "rank": None,
            "value": lo if lo == hi else None, **more,
        }
        for place, (lo, hi) in enumerate(intervals)
    ]  # fmt: skip
    return pd.DataFrame(rows).astype({"lo": float, "hi": float, "value": float, "rank": float})


def _ends(contest: pd.DataFrame, direction: str = "higher") -> tuple[Extreme, Extreme]:
    return extremes(contest, direction, lambda rows: rows.to_dict("records"))


def _of(end: Extreme) -> tuple[set[str], str]:
    return {row["region"] for row in end.rows}, end.state


def test_a_number_above_all_is_the_best_for_certain() -> None:
    best, last = _ends(_contest((96, 96), (90, 90), (87, 87)))
    assert (_of(best), _of(last)) == (({"r0"}, "sure"), ({"r2"}, "sure"))


def test_where_less_is_better_the_ends_change_places() -> None:
    best, last = _ends(_contest((96, 96), (90, 90), (87, 87)), "lower")
    assert (_of(best), _of(last)) == (({"r2"}, "sure"), ({"r0"}, "sure"))


def test_a_bound_below_the_best_number_may_be_above_it() -> None:
    best, last = _ends(_contest((96, 96), (90, None), (87, 87)))
    assert (_of(best), _of(last)) == (({"r0", "r1"}, "either"), ({"r2"}, "sure"))


def test_what_an_open_end_leaves_out_is_left_out() -> None:
    contest = _contest((70, 90), (90, None), (80, 80))
    assert _of(_ends(contest)[0]) == ({"r0", "r1"}, "either")
    contest.loc[0, "hi_open"] = True  # less than 90
    assert _of(_ends(contest)[0]) == ({"r1"}, "sure")
    above = _contest((90, None), (90, 90), (80, 80))
    assert _of(_ends(above)[0]) == ({"r0", "r1"}, "either")
    above.loc[0, "lo_open"] = True  # more than 90
    assert _of(_ends(above)[0]) == ({"r0"}, "sure")


def test_those_of_one_number_are_all_the_best_and_those_of_one_bound_are_not() -> None:
    assert _of(_ends(_contest((99, 99), (99, 99), (80, 80)))[0]) == ({"r0", "r1"}, "sure")
    assert _of(_ends(_contest((99, None), (99, None), (80, 80)))[0]) == ({"r0", "r1"}, "either")


def test_whom_nobody_can_pass_is_the_best_whoever_may_be_level() -> None:
    best, _ = _ends(_contest((100, 100), (98, 100), (100, 100), (90, 90)))
    assert _of(best) == ({"r0", "r2"}, "sure")


def test_of_more_than_a_few_the_one_of_the_best_assured_number_is_told() -> None:
    many = [(90.0 + place, None) for place in range(FEW + 1)]
    best, last = _ends(_contest(*many))
    assert (_of(best), _of(last)) == (({f"r{FEW}"}, "open"), ({"r0"}, "open"))


def test_estimates_keep_their_own_order() -> None:
    contest = _contest((88, 91), (94, 98), (92, 96)).assign(value=[90, 96, 94], rank=[3, 1, 2])
    best, last = _ends(contest)
    assert (_of(best), _of(last)) == (({"r1"}, "open"), ({"r0"}, "sure"))


_ends_of_values = st.integers(0, 4)
_intervals = st.tuples(
    _ends_of_values, _ends_of_values, st.booleans(), st.booleans(), st.booleans()
)


@given(st.lists(_intervals, min_size=2, max_size=7), st.sampled_from(["higher", "lower"]))
def test_whoever_nobody_is_above_may_be_the_best(
    drawn: list[tuple[int, int, bool, bool, bool]], direction: str
) -> None:
    contest = _contest(*[(min(a, b), max(a, b)) for a, b, *_ in drawn])
    contest["lo_open"] = [low and a != b for a, b, low, _, _ in drawn]
    contest["hi_open"] = [high and a != b for a, b, _, high, _ in drawn]
    endless = [more and a != b for a, b, *_, more in drawn]
    contest.loc[endless, "hi"] = None

    def is_above(one: pd.Series, other: pd.Series) -> bool:
        """Tell whether no value of one is as low as any of the other."""
        if pd.isna(other["hi"]):
            return False
        touching = one["lo"] == other["hi"] and (one["lo_open"] or other["hi_open"])
        return bool(one["lo"] > other["hi"] or touching)

    def is_better(one: pd.Series, other: pd.Series, *, up: bool) -> bool:
        """Tell whether one may be beyond the other."""
        if one["region"] == other["region"]:
            return False
        best, least = (one["hi"], other["lo"]) if up else (other["hi"], one["lo"])
        return bool(pd.isna(best) or best > least)

    rows = [row for _, row in contest.iterrows()]
    up = {row["region"] for row in rows if not any(is_above(other, row) for other in rows)}
    down = {row["region"] for row in rows if not any(is_above(row, other) for other in rows)}
    wanted = (up, down) if direction == "higher" else (down, up)
    for end, expected in zip(_ends(contest, direction), wanted, strict=True):
        told = {row["region"] for row in end.rows}
        if end.state == "sure":
            at_best = [sure for sure in rows if sure["region"] in told]
            assert told <= expected and not any(
                is_better(other, sure, up=expected is up) for other in rows for sure in at_best
            )
        else:
            assert told == expected or (end.state == "open" and told < expected)


_MANY = pd.DataFrame(
    {
        "region": list("ABCDEFG"), "indicator": "x", "year": 2023, "unit": "%",
        "lo": [0, 4.9, 4, 2.8, 0.7, 6.1, 3.1], "hi": [1, 4.9, 4, 2.8, 0.7, 6.1, 3.1],
        "direction": "lower",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("about", "zh", "en"),
    [
        (
            None,
            "A（0–1%）或E（0.7%）最低，F最高（6.1%）",
            "lowest in A (0–1%) or E (0.7%) and highest",
        ),
        (
            "G",
            "列第4，最优为A（0–1%）或E（0.7%）",
            "place 4 of 7 comparable regions; the best was A",
        ),
        ("E", "列第1–2，与A（0–1%）孰优不能确定", "which cannot be ranked against A (0–1%)"),
    ],
)
def test_a_sentence_names_nobody_the_best_who_may_not_be(about: str, zh: str, en: str) -> None:
    said = compare.findings(_MANY, about=about)
    assert zh in said["sentence_zh"].iloc[0]
    assert en in said["sentence_en"].iloc[0]


@pytest.mark.parametrize(
    ("values", "about", "sentence"),
    [
        ([100] * 7, None, "In 2023, the x was 100% in A, B and others (7 in all)."),
        ([99, 99, 1, 2, 3, 4, 5], "A", "place 1 of 7 comparable regions, level with B."),
        ([99, 98, 1, 2, 3, 4, 5], "A", "place 1 of 7 comparable regions."),
        ([99, 99, 1, 2, 3, 4, 5], "C", "the best was A and B (99%)."),
    ],
)
def test_those_who_are_level_are_all_named(values: list[int], about: str, sentence: str) -> None:
    said = compare.findings(_MANY.assign(lo=values, hi=values, direction="higher"), about=about)
    assert said["sentence_en"].iloc[0].endswith(sentence)


def test_of_bounds_that_are_alike_nothing_is_the_highest() -> None:
    alike = _MANY.assign(lo=90, hi=None, direction="higher")
    assert (
        compare.findings(alike)["sentence_en"]
        .iloc[0]
        .endswith("≥90% in A, B and others (7 in all); which is higher cannot be determined.")
    )
    assert (
        "which was the best cannot be determined"
        in (compare.findings(alike, about="A")["sentence_en"].iloc[0])
    )


def test_only_the_end_that_is_open_is_said_to_be() -> None:
    bounds = _MANY.assign(
        lo=[90, 91, 92, 93, 94, 95, 80.0], hi=[None] * 6 + [80], direction="higher"
    )
    said = compare.findings(bounds)["sentence_en"].iloc[0]
    assert "highest in F (≥95%) and lowest in G (80%)" in said
    assert said.endswith("so that others may be the highest.")
