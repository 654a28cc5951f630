"""Names of files: the same for a title for ever, and of any title something."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.files import MAX_SLUG, slug


@given(st.text(st.characters(codec="ascii")))
def test_a_title_in_ascii_has_its_letters_and_digits_with_hyphens_between(title: str) -> None:
    """Files that stand in folders have these names."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:MAX_SLUG].strip("-")
    assert slug(title) == (plain or "project")


@given(st.text())
def test_of_any_title_something_is_left_that_every_file_system_takes(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= MAX_SLUG


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ørsted harbour", "orsted-harbour"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da-nang"),
        ("Straße am Fluß", "strasse-am-fluss"),
        ("Þingeyri, Ærø", "thingeyri-aero"),
        ("İstanbul", "istanbul"),
    ],
)
def test_letters_of_a_title_are_written_otherwise_and_none_is_lost(title: str, name: str) -> None:
    assert slug(title) == name
