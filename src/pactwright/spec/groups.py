"""A tree of text read group by group: what is the very same in the tree of an earlier spec is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, cast, get_args

from pactwright.spec.addresses import bare, is_group, origin, scalar_of
from pactwright.spec.base import Facts, fields_of, kind_of
from pactwright.spec.refusals import BadTreeError, Problem, under
from pactwright.spec.root import Spec
from pactwright.validation import RefusedError

if TYPE_CHECKING:
    from pactwright.memory import Memory
    from pactwright.spec.base import Scalar
    from pactwright.textfile import Tree

K = TypeVar("K", int, str)
F = TypeVar("F", bound=Facts)

Reads: TypeAlias = "Callable[[Tree, Memory | None], Any]"


def by_groups(tree: dict[str, Tree], memory: Memory | None = None) -> Spec:
    """The spec that a tree holds; raises BadTreeError with every problem.

    With a memory, what stands under a key of the spec, and every group, is read once as long as it is the same object.
    """
    return _filled(Spec, tree, memory)


def _group(model: type[Facts], tree: Tree, memory: Memory | None) -> Facts:
    """A group, with those below it."""
    if not isinstance(tree, dict):
        raise _another_kind(tree, "a group of keys")
    return _filled(model, tree, memory)


def _filled(model: type[F], tree: dict[str, Tree], memory: Memory | None) -> F:
    """The group that a tree holds; a key without a value is one that is left out."""
    form = _form(model)
    given = form.defaults.copy()
    problems: list[Problem] = []
    for key, name, reads in form.keys:
        part = tree.get(key)
        if part is not None:
            try:
                given[name] = reads(part, memory)
            except (RefusedError, BadTreeError) as bad:
                problems += under(key, part, bad)
        elif name not in given:
            problems.append(Problem((key,), None))
    if not tree.keys() <= form.known:
        problems += [Problem((key,), part) for key, part in tree.items() if key not in form.known]
    if problems:
        raise BadTreeError(problems)
    return model(**given)


def _map(reads: Reads, tree: Tree, memory: Memory | None) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise _another_kind(tree, "a group of keys")
    return _each(reads, tree.items(), memory)


def _list(reads: Reads, tree: Tree, memory: Memory | None) -> tuple[Any, ...]:
    if not isinstance(tree, list):
        raise _another_kind(tree, "a list", "put it in brackets: [...]" if isinstance(tree, str) else "")
    return tuple(_each(reads, enumerate(tree), memory).values())


def _each(reads: Reads, parts: Iterable[tuple[K, Tree]], memory: Memory | None) -> dict[K, Any]:
    """What is read of each part, by its id or its number."""
    read: dict[K, Any] = {}
    problems: list[Problem] = []
    for key, part in parts:
        try:
            read[key] = reads(part, memory)
        except (RefusedError, BadTreeError) as bad:
            problems += under(key, part, bad)
    if problems:
        raise BadTreeError(problems)
    return read


def _another_kind(tree: Tree, accepted: str, fix: str = "") -> RefusedError:
    return RefusedError(rule="wrong-kind", seen=f"{kind_of(tree)} stands here", accepted=accepted, fix=fix)


class _Form(NamedTuple):
    """What is known of a part of the form before any tree is read."""

    keys: tuple[tuple[str, str, Reads], ...]
    known: frozenset[str]
    defaults: dict[str, object]


@cache
def _form(model: type[Facts]) -> _Form:
    fields = fields_of(model)
    readers = (
        _reads_once(field.annotation) if model is Spec else _reads(field.annotation) for field in fields.values()
    )
    return _Form(
        tuple((key, field.name, reads) for (key, field), reads in zip(fields.items(), readers, strict=True)),
        frozenset(fields),
        {field.name: field.default for field in fields.values() if not field.is_required},
    )


def _reads(annotation: Any) -> Reads:  # noqa: ANN401 - an annotation is of no one type
    """How what stands at a place is read."""
    kind = bare(annotation)
    if is_group(kind):
        return partial(_group_once, kind)
    if origin(kind) is Mapping:
        return partial(_map, _reads(get_args(kind)[1]))
    if origin(kind) is tuple:
        return partial(_list, _reads(get_args(kind)[0]))
    value = cast("Scalar", scalar_of(annotation)).value
    return lambda typed, _: value(typed)


def _group_once(model: type[Facts], tree: Tree, memory: Memory | None) -> Facts:
    return memory.same(_group, model, tree, memory) if memory else _group(model, tree, memory)


def _reads_once(annotation: Any) -> Reads:  # noqa: ANN401 - an annotation is of no one type
    """How what stands under a key of the spec itself is read: a map or a list too is read once."""
    reads = _reads(annotation)
    return partial(_once, reads) if origin(bare(annotation)) in {Mapping, tuple} else reads


def _once(reads: Reads, tree: Tree, memory: Memory | None) -> object:
    return memory.same(reads, tree, memory) if memory else reads(tree, memory)
