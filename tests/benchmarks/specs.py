"""The specs of the benchmark, all from examples/startup-pilot, and the rows that make a document each of them.

as_it_is()              the example, its pilot agreement alone
longest(tree)           with the longest option everywhere that the library accepts
shortest(tree)          with the shortest
grown(tree, rows)       with so many rows in each list
values(number)          18 columns of facts, no row like another
values_and_choices      the same, and every tenth row changes two options and two parameters
values_and_terms        the same facts, and the name that every clause calls the company by
"""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

from pactwright.batch.model import Cell, Row
from pactwright.document import words
from pactwright.drafting import Draft
from tests.stories import ROOT, Tree, changed, draft, library, tree_in

DOCUMENT = "pilot-agreement"
TABLE = "pilots.csv"

_LISTS: tuple[str, ...] = ("milestones", "datasets", "risks", "conditions", "contributions", "rewards")
_LISTS += ("pilot.sites", "pilot.activities", "ip.items", "ip.background", "project.outcomes")
_ROWS_PER_PARTY = 8
_OPTIONS = (
    {"choices.liability/cap": "contribution-multiple", "choices.risk/allocation": "city-default"},
    {"choices.ip/project-ip": "split-by-field", "choices.pilot/plan": "sprint-backlog"},
    {"choices.data/control": "commons", "choices.data/security": "certified"},
)
_PARAMETERS = ("choices.term/term.term_months", "choices.funding/payment.pay_days")
_START, _END = date(2027, 2, 1), date(2027, 9, 1)
_FIRST = ("Amber", "Bright", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbour", "Iron", "Juniper", "Kelp")
_SECOND = ("Air", "Bikes", "Cloud", "Drains", "Energy", "Flow", "Grid", "Homes", "Imaging")
_NAMES = ("Ada", "Ben", "Chidi", "Dara", "Eli", "Fen", "Gus", "Hana", "Ines", "Jun", "Kofi", "Lea", "Mia")
_TITLES = ("Director", "Managing Director", "Chief Executive", "Company Secretary", "Head of Pilots")
_STREETS = ("Example Parade", "Station Street", "Sample Lane", "Placeholder Way", "Model Terrace")


def as_it_is() -> Tree:
    """The example, with one document."""
    tree = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
    return changed(tree, {"documents": [DOCUMENT], "choices.term/term.mou_months": None})


def longest(tree: Tree) -> Tree:
    """The tree with each issue's option that makes the document longest, as far as the library accepts them together.

    One issue after the other: what is chosen for one must stand with what was chosen before.
    """
    return _pushed(tree, 1)


def shortest(tree: Tree) -> Tree:
    """The tree with each issue's option that makes the document shortest; as `longest`."""
    return _pushed(tree, -1)


def _pushed(tree: Tree, sign: int) -> Tree:
    best, length = tree, _length(draft(tree))
    for issue, options in library(tree["jurisdiction"]).options.items():
        for option in options:
            other = changed(best, {f"choices.{issue}": {"option": option, "reason": "for the benchmark"}})
            made = draft(other)
            if made.is_sound and sign * _length(made) > sign * length:
                best, length = other, _length(made)
    return best


def _length(made: Draft) -> int:
    return sum(len(words(paragraph.runs)) for paragraph in made.agreement.paragraphs())


def grown(tree: Tree, rows: int) -> Tree:
    """The tree with `rows` rows in each of its lists, and one more partner for every eight."""
    new = changed(tree, {"sides": {"partner": {"one": "Partner", "many": "Partners"}}})
    for address in _LISTS:
        new = changed(new, {address: _rows(_at(tree, address), rows)})
    for number in range(rows // _ROWS_PER_PARTY):
        name = f"Partner {number}"
        partner = {**tree["parties"]["company"], "name": f"{name} Pty Ltd", "called": name, "roles": ["deliverer"]}
        new = changed(new, {f"parties.partner-{number}": partner})
    amounts = {f"milestones.row-{number}.amount": "1,000" for number in range(rows)}
    return changed(new, {**amounts, "funding.price": f"{rows * 1000:,}"})


def _at(tree: Tree, address: str) -> Any:  # noqa: ANN401 - a tree is groups, lists and text
    for key in address.split("."):
        tree = tree[key]
    return tree


def _rows(given: Any, rows: int) -> Any:  # noqa: ANN401 - a list, or a group with a key for each row
    known = list(given.values()) if isinstance(given, dict) else given
    new = [copy.deepcopy(known[number % len(known)]) for number in range(rows)]
    return {f"row-{number}": row for number, row in enumerate(new)} if isinstance(given, dict) else new


def names(number: int) -> Row:
    """Row `number` of a table that changes only who the company is, which every spec has."""
    return _row(number, {address: text for address, text in _facts(number).items() if address.startswith("parties.")})


def values(number: int) -> Row:
    """Row `number` of a table that changes facts only."""
    return _row(number, _facts(number))


def values_and_choices(number: int) -> Row:
    """Row `number` of a table in which every tenth row also changes two options and two parameters."""
    if number % 10:
        return values(number)
    options = _OPTIONS[number // 10 % len(_OPTIONS)]
    parameters = dict(zip(_PARAMETERS, (str(12 + number % 13), str(7 + number % 30)), strict=True))
    return _row(number, _facts(number) | options | parameters)


def values_and_terms(number: int) -> Row:
    """Row `number` of a table that also changes what the document calls the company: no clause reads as another's."""
    return _row(number, _facts(number) | {"parties.company.called": _name(number)})


def _row(number: int, texts: dict[str, str]) -> Row:
    place = f"{TABLE}:{number + 2}"
    cells = (Cell(address, text, f"{place}:{column}") for column, (address, text) in enumerate(texts.items(), 2))
    return Row(f"pilot-{number:05d}", place, tuple(cells))


def _facts(number: int) -> dict[str, str]:
    """The columns of facts: who the company is and who signs for it, when, for how much, and where."""
    called = _name(number)
    web = f"{called.replace(' ', '').lower()}.example"
    street, unit = _pick(_STREETS, number), number % 40 + 1
    lead, first, second = (_person(number * 3 + each) for each in range(3))
    amounts = [12_000 + 25 * number, 9_000 + 10 * number, 7_500 + 5 * number]
    return {
        "parties.company.name": f"{called} & Sons Pty Ltd",
        "parties.company.registration": f"ACN {number // 1000 % 1000:03} {number % 1000:03} 002",
        "parties.company.address": f"Unit {unit}, {number + 1} {street}, Exampleton NSW 2999",
        "parties.company.email": f"notices@{web}",
        "parties.company.lead.name": lead,
        "parties.company.lead.email": f"{lead.partition(' ')[0].lower()}@{web}",
        "parties.company.signatories.0.name": first,
        "parties.company.signatories.0.title": _pick(_TITLES, number),
        "parties.company.signatories.1.name": second,
        "pilot.start": (_START + timedelta(days=number % 28)).isoformat(),
        "pilot.end": (_END + timedelta(days=number % 91)).isoformat(),
        "funding.price": f"{sum(amounts):,}",
        "milestones.sensors-up.amount": f"{amounts[0]:,}",
        "milestones.map-live.amount": f"{amounts[1]:,}",
        "milestones.report.amount": f"{amounts[2]:,}",
        "contributions.2.quantity": f"{20 + number}",
        "pilot.sites.parade.name": f"{_pick(_STREETS, number // 7)} {number + 1}",
        "pilot.sites.parade.quantity": f"{number + 3} poles",
    }


def _name(number: int) -> str:
    return f"{_pick(_FIRST, number)} {_pick(_SECOND, number)} {number + 1}"


def _person(number: int) -> str:
    return f"{_pick(_NAMES, number)} {_pick(_FIRST, number // len(_NAMES))}-{number + 1}"


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]
