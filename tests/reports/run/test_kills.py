"""Kernels, workers and whole batches killed at random moments: nothing half, nothing left."""

import os
import random
import signal
import threading
import time

import pytest
from reporting import (
    command_of,
    ended,
    kill,
    kill_batches,
    kill_children,
    kill_warm,
    marked,
    run_command,
    start_batch,
    start_command,
    wait_until,
    warm_of,
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


def test_warm_processes_and_reports_killed_at_random_moments(project, mark):
    write_manifest(project, MANY % list(range(12)))
    chance = random.Random(6)
    batch = start_batch(project, mark)
    assert kill_warm(batch, 1, chance) == 1
    assert kill_children(batch, 4, chance) == 4
    said = ended(project, batch, mark)
    assert len(said["made"]) + len(said["failed"]) == 12
    lost = [why for why in said["failed"].values() if why.startswith("the warm process died")]
    killed = [why for why in said["failed"].values() if "its process was killed by SIGKILL" in why]
    assert len(lost) <= 2  # so many run at a time
    assert {*lost, *killed} == {*said["failed"].values()}
    completes(project, 12, mark)


@pytest.mark.parametrize(
    ("number", "running"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)], ids=["warming", "running"]
)
def test_a_stopped_batch_ends_everything_and_says_so(project, mark, number, running):
    batch = start_command(project, "report", "--jobs", "2", mark=mark)
    assert wait_until(lambda: len(warm_of(batch)) >= running)
    batch.send_signal(number)
    said, _ = batch.communicate(timeout=60)
    assert batch.returncode == 130
    assert "stopped; what was made stays" in said.decode()
    assert wait_until(lambda: not marked(mark)), marked(mark)
    whole(project)


def test_a_kernel_that_is_killed_fails_its_report_and_leaves_nothing(project, mark):
    begin = "import time\nfrom pathlib import Path\nPath('begun').touch()\n"
    write_notebook(project, "n", "n = 1", begin + "time.sleep(60)", "n")
    write_manifest(project, MANY % [1])
    batch = start_command(project, "report", "--kernels", "--jobs", "2", "--json", mark=mark)

    def kernels():
        return [p for p in marked(mark) if "ipykernel_launcher" in " ".join(command_of(p))]

    assert wait_until(lambda: [*project.root.rglob("begun")])
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
            target=lambda: found.append(run_command(project, "report", "--quiet", mark=mark))
        )
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in found:
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert len(whole(project)) == 6
    assert run_batch(project, Options()).made == []
