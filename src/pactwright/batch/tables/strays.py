"""Lines of a table that somebody wrote for people, and that would come out as agreements like the base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pactwright.batch.tables.keys import PlaceOf, RowDraft
from pactwright.findings import Finding

MARKED: Final = re.compile(r"#+\s*[^\W\d_]")  # as a column of notes is marked; "#7" is a number
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


def _finding(rule: str, seen: str, fix: str, place: str) -> Finding:
    return Finding(rule, "error", "key", seen, "a line for each agreement", fix, place)
