"""A document defines exactly the terms that it uses, once each, in the order of the alphabet."""

from __future__ import annotations

import pytest

from pactwright.document import Term, words
from tests import stories
from tests.assembly.planted import definitions
from tests.stories import DOCUMENTS, changed, spec_tree


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
    others = [p for p in made.agreement.paragraphs() if p.role != "definition"]
    bold = [run.text for p in others for run in p.runs if isinstance(run, Term)]
    assert len(bold) == len(set(bold))
    for term in bold:
        assert "the meaning given in " in definitions(made)[term]


def test_a_body_that_a_clause_prints_by_what_it_does_is_defined() -> None:
    made = stories.sound(spec_tree("startup-pilot"))
    assert "The Leads Meeting acts only under this agreement." in stories.text(made)
    assert definitions(made)["Leads Meeting"].startswith("Leads Meeting: the meaning given in ")


def test_the_lead_in_speaks_of_the_document_by_its_own_name() -> None:
    drafts = (stories.sound(spec_tree("startup-pilot"), document).agreement for document in DOCUMENTS)
    agreement, mou = ([words(p.runs) for p in each.paragraphs()] for each in drafts)
    assert "In this agreement:" in agreement
    assert "In this memorandum:" in mou
    assert not any("this agreement" in text for text in mou)


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
