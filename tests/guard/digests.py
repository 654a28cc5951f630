"""Prints a digest of every output of every example, story and batch, so that two commits can be compared line by line.

python -m tests.guard.digests > after.txt
python -m tests.guard.digests ../before/.venv/bin/pactwright > before.txt
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import stories
from tests.stories import DOCUMENTS, ROOT, as_yaml, tree_in

FORMS = ("docx", "txt", "html", "json")
WAYS = {"draft": FORMS, "final": (*FORMS, "--final"), "notes": ("docx", "--notes", "city")}


def main() -> None:
    """Prints a line for each output: its digest and its name."""
    command = Path(sys.argv[1]).absolute() if sys.argv[1:] else Path(sys.executable).with_name("pactwright")
    with TemporaryDirectory() as name:
        folder = Path(name)
        made(command, folder)
        for path in sorted(folder.rglob("*.*")):
            for part, content in contents(path):
                sys.stdout.write(f"{hashlib.sha256(content).hexdigest()[:16]}  {path.relative_to(folder)}{part}\n")


def made(command: Path, folder: Path) -> None:
    """Drafts everything into a folder, each with a file of what the command said: its findings."""
    trees = {name: stories.spec_tree(name) for name in stories.names()}
    trees |= {path.parent.name: tree_in(path) for path in ROOT.glob("examples/*/spec.yml")}
    for name, tree in trees.items():
        (folder / f"{name}.yml").write_text(as_yaml(tree), "utf-8")
    for name, document, (way, asked) in product(trees, DOCUMENTS, WAYS.items()):
        options = [each if each.startswith("--") else f"--format={each}" for each in asked]
        said(command, folder, f"{name}-{document}-{way}", "draft", f"{name}.yml", f"--document={document}", *options)
    for base in ROOT.glob("examples/*/base.yml"):
        shutil.copytree(base.parent, folder / base.parent.name)
        for table in sorted(path.name for path in base.parent.glob("[a-z]*.csv") if "." not in path.stem):
            rows = f"{base.parent.name}/{table}"
            said(
                command, folder, f"{table}-batch", "batch", rows, f"--spec={base.parent.name}/base.yml", "--differences"
            )


def said(command: Path, folder: Path, name: str, *asked: str) -> None:
    """Asks for files in a folder of this name; what is said goes beside it."""
    run = subprocess.run([command, *asked, "-o", f"{name}/"], cwd=folder, capture_output=True, check=False)
    if b"Traceback" in run.stderr:
        sys.exit(run.stderr.decode())
    (folder / f"{name}.said").write_bytes(b"%d\n%b%b" % (run.returncode, run.stdout, run.stderr))


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """What is in a file: of a Word file each part, of an agreement all but what made it."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            yield from ((f": {name}", package.read(name)) for name in package.namelist())
    elif path.suffix == ".json":
        agreement = {name: each for name, each in json.loads(path.read_bytes()).items() if name != "provenance"}
        yield "", json.dumps(agreement).encode()
    elif path.is_file():
        yield "", path.read_bytes()


if __name__ == "__main__":
    main()
