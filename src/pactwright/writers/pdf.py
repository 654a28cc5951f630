"""The agreement as a PDF: LibreOffice prints the Word file, alone, offline and within a time.

The one writer that starts a program. LibreOffice gets a profile of its own, which is thrown away, no network and no
macros; if it hangs, it and all that it started are ended.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from pactwright.errors import UsageError

LIMIT = 60.0
"""Seconds for one file; an agreement takes two to ten."""

_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_INSTALL = (
    "install it (Debian, Ubuntu: apt install libreoffice-writer-nogui; macOS: brew install --cask libreoffice;"
    " Windows: winget install TheDocumentFoundation.LibreOffice), or draft --format docx and print that"
)
_OPTIONS = {
    "UseTaggedPDF": "true",
    "PDFUACompliance": "true",
    "ExportBookmarks": "true",
    "ExportBookmarksToPDFDestination": "true",
    "DisplayPDFDocumentTitle": "true",
    "ExportNotes": "false",
}
_FILTER = "pdf:writer_pdf_Export:" + json.dumps({k: {"type": "boolean", "value": v} for k, v in _OPTIONS.items()})
_NO_PROXY_ANSWERS = "http://127.0.0.1:9"
_CAREFUL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""
"""Settings of the profile: no macro runs and no link is followed."""

_MOMENTS = re.compile(rb"(?<=/CreationDate\(D:)\d{14}|(?<=<xmp:CreateDate>)[-\d]{10}T[:\d]{8}(?=Z<)")
_MARKS = re.compile(rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>|/DocChecksum /[0-9A-F]{32}")
_MARK = re.compile(rb"[0-9A-F]{32}")


def pdf_file(docx: bytes, date: str = "", limit: float = LIMIT) -> bytes:
    """The PDF of a Word file's bytes, tagged, with its title and language; `date` (ISO) stands for the day of printing.

    The same file gives the same bytes with the same LibreOffice and the same fonts. Raises UsageError when LibreOffice
    is not installed, fails, or takes longer than `limit` seconds.
    """
    program = office()
    with tempfile.TemporaryDirectory(prefix="pactwright-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _prepare(folder, docx)
        said = _run([*offline(), program, *_arguments(folder)], folder, limit)
        try:
            printed = (folder / "agreement.pdf").read_bytes()
        except OSError as missing:
            message = (
                f"{program} wrote no PDF: {said or 'it did not say why'}; open the .docx in it to see what it says"
            )
            raise UsageError(message) from missing
    return stamped(printed, docx, date)


def office() -> str:
    """The LibreOffice program; raises UsageError with the line that installs it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((each for each in _ELSEWHERE if Path(each).is_file()), None)
    if found is None:
        message = f"a PDF needs LibreOffice, and soffice is not on the path; {_INSTALL}"
        raise UsageError(message)
    return found


def stamped(printed: bytes, docx: bytes, date: str) -> bytes:
    """The PDF with the agreement's date and a mark of its Word file where LibreOffice put the hour and a number.

    Every replacement is as long as what it replaces, so that all places in the file stay where its index says.
    """
    day = (date or "1980-01-01")[:10].encode()
    mark = hashlib.sha256(docx).hexdigest()[:32].upper().encode()

    def moment(found: re.Match[bytes]) -> bytes:
        return day + b"T00:00:00" if b"T" in found[0] else day.replace(b"-", b"") + b"000000"

    return _MARKS.sub(lambda found: _MARK.sub(mark, found[0]), _MOMENTS.sub(moment, printed))


def _prepare(folder: Path, docx: bytes) -> None:
    (folder / "agreement.docx").write_bytes(docx)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_CAREFUL, "utf-8")


def _arguments(folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ["--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [profile, *quiet, "--convert-to", _FILTER, "--outdir", str(folder), str(folder / "agreement.docx")]


@cache
def offline() -> tuple[str, ...]:
    """The words that run a program without a network, where the system knows how; else there is only the proxy."""
    words = ("unshare", "--map-root-user", "--net")
    if not shutil.which(words[0]):
        return ()
    is_able = subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0  # noqa: S603 - the words are ours
    return words if is_able else ()


def _surroundings(folder: Path) -> dict[str, str]:
    proxies = {f"{kind}_proxy": _NO_PROXY_ANSWERS for kind in ("http", "https", "ftp", "all")}
    return {
        **os.environ,
        **proxies,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _run(command: list[str], folder: Path, limit: float) -> str:
    """What the program said, on one line; raises UsageError when it takes too long."""
    running = subprocess.Popen(  # noqa: S603 - the program is LibreOffice's, the words are ours
        command,
        env=_surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = running.communicate(timeout=limit)
    except subprocess.TimeoutExpired as late:
        message = f"LibreOffice took longer than {limit:g} seconds and was stopped; try again, or draft --format docx"
        raise UsageError(message) from late
    finally:
        _end(running)
    return " ".join(said.decode(errors="replace").split())[:200]


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends the program and everything that it started, if any of it still runs."""
    try:
        if os.name == "posix":
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    except (ProcessLookupError, PermissionError):  # nothing left; macOS says it so for a group of the dead
        return
    finally:
        running.wait()
        if running.stdout:
            running.stdout.close()
