"""The same jobs on a Dask cluster: a real scheduler and two worker processes on loopback."""

import os
import shutil
import subprocess
import sys
import time

import psutil
import pytest
from conftest import Lent
from reporting import (
    environment,
    kill,
    marked,
    run_command,
    wait_until,
    whole,
    write_manifest,
    write_notebook,
)

from compare.errors import ReportError
from compare.project import Project
from compare.reports import Options, run_batch

pytest.importorskip("distributed")

from compare.reports.run.cluster import check_address


@pytest.fixture(scope="module")
def project(world_built_once, tmp_path_factory):
    made = Project(shutil.copytree(world_built_once, tmp_path_factory.mktemp("cluster") / "w"))
    write_notebook(
        made, "n", "n = 1",
        "import time, compare\ntime.sleep(0.3)\nlen(compare.observations())", "n",
    )  # fmt: skip
    write_notebook(made, "failing", "n = 1", "assert n != 2, 'not two'\nn")
    write_manifest(
        made, "[{name: 'r-{n}', notebook: n, title: t, matrix: {n: [1, 2, 3, 4]}}, "
        "{name: 'f-{n}', notebook: failing, title: t, matrix: {n: [1, 2]}}]",
    )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def cluster(project, tmp_path_factory):
    """Start a scheduler and two workers; workers do not see the project's folder."""
    tmp_path = tmp_path_factory.mktemp("away")
    mark = f"cluster-{os.getpid()}-{time.monotonic()}"
    away = {**environment(project, mark), "COMPARE_HOME": "/nowhere"}
    started = []

    def start(*arguments):
        program = "from dask.__main__ import main; main()"
        process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments], cwd=tmp_path, env=away,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        started.append(process)
        return process

    file = tmp_path / "scheduler.json"
    start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
          "--scheduler-file", str(file))  # fmt: skip
    assert wait_until(file.is_file)
    workers = [
        start("worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny",
              "--no-dashboard", "--host", "127.0.0.1",
              "--local-directory", str(tmp_path / f"w{n}"))
        for n in range(2)
    ]  # fmt: skip
    import json

    yield json.loads(file.read_text())["address"], workers, mark
    for process in started:
        process.terminate()
        process.wait(20)
    assert wait_until(lambda: not marked(mark)), marked(mark)


def test_a_worker_killed_mid_run_costs_nothing(project, cluster, kept_warm, monkeypatch):
    address, workers, _ = cluster
    with monkeypatch.context() as patch:
        patch.setattr("compare.reports.batch._executor", lambda *_: Lent(kept_warm))
        local = run_batch(project, Options(only=("r-*",)))
    assert not local.failed, local.failed
    before = {p.name: p.read_bytes() for p in project.reports.glob("r-*")}
    for name in before:  # what is there afterwards is the workers'
        (project.reports / name).unlink()
    killed = []

    def kill_one():
        if wait_until(lambda: len(psutil.Process(workers[0].pid).children(recursive=True)) > 1):
            kill(workers[0])
            killed.append(True)

    import threading

    thread = threading.Thread(target=kill_one)
    thread.start()
    summary = run_batch(project, Options(scheduler=address, force=True, only=("r-*",)))
    thread.join()
    assert killed and not summary.failed, summary.failed
    assert len([name for name in whole(project) if name.startswith("r-")]) == 4
    assert {p.name: p.read_bytes() for p in project.reports.glob("r-*")} == before


def test_a_failure_on_a_cluster_is_kept_as_on_one_machine(project, cluster):
    address, _, _ = cluster  # of which one worker is left: each needs a warm process for a batch
    summary = run_batch(project, Options(scheduler=address, only=("f-*",)))
    assert summary.made == ["f-1"]
    assert "not two" in summary.failed["f-2"]
    assert (project.reports / "failed" / "f-2.ipynb").is_file()


@pytest.mark.parametrize("address", ["foo", "", "tcp://", "tcp://host", "http://host:1", "a b:1"])
def test_what_is_no_address_is_refused_at_once(address):
    with pytest.raises(ReportError, match="it takes tcp://host:port"):
        check_address(address)


@pytest.mark.parametrize("address", ["local", "tcp://10.0.0.1:8786", "tls://host:1", "host:8786"])
def test_an_address_is_taken(address):
    check_address(address)


def test_a_scheduler_that_does_not_answer_is_a_sentence(project):
    soon = "from compare.reports.run import cluster; cluster._SECONDS = 1"
    address = "tcp://127.0.0.1:9"
    result = run_command(project, "report", "--force", "--scheduler", address, before=soon)
    assert result.returncode == 1
    assert f"no Dask scheduler answers at {address} within 1 seconds" in result.stderr
    assert "Traceback" not in result.stderr
