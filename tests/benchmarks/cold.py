"""How long what is asked for often takes, from a cold process to its answer.

    python tests/benchmarks/cold.py [times]

Prints the least and the median seconds of the clock and of the processor.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time

ASKED = (["--help"], ["list", "indicators"], ["coverage"], ["trace", "fushun-14fyp/009"])


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(arguments: list[str], times: int) -> tuple[list[float], list[float]]:
    """Run a command some times, and return the seconds of the clock and of the processor."""
    clock, processor = [], []
    for _ in range(times):
        began, before = time.perf_counter(), _spent()
        subprocess.run(
            [sys.executable, "-m", "compare", *arguments], stdout=subprocess.DEVNULL, check=True
        )
        clock.append(time.perf_counter() - began)
        processor.append(_spent() - before)
    return clock, processor


def main() -> None:
    """Print a line for each command."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print("| command | clock, least | median | processor, least | median |\n|---|---|---|---|---|")
    for arguments in ASKED:
        cells = [" ".join(arguments)]
        for seconds in measured(arguments, times):
            cells += [f"{min(seconds):.2f}", f"{statistics.median(seconds):.2f}"]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
