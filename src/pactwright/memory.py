"""What earlier documents of a run leave for later ones: results, each with all that it rests on.

A result is used again in two cases only: it was made of the very same objects, by a function of nothing else
(`Memory.same`, and `equal` for words and numbers that are typed anew in every document); or every question that was
asked while it was made has the same answer now (`Memory.recalled`). So a document drafted after ten thousand others is
the one that would be drafted alone, and the tests hold it to that.

Words too are told apart by their identity, which costs nothing: who makes the same words anew for each document, and
wants what was made of them found again, asks for `equal(str, words)` first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar, TypeVarTuple

from pactwright.alike import alike
from pactwright.answering import Answering, Question, RestsOn
from pactwright.generations import MOST, Generations, Key

S = TypeVar("S")
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
        self._last: dict[Key, Kept] = {}

    def turn(self) -> None:
        """Tells that the next document begins."""
        for store in (self._same, self._recalled, Question.known):
            store.turn()

    def same(self, make: Callable[[*Ts], T], *of: *Ts) -> T:
        """`make(*of)`, or what it gave for these very objects before; `make` looks at nothing else."""
        key = (make, *map(id, of))
        known = self._same
        kept = known.get(key) or known.waiting(key) or known.keep(key, (of, make(*of)))
        result: T = kept[1]
        return result

    def each(self, make: Callable[[S, *Ts], T], things: Iterable[S], *beside: *Ts) -> list[T]:
        """`same(make, thing, *beside)` for each of some things."""
        known, others = self._same, tuple(map(id, beside))
        made: list[T] = []
        for thing in things:
            key = (make, id(thing), *others)
            kept = known.get(key) or known.waiting(key) or known.keep(key, ((thing, *beside), make(thing, *beside)))
            made.append(kept[1])
        return made

    def equal(self, make: Callable[[*Ts], T], *of: *Ts) -> T:
        """`make(*of)`, or what it gave for the same before, where words and numbers are told by what they say."""
        key = (make, *_keys(of))
        known = self._same
        kept = known.get(key) or known.waiting(key) or known.keep(key, (of, make(*of)))
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
        key = (make, asked.ground_key, *map(id, of))
        known = self._recalled
        kept = known.get(key) or known.waiting(key) or known.keep(key, ((*asked.ground, *of), []))
        variants = kept[1]
        for place, (rests_on, result) in enumerate(variants):
            if asked.gives(rests_on):
                asked.hear(zip(*rests_on, strict=True))
                if place:
                    variants.insert(0, variants.pop(place))
                earlier: T = result
                return earlier
        heard: dict[Question, object] = {}
        made = asked.while_listening(heard, make, *of)
        variants.insert(0, ((tuple(heard), tuple(heard.values())), made))
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
