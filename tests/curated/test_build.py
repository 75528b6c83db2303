"""The build: same input, same bytes; killed or broken, the last good one stays."""

import itertools
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from compare.curated import build as building
from compare.curated.build import SORT_KEYS, TABLES, build
from compare.curated.database import connect
from compare.project import Project

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("knowing")
CSVS = [*TABLES, "coverage"]

# A small server that has imported everything and touched nothing: each line it reads, a
# delay in seconds or a place in the code, and whose build it is, forks a build that is killed
# with SIGKILL there; or so many builders at once, of which none is killed.
KILLER = """
import os, pathlib, signal, sys, time, traceback, warnings
import compare.curated.build as module

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def at_call(function, number):
    def counted(*arguments, **options):
        counted.calls += 1
        return die() if counted.calls == number else function(*arguments, **options)
    counted.calls = 0
    return counted

def begun(place, number, home):
    child = os.fork()
    if child:
        return child
    os.environ.update(COMPARE_HOME=home, COMPARE_DOCUMENTS=home + "/texts")
    warnings.simplefilter("error")
    if place == "insert":
        module._insert = at_call(module._insert, int(number))
    if place == "replace":
        pathlib.Path.replace = at_call(pathlib.Path.replace, int(number))
    try:
        for _ in range(3 if place == "at-once" else 1):
            module.build()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)

for line in sys.stdin:
    place, number, home = line.split()
    started = time.monotonic()
    builders = range(int(number) if place == "at-once" else 1)
    children = [begun(place, number, home) for _ in builders]
    if place == "after":
        time.sleep(float(number))
        os.kill(children[0], signal.SIGKILL)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    print(max(codes, key=abs), time.monotonic() - started, flush=True)
"""


