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

from pactwright.service import DraftOrder, files_of
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

# The length fits the deal: complete, not padded.
PAGES = {
    ("startup-pilot", "pilot-agreement"): (8, 14),
    ("startup-pilot", "mou"): (3, 6),
    ("future-street", "pilot-agreement"): (4, 8),
    ("future-street", "mou"): (3, 6),
}


def test_the_length_of_every_example_fits_its_deal(office: str, tmp_path: Path) -> None:
    for example in {name for name, _ in PAGES}:
        files_of(
            (stories.ROOT / "examples" / example / "spec.yml",),
            DraftOrder(is_final=example == "startup-pilot", output=tmp_path / example),
        )
    files = [str(path) for path in sorted(tmp_path.glob("*/*.docx"))]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path / "out"),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for (example, document), (fewest, most) in PAGES.items():
        [file] = (tmp_path / example).glob(f"*-{document}.docx")
        pages = len(re.findall(rb"/Type ?/Page(?!s)", (tmp_path / "out" / f"{file.stem}.pdf").read_bytes()))
        assert fewest <= pages <= most, f"{example} {document}: {pages} pages"
