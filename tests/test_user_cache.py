"""What is kept for the next start is read only if nobody else could have written it, and only whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from pactwright.user_cache import MOST_FILES, read_cached, write_cached

NAME, CONTENT = "library.pickle", b"worked out"
NOBODY = 65534


@pytest.fixture(autouse=True, name="file")
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was kept in a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    write_cached(NAME, CONTENT)
    assert read_cached(NAME) == CONTENT
    return tmp_path / "home" / "cache" / "pactwright" / NAME


def linked(file: Path) -> None:
    """The file lies elsewhere, and a link to it in its place."""
    elsewhere = file.rename(file.parent.parent / "elsewhere")
    file.symlink_to(elsewhere)


def swapped(file: Path, put: Callable[[Path], object]) -> None:
    """Something that is no file stands in its place."""
    file.unlink()
    put(file)


BROKEN: dict[str, Callable[[Path], object]] = {
    "cut off": lambda file: os.truncate(file, file.stat().st_size - 1),
    "empty": lambda file: os.truncate(file, 0),
    "one letter of another": lambda file: file.write_bytes(file.read_bytes().replace(b"out", b"oUt")),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b" "),
    "gone": lambda file: file.unlink(),
    "a link": linked,
    "a pipe": lambda file: swapped(file, os.mkfifo),
    "writable by a group": lambda file: file.chmod(0o664),
    "writable by all": lambda file: file.chmod(0o646),
}


@pytest.mark.parametrize("harm", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_whole_or_not_the_users_alone_is_not_read_and_can_be_written_again(
    file: Path, harm: Callable[[Path], object]
) -> None:
    harm(file)
    assert read_cached(NAME) is None
    write_cached(NAME, CONTENT)
    assert read_cached(NAME) == CONTENT


def linked_in_open(file: Path) -> None:
    """The way to the cache leads through a link that others can replace."""
    home = file.parents[2]
    real = home.rename(home.with_name("real"))
    home.mkdir()
    home.chmod(0o777)
    (home / "cache").symlink_to(real / "cache")


OPEN: dict[str, Callable[[Path], object]] = {
    "its folder, to a group": lambda file: file.parent.chmod(0o770),
    "its folder, to all, as /tmp is": lambda file: file.parent.chmod(0o1777),
    "the folder above": lambda file: file.parent.parent.chmod(0o707),
    "a folder far above": lambda file: file.parents[2].chmod(0o777),
    "a folder where a link leads to it": linked_in_open,
}


@pytest.mark.parametrize("opened", OPEN.values(), ids=OPEN)
def test_nothing_is_read_or_written_where_others_could_put_a_file(file: Path, opened: Callable[[Path], object]) -> None:
    opened(file)
    assert read_cached(NAME) is None
    write_cached("another", CONTENT)
    assert not file.with_name("another").exists()


def test_a_sticky_folder_above_is_no_danger(file: Path) -> None:
    """Because others can replace nothing in it; /tmp is one."""
    file.parents[2].chmod(0o1777)
    assert read_cached(NAME) == CONTENT


def test_what_belongs_to_another_user_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert read_cached(NAME) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can give a file away")
@pytest.mark.parametrize("level", range(3))
def test_a_file_or_a_folder_that_another_user_owns_is_not_read(file: Path, level: int) -> None:
    os.chown((file, *file.parents)[level], NOBODY, -1)
    assert read_cached(NAME) is None


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o077])
def test_the_folder_is_made_for_the_user_alone(file: Path, umask: int) -> None:
    shutil.rmtree(file.parents[2])
    before = os.umask(umask)
    try:
        write_cached(NAME, CONTENT)
    finally:
        os.umask(before)
    assert [each.stat().st_mode & 0o777 for each in (file.parent, file.parents[1], file.parents[2])] == [0o700] * 3
    assert read_cached(NAME) == CONTENT


def test_no_folder_is_made_in_one_that_is_open_to_others(file: Path) -> None:
    shutil.rmtree(file.parents[1])
    file.parents[2].chmod(0o777)
    write_cached(NAME, CONTENT)
    assert list(file.parents[2].iterdir()) == []


@pytest.mark.parametrize("home", ["{file}", "{file}/below", "/proc/nothing", "/dev/null"])
def test_where_nothing_can_be_written_nothing_is_said(
    file: Path, home: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home.format(file=file))
    write_cached(NAME, CONTENT)
    assert read_cached(NAME) is None
    assert capfd.readouterr() == ("", "")


def test_the_oldest_files_are_dropped(file: Path) -> None:
    os.utime(file, (0, 0))
    for number in range(MOST_FILES):
        write_cached(f"{number}", CONTENT)
    assert read_cached(NAME) is None
    assert len(list(file.parent.iterdir())) == MOST_FILES


def written(number: int) -> None:
    """Writes a long file over and over."""
    for _ in range(20):
        write_cached(NAME, bytes([number]) * 500_000)


def test_several_processes_may_write_at_once() -> None:
    with ProcessPoolExecutor(3) as pool:
        writers = [pool.submit(written, number) for number in range(3)]
        while not all(each.done() for each in writers):
            content = read_cached(NAME)
            assert content == CONTENT or len(set(content or b"")) == 1
        for each in writers:
            each.result()
    assert len(set(read_cached(NAME) or b"")) == 1
