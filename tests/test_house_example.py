"""The house library of the examples: it is sound, its page's commands run, and it changes what the page says."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import pytest

from pactwright.checking import checked
from pactwright.drafting import Draft
from pactwright.errors import UsageError
from pactwright.service import drafts_of, read
from pactwright.starting import library_started
from pactwright.writers import WRITERS, Theme
from tests.consoles import came_of
from tests.stories import ROOT
from tests.trees import build_tree

HOUSE = ROOT / "examples" / "house"
SPEC = ROOT / "examples" / "startup-pilot" / "spec.yml"
PAGE = (ROOT / "docs" / "house-library.md").read_text("utf-8")


@cache
def drafted(house: Path | None) -> Draft:
    """The pilot agreement of the example, with the house or without."""
    [draft] = drafts_of(read(SPEC, house), ("pilot-agreement",))
    return draft


def text(house: Path | None) -> str:
    """What it says, on one line."""
    return re.sub(r"\s+", " ", WRITERS["txt"](drafted(house).agreement, Theme()).decode())


def test_the_house_is_sound_and_has_seen_every_file_that_it_replaces() -> None:
    assert [str(each) for each in checked(HOUSE).findings] == []


def test_an_agreement_drafted_with_the_house_is_sound() -> None:
    assert [str(each) for each in drafted(HOUSE).findings if each.level == "error"] == []


@pytest.mark.parametrize(
    "words",
    [
        "may refuse a statement once",  # replaced
        "while the street permit for the pilot is in force",  # added, and the default
        "before it digs, drills or fixes anything inside a Root Zone",  # an issue of its own
        "Root Zone means the ground within three metres of the trunk of a street tree",  # a term of its own
        "must give its reasons within 3 business days after its decision",  # a figure that an option brings
        "People whom a party lends",  # a part of a schedule
        "What each party brings to Exampleton",  # the heading of a part
        "Called below",  # a word of the outline
    ],
)
def test_what_the_house_says_prints_with_it_and_not_without(words: str) -> None:
    assert words in text(HOUSE).replace('"', "")
    assert words not in text(None).replace('"', "")


def test_what_the_house_withdrew_cannot_be_chosen() -> None:
    assert "own-loss" in read(SPEC).library.options["liability/cap"]
    assert "own-loss" not in read(SPEC, HOUSE).library.options["liability/cap"]


def test_each_kind_of_file_on_the_page_stands_in_the_example() -> None:
    rows = re.findall(r"^\| [^|]+ \| [^|]+ \| (.+) \|$", PAGE, flags=re.MULTILINE)
    named = re.findall(r"`([^`]+)`", " ".join(rows))
    assert len(named) >= 8
    assert [name for name in named if not (HOUSE / name).exists()] == []
    files = {path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.*")} - {"README.md"}
    assert [file for file in files if not any(file.startswith(name) for name in named)] == []


def test_its_words_and_its_model_are_used_and_ours_stay() -> None:
    ours, theirs = read(SPEC).library, read(SPEC, HOUSE).library
    assert theirs.vocabulary["kinds"].keys() - ours.vocabulary["kinds"].keys() == {"port-authority"}
    changed, model = theirs.models["startup-pilot"], ours.models["startup-pilot"]
    assert changed.choices.keys() - model.choices.keys() == {"operations/trees"}
    assert (changed.title, changed.requires) == (model.title, model.requires)


def uncommented(text: str) -> str:
    """A file of a fresh house library with the line that it shows."""
    before, shown, lines = text.partition("# For example:\n")
    return before + "".join(line.removeprefix("# ") for line in lines.splitlines(keepends=True)) if shown else text


def test_a_fresh_house_library_changes_nothing_and_each_line_that_it_shows_is_right(tmp_path: Path) -> None:
    written = library_started(tmp_path / "ours", force=False)
    folder = tmp_path / "ours"
    assert [str(each) for each in checked(folder).findings] == []
    assert text(folder) == text(None)
    tables = {path.relative_to(folder).as_posix() for path in written} - {"README.md"}
    assert tables <= set(re.findall(r"`([^` ]+\.yml)`", PAGE)) | {"outlines/mou.yml"}
    files = {path.relative_to(folder).as_posix(): uncommented(path.read_text("utf-8")) for path in written}
    changed = build_tree(tmp_path / "changed", files)
    assert [str(each) for each in checked(changed).findings] == []
    assert "What each of us brings" in text(changed)
    with pytest.raises(UsageError, match="exists already"):
        library_started(folder, force=False)


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    for folder in ("examples", "clauses", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    commands = re.findall(r"^\$ pactwright (.+)$", PAGE, flags=re.MULTILINE)
    assert len(commands) == 5
    with contextlib.chdir(tmp_path):
        for command in commands:
            came = came_of(*shlex.split(command))
            assert came.code == 0, came.err
    assert "Root Zone" in (tmp_path / "out" / "kerb-side-air-quality-pilot-pilot-agreement.txt").read_text("utf-8")
