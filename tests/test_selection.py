"""One option per issue: who proposes it, why it was taken, what was passed over, and what does not go together."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from pactwright.facts.conditions import Condition, outcome
from pactwright.library.figures import law_value
from pactwright.selection import PassedOver, Selected, Selection
from pactwright.selection.context import conditions_of
from pactwright.spec.amounts import Money
from tests.library.base import EACH_OWN, TERM, library, swapped
from tests.library.projects import CONTRIBUTION, DATA, selection_of

Made = Callable[..., tuple[Selection, list[str]]]
UNKNOWN = "datasets: {air: {name: Air}}\n"
MODEL = "model: small\n"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The selection for the small spec with lines behind it, and what is said about it."""

    def selection(
        more: str = "",
        *,
        document: str = "pilot-agreement",
        changes: Mapping[str, str] | None = None,
        house: Mapping[str, str] | None = None,
    ) -> tuple[Selection, list[str]]:
        return selection_of(library(tmp_path, changes, place="north", house=house), more, document)

    return selection


def taken(selection: Selection, issue: str) -> tuple[str, str, str]:
    """The option that an issue has, who proposed it, and the reason."""
    chosen = selection.issues[issue]
    return chosen.chosen, chosen.origin, chosen.reason


HOUSE = {"defaults.yml": "data/control: {option: city-control}\nterm/term: {notice_days: 60}\n"}
CHOICE = "choices:\n  data/control: {option: each-own, reason: We trust each other.}\n  term/term: {notice_days: 90}\n"


def test_a_choice_of_the_spec_comes_before_the_house_the_model_and_the_library(made: Made) -> None:
    chosen = made(MODEL + DATA % "no" + CHOICE, house=HOUSE)[0]
    assert taken(chosen, "data/control") == ("each-own", "spec", "We trust each other.")
    assert chosen.issues["term/term"].values == {"notice_days": 90}


def test_a_choice_without_a_reason_says_that_the_spec_chose(made: Made) -> None:
    chosen = made("choices:\n  governance/structure: lead\n")[0]
    assert taken(chosen, "governance/structure") == ("lead", "spec", "The spec chooses it.")


def test_the_house_comes_before_the_model_and_the_library(made: Made) -> None:
    chosen = made(MODEL + DATA % "no", house=HOUSE)[0]
    assert taken(chosen, "data/control") == ("city-control", "house library", "It is the default of the house library.")
    assert chosen.issues["term/term"].values == {"notice_days": 60}


def test_the_model_comes_before_the_library_and_gives_its_reason(made: Made) -> None:
    chosen = made(MODEL + DATA % "yes")[0]
    assert taken(chosen, "data/control") == ("city-control", "model", "People need one door to knock on.")
    assert taken(chosen, "term/term") == ("fixed", "model", "A pilot has an end.")
    assert taken(chosen, "governance/structure") == ("team", "library", "It is the default.")


def test_a_condition_of_the_model_that_fails_is_told_and_the_next_one_taken(made: Made) -> None:
    chosen = made(MODEL + DATA % "no")[0]
    why = "No people are in the data. The model takes city-control only if a data set may hold personal information."
    assert taken(chosen, "data/control") == ("each-own", "model", why)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (DATA % "yes", ("city-control", "library", "It is the default if a data set may hold personal information.")),
        (DATA % "no", ("each-own", "library", "It is the default.")),
    ],
)
def test_the_first_default_of_the_library_that_holds_is_taken(
    made: Made, more: str, expected: tuple[str, str, str]
) -> None:
    assert taken(made(more)[0], "data/control") == expected


@pytest.mark.parametrize(
    ("more", "origin", "reason"),
    [(UNKNOWN, "library", "It is the default."), (MODEL + UNKNOWN, "model", "No people are in the data.")],
)
def test_a_default_that_hangs_on_a_missing_fact_is_passed_over_and_the_fact_stays_open(
    made: Made, more: str, origin: str, reason: str
) -> None:
    chosen = made(more)[0]
    why = f"{reason} city-control was passed over because whether a data set holds, or may hold, personal information is not known."
    assert taken(chosen, "data/control") == ("each-own", origin, why)
    assert chosen.issues["data/control"].undecided == ("data.personal",)


