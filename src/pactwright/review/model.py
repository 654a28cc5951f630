"""What a memo on a draft knows, as data with ids: pages, terminal text and records for programs are all made of it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from pactwright.ledger.model import Group, Hole

JOINT: Final = "joint"
"""The copy that everybody may read."""

Stage: TypeAlias = Literal["before", "after"]
Standing: TypeAlias = Literal["chosen", "open", "refused"]


class Amount(Struct, frozen=True):
    """Money; `amount` is a plain number."""

    amount: str
    currency: str


class Audience(Struct, frozen=True):
    """Whose copy it is: `id` is a party, a side or "joint"; `side` and `parties` are the readers', `called` their name.

    `other` is what the other side is called, who may not see a copy that is not joint.
    """

    id: str
    side: str
    parties: tuple[str, ...]
    called: str
    other: str

    @property
    def is_joint(self) -> bool:
        """Whether everybody may read it."""
        return self.id == JOINT


class Decision(Struct, frozen=True):
    """Something to decide or to do: the rule that found it, what, who, by when, and where in the spec it is settled.

    `owner` are ids of parties, `who` is how they are called; `by` is None where nobody has set a date.
    """

    rule: str
    text: str
    owner: tuple[str, ...]
    who: str
    by: date | None
    stage: Stage
    addresses: tuple[str, ...]


class Point(Struct, frozen=True):
    """Something that a side gives, gets or may lose: in words, with its clause and its address."""

    text: str
    clause: str
    address: str


class Term(Struct, frozen=True):
    """An amount that a side may owe: what it is, how much (None: not known), how that prints, and its clause."""

    label: str
    amount: Amount | None
    printed: str
    clause: str
    address: str


class Side(Struct, frozen=True):
    """What one side gives, gets, may lose and may owe to the other, and what stands outside every limit.

    `end` is the word of its end of a ladder.

    `terms` are what it may owe without any breach, with their sum; `damages` are the limits of what it may owe for a
    loss that it causes, and `in_all` the sum of both. A sum is None where a part of it is not known.
    """

    side: str
    end: str
    parties: tuple[str, ...]
    called: str
    gives: tuple[Point, ...]
    gets: tuple[Point, ...]
    may_lose: tuple[Point, ...]
    terms: tuple[Term, ...]
    total: Amount | None
    total_printed: str
    damages: tuple[Term, ...]
    in_all: Amount | None
    in_all_printed: str
    unlimited: tuple[Point, ...]


class Answered(Struct, frozen=True):
    """An issue of the draft that answers a barrier: its clause, and why its option was chosen."""

    issue: str
    clause: str
    reason: str


class Missing(Struct, frozen=True):
    """An issue that would answer a barrier and does not stand in the draft."""

    issue: str
    heading: str


class Barrier(Struct, frozen=True):
    """A barrier to partnership, how the draft answers it, the strongest answers first, and what could answer it too."""

    id: str
    title: str
    answered: tuple[Answered, ...]
    missing: tuple[Missing, ...]


class Rung(Struct, frozen=True):
    """An option of an issue, and its place on the ladder; `opens` is what would have to be so for a refused one."""

    option: str
    title: str
    stance: str
    place: int
    standing: Standing
    opens: str


class Question(Struct, frozen=True):
    """An issue of the draft: its clauses, the option that was chosen, why and by whom, and all rungs of its ladder.

    `chosen` is "open" where nobody has chosen. `private` is what the reader alone noted beside the choice.
    """

    issue: str
    heading: str
    question: str
    article: str
    clause: str
    chosen: str
    title: str
    short: str
    origin: str
    reason: str
    private: str
    rungs: tuple[Rung, ...]


class Part(Struct, frozen=True):
    """The part of a party in something that is shared; `percent` is None where it is stated in words."""

    party: str
    percent: float | None
    says: str


class Bearer(Struct, frozen=True):
    """Who bears or gets something: a word of the vocabulary or a party, its name, parts and limits, its clause."""

    to: str
    who: str
    parts: tuple[Part, ...]
    limits: tuple[str, ...]
    clause: str
    source: str


class LedgerRow(Struct, frozen=True):
    """A thing and who bears or gets it; `hole` says what is wrong with it."""

    group: Group
    id: str
    title: str
    bearers: tuple[Bearer, ...]
    hole: Hole
    under: str


class DayAnswer(Struct, frozen=True):
    """How the draft answers one point of a bad day: its clauses, and the figures that these print."""

    point: str
    state: str
    clauses: tuple[str, ...]
    figures: tuple[str, ...]


class Day(Struct, frozen=True):
    """A bad day that can happen here, and the answer to each of its points."""

    id: str
    title: str
    answers: tuple[DayAnswer, ...]


class DefaultValue(Struct, frozen=True):
    """A value that nobody chose, so that the library's own prints: what it settles, how it prints, its clause."""

    address: str
    asks: str
    printed: str
    clause: str
    is_key_term: bool


class LawFigure(Struct, frozen=True):
    """A figure of law on which the draft rests; `is_checked` says whether somebody looked it up in the last year."""

    id: str
    title: str
    printed: str
    valid_from: str
    checked_on: str
    is_checked: bool


class Review(Struct, frozen=True):
    """Everything that a memo on a draft knows.

    `made_by` are the digests by which one can say later whether the draft has moved.
    """

    document: str
    title: str
    project: str
    parties: tuple[str, ...]
    place: str
    model: str
    date: date | None
    version: str
    language: str
    paper: Literal["a4", "letter"]
    audience: Audience
    unreviewed: int
    decisions: tuple[Decision, ...]
    sides: tuple[Side, ...]
    barriers: tuple[Barrier, ...]
    questions: tuple[Question, ...]
    ledger: tuple[LedgerRow, ...]
    days: tuple[Day, ...]
    defaults: tuple[DefaultValue, ...]
    law: tuple[LawFigure, ...]
    made_by: tuple[tuple[str, str], ...]
