"""What the pages and lists of the catalogue say, from templates/catalogue.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text


@cache
def words() -> Mapping[str, Any]:
    """The words, by what they are for; nobody may change them."""
    path = data_root() / "templates" / "catalogue.yml"
    tree, _ = parsed(read_text(path), path.name)
    return MappingProxyType(tree)


def word(library_entry: Mapping[str, str], name: str) -> str:
    """How a word of the vocabulary stands on a page: as its entry calls it or prints, else as it is typed.

    >>> word({"called": "leans to the city"}, "lean-city"), word({}, "balanced")
    ('leans to the city', 'balanced')
    """
    return str(library_entry.get("called") or library_entry.get("prints") or name.replace("-", " "))
