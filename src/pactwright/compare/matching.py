"""Where the lines of a returned file belong, and by which mark each was recognised.

Programs lose different marks: LibreOffice drops the tags of controls and keeps bookmarks and titles; a person who
removes a control keeps the words. So the marks are tried from the surest to the weakest, line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

from pactwright.compare.pieces import FilePiece, issue_of
from pactwright.compare.reading import Line

Route: TypeAlias = Literal["tag", "bookmark", "title", "text", "place"]

ROUTES: Final[tuple[Route, ...]] = ("tag", "bookmark", "title", "text", "place")
_ALIKE: Final = 0.6  # the share of common letters from which an edited line still counts as the same one


@dataclass(frozen=True, slots=True)
class Owner:
    """The piece that a line belongs to, and how that is known."""

    piece: str
    route: Route


Owners: TypeAlias = dict[int, Owner]


def owners(pieces: Sequence[FilePiece], lines: Sequence[Line]) -> Owners:
    """The owner of each line, by its index; a line without one is new and stands outside every clause."""
    found = dict(_marked(pieces, lines))
    found |= _same_text(pieces, lines, found)
    found |= _similar_text(pieces, lines, found)
    return found | _surrounded(lines, found)


def _marked(pieces: Sequence[FilePiece], lines: Sequence[Line]) -> Iterator[tuple[int, Owner]]:
    """By tag, bookmark or title; a bookmark that names another clause than the tag tells where the words came from."""
    tags = {piece.id for piece in pieces if piece.is_framed}
    bookmarks = {name: piece.id for piece in pieces for line in piece.lines for name in line.bookmarks}
    titles = _unique({piece.id: piece.title for piece in pieces if piece.is_framed})
    for index, line in enumerate(lines):
        tagged = issue_of(line.tag) if issue_of(line.tag) in tags else ""
        booked = next((bookmarks[name] for name in line.bookmarks if name in bookmarks), "")
        if tagged and booked in {"", tagged}:
            yield index, Owner(tagged, "tag")
        elif booked:
            yield index, Owner(booked, "bookmark")
        elif line.title in titles:
            yield index, Owner(titles[line.title], "title")


def _unique(titles: Mapping[str, str]) -> dict[str, str]:
    times = Counter(titles.values())
    return {title: piece for piece, title in titles.items() if times[title] == 1}


def _same_text(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> Owners:
    """By words that were drafted and have not been found yet, first in their order, then anywhere."""
    pool, rest = _unfound(pieces, lines, found), _unowned(lines, found)
    texts, seen = [text for _, text in pool], [lines[index].text for index in rest]
    blocks = SequenceMatcher(None, texts, seen, autojunk=False).get_matching_blocks()
    matched = {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    for place in sorted(set(range(len(pool))) - set(matched)):
        taken = set(matched.values())
        free = [index for index, text in enumerate(seen) if text == texts[place] and index not in taken]
        matched |= {place: free[0]} if free else {}
    return {rest[theirs]: Owner(pool[ours][0], "text") for ours, theirs in matched.items()}


def _similar_text(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> Owners:
    """By words that are nearly those that were drafted."""
    pool, similar = _unfound(pieces, lines, found), {}
    for index in _unowned(lines, found):
        rated = [(_likeness(text, lines[index].text), place) for place, (_, text) in enumerate(pool)]
        best, place = max(rated, default=(0.0, 0))
        if best >= _ALIKE:
            similar[index] = Owner(pool.pop(place)[0], "text")
    return similar


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ALIKE else 0.0


def _surrounded(lines: Sequence[Line], found: Owners) -> Owners:
    """By place: what stands between two lines of one clause belongs to it."""
    known = sorted(found)
    around = {}
    for index in _unowned(lines, found):
        before = next((found[each].piece for each in reversed(known) if each < index), "")
        after = next((found[each].piece for each in known if each > index), "")
        if before and before == after:
            around[index] = Owner(before, "place")
    return around


def _unfound(pieces: Sequence[FilePiece], lines: Sequence[Line], found: Owners) -> list[tuple[str, str]]:
    """Piece and text of each drafted line that no returned line has taken."""
    taken = Counter((owner.piece, lines[index].text) for index, owner in found.items())
    unfound = []
    drafted = ((each.id, line.text) for each in pieces for line in each.lines if line.text.strip())
    for piece, text in drafted:
        if taken[piece, text]:
            taken[piece, text] -= 1
        else:
            unfound.append((piece, text))
    return unfound


def _unowned(lines: Sequence[Line], found: Owners) -> list[int]:
    return [index for index, line in enumerate(lines) if index not in found and line.text.strip()]
