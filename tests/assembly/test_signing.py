"""Each kind of party signs in the form of its place, with the people whom the spec names."""

from __future__ import annotations

import pytest

from pactwright.document import Field, Gap, words
from pactwright.library.load import loaded
from tests import stories
from tests.stories import changed, plain, spec_tree

PEOPLE = [{"name": f"Person {number}", "title": f"Position {number}"} for number in range(4)]


def block(kind: str, people: int, place: str = "au-nsw") -> tuple[str, list[Field]]:
    """The opening line and the fields of the partner's block."""
    changes = {"parties.maker.kind": kind, "parties.maker.signatories": PEOPLE[:people], "jurisdiction": place}
    made = stories.draft(changed(spec_tree("startup-pilot"), changes))
    execution = made.agreement.execution[1]
    assert words(execution.party) == "Acme Sensors Pty Ltd"
    return plain(words(execution.opening)), [field for signer in execution.signers for field in signer]


def known(fields: list[Field]) -> list[str]:
    """What the fields already say."""
    return [words(field.runs) for field in fields if field.runs]


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
@pytest.mark.parametrize("kind", loaded().vocabulary["kinds"])
def test_every_kind_of_party_has_a_form_that_names_it(kind: str, place: str) -> None:
    opening, fields = block(kind, 1, place)
    assert "Acme Sensors Pty Ltd" in opening
    assert opening.endswith(":")
    assert [field.label for field in fields].count("Signature") >= 1
    assert {"Person 0", "Position 0"} <= set(known(fields))


def test_a_company_signs_by_two_people_or_by_a_sole_director() -> None:
    two, two_fields = block("company", 2)
    one, one_fields = block("company", 1)
    assert "by two directors, or by a director and a company secretary:" in two
    assert "by its sole director" in one
    assert known(two_fields) == ["Person 0", "Position 0", "Person 1", "Position 1"]
    assert known(one_fields) == ["Person 0", "Position 0"]


def test_people_who_are_not_known_are_gaps_that_the_party_fills() -> None:
    _, fields = block("company", 0)
    gaps = [run for field in fields for run in field.runs if isinstance(run, Gap)]
    assert {gap.text.partition(":")[0].strip("[]") for gap in gaps} == {"Name", "Title"}
    assert [gap.address.removeprefix("parties.maker.signatories.") for gap in gaps] == [
        "0.name",
        "0.title",
        "1.name",
        "1.title",
    ]


def test_signature_and_date_are_lines_to_write_on() -> None:
    _, fields = block("company", 2)
    assert [field.label for field in fields if not field.runs] == ["Signature", "Date", "Signature", "Date"]


@pytest.mark.parametrize(("kind", "people"), [("company", 3), ("council", 2), ("university", 4)])
def test_people_for_whom_the_form_has_no_room_are_not_lost_without_a_word(kind: str, people: int) -> None:
    changes = {"parties.maker.kind": kind, "parties.maker.signatories": PEOPLE[:people]}
    made = stories.draft(changed(spec_tree("startup-pilot"), changes))
    assert f"parties.maker.signatories.{people - 1}.name" in made.unprinted


def test_only_those_who_sign_have_a_place_to_sign() -> None:
    made = stories.sound(spec_tree("street-demonstration"))
    signing = ["Riverside City Council", "Broad View Design Ltd", "Quiet Carts Co-operative"]
    assert [words(block.party) for block in made.agreement.execution] == signing
