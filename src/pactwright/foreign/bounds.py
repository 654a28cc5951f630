"""How much of somebody else's file is read, and how the rest is refused: one set for templates, one for returns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from pactwright.errors import ForeignContentError, PactwrightError, UsageError

MEGABYTE: Final = 1_000_000
SAVE_AS: Final = "open it in Word and save it as Word Document (.docx)"
COPY: Final = "copy its text into a new document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a file may hold, and how it is refused.

    `xml`, `elements` and `depth` bound one part of XML, `ratio` how much more than its packed size any part may hold.
    `barred` says what a part is whose name holds a piece, and what to do; `fields` are the kinds of fields that may
    stand in it. `is_listed` says that an inspection lists what could act; else the first of it refuses the file.
    `unfit` is raised for what is broken or no Word file; `unsafe` words the refusal of the rest.
    """

    size: int
    unpacked: int
    parts: int
    ratio: int
    xml: int
    elements: int
    depth: int
    paragraphs: int
    relations: int
    needed: tuple[str, ...]
    allowed: re.Pattern[str]
    barred: Mapping[str, tuple[str, str]]
    fields: frozenset[str]
    is_listed: bool
    unfit: type[PactwrightError]
    unsafe: str

    def danger(self, *, seen: str, fix: str) -> ForeignContentError:
        """The refusal of what could run, reach outside or fill the memory."""
        return ForeignContentError(self.unsafe.format(seen=seen, fix=fix))

    def broken(self, *, seen: str, fix: str) -> PactwrightError:
        """The refusal of what is broken or no Word file."""
        return self.unfit(f"{seen}; {fix}")


_PROGRAMS = {
    "vbaproject": ("macros", "save it as Word Document (.docx), which drops them"),
    "vbadata": ("macros", "save it as Word Document (.docx), which drops them"),
    "activex": ("an ActiveX control", "delete it in Word (Developer, Design Mode)"),
    "customui": ("buttons of its own in Word's ribbon", COPY),
    "embeddings": ("an embedded file or object", "delete it, or paste it as a picture"),
}

_PAGES = ["PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"]
_PLAIN_FIELDS = frozenset(
    [*_PAGES, "REF", "PAGEREF", "NOTEREF", "STYLEREF", "TOC", "SEQ", "TITLE", "SUBJECT", "FILENAME", "HYPERLINK"]
)
_OF_THE_FILE = ["AUTHOR", "LASTSAVEDBY", "KEYWORDS", "COMMENTS", "REVNUM", "NUMWORDS", "NUMCHARS", "FILESIZE", "INFO"]
_OF_TIME = ["DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME"]
_OF_TEXT = ["=", "IF", "COMPARE", "SYMBOL", "EQ", "ADVANCE", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"]
_OF_LISTS = ["INDEX", "XE", "TC", "TOA", "TA", "BIBLIOGRAPHY", "CITATION", "DOCPROPERTY", "DOCVARIABLE", "SET"]
_OF_FORMS = ["FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "MERGEFIELD", "USERNAME", "USERINITIALS", "USERADDRESS"]
_PASSIVE_FIELDS = frozenset([*_OF_THE_FILE, *_OF_TIME, *_OF_TEXT, *_OF_LISTS, *_OF_FORMS])
"""Fields that show or count something of the file itself. All others, known or not, could call or fetch."""

TEMPLATE: Final = Bounds(
    size=10 * MEGABYTE,
    unpacked=30 * MEGABYTE,
    parts=300,
    ratio=100,
    xml=3 * MEGABYTE,
    elements=150_000,
    depth=100,
    paragraphs=2_000,
    relations=2_000,
    needed=("word/styles.xml", "word/numbering.xml", "word/settings.xml", "_rels/.rels"),
    allowed=re.compile(r"/$|\.(xml|rels|(?i:png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|ttf|otf))$"),
    barred={**_PROGRAMS, ".svg": ("an SVG picture", "paste the picture as PNG")},
    fields=_PLAIN_FIELDS,
    is_listed=True,
    unfit=ForeignContentError,
    unsafe="{seen}; {fix}",
)
"""A house template: small and plain."""

RETURNED: Final = Bounds(
    size=20 * MEGABYTE,
    unpacked=100 * MEGABYTE,
    parts=1_000,
    ratio=1_100,  # more than deflate can do: a blank picture shrinks a thousand times
    xml=100 * MEGABYTE,
    elements=2_000_000,
    depth=256,
    paragraphs=100_000,
    relations=20_000,
    needed=(),
    allowed=re.compile(""),
    barred=_PROGRAMS,
    fields=_PLAIN_FIELDS | _PASSIVE_FIELDS,
    is_listed=False,
    unfit=UsageError,
    unsafe="refused for safety: it {seen}; ask the sender for a clean .docx file",
)
"""A document that came back: as large as a long negotiation makes it, with whatever Word and others leave there."""

DRAFTED: Final = replace(RETURNED, is_listed=True)
"""A file that we wrote just now, and that is held against one that came back."""
