"""`pactwright batch` and `verify` of its folder, as a user types them, with real specs and real documents."""

from __future__ import annotations

import csv
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.batch.runs import files, names
from tests.cli.conftest import Run, Spec
from tests.reader import read
from tests.stories import as_yaml, changed, spec_tree

LIGHT = ("--document", "mou", "--format", "txt")
OVER_BASE = ("batch", "pilots.csv", "--spec", "base.yml", "-o", "out")
# The story gives the pilot a value below its price, which is a remark; these tests are about others.
QUIET = {"procurement.pilot_value": "AUD 25,000.50"}
TABLE = """\
key,project.title,choices.liability/cap.low_fixed
north,North Street,"AUD 60,000"
South 2,South Street,"AUD 60,000"
east,East Street,"AUD 90,000,000"
"""


@pytest.fixture(name="batch")
def batch_of_the_table(run: Run, table: Path) -> Run:
    """Runs a batch of the table over its base, with some words more."""
    assert table.exists()
    return partial(run, *OVER_BASE)


@pytest.fixture(name="table")
def pilots(spec: Spec, tmp_path: Path) -> Path:
    """A base and a table of three rows, the last of which is out of range."""
    cap = {"option": "low-fixed", "low_fixed": "AUD 100,000", "reason": "What a start-up can insure."}
    spec(changed(spec_tree("startup-pilot"), {"choices": {"liability/cap": cap}, **QUIET}), "base.yml")
    path = tmp_path / "pilots.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_good_rows_become_word_files_and_a_bad_one_is_told_with_its_cell(batch: Run, tmp_path: Path) -> None:
    result = batch()
    assert result.code == 3
    assert result.err.startswith("pilots.csv:4:3: error: out-of-range: AUD 90,000,000 is out of range for low_fixed; ")
    assert result.err.endswith(" (column C, row east)\n")
    first, failed, then = result.out.splitlines()
    assert first.startswith("3 rows: 4 files written to out in ")
    assert failed == "1 row failed with 1 problem, see out/errors.csv and out/errors.jsonl"
    assert then == "Next: mend these problems, then run the same command again; what is done stays done"
    documents = files(tmp_path / "out")
    assert [name.partition(".")[2] for name in documents] == ["docx"] * 4
    assert read(documents["north-mou.docx"]).core["title"] == "Memorandum of understanding"


def test_after_mending_only_what_was_missing_is_made(run: Run, batch: Run, table: Path) -> None:
    assert batch(*LIGHT).code == 3
    table.write_text(TABLE.replace("90,000,000", "90,000"), "utf-8")
    result = batch(*LIGHT)
    assert (result.code, result.err) == (0, "")
    first, then = result.out.splitlines()
    assert first.startswith("3 rows: 1 file written to out, 2 files kept from an earlier run in ")
    assert then == "Next: pactwright verify out"
    assert names(Path("out")) == ["east-mou.txt", "manifest.jsonl", "north-mou.txt", "south-2-31eddb1a-mou.txt"]
    checked = run("verify", "out")
    assert (checked.code, checked.out) == (0, "out: 3 of 3 files are as they were made\n")


