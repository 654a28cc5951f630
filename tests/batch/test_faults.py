"""Whatever goes wrong with the disk or with another run: only whole files, a journal that tells the truth, one line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pactwright.batch import disk
from pactwright.batch.opening import opened
from pactwright.batch.order import Order, Shard
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from tests.batch.makers import rows
from tests.batch.runs import files, manifest, names, ran

KEYS = ("a", "b", "c", "d")
TABLE = (*rows(*KEYS), *rows("e", wrong="left"))
WRITES = 8 + 4 + 1 + 2 + 1  # contents, journal lines, problems of one row, two reports, the manifest


@pytest.fixture(name="whole", scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an uninterrupted run."""
    folder = tmp_path_factory.mktemp("whole")
    ran(folder, TABLE)
    return folder


@pytest.fixture(name="fill_up")
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[int]]:
    """Makes the disk full at the nth write, of which half still fits; gives back the sizes of the writes before."""
    real = disk.write_all

    def fill_up(at: int) -> list[int]:
        sizes: list[int] = []

        def write_all(file: io.FileIO, content: bytes) -> None:
            if len(sizes) + 1 == at:
                real(file, content[: len(content) // 2])
                raise OSError(28, "No space left on device")
            sizes.append(len(content))
            real(file, content)

        for user in ("disk", "spool"):
            monkeypatch.setattr(f"pactwright.batch.{user}.write_all", write_all)
        return sizes

    return fill_up


def test_the_disk_is_written_to_in_as_many_places_as_the_next_test_breaks(
    fill_up: Callable[[int], list[int]], tmp_path: Path
) -> None:
    sizes = fill_up(0)
    ran(tmp_path, TABLE)
    assert len(sizes) == WRITES


@pytest.mark.parametrize("at", range(1, WRITES + 1))
def test_a_disk_that_is_full_at_any_write_costs_nothing_but_a_second_run(
    at: int, fill_up: Callable[[int], list[int]], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_up(at)
    with pytest.raises(UsageError) as stuck:
        ran(tmp_path, TABLE)
    left = files(tmp_path)
    assert left.items() <= files(whole).items()
    count = "1 file is whole" if len(left) == 1 else f"{len(left)} files are whole"
    assert "No space left on device" in str(stuck.value)
    assert str(stuck.value).endswith(
        f"cannot be written: No space left on device; {count}; run the same command again to go on"
    )
    assert [name for name in names(tmp_path) if name.startswith(".")] == []
    monkeypatch.undo()
    assert ran(tmp_path, TABLE).kept == len(left)
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {
        name: (whole / name).read_bytes() for name in names(whole)
    }


def test_a_disk_that_is_full_for_a_worker_is_told_in_the_same_line(
    fill_up: Callable[[int], list[int]], tmp_path: Path
) -> None:
    fill_up(3)
    with pytest.raises(UsageError) as stuck:
        ran(tmp_path, TABLE, processes=2)
    assert re.search(r"cannot be written: No space left on device; [0-9]+ files? (is|are) whole; run", str(stuck.value))
    assert [name for name in names(tmp_path) if name.startswith(".")] == []


def cuts(journal: bytes) -> Iterator[int]:
    """Some lengths at which a journal could have been cut off: around each end of a line and each end of a record."""
    for index, letter in enumerate(journal):
        if letter in b"\n\t":
            yield from (index - 1, index, index + 1)


def test_a_journal_that_was_cut_off_anywhere_is_believed_as_far_as_it_is_whole(whole: Path, tmp_path: Path) -> None:
    """A kill can leave half a row's line; the row's other half must not be taken for the whole row."""
    lines = (whole / "manifest.jsonl").read_bytes().splitlines()
    pairs = [b"\t".join(lines[index : index + 2]) + b"\n" for index in range(0, len(lines), 2)]
    journal = b"".join(pairs)
    for length in cuts(journal):
        folder = tmp_path / str(length)
        folder.mkdir()
        (folder / "journal.jsonl").write_bytes(journal[:length])
        for name, content in files(whole).items():
            (folder / name).write_bytes(content)
        assert ran(folder, TABLE).kept == 2 * journal[:length].count(b"\n")
        assert (folder / "manifest.jsonl").read_bytes() == (whole / "manifest.jsonl").read_bytes()


def test_a_row_of_which_only_one_file_got_its_name_is_made_again(whole: Path, tmp_path: Path) -> None:
    """The journal is written first, so a kill between two names leaves a record of a file that is not there yet."""
    lines = (whole / "manifest.jsonl").read_bytes().splitlines()[:2]
    (tmp_path / "journal.jsonl").write_bytes(b"\t".join(lines) + b"\n")
    (tmp_path / "a-mou.txt").write_bytes((whole / "a-mou.txt").read_bytes())
    assert ran(tmp_path, TABLE).failed == 1
    assert files(tmp_path) == files(whole)


def test_a_file_of_a_killed_run_is_ours_even_when_the_table_changed_since(tmp_path: Path) -> None:
    ran(tmp_path, rows("a"))
    lines = (tmp_path / "manifest.jsonl").read_bytes().splitlines()
    (tmp_path / "manifest.jsonl").unlink()
    (tmp_path / "journal.jsonl").write_bytes(b"\t".join(lines) + b"\n")
    outcome = ran(tmp_path, rows("a", cap="own-loss"))
    assert (outcome.failed, outcome.made) == (0, 2)
    assert b"own-loss" in (tmp_path / "a-mou.txt").read_bytes()


def test_a_file_is_written_down_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed in between, the next run knows the file for ours, whatever the table says then."""

    def refused(_: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(UsageError) as stuck:
        ran(tmp_path, rows("a"))
    assert str(stuck.value).startswith(
        f"{tmp_path}/a-pilot-agreement.txt: cannot be written: Permission denied; 0 files"
    )
    assert [each["file"] for each in journal(tmp_path)] == ["a-pilot-agreement.txt", "a-mou.txt"]
    assert names(tmp_path) == ["journal.jsonl"]


def journal(folder: Path) -> list[dict[str, str]]:
    """The records of a journal."""
    return [
        json.loads(each) for line in (folder / "journal.jsonl").read_bytes().splitlines() for each in line.split(b"\t")
    ]


def test_only_the_leftovers_of_the_same_shard_are_swept(tmp_path: Path) -> None:
    for label in ("1-of-1-", "1-of-10-", "2-of-4-"):
        (tmp_path / f".pactwright-{label}77-0-0").write_bytes(b"half a fi")
    ran(tmp_path, rows("a"))
    left = [name for name in names(tmp_path) if name.startswith(".")]
    assert left == [".pactwright-1-of-10-77-0-0", ".pactwright-2-of-4-77-0-0"]


@pytest.mark.parametrize(
    ("first", "second"),
    [(Shard(), Shard()), (Shard(3, 4), Shard()), (Shard(), Shard(2, 2)), (Shard(1, 2), Shard(3, 4))],
    ids=lambda shard: shard.label,
)
def test_a_second_run_that_could_write_the_same_files_is_refused(
    first: Shard, second: Shard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pactwright.batch.opening.PATIENCE", 0.0)
    with opened(tmp_path, first, 1), pytest.raises(UsageError) as refused:
        ran(tmp_path, rows("a"), shard=second)
    assert str(refused.value) == (
        f"{tmp_path}: another run is writing here; wait until it is done, or name another folder"
    )
    assert files(tmp_path) == {}
    assert ran(tmp_path, rows("a")).made == 2


def test_two_shards_of_one_division_run_side_by_side(tmp_path: Path) -> None:
    with opened(tmp_path, Shard(2, 4), 1):
        assert ran(tmp_path, rows(*KEYS), shard=Shard(1, 4)).made == 2


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file, not a folder", "utf-8")
    with pytest.raises(UsageError) as refused:
        ran(tmp_path / "occupied", rows("a"))
    assert str(refused.value) == f"{tmp_path}/occupied: cannot be written: File exists"
    with pytest.raises(UsageError) as refused:
        ran(tmp_path / "occupied" / "out", rows("a"))
    assert str(refused.value) == f"{tmp_path}/occupied/out: cannot be written: Not a directory"


def test_a_manifest_that_somebody_changed_leads_nowhere_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "signed.txt").write_bytes(b"signed")
    (tmp_path / "out").mkdir()
    line = '{"key":"a","file":"../signed.txt","sha256":"' + "0" * 64 + '","inputs":"x"}\n'
    (tmp_path / "out" / "manifest.jsonl").write_text(line + "[]\n{\n1\t2\n\n", "utf-8")
    assert [each.rule for each in inventory(tmp_path / "out").findings] == ["damaged-record"] * 5
    assert ran(tmp_path / "out", rows("a")).left == ()
    assert len(manifest(tmp_path / "out")) == 2


def test_a_killed_run_of_shards_is_taken_over_by_a_run_of_the_whole(whole: Path, tmp_path: Path) -> None:
    ran(tmp_path, TABLE, shard=Shard(1, 2))
    (tmp_path / "manifest.1-of-2.jsonl").rename(tmp_path / "journal.1-of-2.jsonl")
    (tmp_path / "journal.2-of-2.jsonl").touch()
    assert ran(tmp_path, TABLE).kept == 4
    assert names(tmp_path) == names(whole)


def test_half_a_row_in_the_journal_of_a_killed_shard_is_not_taken_for_the_whole_row(
    whole: Path, tmp_path: Path
) -> None:
    [first, *_] = (whole / "manifest.jsonl").read_bytes().splitlines()
    (tmp_path / "journal.1-of-2.jsonl").write_bytes(first)
    for name, content in files(whole).items():
        (tmp_path / name).write_bytes(content)
    assert ran(tmp_path, TABLE).kept == 0
    assert names(tmp_path) == names(whole)
    assert (tmp_path / "manifest.jsonl").read_bytes() == (whole / "manifest.jsonl").read_bytes()


def test_the_order_of_a_run_names_no_folder(tmp_path: Path) -> None:
    ran(tmp_path / "one", rows("a"), order=Order(forms=("txt",)))
    ran(tmp_path / "two", rows("a"), order=Order(forms=("txt",)))
    assert manifest(tmp_path / "one") == manifest(tmp_path / "two")
