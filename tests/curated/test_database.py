import shutil

import duckdb
import pandas as pd
import polars as pl
import pytest

import compare
from compare.curated.build import TABLES, build
from compare.errors import NotBuiltError, StaleDataWarning, UnknownValueError
from compare.relations import as_frame

FRAMES = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "duckdb": duckdb.DuckDBPyRelation}


def rows(frame):
    """Return a frame of any kind as its columns and rows, with None where a value is absent."""
    if isinstance(frame, pl.DataFrame):
        return frame.columns, frame.rows()
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return frame.columns, frame.fetchall()
    absent = frame.astype(object).where(frame.notna(), None)
    return list(frame.columns), list(absent.itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "name",
    ["luting", "鹭汀", "鹭汀县", "Luting", "LUTING", "170225", 170225],
)
def test_a_region_is_known_by_each_of_its_names_in_any_case(seen_world, name):
    assert compare.region_slug(name) == "luting"
    assert set(compare.observations(region=name)["region"]) == {"luting"}


@pytest.mark.parametrize("alias", ["Clear Bay", "clear bay", "澄湾地区"])
def test_a_region_is_known_by_its_aliases(seen_world, alias):
    assert compare.region_slug(alias) == "chengwan"


@pytest.mark.parametrize("name", ["", "lutin", "鹭", "17022", "Clear", "Clear Bay|澄湾地区"])
def test_a_part_of_a_name_is_no_name(seen_world, name):
    with pytest.raises(UnknownValueError):
        compare.region_slug(name)


def test_an_alias_left_empty_names_nothing(world, tamper):
    tamper(world, "definitions/regions.csv", "Clear Bay|澄湾地区", "Clear Bay|")
    build(world)
    assert compare.region_slug("Clear Bay") == "chengwan"
    with pytest.raises(UnknownValueError):
        compare.region_slug("")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"region": "lutin"}, "region='lutin' does not exist. Did you mean 'luting'?"),
        ({"region": "朔岭县"}, "region='朔岭县' does not exist. Did you mean '朔岭'?"),
        ({"theme": "enrollment"}, "theme='enrollment' does not exist. Did you mean 'enrolment'?"),
        ({"indicator": "school_gaps"}, "Did you mean 'school_gap'?"),
        ({"kind": "targets"}, "Did you mean 'target'? Known values: actual, target."),
        ({"frame": "panda"}, "Did you mean 'pandas'? Known values: duckdb, pandas, polars."),
    ],
)
def test_an_unknown_value_is_answered_with_the_nearest_spelling(seen_world, arguments, said):
    with pytest.raises(UnknownValueError) as error:
        compare.observations(**arguments)
    assert said in str(error.value)


def test_an_unknown_region_lists_all_regions(seen_world):
    with pytest.raises(UnknownValueError) as error:
        compare.region_slug("zzz")
    for name in ("chengwan", "澄湾", "luting", "鹭汀", "shadu", "沙渡", "shuoling", "朔岭"):
        assert name in str(error.value)


def test_an_unknown_table_is_answered_with_those_that_exist(seen_world):
    with pytest.raises(UnknownValueError) as error:
        compare.table("figure")
    assert "Did you mean 'figures'?" in str(error.value)


@pytest.mark.parametrize(
    ("arguments", "figures"),
    [
        ({"theme": "finance"}, ["chengwan-2024-points/005", "luting-plan/004"]),
        ({"indicator": "balanced_year"}, ["luting-plan/006"]),
        ({"region": "朔岭", "kind": "actual"}, ["shuoling-plan/001", "shuoling-plan/002"]),
        ({"year": 2020, "indicator": "school_gap"}, ["luting-plan/005"]),
        ({"year": 1999}, []),
        ({"region": "shadu"}, []),
    ],
)
def test_observations_are_filtered_by_each_argument(seen_world, arguments, figures):
    for frame in FRAMES:
        columns, found = rows(compare.observations(**arguments, frame=frame))
        assert sorted(row[columns.index("figure")] for row in found) == figures


def test_observations_carry_what_comparisons_and_readers_need(seen_world):
    (row,) = compare.observations(region="luting", indicator="school_gap", kind="target").to_dict(
        "records"
    )
    expected = {
        "theme": "balance",
        "direction": "lower",
        "indicator_zh": "小学校际差异系数",
        "indicator_en": "Variation between primary schools",
        "region_zh": "鹭汀",
        "region_en": "Luting",
        "level": "county",
        "parent": "chengwan",
        "province": "东湖",
        "quote": "小学校际差异系数控制在0.35以内",
        "printed": "0.35",
        "rankable": True,
        "floor": 0,
    }
    assert {name: row[name] for name in expected} == expected


