"""The consoles of a README: each block's command, what it shows, and whether the command prints just that.

A block is ```console, one command, what it prints. A line of three dots stands for any lines. "Exit code 3" at the
beginning of a line below a block is the code; one of 0 goes without saying.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from dataclasses import dataclass

import pytest

from pactwright.cli.app import main

BLOCK = re.compile(
    r"^```console\n\$ pactwright (?P<command>.+)\n(?P<shown>(?:.*\n)*?)```\n(?P<prose>(?:(?!```).*\n)*)", re.MULTILINE
)
EXIT = re.compile(r"^Exit code ([0-9]+)", re.MULTILINE)
# What depends on the machine: how long a run took, and the lines by which a slow one shows that it goes on.
PACE = re.compile(r" in (?:less than 1 s|[0-9]+ (?:s|min|h)\b).*$", re.MULTILINE)
PROGRESS = re.compile(r"^[0-9,]+ of [0-9,]+ rows.*\n", re.MULTILINE)
DOTS, ANYTHING = "...\n", r"(?:.*\n)*"


@dataclass(frozen=True)
class Console:
    """A command of a README, what it shows and its exit code."""

    command: str
    shown: str
    code: int


@dataclass(frozen=True)
class Came:
    """What came out of a command: its results, what went beside them, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def text(self) -> str:
        """What went beside the results first, as a terminal shows it; not how far a slow run was."""
        return PROGRESS.sub("", self.err) + self.out


def consoles(text: str) -> list[Console]:
    """The commands in a README, or in a part of one, in their order."""
    return [
        Console(found["command"], found["shown"], int(exits[1]) if (exits := EXIT.search(found["prose"])) else 0)
        for found in BLOCK.finditer(text)
    ]


def came_of(*words: object) -> Came:
    """Runs `pactwright` with some words, in this process and in the current folder."""
    # A file may be written to standard output, as bytes.
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogatepass", newline="", write_through=True)
    err, code = io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setattr(sys, "argv", ["pactwright", *map(str, words)])
        try:
            main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
    out.seek(0)
    return Came(out.read(), err.getvalue(), code)


def is_shown(console: Console, came: Came) -> bool:
    r"""Whether a README shows what came, but for what depends on the machine.

    >>> came = Came("2 rows: 2 files written to out in 7 s, 3.5 a second\nNext: verify out\n", "", 0)
    >>> is_shown(Console("", "2 rows: 2 files written to out in less than 1 s\n...\n", 0), came)
    True
    >>> is_shown(Console("", "2 rows: 1 file written to out in 7 s\n...\n", 0), came)
    False
    """
    pattern = ANYTHING.join(map(re.escape, PACE.sub("", console.shown).split(DOTS)))
    return console.code == came.code and bool(re.fullmatch(pattern, PACE.sub("", came.text)))
