"""The papermill engine ``compare-shell``, as papermill finds it.

papermill looks for engines while it is being imported itself: what it finds must not import
papermill, and does so when it is asked to run a notebook.
"""

from __future__ import annotations

from typing import Any

NAME = "compare-shell"


class ShellEngine:
    """Runs notebooks in this process, with the outputs of an ordinary kernel."""

    @classmethod
    def execute_notebook(cls, *args: Any, **options: Any) -> Any:
        """Run a notebook: see :class:`papermill.engines.Engine`."""
        from compare.reports.notebooks.shell_engine import CellEngine

        return CellEngine.execute_notebook(*args, **options)


def register() -> None:
    """Make the engine and the translator known to papermill, in this process."""
    from papermill.engines import papermill_engines
    from papermill.translators import papermill_translators

    from compare.reports.notebooks.shell_engine import TypedTranslator

    papermill_engines.register(NAME, ShellEngine)
    papermill_translators.register("python", TypedTranslator)