def test_a_fact_that_a_choice_of_the_spec_makes_needless_is_not_open(made: Made) -> None:
    chosen = made(UNKNOWN + "choices: {data/control: city-control}\n")[0]
    assert chosen.issues["data/control"].undecided == ()


def test_a_default_of_the_house_that_may_not_be_chosen_is_told_and_passed_over(made: Made) -> None:
    chosen, said = made(house={"defaults.yml": "liability/cap: {option: multiple, amount: AUD 90000}\n"})
    why = "It is the default. multiple requires that some contributions bind."
    assert taken(chosen, "liability/cap") == ("fixed", "library", why)
    assert chosen.issues["liability/cap"].values["amount"] == Money(Decimal(90000), "AUD")
    assert said == []


def test_a_choice_whose_requirements_fail_is_an_error_and_stays(made: Made) -> None:
    chosen, said = made("choices: {liability/cap: multiple}\n")
    assert taken(chosen, "liability/cap") == ("multiple", "spec", "The spec chooses it.")
    assert said == [
        (
            "spec.yml:8:11: error: requires: liability/cap: multiple does not fit: how many contributions bind is 0, "
            "as contributions says nothing; it must be at least 1; change that, or choose another option of liability/cap"
        )
    ]
    assert made(CONTRIBUTION + "choices: {liability/cap: multiple}\n")[1] == []


def test_a_model_that_does_not_fit_is_an_error(made: Made) -> None:
    model = swapped("seeds/models/small.yml", "parties.partners: {max: 3}", "milestones.count: {min: 1}")
    assert made(MODEL, changes=model)[1] == [
        (
            "spec.yml:8:1: error: model-requires: the model small does not fit: how many milestones are listed is 0, "
            "as milestones says nothing; it must be at least 1; change that, or choose another model"
        )
    ]
    assert made(MODEL)[1] == []


def test_an_issue_whose_condition_fails_is_not_there_unless_the_spec_chooses_it(made: Made) -> None:
    left_out = ("none", "library", "It is needed only if some data sets are listed.")
    assert taken(made()[0], "data/control") == left_out
    assert taken(made("choices: {data/control: city-control}\n")[0], "data/control")[:2] == ("city-control", "spec")


def test_an_issue_whose_condition_is_undecided_stays_in_with_an_open_fact(made: Made) -> None:
    asked = swapped(
        "clauses/data/control/issue.yml",
        "when:\n  - data.count: {min: 1}\n",
        "when:\n  - procurement.route: competitive\n",
    )
    chosen = made(changes=asked)[0]
    assert taken(chosen, "data/control") == ("each-own", "library", "It is the default.")
    assert chosen.issues["data/control"].undecided == ("procurement.route",)


def test_a_requirement_that_is_undecided_leaves_the_choice_with_an_open_fact(made: Made) -> None:
    asked = swapped("clauses/governance/structure/lead.md", "parties.count: {max: 2}", "pilot.days: {max: 30}")
    chosen, said = made("choices: {governance/structure: lead}\n", changes=asked)
    assert chosen.issues["governance/structure"].undecided == ("pilot.days",)
    assert said == []


def test_an_issue_left_out_keeps_its_reason_and_its_values_are_refused(made: Made) -> None:
    chosen, said = made("choices:\n  liability/cap: {option: none, reason: We are insured., amount: 5000}\n")
    assert taken(chosen, "liability/cap") == ("none", "spec", "We are insured.")
    assert chosen.issues["liability/cap"].values == {}
    assert said == [
        "spec.yml:9:58: error: unused-parameter: liability/cap is left out, and amount with it; take it out, or choose an option"
    ]


def test_a_value_that_the_chosen_option_does_not_take_is_refused(made: Made) -> None:
    assert made("choices:\n  liability/cap: {option: fixed, multiple: 3}\n")[1] == [
        'spec.yml:9:34: error: unused-parameter: the option "fixed" does not take multiple; it is for multiple; take it out, or choose that option'
    ]


