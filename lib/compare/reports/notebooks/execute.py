"""Running one notebook, and making the result the same each time."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from traitlets import default

from compare.atomic import write_text
from compare.reports.notebooks.engine import NAME, register
from compare.reports.jobs import Job

_SIGNS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_PROCESS = re.compile(r"\bipykernel_[0-9]+/(?=[0-9]+\.py)")
_SOCKETS = "compare-kernel-"
_LONGEST = 300
_ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]{6,}")


class NotebookFailedError(Exception):
    """A cell of a notebook failed: the executed notebook, and the traceback in words."""

    def __init__(self, message: str, traceback: str, executed: Path) -> None:
        super().__init__(message)
        self.traceback = traceback
        self.executed = executed


class _KernelManager(AsyncKernelManager):
    """Talks to its kernel through files, where there are such: no port, nothing overheard."""

    @default("transport")
    def _default_transport(self) -> str:
        return "ipc" if os.name == "posix" else "tcp"

    @default("ip")
    def _default_ip(self) -> str:
        # of its own: two kernels started at once in one folder would take the same files
        return f"{tempfile.mkdtemp(prefix=_SOCKETS)}/k" if self.transport == "ipc" else "127.0.0.1"

    async def cleanup_resources(self, restart: bool = False) -> None:  # type: ignore[override]
        """Remove the files as well."""
        await super().cleanup_resources(restart=restart)
        if self.transport == "ipc" and not restart:
            shutil.rmtree(Path(self.ip).parent, ignore_errors=True)


def in_a_line(message: str) -> str:
    """Return the first line of a message, at most as long as a table can show."""
    line = (message.strip().splitlines() or [""])[0]
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def execute(job: Job, output: Path) -> nbformat.NotebookNode:
    """Run a job's notebook into a file and return it, without what differs between runs.

    Raises
    ------
    NotebookFailedError
        If a cell fails; what ran is in the file.
    """
    register()
    notebooks = job.root / "notebooks"
    try:
        notebook = papermill.execute_notebook(
            str(notebooks / f"{job.report.notebook}.ipynb"),
            str(output),
            parameters=job.report.parameters,
            kernel_name="python3",
            cwd=str(notebooks),
            progress_bar=False,
            request_save_on_cell_execute=False,
            execution_timeout=job.cell_seconds or None,
            **_engine(job),
        )
    except PapermillExecutionError as error:
        if output.is_file():
            notebook = nbformat.read(output, as_version=4)
            _forget_what_differs(notebook)
            write_notebook(notebook, output)
        message = in_a_line(f"{error.ename}: {error.evalue}")
        raise NotebookFailedError(message, _readable(error), output) from error
    _forget_what_differs(notebook)
    write_notebook(notebook, output)
    return notebook


def write_notebook(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook, the same one in the same bytes."""
    write_text(path, nbformat.writes(notebook).rstrip("\n") + "\n")


def _engine(job: Job) -> dict[str, Any]:
    if job.kernel:
        return {"kernel_manager_class": _KernelManager}
    return {"engine_name": NAME}


def _forget_what_differs(notebook: nbformat.NotebookNode) -> None:
    """Remove what differs between two equal runs: times, random ids, places in memory.

    Streams of a kind that follow each other are joined: a kernel splits them by the clock.
    """
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags", [])
        if {"injected-parameters", "papermill-error-cell-tag"} & set(tags):
            cell.id = f"{tags[0]}-{number}"
        for name in ("papermill", "execution", "ExecuteTime"):
            cell.metadata.pop(name, None)
        if cell.cell_type == "code":
            cell.outputs = _joined(cell.outputs)
            for output in cell.outputs:
                _forget_places(output)


def _forget_places(output: Any) -> None:
    """Remove places in memory from an output, and the number of a kernel's process."""
    text = output.get("data", {}).get("text/plain")
    if isinstance(text, str):
        output.data["text/plain"] = _ADDRESS.sub("0x…", text)
    if output.output_type == "stream":
        output.text = _PROCESS.sub("ipykernel/", output.text)


def _joined(outputs: list[Any]) -> list[Any]:
    joined: list[Any] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if output.output_type == "stream" and last and last.get("name") == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _readable(error: PapermillExecutionError) -> str:
    """Return a traceback without the colours of a terminal."""
    lines = [f"cell {error.exec_count}:", error.source, "", *error.traceback]
    return _SIGNS.sub("", "\n".join(lines)) + "\n"
