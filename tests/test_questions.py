"""What is remembered rests on questions alone: nobody looks at a document past them while something is made to be kept.

The drafts of all stories are made while the spec, the facts, the choices and the names can be reached in an answer to
a question only. A function that reads them by another way would be remembered for a document that says otherwise.
"""

from __future__ import annotations

import io
import pickle
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from pactwright.alike import alike
from pactwright.answering import Answering, Question
from pactwright.batch.base import Base, overlaid
from pactwright.document import Agreement, Value
from pactwright.errors import InputError
from pactwright.memory import Memory
from pactwright.scene import Scene
from pactwright.scene.asked import Asked
from pactwright.selection import Selection, tested
from pactwright.workshop import Read, drafts_of, outline
from pactwright.writers.word import word
from tests import stories
from tests.changes import row_of, rows_of
from tests.stories import DOCUMENTS, NOWHERE, TEMPLATE, Tree

ASKED_FOR = {
    Asked: ("spec", "selection", "names", "facts", "by_issue"),
    tested.Tested: ("facts", "by_issue"),
}
"""What is of one document; the rest of a scene is the library, the outline and the memory."""


class PastQuestionsError(AssertionError):
    """Something of one document was looked at, past all questions, while something was made to be kept."""


REMEMBERING = ("same", "each", "equal")
"""The ways to remember what follows from objects alone."""


class Guard:
    """Knows what is going on: something is made to be kept, or a question is answered."""

    def __init__(self) -> None:
        self.doing: list[str] = []
        self.kept = 0
        self.answered = 0

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Something goes on, within what went on before."""
        self.doing.append(what)
        try:
            yield
        finally:
            self.doing.pop()

    def look_at(self, name: str) -> None:
        """Raises PastQuestionsError where nobody may look."""
        if self.doing and self.doing[-1] == "making":
            raise PastQuestionsError(name)


@pytest.fixture(name="guard")
def guarded(monkeypatch: pytest.MonkeyPatch) -> Guard:
    """A guard over all scenes and all memories."""
    guard = Guard()
    for owner, names in ASKED_FOR.items():
        for name in names:
            monkeypatch.setattr(owner, name, _watched(guard, owner, name), raising=False)
    answer, recalled = Answering.answer, Memory.recalled

    def answered(self: Answering, question: Question) -> object:
        guard.answered += 1
        with guard.during("answering"):
            return answer(self, question)

    def kept(self: Memory, asked: Answering, make: Callable[..., object], *of: object) -> object:
        def watched(*given: object) -> object:
            guard.kept += 1
            with guard.during("making"):
                return make(*given)

        _no_document_in(of)
        return recalled(self, asked, watched, *of)

    def watching(remembered: Callable[..., object]) -> Callable[..., object]:
        def kept_of_the_same(self: Memory, make: Callable[..., object], *of: object) -> object:
            def watched(*given: object) -> object:
                guard.kept += 1
                _no_document_in(given)
                with guard.during("making"):
                    return make(*given)

            return remembered(self, watched, *of)

        return kept_of_the_same

    monkeypatch.setattr(Answering, "answer", answered)
    monkeypatch.setattr(Memory, "recalled", kept)
    for name in REMEMBERING:
        monkeypatch.setattr(Memory, name, watching(getattr(Memory, name)))
    return guard


def _watched(guard: Guard, owner: type, name: str) -> property:
    """An attribute that tells the guard who looks at it."""
    work = vars(owner).get(name)

    def look(self: Any) -> object:  # noqa: ANN401 - a scene, before it is one
        guard.look_at(name)
        return work.func(self) if isinstance(work, cached_property) else self.__dict__[f"own {name}"]

    def keep(self: Any, value: object) -> None:  # noqa: ANN401 - the same
        self.__dict__[f"own {name}"] = value

    return property(look, keep)


def _no_document_in(given: tuple[object, ...]) -> None:
    """What is kept is made of parts of a document, never of one that could be asked for more."""
    wrong = [type(each).__name__ for each in given if isinstance(each, (Answering, Selection, Agreement))]
    if wrong:
        raise PastQuestionsError(*wrong)


def drafted(name: str, memory: Memory) -> Iterator[Agreement]:
    """Both documents of a story, as a draft and as a final."""
    spec = stories.spec_of(stories.spec_tree(name))
    source = Read(stories.CASES / f"{name}.yml", spec, NOWHERE, stories.library(spec.jurisdiction))
    for is_final in (False, True):
        yield from (each.agreement for each in drafts_of(source, DOCUMENTS, is_final=is_final, memory=memory))


@pytest.mark.parametrize("name", stories.names())
def test_whatever_is_remembered_was_made_without_a_look_past_the_questions(name: str, guard: Guard) -> None:
    expected = [stories.draft(stories.spec_tree(name), document).agreement for document in DOCUMENTS]
    guard.kept = guard.answered = 0
    assert list(drafted(name, Memory()))[: len(DOCUMENTS)] == expected
    assert guard.kept > 100
    assert guard.answered > 100


def scene_of(name: str) -> Scene:
    """The scene of a story's agreement."""
    spec = stories.spec_of(stories.spec_tree(name))
    selection = stories.draft(stories.spec_tree(name)).selection
    return Scene.of(spec, selection, outline("pilot-agreement"), Memory())


