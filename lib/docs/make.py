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


def main() -> None:
    """Write every page and picture, and say where."""
    (HERE / "architecture.svg").write_text(architecture(), encoding="utf-8")
    (HERE / "commands.md").write_text(commands(), encoding="utf-8")
    (HERE / "data.md").write_text(dictionary(ROOT / "data" / "curated"), encoding="utf-8")
    write_pictures(HERE, compare.observations(), compare.coverage(), compare.evidence())
    pdoc.render.configure(docformat="numpy", search=True)
    api = ROOT / "build" / "api"
    pdoc.pdoc("compare", output_directory=api)
    print(f"{HERE}\n{api / 'index.html'}")


if __name__ == "__main__":
    main()
