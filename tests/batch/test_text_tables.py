"""A table in a text file is read as a spreadsheet program leaves it behind, and each cell keeps its place."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import codecs
import pickle
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwright.batch.model import Cell
from pactwright.batch.tables import read_table
from pactwright.errors import InputError, UsageError
from pactwright.findings import in_order
from pactwright.library.load import loaded
from tests.batch.tables import base, cells, issues, refused, remarks, rows, text_file, told


def test_each_line_below_the_headings_is_a_row_with_its_key_and_cells(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,parties.partner.name,# note\nacme,Acme Ltd,call them\nbolt,Bolt Ltd,\n")
    first, second = rows(table)
    assert (first.key, second.key) == ("acme", "bolt")
    assert (first.place, second.place) == (f"{table}:2:1", f"{table}:3:1")
    assert first.cells == (Cell("parties.partner.name", "Acme Ltd", f"{table}:2:2"),)
    assert first.findings == ()


def test_without_a_key_column_a_row_is_known_by_its_number(tmp_path: Path) -> None:
    table = text_file(tmp_path, "version\n" + "x\n\n" * 10)
    assert [row.key for row in rows(table)] == [f"{number:02}" for number in range(1, 11)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_out_from_the_headings(tmp_path: Path, delimiter: str) -> None:
    table = text_file(tmp_path, f'key{delimiter}"version"\r\na{delimiter}"1,2;3"\r\n', "pilots.txt")
    assert [cells(row) for row in rows(table)] == [{"version": "1,2;3"}]


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_every_kind_of_unicode_is_read_alike(tmp_path: Path, start: bytes, encoding: str) -> None:
    table = text_file(tmp_path, start + "key;version\nå;Søren 空\n".encode(encoding))
    (row,) = rows(table)
    assert (row.key, cells(row), row.findings) == ("å", {"version": "Søren 空"}, ())


def test_a_file_that_is_not_utf_8_is_read_as_windows_1252_with_a_warning_that_shows_a_word_of_it(
    tmp_path: Path,
) -> None:
    table = text_file(tmp_path, "key,version\na,plain\nb,Søren\n".encode("cp1252"))
    assert cells(rows(table)[1]) == {"version": "Søren"}
    assert remarks(table) == [
        'pilots.csv:3:2: warning: table-encoding: this file is not UTF-8 and was read as Windows-1252; this cell as "Søren"; UTF-8; if that is wrong, save the file as UTF-8 with another program'
    ]


@pytest.mark.parametrize("content", [b"key,version\na,\0\n", b"PK\x03\x04\0\0", bytes(range(256)), b"\xff\xfeabc"])
def test_a_file_that_holds_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(
        UsageError, match=r"^.*pilots\.csv: is not a text file; a table is a \.csv in UTF-8, an \.xlsx or an \.ods$"
    ):
        rows(text_file(tmp_path, content))


def test_line_breaks_in_cells_are_kept_and_counted_so_that_places_stay_right(tmp_path: Path) -> None:
    table = text_file(tmp_path, '\r\n key ,"version"\r\na,"one\r\ntwo"\r\n,\r\nb,\xa0 three \r\n')
    first, second = rows(table)
    assert first.cells == (Cell("version", "one\ntwo", f"{table}:3:2"),)
    assert second.cells == (Cell("version", "three", f"{table}:6:2"),)


def test_a_text_that_a_spreadsheet_would_run_is_only_text(tmp_path: Path) -> None:
    table = text_file(tmp_path, "version\n=1+1\n+49\n-1\n@SUM(A1)\n\"=cmd|'/c calc'!A1\"\n")
    assert [cells(row)["version"] for row in rows(table)] == ["=1+1", "+49", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1"]


def test_a_formula_in_a_text_file_is_remarked_on_where_it_stands(tmp_path: Path) -> None:
    formula = '"=HYPERLINK(""https://acme.example"",""Acme"")"'
    table = text_file(tmp_path, f'key,version,parties.partner.name\na,+1,{formula}\nb,"=""1""",Acme = Co\n')
    found = [(each.rule, each.level, each.place) for row in rows(table) for each in row.findings]
    assert found == [
        ("formula-as-text", "warning", f"{table}:2:3"),
        ("formula-as-text", "warning", f"{table}:3:2"),
    ]


def test_an_empty_cell_keeps_the_bases_value_if_there_is_one_and_none_takes_it_away(tmp_path: Path) -> None:
    heading = "key,version,date,parties.partner,pilot.method,choices.liability/cap"
    table = text_file(tmp_path, f"{heading}\na,,(none),,,\nb,2,,(none),,\n")
    nothing = {"pilot.method": None, "choices.liability/cap": None}
    assert [cells(row) for row in rows(table)] == [
        {"date": None, **nothing},
        {"version": "2", "parties.partner": None, **nothing},
    ]


