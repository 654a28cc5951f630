"""What earlier documents of a run leave for later ones: results, each with all that it rests on.

A result is used again in two cases only: it was made of the very same objects, by a function of nothing else
(`Memory.same`); or every question that was asked while it was made has the same answer now (`Memory.recalled`). So a
document drafted after ten thousand others is the one that would be drafted alone, and the tests hold it to that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, TypeVarTuple

from pactwright.alike import alike
from pactwright.answering import Answering, Question, RestsOn
from pactwright.generations import MOST, Generations, Key

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
A = TypeVar("A", bound=Answering)

Kept: TypeAlias = Any  # a result of any type, given back to who made it

_FEWER = 4  # times as few of those that rest on answers
_LASTS = 24  # documents of which the answers are kept, one for each ground
_VARIANTS = 8  # results for one maker and the same objects, under different answers
_NUMBERS = frozenset({int, bool})
_BY_VALUE = frozenset({str, bytes, frozenset, *_NUMBERS})


class Memory:
    """Results of earlier documents; bounded: the ten-thousandth document finds it no larger than the hundredth.

    `turn` tells it where a document begins.
    """

    def __init__(self, most: int = MOST) -> None:
        self._same: Generations[tuple[Key, Kept]] = Generations(most)
        self._ones: dict[Key, tuple[Key, list[Kept]]] = {}
        self._recalled: Generations[tuple[Key, list[tuple[RestsOn, Kept]]]] = Generations(-(-most // _FEWER))
        self._last: dict[Key, Answering] = {}

    def turn(self) -> None:
        """Tells that the next document begins."""
        for store in (self._same, self._recalled, Question.known):
            store.turn()

    def same(self, make: Callable[[*Ts], T], *of: *Ts) -> T:
        """`make(*of)`, or what it gave for these very objects before; `make` looks at nothing else."""
        key = (make, *_keys(of))
        try:
            kept = self._same[key]
        except KeyError:
            kept = self._same.keep(key, (of, make(*of)))
        result: T = kept[1]
        return result

    def one(self, value: T, *of: object) -> T:
        """The value, or an earlier one of the same objects that is alike: what is made of it is found again."""
        _, known = self._ones.setdefault((type(value), *_keys(of)), (of, []))
        for place, each in enumerate(known):
            if alike(each, value):
                known.insert(0, known.pop(place))
                earlier: T = each
                return earlier
        known.insert(0, value)
        del known[_VARIANTS:]
        return value

    def following(self, asked: A) -> A:
        """What is asked about a document, knowing what the last one on the same ground answered and still holds."""
        key = (type(asked), asked.ground_key)
        if earlier := self._last.pop(key, None):
            asked.follows(earlier)
        self._last[key] = asked
        if len(self._last) > _LASTS:
            del self._last[next(iter(self._last))]
        return asked

    def recalled(self, asked: A, make: Callable[[A, *Ts], T], *of: *Ts) -> T:
        """`make(asked, *of)`, or what it gave for these very objects when all that it asks had the same answers."""
        key = (make, asked.ground_key, *_keys(of))
        try:
            variants = self._recalled[key][1]
        except KeyError:
            variants = self._recalled.keep(key, ((*asked.ground, *of), []))[1]
        for place, (rests_on, result) in enumerate(variants):
            if asked.gives(rests_on):
                asked.hear(rests_on)
                if place:
                    variants.insert(0, variants.pop(place))
                earlier: T = result
                return earlier
        heard: dict[Question, object] = {}
        made = asked.while_listening(heard, make, *of)
        variants.insert(0, (tuple(heard.items()), made))
        del variants[_VARIANTS:]
        return made


def _keys(objects: tuple[object, ...]) -> list[object]:
    """What stands for each object in a key: itself where that is cheap to compare, its identity elsewhere.

    A number stands beside its type, since 1 is not yes, and no number is the identity of something else.
    """
    return [
        id(each) if (kind := type(each)) not in _BY_VALUE else (kind, each) if kind in _NUMBERS else each
        for each in objects
    ]
