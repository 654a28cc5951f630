"""The closed lists of clauses/vocabulary.yml stand there and nowhere else, and a house or a place may change them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import pactwright
from pactwright.library.load import loaded
from pactwright.library.words import words_of
from pactwright.spec.bearers import BEARERS
from tests.library.base import library, told

SOURCES = sorted(Path(pactwright.__file__).parent.rglob("*.py"))
NO_WORDS = ["commented.py"]  # the ids of the two parties of a sample
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
    assert [name for name, _ in found] == NO_WORDS


def printed_twice(vocabulary: Mapping[str, Mapping[str, Mapping[str, str]]]) -> list[str]:
    """The words that print in one way for one list and in another for the next; a draft asks for a word alone.

    What a part is taken of is never asked for by its word.
    """
    found: dict[str, set[str | None]] = {}
    for name, entries in vocabulary.items():
        for word, entry in entries.items() if name != "bases" else ():
            found.setdefault(word, set()).add(entry.get("prints"))
    return [word for word, ways in found.items() if len(ways) > 1]


def test_a_word_prints_alike_in_whatever_list_it_stands() -> None:
    vocabulary = loaded().vocabulary
    assert printed_twice(vocabulary) == []
    planted = {**vocabulary, "stances": {"city": {"prints": "for the city"}}}
    assert printed_twice(planted) == ["city"]


@pytest.mark.parametrize("place", PLACES)
def test_every_word_of_every_list_is_explained(place: str) -> None:
    for name, entries in loaded(place).vocabulary.items():
        assert [word for word, entry in entries.items() if not entry or not all(entry.values())] == [], name


PORT = "kinds: {port: {meaning: a port authority, public: yes, legal_entity: yes, after: council}}\n"


def test_a_house_adds_and_changes_words_and_every_other_stays(tmp_path: Path) -> None:
    house = {"vocabulary.yml": PORT + "routes: {competitive: {prints: open call}}\n"}
    made = library(tmp_path, house=house).vocabulary
    assert list(made["kinds"]) == ["council", "port", "company"]
    assert made["routes"]["competitive"] == {"meaning": "an open competition", "prints": "open call"}
    assert made["roles"] == library(tmp_path).vocabulary["roles"]


def test_a_kind_of_party_may_be_public_in_one_place_and_not_in_another(tmp_path: Path) -> None:
    here = {"clauses/jurisdictions/south/vocabulary.yml": "kinds: {company: {public: yes}}\n"}
    public = {
        place: library(tmp_path, here, place=place).vocabulary["kinds"]["company"]["public"]
        for place in ("north", "south")
    }
    assert public == {"north": "no", "south": "yes"}


def test_a_word_that_nothing_uses_may_be_taken_out_and_one_in_use_may_not(tmp_path: Path) -> None:
    made = library(tmp_path, house={"vocabulary.yml": "data_kinds: {video: {drop: yes}}\n"})
    assert "video" not in made.vocabulary["data_kinds"]
    said = told(tmp_path, house={"vocabulary.yml": "stances: {city: {drop: yes}}\n"})
    assert said
    assert all('"city" is not accepted; one of balanced, partner' in line for line in said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kindz: {port: a port}", 'unknown-key: "kindz" is no list of the vocabulary'),
        ("kinds: {port: a port}", 'missing-key: "public" is missing; add "public:"'),
        ("kinds: {company: {public: maybe}}", 'wrong-type: "maybe" is not an answer; yes, no or ask'),
        ("roles: {tenant: {meaning: lives there, party: yes}}", 'missing-key: "one" is missing; add "one:"'),
        (
            "kinds: {compny: {drop: yes}}",
            'unknown-word: "compny" is no word of kinds; one of council, company',
        ),
    ],
)
def test_a_mistake_in_the_vocabulary_of_a_house_is_told_at_its_line(tmp_path: Path, typed: str, said: str) -> None:
    found = told(tmp_path, house={"vocabulary.yml": f"{typed}\n"})
    assert found
    assert all(line.startswith("house/vocabulary.yml:1:") for line in found)
    assert any(said in line for line in found)


def test_who_bears_a_risk_is_said_in_words_of_the_vocabulary() -> None:
    assert set(BEARERS) < set(loaded().vocabulary["allocation"])
