"""The PDF is LibreOffice's print of the Word file: tagged, named, the same twice; LibreOffice cannot do harm."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

import pytest

from pactwright.errors import UsageError
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from pactwright.writers import pdf as writer
from pactwright.writers.pdf import pdf_file, stamped
from tests.office import required
from tests.writers.agreements import DRAFT

NEVER_RUNS = "a PDF needs LibreOffice, and soffice is not on the path; install it"


def program(folder: Path, script: str) -> Path:
    """A stand-in for LibreOffice: a script that does one thing wrong."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(name="path")
def path_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands first on the path."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def test_the_pdf_is_tagged_and_has_title_language_and_date() -> None:
    required("soffice", "pdfinfo")
    made = WRITERS["pdf"](DRAFT, default_theme())
    in_utc = {**os.environ, "TZ": "UTC"}
    told = subprocess.run(["pdfinfo", "-"], input=made, env=in_utc, capture_output=True, check=True).stdout.decode()
    assert re.search(r"^Title: +Pilot Agreement$", told, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)
    assert re.search(r"^JavaScript: +no$", told, re.MULTILINE)
    assert re.search(r"^CreationDate: +Tue Dec +1 00:00:00 2026 UTC$", told, re.MULTILINE)
    assert b"/Lang(en-AU)" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/DisplayDocTitle true" in made


def test_the_same_agreement_gives_the_same_bytes() -> None:
    """A second apart, since LibreOffice writes the hour into each file."""
    required("soffice")
    first = WRITERS["pdf"](DRAFT, default_theme())
    assert WRITERS["pdf"](DRAFT, default_theme()) == first


def test_the_seal_keeps_every_place_in_the_file() -> None:
    printed = (
        b"x/CreationDate(D:20261122121107Z')>> <xmp:CreateDate>2026-11-22T12:11:07Z</xmp:CreateDate> "
        b"<01834CA34613D29F39693C7B4E242328> trailer /ID [ <01834CA34613D29F39693C7B4E242328>\n"
        b"<01834CA34613D29F39693C7B4E242328> ]\n/DocChecksum /61C46EC81CE216C16031787656DBE6A7"
    )
    done = stamped(printed, b"word", "2026-12-01")
    assert len(done) == len(printed)
    assert b"/CreationDate(D:20261201000000Z')" in done
    assert b"<xmp:CreateDate>2026-12-01T00:00:00Z<" in done
    assert done.partition(b"trailer")[0].endswith(b"<01834CA34613D29F39693C7B4E242328> ")
    assert b"01834CA3" not in done.partition(b"trailer")[2]
    assert done != stamped(printed, b"another", "2026-12-01")
    assert b"D:19800101000000Z" in stamped(printed, b"word", "")


def test_without_libreoffice_one_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(writer, "_ELSEWHERE", ())
    with pytest.raises(UsageError) as refused:
        pdf_file(b"")
    told = str(refused.value)
    assert told.startswith(NEVER_RUNS)
    assert "apt install libreoffice-writer-nogui" in told
    assert "macOS: brew install --cask libreoffice" in told
    assert "Windows: winget install" in told
    assert "\n" not in told


def test_a_program_that_hangs_is_stopped_with_all_that_it_started(path: Path) -> None:
    hung = program(path, f"sleep 300 & echo $! > {path}/child; echo $$ > {path}/self; sleep 300")
    start = time.monotonic()
    with pytest.raises(UsageError, match="took longer than 1 seconds and was stopped"):
        pdf_file(b"", limit=1)
    assert time.monotonic() - start < 10
    assert [name for name in ("child", "self") if is_running((path / name).read_text())] == []
    assert hung.is_file()


def test_what_a_finished_program_left_running_is_stopped(path: Path) -> None:
    program(path, f"sleep 300 >/dev/null 2>&1 & echo $! > {path}/child")
    with pytest.raises(UsageError, match="wrote no PDF"):
        pdf_file(b"")
    assert not is_running((path / "child").read_text())


def test_a_program_that_fails_says_why(path: Path) -> None:
    program(path, "echo 'no room on the disk' >&2; exit 1")
    with pytest.raises(UsageError) as refused:
        pdf_file(b"")
    assert str(refused.value) == (
        f"{path}/soffice wrote no PDF: no room on the disk; open the .docx in it to see what it says"
    )


def test_libreoffice_has_a_home_of_its_own_no_macros_and_no_proxy(path: Path) -> None:
    program(
        path,
        f'cp "$HOME/profile/user/registrymodifications.xcu" {path}/seen; echo "$HOME $http_proxy $*" >> {path}/seen',
    )
    with pytest.raises(UsageError):
        pdf_file(b"")
    seen = (path / "seen").read_text("utf-8")
    home, proxy, words = seen.splitlines()[-1].split(" ", 2)
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in seen
    assert proxy == "http://127.0.0.1:9"
    assert f"-env:UserInstallation=file://{home}/profile" in words
    assert not Path(home).exists()


def is_running(number: str) -> bool:
    """Whether a process is there and not just a name of the dead."""
    status = Path(f"/proc/{number.strip()}/stat")
    for _ in range(50):
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] in {"Z", "X"}:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.skipif(not Path("/proc/self/net/dev").is_file(), reason="only Linux shows a process its networks")
def test_libreoffice_sees_no_network_where_the_system_can_take_it_away(path: Path) -> None:
    if not writer.offline():
        pytest.skip("this system does not let a process leave its network")
    program(path, f"cat /proc/self/net/dev > {path}/seen")
    with pytest.raises(UsageError):
        pdf_file(b"")
    found = re.findall(r"^ *(\w+):", (path / "seen").read_text("utf-8"), re.MULTILINE)
    assert found == ["lo"]
