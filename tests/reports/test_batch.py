"""The batch: incremental by content, whole or not at all, the same bytes however it runs."""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from reporting import write_manifest, write_notebook
from rich.console import Console

from compare.cli import main
from compare.curated.usage import Answers
from compare.errors import ReportError
from compare.reports import Options, run_batch, run_reports
from compare.reports.fingerprint import EXECUTED, EXPORTED, package_hash
from compare.reports.jobs import Outcome
from compare.reports.progress import Live
from compare.reports.run.pool import ForkNotPossibleError, Forks
from compare.reports.store import Store

CHART = """import compare
from compare import charts
charts.coverage_matrix(compare.coverage(), lang="zh")"""
DISLIKE_FORKS = """import polars, duckdb, compare
frame = polars.DataFrame({'a': range(100_000)})
print(frame.lazy().group_by(polars.col('a') % 7).len().collect().height)
print(compare.connect().sql('select count(*) from regions').fetchall())
import numpy
print((numpy.ones((300, 300)) @ numpy.ones((300, 300))).sum())"""
TWO = "[{name: 'r-{n}', notebook: n, title: '报告 {n}', matrix: {n: [1, 2]}}]"


@pytest.fixture
def project(built_world):
    write_notebook(built_world, "n", "n = 1", "## One", "print(n)", "## Two", "n", "## Three")
    write_manifest(built_world, TWO)
    return built_world


@pytest.fixture(autouse=True)
def _one_warm_process(request):
    if "own_process" not in request.fixturenames:
        request.getfixturevalue("from_one_warm_process")


@pytest.fixture
def own_process():
    """Let the batches of a test start what they start for everyone."""


class Instantly:
    """Makes reports of a few bytes, to test what is made when, and not how."""

    def __init__(self, project, *_):
        answers = Answers(project)
        asked = ('["observations", {}]', '["evidence", {"table": "regions"}]', '["texts", {}]')
        self.used = {question: answers.now(question) for question in asked}

    def run(self, jobs):
        for job in jobs:
            for ending in job.formats:
                text = repr((job.report, job.provenance))
                (job.folder / f"{job.report.name}.{ending}").write_text(text, encoding="utf-8")
            yield Outcome(job.report.name, used=job.used or self.used)

    def close(self):
        pass


@pytest.fixture
def instantly(monkeypatch):
    monkeypatch.setattr("compare.reports.batch._executor", Instantly)


def why(project, **options):
    summary = run_batch(project, Options(**options))
    assert not summary.failed, summary.failed
    return summary.why


@pytest.mark.usefixtures("instantly")
def test_a_second_run_has_nothing_to_do(project):
    assert why(project) == {"r-1": "new", "r-2": "new"}
    assert why(project) == {}
    assert why(project, force=True) == {"r-1": "forced", "r-2": "forced"}


@pytest.mark.usefixtures("instantly")
def test_times_do_not_count_and_contents_do(project):
    why(project)
    for path in (project.notebooks / "n.ipynb", project.reports / "r-1.html"):
        os.utime(path, (1, 1))
    assert why(project) == {}
    write_notebook(project, "n", "n = 1", "print(n, 'changed')", "n")
    assert why(project) == {"r-1": "changed: notebook", "r-2": "changed: notebook"}


@pytest.mark.usefixtures("instantly")
def test_each_part_counts_alone(project, tamper, monkeypatch):
    why(project)
    write_manifest(project, TWO.replace("[1, 2]", "[1, 3]").replace("报告", "页"))
    assert why(project) == {"r-1": "changed: title", "r-3": "new"}
    write_manifest(project, TWO)
    assert why(project) == {"r-1": "changed: title"}  # r-2 is still there
    path = project.texts / "luting.txt"
    text = path.read_text("utf-8")
    path.write_text(text + "。", encoding="utf-8")
    assert set(why(project).values()) == {"changed: texts of the documents"}
    path.write_text(text, encoding="utf-8")
    assert set(why(project).values()) == {"changed: texts of the documents"}
    monkeypatch.setattr("compare.reports.fingerprint.package_hash", lambda of: f"another {of}")
    assert set(why(project).values()) == {"changed: package, export"}


