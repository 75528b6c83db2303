"""Rows never vanish: whoever stands in a frame has a row in what is made of it."""

import pandas as pd
import polars as pl
import pytest
from comparing import KINDS, as_kind, as_polars, by, columns, known_regions, moment_of, records
from hypothesis import given
from hypothesis import strategies as st
from trying import tried

import compare

NAMES = st.sampled_from(
    ["fushun", "Fushun", "抚顺", "x", "X x", "-", "0", "a;b", "a'b", 'a"b', "ß", "新区", "nan"]
)
CELLS = st.fixed_dictionaries(
    {
        "region": NAMES,
        "indicator": st.sampled_from(["share", "rate"]),
        "year": st.sampled_from([2020, 2021]),
        "lo": st.sampled_from([0.0, 1.0, 2.5, None]),
        "region_zh": st.sampled_from(["抚顺", "别处", None]),
    }
)
FRAMES = st.lists(
    CELLS,
    min_size=1,
    max_size=8,
    unique_by=lambda row: (row["region"], row["indicator"], row["year"]),
)
ASKED = st.lists(NAMES, max_size=3, unique=True)
EVIDENCE = st.sampled_from([None, known_regions("fushun", "ningbo"), known_regions()])


def observed(rows):
    """Return rows as observations, whose names of regions are whatever somebody wrote."""
    names = pl.Series("region_zh", [row.pop("region_zh") for row in rows], dtype=pl.String)
    return moment_of(rows).with_columns(names)


@pytest.mark.parametrize("kind", KINDS)
@tried(6)
@given(rows=FRAMES, evidence=EVIDENCE, asked=st.none() | ASKED)
def test_every_region_of_a_frame_has_its_rows(kind, rows, evidence, asked):
    wanted = {(row["region"], row["indicator"], row["year"]): row["lo"] for row in rows}
    frame = as_kind(observed([dict(row) for row in rows]), kind)
    regions = (
        None if asked is None else pl.DataFrame({"region": asked}, schema={"region": pl.String})
    )
    aligned = compare.align(frame, regions=regions, evidence=evidence)
    found = by(aligned, "region", "indicator", "year")
    for key, number in wanted.items():
        assert found[key]["lo"] == number
        assert (found[key]["status"] == "observed") == (number is not None)  # or it is a blank
    also = set(
        asked if asked is not None else [] if evidence is None else evidence.regions["region"]
    )
    assert {key[0] for key in found} == {row["region"] for row in rows} | also
    for result in (
        compare.rankings(aligned),
        compare.gaps(aligned),
        compare.gaps(aligned, to="mean"),
    ):
        assert set(by(result, "region", "indicator", "year")) == set(found)


def test_a_row_for_a_new_region_is_kept_and_ranked_and_changes_nothing_else(project):
    curated = compare.observations(indicator="balance_junior")
    row = {**curated.iloc[0].to_dict(), "region": "newtown", "region_zh": "新城", "parent": None}
    row |= {"kind": "target", "year": 2025, "value": 0.2, "lo": 0.2, "hi": 0.2, "use": "main"}
    row |= {"adcode": "990101", "region_en": "Newtown", "level": "county", "scope": "region"}
    row |= {"figure": "own/1", "comparability": "exact", "approximate": False}
    appended = pd.concat([curated, pd.DataFrame([row])], ignore_index=True)
    known = compare.evidence()
    options = {"year": 2025, "kind": "target", "evidence": known}
    before, after = (by(compare.align(f, **options), "region") for f in (curated, appended))
    assert set(after) == {*before, "newtown"}
    assert {name: after[name] for name in before} == before
    assert (after["newtown"]["status"], after["newtown"]["region_zh"]) == ("observed", "新城")
    ranks = by(compare.rankings(compare.align(appended, **options)), "region")
    assert ranks["newtown"]["rank"] == 1
    assert ranks["newtown"]["of"] == ranks["pingyang"]["of"] == 3
    gaps = by(compare.gaps(compare.align(appended, **options), to="新城"), "region")
    assert gaps["pingyang"]["gap"] == pytest.approx(0.03)


def test_nothing_is_read_without_evidence(monkeypatch, tmp_path):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path / "nowhere"))
    frame = moment_of([{"region": "a", "lo": 1.0}, {"region": "b", "lo": 2.0}])
    aligned = compare.align(frame)
    assert len(records(compare.gaps(aligned, to="b"))) == 2
    assert len(records(compare.rankings(aligned))) == 2
    assert columns(as_polars(compare.progress(frame.with_columns(kind=pl.lit("actual")))))
