"""The zip that a template is, opened within bounds: what is not a Word document never comes further than this."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from pactwright.errors import ForeignContentError
from pactwright.files import BROKEN_PACKAGE
from pactwright.writers.word.package import Parts, is_xml

MEGABYTE = 1_000_000
MOST_BYTES, MOST_UNPACKED, MOST_XML, MOST_PARTS = 10 * MEGABYTE, 30 * MEGABYTE, 3 * MEGABYTE, 300
MOST_RATIO, SMALL = 100, 100_000

DOCUMENT = "word/document.xml"
_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ALLOWED = re.compile(r"\.(xml|rels|(?i:png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|ttf|otf))$")

_SAVE_AS = "open it in Word and save it as Word Document (.docx)"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", f"is an old .doc or a protected file; {_SAVE_AS} without a password"),
    (b"{\\rtf", f"is rich text; {_SAVE_AS}"),
    (b"%PDF", "is a PDF; a template is the Word document that it was made from"),
)
_KINDS = (
    (b"template.macroEnabledTemplate", f"is a .dotm with macros; {_SAVE_AS}, without macros"),
    (b"document.macroEnabled", f"is a .docm with macros; {_SAVE_AS}, without macros"),
    (b"wordprocessingml.template.main", f"is a .dotx; {_SAVE_AS}"),
)
_PLAIN_WORDS = (
    ("vbaproject", "macros; save it as Word Document (.docx), which drops them"),
    ("activex", "an ActiveX control; delete it in Word (Developer, Design Mode)"),
    ("customui", "buttons of its own in Word's ribbon; copy the text into a new document"),
    ("embeddings", "an embedded file or object; delete it, or paste it as a picture"),
    (".svg", "an SVG picture; paste the picture as PNG"),
)


def opened(template: bytes) -> Parts:
    """The parts of a Word document.

    Raises ForeignContentError, one sentence without the file's name, for everything that is not one, is broken, or
    would unpack to more than a template can need.
    """
    if len(template) > MOST_BYTES:
        _refuse(f"is larger than {MOST_BYTES // MEGABYTE} MB; make its pictures smaller")
    _refuse_first((said for start, said in _OTHERS if template.startswith(start)))
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            _check(package.infolist())
            parts = {each.filename: package.read(each) for each in package.infolist()}
    except BROKEN_PACKAGE as broken:
        message = f"is not a whole Word document; {_SAVE_AS}"
        raise ForeignContentError(message) from broken
    _check_kind(parts)
    return parts


def _check(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > MOST_PARTS:
        _refuse(f"holds {len(entries)} parts, more than {MOST_PARTS}; copy its text into a new document")
    if len(set(names)) < len(names):
        _refuse(f"holds two parts of one name, which Word never writes; {_SAVE_AS}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        _refuse(f"unpacks to more than {MOST_UNPACKED // MEGABYTE} MB; make its pictures smaller")
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        _refuse(f"holds {name} packed in a way that Word never uses; {_SAVE_AS}")
    if entry.flag_bits & 1:
        _refuse(f"holds {name} under a password; {_SAVE_AS} without one")
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        _refuse(f"holds {name[:60]!r}, a name that leads outside; {_SAVE_AS}")
    if is_xml(name) and entry.file_size > MOST_XML:
        _refuse(f"holds {name} of more than {MOST_XML // MEGABYTE} MB of text; a template holds no contract text")
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        _refuse(f"holds {name}, which unpacks to over {MOST_RATIO} times its size; {_SAVE_AS}")
    _refuse_first(f"holds {said} ({name})" for mark, said in _PLAIN_WORDS if mark in name.lower())
    if not _ALLOWED.search(name) and not name.endswith("/"):
        _refuse(f"holds {name}, which no template needs; copy its text into a new document")


def _check_kind(parts: Parts) -> None:
    types = parts.get(_TYPES, b"")
    _refuse_first(said for mark, said in _KINDS if mark in types)
    if _MAIN not in types or DOCUMENT not in parts:
        _refuse(f"is a zip file but not a Word document; {_SAVE_AS}")
    for name in ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "_rels/.rels"):
        if name not in parts:
            _refuse(f"has no {name}; start from pactwright template new")


def _refuse_first(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        _refuse(sentence)


def _refuse(sentence: str) -> None:
    raise ForeignContentError(sentence)
