"""Every value of a spec, or of a part of one, with its address, in the order of the form."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel

from pactwright.spec.amounts import Money
from pactwright.spec.base import Facts, Ref, Scalar

ValueKind: TypeAlias = Literal["party", "word", "percent"]

WHOLE: Final = 100


def amounts(facts: Facts) -> Iterator[tuple[str, Money]]:
    """Every amount of money."""
    for address, _, value in _values(type(facts), facts, ""):
        if isinstance(value, Money):
            yield address, value


def references(facts: Facts) -> Iterator[tuple[str, Ref, str]]:
    """Every text that names a party or an outsider, with the groups in which that may stand."""
    for address, annotation, value in _values(type(facts), facts, ""):
        ref = _ref(annotation)
        if ref and isinstance(value, str):
            yield address, ref, value


def kinds(facts: Facts) -> dict[str, ValueKind]:
    """What kind of value stands at an address, where the type alone does not say."""
    found = {address: _kind(annotation) for address, annotation, _ in _values(type(facts), facts, "")}
    return {address: kind for address, kind in found.items() if kind}


def leaves(facts: Facts) -> Iterator[tuple[str, object]]:
    """Every value that the spec gives, without the keys of its maps."""
    for address, annotation, value in _values(type(facts), facts, ""):
        if not _is_key(annotation):
            yield address, value


def _kind(annotation: Any) -> ValueKind | None:  # noqa: ANN401 - what `model_fields` holds
    if get_origin(annotation) is not Annotated:
        return next(filter(None, map(_kind, get_args(annotation))), None)
    inner, *notes = get_args(annotation)
    if any(isinstance(note, Ref) for note in notes):
        return "party"
    shapes = [note.shape for note in notes if isinstance(note, Scalar)]
    if any("enum" in shape and shape.get("type") == "string" for shape in shapes):
        return "word"
    return "percent" if any(shape.get("maximum") == WHOLE for shape in shapes) else _kind(inner)


def _values(annotation: Any, value: object, address: str) -> Iterator[tuple[str, Any, object]]:  # noqa: ANN401 - what `model_fields` holds
    """Address, annotation and value of everything that was typed; a map's key comes before what stands under it."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            noted = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
            yield from _values(noted, getattr(value, name), _joined(address, info.alias or name))
    elif isinstance(value, Mapping):
        of_key, of_value = get_args(_plain(annotation))
        for key, below in value.items():
            yield _joined(address, key), Annotated[of_key, _IS_KEY], key
            yield from _values(of_value, below, _joined(address, key))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from _values(get_args(_plain(annotation))[0], below, _joined(address, str(index)))
    elif value is not None:
        yield address, annotation, value


_IS_KEY = "key"


def _is_key(annotation: Any) -> bool:  # noqa: ANN401 - what `model_fields` holds
    return get_origin(annotation) is Annotated and _IS_KEY in get_args(annotation)[1:]


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - what `model_fields` holds
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _ref(annotation: Any) -> Ref | None:  # noqa: ANN401 - what `model_fields` holds
    if get_origin(annotation) is Annotated:
        found = next((note for note in get_args(annotation)[1:] if isinstance(note, Ref)), None)
        return found or _ref(get_args(annotation)[0])
    return next(filter(None, map(_ref, get_args(annotation))), None)


def _joined(address: str, key: str) -> str:
    return f"{address}.{key}" if address else key
