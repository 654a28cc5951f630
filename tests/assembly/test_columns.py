"""A column of a table prints the party that all its rows share, or a term that the definitions explain."""

from __future__ import annotations

import pytest

from pactwright.document import words
from tests.assembly.planted import definitions, lines, planted
from tests.stories import Tree, changed, plain, spec_tree

WORDING = "1. {{ milestones.payer }} must pay {{ milestones.payee }}."


def two_payers() -> Tree:
    """Two councils, each of which pays for one milestone."""
    bench = {"deliverable": "A bench", "test": "it stands", "due": "2026-12-01", "amount": "AUD 10", "payee": "bench"}
    milestones = {f"milestones.of-{payer}": {**bench, "payer": payer} for payer in ("hill", "dale")}
    return changed(spec_tree("two-cities"), {**milestones, "funding.price": "AUD 20"})


def test_rows_with_one_party_print_its_name() -> None:
    made = planted(WORDING)
    assert lines(made) == ["n.1 The Council must pay the Sensor Company."]
    assert "Payer" not in definitions(made)


def test_rows_that_differ_print_the_term_and_its_definition() -> None:
    made = planted(WORDING, two_payers())
    assert lines(made) == ["n.1 The Payer must pay Bench Works."]
    definition = definitions(made)["Payer"]
    assert definition.startswith("Payer means")
    assert "for each Milestone, the party that part " in definition
    assert definition.endswith("names as payer.")
    assert "Payee" not in definitions(made)
    assert "Milestone" in definitions(made)


def test_a_row_that_names_nobody_prints_the_term() -> None:
    made = planted(WORDING, changed(spec_tree("startup-pilot"), {"milestones.sensors-up.payer": None}))
    assert lines(made) == ["n.1 The Payer must pay the Sensor Company."]
    assert "Payer" in definitions(made)


def test_a_shared_risk_does_not_hide_the_owner_of_the_others() -> None:
    made = planted("1. {{ risks.owner }} must act.", spec_tree("startup-pilot"))
    assert lines(made) == ["n.1 The Sensor Company must act."]


@pytest.mark.parametrize(
    "column", ["milestones.payer", "datasets.holder", "conditions.responsible", "contributions.party"]
)
def test_a_column_can_own_things_and_start_a_sentence(column: str) -> None:
    made = planted(f"1. {{{{ {column} }}}}'s duty stands. A part of {{{{ {column} }}}}'s duty too.", two_payers())
    first, second = lines(made)[0].removeprefix("n.1 ").split(". ")
    assert first[0].isupper()
    assert "'s duty" in first
    assert second.startswith("A part of the ")


def test_a_column_takes_the_forms_of_a_role() -> None:
    wording = "1. If {{ milestones.payer | a }} is late, {{ milestones.payer | that }} must say so."
    assert lines(planted(wording)) == ["n.1 If the Council is late, the Council must say so."]
    assert lines(planted(wording, two_payers())) == ["n.1 If a Payer is late, that Payer must say so."]


@pytest.mark.parametrize(
    ("owners", "printed"),
    [
        (("maker", "shared"), ["n.1 The Sensor Company must act."]),
        (("shared", "each-own"), []),
        (("outside", None), ["n.1 The Risk Owner must act."]),
    ],
)
def test_where_no_row_names_a_party_nobody_is_asked(owners: tuple[str | None, ...], printed: list[str]) -> None:
    rows = {f"risk-{number}": {"event": f"Rain {number}", "owner": owner} for number, owner in enumerate(owners)}
    tree = {
        **spec_tree("startup-pilot"),
        "risks": {key: {k: v for k, v in row.items() if v} for key, row in rows.items()},
    }
    assert lines(planted("1. {{ risks.owner }} must act.\n2. It rains.", tree)) == [
        *printed,
        f"n.{len(printed) + 1} It rains.",
    ]


def test_the_schedule_that_the_definition_names_shows_who_it_is() -> None:
    made = planted(WORDING, two_payers())
    number = definitions(made)["Payer"].split("Schedule ")[1].split()[0]
    headings = [plain(words(p.runs)) for p in made.agreement.paragraphs() if p.label == f"Schedule {number}"]
    assert headings == ["Budget"]
