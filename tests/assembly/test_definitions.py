"""A document defines exactly the terms that it uses, once each, in the order of the alphabet."""

from __future__ import annotations

import pytest

from pactwright.document import Term, words
from pactwright.drafting import Draft
from tests import stories
from tests.stories import DOCUMENTS, changed, plain, spec_tree


def definitions(draft: Draft) -> dict[str, str]:
    """Term and sentence of each definition."""
    paragraphs = [p for p in draft.agreement.paragraphs() if p.role == "definition"]
    return {p.runs[0].text: plain(words(p.runs)) for p in paragraphs}


@pytest.mark.parametrize("name", stories.names())
@pytest.mark.parametrize("document", DOCUMENTS)
def test_definitions_are_sorted_and_stand_once(name: str, document: str) -> None:
    made = stories.sound(spec_tree(name), document)
    found = [p.runs[0].text for p in made.agreement.paragraphs() if p.role == "definition"]
    assert found == sorted(found, key=str.casefold)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", stories.names())
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_term_that_a_clause_defines_is_only_pointed_at(name: str, document: str) -> None:
    made = stories.sound(spec_tree(name), document)
    bold = [
        run.text
        for p in made.agreement.paragraphs()
        if p.role != "definition"
        for run in p.runs
        if isinstance(run, Term)
    ]
    assert len(bold) == len(set(bold))
    for term in bold:
        assert "the meaning given in " in definitions(made)[term]


def test_the_lead_in_speaks_of_the_document_by_its_own_name() -> None:
    leads = {
        document: [words(p.runs) for p in stories.sound(spec_tree("startup-pilot"), document).agreement.paragraphs()]
        for document in DOCUMENTS
    }
    assert "In this agreement:" in leads["pilot-agreement"]
    assert "In this memorandum:" in leads["mou"]
    assert not any("this agreement" in text for text in leads["mou"])


def test_the_law_is_named_for_the_place() -> None:
    wales = definitions(stories.sound(spec_tree("startup-pilot")))
    california = definitions(stories.sound(spec_tree("california")))
    assert "(NSW)" in wales["Information Law"]
    assert "California" in california["Information Law"] or "Records Act" in california["Information Law"]


def test_a_document_without_data_defines_nothing_about_data() -> None:
    made = stories.sound(changed(spec_tree("startup-pilot"), {"datasets": None}))
    assert not {"Project Data", "City Data", "Partner Data", "De-identified"} & set(definitions(made))


def test_collective_names_are_defined_by_their_members() -> None:
    found = definitions(stories.sound(spec_tree("two-cities")))
    assert found["Council"] == "Council means each of Hill and Dale."
    assert found["Maker"] == "Maker means each of Bench Works, Count & Co and Solar Seat."
    assert found["Council concerned"].startswith("Council concerned means a Council whose ")


def test_one_party_on_a_side_needs_no_collective_name() -> None:
    found = definitions(stories.sound(spec_tree("startup-pilot")))
    assert not {"Council", "Partner", "City", "Council concerned"} & set(found)
