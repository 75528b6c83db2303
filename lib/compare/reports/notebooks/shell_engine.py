"""Cells run in IPython's shell, in papermill's process: what ``compare-shell`` does.

The batch forks a process for each report and runs papermill there with this engine, so
that one report shares nothing with another. Plain ``papermill`` and JupyterLab keep their
ordinary kernels; ``papermill --engine compare-shell`` takes this one.
"""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import CellExecutionError
from papermill.engines import Engine, NotebookExecutionManager
from papermill.translators import PythonTranslator

from compare.reports.notebooks.shell import LANGUAGE_INFO, Shell
from compare.reports.notebooks.literals import codify

class CellEngine(Engine):
    """Runs notebooks in this process, with the outputs of an ordinary kernel."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        execution_timeout: float | None = None,
        **_: Any,
    ) -> None:
        """Run the cells until one fails, as papermill's own engine does.

        Parameters
        ----------
        nb_man : papermill.engines.NotebookExecutionManager
            Holds the notebook, and is told of every cell.
        kernel_name : str
            Not used: the kernel is this process.
        execution_timeout : float, optional
            Seconds that a cell may take.
        """
        shell = Shell(execution_timeout or 0.0)
        with shell.streams():
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                try:
                    going_on = _run(shell, cell)
                except CellExecutionError as error:
                    nb_man.cell_exception(cell, cell_index=index, exception=error)
                    going_on = False
                finally:
                    nb_man.cell_complete(cell, cell_index=index)
                if not going_on:
                    break
        nb_man.nb.metadata["language_info"] = dict(LANGUAGE_INFO)


class TypedTranslator(PythonTranslator):
    """Writes parameters with their types: dates, tuples and numpy's values too."""

    @classmethod
    def codify(cls, parameters: dict[str, Any], comment: str = "Parameters") -> str:
        """Return the source of the cell that sets parameters."""
        return codify(parameters, comment)


def _run(shell: Shell, cell: Any) -> bool:
    """Run a cell that has something to run; tell whether to go on."""
    tags = cell.metadata.get("tags", [])
    if cell.cell_type != "code" or not cell.source.strip() or "skip-execution" in tags:
        return True
    well, cell.execution_count, cell.outputs = shell.run(cell.source)
    if not well and "raises-exception" not in tags:
        errors = [output for output in cell.outputs if output.output_type == "error"]
        last = errors[-1] if errors else None
        raise CellExecutionError(
            "\n".join(last.traceback) if last else "",
            last.ename if last else "Error",
            last.evalue if last else "",
        )
    return not shell.left
