"""Write everything that is made of the code and the data: ``make docs``.

Beside this file: the architecture, the commands, the data dictionary and the pictures of the
README, which tests hold to the code. Under ``build/api``: the reference of the package.
"""

from __future__ import annotations

from pathlib import Path

import pdoc
import pdoc.render
from architecture import ROOT, architecture
from commands import commands
from dictionary import dictionary
from pictures import write_pictures

import compare

HERE = Path(__file__).parent

ROOMS = ("charts", "finding", "tables")
"""The rooms whose names are offered, beside those of the package itself."""


def main() -> None:
    """Write every page and picture, and say where."""
    (HERE / "architecture.svg").write_text(architecture(), encoding="utf-8")
    (HERE / "commands.md").write_text(commands(), encoding="utf-8")
    (HERE / "data.md").write_text(dictionary(ROOT / "data" / "curated"), encoding="utf-8")
    write_pictures(HERE, compare.observations(), compare.coverage(), compare.evidence())
    print(f"{HERE}\n{_api(ROOT / 'build' / 'api')}")


def _api(folder: Path) -> Path:
    """Write the reference of what the package offers; return its first page."""
    for room in (compare, compare.charts, compare.finding, compare.tables):
        for name in room.__all__:  # pdoc sees what is there, not what is made when asked for
            setattr(room, name, getattr(room, name))
    pdoc.render.configure(docformat="numpy", search=True)
    pdoc.pdoc("compare", rf"!compare\.(?!({'|'.join(ROOMS)})$).*", output_directory=folder)
    return folder / "index.html"


if __name__ == "__main__":
    main()
