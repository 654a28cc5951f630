"""The built wheel works alone: clauses, templates, seeds and examples are inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

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
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "XDG_CACHE_HOME": str(cwd / ".cache")}
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


EXAMPLES = ("startup-pilot", "future-street")


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_draft_is_the_same_when_the_library_was_read_before(unpacked: Path, tmp_path: Path, example: str) -> None:
    spec = str(ROOT / "examples" / example / "spec.yml")
    for way in ("first", "again"):
        done = run(unpacked, tmp_path, "draft", spec, "-o", way)
        assert (done.returncode, bool(list((tmp_path / ".cache").rglob("*.pickle")))) == (0, True), done.stderr
    made, again = ({path.name: path.read_bytes() for path in (tmp_path / way).iterdir()} for way in ("first", "again"))
    assert made == again
    assert made


def test_two_builds_of_one_source_are_the_same(tmp_path: Path) -> None:
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
