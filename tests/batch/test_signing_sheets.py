"""Beside each final of a batch stands the sheet to read before anybody signs, and nothing that people write is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pactwright.batch.base import base_from
from pactwright.batch.jobs import Prepared
from pactwright.batch.maker import Maker
from pactwright.batch.model import Row, Settings, Shard
from pactwright.batch.output_folder import output_to
from pactwright.batch.request import RunOutcome
from pactwright.batch.verifying import inventory
from pactwright.service import DraftOrder, files_of
from tests.batch.makers import row_of
from tests.batch.runs import contents, ran
from tests.stories import as_yaml, changed, spec_tree

FINAL = Settings(("mou",), ("txt",), is_final=True)
SHEET = "a-mou-before-signing.txt"
TICK = b"[x] read by J. Lawyer\n"


@pytest.fixture(name="base", scope="module")
def base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The spec whose rows change the version, which no paper prints in words, and the name of a party."""
    path = tmp_path_factory.mktemp("base") / "base.yml"
    path.write_text(as_yaml(spec_tree("startup-pilot")), "utf-8")
    return path


def made(folder: Path, base: Path, *rows: Row, **asked: Any) -> RunOutcome:  # noqa: ANN401 - the fields of a batch
    """What a batch of finals did, drafted as `draft` does."""
    own: dict[str, Any] = {"settings": FINAL, "base": base_from(base), "making": Maker}
    return ran(folder, rows, **(own | asked))


def named(key: str, called: str = "the Maker") -> Row:
    """A row that calls the company something."""
    return row_of(key, {"parties.maker.called": called})


def ticked(folder: Path, name: str = SHEET) -> bytes:
    """A sheet on which somebody ticked something."""
    path = folder / name
    path.write_bytes(path.read_bytes() + TICK)
    return path.read_bytes()


def test_the_sheet_is_the_one_that_draft_writes(tmp_path: Path, base: Path) -> None:
    assert made(tmp_path / "out", base, named("a")).made == 1
    (tmp_path / "a.yml").write_text(
        as_yaml(changed(spec_tree("startup-pilot"), {"parties.maker.called": "the Maker"})), "utf-8"
    )
    [alone] = files_of(
        (tmp_path / "a.yml",), DraftOrder(("mou",), ("txt",), is_final=True, output=tmp_path / "a-mou.txt")
    )
    assert alone.sheet_path
    assert (tmp_path / "out" / SHEET).read_bytes() == alone.sheet_path.read_bytes()


def test_forms_of_a_document_share_a_sheet_and_a_draft_has_none(tmp_path: Path, base: Path) -> None:
    both = Settings(("mou",), ("txt", "html"), is_final=True)
    made(tmp_path / "finals", base, named("a"), settings=both)
    assert {name for name in contents(tmp_path / "finals") if "mou" in name} == {SHEET, "a-mou.txt", "a-mou.html"}
    made(tmp_path / "drafts", base, named("a"), settings=Settings(("mou",), ("txt",)))
    assert {name for name in contents(tmp_path / "drafts") if "mou" in name} == {"a-mou.txt"}


def test_what_a_person_ticks_makes_no_row_edited_and_no_folder_wrong(tmp_path: Path, base: Path) -> None:
    made(tmp_path, base, named("a"))
    theirs = ticked(tmp_path)
    assert inventory(tmp_path).findings == ()
    outcome = made(tmp_path, base, named("a"))
    assert (outcome.kept, outcome.failed) == (1, 0)
    outcome = made(tmp_path, base, named("a"), remake=True)
    assert (outcome.made, outcome.failed) == (1, 0)
    assert (tmp_path / SHEET).read_bytes() == theirs


@pytest.mark.parametrize("left", [None, b"", b"\0" * 4096])
def test_a_sheet_that_is_gone_or_torn_is_told_and_made_again(tmp_path: Path, base: Path, left: bytes | None) -> None:
    made(tmp_path, base, named("a"))
    before = contents(tmp_path)
    (tmp_path / SHEET).unlink()
    if left is not None:
        (tmp_path / SHEET).write_bytes(left)
    assert [each.rule for each in inventory(tmp_path).findings] == ["missing-sheet"]
    assert made(tmp_path, base, named("a")).failed == 0
    assert contents(tmp_path) == before
    assert inventory(tmp_path).findings == ()


