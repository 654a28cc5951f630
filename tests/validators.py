"""The three that look at a Word file for faults: two public validators, and our own structural checks."""

from __future__ import annotations

import tempfile
from pathlib import Path

import ooxml_integrity
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # it has no types

from pactwright.document import Agreement
from pactwright.writers.word.checks import unsound
from tests.edits import parts


def audit(data: bytes) -> list[str]:
    """What openxml-audit finds."""
    with tempfile.TemporaryDirectory() as folder:
        return [str(each) for each in OpenXmlValidator().validate(str(_file(folder, data))).errors]


def integrity(data: bytes) -> list[str]:
    """What ooxml-integrity finds, warnings too."""
    with tempfile.TemporaryDirectory() as folder:
        return [str(each) for each in ooxml_integrity.check(str(_file(folder, data)))]


def ours(data: bytes, agreement: Agreement) -> list[str]:
    """What our own checks find."""
    return [str(each) for each in unsound(parts(data), agreement)]


def _file(folder: str, data: bytes) -> Path:
    path = Path(folder) / "agreement.docx"
    path.write_bytes(data)
    return path
