"""Kernels, workers and whole batches killed at random moments: nothing half, nothing left."""

import os
import random
import signal
import threading
import time

import pytest
from reporting import (
    children_of,
    command_of,
    kill,
    kill_batches,
    kill_children,
    kill_warm,
    marked,
    run_command,
    start_command,
    wait_until,
    whole,
    write_manifest,
    write_notebook,
)

from compare.reports import Options, run_batch

MANY = "[{name: 'r-{n}', notebook: n, title: 't', matrix: {n: %s}}]"

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is nothing to kill"),
    pytest.mark.usefixtures("from_one_warm_process"),  # of this process; those killed have theirs
]


@pytest.fixture
def mark(request):
    return f"{request.node.name}-{os.getpid()}-{time.monotonic()}"


@pytest.fixture
def project(built_world):
    # a grandchild, too, that would sleep on
    write_notebook(
        built_world, "n", "n = 1",
        "import subprocess, time\nsubprocess.Popen(['sleep', '300'])\ntime.sleep(0.1)", "n",
    )  # fmt: skip
    write_manifest(built_world, MANY % list(range(6)))
    return built_world


def completes(project, count, mark):
    summary = run_batch(project)
    assert not summary.failed, summary.failed
    assert len(whole(project)) == count
    assert not (project.reports / ".work").exists()
    assert wait_until(lambda: not marked(mark)), marked(mark)


def test_whole_batches_killed_at_random_moments(project, mark):
    kill_batches(project, mark, 2, random.Random(6))
    completes(project, 6, mark)


def test_reports_killed_at_random_moments(project, mark):
    write_manifest(project, MANY % list(range(10)))
    killed, said = kill_children(project, mark, 4, random.Random(6))
    assert killed == 4
    assert len(said["made"]) + len(said["failed"]) == 10
    assert all("killed by SIGKILL" in why for why in said["failed"].values())
    completes(project, 10, mark)


def test_warm_processes_killed_at_random_moments(project, mark):
    killed, said = kill_warm(project, mark, random.Random(6), times=1)
    assert killed >= 1
    assert len(said["made"]) + len(said["failed"]) == 6
    assert all("the warm process died" in why for why in said["failed"].values())
    completes(project, 6, mark)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_batch_ends_everything_and_says_so(project, mark, number):
    batch = start_command(project, "report", "--jobs", "2", mark=mark)
    assert wait_until(lambda: len(children_of(batch)) >= 2)
    batch.send_signal(number)
    said, _ = batch.communicate(timeout=60)
    assert batch.returncode == 130
    assert "stopped; what was made stays" in said.decode()
    assert wait_until(lambda: not marked(mark)), marked(mark)
    whole(project)


def test_a_kernel_that_is_killed_fails_its_report_and_leaves_nothing(project, mark):
    begin = "import time\nfrom pathlib import Path\nPath(f'begun-{n}').touch()\n"
    write_notebook(project, "n", "n = 1", begin + "time.sleep(60 if n == 1 else 0)", "n")
    write_manifest(project, MANY % [1, 2])
    batch = start_command(project, "report", "--kernels", "--jobs", "2", "--json", mark=mark)

    def kernels():
        return [p for p in marked(mark) if "ipykernel_launcher" in " ".join(command_of(p))]

    assert wait_until(lambda: (project.reports / "r-2.html").is_file())
    assert wait_until(lambda: [*project.root.rglob("begun-1")])
    for process in kernels():
        kill(process)
    said, _ = batch.communicate(timeout=60)
    assert batch.returncode == 1
    assert "DeadKernelError" in said.decode()
    assert wait_until(lambda: not marked(mark)), marked(mark)


def test_ordinary_kernels_do_not_outlive_a_killed_batch(project, mark):
    write_notebook(project, "n", "n = 1", "import time\ntime.sleep(60)")
    batch = start_command(project, "report", "--kernels", "--jobs", "1", mark=mark)
    assert wait_until(
        lambda: any("ipykernel_launcher" in " ".join(command_of(p)) for p in marked(mark))
    )
    os.killpg(batch.pid, signal.SIGKILL)
    batch.communicate()
    assert wait_until(lambda: not marked(mark)), marked(mark)


def test_two_batches_at_once_do_not_harm_each_other(project, mark):
    found = []
    threads = [
        threading.Thread(
            target=lambda: found.append(run_command(project, "report", "--json", mark=mark))
        )
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [result.returncode for result in found] == [0, 0], found[0].stderr + found[1].stderr
    assert len(whole(project)) == 6
    assert run_batch(project, Options()).made == []
