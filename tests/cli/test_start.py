"""What a start of the program must not do, told by what Python says of itself: no clock has a part in it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.cli.conftest import Spec
from tests.commands import ENVIRONMENT, python

BEFORE = """\
import atexit, gc
gc.set_threshold(700)
searches = lambda: sum(each["collections"] for each in gc.get_stats())
atexit.register(lambda: print("left aside:", gc.get_freeze_count() > 10_000))
from pactwright.cli.app import main
before = searches()
"""
AFTER = 'print("searches:", searches() - before)\n'


def told(code: str, words: list[str | Path], folder: Path) -> list[str]:
    """What a run prints in a folder, from which it may also import."""
    around = {name: value for name, value in ENVIRONMENT.items() if not name.startswith("PYDANTIC_")}
    path = os.pathsep.join([ENVIRONMENT["PYTHONPATH"], str(folder)])
    done = python("-c", code, *words, folder=folder, environment={**around, "PYTHONPATH": path})
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_draft_is_made_without_a_search_for_rubbish(spec: Spec, tmp_path: Path) -> None:
    code = f"{BEFORE}try:\n    main()\nfinally:\n    {AFTER}"
    assert told(code, ["draft", spec()], tmp_path)[-2:] == ["searches: 0", "left aside: True"]


def test_what_else_is_installed_has_no_part_in_a_draft(spec: Spec, tmp_path: Path) -> None:
    """Because the same inputs give the same document everywhere, and looking for plugins takes time."""
    (tmp_path / "meddling.py").write_text("print('a plugin is here'); raise ImportError", "utf-8")
    entry = tmp_path / "meddling-1.dist-info" / "entry_points.txt"
    entry.parent.mkdir()
    entry.write_text("[pydantic]\nmeddling = meddling:plugin\n", "utf-8")
    (entry.parent / "METADATA").write_text("Metadata-Version: 2.1\nName: meddling\nVersion: 1\n", "utf-8")
    by_itself = "import pydantic\nclass A(pydantic.BaseModel):\n    a: int"
    assert "a plugin is here" in told(by_itself, [], tmp_path)
    ours = "from pactwright.cli.app import main\nmain()"
    assert "a plugin is here" not in told(ours, ["draft", spec()], tmp_path)
