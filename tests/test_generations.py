"""A memory keeps what is asked for again, forgets the rest, and does not grow."""

from __future__ import annotations

import gc
from weakref import WeakSet

from pactwright.memory import Memory
from tests.sheets import Library, Making, Sheet, boxed, sheet, shouting, watched


def test_what_nobody_asks_for_is_forgotten_and_made_anew_as_it_was() -> None:
    memory, (shouted, times) = Memory(most=4), shouting()

    for word in ("a", *map(str, range(8)), "a"):
        assert memory.same(shouted, word) == word.upper()
    assert times["a"] == 2


def test_what_is_asked_for_again_and_again_is_not_forgotten() -> None:
    memory, (shouted, times) = Memory(most=4), shouting()

    for number in range(100):
        memory.equal(shouted, f"{number}")
        memory.same(shouted, "kept")
    assert times["kept"] == 1


def test_a_memory_holds_two_generations_and_no_more() -> None:
    memory = Memory(most=8)
    alive, made = watched()

    for number in range(200):
        memory.same(made, Library())
        memory.recalled(sheet(name=Library()), made, f"{number}")
    gc.collect()
    assert len(alive) <= 2 * (8 + 8)


def test_what_is_asked_for_again_is_bounded_too() -> None:
    memory = Memory(most=8)
    alive, made = watched()

    for number in range(500):
        assert memory.equal(made, f"{number}") is memory.equal(made, f"{number}")
    gc.collect()
    assert 8 < len(alive) <= 2 * (8 + 8)


def test_a_document_that_leaves_much_is_remembered_whole() -> None:
    memory, (shouted, times) = Memory(most=4), shouting()

    for _ in range(5):
        memory.turn()
        for number in range(100):
            assert memory.equal(shouted, f"word {number}") == f"WORD {number}"
    assert set(times.values()) == {1}


def test_what_a_document_left_is_forgotten_a_few_documents_later() -> None:
    memory = Memory(most=4)
    alive, made = watched()

    for document in range(50):
        memory.turn()
        for number in range(10):
            memory.equal(made, f"{document} {number}")
    gc.collect()
    assert 10 <= len(alive) <= 3 * 10


def test_nothing_is_held_of_what_a_forgotten_result_was_made_of() -> None:
    memory = Memory(most=8)
    alive = WeakSet[Library]()

    def known() -> Library:
        alive.add(one := Library())
        return one

    for number in range(200):
        memory.same(boxed, known())
        memory.recalled(Sheet({"name": known()}, (known(),)), Making.greeting_of, f"{number}")
    gc.collect()
    assert len(alive) <= 2 * (8 + 2 * 8)


def test_variants_of_one_result_are_bounded_and_right_when_one_was_forgotten() -> None:
    memory, making = Memory(), Making()
    for _ in range(2):
        for number in range(20):
            assert memory.recalled(sheet(name=number, short="yes"), making.greeting) == f"{number}"
    assert making.times == 40
    for _ in range(3):
        for number in range(4):
            assert memory.recalled(sheet(name=number, short="yes"), making.greeting) == f"{number}"
    assert making.times == 44