@pytest.mark.usefixtures("instantly")
def test_data_counts_when_it_is_built(project):
    why(project)
    con_version = json.loads((project.reports / ".state" / "r-1.json").read_bytes())
    path = project.raw / "definitions" / "regions.csv"
    path.write_text(path.read_text("utf-8").replace("沙渡", "沙渡渡"), encoding="utf-8")
    assert set(why(project).values()) == {"changed: regions"}
    assert json.loads((project.reports / ".state" / "r-1.json").read_bytes()) != con_version


READS = """import compare
evidence = compare.evidence()
rows = compare.observations(region=region)
print(rows["value"].sum(), evidence.words(rows["figure"]).keys())"""


def of_regions(project, formats):
    """Write a report for each of two regions."""
    write_notebook(project, "n", "region = ''", READS)
    return (
        f"{{name: 'r-{{region}}', notebook: n, title: t, formats: {formats},"
        " matrix: {region: [luting, shuoling]}}"
    )


def change_one_value(project, tamper):
    """Change a value of one region, in the document and in what is typed from it."""
    tamper(project, "luting-plan/figures.csv", "99.5,=,99.5,99.5", "99.4,=,99.4,99.4")
    tamper(project, "luting-plan/figures.csv", "全县小学入学率达到99.5%", "全县小学入学率达到99.4%")
    path = project.texts / "luting.txt"
    before = path.read_bytes()
    text = path.read_text("utf-8").replace("全县小学入学率达到99.5%", "全县小学入学率达到99.4%")
    path.write_text(text, "utf-8")
    source = project.raw / "luting-plan" / "source.yml"
    old, new = (hashlib.sha256(content).hexdigest() for content in (before, path.read_bytes()))
    source.write_text(source.read_text("utf-8").replace(old, new), "utf-8")


def test_one_value_remakes_the_reports_that_read_it(built_world, tamper):
    project = built_world
    write_notebook(project, "typed", "n = 1", "import compare\nlen(compare.check())")
    made = of_regions(project, "[ipynb, html]")
    typed = "{name: typed, notebook: typed, title: t, formats: [ipynb, html]}"
    write_manifest(project, f"[{made}, {typed}]")
    assert set(why(project).values()) == {"new"}
    change_one_value(project, tamper)
    said = why(project, dry_run=True)
    assert said == {
        "r-luting": "changed: observations (region luting), figures cited",
        "typed": "changed: data/raw, texts of the documents",
    }
    before = (project.reports / "r-shuoling.html").read_bytes()
    assert why(project) == said
    assert (project.reports / "r-shuoling.html").read_bytes() == before
    assert why(project) == {}
    run_batch(project, Options(force=True, only=("r-shuoling",)))
    assert (project.reports / "r-shuoling.html").read_bytes() == before  # whatever its history


def test_a_dry_run_says_which_parameter_names_nothing(project):
    write_notebook(project, "of_region", "region = ''", "region")
    write_manifest(
        project,
        "[{name: 'r-{region}', notebook: of_region, title: t, matrix: {region: [luting, lutin]}}]",
    )
    summary = run_batch(project, Options(dry_run=True))
    assert summary.why == {"r-luting": "new", "r-lutin": "new"}
    (name,) = summary.failed
    told = "region='lutin' does not exist. Did you mean 'luting'?"
    assert name == "r-lutin" and summary.failed[name].startswith(told)
    result = CliRunner().invoke(main, ["report", "--dry-run"])
    assert result.exit_code == 1
    assert f"r-lutin: new; it would fail: {told}" in result.stdout


def test_a_front_door_that_is_older_than_what_was_made_is_said_to_be(project):
    made = run_batch(project, Options())
    assert made.made and not made.notices
    (project.reports / "index.html").write_text("", encoding="utf-8")
    assert run_batch(project, Options()).notices == []  # nothing is new
    (notice,) = run_batch(project, Options(force=True)).notices
    assert notice.endswith("do: compare-regions charts")