@pytest.mark.parametrize(
    ("more", "house", "expected"),
    [
        ("", {}, 30),
        ("choices:\n  governance/structure: {meeting_days: 20}\n", {}, 20),
        ("", {"defaults.yml": "governance/structure: {meeting_days: 45}\n"}, 45),
        ("", {"withdrawn.yml": "withdrawn:\n  - {id: governance/structure, reason: Ours.}\n"}, 21),
    ],
)
def test_a_borrowed_value_is_the_lenders_and_its_own_default_where_the_lender_is_absent(
    made: Made, more: str, house: dict[str, str], expected: int
) -> None:
    lone = {
        **swapped("clauses/governance/structure/issue.yml", "required: yes\n", ""),
        "clauses/terms.yml": "Project:\n  means: the work\nEnd Date:\n  home: term/term\nSteering Team:\n  means: all who meet\n  acts: yes\n",
        "clauses/governance/structure/team.md": _plain_team(),
        "clauses/governance/structure/lead.md": _plain_team(),
        **swapped("clauses/liability/cap/issue.yml", "misuse of Project Data", "misuse of data"),
        "clauses/data/control/city-control.md": EACH_OWN,
    }
    assert made(more, changes=lone, house=house)[0].issues["liability/cap"].values["reply_days"] == expected


def _plain_team() -> str:
    front = "provides:\n  decides: the team\nreview"
    return EACH_OWN.replace("review", front, 1).replace("{#use}", "{#meetings}")


def test_what_was_passed_over_says_why_or_when_to_use_it(made: Made) -> None:
    chosen = made(DATA % "yes")[0].issues
    assert chosen["liability/cap"].passed_over == (PassedOver("multiple", "It requires that some contributions bind."),)
    assert chosen["governance/structure"].passed_over == (PassedOver("lead", "The work is short."),)
    assert chosen["term/term"].passed_over == ()
    assert made(document="mou")[0].issues["governance/structure"].passed_over == (
        PassedOver("lead", "It has no wording for a memorandum of understanding."),
    )


CONTRADICTIONS = {
    DATA % "no" + "choices: {liability/cap: fixed}\n": (
        "9:11: error: contradiction: liability/cap: fixed conflicts with data/control: each-own, but data/control is each-own; choose data/control: city-control"
    ),
    DATA % "no" + CONTRIBUTION + "choices: {liability/cap: fixed}\n": (
        "10:11: error: contradiction: liability/cap: fixed conflicts with data/control: each-own, but data/control is each-own; choose data/control: city-control or liability/cap: multiple"
    ),
    DATA % "yes" + CONTRIBUTION + "choices: {data/control: city-control}\n": (
        "10:11: error: contradiction: data/control: city-control needs liability/cap: fixed or liability/cap: none, but liability/cap is multiple; choose liability/cap: fixed or data/control: each-own"
    ),
    CONTRIBUTION + "choices:\n  term/term: {option: none, reason: It lasts.}\n": (
        "9:1: error: contradiction: liability/cap: multiple needs term/term: any option, but term/term is none; choose term/term: fixed or liability/cap: fixed"
    ),
}


@pytest.mark.parametrize(("more", "expected"), CONTRADICTIONS.items())
def test_a_contradiction_names_both_sides_and_the_cheapest_ways_out(made: Made, more: str, expected: str) -> None:
    assert made(more)[1] == [f"spec.yml:{expected}"]


