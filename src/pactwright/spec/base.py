"""What all parts of a spec have in common: they are frozen, refuse keys they do not know, and explain themselves."""

import functools
from collections.abc import Callable, Mapping
from datetime import date as day
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, dataclass_transform, get_args

from msgspec import NODEFAULT, Struct, structs

from pactwright.spec import amounts, scalars
from pactwright.validation import RefusedError

if TYPE_CHECKING:
    from pactwright.textfile import Tree


@dataclass_transform(frozen_default=True)
class Facts(Struct, frozen=True):
    """A group of facts. A key that stands without a value is a fact that is not known yet."""


class Told(Struct, frozen=True):
    """What a key shows in an editor and when it is missing; `key` is the key itself where Python has the word."""

    description: str
    examples: tuple[str, ...]
    key: str | None


def told(description: str, *examples: str, alias: str | None = None) -> Told:
    """The sentence on a key, and examples of what stands there; `alias` is the key where Python has the word."""
    return Told(description, examples, alias)


class Field(Struct, frozen=True):
    """A key of a group: its name in Python, what stands there, what is told of it, and what stands for it if left out.

    `annotation` is the type with the notes on its value, but without what is told.
    """

    name: str
    key: str
    annotation: Any
    told: Told
    default: object

    @property
    def is_required(self) -> bool:
        """Whether a group without it is none."""
        return self.default is NODEFAULT


@functools.cache
def fields_of(model: type[Facts]) -> Mapping[str, Field]:
    """The fields of a part of the spec by their keys, in the order of the form.

    >>> class Notice(Facts):
    ...     by: Annotated[str, told("Who gives it.", alias="from")]
    >>> fields_of(Notice)["from"].name, fields_of(Notice)["from"].is_required
    ('by', True)
    """
    fields = (_field(info.name, info.type, _default(info)) for info in structs.fields(model))
    return {each.key: each for each in fields}


def _field(name: str, annotation: Any, default: object) -> Field:  # noqa: ANN401 - an annotation is of no one type
    kind, *notes = get_args(annotation)
    of_key = next(note for note in notes if isinstance(note, Told))
    others = [note for note in notes if note is not of_key]
    return Field(name, of_key.key or name, Annotated[kind, *others] if others else kind, of_key, default)


def _default(info: structs.FieldInfo) -> object:
    """What stands for a fact that is left out, the same object each time."""
    return info.default if info.default_factory is NODEFAULT else info.default_factory()


def keys_of(model: type[Facts]) -> tuple[str, ...]:
    """The keys that a part of the spec accepts, as they are typed.

    >>> class Notice(Facts):
    ...     by: Annotated[str, told("Who gives it.")] = ""
    >>> keys_of(Notice)
    ('by',)
    """
    return tuple(fields_of(model))


class Scalar(Struct, frozen=True, eq=False):
    """Reads one piece of text with one of our converters; `shape` is what an editor's schema says of it."""

    read: Callable[[str], object]
    shape: Mapping[str, object] = {}

    def value(self, typed: "Tree") -> object:
        """What was typed, read; RefusedError where it is not one piece of text or does not mean what is asked for."""
        if isinstance(typed, str):
            return self.read(typed)
        raise RefusedError(rule="wrong-kind", seen=f"{kind_of(typed)} stands here", accepted="one piece of text")


def kind_of(value: object) -> str:
    """What a value is, in the words of somebody who types a spec.

    >>> kind_of({}), kind_of(None)
    ('a group of keys', 'nothing')
    """
    if value is None:
        return "nothing"
    return "a group of keys" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a piece of text"


def listed(rule: str, noun: str, accepted: tuple[str, ...]) -> Scalar:
    """Reads one word of a closed list."""
    read = functools.partial(scalars.word, rule=rule, noun=noun, accepted=accepted)
    return Scalar(read, {"type": "string", "enum": list(accepted)})


# An editor's YAML reader takes an unquoted 2026 for a number, and we take it for text: both are right.
_TYPED = ["string", "number"]

Text: TypeAlias = Annotated[str, Scalar(scalars.text, {"type": _TYPED, "minLength": 1, "maxLength": scalars.MAX_TEXT})]
Line: TypeAlias = Annotated[str, Scalar(scalars.line, {"type": _TYPED, "minLength": 1, "maxLength": scalars.MAX_LINE})]
Email: TypeAlias = Annotated[str, Scalar(scalars.email, {"type": "string", "format": "email"})]
YesNo: TypeAlias = Annotated[bool, Scalar(scalars.yes_no, {"enum": ["yes", "no"]})]
Count: TypeAlias = Annotated[int, Scalar(scalars.count, {"type": ["integer", "string"], "pattern": "^[0-9]+$"})]
Number: TypeAlias = Annotated[Decimal, Scalar(scalars.number, {"type": _TYPED, "pattern": r"^[0-9,]+(\.[0-9]+)?$"})]
Percent: TypeAlias = Annotated[Decimal, Scalar(scalars.percent, {"type": _TYPED, "minimum": 0, "maximum": 100})]
Date: TypeAlias = Annotated[day, Scalar(scalars.date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]
Money: TypeAlias = Annotated[amounts.Money, Scalar(amounts.money, {"type": _TYPED})]
Currency: TypeAlias = Annotated[str, Scalar(amounts.currency, {"type": "string", "enum": sorted(amounts.CURRENCIES)})]
Name: TypeAlias = Annotated[
    str,
    Scalar(scalars.identifier, {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": scalars.MAX_ID}),
]
# The key of a map; its form is a check (`checks/places.py`), so that one bad key does not hide what stands under it.
Key: TypeAlias = Annotated[str, Scalar(str, {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"})]


class Ref:
    """Marks a text that names something else in the spec: a party, or a party or an outsider."""

    def __init__(self, *groups: str) -> None:
        self.groups = groups


PartyId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties")]
PartyOrOutsiderId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties", "outsiders")]
OwnerId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties", "shared")]
