"""Two Word files compared by what a person reads: the one that we draft, and the one that came back.

package within bounds -> lines -> pieces of ours -> their lines matched -> what became of each clause -> how it is seen
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from pactwright.compare.aligning import aligned, rising
from pactwright.compare.appearance import Difference, differences
from pactwright.compare.matching import ROUTES, Owners, Route, owners
from pactwright.compare.measures import AS_READ, AS_SET, Measure
from pactwright.compare.opening import COMMENTS, WordFile, draft_file, word_file
from pactwright.compare.pieces import FilePiece, issue_of, names_of, pieces_of
from pactwright.compare.reading import Line, Mark

__all__ = [
    "AS_READ",
    "AS_SET",
    "Added",
    "Change",
    "Comparison",
    "Difference",
    "Found",
    "compared",
    "draft_file",
    "word_file",
]

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
    numbers of its references differ. `version` is the tag that the file carries where it is not the drafted one, and
    `stands_in` the clause whose control it has been moved into.
    """

    id: str
    title: str
    routes: tuple[Route, ...]
    state: State
    is_moved: bool = False
    changes: tuple[Change, ...] = ()
    marks: tuple[Mark, ...] = ()
    version: str = ""
    stands_in: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Lines that stand outside every clause, after a piece ("" at the very beginning)."""

    after: str
    lines: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pieces of the drafted file, what was added, and the kinds of text around the pages that differ.

    `differences` are what is seen otherwise though its words agree.
    """

    has_same_parts: bool
    found: tuple[Found, ...]
    added: tuple[Added, ...]
    around: tuple[str, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def has_same_words(self) -> bool:
        """Whether a person would read the same, with no tracked change left to decide."""
        unchanged = all(each.state == "same" and not each.is_moved and not each.marks for each in self.found)
        return unchanged and not self.added and not self.around


def compared(ours: WordFile, theirs: WordFile, measure: Measure = AS_READ) -> Comparison:
    """The returned file held against the drafted one, as whoever reads it sees it or as a person set it."""
    pieces, lines = pieces_of(ours.lines), theirs.lines
    found = owners(pieces, list(zip(names_of(ours.lines), ours.lines, strict=True)), lines)
    moved = _moved(pieces, lines, found)
    places: dict[str, list[int]] = {}
    for index in sorted(found):
        places.setdefault(found[index].piece, []).append(index)
    return Comparison(
        has_same_parts=ours.package.parts == theirs.package.parts,
        found=tuple(
            _found(piece, lines, found, places.get(piece.id, []), is_moved=piece.id in moved) for piece in pieces
        ),
        added=tuple(_added(pieces, lines, found)),
        around=tuple(_around(ours, theirs)),
        differences=differences(ours, theirs, _pairs(pieces, lines, found), measure),
    )


def _around(ours: WordFile, theirs: WordFile) -> Iterator[str]:
    """The kinds of text round the pages whose words differ, each once."""
    mine, now = (_texts(file) for file in (ours, theirs))
    places = [place for place in dict.fromkeys((*mine, *now)) if mine.get(place, "") != now.get(place, "")]
    yield from dict.fromkeys(place.partition(",")[0] for place in places)


def _texts(file: WordFile) -> dict[str, str]:
    """The words of each story round the text; comments are no words of the paper."""
    around = {place: lines for place, lines in file.around.items() if place != COMMENTS}
    return {place: "\n".join(line.text.strip("\ufffc") for line in lines).strip() for place, lines in around.items()}


def _pairs(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> Iterator[tuple[str, Line, Line]]:
    """The lines of each piece whose words agree, drafted and returned."""
    own: dict[str, list[Line]] = {}
    for index in sorted(found):
        if lines[index].text.strip():
            own.setdefault(found[index].piece, []).append(lines[index])
    for piece in pieces:
        ours, theirs = [line for line in piece.lines if line.text.strip()], own.get(piece.id, [])
        for here, there in aligned([line.text for line in ours], [line.text for line in theirs]):
            yield piece.id, ours[here], theirs[there]


def _found(piece: FilePiece, lines: Sequence[Line], found: Owners, own: list[int], *, is_moved: bool) -> Found:
    theirs = [lines[index] for index in own]
    known = {found[index].route for index in own}
    routes = tuple(route for route in ROUTES if route in known)
    ours = [line for line in piece.lines if line.text.strip()]
    shown = [line for line in theirs if line.text.strip()]
    state = _state([line.text for line in ours], [line.text for line in shown])
    if state == "edited" and [line.key for line in ours] == [line.key for line in shown]:
        state = "renumbered"
    changes = () if state == "missing" else tuple(_changes(ours, shown))
    marks = tuple(mark for line in theirs for mark in line.marks)
    tags = [line.tag for line in theirs if line.tag not in {"", piece.tag} and piece.is_framed]
    version = next((tag for tag in tags if issue_of(tag) == piece.id), "")
    home = next((issue_of(tag) for tag in tags if issue_of(tag) != piece.id), "")
    return Found(piece.id, piece.title, routes, state, is_moved, changes, marks, version, home)


def _state(ours: list[str], theirs: list[str]) -> State:
    if ours == theirs:
        return "same"
    return "edited" if theirs else "missing"


def _changes(ours: Sequence[Line], theirs: Sequence[Line]) -> Iterator[Change]:
    one, other = [line.text for line in ours], [line.text for line in theirs]
    edges = [(-1, -1), *aligned(one, other), (len(one), len(other))]
    for (a, c), (b, d) in pairwise(edges):
        mine, now = one[a + 1 : b], other[c + 1 : d]
        if len(mine) == len(now):
            yield from (Change(*pair) for pair in zip(mine, now, strict=True))
        else:
            yield Change("\n".join(mine), "\n".join(now))


def _moved(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> set[str]:
    """The clauses that no longer stand in the order in which they were drafted."""
    framed = {piece.id: None for piece in pieces if piece.is_framed}
    firsts = dict.fromkeys(found[index].piece for index in sorted(found) if lines[index].text.strip())
    now = [each for each in firsts if each in framed]
    before = [each for each in framed if each in now]
    order = {each: number for number, each in enumerate(before)}
    return set(now) - {now[place] for place in rising([order[each] for each in now])}


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
