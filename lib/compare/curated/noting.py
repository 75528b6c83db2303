"""Noting what a report reads, as questions that can be asked again.

A batch names a file in ``COMPARE_USED`` while a notebook is executed, in a forked process or
in a kernel; every reader of the project notes there what it was asked. Elsewhere nothing is
noted. :mod:`compare.curated.usage` asks the questions again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from compare.atomic import append_line
from compare.project import Project, find_project

VARIABLE = "COMPARE_USED"

_noted: set[tuple[str, ...]] = set()
"""What has been noted, and where: a page asks the same thousands of times."""


def note(reader: str, project: Project | None = None, **asked: Any) -> None:
    """Note that a reader of a project was asked something, once."""
    place = os.environ.get(VARIABLE)
    if not place:
        return
    given = {name: value for name, value in asked.items() if value is not None}
    question = json.dumps([reader, given], ensure_ascii=False, sort_keys=True)
    whose = str(project.root) if project else os.environ.get("COMPARE_HOME") or str(Path.cwd())
    noted = (place, whose, question)
    if noted not in _noted:
        root = (project or find_project()).root.resolve()
        line = json.dumps([str(root), reader, given], ensure_ascii=False, sort_keys=True)
        append_line(Path(place), line)
        _noted.add(noted)
