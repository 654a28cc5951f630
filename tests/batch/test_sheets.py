"""What people put into a table beside its rows: sheets of notes, titles, totals, hidden things. Each is named."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pactwright.errors import UsageError
from tests.batch.tables import Lines, cells, ods, refused, remarks, repacked, rows, text_file, told, workbook

TITLE = "project.title"
PRICE = "funding.price"
ROWS: Lines = [["key", TITLE], ["a", "Pilot one"], ["b", "Pilot two"]]


def delimited(delimiter: str, encoding: str = "utf-8") -> Callable[[Path, Lines], Path]:
    """Makes a text file of some lines."""

    def made(folder: Path, lines: Lines) -> Path:
        text = "\n".join(delimiter.join("" if each is None else str(each) for each in line) for line in lines)
        return text_file(folder, f"{text}\n".encode(encoding))

    return made


def as_ods(folder: Path, lines: Lines) -> Path:
    """Makes an .ods of some lines."""
    return ods(folder, ods_sheet("Rows", lines))


def ods_sheet(name: str, lines: Lines, style: str = "") -> str:
    """The XML of a sheet."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>'
    said = ["".join((text if isinstance(each, str) else number).format(each) if each is not None else "<table:table-cell/>" for each in line) for line in lines]  # fmt: skip
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in said)
    return f'<table:table table:name="{name}"{style}>{body}</table:table>'


KINDS: dict[str, Callable[[Path, Lines], Path]] = {
    "comma": delimited(","),
    "semicolon": delimited(";"),
    "tab": delimited("\t"),
    "utf-16": delimited(";", "utf-16"),
    "xlsx": workbook,
    "ods": as_ods,
}
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


@EVERY_KIND
def test_a_line_that_sums_up_the_others_is_no_agreement(kind: str, tmp_path: Path) -> None:
    lines: Lines = [
        ["key", TITLE, PRICE],
        ["a", "Pilot one", 100],
        ["b", "Pilot two", 150],
        ["Gesamtsumme:", None, 250],
    ]
    *good, total = rows(KINDS[kind](tmp_path, lines))
    assert [row.findings for row in good] == [(), ()]
    assert [(finding.rule, finding.level) for finding in total.findings] == [("sum-row", "error")]


SUMS: dict[str, tuple[Lines, list[str]]] = {
    "by its key, whatever it fills": ([["Total", "All pilots", 5]], ["Total"]),
    "by its numbers, under no word": ([["x", None, 250]], ["x"]),
    "by a word among numbers that may be a name": ([["Average", None, 125], ["n = 2", None, 2]], ["Average", "n = 2"]),
    "a name that is also a word for a mean": ([["Media", "Media pilot", 5]], []),
    "numbers that are nobody's sum": ([["x", None, 251]], []),
    "a name that begins with the word": ([["Total Street", "x", 5]], []),
}


@pytest.mark.parametrize("case", SUMS)
def test_a_sum_is_known_by_its_word_or_by_its_numbers(case: str, tmp_path: Path) -> None:
    further, wrong = SUMS[case]
    lines: Lines = [["key", TITLE, PRICE], ["a", "Pilot one", 100], ["b", "Pilot two", 150], *further]
    found = rows(workbook(tmp_path, lines))
    assert [row.key for row in found if any(finding.rule == "sum-row" for finding in row.findings)] == wrong


def test_a_sum_may_stand_first_and_one_row_is_no_sum_of_itself(tmp_path: Path) -> None:
    lines: Lines = [["key", TITLE, PRICE], ["all", None, 250], ["a", "Pilot one", 100], ["b", "Pilot two", 150]]
    assert [bool(row.findings) for row in rows(workbook(tmp_path, lines))] == [True, False, False]
    assert rows(workbook(tmp_path, [["key", TITLE, PRICE], ["a", None, 5]]))[0].findings == ()


def test_a_sum_in_a_further_sheet_is_named_as_one(tmp_path: Path) -> None:
    further: Lines = [["key", "id", "amount"], ["a", "one", 5], ["b", "one", 6], ["Totaal", None, 11]]
    *_, stranger = rows(workbook(tmp_path, ROWS, milestones=further))
    assert [finding.rule for finding in stranger.findings] == ["sum-row"]


