"""A table in a text file: commas, semicolons or tabs, in whatever encoding a spreadsheet leaves behind."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn, TextIO

from pactwright.batch.tables.sheet import CellPlaces, Sheet, SheetRow, shown
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding
from pactwright.paths import file_status

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 500 * MEGABYTE
CHUNK: Final = 1 << 16
DELIMITERS: Final = ",;\t"
WINDOWS: Final = "cp1252"
BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNCLOSED: Final = (
    "unclosed-quote",
    "a quotation mark opens a cell here that does not end right",
    "a second one before the next delimiter",
    "close the cell; a quotation mark inside it is typed twice",
)
TOO_LONG: Final = ("cell-too-long", "this cell never ends", "at most 131,072 characters in a cell", "")


def delimited_sheet(path: Path, address: str = "") -> Sheet:
    """The one sheet of a text file, read while its records are gone through.

    Raises UsageError for a file that cannot be read or holds no text, and, while it is gone through, InputError at a
    quotation mark that opens a cell without an end.
    """
    encoding = _encoding(path)
    remarks = _guessed(path) if encoding == WINDOWS else ()
    return Sheet(_places(path), _records(path, encoding), address, remarks=remarks)


def _places(path: Path) -> CellPlaces:
    return CellPlaces(str(path), is_delimited=True)


def _encoding(path: Path) -> str:
    """The encoding in which the whole file can be read; Windows-1252 only for what is no Unicode."""
    try:
        if file_status(path).st_size > MOST_BYTES:
            message = f"{path}: is larger than {MOST_BYTES // MEGABYTE} MB; make several tables of it"
            raise UsageError(message)
        with path.open("rb") as file:
            start = file.read(len(codecs.BOM_UTF8))
        marked = next((encoding for bom, encoding in BOMS if start.startswith(bom)), "")
        for encoding in (marked,) if marked else ("utf-8", WINDOWS):
            if _is_text(path, encoding):
                return encoding
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
        raise UsageError(message) from error
    message = f"{path}: is not a text file; a table is a .csv in UTF-8, an .xlsx or an .ods"
    raise UsageError(message)


def _is_text(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            return all("\0" not in chunk for chunk in iter(lambda: file.read(CHUNK), ""))
    except UnicodeError:
        return False


def _guessed(path: Path) -> tuple[Finding, ...]:
    """A warning at the first cell that has a letter beyond ASCII: only a person can see whether it was read right."""
    for record in _records(path, WINDOWS):
        for column, text in enumerate(map(str, record.values), start=1):
            if not text.isascii():
                seen = f"this file is not UTF-8 and was read as Windows-1252; this cell as {shown(text)}"
                fix = "if that is wrong, save the file as UTF-8 with another program"
                place = _places(path)(record.line, column)
                return (Finding("table-encoding", "warning", "", seen, "UTF-8", fix, place),)
    return ()


def _records(path: Path, encoding: str) -> Iterator[SheetRow]:
    with path.open(encoding=encoding, newline="") as file:
        lines = _Lines(file)
        for line, values in lines.records(_delimiter(path, encoding)):
            yield SheetRow(line, values)


def _delimiter(path: Path, encoding: str) -> str:
    """The delimiter that stands most often in the first line with words, outside quotation marks."""
    with path.open(encoding=encoding, newline="") as file:
        first = next((line for line in file if line.strip(DELIMITERS + '" \r\n')), "")
    outside = re.sub('"[^"]*"?', "", first)
    return max(DELIMITERS, key=outside.count)


@dataclass(slots=True)
class _Lines:
    """The lines of a file on their way to the csv reader, with those of the record that is being read."""

    file: TextIO
    number: int = 0
    first: int = 1
    pending: list[str] = field(default_factory=list)

    def records(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line on which it starts; InputError where the file stops being a table."""
        reader = csv.reader(self._counted(), delimiter=delimiter, strict=True)
        try:
            for values in reader:
                yield self.first, values
                self.first = self.number + 1
                self.pending.clear()
        except csv.Error:
            self._refuse(delimiter)

    def _counted(self) -> Iterator[str]:
        for line in self.file:
            self.number += 1
            self.pending.append(line)
            yield line

    def _refuse(self, delimiter: str) -> NoReturn:
        line, column, is_quoted = _last_opening(self.pending, delimiter)
        rule, seen, accepted, fix = UNCLOSED if is_quoted else TOO_LONG
        place = _places(Path(self.file.name))(self.first + line, column)
        raise InputError((Finding(rule, "error", "", seen, accepted, fix, place),))


def _last_opening(lines: list[str], delimiter: str) -> tuple[int, int, bool]:
    """Where the last cell of a broken record starts, its line from 0 and field from 1, and whether it is in quotes."""
    line, column, state = 0, 1, "start"
    for number, char in ((number, char) for number, text in enumerate(lines) for char in text):
        if state == "start":
            line = number
        if state == "after" and char not in {'"', delimiter}:
            return line, column, True
        column += char == delimiter and state != "quoted"
        state = _next_state(state, char, delimiter)
    return line, column, state == "quoted"


def _next_state(state: str, char: str, delimiter: str) -> str:
    if char == '"':
        return {"start": "quoted", "quoted": "after", "after": "quoted"}.get(state, state)
    if state == "quoted":
        return state
    return "start" if char == delimiter else "plain"
