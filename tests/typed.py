"""What a spec says, read from the typed tree alone, and how a document of its place must print it.

Nothing of pactwright is used here: a value that pactwright forgets on every level is still found missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.stories import Tree

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
AMOUNTS = {"price", "budget", "ceiling", "amount", "pilot_value", "options_value"}
PERCENTS = {"match_pct", "rates", "shares"}
PEOPLE = {"party", "payer", "payee", "owner", "holder", "controller", "processor", "who", "responsible", "stands_in"}
NUMBERS = {"planned", "ordered", "built", "reported", "quantity", "rank"}
WORDS = {"kind", "kinds", "class", "sharing", "likelihood", "impact", "relation", "roles", "part", "personal"}
ROUTES = {
    "competitive": "open competition",
    "challenge-based": "challenge-based competition",
    "below-threshold": "purchase below the tender threshold",
    "dialogue": "competitive dialogue",
    "per-city": "each city by its own route",
    "market-sounding": "talks before a purchase",
    "open-call": "open call for demonstrators",
    "aggregation": "preparation of a joint purchase",
    "pre-commercial": "pre-commercial development",
    "innovation-partnership": "innovation partnership",
    "no-effect": "demonstration without a purchase",
    "no-procurement": "no purchase",
}
KINDS = {"non-profit": "non-profit body", "state-body": "State body", "first-nation-body": "First Nation body"}
NOT_PRINTED = re.compile(
    r"schema|model|jurisdiction|documents\.\d+"  # they choose the document, and do not stand in it
    r"|project\.barriers\.\d+"  # held against the clauses: tests of barriers
    r"|sides\..*"  # nouns: they print where a clause speaks of several parties of a side
    r"|parties\.[^.]*\.(side|signs|place_of_law)"  # they decide where a party stands and which forms it signs
    r"|confirmed\..*"  # stands on the sheet beside a final
    r"|approvals\..*"  # held against a playbook: tests of playbooks
    r"|choices\..*"  # clauses print them: tests of options
    r"|open\.\d+\.fact|disputed\.\d+\.fact|sure\.\d+"  # addresses, which print as what they ask for
    r"|parties\.[^.]*\.signatories\..*"  # where the form for signing has room: tests of signing
    r"|pilot\.gates\.\d+\.stop_if|procurement\.option_proof"  # only under options that rest on them: tests of steering
    r"|rewards\.\d+\.reward|risks\.[^.]*\.risk"  # the word for the row, by which rows are compared
    r"|ip\.items\.\d+\.(field|territory|term)"  # only where rights are split by field: a test of schedules
    r"|contributions\.\d+\.pledge"  # decides the table in which the row stands
    r"|pilot\.works_value"  # held against the figure of a place, which decides a clause
)
YES_NO = {"yes", "no"}


def printed_values(tree: Tree) -> Iterator[tuple[str, str]]:
    """Address and printed form of every value of a spec that a document must hold; "no" says nothing."""
    for address, typed in leaves(tree):
        if not NOT_PRINTED.fullmatch(address) and typed not in YES_NO:
            yield address, _printed(tree, address, typed)


def leaves(value: Any, address: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a tree of text
    """Every text of a tree, with its dotted place."""
    if isinstance(value, str):
        yield address, value
        return
    below = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in below:
        yield from leaves(each, f"{address}.{key}" if address else str(key))


def called(tree: Tree, key: str) -> str:
    """What the document calls a party, or the name of an outsider."""
    if key in tree["parties"]:
        return str(tree["parties"][key]["called"])
    return str(tree["outsiders"][key]["name"]) if key in tree.get("outsiders", {}) else key


def day(typed: str, place: str) -> str:
    """A date as the place writes it."""
    year, month, number = typed.split("-")
    name = MONTHS[int(month) - 1]
    return f"{name} {int(number)}, {year}" if place.startswith("us") else f"{int(number)} {name} {year}"


def amount(typed: str, currency: str) -> str:
    """An amount with its currency, thousands in groups, cents only where there are some, its own tax basis."""
    found = re.fullmatch(r"(?:([A-Z]{3}) )?([0-9,]+)(\.[0-9]{2})?(?: (exclusive|inclusive))?", typed)
    if found is None:
        return typed
    own, digits, cents, tax = found.groups()
    basis = {"exclusive": " (excluding tax)", "inclusive": " (including tax)"}.get(tax or "", "")
    return f"{own or currency} {int(digits.replace(',', '')):,}{'' if cents in {None, '.00'} else cents}{basis}"


def _printed(tree: Tree, address: str, typed: str) -> str:
    *above, key = [part for part in address.split(".") if not part.isdigit()]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return day(typed, tree["jurisdiction"])
    if key in AMOUNTS or (key == "value" and above[0] == "contributions"):
        return amount(typed, tree.get("money", {}).get("currency", ""))
    if key in PERCENTS or (above and above[-1] in PERCENTS):
        return f"{typed.rstrip('%')}%"
    if key in PEOPLE or key == "signs_for":
        return called(tree, typed)
    if key == "route":
        return ROUTES[typed]
    return KINDS.get(typed, typed.replace("-", " ")) if key in WORDS else typed
