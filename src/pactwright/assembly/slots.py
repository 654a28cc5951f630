"""What a plan leaves open for the values of one document, and the planned clauses around it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from pactwright.document import Gap, Paragraph, Reference, Role, Runs, Term, Text

SlotKind: TypeAlias = Literal[
    "role",  # a role in the form of the blank
    "noun",  # the noun for one holder of a role
    "party",  # what the document calls a party
    "no-lead",  # the gap where nobody leads the holders of a role
    "column",  # the party that all rows of a column share, or the column's term
    "fact",
    "law",
    "parameter",  # of `issue`
    "open-choice",  # the gap of an issue that is open
    "undecided",  # the gap before an item that stands only if something is so that nobody has said
    "open-name",  # the gap for what such an issue would provide or define
    "own-words",  # those at `position` of a parameter of `issue`
    "text",  # the one at `position` of a list of the spec
    "missing",  # the gap where a list of the spec has none
]


class Slot(Struct, frozen=True, cache_hash=True):
    """A place that the values of a document fill; `kind` says what `name` is the name of.

    `format` and `owner` (a possessive) are those of the blank.
    """

    kind: SlotKind
    name: str
    issue: str = ""
    format: str = ""
    owner: bool = False
    position: int = 0


class ChosenPhrase(Struct, frozen=True):
    """The words that the library has for a choice; no sentence starts with them."""

    parts: tuple[PlannedPart, ...]


class Cited(Struct, frozen=True):
    """A reference, resolved; without runs where all that it names may be absent, and is."""

    runs: Runs


PlannedPart: TypeAlias = "Text | Term | Gap | Reference | Slot | ChosenPhrase | Cited"


class PlannedParagraph(Struct, frozen=True):
    """A paragraph before its blanks are filled; `starts` a sentence, `end` is the punctuation that the engine adds."""

    role: Role
    parts: tuple[PlannedPart, ...]
    label: str
    full_label: str
    bookmark: str
    starts: bool = False
    end: str = ""


class PlannedClause(Struct, frozen=True, cache_hash=True):
    """The paragraphs of one issue in one part of a document, finished where nothing is open.

    `slots` are all that stand in them, once each.
    """

    issue: str
    option: str
    version: str
    paragraphs: tuple[PlannedParagraph | Paragraph, ...]
    slots: tuple[Slot, ...]


class PlannedDefinition(Struct, frozen=True):
    """A term and its meaning behind a verb ("means"; none where the meaning has its own)."""

    name: tuple[PlannedPart, ...]
    parts: tuple[PlannedPart, ...]
    means: str = ""
    end: str = ""


class PlannedDefinitions(Struct, frozen=True, cache_hash=True):
    """The clause of definitions; they are put in order when they are filled, since some are named by the spec."""

    id: str
    lead: tuple[Paragraph, ...]
    definitions: tuple[PlannedDefinition, ...]
    slots: tuple[Slot, ...]


def slots_in(parts: tuple[PlannedPart, ...]) -> tuple[Slot, ...]:
    """Every slot in some parts, in the order of print."""
    found: list[Slot] = []
    for part in parts:
        if isinstance(part, Slot):
            found.append(part)
        elif isinstance(part, ChosenPhrase):
            found.extend(slots_in(part.parts))
    return tuple(found)
