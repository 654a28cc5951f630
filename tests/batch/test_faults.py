"""Whatever goes wrong with the disk or with another run: only whole files, a journal that tells the truth, one line."""

from __future__ import annotations

import hashlib
import json
import resource
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from pactwright import files as disk
from pactwright.batch import journal
from pactwright.batch.journal import records_of
from pactwright.batch.manifest import Record, records_in
from pactwright.batch.model import Settings, Shard
from pactwright.batch.output_folder import output_to
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from tests.batch.makers import DOCUMENTS, Interrupted, rows
from tests.batch.runs import contents, files, manifest, names, ran

KEYS = ("a", "b", "c", "d")
TABLE = (*rows(*KEYS), *rows("e", wrong="left"))
WRITES = 8 + 2 + 1  # contents, two reports, the manifest
PAGE = 4096  # of a database
FULL = "cannot be written: No space left on device"


@pytest.fixture(name="whole", scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an uninterrupted run."""
    folder = tmp_path_factory.mktemp("whole")
    ran(folder, TABLE)
    return folder


@pytest.fixture(name="fill_up")
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[Path]]:
    """Makes the disk full at the nth file, of which half still fits; gives back the files before."""
    real = disk.write_file

    def fill_up(at: int) -> list[Path]:
        written: list[Path] = []

        def write_file(path: Path, pieces: Iterable[bytes]) -> None:
            content = b"".join(pieces)
            if len(written) + 1 == at:
                real(path, [content[: len(content) // 2]])
                raise OSError(28, "No space left on device", str(path.parent))
            written.append(path)
            real(path, [content])

        for user in ("preparation", "problems", "output_folder"):
            monkeypatch.setattr(f"pactwright.batch.{user}.write_file", write_file)
        return written

    return fill_up


def check_costs_nothing(stuck: UsageError, folder: Path, whole: Path, *, why: str) -> None:
    """What is there is whole, the message counts it, and a second run ends as if nothing had happened."""
    left = files(folder)
    assert left.items() <= files(whole).items()
    count = "1 file is whole" if len(left) == 1 else f"{len(left)} files are whole"
    assert str(stuck).endswith(f"{why}; {count}; run the same command again to go on")
    assert [name for name in names(folder) if name.startswith(".")] == []
    assert ran(folder, TABLE).kept == len(left)
    assert contents(folder) == contents(whole)


def test_as_many_files_are_written_as_the_next_test_breaks(
    fill_up: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    written = fill_up(0)
    ran(tmp_path, TABLE)
    assert len(written) == WRITES


@pytest.mark.parametrize("at", range(1, WRITES + 1))
def test_a_disk_that_is_full_at_any_file_costs_nothing_but_a_second_run(
    at: int, fill_up: Callable[[int], list[Path]], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_up(at)
    with pytest.raises(UsageError) as stuck:
        ran(tmp_path, TABLE)
    monkeypatch.undo()
    check_costs_nothing(stuck.value, tmp_path, whole, why=FULL)


@contextmanager
def at_most(size: int) -> Iterator[None]:
    """The system lets no file grow beyond a size, as a full disk would not."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_journal_that_cannot_grow_at_any_page_costs_nothing_but_a_second_run(whole: Path, tmp_path: Path) -> None:
    """The limit strikes a write of the database itself, in its middle; the files are all smaller."""
    stopped, made = 0, set()
    for size in range(2 * PAGE, 60 * PAGE, PAGE):
        folder = tmp_path / str(size)
        try:
            with at_most(size):
                ran(folder, TABLE)
        except UsageError as stuck:
            stopped += 1
            made.add(len(files(folder)))
            if "whole" in str(stuck):
                check_costs_nothing(stuck, folder, whole, why="cannot be written: disk I/O error")
        else:
            break
    assert stopped > 10
    assert made == {0, 2, 4, 6, 8}


def test_a_disk_that_is_full_for_the_journal_is_told_in_words(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(journal, "SCHEMA", f"{journal.SCHEMA}PRAGMA max_page_count = 9;")
        with pytest.raises(UsageError) as stuck:
            ran(tmp_path, tuple(rows(*KEYS, cap="x" * 2000)))
    assert FULL in str(stuck.value)
    assert 0 < len(files(tmp_path)) < 8
    assert ran(tmp_path, TABLE, replaces=True).failed == 1
    assert files(tmp_path) == files(whole)


def test_a_disk_that_is_full_for_a_worker_is_told_in_the_same_line(
    fill_up: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    fill_up(3)
    with pytest.raises(UsageError, match=rf"{FULL}; [0-9]+ files? (is|are) whole; run"):
        ran(tmp_path, TABLE, processes=2)
    assert [name for name in names(tmp_path) if name.startswith(".")] == []


def test_a_journal_that_was_cut_off_anywhere_is_believed_as_far_as_it_is_whole(whole: Path, tmp_path: Path) -> None:
    """A kill can leave half a row's records; they must not be taken for the whole row."""
    with output_to(tmp_path / "killed", Shard()) as output:
        known = [each for each in manifest_records(whole) if each.key in KEYS]
        for position, key in enumerate(KEYS):
            output.journal.write(position, [each for each in known if each.key == key])
        base, log = ((tmp_path / "killed" / f"journal.sqlite{ending}").read_bytes() for ending in ("", "-wal"))
    kept = []
    for length in (*range(0, len(log), PAGE * 3 // 4), len(log)):
        left = {**files(whole), "journal.sqlite": base, "journal.sqlite-wal": log[:length]}
        folder = holding(tmp_path / str(length), left)
        kept.append(ran(folder, TABLE).kept)
        assert contents(folder) == contents(whole)
    assert kept == sorted(kept)
    assert set(kept) == {0, 2, 4, 6, 8}


def holding(folder: Path, contents: Mapping[str, bytes]) -> Path:
    """A folder with some files."""
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def manifest_records(folder: Path) -> list[Record]:
    """The records of a manifest."""
    return [each for each in records_in(folder / "manifest.jsonl") if isinstance(each, Record)]


@pytest.mark.parametrize("content", [b"not a database, but words", b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_journal_is_refused_with_what_to_do(content: bytes, tmp_path: Path) -> None:
    ran(tmp_path, rows("a"))
    (tmp_path / "journal.sqlite").write_bytes(content)
    with pytest.raises(
        UsageError, match=r"journal\.sqlite: is damaged \(.*\); delete it and run the same command again"
    ):
        ran(tmp_path, rows("a"))
    with pytest.raises(UsageError, match=r"journal\.sqlite: is damaged"):
        inventory(tmp_path)
    (tmp_path / "journal.sqlite").unlink()
    assert ran(tmp_path, rows("a")).kept == 2


# ------------------------------------------------------------------------------------------------ earlier versions


def old_line(folder: Path, name: str) -> bytes:
    """The record of a file as the first versions wrote it: no version, and inputs that no later one can know."""
    content = (folder / name).read_bytes()
    key, _, rest = name.partition("-")
    said = {
        "key": key,
        "document": rest.removesuffix(".txt"),
        "file": name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "inputs": "0" * 64,
        "clauses": [["liability/cap", "low-fixed", "00000000"]],
        "terms": {"liability/cap": "low-fixed"},
        "warnings": [],
    }
    return json.dumps(said, separators=(",", ":")).encode()


@pytest.fixture(name="old")
def folder_of_an_earlier_version(tmp_path: Path) -> Path:
    """What a killed run of the first versions left: a journal of two rows and a half, and a manifest from before."""
    folder = tmp_path / "old"
    ran(folder, rows("a", "b", "gone", cap="own-loss"))
    (folder / "manifest.jsonl").write_bytes(old_line(folder, "gone-mou.txt") + b"\n")
    pairs = [[old_line(folder, f"{key}-{document}.txt") for document in DOCUMENTS] for key in "ab"]
    (folder / "journal.jsonl").write_bytes(b"".join(b"\t".join(pair) + b"\n" for pair in pairs) + pairs[0][0][:60])
    (folder / "gone-pilot-agreement.txt").unlink()
    return folder


def test_a_run_begun_by_an_earlier_version_is_gone_on_with(old: Path, whole: Path) -> None:
    """Its files are ours, so that they may be replaced where the row says another thing now."""
    outcome = ran(old, TABLE, replaces=True)
    assert (outcome.failed, outcome.made, outcome.left) == (1, 8, ("gone-mou.txt",))
    assert files(old).items() >= files(whole).items()
    assert [each["file"] for each in manifest(old)][-1] == "gone-mou.txt"
    assert names(old) == sorted([*names(whole), "gone-mou.txt"])
    assert ran(old, TABLE).kept == 8


def test_an_edited_file_of_an_earlier_version_is_not_replaced(old: Path) -> None:
    (old / "b-mou.txt").write_bytes(b"what the lawyer wrote")
    assert [each.finding.rule for each in ran(old, rows("a", "b")).first] == ["edited-file"]
    assert (old / "b-mou.txt").read_bytes() == b"what the lawyer wrote"


def test_a_folder_of_an_earlier_version_can_be_verified(old: Path) -> None:
    found = inventory(old)
    assert (found.files, found.whole, [each.rule for each in found.findings]) == (5, 5, ["unfinished-run"])


def test_half_a_row_in_the_journal_of_an_earlier_version_is_not_taken_for_the_whole_row(
    whole: Path, tmp_path: Path
) -> None:
    [first, *_] = (whole / "manifest.jsonl").read_bytes().splitlines()
    holding(tmp_path, {**files(whole), "journal.1-of-2.jsonl": first})
    assert ran(tmp_path, TABLE).kept == 0
    assert contents(tmp_path) == contents(whole)


# ------------------------------------------------------------------------------------------------ what was written


def test_a_row_of_which_only_one_file_got_its_name_is_made_again(whole: Path, tmp_path: Path) -> None:
    """The journal is written first, so a kill between two names leaves a record of a file that is not there yet."""
    lines = (whole / "manifest.jsonl").read_bytes().splitlines()[:2]
    mou = (whole / "a-mou.txt").read_bytes()
    holding(tmp_path, {"journal.jsonl": b"\t".join(lines) + b"\n", "a-mou.txt": mou})
    assert ran(tmp_path, TABLE).failed == 1
    assert files(tmp_path) == files(whole)


def test_a_file_of_a_killed_run_is_ours_even_when_the_table_changed_since(tmp_path: Path) -> None:
    ran(tmp_path, rows("a"))
    lines = (tmp_path / "manifest.jsonl").read_bytes().splitlines()
    (tmp_path / "manifest.jsonl").unlink()
    (tmp_path / "journal.jsonl").write_bytes(b"\t".join(lines) + b"\n")
    outcome = ran(tmp_path, rows("a", cap="own-loss"))
    assert (outcome.failed, outcome.made) == (0, 2)
    assert b"own-loss" in (tmp_path / "a-mou-v2.txt").read_bytes()
    assert b"own-loss" not in (tmp_path / "a-mou.txt").read_bytes()


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
    written = [each.file for each in records_of(tmp_path / "journal.sqlite") or ()]
    assert written == ["a-pilot-agreement.txt", "a-mou.txt"]
    assert names(tmp_path) == ["journal.sqlite"]


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
    monkeypatch.setattr("pactwright.batch.journal.PATIENCE", 0.0)
    with output_to(tmp_path, first), pytest.raises(UsageError) as refused:
        ran(tmp_path, rows("a"), shard=second)
    assert str(refused.value) == (
        f"{tmp_path}: another run is writing here; wait until it is done, or name another folder"
    )
    assert files(tmp_path) == {}
    assert ran(tmp_path, rows("a")).made == 2


def test_two_shards_of_one_division_run_side_by_side(tmp_path: Path) -> None:
    with output_to(tmp_path, Shard(2, 4)):
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


DEEP = b"[" * 200_000


@pytest.mark.parametrize(
    "line",
    [
        DEEP,
        b'{"a":' * 200_000,
        b'{"key":"a","file":"a-mou.txt","sha256":"' + b"0" * 64 + b'","inputs":"x","warnings":' + DEEP,
        b"9" * 10_000,
        b'{"key":"a","file":"a-mou.txt","sha256":"' + b"0" * 64 + b'","inputs":"\\ud800"}',
        b"\0" * 5_000,
    ],
    ids=["lists", "maps", "in a record", "a number", "half a character", "NULs"],
)
def test_a_line_that_no_program_can_read_is_a_damaged_record_and_stops_nothing(line: bytes, tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b"))
    (tmp_path / "manifest.jsonl").write_bytes((tmp_path / "manifest.jsonl").read_bytes() + line + b"\n")
    assert [(each.rule, each.place) for each in inventory(tmp_path).findings] == [
        ("damaged-record", f"{tmp_path}/manifest.jsonl:5")
    ]
    (tmp_path / "journal.jsonl").write_bytes(line + b"\n")
    assert [each.rule for each in inventory(tmp_path).findings].count("damaged-record") == 2
    assert ran(tmp_path, rows("a", "b")).kept == 4
    assert inventory(tmp_path).findings == ()


def test_a_manifest_that_was_cut_off_is_told_and_files_of_the_same_bytes_are_taken_back(tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b", "c"))
    whole = manifest(tmp_path)
    (tmp_path / "manifest.jsonl").write_bytes((tmp_path / "manifest.jsonl").read_bytes()[:300])
    (tmp_path / "c-mou.txt").write_bytes(b"what the lawyer wrote")
    assert [each.rule for each in inventory(tmp_path).findings] == ["damaged-record"]
    outcome = ran(tmp_path, rows("a", "b", "c"))
    assert [(each.finding.rule, each.keys) for each in outcome.told] == [("file-in-the-way", ("c",))]
    assert manifest(tmp_path) == [each for each in whole if each["key"] != "c"]
    (tmp_path / "c-mou.txt").unlink()
    assert ran(tmp_path, rows("a", "b", "c")).failed == 0
    assert manifest(tmp_path) == whole


def test_a_stopped_run_of_shards_is_taken_over_by_a_run_of_the_whole(whole: Path, tmp_path: Path) -> None:
    table = (*TABLE[:2], *rows("stop"), *TABLE[2:])
    ran(tmp_path, table, shard=Shard(1, 2), making=Interrupted)
    ran(tmp_path, table, shard=Shard(2, 2))
    assert "journal.1-of-2.sqlite" in names(tmp_path)
    assert ran(tmp_path, TABLE).kept == 6
    for document in DOCUMENTS:
        (tmp_path / f"stop-{document}.txt").unlink()
    ran(tmp_path, TABLE)
    assert names(tmp_path) == names(whole)


def test_the_order_of_a_run_names_no_folder(tmp_path: Path) -> None:
    ran(tmp_path / "one", rows("a"), settings=Settings(formats=("txt",)))
    ran(tmp_path / "two", rows("a"), settings=Settings(formats=("txt",)))
    assert manifest(tmp_path / "one") == manifest(tmp_path / "two")
