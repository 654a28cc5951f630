"""What the guide says to some answers: a model and options or another form, what tipped each, and the near misses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from pactwright.records import Record


class Because(Struct, frozen=True):
    """An answer and why it counts: for or against a model, or for an option; `points` are those that it gave."""

    question: str
    ask: str
    answer: str
    says: str
    reason: str
    points: int


class Near(Struct, frozen=True):
    """A single other answer that would lead elsewhere: to `outcome`, a model, an option or a form of that title."""

    question: str
    ask: str
    answer: str
    says: str
    outcome: str
    title: str


class Score(Struct, frozen=True):
    """The points of a model, and the answers that leave no room for it, each with why."""

    model: str
    title: str
    points: int
    ruled_out: tuple[Because, ...]


class Chosen(Struct, frozen=True):
    """An option that is recommended for an issue, what tipped it, and which other answers would change it."""

    issue: str
    asks: str
    option: str
    title: str
    tipped: Because
    near: tuple[Near, ...]


class Read(Struct, frozen=True):
    """Where something about a form was read, and on which day."""

    title: str
    address: str
    checked_on: str
    note: str


class Form(Struct, frozen=True):
    """A form that fits better than an agreement: why, how to go about it, the answers that say so, and sources."""

    id: str
    title: str
    reason: str
    nearest: str
    tipped: tuple[Because, ...]
    sources: tuple[Read, ...]


class Advice(Struct, frozen=True):
    """What the guide says to some answers.

    With `instead` no agreement is right; the model is then the one that would come next. `tipped` is the answer that
    decided between the model and the next one, `speaks` are all that speak for it, the strongest first, and `near` the
    single answers that would lead elsewhere. `is_close` says that another model has nearly as many points. `facts` and
    `open` go into the spec, by address.
    """

    outcome: Literal["agreement", "instead"]
    instead: Form | None
    model: str
    title: str
    about: str
    tipped: Because | None
    speaks: tuple[Because, ...]
    scores: tuple[Score, ...]
    is_close: bool
    near: tuple[Near, ...]
    options: tuple[Chosen, ...]
    documents: tuple[str, ...]
    facts: Mapping[str, str]
    open: Mapping[str, str]
    given: Mapping[str, str]
    unknown: tuple[str, ...]


GUIDE = Record("guide", "What the guide says to some answers", Advice)
