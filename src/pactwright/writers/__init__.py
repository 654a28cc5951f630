"""The document in a format: one row and one file per format.

A writer takes the agreement and the look, and gives back the bytes of a file. It opens no file and knows no path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from pactwright.document import Agreement


@dataclass(frozen=True, slots=True)
class Look:
    """What a format may need beside the agreement: `template` is a Word template's bytes."""

    template: bytes = b""


Writer: TypeAlias = Callable[[Agreement, Look], bytes]


def _docx(agreement: Agreement, look: Look) -> bytes:
    from pactwright.writers.word import word  # noqa: PLC0415  a text file needs no lxml and no docxtpl

    return word(agreement, look.template)


def _txt(agreement: Agreement, _: Look) -> bytes:
    from pactwright.writers.plain import plain  # noqa: PLC0415  and a Word file needs no text writer

    return plain(agreement)


WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "txt": _txt})
