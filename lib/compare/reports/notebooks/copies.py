"""A copy of the project to try things in: what is added there leaves the project as it is."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from compare.curated.noting import note
from compare.errors import CompareError
from compare.project import Project, find_project

HOME = "COMPARE_HOME"
_COPY = "compare-copy-"


def made_up_plan() -> Path:
    """Return the text of a plan that no county has issued, to try a scan on."""
    return Path(str(files("compare.sources"))) / "examples" / "plan-made-up.txt"


def copied_project() -> Project:
    """Return a copy of the project's data/raw, in a folder that nothing else uses.

    What a walk-through adds, corrects and builds there leaves the project as it is. The
    folder goes with :func:`remove_copy`, or when the kernel ends.
    """
    note("raw")
    root = Path(tempfile.mkdtemp(prefix=_COPY))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(find_project().raw, root / "data" / "raw")
    return Project(root)


def remove_copy(project: Project) -> None:
    """Remove a copy made by :func:`copied_project`.

    Raises
    ------
    CompareError
        If the project is no such copy.
    """
    root = project.root
    if root.parent != Path(tempfile.gettempdir()) or not root.name.startswith(_COPY):
        raise CompareError(f"{root} is no copy made by copied_project(); it is left as it is")
    shutil.rmtree(root, ignore_errors=True)


@contextmanager
def inside(project: Project) -> Iterator[None]:
    """Read from another project for as long as the block runs."""
    before = os.environ.get(HOME)
    os.environ[HOME] = str(project.root)
    try:
        yield
    finally:
        del os.environ[HOME]
        if before is not None:
            os.environ[HOME] = before
