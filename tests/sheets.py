"""A sheet that questions are asked about, makers of what a memory keeps, and who counts how often and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakSet

from pactwright.answering import Answering, question


class Library:
    """A ground on which answers rest."""


GROUND = (Library(),)


@dataclass
class Sheet(Answering):
    """What one document says, field by field; `asked` counts how often each field was looked up."""

    said: dict[str, object]
    ground: tuple[object, ...] = GROUND
    asked: Counter[str] = field(default_factory=Counter)

    @question()
    def says(self, name: str) -> object:
        """What it says in a field."""
        self.asked[name] += 1
        return self.said.get(name)

    def source(self, name: str) -> object:
        """What it says in a field."""
        return self.said.get(name)

    @question(on=lambda *names: names)
    def counted(self, *names: str) -> int:
        """In how many of these fields it says something."""
        self.asked["counted"] += 1
        return sum(bool(self.said.get(name)) for name in names)

    @question()
    def together(self, *names: str) -> tuple[object, ...]:
        """What it says in several fields; a question that is answered by other questions."""
        return tuple(self.says(name) for name in names)

    @question()
    def failing(self) -> object:
        """A question that cannot be answered."""
        raise LookupError


class Making:
    """Something that is made of a sheet, and how often it was."""

    def __init__(self) -> None:
        self.times = 0

    def greeting(self, sheet: Sheet, *words: str) -> str:
        """Two fields, of which the second is only asked for when the first says so."""
        self.times += 1
        name = sheet.says("name")
        return " ".join((f"{name}" if sheet.says("short") else f"{name} of {sheet.says('place')}", *words))

    @staticmethod
    def greeting_of(sheet: Sheet, *words: str) -> str:
        """The same, not counted."""
        return Making().greeting(sheet, *words)


def sheet(**said: object) -> Sheet:
    """A document that says this."""
    return Sheet(said)


def shouting() -> tuple[Callable[[str], str], Counter[str]]:
    """A maker that says a word louder, and how often it said each."""
    times = Counter[str]()

    def shouted(word: str) -> str:
        times[word] += 1
        return word.upper()

    return shouted, times


def watched() -> tuple[WeakSet[Library], Callable[..., Library]]:
    """What is still held of all that the second makes."""
    alive = WeakSet[Library]()

    def made(*_: object) -> Library:
        alive.add(one := Library())
        return one

    return alive, made


def boxed(*things: object) -> list[object]:
    return [*things]
