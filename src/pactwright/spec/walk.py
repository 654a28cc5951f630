"""Every value of a spec, with its address and what the form says of it, in the order of the form."""

from functools import cache
from typing import Final, NamedTuple, get_args

from pactwright.forms import Converter, Form, bare, entry_of, fields_of, is_list, is_map, notes_on
from pactwright.spec import scalars
from pactwright.spec.base import Ref, SpecGroup

TEXTS: Final = (scalars.text, scalars.line, scalars.email)
"""What reads text that prints as it was typed."""


class Leaf(NamedTuple):
    """A value that somebody typed, where it stands, what it may name, whether it is an id of a map, or free text."""

    address: str
    value: object
    ref: Ref | None
    is_id: bool = False
    is_text: bool = False


class Layout(NamedTuple):
    """How the form lays out a place: what its value may name, the layouts below it, and whether it is free text."""

    ref: Ref | None
    ids: "Layout | None"
    entries: "Layout | None"
    is_text: bool


def walked(group: SpecGroup) -> tuple[Leaf, ...]:
    """Every value of a group and of what stands below it; an id comes before what stands under it."""
    found: list[Leaf] = []
    _walk_group(group, "", found)
    return tuple(found)


def _walk_group(group: SpecGroup, above: str, found: list[Leaf]) -> None:
    for name, key, layout in _fields(type(group)):
        value = getattr(group, name)
        if value is not None:
            _walk(value, layout, f"{above}{key}", found)


def _walk(value: object, layout: Layout, address: str, found: list[Leaf]) -> None:
    if isinstance(value, SpecGroup):
        _walk_group(value, f"{address}.", found)
    elif layout.ids and layout.entries and isinstance(value, dict):
        for key, each in value.items():
            found.append(Leaf(f"{address}.{key}", key, layout.ids.ref, is_id=True))
            _walk(each, layout.entries, f"{address}.{key}", found)
    elif layout.entries and isinstance(value, tuple):
        for number, each in enumerate(value):
            _walk(each, layout.entries, f"{address}.{number}", found)
    else:
        found.append(Leaf(address, value, layout.ref, is_text=layout.is_text))


@cache
def _fields(group: type[SpecGroup]) -> tuple[tuple[str, str, Layout], ...]:
    """The name, the key and the layout of each field of a group."""
    return tuple((field.name, key, _layout(field.form)) for key, field in fields_of(group).items())


def _layout(form: Form) -> Layout:
    ref = next((note for note in notes_on(form) if isinstance(note, Ref)), None)
    ids = _layout(get_args(bare(form))[0]) if is_map(form) else None
    entries = _layout(entry_of(form)) if is_map(form) or is_list(form) else None
    return Layout(ref, ids, entries, any(isinstance(note, Converter) and note.read in TEXTS for note in notes_on(form)))
