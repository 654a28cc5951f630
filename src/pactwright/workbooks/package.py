"""The zip that a workbook is, opened within bounds: nothing in it is used before the whole package was looked at."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final, NoReturn
from xml.parsers import expat

from pactwright.errors import ForeignContentError, UsageError
from pactwright.files import BROKEN_PACKAGE
from pactwright.paths import file_status

MEGABYTE: Final = 1_000_000
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 100 * MEGABYTE, 600 * MEGABYTE, 2_000
MOST_RATIO, SMALL = 250, MEGABYTE
MOST_CELLS: Final = 10 * MEGABYTE
CHUNK: Final = 1 << 16

PROTECTED: Final = b"\xd0\xcf\x11\xe0"
SAVE_AS: Final = "save it again as .xlsx, .ods or .csv"


def package_at(path: Path) -> WorkbookPackage:
    """The package of a workbook.

    Raises UsageError for what is no whole package or stands under a password, ForeignContentError for one that would
    unpack to more than a table can need or that two programs would read differently.
    """
    try:
        if file_status(path).st_size > MOST_BYTES:
            unreadable(path, f"is larger than {MOST_BYTES // MEGABYTE} MB; make several tables of it")
        with path.open("rb") as file:
            if file.read(len(PROTECTED)) == PROTECTED:
                unreadable(path, f"is under a password or an old .xls; {SAVE_AS}, without a password")
        package = WorkbookPackage(path)
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
        raise UsageError(message) from error
    except BROKEN_PACKAGE as broken:
        message = f"{path}: is not a whole workbook; {SAVE_AS}"
        raise UsageError(message) from broken
    _check(path, package.infolist())
    return package


class WorkbookPackage(zipfile.ZipFile):
    """A zip of which each part is read once: `parsed` are those that an XML parser has gone through."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.parsed: set[str] = set()

    def parse(self, name: str, parser: expat.XMLParserType) -> None:
        """Hands a part to an XML parser piece by piece; one that declares entities, or is cut off, is refused."""

        def refuse(*_declared: object) -> NoReturn:
            unsafe(self.filename, f"declares a document type in {name}")

        parser.StartDoctypeDeclHandler = refuse
        try:
            with self.open(name) as part:
                while chunk := part.read(CHUNK):
                    parser.Parse(chunk)
            parser.Parse(b"", True)  # noqa: FBT003 - how expat is told of the end
        except (expat.ExpatError, KeyError, ValueError, *BROKEN_PACKAGE) as broken:
            message = f"{self.filename}: {name} in it is not whole; {SAVE_AS}"
            raise UsageError(message) from broken
        self.parsed.add(name)

    def parse_rest(self) -> None:
        """Goes through the parts of XML that nobody asked for, because the reader of values may."""
        for name in self.namelist():
            if name not in self.parsed and name.lower().endswith((".xml", ".rels")):
                self.parse(name, expat.ParserCreate())


ACTIVE: Final = {
    "vbaproject": "macros",
    "macrosheets/": "macros",
    "basic/": "macros",
    "scripts/": "macros",
    "externallinks/": "links to other workbooks",
    "activex": "an ActiveX control",
    "embeddings/": "an embedded file",
    "connections.xml": "a connection to other data",
}


def check_passive(path: Path) -> None:
    """Refuses a workbook with anything in it that could run, or draw in what stands elsewhere."""
    with package_at(path) as package:
        names = [name.lower() for name in package.namelist()]
    found = next((said for part, said in ACTIVE.items() if any(part in name for name in names)), "")
    if found:
        message = f"{path}: holds {found}; save it as .xlsx or .ods without, so that it holds only what people typed"
        raise ForeignContentError(message)


def local(name: str) -> str:
    """A tag or attribute without the prefix of its namespace, which a program may choose as it likes."""
    return name.rpartition(":")[2]


def _check(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > MOST_PARTS:
        unsafe(path, f"holds {len(entries)} parts, more than {MOST_PARTS}")
    if len(set(names)) < len(names):
        unsafe(path, "holds two parts of one name")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        unsafe(path, f"unpacks to more than {MOST_UNPACKED // MEGABYTE} MB")
    for entry in entries:
        if entry.flag_bits & 1:
            unreadable(path, f"is under a password; {SAVE_AS}, without a password")
        if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            unsafe(path, f"holds {entry.filename[:60]!r}, which unpacks to over {MOST_RATIO} times its size")


def too_large(path: object) -> NoReturn:
    """Refuses a sheet whose cells stand so far apart that the block between them would fill the memory."""
    fix = "delete what stands far off, or make several tables of it"
    message = f"{path}: has a sheet of more than {MOST_CELLS // MEGABYTE} million cells; {fix}"
    raise ForeignContentError(message)


def unsafe(path: object, sentence: str) -> NoReturn:
    """Refuses a file for what it may do to whoever reads it."""
    message = f"{path}: {sentence}, which no spreadsheet program writes; {SAVE_AS}"
    raise ForeignContentError(message)


def unreadable(path: object, sentence: object) -> NoReturn:
    """Refuses a file that is no workbook that can be read."""
    message = f"{path}: {sentence}"
    raise UsageError(message)
