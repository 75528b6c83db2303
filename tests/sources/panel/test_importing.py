"""Own tables in data/raw: described once, read back without questions, noticed when changed."""

import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import compare
from compare.cli import main
from compare.errors import FrameError, StaleDataWarning, UnknownValueError
from compare.ledger.folders import document_folders, table_folders
from compare.sources.panel.asking import LEAVE_OUT, answered, arguments
from compare.sources.panel.told import ToldError

TABLE = """code,county,rate 2020,rate_low 2020,rate_high 2020,score 2020
01000,Alabama,5,4,6,1
01001,Autauga,7,6,8,2
01003,Baldwin,3,2,4,3
02000,Alaska,5,4,6,1
02013,Aleutians,4,3,5,2
"""


TOLD = ("--direction", "higher", "--wholes", "*000")


@pytest.fixture
def table(tmp_path, monkeypatch):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    path = tmp_path / "My Counties.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def imported(table, *options, answers=""):
    return CliRunner().invoke(main, ["import", str(table), *options], input=answers)


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv", "t.dta", "t.parquet"])
@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 no archive", b"PAR1", b"\x76\x02\x01", b"\0" * 99],
    ids=["zip", "parquet", "stata", "zeros"],
)  # fmt: skip
def test_a_broken_file_is_one_sentence(table, name, data):
    (table.parent / name).write_bytes(data)
    result = imported(table.parent / name, "--yes")
    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (1, 1), result.output
    assert name in result.stderr and "do: " in result.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_no_table(table):
    (table.parent / "t.csv").symlink_to("/dev/zero")
    result = imported(table.parent / "t.csv", "--yes")
    assert (result.exit_code, "a pipe or a device" in result.stderr) == (1, True), result.output


def test_a_direction_against_the_name_is_printed(table):
    table.write_text(TABLE.replace("rate", "dropout rate"), encoding="utf-8")
    told = ("--wholes", "*000", "--indicator", "dropout rate", "--unit", "%")
    result = imported(table, "--yes", *told, "--direction", "higher")
    said = "  directions: told otherwise than the name suggests (dropout rate: higher) 1"
    assert said in result.output.splitlines(), result.output


@pytest.mark.parametrize("name", ["../evil", "a/b", "..", ".hidden", "/tmp/evil", "a\\b"])
def test_a_name_that_leads_out_of_the_folder_is_refused(table, name):
    told = ("--yes", "--wholes", "none", "--indicator", "rate", "--direction", "higher")
    result = imported(table, *told, "--unit", "%", "--name", name)
    assert result.exit_code == 1 and "name" in result.stderr, result.output
    assert [path.name for path in table.parent.rglob("*") if path.is_file()] == [table.name]


@pytest.mark.parametrize(
    ("file", "folder"), [("NEET & co. (2017).csv", "neet-co-2017"), ("Educação.csv", "educacao")]
)
def test_a_folder_is_called_after_the_file_however_that_is_written(table, file, folder):
    result = imported(table.rename(table.parent / file), "--yes", *TOLD)
    assert result.exit_code == 0, result.output
    assert (table.parent / "data/raw" / folder / "source.yml").is_file()


def test_nothing_is_asked_for_a_folder_that_cannot_be_written(table):
    result = imported(table.rename(table.parent / "各县.csv"), answers="higher\n" * 9)
    assert (result.exit_code, result.stdout) == (1, ""), result.output
    assert "do: --name counties" in result.stderr


def test_yes_refuses_what_is_not_told_and_writes_nothing(table):
    result = imported(table, "--yes")
    assert result.exit_code == 1
    assert "wholes=['*000']" in result.output and "score" in result.output
    assert list((table.parent / "data" / "raw").iterdir()) == []


def test_what_is_asked_is_written_and_read_back_without_questions(table):
    limits = ("--limits", "rate=rate_low,rate_high", "--indicator", "rate")
    result = imported(table, *limits, answers="*000\nlower\n")
    assert result.exit_code == 0, result.output
    folder = table.parent / "data" / "raw" / "my-counties"
    assert (folder / "table.csv").read_bytes() == table.read_bytes()
    mine = compare.panel(folder)
    assert mine.observations["comparator"].tolist() == ["estimate"] * 3
    assert mine.wholes["region"].tolist() == ["01000", "02000"]
    where = mine.trace("my-counties/table!C3")
    assert (where["sheet"], where["cell"], where["text"]) == ("table", "C3", "7")
    with pytest.raises(UnknownValueError, match="figure="):
        mine.trace("my-counties/table!C99")


def test_the_description_is_a_tabular_resource_with_one_block_of_ours(table):
    imported(table, "--yes", "--wholes", "*000", "--direction", "neutral", "--name", "own")
    said = yaml.safe_load((table.parent / "data/raw/own/source.yml").read_text(encoding="utf-8"))
    assert said["path"] == "table.csv"
    assert said["hash"].startswith("sha256:")
    assert [field["name"] for field in said["schema"]["fields"]][:2] == ["code", "county"]
    assert said["compare"] == {"direction": "neutral", "wholes": ["*000"]}


