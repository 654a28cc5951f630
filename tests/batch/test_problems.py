"""The reports on failed rows hold every word of every problem, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from pactwright.batch.journal import unnamed
from pactwright.batch.model import Row, Shard
from pactwright.batch.problems import COLUMNS, RowProblems
from pactwright.findings import Finding

ANY = st.text(st.characters(codec="utf-8"), max_size=20)
DANGEROUS = st.builds("{}{}".format, st.sampled_from(list("=+-@\t\r\0")), ANY)


@given(st.lists(st.tuples(ANY | DANGEROUS, ANY | DANGEROUS, ANY | DANGEROUS), min_size=1, max_size=5))
def test_no_cell_computes_and_no_word_is_lost(said: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as name, unnamed() as journal:
        folder = Path(name)
        problems = RowProblems(journal)
        for position, (key, seen, fix) in reversed(list(enumerate(said))):
            row = Row(key, "pilots.csv:2")
            problems.add(position, row, [Finding("a-rule", "error", "a.b", seen, "accepted", fix)])
        sheet, records = problems.write(folder, Shard(), folder / "temporary")
        text = sheet.read_bytes().decode("utf-8-sig")
        cells = list(csv.reader(io.StringIO(text, newline="")))
        full = [json.loads(line) for line in records.read_bytes().split(b"\n")[:-1]]
    assert cells[0] == list(COLUMNS)
    assert not any(cell.startswith(tuple("=+-@\t\r\0")) for line in cells for cell in line)
    assert [(each["key"], each["seen"], each["fix"]) for each in full] == said
    assert [tuple(cell.removeprefix("'") for cell in (line[1], line[5], line[7])) for line in cells[1:]] == [
        tuple(text.removeprefix("'") for text in each) for each in said
    ]


def test_a_finding_without_a_place_has_that_of_its_row() -> None:
    with unnamed() as journal:
        problems = RowProblems(journal)
        problems.add(0, Row("a", "pilots.csv:2"), [Finding("a-rule", "error", "a.b", "seen")])
        assert [str(each) for each in problems.told()] == ["pilots.csv:2: error: a-rule: seen (row a)"]


def test_each_shard_has_reports_of_its_own(tmp_path: Path) -> None:
    for shard in (Shard(1, 2), Shard(2, 2)):
        with unnamed() as journal:
            problems = RowProblems(journal)
            problems.add(0, Row("a", "pilots.csv:2"), [Finding("a-rule", "error", "a.b", "seen")])
            problems.write(tmp_path, shard, tmp_path / "temporary")
    written = {path.name for path in tmp_path.glob("errors*")}
    assert written == {f"errors.{number}-of-2.{form}" for number in (1, 2) for form in ("csv", "jsonl")}


def test_what_rows_have_in_one_place_of_their_base_is_told_once_but_two_things_in_one_row_are_two() -> None:
    with unnamed() as journal:
        problems = RowProblems(journal)
        for position, key in enumerate("abc"):
            seen = [f"after the end of pilot {key}", f"after the end of the term of {key}"]
            found = [Finding("date-order", "warning", "date", each, place="base.yml:3:7") for each in seen]
            problems.remark(position, Row(key, f"pilots.csv:{position + 2}:1"), found)
        assert [str(each).partition("date-order: ")[2] for each in problems.told()] == [
            "after the end of pilot a (rows a, b, c)",
            "after the end of the term of a (rows a, b, c)",
        ]
        assert (problems.warnings, problems.warned, problems.count) == (6, 3, 0)
