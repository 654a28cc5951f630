"""The JSON Schema of a spec, for editors: completion, and a sentence on each key."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from pactwright.spec.base import WORDS, Vocabulary
from pactwright.spec.root import Spec

# No fact of the project, so no field of the form: whoever brings the files in takes it away.
_INCLUDE = {
    "type": "array",
    "items": {"type": "string", "pattern": r"\.ya?ml$"},
    "description": "Other files of this spec, in its folder or below it; no value may stand in two of them.",
}


def json_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of `spec.yml`, for the line `# yaml-language-server: $schema=...`, with the words of closed lists.

    It is a little wider than the reader, which has the last word: an editor takes 2026 for a number where we take text.
    """
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pactwright spec",
        **_filled(Spec.model_json_schema(schema_generator=_ForEditors), vocabulary),
    }
    schema["properties"] = {**schema["properties"], "include": _INCLUDE}
    return schema


def _filled(node: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - a part of a schema
    """A part of the schema with the words of a list where its name stood."""
    if isinstance(node, dict):
        words = {"enum": list(vocabulary[node[WORDS]])} if WORDS in node else {}
        return {key: _filled(each, vocabulary) for key, each in node.items() if key != WORDS} | words
    return [_filled(each, vocabulary) for each in node] if isinstance(node, list) else node


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