def test_the_next_version_has_its_own_sheet_and_the_ticked_one_stays_beside_the_first(
    tmp_path: Path, base: Path
) -> None:
    made(tmp_path, base, named("a"))
    theirs = ticked(tmp_path)
    made(tmp_path, base, named("a", "the Firm"))
    assert (tmp_path / SHEET).read_bytes() == theirs
    assert b"\na-mou-v2\n" in (tmp_path / "a-mou-v2-before-signing.txt").read_bytes()
    assert inventory(tmp_path).findings == ()


def test_where_a_file_is_replaced_a_ticked_sheet_is_kept_beside_the_new_one(tmp_path: Path, base: Path) -> None:
    asked: dict[str, Any] = {"settings": Settings(("pilot-agreement",), ("txt",), is_final=True), "replaces": True}
    sheet, copy = "a-pilot-agreement-before-signing.txt", "a-pilot-agreement-before-signing.edited-1.txt"
    made(tmp_path, base, named("a"), **asked)
    theirs = ticked(tmp_path, sheet)
    outcome = made(tmp_path, base, named("a", "the Firm"), **asked)
    assert (tmp_path / copy).read_bytes() == theirs
    assert TICK not in (tmp_path / sheet).read_bytes()
    assert b"Firm" in (tmp_path / sheet).read_bytes()
    assert [told.finding.rule for told in outcome.told if copy in told.finding.seen] == ["sheet-kept"]
    made(tmp_path, base, named("a", "the Maker"), **asked)
    assert len([name for name in contents(tmp_path) if "edited" in name]) == 1  # the second one nobody had touched


def test_a_dry_run_writes_no_sheet_and_keeps_no_copy(tmp_path: Path, base: Path) -> None:
    made(tmp_path, base, named("a"))
    ticked(tmp_path)
    before = contents(tmp_path)
    made(tmp_path, base, named("a", "the Firm"), replaces=True, is_dry=True)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("asked", [{"processes": 2}, {"shard": Shard(1, 2)}])
def test_processes_and_shards_write_the_same_sheets(tmp_path: Path, base: Path, asked: dict[str, Any]) -> None:
    rows = (named("a"), named("b"))
    made(tmp_path / "one", base, *rows)
    made(tmp_path / "other", base, *rows, **asked)
    if "shard" in asked:
        made(tmp_path / "other", base, *rows, shard=Shard(2, 2))
    one, other = (
        {name: content for name, content in contents(tmp_path / folder).items() if "mou" in name}
        for folder in ("one", "other")
    )
    assert one == other
    assert len(one) == 4
    assert inventory(tmp_path / "other").findings == ()


def test_a_link_and_a_folder_in_the_place_of_a_sheet_are_told(tmp_path: Path, base: Path) -> None:
    folder, outside = tmp_path / "out", tmp_path / "outside.txt"
    folder.mkdir()
    outside.write_bytes(b"theirs")
    (folder / SHEET).symlink_to(outside)
    (folder / "b-mou-before-signing.txt").mkdir()
    outcome = made(folder, base, named("a"), named("b"))
    assert {told.finding.rule for told in outcome.told if told.finding.level == "error"} == {"file-in-the-way"}
    assert outcome.failed == 2
    assert outside.read_bytes() == b"theirs"
    assert not [name for name in ("a-mou.txt", "b-mou.txt") if (folder / name).exists()]


def test_no_key_has_the_sheet_of_another_for_its_document(tmp_path: Path, base: Path) -> None:
    settings = Settings(("mou",), ("txt",), is_final=True, pattern="{document}-{key}")
    assert made(tmp_path, base, named("a"), named("a-before-signing"), settings=settings).failed == 0
    assert len([name for name in contents(tmp_path) if name.startswith("mou-")]) == 4
    assert b"BEFORE SIGNING" in (tmp_path / "mou-a-before-signing.txt").read_bytes()


def test_no_sheet_stands_there_without_its_document(tmp_path: Path) -> None:
    """As after a kill between the two: the document comes first."""
    (tmp_path / "sheet").write_bytes(b"a sheet")
    cut_short = Prepared(0, "made", moves=(("gone", "a-mou.txt"),), sheets=(("sheet", SHEET),))
    with output_to(tmp_path, Shard(), "t.csv") as output, pytest.raises(FileNotFoundError):
        output.commit(cut_short)
    assert SHEET not in contents(tmp_path)
