"""The command in a process of its own, as a user's shell starts it, from the modules of this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.stories import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def python(
    *words: object, folder: Path | None = None, environment: Mapping[str, str] = ENVIRONMENT, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """What Python did with some words, and with what was typed on its standard input."""
    command = [sys.executable, *map(str, words)]
    return subprocess.run(
        command, cwd=folder, env=environment, input=typed, capture_output=True, text=True, check=False
    )
