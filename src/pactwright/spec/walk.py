"""Every value of a spec, or of a part of one, with its address, in the order of the form."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from msgspec import Struct

from pactwright.memory import Memory
from pactwright.spec.addresses import origin
from pactwright.spec.amounts import Money
from pactwright.spec.base import Facts, Ref, Scalar, fields_of
from pactwright.spec.form import annotation_at

ValueKind: TypeAlias = Literal["party", "word", "percent"]
Annotation: TypeAlias = Any  # of no one type

WHOLE: Final = 100


class Shape(Struct, frozen=True):
    """What the form says of a place: the kind of value, what it may name, and the shapes of a map's keys and values."""

    kind: ValueKind | None
    ref: Ref | None
    key: "Shape | None" = None
    below: "Shape | None" = None
    is_key: bool = False


class Leaf(Struct, frozen=True):
    """A value that somebody typed, where it stands, and what the form says of that place."""

    address: str
    value: object
    shape: Shape


class Walked:
    """What stands under one key of a spec, walked once; each thing asked of it is worked out once."""

    def __init__(self, key: str, leaves: tuple[Leaf, ...]) -> None:
        self.key = key
        self.leaves = leaves

    @cached_property
    def amounts(self) -> tuple[tuple[str, Money], ...]:
        """Every amount of money, with its address."""
        return tuple((leaf.address, leaf.value) for leaf in self.leaves if isinstance(leaf.value, Money))

    @cached_property
    def references(self) -> tuple[tuple[str, Ref, str], ...]:
        """Every text that names a party or an outsider, with its address and the groups in which that may stand."""
        return tuple(
            (leaf.address, ref, leaf.value)
            for leaf in self.leaves
            if (ref := leaf.shape.ref) and isinstance(leaf.value, str)
        )

    @cached_property
    def values(self) -> tuple[tuple[str, object], ...]:
        """Every value with its address, without the keys of maps."""
        return tuple((leaf.address, leaf.value) for leaf in self.leaves if not leaf.shape.is_key)


def amounts(facts: Facts) -> Iterator[tuple[str, Money]]:
    """Every amount of money."""
    return (found for part in parts_of(facts) for found in part.amounts)


def references(facts: Facts) -> Iterator[tuple[str, Ref, str]]:
    """Every text that names a party or an outsider, with the groups in which that may stand."""
    return (found for part in parts_of(facts) for found in part.references)


@lru_cache(maxsize=8192)
def kind_at(address: str) -> ValueKind | None:
    """What kind of value the form has at an address, where the type alone does not say.

    >>> kind_at("milestones.map.payee"), kind_at("parties.council.kind"), kind_at("project.title")
    ('party', 'word', None)
    """
    annotation = annotation_at(address)
    return None if annotation is None else _kind(annotation)


def kind_below(rows: str, name: str) -> ValueKind | None:
    """The same for a field of the groups in a map or a list, whatever their ids and however many.

    >>> kind_below("milestones", "payee"), kind_below("contributions", "party")
    ('party', 'party')
    """
    return kind_at(f"{rows}.any-id.{name}") or kind_at(f"{rows}.0.{name}")


def leaves(facts: Facts) -> Iterator[tuple[str, object]]:
    """Every value that the spec gives, without the keys of its maps."""
    return (value for part in parts_of(facts) for value in part.values)


def parts_of(facts: Facts) -> tuple[Walked, ...]:
    """The parts of the form that say anything; specs that share a part share what was found in it.

    A spec is walked once for all who ask, since it never changes.
    """
    return _WALKED.same(_parts_of, facts)


_WALKED: Final = Memory(most=8)
_PARTS: Final = Memory(most=128)


def _parts_of(facts: Facts) -> tuple[Walked, ...]:
    _PARTS.turn()
    said = ((getattr(facts, name), key, shape) for name, key, shape in _fields(type(facts)))
    parts = (_PARTS.same(_walked_part, value, key, shape) for value, key, shape in said if value)
    return tuple(part for part in parts if part.leaves)


def _walked_part(value: object, key: str, shape: Shape) -> Walked:
    found: list[Leaf] = []
    _walk(value, shape, key, found)
    return Walked(key, tuple(found))


def _walk(value: object, shape: Shape, address: str, found: list[Leaf]) -> None:
    """Adds what stands at a place and under it; a map's key comes before what stands under it."""
    if isinstance(value, Facts):
        found += _PARTS.equal(_walked_group, value, address)
    elif isinstance(value, Mapping) and shape.key and shape.below:
        for key, below_value in value.items():
            found.append(Leaf(f"{address}.{key}", key, shape.key))
            _walk(below_value, shape.below, f"{address}.{key}", found)
    elif isinstance(value, tuple) and shape.below:
        for index, below_value in enumerate(value):
            _walk(below_value, shape.below, f"{address}.{index}", found)
    elif value is not None:
        found.append(Leaf(address, value, shape))


def _walked_group(group: Facts, address: str) -> tuple[Leaf, ...]:
    """What stands in a group of keys; specs that share it share its leaves."""
    found: list[Leaf] = []
    for name, key, below in _fields(type(group)):
        value = getattr(group, name)
        if type(value) is str:  # most fields
            found.append(Leaf(f"{address}.{key}", value, below))
        elif value is not None:
            _walk(value, below, f"{address}.{key}", found)
    return tuple(found)


@cache
def _fields(model: type[Facts]) -> tuple[tuple[str, str, Shape], ...]:
    """The name, the key and the shape of each field of a part of the form."""
    return tuple((field.name, key, _shape(field.annotation)) for key, field in fields_of(model).items())


def _shape(annotation: Annotation, *, is_key: bool = False) -> Shape:
    inner = get_args(annotation)[0] if origin(annotation) is Annotated else annotation
    args, is_map = get_args(inner), origin(inner) is Mapping
    return Shape(
        _kind(annotation),
        _ref(annotation),
        _shape(args[0], is_key=True) if is_map else None,
        _shape(args[1]) if is_map else _shape(args[0]) if origin(inner) is tuple else None,
        is_key,
    )


def _kind(annotation: Annotation) -> ValueKind | None:
    if origin(annotation) is not Annotated:
        return next(filter(None, map(_kind, get_args(annotation))), None)
    inner, *notes = get_args(annotation)
    if any(isinstance(note, Ref) for note in notes):
        return "party"
    shapes = [note.shape for note in notes if isinstance(note, Scalar)]
    if any("enum" in shape and shape.get("type") == "string" for shape in shapes):
        return "word"
    return "percent" if any(shape.get("maximum") == WHOLE for shape in shapes) else _kind(inner)


def _ref(annotation: Annotation) -> Ref | None:
    if origin(annotation) is Annotated:
        found = next((note for note in get_args(annotation)[1:] if isinstance(note, Ref)), None)
        return found or _ref(get_args(annotation)[0])
    return next(filter(None, map(_ref, get_args(annotation))), None)
