import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trying import tried

from compare.curated.build import check
from compare.ledger.checks import find_problems
from compare.ledger.folders import document_folders
from compare.ledger.ledger import read_ledger
from compare.ledger.texts import Texts

WORLD_RAW = Path(__file__).parents[1] / "world" / "data" / "raw"
FILES = sorted(path.relative_to(WORLD_RAW).as_posix() for path in WORLD_RAW.rglob("*.*"))
CSVS = [file for file in FILES if file.endswith(".csv")]
SOURCE = "luting-plan/source.yml"

few_examples = tried(12)


def problems_of(project, file):
    return [problem for problem in check(project) if problem.file == file]


def shown(problems):
    return "\n".join(map(str, problems)).encode("utf-8")


def test_the_world_is_read_whole(world):
    ledger = read_ledger(world.raw)
    assert ledger.problems == []
    counts = {name: len(entries) for name, entries in vars(ledger).items()}
    assert counts == {
        "regions": 4,
        "indicators": 7,
        "benchmarks": 3,
        "themes": 3,
        "terms": 7,
        "sources": 3,
        "figures": 22,
        "alignments": 19,
        "inconsistencies": 1,
        "problems": 0,
        "unread": 0,
        "invalid": 0,
    }


def test_an_entry_knows_where_it_was_typed(world):
    entry = next(e for e in read_ledger(world.raw).figures if e.item.figure == "luting-plan/011")
    assert (entry.row.file, entry.row.number) == ("luting-plan/figures.csv", 12)
    assert (entry.item.lo, entry.item.hi) == (10, 12)


def test_document_folders_are_the_folders_that_are_neither_definitions_texts_nor_hidden(world):
    for name in ("documents", ".git", "_drafts"):
        (world.raw / name).mkdir()
    (world.raw / "note.txt").write_text("x", encoding="utf-8")
    names = [folder.name for folder in document_folders(world.raw)]
    assert names == ["chengwan-2024-points", "luting-plan", "shuoling-plan"]


def test_adding_a_document_adds_only_its_folder(world):
    shutil.rmtree(world.raw / "shuoling-plan")
    assert check(world) == []
    assert len(read_ledger(world.raw).sources) == 2


def test_a_new_folder_is_told_which_files_and_columns_it_needs(world):
    (world.raw / "new-document").mkdir()
    problems = {problem.file: str(problem) for problem in check(world)}
    assert set(problems) == {
        f"new-document/{n}" for n in ("source.yml", "figures.csv", "alignment.csv")
    }
    for message in problems.values():
        assert ": the file is missing; allowed: " in message
    assert "sha256" in problems["new-document/source.yml"]
    assert "year_basis" in problems["new-document/figures.csv"]


def test_a_row_with_a_problem_is_not_among_the_valid_ones(world, tamper):
    tamper(
        world,
        "luting-plan/figures.csv",
        "%,2020,,,printed,actual,region,false,\nluting-plan/002",
        "%,20x0,,,printed,actual,region,false,\nluting-plan/002",
    )
    ledger = read_ledger(world.raw)
    assert "luting-plan/001" not in {entry.item.figure for entry in ledger.figures}
    assert len(ledger.figures) == 21


def test_a_message_shortens_a_very_long_value(world, tamper):
    tamper(world, "luting-plan/figures.csv", "10~12,range,", f"10~12,{'长' * 5000},")
    (message,) = map(str, problems_of(world, "luting-plan/figures.csv"))
    assert f"'{'长' * 60}…' is not valid" in message
    assert len(message) < 300


def test_a_spreadsheet_may_save_the_whole_ledger_in_gb18030(world):
    for file in FILES:
        path = world.raw / file
        path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert check(world) == []
    assert len(read_ledger(world.raw).figures) == 22


@pytest.mark.parametrize("file", FILES)
@few_examples
@given(data=st.binary())
@example(data=b"")
@example(data=b"\x00" * 100)
@example(data=b"\xff\xfe\x00")
def test_whatever_bytes_a_raw_file_holds_there_are_problems_and_no_traceback(world, file, data):
    (world.raw / file).write_bytes(data)
    problems = check(world)
    assert [problem for problem in problems if problem.file == file]
    assert shown(problems)


