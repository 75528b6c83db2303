"""Processes that end with the batch, whatever ends it.

Three nets hold each other: the client ends its children; the system ends a child whose
parent is gone (Linux); and a child that reads the end of its pipe ends itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import time
from pathlib import Path

_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def die_with_parent(parent: int, number: int = signal.SIGKILL) -> None:
    """Have the system send this process a signal when its parent is gone.

    Parameters
    ----------
    parent : int
        The parent as the caller knows it: if it is gone already, this process ends now.
    number : int
        The signal.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, int(number), 0, 0, 0)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os._exit(1)


def kill_group(group: int) -> None:
    """End every process of a group that is left."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


def kill_session(session: int) -> None:
    """End every process of a session that is left, but for this one (Linux).

    A warm process leads a session, and what its children start is of it, whatever group it
    is in and whoever its parent is by now.
    """
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # the name, in brackets, may hold anything; state, parent, group, session follow
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            process = int(path.parent.name)
            if int(fields[3]) == session and process != os.getpid():
                os.kill(process, signal.SIGKILL)


def death_in_words(status: int) -> str:
    """Say how a process died, from its exit code: negative for a signal."""
    if status >= 0:
        return f"its process ended with exit code {status} before the report was made"
    name = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
    hint = "; perhaps the machine ran out of memory" if -status == signal.SIGKILL else ""
    return f"its process was killed by {name}{hint}"


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    kill_group(os.getpid())
    os._exit(1)
