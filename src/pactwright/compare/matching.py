"""Where the lines of a returned file belong, and by which mark each was recognised.

Programs lose different marks: LibreOffice drops the tags of controls and keeps bookmarks and titles; a person who
removes a control keeps the words. So the marks are tried from the surest to the weakest, line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

from pactwright.compare.aligning import aligned
from pactwright.compare.pieces import FilePiece, issue_of
from pactwright.compare.reading import Line

Route: TypeAlias = Literal["tag", "bookmark", "title", "text", "place"]

ROUTES: Final[tuple[Route, ...]] = ("tag", "bookmark", "title", "text", "place")
_ALIKE: Final = 0.6  # the share of common letters from which an edited line still counts as the same one
_OFTEN: Final = 50  # a word in more lines than this tells none from another
_TRIED: Final = 3  # with how many drafted lines one line is compared letter by letter
_FEW: Final = 2_500  # up to so many pairs, every line is tried with every other
_LONG: Final = 1_500  # the letters of a line that are compared


@dataclass(frozen=True, slots=True)
class Owner:
    """The piece that a line belongs to, and how that is known."""

    piece: str
    route: Route


Owners: TypeAlias = dict[int, Owner]
Drafted: TypeAlias = Sequence[tuple[str, Line]]


def owners(pieces: Sequence[FilePiece], drafted: Drafted, lines: Sequence[Line]) -> Owners:
    """The owner of each line, by its index; a line without one is new and stands outside every clause.

    `drafted` are the lines of all pieces in the order of the document, each with its piece.
    """
    found = dict(_marked(pieces, lines))
    found |= _same_words(drafted, lines, found, lambda line: line.key)
    found |= _same_words(drafted, lines, found, lambda line: line.text)
    found |= _similar_text(drafted, lines, found)
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


def _same_words(drafted: Drafted, lines: Sequence[Line], found: Owners, words: Callable[[Line], str]) -> Owners:
    """By words that were drafted and have not been found yet, first in their order, then anywhere.

    `words` says what of a line is held: its references by target, since many a cell is nothing but a number that moves,
    or as they are shown, where somebody typed the number.
    """
    pool, rest = _unfound(drafted, lines, found), _unowned(lines, found)
    ours, seen = [words(line) for _, line in pool], [words(lines[index]) for index in rest]
    matched = dict(aligned(ours, seen))
    taken = set(matched.values())
    free: dict[str, list[int]] = {}
    for index in reversed([index for index in range(len(seen)) if index not in taken]):
        free.setdefault(seen[index], []).append(index)
    for place in (place for place in range(len(pool)) if place not in matched):
        if places := free.get(ours[place]):
            matched[place] = places.pop()
    return {rest[theirs]: Owner(pool[place][0], "text") for place, theirs in matched.items()}


def _similar_text(drafted: Drafted, lines: Sequence[Line], found: Owners) -> Owners:
    """By words that are nearly those that were drafted: the lines that share most words are held against each other."""
    pool, rest, similar = _unfound(drafted, lines, found), _unowned(lines, found), {}
    homes: dict[str, list[int]] = {}
    for place, (_, line) in enumerate(pool):
        for word in _words(line.text):
            homes.setdefault(word, []).append(place)
    free = set(range(len(pool)))
    for index in rest:
        text = lines[index].text
        shared = Counter(
            place for word in _words(text) if len(homes.get(word, ())) <= _OFTEN for place in homes.get(word, ())
        )
        tried = [place for place, _ in shared.most_common(_TRIED * 2) if place in free][:_TRIED]
        tried = sorted(free) if len(pool) * len(rest) <= _FEW else tried
        best, place = max(((_likeness(pool[each][1].text, text), -each) for each in tried), default=(0.0, 0))
        if best >= _ALIKE:
            free.remove(-place)
            similar[index] = Owner(pool[-place][0], "text")
    return similar


def _words(text: str) -> set[str]:
    return set(text[:_LONG].lower().split())


def _likeness(one: str, other: str) -> float:
    a, b = (text if len(text) <= _LONG else text[:_LONG] for text in (one, other))
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ALIKE else 0.0


def _surrounded(lines: Sequence[Line], found: Owners) -> Owners:
    """By place: what stands between two lines of one clause belongs to it."""
    around, behind = {}, _last_owners(found, range(len(lines)))
    ahead = _last_owners(found, range(len(lines) - 1, -1, -1))
    for index in _unowned(lines, found):
        if behind[index] and behind[index] == ahead[index]:
            around[index] = Owner(behind[index], "place")
    return around


def _last_owners(found: Owners, order: Iterable[int]) -> dict[int, str]:
    """The piece of the last line with an owner before each line, in an order of going through them."""
    last, seen = "", {}
    for index in order:
        seen[index] = last
        last = found[index].piece if index in found else last
    return seen


def _unfound(drafted: Drafted, lines: Sequence[Line], found: Owners) -> list[tuple[str, Line]]:
    """Piece and line of each drafted line that no returned line has taken, by its words or by what they show."""
    keys = Counter((owner.piece, lines[index].key) for index, owner in found.items())
    texts = Counter((owner.piece, lines[index].text) for index, owner in found.items())
    unfound = []
    for piece, line in ((piece, line) for piece, line in drafted if line.text.strip()):
        taken, words = (keys, line.key) if keys[piece, line.key] else (texts, line.text)
        if taken[piece, words]:
            taken[piece, words] -= 1
        else:
            unfound.append((piece, line))
    return unfound


def _unowned(lines: Sequence[Line], found: Owners) -> list[int]:
    return [index for index, line in enumerate(lines) if index not in found and line.text.strip()]
