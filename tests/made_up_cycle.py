"""The made-up plan cycle: tests/world, and the sources of it that followed."""

from __future__ import annotations

import shutil
from pathlib import Path

WORLD = Path(__file__).parent / "world"


def copy_cycle(home: Path) -> None:
    """Copy tests/world with the plan, the points and the bulletins that followed."""
    shutil.copytree(WORLD, home, ignore=shutil.ignore_patterns("cycle"))
    add_cycle(home)


def add_cycle(home: Path) -> None:
    """Add the sources that followed to a copy of tests/world."""
    for folder in (WORLD / "cycle").iterdir():
        into = home / "texts" if folder.name == "texts" else home / "data" / "raw" / folder.name
        shutil.copytree(folder, into, dirs_exist_ok=True)
