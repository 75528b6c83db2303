"""The papermill engine ``compare-shell``, as papermill finds it.

papermill looks for engines while it is being imported itself: what it finds must not import
papermill, and does so when it is asked to run a notebook.
"""

from __future__ import annotations

from typing import Any

NAME = "compare-shell"


class _Found(type):
    """Asks the engine itself for all that is asked of what papermill found."""

    def __getattr__(cls, name: str) -> Any:
        from compare.reports.notebooks.shell_engine import CellEngine

        return getattr(CellEngine, name)


class ShellEngine(metaclass=_Found):
    """Runs notebooks in this process, with the outputs of an ordinary kernel."""


def register() -> None:
    """Make the engine and the translator known to papermill, in this process."""
    from papermill.engines import papermill_engines
    from papermill.translators import papermill_translators

    from compare.reports.notebooks.shell_engine import CellEngine, TypedTranslator

    papermill_engines.register(NAME, CellEngine)
    papermill_translators.register("python", TypedTranslator)
