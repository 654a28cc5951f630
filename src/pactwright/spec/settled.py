"""What a spec says for certain: a value whose fact it lists as open, or as disputed, is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from pactwright.forms import FormField, fields_of
from pactwright.spec.base import SpecGroup

if TYPE_CHECKING:
    from pactwright.spec.root import Spec

G = TypeVar("G", bound=SpecGroup)
Keys: TypeAlias = tuple[str, ...]
"""An address, key by key."""

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
        "approvals",
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


def settled(group: G, doubtful: Iterable[Keys]) -> G:
    """A group without its doubtful values; one without which there is no such group stays.

    Of a list or a map no entry goes alone, so that every address still names what it named.
    """
    within = _below(doubtful)
    fields = {key: field for key, field in fields_of(type(group)).items() if key in within}
    changes = {each.name: _settled(getattr(group, each.name), each, within[key]) for key, each in fields.items()}
    return group.model_copy(update=changes) if changes else group


def _settled(value: object, field: FormField, doubtful: list[Keys]) -> object:
    if isinstance(value, SpecGroup):
        return settled(value, doubtful)
    within = _below(doubtful)
    if isinstance(value, Mapping) and all(isinstance(each, SpecGroup) for each in value.values()):
        return {key: settled(each, within.get(key, ())) for key, each in value.items()}
    if isinstance(value, tuple) and all(isinstance(each, SpecGroup) for each in value):
        return tuple(settled(each, within.get(str(number), ())) for number, each in enumerate(value))
    is_part = isinstance(value, Mapping | tuple) and len(doubtful) < len(value)
    return value if is_part or field.info.is_required() else field.info.get_default(call_default_factory=True)


def _below(addresses: Iterable[Keys]) -> Mapping[str, list[Keys]]:
    """What stands of some addresses below each of their first keys."""
    below: dict[str, list[Keys]] = {}
    for first, *rest in filter(None, addresses):
        below.setdefault(first, []).append(tuple(rest))
    return below
