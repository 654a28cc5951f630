"""Makers for the tests of what happens around a document: each makes small files at once, or has one fault.

They stand in a module of their own, because a process that starts afresh imports them by name.
"""

from __future__ import annotations

import io
import os
import signal
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from pactwright.batch.base import Base
from pactwright.batch.maker import Made
from pactwright.batch.model import Cell, Row, Settings
from pactwright.errors import InputError
from pactwright.findings import Finding

DOCUMENTS = ("pilot-agreement", "mou")

Texts: TypeAlias = dict[str, str | None]
"""What a row says, by address; None takes away what stands there."""


def rows(*keys: str, **cells: str) -> tuple[Row, ...]:
    """Rows of a table, with these keys and the same cells each."""
    lines = ((key, f"pilots.csv:{number}") for number, key in enumerate(keys, start=2))
    return tuple(Row(key, at, tuple(Cell(name, text, f"{at}:2") for name, text in cells.items())) for key, at in lines)


def row_of(name: str, texts: Mapping[str, str | None]) -> Row:
    """The row with these texts, each in a field of its own, the first in pilots.csv:3:2."""
    cells = (Cell(address, text, f"pilots.csv:3:{field}") for field, (address, text) in enumerate(texts.items(), 2))
    return Row(name, "pilots.csv:3:1", tuple(cells))


class Stamper:
    """Makes files that say whose they are; a cell "wrong" is a mistake of the user's."""

    asked = 0

    def __init__(self, base: Base | None, settings: Settings) -> None:
        del base
        self._settings = settings

    def ready(self) -> None:
        """Needs nothing."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """A file for each document and form; counts how often it was asked."""
        type(self).asked += 1
        cells = {cell.address: cell.text or "" for cell in row.cells}
        if "wrong" in cells:
            raise InputError((Finding("wrong", "error", "wrong", cells["wrong"], "right", "mend it", row.place),))
        return tuple(
            Made(
                document,
                form,
                f"{row.key} {document} {form} {cells}\n".encode() * 20,
                (("liability/cap", cells.get("cap", "low-fixed"), "00000000"),),
                {"liability/cap": cells.get("cap", "low-fixed")},
                (Finding("odd", "warning", "odd", cells["odd"], place=row.place),) if "odd" in cells else (),
            )
            for document in self._settings.documents or DOCUMENTS
            for form in self._settings.formats
        )

    def base_terms(self) -> Mapping[str, Mapping[str, str]]:
        """There is no base."""
        return {}

    def base_facts(self) -> Mapping[str, str]:
        """There is no base."""
        return {}


class Clumsy(Stamper):
    """Has a mistake of ours in it, which the row "bug" finds."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """Fails for one row."""
        if row.key == "bug":
            message = "a list has no place 7"
            raise IndexError(message)
        return super().made(row)


class Signing(Stamper):
    """Names in each file the version that made it, as a Word file does in its properties, and in one row its habits."""

    version = "1.0"

    def made(self, row: Row) -> tuple[Made, ...]:
        """The files, signed; what a version of the program does otherwise stands in the row "changed"."""
        habit = self.version if row.key == "changed" else ""
        sign = f"pactwright {self.version} {habit}".encode()
        return tuple(replace(made, content=made.content + sign) for made in super().made(row))


class Deadly(Stamper):
    """Ends its process at the row "deadly", as a system does that has no memory left."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """Dies for one row."""
        if row.key == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().made(row)


class Mortal(Stamper):
    """Is ended at the row "mortal", once: its cell "once" names the file that remembers it."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """Dies for one row, once."""
        [memory] = [Path(cell.text or "") for cell in row.cells if cell.address == "once"]
        if row.key == "mortal" and not memory.exists():
            memory.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().made(row)


class Interrupted(Stamper):
    """Somebody presses Ctrl-C while the row "stop" is drafted."""

    times = 1

    def made(self, row: Row) -> tuple[Made, ...]:
        """Sends the signal, as often as it is pressed."""
        for _ in range(self.times if row.key == "stop" else 0):
            signal.raise_signal(signal.SIGINT)  # to this thread, so that two are two
        return super().made(row)


class InterruptedTwice(Interrupted):
    """Somebody presses it twice."""

    times = 2


class Packing(Stamper):
    """Puts what stands in a Word file into a package, as Word files are."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """The files; each Word file a package of one part."""
        return tuple(
            replace(each, content=packed("word/document.xml", each.content)) if each.form == "docx" else each
            for each in super().made(row)
        )


def packed(name: str, content: bytes) -> bytes:
    """A package of one part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
