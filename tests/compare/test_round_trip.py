"""LibreOffice opens a document and saves it again: every clause is found, and edits made there are named."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pactwright.compare import Comparison, compared
from tests import stories
from tests.edits import delete, edited, paste_after, reword, unwrap

STORIES = (("startup-pilot", "pilot-agreement"), ("street-demonstration", "mou"), ("two-cities", "pilot-agreement"))
CLAUSE = "liability/cap"


@pytest.fixture(name="office", scope="module")
def libreoffice() -> str:
    """The program, or a reason why there is none."""
    found = shutil.which("soffice")
    if not found and os.environ.get("PACTWRIGHT_REQUIRE_LIBREOFFICE"):
        pytest.fail("PACTWRIGHT_REQUIRE_LIBREOFFICE is set and soffice is not on the path")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed")
    return found


def saved(office: str, files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "out")]
    command += [str(folder / f"{name}.docx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in files}


def test_every_clause_is_found_after_libreoffice(office: str, tmp_path: Path) -> None:
    drafted = {f"{name}-{kind}": stories.docx(stories.sound(stories.spec_tree(name), kind)) for name, kind in STORIES}
    for name, data in saved(office, drafted, tmp_path).items():
        comparison = compared(drafted[name], data, name)
        assert comparison.has_same_words, name
        assert not comparison.has_same_parts
        clauses = [each for each in comparison.found if "/" in each.id or each.id.startswith("schedule:")]
        assert len(clauses) > 10
        assert {each.routes[0] for each in clauses} <= {"tag", "bookmark"}, name


def test_edits_are_named_after_libreoffice(office: str, tmp_path: Path) -> None:
    drafted = stories.docx(stories.sound(stories.spec_tree("startup-pilot")))
    edits = (
        reword(CLAUSE, "must take", "may take"),
        delete("data/security"),
        unwrap("ip/project-ip"),
        paste_after("term/term", "The Partner must use best efforts."),
    )
    [data] = saved(office, {"edited": edited(drafted, *edits)}, tmp_path).values()
    comparison: Comparison = compared(drafted, data, "edited")
    states = {each.id: each.state for each in comparison.found if each.state not in {"same", "renumbered"}}
    assert states == {CLAUSE: "edited", "data/security": "missing"}
    assert [(each.after, each.lines) for each in comparison.added] == [
        ("term/term", ("The Partner must use best efforts.",))
    ]
