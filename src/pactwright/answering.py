"""What can be asked about one document, by questions whose answers later documents may rest on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from itertools import repeat
from operator import is_
from typing import Any, Concatenate, ParamSpec, Self, TypeAlias, TypeVar, TypeVarTuple, cast

from pactwright.alike import alike
from pactwright.generations import MOST, Generations, Key

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")
A = TypeVar("A", bound="Answering")

_UNASKED = object()


class Question:
    """A method and its arguments; the same words make the same question, so that it is found by its identity.

    `sources` names all that its answer follows from beside the ground; none where nobody says.
    """

    __slots__ = ("args", "method", "named", "sources")

    known: Generations[Question] = Generations(4 * MOST)

    def __init__(
        self, method: Callable[..., object], on: Sources, args: Key, named: tuple[tuple[str, object], ...]
    ) -> None:
        self.method, self.args, self.named = method, args, named
        self.sources = on(*args, **dict(named)) if callable(on) else on

    @classmethod
    def of(cls, *words: Any) -> Question:  # noqa: ANN401 - arguments of any type
        """The question in these words: a method, what it rests on, its arguments, and its named arguments."""
        known = cls.known
        return known.get(words) or known.waiting(words) or known.keep(words, cls(*words))


Sources: TypeAlias = tuple[str, ...] | Callable[..., tuple[str, ...]]  # the same for all, or by the arguments
RestsOn: TypeAlias = tuple[tuple[Question, ...], tuple[object, ...]]
"""Questions, and the answers that they had."""


class Answering:
    """Something that is asked about one document: each question is answered once, and whoever listens hears it."""

    _sources: dict[str, object]
    _answers: dict[Question, object]
    _by_sources: dict[tuple[str, ...], dict[Question, object]]
    _listeners: list[dict[Question, object]]

    def __new__(cls, *_: object, **__: object) -> Self:
        """A new one, of which nothing was asked yet."""
        new = super().__new__(cls)
        vars(new).update(_sources={}, _answers={}, _by_sources={}, _listeners=[])
        return new

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

    def unchanged(self, _earlier: Self) -> Iterable[str]:
        """Sources that are seen at once to be the same as for an earlier document: none but for who says so."""
        return ()

    def sourced(self, name: str) -> object:
        """The same, worked out once."""
        known = self._sources
        if name not in known:
            known[name] = self.source(name)
        return known[name]

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

    def follows(self, earlier: Self) -> None:
        """Takes over what was answered about an earlier document from sources that are alike in this one."""
        same = dict.fromkeys(self.unchanged(earlier), True)
        ours = self._by_sources
        for names, answers in earlier._by_sources.items():
            if names in ours:  # it was asked already, or taken over by another about the same document
                continue
            for name in names:
                if name not in same:
                    same[name] = alike(earlier.sourced(name), self.sourced(name))
                if not same[name]:
                    break
            else:
                ours[names] = answers
                self._answers.update(answers)

    def gives(self, rests_on: RestsOn) -> bool:
        """Whether every question has the answer that it had before."""
        answers = self._answers
        if all(map(is_, map(answers.get, rests_on[0], repeat(_UNASKED)), rests_on[1])):  # most often
            return True
        for question, before in zip(*rests_on, strict=True):
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
