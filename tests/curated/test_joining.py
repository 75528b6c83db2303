"""Own tables beside the documents: what somebody says is the same, and nothing else."""

import shutil

import polars as pl
import pytest
from click.testing import CliRunner

import compare
from compare.cli import main
from compare.curated.build import check
from compare.errors import UnknownValueError
from compare.sources.panel.description import write_description

TABLE = """县,2024年义务教育巩固率（%）,2025年义务教育巩固率（%）,2025年毛入园率（%）
象山县,99.8,100,95
平阳县,99.9,≥99.2,96
抚顺市,91,94.5,88
新县,90,91,92
"""
TOLD = {
    "direction": "higher",
    "wholes": [],
    "same_as": {"义务教育巩固率": "compulsory_retention"},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("own")
    (home / "out.csv").write_text(TABLE, encoding="utf-8")
    return write_description(home / "out.csv", home, "counties", "各县教育数据", TOLD)


@pytest.fixture
def both(project, folder):
    return compare.dataset(f"documents+{folder}")


@pytest.fixture
def alone(project, folder):
    return compare.dataset(folder)


def test_outcomes_of_a_table_judge_the_targets_of_plans(both):
    rows = both.observations(indicator="compulsory_retention")
    known = both.evidence()
    found = compare.attainment(rows, evidence=known).set_index("region")
    assert found.loc["xiangshan", "target_figure"] == "xiangshan-14fyp/063"
    assert found.loc["xiangshan", "outcome_figure"] == "counties/table!C2"
    assert known.name("region", "xiangshan", "zh") == "象山"
    assert both.region_slug("新县") == "新县"


def test_only_what_is_said_to_be_the_same_is(both):
    rows = both.observations()
    assert rows[rows["indicator"] == "毛入园率"]["document"].unique().tolist() == ["counties"]
    own = rows[rows["document"] == "counties"]
    assert set(own["indicator"]) == {"compulsory_retention", "毛入园率"}
    assert set(own["region"]) == {"xiangshan", "pingyang", "fushun", "新县"}
    assert own["region_zh"].notna().all()


def test_ends_are_those_of_the_project(both):
    rows = both.observations(indicator="compulsory_retention").set_index("figure")
    bound = rows.loc["counties/table!C3"]
    assert (bound["lo"], bound["hi"]) == (99.2, pytest.approx(float("nan"), nan_ok=True))


def test_of_what_both_state_the_table_counts(project, tmp_path):
    (tmp_path / "a.csv").write_text("县,巩固率2020（%）\n抚顺市,91.5\n新县,90\n", encoding="utf-8")
    told = {"direction": "higher", "same_as": {"巩固率": "compulsory_retention"}}
    folder = write_description(tmp_path / "a.csv", tmp_path, "a", "", told)
    data = compare.dataset(f"documents+{folder}")
    rows = data.observations(indicator="compulsory_retention", region="抚顺")
    assert rows[["use", "value"]].to_numpy().tolist() == [["superseded", 90.6], ["main", 91.5]]
    assert rows["superseded_by"].iloc[0] == "a/table!B2"


def test_coverage_has_each_region_and_indicator_once(both):
    covered = both.coverage()
    assert not covered.duplicated(["region", "indicator", "kind"]).any()
    row = covered[
        (covered["region"] == "fushun") & (covered["indicator"] == "compulsory_retention")
    ].set_index("kind")
    assert row.loc["actual", ["years", "documents", "n"]].tolist() == [
        "2020 2024 2025", "counties fushun-14fyp", 3,
    ]  # fmt: skip


def test_a_table_alone_is_held_to_the_nation_where_it_says_so(alone):
    assert set(alone.benchmarks()["indicator"]) == {"义务教育巩固率"}
    found = compare.findings(alone.observations(), about="新县", evidence=alone.evidence())
    nation = found[found["kind"] == "versus-reference"]
    assert set(nation["indicator"]) <= {"义务教育巩固率"}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"same_as": {"率": "retention"}}, "same_as of 率='retention' does not exist"),
        ({"same_as": {"x": "compulsory_retention"}}, "same_as='x' does not exist"),
        (
            {"unit": "人"},
            "率 has the unit '人', compulsory_retention has '%'; do: tell the unit '%'",
        ),
        ({"direction": "lower"}, "率 has the direction 'lower', compulsory_retention has 'higher'"),
    ],
)
def test_what_is_not_the_same_is_refused(project, tmp_path, told, said):
    path = tmp_path / "a.csv"
    path.write_text("县,率2020\n新县,90\n光山县,91\n", encoding="utf-8")
    plain = {"direction": "higher", "unit": "%", "same_as": {"率": "compulsory_retention"}}
    with pytest.raises(UnknownValueError) as raised:
        compare.dataset(compare.panel(path, **plain | told))
    assert said in str(raised.value)


def test_a_table_that_says_nothing_is_the_same_needs_no_documents(tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    shutil.rmtree(tmp_path / "data", ignore_errors=True)
    (tmp_path / "a.csv").write_text("县,率2020\n新县,90\n光山县,91\n", encoding="utf-8")
    data = compare.dataset(compare.panel(tmp_path / "a.csv", direction="higher"))
    assert data.benchmarks().empty


def imported(world, same, *options):
    path = world.root / "own.csv"
    path.write_text("county,completed 2020 (%)\nA,91\nB,92\n", encoding="utf-8")
    told = ("--yes", "--direction", "higher", "--same-as", f"completed={same}", *options)
    return CliRunner().invoke(main, ["import", str(path), *told])


def indicator_of(world, **facts):
    rows = pl.read_csv(world.raw / "definitions" / "indicators.csv").to_dicts()
    return next(
        row["indicator"] for row in rows if all(row[key] == word for key, word in facts.items())
    )


def test_an_indicator_that_the_project_has_not_is_refused_before_anything_is_written(world):
    key = indicator_of(world, unit="%", direction="higher")
    refused = imported(world, f"{key}_x")
    assert (refused.exit_code, (world.raw / "own").exists()) == (1, False)
    assert f"same_as of completed='{key}_x' does not exist. Did you mean '{key}'" in refused.stderr
    assert imported(world, key).exit_code == 0
    assert check(world) == []


def test_so_is_one_of_another_unit(world):
    refused = imported(world, indicator_of(world, unit="%", direction="higher"), "--unit", "人")
    assert (refused.exit_code, (world.raw / "own").exists()) == (1, False)
    assert "completed has the unit '人'" in refused.stderr


def test_check_sees_what_was_written_since(world):
    key = indicator_of(world, unit="%", direction="higher")
    imported(world, key)
    path = world.raw / "own" / "source.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines).replace(key, "nothing_such"), encoding="utf-8")
    (problem,) = check(world)
    row = next(n for n, line in enumerate(lines, 1) if line.endswith(key))
    assert (problem.file, problem.row, problem.column) == ("own/source.yml", row, "compare.same_as")
    assert "'nothing_such' does not exist" in problem.what


def test_check_sees_a_table_that_cannot_be_read(world):
    imported(world, indicator_of(world, unit="%", direction="higher"))
    (world.raw / "own" / "table.csv").write_text("county,rate 2020\nA,91\n", encoding="utf-8")
    (problem,) = check(world)
    assert problem.file == "own/source.yml" and "completed" in problem.what
