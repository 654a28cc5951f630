"""The pieces of a document as it was drafted: its clauses and schedules, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pactwright.compare.reading import Line

FRONT: Final = "front page"
PARTS: Final = "part headings"
SIGNING: Final = "signing page"
SCHEDULE: Final = "schedule:"


@dataclass(frozen=True, slots=True)
class FilePiece:
    """Some lines that belong together; `tag` is the content control's, empty for what stands outside all of them."""

    id: str
    tag: str
    title: str
    lines: tuple[Line, ...]

    @property
    def is_framed(self) -> bool:
        """Whether it has a content control, as clauses and schedules have."""
        return bool(self.tag)


def issue_of(tag: str) -> str:
    """The id of the clause or schedule that a tag names.

    >>> issue_of("ip/project-ip/city-owns@79080a4f"), issue_of("schedule:budget")
    ('ip/project-ip', 'schedule:budget')
    """
    return tag.rpartition("/")[0] if "@" in tag else tag


def pieces_of(lines: Sequence[Line]) -> tuple[FilePiece, ...]:
    """The pieces of a file that we drafted, in the order in which they begin."""
    groups: dict[str, list[Line]] = {}
    for name, line in zip(names_of(lines), lines, strict=True):
        groups.setdefault(name, []).append(line)
    return tuple(FilePiece(name, own[0].tag, own[0].title or name, tuple(own)) for name, own in groups.items())


def names_of(lines: Sequence[Line]) -> list[str]:
    """The piece of each line: what its tag names, or what the tags before and behind it leave."""
    ahead, names = "", []
    first = next((index for index, line in enumerate(lines) if line.tag), len(lines))
    for index in range(len(lines) - 1, -1, -1):
        tag = lines[index].tag
        between = PARTS if ahead and not ahead.startswith(SCHEDULE) else SIGNING
        names.append(issue_of(tag) if tag else FRONT if index <= first else between)
        ahead = tag or ahead
    return names[::-1]
