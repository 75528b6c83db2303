"""A notebook's cells in IPython's own shell, in this process, without a kernel around it.

It is the shell class, display hook and publisher of the ordinary kernel; only the session
that would send their messages over sockets keeps them instead. So outputs are those of an
ordinary kernel by construction, and a test holds the two together. No message is waited for.
"""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import io
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import matplotlib as mpl
from ipykernel.compiler import XCachingCompiler
from ipykernel.ipkernel import IPythonKernel
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.interactiveshell import _asyncio_runner  # type: ignore[attr-defined]
from jupyter_client.session import Session
from nbformat import NotebookNode
from nbformat.v4 import output_from_msg
from traitlets.config import Config

LANGUAGE_INFO = IPythonKernel.language_info
_PROCESS = re.compile(r"ipykernel_[0-9]+")
_SHOWN = ("stream", "display_data", "execute_result", "error")


class CellTimeoutError(BaseException):
    """A cell took longer than it may; no ``except Exception`` of a notebook holds it up."""


class Outputs:
    """The outputs of a notebook, in order.

    Follows nbclient in what a message does to the outputs: streams are joined, a display
    with an id can be updated, ``clear_output`` may wait.
    """

    def __init__(self) -> None:
        self.current: list[NotebookNode] = []
        self._waiting = False
        self._displays: dict[str, list[NotebookNode]] = {}

    def begin(self) -> list[NotebookNode]:
        """Return the list that the next cell's outputs go to."""
        self.current = []
        self._waiting = False
        return self.current

    def take(self, kind: str, content: dict[str, Any]) -> None:
        """Do what a message says."""
        if kind == "clear_output":
            self._clear(wait=bool(content.get("wait")))
        elif kind == "update_display_data":
            self._update(content)
        elif kind in _SHOWN:
            self._add(kind, content)

    def stream(self, name: str, text: str) -> None:
        """Keep text that was printed."""
        self._add("stream", {"name": name, "text": text})

    def _add(self, kind: str, content: dict[str, Any]) -> None:
        if self._waiting:
            self._waiting = False
            self._remove_all()
        last = self.current[-1] if self.current else None
        if kind == "stream" and last is not None and last.get("name") == content["name"]:
            last["text"] += content["text"]
            return
        output = output_from_msg({"header": {"msg_type": kind}, "content": content})
        self.current.append(output)
        display = content.get("transient", {}).get("display_id")
        if display:
            self._displays.setdefault(display, []).append(output)

    def _clear(self, *, wait: bool) -> None:
        if wait:
            self._waiting = True
        else:
            self._remove_all()

    def _remove_all(self) -> None:
        self.current.clear()

    def _update(self, content: dict[str, Any]) -> None:
        for output in self._displays.get(content["transient"]["display_id"], []):
            output["data"] = NotebookNode(content["data"])
            output["metadata"] = NotebookNode(content["metadata"])


class _Session(Session):
    """A kernel's session that keeps its messages, where another would send them."""

    def __init__(self, outputs: Outputs) -> None:
        super().__init__()
        self._outputs = outputs

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any) -> None:
        """Keep a message."""
        if not isinstance(msg_or_type, str):
            msg_or_type, content = msg_or_type["msg_type"], msg_or_type["content"]
        # through JSON, as over a socket: bytes become base64, tuples lists
        self._outputs.take(msg_or_type, self.unpack(self.pack(content)))


class _Stream(io.TextIOBase):
    """What ``sys.stdout`` and ``sys.stderr`` are in a cell: kept until flushed, as in a kernel.

    What is written to the file descriptor underneath, by a library or a child process, is
    kept in a file in memory and joins the text in its place.
    """

    encoding = "UTF-8"
    errors = "strict"

    def __init__(self, name: str, number: int, outputs: Outputs) -> None:
        super().__init__()
        self.name = f"<{name}>"
        self._stream, self._number, self._outputs = name, number, outputs
        self._parts: list[str] = []
        self._lock = threading.RLock()
        self._raw = _memory_file(name)
        self._seen = 0
        with contextlib.suppress(OSError):
            os.dup2(self._raw, number)

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        with self._lock:
            self._drain()
            self._parts.append(text)
        return len(text)

    def flush(self) -> None:
        with self._lock:
            self._drain()
            text, self._parts = "".join(self._parts), []
        if text:
            self._outputs.stream(self._stream, text)

    def _drain(self) -> None:
        """Take what has been written underneath since."""
        size = os.fstat(self._raw).st_size
        if size > self._seen:
            content = os.pread(self._raw, size - self._seen, self._seen)
            self._seen = size
            self._parts.append(content.decode("utf-8", "replace"))


