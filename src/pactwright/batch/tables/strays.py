"""Lines of a table that somebody wrote for people, or copied and forgot to change: agreements that nobody means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from pactwright.batch.tables.keys import PlaceOf, RowDraft
from pactwright.findings import Finding
from pactwright.workbooks.sheet import lines_named

MARKED: Final = re.compile(r"#+\s*[^\W\d_]")  # as a column of notes is marked; "#7" is a number
MOST_GROUPS: Final = 5
DELETE: Final = "delete the line; if it is an agreement after all, take the # away from its key"
FILL: Final = "delete the line; if it is an agreement after all, repeat in one of its cells what the base says there"


def tell_strays(drafts: Sequence[RowDraft], place_of: PlaceOf, blank: str) -> None:
    """Tells every row whose key marks it as a note, or that fills nothing at all where others do.

    `blank` is what may stand in the texts of a row without filling anything. Every sheet has been read.
    """
    has_fillers = any(draft.texts.strip(blank) for draft in drafts)
    for draft in drafts:
        if MARKED.match(draft.key):
            seen = "this key begins with #, which marks what is for people"
            draft.tell(_finding("note-row", seen, DELETE, place_of(draft)))
        elif has_fillers and draft.key and not (draft.findings or draft.more or draft.texts.strip(blank)):
            seen = "nothing stands in this line but its key, so it would be an agreement like the base"
            draft.tell(_finding("bare-row", seen, FILL, place_of(draft)))


def copies(drafts: Sequence[RowDraft], place_of: PlaceOf, blank: str) -> Iterator[Finding]:
    """A warning about all rows that say the same as another, but for their keys, if there are any.

    Not about lines of which a cell could not be read, or that fill nothing: either more is told of these, or they are
    all that a table has.
    """
    said: dict[object, list[RowDraft]] = {}
    for draft in drafts:
        is_read = all(finding.level != "error" for finding in draft.findings)
        if is_read and (draft.more or draft.texts.strip(blank)):
            said.setdefault((draft.texts, *((each.address, each.text) for each in draft.more)), []).append(draft)
    groups = [group for group in said.values() if len(group) > 1]
    if groups:
        lines = _groups(lines_named([each.line for each in group]) for group in groups)
        yield copied(lines, place_of(groups[0][1]))


def copied(which: str, place: str) -> Finding:
    """What is said of rows that say the same."""
    fix = "take the copies out, or let them say what is their own"
    return Finding("row-copied", "warning", "", f"{which} say the same but for their keys", "", fix, place)


def _groups(names: Iterable[str]) -> str:
    some = list(islice(names, MOST_GROUPS + 1))
    return "; ".join(some[:MOST_GROUPS]) + ("; and others" if len(some) > MOST_GROUPS else "")


def _finding(rule: str, seen: str, fix: str, place: str) -> Finding:
    return Finding(rule, "error", "key", seen, "a line for each agreement", fix, place)