@pytest.mark.parametrize("name", ASKED_FOR[Asked])
def test_the_guard_sees_a_look_past_the_questions(name: str, guard: Guard) -> None:
    scene = scene_of("startup-pilot")
    assert getattr(scene, name) is not None
    with pytest.raises(PastQuestionsError, match=name):
        scene.memory.recalled(scene, lambda scene: getattr(scene, name))
    with pytest.raises(PastQuestionsError):
        scene.memory.recalled(scene, lambda *_: None, scene.selection)
    for remembered in (scene.memory.same, scene.memory.equal):
        with pytest.raises(PastQuestionsError):
            remembered(str, scene)
    with pytest.raises(PastQuestionsError):
        scene.memory.each(str, [scene])
    assert scene.memory.recalled(scene, lambda scene: scene.signing()) == ("city", "maker")
    assert guard.doing == []


# ------------------------------------------------------------------------------ an answer follows from its sources


def asked_about(tree: Tree, document: str) -> list[Answering]:
    """All that is asked while a document of a spec is drafted by itself."""
    asked: list[Answering] = []
    following = Memory.following

    def noting(self: Memory, each: Answering) -> Answering:
        asked.append(each)
        return following(self, each)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Memory, "following", noting)
        spec = stories.spec_of(tree)
        source = Read(stories.CASES / "a.yml", spec, NOWHERE, stories.library(spec.jurisdiction))
        drafts_of(source, (document,), memory=Memory())
    return asked


def misled(before: list[Answering], now: list[Answering], *, forgotten: str = "") -> tuple[list[str], int]:
    """The questions whose sources are alike in both documents and whose answers are not; and how many were compared.

    `forgotten` is a source that nobody looks at.
    """
    wrong, compared = [], 0
    for one, other in zip(before, now, strict=True):
        for names, answers in one._by_sources.items():  # noqa: SLF001 - what a memory would take over
            if all(alike(one.source(name), other.source(name)) for name in names if name != forgotten):
                compared += len(answers)
                wrong += [f"{each.method.__qualname__}{each.args}" for each in _otherwise(answers, other)]
    return wrong, compared


def _otherwise(answers: dict[Question, object], other: Answering) -> Iterator[Question]:
    return (each for each, answer in answers.items() if not alike(other.answer(each), answer))


@pytest.mark.parametrize("name", stories.names())
def test_an_answer_follows_from_the_sources_that_its_question_names(name: str) -> None:
    """Because the next document takes it over while they are alike."""
    tree = stories.spec_tree(name)
    rows = [row for row in rows_of(tree).values() if not any(cell.address == "jurisdiction" for cell in row.cells)]
    for document in DOCUMENTS:
        before, compared = asked_about(tree, document), 0
        for row in random.Random(name).sample(rows, 25):  # noqa: S311 - a choice of rows, no secret
            try:
                now = asked_about(overlaid(Base(Path(name), tree, NOWHERE), row)[0], document)
            except InputError:
                continue
            wrong, number = misled(before, now)
            compared += number
            assert (row.key, wrong) == (row.key, [])
        assert compared > 1000


@pytest.mark.parametrize(
    ("address", "text", "forgotten", "misled_by"),
    [
        ("parties.maker.called", "the Other Company", "parties", "Asked.role"),
        ("pilot.start", "2027-01-09", "pilot.start", "Scene.fact_runs"),
        ("pilot.end", "2027-01-20", "pilot.days", "Tested.is_met"),
    ],
)
def test_a_question_that_names_too_few_sources_is_found_out(
    address: str, text: str, forgotten: str, misled_by: str
) -> None:
    tree = stories.spec_tree("startup-pilot")
    before = asked_about(tree, "pilot-agreement")
    now = asked_about(overlaid(Base(Path("a"), tree, NOWHERE), row_of("row", {address: text}))[0], "pilot-agreement")
    assert misled(before, now)[0] == []
    assert any(each.startswith(misled_by) for each in misled(before, now, forgotten=forgotten)[0])


# ------------------------------------------------------------------------------------------ nothing changes


class Written(pickle.Pickler):
    """Writes out a value with all that is in it, but for what is only worked out when somebody asks."""

    def persistent_id(self, value: object) -> int | None:
        """The library is told by its identity: it is looked at by itself."""
        return id(value) if type(value).__module__.startswith("pactwright.library") else None

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - what pickle takes
        """A value whose class works something out later, without that; every other value as pickle writes it."""
        later = {name for name, each in vars(type(value)).items() if isinstance(each, cached_property)}
        if not later or isinstance(value, type):
            return NotImplemented
        return type(value), (), {name: each for name, each in vars(value).items() if name not in later}


def written_out(value: object) -> bytes:
    """All that is in a value."""
    out = io.BytesIO()
    Written(out).dump(value)
    return out.getvalue()


def test_the_comparison_sees_a_change_deep_inside() -> None:
    holder = {"a": [Value("b", "c")]}
    before = written_out(holder)
    assert written_out(holder) == before
    holder["a"].append(Value("d", "e"))
    assert written_out(holder) != before


def test_nothing_that_is_remembered_changes_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what was given back nor what it was made of: who kept it would find it otherwise than it was."""
    kept: list[tuple[str, object, bytes]] = []
    recalled = Memory.recalled

    def watched(make: Callable[..., object]) -> Callable[..., object]:
        def making(*given: object) -> object:
            made = make(*given)
            told = [each for each in (*given, made) if not isinstance(each, (Answering, Memory))]
            kept.append((make.__qualname__, told, written_out(told)))
            return made

        return making

    for name in REMEMBERING:
        own = getattr(Memory, name)
        monkeypatch.setattr(Memory, name, lambda self, make, *of, own=own: own(self, watched(make), *of))
    monkeypatch.setattr(Memory, "recalled", lambda self, asked, make, *of: recalled(self, asked, watched(make), *of))
    memory = Memory()
    for name in ("california", "california"):
        for agreement in drafted(name, memory):
            word(agreement, TEMPLATE, memory)
    assert len(kept) > 500
    assert {make for make, told, before in kept if written_out(told) != before} == set()
