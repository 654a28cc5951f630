"""Opening a YAML file of a library; what is wrong with one is kept, and the rest is read."""

from __future__ import annotations

from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.library.house import EXAMPLES
from pactwright.library.layers import Layer
from pactwright.library.merging import Opened
from pactwright.library.reading import Problems
from pactwright.textfile import parsed_table, read_text


def opened_in(path: Path, name: str, found: list[Finding]) -> Opened | None:
    """The tree of a file, and where to note what is wrong with it; None where there is no tree."""
    try:
        tree, marks = parsed_table(read_text(path), name)
    except InputError as refused:
        found.extend(refused.findings)
        return None
    return tree, Problems(marks, found, EXAMPLES.get(path.name, ""))


def top(layer: Layer, name: str, found: list[Finding]) -> Opened | None:
    """The same for a file at the top of a layer; None where the layer has none."""
    path = layer.file(name)
    return opened_in(path, f"{layer.name}/{name}", found) if path else None
