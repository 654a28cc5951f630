"""How a long run is watched: a bar on a terminal, elsewhere a line every ten seconds, nothing for a short run."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

    from pactwright.batch.request import Watch

EVERY = 10.0  # seconds between two plain lines
REFRESH = 0.1  # seconds between two pictures of the bar

_MINUTE, _HOUR = 60, 3600


def watch() -> Watch:
    """A bar where a person looks on, plain lines where a file or another program does."""
    return Bar() if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else Lines()


class Lines:
    """A plain line every ten seconds; `clock` and `tell` are for tests."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, tell: Callable[[str], None] | None = None) -> None:
        self._clock = clock
        self._tell = tell or _chatter
        self._rows = 0
        self._began = self._last = 0.0

    def started(self, rows: int) -> None:
        """Looks at the clock."""
        self._rows = rows
        self._began = self._last = self._clock()

    def moved(self, done: int, failed: int) -> None:
        """Tells where the run is, if ten seconds went by since it last did."""
        now = self._clock()
        if now - self._last >= EVERY:
            self._last = now
            self._tell(line(done, self._rows, failed, now - self._began))

    def ended(self) -> None:
        """Tells nothing; the summary does."""


class Bar:
    """A bar that is drawn by us and by no thread, because a process with threads does not fork safely."""

    def __init__(self) -> None:
        self._bar = _bar()
        self._rows = self._done = self._failed = 0
        self._began = self._last = 0.0

    def started(self, rows: int) -> None:
        """Draws the empty bar."""
        self._rows, self._began = rows, time.monotonic()
        self._bar.add_task("", total=rows)
        self._bar.start()

    def moved(self, done: int, failed: int) -> None:
        """Draws the bar anew, not more often than an eye can follow."""
        self._done, self._failed = done, failed
        if time.monotonic() - self._last >= REFRESH:
            self._draw()

    def ended(self) -> None:
        """Leaves the last picture and gives the cursor back."""
        self._draw()
        self._bar.stop()

    def _draw(self) -> None:
        self._last = time.monotonic()
        description = line(self._done, self._rows, self._failed, self._last - self._began)
        self._bar.update(self._bar.task_ids[0], completed=self._done, description=description)
        self._bar.refresh()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = BarColumn(bar_width=30), TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    return Progress(*columns, console=console, auto_refresh=False, redirect_stdout=False, redirect_stderr=False)


def line(done: int, rows: int, failed: int, seconds: float) -> str:
    """Where a run is, in words.

    >>> line(1200, 10_000, 3, 14.1)
    '1,200 of 10,000 rows, 85 a second, 1 min 43 s left, 3 failed'
    """
    rate = done / seconds if seconds else 0.0
    pace = f", {speed(rate)}, {duration((rows - done) / rate)} left" if rate else ""
    return f"{done:,} of {rows:,} rows{pace}" + (f", {failed:,} failed" if failed else "")


def speed(rate: float) -> str:
    """How many of something come in a second.

    >>> speed(85.1), speed(3.27)
    ('85 a second', '3.3 a second')
    """
    return f"{rate:,.0f} a second" if rate >= _FAST else f"{rate:.1f} a second"


_FAST = 10


def duration(seconds: float) -> str:
    """A time as a person says it.

    >>> duration(0.2), duration(4.2), duration(103), duration(7322)
    ('less than 1 s', '4 s', '1 min 43 s', '2 h 2 min')
    """
    whole = round(seconds)
    if whole < 1:
        return "less than 1 s"
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"


def _chatter(text: str) -> None:
    click.echo(text, err=True)
