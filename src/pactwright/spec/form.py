"""What the form of a spec can hold at an address, whether or not any spec holds it: for whoever fills a form in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from pydantic import BeforeValidator

from pactwright.findings import closest
from pactwright.forms import Converter, Form, bare, below, entry_of, fields_of, is_group, is_list, is_map, notes_on
from pactwright.spec import amounts, scalars
from pactwright.spec.addresses import CONFIRM, ISSUE
from pactwright.spec.base import OrText, Ref, Text, WordOf, known
from pactwright.spec.choices import Choice, Confirmation
from pactwright.spec.root import Spec

Shape: TypeAlias = Literal["value", "values", "group", "groups", "map", "choice"]
Reads: TypeAlias = Literal["text", "word", "number", "money", "percent", "date", "yes-no"]
ValueKind: TypeAlias = Literal["party", "word", "percent"]

NUMBER: Final = re.compile(r"0|[1-9][0-9]?")
PARAMETER: Final = re.compile(r"[a-z][a-z0-9_]*")
IDS: Final[Mapping[object, re.Pattern[str]]] = {Choice: ISSUE, Confirmation: CONFIRM}
"""What the ids of a map are made of where its entries are of the library."""
READS: Final[Mapping[object, Reads]] = {
    scalars.text: "text",
    scalars.line: "text",
    scalars.email: "text",
    scalars.count: "number",
    scalars.number: "number",
    scalars.percent: "percent",
    scalars.date: "date",
    scalars.date_or_none: "date",
    scalars.yes_no: "yes-no",
    amounts.money: "money",
}


@dataclass(frozen=True, slots=True)
class FormPlace:
    """One place of the form.

    `shape` says what stands there: one value, a list of values, a group of keys, a list or a map of such groups, or a
    choice. `reads` is how a value is read there, and `keys` are those that the group, or each group, accepts; a value
    that has keys may be typed as a group too.
    """

    shape: Shape
    reads: Reads = "text"
    keys: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def place_at(address: str) -> FormPlace | None:
    """The place of the form at an address; None where the form has no such place.

    An id of a map may be new, and a number of a list may be any below 100.

    >>> place_at("parties.new.signatories.0.name")
    FormPlace(shape='value', reads='text', keys=())
    >>> place_at("pilot.sites").shape, place_at("documents").reads, place_at("parties.new.nmae")
    ('map', 'word', None)
    """
    form = _form_at(address)
    return None if form is None else _place(form)


@lru_cache(maxsize=8192)
def kind_at(address: str) -> ValueKind | None:
    """What kind of value the form has at an address, or in the list there, where the type alone does not say.

    >>> kind_at("milestones.map.payee"), kind_at("parties.council.kind"), kind_at("project.title")
    ('party', 'word', None)
    """
    form = _form_at(address)
    form = entry_of(form) if is_list(form) else form
    if any(isinstance(note, Ref) for note in notes_on(form)):
        return "party"
    if any(isinstance(note, WordOf) for note in notes_on(form)):
        return "word"
    converter = _converter(form)
    if converter and converter.schema.get("type") == "string" and "enum" in converter.schema:
        return "word"
    return "percent" if converter and converter.read is scalars.percent else None


@lru_cache(maxsize=1024)
def kind_below(rows: str, name: str) -> ValueKind | None:
    """The same for a field of the groups in a map or a list, whatever their ids and however many.

    >>> kind_below("milestones", "payee"), kind_below("contributions", "party")
    ('party', 'party')
    """
    return kind_at(f"{rows}.any-id.{name}") or kind_at(f"{rows}.0.{name}")


@lru_cache(maxsize=256)
def words_at(address: str) -> tuple[str, ...]:
    """The words of the closed list that the form has at an address; none where it takes other values.

    >>> words_at("datasets.new.sharing"), words_at("datasets.new.name"), words_at("datasets.new.public_space")
    (('open', 'shared', 'closed'), (), ('yes', 'no'))
    """
    converter = _converter(_form_at(address))
    if converter and READS.get(converter.read) == "yes-no":
        return ("yes", "no")
    return tuple(converter.schema.get("enum", ())) if converter else ()


@lru_cache(maxsize=256)
def list_at(address: str) -> str:
    """The name of the closed list, of a library, that a value of the form at an address is held against; "" for none.

    >>> list_at("parties.council.kind"), list_at("datasets.air.kinds"), list_at("project.barriers"), list_at("version")
    ('kinds', 'data_kinds', 'barriers', '')
    """
    form = _form_at(address)
    for note in notes_on(entry_of(form) if is_list(form) else form):
        held = note.func if isinstance(note, BeforeValidator) else note
        if isinstance(held, WordOf | known):
            return held.words
    return ""


@lru_cache(maxsize=256)
def groups_at(address: str) -> tuple[str, ...]:
    """The groups, and the words, one of which the form wants named at an address or in the list there.

    >>> groups_at("datasets.air.holder"), groups_at("version")
    (('parties', 'outsiders'), ())
    """
    form = _form_at(address)
    refs = (note.groups for note in notes_on(entry_of(form) if is_list(form) else form) if isinstance(note, Ref))
    return next(refs, ())


def accepted_below(address: str) -> tuple[str, ...]:
    """The keys that the form accepts right below an address; none below a value, a list or a map.

    >>> accepted_below("parties.new.approval")
    ('body', 'date', 'reference', 'amount')
    """
    above = place_at(address) if address else _place(Spec)
    return above.keys if above and above.shape in {"group", "value"} else ()


@lru_cache(maxsize=256)
def said_below(above: str) -> Mapping[str, str]:
    """What the form says of each value below a group, by its address; not of those below a map or a list.

    >>> said_below("parties.new.approval")["parties.new.approval.date"]
    'When it was decided'
    """
    form = bare(_form_at(above)) if above else Spec
    said: dict[str, str] = {}
    for key, entry in fields_of(form).items() if is_group(form) else ():
        address = f"{above}.{key}" if above else key
        if is_group(bare(entry.form)):
            said |= said_below(address)
        else:
            said[address] = (entry.info.description or "").rstrip(".")
    return said


def near_address(address: str) -> str:
    """The address with its first unknown part replaced by the key that is closest to it, or nothing.

    >>> near_address("parties.new.nmae"), near_address("colour")
    ('parties.new.name', '')
    """
    parts = address.split(".")
    unknown = next((n for n in range(len(parts)) if place_at(".".join(parts[: n + 1])) is None), len(parts))
    before, rest = parts[:unknown], parts[unknown:]
    close = closest(rest[0], accepted_below(".".join(before))) if rest else ""
    return ".".join([*before, close, *rest[1:]]) if close else ""


def _form_at(address: str) -> Form | None:
    form: Form = Spec
    for key in address.split("."):
        form = _strictly_below(bare(form), key)
    return form


def _strictly_below(form: Form, key: str) -> Form | None:
    """What stands below a place under a key that is well formed there."""
    if form is Choice:
        return Text if PARAMETER.fullmatch(key) else None
    if is_map(form):
        good = IDS.get(bare(entry_of(form)), scalars.ID)
        return below(form, key) if good.fullmatch(key) else None
    return below(form, int(key) if NUMBER.fullmatch(key) else key)


def _place(form: Form) -> FormPlace:
    plain = bare(form)
    if is_group(plain):
        is_text_too = any(isinstance(note, OrText) for note in notes_on(form))
        return FormPlace("value" if is_text_too else "group", keys=tuple(fields_of(plain)))
    if plain is Choice:
        return FormPlace("choice", "word")
    if is_map(plain):
        return FormPlace("map", keys=_place(entry_of(plain)).keys)
    if is_list(plain):
        entry = _place(entry_of(plain))
        return FormPlace("groups", keys=entry.keys) if entry.keys else FormPlace("values", entry.reads)
    converter = _converter(form)
    return FormPlace("value", READS.get(converter.read, "word") if converter else "word")


def _converter(form: Form) -> Converter | None:
    return next((note for note in notes_on(form) if isinstance(note, Converter)), None)
