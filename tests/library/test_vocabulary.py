"""The closed lists of a spec and those of clauses/vocabulary.yml are the same lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, get_args

import pytest

from pactwright.facts.parties import ROLES
from pactwright.facts.procurement import ROUTES
from pactwright.library.load import loaded
from pactwright.library.options import STANCES
from pactwright.spec import money, parties, rights, root, terms

# Roles that no party is given: the sides, any party, and who speaks for a side.
OF_A_SIDE = {"city", "partner", "party"}
Vocabulary: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str]]]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the library that ships."""
    return loaded().vocabulary


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kinds", get_args(parties.KindWord)),
        ("contribution_kinds", get_args(money.ContributionKindWord)),
        ("data_kinds", get_args(rights.DataKindWord)),
        ("routes", get_args(money.RouteWord)),
        ("routes", ROUTES),
        ("paper_relations", get_args(terms.RelationWord)),
        ("documents", get_args(root.DocumentWord)),
        ("stances", STANCES),
    ],
)
def test_a_list_of_the_spec_is_a_list_of_the_vocabulary(
    vocabulary: Vocabulary, name: str, words: tuple[str, ...]
) -> None:
    assert sorted(words) == sorted(vocabulary[name])


def test_the_roles_of_a_party_are_those_of_the_vocabulary_but_for_the_sides(vocabulary: Vocabulary) -> None:
    assert set(get_args(parties.RoleWord)) == set(vocabulary["roles"]) - OF_A_SIDE
    assert {*ROLES, "lead"} == set(get_args(parties.RoleWord))


def test_every_word_of_every_list_is_explained(vocabulary: Vocabulary) -> None:
    for name, entries in vocabulary.items():
        assert [word for word, entry in entries.items() if not entry or not all(entry.values())] == [], name
