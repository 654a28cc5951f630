"""Every text is held to the style, and a reason keeps what must stay."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pactwright.checking import checked
from tests.library.base import BASE, swapped
from tests.stories import ROOT
from tests.trees import build_tree

FIXED = "clauses/term/term/fixed.md"
BAD = swapped(FIXED, "This agreement ends on", "Forthwith, this agreement ends on")


def said(root: Path, changes: dict[str, str]) -> list[str]:
    """What the check of a whole library says of one file."""
    build_tree(root, {**BASE, **changes})
    findings = checked(root / "clauses").findings
    return [
        f"{each.rule}: {each.seen}" for each in findings if "term/fixed" in str(each) and each.rule != "note-length"
    ]


def test_new_text_is_held_to_the_style(tmp_path: Path) -> None:
    assert [each.partition(":")[0] for each in said(tmp_path, BAD)] == ["archaism"]


@pytest.mark.parametrize(
    ("reason", "rules"),
    [
        ("style: {archaism: {end: An Act says it so.}}", []),
        ("style: {archaism: {notice: An Act says it so.}}", ["archaism", "style-reason"]),
        ("style: {archaic: {end: An Act says it so.}}", ["archaism", "style-reason"]),
    ],
)
def test_a_reason_keeps_what_it_names(tmp_path: Path, reason: str, rules: list[str]) -> None:
    changed = {FIXED: BAD[FIXED].replace("differs:", f"{reason}\ndiffers:")}
    assert sorted(each.partition(":")[0] for each in said(tmp_path, changed)) == rules


@pytest.fixture(autouse=True)
def _patterns(tmp_path: Path) -> None:
    """The library of the tests says what ours does not say."""
    (tmp_path / "clauses").mkdir()
    shutil.copy(ROOT / "clauses" / "style.yml", tmp_path / "clauses")
