"""Merged cells: nobody can tell to which row and column the one value belongs that they show."""

from __future__ import annotations

from collections.abc import Iterable

from pactwright.batch.tables.headed import Headed
from pactwright.batch.tables.rows import Draft
from pactwright.batch.tables.sheet import Merge, Sheet, letters
from pactwright.findings import Finding

NOWHERE = Merge((0, 0), (0, 0))


def check_merges(headed: Headed, drafts: Iterable[tuple[int, Draft]]) -> None:
    """Tells every row that a merge covers; merges in columns of notes harm nobody.

    The lines on which the rows stand come in order.
    """
    headings = headed.headings
    read = {*headings.special.values(), *(column.number for column in headings.columns)}
    merges = sorted((each for each in headed.sheet.notes.merges if _touches(each, read)), key=lambda each: each.first)
    over, begun = NOWHERE, 0
    for line, draft in drafts if merges else ():
        while begun < len(merges) and merges[begun].first[0] <= line:
            over, begun = max(over, merges[begun], key=lambda each: each.last[0]), begun + 1
        if over.last[0] >= line:
            draft.tell(_finding(over, headed.sheet))


def _touches(merge: Merge, columns: set[int]) -> bool:
    return any(merge.first[1] <= column <= merge.last[1] for column in columns)


def _finding(merge: Merge, sheet: Sheet) -> Finding:
    line, column = merge.last
    seen = f"the cells from here to {letters(column)}{line} are merged"
    told = (seen, "a value in each cell", "unmerge them and fill each one", sheet.place(*merge.first))
    return Finding("merged-cells", "error", "", *told)
