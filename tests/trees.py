"""File trees for tests, written as a mapping from path to text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def build_tree(root: Path, files: Mapping[str, str]) -> Path:
    """Writes every file below the root, its folders made on the way, and gives the root back."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root
