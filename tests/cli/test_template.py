"""`pactwright template` writes, checks and refuses; `draft --template` uses what was checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.runs import names
from tests.cli.conftest import Run, Spec
from tests.reader import read
from tests.stories import TEMPLATE
from tests.writers.templates import DOCUMENT, HEADER, STYLES, Edit, edited, put, say, swap

CALL = "{{ title.upper() }}"
REFUSED = (
    "error: house.docx: word/document.xml, paragraph {}: {{{{ title.upper() }}}} holds a call; "
    "a tag holds a name of the list, and no more; delete it\n"
)


def written(folder: Path, *edits: Edit) -> Path:
    """A house template in a folder."""
    path = folder / "house.docx"
    path.write_bytes(edited(*edits))
    return path


def test_new_writes_the_built_in_template_which_can_be_used(run: Run, tmp_path: Path) -> None:
    done = run("template", "new", "house.docx")
    assert (done.code, done.out) == (0, "house.docx\n")
    assert done.err == "Next: change it in Word, then pactwright template check house.docx\n"
    assert (tmp_path / "house.docx").read_bytes() == TEMPLATE
    checked = run("template", "check", "house.docx")
    assert (checked.code, checked.out, checked.err) == (0, "house.docx: can be used\n", "")


def test_new_keeps_what_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(b"mine")
    done = run("template", "new", "house.docx")
    assert done.code == 2
    assert done.err == "error: house.docx: exists already; use --force to replace it, or name another file\n"
    assert (tmp_path / "house.docx").read_bytes() == b"mine"
    assert run("template", "new", "house.docx", "--force").code == 0


def test_new_writes_a_word_document_only(run: Run) -> None:
    done = run("template", "new", "house.dotx")
    assert done.code == 2
    assert done.err == "error: house.dotx: a template is a Word document; name a file that ends in .docx\n"


def test_check_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    written(tmp_path, swap(STYLES, '<w:name w:val="Clause L3"/>', '<w:name w:val="Our L3"/>'))
    said = 'the style "Clause L3" is called "Our L3"; rename it to "Clause L3" (Modify Style, Name)'
    done = run("template", "check", "house.docx")
    assert (done.code, done.err) == (1, "")
    assert done.out == f"house.docx: styles: error: template-style: {said}\nhouse.docx: 1 error\n"


def test_check_can_speak_to_programs(run: Run, tmp_path: Path) -> None:
    written(tmp_path, swap(DOCUMENT, "{{p body }}", "Body"))
    done = run("template", "check", "--json", "house.docx")
    assert done.code == 1
    assert [each["rule"] for each in json.loads(done.out)] == ["template-slot"]


def test_check_of_a_file_that_is_not_there_is_wrong_usage(run: Run) -> None:
    done = run("template", "check", "house.docx")
    assert (done.code, done.err) == (2, "error: house.docx: cannot be read: No such file or directory\n")


@pytest.mark.parametrize("words", ["template check house.docx", "draft spec.yml --template house.docx"])
def test_a_hostile_template_is_refused_and_nothing_is_written(run: Run, spec: Spec, tmp_path: Path, words: str) -> None:
    written(tmp_path, say(CALL))
    spec()
    done = run(*words.split())
    assert (done.code, done.out, done.err) == (4, "", REFUSED.format(len(read(TEMPLATE).paragraphs) + 1))
    assert names(tmp_path) == ["house.docx", "spec.yml"]


def test_draft_refuses_a_template_with_faults_and_writes_nothing(run: Run, spec: Spec, tmp_path: Path) -> None:
    written(tmp_path, put("word/vbaProject.xml", "<a/>"))
    assert run("draft", spec(), "--template", "house.docx").code == 4
    written(tmp_path, swap(DOCUMENT, "{{p body }}", "Body"))
    done = run("draft", spec(), "--template", "house.docx")
    assert done.code == 1
    assert done.err.startswith("house.docx: text: error: template-slot: the slot body is missing;")
    assert names(tmp_path) == ["house.docx", "spec.yml"]


def test_draft_uses_the_look_of_the_house(run: Run, spec: Spec, tmp_path: Path) -> None:
    title = swap(HEADER, "{{ title }}", "Example and Partners: {{ title }}")
    written(tmp_path, swap(STYLES, '"Arial"', '"Georgia"', 9), title)
    assert run("draft", spec(), "--document", "mou", "--template", "house.docx", "-o", "mou.docx").code == 0
    made = read((tmp_path / "mou.docx").read_bytes())
    assert "Example and Partners: Memorandum of understanding" in made.headers["default"].text
    assert b'w:ascii="Georgia"' in made.parts["word/styles.xml"]