class _Compiler(XCachingCompiler):
    """Names cells by their content alone; the kernel's has the process in the name."""

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:
        """Return the name under which a cell stands in tracebacks and warnings."""
        name: str = super().get_code_name(raw_code, code, number)  # type: ignore[no-untyped-call]
        return _PROCESS.sub("ipykernel", name)


class Shell:
    """Runs the cells of one notebook, one after another.

    Parameters
    ----------
    cell_seconds : float
        How long a cell may take; 0 for any time.
    """

    def __init__(self, cell_seconds: float = 0.0) -> None:
        self._seconds = cell_seconds
        self.outputs = Outputs()
        os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
        if "" not in sys.path:
            sys.path.insert(0, "")
        config = Config()
        config.HistoryManager.enabled = False
        ZMQInteractiveShell.clear_instance()
        self._shell = ZMQInteractiveShell.instance(
            config=config,
            compiler_class=_Compiler,
            kernel=SimpleNamespace(eventloop=None, shell_streams=[]),
        )
        session = _Session(self.outputs)
        self._shell.display_pub.session = session
        self._shell.displayhook.session = session
        self._shell.displayhook.topic = b"execute_result"
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        _show_figures_inline(self._shell)

    @property
    def left(self) -> bool:
        """Whether a cell has called ``exit()``."""
        return bool(self._shell.exit_now)

    def run(self, source: str) -> tuple[bool, int, list[NotebookNode]]:
        """Run one cell.

        Returns
        -------
        tuple
            Whether it ran without an error, its number, and its outputs.
        """
        outputs = self.outputs.begin()
        number = self._shell.execution_count
        with self._timed():
            result = self._loop.run_until_complete(self._run(source))
        sys.stdout.flush()
        sys.stderr.flush()
        failed = getattr(self._shell, "_last_traceback_during_displayhook", False)
        return bool(result.success) and not failed, number, outputs

    @contextlib.contextmanager
    def streams(self) -> Iterator[None]:
        """Keep what is printed, for as long as the notebook runs."""
        kept = sys.stdout, sys.stderr, builtins.input
        sys.stdout.flush()
        sys.stderr.flush()
        numbers = [os.dup(number) for number in (1, 2)]
        sys.stdout = _Stream("stdout", 1, self.outputs)
        sys.stderr = _Stream("stderr", 2, self.outputs)
        builtins.input = _no_input
        try:
            yield
        finally:
            sys.stdout, sys.stderr, builtins.input = kept
            for number, copy in zip((1, 2), numbers, strict=True):
                os.dup2(copy, number)
                os.close(copy)

    async def _run(self, source: str) -> Any:
        """Run a cell as the kernel does: inside a running loop, awaited where it awaits."""
        shell, raised = self._shell, None
        try:
            transformed = shell.transform_cell(source)
        except Exception:
            transformed, raised = source, sys.exc_info()
        waits = shell.loop_runner is _asyncio_runner and shell.should_run_async(
            source, transformed_cell=transformed, preprocessing_exc_tuple=raised
        )
        if not waits:
            return shell.run_cell(source, store_history=True)
        shell._last_traceback_during_displayhook = False
        result = None
        try:
            result = await shell.run_cell_async(
                source,
                store_history=True,
                transformed_cell=transformed,
                preprocessing_exc_tuple=raised,
            )
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
        return result

    @contextlib.contextmanager
    def _timed(self) -> Iterator[None]:
        """Stop a cell that takes too long; again each second, should it hold on."""
        usable = hasattr(signal, "setitimer") and (
            threading.current_thread() is threading.main_thread()
        )
        if not self._seconds or not usable:
            yield
            return
        before = signal.signal(signal.SIGALRM, self._stop)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, 1.0)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _stop(self, _: int, __: FrameType | None) -> None:
        raise CellTimeoutError(f"the cell took longer than {self._seconds:g} seconds")


def _show_figures_inline(shell: ZMQInteractiveShell) -> None:
    """Show open figures at the end of a cell, as pyplot arranges at its first import.

    Here it may have been imported before there was a shell.
    """
    if "matplotlib_inline.backend_inline" not in sys.modules:
        return
    from matplotlib_inline import backend_inline

    backend = mpl.get_backend(auto_select=False)
    if backend in ("inline", "module://matplotlib_inline.backend_inline"):
        backend_inline._enable_matplotlib_integration()


def _memory_file(name: str) -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create(name)
    import tempfile

    number, path = tempfile.mkstemp()
    Path(path).unlink()
    return number


def _no_input(prompt: object = "") -> str:
    from ipykernel.kernelbase import StdinNotImplementedError  # type: ignore[attr-defined]

    raise StdinNotImplementedError(
        "raw_input was called, but this frontend does not support input requests."
    )
