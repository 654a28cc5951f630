"""A zip made of entries that are deflated already: what does not change is compressed once, not once a document."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwright.memory import Memory

_JANUARY_1980 = 1 << 21 | 1 << 16
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x800
_ANYBODY_MAY_READ = 0o600 << 16
_HERE = struct.Struct("<4s5H3I2H")
_LISTED = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as it lies in the zip: deflated, with the checksum and the size of what was deflated."""

    deflated: bytes
    checksum: int
    size: int


def entry(part: bytes) -> Entry:
    """The part, deflated."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(packer.compress(part) + packer.flush(), zlib.crc32(part), len(part))


def entry_of(pieces: Sequence[bytes], memory: Memory) -> Entry:
    """A part given in pieces, each deflated once with the piece before it as its dictionary.

    Together they are one deflate stream (RFC 1951), which any program reads: every piece but the last ends at a whole
    byte, and a dictionary is just what a reader has behind it. A piece is deflated anew only where it or the one before
    it changed; the part is some seven per cent larger than if it were deflated at one go.
    """
    checksum, before, deflated = 0, b"", []
    for number, piece in enumerate(pieces, 1):
        deflated.append(memory.same(_deflated, piece, before, number == len(pieces)))
        checksum, before = zlib.crc32(piece, checksum), piece
    return Entry(b"".join(deflated), checksum, sum(map(len, pieces)))


def _deflated(piece: bytes, before: bytes, is_last: bool) -> bytes:  # noqa: FBT001 - a key of what memory keeps has no names
    settings = (6, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY)
    packer = zlib.compressobj(*settings, zdict=before) if before else zlib.compressobj(*settings)
    return packer.compress(piece) + packer.flush(zlib.Z_FINISH if is_last else zlib.Z_SYNC_FLUSH)


def archive(entries: Mapping[str, Entry]) -> bytes:
    """The entries as a zip, in their order, all dated 1980: byte for byte what `packed` writes.

    >>> import io, zipfile
    >>> zipfile.ZipFile(io.BytesIO(archive({"a.xml": entry(b"<a/>")}))).read("a.xml")
    b'<a/>'
    """
    heads: list[bytes] = []
    listed: list[bytes] = []
    start = 0
    for name, each in entries.items():
        typed, said = name.encode(), _said(name, each)
        heads += (_HERE.pack(b"PK\3\4", _VERSION, *said, len(typed), 0), typed, each.deflated)
        listed += (_LISTED.pack(b"PK\1\2", _VERSION, _VERSION, *said, len(typed), *_NOTHING, start), typed)
        start += _HERE.size + len(typed) + len(each.deflated)
    directory = b"".join(listed)
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
    return b"".join((*heads, directory, end))


_NOTHING = (0, 0, 0, 0, _ANYBODY_MAY_READ)
"""No extra field, no comment, first disk, no kind of content, and who may read it."""


def _said(name: str, each: Entry) -> tuple[int, ...]:
    """What both heads of an entry say: how its name is spelt, how it is packed, its date, checksum and sizes."""
    spelt = 0 if name.isascii() else _UTF8
    return spelt, _DEFLATED, 0, _JANUARY_1980 >> 16, each.checksum, len(each.deflated), each.size
