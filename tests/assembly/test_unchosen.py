"""A default that nobody chose is marked in a draft, and stands on the sheet beside a final."""

from __future__ import annotations

from pactwright.document import words
from pactwright.drafting import Draft
from tests import stories
from tests.stories import Tree, changed, plain, spec_tree

STORY = spec_tree("startup-pilot")
TERM: Tree = {"choices.term/term": {"option": "mutual-notice", "reason": "A test.", "notice_days": "30"}}


def key_terms(made: Draft) -> dict[str, str]:
    """The key terms: label and value."""
    return {each.label: plain(words(each.runs)) for each in made.agreement.key_terms}


def on_sheet(made: Draft) -> dict[str, str]:
    """What the sheet beside a final lists as chosen by nobody: address and value."""
    assert made.sheet
    rows = next(each.rows for each in made.sheet.tables if each.id == "defaults")
    return {address: plain(value) for value, address, _ in rows}


def test_a_draft_marks_a_default_and_says_under_the_table_what_the_mark_means() -> None:
    terms = key_terms(stories.sound(STORY))
    assert terms["Notice to leave"] == "30 days *"
    assert list(terms)[-1] == "*"
    assert "Nobody chose this value" in terms["*"]
    assert not terms["Price"].endswith("*")


def test_the_same_value_typed_by_somebody_is_not_marked() -> None:
    terms = key_terms(stories.sound(changed(STORY, TERM)))
    assert terms["Notice to leave"] == "30 days"
    assert terms["Term"].endswith("*")


def test_a_final_marks_nothing_and_its_sheet_lists_every_default() -> None:
    made = stories.sound(changed(STORY, TERM), is_final=True)
    assert not [value for value in key_terms(made).values() if "*" in value]
    listed = on_sheet(made)
    assert "choices.term/term.notice_days" not in listed
    assert listed["choices.term/term.term_months"] == "9 months"
    assert "choices.risk/allocation.shared_limit" not in listed


def test_where_everything_is_chosen_there_is_no_row_about_marks() -> None:
    made = stories.sound(STORY, "mou")
    marked = [label for label, value in key_terms(made).items() if value.endswith(" *")]
    assert bool(marked) == ("*" in key_terms(made))


def test_what_prints_nowhere_is_not_listed() -> None:
    unpaid = stories.sound(changed(spec_tree("street-demonstration"), {}))
    assert not [each for each in key_terms(unpaid) if "Payment time" in each]
    single = on_sheet(stories.sound(STORY, is_final=True))
    assert "choices.formation/parties.late_bdays" not in single
