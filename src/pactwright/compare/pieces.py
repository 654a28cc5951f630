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
    names = [_name(line, index, lines) for index, line in enumerate(lines)]
    first = {name: lines[names.index(name)] for name in dict.fromkeys(names)}
    return tuple(
        FilePiece(
            name,
            line.tag,
            line.title or name,
            tuple(each for each, own in zip(lines, names, strict=True) if own == name),
        )
        for name, line in first.items()
    )


def _name(line: Line, index: int, lines: Sequence[Line]) -> str:
    if line.tag:
        return issue_of(line.tag)
    if not any(each.tag for each in lines[:index]):
        return FRONT
    ahead = [each.tag for each in lines[index:] if each.tag]
    return PARTS if ahead and not ahead[0].startswith(SCHEDULE) else SIGNING
