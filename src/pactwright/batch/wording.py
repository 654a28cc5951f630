"""What to do about a problem of a row's spec, in the words of somebody who fills a table instead of a spec."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pactwright.batch.row import Row
from pactwright.findings import Finding
from pactwright.spec.scalars import ONE_WORD


def for_a_table(row: Row, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a row, each that stands in one of its cells, or at the row, with the cure that a table has."""
    filled = {(cell.place, cell.address) for cell in row.cells}
    places = {place for place, _ in filled} | (set() if row.spec else {row.place})
    for finding in findings:
        own = (finding.place, finding.address) in filled
        yield replace(finding, fix=_fix(finding, is_cell=own)) if finding.place in places else finding


def _fix(finding: Finding, *, is_cell: bool) -> str:
    """The cure; a cell holds the whole list that one of its words belongs to."""
    if finding.rule == "missing-key":
        return "fill the cell" if is_cell else "fill its cell, or add a column for it"
    is_of_list = finding.address.rpartition(".")[2].isdecimal()
    return "put ; between them" if finding.fix == ONE_WORD and is_of_list else finding.fix
