"""The zip that a Word file is, opened within bounds: what is not a Word file never comes further than this."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from pactwright.errors import UsageError
from pactwright.files import BROKEN_PACKAGE
from pactwright.foreign.bounds import COPY, MEGABYTE, SAVE_AS, Bounds
from pactwright.paths import file_status

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SMALL = 100_000
_STARTS = {
    b"\xd0\xcf\x11\xe0": ("is an old .doc or a protected file", f"{SAVE_AS} without a password"),
    b"{\\rtf": ("is rich text", SAVE_AS),
    b"%PDF": ("is a PDF", "give the Word document that it was made from"),
}
_KINDS = {
    b"template.macroEnabledTemplate": ("is a .dotm with macros", f"{SAVE_AS}, without macros"),
    b"document.macroEnabled": ("is a .docm with macros", f"{SAVE_AS}, without macros"),
    b"wordprocessingml.template.main": ("is a .dotx", SAVE_AS),
}


def content(path: Path, bounds: Bounds) -> bytes:
    """The bytes of a file, hardly more of them than it can have; raises UsageError when it cannot be read."""
    file_status(path)
    try:
        with path.open("rb") as file:
            return file.read(bounds.size + 1)
    except OSError as failed:
        message = f"{path}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed


def unzipped(data: bytes, bounds: Bounds) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    if len(data) > bounds.size:
        raise bounds.danger(seen=f"is larger than {bounds.size // MEGABYTE} MB", fix="make its pictures smaller")
    for seen, fix in (said for start, said in _STARTS.items() if data.startswith(start)):
        raise bounds.broken(seen=seen, fix=fix)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive.infolist(), bounds)
            parts = {each.filename: archive.read(each) for each in archive.infolist()}
    except BROKEN_PACKAGE as broken:
        raise bounds.broken(seen="is not a whole Word document", fix=SAVE_AS) from broken
    _check_kind(parts, bounds)
    return parts


def zipped(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts as a Word file again, for a library that takes no parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    buffer.seek(0)
    return buffer


def is_xml(name: str) -> bool:
    """Whether a part of this name holds XML."""
    return name.lower().endswith((".xml", ".rels"))


def _check_entries(entries: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    if len(entries) > bounds.parts:
        raise bounds.danger(seen=f"holds {len(entries)} parts, more than {bounds.parts}", fix=COPY)
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise bounds.danger(seen="holds two parts of one name, which Word never writes", fix=SAVE_AS)
    if sum(entry.file_size for entry in entries) > bounds.unpacked:
        seen = f"unpacks to more than {bounds.unpacked // MEGABYTE} MB"
        raise bounds.danger(seen=seen, fix="make its pictures smaller")
    for entry in entries:
        _check_packing(entry, bounds)
        _check_name(entry.filename, bounds)


def _check_packing(entry: zipfile.ZipInfo, bounds: Bounds) -> None:
    name, size = entry.filename, entry.file_size
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise bounds.broken(seen=f"holds {name} packed in a way that Word never uses", fix=SAVE_AS)
    if entry.flag_bits & 1:
        raise bounds.broken(seen=f"holds {name} under a password", fix=f"{SAVE_AS} without one")
    if is_xml(name) and size > bounds.xml:
        seen = f"holds {name} of more than {bounds.xml // MEGABYTE} MB of text"
        raise bounds.danger(seen=seen, fix="a template holds no contract text")
    if size > _SMALL and size > bounds.ratio * max(entry.compress_size, 1):
        raise bounds.danger(seen=f"holds {name}, which unpacks to over {bounds.ratio} times its size", fix=SAVE_AS)


def _check_name(name: str, bounds: Bounds) -> None:
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise bounds.danger(seen=f"holds {name[:60]!r}, a name that leads outside", fix=SAVE_AS)
    for what, fix in (said for piece, said in bounds.barred.items() if piece in name.lower()):
        raise bounds.danger(seen=f"holds {what} ({name})", fix=fix)
    if not bounds.allowed.search(name):
        raise bounds.danger(seen=f"holds {name}, which no template needs", fix=COPY)


def _check_kind(parts: Mapping[str, bytes], bounds: Bounds) -> None:
    types = parts.get(TYPES, b"")
    for seen, fix in (said for mark, said in _KINDS.items() if mark in types):
        raise bounds.broken(seen=seen, fix=fix)
    if _MAIN not in types or DOCUMENT not in parts:
        raise bounds.broken(seen="is a zip file but not a Word document", fix=SAVE_AS)
    for name in bounds.needed:
        if name not in parts:
            raise bounds.broken(seen=f"has no {name}", fix="start from pactwright template new")
