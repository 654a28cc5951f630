"""Nothing outside its folder is written by a batch: a link that lies where it writes is refused and never followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.batch.model import Shard
from pactwright.batch.record_files import manifest_path
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from tests.batch.makers import Interrupted, InterruptedTwice, rows
from tests.batch.runs import files, names, ran

TABLE = (*rows("a", "b"), *rows("c", wrong="left"))
DATABASE = ("", "-wal", "-shm", "-journal")
RECORDS = ("manifest.jsonl", "journal.jsonl", *(f"journal.sqlite{ending}" for ending in DATABASE))
OWN = (*RECORDS, "errors.csv", "errors.jsonl")
OF_A_SHARD = tuple(name.replace(".", ".1-of-2.", 1) for name in OWN)
TEMPORARY = (".pactwright-1-of-1-77-0-0", ".pactwright-1-of-1-manifest", ".pactwright-1-of-2-errors")
THEIRS = b"what somebody keeps elsewhere\nwithout an end"


@pytest.fixture(name="victim", params=["a file", "an empty file", "nothing"])
def file_elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file outside the folder, or the place for one."""
    (tmp_path / "out").mkdir()
    path = tmp_path / "victim.txt"
    if request.param != "nothing":
        path.write_bytes(THEIRS if request.param == "a file" else b"")
    return path


def state(path: Path) -> bytes | None:
    """What stands at a place, if anything does."""
    return path.read_bytes() if path.exists() else None


@pytest.mark.parametrize("name", [*OWN, *OF_A_SHARD, *TEMPORARY])
def test_a_link_with_the_name_of_a_file_of_the_batchs_own_is_refused(name: str, victim: Path, tmp_path: Path) -> None:
    before = state(victim)
    (tmp_path / "out" / name).symlink_to(Path("..") / victim.name)
    for asked in ({}, {"shard": Shard(1, 2)}, {"is_dry": True}, {"force": True, "remake": True}):
        with pytest.raises(UsageError) as refused:
            ran(tmp_path / "out", TABLE, **asked)
        assert str(refused.value) == (
            f"{tmp_path}/out: {name} is a symbolic link, and a batch writes through none; "
            "remove it, or name another folder"
        )
    with pytest.raises(UsageError):
        inventory(tmp_path / "out")
    assert state(victim) == before
    assert names(tmp_path / "out") == [name]


def test_every_file_that_a_run_leaves_is_a_document_or_is_guarded(tmp_path: Path) -> None:
    """What is not in the lists above would be written through a link."""
    ran(tmp_path / "done", TABLE)
    ran(tmp_path / "part", TABLE, shard=Shard(1, 2))
    ran(tmp_path / "stopped", rows("stop", "b"), making=Interrupted)
    with pytest.raises(KeyboardInterrupt):
        ran(tmp_path / "ended", rows("stop", "b"), making=InterruptedTwice)
    for folder in tmp_path.iterdir():
        assert set(names(folder)) - set(files(folder)) <= {*OWN, *OF_A_SHARD}


def test_all_links_are_named_in_one_line(tmp_path: Path) -> None:
    for name in ("manifest.jsonl", "errors.csv"):
        (tmp_path / name).symlink_to("elsewhere")
    with pytest.raises(UsageError, match=r"errors\.csv, manifest\.jsonl are symbolic links"):
        ran(tmp_path, TABLE)


@pytest.mark.parametrize("is_same", [True, False], ids=["the very bytes", "other bytes"])
def test_a_link_with_the_name_of_a_document_is_told_at_its_row(is_same: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter of a test
    out = tmp_path / "out"
    ran(out, rows("a", "b"))
    victim = (out / "a-mou.txt").rename(tmp_path / "victim.txt")
    if not is_same:
        victim.write_bytes(THEIRS)
    before = state(victim)
    (out / "a-mou.txt").symlink_to(victim)
    assert [each.rule for each in inventory(out).findings] == ["altered-file"]
    for table in (rows("a", "b"), rows("a", "b", cap="own-loss")):
        outcome = ran(out, table)
        assert [each.finding.seen for each in outcome.told] == ["a-mou.txt is a symbolic link"]
        assert (out / "a-mou.txt").is_symlink()
    ran(out, rows("a", "b", cap="low-fixed"), force=True)
    assert not (out / "a-mou.txt").is_symlink()
    assert state(victim) == before


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    assert ran(tmp_path / "out", rows("a")).made == 2
    assert manifest_path(tmp_path / "real", Shard()).exists()
    assert inventory(tmp_path / "out").findings == ()
