"""Rows over several processes: in chunks, a few of them under way at a time, and no death of a worker loses a row."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import connection
from typing import Any, Self, TypeAlias

from pactwright.batch.interrupts import Stop
from pactwright.batch.jobs import Job, Prepared, Task, died
from pactwright.batch.preparation import Preparer
from pactwright.errors import UsageError

CHUNK = 25
UNDER_WAY = 2  # chunks for each worker: one in its hands, one waiting for it
TICK = 0.2
DEATHS = 2
MOST_WORKERS = 60  # more than 61 Windows cannot wait for

Tick: TypeAlias = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some rows, and how many times a worker died while they were under way."""

    jobs: tuple[Job, ...]
    deaths: int = 0


def start_method() -> str:
    """How processes start here: as a copy of this one, with the library that it loaded, where that is safe."""
    return "fork" if "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" else "spawn"


class Pool:
    """Prepares rows in some processes, `method` being how these start; a context, which ends them."""

    def __init__(self, preparer: Preparer, stop: Stop, processes: int, method: str) -> None:
        self._preparer = preparer
        self._stop = stop
        self._flag = stop.shared(method)
        self._processes = min(processes, MOST_WORKERS)
        self._context = multiprocessing.get_context(method)
        self._others = frozenset(multiprocessing.active_children())
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """The pool itself; its processes start with the first row."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Ends the processes, at once where something went wrong."""
        if kind is not None:
            self._kill()
        self._dismiss()

    def prepared(self, jobs: Iterable[Job], chunk: int, tick: Tick) -> Iterator[Prepared]:
        """What became of each row, in the order in which they get done; `tick` is called while nothing comes.

        A chunk whose worker died is tried again; when that happens twice, each of its rows runs alone, so that the one
        that is to blame is known.
        """
        fresh = _chunks(jobs, chunk)
        again: deque[_Chunk] = deque()
        alone: list[Job] = []
        while broken := (yield from self._until_broken(_taken(again, fresh), tick)):
            self._dismiss()
            for each in broken:
                if each.deaths + 1 < DEATHS:
                    again.append(replace(each, deaths=each.deaths + 1))
                else:
                    alone.extend(each.jobs)
        for job in alone:
            yield from self._alone(job, tick)

    def _alone(self, job: Job, tick: Tick) -> Iterator[Prepared]:
        """What became of a row that has the pool to itself; nothing when the run is stopping."""
        for _ in range(DEATHS):
            broken = yield from self._until_broken(_taken(deque(), iter([_Chunk((job,))])), tick)
            if not broken:
                return
            self._dismiss()
        yield died(job)

    def _until_broken(self, taken: Callable[[], _Chunk | None], tick: Tick) -> Generator[Prepared, None, list[_Chunk]]:
        """Rows as they get done, until there are no more chunks or a worker dies; then the chunks that were lost."""
        under_way: dict[Future[list[Prepared]], _Chunk] = {}
        broken: list[_Chunk] = []
        while True:
            while self._takes_more(under_way, broken) and (each := taken()):
                self._submit(each, under_way, broken)
            if not under_way:
                return broken
            done, _ = wait(under_way, timeout=TICK, return_when=FIRST_COMPLETED)
            tick()
            for future in done:
                each = under_way.pop(future)
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    broken.append(each)

    def _takes_more(self, under_way: Collection[object], broken: Collection[object]) -> bool:
        return not broken and not self._stop.is_set and len(under_way) < UNDER_WAY * self._processes

    def _submit(self, each: _Chunk, under_way: dict[Future[list[Prepared]], _Chunk], broken: list[_Chunk]) -> None:
        try:
            under_way[self._crew().submit(chunk_of, each.jobs)] = each
        except BrokenProcessPool:
            broken.append(each)
        except OSError as failed:
            message = f"no process can be started: {failed.strerror}; use --processes 1"
            raise UsageError(message) from failed

    def _crew(self) -> ProcessPoolExecutor:
        """The processes, started when the first chunk comes and again after one of them died."""
        if self._executor is None:
            is_fork = self._context.get_start_method() == "fork"
            inherit(self._preparer)
            shared = (self._preparer.task, self._flag, is_fork)
            self._executor = ProcessPoolExecutor(self._processes, self._context, initializer=begin, initargs=shared)
        return self._executor

    def _dismiss(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _kill(self) -> None:
        for child in multiprocessing.active_children():
            if child not in self._others:
                child.kill()


def _taken(again: deque[_Chunk], fresh: Iterator[_Chunk]) -> Callable[[], _Chunk | None]:
    """Takes what has to be done again, then what is fresh; an iterator over both would end `fresh` with itself."""
    return lambda: again.popleft() if again else next(fresh, None)


def _chunks(jobs: Iterable[Job], size: int) -> Iterator[_Chunk]:
    rest = iter(jobs)
    while chunk := tuple(islice(rest, size)):
        yield _Chunk(chunk)


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
    """A process whose parent was killed would wait for its next chunk for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
