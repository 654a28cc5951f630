"""A folder is of one table, and a final in it stays one: neither another table nor a draft takes its place unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pactwright.batch.model import Row, Settings, Shard
from pactwright.batch.request import RunOutcome
from pactwright.batch.verifying import inventory
from pactwright.errors import UsageError
from tests.batch.makers import Stamper, rows
from tests.batch.runs import contents, files, manifest, names, ran

MOU = Settings(("mou",), ("txt",))
FINAL = replace(MOU, is_final=True)
ONE, OTHER = "pilots.csv over base.yml", "walks.csv over base.yml"


class Marking(Stamper):
    """Marks its drafts as such, as a draft is."""

    def made(self, row: Row) -> Any:  # noqa: ANN401 - as the stamper has it
        """The files of the stamper, with a mark on those that are no final."""
        mark = b"" if self._settings.is_final else b"DRAFT "
        return tuple(replace(each, content=mark + each.content) for each in super().made(row))


def made(folder: Path, *keys: str, **asked: Any) -> RunOutcome:  # noqa: ANN401 - the fields of a batch
    """The outcome of a batch of one document a row, of the first table."""
    cap = asked.pop("cap", "low")
    return ran(folder, rows(*keys, cap=cap), **({"settings": MOU, "making": Marking, "table": ONE} | asked))


# -------------------------------------------------------------------------------------------------- one table


@pytest.mark.parametrize("keys", [("a", "b"), ("c",)], ids=["the same keys", "other keys"])
@pytest.mark.parametrize("way", [{"force": True, "replaces": True}, {"is_dry": True}])
def test_another_table_is_refused_by_the_name_of_the_first_and_nothing_is_touched(
    keys: tuple[str, ...],
    way: dict[str, Any],
    tmp_path: Path,
) -> None:
    made(tmp_path, "a", "b")
    before = contents(tmp_path)
    with pytest.raises(UsageError) as refused:
        made(tmp_path, *keys, cap="high", table=OTHER, **way)
    assert str(refused.value) == (
        f"{tmp_path}: holds the files of {ONE}, and this is {OTHER}; "
        "name another folder, or use --renamed if it is the same table under another name"
    )
    assert contents(tmp_path) == before


def test_the_same_table_goes_on_and_so_does_a_renamed_one_from_then_on(tmp_path: Path) -> None:
    made(tmp_path, "a", "b")
    assert made(tmp_path, "a", "b").kept == 2
    outcome = made(tmp_path, "a", table=OTHER, is_renamed=True)
    assert (outcome.kept, outcome.left) == (1, ("b-mou.txt",))
    assert made(tmp_path, "a", table=OTHER).kept == 1
    assert [(each["key"], each["table"]) for each in manifest(tmp_path)] == [("a", OTHER), ("b", ONE)]
    with pytest.raises(UsageError):
        made(tmp_path, "a", "b")


def test_a_folder_of_an_earlier_version_is_of_whoever_comes_first(tmp_path: Path) -> None:
    made(tmp_path, "a", table="")
    assert "table" not in manifest(tmp_path)[0]
    assert made(tmp_path, "a", table=OTHER).kept == 1
    with pytest.raises(UsageError):
        made(tmp_path, "a")


def test_shards_are_of_one_table(tmp_path: Path) -> None:
    made(tmp_path, "a", "b", shard=Shard(1, 2))
    with pytest.raises(UsageError):
        made(tmp_path, "a", "b", shard=Shard(2, 2), table=OTHER)
    made(tmp_path, "a", "b", shard=Shard(2, 2))
    assert made(tmp_path, "a", "b").kept == 2
    assert inventory(tmp_path).findings == ()


def test_a_run_that_was_stopped_is_of_its_table_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        made(tmp_path, "a", "b", making=Stopping)
    assert "journal.sqlite" in names(tmp_path)
    with pytest.raises(UsageError, match="holds the files of pilots"):
        made(tmp_path, "a", "b", table=OTHER)
    assert made(tmp_path, "a", "b").done == 2


class Stopping(Marking):
    """Is stopped at the second row."""

    def made(self, row: Row) -> Any:  # noqa: ANN401 - as the stamper has it
        """The files of the first row."""
        if row.key == "b":
            raise KeyboardInterrupt
        return super().made(row)


def test_a_name_with_quotes_and_letters_of_any_script_is_read_back(tmp_path: Path) -> None:
    table = 'Zuschüsse "2027" \\ 試.csv'
    made(tmp_path, "a", table=table)
    assert made(tmp_path, "a", table=table).kept == 1
    with pytest.raises(UsageError, match="Zuschüsse"):
        made(tmp_path, "a", table=OTHER)


# ------------------------------------------------------------------------------------------------ final and draft


@pytest.mark.parametrize("way", [{}, {"replaces": True}, {"force": True}, {"remake": True}, {"processes": 2}])
@pytest.mark.parametrize("cap", ["low", "high"])
def test_a_draft_takes_no_finals_place(way: dict[str, Any], cap: str, tmp_path: Path) -> None:
    made(tmp_path, "a", "b", settings=FINAL)
    before = files(tmp_path)
    outcome = made(tmp_path, "a", "b", "c", cap=cap, **way)
    assert (outcome.failed, outcome.made) == (2, 1)
    [told] = outcome.told
    assert str(told) == (
        "pilots.csv:2: error: final-stands: a final of this row stands in the folder, and a draft would take its "
        "place; add --final, or name another folder for drafts (rows a, b)"
    )
    assert files(tmp_path).items() > before.items()
    assert made(tmp_path, "a", "b", settings=FINAL).kept == 2


def test_a_final_stands_beside_the_draft_of_before_and_is_the_newest(tmp_path: Path) -> None:
    made(tmp_path, "a")
    draft = files(tmp_path)
    outcome = made(tmp_path, "a", settings=FINAL)
    assert outcome.superseded == ("a-mou.txt",)
    assert files(tmp_path) == draft | {"a-mou-v2.txt": draft["a-mou.txt"].removeprefix(b"DRAFT ")}
    assert [each.get("final") for each in manifest(tmp_path)] == [True, None]
    assert made(tmp_path, "a").failed == 1


def test_a_final_that_was_edited_or_stopped_short_is_no_drafts_place_either(tmp_path: Path) -> None:
    made(tmp_path, "a", settings=FINAL)
    (tmp_path / "a-mou.txt").write_bytes(b"signed")
    assert [each.finding.rule for each in made(tmp_path, "a", force=True).told] == ["final-stands"]
    assert (tmp_path / "a-mou.txt").read_bytes() == b"signed"
    (tmp_path / "a-mou.txt").unlink()
    assert made(tmp_path, "a").made == 1


def test_a_final_of_one_document_leaves_the_others_to_drafts(tmp_path: Path) -> None:
    made(tmp_path, "a", settings=FINAL)
    assert made(tmp_path, "a", settings=replace(MOU, documents=("pilot-agreement",))).made == 1
