"""What was read is known again by its files, and by nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pactwright.library.places import digest_of_files
from pactwright.printing.outline import outline_from
from pactwright.resources import data_root
from tests.library.base import library
from tests.trees import build_tree

OUTLINES = data_root() / "templates" / "outlines"


def house_in(folder: Path) -> Path:
    """A house library that says little."""
    return build_tree(folder / "house", {"defaults.yml": "a/b: c\n", "a/b/c.md": "words\n", "notes.txt": "anything\n"})


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file that says more": lambda house: (house / "defaults.yml").write_text("a/b: d\n"),
    "a file of another name": lambda house: (house / "a/b/c.md").rename(house / "a/b/d.md"),
    "a new file": lambda house: (house / "a/b/stray.txt").write_text("x"),
    "a file that is gone": lambda house: (house / "a/b/c.md").unlink(),
    "a new folder": lambda house: (house / "jurisdictions/xx").mkdir(parents=True),
    "a folder in place of a file": lambda house: (
        (house / "notes.txt").rename(house / "n").with_name("notes.txt").mkdir()
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_reader_could_see_is_in_the_digest(tmp_path: Path, change: Callable[[Path], object]) -> None:
    house = house_in(tmp_path)
    before = digest_of_files("", house)
    assert digest_of_files("", house) == before
    change(house)
    assert digest_of_files("", house) != before


def test_a_file_behind_a_linked_folder_is_in_the_digest(tmp_path: Path) -> None:
    """Because clauses are found through links too."""
    house, elsewhere = house_in(tmp_path), tmp_path / "elsewhere"
    shutil.move(house / "a", elsewhere)
    (house / "a").symlink_to(elsewhere)
    before = digest_of_files("", house)
    (elsewhere / "b" / "c.md").write_text("other words\n")
    assert digest_of_files("", house) != before


def test_links_that_lead_round_and_pipes_hold_nothing_up(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    (house / "round").symlink_to(house)
    (house / "itself").symlink_to("itself")
    os.mkfifo(house / "pipe.yml")
    assert digest_of_files("", house) == digest_of_files("", house)


def test_a_place_a_house_and_its_name_are_in_the_digest(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    renamed = shutil.copytree(house, tmp_path / "renamed")
    digests = [digest_of_files(*each) for each in (("",), ("us-ca",), ("", house), ("", renamed))]
    assert len(set(digests)) == len(digests)


def test_libraries_of_the_same_files_are_one_key(tmp_path: Path) -> None:
    first, again = library(tmp_path), library(tmp_path)
    assert first == again
    assert len({first, again}) == 1
    assert first not in {library(tmp_path, place="north"), first.digest}


def test_a_changed_library_asks_for_another_digest(tmp_path: Path) -> None:
    """Because whatever is kept under the old one would be used for the changed one."""
    whole = library(tmp_path)
    with pytest.raises(ValueError, match="'read' must be specified"):
        replace(whole, terms={})  # type: ignore[call-arg] # mypy sees it too


def test_outlines_of_the_same_file_are_one_key(tmp_path: Path) -> None:
    first, again, other = (outline_from(OUTLINES / name) for name in ("mou.yml", "mou.yml", "pilot-agreement.yml"))
    assert len({first, again, other}) == len({first, other}) == 2
    changed = tmp_path / "mou.yml"
    changed.write_text((OUTLINES / "mou.yml").read_text("utf-8").replace("title: ", "title: Our ", 1), "utf-8")
    assert outline_from(changed) != first
