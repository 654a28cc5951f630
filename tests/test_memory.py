"""The memory gives what would be made anew, whoever asked what before, and does not grow."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from weakref import WeakSet

import pytest

from pactwright.answering import Answering, Question, question
from pactwright.memory import Memory


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


# ------------------------------------------------------------------------------------------- the very same objects


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
        assert memory.equal(_boxed, said()) is memory.equal(_boxed, said())
        assert memory.same(_boxed, said()) is not memory.same(_boxed, said())
    assert memory.equal(_boxed, frozenset("ab")) is memory.equal(_boxed, frozenset("ba"))
    one, other = ["a"], ["a"]
    assert memory.equal(list.copy, one) is not memory.equal(list.copy, other)


def _boxed(*things: object) -> list[object]:
    return [*things]


def test_one_is_not_yes_and_no_number_is_the_identity_of_something() -> None:
    memory, thing = Memory(), Library()
    for remembered in (memory.equal, memory.same):
        assert remembered(_boxed, 1) == [1]
        assert remembered(_boxed, True)[0] is True  # noqa: FBT003 - what is remembered has no names
        assert remembered(_boxed, thing) == [thing]
        assert remembered(_boxed, id(thing)) == [id(thing)]


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
    assert memory.same(_boxed, clause) == [clause]
    assert memory.same(_boxed, clause, clause) == [clause, clause]


def test_what_a_result_was_made_of_is_held_so_that_its_identity_is_never_given_away() -> None:
    """Objects that come and go take each other's identities: a memory that did not hold them would mix them up."""
    memory = Memory()
    for number in range(200):
        assert memory.same(_first, [number]) == number
        gc.collect(0)


def _first(numbers: list[int]) -> int:
    return numbers[0]


# ---------------------------------------------------------------------------------------------- the same answers


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
        return memory.same(_boxed, asked.says("row"))

    first = memory.recalled(sheet(row=["a"]), row)
    later = sheet(row=["a"])
    assert memory.recalled(later, row) is first
    assert memory.same(_boxed, later.says("row")) is first


# ----------------------------------------------------------------------------------------------------- mistakes


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


def test_a_maker_of_the_same_objects_that_fails_leaves_no_result_behind() -> None:
    memory, ways = Memory(), iter((LookupError, None))

    def sometimes(word: str) -> str:
        if error := next(ways):
            raise error
        return word

    with pytest.raises(LookupError):
        memory.same(sometimes, "a")
    assert memory.same(sometimes, "a") == "a"


# --------------------------------------------------------------------------------------------------- forgetting


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
        memory.same(_boxed, known())
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


# -------------------------------------------------------------------------------------------- one for all alike


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
