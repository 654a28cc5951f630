"""Every example drafts, every command of its README runs, and its documents say what people have read in them."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
from pathlib import Path

import pytest

from pactwright.service import documents_of, drafts_of, read
from pactwright.writers import WRITERS, Theme
from tests.consoles import came_of
from tests.stories import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*/spec.yml"))
EXPECTED = sorted((ROOT / "examples").glob("*/expected/*.txt"))
READMES = [path.with_name("README.md") for path in EXAMPLES]


def named(path: Path) -> str:
    """An example's name, for the list of tests."""
    return "/".join((*path.relative_to(ROOT / "examples").parts[:-1], path.stem))


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_every_document_of_an_example_drafts_without_an_error(path: Path) -> None:
    source = read(path)
    documents = documents_of(source.spec, source.library)
    assert documents
    for document in documents:
        [draft] = drafts_of(source, (document,))
        assert [str(finding) for finding in draft.findings if finding.level == "error"] == []
        assert WRITERS["txt"](draft.agreement, Theme())


@pytest.mark.parametrize("path", EXPECTED, ids=named)
def test_the_documents_of_an_example_say_what_was_expected(path: Path) -> None:
    """A file in expected/ is named for its document: pilot-agreement.txt, mou.txt, or any name that ends so."""
    source = read(path.parents[1] / "spec.yml")
    document = next(each for each in ("pilot-agreement", "mou") if path.stem.endswith(each))
    sound = [drafts_of(source, (document,), is_final=is_final)[0] for is_final in (False, True)]
    texts = [WRITERS["txt"](draft.agreement, Theme()).decode() for draft in sound if draft.is_sound]
    assert path.read_text("utf-8") in texts


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_the_commands_of_an_examples_readme_run(readme: Path, tmp_path: Path) -> None:
    for folder in ("examples", "clauses", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    commands = re.findall(r"^\$ (.+)$", readme.read_text("utf-8"), flags=re.MULTILINE)
    assert commands
    with contextlib.chdir(tmp_path):
        for command in commands:
            program, *words = shlex.split(command)
            assert program == "pactwright"
            came = came_of(*words)
            assert came.code == 0, f"{command}\n{came.err}"


def test_every_example_has_a_readme() -> None:
    folders = [path for path in (ROOT / "examples").iterdir() if path.is_dir()]
    assert [folder.name for folder in folders if not (folder / "README.md").is_file()] == []
