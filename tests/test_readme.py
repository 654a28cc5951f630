"""The README is true: its commands run, in its order, and CI runs its test command."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pactwright.cli.app import pactwright

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README, flags=re.MULTILINE)
PROGRAM = ".venv/bin/pactwright"
ROWS_WITH_MISTAKES = 3


def test_ci_runs_exactly_the_readmes_test_command() -> None:
    [command] = [each for each in COMMANDS if "pytest" in each]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_two_commands_set_everything_up() -> None:
    assert [each.partition(" && ")[0] for each in COMMANDS if "pip" in each] == ["python3 -m venv .venv"] * 2


def test_every_command_of_the_readme_runs_in_its_order(tmp_path: Path) -> None:
    ran = [each.rpartition(" && ")[2] for each in COMMANDS if PROGRAM in each]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in ran:
        words = [sys.executable, "-m", "pactwright", *shlex.split(command)[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == (ROWS_WITH_MISTAKES if " batch " in command else 0), f"{command}\n{done.stderr}"
    assert len(ran) >= 8
    assert list((tmp_path / "pactwright-demo").glob("*.docx"))


@pytest.mark.parametrize("name", sorted(pactwright.commands))
def test_every_command_stands_in_the_readmes_table(name: str) -> None:
    assert re.search(rf"^\| `{name}\b", README, flags=re.MULTILINE)
