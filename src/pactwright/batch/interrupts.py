"""Ctrl-C, once: the rows in hand are finished and written down; twice: the run ends at once."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Whether somebody asked the run to stop."""

    def __init__(self) -> None:
        self._flag: Any = ctypes.c_byte(0)
        self._owner = os.getpid()

    @property
    def is_set(self) -> bool:
        """Whether no further row should be begun."""
        return bool(self._flag.value)

    def shared(self, method: str) -> Any:  # noqa: ANN401 - the standard library gives the type no name
        """The flag, in memory that processes started by `method` see too; a plain byte, which a signal may set."""
        self._flag = multiprocessing.get_context(method).RawValue(ctypes.c_byte, self._flag.value)
        return self._flag

    def ask(self, number: int = 0, _: FrameType | None = None) -> None:
        """Asks to stop; raises KeyboardInterrupt when that was asked before.

        A forked process that is not ready yet still has this handler: what it is told must not stop the whole run.
        """
        if os.getpid() != self._owner:
            if number == signal.SIGTERM:
                os._exit(1)
            return
        if self.is_set:
            raise KeyboardInterrupt
        self._flag.value = 1


@contextmanager
def listening() -> Iterator[Stop]:
    """A Stop that Ctrl-C and a polite kill set; elsewhere than in the main thread nothing sets it."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {each: signal.signal(each, stop.ask) for each in SIGNALS}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
