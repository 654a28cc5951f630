"""The closed lists of clauses/vocabulary.yml stand there and nowhere else, and a house or a place may change them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import pactwright
from pactwright.library.load import loaded
from pactwright.library.words import words_of

SOURCES = sorted(Path(pactwright.__file__).parent.rglob("*.py"))
PLACES = ("", "au-nsw", "us-ca")


@cache
def closed_lists() -> list[set[str]]:
    """The words of every list of the library that ships, and the names of law that some places have."""
    lists = [set(words) for words in words_of(loaded().vocabulary).values()]
    return [*lists, set(loaded().optional_law)]


def literals(source: str) -> Iterator[tuple[int, set[str]]]:
    """Line and texts of everything in a module that lists two texts or more: tuples, lists, sets, keys, Literals."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            below: list[ast.expr | None] = list(node.elts)
        elif isinstance(node, ast.Dict):
            below = list(node.keys)
        else:
            continue
        texts = [each.value for each in below if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if len(texts) == len(below) > 1:
            yield node.lineno, set(texts)


def repeated(source: str) -> list[int]:
    """The lines of a module on which words of one list stand together once more."""
    lists = closed_lists()
    return [line for line, texts in literals(source) if any(texts <= words for words in lists)]


@pytest.mark.parametrize(
    "planted",
    [
        'Kind = Literal["council", "company"]',
        'SIDES = ("public", "partner")',
        'PER = ["party", "city", "partner"]',
        'RULE = {"city": "public", "partner": "partner"}',
        'OPTIONAL = frozenset({"funds_rule", "breach_act"})',
        'def outsiders(part): return part in {"funder", "regulator"}',
    ],
)
def test_a_list_that_stands_twice_is_found(planted: str) -> None:
    assert repeated(planted) == [1]


def test_no_list_of_the_vocabulary_stands_in_the_program_too() -> None:
    found = [(path.name, line) for path in SOURCES for line in repeated(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("place", PLACES)
def test_every_word_of_every_list_is_explained(place: str) -> None:
    for name, entries in loaded(place).vocabulary.items():
        assert [word for word, entry in entries.items() if not entry or not all(entry.values())] == [], name