def test_a_list_of_texts_stands_in_one_cell_and_replaces_the_bases(tmp_path: Path) -> None:
    table = text_file(tmp_path, 'key,documents,parties.city.roles\na,pilot-agreement; mou,"lead\nhost;"\n')
    assert [(cell.address, cell.text) for cell in rows(table)[0].cells] == [
        ("documents", None),
        ("documents.0", "pilot-agreement"),
        ("documents.1", "mou"),
        ("parties.city.roles", None),
        ("parties.city.roles.0", "lead"),
        ("parties.city.roles.1", "host"),
    ]


def test_choices_parameters_and_elements_of_lists_have_columns(tmp_path: Path) -> None:
    heading = "choices.liability/cap.option,choices.liability/cap.low_fixed,choices.liability/cap.reason,parties.partner.signatories.1.name,parties.new.name"
    table = text_file(tmp_path, f"{heading}\nlow-fixed,5,agreed,Kim,New\n")
    assert list(cells(rows(table)[0]).items()) == [
        ("choices.liability/cap", "low-fixed"),
        ("choices.liability/cap.low_fixed", "5"),
        ("choices.liability/cap.reason", "agreed"),
        ("parties.partner.signatories.1.name", "Kim"),
        ("parties.new.name", "New"),
    ]


ACCEPTED = "an address of the spec, a choice, key, or # and any words for notes"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("parties.partner.nmae", "parties.partner.name"),
        ("projct.title", "project.title"),
        ("liability/cap", "choices.liability/cap"),
        ("choices.liability/kap", "choices.liability/cap"),
        ("choices.liability/cap.multipel", "choices.liability/cap.multiple"),
        ("choices.liability/kap.reasn", "choices.liability/cap.reason"),
        ("parties.partner.signatories.name", "parties.partner.signatories.0.name"),
    ],
)
def test_an_unknown_column_is_refused_with_the_one_that_was_meant(tmp_path: Path, heading: str, meant: str) -> None:
    table = text_file(tmp_path, f"\nversion,{heading}\n1,x\n")
    assert refused(table) == [
        f'pilots.csv:2:2: error: unknown-column: "{heading}" is not a column; {ACCEPTED}; did you mean "{meant}"?'
    ]


@pytest.mark.parametrize("heading", ["colour", "parties.Partner 2.name", "documents.01", "choices.x", "a.b.c", "."])
def test_an_unknown_column_without_a_near_one_is_refused(tmp_path: Path, heading: str) -> None:
    assert refused(text_file(tmp_path, f"key,{heading}\n1,x\n")) == [
        f'pilots.csv:1:2: error: unknown-column: "{heading}" is not a column; {ACCEPTED}'
    ]


def test_a_heading_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    (line,) = refused(text_file(tmp_path, "key,\x1b[31mred\u202e\n1,x\n"))
    assert "\x1b" not in line
    assert "\u202e" not in line


def test_all_that_is_wrong_with_the_headings_is_told_at_once(tmp_path: Path) -> None:
    table = text_file(
        tmp_path,
        "key,version,,version,documents,documents.0,choices.liability/cap,choices.liability/cap.option,key\na,1,stray\nb,1,other\n",
    )
    assert refused(table) == [
        'pilots.csv:1:3: error: unnamed-column: no heading stands over "stray" at pilots.csv:2:3; an address, or # for notes',
        'pilots.csv:1:4: error: column-twice: "version" stands twice, first at pilots.csv:1:2; each fact in one column',
        'pilots.csv:1:6: error: column-twice: "documents.0" is a part of documents, which stands at pilots.csv:1:5; each fact in one column',
        'pilots.csv:1:8: error: column-twice: "choices.liability/cap.option" stands twice, first at pilots.csv:1:7; each fact in one column',
        'pilots.csv:1:9: error: column-twice: "key" stands twice, first at pilots.csv:1:1; each fact in one column',
    ]


