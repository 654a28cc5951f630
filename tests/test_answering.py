"""What rests on answers is recalled while these are the same, and made anew when one is not."""

from __future__ import annotations

import gc
from collections import Counter
from decimal import Decimal
from weakref import WeakSet

import pytest

from pactwright.answering import Question
from pactwright.memory import Memory
from tests.sheets import GROUND, Library, Making, Sheet, boxed, sheet


def test_a_result_is_recalled_while_all_that_it_asked_has_the_same_answers() -> None:
    memory, making = Memory(), Making()
    assert memory.recalled(sheet(name="Ada", place="Perth"), making.greeting) == "Ada of Perth"
    other = sheet(name="Ada", place="Perth", colour="green")
    assert memory.recalled(other, making.greeting) == "Ada of Perth"
    assert making.times == 1
    assert other.asked == Counter(name=1, short=1, place=1)


@pytest.mark.parametrize("change", [{"name": "Bo"}, {"place": "Hay"}, {"short": "yes"}, {"place": None}])
def test_a_changed_answer_makes_it_anew(change: dict[str, object]) -> None:
    memory = Memory()
    said: dict[str, object] = {"name": "Ada", "place": "Perth"}
    for tree in (said, said | change, said, said | change):
        assert memory.recalled(Sheet(tree), Making.greeting_of) == Making.greeting_of(Sheet(tree))


def test_an_answer_that_was_never_asked_for_makes_no_difference() -> None:
    memory, making = Memory(), Making()
    for place in ("Perth", "Hay", None):
        assert memory.recalled(sheet(name="Ada", short="yes", place=place), making.greeting) == "Ada"
    assert making.times == 1


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}),
        (Decimal(2), Decimal("2.00")),
        (1, True),
    ],
)
def test_an_equal_answer_that_prints_otherwise_is_another_answer(before: object, now: object) -> None:
    memory = Memory()
    assert memory.recalled(sheet(name=before), Making.greeting_of) == f"{before} of None"
    assert memory.recalled(sheet(name=now), Making.greeting_of) == f"{now} of None"


def test_a_result_of_other_objects_is_not_recalled() -> None:
    memory, making, asked = Memory(), Making(), sheet(name="Ada", short="yes")
    assert memory.recalled(asked, making.greeting, "here") == "Ada here"
    assert memory.recalled(asked, making.greeting, "there") == "Ada there"
    assert memory.recalled(asked, making.greeting) == "Ada"


def test_what_was_made_on_another_ground_is_not_recalled() -> None:
    memory, making = Memory(), Making()
    for ground in (GROUND, (Library(),), (*GROUND, *GROUND)):
        memory.recalled(Sheet({"name": "Ada", "short": "yes"}, ground), making.greeting)
    assert making.times == 3


def test_the_ground_is_held_so_that_its_identity_is_never_given_away() -> None:
    memory = Memory()

    def ground_of(asked: Sheet) -> object:
        [library] = asked.ground
        return library.name  # type: ignore[attr-defined] # each is given a name below

    for number in range(200):
        library = Library()
        library.name = number  # type: ignore[attr-defined] # a mark that only this test reads
        assert memory.recalled(Sheet({}, (library,)), ground_of) == number
        del library


def test_a_question_inside_the_answer_to_another_is_part_of_that_answer() -> None:
    """What is made rests on the outer question alone: it is recalled while that has the same answer."""
    memory, asked = Memory(), sheet(a="1", b="2")
    times = []

    def pair(asked: Sheet) -> object:
        times.append(1)
        return asked.together("a", "b")

    assert memory.recalled(asked, pair) == ("1", "2")
    heard: dict[Question, object] = {}
    asked.while_listening(heard, lambda asked: memory.recalled(asked, pair))
    assert [(each.args, answer) for each, answer in heard.items()] == [(("a", "b"), ("1", "2"))]
    assert memory.recalled(sheet(a="1", b="3"), pair) == ("1", "3")
    assert memory.recalled(sheet(a="1", b="2", c="4"), pair) == ("1", "2")
    assert len(times) == 2


def test_a_question_with_other_arguments_is_another_question() -> None:
    asked = sheet(a="1", b="2")
    assert asked.together("a", "b") == ("1", "2")
    assert asked.together("b", "a") == ("2", "1")
    assert asked.asked == Counter(a=1, b=1)


