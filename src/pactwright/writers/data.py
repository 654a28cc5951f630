"""The agreement as JSON: everything that the other formats print, and what they leave unsaid, as data.

The keys are the fields of `pactwright.document`, in their order. A value that could be one of several things (a run,
a block) says which one by its `kind`. `templates/agreement.schema.json` describes the whole and is made here.
"""

from __future__ import annotations

import json
import types
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from pactwright.document import Agreement, Block, Run

SCHEMA_VERSION = 1
SCHEMA_ID = "urn:pactwright:agreement:1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json: TypeAlias = dict[str, Any]

_KINDS: dict[type, str] = {each: each.__name__.lower() for union in (Run, Block) for each in get_args(union)}


def json_data(agreement: Agreement) -> bytes:
    """The agreement in UTF-8, two spaces to a level, with a line feed at the end."""
    record = {"$schema": SCHEMA_ID, "schema": SCHEMA_VERSION, **_plain(agreement)}
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def agreement_schema() -> Json:
    """The JSON Schema of what `data` writes: no key may be missing, and none may be added."""
    definitions: dict[str, Json] = {}
    shape = _object(Agreement, definitions)
    named = {"$schema": {"const": SCHEMA_ID}, "schema": {"const": SCHEMA_VERSION}}
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": "An agreement drafted by pactwright",
        **shape,
        "properties": {**named, **shape["properties"]},
        "required": [*named, *shape["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - what json.dumps takes
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Struct):
        kind = {"kind": _KINDS[type(value)]} if type(value) in _KINDS else {}
        return {**kind, **{name: _plain(getattr(value, name)) for name in value.__struct_fields__}}
    return value


def _object(made: type[Struct], definitions: dict[str, Json]) -> Json:
    kind = {"kind": {"const": _KINDS[made]}} if made in _KINDS else {}
    hints = get_type_hints(made)
    properties = kind | {name: _shape(hints[name], definitions) for name in made.__struct_fields__}
    about = (made.__doc__ or "").replace("`", "").partition("\n\n")[0]
    return {
        "description": " ".join(about.split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _shape(hint: Any, definitions: dict[str, Json]) -> Json:  # noqa: ANN401 - a type hint has no type of its own
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_shape(each, definitions) for each in inside]}
    if origin is tuple:
        return _list(inside, definitions)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _named(hint, definitions)
    return {"type": _NAMES[hint]}


def _list(inside: tuple[Any, ...], definitions: dict[str, Json]) -> Json:
    """A list of any length, or of a fixed one (a pair of words)."""
    if inside[-1] is Ellipsis:
        return {"type": "array", "items": _shape(inside[0], definitions)}
    places = [_shape(each, definitions) for each in inside]
    return {"type": "array", "prefixItems": places, "minItems": len(places), "maxItems": len(places)}


def _named(hint: Any, definitions: dict[str, Json]) -> Json:  # noqa: ANN401 - which may hold itself
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


_NAMES: dict[object, str] = {str: "string", bool: "boolean", int: "integer", type(None): "null"}
