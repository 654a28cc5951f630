"""What pydantic refuses in a tree of text is told in our words, all of it, each at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from pactwright.forms import Converter, Form, Group
from pactwright.textfile import Tree
from pactwright.validation import RefusedError, problems_in


def _known(typed: str) -> str:
    if typed != "good":
        raise RefusedError(rule="word", seen=f'"{typed}" is not good', accepted="good", fix="think again")
    return typed


Word = Annotated[str, Converter(_known)]


class Model(Group, BaseModel, frozen=True, extra="forbid"):
    """An entry, as a model."""

    word: Annotated[Word, Field(description="What is said.", examples=["good"])]
    own_words: Annotated[tuple[Word, ...], Field(alias="own-words")] = ()
    below: Mapping[str, Model] = {}


@dataclass(frozen=True)
class Plain(Group):
    """The same entry, as a plain value."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    word: Annotated[Word, Field(description="What is said.", examples=["good"])]
    own_words: Annotated[tuple[Word, ...], Field(alias="own-words")] = ()
    below: Mapping[str, Plain] = field(default_factory=dict)


FORMS = pytest.mark.parametrize("form", [Model, Plain])


def read(form: Form, tree: Any) -> Any:  # noqa: ANN401 - a tree of text, and what it holds
    return TypeAdapter(form).validate_python(tree)


def told(form: Form, tree: Any) -> list[str]:  # noqa: ANN401 - a tree of text
    with pytest.raises(ValidationError) as caught:
        read(form, tree)
    return [str(problem.finding) for problem in problems_in(tree, caught.value, form)]


@FORMS
def test_a_key_without_a_value_is_left_out(form: Form) -> None:
    assert read(form, {"word": "good", "own-words": None, "below": None}) == form(word="good")


@FORMS
@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({"word": "bad"}, 'word: error: word: "bad" is not good; good; think again'),
        ({"word": ["good"]}, "word: error: wrong-kind: a list stands here; one piece of text"),
        ({}, 'word: error: missing-key: word is missing; What is said. For example: "good"; add word:'),
        ({"word": None}, 'word: error: missing-key: word is missing; What is said. For example: "good"; add word:'),
        (
            {"word": "good", "belw": {}},
            'belw: error: unknown-key: "belw" is not a key here; one of word, own-words, below; did you mean "below"?',
        ),
        (
            {"word": "good", "own_words": []},
            (
                'own_words: error: unknown-key: "own_words" is not a key here; one of word, own-words, below; '
                'did you mean "own-words"?'
            ),
        ),
        (
            {"word": "good", "000": None},
            ('000: error: unknown-key: "000" is not a key here; one of word, own-words, below'),
        ),
        (
            {"word": "good", "own-words": "good"},
            "own-words: error: wrong-kind: a piece of text stands here; a list; put it in brackets: [...]",
        ),
        (
            {"word": "good", "own-words": ["good", "bad"]},
            'own-words.1: error: word: "bad" is not good; good; think again',
        ),
        ({"word": "good", "below": []}, "below: error: wrong-kind: a list stands here; a group of keys"),
        (
            {"word": "good", "below": {"x": None}},
            "below.x: error: wrong-kind: nothing stands here; a group of keys",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(form: Form, tree: object, said: str) -> None:
    assert told(form, tree) == [said]


@FORMS
def test_every_problem_is_told_at_once(form: Form) -> None:
    tree = {"word": "bad", "own-words": ["bad", "good", {}], "below": {"x": {"word": "bad"}}, "y": "z"}
    assert [said.partition(": error: ")[0] for said in told(form, tree)] == [
        *("word", "own-words.0", "own-words.2", "below.x.word", "y"),
    ]


@FORMS
def test_keys_that_hold_a_full_stop_a_slash_or_a_space_keep_their_place(form: Form) -> None:
    key = "clauses/cap v1.2.md"
    tree: Tree = {key: {"word": "bad"}}
    with pytest.raises(ValidationError) as caught:
        read(Mapping[str, form], tree)
    [problem] = problems_in(tree, caught.value, Mapping[str, form])
    assert problem.where == (key, "word")
    assert problem.finding.address == f"{key}.word"


def test_a_group_that_was_read_by_itself_is_read_inside_another_and_is_described_once() -> None:
    class Outer(Group, BaseModel, frozen=True, extra="forbid"):
        """What holds two of them."""

        one: Model
        others: tuple[Model, ...] = ()

    assert read(Model, {"word": "good"}) == Model(word="good")
    assert read(Outer, {"one": {"word": "good"}, "others": [{"word": "good", "below": None}]}).others[0].below == {}
    schema = TypeAdapter(Outer).json_schema()
    assert list(schema["$defs"]) == ["Model"]
    assert schema["properties"]["one"] == {"$ref": "#/$defs/Model"}


def test_what_is_wrong_with_the_whole_stands_nowhere_in_it() -> None:
    assert told(Model, []) == [": error: wrong-kind: a list stands here; a group of keys"]


def test_the_name_of_a_type_is_no_part_of_a_place() -> None:
    form = Mapping[str, Word | Mapping[str, Word]]
    assert {said.partition(": error: ")[0] for said in told(form, {"x": {"word": "bad"}})} == {"x", "x.word"}
