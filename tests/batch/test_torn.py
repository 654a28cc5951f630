"""What a power cut leaves of a file is nobody's edit: it is made again and told; a person's stays."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pactwright.batch.model import Settings
from pactwright.batch.verifying import inventory
from tests.batch.makers import Packing, packed, rows
from tests.batch.runs import files, manifest, ran

FORMS = ("docx", "txt", "html", "json")
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)  # how Word keeps a file under a password

OF_ANY_FORM: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "NULs": lambda whole: bytes(len(whole)),
    "NULs over many blocks": lambda _: bytes(200_000),
}
OF_A_PACKAGE: dict[str, Callable[[bytes], bytes]] = {
    "its first half": lambda whole: whole[: len(whole) // 2],
    "its first letters": lambda whole: whole[:3],
    "NULs at its end": lambda whole: whole[:-40] + bytes(40),
    "NULs at its beginning": lambda whole: bytes(40) + whole[40:],
    "NULs in a part": lambda whole: whole[:60] + bytes(20) + whole[80:],
}
OF_A_PERSON: dict[str, Callable[[bytes], bytes]] = {
    "words": lambda _: b"what the lawyer wrote",
    "a password of Word's": lambda _: OLE,
    "another package": lambda _: packed("word/document.xml", b"what the lawyer wrote"),
}


def made(folder: Path, form: str) -> Path:
    """A file of a finished run, "a-mou", beside that of another row."""
    ran(folder, rows("a", "b"), making=Packing, settings=Settings(("mou",), (form,)))
    return folder / f"a-mou.{form}"


@pytest.mark.parametrize(
    ("form", "kind"),
    [(form, kind) for form in FORMS for kind in OF_ANY_FORM] + [("docx", kind) for kind in OF_A_PACKAGE],
)
def test_a_torn_file_is_made_again_and_told_once(form: str, kind: str, tmp_path: Path) -> None:
    path = made(tmp_path, form)
    before = files(tmp_path), manifest(tmp_path)
    path.write_bytes((OF_ANY_FORM | OF_A_PACKAGE)[kind](path.read_bytes()))
    assert [each.rule for each in inventory(tmp_path).findings] == ["torn-file"]
    settings = Settings(("mou",), (form,))
    outcome = ran(tmp_path, rows("a", "b"), making=Packing, settings=settings)
    seen = f"a-mou.{form} was not whole, as after a power cut, and is made again"
    assert list(map(str, outcome.told)) == [f"pilots.csv:2: warning: torn-file: {seen} (row a)"]
    assert (outcome.made, outcome.kept, outcome.failed) == (1, 1, 0)
    assert (files(tmp_path), manifest(tmp_path)) == before
    assert ran(tmp_path, rows("a", "b"), making=Packing, settings=settings).told == ()
    assert inventory(tmp_path).findings == ()


@pytest.mark.parametrize("kind", OF_A_PERSON)
def test_a_file_that_a_person_made_is_not_taken_for_torn(kind: str, tmp_path: Path) -> None:
    path = made(tmp_path, "docx")
    theirs = OF_A_PERSON[kind](path.read_bytes())
    path.write_bytes(theirs)
    outcome = ran(tmp_path, rows("a", "b"), making=Packing, settings=Settings(("mou",), ("docx",)))
    assert [each.finding.rule for each in outcome.told] == ["edited-file"]
    assert [each.rule for each in inventory(tmp_path).findings] == ["altered-file"]
    assert path.read_bytes() == theirs


def test_a_torn_file_of_a_changed_row_and_one_without_a_record_are_made_as_well(tmp_path: Path) -> None:
    path = made(tmp_path, "docx")
    path.write_bytes(b"")
    settings = Settings(("mou",), ("docx",))
    changed = ran(tmp_path, rows("a", "b", cap="own-loss"), making=Packing, settings=settings)
    assert "torn-file" in [each.finding.rule for each in changed.told]
    assert changed.failed == 0
    assert zipfile.ZipFile(path).testzip() is None
    (tmp_path / "c-mou.docx").touch()
    assert ran(tmp_path, rows("c"), making=Packing, settings=settings).failed == 0
    assert zipfile.ZipFile(tmp_path / "c-mou.docx").testzip() is None


def test_a_dry_run_tells_of_a_torn_file_and_leaves_it(tmp_path: Path) -> None:
    path = made(tmp_path, "txt")
    path.write_bytes(b"")
    outcome = ran(tmp_path, rows("a", "b"), making=Packing, settings=Settings(("mou",), ("txt",)), is_dry=True)
    assert [each.finding.rule for each in outcome.told] == ["torn-file"]
    assert path.read_bytes() == b""
