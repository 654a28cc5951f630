"""What a cell shows counts: words struck out or unseen, numbers shown as others, hidden rows, columns and sheets.

One workbook has a row for each look; it is read as Excel's, and as LibreOffice saves the same as an .ods.
"""

# ruff: noqa: E501 - the parts of workbooks stand in these tests

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from tests.batch.tables import cells, ods, package, refused, remarks, rows, workbook
from tests.office import converted

TEXT, PERCENT, MONEY, NUMBER = (
    "parties.partner.registration",
    "outsiders.network.match_pct",
    "funding.price",
    "pilot.quantities.0.built",
)
COLUMNS: Final = ("key", TEXT, PERCENT, MONEY, NUMBER, "date")
SHOWN: Final = "shown-otherwise"


@dataclass(frozen=True)
class Look:
    """A cell of a column: what it holds, how it is formatted, and the text that is read from it, or the rule."""

    column: str
    value: object
    format: str = "General"
    text: str = ""
    rule: str = ""
    shows: str = ""
    font: Font | None = None
    fill: PatternFill | None = None


HALF_STRUCK: Final = CellRichText("Price ", TextBlock(InlineFont(strike=True), "old words"), " new words")
WHITE: Final = Font(color="FFFFFFFF")
ACCENT: Final = Font(color=Color(theme=4))
LOOKS: Final = {
    "whole percent": Look(PERCENT, 0.05, "0%", text="5%"),
    "half a percent more": Look(PERCENT, 0.075, "0.0%", text="7.5%"),
    "all of it": Look(PERCENT, 1, "0%", text="100%"),
    "less than one percent, and shown so": Look(PERCENT, 0.0005, "0.00%", text="0.05%"),
    "percent that is rounded": Look(PERCENT, 0.054, "0%", rule=SHOWN, shows="shows 5% and holds 0.054"),
    "percent in a text": Look(TEXT, 0.25, "0%", rule="fraction-of-percent"),
    "percent in an amount": Look(MONEY, 0.25, "0%", rule="fraction-of-percent"),
    "amount": Look(MONEY, 1234.5, "#,##0.00", text="1234.50"),
    "amount without its cents": Look(MONEY, 100000.1, "0", rule=SHOWN, shows="shows 100000 and holds 100000.1"),
    "currency without its cents": Look(MONEY, 1234.5, "$#,##0", rule=SHOWN, shows="holds 1234.5"),
    "euros": Look(MONEY, 500, "[$€-407] #,##0.00", text="EUR 500"),
    "dollars of nobody knows where": Look(MONEY, 500, '"$"#,##0', text="500"),
    "dollars of the system": Look(MONEY, 500, "[$$]#,##0", text="500"),
    "dollars of the United States": Look(MONEY, 500, '"US$"#,##0', text="USD 500"),
    "dollars of the United States, by the place": Look(MONEY, 500, "[$$-409]#,##0", text="USD 500"),
    "dollars of New Zealand, red below zero": Look(MONEY, 500, "[$$-1409]#,##0;[Red]-[$$-1409]#,##0", text="NZD 500"),
    "dollars of Australia in accounting": Look(MONEY, 500, "_-[$$-C09]* #,##0_-;-[$$-C09]* #,##0_-", text="AUD 500"),
    "a code": Look(MONEY, 500, "[$CHF] #,##0", text="CHF 500"),
    "rupees": Look(MONEY, 500, '"₹"#,##0', text="INR 500"),
    "crowns of one of several countries": Look(MONEY, 500, '#,##0 "kr"', rule=SHOWN, shows="shows 500 kr"),
    "crowns of Sweden, which no code says": Look(MONEY, 500, "#,##0 [$kr-41D]", rule=SHOWN, shows="shows 500 kr"),
    "yen or yuan": Look(MONEY, 500, '"¥"#,##0', rule=SHOWN, shows="shows ¥500"),
    "a tax beside the amount": Look(MONEY, 500, '#,##0 "excl. GST"', rule=SHOWN, shows="shows 500 excl. GST"),
    "a code and a tax": Look(MONEY, 500, '"AUD" #,##0 "incl."', rule=SHOWN, shows="500 incl."),
    "a unit of a count": Look(NUMBER, 7, '0 "units"', text="7"),
    "the mark of a text": Look(TEXT, "'0412 000", rule="text-mark"),
    "the mark of a text that was no formula": Look(TEXT, "'=1+1", rule="text-mark"),
    "the beginning of a Dutch name": Look(TEXT, "'t Zand BV", text="'t Zand BV"),
    "in thousands": Look(MONEY, 123456, '#,##0,"k"', rule=SHOWN, shows="shows 123k and holds 123456"),
    "just named thousands": Look(MONEY, 123, '0"k"', rule=SHOWN, shows="shows 123k and holds 123"),
    "whole thousands": Look(NUMBER, 120000, "0,", rule=SHOWN, shows="shows 120 and holds 120000"),
    "rounded count": Look(NUMBER, 11.6, "0", rule=SHOWN, shows="shows 12 and holds 11.6"),
    "red and no sign": Look(NUMBER, -5, "0;[Red]0", rule=SHOWN, shows="shows 5 and holds -5"),
    "a sign of its own": Look(NUMBER, 5, "-0", rule=SHOWN, shows="shows -5 and holds 5"),
    "zeros before a count": Look(NUMBER, 7, "000", text="7"),
    "zeros that a text lost": Look(TEXT, 123456789, "000000000000", rule=SHOWN, shows="shows 000123456789"),
    "spaces in a number": Look(TEXT, 12345678901, "00 000 000 000", rule=SHOWN),
    "a number as a text": Look(TEXT, 12345678901, "0", text="12345678901"),
    "nothing shown": Look(NUMBER, 5, ";;;", rule=SHOWN),
    "a date": Look("date", dt.date(2026, 12, 1), "d mmm yyyy", text="2026-12-01"),
    "a date with its day of the week": Look("date", dt.date(2026, 12, 1), "dddd, d. mmmm yyyy", text="2026-12-01"),
    "a month as a day": Look("date", dt.date(2026, 12, 1), "mmm-yy", rule=SHOWN, shows="part of 2026-12-01"),
    "a day without its year": Look("date", dt.date(2026, 12, 1), "d-mmm", rule=SHOWN, shows="part of 2026-12-01"),
    "a day of the week": Look("date", dt.date(2026, 12, 1), "dddd", rule=SHOWN, shows="part of 2026-12-01"),
    "a month in a text": Look(TEXT, dt.date(2026, 12, 1), "mmmm yyyy", rule=SHOWN, shows="part of 2026-12-01"),
    "words struck out": Look(TEXT, "all of it", font=Font(strike=True), rule="struck-out"),
    "some words struck out": Look(TEXT, HALF_STRUCK, rule="struck-out"),
    "a number struck out": Look(NUMBER, 5, font=Font(strike=True), rule="struck-out"),
    "white on white": Look(TEXT, "unseen", font=WHITE, rule="unseen"),
    "nearly white on white": Look(TEXT, "unseen", font=Font(color="FFFDFDFD"), rule="unseen"),
    "white of the theme on white": Look(TEXT, "unseen", font=Font(color=Color(theme=0)), rule="unseen"),
    "grey of the theme on white": Look(TEXT, "seen", font=Font(color=Color(theme=0, tint=-0.5)), text="seen"),
    "red on red": Look(
        TEXT, "unseen", font=Font(color="FFC00000"), fill=PatternFill("solid", "FFC00000"), rule="unseen"
    ),
    "an accent on itself": Look(TEXT, "unseen", font=ACCENT, fill=PatternFill("solid", Color(theme=4)), rule="unseen"),
    "black on black": Look(TEXT, "unseen", fill=PatternFill("solid", "FF000000"), rule="unseen"),
    "letters of one point": Look(TEXT, "unseen", font=Font(size=1), rule="unseen"),
    "small print": Look(TEXT, "seen", font=Font(size=6), text="seen"),
    "words that their format hides": Look(TEXT, "unseen", ";;;", rule="unseen"),
    "some words white": Look(
        TEXT, CellRichText("Price ", TextBlock(InlineFont(color=Color("FFFFFFFF")), "nil")), rule="unseen"
    ),
    "some words tiny": Look(TEXT, CellRichText("Price ", TextBlock(InlineFont(sz=1), "nil")), rule="unseen"),
    "some words bold": Look(TEXT, CellRichText("Price ", TextBlock(InlineFont(b=True), "nil")), text="Price nil"),
    "white on blue": Look(TEXT, "seen", font=WHITE, fill=PatternFill("solid", fgColor="FF000080"), text="seen"),
}


