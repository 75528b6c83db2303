"""The reference of the command line, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from compare.cli import main

_HEAD = """# Commands

What `compare-regions --help`, and `--help` of each command, print. `python -m compare` is the
same. This page is made by `make docs`.

Results go to standard output, everything else to standard error; colours and progress bars are
for terminals alone (`NO_COLOR` turns colours off there, too). `--json` prints for scripts, and
`--quiet` nothing but what is wrong. Tab completion: `eval "$(compare-regions completion bash)"`
(zsh, fish).

| variable | what it says |
|---|---|
| `COMPARE_HOME` | the project's folder; by default the one at or above the current folder |
| `COMPARE_DOCUMENTS` | where the documents' plain texts are; by default `data/raw/documents` |

| exit code | means |
|---|---|
| 0 | done |
| 1 | not done, or what was checked has problems: standard error says why |
| 2 | the command itself is not understood |
| 130 | stopped by Ctrl-C |
"""


def commands() -> str:
    """Return the page, as Markdown."""
    return _HEAD + "".join(f"\n{section}" for section in _sections())


def _sections() -> Iterator[str]:
    whole = click.Context(
        main, info_name="compare-regions", terminal_width=92, **main.context_settings
    )
    for name, command in sorted(main.commands.items()):
        with click.Context(command, parent=whole, info_name=name) as context:
            shown = "\n".join(map(str.rstrip, command.get_help(context).splitlines())).rstrip()
        yield f"## {name}\n\n```text\n{shown}\n```\n"
