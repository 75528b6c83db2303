"""Kill kernels, workers and whole batches at random moments, a hundred times.

    python tests/benchmarks/kills.py [times]

Fails where a report is half there, a process outlives its batch, or the next run does not
complete. The suite does a part of it (tests/test_reports_kills.py).
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from reporting import (  # noqa: E402
    ended,
    kill_batches,
    kill_children,
    kill_warm,
    run_command,
    start_batch,
    whole,
    write_manifest,
    write_notebook,
)

from compare.curated.build import build  # noqa: E402
from compare.project import Project  # noqa: E402

REPORTS = 24


def main(times: int) -> None:
    """Kill, and count."""
    chance = random.Random(times)
    began, killed = time.monotonic(), {"batches": 0, "reports": 0, "warm processes": 0}
    with tempfile.TemporaryDirectory() as folder:
        project = Project(shutil.copytree(HERE.parent / "world", Path(folder) / "world"))
        build(project)
        write_notebook(
            project,
            "n",
            "n = 1",
            "import subprocess, time\nsubprocess.Popen(['sleep', '300'])\ntime.sleep(0.1)",
            "n",
        )
        numbers = ", ".join(map(str, range(REPORTS)))
        write_manifest(
            project,
            "[{name: 'r-{n}', notebook: n, title: t, matrix: {n: [NUMBERS]}}]".replace(
                "NUMBERS", numbers
            ),
        )
        while sum(killed.values()) < times:
            mark = f"kills-{os.getpid()}-{time.monotonic()}"
            kill_batches(project, mark, 2, chance, seconds=4.0)
            killed["batches"] += 2
            for what, kill, often in (
                ("reports", kill_children, 6), ("warm processes", kill_warm, 2)
            ):  # fmt: skip
                batch = start_batch(project, mark)
                killed[what] += kill(batch, often, chance)
                ended(project, batch, mark)
        result = run_command(project, "report", "--json")
        assert result.returncode == 0, result.stderr
        assert len(whole(project)) == REPORTS
    said = ", ".join(f"{count} {what}" for what, count in killed.items())
    print(f"{said} killed in {time.monotonic() - began:.0f} s: nothing half, nothing left")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
