"""Every row of a batch gets its files or its problems, whatever the others do; a later run makes only what it must."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from pactwright.batch.driver import run
from pactwright.batch.interrupts import Stop, listening
from pactwright.batch.jobs import Job, Task
from pactwright.batch.model import Row, Settings, Shard
from pactwright.batch.pool import UNDER_WAY, Pool
from pactwright.batch.preparation import Preparer
from pactwright.batch.request import Batch
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from pactwright.findings import Finding
from tests.batch.makers import Clumsy, Deadly, Interrupted, InterruptedTwice, Mortal, Signing, Stamper, rows
from tests.batch.runs import Silent, contents, files, manifest, names, ran
from tests.trees import build_tree

KEYS = tuple(f"row-{number:02}" for number in range(30))
KEEP = "keep it elsewhere, or use --force, which keeps it beside the new one under another name"
WORKERS: dict[str, dict[str, Any]] = {"one process": {}, "two processes": {"processes": 2}}
WAYS = WORKERS | {"two processes that start afresh": {"processes": 2, "method": "spawn"}}


@pytest.fixture(name="whole", scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an uninterrupted run of thirty rows in one process."""
    folder = tmp_path_factory.mktemp("whole")
    ran(folder, rows(*KEYS))
    return folder


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_running_gives_the_same_bytes_and_the_same_manifest(way: str, whole: Path, tmp_path: Path) -> None:
    outcome = ran(tmp_path / "out", rows(*KEYS), **WAYS[way])
    assert (outcome.done, outcome.made, outcome.failed) == (30, 60, 0)
    assert contents(tmp_path / "out") == contents(whole)
    assert names(whole) == sorted([*files(whole), "manifest.jsonl"])


def test_shards_in_any_order_give_the_same_bytes_and_a_run_of_the_whole_joins_their_manifests(
    whole: Path, tmp_path: Path
) -> None:
    for number in (3, 1, 2):
        ran(tmp_path, rows(*KEYS), shard=Shard(number, 3))
    assert files(tmp_path) == files(whole)
    parts = [(tmp_path / f"manifest.{number}-of-3.jsonl").read_bytes().splitlines() for number in (1, 2, 3)]
    assert sorted(itertools.chain(*parts)) == sorted((whole / "manifest.jsonl").read_bytes().splitlines())
    outcome = ran(tmp_path, rows(*KEYS))
    assert (outcome.made, outcome.kept) == (0, 60)
    assert contents(tmp_path) == contents(whole)


def test_a_record_says_what_a_file_is_and_nothing_about_the_day_or_the_machine(tmp_path: Path) -> None:
    ran(tmp_path, rows("a", odd="strange"))
    first, second = manifest(tmp_path)
    assert (first["key"], first["document"], first["file"]) == ("a", "pilot-agreement", "a-pilot-agreement.txt")
    assert first["size"] == len((tmp_path / "a-pilot-agreement.txt").read_bytes())
    assert first["clauses"] == [["liability/cap", "low-fixed", "00000000"]]
    assert first["terms"] == {"liability/cap": "low-fixed"}
    assert [warning["seen"] for warning in first["warnings"]] == ["strange"]
    assert first["inputs"] == second["inputs"]
    of_a_file = {"document", "file", "sha256", "size", "clauses", "terms", "facts", "warnings"}
    assert first.keys() == {"key", "inputs", "tool"} | of_a_file
    assert "pilots.csv" not in json.dumps([first, second])


def test_the_same_command_again_drafts_nothing(tmp_path: Path) -> None:
    ran(tmp_path, rows(*KEYS))
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir() if path.suffix == ".txt"}
    asked = Stamper.asked
    outcome = ran(tmp_path, rows(*KEYS))
    assert (Stamper.asked, outcome.made, outcome.kept) == (asked, 0, 60)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir() if path.suffix == ".txt"} == before


