"""A workbook is read as its cells show it; what the spreadsheet spoiled is refused on its own row, with its cell."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import datetime as dt
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pactwright.batch.model import Cell
from pactwright.errors import ForeignContentError, InputError, UsageError
from tests.batch.tables import cells, ods, package, refused, repacked, rows, text_file, told, workbook

SHEET, END = "xl/worksheets/sheet1.xml", "</sheetData>"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
DECLARED = '<!DOCTYPE a [<!ENTITY b "c">]>'


def test_leading_empty_rows_and_columns_keep_the_places_right(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [[], [None, None, "key", "version"], [], [None, None, "a", " two\r\nlines "], [None] * 4, [None, None, "b"]],
    )
    first, second = rows(table)
    assert first.place == f"{table}!C4"
    assert first.cells == (Cell("version", "two\nlines", f"{table}!D4"),)
    assert second.place == f"{table}!C6"


def test_typed_cells_become_what_a_person_would_have_typed(tmp_path: Path) -> None:
    line = {
        "key": 7,
        "pilot.quantities.0.built": 12.0,
        "pilot.quantities.0.planned": 0.1 + 0.2,
        "funding.price": 18000.5,
        "outsiders.network.match_pct": 12.5,
        "parties.partner.small_business": True,
        "parties.city.small_business": False,
        "date": dt.date(2026, 12, 1),
        "pilot.start": dt.datetime(2027, 1, 1),  # noqa: DTZ001 - a cell has no time zone
        "schema": 1,
        "choices.liability/cap.multiple": 2,
    }
    (row,) = rows(workbook(tmp_path, [list(line), list(line.values())]))
    assert row.key == "7"
    typed = ["12", "0.3", "18000.50", "12.5", "yes", "no", "2026-12-01", "2027-01-01", "1", "2"]
    assert list(cells(row).values()) == typed
    assert row.findings == ()


def test_a_workbook_that_counts_from_1904_gives_the_same_days(tmp_path: Path) -> None:
    book: Any = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["date"])
    book.active.append([dt.date(2026, 12, 1)])
    book.save(tmp_path / "mac.xlsx")
    assert cells(rows(tmp_path / "mac.xlsx")[0]) == {"date": "2026-12-01"}


def test_what_a_spreadsheet_spoils_is_refused_on_its_own_row(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [
            ["key", "version", "date", "outsiders.network.match_pct"],
            ["a", 51824753556123456789],
            ["b", 51824753556.5],
            ["c", None, 46357],
            ["d", None, 46357.5],
            ["e", None, dt.datetime(2026, 12, 1, 9, 30)],  # noqa: DTZ001 - a cell has no time zone
            ["f", dt.time(9, 30)],
            ["g", 10**15],
            ["fine", "19-digit 5182475355612345678", "2026-12-01", 25],
        ],
    )
    found = rows(table)
    assert found[-1].findings == ()
    assert told(found, tmp_path) == [
        "pilots.xlsx!B2: error: number-too-long: the number 5.18248E+19 has lost digits: a spreadsheet keeps 15 of them; at most 15 digits, or text; format the cell as text and type it again",
        "pilots.xlsx!B3: error: decimal-as-text: the number 51824753556.5 in a field of text; text, exactly as it should be printed; format the cell as text and type it again",
        "pilots.xlsx!C4: error: serial-date: 46357 is a bare number where a date belongs; a workbook that counts its days from 1900 means 2026-12-01; a date such as 2026-12-01; format the cell as a date, or type year-month-day",
        "pilots.xlsx!C5: error: serial-date: 46357.5 is a bare number where a date belongs; a workbook that counts its days from 1900 means 2026-12-01; a date such as 2026-12-01; format the cell as a date, or type year-month-day",
        "pilots.xlsx!C6: error: date-with-time: 2026-12-01 09:30:00 is a date with a time; a date; format the cell as a date, or type year-month-day",
        "pilots.xlsx!B7: error: time-cell: 09:30:00 is a time of day; text, a number or a date; format the cell as text and type it again",
        "pilots.xlsx!B8: error: number-too-long: the number 1E+15 has lost digits: a spreadsheet keeps 15 of them; at most 15 digits, or text; format the cell as text and type it again",
    ]


NUMBER = "a number stands in a field of text and is taken as its bare digits"
DATE = "a date stands in a field of text and is taken as year-month-day"


def test_a_number_in_a_field_of_text_is_taken_with_a_warning(tmp_path: Path) -> None:
    lines: list[list[object]] = [[7, 12345678901], [8, dt.date(2026, 3, 4)], [9, dt.date(2026, 3, 5)]]
    found = rows(workbook(tmp_path, [["version", "parties.partner.registration"], *lines]))
    fix = "format the column as text and type its values again, if any may have lost zeros or changed its form"
    assert [cells(row)["parties.partner.registration"] for row in found] == ["12345678901", "2026-03-04", "2026-03-05"]
    assert [cells(row)["version"] for row in found] == ["7", "8", "9"]
    assert told(found, tmp_path) == [
        f"pilots.xlsx!A2: warning: number-as-text: {NUMBER}; {fix}",
        f"pilots.xlsx!B2: warning: number-as-text: {NUMBER}; {fix}",
        f"pilots.xlsx!A3: warning: number-as-text: {NUMBER}; {fix}",
        f"pilots.xlsx!B3: warning: date-as-text: {DATE}; {fix}",
        f"pilots.xlsx!A4: warning: number-as-text: {NUMBER}; {fix}",
        f"pilots.xlsx!B4: warning: date-as-text: {DATE}; {fix}",
    ]


def test_a_percentage_is_taken_as_it_shows_where_a_percentage_belongs_and_refused_elsewhere(tmp_path: Path) -> None:
    book: Any = Workbook()
    lines = (["key", "outsiders.network.match_pct", "version"], ["a", 0.25, 0.125], ["b", 0.5], ["c", "25%", "25%"])
    for line in lines:
        book.active.append(line)
    book.active["B2"].number_format, book.active["C2"].number_format = "0%", '#,##0.0%"x"'
    book.active["B3"].number_format = '0.0 "%"'
    book.save(tmp_path / "pilots.xlsx")
    found = rows(tmp_path / "pilots.xlsx")
    assert [cells(row)["outsiders.network.match_pct"] for row in found] == ["25%", "0.5", "25%"]
    assert told(found, tmp_path) == [
        "pilots.xlsx!C2: error: fraction-of-percent: the cell shows 12.5% and holds 0.125; a cell that holds what it shows; format the cell as text and type it again",
    ]


UNCACHED = "a formula without its result; a value; open the table in a spreadsheet program and save it, or put the value in the place of the formula"


def test_a_formula_counts_by_its_result_and_is_refused_without_one(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [
            ["key", "version", "date"],
            ["a", "=B9"],
            ["b", "=1+1"],
            ["c", "x"],
            ["d", '=""', "2027-01-01"],
            [None, None, "=TODAY()"],
        ],
    )
    repacked(table, {SHEET: ("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")})
    repacked(table, {SHEET: ('r="B5"><f>""</f><v></v>', 'r="B5" t="str"><f>""</f><v></v>')})
    found = rows(table)
    assert [cells(row).get("version") for row in found] == [None, "2", "x", None, None]
    assert told([found[0], found[3], found[4]], tmp_path) == [
        f"pilots.xlsx!B2: error: uncached-formula: {UNCACHED}",
        "pilots.xlsx!A6: error: key-missing: this row has no key; a key that no other row has; fill it in, or drop the column",
        f"pilots.xlsx!C6: error: uncached-formula: {UNCACHED}",
    ]


def test_an_error_is_refused_with_its_cell(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version"], ["a", "=NA()"], ["b", "x"]])
    repacked(table, {SHEET: ('<c r="B2"><f>NA()</f><v></v>', '<c r="B2" t="e"><f>NA()</f><v>#N/A</v>')})
    assert told(rows(table), tmp_path) == [
        "pilots.xlsx!B2: error: error-cell: a formula that went wrong; a value; mend the formula, or put the value there"
    ]


def test_merged_cells_are_refused_on_each_row_that_they_cover(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version", "# notes"], ["a", "1", "x"], ["b"], ["c", "3"], ["d", "4"]])
    book: Any = load_workbook(table)
    for merged in ("B2:B3", "C4:C5"):
        book.active.merge_cells(merged)
    book.save(table)
    found = rows(table)
    assert [[finding.rule for finding in row.findings] for row in found] == [["merged-cells"], ["merged-cells"], [], []]
    assert told(found[:1], tmp_path) == [
        "pilots.xlsx!B2: error: merged-cells: the cells from here to B3 are merged; a value in each cell; unmerge them and fill each one"
    ]


def test_what_stands_under_no_heading_is_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", None, "version"], ["a", "x", "1"], ["b", None, "2", None, "stray"]])
    assert refused(table) == [
        'pilots.xlsx!B1: error: unnamed-column: no heading stands over "x" at pilots.xlsx!B2; an address, or # for notes',
        'pilots.xlsx!E1: error: unnamed-column: no heading stands over "stray" at pilots.xlsx!E3; an address, or # for notes',
    ]


def test_formatted_rows_without_a_value_are_passed_over(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version"], ["a", "1"]])
    empty = "".join(f'<row r="{line}"><c r="A{line}" s="1"/><c r="B{line}" s="1"/></row>' for line in range(3, 200_003))
    repacked(table, {SHEET: (END, f'{empty}<row r="200003"><c r="A200003"><v>5</v></c></row>{END}')})
    assert [(row.key, row.place) for row in rows(table)] == [("a", f"{table}!A2"), ("5", f"{table}!A200003")]


BLANK = "<table:table-cell/>"
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def ods_row(*cells: str) -> str:
    """A row of an .ods; a cell is a text or XML of its own."""
    return f"<table:table-row>{''.join(each if each.startswith('<') else CELL.format(each) for each in cells)}</table:table-row>"


def test_an_ods_is_read_alike(tmp_path: Path) -> None:
    table = ods(
        tmp_path,
        '<table:table table:name="Pilots"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>'
        + ods_row(BLANK, "key", "version", "date", "outsiders.network.match_pct", "parties.partner.small_business")
        + ods_row(BLANK, "a", '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>', '<table:table-cell office:value-type="date" office:date-value="2026-12-01"><text:p>1 December</text:p></table:table-cell>', '<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell>', '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>')
        + ods_row(BLANK, "b", '<table:table-cell table:formula="of:=1+1"/>', '<table:table-cell table:formula="of:=[.A1]" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>')
        + ods_row(BLANK, "c", '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>x</text:p></table:table-cell>')
        + ods_row(BLANK, "d", "<table:covered-table-cell/>", '<table:table-cell office:value-type="string"><text:p>2026-12-01</text:p></table:table-cell>')
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>',
    )  # fmt: skip
    found = rows(table)
    assert [(row.key, row.place) for row in found] == [
        (key, f"{table}!B{line}") for line, key in enumerate("abcd", start=4)
    ]
    assert cells(found[0]) == {
        "version": "7",
        "date": "2026-12-01",
        "outsiders.network.match_pct": "25%",
        "parties.partner.small_business": "yes",
    }
    assert cells(found[3])["date"] == "2026-12-01"
    assert [line.partition(": ")[0] + " " + line.split(": ")[2] for line in told(found, tmp_path)] == [
        "pilots.ods!C4 number-as-text",
        "pilots.ods!C5 uncached-formula",
        "pilots.ods!D5 error-cell",
        "pilots.ods!C6 merged-cells",
        "pilots.ods!C6 merged-cells",
    ]


@pytest.mark.parametrize("name", ["pilots.xlsx", "pilots.ods"])
@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UsageError, match=rf"{name}: is not a whole workbook; save it again as \.xlsx, \.ods or \.csv$"):
        rows(text_file(tmp_path, content, name))


def test_a_workbook_that_is_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path, [["key"], ["a"]]).read_bytes()
    for length in range(0, len(whole), 250):
        with pytest.raises(UsageError):
            rows(text_file(tmp_path, whole[:length], "cut.xlsx"))


@pytest.mark.parametrize(("name", "old"), [("secret.xlsx", r" or an old \.xls"), ("secret.ods", "")])
def test_a_workbook_under_a_password_is_refused(tmp_path: Path, name: str, old: str) -> None:
    text_file(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "secret.xlsx")
    parts = {"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>", "content.xml": "\x07\x08"}
    package(tmp_path / "secret.ods", parts)
    with pytest.raises(UsageError, match=rf"is under a password{old}; save it again as .*, without a password$"):
        rows(tmp_path / name)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (END, END + " " * 20_000_000, "which unpacks to over 250 times its size, which no spreadsheet program writes"),
        (END, f"{FAR}{END}", "has a sheet of more than 10 million cells; delete what stands far off"),
        ("<worksheet", f"{DECLARED}<worksheet", "declares a document type in"),
    ],
    ids=["unpacks to a multiple", "a cell far away", "declared entities"],
)
def test_a_part_that_could_fill_the_memory_is_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    table = repacked(workbook(tmp_path, [["key"], ["a"]]), {SHEET: (before, after)})
    with pytest.raises(ForeignContentError, match=said):
        rows(table)


def test_a_part_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key"], ["a"]])
    with zipfile.ZipFile(table) as zipped:
        size = zipped.getinfo(SHEET).file_size
    content, told, lie = table.read_bytes(), size.to_bytes(4, "little"), (size - 20).to_bytes(4, "little")
    assert content.count(told) == 2
    with pytest.raises(UsageError):
        rows(text_file(tmp_path, content.replace(told, lie), "lies.xlsx"))


def test_declared_entities_of_an_ods_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ForeignContentError, match="declares a document type in"):
        rows(package(tmp_path / "pilots.ods", {"content.xml": f"{DECLARED}<a>&b;</a>"}))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name="milestones"', 'name="Sheet"', "holds two sheets of one name"),
        ('name="milestones"', 'name="milestones" a:name="Sheet"', "says one thing twice of a sheet in xl/workbook.xml"),
    ],
)
def test_a_sheet_cannot_hide_behind_the_name_of_another(tmp_path: Path, before: str, after: str, said: str) -> None:
    """Because what was looked through has to be what is read."""
    table = workbook(tmp_path, [["key"], ["a"]], milestones=[["key"]])
    repacked(table, {"xl/workbook.xml": (before, after)})
    with pytest.raises((ForeignContentError, UsageError), match=said):
        rows(table)


def test_a_cell_repeated_without_end_cannot_fill_the_memory(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16000"/>'
    line = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    with pytest.raises(ForeignContentError, match="has a sheet of more than 10 million cells"):
        rows(ods(tmp_path, f'<table:table table:name="a">{line}</table:table>'))


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key"], ["a"]])
    with zipfile.ZipFile(table, "a") as zipped:
        zipped.writestr("XL/worksheets/sheet1.xml", "<a/>")
    with pytest.raises(ForeignContentError, match="holds two parts of one name"):
        rows(table)


def test_a_workbook_with_a_damaged_byte_is_read_or_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version"], ["a", "1"]])
    whole = table.read_bytes()
    for position in range(0, len(whole), 37):
        with suppress(UsageError, InputError, ForeignContentError):
            damaged = whole[:position] + bytes([whole[position] ^ 0xFF]) + whole[position + 1 :]
            rows(text_file(tmp_path, damaged, "damaged.xlsx"))


@pytest.mark.parametrize(
    ("shown", "rules"),
    [
        ("mmm-yy", ["shown-otherwise"]),
        ("d mmm", ["shown-otherwise"]),
        ("yyyy", ["shown-otherwise"]),
        ("[$-409]mmmm d, yyyy;@", []),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", []),
        ("dd/mm/yy", []),
        ("mm-dd-yy", []),
    ],
)
def test_a_date_of_which_a_part_is_shown_is_refused_in_a_date_and_in_a_key(
    tmp_path: Path, shown: str, rules: list[str]
) -> None:
    day = dt.date(2027, 2, 1)
    path = workbook(tmp_path, [["key", "date"], ["a", day], [day, None], ["c", "2027-02-01"]])
    book: Any = load_workbook(path)
    book.active["B2"].number_format = book.active["A3"].number_format = shown
    book.save(path)
    found = rows(path)
    assert [[each.rule for each in row.findings if each.rule != "bare-row"] for row in found] == [rules, rules, []]
