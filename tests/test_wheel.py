"""The built wheel works alone: clauses, templates, seeds and examples are inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pactwright.carried import carried
from pactwright.library.places import SOURCES, jurisdictions
from pactwright.library.ready import carried_name
from pactwright.resources import is_installed

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout, unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(built(folder)) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def built(folder: Path) -> Path:
    """A wheel of this checkout."""
    build = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def run(unpacked: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program of the unpacked wheel, with nothing of the checkout on its path."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-P", "-m", "pactwright", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_makes_the_demo(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, tmp_path, "demo", "here")
    assert done.returncode == 0, done.stderr
    assert sorted(path.suffix for path in (tmp_path / "here").iterdir()) == [".docx", ".json", ".yml"]


def test_the_wheel_lists_its_clauses_and_starts_a_spec(unpacked: Path, tmp_path: Path) -> None:
    assert "ip/project-ip" in run(unpacked, tmp_path, "clauses", "list").stdout
    for jurisdiction in ("au-nsw", "us-ca"):
        done = run(unpacked, tmp_path, "new", f"{jurisdiction}.yml", "--jurisdiction", jurisdiction)
        assert done.returncode == 0, done.stderr
        assert run(unpacked, tmp_path, "check", f"{jurisdiction}.yml").returncode == 0


PLACES = ("", *jurisdictions())
WHENCE = """\
import sys
from pactwright.library.ready import library_for, packed
library = library_for(sys.argv[1])
print("read" if "pactwright.library.load" in sys.modules else "carried")
"""
AS_READ = """\
from pactwright.library.load import loaded
read = loaded(sys.argv[1])
assert (library, packed(library)) == (read, packed(read))
"""


def told(site: Path, code: str, *words: str) -> list[str]:
    """What a few lines print that run on an unpacked wheel alone."""
    command = [sys.executable, "-P", "-c", code, *words]
    environment = {**os.environ, "PYTHONPATH": str(site)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("place", PLACES)
def test_the_wheel_carries_the_library_that_its_files_give(unpacked: Path, place: str) -> None:
    assert told(unpacked, WHENCE + AS_READ, place) == ["carried"]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file that says more": lambda file: file.write_bytes(file.read_bytes() + b"# looked over\n"),
    "a file of another name": lambda file: file.rename(file.with_name("more.yml")),
    "a new file": lambda file: shutil.copy(file, file.with_name(".hidden")),
    "a file that is gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_library_that_was_made_of_other_files_is_not_used(
    unpacked: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    site = shutil.copytree(unpacked, tmp_path / "site")
    assert told(site, WHENCE, "") == ["carried"]
    change(site / "pactwright" / "clauses" / "jurisdictions" / "us-ca" / "execution" / "other.yml")
    assert told(site, WHENCE, "") == ["read"]


def test_a_wheel_that_carries_nothing_works(unpacked: Path, tmp_path: Path) -> None:
    site = shutil.copytree(unpacked, tmp_path / "site")
    shutil.rmtree(site / "pactwright" / "carried")
    assert told(site, WHENCE, "au-nsw") == ["read"]


FAR = ("docx", "docxtpl", "jinja2", "pactwright.library.load", "pactwright.writers.word.compiling")
FORMS = f"""\
import sys
from pactwright.cli.main import main
try:
    main()
finally:
    print("loaded:", *(name for name in {FAR!r} if name in sys.modules))
"""


@pytest.mark.parametrize("example", ["startup-pilot", "future-street"])
def test_a_draft_is_the_same_with_what_the_wheel_carries_and_loads_less(
    unpacked: Path, tmp_path: Path, example: str
) -> None:
    bare = shutil.copytree(unpacked, tmp_path / "site", ignore=shutil.ignore_patterns("carried"))
    draft = ("draft", str(ROOT / "examples" / example / "spec.yml"), "-o")
    assert told(unpacked, FORMS, *draft, str(tmp_path / "with"))[-1] == "loaded:"
    assert told(bare, FORMS, *draft, str(tmp_path / "without"))[-len(FAR) :] == list(FAR)
    made, again = ({path.name: path.read_bytes() for path in (tmp_path / way).iterdir()} for way in ("with", "without"))
    assert made == again
    assert made


def test_a_checkout_carries_nothing() -> None:
    """Because its files are there to be changed."""
    assert not is_installed()
    assert carried(carried_name(""), *SOURCES) is None


def test_two_builds_of_one_source_are_the_same(tmp_path: Path) -> None:
    """Because what is carried must not hang on the order that a set has in one process."""
    one, two = built(tmp_path / "one"), built(tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()


def test_the_program_runs_from_the_wheel_and_not_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", "import pactwright.resources as r; print(r.data_root(), r.is_installed())"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(unpacked / "pactwright"), "True"]