ASKING = """\
asks-reason:
  - {liability/cap: {in: [fixed, multiple]}, because: one would hold all and owe little}
  - when: [{contributions.count: {min: 1}}, {data.personal: yes}]
"""
REASON = "reason: We have looked at it."
UNEXPLAINED = {
    "choices: {data/control: city-control}\n": [
        "10:11: error: reason-asked: data/control: city-control meets liability/cap: fixed (one would hold all and owe little); say why in reason: beside option: at choices.data/control or choices.liability/cap, or choose data/control: each-own"
    ],
    f"choices:\n  data/control: {{option: city-control, {REASON}}}\n": [],
    f"choices:\n  liability/cap: {{option: fixed, {REASON}}}\n": [],
    # A reason for a figure, of a model or of a house says nothing of this pair
    f"choices:\n  liability/cap: {{amount: AUD 2000, {REASON}}}\n": [
        "10:1: error: reason-asked: data/control: city-control meets liability/cap: fixed (one would hold all and owe little); say why in reason: beside option: at choices.data/control or choices.liability/cap, or choose data/control: each-own"
    ],
    "choices: {data/control: each-own, liability/cap: fixed}\n": [
        "10:35: error: contradiction: liability/cap: fixed conflicts with data/control: each-own, but data/control is each-own; choose data/control: city-control"
    ],
    CONTRIBUTION + f"choices:\n  data/control: city-control\n  liability/cap: {{option: fixed, {REASON}}}\n": [
        "12:3: error: reason-asked: data/control: city-control asks a reason here (contributions.count is at least 1 and data.personal is yes); say why in reason: beside option: at choices.data/control, or choose data/control: each-own"
    ],
    CONTRIBUTION + f"choices:\n  data/control: {{option: city-control, {REASON}}}\n  liability/cap: fixed\n": [],
    "open: [{fact: liability/cap}]\n": [],
}


@pytest.mark.parametrize(("more", "expected"), UNEXPLAINED.items())
def test_what_asks_a_reason_is_refused_until_a_choice_of_the_spec_gives_one(
    made: Made, more: str, expected: list[str]
) -> None:
    asks = swapped("clauses/data/control/city-control.md", "review:", f"{ASKING}review:")
    said = made(MODEL + DATA % "yes" + more, changes=asks)[1]
    assert [each for each in said if "liability/cap: fixed or liability/cap: none" not in each] == [
        f"spec.yml:{each}" for each in expected
    ]


def test_what_the_facts_ask_a_reason_for_is_nobodys_default(made: Made) -> None:
    path, because = "clauses/data/control/city-control.md", "because: it is rare"
    asks = swapped(path, "review:", f"asks-reason: [{{when: [{{data.personal: yes}}], {because}}}]\nreview:")
    chosen, said = made(MODEL + DATA % "yes", changes=asks)
    why = "No people are in the data. city-control asks a reason of the spec: it is rare."
    assert taken(chosen, "data/control") == ("each-own", "model", why)
    assert [each for each in said if "reason-asked" in each] == []


def test_a_figure_may_ask_a_reason(made: Made) -> None:
    path, asked = "clauses/liability/cap/fixed.md", "asks-reason: [{when: [{param.amount: {max: 9000}}]}]\nreview:"
    asks = swapped(path, "review:", asked)
    assert made("choices:\n  liability/cap: {option: fixed, amount: AUD 9500}\n", changes=asks)[1] == []
    [line] = made("choices:\n  liability/cap: {option: fixed, amount: AUD 9000}\n", changes=asks)[1]
    assert "reason-asked: liability/cap: fixed asks a reason here (param.amount is at most 9000); say why" in line


def test_nobody_is_asked_for_a_reason_while_a_fact_is_not_known(made: Made) -> None:
    asks = swapped(
        "clauses/data/control/city-control.md", "review:", "asks-reason: [{when: [{data.personal: yes}]}]\nreview:"
    )
    choice = "choices: {data/control: city-control}\n"
    assert made(UNKNOWN + choice, changes=asks)[1] == []
    assert len(made(DATA % "yes" + choice, changes=asks)[1]) == 1


def test_a_house_may_ask_for_a_reason_where_ours_does_not(made: Made) -> None:
    asks = (
        "---\noverlay: yes\nasks-reason:\n  - {when: [{data.count: {min: 1}}], because: our policy is open data}\n---\n"
    )
    [line] = made(
        DATA % "yes" + "choices: {data/control: city-control}\n", house={"data/control/city-control.md": asks}
    )[1]
    assert "reason-asked: data/control: city-control asks a reason here (our policy is open data)" in line