def test_the_three_kinds_of_frame_agree(seen_world):
    calls = [compare.observations, compare.coverage, compare.describe]
    calls += [lambda frame, name=name: compare.table(name, frame=frame) for name in TABLES]
    for call in calls:
        frames = {frame: call(frame=frame) for frame in FRAMES}
        for frame, kind in FRAMES.items():
            assert isinstance(frames[frame], kind)
        expected = rows(frames["duckdb"])
        assert expected[1]
        dated = [[str(cell)[:10] for cell in row] for row in expected[1]]
        for frame in ("pandas", "polars"):
            columns, found = rows(frames[frame])
            assert columns == expected[0]
            assert [[str(cell)[:10] for cell in row] for row in found] == dated


def test_as_frame_lists_the_kinds_that_exist(seen_world):
    with pytest.raises(UnknownValueError):
        as_frame(compare.connect().sql("SELECT 1"), "arrow")


STATUS = {
    ("chengwan", "school_enrolment", "target"): ("only-proxy", "2024", 1),
    ("chengwan", "school_gap", "target"): ("observed", "2024", 1),
    ("chengwan", "star_schools", "target"): ("observed", "2024", 1),
    ("chengwan", "balanced_counties", "target"): ("observed", "2024", 1),
    ("chengwan", "new_places", "target"): ("observed", "2024", 1),
    ("luting", "school_enrolment", "actual"): ("observed", "2020", 2),
    ("luting", "senior_gross", "actual"): ("observed", "2020", 1),
    ("luting", "new_places", "actual"): ("observed", "2020", 1),
    ("luting", "school_gap", "actual"): ("observed", "2020", 1),
    ("luting", "balanced_year", "target"): ("observed", "2024", 1),
    ("luting", "school_enrolment", "target"): ("observed", "2025", 1),
    ("luting", "senior_gross", "target"): ("observed", "2025", 1),
    ("luting", "school_gap", "target"): ("observed", "2025", 1),
    ("luting", "star_schools", "target"): ("observed", "2025", 1),
    ("shuoling", "school_enrolment", "actual"): ("observed", "2020", 1),
    ("shuoling", "senior_gross", "actual"): ("observed", "2020", 1),
    ("shuoling", "school_enrolment", "target"): ("observed", "2025", 1),
    ("shuoling", "senior_gross", "target"): ("observed", "2025", 1),
}
NOT_APPLICABLE = {
    ("shuoling", "star_schools"),  # a scheme of the other province
    ("chengwan", "balanced_year"),  # counties only
    ("shuoling", "balanced_year"),
    ("luting", "balanced_counties"),  # prefecture cities only
    ("shadu", "balanced_counties"),
}


def test_coverage_of_the_world_as_worked_out_by_hand(seen_world):
    found = {
        (row["region"], row["indicator"], row["kind"]): (row["status"], row["years"], row["n"])
        for row in compare.coverage(frame="polars").to_dicts()
    }
    assert len(found) == 4 * 7 * 2
    expected = {
        key: STATUS.get(
            key, ("not-applicable" if key[:2] in NOT_APPLICABLE else "not-in-text", None, 0)
        )
        for key in found
    }
    assert found == expected
    assert set(STATUS) <= set(found)


def test_not_applicable_is_neither_missing_nor_observed(project):
    frame = compare.coverage()
    foreign = frame[frame["status"] == "not-applicable"]
    assert set(foreign["n"]) == {0}
    assert {"fushun"} == set(
        foreign.loc[foreign["indicator"] == "graded_kindergartens_share", "region"]
    )


def test_the_code_book_describes_every_column_of_every_table(seen_world):
    book = compare.describe()
    assert set(book["table"]) == {*TABLES, "coverage", "build"}
    assert [row for row in book.itertuples() if not str(row.comment or "").strip()] == []
    assert not book["comment"].isna().any()
    for name in TABLES:
        described = book.loc[book["table"] == name, "column"].tolist()
        assert described == list(compare.table(name).columns)


def test_the_data_version_is_that_of_the_build(world):
    assert compare.build().data_version == compare.data_version()


def test_the_connection_is_read_only(seen_world):
    con = compare.connect()
    for statement in ("DELETE FROM figures", "CREATE TABLE more (i INTEGER)", "DROP VIEW coverage"):
        with pytest.raises(duckdb.Error, match="read-only"):
            con.execute(statement)
    assert con.execute("SELECT count(*) FROM figures").fetchall() == [(22,)]


