import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from reporting import write_manifest, write_notebook

from compare.cli import main
from compare.reports.notebooks.copies import made_up_plan


def run(*arguments):
    return CliRunner().invoke(main, arguments)


def commands(group=main, path=()):
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_has_a_help_and_an_example_of_itself(path):
    result = run(*path, "--help")
    assert result.exit_code == 0
    usage, _, rest = result.output.partition("\n\n")
    assert " ".join(path) in usage
    assert len(rest.strip().splitlines()[0]) > 10
    example = " ".join(result.output.partition("Example:")[2].split())
    assert f"compare-regions {' '.join(path)}" in example


def test_the_help_lists_every_command_with_its_first_line():
    result = run("--help")
    assert result.exit_code == 0
    for name, command in main.commands.items():
        assert f"  {name} " in result.output
        assert command.help


def test_the_version_is_printed():
    assert run("--version").exit_code == 0


def test_an_unknown_command_is_refused():
    assert run("bulid").exit_code == 2


def test_build_prints_what_it_made(world):
    result = run("build")
    assert result.exit_code == 0
    assert str(world.database) in result.output
    assert "22 figures, 19 observations" in result.output
    assert world.database.is_file()


def test_build_and_check_print_every_problem_and_fail(world, tamper):
    tamper(world, "luting-plan/figures.csv", "99.5,=,99.5,99.5", "99.5,=,95.9,95.9")
    tamper(world, "definitions/regions.csv", "county,chengwan", "shire,chengwan")
    for command in ("build", "check"):
        result = run(command)
        assert result.exit_code == 1
        assert "problems:" in result.stderr
        assert "luting-plan/figures.csv:2: printed: '99.5' does not say lo=95.9" in result.stderr
        assert "definitions/regions.csv:3: level: 'shire' is not valid" in result.stderr
        assert "Traceback" not in result.output
    assert not world.database.exists()


def test_check_says_that_there_is_no_problem(world):
    result = run("check")
    assert (result.exit_code, result.output) == (0, "data/raw: no problems\n")


def test_verify_counts_the_quotes_found(world):
    result = run("verify")
    assert result.exit_code == 0
    assert ["luting-plan", "12", "12", "found"] in [
        row.split() for row in result.output.splitlines()
    ]


def test_verify_fails_on_a_quote_that_is_not_in_its_text(world, tamper):
    tamper(world, "luting-plan/figures.csv", "全县小学入学率达到99.5%", "全县小学入学率达99.5%")
    result = run("verify")
    assert result.exit_code == 1
    assert "luting-plan/figures.csv:2: quote:" in result.stderr
    assert "11 found" in result.stdout


def test_verify_with_some_texts_says_which_are_missing(world):
    (world.texts / "luting.txt").unlink()
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout.count("text not at hand") == 1


def test_verify_without_any_text_fails_and_says_where_to_put_them(world):
    shutil.rmtree(world.texts)
    result = run("verify")
    assert result.exit_code == 1
    assert result.stdout.count("text not at hand") == 3
    assert f"put the plain texts into {world.texts}" in result.stderr


def test_trace_prints_the_journey(seen_world):
    result = run("trace", "luting-plan/007")
    assert result.exit_code == 0
    assert "【小学入学率保持在99%以上】" in result.output


def test_trace_of_an_unknown_figure_suggests_one(seen_world):
    result = run("trace", "luting-plan/0001")
    assert result.exit_code == 1
    assert "luting-plan/001" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("regions", ["shadu", "沙渡", "170281"]),
        ("documents", ["luting-plan", "鹭政〔2021〕1号"]),
        ("indicators", ["star_schools", "星级学校比例"]),
        ("benchmarks", ["senior-2025", "92.0"]),
        ("columns", ["observations", "lo_open", "Whether the lower end itself is excluded"]),
    ],
)
def test_list_prints_each_kind_of_thing(seen_world, what, shown):
    result = run("list", what)
    assert result.exit_code == 0
    assert "nan" not in result.output.lower().split()
    for words in shown:
        assert words in result.output


def test_list_of_something_unknown_names_what_can_be_listed(seen_world):
    result = run("list", "things")
    assert result.exit_code == 2
    assert "regions" in result.stderr


def test_coverage_has_a_row_per_indicator_and_a_column_per_region(seen_world):
    result = run("coverage", "--kind", "target")
    assert result.exit_code == 0
    header, *lines = [line.split() for line in result.output.splitlines() if line.strip()]
    assert header == ["indicator", "chengwan", "luting", "shadu", "shuoling"]
    table = {name: cells for name, *cells in lines}
    assert len(table) == 7
    assert table["school_enrolment"] == ["only-proxy", "observed", "not-in-text", "observed"]
    assert table["star_schools"] == ["observed", "observed", "not-in-text", "not-applicable"]


