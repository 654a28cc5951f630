"""An installed tool reads a library once, and the next start gives the same without reading; nothing old is used."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from pactwright.library import load, places, prebuilt
from pactwright.library.model import Library
from pactwright.resources import data_root, is_installed
from tests.library.base import BASE
from tests.trees import build_tree

HOUSE = {"defaults.yml": "term/term: {option: fixed}\n"}
READERS = ("pydantic", "yaml", "pactwright.library.load")
Way = Callable[..., str]


@pytest.fixture(name="tool")
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed tool with a little library, which keeps what it reads in a folder of its own."""
    tool = build_tree(tmp_path / "tool", {**BASE, "library/adapting.py": "CHANGES = 1\n"})
    for module in (prebuilt, load, places):
        monkeypatch.setattr(module, "data_root", lambda: tool)
    monkeypatch.setattr(prebuilt, "is_installed", lambda: True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tool


@pytest.fixture(name="way")
def way_to(tool: Path, monkeypatch: pytest.MonkeyPatch) -> Way:
    """How a new start comes to its library; what was kept has the values that the files give."""
    assert tool.exists()
    reads: list[str] = []
    loaded = load.loaded

    def counted(place: str, *, house: Path | None) -> Library:
        reads.append(place)
        return loaded(place, house=house)

    monkeypatch.setattr(load, "loaded", counted)

    def way(place: str = "", house: Path | None = None) -> str:
        reads.clear()
        library = prebuilt.library_for.__wrapped__(place, house)
        assert values(library) == values(loaded(place, house=house))
        return "read" if reads else "kept"

    return way


def values(library: Library) -> list[object]:
    """Everything in a library, and the lines where it stands, which do not count when two are compared."""
    return [*(getattr(library, each.name) for each in fields(library)), prebuilt.packed(library)]


def kept_in(folder: Path) -> Path:
    """The one file that is kept."""
    [file] = (folder / "cache" / "pactwright").iterdir()
    return file


@pytest.mark.parametrize("place", ["", "north", "south"])
def test_a_library_that_was_read_once_has_the_values_that_its_files_give(way: Way, place: str) -> None:
    assert [way(place), way(place)] == ["read", "kept"]


def test_each_place_is_kept_apart(way: Way) -> None:
    assert [way(""), way("south"), way(""), way("south")] == ["read", "read", "kept", "kept"]


def test_a_house_library_is_kept_too_until_it_changes(way: Way, tmp_path: Path) -> None:
    house = build_tree(tmp_path / "house", HOUSE)
    assert [way("", house), way("", house)] == ["read", "kept"]
    build_tree(house, {"defaults.yml": "# nothing\nterm/term: {option: fixed}\n"})
    assert [way("", house), way("", house)] == ["read", "kept"]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a clause that says more": lambda tool: more(tool / "clauses/term/term/issue.yml"),
    "a table that says more": lambda tool: more(tool / "clauses/vocabulary.yml"),
    "a model that says more": lambda tool: more(tool / "seeds/models/small.yml"),
    "a model of another name": lambda tool: (tool / "seeds/models/small.yml").rename(tool / "seeds/models/tiny.yml"),
    "a guide that is gone": lambda tool: (tool / "seeds/resources/guide.yml").unlink(),
    "code that says more": lambda tool: more(tool / "library/adapting.py"),
    "another version": lambda _: None,
}


def more(file: Path) -> None:
    """A line that means nothing at the end of a file."""
    file.write_bytes(file.read_bytes() + b"# looked over\n")


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_made_of_other_files_is_not_used(
    way: Way, tool: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert way() == "read"
    CHANGES[change](tool)
    if change == "another version":
        monkeypatch.setattr(prebuilt, "__version__", "99")
    assert [way(), way()] == ["read", "kept"]


class Trap:
    """What a pickle of somebody else could do when it is loaded."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (self.mark,)


@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_a_pickle_that_another_could_have_written_is_never_loaded(way: Way, tmp_path: Path, mode: int) -> None:
    way()
    file, mark = kept_in(tmp_path), tmp_path / "sprung"
    trap = pickle.dumps(Trap(mark))
    file.write_bytes(hashlib.sha256(trap).digest() + trap)
    file.chmod(mode)
    assert [way(), mark.exists(), way()] == ["read", False, "kept"]


def test_the_trap_springs_where_it_is_the_users_own(way: Way, tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    way()
    file, mark = kept_in(tmp_path), tmp_path / "sprung"
    trap = pickle.dumps(Trap(mark))
    file.write_bytes(hashlib.sha256(trap).digest() + trap)
    prebuilt.library_for.__wrapped__("", None)
    assert mark.exists()


def test_a_pickle_that_cannot_be_made_again_is_read_again_and_mended(way: Way, tmp_path: Path) -> None:
    """As after a change of a library that its values rest on."""
    way()
    gone = b"cpactwright.gone\nNothing\n."
    kept_in(tmp_path).write_bytes(hashlib.sha256(gone).digest() + gone)
    assert [way(), way()] == ["read", "kept"]


def test_a_file_that_is_cut_off_is_read_again_and_mended(way: Way, tmp_path: Path) -> None:
    way()
    os.truncate(kept_in(tmp_path), 1000)
    assert [way(), way()] == ["read", "kept"]


def test_without_a_cache_folder_every_start_reads(
    way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert [way(), way()] == ["read", "read"]
    assert capfd.readouterr() == ("", "")


def test_a_library_whose_files_change_while_they_are_read_is_not_kept(
    way: Way, tool: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Because it would stand under the name of files that it was not read from."""

    def changed(library: Library) -> tuple[()]:
        assert library.models
        more(tool / "seeds/barriers.yml")
        return ()

    with monkeypatch.context() as patched:
        patched.setattr(load, "library_findings", changed)
        prebuilt.library_for.__wrapped__("", None)
    assert not (tmp_path / "cache").exists()
    assert [way(), way()] == ["read", "kept"]


def test_a_checkout_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Because its code and its clauses are there to be changed."""
    assert not is_installed()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    prebuilt.library_for.__wrapped__("", None)
    assert list(tmp_path.iterdir()) == []


START = f"""\
import sys
from pactwright.library.prebuilt import library_for, packed
library = library_for("us-ca")
print("made with", *(each for each in {READERS!r} if each in sys.modules))
from pactwright.library.load import loaded
assert packed(library) == packed(loaded("us-ca"))
"""


def test_processes_that_start_at_once_share_one_file_and_later_ones_load_no_reader(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(Path(prebuilt.__file__).parent.parent, site / "pactwright")
    for name in ("clauses", "seeds"):
        shutil.copytree(data_root() / name, site / "pactwright" / name)
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def started() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-c", START]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    assert [each.communicate()[1] for each in [started() for _ in range(3)]] == [b""] * 3
    assert kept_in(tmp_path).suffix == ".pickle"
    assert started().communicate() == (b"made with\n", b"")