class Killer:
    """Builds in a process of their own, killed where told."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", KILLER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def build(self, project: Project, place: str, number: float) -> tuple[bool, float]:
        """Return whether the build was killed, and how long it ran."""
        self.process.stdin.write(f"{place} {number} {project.root}\n")
        self.process.stdin.flush()
        code, seconds = self.process.stdout.readline().split()
        assert int(code) in (0, -signal.SIGKILL)
        return int(code) != 0, float(seconds)


@pytest.fixture(scope="module")
def killer():
    killer = Killer()
    yield killer
    killer.process.communicate(timeout=30)


def change(project: Project) -> None:
    """Change the raw data so that the next build gives other bytes."""
    path = project.raw / "definitions" / "regions.csv"
    text = path.read_text(encoding="utf-8")
    old, new = ("Clear Bay", "Bright Bay") if "Clear Bay" in text else ("Bright Bay", "Clear Bay")
    path.write_text(text.replace(old, new), encoding="utf-8")


def version(project: Project) -> str:
    with connect(project) as con:
        ((text,),) = con.execute("SELECT value FROM build WHERE name = 'data_version'").fetchall()
        assert con.execute("SELECT count(*) FROM observations").fetchall() == [(19,)]
    return text


def csvs(project: Project) -> dict[str, bytes]:
    return {name: (project.curated / f"{name}.csv").read_bytes() for name in CSVS}


def leftovers(project: Project) -> list[str]:
    known = {"compare.duckdb", "datapackage.json", ".lock", *(f"{name}.csv" for name in CSVS)}
    return sorted({path.name for path in project.curated.iterdir()} - known)


def python(code: str, **options) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", code], text=True, **options)


def test_a_build_says_what_it_made(world):
    built = build(world)
    assert built.database == world.database
    assert built.rows == {
        "regions": 4,
        "documents": 3,
        "themes": 3,
        "indicators": 7,
        "benchmarks": 3,
        "figures": 22,
        "observations": 19,
        "inconsistencies": 1,
    }
    assert built.data_version == version(world)
    assert leftovers(world) == []


def test_the_same_input_gives_the_same_bytes(world):
    first, before = build(world), csvs(world)
    second = build(world)
    assert csvs(world) == before
    assert second.data_version == first.data_version
    change(world)
    assert build(world).data_version != first.data_version
    assert csvs(world)["regions"] != before["regions"]


def test_the_order_of_folders_and_rows_does_not_change_the_bytes(world):
    first, before = build(world), csvs(world)
    path = world.raw / "luting-plan" / "figures.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(rows)]), encoding="utf-8")
    assert build(world).data_version == first.data_version
    assert csvs(world) == before


def test_the_committed_tables_are_those_of_a_fresh_build(tmp_path):
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw")
    build(Project(tmp_path))
    assert csvs(Project(ROOT)) == csvs(Project(tmp_path))


def test_csvs_are_sorted_and_carry_a_byte_order_mark(world):
    build(world)
    assert set(SORT_KEYS) <= set(TABLES)
    for name, data in csvs(world).items():
        assert data.startswith(b"\xef\xbb\xbf"), name
        assert b"\r" not in data, name
    lines = csvs(world)["figures"].decode("utf-8-sig").splitlines()[1:]
    assert lines == sorted(lines)


def test_the_figures_and_observations_of_the_world(world):
    build(world)
    with connect(world) as con:
        figure = con.sql(
            "SELECT document, region, year, year_start, year_end, lo, hi, unit, worded"
            " FROM figures WHERE figure = 'luting-plan/011'"
        ).fetchall()
        rows = con.sql(
            "SELECT figure, indicator, region, year, kind, value, lo, hi, lo_open, hi_open,"
            " approximate, unit, comparability, use FROM observations ORDER BY figure, indicator"
        ).fetchall()
    assert figure == [("luting-plan", "luting", 2025, 2021, 2025, 10, 12, "间", False)]
    # fmt: off
    by_hand = [
        ("chengwan-2024-points/001", "school_enrolment", "chengwan", 2024, "target",
         98, 98, 98, False, False, False, "%", "proxy", "main"),
        ("chengwan-2024-points/002", "school_gap", "chengwan", 2024, "target",
         0.3, 0, 0.3, False, True, False, "coefficient", "close", "main"),
        ("chengwan-2024-points/003", "star_schools", "chengwan", 2024, "target",
         66.6666666667, 66.6666666667, 66.6666666667, False, False, False, "%", "exact", "main"),
        ("chengwan-2024-points/004", "balanced_counties", "chengwan", 2024, "target",
         100, 100, 100, False, False, False, "%", "exact", "main"),
        ("chengwan-2024-points/005", "new_places", "chengwan", 2024, "target",
         3000, 3000, None, True, False, False, "个", "close", "main"),
        ("luting-plan/001", "school_enrolment", "luting", 2020, "actual",
         99.5, 99.5, 99.5, False, False, False, "%", "exact", "main"),
        ("luting-plan/002", "school_enrolment", "luting", 2020, "actual",
         99.3, 99.3, 99.3, False, False, False, "%", "exact", "alternative"),
        ("luting-plan/003", "senior_gross", "luting", 2020, "actual",
         101.2, 101.2, 101.2, False, False, False, "%", "exact", "main"),
        ("luting-plan/004", "new_places", "luting", 2020, "actual",
         12000, 12000, 12000, False, False, False, "个", "exact", "main"),
        ("luting-plan/005", "school_gap", "luting", 2020, "actual",
         0.42, 0.42, 0.42, False, False, False, "coefficient", "close", "main"),
        ("luting-plan/006", "balanced_year", "luting", 2024, "target",
         2024, 2024, 2024, False, False, False, "year", "exact", "main"),
        ("luting-plan/007", "school_enrolment", "luting", 2025, "target",
         99, 99, 100, False, False, False, "%", "exact", "main"),
        ("luting-plan/008", "senior_gross", "luting", 2025, "target",
         102, 102, None, True, False, False, "%", "exact", "main"),
        ("luting-plan/009", "school_gap", "luting", 2025, "target",
         0.35, 0, 0.35, False, False, False, "coefficient", "close", "main"),
        ("luting-plan/010", "star_schools", "luting", 2025, "target",
         60, 60, 60, False, False, True, "%", "exact", "main"),
        ("shuoling-plan/001", "school_enrolment", "shuoling", 2020, "actual",
         98.1, 98.1, 98.1, False, False, False, "%", "exact", "main"),
        ("shuoling-plan/002", "senior_gross", "shuoling", 2020, "actual",
         88, 88, 88, False, False, False, "%", "exact", "main"),
        ("shuoling-plan/003", "school_enrolment", "shuoling", 2025, "target",
         99, 99, 100, False, False, False, "%", "exact", "main"),
        ("shuoling-plan/004", "senior_gross", "shuoling", 2025, "target",
         92, 92, None, False, False, False, "%", "exact", "main"),
    ]
    # fmt: on
    assert rows == by_hand


def test_benchmarks_keep_their_operator(world):
    build(world)
    with connect(world) as con:
        rows = con.sql(
            "SELECT benchmark, comparator, value, lo, hi, lo_open, year FROM benchmarks ORDER BY 1"
        ).fetchall()
    assert rows == [
        ("enrolment-standard", ">=", 99, 99, 100, False, None),
        ("gap-2020", "<=", 0.5, 0, 0.5, False, 2020),
        ("senior-2025", ">", 92, 92, None, True, 2025),
    ]


def test_every_table_and_column_has_a_comment(seen_world):
    with connect(seen_world) as con:
        tables = con.sql(
            "SELECT table_name, comment FROM duckdb_tables()"
            " UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        columns = con.sql(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    assert {name for name, _ in tables} == {*CSVS, "build"}
    assert {name for name, *_ in columns} == {*CSVS, "build"}
    assert [row for row in tables + columns if not (row[-1] or "").strip()] == []


WRONG_ROWS = [
    ("documents", {"region": "'nowhere'"}, "foreign key"),
    ("documents", {"period_end": "2000"}, "check"),
    ("documents", {"sha256": "'x'"}, "check"),
    ("documents", {"sha256": "NULL"}, "check"),
    ("documents", {"type": "'book'"}, "check"),
    ("documents", {"as_of": "DATE '2021-06-02'"}, "check"),
    ("documents", {"series": "NULL"}, "check"),
    ("indicators", {"rankable": "true", "direction": "'neutral'"}, "check"),
    ("indicators", {"cap": "-1"}, "check"),
    ("indicators", {"theme": "'money'"}, "foreign key"),
    ("regions", {"level": "'town'"}, "check"),
    ("regions", {"adcode": "'17022'"}, "check"),
    ("benchmarks", {"indicator": "'nothing'"}, "foreign key"),
    ("benchmarks", {"comparator": "'=>'"}, "check"),
    ("benchmarks", {"hi": "1"}, "check"),
    ("figures", {"document": "'nowhere'"}, "foreign key"),
    ("figures", {"quote": "repeat('99.5', 20)"}, "check"),
    ("figures", {"printed": "'98.1'"}, "check"),
    ("figures", {"lo": "NULL", "hi": "NULL"}, "check"),
    ("figures", {"hi": "1"}, "check"),
    ("figures", {"kind": "'plan'"}, "check"),
    ("figures", {"year": "NULL"}, "not null"),
    ("observations", {"figure": "'nothing'"}, "foreign key"),
    ("observations", {"indicator": "'nothing'"}, "foreign key"),
    ("observations", {"region": "'nowhere'"}, "foreign key"),
    ("observations", {"superseded_by": "'nothing'", "use": "'superseded'"}, "foreign key"),
    ("observations", {"comparability": "'alike'"}, "check"),
    ("observations", {"hi": "1"}, "check"),
    ("observations", {"use": "'superseded'"}, "check"),
    ("observations", {"superseded_by": "'luting-plan/002'"}, "check"),
    ("observations", {}, "primary key"),
]
KEYS = {
    "documents": {"document": "'other'"},
    "indicators": {"indicator": "'other'"},
    "benchmarks": {"benchmark": "'other'"},
    "figures": {"figure": "'luting-plan/099'"},
    "observations": {"indicator": "'new_places'"},
    "regions": {
        "region": "'other'",
        "name_zh": "'别'",
        "name_en": "'Other'",
        "full_name_zh": "'别市'",
        "adcode": "'180400'",
    },
}
FIRST = {
    "documents": "luting-plan",
    "indicators": "school_enrolment",
    "benchmarks": "enrolment-standard",
    "figures": "luting-plan/001",
    "observations": "luting-plan/001",
    "regions": "luting",
}


def copy_with(con, table, changes):
    """Insert a copy of a table's first row with a key of its own and some cells changed."""
    key = "figure" if table == "observations" else table.removesuffix("s")
    replaced = ", ".join(f"{value} AS {name}" for name, value in changes.items())
    con.execute(
        f"INSERT INTO {table} SELECT * REPLACE ({replaced}) FROM {table}"
        f" WHERE {key} = '{FIRST[table]}'"
    )


