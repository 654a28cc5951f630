"""The sheets of a project's workbook, and what stands on each: worked out from the form of a spec and nothing else.

A table is the whole of the single values, or a list or a map of groups; its fields are the values of a group, with the
key that leads there in plain words as the label and what the form says of it as help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from pactwright.forms import Form, bare, entry_of, fields_of, is_group, is_list, is_map, notes_on
from pactwright.intake.words import words
from pactwright.spec.base import OrText
from pactwright.spec.choices import Choice
from pactwright.spec.form import FormPlace, place_at
from pactwright.spec.root import Spec

if TYPE_CHECKING:
    from pactwright.library.model import Parameter

Keys: TypeAlias = tuple[str, ...]
Kind: TypeAlias = Literal["form", "map", "list"]

EACH: Final = "*"
"""Stands in an address for the id or the number of an entry."""
CARDS: Final = 12
"""With more fields than this, the labels of a table stand one below the other, and its entries side by side."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an entry: the keys below the entry, its label, and what the form says of it.

    `place` is how the form reads it, and `sample` an address of such a value, by which more can be asked.
    `is_short` is whether a text that stands in place of its group means it.
    """

    keys: Keys
    label: str
    help: str
    example: str
    place: FormPlace
    sample: str = ""
    is_required: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in an entry of a table before anybody answers: its id, and cells that only show something."""

    id: str
    shown: tuple[str, ...]
    words: tuple[str, ...] = ()
    parameter: Parameter | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: where its entries stand in a spec, and the fields of each.

    `above` is the table to whose entries these belong, `shown` the labels of cells that nobody fills, with
    the widths of their columns, and `lines` the
    entries that stand there from the start.
    """

    address: Keys
    title: str
    help: str
    kind: Kind
    fields: tuple[Field, ...]
    above: Table | None = None
    has_below: bool = False
    shown: tuple[str, ...] = ()
    shown_widths: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def is_cards(self) -> bool:
        """Whether its labels stand one below the other."""
        return self.kind == "form" or len(self.fields) > CARDS

    @property
    def own_label(self) -> str:
        """The label under which an entry names itself: an id in a map, a number where others belong to it."""
        return str(words()["id"]) if self.kind == "map" else str(words()["number"]) if self.has_below else ""

    @property
    def above_label(self) -> str:
        """The label under which an entry names the one that it belongs to."""
        return f"{self.above.title}: {self.above.own_label.lower()}" if self.above else ""

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that can hold an answer, in the order of the sheet."""
        return tuple(filter(None, (self.above_label, self.own_label, *(each.label for each in self.fields))))


@cache
def tables() -> tuple[Table, ...]:
    """The sheets of every workbook, in the order of the form; the first holds the single values."""
    title, said = str(words()["form"]), (Spec.__doc__ or "").partition("\n")[0]
    fields, below = _split(Spec, (), "", None)
    return (Table((), title, said, "form", tuple(fields)), *below)


def in_words(keys: Keys) -> str:
    """Keys as a person reads them.

    >>> in_words(("own_law", "records_act"))
    'Own law: records act'
    """
    spelt = words()["spelt"]
    said = ": ".join(" ".join(spelt.get(word, word) for word in key.split("_")) for key in keys)
    capital = said[:1].upper() + said[1:]
    return str(spelt.get(capital, capital))


def _split(group: Any, keys: Keys, sample: str, above: Table | None, at: Keys = ()) -> tuple[list[Field], list[Table]]:  # noqa: ANN401 - a group of the form
    """The fields of a group, those of groups in it among them, and the tables of the lists and maps in it."""
    fields: list[Field] = []
    found: list[Table] = []
    for key, each in fields_of(group).items():
        here, address = (*keys, key), f"{sample}.{key}" if sample else key
        plain = bare(each.form)
        if is_group(plain):
            own, tables_below = _split(plain, here, address, above, at)
            short = {(*here, note.key) for note in notes_on(each.form) if isinstance(note, OrText)}
            fields += [replace(one, is_short=one.keys in short) for one in own]
            found += tables_below
        elif _has_groups(plain):
            found += _tables(plain, (*at, *here), address, each.info.description or "", above)
        elif not (is_map(plain) and bare(entry_of(plain)) is Choice):
            said, example = each.info.description or "", str((each.info.examples or [""])[0])
            place = place_at(address) or FormPlace("value")
            fields.append(Field(here, in_words(here), said, example, place, address, each.info.is_required()))
    return fields, found


def _tables(form: Form, at: Keys, sample: str, said: str, above: Table | None) -> Iterator[Table]:
    """The table of a list or a map of groups, and those of lists in its entries."""
    kind: Kind = "map" if is_map(form) else "list"
    title = " - ".join(in_words((key,)) if n == 0 else in_words((key,)).lower() for n, key in enumerate(_named(at)))
    inside = f"{sample}.{'any-id' if kind == 'map' else '0'}"
    entry = bare(entry_of(form))
    has_below = any(_has_groups(bare(each.form)) for each in fields_of(entry).values())
    made = Table(at, title, said, kind, (), above, has_below=has_below)
    fields, below = _split(entry, (), inside, made, (*at, EACH))
    yield Table(at, title, said, kind, tuple(fields), above, has_below=has_below)
    yield from below


def _named(at: Keys) -> Iterator[str]:
    return (key for key in at if key != EACH)


def _has_groups(form: Form) -> bool:
    return (is_map(form) or is_list(form)) and is_group(bare(entry_of(form)))
