"""The keys of rows: one each, in whatever letters, so that nothing that is made is ever made twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from pactwright.batch.tables.rows import Draft
from pactwright.findings import Finding

PlaceOf = Callable[[Draft], str]

TWO_LINES: Final = "change the key, or delete the line that should not be there"
MOST_NAMED = 3  # places of other rows that a finding names


def same(key: str) -> str:
    """What two keys have in common that a person, or a file system, would take for one.

    >>> same("STRASSE ") == same("straße")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", key.strip()).casefold())


def check_keys(drafts: Sequence[Draft], place_of: PlaceOf, mend: str = TWO_LINES) -> None:
    """Tells every row that has no key, one of several lines, or the key of another row; `mend` is the cure for that."""
    for draft in drafts:
        if not draft.key and not _is_told(draft):
            told = (
                "this row has no key",
                "a key that no other row has",
                "fill it in, or drop the column",
                place_of(draft),
            )
            draft.tell(Finding("key-missing", "error", "key", *told))
        elif not draft.key.isprintable():
            told = ("this key has a tab or runs over more than one line", "a key on one line", "", place_of(draft))
            draft.tell(Finding("key-line", "error", "key", *told))
    for group in by_key(drafts).values():
        _check_group(group, place_of, mend)


def number(drafts: Sequence[Draft], *, only_missing: bool = False) -> None:
    """Gives each row its number among the rows as its key, with as many zeros before it as sort it right."""
    width = len(str(len(drafts)))
    for count, draft in enumerate(drafts, start=1):
        if not (only_missing and draft.key):
            draft.key = str(count).zfill(width)


def by_key(drafts: Iterable[Draft]) -> Mapping[str, list[Draft]]:
    """The rows by what their keys have in common; without those that have no key."""
    groups: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.key:
            groups.setdefault(same(draft.key), []).append(draft)
    return groups


def _check_group(group: Sequence[Draft], place_of: PlaceOf, mend: str) -> None:
    for draft in group if len(group) > 1 else ():
        others = [place_of(each) for each in group[: MOST_NAMED + 1] if each is not draft][:MOST_NAMED]
        more = f" and {len(group) - 1 - len(others)} more" if len(group) - 1 > len(others) else ""
        seen = f'the key "{draft.key}" stands at {", ".join(others)}{more} too'
        told = (seen, "a key that no other row has, in capitals or not", mend, place_of(draft))
        draft.tell(Finding("key-twice", "error", "key", *told))


def _is_told(draft: Draft) -> bool:
    """Whether the key is missing only because it could not be read, which is told already."""
    return any(finding.address == "key" for finding in draft.findings)
