"""What one process of a pool does: prepares chunk after chunk, until it is told to stop or its parent is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait
from typing import Any

from pactwright.batch.jobs import Job, Prepared, Task
from pactwright.batch.preparation import Preparer


class _Worker:
    """What the process holds between two chunks; a forked one has its parent's, with all that it loaded."""

    preparer: Preparer | None = None
    stop: Any = None


def inherit(preparer: Preparer) -> None:
    """Hands the processes that will be forked from this one what it has loaded."""
    _Worker.preparer = preparer


def begin(task: Task, stop: Any, is_fork: bool) -> None:  # noqa: ANN401, FBT001 - a shared byte, see Stop.shared; a pool hands on no names
    """Makes a new process ready; it leaves Ctrl-C to its parent, which says by `stop` what is to be done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.stop = stop
    if not is_fork:
        _Worker.preparer = Preparer(task)


def chunk_of(jobs: tuple[Job, ...]) -> list[Prepared]:
    """What became of some rows; fewer than were asked for when the run is stopping or stuck."""
    done: list[Prepared] = []
    for job in jobs:
        if _Worker.preparer is None or _Worker.stop.value or (done and done[-1].fate == "stuck"):
            break
        done.append(_Worker.preparer.prepared(job))
    return done


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for its next chunk for ever, and hold the lock of the folder."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
