"""Specs in workbooks, for the tests: written by the program, opened by openpyxl, which reads no word of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pactwright.findings import SourceMap
from pactwright.intake.reading import read_workbook
from pactwright.intake.writing import workbook
from pactwright.library.prebuilt import library_for
from pactwright.service import vocabulary_of
from pactwright.spec import Spec, spec_from
from pactwright.textfile import parsed, read_text
from tests.stories import ROOT

HARD = r"""
schema: 1
jurisdiction: au-nsw
date: 2026-02-28
project:
  title: "=1+1"
  description: "@SUM(A1)\nfirst line\n\n  - a point\n2026-01-01"
  problem: "007"
  public_benefit: "1/2 _x0041_"
parties:
  city: {name: "+61 2 5550 0000", side: public, kind: council, called: the Council, registration: "0012", place: "-",
    place_of_law: au-nsw, address: "1E5", members: ["one, two; three", "=HYPERLINK(x)"], ambition: none,
    approval: {date: 1 February 2026}, signatories: [{name: A}, {name: "=B1"}], departments: []}
  firm: {name: Firm, side: partner, kind: company, called: the Firm, roles: [deliverer, lead],
    signatories: [{title: "2"}, {name: "TRUE"}]}
contributions:
  - {party: firm, what: "12%", quantity: "1,250.5", value: EUR 1200.50 exclusive, by: none}
  - {party: city, value: nil, by: 2027-03-01, pledge: no}
risks:
  heat: {event: "too hot: 40", shares: {city: 12.5%, firm: 87.5}, steps: ["wait\nand see", stop], trigger: "3 days"}
pilot: {start: 2026-03-01, in_scope: ["a, b; c", "d"]}
choices:
  liability/cap: {option: low-fixed, multiple: {city: 2, firm: "1.5"}, reason: "=why",
    private: {firm: "up to 3: no more\nat all"}}
  term/term: {notice_days: "030"}
open: [{fact: funding.price, owner: city}, {fact: term/term}]
disputed:
  - {fact: pilot.end, values: [{value: 2027-06-30, source: "minutes: 3 May"}, {value: 2027-09-30, source: the letter}]}
  - {fact: funding.budget, values: [{value: "AUD 1", source: a}, {value: AUD 2, source: b}]}
"""


def tree_of(path: Path) -> dict[str, Any]:
    """The tree of a spec, or of a test's file with one in it."""
    return tree_in(read_text(path), path.name)


def tree_in(text: str, name: str = "spec.yml") -> dict[str, Any]:
    """The tree of a spec's text."""
    tree: Any = parsed(text, name)[0]
    return dict(tree.get("spec", tree))


@cache
def stories() -> Mapping[str, dict[str, Any]]:
    """The specs that go through a workbook: each field of the form, every example, and what spreadsheets spoil."""
    paths = {each.parent.name: each for each in sorted((ROOT / "examples").glob("*/spec.yml"))}
    made = {name: tree_of(path) for name, path in paths.items()} | {"hard": tree_in(HARD)}
    whole = tree_of(ROOT / "tests" / "guard" / "full.yml")
    made["whole"] = {**whole, "project": {**whole["project"], **made["hard"]["project"]}}
    return made


@cache
def written(name: str) -> bytes:
    """A story as a workbook."""
    tree = stories()[name]
    place = tree["jurisdiction"]
    return workbook(tree, library_for(place), vocabulary_of(place, None))


def spec_of(tree: dict[str, Any]) -> Spec:
    """The facts of a tree, not held against a library."""
    return spec_from(tree, SourceMap("spec.yml", {}))


def came_back(path: Path) -> Spec:
    """The facts that a workbook holds."""
    return spec_of(read_workbook(path).tree)


def opened(folder: Path, name: str = "hard") -> tuple[Path, Workbook]:
    """A story's workbook, and where it is to be saved."""
    path = folder / "project.xlsx"
    path.write_bytes(written(name))
    return path, load_workbook(path)


def found(sheet: Worksheet, text: str) -> tuple[int, int]:
    """The line and column of the first cell with a text."""
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text)


def values_of(book: Workbook) -> Iterator[tuple[str, object]]:
    """Every value of a workbook, with the sheet that it stands on."""
    yield from ((sheet.title, value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)
