"""A spec that is right, and ways to plant mistakes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactwright.errors import InputError
from pactwright.library.load import loaded
from pactwright.library.words import words_of
from pactwright.spec import Spec, reading_from, spec_from
from pactwright.textfile import parsed

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = """\
schema: 1
jurisdiction: au-nsw
project:
  title: Kerb-side air quality pilot
parties:
  city:
    name: Example City Council
    side: public
    kind: council
    called: the Council
  partner:
    name: Acme Sensors Pty Ltd
    side: partner
    kind: company
    called: the Sensor Company
"""


@pytest.fixture
def spec() -> Callable[[str], Spec]:
    """Reads the small spec with lines added at its end, or with words in it replaced."""
    return lambda more="", **swap: spec_from(*parsed(_text(more, swap), "spec.yml"))


@pytest.fixture(scope="session")
def vocabulary() -> dict[str, tuple[str, ...]]:
    """The closed lists of the library that ships."""
    return words_of(loaded().vocabulary)


@pytest.fixture
def told(vocabulary: dict[str, tuple[str, ...]]) -> Callable[..., list[str]]:
    """What is said about the small spec with lines added or words replaced: one line per error or warning."""

    def lines(more: str = "", **swap: str) -> list[str]:
        tree, marks = parsed(_text(more, swap), "spec.yml")
        try:
            return [str(finding) for finding in reading_from(tree, marks, lambda _: (None, ()), vocabulary).remarks]
        except InputError as error:
            return [str(finding) for finding in error.findings]

    return lines


REPLACED = {
    "title": "Kerb-side air quality pilot",
    "city": "Example City Council",
    "partner": "Acme Sensors Pty Ltd",
    "side": "side: public",
    "council": "the Council",
    "called": "the Sensor Company",
}


def _text(more: str, swap: dict[str, str]) -> str:
    text = SMALL + more
    for key, new in swap.items():
        text = text.replace(REPLACED[key], new)
    return text
