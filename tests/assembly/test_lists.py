"""Lists: the engine writes their punctuation, and mends it when entries fall away."""

from __future__ import annotations

import pytest

from tests.assembly.planted import NEVER, lines, planted
from tests.stories import changed, spec_tree

SHRINKING = """\
1. Before.
2. {#list} A party must send:
   1. {#one} one
   2. {#two} two
   3. {#three} three
3. After."""
SEND = "n.2 A party must send:"


LEFT = {
    "the last two are joined by and": (
        "",
        ["n.1 Before.", SEND, "(a) one;", "(b) two; and", "(c) three.", "n.3 After."],
    ),
    "two left are joined by and": ("three", ["n.1 Before.", SEND, "(a) one; and", "(b) two.", "n.3 After."]),
    "one left stays (a)": ("one three", ["n.1 Before.", SEND, "(a) two.", "n.3 After."]),
    "none left takes the lead-in away": ("one two three", ["n.1 Before.", "n.2 After."]),
    "an item takes its whole list with it": ("list", ["n.1 Before.", "n.2 After."]),
}


@pytest.mark.parametrize(("gone", "left"), LEFT.values(), ids=LEFT)
def test_a_list_reads_well_whichever_entries_fall_away(gone: str, left: list[str]) -> None:
    assert lines(planted(SHRINKING, items=dict.fromkeys(gone.split(), NEVER))) == left


def test_alternatives_are_joined_by_or() -> None:
    draft = planted("1. A party may send:\n   1. one\n   2. two; or\n   3. three")
    assert lines(draft) == ["n.1 A party may send:", "(a) one;", "(b) two; or", "(c) three."]


def test_or_survives_when_the_entry_that_carried_it_falls_away() -> None:
    wording = "1. A party may send:\n   1. one\n   2. {#two} two; or\n   3. three"
    assert lines(planted(wording, items={"two": NEVER})) == ["n.1 A party may send:", "(a) one; or", "(b) three."]


def test_a_list_in_a_list_ends_as_its_entry_would() -> None:
    inner = ("   1. send:\n      1. one\n      2. two", "   2. wait:\n      1. a day\n      2. a week")
    first, second = (["(a) send:", "(i) one; and", "(ii) two; and"], ["(b) wait:", "(i) a day; and", "(ii) a week."])
    assert lines(planted("\n".join(("1. A party must:", *inner)))) == ["n.1 A party must:", *first, *second]


def test_letters_double_after_z_and_roman_numerals_count_on() -> None:
    letters = "\n".join(f"   {number}. entry {number}" for number in range(1, 30))
    made = lines(planted(f"1. A party must send:\n{letters}"))
    assert [line.partition(" ")[0] for line in made[25:30]] == ["(y)", "(z)", "(aa)", "(bb)", "(cc)"]
    romans = "\n".join(f"      {number}. entry {number}" for number in range(1, 16))
    made = lines(planted(f"1. A party must:\n   1. send:\n{romans}"))
    numerals = " ".join(line.partition(" ")[0] for line in made[2:])
    assert numerals == "(i) (ii) (iii) (iv) (v) (vi) (vii) (viii) (ix) (x) (xi) (xii) (xiii) (xiv) (xv)"


def test_one_entry_for_each_value_of_the_spec() -> None:
    assert scope("air at the kerb", "noise", "heat") == ["(a) air at the kerb;", "(b) noise; and", "(c) heat."]


def test_a_value_that_ends_a_sentence_gets_no_second_stop() -> None:
    assert scope("air at the kerb.", "is noise too loud?")[-1] == "(b) is noise too loud?"


def scope(*values: str) -> list[str]:
    """The entries of a list with one for each value of the spec."""
    tree = changed(spec_tree("startup-pilot"), {"pilot.in_scope": list(values)})
    lead_in, *entries = lines(planted("1. The work covers:\n   1. {{ pilot.in_scope | items }}", tree))
    assert lead_in == "n.1 The work covers:"
    return entries


def test_a_list_without_a_value_is_a_gap() -> None:
    tree = changed(spec_tree("startup-pilot"), {"pilot.out_of_scope": None})
    made = planted("1. Outside the work are:\n   1. {{ pilot.out_of_scope | items }}", tree)
    assert lines(made)[1].startswith("(a) [Pilot out of scope: the Council to supply]")


def test_a_heading_starts_a_further_clause_with_its_own_numbers() -> None:
    made = lines(planted("1. First.\n\n## Second clause {#second}\n\n1. Another.\n2. More."))
    assert made[0] == "n.1 First."
    assert [line.split(".", 1)[1] for line in made[1:]] == ["1 Another.", "2 More."]
