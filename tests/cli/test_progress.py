"""A person can watch a long run: a bar on a terminal, a line every ten seconds elsewhere, nothing for a short one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pactwright.cli.progress import Lines, line
from tests.cli.conftest import Spec
from tests.commands import ENVIRONMENT


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_plain_line_comes_every_ten_seconds() -> None:
    clock, told = Clock(), list[str]()
    lines = Lines(clock, told.append)
    lines.started(10_000)
    for second, done in ((1, 85), (9, 765), (10, 850), (14, 1200), (19.9, 1700), (20, 1702)):
        clock.now = 100 + second
        lines.moved(done, 3)
    lines.ended()
    assert told == [
        "850 of 10,000 rows, 85 a second, 1 min 48 s left, 3 failed",
        "1,702 of 10,000 rows, 85 a second, 1 min 38 s left, 3 failed",
    ]


def test_a_run_that_does_not_get_on_says_so_too() -> None:
    clock, told = Clock(), list[str]()
    lines = Lines(clock, told.append)
    lines.started(10)
    clock.now += 11
    lines.moved(0, 0)
    assert told == ["0 of 10 rows"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(10, "5 of 20 rows, 0.5 a second, 30 s left"), (14_400, "5 of 20 rows, 0.0 a second, 12 h 0 min left")],
)
def test_time_left_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert line(5, 20, 0, seconds) == said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal in the standard library")
@pytest.mark.parametrize(("terminal", "bars"), [("xterm-256color", 1), ("dumb", 0)])
def test_a_terminal_shows_a_bar_with_rate_and_failures_and_a_dumb_one_none(
    terminal: str, bars: int, spec: Spec, tmp_path: Path
) -> None:
    import pty  # noqa: PLC0415 - not there on Windows

    (tmp_path / "pilots.csv").write_text("key,project.title\na,One\nb,Two\n,Three\nb,Four\n", "utf-8")
    words = ["batch", "pilots.csv", "--spec", str(spec()), "-o", "out", "--format", "json", "--document", "mou"]
    command = [sys.executable, "-m", "pactwright", *words]
    around = ENVIRONMENT | {"TERM": terminal, "COLUMNS": "120"}
    mine, its = pty.openpty()
    process = subprocess.Popen(command, cwd=tmp_path, env=around, stderr=its, stdout=subprocess.PIPE, text=True)
    os.close(its)
    shown = read_all(mine)
    out, _ = process.communicate(timeout=60)
    assert "Traceback" not in shown
    assert ("4 of 4 rows" in shown) == bool(bars)
    assert ("━" in shown) == bool(bars)
    assert ("failed" in shown.split("error:")[0]) == bool(bars)
    assert "━" not in out
    assert process.returncode == 3


def read_all(terminal: int) -> str:
    """Everything that was shown on a pseudo-terminal, until the other side closed it."""
    shown = b""
    try:
        while read := os.read(terminal, 65536):
            shown += read
    except OSError:  # how Linux says that the other side is gone
        pass
    os.close(terminal)
    return shown.decode("utf-8", "replace")
