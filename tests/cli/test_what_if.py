"""`pactwright what-if`: any address, nothing written, and what cannot be is refused as in a spec."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spec
from tests.stories import ROOT, Tree, as_yaml, changed, spec_tree, tree_in

EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"

CAP = """\
What changes in the pilot-agreement with --set liability/cap.low_fixed=AUD
120,000:

Key terms: 1 with other words
  - Liability cap: AUD 100,000
  + Liability cap: AUD 120,000

Clauses: 1 with other words

  {number} Limits of liability
  - {number}.1 On any legal basis, a party does not have to pay more than AUD 100,000
    (its Liability Cap) for loss in connection with this agreement.
  + {number}.1 On any legal basis, a party does not have to pay more than AUD 120,000
    (its Liability Cap) for loss in connection with this agreement.

Schedules: 1 with other words

  Schedule 2 Contributions
  - Each party | AUD 100,000 | AUD 300,000
  + Each party | AUD 120,000 | AUD 360,000

Bad days: 1 with other words

  Personal or confidential data is out, lawfully held or not: who pays what
  (pay.cap)
"""


def differences(run: Run, *words: object, spec: object = EXAMPLE) -> dict[str, list[Tree]]:
    """What differs, part by part; parts in which nothing does are left out."""
    came = run("what-if", spec, *words, "--json")
    assert came.code == 0, came.err
    return {part: found for part, found in json.loads(came.out)["differences"].items() if found}


def lines(found: dict[str, list[Tree]], part: str) -> list[tuple[list[str], list[str]]]:
    changes = [change for each in found.get(part, ()) for change in each["changes"]]
    return [(change["before"], change["after"]) for change in changes]


def test_another_figure_changes_its_clause_its_key_term_and_the_day_that_it_answers(run: Run) -> None:
    came = run("what-if", EXAMPLE, "--set", "liability/cap.low_fixed=AUD 120,000")
    plain = came.out.replace("\N{NO-BREAK SPACE}", " ")
    number = plain.partition("Limits of liability")[0].split()[-1]
    assert (came.code, came.err) == (0, "")
    assert plain.startswith(CAP.format(number=number))
    assert max(map(len, came.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "part", "before", "after"),
    [
        (["--set", "funding/payment.pay_days=21"], "key-terms", "Payment time: 14 days", "Payment time: 21 days"),
        (
            ["--set", "choices.funding/payment.pay_days=21"],
            "key-terms",
            "Payment time: 14 days",
            "Payment time: 21 days",
        ),
        (["--set", "funding/payment.holdback_pct=10"], "key-terms", "Amount held back: 5%", "Amount held back: 10%"),
        (["--set", "pilot.in_scope=Air; Maps"], "schedules", "In scope | Air at the kerb", "In scope | Air; Maps"),
        (["--set", "pilot.in_scope.1=Maps"], "schedules", "In scope | Air at", "Station Street; Maps"),
        (["--set", "parties.council.signatories.0.name=Ash Sample"], "front", "Robin Sample", "Ash Sample"),
        (["--set", "project.title=Air"], "front", "Kerb-side air quality pilot", "Air"),
        (["--set", "ip.items.0.owner=council"], "schedules", "the Company", "the Council"),
        (["--unset", "funding/payment.pay_days"], "key-terms", "Payment time: 14 days", "days *"),
        (["--unset", "parties.company.registration"], "open-points", "", "parties.company.registration: "),
    ],
)
def test_any_address_can_be_asked_about(run: Run, words: list[str], part: str, before: str, after: str) -> None:
    told = [
        [" ".join(each).replace("\N{NO-BREAK SPACE}", " ") for each in change]
        for change in lines(differences(run, *words), part)
    ]
    assert any(before in mine and after in now for mine, now in told), told


def test_another_option_leaves_behind_the_figures_and_the_reason_of_the_one_before(run: Run, tmp_path: Path) -> None:
    tree = changed(tree_in(EXAMPLE), {"choices.liability/cap": "contribution-multiple"})
    (tmp_path / "other.yml").write_text(as_yaml(tree), "utf-8")
    same = differences(run, "--set", "liability/cap=contribution-multiple", spec="other.yml")
    other = differences(run, "--set", "liability/cap=contribution-multiple")
    assert same == {}
    assert {each["state"] for each in other["clauses"]} == {"new", "changed", "renumbered"}
    assert lines(other, "key-terms") == [(["Liability cap: AUD\N{NO-BREAK SPACE}100,000"], [])]


def test_clauses_that_only_move_are_told_by_their_numbers(run: Run) -> None:
    words = ("what-if", EXAMPLE, "--unset", "pilot.gates")
    came = run(*words)
    assert "\n  - 13 Gates\n" in came.out
    assert "  With another number alone: 13 to " in came.out
    assert " (were 14 to " in came.out
    assert max(map(len, came.out.splitlines())) <= 80


def test_one_document_is_looked_at_and_nothing_is_written(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec()
    before = {each: each.read_bytes() for each in tmp_path.rglob("*")}
    came = run("what-if", path, "--set", "parties.maker.called=the Firm", "--document", "mou")
    assert came.out.startswith("What changes in the mou with --set parties.maker.called=the Firm:\n")
    assert "the Firm" in came.out.partition(":\n")[2]
    assert {each: each.read_bytes() for each in tmp_path.rglob("*")} == before


def test_a_spec_on_standard_input_and_a_house_library(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(as_yaml(spec_tree("startup-pilot")).encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    found = differences(run, "--set", "operations/trees=keep-out", "--library", ROOT / "examples" / "house", spec="-")
    assert "clauses" in found


REFUSED = [
    ("--set liability/cap=lowfixed", 'unknown-option: "lowfixed" is not an option of liability/cap; one of '),
    ("--set liability/cap=lowfixed", 'uncapped, none; did you mean "low-fixed"?'),
    ("--set liability/cup=low-fixed", 'did you mean "liability/cap"?'),
    ("--set liability/cap.low_fixd=1", 'did you mean "low_fixed"?'),
    ("--set liability/cap.low_fixed=lots", 'money: "lots" is not an amount of money'),
    ("--set liability/cap=none", "required-issue: liability/cap is left out"),
    ("--set pilot.strat=2027-01-01", 'unknown-key: "strat" is not a key here; one of start, end, '),
    ("--set pilot.end=2027-13-01", 'date: "2027-13-01" is not a day of the calendar'),
    ("--set pilot=3", "wrong-kind: "),
    ("--set milestones.report.amount=1,000", "milestone-sum: the milestones add up to 34,000"),
    ("--set data/control=partner-owns", "contradiction: "),
    ("--set project.title.x=1", "what-if: project.title is one value, with nothing below it; --set project.title=..."),
    ("--set pilot.in_scope.first=x", 'what-if: "first" is no number of a list; pilot.in_scope.0 and so on, up to 99'),
    ("--set pilot.gates.999999999.name=x", 'what-if: "999999999" is no number of a list'),
    ("--set funding.price=", "what-if: no value is named; "),
    ("--set a..b=1", "what-if: no address is named; "),
    ("--unset funding.pric", 'what-if: nothing stands at funding.pric; did you mean "price"?'),
]


@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_what_cannot_be_is_refused_in_one_line_that_shows_what_was_typed(run: Run, words: str, told: str) -> None:
    came = run("what-if", EXAMPLE, *words.split(" ", 1))
    assert (came.code, came.out) == (1, "")
    [line] = [each for each in came.err.splitlines() if told in each]
    assert line.startswith(f"{words}: error: ")


def test_all_mistakes_come_at_once_and_one_in_the_spec_keeps_its_place(run: Run, spec: Spec) -> None:
    both = ("--set", "liability/cap=lowfixed", "--set", "pilot.end=soon")
    came = run("what-if", EXAMPLE, *both)
    assert [line.partition(": error")[0] for line in came.err.splitlines()] == [
        "--set liability/cap=lowfixed",
        "--set pilot.end=soon",
    ]
    twice = run("what-if", EXAMPLE, "--set", "funding.price=1", "--set", "funding.price=2")
    assert twice.err == "--set funding.price=2: error: what-if: funding.price is named twice; each address once\n"
    wrong = run("what-if", spec(changed(spec_tree("startup-pilot"), {"pilot.end": "soon"})), *both[:2])
    assert "spec.yml:" in wrong.err
    assert "--set" not in wrong.err


def test_without_a_question_it_says_how_to_ask_one(run: Run) -> None:
    came = run("what-if", EXAMPLE)
    assert came.code == 2
    assert "as in --set liability/cap=low-fixed or --unset pilot.gates" in came.err
