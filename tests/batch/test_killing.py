"""The command itself, killed at any moment: only whole files, and the next run ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.runs import contents, files, names
from tests.commands import ENVIRONMENT
from tests.stories import ROOT

ROWS = 40
BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"
PROGRAM = ("-m", "pactwright")
ASKED = ("--document", "mou", "--format", "json")
LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers in /proc")


@pytest.fixture(name="table", scope="module")
def pilots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of pilots that differ in title and problem."""
    path = tmp_path_factory.mktemp("table") / "pilots.csv"
    lines = (f"p{number:02},Pilot {number},Street {number} has no station.\n" for number in range(ROWS))
    path.write_text(f"key,project.title,project.problem\n{''.join(lines)}", "utf-8")
    return path


@pytest.fixture(name="whole", scope="module")
def whole_run(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an uninterrupted run."""
    folder = tmp_path_factory.mktemp("whole")
    done = finished(started(table, folder))
    assert done.returncode == 0, done.stderr
    assert len(files(folder)) == ROWS
    return folder


def started(table: Path, folder: Path, *words: str, program: tuple[str, ...] = PROGRAM) -> subprocess.Popen[str]:
    """The command, under way in a process group of its own, as a shell would start it."""
    command = [sys.executable, *program, "batch", str(table), "--spec", str(BASE), "-o", str(folder), *ASKED, *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def finished(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    """What the command said in the end; no user ever sees a traceback."""
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def wait_for(happened: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Waits until something happened, or the command ended."""
    while process.poll() is None and not happened():
        time.sleep(0.002)


def has(folder: Path, number: int) -> Callable[[], bool]:
    """Whether there are so many files."""
    return lambda: folder.exists() and len(list(folder.glob("*.json"))) >= number


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that the command started."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(word) for word in children.read_text().split()] if children.exists() else []


def is_alive(process: int) -> bool:
    """Whether a process is there and no mere entry in a list."""
    status = Path(f"/proc/{process}/status")
    try:
        return "State:\tZ" not in status.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def check_gone(workers: list[int]) -> None:
    """Workers end with a run that was killed; else they would wait for ever."""
    until = time.monotonic() + 20
    while any(map(is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(is_alive, workers))


def check_only_whole(folder: Path, whole: Path) -> int:
    """Everything that has a name is whole; how much that is."""
    assert files(folder).items() <= files(whole).items()
    return len(files(folder))


def check_same(folder: Path, whole: Path) -> None:
    """A folder holds what an uninterrupted run leaves, to the byte, and nothing else."""
    assert contents(folder) == contents(whole)


def moments(seed: int) -> Iterator[int]:
    """Two numbers of files after which to strike, the same in every run of the tests."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    first = dice.randint(1, ROWS // 2)
    yield from (first, first + dice.randint(1, ROWS // 3))


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_run_killed_again_and_again_ends_like_one_that_never_was(
    processes: str, table: Path, whole: Path, tmp_path: Path
) -> None:
    for at in moments(seed=int(processes)):
        going = started(table, tmp_path, "--processes", processes)
        wait_for(has(tmp_path, at), going)
        workers = workers_of(going)
        going.kill()
        finished(going)
        check_only_whole(tmp_path, whole)
        check_gone(workers)
    before = check_only_whole(tmp_path, whole)
    assert before < ROWS
    done = finished(started(table, tmp_path, "--processes", processes))
    assert done.returncode == 0, done.stderr
    assert "kept from an earlier run" in done.stdout
    check_same(tmp_path, whole)


@LINUX
def test_a_killed_worker_costs_nothing(table: Path, whole: Path, tmp_path: Path) -> None:
    going = started(table, tmp_path, "--processes", "2")
    wait_for(has(tmp_path, 1), going)
    victims = workers_of(going)
    assert len(victims) == 2
    os.kill(victims[0], signal.SIGKILL)
    done = finished(going)
    assert (done.returncode, done.stderr) == (0, "")
    check_same(tmp_path, whole)


@pytest.mark.parametrize(("how", "processes"), [(signal.SIGINT, "2"), (signal.SIGTERM, "1")])
def test_a_stopped_run_finishes_what_is_in_hand_and_says_how_to_go_on(
    how: signal.Signals, processes: str, table: Path, whole: Path, tmp_path: Path
) -> None:
    """Ctrl-C reaches the command and its workers alike, for a terminal sends it to the whole group."""
    going = started(table, tmp_path, "--processes", processes)
    wait_for(has(tmp_path, 2), going)
    os.killpg(going.pid, how) if how == signal.SIGINT else going.terminate()
    done = finished(going)
    whole_now = check_only_whole(tmp_path, whole)
    assert done.returncode == 130
    assert f"{whole_now} files written to {tmp_path}" in done.stdout
    assert f"stopped with {ROWS - whole_now} rows to do; run the same command again to go on" in done.stdout
    assert names(tmp_path) == sorted([*files(tmp_path), "journal.sqlite"])
    again = finished(started(table, tmp_path, "--processes", processes))
    assert again.returncode == 0, again.stderr
    assert f"{whole_now} files kept from an earlier run" in again.stdout
    check_same(tmp_path, whole)


def test_a_second_run_in_the_same_folder_is_refused_while_the_first_goes_on(
    table: Path, whole: Path, tmp_path: Path
) -> None:
    going = started(table, tmp_path)
    wait_for(has(tmp_path, 1), going)
    os.kill(going.pid, signal.SIGSTOP)
    second = finished(started(table, tmp_path))
    going.kill()
    finished(going)
    assert second.returncode == 2
    assert second.stderr == (
        f"error: {tmp_path}: another run is writing here; wait until it is done, or name another folder\n"
    )
    check_only_whole(tmp_path, whole)


def test_two_shards_at_once_and_a_joining_run_give_the_same_bytes(table: Path, whole: Path, tmp_path: Path) -> None:
    shards = [started(table, tmp_path, "--shard", f"{number}/2") for number in (1, 2)]
    assert [finished(shard).returncode for shard in shards] == [0, 0]
    assert files(tmp_path) == files(whole)
    assert finished(started(table, tmp_path)).returncode == 0
    check_same(tmp_path, whole)


def test_a_file_larger_than_the_system_allows_is_one_line(table: Path, whole: Path, tmp_path: Path) -> None:
    """The limit strikes the journal, which grows, after some files were written: a real fault, in the real command."""
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (260_000, 260_000))\n"
        "from pactwright.cli.app import main\nmain()"
    )
    done = finished(started(table, tmp_path, "--processes", "1", program=("-c", limited)))
    whole_now = check_only_whole(tmp_path, whole)
    assert 0 < whole_now < ROWS
    assert done.returncode == 2
    assert done.stderr == (
        f"error: {tmp_path}: cannot be written: disk I/O error; {whole_now} files are whole; "
        "run the same command again to go on\n"
    )