NOTED: dict[str, tuple[Lines, list[str]]] = {
    "a note under the table": ([["Note: prices agreed on 3 May"], ["* without tax"]], ["bare-row", "bare-row"]),
    "a heading of a group among the rows": ([["Second round"], ["c", "Pilot three", 5]], ["bare-row"]),
    "a key that is marked as a note": ([["# hold", None, None], ["#old", "Pilot none", 5]], ["note-row", "note-row"]),
    "a number with its sign": ([["#3", "Pilot three", 5]], []),
    "a cell that only takes away": ([["c", "(none)", None]], []),
    "a cell that says what the base says": ([["c", None, 100]], []),
}


@pytest.mark.parametrize("case", NOTED)
def test_a_line_for_people_makes_no_agreement_in_silence(case: str, tmp_path: Path) -> None:
    further, rules = NOTED[case]
    lines: Lines = [["key", TITLE, PRICE], ["a", "Pilot one", 100], ["b", "Pilot two", 151], *further]
    found = rows(workbook(tmp_path, lines))
    assert [each.rule for row in found for each in row.findings if each.level == "error"] == rules
    assert not any(row.findings for row in found[:2])


def test_a_row_without_cells_is_an_agreement_where_a_sheet_fills_it_or_no_row_has_any(tmp_path: Path) -> None:
    further: Lines = [["key", "id", "amount"], ["b", "one", 6]]
    filled, told_of = rows(workbook(tmp_path, [["key", TITLE], ["a", "One"], ["b"], ["c"]], milestones=further))[1:]
    assert (filled.findings, [each.rule for each in told_of.findings]) == ((), ["bare-row"])
    assert not any(row.findings for row in rows(workbook(tmp_path, [["key", TITLE], ["a"], ["b"]])))


@EVERY_KIND
@pytest.mark.parametrize("above", [1, 3])
def test_headings_below_a_title_are_found_and_named_with_the_way_out(kind: str, above: int, tmp_path: Path) -> None:
    title: Lines = [
        ["Sensor pilots 2027, procurement register", *[None] * 1],
        *[["of the council", None]] * (above - 1),
    ]
    table = KINDS[kind](tmp_path, [*title, *ROWS])
    [line] = refused(table)
    over = "line 1" if above == 1 else f"lines 1 to {above}"
    said = f"the headings seem to stand in line {above + 1}; delete {over} or give --headings {above + 1}"
    assert line.partition(": ")[2] == f"error: headings-below: {said}"
    assert [cells(row)[TITLE] for row in rows(table, headings=above + 1)] == ["Pilot one", "Pilot two"]


def test_headings_of_groups_above_the_headings_are_passed_over_where_one_is_a_group_of_the_spec(tmp_path: Path) -> None:
    groups: Lines = [["Pilots 2027", None, "Money"], ["key", TITLE, PRICE], ["a", "Pilot one", 100]]
    table = workbook(tmp_path, groups)
    told_of = "the headings seem to stand in line 2; delete line 1 or give --headings 2"
    assert refused(table) == [f"pilots.xlsx!A2: error: headings-below: {told_of}"]
    assert [row.key for row in rows(table, headings=2)] == ["a"]


def test_a_title_above_the_headings_of_a_further_sheet_is_told_too(tmp_path: Path) -> None:
    further = [["What is due"], ["key", "id", "due"], ["a", "one", "2027-02-01"]]
    [line] = refused(workbook(tmp_path, ROWS, milestones=further))
    assert "headings seem to stand in line 2" in line


NOTES: Lines = [["this sheet is for people"], ["ask the council"]]


