"""A table in a text file: commas, semicolons or tabs, in whatever encoding a spreadsheet leaves behind."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path
from typing import Final, NoReturn, TextIO

from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding
from pactwright.paths import file_status
from pactwright.workbooks.sheet import CellPlaces, Sheet, SheetRow, shown

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 500 * MEGABYTE
CHUNK: Final = 1 << 16
DELIMITERS: Final = ",;\t"
KEYED: Final = re.compile(r'(?:^|[,;\t])\s*"?key"?\s*([,;\t])|([,;\t])\s*"?key"?\s*$', re.IGNORECASE)
MOST_ABOVE: Final = 100  # lines, of which many may be empty
SAID: Final = re.compile(r'"?sep=(\\t|[^"\w\r\n])"?[,;\t]*\s*', re.IGNORECASE)
WINDOWS: Final = "cp1252"
BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNCLOSED: Final = (
    "unclosed-quote",
    "a quotation mark opens a cell here that does not end right",
    "a second one before the next delimiter",
    "close the cell; a quotation mark inside it is typed twice",
)
TOO_LONG: Final = ("cell-too-long", "this cell is too long", "at most 131,072 characters in a cell", "")


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
        delimiter, skipped = _delimiter(path, encoding)
        lines.skip(skipped)
        for line, values in lines.records(delimiter):
            yield SheetRow(line, values)


def _delimiter(path: Path, encoding: str) -> tuple[str, int]:
    """The delimiter, and on how many lines nothing else stands: the first may say it, as Excel has it.

    Else it is the one beside a field "key" in the first lines, or the one that stands most often in the first line with
    words, outside quotation marks.
    """
    with path.open(encoding=encoding, newline="") as file:
        said = SAID.fullmatch(file.readline())
        if said:
            return said[1].replace("\\t", "\t"), 1
        file.seek(0)
        lines = [line for line in islice(file, MOST_ABOVE) if line.strip(DELIMITERS + '" \r\n')]
    beside = next(filter(None, map(KEYED.search, lines)), None)
    if beside:
        return beside[1] or beside[2], 0
    first = lines[0] if lines else ""
    outside = re.sub('"[^"]*"?', "", first)
    return max(DELIMITERS, key=outside.count), 0


@dataclass(slots=True)
class _Lines:
    """The lines of a file on their way to the csv reader, with those of the record that is being read."""

    file: TextIO
    number: int = 0
    first: int = 1
    pending: list[str] = field(default_factory=list)

    def skip(self, number: int) -> None:
        """Passes over some lines."""
        for _ in range(number):
            self.file.readline()
            self.number += 1
        self.first = self.number + 1

    def records(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line on which it starts; InputError where the file stops being a table."""
        reader = csv.reader(self._counted(), delimiter=delimiter, strict=True)
        try:
            for values in reader:
                yield self.first, values
                self.first = self.number + 1
                self.pending.clear()
        except csv.Error as wrong:
            self._refuse(delimiter, is_long="field larger" in str(wrong))

    def _counted(self) -> Iterator[str]:
        for line in self.file:
            self.number += 1
            self.pending.append(line)
            yield line

    def _refuse(self, delimiter: str, *, is_long: bool) -> NoReturn:
        """Refuses at the longest field where that is all that is wrong, else at the one that does not end right."""
        text = "".join(self.pending)
        starts = _starts(text, delimiter)
        is_unclosed = not is_long or text.count('"') % 2 == 1
        lengths = [end - start for start, end in pairwise((*starts, len(text)))]
        column = len(starts) if is_unclosed else lengths.index(max(lengths)) + 1
        rule, seen, accepted, fix = UNCLOSED if is_unclosed else TOO_LONG
        line = self.first + text.count("\n", 0, starts[column - 1])
        place = _places(Path(self.file.name))(line, column)
        raise InputError((Finding(rule, "error", "", seen, accepted, fix, place),))


def _starts(text: str, delimiter: str) -> list[int]:
    """Where each field of a record starts, up to the one that does not end right.

    >>> _starts('a,"b,c",d"e,"f', ",")
    [0, 2, 8, 12]
    """
    mark = re.escape(delimiter)
    field = re.compile(rf'(?:"[^"]*(?:""[^"]*)*"|(?!")[^{mark}]*){mark}')
    starts = [0]
    while found := field.match(text, starts[-1]):
        starts.append(found.end())
    return starts