def test_a_style_sheet_exports_again_and_executes_nothing(project, monkeypatch):
    why(project)
    kept = (project.reports / "r-1.ipynb").read_bytes()
    hashes = {"package": package_hash(EXECUTED), "export": "another"}
    monkeypatch.setattr(
        "compare.reports.fingerprint.package_hash",
        lambda places: hashes["export" if places == EXPORTED else "package"],
    )
    write_notebook(project, "n", "n = 1", "## One", "print(n)", "## Two", "n", "## Three")
    said = why(project, dry_run=True)
    assert said["r-1"] == "changed: export; the page alone, from the notebook executed before"
    monkeypatch.setattr("compare.reports.run.produce.execute", None)
    assert set(why(project).values()) == {"changed: export"}
    assert (project.reports / "r-1.ipynb").read_bytes() == kept
    assert why(project) == {}


def test_what_notebooks_cannot_use_is_no_part_of_what_they_used(tmp_path, monkeypatch):
    for name in ("cli.py", "charts/style.py", "reports/batch.py", "reports/export/report.css",
                 "reports/notebooks/shell.py", "pages/home.py"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr("compare.reports.fingerprint.files", lambda _: tmp_path)

    def after(name):
        before = package_hash(EXECUTED), package_hash(EXPORTED)
        (tmp_path / name).write_text("changed")
        return tuple(
            a != b
            for a, b in zip(before, (package_hash(EXECUTED), package_hash(EXPORTED)), strict=True)
        )

    assert after("cli.py") == after("reports/batch.py") == after("pages/home.py") == (False, False)
    assert after("reports/export/report.css") == (False, True)
    assert after("charts/style.py") == after("reports/notebooks/shell.py") == (True, False)


def test_a_page_of_older_data_says_so_and_is_made_again_when_they_are_built(project, tamper):
    tamper(project, "definitions/regions.csv", "沙渡,", "沙渡渡,")
    assert len(why(project, stale=True)) == 2
    assert "data/raw 在此次构建后有改动" in (project.reports / "r-1.html").read_text("utf-8")
    assert set(why(project).values()) == {"changed: footer"}
    assert "此次构建后" not in (project.reports / "r-1.html").read_text("utf-8")


@pytest.mark.usefixtures("instantly")
def test_a_file_that_a_parameter_names_counts(project):
    write_notebook(project, "f", "file = ''", "open(file).read()")
    (project.notebooks / "given.csv").write_text("1", encoding="utf-8")
    write_manifest(project, "[{name: f, notebook: f, title: t, parameters: {file: given.csv}}]")
    assert why(project) == {"f": "new"}
    (project.notebooks / "given.csv").write_text("2", encoding="utf-8")
    assert why(project) == {"f": "changed: files"}


@pytest.mark.usefixtures("instantly")
def test_a_spoilt_or_missing_file_is_made_again(project):
    why(project)
    (project.reports / "r-1.html").unlink()
    (project.reports / "r-2.ipynb").write_text("{}", encoding="utf-8")
    assert why(project) == {"r-1": "missing: html", "r-2": "missing: ipynb"}
    (project.reports / ".state" / "r-1.json").write_text("broken", encoding="utf-8")
    assert why(project) == {"r-1": "new"}


@pytest.mark.usefixtures("instantly")
def test_only_takes_patterns_and_refuses_those_that_fit_nothing(project):
    assert list(why(project, only=("*-2",))) == ["r-2"]
    with pytest.raises(ValueError, match="Known values: r-1, r-2"):
        run_batch(project, Options(only=("r-l",)))


@pytest.mark.usefixtures("instantly")
def test_prune_removes_what_is_no_longer_in_the_manifest_and_only_then(project):
    why(project)
    write_manifest(project, TWO.replace("[1, 2]", "[1]").replace("'r-", "'r-"))
    (project.reports / "mine.html").write_text("not ours", encoding="utf-8")
    summary = run_batch(project)
    assert summary.surplus == ["r-2"] and (project.reports / "r-2.html").is_file()
    summary = run_batch(project, Options(prune=True))
    assert sorted(path.name for path in summary.removed) == ["r-2.html", "r-2.ipynb"]
    assert not (project.reports / "r-2.html").exists()
    assert (project.reports / "r-1.html").is_file() and (project.reports / "mine.html").is_file()
    assert run_batch(project, Options(prune=True)).removed == []


@pytest.mark.usefixtures("instantly")
def test_prune_keeps_every_format_of_a_report_that_is_in_the_manifest(project):
    why(project)
    why(project, only=("r-1",), formats=("docx",))
    write_manifest(project, TWO.replace("[1, 2]", "[1, 3]"))  # r-1 is as it was
    summary = run_batch(project, Options(prune=True))
    assert sorted(path.name for path in summary.removed) == ["r-2.html", "r-2.ipynb"]
    assert (project.reports / "r-1.docx").is_file()
    (project.reports / "r-1.html").unlink()
    assert why(project, prune=True, force=True) and (project.reports / "r-1.docx").is_file()


@pytest.mark.usefixtures("instantly")
def test_what_prune_removes_is_named_and_a_dry_run_removes_nothing(project):
    why(project)
    write_manifest(project, TWO.replace("[1, 2]", "[1]"))
    (project.reports / "failed").mkdir()
    (project.reports / "failed" / "r-2.txt").write_text("it failed", encoding="utf-8")
    names = ("r-2.html", "r-2.ipynb", "failed/r-2.txt")
    files = [project.reports / name for name in names]
    said = command("report", "--prune", "--dry-run").stdout.splitlines()
    assert set(said[:-1]) == {f"{path} would be removed" for path in files}
    assert said[-1] == "0 would be made, 1 up to date, 3 files would be removed"
    for_scripts = json.loads(command("report", "--prune", "--dry-run", "--json").stdout)
    assert set(for_scripts["removed"]) == set(map(str, files))
    assert all(path.is_file() for path in files)
    said = command("report", "--prune").stdout.splitlines()
    assert set(said[:-1]) == {f"removed {path}" for path in files}
    assert said[-1].startswith("0 made, 1 up to date, 3 files removed (")
    assert not any(path.exists() for path in files)
    assert "nothing to do: 1 report is up to date" in command("report", "--prune").stdout


BRIEF = "{name: 'b-{region}', notebook: brief, title: t, matrix: {region: [luting, shuoling]}%s}"


@pytest.fixture
def bare(monkeypatch):
    """Take away what makes DOCX and PDF."""
    monkeypatch.setattr("compare.reports.plan.has_pdf", lambda: False)
    monkeypatch.setattr("compare.reports.plan.has_docx", lambda: False)


@pytest.mark.usefixtures("instantly", "bare")
@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",), ("--quiet",)])
@pytest.mark.parametrize(
    ("formats", "said"), [("pdf", "Typst"), ("docx", "python-docx"), ("html,docx", "python-docx")]
)
def test_a_format_that_is_asked_for_and_cannot_be_made_is_refused(project, formats, said, more):
    result = command("report", "--formats", formats, *more)
    assert result.exit_code == 1
    assert said in result.stderr and "ipynb, html can be made here" in result.stderr
    assert "up to date" not in result.output and not list(project.reports.glob("r-*"))


@pytest.mark.usefixtures("instantly", "bare")
def test_a_format_of_the_manifest_that_cannot_be_made_is_left_out_and_said(project):
    write_manifest(project, f"[{BRIEF % ''}]")  # of a brief all formats are made
    result = command("report")
    assert result.exit_code == 0 and "2 made, without pdf and docx, which" in result.stdout
    assert "Typst" in result.stderr and "python-docx" in result.stderr
    assert "2 reports are up to date, without pdf and docx, which" in command("report").stdout
    assert json.loads(command("report", "--json").stdout)["without"] == ["pdf", "docx"]
    assert "without" not in command("report", "--formats", "html").stdout


@pytest.mark.usefixtures("instantly", "bare")
def test_a_report_of_which_nothing_can_be_made_has_failed_and_stops_no_other(project):
    write_manifest(project, f"[{TWO[1:-1]}, {BRIEF % ', formats: [pdf]'}]")
    for how in ((), ("--dry-run",)):
        result = command("report", *how)
        assert result.exit_code == 1
        assert "Typst" in result.output and "b-luting" in result.output
    assert (project.reports / "r-2.html").is_file()
    assert "2 failed, 2 up to date" in command("report").stdout


@pytest.mark.usefixtures("instantly")
def test_a_format_that_a_report_cannot_have_leaves_it_out_of_what_is_up_to_date(project):
    write_manifest(project, f"[{TWO[1:-1]}, {BRIEF % ''}]")
    result = command("report", "--formats", "ipynb")
    assert result.exit_code == 0 and "2 made (" in result.stdout
    said = "2 reports left out: a brief has no ipynb; made are html, docx, pdf"
    assert said in result.stderr
    result = command("report", "--formats", "ipynb", "--only", "b-*")
    assert result.exit_code == 1 and "up to date" not in result.stdout
    assert "a brief has no ipynb" in result.stderr


@pytest.mark.usefixtures("instantly")
def test_since_takes_what_a_revision_sees_changed(project):
    def git(*arguments):
        subprocess.run(["git", *arguments], cwd=project.root, check=True, capture_output=True)

    write_notebook(project, "m", "x = 1", "x")
    write_manifest(project, TWO[:-1] + ", {name: m, notebook: m, title: t}]")
    git("init", "-q")
    git("config", "user.email", "a@b")
    git("config", "user.name", "a")
    (project.root / ".gitignore").write_text("reports/*\n!reports/reports.yml\ndata/curated\n")
    git("add", "-A")
    git("commit", "-qm", "1")
    assert why(project, since="HEAD") == {}
    write_notebook(project, "m", "x = 2", "x")
    assert list(why(project, since="HEAD")) == ["m"]
    write_manifest(
        project, TWO.replace("[1, 2]", "[2, 3]")[:-1] + ", {name: m, notebook: m, title: t}]"
    )
    assert sorted(why(project, since="HEAD")) == ["r-3"]
    (project.raw / "new.csv").write_text("")
    assert sorted(why(project, since="HEAD")) == ["r-2"]
    with pytest.raises(ReportError, match="--since takes a git revision"):
        run_batch(project, Options(since="nowhere"))


@pytest.mark.usefixtures("own_process")
def test_any_number_of_jobs_gives_the_same_bytes(project, lend, monkeypatch):
    write_notebook(project, "n", "n = 1", CHART, "import random\n{'a', 'b', 'c'}", "object()")
    of_libraries = "{name: r-libraries, notebook: m, title: t, formats: [ipynb]}"
    write_notebook(project, "m", "n = 1", DISLIKE_FORKS)
    write_manifest(
        project, TWO.replace("}}]", f"}}, formats: [ipynb, html, docx]}}, {of_libraries}]")
    )
    found = []
    import polars  # a fork of this process would hang now

    polars.DataFrame({"a": range(10_000)}).lazy().select(polars.col("a").sum()).collect()
    for options in ({"jobs": 1}, {"jobs": 2, "charts": False}):
        why(project, force=True, report_seconds=60, **options)
        found.append({p.name: p.read_bytes() for p in project.reports.glob("r-*")})
        lend(monkeypatch)  # the process that is kept makes two at a time
    assert len(found[0]) == 7
    assert found[0] == found[1]


def test_reports_share_nothing(project):
    write_notebook(
        project, "n", "n = 1",
        "import os, compare\nassert 'left' not in os.environ and not hasattr(compare, 'left')\n"
        "os.environ['left'] = compare.left = 'x'\nimport random, numpy\nprint(random.random())\n"
        "print(numpy.random.random())",
    )  # fmt: skip
    why(project, jobs=1)
    texts = {(project.reports / f"r-{n}.ipynb").read_text("utf-8") for n in (1, 2)}
    numbers = [re.findall(r"0\.\d{6,}", text) for text in texts]
    assert len(numbers[0]) == 2 and not set(numbers[0]) & set(numbers[1])


def test_cells_and_reports_that_take_too_long_are_stopped(project):
    write_notebook(
        project, "slow", "how = ''",
        "import time\ntry:\n    time.sleep(60 if how == 'cell' else 0)\n"
        "except Exception:\n    pass\n"
        "import signal\nif how == 'report':\n    signal.signal(signal.SIGALRM, signal.SIG_IGN)\n"
        "    time.sleep(60)",
    )  # fmt: skip
    write_manifest(
        project,
        "[{name: 's-{how}', notebook: slow, title: t, matrix: {how: [cell, report, none]}}]",
    )
    summary = run_batch(project, Options(cell_seconds=1, report_seconds=3))
    assert summary.made == ["s-none"]
    assert "the cell took longer than 1 seconds" in summary.failed["s-cell"]
    assert "it took longer than 3 seconds" in summary.failed["s-report"]


def test_a_crash_fails_its_report_alone_and_says_why(project):
    write_notebook(
        project, "crash", "how = ''",
        "import os, signal\nif how == 'kill': os.kill(os.getpid(), signal.SIGKILL)\n"
        "if how == 'segv': os.kill(os.getpid(), signal.SIGSEGV)\n"
        "if how == 'exit': os._exit(3)\nhow",
    )  # fmt: skip
    write_manifest(
        project,
        "[{name: 'c-{how}', notebook: crash, title: t, matrix: {how: [kill, segv, exit, none]}}]",
    )
    summary = run_batch(project)
    assert summary.made == ["c-none"]
    assert "killed by SIGKILL" in summary.failed["c-kill"]
    assert "killed by SIGSEGV" in summary.failed["c-segv"]
    assert "exit code 3" in summary.failed["c-exit"]
    assert "killed by SIGKILL" in (project.reports / "failed" / "c-kill.txt").read_text("utf-8")


def test_a_success_removes_what_an_earlier_failure_left(project):
    write_notebook(project, "n", "n = 1", "raise ValueError(n)")
    assert len(run_batch(project).failed) == 2
    assert len(list((project.reports / "failed").iterdir())) == 4
    write_notebook(project, "n", "n = 1", "n")
    why(project)
    assert not (project.reports / "failed").exists()


@pytest.mark.usefixtures("instantly")
def test_a_killed_publication_is_completed_by_the_next_run(project):
    why(project)
    store = Store(project.reports)
    before = (project.reports / "r-1.html").read_bytes()
    with store.locked(lambda: None):
        folder = store.folder_for("r-1")
        for ending in ("html", "ipynb"):
            shutil.copy(project.reports / f"r-1.{ending}", folder)
        (folder / "r-1.html").write_bytes(before + b" ")
        original, Store._move = Store._move, lambda *_: []
        try:
            store.publish("r-1", store.made("r-1").fingerprint)
        finally:
            Store._move = original
    with store.locked(lambda: None):
        assert (project.reports / "r-1.html").read_bytes() == before + b" "
    assert why(project) == {}


def test_a_read_only_folder_is_a_clear_error(project, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(project.reports))

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(ReportError, match="cannot be written: Permission denied"):
        run_batch(project)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_a_clear_error_and_keeps_what_was_there(project, tmp_path):
    write_notebook(project, "n", "n = 1", "print('x' * 20_000 * n)")
    why(project)
    before = (project.reports / "r-1.html").read_bytes()
    disk = tmp_path / "disk"
    shutil.copytree(project.reports, tmp_path / "kept")
    project.reports.rename(disk)
    project.reports.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(project.reports)],
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        shutil.copytree(disk, project.reports, dirs_exist_ok=True)
        write_notebook(project, "n", "n = 1", "print('x' * 2_000_000 * n)")
        summary = run_batch(project)
        assert set(summary.failed) == {"r-1", "r-2"}
        assert "No space left on device" in summary.failed["r-1"]
        assert (project.reports / "r-1.html").read_bytes() == before
    finally:
        subprocess.run(["umount", str(project.reports)], check=True)


