"""Running a batch in this process, and looking at what it left in its folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pactwright.batch.driver import run
from pactwright.batch.model import Row, Settings
from pactwright.batch.request import Batch, RunOutcome
from tests.batch.makers import Stamper


class Silent:
    """A watch that looks on and says nothing."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []
        self.is_over = False

    def started(self, rows: int) -> None:
        """Remembers nothing."""

    def moved(self, done: int, failed: int) -> None:
        """Remembers how far the run was."""
        self.seen.append((done, failed))

    def ended(self) -> None:
        """Remembers that it was told."""
        self.is_over = True


def ran(folder: Path, rows: tuple[Row, ...], **asked: Any) -> RunOutcome:  # noqa: ANN401 - the fields of a batch
    """The outcome of a batch of text files by the stamper, or as asked."""
    own: dict[str, Any] = {"base": None, "settings": Settings(formats=("txt",)), "processes": 1, "making": Stamper}
    return run(Batch(rows=rows, folder=folder, **(own | asked)), Silent())


def files(folder: Path) -> dict[str, bytes]:
    """The documents in a folder, by name: no reports, no journals, no hidden files."""
    reports = {".jsonl", ".csv", ".sqlite", ".sqlite-wal"}
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix not in reports and not path.name.startswith(".")
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by name, hidden files too."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def names(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def manifest(folder: Path, name: str = "manifest.jsonl") -> list[dict[str, Any]]:
    """The records of a manifest."""
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
