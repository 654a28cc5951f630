"""What a spec says for certain: a value whose fact it lists as open, or as disputed, is not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from pactwright.forms import FormField, fields_of
from pactwright.spec.base import SpecGroup

if TYPE_CHECKING:
    from pactwright.spec.root import Spec

G = TypeVar("G", bound=SpecGroup)

STEERING: Final = frozenset(
    {
        "schema",
        "model",
        "jurisdiction",
        "documents",
        "version",
        "choices",
        "open",
        "disputed",
        "sides",
        "confirmed",
        "sure",
    }
)
"""The sections that say how to draft, and no fact of the project."""


def unsettled(spec: Spec) -> frozenset[str]:
    """The addresses of the values that a spec gives and also lists as open or disputed."""
    if not spec.open_facts:
        return frozenset()
    given = (address for address, _ in spec.values if address.partition(".")[0] not in STEERING)
    return frozenset(each for each in given if spec.is_open(each))


def settled(group: G, doubtful: Collection[str], above: str = "") -> G:
    """A group without its doubtful values; one without which there is no such group stays.

    Of a list or a map no entry goes alone, so that every address still names what it named.
    """
    changes = {}
    for key, field in fields_of(type(group)).items():
        address = f"{above}{key}"
        if within := [each for each in doubtful if each == address or each.startswith(f"{address}.")]:
            changes[field.name] = _settled(getattr(group, field.name), field, within, address)
    return group.model_copy(update=changes) if changes else group


def _settled(value: object, field: FormField, doubtful: Collection[str], address: str) -> object:
    if isinstance(value, SpecGroup):
        return settled(value, doubtful, f"{address}.")
    if isinstance(value, Mapping) and all(isinstance(each, SpecGroup) for each in value.values()):
        return {key: settled(each, doubtful, f"{address}.{key}.") for key, each in value.items()}
    if isinstance(value, tuple) and all(isinstance(each, SpecGroup) for each in value):
        return tuple(settled(each, doubtful, f"{address}.{number}.") for number, each in enumerate(value))
    is_part = isinstance(value, Mapping | tuple) and len(doubtful) < len(value)
    return value if is_part or field.info.is_required() else field.info.get_default(call_default_factory=True)