def test_a_sheet_that_is_no_list_is_named_and_left_out(tmp_path: Path) -> None:
    table = workbook(tmp_path, ROWS, Notes=NOTES)
    assert [row.findings for row in rows(table)] == [(), ()]
    said = "is no list of the spec and was left out; put # before its name to hear no more"
    assert remarks(table) == [f'pilots.xlsx!Notes: note: sheet-left-out: the sheet "Notes" {said}']
    ods(tmp_path, ods_sheet("Rows", ROWS) + ods_sheet("Notes", NOTES))
    assert remarks(tmp_path / "pilots.ods") == [f'pilots.ods!Notes: note: sheet-left-out: the sheet "Notes" {said}']


def test_a_sheet_to_read_in_front_of_the_rows_is_passed_over(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["How to use this workbook"]], data=ROWS)
    assert [(row.key, row.place) for row in rows(table)] == [("a", f"{table}!data!A2"), ("b", f"{table}!data!A3")]
    assert [line.split(": ")[2] for line in remarks(table)] == ["sheet-left-out"]


def test_the_sheet_with_the_rows_can_be_named(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", TITLE], ["old", "x"]], Rows__2027=ROWS)
    assert 'give --sheet "Rows.2027" if it has the rows' in refused(table)[0]
    assert [row.key for row in rows(table, sheet="rows.2027")] == ["a", "b"]
    with pytest.raises(
        UsageError, match=r'--sheet: "gone" is no sheet of this table; its sheets are "Sheet", "Rows.2027"$'
    ):
        rows(table, sheet="gone")


def test_a_copy_beside_a_text_file_is_named_and_left_out_but_a_misspelt_list_is_refused(tmp_path: Path) -> None:
    table = delimited(",")(tmp_path, ROWS)
    text_file(tmp_path, table.read_bytes(), "pilots.orig.csv")
    assert remarks(table) == [
        'pilots.orig.csv: note: sheet-left-out: the file "orig" is no list of the spec and was left out; put # before its name to hear no more'
    ]
    text_file(tmp_path, "key,id\na,one\n", "pilots.milestone.csv")
    assert refused(table)[0].endswith('did you mean "milestones"?')


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_refused_by_its_name_or_taken_with_a_warning(state: str, tmp_path: Path) -> None:
    further = [["key", "id", "due"], ["a", "one", "2027-02-01"], ["b", "one", "2027-02-01"]]
    table = workbook(tmp_path, ROWS, milestones=further, Lists=[["council"], ["company"]])
    book: Any = load_workbook(table)
    book["milestones"].sheet_state = book["Lists"].sheet_state = state
    book.save(table)
    [line] = refused(table)
    assert line.startswith('pilots.xlsx!milestones: error: hidden-sheet: the sheet "milestones" is hidden; ')
    assert cells(rows(table, takes_hidden=True)[0])["milestones.one.due"] == "2027-02-01"
    assert any("hidden, and read too: the whole sheet" in line for line in remarks(table, takes_hidden=True))


@pytest.mark.parametrize(
    "way", ['hidden="1"', 'ht="0" customHeight="1"', 'ht="0.75" customHeight="1"', 'outlineLevel="1" hidden="true"']
)
def test_a_hidden_row_is_refused_or_taken_with_a_warning(way: str, tmp_path: Path) -> None:
    table = workbook(tmp_path, [*ROWS, ["c", "x"]])
    repacked(table, {"xl/worksheets/sheet1.xml": ('<row r="3"', f'<row {way} r="3"')})
    [line] = refused(table)
    assert line.startswith(
        "pilots.xlsx!A3: error: hidden-rows: line 3 of this sheet is hidden, by a filter or by hand; "
    )
    assert [row.key for row in rows(table, takes_hidden=True)] == ["a", "b", "c"]
    assert remarks(table, takes_hidden=True) == ["pilots.xlsx: warning: hidden-rows: hidden, and read too: line 3"]


def test_hidden_rows_are_all_named_and_an_empty_one_harms_nobody(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key"], *([f"r{number}"] for number in range(8)), []])
    book: Any = load_workbook(table)
    for line in (2, 5, 6, 7, 10):
        book.active.row_dimensions[line].hidden = True
    book.save(table)
    assert "lines 2, 5 to 7 of this sheet are hidden" in refused(table)[0]


@pytest.mark.parametrize("way", ['hidden="1"', 'width="0" customWidth="1"', 'width="0.1"', 'width="0.49"'])
def test_a_hidden_column_is_refused_cell_by_cell_or_taken_with_a_warning(way: str, tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version", TITLE], ["a", "1", "Pilot one"], ["b", None, "Pilot two"]])
    columns = f'<cols><col min="2" max="2" {way}/></cols><sheetData>'
    repacked(table, {"xl/worksheets/sheet1.xml": ("<sheetData>", columns)})
    first, second = rows(table)
    assert [finding.rule for finding in first.findings] == ["hidden-column"]
    assert second.findings == ()
    assert cells(rows(table, takes_hidden=True)[0])["version"] == "1"
    assert remarks(table, takes_hidden=True) == ["pilots.xlsx: warning: hidden-column: hidden, and read too: column B"]


def test_hidden_things_of_an_ods_are_refused_alike(tmp_path: Path) -> None:
    lines = ods_sheet("Rows", ROWS).replace("<table:table-row>", '<table:table-row table:visibility="filter">', 1)
    body = lines.replace('visibility="filter">', 'visibility="visible">', 1)
    filtered = '<table:table-row table:visibility="filter">'.join(body.rsplit("<table:table-row>", 1))
    assert "line 3 of this sheet is hidden" in refused(ods(tmp_path, filtered))[0]
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    hidden = ods_sheet("Rows", ROWS).replace('table:name="Rows">', f'table:name="Rows">{columns}')
    assert [finding.rule for row in rows(ods(tmp_path, hidden)) for finding in row.findings] == ["hidden-column"] * 2


@pytest.mark.parametrize("lines", ["b\n", "b,x\nc,,\n", "b,x"])
def test_a_line_that_was_cut_short_is_refused_wherever_it_stands(lines: str, tmp_path: Path) -> None:
    found = rows(text_file(tmp_path, f"key,{TITLE},version\na,x,\n{lines}"))
    wrong = [row.key for row in found if any(finding.rule == "too-few-fields" for finding in row.findings)]
    assert (wrong, found[0].findings) == (["b"], ())
    [only] = rows(text_file(tmp_path, f"key,{TITLE},version\na,Pilot one\n"))
    assert told([only], tmp_path) == [
        "pilots.csv:2:2: error: too-few-fields: 2 fields under 3 headings; 3 fields, empty ones too; end the line with all its delimiters"
    ]


@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize(("said", "delimiter"), [("sep=;", ";"), ("SEP=,", ","), ("sep=\\t", "\t"), ("sep=\t", "\t"), ('"sep=|"', "|"), ("sep=;;", ";")])  # fmt: skip
def test_a_first_line_may_say_the_delimiter(start: bytes, said: str, delimiter: str, tmp_path: Path) -> None:
    text = f"{said}\r\nkey{delimiter}{TITLE}\r\na{delimiter}x,y;z\r\n".replace("x,y;z", '"x,y;z"')
    table = text_file(tmp_path, start + text.encode())
    [row] = rows(table)
    assert (row.place, cells(row)) == (f"{table}:3:1", {TITLE: "x,y;z"})


def test_a_cell_that_ends_and_is_too_long_is_told_so(tmp_path: Path) -> None:
    (line,) = refused(text_file(tmp_path, 'key,version\na,"' + "x" * 200_000 + '"\n'))
    assert line == "pilots.csv:2:2: error: cell-too-long: this cell is too long; at most 131,072 characters in a cell"


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("Project.Title", TITLE),
        ("PROJECT.TITLE", TITLE),
        ("Project title", TITLE),
        ("project: title", TITLE),
        ("Parties partner small business", "parties.partner.small_business"),
        ("The date of the agreement.", "date"),
        ("Date of the agreement", "date"),
        ("Choices.Liability/Cap", "choices.liability/cap"),
    ],
)
@pytest.mark.parametrize("key", ["key", "Key", "KEY"])
def test_headings_are_taken_in_capitals_and_as_the_form_labels_a_value(key: str, heading: str, address: str, tmp_path: Path) -> None:  # fmt: skip
    [row] = rows(workbook(tmp_path, [[key, heading], ["a", "(none)"]]))
    assert (row.key, cells(row)) == ("a", {address: None})


def test_headings_of_a_further_sheet_are_taken_alike(tmp_path: Path) -> None:
    [row, _] = rows(workbook(tmp_path, ROWS, milestones=[["KEY", "Id", "Due", "amount"], ["a", "one", "2027-02-01", 5], ["b", "one", None, 5]]))  # fmt: skip
    assert cells(row)["milestones.one.due"] == "2027-02-01"


def test_one_column_in_two_spellings_stands_twice(tmp_path: Path) -> None:
    assert "column-twice" in refused(workbook(tmp_path, [["key", TITLE, "Project Title"], ["a", "x", "y"]]))[0]


@pytest.mark.parametrize("heading", ["#REF!", "#WERT!", "#N/A", "undefined", "Err:508"])
def test_an_error_is_no_heading(heading: str, tmp_path: Path) -> None:
    [line] = refused(workbook(tmp_path, [["key", TITLE, heading], ["a", "x", "y"]]))
    assert ": error: error-heading: " in line
    assert rows(workbook(tmp_path, [["key", TITLE, "#NOTES"], ["a", "x", "y"]]))[0].findings == ()


LEFT = [
    "#GETTING_DATA",
    "#BUSY!",
    "#NV",
    "#WERT!",
    "#NOM?",
    "#ERROR!",
    "#¡VALOR!",
    "#ССЫЛКА!",
    "Loading...",
    "Wird geladen…",
]
LEFT += ["[object Object]", "undefined", "NaN", "Err:502", "#####", "#DIV/0!", "#Ü!"]


@EVERY_KIND
def test_what_stands_in_place_of_a_value_is_refused_in_a_cell_and_in_a_key(kind: str, tmp_path: Path) -> None:
    lines = [["key", TITLE], *([f"r{number}", text] for number, text in enumerate(LEFT)), ["#NV", "a title"]]
    found = rows(KINDS[kind](tmp_path, lines))
    assert [row.key for row in found if not any(each.rule in {"error-cell", "no-value"} for each in row.findings)] == []


@pytest.mark.parametrize("text", ["# 1 pilot", "#1", "#smart", "Nan", "Loading dock", "Errors of the past", "Total"])
def test_what_only_looks_like_it_is_text(text: str, tmp_path: Path) -> None:
    [row] = rows(workbook(tmp_path, [["key", TITLE, "version"], ["a", text, "first"]]))
    assert cells(row)[TITLE] == text


def test_a_column_behind_a_gap_in_a_list_is_refused(tmp_path: Path) -> None:
    address = "parties.partner.signatories.{}.name"
    assert (
        rows(workbook(tmp_path, [["key", address.format(1), address.format(2)], ["a", "Kim", "Lee"]]))[0].findings == ()
    )
    [line] = refused(workbook(tmp_path, [["key", address.format(7)], ["a", None]]))
    assert "has 1 entries in the base, numbered from 0; 1 is the next number; did you mean" in line
    assert address.format(1) in line


def test_the_number_of_one_other_row_is_no_sum(tmp_path: Path) -> None:
    lines: Lines = [["key", TITLE, PRICE], ["a", "Pilot one", None], ["b", "Pilot two", 500], ["c", None, 500]]
    assert [row.findings for row in rows(workbook(tmp_path, lines))] == [(), (), ()]


@pytest.mark.parametrize("mark", ["'", "\u2019"])
def test_the_mark_of_a_text_in_a_text_file_is_refused_and_a_name_with_one_is_not(mark: str, tmp_path: Path) -> None:
    registration = "parties.partner.registration"
    table = text_file(tmp_path, f"key,{registration}\na,{mark}0412 000\nb,{mark}t Zand\n")
    marked, named = rows(table)
    assert [(each.rule, each.place) for each in marked.findings] == [("text-mark", f"{table}:2:2")]
    assert (named.findings, cells(named)[registration]) == ((), f"{mark}t Zand")
