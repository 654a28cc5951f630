"""A store of results that forgets in generations, so that it stays small however long a run is."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

V = TypeVar("V")

Key: TypeAlias = tuple[object, ...]

MOST = 640
"""Results in a generation, or as many as one document leaves."""


class Generations(dict[Key, V]):
    """A store in which what is asked for again stays, and what is not goes soon: `get(key) or waiting(key)`.

    Most of what a document leaves is of that document alone. It waits in two young generations, apart from what many
    documents share, which has two of its own and is seldom moved. Where turns are told, a generation ends at most once
    in a turn: however long a document is, the next one finds all that it left. No value is empty.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._young: dict[Key, V] = {}
        self._fading: dict[Key, V] = {}
        self._leaving: dict[Key, V] = {}
        self._has_turns = False
        self._ended: set[str] = set()

    def waiting(self, key: Key) -> V | None:
        """A value that is not among those that documents share; one that waited for long is, from now on."""
        value = self._young.get(key)
        if value:
            return value
        value = self._fading.pop(key, None) or self._leaving.pop(key, None)
        if value:
            if len(self) >= self._most and self._ends("shared"):
                self._leaving = dict(self)
                self.clear()
            self[key] = value
        return value

    def keep(self, key: Key, value: V) -> V:
        """Keeps a value, and gives it back."""
        if len(self._young) >= self._most and self._ends("young"):
            self._fading, self._young = self._young, {}
        self._young[key] = value
        return value

    def turn(self) -> None:
        """Tells that the next document begins."""
        self._has_turns = True
        self._ended.clear()

    def _ends(self, generation: str) -> bool:
        """Whether a generation that is full ends: at most once in a turn."""
        if generation in self._ended:
            return False
        if self._has_turns:
            self._ended.add(generation)
        return True
