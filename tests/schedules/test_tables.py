"""The schedules' tables: a row for each thing of the spec, a gap for what is needed, a dash for the rest."""

from __future__ import annotations

import pytest

from pactwright.document import Gap, Paragraph, Schedule, Table, words
from pactwright.drafting import Draft
from tests import stories
from tests.stories import DOCUMENTS, ROOT, changed, plain, spec_tree, tree_in


def schedule(draft: Draft, name: str) -> Schedule:
    """A schedule by its id."""
    return next(each for each in draft.agreement.schedules if each.id == name)


def table(draft: Draft, name: str, heading: str) -> Table:
    """The table under a heading of a schedule."""
    blocks = schedule(draft, name).blocks
    place = next(i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and words(b.runs) == heading)
    found = blocks[place + 1]
    assert isinstance(found, Table)
    return found


def headings(draft: Draft, name: str) -> list[str]:
    """The parts of a schedule."""
    return [words(b.runs) for b in schedule(draft, name).blocks if isinstance(b, Paragraph)]


def rows(found: Table) -> list[list[str]]:
    """The cells of a table as text."""
    return [[plain(words(cell)) for cell in row] for row in found.rows]


def two(**changes: object) -> Draft:
    """The story of the start-up, with changes at dotted places."""
    return stories.sound(changed(spec_tree("startup-pilot"), changes))


@pytest.mark.parametrize("name", stories.names())
@pytest.mark.parametrize("document", DOCUMENTS)
def test_widths_sum_to_the_whole_and_every_row_has_every_cell(name: str, document: str) -> None:
    for each in stories.sound(spec_tree(name), document).agreement.schedules:
        for found in (block for block in each.blocks if isinstance(block, Table)):
            assert sum(column.width for column in found.columns) == 100, each.id
            assert all(column.width > 0 for column in found.columns)
            assert {len(row) for row in found.rows} == {len(found.columns)}
            assert all(words(cell) for row in found.rows for cell in row), each.id


def test_milestones_print_in_the_order_and_forms_of_the_place() -> None:
    found = rows(table(two(), "budget", "Milestones"))
    assert [row[0] for row in found] == ["Forty sensors that send data", "Report on the results"]
    first = ["all send data for 7 days", "1 March 2027", "AUD 10,000", "the Council", "the Sensor Company"]
    assert found[0][1:] == first
    assert found[1][3] == "AUD 15,000.50"


def test_every_row_of_a_long_list_prints_alike() -> None:
    """Because a city that runs one pilot in many places lists more than a hundred things."""
    [first, *_] = spec_tree("startup-pilot")["contributions"]
    found = rows(table(two(contributions=[first] * 120), "contributions", "What each party brings"))
    assert len(found) == 120
    assert all(row == found[0] for row in found)
    assert found[0][0] == "the Sensor Company"


def test_what_is_needed_and_missing_is_a_gap_that_names_its_row() -> None:
    made = two(**{"milestones.final-report.test": None, "milestones.final-report.amount": None})
    row = table(made, "budget", "Milestones").rows[1]
    test, amount = row[1][0], row[3][0]
    assert isinstance(test, Gap)
    assert isinstance(amount, Gap)
    assert test.text == "[Test (Report on the results): the Council to supply]"
    assert (test.address, amount.address) == ("milestones.final-report.test", "milestones.final-report.amount")


def test_what_nothing_relies_on_is_a_dash() -> None:
    row = table(two(**{"risks.drift.likelihood": None}), "risk-register", "Risks").rows[0]
    assert plain(words(row[2])) == "\N{EN DASH}"


def test_a_word_that_stands_in_two_lists_says_in_a_table_what_its_own_list_says() -> None:
    """The words "none" and "other" are also answers on a company secretary, whose words belong over a signature."""
    made = two(**{"risks.drift.time": "none", "contributions.0.kind": "other"})
    assert plain(words(table(made, "risk-register", "Risks").rows[0][-1])) == "none"
    assert rows(table(made, "contributions", "What each party brings"))[0][1] == "other"


def test_pledges_stand_apart_from_what_binds() -> None:
    binding = rows(table(two(), "contributions", "What each party brings"))
    pledged = rows(table(two(), "contributions", "Pledges, which bind nobody and count in no total"))
    assert [row[2].split("\n")[0] for row in binding] == ["spare sensors", "use of the light poles"]
    assert [row[2].split("\n")[0] for row in pledged] == ["a workshop for schools"]


def test_a_part_with_nothing_to_show_is_not_there_and_the_rest_close_up() -> None:
    assert "Pledges, which bind nobody and count in no total" in headings(two(), "contributions")
    made = two(contributions=spec_tree("startup-pilot")["contributions"][:2])
    assert "Pledges, which bind nobody and count in no total" not in headings(made, "contributions")
    labels = [b.label for b in schedule(made, "contributions").blocks if isinstance(b, Paragraph)]
    assert labels == [f"{number}." for number in range(1, len(labels) + 1)]


