"""Where a fact stands: addresses of a spec, checked against what a spec can hold."""

import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias, Union, get_args, get_origin

from pactwright.spec.base import Facts, Scalar, fields_of, keys_of
from pactwright.spec.root import Spec

ISSUE: Final = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
PARAMETER: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9-]+)?")
Annotation: TypeAlias = Any  # a class, a union, a generic, each with or without notes


def model_at(address: tuple[str | int, ...]) -> type[Facts] | None:
    """The part of the spec that holds the last key of an address, or nothing if no part does.

    >>> model_at(("parties", "city", "kind")).__name__
    'Party'
    """
    at: Annotation = Spec
    for key in address[:-1]:
        at = _below(at, key)
    return at if is_group(at) else None


def accepted_kind(address: tuple[str | int, ...]) -> type | None:
    """What stands at an address: `dict`, `list`, `str`, or nothing if the spec has no such place."""
    at: Annotation = Spec
    for key in address:
        at = _below(at, key)
    if at is None:
        return None
    if is_group(at) or origin(at) is Mapping:
        return dict
    return list if origin(at) is tuple else str


def unknown_part(spec: Spec, address: str) -> str | None:
    """The first part of an address that is not there, or nothing if the address stands.

    A map's id and a list's number must be in this spec; a fact that a spec may hold need not be filled in.
    `<topic>/<issue>` and `<topic>/<issue>.<parameter>` are left to whoever knows the library.
    """
    address = address.removeprefix("choices.")
    issue, _, parameter = address.partition(".")
    if "/" in issue:
        good = ISSUE.fullmatch(issue) and (not parameter or PARAMETER.fullmatch(parameter))
        return None if good else address
    at: Annotation = Spec
    value: object = spec
    for key in address.split("."):
        at, value = _below(at, int(key) if key.isdecimal() else key), _value_below(value, key)
        if at is None or value is _ABSENT:
            return key
    return None


def accepted_keys(spec: Spec, address: str) -> tuple[str, ...]:
    """The keys that can stand beside the last part of an address that is there."""
    at: Annotation = Spec
    value: object = spec
    for key in address.split("."):
        below, value_below = _below(at, key), _value_below(value, key)
        if below is None or value_below is _ABSENT:
            break
        at, value = below, value_below
    if is_group(at):
        return keys_of(at)
    return tuple(value) if isinstance(value, Mapping) else ()


_ABSENT: Final = object()


def _value_below(value: object, key: str) -> object:
    if isinstance(value, Facts):
        field = fields_of(type(value)).get(key)
        return getattr(value, field.name) if field else _ABSENT
    if isinstance(value, Mapping):
        return value.get(key, _ABSENT)
    if isinstance(value, tuple):
        return value[int(key)] if key.isdecimal() and int(key) < len(value) else _ABSENT
    return None if value is None else _ABSENT


def _below(annotation: Annotation, key: str | int) -> Annotation:
    """The annotation of what stands under a key, or nothing."""
    if is_group(annotation):
        field = fields_of(annotation).get(str(key))
        return bare(field.annotation) if field else None
    if origin(annotation) is Mapping:
        return bare(get_args(annotation)[1])
    if origin(annotation) is tuple and isinstance(key, int):
        return bare(get_args(annotation)[0])
    return None


def bare(annotation: Annotation) -> Annotation:
    """The annotation without what may be left out and without its notes.

    >>> bare(Annotated[int, "a note"] | None)
    <class 'int'>
    """
    if origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if origin(annotation) in {Union, types.UnionType}:
        return bare(next(arg for arg in get_args(annotation) if arg is not types.NoneType))
    return annotation


def scalar_of(annotation: Annotation) -> Scalar | None:
    """What reads a value, by its notes; nothing for groups, lists and maps.

    >>> scalar_of(Annotated[int, Scalar(int)] | None).read
    <class 'int'>
    """
    if origin(annotation) is Annotated:
        found = next((note for note in get_args(annotation)[1:] if isinstance(note, Scalar)), None)
        return found or scalar_of(get_args(annotation)[0])
    if origin(annotation) in {Union, types.UnionType}:
        return next(filter(None, map(scalar_of, get_args(annotation))), None)
    return None


def is_group(annotation: Annotation) -> bool:
    """Whether a group of keys stands at a place."""
    return isinstance(annotation, type) and issubclass(annotation, Facts)


def origin(annotation: Annotation) -> object:
    """What a type is made from: Mapping, tuple, Annotated, a union; nothing for a plain class."""
    return get_origin(annotation)
