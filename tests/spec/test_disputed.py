"""What sources say of a disputed fact is read as the fact's own line would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import stories
from tests.consoles import came_of
from tests.stories import ROOT, Tree, tree_in

EXAMPLE: Tree = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")


def came(folder: Path, fact: str, *values: str) -> str:
    """What `check` says of a spec in which sources differ on a fact."""
    versions = [{"value": each, "source": f"letter {number}"} for number, each in enumerate(values)]
    spec = folder / "spec.yml"
    spec.write_text(stories.as_yaml({**EXAMPLE, "disputed": [{"fact": fact, "values": versions}]}), "utf-8")
    told = came_of("check", spec)
    return told.out + told.err


@pytest.mark.parametrize(
    ("fact", "value", "seen"),
    [
        ("pilot.end", "2027-02-30", "is not a day of the calendar"),
        ("pilot.end", "2137-09-30", "lies in a year that nobody can mean here"),
        ("pilot.end", "Sunday 24 June", "is not a date"),
        ("milestones.report.due", "2027-13-01", "is not a day of the calendar"),
        ("funding.price", "a lot", "is not an amount of money"),
        ("milestones.report.amount", "AUD 1.5", "is not an amount of money"),
        ("money.currency", "DOL", "is not a currency"),
        ("parties.company.small_business", "perhaps", "is neither yes nor no"),
        ("parties.company.email", "nobody", "is not an email address"),
        ("risks.vandalism.shares.council", "140", "is more than the whole"),
        ("liability/cap.low_fixed", "much", "is not an amount of money"),
        ("ip/project-ip", "city-own", "is not an option"),
    ],
)
def test_a_version_that_the_line_of_its_fact_would_not_take_is_refused_at_its_place(
    tmp_path: Path, fact: str, value: str, seen: str
) -> None:
    told = came(tmp_path, fact, value, "none")
    [problem] = [line for line in told.splitlines() if seen in line]
    lines = (tmp_path / "spec.yml").read_text("utf-8").splitlines()
    number, column = (int(each) for each in problem.removeprefix(str(tmp_path / "spec.yml")).split(":")[1:3])
    assert "error" in problem
    assert lines[number - 1][column - 1 :].replace("'", "") == f"value: {value}"


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("pilot.end", ("2027-09-30", "30 October 2027", "none")),
        ("funding.price", ("AUD 48,000", "nil", "not agreed")),
        ("parties.company.name", ("Example Air Pty Ltd", "2137-09-30")),
        ("pilot.in_scope.0", ("air", "noise")),
        ("pilot.sites", ("two", "three")),
        ("liability/cap.low_fixed", ("AUD 70,000", "90,000", "not agreed")),
        ("ip/project-ip", ("city-owns", "partner-licence", "none")),
    ],
)
def test_a_version_that_can_be_meant_is_taken(tmp_path: Path, fact: str, values: tuple[str, ...]) -> None:
    assert "error" not in came(tmp_path, fact, *values).replace("no errors", "")
