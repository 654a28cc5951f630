"""Records for programs: frozen values as JSON data, and the JSON Schema of these, made of their own types.

A value that could be one of several things (a run, a block) says which one by its `kind`.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of record that is published: its name, its title, the type it has, and the kinds of things in it.

    Its schema stands in templates/<name>.schema.json. `version` grows when a reader of the last one would misread it.
    """

    name: str
    title: str
    shape: type[Struct]
    kinds: Mapping[type, str] = field(default_factory=dict)
    version: int = 1

    @property
    def id(self) -> str:
        """The address of its schema."""
        return f"urn:pactwright:{self.name}:{self.version}"


def record_data(record: Record, value: Struct) -> Json:
    """The data of a value: its fields in their order, behind the address of the schema."""
    return {"$schema": record.id, "schema": record.version, **_plain(value, record.kinds)}


def record_schema(record: Record) -> Json:
    """The JSON Schema of these data: no key may be missing, and none may be added."""
    definitions: dict[str, Json] = {}
    shape = _Shapes(record.kinds, definitions).object(record.shape)
    named = {"$schema": {"const": record.id}, "schema": {"const": record.version}}
    return {
        "$schema": _DIALECT,
        "$id": record.id,
        "title": record.title,
        **shape,
        "properties": {**named, **shape["properties"]},
        "required": [*named, *shape["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _plain(value: object, kinds: Mapping[type, str]) -> Any:  # noqa: ANN401 - what json.dumps takes
    if isinstance(value, tuple):
        return [_plain(each, kinds) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each, kinds) for key, each in value.items()}
    if isinstance(value, Struct):
        kind = {"kind": kinds[type(value)]} if type(value) in kinds else {}
        return {**kind, **{name: _plain(getattr(value, name), kinds) for name in value.__struct_fields__}}
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The shapes of types; those of structs are gathered in `definitions`."""

    kinds: Mapping[type, str]
    definitions: dict[str, Json]

    def object(self, made: type[Struct]) -> Json:
        """The shape of a struct."""
        kind = {"kind": {"const": self.kinds[made]}} if made in self.kinds else {}
        hints = get_type_hints(made)
        properties = kind | {name: self._shape(hints[name]) for name in made.__struct_fields__}
        about = (made.__doc__ or "").replace("`", "").partition("\n\n")[0]
        return {
            "description": " ".join(about.split()),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def _shape(self, hint: Any) -> Json:  # noqa: ANN401 - a type hint has no type of its own
        origin, inside = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(inside)}
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self._shape(each) for each in inside]}
        if origin is tuple:
            return self._list(inside)
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self._shape(inside[1])}
        if isinstance(hint, type) and issubclass(hint, Struct):
            return self._named(hint)
        return {"type": "string", "format": "date"} if hint is date else {"type": _NAMES[hint]}

    def _list(self, inside: tuple[Any, ...]) -> Json:
        """A list of any length, or of a fixed one (a pair of words)."""
        if inside[-1] is Ellipsis:
            return {"type": "array", "items": self._shape(inside[0])}
        places = [self._shape(each) for each in inside]
        return {"type": "array", "prefixItems": places, "minItems": len(places), "maxItems": len(places)}

    def _named(self, hint: Any) -> Json:  # noqa: ANN401 - which may hold itself
        name = hint.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.object(hint)
        return {"$ref": f"#/$defs/{name}"}


_NAMES: dict[object, str] = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
