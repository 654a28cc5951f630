"""Word by word, what one text has and another lacks; an amount and its currency are one word, references are alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from pactwright.catalogue.words import words
from pactwright.document import Reference, Run, Runs

Op: TypeAlias = Literal["same", "added", "removed"]
LEAST_LIKE = 0.5
"""Below this likeness a text has a wording of its own, and marks would only confuse."""
KEPT = 4096

_TOKEN = re.compile(r"\s*(?:\b[A-Z]{3}\s[\d,.]*\d|[\w\u2019'%-]+|[^\w\s])|\s+$")
_REFERENCE = "§"


class Token(NamedTuple):
    """A word with the space before it, and what must be the same for it to be the same word."""

    text: str
    key: str


class Words(NamedTuple):
    """Some words, and whether the other text has them."""

    op: Op
    text: str


@lru_cache(maxsize=KEPT)
def tokens(runs: Runs) -> tuple[Token, ...]:
    """The words of some runs; a reference counts as one that is the same everywhere."""
    return tuple(_with_one_reference(_spaced(each for run in runs for each in _of_run(run))))


def _of_run(run: Run) -> Iterable[Token]:
    return _tokens(run.text, is_reference=isinstance(run, Reference))


def _spaced(every: Iterable[Token]) -> list[Token]:
    """The words with the space that ends a run behind the word before it."""
    found: list[Token] = []
    for each in every:
        if found and not each.key:
            found[-1] = Token(found[-1].text + each.text, found[-1].key)
        else:
            found.append(each)
    return found


def _with_one_reference(every: list[Token]) -> Iterator[Token]:
    """The words with one for each reference: "clauses 3, 4 and 7" is no other than "clause 3"."""
    place = 0
    while place < len(every):
        end = _reference_end(every, place)
        held = every[place:end]
        yield Token("".join(each.text for each in held), _REFERENCE) if len(held) > 1 else every[place]
        place = end


def _reference_end(every: list[Token], place: int) -> int:
    """Where a reference ends that begins at a place; behind one word where none does."""
    keys = [each.key for each in every[place : place + 2]]
    is_led = len(keys) > 1 and keys[0].lower() in words()["references"]["nouns"] and keys[1] == _REFERENCE
    end = place + (2 if is_led else 1)
    if not is_led and keys[0] != _REFERENCE:
        return end
    while end + 1 < len(every) and every[end].key in words()["references"]["between"]:
        behind = _reference_end(every, end + 1)
        if every[behind - 1].key != _REFERENCE:
            break
        end = behind
    return end


def _tokens(text: str, *, is_reference: bool) -> Iterable[Token]:
    if is_reference:
        return (Token(text, _REFERENCE),)
    return (Token(found[0], found[0].strip().replace("\N{NO-BREAK SPACE}", " ")) for found in _TOKEN.finditer(text))


def likeness(one: Runs, other: Runs) -> float:
    """How alike two texts are, from 0 to 1, in words."""
    return _matcher(one, other).ratio()


def changed_words(before: Runs, now: Runs) -> tuple[Words, ...]:
    """The words of a text, those that another one lacks as added, and what only the other one has as removed."""
    return tuple(_changed(before, now))


def is_same(one: Runs, other: Runs) -> bool:
    """Whether two texts say the same, whatever numbers their references print."""
    return [each.key for each in tokens(one)] == [each.key for each in tokens(other)]


def _changed(before: Runs, now: Runs) -> Iterator[Words]:
    mine, theirs = tokens(before), tokens(now)
    for kind, a, b, c, d in _matcher(before, now).get_opcodes():
        if kind == "equal":
            yield Words("same", _text(theirs[c:d]))
            continue
        if a < b:
            yield Words("removed", _text(mine[a:b]))
        if c < d:
            yield Words("added", _text(theirs[c:d]))


def _matcher(one: Runs, other: Runs) -> SequenceMatcher[str]:
    mine, theirs = ([each.key for each in tokens(runs)] for runs in (one, other))
    return SequenceMatcher(None, mine, theirs, autojunk=False)


def _text(some: Iterable[Token]) -> str:
    return "".join(each.text for each in some)
