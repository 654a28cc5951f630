"""Lists: the engine writes their punctuation, and mends it when entries fall away."""

from __future__ import annotations

from tests.assembly.planted import NEVER, lines, planted
from tests.stories import changed, spec_tree

SHRINKING = """\
1. Before.
2. {#list} A party must send:
   1. {#one} one
   2. {#two} two
   3. {#three} three
3. After."""


def test_entries_end_with_semicolons_and_the_last_two_are_joined_by_and() -> None:
    assert lines(planted(SHRINKING)) == [
        "n.1 Before.",
        "n.2 A party must send:",
        "(a) one;",
        "(b) two; and",
        "(c) three.",
        "n.3 After.",
    ]


def test_alternatives_are_joined_by_or() -> None:
    draft = planted("1. A party may send:\n   1. one\n   2. two; or\n   3. three")
    assert lines(draft) == ["n.1 A party may send:", "(a) one;", "(b) two; or", "(c) three."]


def test_or_survives_when_the_entry_that_carried_it_falls_away() -> None:
    wording = "1. A party may send:\n   1. one\n   2. {#two} two; or\n   3. three"
    assert lines(planted(wording, items={"two": NEVER})) == ["n.1 A party may send:", "(a) one; or", "(b) three."]


def test_two_left_are_joined_by_and() -> None:
    assert lines(planted(SHRINKING, items={"three": NEVER}))[2:4] == ["(a) one; and", "(b) two."]


def test_one_left_stays_a() -> None:
    assert lines(planted(SHRINKING, items={"one": NEVER, "three": NEVER}))[1:] == [
        "n.2 A party must send:",
        "(a) two.",
        "n.3 After.",
    ]


def test_none_left_takes_the_lead_in_away_and_the_numbers_close_up() -> None:
    everything = {"one": NEVER, "two": NEVER, "three": NEVER}
    assert lines(planted(SHRINKING, items=everything)) == ["n.1 Before.", "n.2 After."]


def test_a_list_in_a_list_ends_as_its_entry_would() -> None:
    draft = planted(
        "1. A party must:\n   1. send:\n      1. one\n      2. two\n   2. wait:\n      1. a day\n      2. a week"
    )
    assert lines(draft) == [
        "n.1 A party must:",
        "(a) send:",
        "(i) one; and",
        "(ii) two; and",
        "(b) wait:",
        "(i) a day; and",
        "(ii) a week.",
    ]


def test_letters_double_after_z_and_roman_numerals_count_on() -> None:
    letters = "\n".join(f"   {number}. entry {number}" for number in range(1, 30))
    made = lines(planted(f"1. A party must send:\n{letters}"))
    assert [line.partition(" ")[0] for line in made[25:30]] == ["(y)", "(z)", "(aa)", "(bb)", "(cc)"]
    romans = "\n".join(f"      {number}. entry {number}" for number in range(1, 16))
    made = lines(planted(f"1. A party must:\n   1. send:\n{romans}"))
    numerals = " ".join(line.partition(" ")[0] for line in made[2:])
    assert numerals == "(i) (ii) (iii) (iv) (v) (vi) (vii) (viii) (ix) (x) (xi) (xii) (xiii) (xiv) (xv)"


def test_one_entry_for_each_value_of_the_spec() -> None:
    tree = changed(spec_tree("startup-pilot"), {"pilot.in_scope": ["air at the kerb", "noise", "heat"]})
    assert lines(planted("1. The work covers:\n   1. {{ pilot.in_scope | items }}", tree)) == [
        "n.1 The work covers:",
        "(a) air at the kerb;",
        "(b) noise; and",
        "(c) heat.",
    ]


def test_a_value_that_ends_a_sentence_gets_no_second_stop() -> None:
    tree = changed(spec_tree("startup-pilot"), {"pilot.in_scope": ["air at the kerb.", "is noise too loud?"]})
    made = lines(planted("1. The work covers:\n   1. {{ pilot.in_scope | items }}", tree))
    assert made[-1] == "(b) is noise too loud?"


def test_a_list_without_a_value_is_a_gap() -> None:
    tree = changed(spec_tree("startup-pilot"), {"pilot.out_of_scope": None})
    made = planted("1. Outside the work are:\n   1. {{ pilot.out_of_scope | items }}", tree)
    assert lines(made)[1].startswith("(a) [Pilot out of scope: the Council to supply]")


def test_an_item_that_falls_away_takes_its_whole_list_with_it() -> None:
    assert lines(planted(SHRINKING, items={"list": NEVER})) == ["n.1 Before.", "n.2 After."]


def test_a_heading_starts_a_further_clause_with_its_own_numbers() -> None:
    made = lines(planted("1. First.\n\n## Second clause {#second}\n\n1. Another.\n2. More."))
    assert made[0] == "n.1 First."
    assert [line.split(".", 1)[1] for line in made[1:]] == ["1 Another.", "2 More."]
