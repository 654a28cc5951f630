"""Drafting notes say what an option is for, why it stands here, what was passed over, and what is open."""

from __future__ import annotations

import pytest

from pactwright.choices import checked_choices
from pactwright.document import Clause
from pactwright.drafting import Draft, drafted
from pactwright.service import outline
from pactwright.wording.notes import Reader
from tests import stories
from tests.stories import DOCUMENTS, Tree, changed, library, spec_of, spec_tree


def with_notes(tree: Tree, document: str = "pilot-agreement", reader: Reader = "city") -> Draft:
    """The draft of a tree, with notes."""
    spec, known = spec_of(tree), library(tree["jurisdiction"])
    return drafted(spec, checked_choices(spec, known), known, outline(document), notes=reader)


def clauses(made: Draft) -> list[Clause]:
    """The clauses of a draft."""
    return [clause for article in made.agreement.articles for clause in article.clauses]


def lines(made: Draft, issue: str) -> tuple[str, ...]:
    """The note on an issue."""
    return next(clause.note.paragraphs for clause in clauses(made) if clause.id == issue and clause.note)


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", stories.names())
def test_every_chosen_clause_has_its_note_and_generated_ones_have_none(name: str, document: str) -> None:
    made = with_notes(spec_tree(name), document)
    for clause in clauses(made):
        assert bool(clause.note) == bool(clause.option)
        if clause.note:
            chosen = made.selection.issues[clause.id]
            told = clause.note.paragraphs
            assert chosen.option
            assert told[0].startswith(f"{chosen.option.title}. ")
            assert f"Chosen by the {chosen.origin}: {chosen.reason}" in told
            assert [line.partition(": ")[0] for line in told].count("Passed over") == len(chosen.passed_over)


@pytest.mark.parametrize("name", stories.names())
def test_notes_change_nothing_but_the_notes(name: str) -> None:
    with_them, without = with_notes(spec_tree(name)), stories.sound(spec_tree(name))
    told = with_them.agreement.notices
    assert [each for each in told if not each.startswith("Internal: ")] == list(without.agreement.notices)
    internal = [each for each in told if each.startswith("Internal: ")]
    assert len(internal) == 1
    assert " ".join(stories.text(with_them).split()).replace(f"{internal[0]} ", "") == " ".join(
        stories.text(without).split()
    )
    assert with_them.findings == without.findings
    assert all(clause.note is None for clause in clauses(without))


def test_a_note_tells_the_reason_that_the_spec_gives() -> None:
    choice = {"liability/cap": {"option": "low-fixed", "reason": "Both boards asked for one figure."}}
    told = lines(with_notes(changed(spec_tree("startup-pilot"), {"choices": choice})), "liability/cap")
    assert "Chosen by the spec: Both boards asked for one figure." in told


def test_a_note_lists_the_gaps_of_its_clause_once() -> None:
    made = with_notes(changed(spec_tree("startup-pilot"), {"pilot.end": None}))
    notes = [clause.note.paragraphs for clause in clauses(made) if clause.note]
    found = [line for told in notes for line in told if line.startswith("Open: End date of the pilot: ")]
    assert found
    assert all(line.endswith(" to supply") for line in found)
    assert max(told.count(found[0]) for told in notes) == 1


def test_a_note_lists_the_facts_that_leave_its_clause_undecided() -> None:
    made = with_notes(spec_tree("street-demonstration"))
    expected = {issue for issue, chosen in made.selection.issues.items() if chosen.undecided and chosen.option}
    assert expected
    for issue in expected:
        assert [line for line in lines(made, issue) if line.startswith("Open: ")]
