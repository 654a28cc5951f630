"""A folder with all that the engines need to make the same documents, and with the documents that they made.

Nothing of pactwright is known here: a peer reads it in an environment of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """The folder of one spec: its tree, the peers' template and ready data, and a folder of documents per engine."""

    folder: Path

    @property
    def template(self) -> Path:
        """The peers' template."""
        return self.folder / "template.docx"

    def base(self) -> dict[str, Any]:
        """The spec, as a tree of text."""
        tree: dict[str, Any] = json.loads((self.folder / "base.json").read_text("utf-8"))
        return tree

    def data(self) -> list[dict[str, Any]]:
        """The ready data of the first documents."""
        ready: list[dict[str, Any]] = json.loads((self.folder / "data.json").read_text("utf-8"))
        return ready

    def target(self, engine: str, number: int) -> Path:
        """Where an engine writes a document."""
        folder = self.folder / engine
        folder.mkdir(exist_ok=True)
        return folder / f"{number:05d}.docx"

    def keep(self, base: dict[str, Any], template: bytes, data: object) -> None:
        """Fills the folder."""
        self.folder.mkdir(parents=True)
        self.template.write_bytes(template)
        for name, tree in (("base", base), ("data", data)):
            (self.folder / f"{name}.json").write_text(json.dumps(tree), "utf-8")