def test_who_listens_further_out_hears_what_is_asked_further_in_also_when_it_is_recalled() -> None:
    memory = Memory()

    def inner(asked: Sheet) -> object:
        return asked.says("name")

    def outer(asked: Sheet) -> str:
        return f"{memory.recalled(asked, inner)}, {asked.says('place')}"

    assert memory.recalled(sheet(name="Ada", place="Perth"), inner) == "Ada"
    assert memory.recalled(sheet(name="Ada", place="Perth"), outer) == "Ada, Perth"
    assert memory.recalled(sheet(name="Bo", place="Perth"), outer) == "Bo, Perth"
    assert memory.recalled(sheet(name="Ada", place="Hay"), outer) == "Ada, Hay"
    assert memory.recalled(sheet(name="Ada", place="Perth"), outer) == "Ada, Perth"


def test_what_another_knows_of_the_same_document_is_not_asked_again() -> None:
    one, other = sheet(name="Ada"), sheet(name="Ada")
    one.says("name")
    other.knows(one)
    assert other.says("name") == "Ada"
    assert other.asked == Counter()


def test_an_answer_from_sources_that_are_alike_is_not_asked_for_again() -> None:
    memory = Memory()
    first = memory.following(sheet(name="Ada", place="Exampleton"))
    assert (first.counted("name", "place"), first.counted("age"), first.says("name")) == (2, 0, "Ada")
    second = memory.following(sheet(name="Ada", place="Exampleton", age="40"))
    assert (second.counted("name", "place"), second.counted("age"), second.says("name")) == (2, 1, "Ada")
    assert second.asked == {"counted": 1, "name": 1}
    third = memory.following(sheet(name="Ada", place="", age="40"))
    assert (third.counted("name", "place"), third.counted("age")) == (1, 1)
    assert third.asked == {"counted": 1}


def test_what_a_source_says_otherwise_is_asked_for_again_also_where_it_is_equal() -> None:
    memory = Memory()
    assert memory.following(sheet(name=1)).counted("name") == 1
    changed = memory.following(sheet(name=True))
    assert changed.counted("name") == 1
    assert changed.asked == {"counted": 1}


def test_a_document_on_another_ground_follows_none() -> None:
    memory = Memory()
    memory.following(sheet(name="Ada")).counted("name")
    other = memory.following(Sheet({"name": "Ada"}, (Library(),)))
    assert other.counted("name") == 1
    assert other.asked == {"counted": 1}


def test_a_memory_holds_the_last_documents_of_a_few_grounds_and_no_more() -> None:
    memory = Memory()
    alive = WeakSet[Library]()
    for _ in range(100):
        alive.add(ground := Library())
        memory.following(Sheet({}, (ground,)))
    del ground
    gc.collect()
    assert len(alive) == 24


def test_an_earlier_answer_takes_the_place_of_one_that_is_alike() -> None:
    """So that what is made of the very object is found again."""
    memory = Memory()

    def row(asked: Sheet) -> object:
        return memory.same(boxed, asked.says("row"))

    first = memory.recalled(sheet(row=["a"]), row)
    later = sheet(row=["a"])
    assert memory.recalled(later, row) is first
    assert memory.same(boxed, later.says("row")) is first


def test_a_maker_that_fails_leaves_no_result_and_no_listener_behind() -> None:
    memory, asked = Memory(), sheet(name="Ada", short="yes")
    ways = iter((True, False))

    def sometimes(asked: Sheet) -> object:
        name = asked.says("name")
        if next(ways):
            raise LookupError
        return name

    with pytest.raises(LookupError):
        memory.recalled(asked, sometimes)
    assert not asked._listeners  # noqa: SLF001 - nobody else can tell that none is left
    assert memory.recalled(asked, sometimes) == "Ada"
    assert memory.recalled(sheet(name="Ada"), sometimes) == "Ada"


def test_who_listens_further_out_hears_what_was_asked_before_a_failure() -> None:
    """A maker that catches the failure rests on what led to it."""
    memory = Memory()

    def failing(asked: Sheet) -> None:
        if asked.says("name") == "Ada":
            raise LookupError

    def caught(asked: Sheet) -> str:
        try:
            memory.recalled(asked, failing)
        except LookupError:
            return "failed"
        return "went well"

    assert memory.recalled(sheet(name="Ada"), caught) == "failed"
    assert memory.recalled(sheet(name="Bo"), caught) == "went well"
    assert memory.recalled(sheet(name="Ada"), caught) == "failed"


def test_a_question_that_cannot_be_answered_is_asked_again() -> None:
    asked = sheet()
    for _ in range(2):
        with pytest.raises(LookupError):
            asked.failing()
    assert not asked._listeners  # noqa: SLF001 - nobody else can tell that none is left
    assert not asked._answers  # noqa: SLF001 - nor that no answer is
