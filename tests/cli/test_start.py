"""What a start of the program must not do, told by what Python says of itself: no clock has a part in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Spec
from tests.stories import ROOT

BEFORE = """\
import atexit, gc
gc.set_threshold(700)
searches = lambda: sum(each["collections"] for each in gc.get_stats())
atexit.register(lambda: print("left aside:", gc.get_freeze_count() > 10_000))
from pactwright.cli.main import main
before = searches()
"""
AFTER = 'print("searches:", searches() - before)\n'


def told(words: list[str | Path], folder: Path) -> list[str]:
    """What a run prints behind its own lines."""
    code = f"{BEFORE}try:\n    main()\nfinally:\n    {AFTER}"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-2:]


def test_a_draft_is_made_without_a_search_for_rubbish(spec: Spec, tmp_path: Path) -> None:
    assert told(["draft", spec()], tmp_path) == ["searches: 0", "left aside: True"]