READING = [["coverage"], ["list", "regions"], ["trace", "luting-plan/001"]]


@pytest.mark.parametrize("arguments", READING)
def test_before_a_build_the_commands_build_and_say_so(world, arguments):
    result = run(*arguments)
    assert result.exit_code == 0
    assert f"{world.database} does not exist: built (data version" in result.stderr
    assert "built" not in run(*arguments).stderr


@pytest.mark.parametrize("arguments", READING)
def test_what_was_typed_since_the_build_is_built_first(built_world, tamper, arguments):
    tamper(built_world, "definitions/regions.csv", "沙渡,", "沙渡渡,")
    assert "data/raw has changed since the build: built" in run(*arguments).stderr
    assert "沙渡渡" in run("list", "regions").output


@pytest.mark.parametrize("arguments", READING)
def test_problems_typed_since_the_build_are_counted_and_nothing_is_read(
    built_world, tamper, arguments
):
    tamper(built_world, "definitions/regions.csv", "county,chengwan", "shire,chengwan")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "`compare-regions check` lists them" in result.stderr and "--stale" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    result = run(*arguments, "--stale")
    assert result.exit_code == 0 and result.stdout
    assert "going on with the older build" in result.stderr


def test_a_database_of_nobodys_is_built_anew(built_world):
    built_world.database.write_bytes(b"no database")
    result = run("coverage")
    assert result.exit_code == 0
    assert "is no database that can be read here" in result.stderr and ": built" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="folders are made unwritable in another way there")
@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (["build"], "data/curated"),
        (["scan", "{root}/plan.txt", "--region", "luting", "--output", "{root}/data/raw/new"],
         "data/raw/new/figures.csv"),
        (["review", "luting-plan", "--reject", "luting-plan/001"], "data/raw/luting-plan"),
        (["add-region", "--region", "xuqiu", "--full-name-zh", "虚丘县", "--parent",
          "made-up-city", "--adcode", "339925"], "data/raw/definitions"),
        (["charts"], "reports/index.html"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_what_cannot_be_written_is_one_sentence_with_the_place(
    built_world, monkeypatch, arguments, place
):
    (built_world.root / "plan.txt").write_text(made_up_plan().read_text("utf-8"), "utf-8")
    write_notebook(built_world, "n", "n = 1", "n")
    write_manifest(built_world, "[{name: r, notebook: n, title: t}]")
    root, before = built_world.root, contents(built_world.root)

    def refuse(function):
        def refusing(path, *arguments, **options):
            inside = root in Path(path).absolute().parents
            mode = str(options.get("mode") or next(iter(arguments), "r"))
            if inside and (function.__name__ != "open" or set(mode) & set("wax+")):
                raise OSError(28, "No space left on device", str(path))
            return function(path, *arguments, **options)

        return refusing

    for name in ("write_text", "write_bytes", "open", "mkdir"):
        monkeypatch.setattr(Path, name, refuse(getattr(Path, name)))
    # what takes long is not begun
    monkeypatch.setattr("compare.pages.drawing.draw", lambda *_, **__: pytest.fail("drawn"))
    result = run(*(argument.format(root=root) for argument in arguments))
    monkeypatch.undo()
    assert result.exit_code == 1, result.output
    assert not isinstance(result.exception, OSError)
    said = result.stderr.splitlines()[-1]
    assert str(root / place) in said and "No space left on device" in said
    assert contents(root) == before


def contents(root):
    """Return every file of a project but locks."""
    return {
        path: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.name.endswith("lock")
    }


def test_outside_a_project_the_message_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("COMPARE_HOME", str(tmp_path))
    result = run("check")
    assert result.exit_code == 1
    assert "no data/raw at or above" in result.stderr


@pytest.mark.parametrize(
    "figure", ["luting-plan/007 ", "\u3000luting-plan/００７", "luting-plan/007\u200b"]
)
def test_an_id_is_found_whatever_blanks_and_widths_it_is_typed_with(seen_world, figure):
    result = run("trace", figure)
    assert result.exit_code == 0
    assert "luting-plan/007" in result.output


def as_process(*arguments, redirect="", **environment):
    command = f'"{sys.executable}" -c "from compare.cli import main; main()" {" ".join(arguments)}'
    return subprocess.run(
        ["bash", "-c", f"{command} {redirect}"],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("list", "indicators"), ("trace", "luting-plan/007")])
