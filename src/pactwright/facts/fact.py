"""A fact: a named, typed value computed from the spec, which conditions may test and wording may print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from pactwright.spec import Money, Spec

FactType = Literal["number", "yes-no", "set", "choice", "text", "date", "money"]
FactValue: TypeAlias = "int | Decimal | bool | frozenset[str] | str | date | Money | None"


@dataclass(frozen=True, slots=True)
class Around:
    """What facts are worked out from beside a spec: the kind of document, and what a library knows.

    `roles` are those of its vocabulary. `public` says of each party, by id, whether the law of its place treats it as a
    public body; None where the spec has to say so.
    """

    document: str
    roles: tuple[str, ...] = ()
    public: Mapping[str, bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the table of facts.

    `name` is what conditions and blanks write, `means` one sentence for the documentation, `ask` the label of a gap
    ("the start date of the pilot"), `address` the place in the spec that settles it, and `value` computes it from a
    spec and what is around it; None means that it is not known. What it may be is one of `values`, or a word of the
    vocabulary's list `words`. `missing` are the fields that leave it unknown, where they are not simply the address.
    `fields` are those of the form that it is computed from ("milestones.*.amount"), where they are not the address.
    `says` are the words for a person where it is yes, and where it is no.
    """

    name: str
    type: FactType
    means: str
    value: Callable[[Spec, Around], FactValue]
    ask: str = ""
    address: str = ""
    values: tuple[str, ...] = ()
    words: str = ""
    missing: Callable[[Spec], Iterable[str]] | None = None
    fields: tuple[str, ...] = ()
    says: tuple[str, str] = ("", "")


def stated(
    name: str,
    type_: FactType,
    means: str,
    ask: str,
    *,
    address: str = "",
    values: tuple[str, ...] = (),
    words: str = "",
) -> Fact:
    """What one field of the spec says; the field is named as the fact is, unless an address is given."""
    at = address or name
    read = attrgetter(at)
    return Fact(name, type_, means, lambda spec, _: read(spec), ask, at, values=values, words=words)


def counted(name: str, means: str, address: str) -> Fact:
    """How many things are listed under an address of the spec; none is an answer."""
    read = attrgetter(address)
    return Fact(name, "number", means, lambda spec, _: len(read(spec)), fields=(address,))


class Partial(frozenset[str]):
    """A set that may hold more than is known: what is in it is decided, what is not in it is undecided."""

    __slots__ = ()


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Whether one answer is yes; None when none is and one is not known, and no where there is nothing to ask.

    >>> any_of([True, None]), any_of([False, None]), any_of([False]), any_of([])
    (True, None, False, False)
    """
    known = tuple(answers)
    return True if True in known else None if None in known else False
