"""What the city chose from the library, and what is not known or not agreed yet.

A choice stays as text here; `pactwright.choices` holds it against the library.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from msgspec import Struct

from pactwright.spec.base import Date, Facts, PartyId, Scalar, Text, kind_of, told
from pactwright.spec.scalars import text
from pactwright.validation import RefusedError

if TYPE_CHECKING:
    from pactwright.textfile import Tree

WORDS: Final = ("option", "reason")


class Choice(Struct, frozen=True):
    """The answer to one issue: an option, why, and the values of its parameters as they were typed."""

    option: str | None = None
    reason: str | None = None
    parameters: "Mapping[str, Tree]" = {}


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
    )


def _word(tree: "dict[str, Tree]", key: str) -> str | None:
    value = tree.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RefusedError(rule="wrong-kind", seen=f"{key} is {kind_of(value)}", accepted="one piece of text")
    return text(value)


class _ChoiceReader(Scalar, frozen=True):
    """Reads a choice, which is the one place of a spec with two forms."""

    def value(self, typed: "Tree") -> Choice:
        """The choice, in either form."""
        return choice(typed)


_TEXT_OR_NOTHING = {"anyOf": [{"type": "string"}, {"type": "null"}]}
_SHAPE = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "option": {"description": "The option of the issue, by its id.", **_TEXT_OR_NOTHING},
                "reason": {"description": "Why this option or value, in one sentence.", **_TEXT_OR_NOTHING},
            },
        },
    ]
}
AnyChoice: TypeAlias = Annotated[Choice, _ChoiceReader(choice, _SHAPE)]
IssueKey: TypeAlias = Annotated[str, Scalar(str, {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"})]


class OpenPoint(Facts):
    """A fact that is not known yet, and who finds it out."""

    fact: Annotated[Text, told("The address of the fact.", "parties.partner.signatories")]
    owner: Annotated[PartyId | None, told("The party that finds it out, by its id.", "partner")] = None
    by: Annotated[Date | None, told("The day by which it should be known.", "2026-12-10")] = None


class Version(Facts):
    """What one source says."""

    value: Annotated[Text, told("What this source says.", "40 sensors")]
    source: Annotated[Text, told("Where it says so.", "council minutes, 3 May 2026")]


class Dispute(Facts):
    """A fact on which sources differ."""

    fact: Annotated[Text, told("The address of the fact.", "pilot.sites.north.quantity")]
    values: Annotated[tuple[Version, ...], told("What each source says; at least two.")]
