"""The JSON Schema of a spec, for editors: completion, and a sentence on each key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pactwright.spec.addresses import bare, is_group, origin, scalar_of
from pactwright.spec.base import Facts, Field, fields_of
from pactwright.spec.root import Spec

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema of `spec.yml`, for the line `# yaml-language-server: $schema=...`.

    It is a little wider than the reader, which has the last word: an editor takes 2026 for a number where we take text.
    """
    parts = sorted(_parts_below(Spec), key=lambda part: part.__name__)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pactwright spec",
        "$defs": {part.__name__: _group(part) for part in parts},
        **_group(Spec),
    }


def _parts_below(model: type[Facts]) -> set[type[Facts]]:
    """Every kind of group that can stand somewhere in a group."""
    below = {part for field in fields_of(model).values() for part in _parts_in(field.annotation)}
    return below.union(*map(_parts_below, below))


def _parts_in(annotation: Any) -> set[type[Facts]]:  # noqa: ANN401 - an annotation is of no one type
    kind = bare(annotation)
    return {kind} if is_group(kind) else set().union(*map(_parts_in, get_args(kind)))


def _group(model: type[Facts]) -> Schema:
    """A group of keys, each with its sentence."""
    fields = fields_of(model)
    required = [key for key, field in fields.items() if field.is_required]
    return {
        "additionalProperties": False,
        "description": model.__doc__,
        "properties": {key: _key(field) for key, field in fields.items()},
        **({"required": required} if required else {}),
        "type": "object",
    }


def _key(field: Field) -> Schema:
    """What stands under a key; nothing may stand there where the fact may be unknown."""
    told: Schema = {"description": field.told.description}
    if field.told.examples:
        told["examples"] = list(field.told.examples)
    value = _value(field.annotation)
    return told | (value if field.is_required else _or_nothing(value))


def _value(annotation: Any) -> Schema:  # noqa: ANN401 - an annotation is of no one type
    kind = bare(annotation)
    if is_group(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if origin(kind) is tuple:
        return {"items": _value(get_args(kind)[0]), "type": "array"}
    if origin(kind) is Mapping:
        return _map(*map(_value, get_args(kind)))
    scalar = scalar_of(annotation)
    return dict(scalar.shape) if scalar else {}


def _map(key: Schema, value: Schema) -> Schema:
    """A map of ids; those that name a party are held against the spec, and no pattern of theirs is told."""
    if "pattern" in key:
        return {"patternProperties": {key["pattern"]: value}, "type": "object", "additionalProperties": False}
    return {"additionalProperties": value, "type": "object"}


def _or_nothing(schema: Schema) -> Schema:
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
