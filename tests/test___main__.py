"""``python -m compare`` as a process of its own: cold, complete, without colours."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from compare.cli import main


def module(*arguments, **environment):
    """Run ``python -m compare`` as a process of its own, cold."""
    command = [sys.executable, "-m", "compare", *arguments]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, check=False)


COLD = [["--help"], ["list", "indicators"], ["coverage"], ["trace", "luting-plan/007"]]


@pytest.mark.parametrize("arguments", COLD, ids=" ".join)
def test_what_is_asked_for_often_imports_little(seen_world, arguments):
    asked = {"COMPARE_HOME": str(seen_world.root)}
    result = module(*arguments, **asked)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout  # colours are for terminals
    looking = (
        "import sys; from compare.cli import main; main(standalone_mode=False); print(*sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", looking, *arguments],
        env=os.environ | asked, capture_output=True, check=True, text=True,
    ).stdout.split()  # fmt: skip
    heavy = {"pandas", "polars", "pyarrow", "matplotlib", "pydantic", "openpyxl", "fontTools"}
    assert heavy & set(shown) == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_and_choices(shell):
    assert "compare-regions" in CliRunner().invoke(main, ["completion", shell]).stdout
    word = "ind" if shell == "fish" else "2"
    asked = {"_COMPARE_REGIONS_COMPLETE": f"{shell}_complete",
             "COMP_WORDS": "compare-regions list ind", "COMP_CWORD": word}  # fmt: skip
    done = module(**asked)
    assert b"indicators" in done.stdout