@pytest.mark.parametrize(
    "more",
    [
        DATA % "yes" + "choices: {liability/cap: fixed}\n",
        "choices:\n  data/control: city-control\n  liability/cap: {option: none, reason: We are insured.}\n",
    ],
)
def test_one_of_several_alternatives_is_enough(made: Made, more: str) -> None:
    assert made(more)[1] == []


def test_a_need_whose_condition_fails_counts_for_nothing(made: Made) -> None:
    needs = "  - term/term: any\n"
    without = CONTRIBUTION + "choices:\n  term/term: {option: none, reason: It lasts.}\n"
    path = "clauses/liability/cap/multiple.md"
    for when, count in (("pilot.sites: {min: 1}", 0), ("pilot.sites: {max: 1}", 1), ("pilot.days: {min: 1}", 1)):
        changes = swapped(path, needs, f"{needs}    when:\n      - {when}\n")
        changes = {path: changes[path].replace(" before the End Date", "")}
        assert len(made(without, changes=changes)[1]) == count, when


def test_what_is_withdrawn_is_neither_needed_nor_taken(made: Made) -> None:
    house = {"withdrawn.yml": "withdrawn:\n  - {id: liability/cap/multiple, reason: It is too high.}\n"}
    chosen, said = made(CONTRIBUTION, house=house)
    why = "It is the default. multiple is withdrawn: It is too high."
    assert taken(chosen, "liability/cap") == ("fixed", "library", why)
    assert said == []
    house = {"withdrawn.yml": "withdrawn:\n  - {id: liability/cap, reason: Ours.}\n"}
    assert made(DATA % "yes", house=house)[1] == []


def test_an_issue_stands_in_a_memorandum_as_its_standings_say(made: Made) -> None:
    brought = (DATA % "no").replace("class: project", "class: city")
    chosen = made(brought, document="mou")[0].issues
    assert {name: each.kinds for name, each in chosen.items()} == {
        "data/control": ("statement",),
        "governance/structure": ("statement", "binding"),
        "liability/cap": (),
        "term/term": ("statement", "binding"),
    }
    left_out = made(document="mou")[0]
    missing = ("none", "library", "It does not stand in a memorandum of understanding.")
    assert taken(left_out, "data/control") == missing
    assert taken(left_out, "liability/cap") == missing


def test_where_no_candidate_fits_an_option_that_fits_is_taken(made: Made) -> None:
    needs = {"clauses/data/control/each-own.md": EACH_OWN.replace("review:", "requires: [data.personal: yes]\nreview:")}
    chosen, found = made(DATA % "no", changes=needs)
    assert chosen.issues["data/control"].chosen == "city-control"
    assert not [each for each in found if "goes with the facts" in each]


def test_an_option_whose_requirements_fail_is_never_taken_without_a_word(made: Made) -> None:
    needs = swapped("clauses/data/control/city-control.md", "review:", "requires: [data.personal: yes]\nreview:")
    needs |= {
        "clauses/data/control/each-own.md": EACH_OWN.replace("review:", "requires: [data.personal: yes]\nreview:")
    }
    found = made(DATA % "no", changes=needs)[1]
    assert [each for each in found if "no option of data/control goes with the facts of this spec" in each]


def test_an_option_may_stand_otherwise_than_its_issue(made: Made) -> None:
    own = swapped("clauses/term/term/fixed.md", "review: {status: draft}", "mou: binding\nreview: {status: draft}")
    assert made(document="mou", changes=own)[0].issues["term/term"].kinds == ("binding",)


