"""The three that look at a Word file for faults: two public validators, and our own structural checks."""

from __future__ import annotations

import tempfile
from pathlib import Path

import ooxml_integrity
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # it has no types

from pactwright.document import Agreement
from pactwright.findings import Finding
from pactwright.writers.word.checks import ill_fitting
from pactwright.writers.word.package import Parts, is_xml, tree
from pactwright.writers.word.promises import leftover_marks
from pactwright.writers.word.story import indexed
from tests.edits import parts

STORIES = ("word/document", "word/header", "word/footer")


NO_NUMBER = "Numbering definition '0' referenced but not found"
"""What openxml-audit says of w:numId 0, which takes a number away (ISO/IEC 29500-1, 17.9.18) and has no definition."""


def audit(data: bytes) -> list[str]:
    """What openxml-audit finds, but for its mistake about paragraphs without a number."""
    with tempfile.TemporaryDirectory() as folder:
        found = [str(each) for each in OpenXmlValidator().validate(str(_file(folder, data))).errors]
    return [each for each in found if NO_NUMBER not in each]


def integrity(data: bytes) -> list[str]:
    """What ooxml-integrity finds, warnings too."""
    with tempfile.TemporaryDirectory() as folder:
        return [str(each) for each in ooxml_integrity.check(str(_file(folder, data)))]


def ours(data: bytes, agreement: Agreement) -> list[str]:
    """What our own checks find."""
    return [str(each) for each in unsound(parts(data), agreement)]


def unsound(parts: Parts, agreement: Agreement) -> tuple[Finding, ...]:
    """Everything that is wrong with the finished parts, one finding per fault."""
    stories = {name: indexed(tree(data)) for name, data in parts.items() if name.startswith(STORIES) and is_xml(name)}
    texts = {name: data.decode("utf-8", "replace") for name, data in parts.items() if is_xml(name)}
    return (*ill_fitting(stories, agreement, parts), *leftover_marks(texts.items(), agreement))


def _file(folder: str, data: bytes) -> Path:
    path = Path(folder) / "agreement.docx"
    path.write_bytes(data)
    return path
