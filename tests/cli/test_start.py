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


def told(code: str, words: list[str | Path], folder: Path) -> list[str]:
    """What a run prints in a folder, from which it may also import."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(folder)])},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_draft_is_made_without_a_search_for_rubbish(spec: Spec, tmp_path: Path) -> None:
    code = f"{BEFORE}try:\n    main()\nfinally:\n    {AFTER}"
    assert told(code, ["draft", spec()], tmp_path)[-2:] == ["searches: 0", "left aside: True"]


def test_what_else_is_installed_has_no_part_in_a_draft(spec: Spec, tmp_path: Path) -> None:
    """Because the same inputs give the same document everywhere, and looking for plugins takes time."""
    looks = "import sys\nprint('looks around:', 'importlib.metadata' in sys.modules)"
    assert told(f"import importlib.metadata\n{looks}", [], tmp_path) == ["looks around: True"]
    ours = f"from pactwright.cli.main import main\ntry:\n    main()\nfinally:\n    {looks.replace(chr(10), '; ')}"
    assert told(ours, ["draft", spec()], tmp_path)[-1] == "looks around: False"
