"""What is wrong with a ledger, as findings: a thing that nobody bears, and one that two clauses give to two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.library.model import EVERY_OTHER

if TYPE_CHECKING:
    from pactwright.findings import Level
    from pactwright.ledger.model import Ledger, Row
    from pactwright.library.model import Library
    from pactwright.selection import Selection

SHOWN: Final = 3
"""How many options a way out names."""


def ledger_findings(ledger: Ledger, selection: Selection) -> Iterator[Finding]:
    """A warning for each risk, day and row of the spec with a hole or two bearers; a note for a reward nobody gets.

    Each stands at the choice that would mend it. A day under a risk or a reward has what is found of that.
    """
    for row in (row for row in ledger.rows if not row.under):
        if row.hole == "two":
            yield _two(row)
        elif row.hole == "nobody":
            yield _unlisted(row, selection) if row.group != "register" else _unowned(row)


def _unowned(row: Row) -> Finding:
    accepted, fix = "an owner, and a clause that makes it bear", "name an owner, and choose an option of its issue"
    return Finding("nobody-bears", "warning", row.address, f"{row.id}: nobody bears it", accepted, fix)


def _unlisted(row: Row, selection: Selection) -> Finding:
    """A hole, at the issue of the document that has most ways to fill it."""
    ways = _givers(selection.library)
    found = ways.get((row.group, row.id), ()) or (ways.get(("risk", EVERY_OTHER), ()) if row.group == "risk" else ())
    standing = {(name, each.chosen) for name, each in selection.issues.items()}
    open_to = [name for name, _ in found if name in selection.issues and not standing & {*_of(found, name)}]
    issue = max(open_to, key=open_to.count, default="")
    options = [option for _, option in _of(found, issue)]
    seen = f"{row.id}: no clause says who {'gets' if row.group == 'reward' else 'bears'} it ({row.title})"
    fix = f"choose {issue}: {' or '.join(options[:SHOWN])}" if issue else "no option of the library says it"
    level: Level = "note" if row.group == "reward" else "warning"
    return Finding("nobody-bears", level, f"choices.{issue}".rstrip("."), seen, "one bearer", fix)


def _of(ways: tuple[tuple[str, str], ...], issue: str) -> list[tuple[str, str]]:
    """The ways that are options of an issue."""
    return [each for each in ways if each[0] == issue]


def _two(row: Row) -> Finding:
    against = [each for each in row.bearings if not each.beside]
    said = " and ".join(f"{each.who} ({each.place}, {each.source})" for each in against)
    issues = tuple(dict.fromkeys(each.source.rpartition("/")[0] for each in against))
    fix = f"choose another option of {' or of '.join(reversed(issues))}"
    return Finding("two-bearers", "warning", f"choices.{issues[-1]}", f"{row.id}: goes to {said}", "one bearer", fix)


@lru_cache(maxsize=8)
def _givers(library: Library) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """The issues and options of a library that give each thing to somebody."""
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for issue, options in library.options.items():
        for name, option in options.items():
            for key in dict.fromkeys((each.kind, each.id) for each in option.allocates):
                found[key] = (*found.get(key, ()), (issue, name))
    return MappingProxyType(found)
