"""Engines as processes of their own, which take turns: each makes some documents when told to, and says what it cost.

Nothing of pactwright is known here, so that an engine can live in an environment without it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]


@dataclass
class Laps:
    """Processor time by stage, in seconds; a lap lasts from the one before."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    last: float = 0.0

    def start(self) -> None:
        """Begins a document."""
        self.last = time.process_time()

    def lap(self, stage: str) -> None:
        """Ends a stage."""
        now = time.process_time()
        self.seconds[stage] += now - self.last
        self.last = now


@dataclass(frozen=True, slots=True)
class Cost:
    """What some documents cost one process: processor seconds, also by stage, and its peak memory so far in MiB."""

    seconds: float
    peak: float
    stages: Mapping[str, float]


class Engine:
    """A process that makes the documents of a folder by number; `module` is one beside this that calls `serve`."""

    def __init__(self, module: str, folder: Path, *words: str, python: Path = Path(sys.executable)) -> None:
        command = [str(python), "-m", f"tests.benchmarks.{module}", str(folder), *words]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
        )

    def made(self, first: int, count: int) -> Cost:
        """The cost of the documents from `first` on; raises EOFError when the process has failed."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        stdin.write(f"{first} {count}\n")
        stdin.flush()
        if not (line := stdout.readline()):
            raise EOFError(self._process.args)
        return Cost(**json.loads(line))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


def serve(make: Callable[[int], object], laps: Laps) -> None:
    """Makes documents as the other end of the pipe tells, until it ends."""
    for line in sys.stdin:
        first, count = map(int, line.split())
        laps.seconds.clear()
        start = time.process_time()
        for number in range(first, first + count):
            make(number)
        seconds = time.process_time() - start
        sys.stdout.write(json.dumps({"seconds": seconds, "peak": peak(), "stages": laps.seconds}) + "\n")
        sys.stdout.flush()


def peak() -> float:
    """The most memory that this process has held, in MiB.

    Linux hands on to a new process what the one that started it had held; its own status does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        said = dict(line.split(":", 1) for line in status.read_text("ascii", "replace").splitlines())
        return int(said["VmHWM"].removesuffix("kB")) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def environment() -> dict[str, str]:
    """The environment of every process that is measured: with byte code, and with our modules from the checkout."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
