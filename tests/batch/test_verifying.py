"""What is wrong with a folder that a batch wrote is found and named, each kind by its planted fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pactwright.batch.model import Settings, Shard
from pactwright.batch.output_folder import output_to
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from tests.batch.makers import rows
from tests.batch.runs import ran

DOCX = Settings(documents=("mou",), formats=("docx",))
AGAIN = "run the batch again"
AS_IT_WAS = f"{AGAIN} with --force to have it as it was, and this kept beside it"
DAMAGED = f"this line is not what a batch writes; {AGAIN} to write it anew"
UNLISTED = "error: unlisted-file: has no record; no batch made it; move it out of this folder"


def truncated(folder: Path) -> None:
    """Cuts the last record in half."""
    manifest = folder / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:-1]) + lines[-1][:50] + b"\n")


PLANTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (
        lambda folder: (folder / "a-mou.docx").unlink(),
        f"a-mou.docx: error: missing-file: is not there; {AGAIN} to make it",
    ),
    "altered": (
        lambda folder: (folder / "a-mou.docx").write_bytes(b"edited"),
        f"a-mou.docx: error: altered-file: was changed after it was made; {AS_IT_WAS}",
    ),
    "unlisted": (lambda folder: (folder / "letter.docx").touch(), f"letter.docx: {UNLISTED}"),
    "left over": (
        lambda folder: (folder / ".pactwright-2-of-4-77-3-0").touch(),
        f".pactwright-2-of-4-77-3-0: error: leftover-file: was being written when a run was killed; {AGAIN}",
    ),
    "unfinished": (
        lambda folder: (folder / "journal.2-of-4.sqlite").touch(),
        f"journal.2-of-4.sqlite: error: unfinished-run: a run was stopped before its end; {AGAIN}",
    ),
    "damaged": (truncated, f"manifest.jsonl:2: error: damaged-record: {DAMAGED}\nb-mou.docx: {UNLISTED}"),
}


@pytest.fixture(name="folder")
def two_files(tmp_path: Path) -> Path:
    """A folder of two Word files and what people put beside them."""
    ran(tmp_path, rows("a", "b"), settings=DOCX)
    for name in ("~$a-mou.docx", "._a-mou.docx", "notes.txt"):
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_as_a_batch_left_it_has_no_problem(folder: Path) -> None:
    found = inventory(folder)
    assert (found.files, found.whole, found.findings) == (2, 2, ())


@pytest.mark.parametrize("fault", PLANTED)
def test_each_kind_of_fault_is_found_and_nothing_else(fault: str, folder: Path) -> None:
    plant, told = PLANTED[fault]
    plant(folder)
    assert [str(each).removeprefix(f"{folder}/") for each in inventory(folder).findings] == told.splitlines()


def test_all_faults_come_at_once(folder: Path) -> None:
    for fault in ("missing", "unlisted", "left over", "unfinished"):
        PLANTED[fault][0](folder)
    found = inventory(folder)
    assert (found.files, found.whole, len(found.findings)) == (2, 1, 4)


def test_a_file_that_a_shard_made_anew_is_whole_though_an_older_manifest_knows_other_bytes(folder: Path) -> None:
    ran(folder, rows("a", "b", cap="own-loss"), settings=DOCX, shard=Shard(1, 2))
    assert inventory(folder).findings == ()


def test_a_folder_that_no_batch_wrote_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").touch()
    with pytest.raises(UsageError) as refused:
        inventory(tmp_path)
    assert str(refused.value) == f"{tmp_path}: no batch was written here; there is no manifest.jsonl in it"


def test_while_a_run_goes_on_its_files_are_not_taken_for_somebody_elses(folder: Path) -> None:
    (folder / "c-mou.docx").touch()
    with output_to(folder, Shard()):
        seen = "a run goes on here, and the files that it made are not looked at; let it end"
        told = [f"{folder}/journal.sqlite: error: unfinished-run: {seen}"]
        assert [str(finding) for finding in inventory(folder).findings] == told
