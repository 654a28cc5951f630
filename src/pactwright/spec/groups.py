"""A spec read group by group: what is the very same in the tree of an earlier spec is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args, get_origin

from pydantic import ValidationError

from pactwright.memory import Memory
from pactwright.spec.addresses import bare
from pactwright.spec.base import Facts
from pactwright.spec.root import Spec

if TYPE_CHECKING:
    from pactwright.textfile import Tree

Below: TypeAlias = "tuple[Literal['group', 'list', 'map'], type[Facts]]"

# The least that makes a spec, for reading one part of another by itself.
FILLED: Final[dict[str, Tree]] = {"schema": "1", "jurisdiction": "x", "project": {"title": "x"}, "parties": {}}


def by_groups(tree: dict[str, Tree], memory: Memory) -> Spec:
    """The spec that a tree holds; raises ValidationError as pydantic does for the whole."""
    names = {info.alias or name: name for name, info in Spec.model_fields.items()}
    given = {key: part for key, part in tree.items() if part is not None}
    if not (tree.keys() <= names.keys() and given.keys() >= FILLED.keys()):
        return Spec.model_validate(tree)
    try:
        parts = {names[key]: memory.same(_part, key, names[key], part, memory) for key, part in given.items()}
    except ValidationError:
        return Spec.model_validate(tree)
    return Spec.model_construct(set(parts), **dict(memory.same(_defaults)) | parts)


def _defaults() -> Spec:
    return Spec.model_validate(FILLED)


def _part(key: str, name: str, part: Tree, memory: Memory) -> object:
    """What stands under a key of the spec itself."""
    read = _read(key, Spec, part, memory)
    if isinstance(read, Facts) or (isinstance(read, dict) and key in _below(Spec)):
        return read
    return getattr(Spec.model_validate(FILLED | {key: read}), name)


def _read(key: str, holder: type[Facts], part: Tree, memory: Memory) -> object:
    """What stands under a key, every group in it read; anything else as it is."""
    kind, model = _below(holder).get(key, ("", Facts))
    if kind == "group":
        return memory.same(_group, model, part, memory)
    if kind == "map" and isinstance(part, dict):
        return {each: memory.same(_group, model, below, memory) for each, below in part.items()}
    if kind == "list" and isinstance(part, list):
        return [memory.same(_group, model, below, memory) for below in part]
    return part


def _group(model: type[Facts], tree: Tree, memory: Memory) -> Facts:
    """A group, with those below it."""
    if not (_below(model) and isinstance(tree, dict)):
        return model.model_validate(tree)
    return model.model_validate({key: _read(key, model, part, memory) for key, part in tree.items()})


@cache
def _below(model: type[Facts]) -> Mapping[str, Below]:
    """The keys of a part of the form under which groups stand: one, a list of them, or a map."""
    found = {info.alias or name: _groups_in(bare(info.annotation)) for name, info in model.model_fields.items()}
    return {key: groups for key, groups in found.items() if groups}


def _groups_in(annotation: object) -> Below | None:
    """What an annotation says of groups; nothing for values."""
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return "group", annotation
    kind: Literal["list", "map"] = "map" if get_origin(annotation) is Mapping else "list"
    *_, inner = map(bare, [each for each in get_args(annotation) if each is not ...] or [None])
    return (kind, inner) if isinstance(inner, type) and issubclass(inner, Facts) else None
