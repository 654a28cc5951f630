"""What the paper says of public bodies, their acts and signing follows each party's kind and place, not its side."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from pactwright.document import Gap, words
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.findings import SourceMap
from pactwright.service import read_tree
from tests.library.base import BASE, told
from tests.stories import Tree, changed, draft, plain, spec_tree, text

UNIVERSITY: Tree = {
    "name": "Example University",
    "side": "partner",
    "kind": "university",
    "called": "the University",
    "registration": "ABN 51 000 000 000",
    "place": "New South Wales",
    "address": "5 Orchard Way, Exampleton NSW 2994",
    "email": "law@university.example",
    "small_business": "no",
    "signatories": [{"name": "Noor Example", "title": "Deputy Vice-Chancellor"}],
}
DUTCH: Tree = {
    "name": "Voorbeeld Universiteit",
    "place_of_law": "other",
    "public_body": "yes",
    "opening": "Signed for Voorbeeld Universiteit by its rector under its statutes",
    "own_law": {"information_act": "the Wet open overheid", "records_act": "the Archiefwet 1995"},
}
GIPA = "the Government Information (Public Access) Act 2009 (NSW)"


def with_university(changes: Tree, place: str = "au-nsw", *, alone: bool = False) -> Tree:
    """The pilot with a university on the partner side, beside the company or in its place."""
    own = {**UNIVERSITY, **changes}
    more: dict[str, Any] = {"parties.maker" if alone else "parties.uni": own, "jurisdiction": place}
    more |= {} if alone else {"sides": {"partner": {"one": "Maker", "many": "Makers"}}}
    return changed(spec_tree("startup-pilot"), more)


def gaps(made: Draft) -> set[str]:
    """Where the draft is open."""
    return {point.address for point in made.agreement.open_points}


def opening(made: Draft, party: str) -> str:
    """The words over the signature of a party."""
    [block] = [each for each in made.agreement.execution if words(each.party) == party]
    return plain(words(block.opening))


def test_a_university_of_new_south_wales_is_a_public_body_on_the_side_of_the_partners() -> None:
    said = text(draft(with_university({})))
    assert "Each Public Body is subject to the Information Law." in said
    assert "Public Body means each of the Council and the University." in said.replace('"', "")
    assert f"Information Law means {GIPA}." in said.replace('"', "")
    assert "limits the way in which a Public Body exercises a statutory function" in said


def test_the_access_that_law_asks_of_private_partners_is_not_asked_of_a_public_one() -> None:
    given = {"pilot.on_behalf": "yes"}
    alone, beside = (text(draft(changed(with_university({}, alone=each), given))) for each in (True, False))
    assert "immediate right of access" not in alone
    assert "this information that the Sensor Company holds about services" in beside
    private = text(draft(changed(with_university({"public_body": "no"}), given)))
    assert "this information that a Private Partner holds" not in private  # both are: they print as their side
    assert "this information that a Maker holds about services" in private


def test_where_every_city_is_public_and_nobody_else_the_paper_speaks_of_cities() -> None:
    said = text(draft(spec_tree("two-cities")))
    assert "Public Bod" not in said
    assert re.search(r"Each \w+ is subject to the Information Law\.", said)


def test_a_body_of_another_place_has_its_own_acts_and_signs_under_its_own_words() -> None:
    made = draft(with_university(DUTCH))
    said = text(made).replace('"', "")
    assert f"Information Law means {GIPA} for the Council, and the Wet open overheid for the University." in said
    assert (
        opening(made, "Voorbeeld Universiteit") == "Signed for Voorbeeld Universiteit by its rector under its statutes:"
    )
    assert not [each for each in made.findings if each.level == "error"]


def test_what_the_library_cannot_know_of_another_place_is_asked() -> None:
    silent = with_university({**DUTCH, "own_law": None, "opening": None})
    made = draft(silent)
    assert {"parties.uni.own_law.information_act", "parties.uni.opening"} <= gaps(made)
    assert [run.text for run in made.agreement.execution[2].opening if isinstance(run, Gap)]
    final = draft(silent, is_final=True)
    assert {each.address for each in final.findings if each.level == "error"} >= {"parties.uni.own_law.information_act"}


def test_a_private_body_of_another_place_is_asked_for_no_act() -> None:
    made = draft(with_university({**DUTCH, "public_body": "no", "own_law": None}))
    assert not [each for each in gaps(made) if "own_law" in each]
    assert "Public Bod" not in text(made)


def test_a_party_of_a_place_that_the_library_knows_signs_in_its_form_and_has_its_acts() -> None:
    two = [{"name": "Ray Rise", "title": "President"}, {"name": "Sue Rise", "title": "Secretary"}]
    company = {"kind": "company", "place_of_law": "us-ca", "signatories": two}
    assert "president or vice president" in opening(draft(with_university(company, alone=True)), "Example University")
    said = text(draft(with_university({"place_of_law": "us-ca", "public_body": "yes"}))).replace('"', "")
    assert f"{GIPA} for the Council, and the California Public Records Act (" in said


def test_a_federal_agency_is_not_under_the_acts_of_the_state_and_signs_in_its_form() -> None:
    made = draft(with_university({"kind": "federal-agency"}))
    assert "parties.uni.own_law.information_act" in gaps(made)
    assert opening(made, "Example University").startswith("Signed for the Commonwealth of Australia")


@pytest.mark.parametrize(
    ("said", "levels"), [({}, ["warning", "error"]), ({"public_body": "yes"}, []), ({"public_body": "no"}, [])]
)
def test_of_a_kind_that_may_be_either_the_spec_says_which(said: Tree, levels: list[str]) -> None:
    tree = with_university(said, "us-ca")
    made = [draft(tree), draft(tree, is_final=True)]
    found = [each for one in made for each in one.findings if each.rule == "public-kind"]
    assert [each.level for each in found] == levels
    assert {each.address for each in found} <= {"parties.uni.public_body"}


def test_a_private_body_on_the_public_side_is_remarked_on() -> None:
    tree = changed(spec_tree("startup-pilot"), {"parties.city.kind": "company"})
    found = [each for each in draft(tree).findings if each.rule == "public-kind"]
    assert [(each.level, each.address) for each in found] == [("warning", "parties.city.public_body")]


def test_the_sheet_beside_a_final_lists_the_acts_of_each_place() -> None:
    sheet = draft(with_university({"place_of_law": "us-ca", "public_body": "yes"}), is_final=True).sheet
    assert sheet
    rows = {row[0]: row[1:] for table in sheet.tables if table.id == "law" for row in table.rows}
    assert "2026" in rows[GIPA][1]
    california = next(each for each in rows if each.startswith("the California Public Records Act"))
    assert rows[california] != rows[GIPA]
    own = draft(with_university(DUTCH), is_final=True).sheet
    assert own
    rows = {row[0]: row[1:] for table in own.tables if table.id == "law" for row in table.rows}
    assert rows["the Wet open overheid"][1] == "nobody has read it"


def test_a_place_of_law_that_nobody_knows_is_refused_with_the_way_out() -> None:
    tree = with_university({"place_of_law": "us-kalifornia"})
    with pytest.raises(InputError) as caught:
        read_tree(Path("spec.yml"), tree, SourceMap("spec.yml", {}))
    assert "one of au-nsw, us-ca, other" in str(caught.value)


NORTH = "clauses/jurisdictions/north/jurisdiction.yml"


def test_whose_a_name_of_law_is_a_role_says(tmp_path: Path) -> None:
    whose = {NORTH: BASE[NORTH].replace("{value: Northland}", "{value: Northland, whose: hosts}")}
    said = 'unknown-word: place: "hosts" is no role; one of city, partner, party, host; did you mean "host"?'
    assert told(tmp_path, whose, place="north") == [f"{NORTH}:8:31: error: {said}"]