def test_nothing_to_do_imports_nothing_heavy_and_is_quick(project):
    why(project)
    program = (
        "import sys; sys.argv = ['x', 'report']\n"
        "from compare.cli import main\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\n"
        "heavy = {'papermill', 'nbconvert', 'matplotlib', 'pandas', 'polars', 'IPython', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "COMPARE_HOME": str(project.root)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "nothing to do: 2 reports are up to date" in result.stdout
    assert result.stdout.splitlines()[-1] == "[]"


def command(*arguments):
    """Run a command in this process; one in its own has to import all, and to warm another."""
    return CliRunner().invoke(main, arguments)


def test_the_command_shows_a_table_of_failures_and_fails(project):
    write_notebook(project, "n", "n = 1", "assert n == 1, 'only one'\nn")
    result = command("report")
    assert result.exit_code == 1
    assert "1 made, 1 failed" in result.stdout
    assert "AssertionError: only one" in result.stderr and "r-2" in result.stderr
    assert "Traceback" not in result.stderr
    log = (project.reports / ".log").read_text("utf-8")
    assert "r-1" in log and "failed: AssertionError: only one" in log


def test_the_command_prints_a_summary_for_scripts(project):
    result = command("report", "--json", "--only", "r-1", "--formats", "html")
    assert result.exit_code == 0, result.stderr
    summary = json.loads(result.stdout)
    assert summary["made"] == ["r-1"] and summary["failed"] == {}
    assert [Path(page).name for page in summary["pages"]] == ["r-1.html"]
    assert not (project.reports / "r-1.ipynb").exists()


@pytest.mark.usefixtures("instantly")
def test_where_the_first_report_is_is_said_once_when_it_is_there(project):
    said = command("report").stdout.splitlines()
    first = f"the first report is there: open {project.reports / 'r-1.html'}"
    assert said[2] == first and said[1].startswith("[1/2] r-1 ") and said.count(first) == 1
    said = command("report", "--formats", "docx", "--only", "r-2").stdout
    assert f"open {project.reports / 'r-2.docx'}\n" in said
    assert "open" not in command("report").stdout  # nothing is made
    for_scripts = command("report", "--force", "--json")
    assert json.loads(for_scripts.stdout)["made"] and for_scripts.stderr == ""


@pytest.mark.usefixtures("instantly")
def test_a_report_that_fails_is_not_the_first_that_is_there(project, monkeypatch):
    def run(self, jobs):
        first, *rest = jobs
        yield Outcome(first.report.name, error="spoilt")
        yield from instant(self, rest)

    instant = Instantly.run
    monkeypatch.setattr(Instantly, "run", run)
    (said,) = [line for line in command("report").stdout.splitlines() if "open " in line]
    assert said.endswith("r-2.html")


def test_a_path_is_not_broken_by_a_narrow_terminal():
    shown = Console(file=io.StringIO(), width=20, force_terminal=False)
    Live(shown).notice("open /a/long/folder/reports/overview.zh.html")
    assert shown.file.getvalue() == "open /a/long/folder/reports/overview.zh.html\n"


def test_quiet_says_nothing(project):
    result = command("report", "--quiet")  # in a process of its own: see test_kills.py
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (project.reports / "r-2.html").is_file()


@pytest.mark.usefixtures("own_process")
def test_where_nothing_forks_kernels_are_used_with_a_notice_and_note_what_is_read(
    built_world, tamper, monkeypatch
):
    def run(*_):
        raise ForkNotPossibleError("a forked process hangs")
        yield

    project = built_world
    write_manifest(project, f"[{of_regions(project, '[ipynb]')}]")
    monkeypatch.setattr(Forks, "run", run)
    monkeypatch.setattr(Forks, "start", lambda _: None)
    said = []
    pages = run_reports(project, said.append, Options(only=("r-luting",), formats=("html",)))
    assert "ordinary kernels are used, which is slower: a forked process hangs" in said
    assert pages == [project.reports / "r-luting.html"] and pages[0].is_file()
    why(project, fork=False, only=("r-shuoling",))  # as it is asked for: without a try to fork
    change_one_value(project, tamper)
    again = why(project, dry_run=True)  # the page alone was asked for above
    assert again == {"r-luting": "changed: observations (region luting), figures cited"}
