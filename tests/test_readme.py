"""The README is true: its commands run, in its order, and CI runs its test command."""

from __future__ import annotations

import contextlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pactwright.cli.app import pactwright
from tests.consoles import came_of

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
    with contextlib.chdir(tmp_path):
        for command in ran:
            came = came_of(*shlex.split(command)[1:])
            assert came.code == (ROWS_WITH_MISTAKES if " batch " in command else 0), f"{command}\n{came.err}"
    assert len(ran) >= 8
    assert list((tmp_path / "pactwright-demo").glob("*.docx"))


@pytest.mark.parametrize("name", sorted(pactwright.commands))
def test_every_command_stands_in_the_readmes_table(name: str) -> None:
    assert re.search(rf"^\| `{name}\b", README, flags=re.MULTILINE)


def test_what_the_readme_shows_of_the_program_is_what_the_program_says() -> None:
    done = subprocess.run([sys.executable, "tools/readme.py", "--check"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"README.md is current\n")


def test_the_first_screen_has_a_picture_four_readers_three_commands_and_one_line_of_counts() -> None:
    first = README.partition("The tests run with:")[0]
    assert (ROOT / re.findall(r'<img src="([^"]+)"', first)[0]).read_bytes().startswith(b"\x89PNG")
    readers = re.findall(r"\| .*\*\*(.+)\*\* \|", first)
    assert readers == ["innovation officer", "procurement officer", "in-house lawyer", "lawyer of the start-up"]
    assert len(re.findall(r"^\$ ", first, flags=re.MULTILINE)) == 3
    assert len(re.findall(r"^Today: .*\.$", first, flags=re.MULTILINE)) == 1
    assert "What it does not do." in first
    assert README.index("## How fast") > README.index("## What is here")
