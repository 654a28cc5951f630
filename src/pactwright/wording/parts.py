"""What clause text is made of, once parsed: frozen values that assembly prints and checks read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind = Literal["agreement", "statement", "binding"]


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; `terms` are the defined terms used in them, filled in once the library knows all terms."""

    text: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """`{{ name | format }}`, with `'s` if a possessive was typed behind it."""

    name: str
    format: str = ""
    possessive: bool = False
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class CitedColumn:
    """A column on which the sentence around a reference relies; an `optional` one may be empty, as it says."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a reference.

    `kind` "issue": `id` is topic/issue and `anchor` an item of it, or a fixed value that an item lists ("acts.own");
    "own": `anchor` is one of the same wording;
    "schedule": `id` is the schedule, `anchor` its part and `columns` those of the part (without one: of the schedule)
    that the sentence relies on; "all": `id` is survives or binding.
    """

    kind: Literal["issue", "own", "schedule", "all"]
    id: str
    anchor: str = ""
    optional: bool = False
    columns: tuple[CitedColumn, ...] = ()

    @property
    def item(self) -> str:
        """The id of the item that it names, or that lists the value which it names."""
        return self.anchor.partition(".")[0]

    @property
    def value(self) -> str:
        """The value that it names, if it names one."""
        return self.anchor.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Cite:
    """`[[target, target]]`: printed as one reference ("clauses 3 and 5"), or as the defined `term` behind a bar."""

    targets: tuple[Target, ...]
    line: int = 0
    column: int = 0
    term: str = ""


@dataclass(frozen=True, slots=True)
class Defined:
    """`**Term**`: the place that defines a term."""

    term: str
    line: int = 0
    column: int = 0


Part: TypeAlias = Words | Blank | Cite | Defined
Parts: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph with its sub-items.

    `is_or` says that its list is joined with "or"; `file` names the overlay or the common items that it comes from, if
    it does; `is_taken` says that it stands for the common item of its id.
    """

    id: str
    parts: Parts
    items: tuple[Item, ...]
    line: int
    is_or: bool = False
    file: str = ""
    is_taken: bool = False

    def walk(self) -> Iterator[Item]:
        """This item and all below it, in reading order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """What becomes one numbered clause; an empty heading stands for the issue's own."""

    id: str
    heading: str
    items: tuple[Item, ...]
    line: int

    def walk(self) -> Iterator[Item]:
        """All items, in reading order."""
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the wordings of an option."""

    kind: Kind
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Item]:
        """All items of all sections, in reading order."""
        for section in self.sections:
            yield from section.walk()


def ids_in(wordings: Collection[Wording]) -> frozenset[str]:
    """The ids of all items and headings of some wordings."""
    items = {item.id for wording in wordings for item in wording.walk()}
    return frozenset((items | {section.id for wording in wordings for section in wording.sections}) - {""})


def plain(parts: Parts) -> str:
    """The parts as they were typed, near enough for checks and previews; the columns of references do not print.

    >>> plain((Words("Pay "), Blank("notice_days", "days"), Words(".")))
    'Pay {{ notice_days | days }}.'
    """
    return "".join(_typed(part) for part in parts)


def used_terms(parts: Iterable[object]) -> tuple[str, ...]:
    """The defined terms that some parts print, in their words or for a reference, without those that they define."""
    return tuple(dict.fromkeys(name for part in parts for name in _terms(part)))


def _terms(part: object) -> tuple[str, ...]:
    if isinstance(part, Cite):
        return (part.term,) if part.term else ()
    return part.terms if isinstance(part, Words) else ()


def _typed(part: Part) -> str:
    if isinstance(part, Words):
        return part.text
    if isinstance(part, Defined):
        return f"**{part.term}**"
    if isinstance(part, Blank):
        bar = f" | {part.format}" if part.format else ""
        return f"{{{{ {part.name}{bar} }}}}" + ("'s" if part.possessive else "")
    return part.term or f"[[{', '.join(_target(target) for target in part.targets)}]]"


def _target(target: Target) -> str:
    prefix = f"{target.kind}:" if target.kind in {"schedule", "all"} else ""
    anchor = f"#{target.anchor}" if target.anchor else ""
    return f"{prefix}{target.id}{anchor}{'?' if target.optional else ''}"
