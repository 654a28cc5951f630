"""Rows while the sheets are read, and their keys: one each, in whatever letters, so that nothing is ever made twice.

A key of a further sheet that no row has is a row of its own that fails, so that its lines are told and counted among
the rows, and stop no other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pactwright.batch.model import Cell
from pactwright.findings import Finding, nearest
from pactwright.textfile import MAX_PROBLEMS
from pactwright.workbooks.leftovers import leftovers
from pactwright.workbooks.sheet import shown


@dataclass(slots=True)
class RowDraft:
    """A row while the sheets are read: its line and key, the texts of its cells, what other sheets fill, what is wrong.

    There is a text for each column of the first sheet. `at` is where a row stands that no line of that sheet makes.
    """

    line: int
    key: str
    texts: str = ""
    more: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = ()
    at: str = ""

    def tell(self, *findings: Finding) -> None:
        """Adds what is wrong with the row."""
        self.findings += findings


PlaceOf = Callable[[RowDraft], str]

TWO_LINES: Final = "change the key, or delete the line that should not be there"
DELETE: Final = "delete the line, or give it the key of a row"
MOST_NAMED = 3  # places of other rows that a finding names


def same_key(key: str) -> str:
    """What two keys have in common that a person, or a file system, would take for one.

    >>> same_key("STRASSE ") == same_key("straße")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", key.strip()).casefold())


def check_keys(drafts: Sequence[RowDraft], place_of: PlaceOf, mend: str = TWO_LINES) -> None:
    """Tells every row that has no key, one of several lines, or the key of another row; `mend` is the cure for that."""
    for draft in drafts:
        if not draft.key and not _is_told(draft):
            message = (
                "this row has no key",
                "a key that no other row has",
                "fill it in, or drop the column",
                place_of(draft),
            )
            draft.tell(Finding("key-missing", "error", "key", *message))
        elif not draft.key.isprintable():
            draft.tell(Finding("key-line", "error", "key", *_unprintable(draft.key), place_of(draft)))
    for group in by_key(drafts).values():
        _check_group(group, place_of, mend)


def _unprintable(key: str) -> tuple[str, str, str]:
    """What is said of a key with white space other than spaces, or with a character that nobody sees."""
    char = next(char for char in key if not char.isprintable())
    if char.isspace() and char in "\t\n\r\v\f\u2028\u2029":
        return "this key has a tab or runs over more than one line", "a key on one line", ""
    seen = f"this key holds U+{ord(char):04X}, which looks like a space or like nothing"
    return seen, "a key of letters, digits, marks and plain spaces", "type the key again"


def give_numbers(drafts: Sequence[RowDraft], *, only_missing: bool = False) -> None:
    """Gives each row its number among the rows as its key, with as many zeros before it as sort it right."""
    width = len(str(len(drafts)))
    for count, draft in enumerate(drafts, start=1):
        if not (only_missing and draft.key):
            draft.key = str(count).zfill(width)


def by_key(drafts: Iterable[RowDraft]) -> Mapping[str, list[RowDraft]]:
    """The rows by what their keys have in common; without those that have no key."""
    groups: dict[str, list[RowDraft]] = {}
    for draft in drafts:
        if draft.key:
            groups.setdefault(same_key(draft.key), []).append(draft)
    return groups


def _check_group(group: Sequence[RowDraft], place_of: PlaceOf, mend: str) -> None:
    for draft in group if len(group) > 1 else ():
        others = [place_of(each) for each in group[: MOST_NAMED + 1] if each is not draft][:MOST_NAMED]
        more = f" and {len(group) - 1 - len(others)} more" if len(group) - 1 > len(others) else ""
        seen = f'the key "{draft.key}" stands at {", ".join(others)}{more} too'
        message = (seen, "a key that no other row has, in capitals or not", mend, place_of(draft))
        draft.tell(Finding("key-twice", "error", "key", *message))


def _is_told(draft: RowDraft) -> bool:
    """Whether the key is missing only because it could not be read, which is told already."""
    return any(finding.address == "key" for finding in draft.findings)


NOBODY: Final = "(no key)"


@dataclass(slots=True)
class UnknownKeys:
    """The rows that strange keys make; `keys` are those of the first sheet.

    Not all of them are compared with every key, and not all their lines told: a whole sheet may have been mistaken.
    """

    keys: tuple[str, ...]
    drafts: dict[str, RowDraft] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)

    def tell(self, key: str, findings: Sequence[Finding], place: str) -> None:
        """Takes in one line: what is wrong with its key already, or that no row has it."""
        draft = self.drafts.setdefault(same_key(key), RowDraft(0, key or NOBODY, at=place))
        if len(draft.findings) < MAX_PROBLEMS:
            draft.tell(*(findings or [self._unknown(key, place)]))
        elif len(draft.findings) == MAX_PROBLEMS:
            seen = f"more than {MAX_PROBLEMS} lines"
            draft.tell(Finding("too-many-problems", "error", "key", seen, fix="mend these first", place=place))

    def _unknown(self, key: str, place: str) -> Finding:
        if leftovers().sums_up(key, among_numbers=False):
            return Finding(
                "sum-row", "error", "key", f"{shown(key)} says that this line is a sum", fix=DELETE, place=place
            )
        seen = f"{shown(key)} is the key of no row" if key else "this line has no key"
        if same_key(key) not in self.near and len(self.near) < MAX_PROBLEMS:
            self.near[same_key(key)] = nearest(key, self.keys)
        message = (seen, "a key of the first sheet", self.near.get(same_key(key), ""), place)
        return Finding("unknown-key", "error", "key", *message)


def doubt(address: str, strange: Mapping[str, str], drafts: Iterable[RowDraft], place_of: PlaceOf) -> None:
    """Tells each of these rows, which have no line in a sheet, that a line with a strange key may be its own.

    `strange` is where each of those keys stands first.
    """
    seen = f"{_line(strange)}, and no line there is for this row"
    for draft in drafts:
        message = (seen, "", "mend the key there, or this one", place_of(draft))
        draft.tell(Finding("list-in-doubt", "error", address, *message))


def _line(strange: Mapping[str, str]) -> str:
    """The first line that is nobody's, in words."""
    key, place = next(iter(strange.items()))
    if not key:
        return f"{place} has no key"
    return f"{place} is for {shown(key)}, {'one of several keys' if len(strange) > 1 else 'a key'} that no row has"
