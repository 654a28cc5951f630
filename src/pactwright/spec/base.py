"""What all groups of a spec have in common: they are frozen, refuse keys they do not know, and explain themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as day
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal, TypeAlias, dataclass_transform, get_args

from pydantic import BaseModel, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from pactwright.forms import Converter, Group
from pactwright.spec import amounts, scalars
from pactwright.spec.bearers import BEARERS


@dataclass_transform(frozen_default=True, kw_only_default=True)  # what a type checker should know of it
class SpecGroup(Group, BaseModel, frozen=True, extra="forbid", defer_build=True):
    """A group of facts. A key that stands without a value is a fact that is not known yet."""


@dataclass(frozen=True, eq=False)
class OrText:
    """A note on a group that may also be typed as one text: then that stands under `key`."""

    key: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The group's own schema, behind a look at whether it was typed as a text."""

        def whole(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
            return {self.key: typed} if isinstance(typed, str) else typed

        return core_schema.no_info_before_validator_function(whole, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A text, or the group."""
        return {"anyOf": [{"type": "string"}, handler(core)]}


def doc(description: str, *examples: str, alias: str | None = None) -> Any:  # noqa: ANN401 - as pydantic's Field is typed
    """What an editor shows of a key, and who misses it is told; `alias` is the key itself where Python has the word."""
    return Field(description=description, examples=list(examples) or None, alias=alias)


def one_of(rule: str, noun: str, words: object) -> Converter:
    """Reads one word of a closed list, which is a Literal."""
    accepted = get_args(words)
    read = partial(scalars.word, rule=rule, noun=noun, accepted=accepted)
    return Converter(read, {"type": "string", "enum": list(accepted)})


@dataclass(frozen=True, eq=False)
class known:  # noqa: N801 - a function that says which list it holds an id against
    """What holds an id against the words of a library, where these are given as the context of the reading."""

    rule: str
    noun: str
    words: str

    def __call__(self, typed: object, info: ValidationInfo) -> object:
        """The id, if it is known or nothing is known of such ids."""
        accepted = (info.context or {}).get(self.words)
        if accepted and isinstance(typed, str):
            return scalars.word(typed, rule=self.rule, noun=self.noun, accepted=accepted)
        return typed


@dataclass(frozen=True, eq=False)
class WordOf:
    """A note on a word of a closed list of the vocabulary: which list, the rule that refuses others, and the noun.

    The lists are those of the place and the house of a spec, given as the context of the reading.
    """

    words: str
    rule: str
    noun: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """One piece of text, held against the list; without lists it waits for whoever has them."""
        return core_schema.with_info_after_validator_function(
            known(self.rule, self.noun, self.words), core_schema.str_schema(strict=True)
        )

    def __get_pydantic_json_schema__(self, core: object, handler: object) -> dict[str, Any]:
        """Where the words go once the vocabulary is known."""
        return {"type": "string", WORDS: self.words}


WORDS = "words-of"
"""The key of a JSON Schema that names a list of the vocabulary, until the words themselves take its place."""

Vocabulary: TypeAlias = Mapping[str, tuple[str, ...]]
"""The closed lists that a spec is held against, by name."""

# An editor's YAML reader takes an unquoted 2026 for a number, and we take it for text: both are right.
_TYPED = ["string", "number"]
_ID = "^[a-z][a-z0-9-]*$"

Text: TypeAlias = Annotated[
    str, Converter(scalars.text, {"type": _TYPED, "minLength": 1, "maxLength": scalars.MAX_TEXT})
]
Line: TypeAlias = Annotated[
    str, Converter(scalars.line, {"type": _TYPED, "minLength": 1, "maxLength": scalars.MAX_LINE})
]
Email: TypeAlias = Annotated[str, Converter(scalars.email, {"type": "string", "format": "email"})]
YesNo: TypeAlias = Annotated[bool, Converter(scalars.yes_no, {"enum": ["yes", "no", "Yes", "No"]})]
Count: TypeAlias = Annotated[int, Converter(scalars.count, {"type": ["integer", "string"], "pattern": "^[0-9]+$"})]
Number: TypeAlias = Annotated[Decimal, Converter(scalars.number, {"type": _TYPED, "pattern": r"^[0-9,]+(\.[0-9]+)?$"})]
Percent: TypeAlias = Annotated[Decimal, Converter(scalars.percent, {"type": _TYPED, "minimum": 0, "maximum": 100})]
Date: TypeAlias = Annotated[day, Converter(scalars.date, {"type": "string", "pattern": scalars.ANY_DATE})]
DateOrNone: TypeAlias = Annotated[
    day | Literal["none"],
    Converter(scalars.date_or_none, {"type": "string", "pattern": f"{scalars.ANY_DATE}|^{scalars.NONE}$"}),
]
Money: TypeAlias = Annotated[amounts.Money, Converter(amounts.money, {"type": _TYPED})]
Currency: TypeAlias = Annotated[
    str, Converter(amounts.currency, {"type": "string", "enum": sorted(amounts.CURRENCIES)})
]
Name: TypeAlias = Annotated[
    str, Converter(scalars.identifier, {"type": "string", "pattern": _ID, "maxLength": scalars.MAX_ID})
]
# The key of a map; its form is a check (`checks/places.py`), so that one bad key does not hide what stands under it.
Key: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": _ID})]


class Ref:
    """Marks a text that names something else in the spec: a party, or a party or an outsider.

    `is_duty` says that a party which is named there owes something, so that it has to be bound; `unless` is a yes or no
    beside it that takes the duty away.
    """

    def __init__(self, *groups: str, is_duty: bool = False, unless: str = "") -> None:
        self.groups = groups
        self.is_duty = is_duty
        self.unless = unless


PartyId: TypeAlias = Annotated[str, Ref("parties")]
PartyOrOutsiderId: TypeAlias = Annotated[str, Ref("parties", "outsiders")]
BoundId: TypeAlias = Annotated[str, Ref("parties", is_duty=True)]
PledgerId: TypeAlias = Annotated[str, Ref("parties", is_duty=True, unless="pledge")]
HolderId: TypeAlias = Annotated[str, Ref("parties", "outsiders", is_duty=True)]
OwnerId: TypeAlias = Annotated[str, Ref("parties", "outsiders", *BEARERS, is_duty=True)]
