"""The documents that the tests know by hand, apart from others that are added beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

CODED = ("fushun-14fyp", "ningbo-2024-keypoints", "pingyang-14fyp", "quzhou-2024-action-plan",
         "xiangshan-14fyp")  # fmt: skip
"""The documents whose figures the tests know by hand: others may be added beside them."""


OF_OUTCOMES = (
    "fushun-2021-work-report", "fushun-2025-work-report", "ningbo-2020-work-report",
    "ningbo-2021-work-report", "ningbo-2022-work-report", "ningbo-2023-work-report",
    "ningbo-2024-work-report", "ningbo-2025-balanced-list", "ningbo-2025-newspaper",
    "ningbo-2026-work-report", "pingyang-2025-balanced-list", "quzhou-2023-work-report",
    "quzhou-2025-balanced-list", "quzhou-2025-preschool-list", "quzhou-2025-work-report",
    "xiangshan-2025-balanced-list", "xiangshan-2026-conference",
)  # fmt: skip
"""The documents that tell what became of those: what tests say of briefs rests on them, too."""


def copy_coded(raw: Path) -> None:
    """Copy the definitions and the five documents, with their regions alone."""
    copy_sources(raw, CODED)


def copy_sources(raw: Path, names: tuple[str, ...]) -> None:
    """Copy the definitions and some documents, with their regions alone."""
    source = ROOT / "data" / "raw"
    shutil.copytree(source / "definitions", raw / "definitions")
    for name in names:
        shutil.copytree(source / name, raw / name)
    path = raw / "definitions" / "regions.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    theirs = {name.split("-")[0] for name in names}
    kept = [row for row in rows if row.split(",")[0] in theirs]
    path.write_text("".join([header, *kept]), encoding="utf-8")