def test_what_cannot_be_encoded_is_escaped(seen_world, arguments):
    home = {"COMPARE_HOME": str(seen_world.root)}
    result = as_process(*arguments, PYTHONIOENCODING="ascii", PYTHONUTF8="0", **home)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\\u5c0f\\u5b66" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "redirect"),
    [
        (("list", "indicators"), ">&-"),
        (("trace", "luting-plan/007"), ">&- 2>&-"),
        (("trace", "luting-plan/007"), "| head -1"),
        (("list", "indicators"), "| true"),
    ],
)
def test_an_output_that_is_closed_ends_quietly(seen_world, arguments, redirect):
    result = as_process(*arguments, redirect=redirect, COMPARE_HOME=str(seen_world.root))
    assert (result.returncode, result.stderr) == (0, b"")


def test_an_output_that_is_full_is_said(seen_world):
    result = as_process("list", "indicators", redirect="> /dev/full",
                        COMPARE_HOME=str(seen_world.root))  # fmt: skip
    assert result.returncode == 1
    assert result.stderr == b"the output: No space left on device\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build"], lambda said: said["rows"]["figures"] == 22),
        (["check"], lambda said: said == []),
        (["verify"], lambda said: said[0].keys() == {"document", "quotes", "found"}),
        (["list", "regions"], lambda said: {"shadu", "luting"} <= {row["region"] for row in said}),
        (["coverage"], lambda said: said[0].keys() >= {"indicator", "luting"}),
        (["trace", "luting-plan/007"], lambda said: said["figure"]["figure"] == "luting-plan/007"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_script_reads_json(built_world, arguments, told):
    result = run(*arguments, "--json")
    assert result.exit_code == 0
    assert told(json.loads(result.stdout))


def test_problems_are_json_too_and_still_fail(world, tamper):
    tamper(world, "luting-plan/figures.csv", "99.5,=,99.5,99.5", "99.5,=,95.9,95.9")
    result = run("check", "--json")
    assert result.exit_code == 1
    assert {("luting-plan/figures.csv", 2)} == {
        (row["file"], row["row"]) for row in json.loads(result.stdout)
    }


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_quiet_command_prints_nothing_but_what_is_wrong(world, tamper, command):
    assert run(command, "--quiet").output == ""
    tamper(world, "luting-plan/figures.csv", "99.5,=,99.5,99.5", "99.5,=,95.9,95.9")
    result = run(command, "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "luting-plan/figures.csv:2" in result.stderr


def test_a_stopped_command_says_so_with_the_code_of_shells(world, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.curated.build.check", stopped)
    result = run("check")
    assert (result.exit_code, result.stderr) == (130, "stopped\n")


NOT_DONE = [
    ["trace", "nobody/001"], ["brief", "沈阳"],
    ["brief", "--all", "--formats", "odt"], ["report", "--only", "nothing"],
    ["report", "--cell-timeout", "-3"], ["report", "--report-timeout", "nan"],
    ["charts", "--dataset", "nothing"], ["review", "nothing"], ["review", "../world"],
    ["scan", "nothing.txt"], ["add-region"], ["add-region", "--adcode", "410999"],
]  # fmt: skip
NOT_UNDERSTOOD = [
    ["nothing"], ["list"], ["list", "nothing"], ["list", "regions", "--nothing"], ["trace"],
    ["coverage", "--kind", "plan"], ["report", "--jobs", "-1"], ["brief"],
    ["brief", "--lang", "fr"], ["import", "nothing.csv"], ["scan", "."], ["completion", "tcsh"],
    ["review", "luting-plan", "--set", "year=2020"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [*((one, 1) for one in NOT_DONE), *((one, 2) for one in NOT_UNDERSTOOD)],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_fails_says_so_on_standard_error_with_its_code(seen_world, arguments, code):
    result = run(*arguments)
    assert (result.exit_code, bool(result.stderr)) == (code, True), result.output
    assert arguments[0] == "add-region" or result.stdout == ""  # it asks there
    assert isinstance(result.exception, SystemExit)


def test_a_question_that_nobody_answers_says_what_to_do(world):
    result = run("add-region", "--adcode", "410999")
    assert result.stderr.strip() == (
        "a question was asked and the input ended; do: answer it, or give what is asked for as an "
        "option (compare-regions add-region --help)"
    )


def test_the_help_says_what_the_exit_codes_mean():
    said = run("--help").stdout.partition("Exit codes:")[2].split()
    assert {"0", "1", "2", "130"} <= set(said)
