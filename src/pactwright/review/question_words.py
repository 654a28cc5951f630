"""The words of the memo's part that goes question by question, from templates/reports/questions.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Template
from typing import Any

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text

NAME = "templates/reports/questions.yml"


@cache
def words() -> Mapping[str, Any]:
    """The words by what they are for; nobody may change them."""
    tree, _ = parsed(read_text(data_root() / NAME), NAME)
    return dict(tree)


def said(name: str, **values: str) -> str:
    """A phrase with its places filled."""
    return Template(words()[name]).substitute(values)
