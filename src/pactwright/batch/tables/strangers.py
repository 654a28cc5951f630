"""Lines of further sheets that are nobody's: no row has their key, and some row may lack what they say.

Each such key is a row of its own that fails, so that its lines are told and counted among the rows, and stop no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pactwright.batch.tables.keys import PlaceOf, same
from pactwright.batch.tables.rows import Draft
from pactwright.batch.tables.sheet import shown
from pactwright.findings import Finding, nearest
from pactwright.textfile import MAX_PROBLEMS

NOBODY: Final = "(no key)"


@dataclass(slots=True)
class Strangers:
    """The rows that strange keys make; `keys` are those of the first sheet.

    Not all of them are compared with every key, and not all their lines told: a whole sheet may have been mistaken.
    """

    keys: tuple[str, ...]
    drafts: dict[str, Draft] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)

    def tell(self, key: str, findings: Sequence[Finding], place: str) -> None:
        """Takes in one line: what is wrong with its key already, or that no row has it."""
        draft = self.drafts.setdefault(same(key), Draft(0, key or NOBODY, at=place))
        if len(draft.findings) < MAX_PROBLEMS:
            draft.tell(*(findings or [self._unknown(key, place)]))
        elif len(draft.findings) == MAX_PROBLEMS:
            seen = f"more than {MAX_PROBLEMS} lines"
            draft.tell(Finding("too-many-problems", "error", "key", seen, fix="mend these first", place=place))

    def _unknown(self, key: str, place: str) -> Finding:
        seen = f"{shown(key)} is the key of no row" if key else "this line has no key"
        if same(key) not in self.near and len(self.near) < MAX_PROBLEMS:
            self.near[same(key)] = nearest(key, self.keys)
        told = (seen, "a key of the first sheet", self.near.get(same(key), ""), place)
        return Finding("unknown-key", "error", "key", *told)


def doubt(address: str, strange: Mapping[str, str], drafts: Iterable[Draft], place_of: PlaceOf) -> None:
    """Tells each of these rows, which have no line in a sheet, that a line with a strange key may be its own.

    `strange` is where each of those keys stands first.
    """
    seen = f"{_line(strange)}, and no line there is for this row"
    for draft in drafts:
        told = (seen, "", "mend the key there, or this one", place_of(draft))
        draft.tell(Finding("list-in-doubt", "error", address, *told))


def _line(strange: Mapping[str, str]) -> str:
    """The first line that is nobody's, in words."""
    key, place = next(iter(strange.items()))
    if not key:
        return f"{place} has no key"
    return f"{place} is for {shown(key)}, {'one of several keys' if len(strange) > 1 else 'a key'} that no row has"
