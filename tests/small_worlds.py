"""Worlds with hardly anything in them: no document, one region, one indicator, one year."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from compare.curated.build import build
from compare.project import Project

WORLD = Path(__file__).parent / "world"
SMALL = ("empty", "one-region", "one-indicator", "one-year", "nothing-shared")


def small_world(kind: str, root: Path) -> Project:
    """Make and build a copy of tests/world of which hardly anything is left."""
    shutil.copytree(WORLD, root)
    project = Project(root)
    if kind == "empty":
        _keep_documents(project)
    elif kind == "one-region":
        _keep_documents(project, "luting-plan")
    elif kind == "one-indicator":
        _keep_aligned(project, lambda row: row["indicator"] == "school_enrolment")
    elif kind == "one-year":
        years = _years(project)
        _keep_aligned(project, lambda row: years[row["figure"]] == "2025")
    else:
        theirs = {"luting-plan": {"school_enrolment"}, "shuoling-plan": {"senior_gross"}}
        _keep_aligned(
            project,
            lambda row: row["indicator"] in theirs.get(row["figure"].split("/")[0], set()),
        )
    build(project)
    return project


def _keep_documents(project: Project, *names: str) -> None:
    for path in project.raw.iterdir():
        if path.name not in {"definitions", *names}:
            shutil.rmtree(path)


def _keep_aligned(project: Project, kept: Callable[[dict[str, str]], bool]) -> None:
    for path in project.raw.glob("*/alignment.csv"):
        header, rows = _rows(path)
        mains = [row for row in rows if kept(row)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(mains)


def _years(project: Project) -> dict[str, str]:
    found = {}
    for path in project.raw.glob("*/figures.csv"):
        for row in _rows(path)[1]:
            found[row["figure"]] = row["year"][-4:]
    return found


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or []), list(reader)
