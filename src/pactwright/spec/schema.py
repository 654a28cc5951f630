"""The JSON Schema of a spec, for editors: completion, and a sentence on each key."""

from __future__ import annotations

from typing import Any

from pactwright.spec.root import Spec

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema of `spec.yml`, for the line `# yaml-language-server: $schema=...`.

    It is a little wider than the reader, which has the last word: an editor takes 2026 for a number where we take text.
    """
    schema = _tidied(Spec.model_json_schema())
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pactwright spec",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _tidied(schema: Schema) -> Schema:
    """The same schema without what helps no person, and with empty keys allowed where a fact may be unknown."""
    tidy: Schema = {}
    for key, value in schema.items():
        if key in {"title", "default"}:
            continue
        if key in {"properties", "patternProperties", "$defs"}:
            tidy[key] = {name: _tidied(below) for name, below in value.items()}
        elif isinstance(value, dict):
            tidy[key] = _tidied(value)
        elif key == "anyOf":
            tidy[key] = [_tidied(below) for below in value]
        else:
            tidy[key] = value
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    required = tidy.get("required", ())
    for name, below in tidy.get("properties", {}).items():
        if name not in required:
            tidy["properties"][name] = _or_nothing(below)
    return tidy


def _or_nothing(schema: Schema) -> Schema:
    told: Schema = {key: schema[key] for key in ("description", "examples") if key in schema}
    rest: Schema = {key: value for key, value in schema.items() if key not in told}
    choices = rest.pop("anyOf", None) or [rest]
    return {**told, "anyOf": [*(choice for choice in choices if choice != {"type": "null"}), {"type": "null"}]}
