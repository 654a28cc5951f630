"""LibreOffice, which opens our Word files as a stranger would, and numbers and refers by its own engine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

TABLES = ("ods", "xlsx")


def required(*programs: str) -> None:
    """Skips a test where one of these programs is not installed, and fails it where CI says that all are."""
    if missing := [each for each in programs if not shutil.which(each)]:
        if os.environ.get("PACTWRIGHT_REQUIRE_LIBREOFFICE"):
            pytest.fail(f"PACTWRIGHT_REQUIRE_LIBREOFFICE is set and {missing} is not on the path")
        pytest.skip(f"{missing} is not installed")


def saved(files: Mapping[str, bytes], folder: Path, form: str = "docx") -> dict[str, bytes]:
    """Word files, by their names, as LibreOffice saves them in a form."""
    paths = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return {path.stem: path.read_bytes() for path in _all_converted(paths, folder, form)}


def converted(path: Path, form: str) -> Path:
    """What LibreOffice makes of one file in another form, in a folder beside it."""
    [made] = _all_converted([path], path.parent, form)
    return made


def _all_converted(paths: Sequence[Path], folder: Path, form: str) -> list[Path]:
    required("soffice")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(folder / "out"), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    made = [folder / "out" / f"{path.stem}.{form}" for path in paths]
    if form in TABLES and not made[0].exists():
        pytest.skip("this LibreOffice comes without Calc")
    return made
