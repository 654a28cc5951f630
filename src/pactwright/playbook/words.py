"""The words of the pages on which playbooks meet, from templates/reports/landing.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Template

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text

NAME = "templates/reports/landing.yml"


@cache
def words() -> Mapping[str, str]:
    """The words by what they are for."""
    tree, _ = parsed(read_text(data_root() / NAME), NAME)
    return {key: str(said) for key, said in tree.items() if isinstance(said, str)}


@cache
def scale() -> tuple[str, ...]:
    """What the places of the line are called, from the city to the partner, then the one beside it."""
    tree, _ = parsed(read_text(data_root() / NAME), NAME)
    named = tree["scale"]
    return tuple(map(str, named)) if isinstance(named, list) else ()


def said(name: str, **values: object) -> str:
    """A phrase with its places filled."""
    return Template(words()[name]).substitute({key: str(value) for key, value in values.items()})
