"""A document drafted after any others is the one that would be drafted alone: the same words, findings and bytes.

A wrongly remembered clause would stand in a contract that somebody signs. So every story, and rows that change one
thing of it, are drafted in a random order with one memory, and each document is held against one with no memory.

A seeded sample runs with all other tests; PACTWRIGHT_ALL_ROWS=1 drafts every row, which takes most of an hour.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pactwright.answering import Answering
from pactwright.batch.base import Base, overlaid
from pactwright.batch.maker import terms_of
from pactwright.batch.model import Row
from pactwright.document import Agreement
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.memory import Memory
from pactwright.provenance import traced
from pactwright.textfile import parsed, read_text
from pactwright.workshop import drafts_of, read_tree
from pactwright.writers.word import word
from tests import stories
from tests.changes import row_of, rows_of, together
from tests.stories import DOCUMENTS, ROOT, TEMPLATE, Tree, as_yaml

EVERYTHING = bool(os.environ.get("PACTWRIGHT_ALL_ROWS"))
OF_EACH, SEVERAL = 20, 4
"""How many rows of a spec the sample has: one change, and several changes at once."""

FORGETFUL = 32
"""Results in a generation of a memory that forgets while a document is drafted."""


@dataclass(frozen=True, slots=True)
class Task:
    """A row over a base, and how its documents are asked for."""

    base: Base
    row: Row
    documents: tuple[str, ...] = DOCUMENTS
    is_final: bool = False
    with_notes: bool = False

    def __str__(self) -> str:
        """How a failure names it."""
        return f"{self.base.path}: {self.row.key}"


@dataclass(frozen=True)
class Made:
    """Everything that comes of a row, or why nothing does."""

    spec: str = ""
    issues: tuple[object, ...] = ()
    terms: tuple[object, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    findings: tuple[tuple[Finding, ...], ...] = ()
    unprinted: tuple[tuple[str, ...], ...] = ()
    files: tuple[bytes | tuple[Finding, ...], ...] = ()
    refused: tuple[Finding, ...] = ()

    def differing(self, other: Made) -> list[str]:
        """What is not the same."""
        return [name for name in vars(self) if getattr(self, name) != getattr(other, name)]


def made(task: Task, memory: Memory | None) -> Made:
    """What comes of a row, with a memory or without."""
    tree, marks = overlaid(task.base, task.row)
    try:
        source = read_tree(task.base.path, tree, marks, None, memory)
    except InputError as refused:
        return Made(refused=refused.findings)
    drafts = drafts_of(source, task.documents, is_final=task.is_final, with_notes=task.with_notes, memory=memory)
    agreements = tuple(traced(each.agreement, source.spec, source.library, TEMPLATE, "", memory) for each in drafts)
    return Made(
        spec=repr(source.spec),
        issues=tuple(_issues(each) for each in drafts),
        terms=tuple(tuple(terms_of(each.selection).items()) for each in drafts),
        agreements=agreements,
        findings=tuple(each.findings for each in drafts),
        unprinted=tuple(each.unprinted for each in drafts),
        files=() if task.with_notes else tuple(_file(each, memory) for each in agreements),
    )


def _issues(draft: Draft) -> tuple[object, ...]:
    """Each issue as it stands; what is equal and printed otherwise is told apart by how it is written out."""
    return tuple(
        (name, each.chosen, each.reason, each.origin, each.kinds, each.passed_over, each.undecided, repr(each.values))
        for name, each in draft.selection.issues.items()
    )


def _file(agreement: Agreement, memory: Memory | None) -> bytes | tuple[Finding, ...]:
    try:
        return word(agreement, TEMPLATE, memory)
    except InputError as refused:
        return refused.findings


# ----------------------------------------------------------------------------------------------------- the order


def bases() -> dict[str, Base]:
    """Every story and every example, as the base of a batch."""
    told = {name: as_yaml(stories.spec_tree(name)) for name in stories.names()}
    told |= {f"example {path.parent.name}": read_text(path) for path in sorted(ROOT.glob("examples/*/spec.yml"))}
    return {name: Base(Path(f"{name}.yml"), *parsed(text, f"{name}.yml")) for name, text in told.items()}


def tasks(chance: random.Random) -> list[Task]:
    """The bases as they are; then rows over all of them, in a random order."""
    known = bases()
    alone = [Task(base, row_of("nothing", {})) for base in known.values()]
    rows = [Task(base, row) for base in known.values() for row in _chosen(dict(base.tree), chance)]
    chance.shuffle(rows)
    return [*alone, *(_asked_for(each, chance) for each in rows), *alone]


def _chosen(tree: Tree, chance: random.Random) -> Iterator[Row]:
    """Rows over a spec: each, or a sample with as many choices as facts; and some that do several things at once."""
    rows = rows_of(tree)
    choices = [row for name, row in rows.items() if "/" in name.partition(":")[0]]
    facts = [row for row in rows.values() if row not in choices]
    for kind in (choices, facts):
        yield from kind if EVERYTHING else chance.sample(kind, OF_EACH // 2)
    for _ in range(100 if EVERYTHING else SEVERAL):
        yield together(*chance.sample(facts, 2), *chance.sample(choices, 2))


def _asked_for(task: Task, chance: random.Random) -> Task:
    """The row, now and then as a final, with notes, or for one document alone."""
    documents = chance.choice([DOCUMENTS, DOCUMENTS, DOCUMENTS[::-1], DOCUMENTS[:1], DOCUMENTS[1:]])
    return Task(task.base, task.row, documents, *chance.choice([(False, False)] * 7 + [(True, False), (False, True)]))


@pytest.mark.parametrize("seed", [1, 2] if EVERYTHING else [1])
def test_a_document_drafted_after_any_others_is_the_one_that_is_drafted_alone(seed: int) -> None:
    memories = {"a memory": Memory(), "a memory that forgets": Memory(FORGETFUL)}
    wrong: list[str] = []
    for task in tasks(random.Random(seed)):  # noqa: S311 - an order, no secret
        alone = made(task, None)
        found = {name: alone.differing(made(task, memory)) for name, memory in memories.items()}
        wrong += [f"{task}: {', '.join(parts)} differ with {name}" for name, parts in found.items() if parts]
    assert wrong == []


# ------------------------------------------------------------------------- what no equality may take for the same


def after(first: Task, second: Task) -> None:
    """Holds the second row, drafted after the first, against the same row drafted alone."""
    memory = Memory()
    made(first, memory)
    assert made(second, memory).differing(made(second, None)) == []


def rows_over(name: str, *rows: dict[str, str | None]) -> tuple[Task, ...]:
    """Rows with these texts over a story."""
    base = bases()[name]
    return tuple(Task(base, row_of(str(texts), texts)) for texts in rows)


MAPS_OF_THE_FORM = ("parties", "outsiders", "milestones", "datasets", "conditions", "risks")
MAPS = [
    (name, address)
    for name in stories.names()
    for address, below in stories.spec_tree(name).items()
    if isinstance(below, dict) and len(below) > 1 and address in MAPS_OF_THE_FORM
]


@pytest.mark.parametrize(("name", "address"), MAPS)
def test_a_map_in_another_order_prints_in_that_order(name: str, address: str) -> None:
    """Two files of specs may say the same in another order, which is the order of print."""
    base = bases()[name]
    turned = dict(base.tree) | {address: dict(reversed(base.tree[address].items()))}  # type: ignore[union-attr] # a map
    other = Task(Base(base.path, turned, base.marks), row_of("turned", {}))
    after(Task(base, row_of("nothing", {})), other)
    assert made(other, None).agreements != made(Task(base, row_of("nothing", {})), None).agreements


def test_the_same_amount_in_other_digits_is_written_down_as_it_was_typed() -> None:
    """The manifest of a batch says what each row says, in whatever order the rows come."""
    option: dict[str, str | None] = {"choices.liability/cap": "low-fixed", "choices.liability/cap.reason": "a test"}
    short, long = rows_over(
        "startup-pilot",
        option | {"choices.liability/cap.low_fixed": "70,000"},
        option | {"choices.liability/cap.low_fixed": "70000.00"},
    )
    after(short, long)
    after(long, short)
    assert made(short, None).terms != made(long, None).terms


def test_values_of_each_party_are_those_of_the_row_in_their_order() -> None:
    address = "choices.liability/cap.multiple"
    parties = stories.spec_tree("two-cities")["parties"]
    option: dict[str, str | None] = {"choices.liability/cap": "contribution-multiple"}
    named: dict[str, str | None] = {f"{address}.{name}": "21"[number % 2] for number, name in enumerate(parties)}
    one, other = rows_over("two-cities", option | named, option | dict(reversed(named.items())))
    after(one, other)
    assert made(one, None).issues != made(other, None).issues


def test_a_key_that_nobody_knows_is_refused_also_when_nothing_stands_there() -> None:
    base = bases()["startup-pilot"]
    mystery = Task(Base(base.path, base.tree | {"mystery": None}, base.marks), row_of("mystery", {}))
    after(Task(base, row_of("nothing", {})), mystery)
    assert [each.rule for each in made(mystery, Memory()).refused] == ["unknown-key"]


def test_a_memory_that_does_not_ask_again_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = rows_over("startup-pilot", {}, {"choices.funding/payment.pay_days": "21", "date": None})
    alone = made(other, None)
    monkeypatch.setattr(Answering, "gives", lambda *_: True)
    memory = Memory()
    made(one, memory)
    assert {"agreements", "files", "terms"} <= set(alone.differing(made(other, memory)))
