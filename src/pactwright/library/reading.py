"""Small readers from a text tree to typed values, which note every problem and go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pactwright.facts import TABLE
from pactwright.facts.conditions import TESTS, Condition, Conditions, Test
from pactwright.findings import Finding, SourceMap, nearest
from pactwright.spec.scalars import date
from pactwright.validation import RefusedError

PREFIXES = ("param.", "chosen.", "law.")
BOUNDS = ("min", "max")
SINGLE = ("is", "includes", *BOUNDS)
SUITS: Mapping[str, tuple[Test, ...]] = {
    "number": ("is", "not", "in", "min", "max"),
    "yes-no": ("is", "not", "in"),
    "set": ("includes", "min", "max"),
    "choice": ("is", "not", "in"),
    "text": ("is", "not", "in"),
    "date": ("is", "not", "in", "min", "max"),
    "money": ("min", "max"),
}
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(slots=True)
class Problems:
    """The findings of one file while it is read."""

    marks: SourceMap
    found: list[Finding] = field(default_factory=list)

    def add(self, rule: str, address: str, seen: str, accepted: str = "", fix: str = "") -> None:
        """Notes a problem at an address of the file, or at "line:column" of it."""
        place = f"{self.marks.name}:{address}" if re.fullmatch(r"\d+:\d+", address) else self.marks.place(address)
        self.found.append(Finding(rule, "error", address, seen, accepted, fix, place))


@dataclass(frozen=True, slots=True)
class Node:
    """A map of a file, at its address, read key by key."""

    tree: Mapping[str, Any]
    address: str
    problems: Problems

    def at(self, key: str) -> str:
        """The address of a key."""
        return f"{self.address}.{key}" if self.address else key

    def only(self, accepted: Iterable[str]) -> None:
        """Refuses every key that is not accepted."""
        known = list(accepted)
        for key in self.tree:
            if key not in known:
                self.problems.add(
                    "unknown-key",
                    self.at(key),
                    f'"{key}" is not a key here',
                    f"one of {', '.join(known)}",
                    nearest(key, known),
                )

    def text(self, key: str, default: str | None = "") -> str:
        """The text under a key; a missing one is a problem when `default` is None."""
        value = self.tree.get(key)
        if value is None:
            if default is None:
                self.problems.add("missing-key", self.address, f'"{key}" is missing', "", f'add "{key}:"')
            return default or ""
        if not isinstance(value, str):
            self.problems.add("wrong-type", self.at(key), f'"{key}" is a {_kind(value)}', "text")
            return default or ""
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under a key; one text stands for a list of one."""
        value = self.tree.get(key)
        if value is None:
            return ()
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(entry, str) for entry in values):
            self.problems.add("wrong-type", self.at(key), f'"{key}" is a {_kind(value)}', "a list of texts")
            return ()
        return tuple(values)

    def yes_no(self, key: str, *, default: bool = False) -> bool:
        """True for yes, False for no, nothing else."""
        value = self.text(key, "yes" if default else "no")
        if value not in {"yes", "no"}:
            self.problems.add("wrong-type", self.at(key), f'"{value}" is not an answer', "yes or no")
        return value == "yes"

    def count(self, key: str, default: int) -> int:
        """A whole number."""
        value = self.text(key, str(default))
        if not re.fullmatch(r"[0-9]{1,4}", value):
            self.problems.add("wrong-type", self.at(key), f'"{value}" is not a whole number', "digits")
            return default
        return int(value)

    def one_of(self, key: str, accepted: Iterable[str], default: str | None = None) -> str:
        """A word of a closed list."""
        known = list(accepted)
        value = self.text(key, default)
        if value and value not in known:
            self.problems.add(
                "unknown-word",
                self.at(key),
                f'"{value}" is not accepted',
                f"one of {', '.join(known)}",
                nearest(value, known),
            )
        return value

    def node(self, key: str) -> Node:
        """The map under a key; an empty one when it is missing."""
        return Node(self._typed(key, dict, "a map"), self.at(key), self.problems)

    def nodes(self, key: str) -> dict[str, Node]:
        """The maps under the keys of a map."""
        return self.node(key).nodes_here()

    def nodes_here(self) -> dict[str, Node]:
        """The maps under the keys of this map itself."""
        return {name: self.node(name) for name in self.tree}

    def listed(self, key: str) -> list[Node]:
        """The maps of a list."""
        values = self._typed(key, list, "a list")
        nodes = []
        for number, value in enumerate(values):
            address = f"{self.at(key)}.{number}"
            if isinstance(value, dict):
                nodes.append(Node(value, address, self.problems))
            else:
                self.problems.add("wrong-type", address, f"a {_kind(value)} stands in the list", "a map")
        return nodes

    def conditions(self, key: str) -> Conditions:
        """The conditions under a key."""
        return tuple(found for node in self.listed(key) for found in _conditions(node))

    def _typed(self, key: str, wanted: type, name: str) -> Any:  # noqa: ANN401 - of the wanted type
        value = self.tree.get(key)
        if value is None or value == "":
            return wanted()
        if not isinstance(value, wanted):
            self.problems.add("wrong-type", self.at(key), f'"{key}" is a {_kind(value)}', name)
            return wanted()
        return value


