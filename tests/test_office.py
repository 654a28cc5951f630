"""Documents that pactwright drafts, opened by LibreOffice, which numbers and refers by its own engine."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests import stories
from tests.reader import read
from tests.stories import spec_tree

SHOWN = re.compile(rb'(<w:fldChar w:fldCharType="separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)[^<]*')


@pytest.fixture(name="office", scope="module")
def libreoffice() -> str:
    """The program, or a reason why there is none."""
    found = shutil.which("soffice")
    if not found and os.environ.get("PACTWRIGHT_REQUIRE_LIBREOFFICE"):
        pytest.fail("PACTWRIGHT_REQUIRE_LIBREOFFICE is set and soffice is not on the path")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed")
    return found


def blanked(data: bytes) -> bytes:
    """The file with a question mark in every field, so that only a recalculation brings the numbers back."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, SHOWN.sub(rb"\1?", part) if name == "word/document.xml" else part)
    return buffer.getvalue()


def test_libreoffice_arrives_at_every_reference(office: str, tmp_path: Path) -> None:
    files = {f"{name}-{document}": stories.docx(stories.sound(spec_tree(name), document)) for name, document in CHOSEN}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(blanked(data))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out")]
    command += [str(tmp_path / f"{name}.docx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, data in files.items():
        expected = [(field.target, field.cached) for field in read(data).references]
        found = read((tmp_path / "out" / f"{name}.docx").read_bytes()).references
        assert len(expected) > 20
        assert [(field.target, field.cached) for field in found] == expected, name


CHOSEN = (("two-cities", "pilot-agreement"), ("startup-pilot", "pilot-agreement"), ("street-demonstration", "mou"))
