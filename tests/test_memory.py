"""The memory gives what would be made anew from the same objects, whoever asked for what before."""

from __future__ import annotations

import gc
from decimal import Decimal
from weakref import WeakSet

import pytest

from pactwright.memory import Memory
from tests.sheets import Library, boxed


def test_the_same_objects_give_the_same_result_and_it_is_made_once() -> None:
    memory, made = Memory(), []
    clause = ["item"]

    def numbered(clause: list[str], label: str) -> list[str]:
        made.append(label)
        return [f"{label} {each}" for each in clause]

    first = memory.same(numbered, clause, "1")
    assert memory.same(numbered, clause, "1") is first == ["1 item"]
    assert made == ["1"]
    assert memory.same(numbered, clause, "2") == ["2 item"]


def test_equal_objects_that_are_not_the_same_are_made_anew() -> None:
    memory = Memory()
    one, other = ["a"], ["a"]
    assert memory.same(list.copy, one) is not memory.same(list.copy, other)


def test_words_and_numbers_that_are_equal_are_as_good_as_the_same_where_that_is_asked_for() -> None:
    memory = Memory()
    for said in (lambda: str(b"the Council", "ascii"), lambda: bytes([1, 2]), lambda: int("1000000")):
        assert memory.equal(boxed, said()) is memory.equal(boxed, said())
        assert memory.same(boxed, said()) is not memory.same(boxed, said())
    assert memory.equal(boxed, frozenset("ab")) is memory.equal(boxed, frozenset("ba"))
    one, other = ["a"], ["a"]
    assert memory.equal(list.copy, one) is not memory.equal(list.copy, other)


def test_one_is_not_yes_and_no_number_is_the_identity_of_something() -> None:
    memory, thing = Memory(), Library()
    for remembered in (memory.equal, memory.same):
        assert remembered(boxed, 1) == [1]
        assert remembered(boxed, True)[0] is True  # noqa: FBT003 - what is remembered has no names
        assert remembered(boxed, thing) == [thing]
        assert remembered(boxed, id(thing)) == [id(thing)]


def test_each_of_some_things_is_made_once_and_found_by_itself_too() -> None:
    memory, made = Memory(), []
    one, other = ["one"], ["other"]

    def labelled(thing: list[str], label: list[str]) -> list[str]:
        made.append(thing[0])
        return [*label, *thing]

    label = ["1"]
    first = memory.each(labelled, [one, other, one], label)
    assert first == [["1", "one"], ["1", "other"], ["1", "one"]]
    assert memory.each(labelled, (other,), label)[0] is first[1] is memory.same(labelled, other, label)
    assert memory.each(labelled, [one], ["2"]) == [["2", "one"]]
    assert made == ["one", "other", "one"]


def test_two_makers_of_the_same_objects_do_not_mix() -> None:
    memory, clause = Memory(), ["b", "a"]
    assert memory.same(sorted, clause) == ["a", "b"]
    assert memory.same(list.copy, clause) == ["b", "a"]
    assert memory.same(boxed, clause) == [clause]
    assert memory.same(boxed, clause, clause) == [clause, clause]


def test_what_a_result_was_made_of_is_held_so_that_its_identity_is_never_given_away() -> None:
    """Objects that come and go take each other's identities: a memory that did not hold them would mix them up."""
    memory = Memory()
    for number in range(200):
        assert memory.same(_first, [number]) == number
        gc.collect(0)


def _first(numbers: list[int]) -> int:
    return numbers[0]


def test_a_maker_of_the_same_objects_that_fails_leaves_no_result_behind() -> None:
    memory, ways = Memory(), iter((LookupError, None))

    def sometimes(word: str) -> str:
        if error := next(ways):
            raise error
        return word

    with pytest.raises(LookupError):
        memory.same(sometimes, "a")
    assert memory.same(sometimes, "a") == "a"


def test_a_value_that_is_alike_gives_way_to_the_earlier_one() -> None:
    memory, issue = Memory(), Library()
    first = ["low-fixed"]
    assert memory.one(first, issue) is first
    assert memory.one(["low-fixed"], issue) is first
    other = ["own-loss"]
    assert memory.one(other, issue) is other
    assert memory.one(["low-fixed"], issue) is first


def test_values_of_other_objects_or_of_another_kind_do_not_give_way() -> None:
    memory, issue = Memory(), Library()
    memory.one(["a"], issue)
    for value, of in ((["a"], Library()), (("a",), issue)):
        assert memory.one(value, of) is value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}),
        ((Decimal(2),), (Decimal("2.00"),)),
        ((1,), (True,)),
    ],
)
def test_an_equal_value_that_prints_otherwise_does_not_give_way(first: object, second: object) -> None:
    memory = Memory()
    memory.one(first)
    assert memory.one(second) is second
    assert memory.one(first) is first


def test_the_earlier_values_of_some_objects_are_bounded() -> None:
    memory = Memory()
    alive = WeakSet[Library]()
    for number in range(50):
        alive.add(thing := Library())
        memory.one((number, thing))
    del thing
    gc.collect()
    assert len(alive) == 8
    assert memory.one(last := (50,)) is last
    assert memory.one((50,)) is last
