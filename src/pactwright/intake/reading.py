"""A workbook that came back, as the tree of a spec, with the cell of each address.

What cannot be read is told by its cell: a label that changed, an entry without an id, a list that belongs to nobody.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, in_order, nearest
from pactwright.intake.form import tables
from pactwright.intake.library import answers, figures, parameters
from pactwright.intake.taken import Entries
from pactwright.intake.typed import Typed
from pactwright.intake.words import same, words
from pactwright.library.places import jurisdictions
from pactwright.library.prebuilt import library_for
from pactwright.workbooks.package import check_passive
from pactwright.workbooks.sheet import CellPlaces, Sheet, shown
from pactwright.workbooks.workbook import workbook_sheets


def read_workbook(path: Path, house: Path | None = None) -> Typed:
    """The tree of the spec in a workbook; figures are read as the library for its place, and a house, has them.

    Raises InputError with every problem of the cells, UsageError for what is no workbook of a project,
    ForeignContentError for a file that is not safe to read.
    """
    check_passive(path)
    findings: list[Finding] = []
    sheets = _sheets(path, findings)
    reading = Entries(path, findings)
    for table in tables():
        if table.title in sheets:
            reading.read(table, sheets[table.title])
    place = reading.tree.get("jurisdiction")
    library = library_for(place if isinstance(place, str) and place in jurisdictions(house=house) else "", house)
    reading.known = dict(parameters(library))
    for table in (answers(library), figures(library)):
        if table.title in sheets:
            reading.read(table, sheets[table.title])
    remarks = tuple(each for sheet in sheets.values() for each in sheet.remarks)
    remarks += tuple(each for each in findings if each.level != "error")
    if errors := [each for each in findings if each.level == "error"]:
        raise InputError(in_order(errors))
    return Typed(*reading.made(), remarks)


def _sheets(path: Path, findings: list[Finding]) -> dict[str, Sheet]:
    """The sheets that hold answers, by the titles of their tables; others than ours are told."""
    said = words()
    titles = {same(each.title): each.title for each in tables()}
    titles |= {same(said[each]["title"]): said[each]["title"] for each in ("answers", "figures")}
    found: dict[str, Sheet] = {}
    others: list[Sheet] = []
    for each in workbook_sheets(path):
        sheet = replace(each, place=CellPlaces(f"{path}!{each.address}", is_delimited=False))
        if same(each.address) in titles:
            found[titles[same(each.address)]] = sheet
        elif same(each.address) not in {same(said["start"]), same(said["lists"])}:
            others.append(sheet)
    if not found:
        message = f"{path}: is no workbook of a project; pactwright new --sheet FILE writes one to fill in"
        raise UsageError(message)
    for sheet in others:
        near = nearest(sheet.address, [each for each in titles.values() if each not in found])
        told = (f"{shown(sheet.address)} is no sheet of this workbook", "the sheets that it was written with")
        fix = near or "give it its name again, or put # before it for notes"
        findings.append(Finding("unknown-sheet", "error", "", *told, fix, sheet.place.name))
    findings.extend(_hidden(title, sheet) for title, sheet in found.items() if sheet.notes.is_hidden)
    return found


def _hidden(title: str, sheet: Sheet) -> Finding:
    seen, accepted = f"the sheet {shown(title)} is hidden", "sheets that a person sees"
    return Finding("hidden-sheet", "error", "", seen, accepted, "show the sheet", sheet.place.name)
