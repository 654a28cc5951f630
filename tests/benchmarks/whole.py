"""Whole processes: what a command costs from its start to its end, all that it started included."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor and of the clock."""

    processor: float
    clock: float


def spent(command: Command, environment: Mapping[str, str], folder: Path | None = None) -> Spent:
    """What a command costs in a folder; raises CalledProcessError when it fails."""
    start = time.perf_counter()
    words = [str(word) for word in command]
    process = subprocess.Popen(words, env=environment, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Spent(usage.ru_utime + usage.ru_stime, clock)


def as_installed() -> dict[str, str]:
    """The environment of a program that a user has installed: byte code is kept, and nothing else is on its path."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}}
