"""The example of a batch does what its README says: its commands in their order, what they print, and its facts."""

from __future__ import annotations

import contextlib
import csv
import re
import shlex
import shutil
from collections import Counter
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.batch.runs import files
from tests.consoles import Came, came_of, consoles, is_shown
from tests.reader import read
from tests.stories import ROOT

EXAMPLE = ROOT / "examples" / "cooler-walks"
README = (EXAMPLE / "README.md").read_text("utf-8")
BEFORE, AFTER = (consoles(part) for part in README.split("## Mend it"))
CONSOLES = (*BEFORE, *AFTER)
# A line of the table of mistakes: where it stands, what stands there and what belongs there; without a field it goes.
MEND = (
    r"^\| `(?P<file>[a-z.]+):(?P<line>[0-9]+)(?::(?P<field>[0-9]+))?`"
    r" \| `(?P<was>[^`]+)`.* \| (?:`(?P<now>[^`]+)`|[^`]+) \|$"
)
MENDS = list(re.finditer(MEND, README, re.MULTILINE))

Rows: TypeAlias = list[dict[str, str]]
Ran: TypeAlias = tuple[Path, list[Came]]


@pytest.fixture(scope="module", name="ran")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The folder of the example after every command of the README, and what came of each of them."""
    folder = tmp_path_factory.mktemp("batch") / EXAMPLE.name
    shutil.copytree(EXAMPLE, folder)
    with contextlib.chdir(folder):
        before = [came_of(*shlex.split(console.command)) for console in BEFORE]
        mend(folder)
        return folder, before + [came_of(*shlex.split(console.command)) for console in AFTER]


def mend(folder: Path) -> None:
    """Does what the table of mistakes says, the last line first, so that no line moves before its turn."""
    for found in sorted(MENDS, key=lambda each: -int(each["line"])):
        path, line, field = folder / found["file"], int(found["line"]) - 1, int(found["field"] or 1) - 1
        lines = list(csv.reader(path.read_text("utf-8").splitlines()))
        assert lines[line][field] == found["was"]
        lines[line][field] = found["now"] or ""
        kept = lines if found["field"] else lines[:line] + lines[line + 1 :]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(kept)


def rows(name: str, folder: Path = EXAMPLE) -> Rows:
    """The lines of a sheet of the example."""
    return list(csv.DictReader((folder / name).read_text("utf-8").splitlines()))


def counts(sheet: Rows, column: str) -> Counter[str]:
    """How many lines say what in a column."""
    return Counter(row[column] for row in sheet)


def documents(row: dict[str, str]) -> list[str]:
    """The documents that a row asks for."""
    return row["documents"].split("; ")


@pytest.mark.parametrize("number", range(len(CONSOLES)), ids=[console.command for console in CONSOLES])
def test_a_command_of_the_readme_prints_what_stands_there(ran: Ran, number: int) -> None:
    came = ran[1][number]
    assert is_shown(CONSOLES[number], came), f"exit code {came.code}\n{came.text}"


def test_the_readme_leads_from_a_first_look_to_what_is_verified_compared_and_shared() -> None:
    assert [console.code for console in CONSOLES] == [3, 3, 0, 0, 0, 0]
    words = ("--dry-run", "-o out/", "-o out/", "verify", "--differences", "--shard")
    assert all(word in console.command for word, console in zip(words, CONSOLES, strict=True))


def test_the_rows_differ_in_place_model_documents_parties_and_answers() -> None:
    pilots = rows("pilots.csv")
    assert len(pilots) >= 40
    for column, values in {
        "jurisdiction": {"au-nsw", "us-ca"},
        "model": {"startup-pilot", "demonstrator"},
        "documents": {"pilot-agreement", "mou", "mou; pilot-agreement"},
    }.items():
        assert counts(pilots, column).keys() == values
        assert min(counts(pilots, column).values()) >= 5
    assert set(counts(rows("pilots.parties.csv"), "key").values()) == {2, 3, 4, 5}
    choices = [column for column in pilots[0] if column.startswith("choices.")]
    assert len(choices) >= 5
    assert all(len(counts(pilots, column)) >= 3 for column in choices)


def test_five_mistakes_of_five_kinds_hold_their_rows_back_and_are_told_where_they_stand(ran: Ran) -> None:
    told = dict(re.findall(r"^(\S+): error: ([a-z-]+):", ran[1][0].text, re.MULTILINE))
    mended = [":".join(filter(None, (found["file"], found["line"], found["field"] or "1"))) for found in MENDS]
    assert [told.get(place) for place in mended] == [
        "date",
        "key-twice",
        "contradiction",
        "party-kind",
        "number-too-long",
    ]
    assert {rule for place, rule in told.items() if place not in mended} == {"key-twice"}


def test_every_row_has_its_documents_in_the_end(ran: Ran) -> None:
    wanted = {f"{row['key']}-{each}.docx" for row in rows("pilots.csv", ran[0]) for each in documents(row)}
    assert files(ran[0] / "out").keys() == wanted


def test_an_agreement_of_each_sort_names_its_project_and_its_parties(ran: Ran) -> None:
    """A sort is a place, a model, a document and a number of parties."""
    names: dict[str, list[str]] = {}
    for party in rows("pilots.parties.csv", ran[0]):
        names.setdefault(party["key"], []).append(party["name"])
    sorts = {
        (row["jurisdiction"], row["model"], document, len(names[row["key"]])): (row, document)
        for row in rows("pilots.csv", ran[0])
        for document in documents(row)
    }
    assert len(sorts) >= 12
    for row, document in sorts.values():
        text = read((ran[0] / "out" / f"{row['key']}-{document}.docx").read_bytes()).text
        assert [each for each in (row["project.title"], *names[row["key"]]) if each not in text] == [], row["key"]


def test_a_shard_makes_the_very_files_of_the_whole_run(ran: Ran) -> None:
    shard, whole = files(ran[0] / "eighth"), files(ran[0] / "out")
    assert shard
    assert [name for name, content in shard.items() if whole[name] != content] == []