@pytest.fixture(scope="module")
def copied(world_built_once, tmp_path_factory):
    """Return a connection to a copy of the database, open for writing."""
    copy = tmp_path_factory.mktemp("copied") / "compare.duckdb"
    shutil.copy(Project(world_built_once).database, copy)
    with duckdb.connect(str(copy)) as con:
        yield con


@pytest.fixture
def writable(copied):
    """Return it, to be as it was afterwards."""
    copied.begin()
    yield copied
    copied.rollback()


@pytest.mark.parametrize(("table", "wrong", "kind"), WRONG_ROWS)
def test_the_schema_refuses_a_wrong_row(writable, table, wrong, kind):
    key = {"figure": "figure"} if kind == "primary key" else KEYS[table]
    with pytest.raises(duckdb.ConstraintException, match=f"(?i){kind}"):
        copy_with(writable, table, key | wrong)


@pytest.mark.parametrize("table", KEYS)
def test_the_schema_accepts_the_same_row_where_it_is_right(writable, table):
    before = writable.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
    copy_with(writable, table, KEYS[table])
    assert writable.execute(f"SELECT count(*) FROM {table}").fetchall() == [(before + 1,)]


@pytest.mark.parametrize("broken", ["_insert", "_table_text", "csv_text", "_version"])
def test_a_build_that_fails_midway_leaves_the_last_good_one(built_world, monkeypatch, broken):
    before, tables = version(built_world), csvs(built_world)
    change(built_world)
    calls = itertools.count()
    function = getattr(building, broken)

    def fails_at_last(*arguments):
        if next(calls) == (0 if broken == "_version" else 3):
            raise ZeroDivisionError
        return function(*arguments)

    monkeypatch.setattr(building, broken, fails_at_last)
    with pytest.raises(ZeroDivisionError):
        build(built_world)
    assert version(built_world) == before
    assert csvs(built_world) == tables
    assert leftovers(built_world) == []


