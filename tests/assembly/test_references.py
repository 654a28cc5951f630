"""References print the numbers of the paragraphs that they name, as people say them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactwright.assembly.anchors import Anchor
from pactwright.assembly.numbers import Numbers
from pactwright.assembly.references import Places, cited
from pactwright.choices import checked_choices
from pactwright.document import Paragraph, Reference, words
from pactwright.drafting import Draft, drafted
from pactwright.service import outline
from pactwright.wording.parts import Cite, Target
from tests.assembly.planted import NEVER, clause, lines, planted
from tests.reader import read
from tests.stories import Tree, changed, docx, library, plain, spec_of, spec_tree


def anchor(number: int) -> Anchor:
    """The place of a clause."""
    return Anchor(str(number), f"_pw_{number}")


NUMBERS = Numbers(
    {("agreement", f"a/c{number}"): (anchor(number),) for number in range(1, 13)}
    | {("agreement", "a/long"): (anchor(20), anchor(21), anchor(22))},
    {("agreement", "a/c3", "item"): Anchor("3.2(a)", "_pw_item")},
    {"plan": Anchor("Schedule 5", "_pw_s5")},
    {("plan", "sites"): Anchor("3", "_pw_s5p3")},
)
COMPUTED = {"survives": tuple(anchor(n) for n in (2, 3, 5, 7, 8, 9)), "binding": (anchor(4),)}
PLACES = Places(NUMBERS, {"clause": "clause", "clauses": "clauses"}, COMPUTED)


def said(*targets: Target, places: Places = PLACES) -> str | None:
    """What a reference prints."""
    runs = cited(places, Cite(targets), "agreement", "a/c1")
    return None if runs is None else plain(words(runs))


def issue(number: int, *, optional: bool = False) -> Target:
    """A target that is a whole issue."""
    return Target("issue", f"a/c{number}", "", optional)


@pytest.mark.parametrize(
    ("targets", "printed"),
    [
        ((issue(3),), "clause 3"),
        ((issue(3), issue(5)), "clauses 3 and 5"),
        ((issue(5), issue(6), issue(9)), "clauses 5, 6 and 9"),
        ((issue(5), issue(6), issue(7), issue(9)), "clauses 5 to 7 and 9"),
        ((Target("issue", "a/long"),), "clauses 20 to 22"),
        ((Target("issue", "a/c3", "item"),), "clause 3.2(a)"),
        ((Target("schedule", "plan"),), "Schedule 5"),
        ((Target("schedule", "plan", "sites"),), "part 3 of Schedule 5"),
        ((issue(3), Target("schedule", "plan")), "clause 3 and Schedule 5"),
        ((Target("all", "binding"),), "clause 4"),
        ((Target("all", "survives"),), "clauses 2, 3, 5 and 7 to 9"),
    ],
)
def test_references_are_said_as_people_say_them(targets: tuple[Target, ...], printed: str) -> None:
    assert said(*targets) == printed


def test_a_reference_to_something_absent_is_none_and_an_optional_one_is_empty() -> None:
    assert said(issue(99)) is None
    assert said(issue(99, optional=True)) == ""
    assert said(issue(3), issue(99, optional=True)) == "clause 3"


def test_a_place_may_call_clauses_sections() -> None:
    places = Places(NUMBERS, {"clause": "section", "clauses": "sections"}, COMPUTED)
    assert said(issue(3), issue(5), places=places) == "sections 3 and 5"


def references(draft: Draft) -> list[Reference]:
    """The references of the planted clause."""
    blocks = [block for block in clause(draft).blocks if isinstance(block, Paragraph)]
    return [run for block in blocks for run in block.runs if isinstance(run, Reference)]


def test_a_reference_leads_to_the_bookmark_of_what_it_names() -> None:
    made = planted("1. {#first} First.\n2. [[#first]] and [[liability/cap]] apply; see [[schedule:budget#milestones]].")
    marks = {p.bookmark: p.full_label for p in made.agreement.paragraphs() if p.bookmark}
    assert len(references(made)) >= 4
    for reference in references(made):
        assert marks[reference.bookmark] == reference.text
    assert {r.form for r in references(made)} == {"full", "own"}


def test_a_reference_that_starts_a_sentence_has_a_capital() -> None:
    assert lines(planted("1. {#first} First.\n2. [[#first]] applies. [[#first]] ends."))[1].startswith("n.2 Clause ")


def test_a_fixed_value_of_a_choice_may_be_cited_and_keeps_its_id_where_others_move_it() -> None:
    wording = "1. See [[risk/allocation#city-risks.own-acts]]."
    tree = spec_tree("startup-pilot")
    first = changed(tree, {"choices.risk/allocation.city_keeps": ["own-acts", "information"]})
    second = changed(tree, {"choices.risk/allocation.city_keeps": ["information", "own-acts"]})
    for choices, letter in ((first, "(a)"), (second, "(b)")):
        made = planted(wording, choices)
        [reference] = references(made)
        assert lines(made) == [f"n.1 See clause {reference.text}."]
        assert reference.text.endswith(letter)
        [cited_item] = [each for each in made.agreement.paragraphs() if each.bookmark == reference.bookmark]
        assert "act or failure" in plain(words(cited_item.runs))


def test_numbers_follow_when_an_item_before_falls_away() -> None:
    wording = "1. {#gone} Gone.\n2. {#here} Here.\n3. See [[#here]]."
    before = lines(planted(wording))[2]
    after = lines(planted(wording, items={"gone": NEVER}))[1]
    assert before.removeprefix("n.3").replace(".2.", ".1.") == after.removeprefix("n.2")


def without_site() -> Tree:
    """The story of the start-up without a clause on the site."""
    return changed(spec_tree("startup-pilot"), {"choices": {"operations/site": {"option": "none", "reason": "x"}}})


def test_a_reference_to_an_issue_that_is_absent_is_an_error() -> None:
    made = planted("1. See [[operations/site]].", without_site())
    errors = [finding for finding in made.findings if finding.rule == "reference-to-absent"]
    seen = "general/general refers to [[operations/site]], which this document does not have"
    assert [(e.address, e.seen) for e in errors if "general" in e.address] == [("choices.general/general", seen)]


def test_an_optional_reference_drops_out_of_its_sentence() -> None:
    made = planted("1. {#a} A.\n2. See [[#a, operations/site?]] first.", without_site())
    assert "[" not in lines(made)[1]
    assert lines(made)[1].count(" and ") == 0


def test_what_survives_is_listed_by_number() -> None:
    made = planted("1. The end does not affect [[all:survives]].")
    survivors = {
        name
        for name, each in made.selection.issues.items()
        if each.option and (each.option.survives if each.option.survives is not None else each.issue.survives) is True
    }
    marks = {c.id: c.blocks[0] for article in made.agreement.articles for c in article.clauses if c.blocks}
    headings = [marks[name] for name in survivors]
    numbers = {int(heading.label) for heading in headings if isinstance(heading, Paragraph)}
    assert numbers
    assert lines(made)[0].startswith("n.1 The end does not affect clauses ")
    assert numbers <= listed_in(made)


def listed_in(made: Draft) -> set[int]:
    """The numbers of all clauses that the first item of the planted clause lists whole."""
    _, _, listed = lines(made)[0].partition(" clauses ")
    places = listed.rstrip(".").replace(" and ", ", ").split(", ")
    parts = (place.partition(" to ") for place in places if "." not in place)
    return {number for low, _, high in parts for number in range(int(low), int(high or low) + 1)}


def number_of(made: Draft) -> str:
    """The number of the planted clause."""
    return next(block.label for block in clause(made).blocks if isinstance(block, Paragraph))


ITEMS = """
1. {#one} One.
2. {#two} Two.
3. {#three} Each party must do these:
   1. {#below} this;
   2. that.
4. Four.
5. {#five} Five [[all:survives]].
"""


@pytest.mark.parametrize(
    ("ids", "listed"),
    [
        (("one", "two", "three"), ["n.1 to n.3"]),
        (("five", "two", "one"), ["n.1", "n.2", "n.5"]),
        (("one", "below"), ["n.1", "n.3(a)"]),
        (("below", "three"), ["n.3"]),
        (("absent", "two"), ["n.2"]),
    ],
)
def test_items_that_last_are_listed_in_runs(ids: tuple[str, ...], listed: list[str]) -> None:
    """A sub-item lasts with its item, and what is not printed is left out."""
    made = planted(ITEMS, survives=ids)
    number = number_of(made)
    _, _, said = lines(made)[-1].partition(" clauses ")
    places = said.rstrip(".").replace(" and ", ", ").split(", ")
    assert [each.replace(f"{number}.", "n.") for each in places if each.startswith(f"{number}.")] == listed
    assert number not in places


def test_nothing_lasts_of_an_issue_whose_option_says_so() -> None:
    every, none = (planted("1. See [[all:survives]].", survives=lasts) for lasts in (True, False))
    assert listed_in(every) - listed_in(none) == {int(number_of(every))}


def test_a_reference_shows_the_same_text_in_the_schedule_and_on_the_front_page() -> None:
    made = planted("1. Done.")
    marks = {p.bookmark: p.full_label for p in made.agreement.paragraphs() if p.bookmark}
    rows = [run for term in made.agreement.key_terms for run in term.source if isinstance(run, Reference)]
    assert rows
    assert all(marks[run.bookmark] == run.text for run in rows)


@pytest.mark.parametrize("noun", ["附件", "ملحق"])
def test_a_reference_in_another_script_stands_in_the_word_file(noun: str) -> None:
    tree = spec_tree("startup-pilot")
    known = library(tree["jurisdiction"])
    place = replace(known.jurisdiction, words={**known.jurisdiction.words, "schedule": noun})
    spec, abroad = spec_of(tree), replace(known, jurisdiction=place, read=noun)
    made = drafted(spec, checked_choices(spec, abroad), abroad, outline("pilot-agreement"))
    assert f"{noun} 2" in read(docx(made)).text
