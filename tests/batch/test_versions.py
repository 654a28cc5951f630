"""What a file said when it was made stays readable: a row that says another thing has its next version beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pactwright.batch.maker import Made
from pactwright.batch.model import Row, Settings, Shard
from pactwright.batch.naming import name_pattern
from pactwright.batch.request import RunOutcome
from pactwright.batch.verifying import inventory
from tests.batch.makers import Stamper, packed, rows
from tests.batch.runs import files, manifest, names, ran

MOU = Settings(("mou",), ("txt",))
WAYS: dict[str, dict[str, Any]] = {"one process": {}, "two processes": {"processes": 2}}


def said(cap: str, *keys: str, **cells: str) -> tuple[Row, ...]:
    """Rows that say something of their cap."""
    return rows(*(keys or ("a",)), cap=cap, **cells)


def made(folder: Path, table: tuple[Row, ...], **asked: Any) -> RunOutcome:  # noqa: ANN401 - the fields of a batch
    """The outcome of a batch of one document a row."""
    return ran(folder, table, **({"settings": MOU} | asked))


def left(folder: Path, name: str = "manifest.jsonl") -> dict[str, str]:
    """File -> why it is no row's now, for the records of a manifest that say so."""
    return {each["file"]: each["left"] for each in manifest(folder, name) if "left" in each}