def test_an_agreement_holds_only_what_has_wording_for_it(made: Made) -> None:
    statement = EACH_OWN.replace("# Agreement\n\n1. {#use} {{ party }} decides about its own data.\n\n", "")
    chosen = made(DATA % "no", changes={"clauses/data/control/each-own.md": statement})[0]
    assert taken(chosen, "data/control") == (
        "city-control",
        "library",
        "No other option can be had. each-own has no wording for a pilot agreement.",
    )


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            "liability/cap: fixed",
            "liability/cap does not stand in a memorandum of understanding; it takes effect in a pilot agreement",
        ),
        (
            "governance/structure: lead",
            "lead has no wording for a memorandum of understanding; one of team; the next candidate is taken there",
        ),
    ],
)
def test_a_choice_that_a_memorandum_cannot_hold_is_said_and_is_no_error(made: Made, choice: str, said: str) -> None:
    assert made(f"choices:\n  {choice}\n", document="mou")[1] == [f"spec.yml:9:3: note: not-in-document: {said}"]


def test_an_option_that_says_what_binds_takes_the_binding_part_from_all_others(made: Made) -> None:
    limited = {
        "clauses/formation/status/issue.yml": TERM.partition("parameters")[0].replace("default: fixed", "default: few"),
        "clauses/formation/status/few.md": EACH_OWN.replace("review", "binds: [term/term]\nreview", 1),
    }
    chosen: Mapping[str, Selected] = made(document="mou", changes=limited)[0].issues
    assert {name: each.kinds for name, each in chosen.items() if each.option} == {
        "formation/status": ("statement", "binding"),
        "governance/structure": ("statement",),
        "term/term": ("statement", "binding"),
    }


def test_the_values_of_law_are_those_of_the_agreements_date(made: Made) -> None:
    chosen = made()[0]
    law = {name: law_value(chosen.library, name, chosen.facts) for name in ("tender_threshold", "place", "another")}
    assert law == {"tender_threshold": "70000", "place": "Northland", "another": None}


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        ("chosen.liability/cap", "fixed"),
        ("chosen.data/control", "none"),
        ("chosen.another/issue", "none"),
    ],
)
def test_conditions_may_ask_what_was_chosen(made: Made, subject: str, value: str) -> None:
    assert made()[0].is_met(Condition(subject, "is", (value,)))


def test_every_condition_of_the_library_knows_what_the_facts_say_and_no_other_is_answered(made: Made) -> None:
    """So that a choice that is kept can rest on no condition that its key does not hold."""
    chosen = made()[0]
    for condition in conditions_of(chosen.library):
        known = chosen.facts.get(condition.subject)
        if not condition.subject.startswith("law."):
            assert chosen.is_met(condition) == outcome(condition, known)
    assert len(conditions_of(chosen.library)) > 3
    with pytest.raises(KeyError):
        chosen.is_met(Condition("parties.count", "is", ("2",)))


def test_an_issue_knows_the_values_of_its_parameters(made: Made) -> None:
    assert made()[0].issues["liability/cap"].values["losses"] == ("injury", "fraud")


def test_nothing_is_said_of_a_set_that_fits(made: Made) -> None:
    said: list[str] = made(CONTRIBUTION + DATA % "no")[1]
    assert said == []


NOTICE = Condition("param.term/term.notice_days", "min", ("30",))


@pytest.mark.parametrize(
    ("more", "condition", "expected"),
    [
        ("", NOTICE, True),
        ("choices: {term/term: {notice_days: 29}}\n", NOTICE, False),
        ("open: [{fact: term/term.notice_days}]\n", NOTICE, None),
        ("open: [{fact: term/term}]\n", NOTICE, None),
        (
            "choices: {term/term: {option: none, reason: It has no end.}}\n",
            Condition("param.term/term.notice_days", "not", ("5",)),
            False,
        ),
        ("choices: {liability/cap: fixed}\n", Condition("param.liability/cap.multiple", "not", ("5",)), False),
        ("choices: {liability/cap: {option: fixed, amount: 5000}}\n", Condition("param.amount", "not", ("nil",)), True),
    ],
)
def test_a_condition_may_test_what_another_issue_says_and_fails_where_it_says_nothing(
    made: Made, more: str, condition: Condition, *, expected: bool | None
) -> None:
    assert made(more)[0].is_met_in("liability/cap", condition) is expected
