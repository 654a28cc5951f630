"""Tables of the benchmark, as plain text or for the README, and what they were measured on."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

DOCXTPL, RUST = version("docxtpl"), "0.1.2"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a heading for each column (the first is that of the rows' names), and rows of text."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def plain(self) -> str:
        """The table with its columns under each other, the numbers to the right."""
        lines = (self.headings, *self.rows)
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.headings))]
        shown = (
            "  ".join(cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(line))
            for line in (tuple(zip(line, widths, strict=True)) for line in lines)
        )
        return f"{self.title}\n" + "".join(f"  {line.rstrip()}\n" for line in shown)

    def markdown(self) -> str:
        """The table as the README prints it."""
        rule = ("---", *("---:" for _ in self.headings[1:]))
        lines = ("| " + " | ".join(line) + " |\n" for line in (self.headings, rule, *self.rows))
        return f"{self.title}:\n\n{''.join(lines)}"


def number(value: float) -> str:
    """A number with three digits that count."""
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def spread(values: Sequence[float]) -> str:
    """The median of some values, and the lowest and the highest of them."""
    return f"{number(median(values))} ({number(min(values))} to {number(max(values))})"


def machine() -> str:
    """The processor, the Python and the peers."""
    peers = f"docxtpl {DOCXTPL}, rust-docxtpl {RUST}"
    return f"{_processor()}, Python {platform.python_version()}, {peers}"


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text("utf-8").splitlines() if about.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.processor() or platform.machine()