class Tracing(Stamper):
    """Prints nothing of its cells; they stand in the properties of a Word file, or in the origin of data."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """A Word file and data of fixed words."""
        cells = {each.address: each.text for each in row.cells}
        content = {
            "docx": packed("docProps/custom.xml", repr(cells).encode()),
            "json": json.dumps({"title": "words", "provenance": cells}).encode(),
        }
        return tuple(replace(each, content=content[each.form]) for each in super().made(row))


@pytest.mark.parametrize("way", WAYS)
def test_a_row_that_says_another_thing_has_its_next_version_beside_the_one_before(way: str, tmp_path: Path) -> None:
    contents: dict[str, bytes] = {}
    for number, cap in enumerate(("low", "high", "none"), start=1):
        outcome = made(tmp_path, (*said("low", "b"), *said(cap)), **WAYS[way])
        assert (outcome.made, outcome.failed) == (1 if number > 1 else 2, 0)
        newest = "a-mou.txt" if number == 1 else f"a-mou-v{number}.txt"
        assert cap.encode() in (tmp_path / newest).read_bytes()
        contents |= {newest: (tmp_path / newest).read_bytes()}
        assert files(tmp_path) == contents | {"b-mou.txt": (tmp_path / "b-mou.txt").read_bytes()}
        assert outcome.superseded == tuple(sorted(set(contents) - {newest}))
        assert outcome.left == ()
    assert left(tmp_path) == {"a-mou.txt": "superseded", "a-mou-v2.txt": "superseded"}
    again = made(tmp_path, (*said("low", "b"), *said("none")), **WAYS[way])
    assert (again.made, again.kept, again.superseded) == (0, 2, ("a-mou-v2.txt", "a-mou.txt"))
    assert sorted(files(tmp_path)) == ["a-mou-v2.txt", "a-mou-v3.txt", "a-mou.txt", "b-mou.txt"]


def test_a_row_that_says_again_what_it_said_first_has_one_more_version(tmp_path: Path) -> None:
    """The newest is the one with the highest number, whoever looks at the folder."""
    for cap in ("low", "high", "low"):
        made(tmp_path, said(cap))
    assert (tmp_path / "a-mou-v3.txt").read_bytes() == (tmp_path / "a-mou.txt").read_bytes()
    assert made(tmp_path, said("low")).kept == 1
    assert left(tmp_path) == {"a-mou.txt": "superseded", "a-mou-v2.txt": "superseded"}


def test_replace_rewrites_the_newest_version_alone(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    first = files(tmp_path)
    made(tmp_path, said("high"))
    outcome = made(tmp_path, said("none"), replaces=True)
    assert (outcome.made, outcome.superseded) == (1, ("a-mou.txt",))
    assert sorted(files(tmp_path)) == ["a-mou-v2.txt", "a-mou.txt"]
    assert files(tmp_path).items() >= first.items()
    assert b"none" in (tmp_path / "a-mou-v2.txt").read_bytes()
    assert made(tmp_path, said("none")).kept == 1


def test_neither_force_nor_remake_rewrites_what_a_row_said_before(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    first = files(tmp_path)
    made(tmp_path, said("high"), force=True, remake=True)
    assert files(tmp_path).items() > first.items()
    before = files(tmp_path)
    assert made(tmp_path, said("high"), force=True, remake=True).made == 1
    assert files(tmp_path) == before


def test_an_edited_newest_version_is_told_as_before(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    made(tmp_path, said("high"))
    (tmp_path / "a-mou-v2.txt").write_bytes(b"what the lawyer wrote")
    for cap in ("high", "none"):
        outcome = made(tmp_path, said(cap))
        assert [each.finding.seen for each in outcome.told] == ["a-mou-v2.txt was changed after it was made"]
        assert (outcome.left, outcome.superseded) == (("a-mou-v2.txt",), ("a-mou.txt",))
    assert sorted(files(tmp_path)) == ["a-mou-v2.txt", "a-mou.txt"]
    assert left(tmp_path) == {"a-mou.txt": "superseded"}
    made(tmp_path, said("none"), force=True)
    assert b"lawyer" not in (tmp_path / "a-mou-v2.txt").read_bytes()


def test_a_file_of_somebody_elses_under_the_next_name_is_stepped_over(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    (tmp_path / "a-mou-v2.txt").write_bytes(b"what the lawyer wrote")
    assert made(tmp_path, said("high")).failed == 0
    assert (tmp_path / "a-mou-v2.txt").read_bytes() == b"what the lawyer wrote"
    assert b"high" in (tmp_path / "a-mou-v3.txt").read_bytes()
    assert made(tmp_path, said("high")).kept == 1


def test_what_only_says_otherwise_where_it_came_from_is_no_new_version(tmp_path: Path) -> None:
    """The digest of a spec in the properties of a Word file, or in data, changes with every fact, printed or not."""
    settings = Settings(("mou",), ("docx", "json"))
    ran(tmp_path, said("low"), making=Tracing, settings=settings)
    first = files(tmp_path)
    assert ran(tmp_path, said("high"), making=Tracing, settings=settings).made == 2
    assert sorted(files(tmp_path)) == ["a-mou.docx", "a-mou.json"]
    assert all(files(tmp_path)[name] != first[name] for name in first)


def test_a_version_that_was_moved_away_is_made_again_under_its_name(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    made(tmp_path, said("high"))
    (tmp_path / "a-mou-v2.txt").unlink()
    assert [each.rule for each in inventory(tmp_path).findings] == ["missing-file"]
    made(tmp_path, said("high"))
    assert sorted(files(tmp_path)) == ["a-mou-v2.txt", "a-mou.txt"]
    (tmp_path / "a-mou.txt").unlink()
    assert inventory(tmp_path).findings == ()
    assert made(tmp_path, said("high")).superseded == ()
    assert left(tmp_path) == {}


def test_versions_are_taken_back_when_the_manifest_was_lost(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    made(tmp_path, said("high"))
    (tmp_path / "manifest.jsonl").unlink()
    before = files(tmp_path)
    assert made(tmp_path, said("high")).failed == 0
    assert files(tmp_path) == before
    assert [each["file"] for each in manifest(tmp_path)] == ["a-mou-v2.txt"]


def test_a_dry_run_says_what_would_be_superseded_and_writes_nothing(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    before = names(tmp_path), files(tmp_path)
    outcome = made(tmp_path, said("high"), is_dry=True)
    assert (outcome.made, outcome.superseded) == (1, ("a-mou.txt",))
    assert (names(tmp_path), files(tmp_path)) == before


def test_a_shard_and_a_run_of_the_whole_agree_on_what_is_the_newest(tmp_path: Path) -> None:
    made(tmp_path, said("low", "a", "b"))
    made(tmp_path, said("high", "a", "b"), shard=Shard(1, 2))
    assert left(tmp_path, "manifest.1-of-2.jsonl") == {"a-mou.txt": "superseded"}
    assert inventory(tmp_path).findings == ()
    outcome = made(tmp_path, said("high", "a", "b"))
    assert (outcome.made, outcome.kept) == (1, 1)
    assert left(tmp_path) == {"a-mou.txt": "superseded", "b-mou.txt": "superseded"}
    assert inventory(tmp_path).superseded == ("a-mou.txt", "b-mou.txt")


def test_a_key_that_looks_like_a_version_never_meets_one(tmp_path: Path) -> None:
    names_of = name_pattern("{document}-{key}", ("mou",))
    assert names_of.name("a-v2", "mou", "txt", {}) != "mou-a-v2.txt"
    settings = Settings(("mou",), ("txt",), pattern="{document}-{key}")
    for cap in ("low", "high"):
        assert ran(tmp_path, said(cap, "a", "a-v2"), settings=settings).failed == 0
    assert len(files(tmp_path)) == 4
    assert name_pattern("{key}-{document}").name("a-v2", "mou", "txt", {}) == "a-v2-mou.txt"


def test_other_names_supersede_the_files_of_before_and_another_document_does_not(tmp_path: Path) -> None:
    made(tmp_path, said("low"))
    outcome = made(tmp_path, said("low"), settings=Settings(("mou",), ("txt",), pattern="x-{key}-{document}"))
    assert (outcome.superseded, outcome.left) == (("a-mou.txt",), ())
    outcome = made(tmp_path, said("low"), settings=Settings(("pilot-agreement",), ("txt",)))
    assert (outcome.superseded, outcome.left) == ((), ("a-mou.txt", "x-a-mou.txt"))
    assert left(tmp_path) == {"a-mou.txt": "withdrawn", "x-a-mou.txt": "withdrawn"}


# ------------------------------------------------------------------------------------------------ withdrawn rows


@pytest.mark.parametrize("now", [("a",), ("a", "b-renamed")], ids=["taken out", "renamed"])
def test_files_of_a_row_that_is_gone_are_a_fault_until_they_are_moved_or_kept(
    now: tuple[str, ...], tmp_path: Path
) -> None:
    made(tmp_path, said("low", "a", "b"))
    made(tmp_path, said("low", *now))
    found = inventory(tmp_path)
    seen = "was made for a row that is no longer in the table"
    fix = "move it out of this folder, or say --withdrawn keep"
    assert list(map(str, found.findings)) == [f"{tmp_path}/b-mou.txt: error: withdrawn-file: {seen}; {fix}"]
    assert (found.withdrawn, found.files, found.whole) == (("b-mou.txt",), len(now) + 1, len(now) + 1)
    assert inventory(tmp_path, keeps_withdrawn=True).findings == ()
    assert made(tmp_path, said("low", *now)).left == ("b-mou.txt",)
    assert [each.rule for each in inventory(tmp_path).findings] == ["withdrawn-file"]
    (tmp_path / "b-mou.txt").unlink()
    assert (inventory(tmp_path).findings, inventory(tmp_path).files) == ((), len(now))


def test_a_row_that_comes_back_has_its_record_as_it_was(tmp_path: Path) -> None:
    made(tmp_path, said("low", "a", "b"))
    before = (tmp_path / "manifest.jsonl").read_bytes()
    made(tmp_path, said("low"))
    assert left(tmp_path) == {"b-mou.txt": "withdrawn"}
    assert made(tmp_path, said("low", "a", "b")).kept == 2
    assert (tmp_path / "manifest.jsonl").read_bytes() == before
    assert inventory(tmp_path).findings == ()


def test_versions_of_a_row_that_is_gone_are_withdrawn_with_it_and_superseded_when_it_is_back(tmp_path: Path) -> None:
    for cap in ("low", "high"):
        made(tmp_path, said(cap, "a", "b"))
    made(tmp_path, said("high"))
    assert inventory(tmp_path).withdrawn == ("b-mou-v2.txt", "b-mou.txt")
    assert inventory(tmp_path).superseded == ("a-mou.txt",)
    assert made(tmp_path, said("high", "a", "b")).kept == 2
    assert (inventory(tmp_path).withdrawn, inventory(tmp_path).superseded) == ((), ("a-mou.txt", "b-mou.txt"))


def test_a_row_that_fails_is_not_withdrawn(tmp_path: Path) -> None:
    for cap in ("low", "high"):
        made(tmp_path, said(cap, "a", "b"))
    outcome = made(tmp_path, (*said("high"), *rows("b", wrong="left")))
    assert (outcome.left, outcome.superseded) == (("b-mou-v2.txt",), ("a-mou.txt", "b-mou.txt"))
    assert inventory(tmp_path).findings == ()


def test_an_earlier_version_that_was_changed_is_a_fault_with_a_cure_that_works(tmp_path: Path) -> None:
    for cap in ("low", "high"):
        made(tmp_path, said(cap))
    (tmp_path / "a-mou.txt").write_bytes(b"what the lawyer wrote")
    [found] = inventory(tmp_path).findings
    assert (found.rule, found.fix) == (
        "altered-file",
        "no run makes it again; bring back a copy of it, or move it elsewhere",
    )


def test_the_same_command_reads_no_file_and_makes_none_for_its_versions(tmp_path: Path) -> None:
    for cap in ("low", "high"):
        made(tmp_path, said(cap))
    asked = Stamper.asked
    made(tmp_path, said("high"))
    assert Stamper.asked == asked
