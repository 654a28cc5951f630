"""Two Word files compared by what a person reads: the one that we draft, and the one that came back.

package within bounds -> lines -> pieces of ours -> their lines matched -> what became of each clause
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from pactwright.compare.matching import ROUTES, Owners, Route, owners
from pactwright.compare.opening import word_file
from pactwright.compare.pieces import FilePiece, pieces_of
from pactwright.compare.reading import Line, Mark

__all__ = ["Added", "Change", "Comparison", "Found", "compared"]

State: TypeAlias = Literal["same", "renumbered", "edited", "missing"]


@dataclass(frozen=True, slots=True)
class Change:
    """Words as drafted and as returned; one of the two is empty when a line was added or taken out."""

    drafted: str
    returned: str


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one piece: how it was found again, its state, its changes and the tracked changes in it.

    `routes` are all ways by which lines of it were recognised, the surest first. "renumbered" means that only the
    numbers of its references differ. `version` is the tag that the file carries where it is not the drafted one.
    """

    id: str
    title: str
    routes: tuple[Route, ...]
    state: State
    is_moved: bool = False
    changes: tuple[Change, ...] = ()
    marks: tuple[Mark, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Lines that stand outside every clause, after a piece ("" at the very beginning)."""

    after: str
    lines: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pieces of the drafted file, what was added, and the kinds of text around the pages that differ."""

    has_same_parts: bool
    found: tuple[Found, ...]
    added: tuple[Added, ...]
    around: tuple[str, ...]

    @property
    def has_same_words(self) -> bool:
        """Whether a person would read the same, with no tracked change left to decide."""
        unchanged = all(each.state == "same" and not each.is_moved and not each.marks for each in self.found)
        return unchanged and not self.added and not self.around


def compared(drafted: bytes, returned: bytes, name: str) -> Comparison:
    """The returned file held against the drafted one; `name` is what messages call the returned file.

    Raises UsageError when it cannot be read, ForeignContentError when it is built to do harm.
    """
    ours, theirs = word_file(drafted, "the draft"), word_file(returned, name)
    pieces, lines = pieces_of(ours.lines), theirs.lines
    found = owners(pieces, lines)
    moved = _moved(pieces, lines, found)
    return Comparison(
        has_same_parts=ours.parts == theirs.parts,
        found=tuple(_found(piece, lines, found, is_moved=piece.id in moved) for piece in pieces),
        added=tuple(_added(pieces, lines, found)),
        around=tuple(kind for kind, texts in ours.around.items() if texts != theirs.around[kind]),
    )


def _found(piece: FilePiece, lines: Sequence[Line], found: Owners, *, is_moved: bool) -> Found:
    own = [index for index in sorted(found) if found[index].piece == piece.id]
    theirs = [lines[index] for index in own]
    routes = tuple(route for route in ROUTES if any(found[index].route == route for index in own))
    ours = [line for line in piece.lines if line.text.strip()]
    shown = [line for line in theirs if line.text.strip()]
    state = _state([line.text for line in ours], [line.text for line in shown])
    if state == "edited" and [line.key for line in ours] == [line.key for line in shown]:
        state = "renumbered"
    changes = () if state == "missing" else tuple(_changes(ours, shown))
    marks = tuple(mark for line in theirs for mark in line.marks)
    other = next((line.tag for line in theirs if line.tag not in {"", piece.tag} and piece.is_framed), "")
    return Found(piece.id, piece.title, routes, state, is_moved, changes, marks, other)


def _state(ours: list[str], theirs: list[str]) -> State:
    if ours == theirs:
        return "same"
    return "edited" if theirs else "missing"


def _changes(ours: Sequence[Line], theirs: Sequence[Line]) -> Iterator[Change]:
    one, other = [line.text for line in ours], [line.text for line in theirs]
    for kind, *(a, b, c, d) in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal" and b - a == d - c:
            yield from (Change(*pair) for pair in zip(one[a:b], other[c:d], strict=True))
        elif kind != "equal":
            yield Change("\n".join(one[a:b]), "\n".join(other[c:d]))


def _moved(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> set[str]:
    """The clauses that no longer stand in the order in which they were drafted."""
    framed = [piece.id for piece in pieces if piece.is_framed]
    firsts = dict.fromkeys(found[index].piece for index in sorted(found) if lines[index].text.strip())
    now = [each for each in firsts if each in framed]
    before = [each for each in framed if each in now]
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    return set(now) - {before[block.a + step] for block in blocks for step in range(block.size)}


def _added(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> Iterator[Added]:
    homes = {line.text: piece.id for piece in reversed(pieces) for line in piece.lines}
    group: list[Line] = []
    after = ""
    for index, line in enumerate((*lines, None)):
        if line is not None and index not in found and (line.text.strip() or line.marks):
            group.append(line)
            continue
        if group:
            copies = {homes.get(each.text, "") for each in group}
            copy_of = copies.pop() if len(copies) == 1 else ""
            marks = tuple(mark for each in group for mark in each.marks)
            yield Added(after, tuple(each.text for each in group), marks, copy_of)
            group = []
        after = found[index].piece if index in found else after