@pytest.mark.parametrize("file", CSVS)
@few_examples
@given(data=st.binary(min_size=1), place=st.floats(0, 1))
def test_a_damaged_table_gives_problems_or_rows_and_no_traceback(world, file, data, place):
    original = (WORLD_RAW / file).read_bytes()
    at = int(place * len(original))
    (world.raw / file).write_bytes(original[:at] + data + original[at + len(data) :])
    shown(check(world))


HUGE = ["1e9999999", "-1e9999999", "1e-9999999", "NaN", "Infinity", "9" * 5000, "亿" * 40]
ODD = [
    "0",
    "-0",
    "2月3日",
    "=1+1",
    "1/0",
    "零分之零",
    "true",
    "range",
    "~",
    "2020",
    "１２",
    "|",
    "a/001",
]
awkward = st.sampled_from([*HUGE, *ODD, "\ufeff", "\x00"])


@pytest.mark.parametrize("file", CSVS)
@few_examples
@given(cell=awkward | st.text(), place=st.floats(0, 1, exclude_max=True))
def test_a_table_with_any_cell_gives_problems_or_rows_and_no_traceback(world, file, cell, place):
    lines = [line.split(",") for line in (WORLD_RAW / file).read_text(encoding="utf-8").split("\n")]
    places = [(r, c) for r, line in enumerate(lines) for c in range(len(line))]
    row, column = places[int(place * len(places))]
    lines[row][column] = cell
    text = "\n".join(",".join(line) for line in lines)
    (world.raw / file).write_text(text, encoding="utf-8", errors="replace")
    shown(check(world))


@few_examples
@given(content=st.dictionaries(st.text(max_size=10), awkward | st.text() | st.integers()))
def test_any_mapping_in_a_source_gives_problems_and_no_traceback(world, content):
    lines = [f"{key!r}: {value!r}" for key, value in content.items()]
    (world.raw / SOURCE).write_text("\n".join(lines), encoding="utf-8", errors="replace")
    assert problems_of(world, SOURCE)


@pytest.mark.parametrize(
    "yaml",
    [
        'a: !!int ""',
        'a: !!float ""',
        "a: !!timestamp soon",
        "a: !!bool perhaps",
        "a: 2022-13-45",
        "a: 0x" + "f" * 5000,
        "a: " + "1" * 5000,
        "[" * 3000,
        "- " * 3000 + "a",
        "&a {x: *a}",
        "? [1]\n: 2",
        "<<: 3",
        '"\\ud800": 1',
        'title: "\\ud800"',
        "- a list",
        "a bare word",
        "a: b: c",
        "\ta: 1",
        "!!python/object/apply:os.getcwd []",
    ],
    ids=lambda yaml: ascii(yaml[:24]),
)
def test_whatever_a_source_holds_it_is_a_problem(world, yaml):
    (world.raw / SOURCE).write_text(yaml, encoding="utf-8")
    problems = problems_of(world, SOURCE)
    assert problems
    assert shown(problems)


def test_a_source_that_is_no_mapping_is_told_what_it_is(world):
    (world.raw / SOURCE).write_text("- a\n", encoding="utf-8")
    (problem,) = problems_of(world, SOURCE)
    assert str(problem).startswith(f"{SOURCE}: the file holds list, no mapping; allowed: a YAML")


def test_several_wrong_cells_of_a_row_are_several_problems(world, tamper):
    tamper(world, "luting-plan/figures.csv", ",range,10,12,", ",range,x,y,")
    problems = problems_of(world, "luting-plan/figures.csv")
    assert [(problem.row, problem.column) for problem in problems] == [(12, "hi"), (12, "lo")]


def test_problems_are_sorted_and_each_is_said_once(world, tamper):
    tamper(world, "luting-plan/figures.csv", ",range,10,12,", ",range,x,y,")
    tamper(world, "definitions/regions.csv", ",170225,", ",17022x,")
    problems = find_problems(read_ledger(world.raw), Texts(world.texts, {}))
    assert problems == sorted(set(problems))
    assert problems[0].file == "definitions/regions.csv"
