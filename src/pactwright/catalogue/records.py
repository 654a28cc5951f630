"""What the commands of the catalogue find, as frozen values: lists and pages show them to people, JSON to programs."""

from __future__ import annotations

from collections.abc import Mapping
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


class Readable(Struct, frozen=True):
    """How a wording reads: its sentences, their average and greatest length in words, and Flesch's figure."""

    wording: str
    sentences: int
    average: float
    longest: int
    flesch: float


class ListedOption(Struct, frozen=True):
    """An option in a list of issues."""

    option: str
    title: str
    summary: str
    stance: str
    is_default: bool
    asks_reason: tuple[str, ...]
    version: str
    review: str


class ListedIssue(Struct, frozen=True):
    """An issue in a list: what it asks, where it stands, what it answers, and its options."""

    issue: str
    question: str
    purpose: str
    article: str
    documents: tuple[str, ...]
    figures: int
    barriers: tuple[Named, ...]
    resources: tuple[Named, ...]
    bad_days: tuple[Named, ...]
    options: tuple[ListedOption, ...]
    waits: Mapping[str, str]


class Listing(Struct, frozen=True):
    """The issues and options that some filters leave; without any, all."""

    filters: Mapping[str, str]
    issues: tuple[ListedIssue, ...]


class ShownFigure(Struct, frozen=True):
    """A figure that a project may set: what it asks, the library's value and range, and why; for which options."""

    name: str
    label: str
    type: str
    ask: str
    value: str
    why: str
    when: str
    suggested: str
    absent: str
    options: tuple[str, ...]


class ComparedFigure(Struct, frozen=True):
    """A figure that any of the options asks for, and its value in the draft ("" where it has none there)."""

    figure: ShownFigure
    here: str


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
    amounts: tuple[ComparedFigure, ...]
    items: tuple[ComparedItem, ...]


class ShownItem(Struct, frozen=True):
    """An item of a wording, with all below it, and when it stands ("" where always)."""

    id: str
    title: str
    heading: str
    condition: str
    text: str


class ShownWording(Struct, frozen=True):
    """A wording: an agreement's, a memorandum's statement, or what binds in one."""

    kind: Literal["agreement", "statement", "binding"]
    items: tuple[ShownItem, ...]


class AnsweredDay(Struct, frozen=True):
    """A bad day, and the points of it that an option answers."""

    id: str
    title: str
    points: tuple[str, ...]


class ShownSource(Struct, frozen=True):
    """Where a fact or an idea comes from, and the day on which somebody read it ("" where nobody has)."""

    id: str
    title: str
    publisher: str
    address: str
    checked_on: str


class ShownOption(Struct, frozen=True):
    """All that decides about an option, and its wording; `default_where` says when the library takes it by itself."""

    option: str
    title: str
    short: str
    summary: str
    stance: str
    when_to_use: str
    differs: str
    default_where: tuple[str, ...]
    needs: tuple[str, ...]
    asks_reason: tuple[str, ...]
    bears: tuple[Borne, ...]
    bad_days: tuple[AnsweredDay, ...]
    figures: tuple[str, ...]
    wordings: tuple[ShownWording, ...]
    why_city: str
    why_partner: str
    watch: str
    city_says: str
    partner_says: str
    next: Mapping[str, str]
    sources: tuple[ShownSource, ...]
    version: str
    review: str
    readability: tuple[Readable, ...]


class ShownIssue(Struct, frozen=True):
    """An issue with its options, or with the one that was asked for; `printed` says in what the wording is printed."""

    issue: str
    question: str
    heading: str
    purpose: str
    article: str
    documents: tuple[str, ...]
    in_memorandum: str
    defaults: tuple[str, ...]
    barriers: tuple[Named, ...]
    resources: tuple[ShownSource, ...]
    figures: tuple[ShownFigure, ...]
    waits: Mapping[str, str]
    printed: str
    options: tuple[ShownOption, ...]


class Found(Struct, frozen=True):
    """A place in which all words stand: which one, of which issue or option, and some words around the first."""

    name: str
    title: str
    place: Literal["question", "option", "wording", "figure", "note"]
    where: str
    snippet: str


class Search(Struct, frozen=True):
    """Where some words stand in the library, the best places first."""

    words: str
    found: tuple[Found, ...]


class MappedOption(Struct, frozen=True):
    """An option, and what its wording does."""

    option: str
    title: str
    stance: str
    does: str


class MappedIssue(Struct, frozen=True):
    """An issue that answers something, and its options."""

    issue: str
    question: str
    options: tuple[MappedOption, ...]


class Mapped(Struct, frozen=True):
    """A barrier, a resource or a bad day, what is said of it, and the issues that answer it, the strongest first."""

    kind: Literal["barrier", "resource", "bad-day"]
    id: str
    title: str
    says: str
    addresses: tuple[str, ...]
    issues: tuple[MappedIssue, ...]


class Map(Struct, frozen=True):
    """What the library answers, by barriers, resources and bad days."""

    mapped: tuple[Mapped, ...]


COMPARISON = Record("clauses-compare", "The options of an issue, as pactwright compares them", Comparison)
LISTING = Record("clauses-list", "The issues of the clause library and their options", Listing)
SHOWN = Record("clauses-show", "An issue of the clause library with all that decides about it", ShownIssue)
SEARCH = Record("clauses-search", "Where words stand in the clause library", Search)
MAP = Record("clauses-map", "What the clause library answers", Map)
RECORDS = (LISTING, SHOWN, COMPARISON, SEARCH, MAP)
