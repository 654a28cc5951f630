"""What is wrong with a ledger, as findings: a thing that nobody bears, and one that two clauses give to two."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding
from pactwright.ledger.model import Ledger, Row


def ledger_findings(ledger: Ledger) -> Iterator[Finding]:
    """A warning for each risk, day and row of the spec with a hole or two bearers; a note for rewards nobody gets."""
    own = [row for row in ledger.rows if not row.under]  # a day under a risk has the bearer of that risk
    unsaid = [row.id for row in ledger.rows if row.group == "reward" and row.hole == "nobody"]
    for row in own:
        if row.hole == "two":
            yield _two(row)
        elif row.hole == "nobody" and row.group != "reward":
            yield _nobody(row)
    if unsaid:
        seen = f"no clause says who gets {', '.join(unsaid)}"
        yield Finding("nobody-bears", "note", "choices", seen, "a receiver, if the parties mean to give any of it")


def _nobody(row: Row) -> Finding:
    place = row.address if row.group == "register" else "choices"
    fix = "choose an option that says so; pactwright clauses list shows them"
    accepted = "one bearer"
    if row.group == "register":
        accepted, fix = "an owner, and a clause that makes it bear", "name an owner, and choose an option of its issue"
    return Finding("nobody-bears", "warning", place, f"{row.id}: nobody bears it", accepted, fix)


def _two(row: Row) -> Finding:
    said = " and ".join(f"{each.who} ({each.place}, {each.source})" for each in row.bearings)
    issue = row.bearings[-1].source.rpartition("/")[0]
    return Finding(
        "two-bearers", "warning", f"choices.{issue}", f"{row.id}: goes to {said}", "one bearer", "choose another option"
    )
