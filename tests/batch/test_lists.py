"""Further sheets fill the lists and maps of a row; a folder of specs is a table too."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pactwright.batch.base import overlaid
from pactwright.batch.model import Row
from pactwright.batch.tables import read_table
from pactwright.errors import InputError, UsageError
from pactwright.spec import spec_from
from tests.batch.tables import base, cells, refused, remarks, rows, text_file, told, workbook
from tests.trees import build_tree

MAIN = [["key", "version"], ["a", "1"], ["b", "2"], ["c", "3"]]


def test_the_lines_of_a_key_replace_the_list_of_the_base_in_their_order(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        MAIN,
        parties__partner__signatories=[
            ["name", "key", "title"],
            ["Kim", "B", "Director"],
            ["Lee", "a", None],
            ["Max", "b"],
        ],
    )
    first, second, third = rows(table)
    people = "parties.partner.signatories"
    assert cells(first) == {"version": "1", people: None, f"{people}.0.name": "Lee"}
    assert [cell.place for cell in second.cells] == [
        f"{table}!B3", *(f"{table}!{people}!{cell}" for cell in ("B2", "A2", "C2", "A4"))
    ]  # fmt: skip
    parties: Any = overlaid(base(), second)[0]["parties"]
    assert parties["partner"]["signatories"] == [{"name": "Kim", "title": "Director"}, {"name": "Max"}]
    assert cells(third) == {"version": "3"}


def test_the_lines_of_a_map_have_ids_and_lists_of_texts(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        MAIN,
        milestones=[["key", "id", "due"], ["a", "up", "2027-03-01"], ["a", "down", None]],
        outsiders=[["key", "id", "name", "terms"], ["b", "net", "Net", "one; two"]],
    )
    first, second, _ = rows(table)
    assert list(cells(first)) == ["version", "milestones", "milestones.up.due"]
    assert told([first], tmp_path) == [
        "pilots.xlsx!milestones!A3: error: nothing-filled: this line fills nothing; a fact in one of its cells; fill it in or delete it"
    ]
    assert overlaid(base(), second)[0]["outsiders"] == {"net": {"name": "Net", "terms": ["one", "two"]}}


def test_what_is_wrong_with_a_line_is_told_on_the_row_of_its_key(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        MAIN,
        milestones=[
            ["key", "id", "due"],
            ["a", "up", 46357],
            ["b", "Up!", "2027-01-01"],
            ["b", None, "2027-01-01"],
            ["c", "up", "2027-01-01"],
            ["c", "up", "2027-01-02"],
        ],
    )
    assert told(rows(table), tmp_path) == [
        "pilots.xlsx!milestones!C2: error: serial-date: 46357 is a bare number where a date belongs; a workbook that counts its days from 1900 means 2026-12-01; a date such as 2026-12-01; format the cell as a date, or type year-month-day",
        'pilots.xlsx!milestones!B3: error: id: "Up!" is not a short name; lower-case letters, digits and hyphens, a letter first, at most 40; for example "up"',
        'pilots.xlsx!milestones!B4: error: id: "" is not a short name; lower-case letters, digits and hyphens, a letter first, at most 40',
        'pilots.xlsx!milestones!B6: error: id-twice: "up" stands twice under this key; each id once under a key',
    ]


def test_a_line_of_no_row_is_a_row_that_fails_and_holds_back_each_row_that_may_have_lost_it(tmp_path: Path) -> None:
    """Because a list that belongs to nobody is missing somewhere else, and nobody can tell where."""
    table = workbook(
        tmp_path,
        [["key", "version"], ["acme", "1"], ["bolt", "2"], ["cord", "3"]],
        milestones=[
            ["key", "id", "due"],
            ["bolt", "up", "2027-01-01"],
            ["acne", "up", "2027-01-01"],
            ["acne ", "down", "2027-01-01"],
        ],
        parties__partner__signatories=[
            ["key", "name"],
            ["bolt", "Jo"],
            ["acme", "Kim"],
            ["cord", "Lee"],
            ["acne", "Max"],
        ],
    )
    found = rows(table)
    assert [(row.key, row.place.removeprefix(f"{tmp_path}/")) for row in found] == [
        ("acme", "pilots.xlsx!A2"),
        ("bolt", "pilots.xlsx!A3"),
        ("cord", "pilots.xlsx!A4"),
        ("acne", "pilots.xlsx!milestones!A3"),
    ]
    in_doubt = 'error: list-in-doubt: pilots.xlsx!milestones!A3 is for "acne", a key that no row has, and no line there is for this row; mend the key there, or this one'
    nobody = 'is the key of no row; a key of the first sheet; did you mean "acme"?'
    assert told(found, tmp_path) == [
        f"pilots.xlsx!A2: {in_doubt}",
        f"pilots.xlsx!A4: {in_doubt}",
        f'pilots.xlsx!milestones!A3: error: unknown-key: "acne" {nobody}',
        f'pilots.xlsx!milestones!A4: error: unknown-key: "acne" {nobody}',
        f'pilots.xlsx!parties.partner.signatories!A5: error: unknown-key: "acne" {nobody}',
    ]


def test_lines_without_a_key_and_of_several_strange_keys_are_told_too(tmp_path: Path) -> None:
    line = ["up", "2027-01-01"]
    table = workbook(
        tmp_path,
        [["key", "version"], ["acme", "1"]],
        milestones=[["key", "id", "due"], [None, *line], ["#REF!", *line]],
        outsiders=[["key", "id", "name"], ["x", "net", "Net"], ["y", "net", "Net"]],
    )
    found = rows(table)
    assert [row.key for row in found] == ["acme", "(no key)", "x", "y"]
    assert told(found, tmp_path) == [
        "pilots.xlsx!A2: error: list-in-doubt: pilots.xlsx!milestones!A2 has no key, and no line there is for this row; mend the key there, or this one",
        'pilots.xlsx!A2: error: list-in-doubt: pilots.xlsx!outsiders!A2 is for "x", one of several keys that no row has, and no line there is for this row; mend the key there, or this one',
        "pilots.xlsx!milestones!A2: error: unknown-key: this line has no key; a key of the first sheet",
        "pilots.xlsx!milestones!A3: error: error-cell: a formula that went wrong; a value; mend the formula, or put the value there",
        'pilots.xlsx!outsiders!A2: error: unknown-key: "x" is the key of no row; a key of the first sheet',
        'pilots.xlsx!outsiders!A3: error: unknown-key: "y" is the key of no row; a key of the first sheet',
    ]


def test_of_very_many_lines_that_are_nobodys_the_first_hundred_are_told(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key,version\na,1\n")
    text_file(tmp_path, "key,name\n" + ",Kim\n" * 1000, "pilots.parties.partner.signatories.csv")
    _, stranger = rows(table)
    assert len(stranger.findings) == 101
    assert told([stranger], tmp_path)[-1] == (
        "pilots.parties.partner.signatories.csv:102:1: error: too-many-problems: more than 100 lines; mend these first"
    )


def test_a_sheet_of_another_name_with_keys_is_refused_unless_it_is_empty_or_holds_notes(tmp_path: Path) -> None:
    line = [["key", "name"], ["a", "x"]]
    assert rows(workbook(tmp_path, MAIN, **{"# drafts": line, "Sheet2": []}))
    table = workbook(tmp_path, MAIN, milestoes=line, version=line, Notes=line, parties__partner__signatoris=line)
    accepted = "a list of the spec such as parties.city.signatories or milestones, or # and any words for notes"
    assert refused(table) == [
        f'pilots.xlsx!Notes: error: unknown-sheet: "Notes" is not a list of the spec; {accepted}; give --sheet "Notes" if it has the rows',
        f'pilots.xlsx!milestoes: error: unknown-sheet: "milestoes" is not a list of the spec; {accepted}; did you mean "milestones"?',
        f'pilots.xlsx!parties.partner.signatoris: error: unknown-sheet: "parties.partner.signatoris" is not a list of the spec; {accepted}; did you mean "parties.partner.signatories"?',
        f'pilots.xlsx!version: error: unknown-sheet: "version" is not a list of the spec; {accepted}; give --sheet "version" if it has the rows',
    ]


def test_a_name_that_excel_cut_short_is_completed(tmp_path: Path) -> None:
    name = "parties.the-second-partner.signatories"
    table = workbook(tmp_path, MAIN, **{name[:31]: [["key", "name"], ["a", "Kim"]]})
    assert list(cells(rows(table)[0])) == ["version", name, f"{name}.0.name"]
    short = workbook(tmp_path, MAIN, **{"parties.partner.sign": [["key", "name"], ["a", "Kim"]]})
    assert refused(short)[0].startswith(
        'pilots.xlsx!parties.partner.sign: error: unknown-sheet: "parties.partner.sign" is not'
    )


def test_the_columns_of_a_further_sheet_are_checked_too(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [["key", "milestones.up.due"], ["a", "2027-01-01"]],
        milestones=[["due"], ["x"]],
        parties__partner__signatories=[["key", "nmae"], ["a", "x"]],
    )
    assert refused(table) == [
        "pilots.xlsx!B1: error: column-twice: milestones.up.due is a sheet too, pilots.xlsx!milestones; each fact in one place; drop one of the two",
        "pilots.xlsx!milestones!A1: error: key-column-missing: this sheet has no column named key; key; add one",
        "pilots.xlsx!milestones!A1: error: id-column-missing: this sheet has no column named id; key, id; add one",
        'pilots.xlsx!parties.partner.signatories!B1: error: unknown-column: "nmae" is not a column; an address of the spec, a choice, key, or # and any words for notes; did you mean "name"?',
    ]


def test_further_sheets_need_keys_in_the_first(tmp_path: Path) -> None:
    table = workbook(tmp_path, [["version"], ["1"]], milestones=[["key", "id", "due"], ["1", "up", "2027-01-01"]])
    assert refused(table) == [
        "pilots.xlsx!A1: error: key-column-missing: a further sheet needs to know its rows; a column named key; add one"
    ]


def test_a_group_that_goes_cannot_be_filled_by_a_sheet(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [["key", "parties.partner"], ["a", "(none)"]],
        parties__partner__signatories=[["key", "name"], ["a", "Kim"]],
    )
    assert told(rows(table), tmp_path) == [
        "pilots.xlsx!parties.partner.signatories!B2: error: taken-away: parties.partner.signatories.0.name is filled here and parties.partner is taken away at pilots.xlsx!B2; one of the two; empty one of the two cells"
    ]


def test_the_further_sheets_of_a_text_file_stand_beside_it(tmp_path: Path) -> None:
    table = text_file(tmp_path, "key;version\na;1\nb;2\n")
    text_file(tmp_path, "key,name\nb,Sør\n".encode("cp1252"), "pilots.parties.partner.signatories.csv")
    text_file(tmp_path, "anything", "pilots.#old.csv")
    text_file(tmp_path, "anything", "other.csv")
    found = rows(table)
    assert cells(found[1])["parties.partner.signatories.0.name"] == "Sør"
    assert [line.split(": ")[:3] for line in remarks(table)] == [
        ["pilots.parties.partner.signatories.csv:2:2", "warning", "table-encoding"]
    ]
    text_file(tmp_path, "key,id\na,b\n", "pilots.milestons.csv")
    assert refused(table)[0].startswith(
        'pilots.milestons.csv: error: unknown-sheet: "milestons" is not a list of the spec;'
    )


def test_a_row_over_the_base_is_held_against_the_form_with_its_places(tmp_path: Path) -> None:
    table = workbook(
        tmp_path,
        [["key", "date", "parties.partner.small_business"], ["a", "01/12/2026", "ja"]],
        milestones=[["key", "id", "due"], ["a", "up", "soon"]],
    )
    (row,) = rows(table)
    assert row.findings == ()
    with pytest.raises(InputError) as error:
        spec_from(*overlaid(base(), row))
    assert [line.partition(";")[0] for line in told(error.value, tmp_path)] == [
        'pilots.xlsx!B2: error: date: "01/12/2026" can be read in two ways',
        'pilots.xlsx!C2: error: yes-no: "ja" is neither yes nor no',
        'pilots.xlsx!milestones!C2: error: date: "soon" is not a date',
    ]


def test_each_spec_of_a_folder_is_a_row(tmp_path: Path) -> None:
    specs = ("b.yml", "a.yaml", "c/spec.yml")
    folder = build_tree(
        tmp_path / "specs",
        dict.fromkeys((*specs, "c/other.yml", "notes.txt", ".hidden.yml", ".git/spec.yml", "d/e/spec.yml"), ""),
    )
    assert list(read_table(folder, None).rows) == [
        Row(key, str(folder / spec), spec=folder / spec) for key, spec in sorted(zip("bac", specs, strict=True))
    ]


def test_two_specs_of_one_name_are_told(tmp_path: Path) -> None:
    folder = build_tree(tmp_path / "specs", {"a.yml": "", "A/spec.yml": ""})
    assert told(read_table(folder, None).rows, tmp_path) == [
        'specs/A/spec.yml: error: key-twice: the key "A" stands at specs/a.yml too; a key that no other row has, in capitals or not; rename one of them',
        'specs/a.yml: error: key-twice: the key "a" stands at specs/A/spec.yml too; a key that no other row has, in capitals or not; rename one of them',
    ]


def test_a_folder_without_a_spec_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"holds no spec; a spec is a \.yml or \.yaml file in it, or a spec\.yml in a folder in it$"
    ):
        read_table(tmp_path, None)
