"""A spec that differs from an earlier one of the run is read where it differs, and is the one that is read whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pactwright.batch.base import Base, overlaid
from pactwright.batch.model import Cell, Row
from pactwright.memory import Memory
from pactwright.spec import groups
from pactwright.spec.base import Facts
from pactwright.spec.refusals import BadTreeError
from pactwright.textfile import parsed
from tests.stories import NOWHERE, Tree

FULL = Path(__file__).with_name("full.yml")


BASE = Base(FULL, parsed(FULL.read_text("utf-8"), "full.yml")[0], NOWHERE)
"""The spec in which every place is filled."""


def saying(address: str, text: str) -> Tree:
    """The tree that a row of a table makes of it."""
    return overlaid(BASE, Row("row", "row", (Cell(address, text, "cell"),)))[0]


@pytest.fixture(name="read")
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a group of each kind is read."""
    read: Counter[str] = Counter()
    group = groups._group  # noqa: SLF001 - the reading itself is what is counted

    def counting(model: type[Facts], below: object, memory: Memory) -> Facts:
        read[model.__name__] += 1
        return group(model, below, memory)  # type: ignore[arg-type] # a tree of text

    monkeypatch.setattr(groups, "_group", counting)
    return read


def test_the_groups_around_a_fact_that_changed_are_read_again_and_no_other(read: Counter[str]) -> None:
    memory = Memory()
    groups.by_groups(BASE.tree, memory)
    assert len(read) > 20
    read.clear()
    groups.by_groups(saying("pilot.sites.north.name", "Another Street"), memory)
    assert read == {"Pilot": 1, "Site": 1}
    read.clear()
    groups.by_groups(saying("contributions.0.what", "forty lamps"), memory)
    assert read == {"Contribution": 1}


def test_a_spec_read_by_groups_is_the_one_that_is_read_whole() -> None:
    memory = Memory()
    for address in ("pilot.sites.north.name", "contributions.0.what", "project.title"):
        changed = saying(address, "something else")
        by_groups, whole = groups.by_groups(changed, memory), groups.by_groups(changed)
        assert repr(by_groups) == repr(whole)


def test_a_group_where_a_list_belongs_is_refused_with_a_memory_too() -> None:
    with pytest.raises(BadTreeError) as caught:
        groups.by_groups(BASE.tree | {"open": {}}, Memory())
    assert [each.where for each in caught.value.problems] == [("open",)]


def test_what_is_wrong_in_a_group_is_told_again_though_the_group_is_known() -> None:
    memory = Memory()
    for _ in range(2):
        with pytest.raises(BadTreeError) as caught:
            groups.by_groups(saying("pilot.sites.north.owner", "city") | {"funding": {"price": "x"}}, memory)
        assert [each.where for each in caught.value.problems] == [("funding", "price")]