def test_a_slip_in_one_row_is_told_on_that_row_only(tmp_path: Path) -> None:
    table = text_file(
        tmp_path,
        "key,version,date,parties.partner,parties.partner.name\n"
        "a,1.2E+10,2026-12-01,,x\n"
        "b,#REF!,46357,,x\n"
        "c,1,2026-12-01,gone,x,more\n"
        "d,a\u202eb,2026-12-01,(none),x\n"
        "e,fine,,,\n",
    )
    found = rows(table)
    assert [bool(row.findings) for row in found] == [True, True, True, True, False]
    assert told(found, tmp_path) == [
        "pilots.csv:2:2: error: number-too-long: 1.2E+10 is a long number that a spreadsheet cut short; all its digits; format the cell as text and type the number again",
        'pilots.csv:3:2: error: error-cell: "#REF!" is what a formula leaves that went wrong; a value; mend the formula, or put the value there',
        "pilots.csv:3:3: error: serial-date: 46357 is a bare number where a date belongs; a workbook that counts its days from 1900 means 2026-12-01; a date such as 2026-12-01; format the cell as a date, or type year-month-day",
        "pilots.csv:4:4: error: group-column: parties.partner is a whole group, which no one value fills; (none) or nothing; give each of its facts a column of its own",
        "pilots.csv:4:6: error: too-many-fields: 6 fields; 5 fields, one for each heading; put a field that holds a delimiter in quotation marks",
        "pilots.csv:5:2: error: text-direction: U+202E (RIGHT-TO-LEFT OVERRIDE) turns the direction of writing and can hide what is written; text without it; remove it",
        "pilots.csv:5:5: error: taken-away: parties.partner.name is filled here and parties.partner is taken away at pilots.csv:5:4; one of the two; empty one of the two cells",
    ]


def test_a_key_is_needed_on_every_row_and_nobody_elses(tmp_path: Path) -> None:
    table = text_file(
        tmp_path, 'key,version\nStraße,1\nSTRASSE ,2\n,3\nstrasse,4\nStrasse,5\nSTRAßE,6\n"a\nb",7\na\x07,8\n'
    )
    found = rows(table)
    assert told(found[:3], tmp_path) == [
        'pilots.csv:2:1: error: key-twice: the key "Straße" stands at pilots.csv:3:1, pilots.csv:5:1, pilots.csv:6:1 and 1 more too; a key that no other row has, in capitals or not; change the key, or delete the line that should not be there',
        'pilots.csv:3:1: error: key-twice: the key "STRASSE" stands at pilots.csv:2:1, pilots.csv:5:1, pilots.csv:6:1 and 1 more too; a key that no other row has, in capitals or not; change the key, or delete the line that should not be there',
        "pilots.csv:4:1: error: key-missing: this row has no key; a key that no other row has; fill it in, or drop the column",
    ]
    assert told(found[6:], tmp_path) == [
        "pilots.csv:8:1: error: key-line: this key has a tab or runs over more than one line; a key on one line",
        "pilots.csv:10:1: error: text-control-character: U+0007 is a control character; letters, spaces, tabs and line ends; remove it; it cannot be seen",
    ]
    assert found[2].key == "3"


def test_a_character_of_a_key_that_nobody_sees_is_named(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,version\nnsw\u200b1,1\nnsw\u00a02,2\n")
    seen = "which looks like a space or like nothing; a key of letters, digits, marks and plain spaces"
    assert told(rows(table), tmp_path) == [
        f"pilots.csv:2:1: error: key-line: this key holds U+200B, {seen}; type the key again",
        f"pilots.csv:3:1: error: key-line: this key holds U+00A0, {seen}; type the key again",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('key,version\na,1\nb,"two\nthree,4\nc,5\n', "3:2"),
        ('key,version\na,"1" x\nb,2\n', "2:2"),
        ('key,version\n"a\nb","1"x,"2"\n', "3:2"),
        ('key,version\na"b,"', "2:2"),
    ],
)
def test_a_quotation_mark_without_its_end_is_told_where_it_opens(tmp_path: Path, text: str, place: str) -> None:
    assert refused(text_file(tmp_path, text)) == [
        f"pilots.csv:{place}: error: unclosed-quote: a quotation mark opens a cell here that does not end right; a second one before the next delimiter; close the cell; a quotation mark inside it is typed twice"
    ]


def test_a_cell_that_never_ends_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    (line,) = refused(text_file(tmp_path, "key,version\na," + "x" * 200_000))
    assert line == "pilots.csv:2:2: error: cell-too-long: this cell is too long; at most 131,072 characters in a cell"


@pytest.mark.parametrize("text", ["", "\n\n,,\n", "key,version\n", "key,version\n,\n , \n,\xa0\n"])
def test_a_table_without_rows_is_refused(tmp_path: Path, text: str) -> None:
    said = "no rows below the headings; a line of headings, and a line for each agreement"
    assert refused(text_file(tmp_path, text))[-1] == f"pilots.csv: error: no-rows: {said}"


