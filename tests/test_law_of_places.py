"""What the law of a place asks of a paper stands in it, for the facts that call for it, and every law there is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
import yaml

from pactwright.document import Gap, words
from pactwright.drafting import Draft
from pactwright.facts.conditions import Condition
from pactwright.library.load import loaded
from pactwright.library.model import StaysBelow
from pactwright.wording.parts import Blank
from tests.stories import ROOT, Tree, changed, draft, plain, spec_tree, text

PLACES = sorted(path.parent.name for path in (ROOT / "clauses" / "jurisdictions").glob("*/jurisdiction.yml"))


def findings(made: Draft, rule: str) -> list[tuple[str, str]]:
    """Level and address of what a rule finds."""
    return [(each.level, each.address) for each in made.findings if each.rule == rule]


# -------------------------------------------------------------------------------------------------- what is used


def laws_in(value: object) -> Iterator[str]:
    """Every name of law, figure or flag that a part of a library prints, tests or compares with."""
    if isinstance(value, Condition):
        yield from (each for each in (value.subject, *value.operand) if each.startswith("law."))
    elif isinstance(value, Blank):
        yield from (each for each in (value.name,) if each.startswith("law."))
    elif isinstance(value, StaysBelow):
        yield f"law.{value.figure}"
    elif isinstance(value, Mapping | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from laws_in(each)
    elif is_dataclass(value):
        for field in (field for field in fields(value) if field.name != "places"):  # of all the other places
            yield from laws_in(getattr(value, field.name))


@pytest.mark.parametrize("place", PLACES)
def test_every_law_of_a_place_is_printed_tested_or_compared_with(place: str) -> None:
    path = ROOT / "clauses" / "jurisdictions" / place / "jurisdiction.yml"
    law = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)["law"]  # noqa: S506 - text only
    stated = {name for group in law.values() for name in group}
    used = {each.removeprefix("law.") for each in (*laws_in(loaded()), *laws_in(loaded(place)))}
    assert len(stated) > 20
    assert stated - used == set()


@pytest.mark.parametrize("place", PLACES)
def test_every_law_that_says_it_was_read_names_where(place: str) -> None:
    library = loaded(place)
    read = {
        **library.jurisdiction.read,
        **{n: f.read for n, all_ in library.jurisdiction.figures.items() for f in all_},
    }
    assert [name for name, each in read.items() if each.checked_on and each.source not in library.sources] == []


# ------------------------------------------------------------------------------------------------ New South Wales


@pytest.mark.parametrize(("answer", "stands"), [("yes", True), ("no", False)])
def test_terms_on_reports_of_wrongdoing_stand_where_services_are_given_on_behalf(answer: str, stands: object) -> None:
    said = text(draft(changed(spec_tree("startup-pilot"), {"pilot.on_behalf": answer}), is_final=True))
    assert ("must use its best endeavours to help an investigation" in said) is stands
    assert ("immediate right of access" in said) is stands


def test_while_nobody_says_whether_services_are_given_on_behalf_the_terms_wait_and_a_final_is_refused() -> None:
    tree = changed(spec_tree("startup-pilot"), {"pilot.on_behalf": None})
    made = draft(tree)
    assert "best endeavours" in text(made)
    assert "pilot.on_behalf" in {point.address for point in made.agreement.open_points}
    assert [each for each in draft(tree, is_final=True).findings if each.level == "error"]


# ------------------------------------------------------------------------------------------------------ California


def california(**changes: object) -> Tree:
    """The story of California with some places changed; dots are written as two underlines."""
    return changed(spec_tree("california"), {key.replace("__", "."): value for key, value in changes.items()})


AUDIT = "subject to examination and audit of this agreement by the California State Auditor"


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, True),
        ({"funding__price": "USD 10,000"}, False),  # the law says more than
        ({"funding__price": "USD 10,000.01"}, True),
        ({"funding__price": "USD 4,000", "procurement__options_value": "USD 7,000"}, True),
        (
            {
                "funding__price": "USD 4,000",
                "contributions": [{"party": "city", "kind": "cash", "what": "a share", "value": "USD 7,000"}],
            },
            True,
        ),
        ({"funding__price": "USD 4,000"}, False),
    ],
)
def test_the_state_auditor_stands_where_public_money_exceeds_the_amount(
    changes: dict[str, object], stands: object
) -> None:
    assert (AUDIT in text(draft(california(**changes)))) is stands


@pytest.mark.parametrize(
    ("changes", "wages", "bond"),
    [
        ({}, True, False),
        ({"pilot__works_value": "USD 1,000"}, False, False),
        ({"pilot__works_value": "USD 25,000"}, True, False),
        ({"pilot__works_value": "USD 25,001"}, True, True),
        ({"pilot__installs": "no"}, False, False),
    ],
)
def test_public_works_bring_wages_and_a_bond(changes: dict[str, object], wages: object, bond: object) -> None:
    said = text(draft(california(**changes)))
    assert ("no less than the prevailing wage" in said) is wages
    assert ("shall give the City a payment bond" in said) is bond


def test_construction_for_pay_brings_the_law_on_prompt_payment() -> None:
    said = text(draft(california()))
    assert "shall pay an undisputed progress payment within 30 days after a proper request for it arrives" in said
    assert "shall pay interest from then on at a rate of 10% a year, in place of section" in said
    assert "return a request that is not proper, with written reasons, within 7 days after it arrives" in said
    assert "progress payment" not in text(draft(california(pilot__installs="no")))
    wales = spec_tree("startup-pilot")
    act = "the Building and Construction Industry Security of Payment Act 1999 (NSW) sets the latest day of payment"
    assert act in text(draft(changed(wales, {"pilot.installs": "yes"})))
    assert act not in text(draft(changed(wales, {"pilot.installs": "no"})))


def test_readers_of_license_plates_sell_nothing_and_the_public_is_heard_first() -> None:
    said = text(draft(california(datasets__level__kinds=["plates"])))
    assert "shall not sell, share or transfer data from reading license plates" in said
    assert "an opportunity to comment, at a regular meeting of its governing body" in said
    assert "license plates" not in text(draft(california()))


def test_two_who_sign_as_officers_hold_the_offices_or_one_signs_alone() -> None:
    people = "parties__maker__signatories"
    chief = [{"name": "Ray Rise", "title": "Chief Executive Officer"}, {"name": "Sue Rise", "title": "Secretary"}]
    wrong = california(**{people: chief})
    address = "parties.maker.signatories.0.title"
    assert findings(draft(wrong), "signing-title") == [("warning", address)]
    assert findings(draft(wrong, is_final=True), "signing-title") == [("error", address)]
    twice = [{"name": "A", "title": "President"}, {"name": "B", "title": "Vice President"}]
    assert len(findings(draft(california(**{people: twice})), "signing-title")) == 1
    for right in (
        [chief[1], {"name": "Ray Rise", "title": "President and Chief Executive Officer"}],
        chief[:1],
        [{"name": "Ray Rise"}, chief[1]],
    ):
        assert findings(draft(california(**{people: right})), "signing-title") == []


def test_consent_to_sign_electronically_is_a_line_of_its_own_beside_each_signature() -> None:
    made = draft(california())
    for block in made.agreement.execution:
        last = block.signers[-1]
        assert [(field.label[:8], field.runs) for field in last] == [("Initials", ())]
    assert "if every party has initialed the line for that beside its signature" in text(made)
    elsewhere = draft(spec_tree("startup-pilot")).agreement.execution
    assert not [f for block in elsewhere for signer in block.signers for f in signer if f.label.startswith("Initials")]


def test_california_writes_as_it_is_read_there() -> None:
    said = text(draft(california()))
    for own, other in (("legal holiday", "public holiday"), ("mailed", "posted"), ("trademarks", "trade marks")):
        assert own in said
        assert other not in said


# ----------------------------------------------------------------------------- what each place says in its own words


@pytest.mark.parametrize(
    ("story", "changes", "said"),
    [
        (
            "two-cities",
            {},
            "Access to, or disclosure or loss of, information may be an eligible data breach under Part 6A",
        ),
        ("two-cities", {}, "the Health Records and Information Privacy Act 2002 (NSW) and the Privacy Act 1988 (Cth)"),
        (
            "california",
            {"choices.information/public-information": "partner-defends"},
            "and bears the fees of the requester if the court awards them",
        ),
        ("california", {"datasets.level.kinds": ["video"]}, "unless the records law of the party that has Control of"),
    ],
)
def test_a_paper_says_what_the_law_of_its_place_makes_of_data(story: str, changes: Tree, said: str) -> None:
    assert said in text(draft(changed(spec_tree(story), changes)))


# ------------------------------------------------------------------------------------- a company with one director

ONE = [{"name": "Kim Sample", "title": "Director"}]


@pytest.mark.parametrize(
    ("answer", "over"),
    [
        ("same", "by its sole director, who is also its only company secretary:"),
        ("none", "by its sole director, as it has no company secretary:"),
        ("other", "under section 126 of the Corporations Act 2001 (Cth) by a person with its authority:"),
    ],
)
def test_a_director_who_signs_alone_signs_as_the_spec_says(answer: str, over: str) -> None:
    changes = {"parties.maker.signatories": ONE, "parties.maker.company_secretary": answer}
    [_, block] = draft(changed(spec_tree("startup-pilot"), changes)).agreement.execution
    assert plain(words(block.opening)).endswith(over)


def test_who_the_secretary_is_is_asked_and_never_stated_as_a_guess() -> None:
    tree = changed(spec_tree("startup-pilot"), {"parties.maker.signatories": ONE})
    [_, block] = draft(tree).agreement.execution
    assert [run.address for run in block.opening if isinstance(run, Gap)] == ["parties.maker.company_secretary"]
    assert "parties.maker.company_secretary" in {each.address for each in draft(tree, is_final=True).findings}
