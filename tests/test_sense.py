"""What a library says must hold between the parts of a document: terms that reach, values below figures of law."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from pactwright.choices import checked_choices
from pactwright.drafting import drafted
from pactwright.library.checks import library_findings
from pactwright.library.load import loaded
from pactwright.library.model import Figure, Library
from pactwright.service import outline
from tests.stories import ROOT, Tree, changed, draft, library, plain, sound, spec_of, text, tree_in
from tests.trees import build_tree

PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
TERM = "choices.term/term.term_months"
Told: TypeAlias = list[tuple[str, str]]
NO_CONDITIONS: Tree = {"conditions": None}


def told(changes: Tree, rule: str, *, is_final: bool = False) -> Told:
    """Level and address of what a rule finds in the example with some places changed."""
    made = draft(changed(PILOT, copy.deepcopy(changes)), is_final=is_final)
    return [(each.level, each.address) for each in made.findings if each.rule == rule]


def test_the_example_is_sound() -> None:
    assert [str(each) for each in draft(PILOT, is_final=True).findings if each.level != "note"] == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({**NO_CONDITIONS, TERM: "12"}, []),
        ({**NO_CONDITIONS, "pilot.end": "2029-09-30"}, [("error", TERM)]),
        ({**NO_CONDITIONS, TERM: "9"}, [("error", TERM)]),
        ({**NO_CONDITIONS, "pilot.end": "2027-11-30"}, [("warning", TERM)]),  # the last day of the term
        ({**NO_CONDITIONS, "pilot.end": "2027-12-01"}, [("error", TERM)]),
        ({"pilot.end": "2027-12-31"}, [("warning", TERM)]),  # the last condition starts the term in January
        ({"clock": {"starts": "the last sensor sends", "confirmed_by": "the Council"}, TERM: "7"}, [("warning", TERM)]),
        ({**NO_CONDITIONS, "date": None, TERM: "3"}, []),
        ({**NO_CONDITIONS, "pilot.end": None, TERM: "12"}, []),
    ],
)
def test_the_term_reaches_the_end_of_the_work(changes: Tree, expected: Told) -> None:
    assert told(changes, "reach") == expected


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"milestones.report.due": "2037-12-24"}, "milestones.report.due"),
        ({"special_terms": [{"party": "company", "by": "2028-01-31"}]}, "special_terms.0.by"),
        ({"pilot.activities.5.by": "2028-01-31"}, "pilot.activities.5.by"),
        ({"contributions.0.by": "2028-01-31"}, "contributions.0.by"),
    ],
)
def test_work_behind_the_term_is_a_remark_in_a_draft_that_names_it_and_refused_in_a_final(
    changes: Tree, where: str
) -> None:
    late: Tree = {**NO_CONDITIONS, **changes}
    assert told(late, "reach") == [("warning", TERM)]
    assert told(late, "reach", is_final=True) == [("error", TERM)]
    [problem] = [each for each in draft(changed(PILOT, late)).findings if each.rule == "reach"]
    assert f"({where})" in problem.seen


NOBODY_CHOSE: Tree = {**NO_CONDITIONS, "choices.term/term": None}


@pytest.mark.parametrize(
    ("changes", "months"),
    [
        ({"pilot.end": "2027-03-31", "milestones": None, "pilot.activities": None, "contributions": None}, 9),
        ({}, 11),  # to 30 September 2027, with 30 days to put the work right
        ({"milestones.report.due": "2027-12-24"}, 14),
        ({"pilot.end": "2028-09-30"}, 23),
        ({"pilot.end": "2028-09-30", "conditions": {"permit": {"text": "A permit", "by": "2027-06-01"}}}, 17),
        ({"date": None, "pilot.end": "2028-09-30"}, 9),
    ],
)
def test_a_term_that_nobody_chose_follows_the_work(changes: Tree, months: int) -> None:
    made = draft(changed(PILOT, {**NOBODY_CHOSE, **changes}), is_final="date" not in changes)
    assert made.selection.issues["term/term"].values["term_months"] == months
    assert [str(each) for each in made.findings if each.rule == "reach"] == []


def test_a_term_that_nobody_chose_is_marked_and_listed_before_signing() -> None:
    late = changed(PILOT, {**NOBODY_CHOSE, "pilot.end": "2028-09-30"})
    assert "23 months" in text(sound(late))
    sheet = sound(late, is_final=True).sheet
    assert sheet is not None
    assert [row for part in sheet.tables for row in part.rows if TERM in row] == [
        ("23\N{NO-BREAK SPACE}months", TERM, "How long does the agreement last?")
    ]


def test_a_term_that_the_library_does_not_allow_is_left_to_a_person() -> None:
    long: Tree = {**NOBODY_CHOSE, "pilot.end": "2032-09-30"}
    assert told(long, "reach") == [("warning", TERM)]
    assert told(long, "reach", is_final=True) == [("error", TERM)]


def test_a_houses_own_term_stays_what_it_is(tmp_path: Path) -> None:
    build_tree(tmp_path, {"defaults.yml": "term/term: {term_months: 9}\n"})
    known = loaded("au-nsw", house=tmp_path)
    spec = spec_of(changed(PILOT, NOBODY_CHOSE))
    made = drafted(spec, checked_choices(spec, known), known, outline("pilot-agreement"), is_final=True)
    assert [(each.level, each.address) for each in made.findings if each.rule == "reach"] == [("error", TERM)]


def test_both_places_and_the_months_that_would_do_are_named() -> None:
    made = draft(changed(PILOT, {**NO_CONDITIONS, "pilot.end": "2029-09-30"}))
    [problem] = [each for each in made.findings if each.rule == "reach"]
    assert "12 months from 2026-12-01 end on 2027-11-30, before 2029-09-30 (pilot.end)" in problem.seen
    assert problem.accepted == "34 months or more"
    assert told({**NO_CONDITIONS, "pilot.end": "2029-09-30", TERM: "35"}, "reach") == []


ROUTE: Tree = {"procurement.route": "below-threshold", "choices.procurement/basis": None}
VALUE = "procurement.pilot_value"


@pytest.mark.parametrize(
    ("pilot", "options", "expected"),
    [
        ("48,000", "120,000", []),
        ("900,000", "5,000,000", [("error", VALUE)]),
        ("130,000", "120,000", [("error", VALUE)]),  # exactly at the threshold
        ("129,999.99", "120,000", [("warning", VALUE)]),  # below it, unless the law counts tax
        ("48,000", "nil", []),
        ("300,000", "nil", [("error", VALUE)]),
        ("48,000 inclusive", "120,000", [("warning", VALUE)]),  # two amounts that cannot be added
        ("48,000", None, [("warning", "procurement.options_value")]),
    ],
)
def test_a_value_said_to_lie_below_a_threshold_does(pilot: str, options: str | None, expected: Told) -> None:
    changes: Tree = {**ROUTE, VALUE: pilot, "procurement.options_value": options}
    found = told(changes, "threshold")
    if pilot.endswith("inclusive"):
        assert [level for level, _ in found] == ["warning"]
    else:
        assert found == expected


def test_a_price_counts_where_the_value_beside_it_is_smaller() -> None:
    dear: Tree = {**ROUTE, "funding.price": "400,000", "milestones.sensors-up.amount": "370,000"}
    assert told(dear, "threshold") == [("error", "funding.price")]


def test_a_value_that_is_not_known_is_asked_for_in_a_final() -> None:
    unknown: Tree = {**ROUTE, "procurement.options_value": None}
    assert told(unknown, "threshold", is_final=True) == [("error", "procurement.options_value")]


def test_another_route_needs_no_threshold() -> None:
    assert told({VALUE: "900,000", "procurement.options_value": "5,000,000"}, "threshold") == []


@pytest.mark.parametrize(
    ("options", "level", "address", "seen", "fix"),
    [
        (  # the pilot is below, and the option lifts the whole over it
            *("202,000", "error", "procurement.options_value"),
            *(
                "is below the tender threshold, and it is AUD 250,000 exclusive in all",
                "less than 202,000 here, or another route",
            ),
        ),
        (  # 200,000 is below, and with the highest tax that there is it is not
            *("152,000", "warning", VALUE),
            *("and AUD 200,000 exclusive may come to 254,000.00 with tax", "compare them by hand"),
        ),
    ],
)
def test_what_passes_a_threshold_by_options_or_by_tax_is_told_at_its_place_with_what_it_may_be(
    options: str, level: str, address: str, seen: str, fix: str
) -> None:
    made = draft(changed(PILOT, {**ROUTE, "procurement.options_value": options}))
    [found] = [each for each in made.findings if each.rule == "threshold"]
    assert (found.level, found.address, found.fix) == (level, address, fix)
    assert found.seen.endswith(seen)


def test_the_figure_its_day_and_its_source_are_named() -> None:
    made = draft(changed(PILOT, {**ROUTE, VALUE: "900,000", "procurement.options_value": "5,000,000"}))
    [problem] = [each for each in made.findings if each.rule == "threshold"]
    assert "5,900,000" in problem.seen
    assert problem.accepted == "AUD 250,000 from 2019-06-25 (read on 2026-11-22 in nsw-olg-circular-19-14)"


def with_figure(*figures: Figure) -> Library:
    """The library of New South Wales with another threshold."""
    known = library("au-nsw")
    place = replace(known.jurisdiction, figures={**known.jurisdiction.figures, "tender_threshold": figures})
    return replace(known, jurisdiction=place, read=str(figures))


OLD = Figure("250000", "2019-06-25", "circular", "2026-11-22", "AUD", "exclusive")


def level_under(known: Library, **changes: str) -> list[str]:
    """The levels of what is found under another library, with a pilot of 150,000 on 1 December 2026."""
    tree = changed(PILOT, {**ROUTE, VALUE: "150,000", "procurement.options_value": "nil", **changes})
    spec = spec_of(tree)
    made = drafted(spec, checked_choices(spec, known), known, outline("pilot-agreement"))
    return [each.level for each in made.findings if each.rule == "threshold"]


def test_the_figure_of_the_agreements_day_counts() -> None:
    new = replace(OLD, value="100000", valid_from="2026-12-01")
    assert level_under(with_figure(OLD, new)) == ["error"]
    assert level_under(with_figure(OLD, replace(new, valid_from="2026-12-02"))) == []


@pytest.mark.parametrize(("figure", "levels"), [("150000", ["error"]), ("190500", ["warning"]), ("190501", [])])
def test_a_value_without_tax_is_held_against_a_figure_with_it(figure: str, levels: list[str]) -> None:
    """Of 150,000, 27% is the highest tax that any place takes."""
    assert level_under(with_figure(replace(OLD, value=figure, tax="inclusive"))) == levels


def test_a_figure_that_cannot_be_compared_decides_nothing() -> None:
    low = replace(OLD, value="100000")
    assert level_under(with_figure(low)) == ["error"]
    assert level_under(with_figure(replace(low, checked_on=""))) == ["warning"]
    assert level_under(with_figure(replace(low, currency="NZD"))) == ["warning"]
    assert level_under(with_figure()) == ["warning"]


@pytest.mark.parametrize(
    ("review_by", "levels", "remarks"),
    [("", ["error"], 0), ("2026-12-01", ["error"], 0), ("2026-11-30", ["warning"], 1)],
)
def test_a_figure_that_had_to_be_read_again_decides_nothing_and_is_told(
    review_by: str, levels: list[str], remarks: int
) -> None:
    known = with_figure(replace(OLD, value="100000", review_by=review_by))
    assert level_under(known) == levels
    spec = spec_of(changed(PILOT, {**ROUTE, VALUE: "150,000", "procurement.options_value": "nil"}))
    made = drafted(spec, checked_choices(spec, known), known, outline("pilot-agreement"))
    told = [each for each in made.findings if each.rule == "overdue-law"]
    assert [(each.level, each.address) for each in told] == [("warning", "date")] * remarks
    assert all("2026-11-30" in each.seen and "tender threshold" in each.seen for each in told)


def test_law_that_had_to_be_read_again_stands_so_on_the_sheet_before_signing() -> None:
    late: Tree = {**NO_CONDITIONS, "parties.council.approval": None}
    for old, new in (("2026", "2036"), ("2027", "2037")):
        late |= {each: day.replace(old, new) for each, day in days_of(PILOT) if day.startswith(old)}
    made = draft(changed(PILOT, late), is_final=True)
    assert made.sheet is not None
    rows = [row for part in made.sheet.tables for row in part.rows]
    [figure] = [row for row in rows if row[0].startswith("contract register threshold")]
    assert plain(figure[-1]) == "22 November 2026; it had to be read again by 22 November 2027"
    [remark, *_] = [str(each) for each in made.findings if each.rule == "overdue-law"]
    assert remark.startswith("date: warning: overdue-law: the contract register")
    assert draft(changed(PILOT, {"date": "2026-12-02"})).findings == draft(PILOT).findings


def days_of(tree: Tree) -> list[tuple[str, str]]:
    """Each address of a spec at which a day is typed, and the day."""
    spec = spec_of(tree)
    return [(address, str(value)) for address, value in spec.values if isinstance(value, date)]


def test_a_figure_that_no_place_knows_is_found_in_the_library() -> None:
    known = library("au-nsw")
    misspelt = {name.replace("tender", "tendre"): each for name, each in known.jurisdiction.figures.items()}
    place = replace(known.jurisdiction, figures=misspelt)
    found = library_findings(replace(known, jurisdiction=place, read="misspelt"))
    told = [each for each in found if each.rule == "unknown-figure"]
    assert {each.fix for each in told} == {'did you mean "tendre_threshold"?'}
    assert len({each.place for each in told}) == len(told)  # each option that stays below the figure


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"money.currency": "USD"}, [("error", "money.currency")]),
        ({"money.currency": "USD", "money.rate_rule": "the central bank's rate on the day"}, []),
    ],
)
def test_a_figure_of_law_is_compared_in_one_currency(changes: Tree, expected: Told) -> None:
    unsaid: Tree = {"choices.risk/allocation": None, "risks.vandalism": None}
    plain: Tree = {"choices.liability/cap": "low-fixed", **unsaid, **changes}
    found = [each for each in told(plain, "rate-rule", is_final=True) if each[1] == "money.currency"]
    assert found == expected


CONTROL = "choices.data/control"
READINGS = "datasets.readings"
KEPT: Tree = {f"{READINGS}.holder": "company", f"{READINGS}.controller": "company", "datasets.visits": None}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({f"{READINGS}.public_space": "yes", f"{READINGS}.personal": "no"}, []),
        ({f"{READINGS}.public_space": "yes", f"{READINGS}.personal": "possible"}, [("error", f"{READINGS}.personal")]),
        ({f"{READINGS}.public_space": "yes", f"{READINGS}.kinds": ["video"]}, [("error", f"{READINGS}.personal")]),
        ({f"{READINGS}.public_space": "no", f"{READINGS}.personal": "yes"}, []),
        ({f"{READINGS}.public_space": "no", f"{READINGS}.kinds": ["video"]}, []),
    ],
)
def test_each_holder_decides_only_where_nobody_is_seen_in_the_street(changes: Tree, expected: Told) -> None:
    assert told({CONTROL: "each-own-plus-city", **KEPT, **changes}, "requires") == expected


@pytest.mark.parametrize(
    ("option", "changes", "is_refused"),
    [
        ("each-own-plus-city", {f"{READINGS}.controller": "council"}, True),
        ("each-own", {f"{READINGS}.controller": "council"}, True),
        ("each-own", {}, False),
        ("partner-owns", {f"{READINGS}.public_space": "no", f"{READINGS}.personal": "no"}, False),
        ("partner-owns", {f"{READINGS}.personal": "no"}, True),
        (
            "partner-owns",
            {f"{READINGS}.public_space": "no", f"{READINGS}.controller": "council"},
            True,
        ),
        (
            "commons",
            {f"{READINGS}.controller": "council", f"{READINGS}.sharing": "closed"},
            True,
        ),
        ("commons", {f"{READINGS}.controller": "council", f"{READINGS}.sharing": "open"}, False),
    ],
)
def test_control_of_data_says_of_each_set_what_the_register_says(
    option: str, changes: Tree, *, is_refused: bool
) -> None:
    choice = {CONTROL: option, "choices.data/retention": "return-delete"}
    assert bool(told({**choice, **KEPT, **changes}, "requires")) is is_refused


def test_while_that_is_not_known_the_control_of_data_is_open() -> None:
    made = draft(changed(PILOT, {CONTROL: "each-own-plus-city", f"{READINGS}.public_space": None}))
    assert f"{READINGS}.public_space" in {point.address for point in made.agreement.open_points}
