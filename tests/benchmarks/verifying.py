"""What `pactwright verify` takes of a file that has lost every mark of ours, and of one built to take long.

python -m tests.benchmarks.verifying        processor seconds of the whole command; the limit is 3 for twenty pages
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import edits, stories
from tests.reader import W

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "examples" / "startup-pilot" / "spec.yml"
LIMIT = 3.0


def stripped(body: edits.Body) -> None:
    """Takes out what marks our clauses, and keeps the words."""
    for mark in list(body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        _parent(mark).remove(mark)
    for sdt in list(body.iter(f"{W}sdt")):
        for child in list(sdt[-1]):
            sdt.addprevious(child)
        _parent(sdt).remove(sdt)


def files() -> dict[str, bytes]:
    """The files by what they are."""
    sent = stories.docx(stories.sound(stories.spec_tree("startup-pilot")))
    lines = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 5_000
    equal = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{lines}</w:body></w:document>'.encode()
    return {
        "twenty pages as sent": sent,
        "twenty pages without our marks": edits.with_parts(edits.edited(sent, stripped), {"docProps/custom.xml": None}),
        "5,000 equal paragraphs": edits.with_parts(sent, {"word/document.xml": equal, "docProps/custom.xml": None}),
    }


def seconds(path: Path) -> float:
    """The processor time that the whole command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "pactwright", "verify", str(path), "--spec", str(SPEC)]
    subprocess.run(command, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints a line a file."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files().items():
            path = Path(folder) / "returned.docx"
            path.write_bytes(data)
            spent = min(seconds(path) for _ in range(3))
            sys.stdout.write(f"{name:35} {spent:5.2f} s{'  over the limit' if spent > LIMIT else ''}\n")


def _parent(element: edits.Body) -> edits.Body:
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


if __name__ == "__main__":
    main()
