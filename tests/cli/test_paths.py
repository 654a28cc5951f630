"""Every command with every kind of path: one line, an exit code that says what it was, and never a wait without end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spec
from tests.stories import ROOT

PILOT = ROOT / "examples" / "startup-pilot" / "spec.yml"
TEXT, NO_FILE = "schema: 2\n", "nowhere"
READERS = {
    "check": ("check", "{}"),
    "check --final": ("check", "--final", "{}"),
    "draft": ("draft", "{}"),
    "draft --template": ("draft", "good.yml", "--document", "mou", "--template", "{}", "-o", "made"),
    "explain": ("explain", "{}"),
    "what-if": ("what-if", "{}", "--set", "term/term.term_months=9"),
    "questions": ("questions", "{}"),
    "ledger": ("ledger", "{}"),
    "questions --take": ("questions", "good.yml", "--take", "{}"),
    "batch": ("batch", "{}", "--spec", "good.yml", "-o", "out"),
    "batch --spec": ("batch", "rows.csv", "--spec", "{}", "-o", "out"),
    "verify": ("verify", "{}", "--spec", "good.yml"),
    "verify --spec": ("verify", "some.docx", "--spec", "{}"),
    "template check": ("template", "check", "{}"),
    "schema --library": ("schema", "--library", "{}"),
    "check --library": ("check", "good.yml", "--library", "{}"),
}
WRITERS = {
    "new": ("new", "{}"),
    "demo": ("demo", "{}"),
    "draft -o": ("draft", "good.yml", "--document", "mou", "-o", "{}"),
    "questions -o": ("questions", "good.yml", "-o", "{}"),
    "ledger -o": ("ledger", "good.yml", "-o", "{}"),
    "template new": ("template", "new", "{}"),
    "batch -o": ("batch", "rows.csv", "--spec", "good.yml", "--format", "txt", "-o", "{}"),
}


@pytest.fixture(name="odd")
def odd_paths(spec: Spec, tmp_path: Path) -> Path:
    """A folder with every kind of thing that a path can lead to."""
    spec("startup-pilot", "good.yml")
    (tmp_path / "rows.csv").write_text("key,project.title\nnorth,North Street\n", "utf-8")
    (tmp_path / "some.docx").write_bytes((ROOT / "templates" / "themes" / "default.docx").read_bytes())
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "two\nlines.yml").write_text(TEXT, "utf-8")
    (tmp_path / "Zürich 空.yml").write_text(TEXT, "utf-8")
    (tmp_path / "link.yml").symlink_to("good.yml")
    (tmp_path / "dangling.yml").symlink_to(NO_FILE)
    (tmp_path / "loop.yml").symlink_to("loop.yml")
    (tmp_path / "empty.yml").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.yml")
    return tmp_path


def odd_names(ending: str) -> Iterator[str]:
    yield from ("folder.yml", "dangling.yml", "loop.yml", "pipe.yml", "/dev/zero", "/dev/full", "nowhere/at/all.yml")
    yield from (
        f"two\nlines{ending}",
        f"Zürich 空{ending}",
        f"{'x' * 300}{ending}",
        f"{'深' * 90}{ending}",
        "empty.yml",
        "",
    )
    yield from ("good.yml/below.yml", f"{'d/' * 3000}x{ending}")


def troubles(said: str) -> list[str]:
    """The lines beside the results, without notes on the spec itself."""
    return [line for line in said.splitlines() if ": note: " not in line]


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("command", READERS)
def test_whatever_is_to_be_read_is_read_or_refused_in_few_lines(run: Run, command: str) -> None:
    for name in odd_names(".yml"):
        result = run(*(word.replace("{}", name) for word in READERS[command]))
        assert result.code in {0, 1, 2, 3, 4}, (name, result.err)
        assert len(troubles(result.err)) <= 5, (name, result.err)
        assert not (result.code == 0 and name in {"", "pipe.yml", "/dev/zero", "dangling.yml", "loop.yml"}), name


@pytest.mark.parametrize("command", WRITERS)
def test_whatever_is_to_be_written_is_written_or_refused_in_few_lines(run: Run, odd: Path, command: str) -> None:
    before = (odd / "good.yml").read_bytes()
    for name in (
        *odd_names({"template new": ".docx", "questions -o": ".csv"}.get(command, ".yml")),
        "good.yml",
        "rows.csv",
    ):
        result = run(*(word.replace("{}", name) for word in WRITERS[command]))
        assert result.code in {0, 1, 2, 3}, (name, result.err)
        assert len(troubles(result.err)) <= 5, (name, result.err)
        assert (odd / "good.yml").read_bytes() == before, name
    assert not list(odd.rglob(".pactwright-*"))


@pytest.mark.parametrize("name", ["out.pdf", "out.HTML", "out.zip"])
@pytest.mark.parametrize(
    "command",
    [
        ("demo",),
        ("new", "--library"),
        ("batch", str(ROOT / "examples/cooler-walks/pilots.csv"), "--spec", str(PILOT), "-o"),
        ("draft", str(PILOT), "-o"),
        ("questions", str(PILOT), "--format", "csv", "-o"),
    ],
    ids=lambda each: each[0],
)
def test_the_name_of_a_file_of_another_kind_is_refused_in_one_line(
    run: Run, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    result = run(*command, name)
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert result.err.startswith(f"error: {name}: ")
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_there_may_be_called_as_it_likes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "smith.partners").mkdir()
    assert run("demo", "smith.partners").code == 0
    assert run("demo", "round.2").code == 0