def test_before_a_build_the_message_says_to_build(world):
    for call in (compare.observations, compare.coverage, compare.describe, compare.data_version):
        with pytest.raises(NotBuiltError) as error:
            call()
        assert str(world.database) in str(error.value)
        assert "compare-regions build" in str(error.value)


@pytest.mark.parametrize("data", [b"", b"no database" * 1000])
def test_a_database_that_cannot_be_read_is_told_so(world, data):
    world.curated.mkdir()
    world.database.write_bytes(data)
    with pytest.raises(NotBuiltError, match="is no database that can be read here") as error:
        compare.connect()
    assert "run `compare-regions build`" in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_a_database_of_another_version_is_told_so(built_world):
    for statement, said in (
        ("UPDATE build SET value = 'older' WHERE name = 'schema'", "another version"),
        ("DELETE FROM build WHERE name = 'schema'", "another version"),
        ("DROP TABLE build", "no database that can be read here"),
    ):
        changed = built_world.database.with_name("changed")
        shutil.copy(built_world.database, changed)
        with duckdb.connect(str(changed)) as con:
            con.execute(statement)
        changed.replace(built_world.database)
        with pytest.raises(NotBuiltError, match=said) as error:
            compare.observations()
        assert str(built_world.database) in str(error.value)
    compare.build()
    assert len(compare.observations()) == 19


def test_a_reader_is_warned_once_that_what_was_typed_has_changed(built_world, tamper):
    tamper(built_world, "definitions/regions.csv", "沙渡,", "沙渡渡,")
    with pytest.warns(StaleDataWarning, match="run `compare-regions build`"):
        compare.connect()
    compare.connect()  # said once
    compare.build()
    tamper(built_world, "definitions/regions.csv", "沙渡渡,", "沙渡,")
    with pytest.warns(StaleDataWarning):
        compare.observations()


def test_a_project_whose_folder_has_a_quote_in_its_name_can_be_read(world, monkeypatch):
    home = world.root.rename(world.root.with_name("the teacher's world"))
    monkeypatch.setenv("COMPARE_HOME", str(home))
    monkeypatch.setenv("COMPARE_DOCUMENTS", str(home / "texts"))
    compare.build()
    assert len(compare.table("figures")) == 22


@pytest.mark.parametrize("noise", [" {}", "{}\u3000", "{}\u200b"])
def test_names_are_found_whatever_blanks_they_are_typed_with(seen_world, noise):
    assert compare.region_slug(noise.format("luting")) == "luting"
    clean = compare.observations(indicator="star_schools", kind="target")
    found = compare.observations(
        indicator=noise.format("star_schools"), kind=noise.format("target")
    )
    assert len(clean) > 0 and found.equals(clean)


def test_evidence_is_of_the_last_build_and_has_nothing_that_somebody_wrote(built_world):
    for name in compare.evidence().__dataclass_fields__:
        table = getattr(compare.evidence(), name)
        table.iloc[:, 0] = "written"
        assert "written" not in set(getattr(compare.evidence(), name).iloc[:, 0])
    path = built_world.raw / "definitions" / "regions.csv"
    path.write_text(path.read_text("utf-8").replace("沙渡", "沙渡渡"), encoding="utf-8")
    build(built_world)
    assert "沙渡渡" in set(compare.evidence().regions["name_zh"])


RETENTION = ("九年义务教育巩固率", "Nine-year compulsory-education retention RATE")


@pytest.mark.parametrize("name", RETENTION)
def test_an_indicator_is_asked_for_by_its_names(project, name):
    expected = compare.observations(indicator="compulsory_retention")["figure"].tolist()
    assert compare.observations(indicator=name)["figure"].tolist() == expected


def test_a_theme_is_asked_for_by_its_names(project):
    counts = {len(compare.coverage(theme=one)) for one in ("enrolment", "入学普及", "Enrolment")}
    assert len(counts) == 1


NAMES = ["x'; DROP TABLE figures; --", 'x" OR 1=1 --', "figures; SELECT 1"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_never_a_command(seen_world, name):
    for ask in (
        compare.table,
        compare.trace,
        lambda name: compare.observations(region=name),
        lambda name: compare.observations(indicator=name),
    ):
        with pytest.raises(UnknownValueError, match="does not exist"):
            ask(name)
    assert len(compare.observations()) == 19