def test_a_changed_file_is_noticed(table):
    imported(table, "--yes", "--wholes", "none", "--direction", "lower", "--name", "own")
    folder = table.parent / "data" / "raw" / "own"
    (folder / "table.csv").write_text(TABLE.replace("7,6,8", "7.5,6,8"), encoding="utf-8")
    with pytest.warns(StaleDataWarning, match="another file than the one that was described"):
        compare.panel(folder)


def test_a_folder_of_a_table_is_no_folder_of_a_document(table):
    raw = table.parent / "data" / "raw"
    imported(table, "--yes", "--wholes", "none", "--direction", "lower", "--name", "own")
    (raw / "plan").mkdir()
    assert [folder.name for folder in table_folders(raw)] == ["own"]
    assert [folder.name for folder in document_folders(raw)] == ["plan"]
    with pytest.raises(FrameError, match="holds no table"):
        compare.panel(raw / "plan")


def test_a_folder_is_not_written_twice(table):
    told = ("--yes", "--wholes", "none", "--direction", "lower", "--name", "own")
    imported(table, *told)
    again = imported(table, *told)
    assert again.exit_code == 1 and "is there already" in again.output
    assert "--name own-2 to keep both, or delete the folder" in again.output
    assert "allowed: lower-case" in imported(table, *told[:-1], "Own Table").output


def test_an_indicator_may_be_left_out(table):
    said = {"rate": "lower", "score": LEAVE_OUT}
    told = answered(
        table,
        {"wholes": ["*000"]},
        lambda question, default=None: said.get(question.split(":")[0], LEAVE_OUT),
    )
    assert compare.panel(table, **told).observations["indicator"].unique().tolist() == ["rate"]


def test_nothing_is_asked_without_somebody_to_ask(table):
    with pytest.raises(ToldError) as refused:
        answered(table, {}, None)
    assert refused.value.wholes == ["*000"]
    assert set(refused.value.directions) == {"rate", "score"}  # the others are limits


@pytest.mark.parametrize(
    ("said", "problem"),
    [({"directions": ("a=higher", "lower")}, "INDICATOR=higher"), ({"limits": ("a",)}, "LOWER")],
)
def test_options_that_say_nothing_are_refused(said, problem):
    with pytest.raises(UnknownValueError, match=problem):
        arguments(said)


def test_what_is_asked_for_is_told_as_options_where_nobody_can_be_asked(table):
    result = imported(table, "--yes")
    assert result.exit_code == 1
    last = result.stderr.strip().splitlines()[-1]
    assert last.startswith("as options, to be checked: ")
    assert "--direction 'rate=…'" in last or "--direction rate=" in last
    assert "--wholes '*000'" in last


KINDS = """Area,Year,Sex,Age,Rate
A,2020,all,all,4
A,2020,boys,all,5
A,2020,boys,old,6
B,2020,all,all,7
B,2020,boys,all,8
B,2020,boys,old,?
"""


def options_of(result):
    """Return the options that a refusal proposes."""
    return shlex.split(result.stderr.strip().splitlines()[-1].partition("checked: ")[2])


def test_what_is_proposed_as_options_can_be_given_as_it_is(table):
    table.write_text(KINDS, encoding="utf-8")
    told = ["--yes", "--direction", "higher"]
    marks = options_of(imported(table, *told))
    assert marks == ["--missing", "?"]
    rows = options_of(imported(table, *told, *marks))
    assert rows == ["--where", "Sex=all", "--where", "Age=all"]
    result = imported(table, *told, *marks, *rows)
    assert "2 regions, 1 indicator, 2020, 2 values" in result.output


def test_wholes_whose_names_have_commas_can_be_taken_as_proposed(table):
    table.write_text('Area,Rate 2020\nA,4\nB,5\n"Total, all areas",9\n', encoding="utf-8")
    told = answered(table, {"direction": "higher"}, lambda _, default=None: default)
    assert told["wholes"] == ["Total, all areas"]


@pytest.mark.parametrize(
    "text",
    [
        "Area,Kind,Year,Number\nA,Person,2020,4\nA,Goods,2020,5\nB,Person,2020,6\nB,Goods,2020,7\n",
        "code,name,parent name,Year,Rate\nE1,A,X,2020,4\nE1,B,X,2020,5\nAll,All,X,2020,6\n",
    ],
)
def test_what_was_told_of_another_reading_is_asked_again(tmp_path, text):
    path = tmp_path / "t.csv"
    path.write_text(text)

    def ask(question, default=None):
        return default or "higher"

    told = answered(path, {}, ask)
    assert compare.panel(path, **told).observations["value"].size > 0
