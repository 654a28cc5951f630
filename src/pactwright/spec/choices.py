"""What the city chose from the library, what is not known or not agreed yet, and what somebody has confirmed.

A choice stays as text here; `pactwright.choices` holds it against the library.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from pactwright.spec.base import Date, Line, PartyId, SpecGroup, Text, doc
from pactwright.spec.scalars import text
from pactwright.validation import RefusedError, kind_of

if TYPE_CHECKING:
    from pactwright.textfile import Tree

WORDS: Final = ("option", "reason", "private")


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer to one issue: an option, why, and the values of its parameters as they were typed.

    `private` is what a party or a side keeps to itself; it is no part of what the spec says, so that nothing prints it.
    """

    option: str | None = None
    reason: str | None = None
    parameters: "Mapping[str, Tree]" = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


def choice(tree: "Tree") -> Choice:
    """A choice in its short form (an option) or its long one (a group of keys).

    >>> choice({"option": "contribution-multiple", "multiple": "2"}).parameters
    {'multiple': '2'}
    """
    if isinstance(tree, str):
        return Choice(option=text(tree))
    if not isinstance(tree, dict):
        raise RefusedError(
            rule="wrong-kind",
            seen=f"{kind_of(tree)} stands here",
            accepted="an option, or a group with option, reason, ...",
        )
    return Choice(
        option=_word(tree, "option"),
        reason=_word(tree, "reason"),
        parameters={key: value for key, value in tree.items() if key not in WORDS},
        private=_private(tree.get("private")),
    )


def _word(tree: "dict[str, Tree]", key: str) -> str | None:
    value = tree.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RefusedError(rule="wrong-kind", seen=f"{key} is {kind_of(value)}", accepted="one piece of text")
    return text(value)


def _private(tree: "Tree") -> dict[str, str]:
    """What each party or side keeps to itself; what is wrong with it is told without its words."""
    said = {} if tree is None else tree
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        accepted = "a text for a party or a side, such as {private: {council: we may go to 60,000}}"
        raise RefusedError(rule="wrong-kind", seen="private is no group of texts", accepted=accepted)
    return {key: text(each) for key, each in said.items() if isinstance(each, str)}


class _ChoiceConverter:
    """Reads a choice, the one place of a spec with two forms; both are one value, and what is wrong is told of it."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(choice)


PRIVATE: Final = "What a party (by its id) or a side keeps to itself; it prints in no document."
_TEXT_OR_NOTHING = {"anyOf": [{"type": "string"}, {"type": "null"}]}
SAID: Final[dict[str, dict[str, Any]]] = {
    "option": {"description": "The option of the issue, by its id.", **_TEXT_OR_NOTHING},
    "reason": {"description": "Why this option or value, in one sentence.", **_TEXT_OR_NOTHING},
    "private": {"description": PRIVATE, "type": "object", "additionalProperties": {"type": "string"}},
}
"""What may be said of a choice beside the values of its parameters, for an editor and for whoever fills a form in."""
_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "object", "properties": SAID}]}
AnyChoice: TypeAlias = Annotated[Choice, _ChoiceConverter(), WithJsonSchema(_SCHEMA)]
IssueKey: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"})]
_CONFIRM = {
    "type": "string",
    "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)?#[a-z0-9-]+$",
    "examples": ["formation/parties#authority"],
}
ConfirmKey: TypeAlias = Annotated[str, WithJsonSchema(_CONFIRM)]


class OpenFact(SpecGroup):
    """A fact that is not known yet, and who finds it out."""

    fact: Annotated[Text, doc("The address of the fact.", "parties.partner.signatories")]
    owner: Annotated[PartyId | None, doc("The party that finds it out, by its id.", "partner")] = None
    by: Annotated[Date | None, doc("The day by which it should be known.", "2026-12-10")] = None


class Version(SpecGroup):
    """What one source says."""

    value: Annotated[Text, doc("What this source says.", "2027-06-30", "2027-09-30")]
    source: Annotated[Text, doc("Where it says so.", "council minutes, 3 May 2026", "the grant letter")]


class Dispute(SpecGroup):
    """A fact on which sources differ."""

    fact: Annotated[Text, doc("The address of the fact.", "pilot.end")]
    values: Annotated[tuple[Version, ...], doc("What each source says; at least two.")]


class Departure(SpecGroup):
    """What somebody approved that departs from the playbook of a party, and when."""

    fact: Annotated[Text, doc("The address of the choice or the value.", "liability/cap", "liability/cap.low_fixed")]
    party: Annotated[PartyId, doc("The party whose playbook it departs from, by its id.", "council")]
    value: Annotated[Text, doc("What was approved, as it stands in the spec.", "low-fixed", "AUD 100,000")]
    by: Annotated[Line, doc("Who approved it.", "the risk manager")]
    date: Annotated[Date, doc("The day on which it was approved.", "2026-11-20")]


class Confirmation(SpecGroup):
    """Who confirmed one of the things that the library lists as to be confirmed before signing, and when."""

    by: Annotated[Line, doc("Who confirmed it.", "the general manager")]
    date: Annotated[Date, doc("The day on which it was confirmed.", "2026-11-20")]
