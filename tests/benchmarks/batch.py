"""How fast reports are made, against papermill as it is and against the plain cells.

    python tests/benchmarks/batch.py [--reports 12 | --all] [--only GLOB]
    python tests/benchmarks/batch.py --whole

All in one run on one machine, over the same notebooks with the same parameters: the plain
``papermill`` command in a loop, ``papermill.execute_notebook`` in one process, the batch with
1 and 2 jobs, cold and warm (charts drawn before), the same cells as a plain script (the lower
limit), and a batch with nothing to do. Seconds of the clock, and of the processors, since
the clock also counts what else a machine does. ``--whole`` measures all that ``make reports``
makes, briefs, pages of charts and front door included, beside papermill in a loop over the
notebooks of the manifest (some twenty minutes) and beside their plain cells.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from compare.curated.build import build
from compare.project import Project
from compare.reports.manifest import BRIEF, Report, read_manifest
from compare.reports.plan import select

ROOT = Path(__file__).parents[2]
LOOP = "papermill command in a loop"
PLAIN = "the same cells as a plain script"
ONE = "papermill.execute_notebook, 1 process"

Row = tuple[str, float, float]
"""What was measured: its name, seconds of the clock and of the processors."""

SCRIPT = '''
import ast, json, sys
import compare
from compare import charts, tables

def show(value):
    """Make what a notebook would show."""
    if value is None:
        return
    for name in ("_repr_mimebundle_", "_repr_html_"):
        if hasattr(value, name):
            getattr(value, name)()
            return
    repr(value)

for path, parameters in json.load(open(sys.argv[1])):
    space = {"__name__": "__main__", "display": lambda *values: [show(v) for v in values]}
    for cell in json.load(open(path))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path, "exec"), space)
        if "parameters" in cell["metadata"].get("tags", []):
            space.update(parameters)
        if last:
            show(eval(compile(ast.Expression(last.value), path, "eval"), space))
'''
ONE_PROCESS = """
import json, sys, papermill
for number, (path, parameters) in enumerate(json.load(open(sys.argv[1]))):
    out = f"{sys.argv[2]}/{number}.ipynb"
    papermill.execute_notebook(path, out, parameters, progress_bar=False)
"""


def main() -> None:
    """Measure, and print a table."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder) / "project")
        os.environ["COMPARE_HOME"] = str(project.root)
        os.chdir(project.notebooks)
        reports = [r for r in _sample(project, arguments) if r.notebook != BRIEF]
        listed = Path(folder) / "reports.json"
        paths = [(f"{project.notebooks / r.notebook}.ipynb", r.parameters) for r in reports]
        listed.write_text(json.dumps(paths), encoding="utf-8")
        print(f"{len(reports)} notebooks, {len(os.sched_getaffinity(0))} processors")
        rows = [
            _timed(LOOP, lambda: _loop(reports, project, folder)),
            _timed(PLAIN, lambda: _run(SCRIPT, listed)),
        ]
        if arguments.whole:
            rows += [_timed(f"make reports, {state}", _whole) for state in ("cold", "again")]
        else:
            rows.append(_timed(ONE, lambda: _run(ONE_PROCESS, listed, folder)))
            rows += _batches(reports, project)
        _print(rows)


def _batches(reports: list[Report], project: Project) -> list[Row]:
    """Measure the batch cold and warm, with one job and two, as notebooks and as pages."""
    rows = []
    for formats in ("ipynb", "ipynb,html"):
        for jobs in (1, 2):
            shutil.rmtree(project.reports / ".cache", ignore_errors=True)
            for state in ("cold", "warm"):
                name = f"batch, {jobs} job{'s' * (jobs > 1)}, {state}, {formats}"
                rows.append(_timed(name, lambda j=jobs, f=formats: _batch(reports, j, f)))
    again = _timed("batch, nothing to do", lambda: _batch(reports, 2, "ipynb,html", force=False))
    return [*rows, again]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=12, help="how many, spread evenly")
    parser.add_argument("--all", action="store_true", help="the whole manifest")
    parser.add_argument("--whole", action="store_true", help="all that make reports makes")
    parser.add_argument("--only", action="append", default=[], metavar="GLOB")
    return parser.parse_args()


def _project(root: Path) -> Project:
    """Return a copy of the project, so that nothing of the reader's is overwritten."""
    shutil.copytree(ROOT / "data" / "raw", root / "data" / "raw")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    (root / "reports").mkdir()
    shutil.copy(ROOT / "reports" / "reports.yml", root / "reports")
    build(Project(root))
    return Project(root)


def _sample(project: Project, arguments: argparse.Namespace) -> list[Report]:
    reports = select(read_manifest(project), project, arguments.only)
    if arguments.all or arguments.whole or len(reports) <= arguments.reports:
        return reports
    step = len(reports) / arguments.reports
    return [reports[int(number * step)] for number in range(arguments.reports)]


def _loop(reports: list[Report], project: Project, folder: str) -> None:
    for report in reports:
        subprocess.run(
            [
                sys.executable, "-m", "papermill",
                f"{project.notebooks / report.notebook}.ipynb", f"{folder}/out.ipynb",
                "-y", yaml.safe_dump(report.parameters), "--no-progress-bar",
            ],
            check=True, capture_output=True,
        )  # fmt: skip


def _run(program: str, *arguments: object) -> None:
    subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], check=True, capture_output=True
    )


def _batch(reports: list[Report], jobs: int, formats: str, *, force: bool = True) -> None:
    only = [part for report in reports for part in ("--only", report.name)]
    _compare("report", "--jobs", str(jobs), "--formats", formats, *only, *["--force"] * force)


def _whole() -> None:
    """Do what ``make reports`` does."""
    for command in ("build", "report", "charts"):
        _compare(command)


def _compare(*arguments: str) -> None:
    command = [sys.executable, "-m", "compare", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def _timed(name: str, call: Callable[[], None]) -> Row:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    call()
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  {name}: {took:.1f} s", file=sys.stderr)
    return name, took, used


def _print(rows: list[Row]) -> None:
    loop, plain = rows[0][1], rows[1][1]
    print(f"{'':42}{'clock':>9}{'processors':>12}{'faster than loop':>18}{'of plain':>10}")
    for name, took, used in rows:
        print(f"{name:42}{took:8.1f}s{used:11.1f}s{loop / took:17.1f}×{took / plain:9.2f}×")


if __name__ == "__main__":
    main()
