"""Environments of their own for what is measured: rust-docxtpl, which refuses to stand beside docxtpl, and our wheel.

They stay in a folder of the checkout that git does not know, so that a second run need not make them again.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from tests.benchmarks.report import DOCXTPL, RUST
from tests.benchmarks.serving import ROOT, environment

FOLDER = ROOT / ".benchmarks"


def rust_python() -> Path:
    """The Python of an environment with rust-docxtpl and what it needs."""
    folder = FOLDER / f"rust-docxtpl-{RUST}"
    return _python(folder) if folder.exists() else _installed(folder, f"rust-docxtpl=={RUST}")


def wheel_python() -> Path:
    """The Python of an environment with a wheel of this checkout, built now, and what it needs."""
    folder = FOLDER / "wheel"
    wheel = _wheel()
    if not folder.exists():
        return _installed(folder, str(wheel), f"docxtpl=={DOCXTPL}")
    _pip(_python(folder), "--force-reinstall", "--no-deps", str(wheel))
    return _python(folder)


def _wheel() -> Path:
    target = FOLDER / "dist"
    build = "from hatchling.build import build_wheel; import sys; print(build_wheel(sys.argv[1]))"
    command = [sys.executable, "-c", build, str(target)]
    built = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return target / built.stdout.split()[-1]


def _installed(folder: Path, *packages: str) -> Path:
    venv.create(folder, with_pip=False, symlinks=True)
    _pip(_python(folder), *packages)
    return _python(folder)


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _pip(python: Path, *words: str) -> None:
    """Installs, with byte code, as a user's pip does."""
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", *words]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=environment())
