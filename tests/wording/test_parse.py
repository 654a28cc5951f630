"""The clause grammar: what is read, item by item and mark by mark."""

from __future__ import annotations

import pytest

from pactwright.wording.parse import parsed_text, parsed_wordings
from pactwright.wording.parts import Blank, Cite, Defined, Item, Part, Target, Wording, Words, plain


def read(body: str) -> Wording:
    """The agreement wording of a body that starts in line 1 and has nothing wrong in it."""
    wordings, _, findings = parsed_wordings(body, 1)
    assert findings == ()
    return wordings["agreement"]


def first(items: str) -> Item:
    """The first item of an agreement of some items."""
    return read(f"# Agreement\n{items}").sections[0].items[0]


def outline(items: tuple[Item, ...]) -> list[object]:
    """The items' words, each list of sub-items behind its lead-in."""
    found: list[object] = []
    for item in items:
        found.append(plain(item.parts))
        if item.items:
            found.append(outline(item.items))
    return found


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a text that has nothing wrong in it."""
    found, findings = parsed_text(text)
    assert findings == ()
    return found


THREE_LEVELS = """\
# Agreement

1. {#first} One:
   1. {#a} two:
      1. {#i} three; and
      2. four; and
   7. five.
1. Six.
"""


def test_items_stand_on_three_levels_whatever_number_was_typed() -> None:
    assert outline(read(THREE_LEVELS).sections[0].items) == ["One:", ["two:", ["three", "four"], "five"], "Six."]


def test_items_know_their_ids_and_their_lines() -> None:
    items = [(item.id, item.line) for item in read(THREE_LEVELS).walk()]
    assert items == [("first", 3), ("a", 4), ("i", 5), ("", 6), ("", 7), ("", 8)]


@pytest.mark.parametrize("end", ["", ";", ".", ",", "; and", ", and"])
def test_the_punctuation_of_a_sub_item_is_left_to_the_engine(end: str) -> None:
    item = first(f"1. One:\n   1. two{end}\n   2. three.\n")
    assert ([plain(each.parts) for each in item.items], item.is_or) == (["two", "three"], False)


def test_a_list_is_joined_with_or_if_one_of_its_items_says_so() -> None:
    item = first("1. One:\n   1. two; or\n   2. three;\n   3. four.\n")
    assert ([plain(each.parts) for each in item.items], item.is_or) == (["two", "three", "four"], True)


def test_an_or_inside_belongs_to_its_own_list() -> None:
    item = first("1. One:\n   1. two:\n      1. a; or\n      2. b; and\n   2. three.\n")
    assert (item.is_or, item.items[0].is_or) == (False, True)


def test_a_punctuation_behind_a_blank_goes_too() -> None:
    item = first("1. One:\n   1. {{ a }};\n   2. b.\n")
    assert item.items[0].parts == (Blank("a", "", line=3, column=7),)


def test_headings_start_further_clauses_and_may_have_ids() -> None:
    wording = read("# Agreement\n\n1. One.\n\n## Second part {#second}\n\n1. Two.\n\n## Third part\n\n1. Three.\n")
    assert [(each.id, each.heading, outline(each.items)) for each in wording.sections] == [
        ("", "", ["One."]),
        ("second", "Second part", ["Two."]),
        ("", "Third part", ["Three."]),
    ]


def test_the_three_wordings_and_the_note_stand_side_by_side() -> None:
    wordings, note, findings = parsed_wordings(
        "\n# Agreement\n1. A.\n# Statement\n1. B.\n# Binding\n1. C.\n# Note\nWhy.\n\nAnd {{ more.\n", 7
    )
    items = {kind: each.sections[0].items for kind, each in wordings.items()}
    assert [(kind, outline(each), each[0].line) for kind, each in items.items()] == [
        ("agreement", ["A."], 9),
        ("statement", ["B."], 11),
        ("binding", ["C."], 13),
    ]
    assert (note, findings) == ("Why.\n\nAnd {{ more.", ())


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("{{ fee }}", Blank("fee", column=1)),
        ("{{fee}}", Blank("fee", column=1)),
        ("{{ fee | money }}", Blank("fee", "money", column=1)),
        ("{{ liability/cap.multiple | times }}", Blank("liability/cap.multiple", "times", column=1)),
        ("{{ fact.pilot.end | date }}", Blank("fact.pilot.end", "date", column=1)),
        ("{{ partner }}'s", Blank("partner", possessive=True, column=1)),
        ("{{ partner | all }}’s", Blank("partner", "all", possessive=True, column=1)),  # noqa: RUF001 - the quote that Word types
    ],
)
def test_blanks_have_a_name_a_format_and_a_possessive(text: str, blank: Blank) -> None:
    assert parts(text) == (blank,)
    assert parts(f"of {text} work")[1:] == (
        Blank(blank.name, blank.format, possessive=blank.possessive, column=4),
        Words(" work"),
    )


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[[term/term]]", (Target("issue", "term/term"),)),
        ("[[term/term#end]]", (Target("issue", "term/term", "end"),)),
        ("[[#end]]", (Target("own", "", "end"),)),
        ("[[term/term?]]", (Target("issue", "term/term", optional=True),)),
        ("[[term/term#end?]]", (Target("issue", "term/term", "end", optional=True),)),
        ("[[schedule:budget]]", (Target("schedule", "budget"),)),
        ("[[schedule:budget#milestones]]", (Target("schedule", "budget", "milestones"),)),
        ("[[all:survives]]", (Target("all", "survives"),)),
        (
            "[[term/term, data/control?,#end]]",
            (Target("issue", "term/term"), Target("issue", "data/control", optional=True), Target("own", "", "end")),
        ),
    ],
)
def test_references_name_one_target_or_several_and_may_be_optional(text: str, targets: tuple[Target, ...]) -> None:
    assert parts(text) == (Cite(targets, column=1),)


def test_a_bold_term_is_a_definition() -> None:
    assert parts("(the **End Date**)") == (Words("(the "), Defined("End Date", column=6), Words(")"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"Write \{{ x }} here.", "Write {{ x }} here."),
        (r"Write \[[ x ]] here.", "Write [[ x ]] here."),
        (r"Write \** twice.", "Write ** twice."),
        (r"\{{", "{{"),
        ("{ one } [ two ] * three *", "{ one } [ two ] * three *"),
    ],
)
def test_escaped_marks_are_text(text: str, words: str) -> None:
    assert parts(text) == (Words(words),)


def test_a_mark_stands_where_it_stands_in_the_line() -> None:
    wording = read("# Agreement\n\n1. One:\n   1. {#a} of {{ fee }}; and\n   2. see [[#a]] and **X**.\n")
    found = [part for item in wording.walk() for part in item.parts if not isinstance(part, Words)]
    assert [(part.line, part.column) for part in found] == [(4, 15), (5, 11), (5, 22)]


def test_plain_gives_back_what_was_typed() -> None:
    text = "{{ partner | all }}'s fee, {{ fee | money }}, is in [[schedule:b#c, term/term?]] (**X**)."
    assert plain(parts(text)) == text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("x\n# Agreement\n1. A.\n", ("5:1", "stray-text", '"x" stands before the first heading')),
        ("# Agreement\nA.\n", ("6:1", "stray-text", '"A." is not an item')),
        ("# Agreement\n1.A.\n", ("6:1", "stray-text", '"1.A." is not an item')),
        ("# Agreement\n- A.\n", ("6:1", "stray-text", '"- A." is not an item')),
        ("# Agreement\n1. A.\n### Small\n", ("7:1", "stray-text", '"### Small" is not an item')),
        ("# Agreement\n1. A.\n    2. B.\n", ("7:1", "level", "4 spaces before the item")),
        ("# Agreement\n   1. A.\n1. B.\n", ("6:1", "level", "3 spaces before the item")),
        ("# Agreement\n1. A }} b.\n", ("6:6", "mark", '"}}" belongs to no blank, reference or term')),
        ("# Agreement\n1. A {{ b c }}.\n", ("6:6", "mark", '"{{" belongs to no blank, reference or term')),
        ("# Agreement\n1. A [[]] b.\n", ("6:6", "reference", '"[[]]" is not a reference')),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line_and_column(body: str, said: tuple[str, str, str]) -> None:
    finding = parsed_wordings(body, 5)[2][0]
    assert (finding.address, finding.rule, finding.seen) == said
