"""Each kind of party signs in the form of its place, with the people whom the spec names."""

from __future__ import annotations

import pytest

from pactwright.document import Field, Gap, words
from pactwright.drafting import Draft
from pactwright.library.load import loaded
from tests import stories
from tests.stories import changed, plain, spec_tree

OPENING = "Signed for Acme Sensors Pty Ltd by two of its members"
PEOPLE = [{"name": f"Person {number}", "title": f"Position {number}"} for number in range(4)]


def block(kind: str, people: int, place: str = "au-nsw") -> tuple[str, list[Field]]:
    """The opening line and the fields of the partner's block."""
    changes = {"parties.maker.kind": kind, "parties.maker.signatories": PEOPLE[:people], "jurisdiction": place}
    changes |= {"parties.maker.opening": OPENING} if kind == "other" else {}
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


def signatures(kind: str, people: int, place: str) -> int:
    """For how many people the block has room."""
    return [field.label for field in block(kind, people, place)[1]].count("Signature")


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
@pytest.mark.parametrize("kind", ["other", "trust", "foreign-company", "non-profit"])
def test_one_person_who_may_sign_alone_needs_no_second_one_beside(kind: str, place: str) -> None:
    assert [signatures(kind, people, place) for people in (1, 2)] == [1, 2]


def test_a_body_that_has_to_sign_by_two_has_room_for_both_whoever_is_known() -> None:
    assert [signatures("company", people, "us-ca") for people in (0, 2)] == [2, 2]


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_two_who_bind_a_foreign_company_together_do_not_sign_as_one_who_may_bind_it(place: str) -> None:
    assert "by a person who may bind it under the law of the place" in block("foreign-company", 1, place)[0]
    assert "by two people who together may bind it under the law of the place" in block("foreign-company", 2, place)[0]


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_a_trust_signs_in_the_name_of_its_trustee(place: str) -> None:
    """The party is the trustee, so its name says it; the words above its signature do not speak of one unnamed."""
    opening, _ = block("trust", 1, place)
    assert opening.startswith("Signed by Acme Sensors Pty Ltd (")
    assert "the trustee of Acme" not in opening


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


OTHERS = {
    "friends": {
        "name": "Friends of the Park",
        "side": "independent",
        "kind": "community-body",
        "called": "the Friends",
    },
    "school": {"name": "River School", "side": "independent", "kind": "university", "called": "the School"},
}


def with_others(document: str = "pilot-agreement", **maker: object) -> Draft:
    """A draft in which the maker signs for the friends and for the school too, and the friends have work to do."""
    changes: dict[str, object] = {f"parties.{name}": party for name, party in OTHERS.items()}
    changes |= {f"parties.maker.{key}": value for key, value in maker.items()}
    changes |= {} if "authority" in maker else {"open": [{"fact": "parties.maker.authority"}]}
    changes["pilot.activities"] = [{"what": "Count birds", "who": "friends", "by": "2027-03-01"}]
    return stories.draft(changed(spec_tree("startup-pilot"), changes), document)


@pytest.mark.parametrize("document", stories.DOCUMENTS)
def test_a_body_for_which_another_signs_is_a_party_without_a_signature_of_its_own(document: str) -> None:
    made = with_others(document, signs_for=["friends", "school"], authority="letter of 3 May 2026")
    blocks = {words(each.party): plain(words(each.opening)) for each in made.agreement.execution}
    assert list(blocks) == ["Example City Council", "Acme Sensors Pty Ltd"]
    assert blocks["Acme Sensors Pty Ltd"].startswith(
        "Acme Sensors Pty Ltd signs for itself and for Friends of the Park and River School, which its signature "
        "binds too. Its authority to do so: letter of 3 May 2026. Signed by Acme Sensors Pty Ltd"
    )
    assert {words(line.name) for line in made.agreement.parties} >= {"Friends of the Park", "River School"}
    assert not [each for each in made.findings if each.rule == "unbound"]


def test_an_authority_that_is_not_known_is_a_gap_over_the_signature() -> None:
    made = with_others(signs_for=["friends", "school"])
    gaps = [run for run in made.agreement.execution[1].opening if isinstance(run, Gap)]
    assert [gap.address for gap in gaps] == ["parties.maker.authority"]


def test_a_party_of_the_kind_other_signs_under_its_own_words_and_else_under_a_gap() -> None:
    assert block("other", 1)[0] == f"{OPENING}:"
    silent = stories.draft(changed(spec_tree("startup-pilot"), {"parties.maker.kind": "other"}))
    [gap] = [run for run in silent.agreement.execution[1].opening if isinstance(run, Gap)]
    assert gap.address == "parties.maker.opening"


@pytest.mark.parametrize("nothing", ["none", "nil"])
@pytest.mark.parametrize("kind", ["company", "non-profit"])
def test_a_party_without_a_number_in_a_register_signs_by_its_name_alone(kind: str, nothing: str) -> None:
    changes = {"parties.maker.kind": kind, "parties.maker.registration": nothing, "parties.maker.place": nothing}
    made = stories.draft(changed(spec_tree("startup-pilot"), changes))
    opening = plain(words(made.agreement.execution[1].opening))
    assert opening.startswith(("Signed by Acme Sensors Pty Ltd under", "Signed by Acme Sensors Pty Ltd by"))
    assert not words(made.agreement.parties[1].details)
    asked = {"parties.maker.registration", "parties.maker.place"}
    assert not asked & {each.address for each in made.agreement.open_points}
    assert not asked & set(made.unprinted)