TRIES = 6
"""So many builds are killed at random; `make bench` kills a hundred."""


def test_builds_killed_at_random_moments_leave_the_old_database_or_the_new(built_world, killer):
    version_of = {}
    for _ in range(2):
        change(built_world)
        _, duration = killer.build(built_world, "nowhere", 0)
        version_of[version(built_world)] = csvs(built_world)
    assert len(version_of) == 2
    chance = random.Random(20200101)
    kills = 0
    for number in range(TRIES):
        change(built_world)
        moment = (number + chance.random()) / TRIES
        killed, _ = killer.build(built_world, "after", moment * duration * 1.1)
        kills += killed
        assert version(built_world) in version_of
        for name, data in csvs(built_world).items():
            assert data in [tables[name] for tables in version_of.values()]
    assert kills >= 3
    killer.build(built_world, "nowhere", 0)
    assert csvs(built_world) == version_of[version(built_world)]
    assert leftovers(built_world) == []


# before the first, the third and the last table; before the first, a middle and the last file
STEPS = [
    ("insert", 1),
    ("insert", 3),
    ("insert", 8),
    ("replace", 1),
    ("replace", 4),
    ("replace", 10),
]


def test_a_build_killed_at_any_step_leaves_the_old_database_and_its_remains_are_removed(
    built_world, killer
):
    assert STEPS[2][1] == len(TABLES) and STEPS[5][1] == len(CSVS) + 1
    before, remains = version(built_world), set()
    change(built_world)
    for place, number in STEPS:
        killed, _ = killer.build(built_world, place, number)
        assert killed, (place, number)
        assert version(built_world) == before
        left = set(leftovers(built_world))
        assert left, (place, number)
        assert not left & remains, (place, number)  # each build removes those of the one before
        remains = left
    killed, _ = killer.build(built_world, "nowhere", 0)
    assert not killed
    assert version(built_world) != before
    assert leftovers(built_world) == []


READER = """
import compare, sys
con = compare.connect()
query = "SELECT value FROM build WHERE name = 'data_version'"
ask = lambda: print(con.sql(query).fetchall()[0][0], flush=True)
ask()
sys.stdin.readline()
con.sql("FROM figures").fetchall()
ask()
"""


def test_an_open_connection_in_another_process_blocks_no_build_and_keeps_its_data(built_world):
    before = version(built_world)
    reader = python(READER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert reader.stdout.readline().strip() == before
    change(built_world)
    after = build(built_world).data_version
    assert after != before
    assert version(built_world) == after
    answer, _ = reader.communicate("\n", timeout=30)
    assert answer.strip() == before
    assert reader.returncode == 0


def test_after_a_build_a_new_connection_sees_it_though_an_old_one_is_open(built_world):
    before = version(built_world)
    with connect(built_world) as old:
        change(built_world)
        after = build(built_world).data_version
        assert version(built_world) == after != before
        assert old.sql("SELECT value FROM build WHERE name = 'data_version'").fetchall() == [
            (before,)
        ]


def test_two_builds_at_once_in_two_processes_both_succeed(world, killer):
    killed, _ = killer.build(world, "at-once", 2)
    assert not killed
    tables = csvs(world)
    assert build(world).data_version == version(world)
    assert csvs(world) == tables
    assert leftovers(world) == []


def test_a_killed_builder_does_not_keep_the_lock(built_world):
    code = (
        "import os, signal\n"
        "from compare.project import find_project\n"
        "from filelock import FileLock\n"
        "FileLock(find_project().curated / '.lock').acquire()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = python(code)
    assert killed.wait(timeout=30) == -signal.SIGKILL
    assert build(built_world).data_version == version(built_world)
