"""The names of the pages of a site, and of the filters of its index."""

from __future__ import annotations

from typing import Final

INDEX: Final = "index.html"


def issue_file(issue: str) -> str:
    """The page of an issue.

    >>> issue_file("liability/cap")
    'liability-cap.html'
    """
    return f"{issue.replace('/', '-')}.html"


def mapped_file(kind: str, name: str) -> str:
    """The page of a barrier, a resource or a bad day.

    >>> mapped_file("bad-day", "cost-grows")
    'bad-day-cost-grows.html'
    """
    return f"{kind}-{name}.html"


def anchor(kind: str, name: str) -> str:
    """The address of a filter of the index.

    >>> anchor("stance", "lean-partner")
    's-lean-partner'
    """
    return f"{kind[0]}-{name}"
