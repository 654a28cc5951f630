"""Tables for tests: text files, workbooks that openpyxl writes, and workbooks typed out as XML."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pactwright.batch.base import Base
from pactwright.batch.model import Row
from pactwright.batch.tables import TableOptions, read_table
from pactwright.errors import InputError
from pactwright.library.load import loaded
from pactwright.library.model import Issue
from pactwright.textfile import parsed

BASE = """\
schema: 1
jurisdiction: au-nsw
project: {title: T}
parties:
  city: {name: Example City, side: public, kind: council, called: the Council}
  partner: {name: Acme, side: partner, kind: company, called: the Company, signatories: [{name: Jo Placeholder}]}
pilot: {start: 2027-01-01, end: 2027-06-30}
version: "1"
date: 2026-12-01
documents: [mou]
funding: {price: 100}
outsiders:
  network: {name: Net, match_pct: 10, amount: 5, reference: R}
"""

Lines = Sequence[Sequence[object]]


def base() -> Base:
    """A base spec that says something wherever the tables of these tests do."""
    return Base(Path("base.yml"), *parsed(BASE, "base.yml"))


def rows(table: Path, **asked: Any) -> list[Row]:  # noqa: ANN401 - the options of a table
    """The rows of a table over that base, its choices held against the library."""
    return list(read_table(table, base(), issues(), TableOptions(**asked)).rows)


def remarks(table: Path, **asked: Any) -> list[str]:  # noqa: ANN401 - as above
    """What is worth knowing about a table as a whole."""
    found = read_table(table, base(), issues(), TableOptions(**asked)).remarks
    return [str(each).replace(f"{table.parent}/", "") for each in found]


@cache
def issues() -> Mapping[str, Issue]:
    """The issues of the library, loaded once."""
    return loaded("au-nsw").issues


def text_file(folder: Path, text: str | bytes, name: str = "pilots.csv") -> Path:
    """A table in a text file, its line ends as they are given."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def workbook(folder: Path, lines: Lines, **sheets: Lines) -> Path:
    """`pilots.xlsx` with a first sheet from A1 on, and further ones whose names have `__` for a dot."""
    book = Workbook()
    first: Any = book.active
    for title, below in {"": lines, **sheets}.items():
        sheet = book.create_sheet(title.replace("__", ".")) if title else first
        for line in below:
            sheet.append(list(line))
    book.save(folder / "pilots.xlsx")
    return folder / "pilots.xlsx"


def ods(folder: Path, content: str, name: str = "pilots.ods", styles: str = "") -> Path:
    """An .ods from the XML of its sheets and of their styles."""
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in spaces.items())
    body = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    body = f"<office:automatic-styles>{styles}</office:automatic-styles>{body}"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content {declared} office:version="1.2">{body}</office:document-content>',
        "META-INF/manifest.xml": "<manifest/>",
    }
    return package(folder / name, parts)


def package(path: Path, parts: Mapping[str, str]) -> Path:
    """A zip with some parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for part, content in parts.items():
            zipped.writestr(part, content)
    return path


def repacked(path: Path, replaced: Mapping[str, tuple[str, str]]) -> Path:
    """The same workbook with a text in some of its parts replaced."""
    with zipfile.ZipFile(path) as zipped:
        parts = {each: zipped.read(each).decode() for each in zipped.namelist()}
    for part, (before, after) in replaced.items():
        assert before in parts[part]
        parts[part] = parts[part].replace(before, after)
    return package(path, parts)


def cells(row: Row) -> dict[str, str | None]:
    """What a row says at which address."""
    return {cell.address: cell.text for cell in row.cells}


def told(found: Sequence[Row] | InputError, folder: Path) -> list[str]:
    """Every finding as a line, without the folder of the test."""
    findings = found.findings if isinstance(found, InputError) else [each for row in found for each in row.findings]
    return [str(finding).replace(f"{folder}/", "") for finding in findings]


def refused(table: Path) -> list[str]:
    """What is wrong with a table as a whole."""
    with pytest.raises(InputError) as error:
        rows(table)
    return told(error.value, table.parent)
