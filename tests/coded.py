"""The documents that the tests know by hand, apart from others that are added beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

CODED = ("fushun-14fyp", "ningbo-2024-keypoints", "pingyang-14fyp", "quzhou-2024-action-plan",
         "xiangshan-14fyp")  # fmt: skip
"""The documents whose figures the tests know by hand: others may be added beside them."""


def copy_coded(raw: Path) -> None:
    """Copy the definitions and the five documents, with their regions alone."""
    source = ROOT / "data" / "raw"
    shutil.copytree(source / "definitions", raw / "definitions")
    for name in CODED:
        shutil.copytree(source / name, raw / name)
    path = raw / "definitions" / "regions.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    theirs = {name.split("-")[0] for name in CODED}
    kept = [row for row in rows if row.split(",")[0] in theirs]
    path.write_text("".join([header, *kept]), encoding="utf-8")
