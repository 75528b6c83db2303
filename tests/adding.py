"""A small world before and after a bulletin is added to it, with the pages of both.

``python adding.py FOLDER`` makes them in a process of their own: what notebooks leave behind
stays in it.
"""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORLD = Path(__file__).parent / "world"
BULLETIN = "luting-2025-bulletin"

_MANIFEST = """
- {name: 'indicator-{indicator}', notebook: 03-indicator, title: t, formats: [ipynb],
   matrix: {indicator: [star_schools, school_gap]}}
- {name: 'region-{region}', notebook: 04-region, title: t, formats: [ipynb],
   matrix: {region: regions}}
- {name: 'pair-{region_a}-{region_b}', notebook: 05-pair, title: t, formats: [ipynb],
   matrix: {'region_a, region_b': [[chengwan, luting], [chengwan, shuoling]]}}
- {name: attainment, notebook: 11-attainment, title: t, formats: [ipynb]}
- {name: 'brief-{region}', notebook: brief, title: t, formats: [docx],
   matrix: {region: [luting, shuoling]}}
"""


def add_bulletin(root: Path) -> None:
    """Add a bulletin that states one shared indicator, and a number that nobody else has."""
    folder = shutil.copytree(WORLD / "cycle" / BULLETIN, root / "data" / "raw" / BULLETIN)
    for name, numbers in (("figures.csv", "00[34]"), ("alignment.csv", "004")):
        head, *lines = (folder / name).read_text("utf-8").splitlines()
        kept = [line for line in lines if re.match(f"{BULLETIN}/{numbers},", line)]
        (folder / name).write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
    shutil.copy(WORLD / "cycle" / "texts" / f"{BULLETIN}.txt", root / "texts")


def before_and_after(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes], set[str]]:
    """Return the files of every page before and after, and the names of those made anew."""
    root = shutil.copytree(WORLD, folder / "world")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    environment = {
        **os.environ, "COMPARE_HOME": str(root), "COMPARE_DOCUMENTS": str(root / "texts"),
    }  # fmt: skip
    subprocess.run([sys.executable, __file__, str(root)], env=environment, check=True)
    made = set(json.loads((root / "made.json").read_bytes()))
    return _pages(root / "before"), _pages(root / "reports"), made


def _pages(folder: Path) -> dict[str, bytes]:
    names = (path for path in folder.iterdir() if path.suffix in (".ipynb", ".docx"))
    return {path.name: path.read_bytes() for path in names}


def main(root: Path) -> None:
    """Make the pages, add the bulletin, and make what is not up to date."""
    from unittest.mock import patch

    from compare.reports.run.warm import import_everything

    gc.disable()  # as a warm process does
    import_everything()
    gc.freeze()
    gc.enable()

    from reporting import write_manifest

    from compare.charts import Chart
    from compare.curated.build import build
    from compare.project import Project
    from compare.reports import Options, run_batch

    project = Project(root)
    write_manifest(project, _MANIFEST)
    undrawn = patch.object(Chart, "_drawn", lambda *_, **__: b"\x89PNG")
    here = patch("compare.reports.batch._executor", _InThisProcess)
    with undrawn, here:
        for add in (lambda _: None, add_bulletin):
            if project.reports.is_dir() and add is add_bulletin:
                shutil.copytree(project.reports, root / "before")
            add(root)
            build(project)
            summary = run_batch(project, Options(charts=False))
            assert not summary.failed, summary.failed
    (root / "made.json").write_text(json.dumps(summary.made), encoding="utf-8")


class _InThisProcess:
    """Makes reports one after another."""

    def __init__(self, *_: object) -> None:
        pass

    def run(self, jobs: Iterable[object]) -> Iterator[object]:
        from compare.curated import noting
        from compare.reports.run.produce import work

        for job in jobs:
            noting._noted.clear()  # as in a process of its own, where nothing has been noted
            yield work(job)

    def close(self) -> None:
        """There is nothing to end."""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