def test_files_of_another_version_stay_and_are_counted(batch: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    batch(*LIGHT)
    for module in ("preparation", "driver"):
        monkeypatch.setattr(f"pactwright.batch.{module}.__version__", "99.0")
    said = "2 files made by another version of pactwright; --remake makes them again"
    assert said in batch(*LIGHT).out.splitlines()
    assert said not in batch(*LIGHT, "--remake").out.splitlines()
    assert json.loads(batch(*LIGHT, "--json").out)["older"] == 0


def test_the_cure_is_one_for_a_table(batch: Run, table: Path) -> None:
    table.write_text('key,project.title,documents\nnorth,(none),"mou, pilot-agreement"\n', "utf-8")
    result = batch("--dry-run")
    title, documents = result.err.splitlines()
    assert title.endswith('"Kerb-side air quality pilot"; fill the cell (column B, row north)')
    assert documents.endswith("; one of mou, pilot-agreement; put ; between them (column C, row north)")


def test_a_mistyped_key_of_a_further_sheet_stops_only_the_rows_that_may_have_lost_their_list(
    batch: Run, table: Path
) -> None:
    table.write_text(TABLE.replace("90,000,000", "90,000"), "utf-8")
    sheet = table.with_name("pilots.parties.maker.signatories.csv")
    sheet.write_text("key,name,title\nnorth,Jo Sample,D\nSouth 2,Kim Sample,D\neats,Zoe Sample,D\n", "utf-8")
    result = batch(*LIGHT)
    in_doubt = f'{sheet.name}:4:1 is for "eats", a key that no row has, and no line there is for this row'
    nobody = '"eats" is the key of no row; a key of the first sheet; did you mean "east"?'
    assert result.err.splitlines() == [
        f"pilots.csv:4:1: error: list-in-doubt: {in_doubt}; mend the key there, or this one (column A, row east)",
        f"{sheet.name}:4:1: error: unknown-key: {nobody} (column A, row eats)",
    ]
    written = ["errors.csv", "errors.jsonl", "manifest.jsonl", "north-mou.txt", "south-2-31eddb1a-mou.txt"]
    assert (result.code, names(Path("out"))) == (3, written)
    sheet.write_text(sheet.read_text("utf-8").replace("eats", "east"), "utf-8")
    assert batch(*LIGHT).code == 0
    assert "Zoe Sample" in Path("out", "east-mou.txt").read_text("utf-8")


def test_a_changed_file_is_told_by_verify(run: Run, batch: Run, tmp_path: Path) -> None:
    batch(*LIGHT)
    (tmp_path / "out" / "north-mou.txt").write_text("edited", "utf-8")
    result = run("verify", "out")
    assert result.code == 1
    assert result.out.splitlines()[-1] == "out: 1 of 2 files are as they were made, 1 problem"
    record = json.loads(run("verify", "out", "--json").out)
    assert (record["files"], record["whole"]) == (2, 1)
    assert [each["rule"] for each in record["findings"]] == ["altered-file"]


def test_a_folder_of_specs_needs_no_base(run: Run, spec: Spec, tmp_path: Path) -> None:
    for name in ("one", "two"):
        spec(changed(spec_tree("startup-pilot"), {"project.title": f"Pilot {name}"}), f"specs/{name}.yml")
    assert run("batch", "specs", "-o", "out", *LIGHT).code == 0
    assert sorted(files(tmp_path / "out")) == ["one-mou.txt", "two-mou.txt"]


def test_the_batch_makes_the_very_bytes_that_draft_makes(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec("startup-pilot", "specs/one.yml")
    assert run("batch", "specs", "-o", "out", "--document", "mou").code == 0
    assert run("draft", path, "--document", "mou", "-o", "alone.docx").code == 0
    assert (tmp_path / "out" / "one-mou.docx").read_bytes() == (tmp_path / "alone.docx").read_bytes()


def test_differences_name_the_rows_that_depart_and_what_the_base_says(run: Run, table: Path) -> None:
    table.write_text(TABLE.replace("90,000,000", "90,000"), "utf-8")
    asked = (*OVER_BASE, "--document", "pilot-agreement", "--format", "txt")
    lines = run(*asked, "--differences", "--dry-run").out.splitlines()
    start = next(number for number, line in enumerate(lines) if "low_fixed" in line)
    assert lines[start : start + 3] == [
        "pilot-agreement: liability/cap.low_fixed: the base says AUD 100,000",
        "  AUD 90,000: 1 row: east",
        "  AUD 60,000: 2 rows: north, South 2",
    ]
    every = json.loads(run(*asked, "--differences", "--json").out)["departures"]
    [found] = (each for each in every if each["address"] == "liability/cap.low_fixed")
    assert found["others"][0] == {"value": "AUD 90,000", "keys": ["east"]}


def test_rows_that_agree_in_all_but_their_title_depart_in_nothing_else(batch: Run) -> None:
    lines = batch(*LIGHT, "--differences").out.splitlines()
    departing = [line for line in lines if line.startswith(("spec: ", "mou: "))]
    assert departing == ["spec: project.title: the base says Kerb-side air quality pilot"]


def test_a_dry_run_leaves_nothing_behind(batch: Run, tmp_path: Path) -> None:
    result = batch(*LIGHT, "--dry-run")
    assert result.code == 3
    assert "out-of-range" in result.err
    assert result.out.startswith("3 rows: 2 files checked, nothing written in ")
    assert result.out.endswith("\nNext: mend these problems, then run the same command again\n")
    assert not (tmp_path / "out").exists()


def test_one_problem_of_a_column_is_told_once_with_its_rows_and_stands_in_the_report_row_by_row(
    batch: Run, table: Path, tmp_path: Path
) -> None:
    lines = [f'r{number},R{number},"AUD 90,000,000"' for number in range(31)]
    table.write_text("\n".join([TABLE.splitlines()[0], *lines]) + "\n", "utf-8")
    result = batch(*LIGHT)
    [told] = result.err.splitlines()
    assert told.startswith("pilots.csv:2:3: error: out-of-range: AUD 90,000,000 is out of range")
    assert told.endswith(" (column C, rows r0 to r30, 31 in all)")
    assert len((tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()) == 31
    [record] = json.loads(batch(*LIGHT, "--json").out)["told"]
    assert (record["rows"], record["keys"][-1]) == (31, "r30")


def test_rows_that_do_not_follow_each_other_are_named(batch: Run, table: Path) -> None:
    wrong, good = '"AUD 90,000,000"', '"AUD 60,000"'
    lines = [f"r{number},R{number},{wrong if number % 2 else good}" for number in range(10)]
    table.write_text("\n".join([TABLE.splitlines()[0], *lines]) + "\n", "utf-8")
    assert batch(*LIGHT, "--dry-run").err.endswith(" (column C, rows r1, r3, r5 and others, 5 in all)\n")


def test_more_than_twenty_problems_are_counted_and_stand_in_the_report(batch: Run, table: Path, tmp_path: Path) -> None:
    lines = [f'r{number},R{number},"AUD {90 + number},000,000"' for number in range(31)]
    table.write_text("\n".join([TABLE.splitlines()[0], *lines]) + "\n", "utf-8")
    result = batch(*LIGHT)
    told = result.err.splitlines()
    assert [line.rpartition(" ")[2] for line in told[:20]] == [f"r{number})" for number in range(20)]
    assert told[20:] == ["and 11 more in out/errors.csv"]
    assert len((tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()) == 31


LATE = "2027-07-20 is after the pilot ends (2027-07-14)"


@pytest.fixture(name="late")
def pilots_with_a_late_milestone(spec: Spec, tmp_path: Path) -> Path:
    """Three rows over the example, the last of which is due days late: a remark, and no error."""
    spec(changed(spec_tree("startup-pilot"), QUIET), "base.yml")
    path = tmp_path / "pilots.csv"
    path.write_text("key,milestones.report.due\na,2027-07-01\nb,2027-07-02\nc,2027-07-20\n", "utf-8")
    return path


def about(err: str, rule: str) -> list[str]:
    """The lines on the terminal that tell of a rule."""
    return [line for line in err.splitlines() if f": {rule}: " in line]


def test_a_warning_is_told_with_cell_and_key_wherever_a_batch_reports(run: Run, late: Path, tmp_path: Path) -> None:
    line = f"{late.name}:4:2: warning: milestone-dates: {LATE}"
    asked = (*OVER_BASE, "--document", "pilot-agreement", "--format", "txt")
    dry, first, again = run(*asked, "--dry-run"), run(*asked), run(*asked)
    for result in (dry, first, again):
        assert result.code == 0
        [told] = about(result.err, "milestone-dates")
        assert told.startswith(line)
        assert told.endswith(" (column B, row c)")
        assert re.search(r"^[0-9]+ warnings? in [0-9] rows?", result.out, re.MULTILINE)
    assert "3 files kept" in again.out
    with (tmp_path / "out" / "errors.csv").open(encoding="utf-8-sig", newline="") as file:
        [record] = (each for each in csv.DictReader(file) if each["rule"] == "milestone-dates")
    assert (record["level"], record["place"], record["key"]) == ("warning", "pilots.csv:4:2", "c")
    record = json.loads(run(*asked, "--json").out)
    [told] = (each for each in record["told"] if each["rule"] == "milestone-dates")
    assert (told["level"], told["place"], told["keys"]) == ("warning", "pilots.csv:4:2", ["c"])


def test_a_warning_of_a_spec_in_a_folder_is_told_with_its_line_also_of_a_file_that_is_kept(
    run: Run, spec: Spec
) -> None:
    spec(changed(spec_tree("startup-pilot"), {"milestones.report.due": "2037-09-24"}), "specs/one.yml")
    asked = ("batch", "specs", "-o", "out", "--document", "pilot-agreement", "--format", "txt")
    first, again = run(*asked), run(*asked)
    assert "1 file kept" in again.out
    assert first.err == again.err
    assert first.err.startswith("specs/one.yml:")


def test_strict_makes_failures_of_warnings_also_of_what_an_earlier_run_made(run: Run, late: Path) -> None:
    asked = (*OVER_BASE, "--document", "pilot-agreement", "--format", "txt")
    assert run(*asked).code == 0
    result = run(*asked, "--strict")
    [told] = about(result.err, "milestone-dates")
    assert (result.code, told.partition(f": {LATE}")[0]) == (3, f"{late.name}:4:2: error: milestone-dates")


def test_strict_refuses_a_table_whose_encoding_was_guessed(run: Run, late: Path) -> None:
    late.write_bytes("key,project.title\na,Caf\u00e9\n".encode("cp1252"))
    shown = run(*OVER_BASE, *LIGHT)
    [told] = about(shown.err, "table-encoding")
    assert (shown.code, told.partition(": this file")[0]) == (0, "pilots.csv:2:2: warning: table-encoding")
    assert "row a" not in told
    assert run(*OVER_BASE, *LIGHT, "--strict").code == 1


def test_a_table_with_a_title_and_a_hidden_row_is_read_as_the_options_say(run: Run, late: Path) -> None:
    book: Any = Workbook()
    for line in (["Pilots"], ["Key", "Project title"], ["a", "Pilot one"], ["b", "Pilot two"]):
        book.active.append(line)
    book.active.title, book.active.row_dimensions[4].hidden = "Rows", True
    book.create_sheet("Notes", 0).append(["for people"])
    book.save(late.with_suffix(".xlsx"))
    asked = ("batch", "pilots.xlsx", "--spec", "base.yml", "-o", "out", *LIGHT)
    first = run(*asked)
    assert (first.code, "give --headings 2" in first.err) == (1, True)
    second = run(*asked, "--sheet", "rows", "--headings", "2")
    assert (second.code, "line 4 of this sheet is hidden" in second.err) == (1, True)
    third = run(*asked, "--sheet", "rows", "--headings", "2", "--hidden", "take")
    assert (third.code, "hidden, and read too: line 4" in third.err) == (0, True)
    assert third.out.startswith("2 rows: 2 files written")
    assert "1 warning of the table, see out/errors.csv" in third.out


def test_a_bad_table_is_a_problem_of_the_input_and_a_missing_one_wrong_usage(run: Run, late: Path) -> None:
    """As the help says, and the README."""
    late.write_text("key,project.titel\na,x\n", "utf-8")
    assert run(*OVER_BASE).code == 1
    assert run("batch", "nowhere.csv", "--spec", "base.yml", "-o", "out").code == 2
    told = " ".join(run("batch", "--help").out.split())
    assert "1: the table or the base has problems as a whole; 2: wrong usage" in told


def test_json_says_all_that_the_summary_says(batch: Run) -> None:
    result = batch(*LIGHT, "--json")
    record = json.loads(result.out)
    assert result.code == 3
    assert (record["rows"], record["done"], record["made"], record["kept"], record["failed"]) == (3, 3, 2, 0, 1)
    assert record["reports"] == ["out/errors.csv", "out/errors.jsonl"]
    assert [(each["key"], each["place"].rpartition("pilots.csv")[2]) for each in record["first"]] == [("east", ":4:3")]
    assert (record["is_stopped"], record["departures"], record["left"]) == (False, None, [])


def test_names_can_hold_what_a_row_says(batch: Run, tmp_path: Path) -> None:
    pattern = "{project.title}_{key}-{document}"
    assert batch(*LIGHT, "--name", pattern).code == 3
    assert sorted(files(tmp_path / "out")) == ["north-street_north-mou.txt", "south-street_south-2-31eddb1a-mou.txt"]


def test_files_that_no_row_gives_any_more_are_named(batch: Run, table: Path) -> None:
    batch(*LIGHT)
    table.write_text("\n".join(TABLE.splitlines()[:2]) + "\n", "utf-8")
    result = batch(*LIGHT)
    assert "From earlier runs, and of no row that is done now: south-2-31eddb1a-mou.txt" in result.out


def test_verify_names_files_of_withdrawn_rows_until_they_are_kept_on_purpose(
    run: Run, batch: Run, table: Path, spec: Spec
) -> None:
    batch(*LIGHT)
    table.write_text("\n".join(TABLE.splitlines()[:2]) + "\n", "utf-8")
    batch(*LIGHT)
    result = run("verify", "out")
    assert result.code == 1
    seen = "was made for a row that is no longer in the table; move it out of this folder, or say --withdrawn keep"
    assert f"out/south-2-31eddb1a-mou.txt: error: withdrawn-file: {seen}" in result.out.splitlines()
    kept = run("verify", "out", "--withdrawn", "keep")
    assert (kept.code, kept.out.splitlines()[0]) == (0, "1 file of withdrawn rows, kept: south-2-31eddb1a-mou.txt")
    assert json.loads(run("verify", "out", "--json").out)["withdrawn"] == ["south-2-31eddb1a-mou.txt"]
    spec("startup-pilot", "one.yml")
    assert run("verify", "one.docx", "--spec", "one.yml", "--withdrawn", "keep").code == 2


def test_a_row_that_says_another_thing_has_a_next_version_unless_its_file_is_to_be_replaced(
    run: Run, batch: Run, table: Path
) -> None:
    table.write_text(TABLE.replace("90,000,000", "90,000"), "utf-8")
    batch("--document", "mou")
    first = Path("out", "north-mou.docx").read_bytes()
    table.write_text(table.read_text("utf-8").replace("North Street", "Northern Street"), "utf-8")
    result = batch("--document", "mou")
    assert "1 earlier version kept beside the newest: north-mou.docx" in result.out.splitlines()
    assert Path("out", "north-mou.docx").read_bytes() == first
    assert "Northern Street" in read(Path("out", "north-mou-v2.docx").read_bytes()).core["subject"]
    checked = run("verify", "out")
    assert (checked.code, checked.out.splitlines()[0]) == (
        0,
        "1 earlier version superseded by a later one: north-mou.docx",
    )
    table.write_text(table.read_text("utf-8").replace("Northern Street", "Nord Street"), "utf-8")
    record = json.loads(batch("--document", "mou", "--replace", "--json").out)
    assert (record["made"], record["kept"], record["superseded"]) == (1, 2, ["north-mou.docx"])
    assert sorted(files(Path("out"))) == [
        "east-mou.docx",
        "north-mou-v2.docx",
        "north-mou.docx",
        "south-2-31eddb1a-mou.docx",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("batch", "pilots.csv", "-o", "out"),
            "pilots.csv: name the spec that its rows change, for example --spec base.yml",
        ),
        (("batch", "specs", "--spec", "base.yml", "-o", "out"), "specs: is a folder of whole specs; leave out --spec"),
        ((*OVER_BASE, "--shard", "5/4"), '--shard: "5/4" is not a shard; the second of four is 2/4'),
        (
            (*OVER_BASE, "--name", "{key}"),
            (
                '--name: "{key}" holds no {document}, so two documents of a row would have one name; '
                "for example {key}-{document}"
            ),
        ),
        ((*OVER_BASE, "--library", "nowhere"), "nowhere: there is no such folder"),
        ((*OVER_BASE, "--template", "nowhere.docx"), "nowhere.docx: cannot be read: No such file or directory"),
        (("batch", "pilots.csv", "--spec", "nowhere.yml", "-o", "out"), "nowhere.yml: "),
        (
            ("batch", "pilots.csv", "--spec", "base.yml", "-o", "base.yml"),
            "base.yml: is the name of a .yml file",
        ),
    ],
)
def test_what_cannot_work_is_one_line_before_anything_is_written(
    run: Run, table: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "specs").mkdir()
    before = names(tmp_path)
    result = run(*words)
    assert result.code == 2
    assert result.err.startswith(f"error: {told}")
    assert len(result.err.splitlines()) == 1
    assert names(tmp_path) == before == sorted(["base.yml", table.name, "specs"])


def test_a_template_that_does_not_serve_is_refused_before_the_first_row(batch: Run, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(b"no Word file")
    result = batch("--template", "house.docx")
    assert result.code in {1, 2, 4}
    assert "house.docx" in result.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("out", "--spec", "base.yml"), "Error: out: is a folder, which its own manifest verifies; leave out --spec"),
        (("base.yml",), "Error: base.yml: name the spec that it was drafted from, for example --spec spec.yml"),
        (("empty",), "error: empty: no batch was written here; there is no manifest.jsonl in it"),
    ],
)
def test_verify_says_what_it_needs(run: Run, table: Path, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    for name in ("out", "empty"):
        (tmp_path / name).mkdir()
    result = run("verify", *words)
    assert (result.code, result.err.splitlines()[-1]) == (2, told)
    assert table.exists()


def test_a_spec_that_cannot_be_read_is_a_problem_of_its_row(run: Run, spec: Spec, tmp_path: Path) -> None:
    spec(changed(spec_tree("startup-pilot"), QUIET), "specs/good.yml")
    (tmp_path / "specs" / "bad.yml").write_bytes(b"\xff\xfe not text")
    (tmp_path / "specs" / "wrong.yml").write_text(as_yaml({"schema": "1"}), "utf-8")
    result = run("batch", "specs", "-o", "out", *LIGHT)
    assert result.code == 3
    assert sorted(files(tmp_path / "out")) == ["good-mou.txt"]
    assert {line.partition(":")[0] for line in result.err.splitlines()} == {"specs/bad.yml", "specs/wrong.yml"}


def test_another_table_or_another_base_is_refused_in_the_folder_of_the_first(batch: Run, table: Path, run: Run) -> None:
    assert batch(*LIGHT).code == 3
    before = files(table.parent / "out")
    (table.parent / "walks.csv").write_bytes(table.read_bytes())
    (table.parent / "other.yml").write_bytes((table.parent / "base.yml").read_bytes())
    for words in (("walks.csv", "--spec", "base.yml"), ("pilots.csv", "--spec", "other.yml")):
        result = run("batch", *words, "-o", "out", *LIGHT)
        assert (result.code, result.out) == (2, "")
        assert "out: holds the files of pilots.csv over base.yml, and this is " in result.err
        assert files(table.parent / "out") == before
    assert run("batch", "walks.csv", "--spec", "base.yml", "-o", "out", "--renamed", *LIGHT).code == 3
    assert files(table.parent / "out") == before
    assert run("verify", "out").code == 0
