"""The versions of a document: the first has its plain name, each later one stands beside it as `-v2`, `-v3`.

The newest is the one with the highest number, whatever became of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = re.compile(r"(.+?)((?:-v[0-9]{1,6})*)(\.[a-z]+)")
_NUMBERED = re.compile(r".*-v[0-9]+", re.DOTALL)


def next_version(first: str, name: str) -> str:
    """The name after this one.

    >>> next_version("a-mou.docx", "a-mou.docx"), next_version("a-mou.docx", "a-mou-v9.docx")
    ('a-mou-v2.docx', 'a-mou-v10.docx')
    """
    stem, _, form = first.rpartition(".")
    return f"{stem}-v{_number(first, name) + 1}.{form}"


def newest_of(first: str, names: Iterable[str]) -> str:
    """The newest version of a file among these names; the first where none of them is one.

    >>> newest_of("a-mou.docx", ["a-mou-v10.docx", "a-mou.docx", "a-mou-v9.docx", "a-mou.txt"])
    'a-mou-v10.docx'
    """
    return max((first, *names), key=lambda name: _number(first, name))


def newest(names: Iterable[str]) -> frozenset[str]:
    """Those of the names that no later version has left behind; all are of one row.

    >>> sorted(newest(["a-mou.docx", "a-mou-v2.docx", "a-mou.txt"]))
    ['a-mou-v2.docx', 'a-mou.txt']
    """
    last: dict[tuple[str, str], tuple[tuple[int, ...], str]] = {}
    for name in names:
        if found := _NAME.fullmatch(name):
            numbers = tuple(map(int, found[2].split("-v")[1:]))
            place = found[1], found[3]
            last[place] = max(last.get(place, (numbers, name)), (numbers, name))
    return frozenset(name for _, name in last.values())


def is_numbered(part: str) -> bool:
    """Whether a part of a name ends as a version does."""
    return bool(_NUMBERED.fullmatch(part))


def _number(first: str, name: str) -> int:
    """Which version of a file a name is, 0 for none."""
    stem, _, form = first.rpartition(".")
    found = re.fullmatch(rf"{re.escape(stem)}-v([0-9]{{1,6}})\.{form}", name)
    return int(found[1]) if found else int(name == first)
