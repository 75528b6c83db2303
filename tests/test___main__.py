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
    asked = {"COMPARE_HOME": str(seen_world.root), "PYTHONPROFILEIMPORTTIME": "1"}
    result = module(*arguments, **asked)
    lines = result.stderr.decode().splitlines()
    imports = [line for line in lines if line.startswith("import time:")]
    assert (result.returncode, lines) == (0, imports)  # nothing else is said there
    assert b"\x1b" not in result.stdout  # colours are for terminals
    shown = {line.rpartition("|")[2].strip() for line in imports}
    assert "compare.cli" in shown
    heavy = {"pandas", "polars", "pyarrow", "matplotlib", "pydantic", "openpyxl", "fontTools"}
    assert heavy & shown == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_and_choices(shell):
    assert "compare-regions" in CliRunner().invoke(main, ["completion", shell]).stdout
    word = "ind" if shell == "fish" else "2"
    asked = {"_COMPARE_REGIONS_COMPLETE": f"{shell}_complete",
             "COMP_WORDS": "compare-regions list ind", "COMP_CWORD": word}  # fmt: skip
    done = module(**asked)
    assert b"indicators" in done.stdout