def test_only_the_row_that_changed_is_made_again(tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b", cap="low-fixed"))
    old = files(tmp_path)
    outcome = ran(tmp_path, (*rows("a", cap="low-fixed"), *rows("b", cap="own-loss")))
    assert (outcome.made, outcome.kept) == (2, 2)
    new = files(tmp_path)
    assert [name for name in new if new[name] != old.get(name)] == ["b-mou-v2.txt", "b-pilot-agreement-v2.txt"]
    caps = [each["terms"]["liability/cap"] for each in manifest(tmp_path)]
    assert caps == ["low-fixed"] * 2 + ["own-loss"] * 2 + ["low-fixed"] * 2


@pytest.mark.parametrize("change", [{"is_final": True}, {"pattern": "x-{key}-{document}"}], ids=["final", "names"])
def test_another_order_makes_every_row_again(tmp_path: Path, change: dict[str, Any]) -> None:
    ran(tmp_path, rows("a", "b"))
    assert ran(tmp_path, rows("a", "b"), settings=Settings(formats=("txt",), **change)).kept == 0


def test_the_moment_that_stands_in_for_a_date_counts_as_an_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(tmp_path, rows("a"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert ran(tmp_path, rows("a")).kept == 0


def test_a_house_library_counts_as_an_input_wherever_it_lies(tmp_path: Path) -> None:
    def kept(place: str, days: int) -> int:
        house = build_tree(tmp_path / place, {"defaults.yml": f"funding/payment:\n  pay_days: {days}\n"})
        return ran(tmp_path / "out", rows("a"), settings=Settings(formats=("txt",), house=house)).kept

    assert [kept("one", 14), kept("two", 14), kept("two", 15)] == [0, 2, 0]


def upgraded(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Makes this program another version."""
    monkeypatch.setattr(Signing, "version", version)
    for module in ("preparation", "driver"):
        monkeypatch.setattr(f"pactwright.batch.{module}.__version__", version)


def test_after_an_upgrade_files_stay_and_are_counted_until_somebody_wants_them_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version, kept, older in (("1.0", 0, 0), ("2.0", 4, 4)):
        upgraded(monkeypatch, version)
        outcome = ran(tmp_path, rows("a", "changed"), making=Signing)
        assert (outcome.kept, outcome.older) == (kept, older)
    assert {each["tool"] for each in manifest(tmp_path)} == {"1.0"}
    before = files(tmp_path)
    outcome = ran(tmp_path, rows("a", "changed"), making=Signing, remake=True)
    assert (outcome.made, outcome.kept, outcome.older) == (4, 0, 0)
    after = files(tmp_path)
    changed = ["changed-mou-v2.txt", "changed-pilot-agreement-v2.txt"]
    assert [name for name in after if after[name] != before.get(name)] == [
        "a-mou.txt",
        "a-pilot-agreement.txt",
        *changed,
    ]
    assert [each["tool"] for each in manifest(tmp_path)] == ["2.0"] * 4 + ["1.0"] * 2


def test_a_change_that_reaches_no_word_of_a_file_leaves_it_to_the_version_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library changed, and the file would be the same but for the version that it names."""
    upgraded(monkeypatch, "1.0")
    ran(tmp_path / "out", rows("a", "changed"), making=Signing)
    before = files(tmp_path / "out")
    upgraded(monkeypatch, "2.0")
    (tmp_path / "house").mkdir()
    settings = Settings(formats=("txt",), house=tmp_path / "house")
    outcome = ran(tmp_path / "out", rows("a", "changed"), making=Signing, settings=settings)
    assert (outcome.kept, outcome.older) == (0, 2)
    after = files(tmp_path / "out")
    made = ["changed-mou-v2.txt", "changed-pilot-agreement-v2.txt"]
    assert [name for name in after if after[name] != before.get(name)] == made
    assert ran(tmp_path / "out", rows("a", "changed"), making=Signing, settings=settings).kept == 4
    assert inventory(tmp_path / "out").findings == ()


def test_what_was_edited_is_not_made_again_without_force(tmp_path: Path) -> None:
    ran(tmp_path, rows("a"))
    (tmp_path / "a-mou.txt").write_bytes(b"what the lawyer wrote")
    assert [each.finding.rule for each in ran(tmp_path, rows("a"), remake=True).first] == ["edited-file"]
    assert (tmp_path / "a-mou.txt").read_bytes() == b"what the lawyer wrote"


def test_a_file_that_is_gone_is_made_again_and_its_sister_is_left_alone(whole: Path, tmp_path: Path) -> None:
    ran(tmp_path, rows(*KEYS))
    (tmp_path / "row-07-mou.txt").unlink()
    assert ran(tmp_path, rows(*KEYS)).kept == 58
    assert files(tmp_path) == files(whole)


def test_a_bad_row_stops_no_other_and_all_its_problems_are_told(tmp_path: Path) -> None:
    refused = Row("c", "pilots.csv:9", findings=(Finding("duplicate-key", "error", "key", '"c" stands twice'),))
    outcome = ran(tmp_path, (*rows("a"), *rows("b", wrong="=left"), refused))
    assert (outcome.done, outcome.failed, outcome.problems) == (3, 2, 2)
    assert sorted(files(tmp_path)) == ["a-mou.txt", "a-pilot-agreement.txt"]
    assert [str(each) for each in outcome.first] == [
        "pilots.csv:2: error: wrong: =left; right; mend it (row b)",
        'pilots.csv:9: error: duplicate-key: "c" stands twice (row c)',
    ]
    assert outcome.reports == (tmp_path / "errors.csv", tmp_path / "errors.jsonl")
    assert (tmp_path / "errors.csv").read_text("utf-8-sig").splitlines() == [
        "place,key,level,rule,address,seen,accepted,fix",
        "pilots.csv:2,b,error,wrong,wrong,'=left,right,mend it",
        'pilots.csv:9,c,error,duplicate-key,key,"""c"" stands twice",,',
    ]
    record = manifest(tmp_path, "errors.jsonl")[0]
    assert list(record) == ["place", "key", "level", "rule", "address", "seen", "accepted", "fix"]
    assert list(record.values()) == ["pilots.csv:2", "b", "error", "wrong", "wrong", "=left", "right", "mend it"]


def test_mended_rows_leave_no_report_behind(tmp_path: Path) -> None:
    ran(tmp_path, (*rows("a"), *rows("b", wrong="left")))
    assert ran(tmp_path, rows("a", "b")).reports == ()
    assert names(tmp_path) == sorted([*files(tmp_path), "manifest.jsonl"])


@pytest.mark.parametrize("way", WORKERS)
def test_problems_come_in_the_order_of_the_table_however_rows_get_done(way: str, tmp_path: Path) -> None:
    bad = tuple(itertools.chain(*(rows(key, wrong=key) for key in KEYS)))
    outcome = ran(tmp_path, bad, **WORKERS[way])
    assert [each.finding.seen for each in outcome.first] == list(KEYS[:20])
    assert [each["key"] for each in manifest(tmp_path, "errors.jsonl")] == list(KEYS)


def test_a_row_that_fails_now_keeps_the_files_of_before_and_their_records(tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b"))
    old = files(tmp_path), manifest(tmp_path)
    outcome = ran(tmp_path, (*rows("a"), *rows("b", wrong="left")))
    assert outcome.left == ("b-mou.txt", "b-pilot-agreement.txt")
    assert (files(tmp_path), manifest(tmp_path)) == old
    assert ran(tmp_path, rows("a", "b")).kept == 4


def test_files_of_a_row_that_is_gone_are_named_and_never_deleted(tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b"))
    for _ in range(2):
        outcome = ran(tmp_path, rows("a"))
        assert outcome.left == ("b-mou.txt", "b-pilot-agreement.txt")
        assert len(files(tmp_path)) == 4
        assert [each["key"] for each in manifest(tmp_path)] == ["a", "a", "b", "b"]
    (tmp_path / "b-mou.txt").unlink()
    assert ran(tmp_path, rows("a")).left == ("b-pilot-agreement.txt",)
    assert len(manifest(tmp_path)) == 3


def test_a_shard_does_not_take_the_rows_of_the_others_for_gone(tmp_path: Path) -> None:
    ran(tmp_path, rows(*KEYS))
    assert ran(tmp_path, rows(*KEYS), shard=Shard(2, 3)).left == ()


@pytest.mark.parametrize("way", WORKERS)
def test_an_edited_file_is_never_replaced_unless_that_is_asked_for(way: str, tmp_path: Path) -> None:
    ran(tmp_path, rows("a", "b"))
    (tmp_path / "b-mou.txt").write_bytes(b"what the lawyer wrote")
    for row in (rows("b"), rows("b", cap="own-loss")):
        outcome = ran(tmp_path, (*rows("a"), *row), **WORKERS[way])
        told = f"{row[0].place}: error: edited-file: b-mou.txt was changed after it was made; {KEEP} (row b)"
        assert list(map(str, outcome.first)) == [told]
        assert (tmp_path / "b-mou.txt").read_bytes() == b"what the lawyer wrote"
    assert ran(tmp_path, rows("a", "b"), force=True, is_dry=True, **WORKERS[way]).warned == 1
    assert (tmp_path / "b-mou.txt").read_bytes() == b"what the lawyer wrote"
    for last in (b"what the lawyer wrote", b"what the lawyer wrote later"):
        (tmp_path / "b-mou.txt").write_bytes(last)
        forced = ran(tmp_path, rows("a", "b"), force=True, **WORKERS[way])
        assert forced.failed == 0
        assert b"lawyer" not in (tmp_path / "b-mou.txt").read_bytes()
    kept = "b-mou.txt was changed after it was made; it is replaced, and kept as b-mou.edited-2.txt"
    assert [str(each) for each in forced.told] == [f"pilots.csv:3: warning: kept-file: {kept} (row b)"]
    assert [(tmp_path / f"b-mou.edited-{number}.txt").read_bytes() for number in (1, 2)] == [
        b"what the lawyer wrote",
        b"what the lawyer wrote later",
    ]


def test_a_file_that_no_batch_made_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a-mou.txt").write_bytes(b"signed")
    (tmp_path / "letter.docx").write_bytes(b"somebody's")
    outcome = ran(tmp_path, rows("a", "b"))
    seen = "a-mou.txt stands there already, and no batch made it"
    assert list(map(str, outcome.first)) == [f"pilots.csv:2: error: file-in-the-way: {seen}; {KEEP} (row a)"]
    assert (tmp_path / "a-mou.txt").read_bytes() == b"signed"
    assert sorted(files(tmp_path)) == ["a-mou.txt", "b-mou.txt", "b-pilot-agreement.txt", "letter.docx"]
    assert ran(tmp_path, rows("a", "b"), force=True).failed == 0
    assert (tmp_path / "a-mou.edited-1.txt").read_bytes() == b"signed"


def test_a_file_with_the_very_bytes_that_we_would_write_is_ours(tmp_path: Path) -> None:
    ran(tmp_path, rows("a"))
    (tmp_path / "manifest.jsonl").unlink()
    assert ran(tmp_path, rows("a")).failed == 0
    assert [each["file"] for each in manifest(tmp_path)] == ["a-pilot-agreement.txt", "a-mou.txt"]


def test_a_folder_where_a_file_should_stand_is_told_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "a-mou.txt").mkdir()
    outcome = ran(tmp_path, rows("a", "b"), force=True)
    assert [each.finding.rule for each in outcome.first] == ["file-in-the-way"]
    assert outcome.done == 2


def test_a_link_is_replaced_and_what_it_led_to_is_not(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(b"not ours")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a-mou.txt").symlink_to(elsewhere)
    assert [each.finding.rule for each in ran(tmp_path / "out", rows("a")).first] == ["file-in-the-way"]
    ran(tmp_path / "out", rows("a"), force=True)
    assert not (tmp_path / "out" / "a-mou.txt").is_symlink()
    assert elsewhere.read_bytes() == b"not ours"


@pytest.mark.parametrize("way", WORKERS)
def test_a_mistake_of_ours_in_one_row_is_told_as_ours_and_costs_no_other_row(way: str, tmp_path: Path) -> None:
    outcome = ran(tmp_path, rows("a", "bug", "b"), making=Clumsy, **WORKERS[way])
    assert outcome.is_bug
    ours = "this is a mistake of pactwright's, not yours; please report it"
    told = f"pilots.csv:3: error: internal: IndexError: a list has no place 7; {ours} (row bug)"
    assert list(map(str, outcome.first)) == [told]
    assert len(files(tmp_path)) == 4


def test_a_row_that_kills_its_worker_is_named_and_all_others_are_made(tmp_path: Path) -> None:
    keys = (*KEYS[:10], "deadly", *KEYS[10:])
    outcome = ran(tmp_path, rows(*keys), making=Deadly, processes=2)
    assert (outcome.done, outcome.failed, outcome.made) == (31, 1, 60)
    assert [(each.finding.rule, each.finding.place) for each in outcome.first] == [("worker-died", "pilots.csv:12")]
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def test_a_worker_that_dies_once_costs_nothing(whole: Path, tmp_path: Path) -> None:
    table = rows(*KEYS[:10], "mortal", *KEYS[10:], once=str(tmp_path / "died"))
    outcome = ran(tmp_path / "out", table, making=Mortal, processes=2)
    assert (tmp_path / "died").exists()
    assert (outcome.failed, outcome.made) == (0, 62)
    assert set(files(whole)) < set(files(tmp_path / "out"))


def test_only_some_rows_are_under_way_at_a_time(tmp_path: Path) -> None:
    """However long the table is, a pool holds a few chunks of it."""
    taken: list[int] = []
    task = Task(Settings(formats=("txt",)), None, tmp_path, Shard(), "", making=Stamper)

    def jobs() -> Iterator[Job]:
        for number, row in enumerate(rows(*(f"k{n}" for n in range(200)))):
            taken.append(number)
            yield Job(number, row)

    with Pool(Preparer(task), Stop(), 2, "fork") as pool:
        for done, _ in enumerate(pool.prepared(jobs(), 5, lambda: None), start=1):
            assert len(taken) - done < (UNDER_WAY * 2 + 1) * 5
    assert len(taken) == done == 200


def test_ctrl_c_finishes_the_row_in_hand_and_the_next_run_goes_on(whole: Path, tmp_path: Path) -> None:
    watch = Silent()
    table = rows(*KEYS[:4], "stop", *KEYS[4:])
    outcome = run(Batch(table, None, Settings(formats=("txt",)), tmp_path, making=Interrupted), watch)
    assert (outcome.is_stopped, outcome.done, outcome.made) == (True, 5, 10)
    assert watch.is_over
    assert names(tmp_path) == sorted([*files(tmp_path), "journal.sqlite"])
    again = ran(tmp_path, table)
    assert (again.is_stopped, again.made, again.kept) == (False, 52, 10)
    assert names(tmp_path) == sorted([*files(whole), "stop-mou.txt", "stop-pilot-agreement.txt", "manifest.jsonl"])


def test_ctrl_c_twice_ends_the_run_at_once_and_leaves_only_whole_files(whole: Path, tmp_path: Path) -> None:
    keys = (*KEYS[:4], "stop", *KEYS[4:])
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        ran(tmp_path, rows(*keys), making=InterruptedTwice)
    assert files(tmp_path).items() <= files(whole).items()
    assert signal.getsignal(signal.SIGINT) is before
    assert ran(tmp_path, rows(*KEYS)).kept == 8


def _begun(told: Connection) -> None:
    """A process that has begun, and has not yet made signals its own; a busy one, since a waiting one may miss them."""
    told.send("begun")
    while True:
        pass


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="processes start afresh here")
def test_what_a_worker_is_told_before_it_is_ready_does_not_stop_the_run() -> None:
    """A pool that lost a worker ends the others, of which one may not even have begun."""
    with listening() as stop:
        stop.shared("fork")
        begun, told = multiprocessing.Pipe(duplex=False)
        unready = multiprocessing.get_context("fork").Process(target=_begun, args=(told,))
        unready.start()
        begun.recv()
        for each in (signal.SIGINT, signal.SIGTERM):
            os.kill(unready.pid or 0, each)
        unready.join(20)
        assert not unready.is_alive()
        assert not stop.is_set


def test_a_dry_run_checks_every_row_and_writes_nothing_anywhere(tmp_path: Path) -> None:
    table = (*rows("a", "b"), *rows("c", wrong="left"), *rows("d", cap="own-loss"))
    outcome = ran(tmp_path / "out", table, is_dry=True, with_differences=True)
    assert (outcome.done, outcome.made, outcome.failed, outcome.reports) == (4, 6, 1, ())
    assert [each.finding.place for each in outcome.first] == ["pilots.csv:2"]
    assert [each.others[0].keys for each in outcome.deviations or ()] == [("d",), ("d",)]
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_tells_what_would_be_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a-mou.txt").write_bytes(b"signed")
    assert [each.finding.rule for each in ran(tmp_path, rows("a"), is_dry=True).first] == ["file-in-the-way"]
    assert names(tmp_path) == ["a-mou.txt"]


def test_two_keys_that_would_share_names_are_told_before_one_is_lost(tmp_path: Path) -> None:
    one, other = "keRbsideairqUAlIty", "keRbSiDEaIRQUAlItY"
    outcome = ran(tmp_path, rows(one, other))
    told = f'the files of "{other}" would have the names of those of "{one}"; change the key (row {other})'
    assert [str(each) for each in outcome.first] == [f"pilots.csv:3: error: name-taken: {told}"]
    assert len(files(tmp_path)) == 2


def test_a_pattern_that_does_not_serve_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no \{key\}"):
        ran(tmp_path / "out", rows("a"), settings=Settings(pattern="{document}"))
    assert not (tmp_path / "out").exists()