def test_a_schedule_that_nothing_fills_and_nobody_cites_is_not_there() -> None:
    made = two(special_terms=None)
    assert "special-terms" not in [each.id for each in made.agreement.schedules]
    numbers = [each.heading.label for each in made.agreement.schedules]
    assert numbers == [f"Schedule {number}" for number in range(1, len(numbers) + 1)]


def test_a_record_has_a_line_for_each_field_that_the_spec_fills() -> None:
    found = dict(rows(table(two(), "procurement-record", "Record")))
    assert found["Route"] == "challenge-based competition"
    assert found["Estimated value of options"] == "AUD 60,000"
    fewer = dict(rows(table(two(**{"procurement.reference": None}), "procurement-record", "Record")))
    assert "Reference" not in fewer


def test_a_yes_that_is_said_is_there_and_one_that_is_not_said_is_not() -> None:
    found = dict(rows(table(two(), "budget", "Summary")))
    assert found["Work is done at cost"] == "yes"
    assert found["The budget need not be spent"] == "yes"
    assert "Work is done at cost" not in dict(rows(table(two(**{"funding.at_cost": None}), "budget", "Summary")))


def test_nil_is_said_as_nil() -> None:
    found = rows(table(two(), "budget", "Stages"))
    assert [row[1] for row in found] == ["AUD 5,000", "nil"]


def test_shares_name_the_parties() -> None:
    row = rows(table(two(), "risk-register", "Who bears the cost of each risk"))[1]
    assert row[1:3] == ["shared", "the Council 35%; the Sensor Company 65%"]


def test_what_a_lost_thing_counts_for_stands_in_the_register_for_shared_risks_alone() -> None:
    found = rows(table(two(), "risk-register", "Units at risk"))
    assert [row[1:3] for row in found] == [["a sensor", "AUD 300"]]


def test_a_risk_that_each_party_bears_for_itself_says_so_in_words() -> None:
    made = two(**{"risks.drift.owner": "each-own"})
    assert "each party its own" in str(rows(table(made, "risk-register", "Who bears the cost of each risk")))


def caps(choice: object) -> Table:
    """The limits of liability for a choice."""
    return table(two(choices={"liability/cap": choice}), "contributions", "Limits of liability")


def multiples(**of_party: str) -> list[list[str]]:
    """The same for a multiple of each party's contribution, party by party."""
    found = rows(caps({"option": "contribution-multiple", "multiple": of_party, "reason": "a test"}))
    return [row[:2] for row in found]


def test_a_value_per_party_has_a_column_and_a_row_for_each_who_signs() -> None:
    columns = [column.heading for column in caps("contribution-multiple").columns]
    assert columns == ["Party", "Multiple of contribution", "Fixed amount"]
    assert multiples(city="3", maker="1.5") == [["the Council", "3"], ["the Sensor Company", "1.5"]]


def test_a_value_per_party_that_one_party_lacks_is_a_gap() -> None:
    city, maker = multiples(city="3")
    assert city[1] == "3"
    assert maker[1].startswith("[Multiple of contribution")


def test_a_site_may_belong_to_somebody_who_does_not_sign() -> None:
    made = two(**{"pilot.sites.north.owner": "fund"})
    assert rows(table(made, "pilot-plan", "Sites"))[0][1] == "Example State Innovation Fund"


def test_values_in_cells_know_where_they_come_from() -> None:
    runs = [run for row in table(two(), "budget", "Milestones").rows for cell in row for run in cell]
    addresses = {run.address for run in runs if hasattr(run, "address")}
    assert {"milestones.sensors-up.due", "milestones.final-report.amount"} <= addresses


@pytest.mark.parametrize(
    ("option", "columns"),
    [
        ("partner-licence", ["Item", "Owner"]),
        ("split-by-field", ["Item", "Owner", "Field", "Territory", "Term"]),
    ],
)
def test_what_only_one_answer_relies_on_stands_under_that_answer(option: str, columns: list[str]) -> None:
    found = table(two(**{"choices.ip/project-ip": {"option": option, "reason": "a test"}}), "ip", "Project IP expected")
    assert [each.heading for each in found.columns] == columns
    assert sum(each.width for each in found.columns) == 100


@pytest.mark.parametrize(
    ("option", "asked"),
    [("option-or-compete", []), ("option-capped", [["What must be shown first", "a month of readings"]])],
)
def test_what_must_be_shown_first_stands_only_where_an_order_waits_for_it(option: str, asked: list[list[str]]) -> None:
    what = {"option_what": "more sensors", "option_price": "AUD 800 each", "option_proof": "a month of readings"}
    tree = changed(
        tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml"),
        {
            **{f"procurement.{name}": text for name, text in what.items()},
            "choices.procurement/scale-up": {"option": option, "reason": "A test."},
        },
    )
    said = rows(table(stories.sound(tree), "procurement-record", "What may be ordered after the pilot"))
    assert [each for each in said if each[0].startswith("What must be shown")] == asked