@pytest.fixture(name="looks", scope="module")
def workbook_of_looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of all looks."""
    folder = tmp_path_factory.mktemp("looks")
    book: Any = Workbook()
    book.active.append(COLUMNS)
    for line, (key, look) in enumerate(LOOKS.items(), start=2):
        book.active.cell(line, 1, key)
        cell = book.active.cell(line, COLUMNS.index(look.column) + 1, look.value)
        cell.number_format = look.format
        cell.font, cell.fill = look.font or Font(), look.fill or PatternFill()
    book.save(folder / "looks.xlsx")
    return folder / "looks.xlsx"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_cell_is_taken_as_it_shows_or_refused(looks: Path, kind: str) -> None:
    table = looks if kind == "xlsx" else converted(looks, kind)
    found = {row.key: row for row in rows(table)}
    assert list(found) == list(LOOKS)
    for key, look in LOOKS.items():
        errors = [finding for finding in found[key].findings if finding.level == "error"]
        assert [finding.rule for finding in errors] == ([look.rule] if look.rule else []), key
        assert all(look.shows in finding.seen for finding in errors), (key, errors)
        assert look.rule or cells(found[key])[look.column] == look.text, key


STRING = '<c r="{}" t="s"><v>{}</v></c>'
SHARED = (
    "<si><t>key</t></si><si><t>version</t></si><si><t>a</t></si><si><t>b</t></si>"
    "<si><r><t>Price </t></r><r><rPr><strike{}/></rPr><t>old words</t></r></si><si><t>plain</t></si>"
)


@pytest.mark.parametrize(("switch", "rules"), [("", ["struck-out"]), (' val="1"', ["struck-out"]), (' val="0"', [])])
def test_a_part_of_a_shared_string_that_is_struck_out_is_refused_where_it_stands(
    tmp_path: Path, switch: str, rules: list[str]
) -> None:
    lines = {1: (0, 1), 2: (2, 4), 3: (3, 5)}
    said = (f"{STRING.format(f'A{n}', a)}{STRING.format(f'B{n}', b)}" for n, (a, b) in lines.items())
    rows_said = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(said, start=1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = "http://schemas.openxmlformats.org/package/2006/relationships"
    table = package(
        tmp_path / "pilots.xlsx",
        {
            "_rels/.rels": f'<Relationships xmlns="{parts}"><Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{parts}"><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="Rows" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{SHARED.format(switch)}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows_said}</sheetData></worksheet>',
        },
    )
    struck, plain = rows(table)
    assert [finding.rule for finding in struck.findings] == rules
    assert (plain.findings, cells(plain)) == ((), {"version": "plain"})


ODS_STYLES = """
<number:number-style style:name="N0"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="N9"><number:number number:decimal-places="0" number:min-integer-digits="9"/></number:number-style>
<number:currency-style style:name="NC"><number:currency-symbol>US$</number:currency-symbol><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:currency-style>
<number:number-style style:name="NT"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> plus tax</number:text></number:number-style>
<style:style style:name="dollars" style:family="table-cell" style:data-style-name="NC"/>
<style:style style:name="taxed" style:family="table-cell" style:data-style-name="NT"/>
<number:percentage-style style:name="NP"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:number-style style:name="NK"><number:number number:decimal-places="0" number:min-integer-digits="1" number:display-factor="1000"/><number:text>k</number:text></number:number-style>
<number:date-style style:name="ND"><number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year/></number:date-style>
<number:date-style style:name="NM"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="ND"/>
<style:style style:name="month" style:family="table-cell" style:data-style-name="NM"/>
<style:style style:name="old-day" style:family="table-cell" style:parent-style-name="struck" style:data-style-name="ND"/>
<style:style style:name="whole" style:family="table-cell" style:data-style-name="N0"/>
<style:style style:name="nine" style:family="table-cell" style:data-style-name="N9"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="NP"/>
<style:style style:name="thousands" style:family="table-cell" style:data-style-name="NK"/>
<style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="below" style:family="table-cell" style:parent-style-name="struck"/>
<style:style style:name="words" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="pale" style:family="table-cell"><style:text-properties fo:color="#fdfdfd"/></style:style>
<style:style style:name="navy" style:family="table-cell"><style:table-cell-properties fo:background-color="#000080"/><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="same" style:family="table-cell" style:parent-style-name="navy"><style:text-properties fo:color="#000080"/></style:style>
<style:style style:name="tiny" style:family="table-cell"><style:text-properties fo:font-size="0.5mm"/></style:style>
<style:style style:name="small" style:family="table-cell"><style:text-properties fo:font-size="6pt"/></style:style>
<style:style style:name="pale words" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>
"""


def number(style: str, value: object, kind: str = "float") -> str:
    """A cell of an .ods with a number."""
    return f'<table:table-cell table:style-name="{style}" office:value-type="{kind}" office:value="{value}"/>'


def words(style: str, text: str = "x") -> str:
    """A cell of an .ods with words."""
    return f'<table:table-cell table:style-name="{style}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def day(style: str) -> str:
    """A cell of an .ods with a day."""
    return f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="2026-12-01"/>'


PALE = 'a <text:span text:style-name="pale words">b</text:span>'
ODS_DAYS = {
    "a day": (day("day"), ""),
    "a day in no format of its own": (day(""), ""),
    "a month as a day": (day("month"), SHOWN),
    "a day that is struck out": (day("old-day"), "struck-out"),
}
ODS_LOOKS = {
    "amount without its cents": (number("whole", 100000.1), SHOWN),
    "whole amount": (number("whole", 100000), ""),
    "in thousands": (number("thousands", 123456), SHOWN),
    "zeros before an amount": (number("nine", 5), ""),
    "a tax beside an amount": (number("taxed", 100), SHOWN),
    "dollars beside an amount": (number("dollars", 100), ""),
    "percent in an amount": (number("percent", 0.25, "percentage"), "fraction-of-percent"),
    "struck out": (words("struck"), "struck-out"),
    "by the style that it is based on": (words("below"), "struck-out"),
    "some words": (words("", 'a <text:span text:style-name="words">b</text:span>'), "struck-out"),
    "white on white": (words("white"), "unseen"),
    "nearly white": (words("pale"), "unseen"),
    "white on blue": (words("navy"), ""),
    "blue on blue": (words("same"), "unseen"),
    "tiny": (words("tiny"), "unseen"),
    "small print": (words("small"), ""),
    "some words white": (words("", PALE), "unseen"),
    "some words white on blue": (words("navy", PALE), ""),
}


@pytest.mark.parametrize("look", [*ODS_LOOKS, *ODS_DAYS])
def test_a_cell_of_an_ods_is_taken_as_it_shows_or_refused(tmp_path: Path, look: str) -> None:
    cell, rule = {**ODS_LOOKS, **ODS_DAYS}[look]
    heading = MONEY if look in ODS_LOOKS else "date"
    lines = (words("", "key") + words("", heading), words("", "a") + cell)
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    table = ods(tmp_path, f'<table:table table:name="Rows">{body}</table:table>', styles=ODS_STYLES)
    [row] = rows(table)
    assert [finding.rule for finding in row.findings] == ([rule] if rule else [])


@pytest.mark.parametrize("level", ["column", "row"])
def test_a_cell_of_an_ods_looks_as_its_column_or_its_row_does_where_it_says_nothing(tmp_path: Path, level: str) -> None:
    style = ' table:default-cell-style-name="struck"'
    columns = f"<table:table-column/><table:table-column{style if level == 'column' else ''}/>"
    first = f"<table:table-row>{words('', 'key')}{words('', 'version')}</table:table-row>"
    plain = words("", "x").replace(' table:style-name=""', "")
    row = f"<table:table-row{style if level == 'row' else ''}>{words('', 'a')}{plain}</table:table-row>"
    table = ods(tmp_path, f'<table:table table:name="Rows">{columns}{first}{row}</table:table>', styles=ODS_STYLES)
    assert [(each.rule, each.address) for each in rows(table)[0].findings] == [("struck-out", "version")]


def test_hidden_sheets_and_flat_rows_of_an_ods_are_refused(tmp_path: Path) -> None:
    lines = [
        f"<table:table-row{style}>{words('', text)}</table:table-row>"
        for text, style in (("key", ""), ("a", ""), ("b", ' table:style-name="flat"'))
    ]
    body = f'<table:table table:name="Rows" table:style-name="gone">{"".join(lines)}</table:table>'
    hidden_sheet, hidden_row = refused(ods(tmp_path, body, styles=ODS_STYLES))
    assert "line 3 of this sheet is hidden" in hidden_row
    assert 'the sheet "Rows" is hidden' in hidden_sheet


def test_looks_count_on_a_further_sheet_alike_and_not_in_columns_of_notes(tmp_path: Path) -> None:
    main = [["key", "version", "# notes"], ["a", "1", "old"], ["b", "2", "new"]]
    table = workbook(tmp_path, main, milestones=[["key", "id", "amount"], ["a", "one", 100.4], ["b", "one", 100]])
    book: Any = load_workbook(table)
    book.active["C2"].font = Font(strike=True)
    for line in (2, 3):
        book["milestones"].cell(line, 3).number_format = "0"
    book.save(table)
    first, second = rows(table)
    assert [(each.rule, each.place) for each in first.findings] == [(SHOWN, f"{table}!milestones!C2")]
    assert cells(second)["milestones.one.amount"] == "100"


def test_a_heading_that_is_struck_out_is_refused(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["key", "version"], ["a", "1"]])
    book: Any = load_workbook(table)
    book.active["B1"].font = Font(strike=True)
    book.save(table)
    assert refused(table) == [
        "pilots.xlsx!B1: error: struck-out: this heading is struck out; delete the column, or take the line away"
    ]


RULES: Final = {
    "struck out": (Font(strike=True), None, True),
    "white": (Font(color="FFFFFFFF"), None, True),
    "red on red": (Font(color="FFFF0000"), PatternFill(bgColor="FFFF0000"), True),
    "red": (Font(color="FFFF0000"), None, False),
    "white on red": (Font(color="FFFFFFFF"), PatternFill(bgColor="FFFF0000"), False),
    "a red ground": (None, PatternFill(bgColor="FFFF0000"), False),
    "a black ground": (None, PatternFill(bgColor="FF000000"), False),
}


@pytest.mark.parametrize("look", RULES)
def test_a_rule_that_may_hide_cells_is_told_with_its_range(look: str, tmp_path: Path) -> None:
    font, fill, is_told = RULES[look]
    table = workbook(tmp_path, [["key", "version", "# status"], ["a", "1", "cancelled"]])
    book: Any = load_workbook(table)
    rule = Rule("expression", dxf=DifferentialStyle(font, fill=fill), formula=['$C2="cancelled"'])
    book.active.conditional_formatting.add("A2:B9", rule)
    book.save(table)
    assert [cells(row)["version"] for row in rows(table)] == ["1"]
    told = (
        "pilots.xlsx: warning: conditional-look: a rule for A2:B9 strikes cells out or hides them on a "
        "condition, and they are read all the same; delete what does not count"
    )
    assert remarks(table) == ([told] if is_told else [])
