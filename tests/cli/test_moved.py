"""Papers and specs from before a move: what they call by an old address is read under the new one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.stories import ROOT

HOUSE = ROOT / "examples" / "house"
SPEC = (ROOT / "examples" / "startup-pilot" / "spec.yml").read_text("utf-8")
TREES = "operations/trees"
CHOICES = {
    "a parameter": ("{reply_bdays: 5}", "operations/trees.reply_bdays", "operations/trees.answer_bdays"),
    "an option": ("ask-before", "operations/trees/ask-before", "operations/trees/ask-first"),
    "an issue": ("{answer_bdays: 5}", "operations/wood.answer_bdays", "operations/trees.answer_bdays"),
}


def before(folder: Path, kind: str) -> Path:
    """The house as it was before something in it got another address."""
    house = shutil.copytree(HOUSE, folder / "before")
    (house / "moved.yml").unlink()
    names = {
        "a parameter": ("answer_bdays", "reply_bdays"),
        "an option": ("ask-first", "ask-before"),
        "an issue": (TREES, "operations/wood"),
    }
    old, new = names[kind]
    if kind == "an option":
        (house / TREES / "ask-first.md").rename(house / TREES / "ask-before.md")
    if kind == "an issue":
        (house / TREES).rename(house / "operations" / "wood")
    for path in house.rglob("*.[my]*"):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return house


def now(folder: Path, kind: str) -> Path:
    """The house as it is since, with the line that says so."""
    house = shutil.copytree(HOUSE, folder / "now")
    _, old, new = CHOICES[kind]
    line = f"operations/wood: {TREES}" if kind == "an issue" else f"{old}: {new}"
    (house / "moved.yml").write_text(f"{line}\n", "utf-8")
    return house


@pytest.mark.parametrize("kind", CHOICES)
def test_a_paper_from_before_a_move_is_still_what_its_spec_gives(run: Run, tmp_path: Path, kind: str) -> None:
    typed, old, new = CHOICES[kind]
    issue = "operations/wood" if kind == "an issue" else TREES
    (tmp_path / "spec.yml").write_text(SPEC.replace("\nchoices:\n", f"\nchoices:\n  {issue}: {typed}\n"), "utf-8")
    paper = ("--document", "pilot-agreement", "-o", "paper.docx", "--library", before(tmp_path, kind))
    came = run("draft", "spec.yml", *paper)
    assert (came.code, "moved" in came.err) == (0, False), came.err
    came = run("verify", "paper.docx", "--spec", "spec.yml", "--library", now(tmp_path, kind))
    assert came.code == 0, came.text
    assert "says what the spec gives" in came.out
    assert f"warning: moved: {old} is read as {new}; write {new}" in came.err


def test_a_spec_from_before_a_move_is_drafted_with_a_remark(run: Run, tmp_path: Path) -> None:
    text = SPEC.replace("\nchoices:\n", "\nchoices:\n  operations/trees: {reply_bdays: 7}\n")
    (tmp_path / "spec.yml").write_text(text, "utf-8")
    asked = ("--document", "pilot-agreement", "--library", HOUSE, "--format", "txt", "-o", "paper.txt")
    came = run("draft", "spec.yml", *asked)
    assert came.code == 0, came.err
    assert "operations/trees.reply_bdays is read as operations/trees.answer_bdays" in came.err
    assert "7 business days" in " ".join((tmp_path / "paper.txt").read_text("utf-8").split())
