"""What the commands of the catalogue find, as frozen values: lists and pages show them to people, JSON to programs."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from pactwright.records import Record


class Named(Struct, frozen=True):
    """A thing of the library by its id, and its title for people."""

    id: str
    title: str


class Borne(Struct, frozen=True):
    """Who bears a risk or a bad day, or gets a reward: a word of the vocabulary or a party, and the whole in words."""

    kind: Literal["risk", "reward", "bad-day"]
    id: str
    title: str
    to: tuple[str, ...]
    said: str


class Figure(Struct, frozen=True):
    """A figure of an option, or a key term of a draft: its name, and its value as it prints."""

    name: str
    label: str
    value: str


class SaidWords(Struct, frozen=True):
    """Some words: the same as in the text that is compared with, added to it, or only in it."""

    op: Literal["same", "added", "removed"]
    text: str


CellState: TypeAlias = Literal[
    "same",
    "changed",
    "own",  # a wording of its own
    "new",  # what is compared with has no such item
    "absent",  # no such item
    "left-out",  # an item that does not print here
]


class ItemCell(Struct, frozen=True):
    """What one option, or some neighbours alike, say in an item, and when the item stands ("" where always)."""

    state: CellState
    columns: int
    condition: str = ""
    words: tuple[SaidWords, ...] = ()


class ComparedItem(Struct, frozen=True):
    """An item of any of the options, and what each says in it; the columns of the cells are as many as the options."""

    id: str
    title: str
    cells: tuple[ItemCell, ...]


class ComparedOption(Struct, frozen=True):
    """An option beside others: what it means, what it needs, what it gives to whom.

    `refused` says why it cannot stand in this draft ("" where it can, or where there is no draft); `changes` are the
    other clauses and schedules that differ with it.
    """

    option: str
    title: str
    stance: str
    summary: str
    when_to_use: str
    differs: str
    is_in_draft: bool
    is_default: bool
    refused: str
    figures: tuple[Figure, ...]
    bears: tuple[Borne, ...]
    needs: tuple[str, ...]
    changes: tuple[str, ...]
    watch: str
    city_says: str
    partner_says: str
    sources: tuple[Named, ...]
    version: str
    review: str


class Comparison(Struct, frozen=True):
    """All options of an issue side by side, from the city's side to the partner's, ways of working last.

    `project` and `document` say in which draft, "" where they are compared as the library has them.
    """

    issue: str
    question: str
    heading: str
    purpose: str
    project: str
    document: str
    options: tuple[ComparedOption, ...]
    items: tuple[ComparedItem, ...]


COMPARISON = Record("clauses-compare", "The options of an issue, as pactwright compares them", Comparison)
RECORDS = (COMPARISON,)
