"""What all parts of a spec have in common: they are frozen, refuse keys they do not know, and explain themselves."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date as day
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import PydanticCustomError, core_schema

from pactwright.spec import amounts, scalars


class Facts(BaseModel):
    """A group of facts. A key that stands without a value is a fact that is not known yet."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_unknowns(cls, tree: object) -> object:
        if not isinstance(tree, dict):
            return tree
        if None not in tree.values():
            return tree
        keys = keys_of(cls)
        return {key: value for key, value in tree.items() if value is not None or key not in keys}


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a part of the spec accepts, as they are typed.

    >>> class Notice(Facts):
    ...     by: str = ""
    >>> keys_of(Notice)
    ('by',)
    """
    return tuple(info.alias or name for name, info in model.model_fields.items())


def told(description: str, *examples: str, alias: str | None = None) -> Any:  # noqa: ANN401 - what pydantic's Field is typed as
    """What a key shows in an editor and when it is missing; `alias` is the key itself where Python has the word."""
    return Field(description=description, examples=list(examples) or None, alias=alias)


@dataclass(frozen=True, slots=True)
class Scalar:
    """Reads one piece of text with one of our converters; `shape` is what an editor's schema says of it."""

    read: Callable[[str], object]
    shape: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> core_schema.CoreSchema:
        """The hook by which pydantic asks how to read a value."""
        return core_schema.no_info_plain_validator_function(self._value)

    def __get_pydantic_json_schema__(
        self, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        """The hook by which pydantic asks what an editor should know."""
        return dict(self.shape)

    def _value(self, typed: object) -> object:
        if not isinstance(typed, str):
            raise custom(rule="wrong-kind", seen=f"{kind_of(typed)} stands here", accepted="one piece of text")
        try:
            return self.read(typed)
        except scalars.RefusedError as refused:
            raise custom(rule=refused.rule, seen=refused.seen, accepted=refused.accepted, fix=refused.fix) from None


def custom(*, rule: str, seen: str, accepted: str, fix: str = "") -> PydanticCustomError:
    """A refusal in the form in which pydantic carries it to `reading`, which makes a finding of it."""
    return PydanticCustomError(rule, "{seen}", {"seen": seen, "accepted": accepted, "fix": fix})


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
# The key of a map; its form is a check (`checks/ids.py`), so that one bad key does not hide what stands under it.
Key: TypeAlias = Annotated[str, Scalar(str, {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"})]


class Ref:
    """Marks a text that names something else in the spec: a party, or a party or an outsider."""

    def __init__(self, *groups: str) -> None:
        self.groups = groups


PartyId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties")]
PartyOrOutsiderId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties", "outsiders")]
OwnerId: TypeAlias = Annotated[str, Scalar(str, {"type": "string"}), Ref("parties", "shared")]
