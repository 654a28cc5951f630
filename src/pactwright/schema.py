"""One JSON Schema of spec and library, so that an editor completes issues, options and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pactwright.library.model import NONE
from pactwright.library.values import in_words, suggested
from pactwright.library.words import words_of
from pactwright.spec import json_schema
from pactwright.spec.choices import PRIVATE

if TYPE_CHECKING:
    from pactwright.library.model import Issue, Library, Option, Parameter

SCALAR = {"type": ["string", "number", "boolean"]}


def spec_schema(library: Library) -> dict[str, Any]:
    """The schema of a spec whose `choices` knows every issue, option and parameter of the library."""
    schema = json_schema(words_of(library.vocabulary))
    choices = schema["properties"]["choices"]
    schema["properties"]["choices"] = {
        "type": "object",
        "description": choices.get("description", ""),
        "properties": {name: _choice(issue, library.options[name]) for name, issue in library.issues.items()},
        "additionalProperties": False,
    }
    schema["$defs"]["Project"]["properties"]["barriers"]["items"] = {"enum": list(library.seeds.barriers)}
    schema["properties"]["model"] = {"enum": list(library.models), "description": "The partnership model, by its id."}
    return schema


def _choice(issue: Issue, options: dict[str, Option] | Any) -> dict[str, Any]:  # noqa: ANN401 - a mapping of the library
    names = {
        "enum": [*options, NONE],
        "description": f"{issue.question} {' '.join(f'{name}: {option.summary}' for name, option in options.items())}",
    }
    reason = {"type": "string", "description": "Why this option or value, in one sentence."}
    own = {name: _parameter(parameter) for name, parameter in issue.parameters.items() if not parameter.source}
    private = {"type": "object", "additionalProperties": {"type": "string"}, "description": PRIVATE}
    properties = {"option": names, "reason": reason, "private": private, **own}
    group = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": issue.question, "anyOf": [names, group]}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    words = [phrase.word for phrase in parameter.values]
    shape: dict[str, Any] = dict(SCALAR)
    if parameter.type == "choice" and not parameter.own_words:
        shape = {"enum": words}
    elif parameter.type == "choices":
        items = {"type": "string"} if parameter.own_words else {"enum": words}
        shape = {"type": "array", "items": items, "minItems": parameter.at_least}
    elif parameter.type == "yes-no":
        shape = {"enum": ["yes", "no", True, False]}
    if parameter.optional and shape != SCALAR:
        shape = {"anyOf": [shape, {"enum": [NONE]}]}
    if parameter.per:
        shape = {"anyOf": [shape, {"type": "object", "additionalProperties": shape}]}
    low, high = in_words(parameter.min) or "any", in_words(parameter.max) or "any"
    bounds = f" From {low} to {high}." if parameter.min or parameter.max else ""
    proposed = suggested(parameter, "")
    more = f" Suggested: {proposed}" if proposed else ""
    return {**shape, "description": f"{parameter.ask}{bounds} {parameter.why}{more}".strip()}