def _conditions(node: Node) -> Iterable[Condition]:
    for subject, value in node.tree.items():
        address = node.at(subject)
        if subject not in TABLE and not subject.startswith(PREFIXES):
            node.problems.add(
                "unknown-fact", address, f'"{subject}" is not a fact', "see the table of facts", nearest(subject, TABLE)
            )
            continue
        for test, operand in _tests(node, subject, value):
            _check_operand(node, subject, test, operand)
            yield Condition(subject, test, operand)


def _tests(node: Node, subject: str, value: object) -> Iterable[tuple[Test, tuple[str, ...]]]:
    if value == "present":
        yield "present", ()
    elif isinstance(value, str):
        yield "is", (value,)
    elif isinstance(value, dict):
        for test, operand in value.items():
            if test not in TESTS:
                node.problems.add(
                    "unknown-test",
                    node.at(subject),
                    f'"{test}" is not a test',
                    f"a value, present, or one of {', '.join(TESTS[1:-1])}",
                )
                continue
            words = operand if isinstance(operand, list) else [operand]
            if not words or not all(isinstance(word, str) for word in words) or (test in SINGLE and len(words) > 1):
                accepted = "one value" if test in SINGLE else "a value, or a list of values"
                node.problems.add("wrong-type", node.at(subject), f'"{test}" is not followed by its value', accepted)
                continue
            yield test, tuple(words)
    else:
        node.problems.add(
            "wrong-type", node.at(subject), f"a {_kind(value)} is not a test", "a value, present, or a map of tests"
        )


def _check_operand(node: Node, subject: str, test: Test, operand: tuple[str, ...]) -> None:
    """Refuses a test that does not suit the type of a fact, and an operand that it can never equal."""
    fact = TABLE.get(subject)
    if test in BOUNDS and not all(_AMOUNT.fullmatch(word) or _is_day(word) for word in operand):
        node.problems.add("wrong-type", node.at(subject), f'"{operand[0]}" is no bound', "a number, or year-month-day")
        return
    if fact is None or test == "present":
        return
    if test not in SUITS[fact.type]:
        suits = f"one of {', '.join((*SUITS[fact.type], 'present'))}"
        seen = f'"{test}" does not suit {subject}, which is of the type {fact.type}'
        node.problems.add("unknown-test", node.at(subject), seen, suits)
        return
    accepted = ("yes", "no") if fact.type == "yes-no" else fact.values
    for word in operand:
        if accepted and word not in accepted:
            node.problems.add(
                "unknown-word",
                node.at(subject),
                f'"{word}" is not a value of {subject}',
                f"one of {', '.join(accepted)}",
                nearest(word, accepted),
            )
        if fact.type in {"number", "money"} and not _AMOUNT.fullmatch(word):
            node.problems.add("wrong-type", node.at(subject), f'"{word}" is not a number', "digits")
        if fact.type == "date" and not _is_day(word):
            node.problems.add("wrong-type", node.at(subject), f'"{word}" is not a date', "year-month-day")


def _is_day(word: str) -> bool:
    try:
        date(word)
    except RefusedError:
        return False
    return True


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "map"
    return "list" if isinstance(value, list) else "text"
