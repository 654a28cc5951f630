"""What earlier documents of a run leave for later ones: results, each with all that it rests on.

A result is used again in two cases only: it was made of the very same objects, by a function of nothing else
(`Memory.same`); or every question that was asked while it was made has the same answer now (`Memory.recalled`). So a
document drafted after ten thousand others is the one that would be drafted alone, and the tests hold it to that.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec, Self, TypeAlias, TypeVar, TypeVarTuple, cast

from pactwright.alike import alike

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")
A = TypeVar("A", bound="Answering")
V = TypeVar("V")

Key: TypeAlias = tuple[object, ...]
Kept: TypeAlias = Any  # a result of any type, given back to who made it

_MOST = 640  # results in a generation, or as many as one document leaves
_FEWER = 4  # times as few of those that rest on answers
_LASTS = 24  # documents of which the answers are kept, one for each ground
_VARIANTS = 8  # results for one maker and the same objects, under different answers
_UNASKED = object()
_NUMBERS = frozenset({int, bool})
_BY_VALUE = frozenset({str, bytes, frozenset, *_NUMBERS})


class _Generations(dict[Key, V]):
    """A store in which what is asked for again stays, and what is not goes soon; `[key]` raises KeyError for the rest.

    Most of what a document leaves is of that document alone. It waits in two young generations, apart from what many
    documents share, which has two of its own and is seldom moved. Where turns are told, a generation ends at most once
    in a turn: however long a document is, the next one finds all that it left.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._young: dict[Key, V] = {}
        self._fading: dict[Key, V] = {}
        self._leaving: dict[Key, V] = {}
        self._has_turns = False
        self._ended: set[str] = set()

    def __missing__(self, key: Key) -> V:
        """A value that is not among those that documents share; one that waited for long is, from now on."""
        if key in self._young:
            return self._young[key]
        value = (self._fading if key in self._fading else self._leaving).pop(key)
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


class Question:
    """A method and its arguments; the same words make the same question, so that it is found by its identity.

    `sources` names all that its answer follows from beside the ground; none where nobody says.
    """

    __slots__ = ("args", "method", "named", "sources")

    known: _Generations[Question] = _Generations(4 * _MOST)

    def __init__(
        self, method: Callable[..., object], on: Sources, args: Key, named: tuple[tuple[str, object], ...]
    ) -> None:
        self.method, self.args, self.named = method, args, named
        self.sources = on(*args, **dict(named)) if callable(on) else on

    @classmethod
    def of(cls, *words: Any) -> Question:  # noqa: ANN401 - arguments of any type
        """The question in these words: a method, what it rests on, its arguments, and its named arguments."""
        try:
            return cls.known[words]
        except KeyError:
            return cls.known.keep(words, cls(*words))


Sources: TypeAlias = tuple[str, ...] | Callable[..., tuple[str, ...]]  # the same for all, or by the arguments
RestsOn: TypeAlias = tuple[tuple[Question, object], ...]


class Answering:
    """Something that is asked about one document: each question is answered once, and whoever listens hears it."""

    @property
    def ground(self) -> tuple[object, ...]:
        """The objects on which every answer rests and nobody asks for, such as the library."""
        return ()

    @functools.cached_property
    def ground_key(self) -> Key:
        """What stands for the ground in a key."""
        return tuple(map(id, self.ground))

    def source(self, name: str) -> object:
        """What answers follow from, by the name that a question gives it; raises KeyError for a name not known."""
        raise KeyError(name)

    def sourced(self, name: str) -> object:
        """The same, worked out once."""
        known = self._sources
        if name not in known:
            known[name] = self.source(name)
        return known[name]

    @functools.cached_property
    def _sources(self) -> dict[str, object]:
        return {}

    @functools.cached_property
    def _answers(self) -> dict[Question, object]:
        return {}

    @functools.cached_property
    def _by_sources(self) -> dict[tuple[str, ...], dict[Question, object]]:
        return {}

    @functools.cached_property
    def _listeners(self) -> list[dict[Question, object]]:
        return []

    def while_listening(self, heard: dict[Question, object], make: Callable[[Self, *Ts], T], *of: *Ts) -> T:
        """`make(self, *of)`; what it asks is added to `heard`, and a listener further out hears it too."""
        self._listeners.append(heard)
        try:
            return make(self, *of)
        finally:
            self._listeners.pop()
            self.hear(heard.items())

    def hear(self, heard: Iterable[tuple[Question, object]]) -> None:
        """Tells the nearest listener what was asked elsewhere."""
        if self._listeners:
            self._listeners[-1].update(heard)

    def knows(self, other: Answering) -> None:
        """Takes over what another that is asked about the same document has answered."""
        self._answers.update(other._answers)
        self._by_sources.update(other._by_sources)

    def follows(self, earlier: Answering) -> None:
        """Takes over what was answered about an earlier document from sources that are alike in this one."""
        same: dict[str, bool] = {}
        for names, answers in earlier._by_sources.items():
            if names in self._by_sources:  # it was asked already, or taken over by another about the same document
                continue
            for name in names:
                if name not in same:
                    same[name] = alike(earlier.sourced(name), self.sourced(name))
            if all(same[name] for name in names):
                self._by_sources[names] = answers
                self._answers.update(answers)

    def gives(self, rests_on: RestsOn) -> bool:
        """Whether every question has the answer that it had before."""
        answers = self._answers
        for question, before in rests_on:
            now = answers.get(question, _UNASKED)
            if now is before:
                continue
            if now is _UNASKED:
                now = self.answer(question)
            if not alike(now, before):
                return False
            self._keep(question, before)  # the earlier object, so that what is made of it is found again
        return True

    def answer(self, question: Question) -> object:
        """The answer, written down; what had to be asked for it is part of it, and not heard."""
        self._listeners.append({})
        try:
            method, args, named = question.method, question.args, question.named
            answer = method(self, *args, **dict(named)) if named else method(self, *args)
        finally:
            self._listeners.pop()
        return self._keep(question, answer)

    def _keep(self, question: Question, answer: object) -> object:
        self._answers[question] = answer
        if question.sources:
            self._by_sources.setdefault(question.sources, {})[question] = answer
        return answer


def question(on: Sources = ()) -> Callable[[Callable[Concatenate[A, P], T]], Callable[Concatenate[A, P], T]]:
    """Makes a method of an Answering a question whose answers later documents may rest on.

    Its arguments must be hashable; its answer must follow from them and from what the document is drafted from. `on`
    names the sources that it follows from alone: while these are alike, the next document does not ask again.
    """

    def asking(method: Callable[Concatenate[A, P], T]) -> Callable[Concatenate[A, P], T]:
        @functools.wraps(method)
        def asked(self: A, *args: P.args, **named: P.kwargs) -> T:
            it = Question.of(method, on, args, tuple(named.items()))
            answers = self._answers
            answer = answers[it] if it in answers else self.answer(it)
            self.hear(((it, answer),))
            return cast("T", answer)

        return cast("Callable[Concatenate[A, P], T]", asked)

    return asking


class Memory:
    """Results of earlier documents; bounded: the ten-thousandth document finds it no larger than the hundredth.

    `turn` tells it where a document begins.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._same: _Generations[tuple[Key, Kept]] = _Generations(most)
        self._ones: dict[Key, tuple[Key, list[Kept]]] = {}
        self._recalled: _Generations[tuple[Key, list[tuple[RestsOn, Kept]]]] = _Generations(-(-most // _FEWER))
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
