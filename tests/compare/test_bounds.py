"""The work of comparing grows with the lines of a file and not with their square, whatever stands in them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import pytest

from pactwright.compare import compared, word_file
from tests import edits, stories
from tests.reader import W

KINDS: dict[str, Callable[[int], str]] = {
    "all the same": lambda _: "a",
    "all different": lambda number: f"Line {number} says nothing of ours.",
    "nearly ours": lambda number: f"The total liability of a party in connection with this agreement is {number}.",
    "one word of ours": lambda number: f"liability {number}",
}


@cache
def sent() -> bytes:
    """A document as it was sent."""
    return stories.docx(stories.sound(stories.spec_tree("startup-pilot"), "mou"))


def returned(count: int, said: Callable[[int], str]) -> bytes:
    """A file of some lines, without any mark of ours."""
    lines = "".join(f"<w:p><w:r><w:t>{said(number)}</w:t></w:r></w:p>" for number in range(count))
    body = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{lines}</w:body></w:document>'
    return edits.with_parts(sent(), {"word/document.xml": body.encode(), "docProps/custom.xml": None})


def calls(count: int, said: Callable[[int], str]) -> int:
    """How many calls of functions comparing a file of some lines takes."""
    ours, theirs = word_file(sent(), "the draft"), word_file(returned(count, said), "returned.docx")
    counted = 0

    def count_one(_frame: object, event: str, _value: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count_one)
    try:
        compared(ours, theirs)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("said", KINDS.values(), ids=KINDS)
def test_four_times_the_lines_are_at_most_some_four_times_the_work(said: Callable[[int], str]) -> None:
    assert calls(2_000, said) < 5 * calls(500, said)
