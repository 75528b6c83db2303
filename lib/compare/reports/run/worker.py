"""An ordinary process that makes one report in an ordinary kernel: where nothing forks.

Started by :class:`compare.reports.run.pool.Kernels` as ``python -m compare.reports.run.worker``.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from multiprocessing.connection import Connection

from compare.reports.run.processes import die_with_parent, kill_group


def main() -> None:
    """Make the job that comes through the pipe whose number is the first argument."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    client = Connection(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent, packed = client.recv()
    die_with_parent(parent, signal.SIGTERM)
    signal.signal(signal.SIGTERM, _stop)
    gc.disable()  # imports leave nothing to collect, and collecting takes a tenth of their time
    from compare.reports.run.produce import work

    gc.freeze()
    gc.enable()
    threading.Thread(target=_watch, args=(client,), daemon=True).start()
    client.send(work(pickle.loads(packed)))


def _watch(client: Connection) -> None:
    """End with the client: it says nothing more, so that only its end can be read."""
    client.poll(None)
    _stop()


def _stop(*_: object) -> None:
    kill_group(os.getpid())  # the kernel is of this group, or ends itself without its parent
    os._exit(1)


if __name__ == "__main__":
    main()
