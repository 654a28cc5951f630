"""The pages on which the headings of an agreement stand, as LibreOffice lays its Word file out.

A PDF that LibreOffice prints names each bookmark with the object of the page on which it stands, and lists these
objects in the order of the pages, all in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactwright.document import Agreement
from pactwright.writers.pdf import pdf_file
from pactwright.writers.word import word_file
from pactwright.writers.word.contents import PRINTED, Paging, headings

_BOOKMARK = re.compile(rb"/(\w+)\[(\d+) 0 R/XYZ ")
_PAGES = re.compile(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", re.DOTALL)
_PAGE = re.compile(rb"(\d+) 0 R")
_SIGN = re.compile(r"[\W_]")


def paging_of(agreement: Agreement, template: bytes, chart: str = "") -> Paging:
    """The page of each heading; raises UsageError when LibreOffice is not installed, fails or takes too long."""
    return Paging(tuple(_pages(agreement, pdf_file(word_file(agreement, template, PRINTED, chart)))))


def _pages(agreement: Agreement, printed: bytes) -> Iterator[tuple[str, str]]:
    kids = _PAGES.search(printed)
    numbers = {page: str(number) for number, page in enumerate(_PAGE.findall(kids[1] if kids else b""), 1)}
    places = {name.decode(): numbers[page] for name, page in _BOOKMARK.findall(printed) if page in numbers}
    for heading in headings(agreement):
        if (spelled := _spelled(heading.bookmark)) in places:
            yield heading.bookmark, places[spelled]


def _spelled(bookmark: str) -> str:
    """A name as LibreOffice spells it: each sign that is no letter or digit as its number.

    >>> _spelled("_pw_1c")
    '5Fpw5F1c'
    """
    return _SIGN.sub(lambda found: f"{ord(found[0]):02X}", bookmark)
