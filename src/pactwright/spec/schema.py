"""The JSON Schema of a spec, for editors: completion, and a sentence on each key."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from pactwright.spec.root import Spec

# No fact of the project, so no field of the form: whoever brings the files in takes it away.
_INCLUDE = {
    "type": "array",
    "items": {"type": "string", "pattern": r"\.ya?ml$"},
    "description": "Other files of this spec, in its folder or below it; no value may stand in two of them.",
}


def json_schema() -> dict[str, Any]:
    """The schema of `spec.yml`, for the line `# yaml-language-server: $schema=...`.

    It is a little wider than the reader, which has the last word: an editor takes 2026 for a number where we take text.
    """
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pactwright spec",
        **Spec.model_json_schema(schema_generator=_ForEditors),
    }
    schema["properties"] = {**schema["properties"], "include": _INCLUDE}
    return schema


class _ForEditors(GenerateJsonSchema):
    """What pydantic says of a form, without titles and defaults; nothing may stand where a fact may be unknown."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic asks so
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title")
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.get_union_of_schemas([self.generate_inner(schema["schema"]), {"type": "null"}])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made
