"""Tiny projects, notebooks and counts of processes, for the tests of the report batch."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil

MARK = "COMPARE_TEST_MARK"
"""Set in the environment of a batch, so that every process of it can be found."""


def write_manifest(project, text):
    project.reports.mkdir(exist_ok=True)
    (project.reports / "reports.yml").write_text(text, encoding="utf-8")


def write_notebook(project, name, *sources):
    """Write a notebook; sources that begin with '#' and a blank are Markdown."""
    cells = []
    for number, source in enumerate(sources):
        markdown = source.startswith(("# ", "## "))
        make = nbformat.v4.new_markdown_cell if markdown else nbformat.v4.new_code_cell
        cells.append(make(source, id=f"cell-{number}"))
    code = next(cell for cell in cells if cell.cell_type == "code")
    code.metadata["tags"] = ["parameters"]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "name": "python3", "display_name": "Python 3", "language": "python",
    }  # fmt: skip
    project.notebooks.mkdir(exist_ok=True)
    nbformat.write(notebook, project.notebooks / f"{name}.ipynb")


def command(*arguments, before=""):
    program = "import sys; sys.argv[0] = 'compare-regions'; from compare.cli import main; main()"
    return [sys.executable, "-c", f"{before}\n{program}", *arguments]


def environment(project, mark="", **more):
    inherited = {
        k: v for k, v in os.environ.items() if k != "PYTEST_CURRENT_TEST"
    }  # a kernel sees it
    return {**inherited, "COMPARE_HOME": str(project.root), MARK: mark, **more}


def run_command(project, *arguments, mark="", timeout=120, before="", **more):
    return subprocess.run(
        command(*arguments, before=before),
        env=environment(project, mark, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def start_command(project, *arguments, mark):
    # progress goes to standard error where it takes long, and is no part of what scripts read
    apart = subprocess.PIPE if "--json" in arguments else subprocess.STDOUT
    return subprocess.Popen(
        command(*arguments),
        env=environment(project, mark),
        stdout=subprocess.PIPE,
        stderr=apart,
        start_new_session=True,
    )


def marked(mark):
    """Return the living processes of a batch, whoever their parent is by now."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def wait_until(condition, seconds=60.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())


def kill(process):
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)


def whole(project):
    """Check that every report that is there is whole, and nothing half-made beside it."""
    for page in project.reports.glob("*.html"):
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>"), page
    for notebook in project.reports.glob("*.ipynb"):
        cells = json.loads(notebook.read_bytes())["cells"]
        assert cells[-1]["outputs"], notebook
    return sorted(Path(p).name for p in project.reports.glob("*.html"))


def children_of(process):
    """Return the warm process of a batch and its children, as far as they live."""
    try:
        return [p for p in psutil.Process(process.pid).children(recursive=True) if p.is_running()]
    except psutil.Error:
        return []


def warm_of(process):
    return [
        p for p in children_of(process) if "compare.reports.run.warm" in " ".join(command_of(p))
    ]


def command_of(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def kill_batches(project, mark, times, chance, seconds=2.5):
    """Kill whole batches, main process alone or with its group, at random moments."""
    for number in range(times):
        batch = start_command(project, "report", "--force", "--jobs", "2", mark=mark)
        time.sleep(chance.uniform(0.0, seconds))
        if number % 2:
            os.killpg(batch.pid, signal.SIGKILL)
        else:
            kill(batch)
        batch.communicate()
        assert wait_until(lambda: not marked(mark)), marked(mark)
        whole(project)


def start_batch(project, mark):
    return start_command(project, "report", "--force", "--jobs", "2", "--json", mark=mark)


def kill_children(batch, times, chance):
    """Kill reports of a batch while they run; return how many were."""
    killed = 0
    while killed < times and batch.poll() is None:
        warm = {p.pid for p in warm_of(batch)[:1]}
        running = [p for p in warm_of(batch) if p.pid not in warm]
        if running:
            kill(chance.choice(running))
            killed += 1
        time.sleep(chance.uniform(0.0, 0.12))
    return killed


def kill_warm(batch, times, chance):
    """Kill the warm process of a batch, again after it has been replaced; return how often."""
    killed = 0
    for _ in range(times):
        assert wait_until(lambda: len(warm_of(batch)) > 1 or batch.poll() is not None)
        time.sleep(chance.uniform(0.0, 0.4))
        for process in warm_of(batch)[:1]:
            kill(process)
            killed += 1
        time.sleep(0.1)
    return killed


def ended(project, batch, mark):
    """Return what a batch says at its end: nothing of it runs on, and nothing is half."""
    said, _ = batch.communicate(timeout=120)
    assert wait_until(lambda: not marked(mark)), marked(mark)
    whole(project)
    return json.loads(said)