def test_two_hundred_thousand_empty_lines_are_passed_over(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,version\n" + ",\r\n" * 200_000 + "a,1\n")
    (row,) = rows(table)
    assert row.place == f"{table}:200002:1"


def test_what_is_no_table_is_refused_with_what_is_one(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError,
        match=r"pilots\.doc: is not a table; a table is a \.csv, \.tsv, \.txt, \.xlsx, \.xlsm, \.ods, or a folder of specs; save it again as \.xlsx, \.ods or \.csv$",
    ):
        rows(text_file(tmp_path, "x", "pilots.doc"))
    with pytest.raises(UsageError, match=r"gone\.csv: cannot be read: No such file or directory"):
        rows(tmp_path / "gone.csv")


def test_some_of_the_rows_are_rows_as_well(tmp_path: Path) -> None:
    found = read_table(text_file(tmp_path, "version\n" + "".join(f"{n}\n" for n in range(10))), None).rows
    assert [row.key for row in found[2:8:3]] == ["03", "06"]
    assert found[-1] == list(found)[-1]


def test_some_of_the_rows_can_be_sent_to_another_process(tmp_path: Path) -> None:
    found = read_table(text_file(tmp_path, "version\n" + "46357\n" * 10), None).rows
    sent = pickle.dumps(found[2:4])
    assert list(pickle.loads(sent)) == list(found)[2:4]  # noqa: S301 - our own
    assert len(sent) < len(pickle.dumps(found))


def test_a_heading_that_is_an_old_address_fills_the_new_one_with_one_remark(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,choices.funding/payment.retention_pct\na,5\nb,10\n")
    moves = loaded("au-nsw").moves
    found = read_table(table, base(), issues(), moves=moves)
    assert [cells(row) for row in found.rows] == [
        {"choices.reward/milestones.holdback_pct": each} for each in ("5", "10")
    ]
    assert [str(each).replace(f"{tmp_path}/", "") for each in found.remarks] == [
        "pilots.csv:1:2: warning: moved: choices.funding/payment.retention_pct is read as choices.reward/milestones.holdback_pct; write choices.reward/milestones.holdback_pct"
    ]
    both = text_file(
        tmp_path, "key,choices.funding/payment.retention_pct,choices.reward/milestones.holdback_pct\na,5,6\n"
    )
    with pytest.raises(InputError, match="column-twice"):
        read_table(both, base(), issues(), moves=moves)


def test_a_line_that_holds_only_notes_is_no_row(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,# notes,version\na,,1\n,ask the council,\n")
    assert [row.key for row in rows(table)] == ["a"]


def test_a_list_without_anything_in_it_is_refused(tmp_path: Path) -> None:
    """Because it would take the base's list away without saying so."""
    assert told(rows(text_file(tmp_path, "key,documents\na,;\n")), tmp_path) == [
        'pilots.csv:2:2: error: empty-list: ";" is a list without anything in it; values with ; between them, or (none)'
    ]


def test_of_a_table_that_is_rubbish_enough_is_told_to_see_that(tmp_path: Path) -> None:
    found = refused(text_file(tmp_path, ",".join(f"x{n}" for n in range(200)) + "\n1\n"))
    assert len(found) == 101
    assert found[-1] == "pilots.csv:1:101: error: too-many-problems: more than 100 problems; mend these first"


def test_places_are_told_in_the_order_of_the_table(tmp_path: Path) -> None:
    table = text_file(tmp_path, "version,date\n" + "46357,46357\n" * 11)
    findings = [finding for row in reversed(rows(table)) for finding in row.findings]
    assert [finding.place.removeprefix(f"{table}:") for finding in in_order(findings)] == [
        f"{n}:2" for n in range(2, 13)
    ]


ROUGH = st.text(alphabet='k\n\r,;\t" a.0#()=\xa0\u202e\x07é', max_size=60)


@settings(max_examples=150)
@given(st.sampled_from(["", "key,version\n", "key;documents\r\n", "version\n"]), ROUGH)
def test_any_text_gives_rows_or_says_why_not(tmp_path_factory: pytest.TempPathFactory, start: str, text: str) -> None:
    table = text_file(tmp_path_factory.mktemp("rough"), start + text)
    with suppress(InputError, UsageError):
        assert all(row.key and "\n" not in row.place for row in rows(table))


@settings(max_examples=50)
@given(st.binary(max_size=80))
def test_any_file_gives_rows_or_says_why_not(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    table = text_file(tmp_path_factory.mktemp("rough"), content)
    with pytest.raises((InputError, UsageError)):
        rows(table)
