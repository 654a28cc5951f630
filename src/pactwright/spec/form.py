"""What the form of a spec can hold at an address, whether or not any spec holds it: for whoever fills a form in."""

import functools
import re
from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

from msgspec import Struct

from pactwright.findings import closest
from pactwright.spec import amounts, scalars
from pactwright.spec.addresses import ISSUE, bare, is_group, origin, scalar_of
from pactwright.spec.base import Text, fields_of, keys_of
from pactwright.spec.choices import Choice
from pactwright.spec.root import Spec

Shape: TypeAlias = Literal["value", "values", "group", "groups", "map", "choice"]
Reads: TypeAlias = Literal["text", "word", "number", "money", "percent", "date", "yes-no"]

NUMBER: Final = re.compile(r"0|[1-9][0-9]?")
PARAMETER: Final = re.compile(r"[a-z][a-z0-9_]*")
READS: Final[Mapping[object, Reads]] = {
    scalars.text: "text",
    scalars.line: "text",
    scalars.email: "text",
    scalars.count: "number",
    scalars.number: "number",
    scalars.percent: "percent",
    scalars.date: "date",
    scalars.yes_no: "yes-no",
    amounts.money: "money",
}


class Slot(Struct, frozen=True):
    """One place of the form.

    `shape` says what stands there: one value, a list of values, a group of keys, a list or a map of such groups, or a
    choice. `reads` is how a value is read there, and `keys` are those that the group, or each group, accepts.
    """

    shape: Shape
    reads: Reads = "text"
    keys: tuple[str, ...] = ()


@functools.lru_cache(maxsize=4096)
def slot(address: str) -> Slot | None:
    """The place of the form at an address; None where the form has no such place.

    An id of a map may be new, and a number of a list may be any below 100.

    >>> slot("parties.new.signatories.0.name")
    Slot(shape='value', reads='text', keys=())
    >>> slot("pilot.sites").shape, slot("documents").reads, slot("parties.new.nmae")
    ('map', 'word', None)
    """
    at = annotation_at(address)
    return None if at is None else _slot(at)


def annotation_at(address: str) -> Any:  # noqa: ANN401 - an annotation is of no one type
    """The annotation of a place, with its notes; None where the form has no such place."""
    at: Any = Spec
    for key in address.split("."):
        at = at and _below(at, key)
    return at


def accepted_below(address: str) -> tuple[str, ...]:
    """The keys that the form accepts right below an address; none below a value, a list or a map.

    >>> accepted_below("parties.new.approval")
    ('body', 'date', 'reference')
    """
    above = slot(address) if address else Slot("group", keys=keys_of(Spec))
    return above.keys if above and above.shape == "group" else ()


def near_address(address: str) -> str:
    """The address with its first unknown part replaced by the key that is closest to it, or nothing.

    >>> near_address("parties.new.nmae"), near_address("colour")
    ('parties.new.name', '')
    """
    parts = address.split(".")
    known = next((n for n in range(len(parts)) if slot(".".join(parts[: n + 1])) is None), len(parts))
    before, rest = parts[:known], parts[known:]
    close = closest(rest[0], accepted_below(".".join(before))) if rest else ""
    return ".".join([*before, close, *rest[1:]]) if close else ""


def _slot(annotation: Any) -> Slot:  # noqa: ANN401 - an annotation is of no one type
    plain = bare(annotation)
    if is_group(plain):
        return Slot("group", keys=keys_of(plain))
    if plain is Choice:
        return Slot("choice", "word")
    if origin(plain) is Mapping:
        return Slot("map", keys=_slot(get_args(plain)[1]).keys)
    if origin(plain) is tuple:
        element = _slot(get_args(plain)[0])
        return Slot("groups", keys=element.keys) if element.keys else Slot("values", element.reads)
    reader = scalar_of(annotation)
    return Slot("value", READS.get(reader.read, "word") if reader else "text")


def _below(annotation: Any, key: str) -> Any:  # noqa: ANN401 - an annotation is of no one type
    plain = bare(annotation)
    if is_group(plain):
        field = fields_of(plain).get(key)
        return field.annotation if field else None
    if plain is Choice:
        return Text if PARAMETER.fullmatch(key) else None
    if origin(plain) is Mapping:
        return _valued(plain, key)
    return get_args(plain)[0] if origin(plain) is tuple and NUMBER.fullmatch(key) else None


def _valued(plain: Any, key: str) -> Any:  # noqa: ANN401 - an annotation is of no one type
    of_value = get_args(plain)[1]
    good = ISSUE if bare(of_value) is Choice else scalars.ID
    return of_value if good.fullmatch(key) else None
